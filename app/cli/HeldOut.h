// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "app/cli/Command.h"
#include "app/cli/Reading.h"

namespace ouroscope::cli {

/// `stats --heldout FILE` and `stats --texts FILE`: a model's evaluation by this engine, as the
/// demo model's card has it (resources/demo/).
struct HeldOutOptions {
  std::string heldOut, texts, classes = "template,free,answer";
  ModelOptions model;
  int loops = 0;

  void add(Subcommand& command);
  bool asked() const { return !heldOut.empty() || !texts.empty(); }
};

/// Runs every question (or text) of the file and prints accuracy by loop and mean exit loop.
/// @throws UsageError; Error naming file, line and field
void evaluateHeldOut(const HeldOutOptions& options, const ReadingOptions& reading, Format format);

}  // namespace ouroscope::cli
