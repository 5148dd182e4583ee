// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/TurnTokens.h"

#include <algorithm>
#include <string>

#include "core/support/Index.h"
#include "core/text/ChatWriter.h"
#include "core/text/Utf8.h"

namespace ouroscope {
namespace {

/// Tokens that share a byte with [begin, end) of the text; `ends` are the tokens' ends in it.
TokenSpan tokensCovering(const std::vector<std::size_t>& ends, std::size_t begin, std::size_t end) {
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
  auto gap = trace.info().dropped.begin();
  const auto fill = [&](int token) {
    for (; gap != trace.info().dropped.end() && gap->token <= token; ++gap) prompt += gap->text;
  };
  for (int t = 0; t < std::min(trace.info().promptTokens, trace.tokens()); ++t) {
    fill(t);
    prompt += trace.columns().tokenBytes[t];
    ends.push_back(prompt.size());
  }
  fill(trace.info().promptTokens);
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

TokenSpan answerTokens(const Trace& trace) {
  const int begin = trace.info().promptTokens;
  const bool ended = trace.info().end.why == RunEnd::Why::StopToken && trace.tokens() > begin;
  return {begin, trace.tokens() - (ended ? 1 : 0)};
}

std::vector<ChatTurn> turnsSoFar(const Trace& trace) {
  const auto& conversation = trace.info().conversation;
  const TokenSpan answer = answerTokens(trace);
  if (!conversation || answer.end <= answer.begin) return {};
  std::vector<ChatTurn> turns = conversation->turns;
  if (conversation->system == "template" && !turns.empty()) turns.erase(turns.begin());
  std::string said = conversation->opening;
  for (int t = answer.begin; t < answer.end; ++t) said += trace.columns().tokenBytes[t];
  turns.push_back({"assistant", utf8Lossy(said)});
  return turns;
}

}  // namespace ouroscope
