// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/analysis/ExitAnalysis.h"

namespace ouroscope {

/// Whether a reading gives other best words than full depth: the last loop that a token ran.
struct AnswerChange {
  int token = -1;  ///< where the answer stands: after the prompt's last token
  std::int32_t now = -1,
               full = -1;         ///< best words there, by the reading and at full depth; -1 none
  int changed = 0, compared = 0;  ///< tokens with another best word than at full depth, of so many
  bool answer() const { return now >= 0 && full >= 0 && now != full; }
};
/// @param read of the same trace
AnswerChange answerChange(const Trace& trace, const Readout& read);

}  // namespace ouroscope
