// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <span>
#include <vector>

#include "core/analysis/Alignment.h"
#include "core/analysis/ExitAnalysis.h"
#include "core/analysis/Measures.h"

namespace ouroscope {

/// What a reader of a difference must know: each is shown beside it.
enum class ComparisonNote {
  Weights,     ///< different weights
  DTypes,      ///< different arithmetic: rounding alone can flip a best word
  Devices,     ///< different devices: sums are taken in another order
  Tokenizers,  ///< aligned by bytes
  Loops,       ///< different numbers of loops: only those that both have are compared
  Policies,    ///< different KV policies: states of skipped loops differ by design
  NotShortest  ///< the texts differ so much that the alignment is not the best possible
};

/// Two readings of one trace or of two, token by token. Differences are always b - a.
struct Comparison {
  struct Side {
    TracePtr trace;
    std::shared_ptr<const ReadoutTables> tables;  ///< of the gate that is read
    Readout readout;                              ///< holds the rule
    /// Another rule: look-ups where the gate stays. @param known tables of this trace and the
    /// rule's gate, where somebody has them.
    void read(const ReadoutRule& rule, std::shared_ptr<const ReadoutTables> known = nullptr);
  };
  Side a, b;
  Alignment alignment;
  int loops = 0;  ///< that both have
  std::vector<ComparisonNote> notes;
  std::vector<bool> sameNext;  ///< [C] both tokens are there and the same text follows both
};
/// The alignment alone; neither side is read yet. @throws Cancelled.
Comparison alignTraces(TracePtr a, TracePtr b, int mostEdits = 1000,
                       const std::stop_token& stop = {});
/// The same with both sides read. @throws Cancelled.
Comparison compareTraces(TracePtr a, const ReadoutRule& ruleA, TracePtr b, const ReadoutRule& ruleB,
                         int mostEdits = 1000, const std::stop_token& stop = {});

/// [C, loops] b - a; NaN where one side has nothing. Log-probability and rank are those of the
/// token that follows: NaN too where another one follows in b than in a.
std::vector<float> loopDifference(const Comparison& comparison, const Measure& measure);
/// [C] the same for a quantity per token.
std::vector<float> tokenDifference(const Comparison& comparison, const Measure& measure);

struct DifferenceSummary {
  int compared = 0;  ///< values on both sides; the rest is over these, NaN where there are none
  int rises = 0, falls = 0;
  double mean = 0, meanAbsolute = 0;
  double largest = 0;  ///< signed, farthest from zero
};
DifferenceSummary summariseDifferences(std::span<const float> differences);
/// A limit for colours centred on zero: 99.5 % of the differences lie within it; 1 where all are
/// zero.
double differenceLimit(std::span<const float> differences);

/// A place where the two differ.
struct Change {
  int column = 0, loop = 0;
  double difference = 0;
};
/// The columns with the largest differences, each at its most changed loop; equal ones in text
/// order, unchanged ones left out. @param differences [C, perColumn].
std::vector<Change> mostChanged(std::span<const float> differences, int perColumn, int most);

/// The two readings as wholes, over the columns that both have.
struct ReadingSummary {
  double meanLoopsA = 0, meanLoopsB = 0;  ///< read, from 1
  double lossA = 0, lossB = 0;  ///< mean -log p of the next token at the loop that is read, nats,
                                ///< where the same one follows
  int compared = 0, comparedNext = 0;
  int sameWord = 0;  ///< columns whose best candidates at the loops that are read are equal
};
ReadingSummary summariseReadings(const Comparison& comparison);

}  // namespace ouroscope
