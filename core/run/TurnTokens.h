// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "core/trace/Trace.h"

namespace ouroscope {

/// Tokens [begin, end) of a trace.
struct TokenRange {
  int begin = 0, end = 0;
};

/// Where a turn of a recorded conversation stands.
struct TurnTokens {
  TokenRange turn;     ///< with its marks
  TokenRange content;  ///< tokens that share a byte with the content; empty where that is
};

/// The turns of TraceInfo::conversation, in order, found by their texts. Empty for a trace without
/// a conversation, and where the tokens do not give the text back (Huginn's tokenizer drops some
/// characters).
std::vector<TurnTokens> turnTokens(const Trace& trace);

}  // namespace ouroscope
