// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/text/Tokenizer.h"
#include "core/trace/Trace.h"

namespace ouroscope {

/// What the record knows of a word that a person typed.
enum class WordRecord {
  Whole,          ///< recorded at every loop of every token: it was tracked
  Partly,         ///< only where it was among the kept candidates, or is the token that follows
  Absent,         ///< one token, but nothing of it was kept: a re-run can track it
  SeveralTokens,  ///< no single token: `pieces` says which
  Unknown,        ///< nowhere in the record, and there is no tokenizer to ask
};

struct TrackedWord {
  std::string text;  ///< as typed
  WordRecord record = WordRecord::Unknown;
  std::int32_t id = -1;             ///< the token; -1 for SeveralTokens and Unknown
  std::vector<std::string> pieces;  ///< bytes of the tokens, of SeveralTokens only
};

/// Looks a word up as running text has it (after a space), then as it is written; "#N" is token N.
/// The record's own words come first, so that it works without a model.
/// @param tokenizer of the model that made the trace, or null
TrackedWord trackedWord(const Trace& trace, const Tokenizer* tokenizer, const std::string& text);

/// The tokens of an answer that a person typed, as running text has it; empty where it cannot be
/// said. @param tokenizer as for trackedWord()
std::vector<std::int32_t> answerTokens(const Trace& trace, const Tokenizer* tokenizer,
                                       const std::string& text);

/// Whether the tokenizer gives the trace's tokens the bytes that the trace has for them.
bool tokenizerFits(const Trace& trace, const Tokenizer& tokenizer);

}  // namespace ouroscope
