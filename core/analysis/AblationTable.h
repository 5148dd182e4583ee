// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/analysis/AnswerDynamics.h"
#include "core/analysis/Interval.h"
#include "core/support/Progress.h"

namespace ouroscope {

/// How the tokens of an ablation are grouped.
enum class AblationBy {
  None,
  Word,           ///< TraceSummary's classes of the token's text
  Source,         ///< prompt or generated
  FirstLoopLoss,  ///< how hard the token after it is for loop 1: -log p, in bins
  LastLoopLoss    ///< the same for the last loop
};
struct AblationByInfo {
  AblationBy by;
  std::string_view id;    ///< "word"
  std::string_view name;  ///< "Kind of token"
};
std::span<const AblationByInfo> ablationGroupings();

/// The ablation of one kind of token, with its uncertainty.
struct AblationGroup {
  std::string name;  ///< "all", a class of TraceSummary, or a bin: "0.1-1", "3-"
  int tokens = 0;    ///< counted: a token follows, and all loops were run
  LoopAblation ablation;
  std::vector<double> meanLoss;   ///< [R] mean -log p(next), nats
  std::vector<Interval> gain;     ///< [R-1] of rows[i].meanGainNats
  std::vector<double> bestShare;  ///< [R] share of resamples whose lowest mean loss is at this loop
};

struct AblationTable {
  AblationBy by = AblationBy::None;
  double tolerance = 0.01;            ///< nats; less is unchanged
  int resamples = 0;                  ///< of the bootstrap over tokens
  std::vector<AblationGroup> groups;  ///< "all" first, then in the order of the bins or the names
};

/// The intervals are percentiles of a bootstrap over tokens with a fixed seed: the same trace gives
/// the same numbers. Tokens of one text are not independent, so the true uncertainty is larger.
/// Takes about a second for 50,000 tokens. @throws Cancelled.
AblationTable ablationTable(const Trace& trace, AblationBy by, int resamples = 1000,
                            double tolerance = 0.01, const std::stop_token& stop = {},
                            const ProgressFn& progress = {});

}  // namespace ouroscope
