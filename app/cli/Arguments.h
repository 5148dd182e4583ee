// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <CLI/CLI.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace ouroscope::cli {

enum class Format { Text, Json, Csv };

/// The program was called wrongly: exit status 2.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Options that take exactly one value. Numbers are read whole and without the locale ("7x", "0x7"
/// and "nan" are refused) and checked against their range; help is wrapped for 80 columns.
void addText(CLI::App& command, const std::string& name, std::string& value,
             const std::string& type, const std::string& help);
void addInteger(CLI::App& command, const std::string& name, int& value, int low, int high,
                const std::string& help);
void addNumber(CLI::App& command, const std::string& name, double& value, double low, double high,
               const std::string& help);
void addChoice(CLI::App& command, const std::string& name, std::string& value,
               const std::vector<std::string>& choices, const std::string& help);
void addFlag(CLI::App& command, const std::string& name, bool& value, const std::string& help);
void addFormat(CLI::App& command, Format& format);  ///< --format text|json|csv

/// The parts between commas; "\," is a comma that does not part.
std::vector<std::string> commaParts(std::string_view list);

/// Parses the arguments. @throws UsageError with one sentence; for an unknown name it says the
/// nearest that exists. CLI::Success where --help or --version was asked for.
void parseArguments(CLI::App& app, int argc, char** argv);

}  // namespace ouroscope::cli
