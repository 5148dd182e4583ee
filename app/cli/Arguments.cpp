// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <numeric>
#include <sstream>
#include <tuple>

#include "app/cli/Numbers.h"
#include "core/support/DisplayText.h"
#include "core/support/IntRange.h"

namespace ouroscope::cli {
namespace {

constexpr const char* kNameOfList = "NAME";  ///< stands for one of a list of names
constexpr std::size_t kHelpColumn = 30, kHelpWidth = 80 - kHelpColumn;

std::string wrapped(const std::string& text) {
  std::string out, word;
  std::size_t used = 0;
  const auto flush = [&] {
    if (word.empty()) return;
    if (used > 0 && used + 1 + word.size() > kHelpWidth) {
      out += '\n';
      used = 0;
    }
    if (used > 0) out += ' ', ++used;
    out += word;
    used += word.size();
    word.clear();
  };
  for (const char c : text)
    if (c == ' ')
      flush();
    else
      word += c;
  flush();
  return out;
}

/// What the help of a command says of an option. Beside its name stands only `type`, so names to
/// choose from are told here.
std::string helpText(const OptionInfo& option, const std::string& type) {
  const bool list = type == kNameOfList && option.value != type;
  const std::string names = list ? option.value + ": " : "";
  const std::string otherwise =
      option.otherwise.empty() ? "" : " (default: " + option.otherwise + ")";
  return wrapped(names + option.help + otherwise);
}

[[noreturn]] void refuse(const std::string& name, const std::string& expected,
                         const std::string& found) {
  throw UsageError(name + " takes " + expected + ", not " + shownText(found) + ".");
}

/// Edits (insert, delete, replace) from one name to the other.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = corner + (a[i - 1] != b[j - 1]);
      corner = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row.back();
}

std::string nearest(const std::string& name, const std::vector<std::string>& known) {
  return *std::min_element(known.begin(), known.end(), [&](const auto& a, const auto& b) {
    return distance(name, a) < distance(name, b);
  });
}

std::vector<std::string> optionNames(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

std::vector<std::string> commandNames(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(command->get_name());
  return names;
}

[[noreturn]] void refuseCommand(const CLI::App& app, const std::string& name) {
  throw UsageError("Unknown command " + shownText(name) + ": did you mean " +
                   nearest(name, commandNames(app)) + "?");
}

/// The command that was parsed, each inside the one before: {corpus, run}.
std::vector<const CLI::App*> chosenCommands(const CLI::App& app) {
  std::vector<const CLI::App*> chosen;
  for (const CLI::App* at = &app; !at->get_subcommands().empty();)
    chosen.push_back(at = at->get_subcommands().front());
  return chosen;
}

/// What was left over after parsing.
[[noreturn]] void refuseExtras(const CLI::App& app) {
  const auto chosen = chosenCommands(app);
  const std::vector<std::string> extras = app.remaining(true);
  // CLI11 hands back what it could not place last to first for some forms: options come first.
  const auto option = std::find_if(extras.begin(), extras.end(), [](const std::string& e) {
    return e.size() > 1 && e[0] == '-';
  });
  if (option != extras.end()) {
    const std::string name = option->substr(0, option->find('='));
    const CLI::App& where = chosen.empty() ? app : *chosen.back();
    throw UsageError("Unknown option " + shownText(name) + ": did you mean " +
                     nearest(name, optionNames(where)) + "?");
  }
  const CLI::App& last = chosen.empty() ? app : *chosen.back();
  if (!commandNames(last).empty()) refuseCommand(last, extras.front());
  throw UsageError("Unexpected argument " + shownText(extras.front()) + ".");
}

/// CLI11 would take the next argument as the value of "--name=".
void refuseEmptyValues(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--") return;
    if (argument.size() > 3 && argument.substr(0, 2) == "--" && argument.back() == '=' &&
        argument.find_first_of(" =") == argument.size() - 1)
      throw UsageError(std::string(argument.substr(0, argument.size() - 1)) + " has no value.");
  }
}

/// The list of commands shows the first line of each description, a command's own help all of it.
class Help : public CLI::Formatter {
 public:
  Help() { column_width(kHelpColumn); }
  std::string make_subcommand(const CLI::App* command) const override {
    const std::string description = command->get_description();
    std::ostringstream line;
    CLI::detail::format_help(line, command->get_name(),
                             description.substr(0, description.find('\n')), get_column_width());
    return line.str();
  }
};

constexpr const char* kVersionHelp = "print the version and exit";

}  // namespace

