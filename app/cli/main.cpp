// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <thread>

#include "app/cli/Command.h"
#include "core/support/Error.h"

namespace ouroscope::cli {
namespace {

std::stop_source& stopSource() {
  static std::stop_source source;
  return source;
}

/// Signal handlers may not touch a stop_source; a thread of its own takes the signal and asks for the stop.
void watchInterrupts() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::thread([signals] {
    int signal = 0;
    while (sigwait(&signals, &signal) == 0)
      if (!stopSource().request_stop()) _exit(130);  // asked twice: leave at once
  }).detach();
}

constexpr int kDone = 0, kFailed = 1, kUsage = 2, kCancelled = 130;

}  // namespace

std::stop_token interrupt() { return stopSource().get_token(); }

void clearProgressLine() {
  if (isatty(STDERR_FILENO)) std::fputs("\r\x1b[K", stderr);
}

ProgressFn progressLine() {
  if (!isatty(STDERR_FILENO)) return {};
  using Clock = std::chrono::steady_clock;
  struct State {
    Clock::time_point begun = Clock::now(), shown;
    std::string stage;
  };
  return [state = std::make_shared<State>()](std::string_view stage, std::int64_t done, std::int64_t total) {
    const auto now = Clock::now();
    if (stage != state->stage) {
      state->stage = stage;
      state->begun = now;
    } else if (now - state->shown < std::chrono::milliseconds(100) && done < total) {
      return;
    }
    state->shown = now;
    if (done >= total) return clearProgressLine();
    const double share = total > 0 ? static_cast<double>(done) / static_cast<double>(total) : 0;
    const double elapsed = std::chrono::duration<double>(now - state->begun).count();
    std::string line = "\r\x1b[K" + state->stage + " " + number(100 * share, 0) + " %";
    if (share > 0.02 && elapsed > 1) line += ", " + number(elapsed / share - elapsed, 0) + " s left";
    std::fputs(line.c_str(), stderr);
  };
}

void addFormat(CLI::App& command, Format& format) {
  const std::map<std::string, Format> names{{"text", Format::Text}, {"json", Format::Json}, {"csv", Format::Csv}};
  command.add_option("--format", format, "text (default), json or csv")->transform(CLI::CheckedTransformer(names))->type_name("NAME");
}

}  // namespace ouroscope::cli

int main(int argc, char** argv) {
  using namespace ouroscope;
  using namespace ouroscope::cli;
  watchInterrupts();

  CLI::App app("Runs looped language models and reads their traces.\nWithout --model the bundled demo model is used.", "ouroscope-cli");
  app.set_version_flag("--version", "ouroscope-cli " OUROSCOPE_VERSION);
  app.require_subcommand(1);
  std::map<std::string, Runner> runners;
  runners["trace"] = addTrace(app);
  runners["show"] = addShow(app);
  runners["stats"] = addStats(app);
  runners["info"] = addInfo(app);
  runners["bench"] = addBench(app);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {
      app.exit(error);  // --help, --version
      return kDone;
    }
    std::string sentence = error.what();
    if (!sentence.empty() && sentence.back() == '\n') sentence.pop_back();
    std::fprintf(stderr, "ouroscope-cli: %s (see ouroscope-cli --help)\n", sentence.c_str());
    return kUsage;
  }
  try {
    runners.at(app.get_subcommands().front()->get_name())();
    std::fflush(stdout);
    return kDone;
  } catch (const Cancelled&) {
    clearProgressLine();
    std::fputs("ouroscope-cli: cancelled, nothing was written.\n", stderr);
    return kCancelled;
  } catch (const CLI::ParseError& error) {
    std::fprintf(stderr, "ouroscope-cli: %s\n", error.what());
    return kUsage;
  } catch (const std::bad_alloc&) {
    clearProgressLine();
    std::fputs("ouroscope-cli: out of memory: use fewer tokens or loops, or capture less.\n", stderr);
    return kFailed;
  } catch (const std::exception& error) {
    clearProgressLine();
    std::fprintf(stderr, "ouroscope-cli: %s\n", error.what());
    return kFailed;
  }
}
