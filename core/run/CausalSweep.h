// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <stop_token>
#include <string>

#include "core/record/CausalMap.h"
#include "core/run/RunRecording.h"

namespace ouroscope {

/// One intervention at every loop and every layer (or token) in turn, and what each does to an
/// answer.
struct SweepOrder {
  RunOrder run;              ///< the untouched run, which generates nothing
  bool ofTokens = false;     ///< every token; else every layer
  std::string intervention;  ///< text of one, without loop= and without what the sweep goes over
  std::optional<RunPrompt> from;  ///< states are replaced by those of this prompt, at the same
                                  ///< place and the token that is as far from the end
  int token = -1;                 ///< whose answer is asked, from 0; -1: the last
  std::string word;               ///< that is asked for; empty: the best of the untouched run
};

/// Runs the sweep. The keys and values of tokens before the first that is changed are computed
/// once; where the device can go back (Sequence::rewind) and what follows fits one batch, so are
/// the loops before the one that is changed. Tokens after the one that is asked are not run.
/// @return the record of the untouched run, with the map as TraceInfo::sweep
/// @throws Error where order, model or intervention do not allow it; Cancelled within a layer
TracePtr causalSweep(const ModelPtr& model, const SweepOrder& order,
                     const std::stop_token& stop = {}, const ProgressFn& progress = {});

}  // namespace ouroscope
