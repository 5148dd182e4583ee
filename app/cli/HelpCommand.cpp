// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include "app/cli/Command.h"

namespace ouroscope::cli {
namespace {

/// Text for a cell of a table.
std::string cell(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '|' || c == '<') out += '\\';
    out += c;
  }
  return out;
}

bool isPositional(const OptionInfo& option) {
  return option.name[0] != '-';
}

std::string commandMarkdown(const CommandLine& line, const Subcommand& command) {
  std::string usage = "    " + line.program() + " " + command.name(), rows;
  for (const OptionInfo& option : command.options()) {
    if (isPositional(option)) usage += " [" + option.name + "]";
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
  return text + R"(
## Environment

| variable | what it does |
|---|---|
| `OUROSCOPE_CPU` | instructions that the CPU backend uses: portable, avx2, avx512, avx512bf16 or amx (default: the best of the processor) |
| `OUROSCOPE_CUDA_MODULE` | file of the CUDA module (default: next to the program, or where it was installed) |
| `OUROSCOPE_DEMO_DIR` | folder of the demo model |
| `NO_COLOR` | any value: no colours on a terminal |
)";
}

}  // namespace

void addHelp(CommandLine& line) {
  Subcommand& c = line.add("help",
                           "Explain the program or one command.\n"
                           "The same as COMMAND --help; with --markdown the whole reference.");
  struct Options {
    std::string command;
    bool markdown = false;
  };
  const auto o = std::make_shared<Options>();
  c.addText("COMMAND", o->command, "", "the command to explain", "the program");
  c.addFlag("--markdown", o->markdown, "print all commands as Markdown: the page docs/cli.md");
  c.onRun([o, &line] {
    if (o->markdown && !o->command.empty())
      throw UsageError("help takes COMMAND or --markdown, not both.");
    print(o->markdown ? referenceMarkdown(line) : line.help(o->command));
  });
}

}  // namespace ouroscope::cli
