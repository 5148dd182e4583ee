// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <utility>
#include <vector>

#include "app/cli/Command.h"
#include "app/cli/Reference.h"

namespace ouroscope::cli {
namespace {

const std::vector<std::pair<std::string, std::string>> kEnvironment{
    {"OUROSCOPE_CPU",
     "instructions that the CPU backend uses: portable, avx2, avx512, avx512bf16 or amx (default: "
     "the best of the processor)"},
    {"OUROSCOPE_CUDA_MODULE",
     "file of the CUDA module (default: next to the program, or where it was installed)"},
    {"OUROSCOPE_DEMO_DIR", "folder of the demo model"},
    {"NO_COLOR", "any value: no colours on a terminal"}};

/// Text for a cell of a table.
std::string cell(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '|' || c == '<') out += '\\';
    out += c;
  }
  return out;
}

std::string commandMarkdown(const CommandLine& line, const Subcommand& command) {
  std::string usage = "    " + line.program() + " " + command.name(), rows;
  for (const OptionInfo& option : command.options()) {
    if (option.positional()) usage += " [" + option.name + "]";
    rows += "| `" + option.name + "` | " + cell(option.value) + " | " + cell(option.otherwise) +
            " | " + cell(option.help) + " |\n";
  }
  return "\n## " + command.name() + "\n\n" + command.description() + "\n\n" + usage +
         " [OPTIONS]\n\n| option | takes | default | what it does |\n|---|---|---|---|\n" + rows;
}

/// docs/cli.md
std::string referenceMarkdown(const CommandLine& line) {
  std::string text = "# The command line\n\n<!-- Made by `" + line.program() +
                     " help --markdown` from the commands in app/cli: change those. -->\n\n" +
                     line.description() + "\n\n    " + line.program() +
                     " COMMAND [OPTIONS]\n\nEvery command also takes `--help` and `--version`. " +
                     "Figures are drawn by the other program: `ouroscope figure --help`.\n\n" +
                     line.footer() + "\n";
  for (const auto& command : line.commands()) text += commandMarkdown(line, *command);
  text += "\n## Environment\n\n| variable | what it does |\n|---|---|\n";
  for (const auto& [name, what] : kEnvironment) text += "| `" + name + "` | " + cell(what) + " |\n";
  return text;
}

ProgramReference reference(const CommandLine& line) {
  ProgramReference all{.program = line.program(),
                       .version = releasedVersion(),
                       .summary = "run looped language models and read their traces",
                       .description = line.description(),
                       .footer = line.footer(),
                       .commands = {},
                       .environment = kEnvironment,
                       .seeAlso = "ouroscope"};
  for (const auto& command : line.commands())
    all.commands.push_back({command->name(), command->description(), command->options()});
  return all;
}

}  // namespace

void addHelp(CommandLine& line) {
  Subcommand& c =
      line.add("help",
               "Explain the program or one command.\n"
               "The same as COMMAND --help; its options print the whole reference otherwise.");
  struct Options {
    std::string command, shell;
    bool markdown = false, manual = false;
  };
  const auto o = std::make_shared<Options>();
  c.addText("COMMAND", o->command, "", "the command to explain", "the program");
  c.addFlag("--markdown", o->markdown, "print all commands as Markdown: the page docs/cli.md");
  c.addFlag("--manual", o->manual, "print all commands as a page for man");
  c.addChoice("--completion", o->shell, completionShells(),
              "print a script by which this shell completes commands, options and names of files");
  c.onRun([o, &line] {
    if (!o->command.empty() + o->markdown + o->manual + !o->shell.empty() > 1)
      throw UsageError("help takes one of COMMAND, --markdown, --manual and --completion.");
    if (o->markdown)
      print(referenceMarkdown(line));
    else if (o->manual)
      print(manualPage(reference(line)));
    else if (!o->shell.empty())
      print(completionScript(reference(line), o->shell));
    else
      print(line.help(o->command));
  });
}

}  // namespace ouroscope::cli
