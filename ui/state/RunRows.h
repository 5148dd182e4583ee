// SPDX-License-Identifier: GPL-3.0-or-later
// What a list of runs says of each in two lines.
#pragma once
#include <QString>
#include <vector>

#include "core/trace/Trace.h"

namespace ouroscope {

/// A stretch of a text, in UTF-16 units.
struct WordRange {
  int first = 0, length = 0;
  bool operator==(const WordRange&) const = default;
};

/// The beginning of a text on one line, for titles and lists.
/// @param tokens that count
/// @param enough bytes: no token is added to so many
/// @param most bytes that are shown
QString beginningOf(const Trace& trace, int tokens, std::size_t enough, std::size_t most);
/// That of a run's prompt.
QString promptLine(const Trace& trace);

/// In each text the words that its neighbour in the list (the one before; for the first the one
/// after) does not have at that place: what tells runs of nearly the same prompt apart. Empty where
/// the two have no word in common, or all.
std::vector<std::vector<WordRange>> differingWords(const std::vector<QString>& texts);

/// How deep a run is read by its own rule; loops from 1.
struct DepthProfile {
  double mean = 0;
  std::vector<float> bars;  ///< means of equal stretches of the text
};
/// @param most bars
DepthProfile depthProfile(const TracePtr& trace, int most);

}  // namespace ouroscope