void Subcommand::add(const OptionInfo& option, const std::string& type,
                     const std::function<void(const std::string&)>& set) {
  app_.add_option_function<std::string>(option.name, set, helpText(option, type))->type_name(type);
  options_.push_back(option);
}

void Subcommand::addText(const std::string& name, std::string& value, const std::string& type,
                         const std::string& help, const std::string& otherwise) {
  add({name, type, help, otherwise}, type, [&value, name](const std::string& text) {
    if (text.empty()) throw UsageError(name + " has an empty value.");
    value = text;
  });
}

void Subcommand::addOptionalText(const std::string& name, std::optional<std::string>& value,
                                 const std::string& type, const std::string& help,
                                 const std::string& otherwise) {
  add({name, type, help, otherwise}, type, [&value](const std::string& text) { value = text; });
}

void Subcommand::addTexts(const std::string& name, std::vector<std::string>& values,
                          const std::string& help) {
  app_.add_option(name, values, wrapped(help))->type_name("");
  options_.push_back({name, "any number", help, {}});
}

void Subcommand::addRepeated(const std::string& name, std::vector<std::string>& values,
                             const std::string& type, const std::string& help) {
  const OptionInfo option{name, type + ", may be given several times", help, {}};
  app_.add_option(name, values, helpText(option, type))->type_name(type)->allow_extra_args(false);
  options_.push_back(option);
}

void Subcommand::addInteger(const std::string& name, int& value, int low, int high,
                            const std::string& help, const std::string& otherwise) {
  const std::string range = "from " + std::to_string(low) + " to " + std::to_string(high);
  add({name, "N " + range, help, otherwise}, "N",
      [&value, name, low, high, range](const std::string& text) {
        const auto number = integerOf(text);
        if (!number || *number < low || *number > high)
          refuse(name, "a whole number " + range, text);
        value = static_cast<int>(*number);
      });
}

void Subcommand::addNumber(const std::string& name, double& value, double low, double high,
                           const std::string& help, const std::string& otherwise) {
  const std::string range = "from " + shortText(low) + " to " + shortText(high);
  add({name, "X " + range, help, otherwise}, "X",
      [&value, name, low, high, range](const std::string& text) {
        const auto number = numberOf(text);
        if (!number || !(*number >= low && *number <= high))
          refuse(name, "a number " + range, text);
        value = *number + 0.0;  // -0 is 0
      });
}

void Subcommand::addRange(const std::string& name, int& first, int& last, const std::string& help,
                          const std::string& otherwise) {
  add({name, "A-B", help, otherwise}, "A-B", [&first, &last, name](const std::string& text) {
    const auto range = intRangeOf(text);
    if (!range) refuse(name, "a range like 10-60, counted from 1", text);
    std::tie(first, last) = *range;
  });
}

void Subcommand::addOneOf(const std::string& name, const std::vector<std::string>& choices,
                          const std::string& help, const std::string& otherwise,
                          std::function<void(std::size_t)> take) {
  std::string listed;
  for (const std::string& choice : choices)
    listed += (listed.empty() ? "" : &choice == &choices.back() ? " or " : ", ") + choice;
  add({name, listed, help, otherwise, choices}, kNameOfList,
      [name, choices, listed, take = std::move(take)](const std::string& text) {
        const auto at = std::find(choices.begin(), choices.end(), text);
        if (at == choices.end()) refuse(name, listed, text);
        take(static_cast<std::size_t>(at - choices.begin()));
      });
}

void Subcommand::addChoice(const std::string& name, std::string& value,
                           const std::vector<std::string>& choices, const std::string& help,
                           const std::string& otherwise) {
  addOneOf(name, choices, help, otherwise,
           [&value, choices](std::size_t chosen) { value = choices[chosen]; });
}

