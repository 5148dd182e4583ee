// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace ouroscope::cli {

enum class Format { Text, Json, Csv };

/// The program was called wrongly: exit status 2.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// An option as the reference shows it. A positional argument has a name without dashes.
struct OptionInfo {
  std::string name;
  std::string value;      ///< what it takes: "FILE", "N from 1 to 64"; "" for a flag
  std::string help;       ///< a phrase or sentence without the default
  std::string otherwise;  ///< what holds where it is left out; "" where that says itself
  std::vector<std::string> choices = {};  ///< the names that it takes, where it takes only those

  bool positional() const { return name[0] != '-'; }
};

/// One command of the program: its options and what it does. Options take exactly one value unless
/// they say otherwise. Numbers are read whole and without the locale ("7x", "0x7" and "nan" are
/// refused) and checked against their range; help is wrapped for 80 columns. The variables that
/// options fill must live until the command has run. `otherwise`: see OptionInfo.
class Subcommand {
 public:
  Subcommand(CLI::App& app, std::string name, std::string description)
      : app_(app), name_(std::move(name)), description_(std::move(description)) {}

  const std::string& name() const { return name_; }
  const std::string& description() const { return description_; }
  const std::vector<OptionInfo>& options() const { return options_; }  ///< in the order of the help

  void addText(const std::string& name, std::string& value, const std::string& type,
               const std::string& help, const std::string& otherwise = {});
  /// A text that may be empty, which is not the same as leaving the option out.
  void addOptionalText(const std::string& name, std::optional<std::string>& value,
                       const std::string& type, const std::string& help,
                       const std::string& otherwise = {});
  /// A positional argument that takes any number of values.
  void addTexts(const std::string& name, std::vector<std::string>& values, const std::string& help);
  /// An option that may be given several times, each time with one value.
  void addRepeated(const std::string& name, std::vector<std::string>& values,
                   const std::string& type, const std::string& help);
  void addInteger(const std::string& name, int& value, int low, int high, const std::string& help,
                  const std::string& otherwise = {});
  void addNumber(const std::string& name, double& value, double low, double high,
                 const std::string& help, const std::string& otherwise = {});
  /// "A-B", two whole numbers from 1 on of which the second is not the smaller one.
  void addRange(const std::string& name, int& first, int& last, const std::string& help,
                const std::string& otherwise);
  void addChoice(const std::string& name, std::string& value,
                 const std::vector<std::string>& choices, const std::string& help,
                 const std::string& otherwise = {});
  void addFlag(const std::string& name, bool& value, const std::string& help);
  void addFormat(Format& format);  ///< --format text|json|csv
  void onRun(std::function<void()> run) { run_ = std::move(run); }

 private:
  friend class CommandLine;

  void add(const OptionInfo& option, const std::string& type,
           const std::function<void(const std::string&)>& set);
  /// An option that takes one of a list of names. @param take is given which
  void addOneOf(const std::string& name, const std::vector<std::string>& choices,
                const std::string& help, const std::string& otherwise,
                std::function<void(std::size_t)> take);

  CLI::App& app_;
  std::string name_, description_;
  std::vector<OptionInfo> options_;
  std::function<void()> run_;
};

/// The program's commands. Only its source file knows the library that parses (CLI11), which costs
/// seconds in every file that includes it.
class CommandLine {
 public:
  CommandLine(const std::string& program, const std::string& description, const std::string& footer,
              const std::string& version);
  ~CommandLine();
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  /// @param name "trace", or "corpus run" of a group that was added before
  /// @param description its first line is shown in the program's list of commands
  Subcommand& add(const std::string& name, const std::string& description);
  /// A word before the names of several commands.
  void addGroup(const std::string& name, const std::string& description);
  /// Parses the arguments and runs the command that they name, or prints help or version.
  /// @throws UsageError with one sentence; for an unknown name it says the nearest that exists.
  /// What a command throws passes through.
  void run(int argc, char** argv);
  /// "ouroscope-cli trace --help": where the command that was parsed last explains itself.
  std::string helpCommand() const;
  /// What `--help` prints, of a command, a group or, for "", of the program. @throws UsageError
  std::string help(const std::string& command) const;

  const std::string& program() const { return program_; }
  const std::string& description() const { return description_; }
  const std::string& footer() const { return footer_; }
  const std::vector<std::unique_ptr<Subcommand>>& commands() const { return commands_; }

 private:
  std::unique_ptr<CLI::App> app_;
  std::string program_, description_, footer_, version_;
  std::vector<std::unique_ptr<Subcommand>> commands_;
};

/// The parts between commas; "\," is a comma that does not part.
std::vector<std::string> commaParts(std::string_view list);

}  // namespace ouroscope::cli
