// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/TurnTokens.h"

#include <algorithm>
#include <string>

#include "core/support/Index.h"
#include "core/text/ChatWriter.h"

namespace ouroscope {
namespace {

/// Tokens that share a byte with [begin, end) of the text; `ends` are the tokens' ends in it.
TokenRange tokensCovering(const std::vector<std::size_t>& ends, std::size_t begin,
                          std::size_t end) {
  const auto first = std::ranges::upper_bound(ends, begin) - ends.begin();
  const auto last = std::ranges::lower_bound(ends, end) - ends.begin();
  return {static_cast<int>(first), static_cast<int>(begin < end ? last + 1 : first)};
}

}  // namespace

std::vector<TurnTokens> turnTokens(const Trace& trace) {
  const auto& conversation = trace.info().conversation;
  const ChatMarks* marks = conversation ? chatMarksNamed(conversation->marks) : nullptr;
  if (!marks) return {};
  std::string prompt;
  std::vector<std::size_t> ends;
  for (int t = 0; t < std::min(trace.info().promptTokens, trace.tokens()); ++t) {
    prompt += trace.columns().tokenBytes[t];
    ends.push_back(prompt.size());
  }
  // Whether white space around contents was left out is the template's habit, which a trace does
  // not keep: one of the two is the prompt.
  for (const bool trims : {marks->trims, !marks->trims}) {
    std::vector<TextRange> contents;
    if (writeChat(*marks, conversation->turns, conversation->opening, trims, &contents) != prompt)
      continue;
    std::vector<TurnTokens> out;
    std::size_t at = marks->first.size(), next = 0;
    for (const ChatTurn& turn : conversation->turns) {
      const std::size_t begin = at + marks->header(turn.role).size();
      // An empty content has no range of its own.
      const bool filled = next < contents.size() && contents[next].begin == begin;
      const std::size_t end = filled ? contents[next++].end : begin;
      out.push_back(
          {tokensCovering(ends, at, end + marks->after.size()), tokensCovering(ends, begin, end)});
      at = end + marks->after.size();
    }
    return out;
  }
  return {};
}

}  // namespace ouroscope
