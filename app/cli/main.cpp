// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>

#include <cstdio>
#include <new>
#include <string>
#include <system_error>

#include "app/cli/Command.h"
#include "app/cli/Interrupt.h"
#include "core/support/Error.h"
#include "core/support/Version.h"

namespace ouroscope::cli {
namespace {

constexpr int kDone = 0, kFailed = 1, kUsage = 2, kCancelled = 130;
const std::string kVersion = std::string("ouroscope-cli ") + version();

Interrupt* theInterrupt = nullptr;

/// The signals of the program are heard while one lives.
struct Watched {
  Watched() { theInterrupt = &interrupt; }
  ~Watched() { theInterrupt = nullptr; }
  Interrupt interrupt;
};

int fail(int status, std::string sentence) {
  // One line, also where the sentence of a library has several.
  while (!sentence.empty() && sentence.back() == '\n') sentence.pop_back();
  for (char& c : sentence)
    if (c == '\n') c = ' ';
  notice(sentence);
  return status;
}

int run(int argc, char** argv) {
  CommandLine line(
      "ouroscope-cli",
      "Runs looped language models and reads their traces, without a window.\n"
      "Without --model the bundled demo model is used.",
      "Results go to standard output, notes and errors to standard error.\n"
      "Exit status: 0 done, 1 failed, 2 wrong usage, 130 stopped by Ctrl+C, SIGTERM or\n"
      "SIGHUP: a trace then holds what was run until there, and says so.",
      kVersion);
  addTrace(line);
  addShow(line);
  addStats(line);
  addSweep(line);
  addAttention(line);
  addStability(line);
  addRanks(line);
  line.addGroup("lens", "Maps that layers are read through.\nFit them to a model.");
  addLensFit(line);
  line.addGroup("corpus",
                "Run many texts and report on them.\n"
                "Sums of every document are kept; means come with intervals over documents.");
  addCorpusRun(line);
  addCorpusReport(line);
  addCorpusShow(line);
  addCorpusMerge(line);
  addServe(line);
  addInfo(line);
  addBench(line);
  addSchema(line);
  addHelp(line);
  try {
    line.run(argc, argv);
    return kDone;
  } catch (const UsageError& error) {
    return fail(kUsage, std::string(error.what()) + " See " + line.helpCommand() + ".");
  }
}

/// The whole program: nothing that it meets ends without a sentence.
int watchedRun(int argc, char** argv) {
  try {
    const Watched watched;
    return run(argc, argv);
  } catch (const Stopped& stopped) {
    return fail(kCancelled, stopped.what());
  } catch (const Cancelled&) {
    return fail(kCancelled, "Cancelled; nothing was written.");
  } catch (const std::bad_alloc&) {
    return fail(kFailed, "Out of memory: use fewer tokens or loops, or capture less.");
  } catch (const std::system_error& error) {
    // Threads are all that the standard library is asked for that fails like this.
    return fail(kFailed, std::string("The system starts no further thread: ") + error.what() +
                             "; end other programs, or raise the limit of processes.");
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
  // A stream that was closed by the caller must not become the first file that is opened. Writing
  // to it still fails.
  for (const int stream : {0, 1, 2})
    if (::fcntl(stream, F_GETFD) < 0) (void)::open("/dev/null", O_RDONLY);
  return ouroscope::cli::watchedRun(argc, argv);
}
