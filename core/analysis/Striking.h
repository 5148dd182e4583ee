// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "core/analysis/ExitAnalysis.h"

namespace ouroscope {

/// Why a token is worth a look before any other.
enum class Strike {
  Deepest,        ///< greatest expected depth; value: that depth, loops from 1
  MostFlips,      ///< best word changes most often; value: how often
  RightThenLost,  ///< had the next token as best word and gave it up; value: nats of -log p(next)
                  ///< lost between its best loop and its last
  LateChange,     ///< the last loop moved the distribution most; value: KL(last || loop before),
                  ///< nats
  LatestCommit,   ///< reached its last best word at the latest loop; value: that loop, from 1
};

struct StrikingToken {
  Strike strike;
  int token = -1;
  double value = 0;
};

/// At most one token for each strike, in the order above; a strike that no token shows is left out
/// (no flips, nothing lost, one loop). Of equal tokens one that was not named yet is taken, then
/// the first. `readout` decides the depth only.
std::vector<StrikingToken> strikingTokens(const Trace& trace, const Readout& readout);

/// The loop from which on a token counts as read deep (from 0): as deep as the token that three
/// quarters of the tokens are read no deeper than, and never the shallowest loop that is read, so
/// that among tokens of one depth none is deep. -1 for no tokens.
int deepLoop(const Readout& readout);

/// The next deep token in a direction (1 or -1) from a token, -1 where there is none. From -1,
/// forwards, is from the beginning.
int nextDeepToken(const Readout& readout, int token, int direction);

}  // namespace ouroscope
