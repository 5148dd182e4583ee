// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "app/cli/Reference.h"

namespace ouroscope::cli {
namespace {

using Words = std::vector<std::string>;

/// What stands after an option or in the place of an argument.
enum class Takes { Nothing, Names, Files, Folders, Other };

bool isOneOf(const std::string& word, std::initializer_list<const char*> list) {
  return std::any_of(list.begin(), list.end(), [&](const char* one) { return word == one; });
}

Takes takenBy(const OptionInfo& option) {
  if (!option.choices.empty()) return Takes::Names;
  const std::string& word = option.positional() ? option.name : option.value;
  if (isOneOf(word, {"FILE", "F", "TRACE", "INPUT", "PATH"})) return Takes::Files;
  if (isOneOf(word, {"DIR", "FOLDER"})) return Takes::Folders;
  return word.empty() && !option.positional() ? Takes::Nothing : Takes::Other;
}

std::string joined(const Words& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::string firstLine(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != text.npos; at += by.size())
    text.replace(at, what.size(), by);
  return text;
}

/// In single quotes, for a shell's own parser.
std::string shellQuoted(const std::string& text) {
  return "'" + replaced(text, "'", "'\\''") + "'";
}

std::string functionName(const std::string& program) {
  return "_" + replaced(program, "-", "_");
}

std::string firstWord(const std::string& name) {
  return name.substr(0, name.find(' '));
}

/// Words that may stand first; of a group its own name.
Words firstWords(const ProgramReference& reference) {
  Words words;
  for (const ReferenceCommand& command : reference.commands)
    if (const std::string word = firstWord(command.name);
        !word.empty() && std::find(words.begin(), words.end(), word) == words.end())
      words.push_back(word);
  return words;
}

/// The second words of a group; none where `word` is a command.
Words secondWords(const ProgramReference& reference, const std::string& word) {
  Words words;
  for (const ReferenceCommand& command : reference.commands)
    if (command.name.size() > word.size() &&
        command.name.compare(0, word.size() + 1, word + " ") == 0)
      words.push_back(command.name.substr(word.size() + 1));
  return words;
}

Words optionNames(const ReferenceCommand& command) {
  Words names;
  for (const OptionInfo& option : command.options)
    if (!option.positional()) names.push_back(option.name);
  for (const char* always : {"--help", "--version"})
    if (std::find(names.begin(), names.end(), always) == names.end()) names.emplace_back(always);
  return names;
}

// ---- bash ---------------------------------------------------------------------------------------

std::string bashAction(const OptionInfo& option) {
  switch (takenBy(option)) {
    case Takes::Names:
      return "COMPREPLY=($(compgen -W " + shellQuoted(joined(option.choices)) +
             " -- \"$current\"))";
    case Takes::Files:
      return "compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "
             "\"$current\")";
    case Takes::Folders:
      return "compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "
             "\"$current\")";
    default:
      return ":";
  }
}

/// What may stand where no option does: names of the program's and those of files.
std::string bashArguments(const ReferenceCommand& command) {
  std::string names;
  bool files = false, folders = false;
  for (const OptionInfo& option : command.options) {
    if (!option.positional()) continue;
    const Takes takes = takenBy(option);
    names += takes == Takes::Names ? joined(option.choices) : "";
    files |= takes == Takes::Files || takes == Takes::Names;
    folders |= takes == Takes::Folders;
  }
  std::string list = names.empty() ? "" : "compgen -W " + shellQuoted(names) + " -- \"$current\"; ";
  if (files || folders)
    list += std::string("compgen ") + (files ? "-f" : "-d") + " -- \"$current\"";
  return list.empty() ? ""
                      : "compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(" + list + ")";
}

std::string bashScript(const ProgramReference& reference) {
  const std::string name = functionName(reference.program);
  std::string groups, commands, values, options, arguments;
  for (const std::string& word : firstWords(reference))
    if (const Words second = secondWords(reference, word); !second.empty())
      groups += "    " + word + ")\n      [ \"$COMP_CWORD\" -ne 2 ] || { COMPREPLY=($(compgen -W " +
                shellQuoted(joined(second)) + " -- \"$current\")); return 0; }\n      command=\"" +
                word + " ${COMP_WORDS[2]-}\" ;;\n";
  for (const ReferenceCommand& command : reference.commands) {
    const std::string key = shellQuoted(command.name);
    if (!command.name.empty() && command.name.find(' ') == command.name.npos)
      commands += (commands.empty() ? "" : "|") + command.name;
    for (const OptionInfo& option : command.options)
      if (!option.positional() && takenBy(option) != Takes::Nothing)
        values += "    " + shellQuoted(command.name + " " + option.name) + ") " +
                  bashAction(option) + "; return 0 ;;\n";
    options += "    " + key + ") options=" + shellQuoted(joined(optionNames(command))) + " ;;\n";
    if (const std::string action = bashArguments(command); !action.empty())
      arguments += "    " + key + ") " + action + " ;;\n";
  }
  return "# Completion of " + reference.program + " for bash, made from its options.\n" + name +
         "() {\n"
         "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} "
         "command= options=\n"
         "  COMPREPLY=()\n"
         "  # bash parts --name=value at the =\n"
         "  if [ \"$current\" = = ]; then current=\n"
         "  elif [ \"$previous\" = = ]; then previous=${COMP_WORDS[COMP_CWORD-2]}; fi\n"
         "  case ${COMP_WORDS[1]-} in\n" +
         groups + (commands.empty() ? "" : "    " + commands + ") command=${COMP_WORDS[1]} ;;\n") +
         "  esac\n"
         "  if [ \"$COMP_CWORD\" -eq 1 ] && [[ $current != -* ]]; then\n"
         "    COMPREPLY=($(compgen -W " +
         shellQuoted(joined(firstWords(reference))) +
         " -- \"$current\"))\n"
         "    command=\n"
         "  fi\n"
         "  case \"$command $previous\" in\n" +
         values + "  esac\n  case $command in\n" + options +
         "    *) options='--help --version' ;;\n"
         "  esac\n"
         "  if [[ $current == -* ]]; then COMPREPLY=($(compgen -W \"$options\" -- \"$current\")); "
         "return 0; fi\n"
         "  [ \"${#COMPREPLY[@]}\" -eq 0 ] || return 0\n"
         "  case $command in\n" +
         arguments + "    *) ;;\n  esac\n  return 0\n}\ncomplete -F " + name + " " +
         reference.program + "\n";
}

// ---- zsh ----------------------------------------------------------------------------------------

/// Text inside [...] or between colons of _arguments.
std::string zshText(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string zshAction(const OptionInfo& option) {
  const std::string names = "(" + joined(option.choices) + ")";
  switch (takenBy(option)) {
    case Takes::Names:  // in the place of an argument a file may stand as well
      return option.positional()
                 ? "{_alternative \"names:name:" + names + "\" \"files:file:_files\"}"
                 : names;
    case Takes::Files:
      return "_files";
    case Takes::Folders:
      return "_files -/";
    default:
      return " ";
  }
}

std::string zshArguments(const ReferenceCommand& command) {
  std::string out = "_arguments -s -S";
  std::set<std::string> named;
  for (const OptionInfo& option : command.options) {
    named.insert(option.name);
    const bool several =
        option.value.find("several times") != std::string::npos || option.value == "any number";
    if (option.positional())
      out += " \\\n      " + shellQuoted((several ? "*:" : ":") + zshText(firstLine(option.name)) +
                                         ":" + zshAction(option));
    else if (takenBy(option) == Takes::Nothing)
      out += " \\\n      " + shellQuoted(option.name + "[" + zshText(option.help) + "]");
    else
      out += " \\\n      " +
             shellQuoted((several ? "*" : "") + option.name + "=[" + zshText(option.help) +
                         "]:" + zshText(option.value) + ":" + zshAction(option));
  }
  if (!named.count("--help")) out += " \\\n      '--help[print this help and exit]'";
  if (!named.count("--version")) out += " \\\n      '--version[print the version and exit]'";
  return out;
}

std::string zshDescribed(const ProgramReference& reference, const std::string& group) {
  std::string list;
  std::set<std::string> seen;
  for (const ReferenceCommand& command : reference.commands) {
    const bool inside = !group.empty();
    if (inside && command.name.compare(0, group.size() + 1, group + " ") != 0) continue;
    const std::string word =
        inside ? command.name.substr(group.size() + 1) : firstWord(command.name);
    if (word.empty() || !seen.insert(word).second) continue;
    const bool isGroup = !inside && command.name != word;
    list += " " + shellQuoted(word + ":" +
                              (isGroup ? joined(secondWords(reference, word))
                                       : zshText(firstLine(command.description))));
  }
  return list;
}

std::string zshScript(const ProgramReference& reference) {
  const std::string name = functionName(reference.program);
  std::string body, whole;
  for (const std::string& word : firstWords(reference)) {
    const Words second = secondWords(reference, word);
    body += "  " + word + ")\n";
    if (second.empty()) {
      for (const ReferenceCommand& command : reference.commands)
        if (command.name == word)
          body += "    shift words; (( CURRENT-- ))\n    " + zshArguments(command) + "\n    ;;\n";
      continue;
    }
    body += "    if (( CURRENT == 3 )); then\n      commands=(" + zshDescribed(reference, word) +
            " )\n      _describe command commands\n      return\n    fi\n    case $words[3] in\n";
    for (const ReferenceCommand& command : reference.commands)
      if (firstWord(command.name) == word)
        body += "    " + command.name.substr(word.size() + 1) +
                ")\n    shift 2 words; (( CURRENT -= 2 ))\n    " + zshArguments(command) +
                "\n    ;;\n";
    body += "    esac\n    ;;\n";
  }
  for (const ReferenceCommand& command : reference.commands)
    if (command.name.empty()) whole = zshArguments(command);
  if (whole.empty()) whole = zshArguments({});
  return "#compdef " + reference.program + "\n# Made from the options of the program.\n\n" + name +
         "() {\n  local -a commands\n  if (( CURRENT == 2 )); then\n    commands=(" +
         zshDescribed(reference, "") + " )\n    _describe command commands\n    " + whole +
         "\n    return\n  fi\n  case $words[2] in\n" + body + "  *)\n    " + whole +
         "\n    ;;\n  esac\n}\n\n" + name + " \"$@\"\n";
}

// ---- fish ---------------------------------------------------------------------------------------

/// fish knows \\ and \' within single quotes.
std::string fishQuoted(const std::string& text) {
  return "'" + replaced(replaced(text, "\\", "\\\\"), "'", "\\'") + "'";
}

std::string fishAction(const OptionInfo& option) {
  switch (takenBy(option)) {
    case Takes::Names:
      return (option.positional() ? " -F -a " : " -x -a ") + fishQuoted(joined(option.choices));
    case Takes::Files:
      return option.positional() ? " -F" : " -r -F";
    case Takes::Folders:
      return " -x -a '(__fish_complete_directories (commandline -ct))'";
    case Takes::Other:
      return option.positional() ? "" : " -x";
    default:
      return "";
  }
}

std::string fishCondition(const ProgramReference& reference, const std::string& command) {
  if (command.empty()) return "not __fish_seen_subcommand_from " + joined(firstWords(reference));
  const std::size_t space = command.find(' ');
  if (space == command.npos) return "__fish_seen_subcommand_from " + command;
  return "__fish_seen_subcommand_from " + command.substr(0, space) +
         "; and __fish_seen_subcommand_from " + command.substr(space + 1);
}

std::string fishScript(const ProgramReference& reference) {
  const std::string start = "complete -c " + reference.program;
  std::string out = "# Completion of " + reference.program + " for fish, made from its options.\n" +
                    start + " -f\n" + start + " -l help -d 'print this help and exit'\n" + start +
                    " -l version -d 'print the version and exit'\n";
  std::set<std::string> seen;
  for (const ReferenceCommand& command : reference.commands) {
    const std::string word = firstWord(command.name);
    const Words second = secondWords(reference, word);
    if (!word.empty() && seen.insert(word).second)
      out += start + " -n __fish_use_subcommand -a " + word + " -d " +
             fishQuoted(second.empty() ? firstLine(command.description) : joined(second)) + "\n";
    if (!second.empty() && !word.empty())
      out += start + " -n '__fish_seen_subcommand_from " + word +
             "; and not __fish_seen_subcommand_from " + joined(second) + "' -a " +
             command.name.substr(word.size() + 1) + " -d " +
             fishQuoted(firstLine(command.description)) + "\n";
    const std::string where = start + " -n " + shellQuoted(fishCondition(reference, command.name));
    for (const OptionInfo& option : command.options) {
      if (isOneOf(option.name, {"--help", "--version"})) continue;
      if (!option.positional())
        out += where + " -l " + option.name.substr(2) + fishAction(option) + " -d " +
               fishQuoted(option.help) + "\n";
      else if (takenBy(option) != Takes::Other)
        out += where + fishAction(option) + "\n";
    }
  }
  return out;
}

}  // namespace

const std::vector<std::string>& completionShells() {
  static const std::vector<std::string> kShells{"bash", "zsh", "fish"};
  return kShells;
}

std::string completionScript(const ProgramReference& reference, const std::string& shell) {
  if (shell == "bash") return bashScript(reference);
  if (shell == "zsh") return zshScript(reference);
  return fishScript(reference);
}

}  // namespace ouroscope::cli
