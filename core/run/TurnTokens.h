// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "core/trace/Trace.h"

namespace ouroscope {

/// Tokens [begin, end) of a trace.
struct TokenSpan {
  int begin = 0, end = 0;
};

/// Where a turn of a recorded conversation stands.
struct TurnTokens {
  TokenSpan turn;     ///< with its marks
  TokenSpan content;  ///< tokens that share a byte with the content; empty where that is
};

/// The turns of TraceInfo::conversation, in order, found by their texts. Empty for a trace without
/// a conversation, and where the tokens do not give the text back (a branch within the prompt).
/// What the tokenizer dropped is counted in, where the trace says it.
std::vector<TurnTokens> turnTokens(const Trace& trace);

/// The answer to a conversation, without the token that ends it; empty where none was generated.
TokenSpan answerTokens(const Trace& trace);

/// The turns up to the end of the answer, as a conversation that goes on begins: without a system
/// turn that the folder's template wrote, and with what was written before the answer. Empty where
/// the trace is no conversation, or has no answer.
std::vector<ChatTurn> turnsSoFar(const Trace& trace);

}  // namespace ouroscope
