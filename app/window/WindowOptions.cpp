// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/WindowOptions.h"

#include <vector>

#include "app/cli/Terminal.h"
#include "app/window/FigureCommand.h"

namespace ouroscope {
namespace {

using cli::OptionInfo;

const std::vector<OptionInfo>& windowOptions() {
  static const std::vector<OptionInfo> kOptions{
      {"--session-dir", "DIR", "keep open traces, view state and layout in DIR", {}},
      {"--no-session", {}, "bring nothing back and keep nothing", {}},
      {"--do",
       "COMMAND",
       "do this once the window is open, also several times. COMMAND is an action (file.quit, "
       "edit.undo, preset.teach, view.heatmap, theme.dark ...) or goto:N, measure:ID, text:ID, "
       "budget:N, q:Q, words:A,B, prompt:TEXT, example:N, open:PATH, trace:N, size:WxH, "
       "picture:FILE.png",
       {}},
      {"--manual", {}, "print all options as a page for man", {}},
      {"--completion",
       "SHELL",
       "print a script by which this shell completes the options",
       {},
       cli::completionShells()},
      {"--help", {}, "print this help", {}},
      {"--version", {}, "print the version", {}}};
  return kOptions;
}

constexpr const char* kOpens = "the window; without an argument it opens on a recorded example";

}  // namespace

std::string windowHelp() {
  std::string text = std::string("ouroscope [FILE|MODEL-FOLDER|OWNER/NAME|CORPUS] [OPTIONS]\n  ") +
                     kOpens + "\n\n";
  constexpr int kColumn = 21, kWidth = 80;
  for (const OptionInfo& option : windowOptions()) {
    std::string line = "  " + option.name + (option.value.empty() ? "" : " " + option.value);
    line.resize(std::max<std::size_t>(kColumn, line.size() + 1), ' ');
    text += line + cli::wrapped(option.help, kWidth, static_cast<int>(line.size()), kColumn) + "\n";
  }
  return text +
         "\nouroscope figure KIND|RECIPE TRACE [OPTIONS]\n"
         "  a figure without a display (ouroscope figure --help)\n\n"
         "ouroscope-cli records and prints traces on a terminal.\n";
}

cli::ProgramReference windowReference() {
  cli::ReferenceCommand window{{}, std::string("Opens ") + kOpens + ".", windowOptions()};
  window.options.insert(window.options.begin(),
                        OptionInfo{"FILE",
                                   {},
                                   "a trace, a model folder, OWNER/NAME of the local Hub cache, or "
                                   "the folder of a corpus",
                                   "a recorded example"});
  return {.program = "ouroscope",
          .version = cli::releasedVersion(),
          .summary = "see how a looped language model spends its depth",
          .description =
              "Shows recorded runs of looped language models in a window, runs models, "
              "and draws figures of traces.",
          .footer = "0 done, 1 failed, 2 wrong usage, 130 stopped by Ctrl+C.",
          .commands = {window, figureReference()},
          .environment = {{"OUROSCOPE_DEMO_DIR", "folder of the demo model"},
                          {"OUROSCOPE_CUDA_MODULE",
                           "file of the CUDA module (default: next to the program, or where it was "
                           "installed)"}},
          .seeAlso = "ouroscope-cli"};
}

}  // namespace ouroscope
