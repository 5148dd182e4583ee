// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <CLI/CLI.hpp>
#include <string>

#include "app/cli/Output.h"
#include "app/cli/TraceJson.h"

namespace ouroscope::cli {

/// `stats --heldout FILE` and `stats --texts FILE`: the demo model's evaluation (resources/demo/MODEL_CARD.md), run by this engine.
struct HeldOutOptions {
  std::string heldOut, texts, model, dtype = "auto", device = "auto";
  int loops = 0, threads = 0;
  void add(CLI::App& command);
  bool asked() const { return !heldOut.empty() || !texts.empty(); }
};

void evaluateHeldOut(const HeldOutOptions& options, const RuleOptions& rule, Format format);

}  // namespace ouroscope::cli
