// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <map>
#include <new>
#include <sstream>

#include "app/cli/Command.h"
#include "app/cli/Interrupt.h"
#include "core/support/Error.h"

namespace ouroscope::cli {
namespace {

constexpr int kDone = 0, kFailed = 1, kUsage = 2, kCancelled = 130;
constexpr const char* kVersion = "ouroscope-cli " OUROSCOPE_VERSION;

Interrupt* theInterrupt = nullptr;

/// The list of commands shows the first line of each description, a command's own help all of it.
class Help : public CLI::Formatter {
 public:
  Help() { column_width(30); }
  std::string make_subcommand(const CLI::App* command) const override {
    const std::string description = command->get_description();
    std::ostringstream line;
    CLI::detail::format_help(line, command->get_name(),
                             description.substr(0, description.find('\n')), get_column_width());
    return line.str();
  }
};

int fail(int status, std::string sentence) {
  // One line, whatever a library put into it.
  while (!sentence.empty() && sentence.back() == '\n') sentence.pop_back();
  for (char& c : sentence)
    if (c == '\n') c = ' ';
  notice(sentence);
  return status;
}

int run(int argc, char** argv) {
  CLI::App app(
      "Runs looped language models and reads their traces, without a window.\n"
      "Without --model the bundled demo model is used.",
      "ouroscope-cli");
  app.formatter(std::make_shared<Help>());
  app.set_help_flag("--help", "print this help and exit");
  app.set_version_flag("--version", kVersion, "print the version and exit");
  app.footer("Exit status: 0 done, 1 failed, 2 wrong usage, 130 cancelled.");
  std::map<std::string, Runner> runners;
  runners["trace"] = addTrace(app);
  runners["show"] = addShow(app);
  runners["stats"] = addStats(app);
  runners["info"] = addInfo(app);
  runners["bench"] = addBench(app);
  for (CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    command->set_version_flag("--version", kVersion, "print the version and exit");

  try {
    parseArguments(app, argc, argv);
    runners.at(app.get_subcommands().front()->get_name())();
    return kDone;
  } catch (const CLI::Success& asked) {
    return app.exit(asked);  // prints help or version
  } catch (const UsageError& error) {
    const auto chosen = app.get_subcommands();
    return fail(kUsage, std::string(error.what()) + " See ouroscope-cli " +
                            (chosen.empty() ? "" : chosen.front()->get_name() + " ") + "--help.");
  } catch (const Cancelled&) {
    return fail(kCancelled, "Cancelled; nothing was written.");
  } catch (const std::bad_alloc&) {
    return fail(kFailed, "Out of memory: use fewer tokens or loops, or capture less.");
  } catch (const std::exception& error) {
    return fail(kFailed, error.what());
  }
}

}  // namespace

std::stop_token interrupt() {
  return theInterrupt->token();
}

}  // namespace ouroscope::cli

int main(int argc, char** argv) {
  ouroscope::cli::Interrupt watch;
  ouroscope::cli::theInterrupt = &watch;
  return ouroscope::cli::run(argc, argv);
}