void Subcommand::addFlag(const std::string& name, bool& value, const std::string& help) {
  app_.add_flag(name, value, wrapped(help));
  options_.push_back({name, {}, help, {}});
}

void Subcommand::addFormat(Format& format) {
  static const std::vector<std::string> kNames{"text", "json", "csv"};
  static constexpr Format kFormats[] = {Format::Text, Format::Json, Format::Csv};
  addOneOf("--format", kNames, "how the result is written", kNames.front(),
           [&format](std::size_t chosen) { format = kFormats[chosen]; });
}

std::vector<std::string> commaParts(std::string_view list) {
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i] == '\\' && i + 1 < list.size() && list[i + 1] == ',')
      parts.back() += list[++i];
    else if (list[i] == ',')
      parts.emplace_back();
    else
      parts.back() += list[i];
  }
  return parts;
}

CommandLine::CommandLine(const std::string& program, const std::string& description,
                         const std::string& footer, const std::string& version)
    : app_(std::make_unique<CLI::App>(description, program)),
      program_(program),
      description_(description),
      footer_(footer),
      version_(version) {
  app_->formatter(std::make_shared<Help>());
  app_->set_help_flag("--help", "print this help and exit");
  app_->set_version_flag("--version", version_, kVersionHelp);
  app_->footer(footer);
  app_->require_subcommand(0, 1);  // the name of another one after it is an argument
}

CommandLine::~CommandLine() = default;

Subcommand& CommandLine::add(const std::string& name, const std::string& description) {
  const std::size_t space = name.find(' ');
  CLI::App* group = space == name.npos ? app_.get() : app_->get_subcommand(name.substr(0, space));
  CLI::App* command = group->add_subcommand(name.substr(space + 1), description);
  commands_.push_back(std::make_unique<Subcommand>(*command, name, description));
  return *commands_.back();
}

void CommandLine::addGroup(const std::string& name, const std::string& description) {
  app_->add_subcommand(name, description)->require_subcommand(0, 1);
}

void CommandLine::run(int argc, char** argv) {
  for (const auto& command : commands_)  // here, because help lists it after the other options
    command->app_.set_version_flag("--version", version_, kVersionHelp);
  refuseEmptyValues(argc, argv);
  try {
    app_->parse(argc, argv);
  } catch (const CLI::Success& asked) {
    app_->exit(asked);  // prints help or version
    return;
  } catch (const CLI::ExtrasError&) {
    refuseExtras(*app_);
  } catch (const CLI::ArgumentMismatch& error) {
    std::string what = error.what();
    throw UsageError(what.substr(0, what.find(':')) +
                     " takes exactly one value; it was given without one, or twice.");
  } catch (const CLI::ParseError& error) {
    throw UsageError(error.what());
  }
  for (const auto& command : commands_)
    if (command->app_.parsed()) return command->run_();
  const auto chosen = chosenCommands(*app_);
  std::string names;
  for (const std::string& name : commandNames(chosen.empty() ? *app_ : *chosen.back()))
    names += (names.empty() ? "" : ", ") + name;
  throw UsageError("A command is missing" +
                   (chosen.empty() ? "" : " after " + chosen.back()->get_name()) + ": one of " +
                   names + ".");
}

std::string CommandLine::help(const std::string& command) const {
  const CLI::App* of = app_.get();
  std::istringstream words(command);
  for (std::string name; words >> name; of = of->get_subcommand(name)) {
    const std::vector<std::string> names = commandNames(*of);
    if (std::find(names.begin(), names.end(), name) == names.end()) refuseCommand(*of, name);
  }
  return of->get_formatter()->make_help(of, command.empty() ? program_ : program_ + " " + command,
                                        CLI::AppFormatMode::Normal);
}

std::string CommandLine::helpCommand() const {
  std::string text = program_ + " ";
  for (const CLI::App* command : chosenCommands(*app_)) text += command->get_name() + " ";
  return text + "--help";
}

}  // namespace ouroscope::cli
