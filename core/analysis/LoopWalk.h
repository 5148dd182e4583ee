// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "core/analysis/ExitAnalysis.h"

namespace ouroscope {

/// A candidate for the next word.
struct WalkWord {
  std::int32_t id = -1;
  std::string bytes;
  double probability = 0;
};

/// What one token knows after one loop.
struct WalkLoop {
  double lambda = 0;            ///< NaN where the gate is undefined
  double exitProbability = 0;   ///< p: of stopping exactly here
  double cdf = 0;               ///< of having stopped by here; 1 at the last loop
  std::vector<WalkWord> words;  ///< best first
  bool changed = false;         ///< the best word is another than a loop before
  bool stops = false;           ///< the reading stops here
};

/// One token on its way round the loop, for teaching: all loops that it ran, the one where the
/// present reading stops marked.
struct LoopWalk {
  int token = -1;
  std::vector<WalkLoop> loops;
  std::int32_t next = -1;  ///< the token that follows on record; -1 none
  int exitLoop = 0;        ///< 0-based
};
LoopWalk loopWalk(const Trace& trace, int token, const Readout& readout, int words = 5);

/// "Guess before reveal": choices for the word read at the exit loop, in an order that gives
/// nothing away and is the same every time.
struct GuessRound {
  std::vector<WalkWord> choices;
  int right = -1;  ///< index of the word that is read
};
/// The word that is read, the best words of the other loops, then the runners-up; all different as
/// words.
GuessRound guessRound(const LoopWalk& walk, int choices = 4);

/// Whether a typed guess means this word: case and surrounding space do not count.
bool guessMatches(const std::string& typed, const std::string& word);

}  // namespace ouroscope
