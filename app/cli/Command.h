// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <string_view>

#include "app/cli/Arguments.h"
#include "kernels/LoadedModel.h"

namespace ouroscope::cli {

/// Work that was stopped and has kept what it had; what() says where. Exit status 130.
class Stopped : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Stopped by Ctrl+C. A command that takes it cleans up by itself (Interrupt.h).
std::stop_token interrupt();

/// Writes a result to standard output. @throws Error when that fails (a full disk).
void print(std::string_view text);

/// A sentence on standard error that does not report a failure.
void notice(std::string_view sentence);

/// The name of a file that is read or written by parts, so that a pipe cannot stand for it.
/// @throws UsageError for "-", which would mean standard input or output
const std::string& fileName(const std::string& path, const std::string& what);

/// A name or path out of the user's hands or a file, safe to print.
std::string shownName(std::string_view name);

/// --follow-links, of every command that opens a model folder.
void addFollowLinks(Subcommand& command, bool& follow);
/// The value of an option that takes a seed. @throws UsageError
std::uint64_t seedOf(const std::string& text, const std::string& option);

/// --model, --device, --dtype, --weights and --threads of the commands that run a model.
struct ModelOptions {
  std::string model, device = "auto", dtype = "auto", weights = "stored";
  std::string lens = "coda", loopLayers, step;
  int threads = 0;
  bool followLinks = false;

  void add(Subcommand& command);
  ModelRequest request() const;   ///< without --model the demo model
  ModelRequest settings() const;  ///< without a folder
};

/// Each adds its command to the program.
void addTrace(CommandLine& line);
void addShow(CommandLine& line);
void addStats(CommandLine& line);
void addSweep(CommandLine& line);
void addAttention(CommandLine& line);
void addStability(CommandLine& line);
void addRanks(CommandLine& line);
void addLensFit(CommandLine& line);
void addCorpusRun(CommandLine& line);
void addCorpusReport(CommandLine& line);
void addCorpusMerge(CommandLine& line);
void addCorpusShow(CommandLine& line);
void addServe(CommandLine& line);
void addInfo(CommandLine& line);
void addBench(CommandLine& line);
void addSchema(CommandLine& line);
void addHelp(CommandLine& line);

}  // namespace ouroscope::cli
