// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Answer.h"

#include <algorithm>
#include <cmath>

#include "core/analysis/ExitRules.h"
#include "core/support/Error.h"

namespace ouroscope {
namespace {

AnswerWord bestWord(const Trace& trace, int token, int loop) {
  const TraceColumns& c = trace.columns();
  if (trace.topK() < 1 || loop < 0 || loop >= c.loopsRun[token]) return {};
  const std::size_t at = trace.at(token, loop) * trace.topK();
  if (c.topkId[at] < 0 || std::isnan(c.topkLogprob[at])) return {};
  return {c.topkId[at], std::exp(double{c.topkLogprob[at]})};
}

}  // namespace

std::int32_t ExpectedAnswer::next(const Trace& trace, int token) const {
  const int place = token - after;
  if (after < 0 || place < 0 || place >= intSize(ids) || token >= trace.tokens()) return -1;
  for (int i = 0; i < place; ++i)
    if (trace.columns().tokenId[after + 1 + i] != ids[i]) return -1;
  return ids[place];
}

int answerToken(const Trace& trace) {
  return std::clamp(trace.info().promptTokens - 1, -1, trace.tokens() - 1);
}

Answer answerAt(const Trace& trace, int token, int read, int allowed,
                const ExpectedAnswer& expected) {
  Answer answer;
  if (token < 0 || token >= trace.tokens()) return answer;
  const TraceColumns& c = trace.columns();
  answer.token = token;
  answer.allowed = allowed;
  answer.last = c.loopsRun[token] - 1;
  answer.read = std::min(read, answer.last);
  answer.onePass = bestWord(trace, token, 0);
  answer.fullDepth = bestWord(trace, token, answer.last);
  answer.now = bestWord(trace, token, answer.read);
  if (answer.now.known()) {
    answer.since = answer.read;
    while (answer.since > 0 && bestWord(trace, token, answer.since - 1).id == answer.now.id)
      --answer.since;
  }
  answer.wanted = expected.next(trace, token);
  answer.expected = answer.wanted >= 0;
  if (!answer.expected && token + 1 < trace.tokens()) answer.wanted = c.tokenId[token + 1];
  return answer;
}

Answer answerAt(const Trace& trace, int token, const Readout& read,
                const ExpectedAnswer& expected) {
  if (token < 0 || token >= intSize(read.loop)) return {};
  const int allowed = read.rule.budget > 0 ? read.rule.budget : trace.loops();
  return answerAt(trace, token, read.loop[token], std::min(allowed, trace.loops()), expected);
}

Answer answerAt(const Trace& trace, int token, const ExitCriterion& criterion, int budget,
                const ExpectedAnswer& expected) {
  if (criterion.isGate() || isBaseline(criterion.kind))
    throw Error(
        "No answer can be read by this rule: it needs a rule without a gate that stops a "
        "token while it runs.");
  if (token < 0 || token >= trace.tokens()) return {};
  const int allowed = budget > 0 ? std::min(budget, trace.loops()) : trace.loops();
  const int last = std::min(allowed, trace.columns().loopsRun[token]) - 1;
  int loop = 0;
  if (last > 0) {
    const RuleScores scores = ruleScores(trace, criterion.kind);
    // A bound of the quantity would stop the token where the rule itself would not.
    if (scores.basis != ScoreBasis::Exact) return answerAt(trace, token, -1, allowed, expected);
    const double sign = exitRuleInfo(criterion.kind).lowStops ? -1 : 1;
    while (loop < last && !criterion.stops(sign * scores.values[trace.at(token, loop)])) ++loop;
  }
  return answerAt(trace, token, loop, allowed, expected);
}

}  // namespace ouroscope
