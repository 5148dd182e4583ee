// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/cli/BenchInside.h"
#include "app/cli/BenchRuns.h"
#include "app/cli/BenchSpeculation.h"
#include "app/cli/BenchStagger.h"
#include "app/cli/BenchTogether.h"
#include "app/cli/MachineLimits.h"
#include "app/cli/Terminal.h"

namespace ouroscope::cli {

struct BenchResult {
  std::string model, device, dtype;
  int loops = 0;
  double loadSeconds = 0;
  std::uint64_t weightBytes = 0, cacheBytesPerToken = 0, peakBytes = 0;
  bool gpu = false;  ///< limits are those of the GPU: bf16 products, and copying its memory
  MachineLimits limits;
  std::vector<BenchRow> rows;
  std::vector<InsideRow> inside;
  std::vector<PassRow> passes;
  StaggerRow stagger;
  std::vector<TogetherRow> together;
  int togetherTokens = 0;  ///< of each text
  std::vector<SpeculationRow> speculation;
};

std::string benchText(const BenchResult& result, const Terminal& terminal);
std::string benchCsv(const BenchResult& result);
std::string benchJson(const BenchResult& result);

}  // namespace ouroscope::cli
