// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace ouroscope {

/// What one intervention does to an answer, at every loop and every layer or token in turn: the
/// causal map of a run. Everything counts from 0. Row-major [loops, places].
struct CausalMap {
  bool ofTokens = false;     ///< places are tokens; else layers of a loop
  std::string intervention;  ///< as it was asked for, without the loop and the place
  std::string from;          ///< text of the prompt that states were taken from; else empty
  int token = 0;             ///< whose answer is asked: the word after it, at the last loop
  std::int32_t word = 0;     ///< the word that is asked for
  double logprob = 0;        ///< of it in the untouched run, nats
  int loops = 0;
  std::vector<int> places;         ///< layers or tokens, ascending
  std::vector<double> change;      ///< log-probability of the word less the untouched one, nats
  std::vector<double> kl;          ///< KL(untouched ‖ changed) over the whole vocabulary, nats
  std::vector<std::int32_t> best;  ///< best word of the changed run; -1 none
  /// Loops of single tokens that the sweep has run, and that so many whole runs would take.
  std::int64_t rows = 0, rowsAlone = 0;

  std::size_t cells() const { return places.size() * loops; }
  bool operator==(const CausalMap&) const = default;
};

}  // namespace ouroscope
