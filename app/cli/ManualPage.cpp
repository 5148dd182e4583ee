// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <sstream>

#include "app/cli/Reference.h"
#include "core/support/Version.h"

namespace ouroscope::cli {
namespace {

/// Text as roff takes it: no command, no escape, and dashes that can be copied to a shell.
std::string roff(const std::string& text) {
  std::string out;
  bool lineStart = true;
  for (const char c : text) {
    if (lineStart && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else if (c == '\'')
      out += "\\(aq";
    else
      out += c;
    lineStart = c == '\n';
  }
  return out;
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text;
}

/// "--loops" and what it takes.
std::string optionLines(const OptionInfo& option) {
  std::string line = ".TP\n\\fB" + roff(option.name) + "\\fR";
  if (!option.value.empty()) line += " \\fI" + roff(option.value) + "\\fR";
  line += "\n" + roff(option.help);
  if (!option.otherwise.empty()) line += " (default: " + roff(option.otherwise) + ")";
  return line + "\n";
}

std::string usage(const std::string& program, const ReferenceCommand& command) {
  std::string line = "\\fB" + roff(program) + "\\fR";
  if (!command.name.empty()) line += " \\fB" + roff(command.name) + "\\fR";
  for (const OptionInfo& option : command.options)
    if (option.positional()) line += " [\\fI" + roff(option.name) + "\\fR]";
  return line + " [\\fIOPTIONS\\fR]";
}

/// Paragraphs of a text whose lines are parted by \n, and paragraphs by an empty line.
std::string paragraphs(const std::string& text) {
  std::istringstream lines(text);
  std::string out;
  for (std::string line; std::getline(lines, line);)
    out += line.empty() ? std::string(".PP\n") : roff(line) + "\n";
  return out;
}

}  // namespace

std::string releasedVersion() {
  const std::string whole = version();
  return whole.substr(0, whole.find('+'));
}

std::string manualPage(const ProgramReference& reference) {
  std::string page =
      ".\\\" Made from the options of the program.\n.TH " + upper(roff(reference.program)) +
      " 1 \"\" \"Ouroscope " + roff(reference.version) + "\" \"User Commands\"\n.SH NAME\n" +
      roff(reference.program) + " \\- " + roff(reference.summary) + "\n.SH SYNOPSIS\n";
  for (const ReferenceCommand& command : reference.commands)
    page += (&command == &reference.commands.front() ? "" : ".br\n") +
            usage(reference.program, command) + "\n";
  page += ".SH DESCRIPTION\n" + paragraphs(reference.description);
  page += ".PP\nEvery command also takes \\fB\\-\\-help\\fR and \\fB\\-\\-version\\fR.\n";
  for (const ReferenceCommand& command : reference.commands) {
    const std::string title = command.name.empty() ? reference.program : command.name;
    page += ".SH " + (command.name.empty() ? std::string("OPTIONS") : upper(roff(title))) + "\n" +
            paragraphs(command.description);
    for (const OptionInfo& option : command.options) page += optionLines(option);
  }
  if (!reference.footer.empty()) page += ".SH EXIT STATUS\n" + paragraphs(reference.footer);
  if (!reference.environment.empty()) page += ".SH ENVIRONMENT\n";
  for (const auto& [name, what] : reference.environment)
    page += ".TP\n\\fB" + roff(name) + "\\fR\n" + roff(what) + "\n";
  return page + ".SH SEE ALSO\n.BR " + roff(reference.seeAlso) + " (1)\n";
}

}  // namespace ouroscope::cli
