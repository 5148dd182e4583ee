// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <limits>
#include <vector>

#include "core/analysis/ExitAnalysis.h"
#include "core/record/ExitCriterion.h"

namespace ouroscope {

/// What somebody says ought to follow a text. Several tokens are an answer of several steps: each
/// is expected only where the record continues with those before it.
struct ExpectedAnswer {
  int after = -1;                 ///< the token that the first one follows
  std::vector<std::int32_t> ids;  ///< in reading order; empty: nothing is expected

  /// What is expected to follow `token`; -1 where nothing is.
  std::int32_t next(const Trace& trace, int token) const;
  bool operator==(const ExpectedAnswer&) const = default;
};

/// Where the answer to a prompt stands: after its last token. -1 for an empty trace.
int answerToken(const Trace& trace);

/// The best word of one loop.
struct AnswerWord {
  std::int32_t id = -1;  ///< -1 where it is not in the record, or not a number
  double probability = std::numeric_limits<double>::quiet_NaN();
  bool known() const { return id >= 0; }
};

/// What the model says after one token under one setting, and what more or fewer loops would have
/// said. Loops 0-based; -1 and NaN where the record has no value.
struct Answer {
  int token = -1;
  int read = -1;             ///< the loop that is read
  int allowed = 0;           ///< loops that the setting allows, from 1
  int last = -1;             ///< the deepest loop that the token ran
  AnswerWord now;            ///< at `read`
  AnswerWord onePass;        ///< at the first loop
  AnswerWord fullDepth;      ///< at `last`
  int since = -1;            ///< first loop from which on to `read` the best word is that of `read`
  std::int32_t wanted = -1;  ///< the expected word, else the token that the record goes on with
  bool expected = false;     ///< `wanted` is the expected one

  bool right() const { return now.known() && now.id == wanted; }
  bool wrong() const { return now.known() && wanted >= 0 && now.id != wanted; }
  /// The first loop from which on to `read` the best word is the wanted one; -1: it is not.
  int rightSince() const { return right() ? since : -1; }
  /// Whether full depth says something else.
  bool changed() const { return now.known() && fullDepth.known() && now.id != fullDepth.id; }
};

/// @param read 0-based; beyond the token's last loop it is that one; below 0: it is not known
/// @param allowed loops from 1
Answer answerAt(const Trace& trace, int token, int read, int allowed,
                const ExpectedAnswer& expected = {});
/// As a reading by gate, budget and threshold has it.
/// @param read of the same trace
Answer answerAt(const Trace& trace, int token, const Readout& read,
                const ExpectedAnswer& expected = {});
/// As a rule without a gate has it: the first loop whose quantity stops the token, else the last
/// one allowed. Nothing is read where the record does not hold exactly what the rule looks at.
/// @param criterion not the gate's, whose threshold is a Readout's q
/// @param budget loops allowed; 0: all
/// @throws Error for the gate and for baselines, which stop no token
Answer answerAt(const Trace& trace, int token, const ExitCriterion& criterion, int budget,
                const ExpectedAnswer& expected = {});

}  // namespace ouroscope
