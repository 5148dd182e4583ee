// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/TraceUse.h"

#include <algorithm>
#include <cmath>

#include "core/analysis/AblationTable.h"
#include "core/analysis/Answer.h"
#include "core/analysis/AnswerChange.h"
#include "core/analysis/AnswerDynamics.h"
#include "core/analysis/Comparison.h"
#include "core/analysis/Evaluation.h"
#include "core/analysis/ExitRules.h"
#include "core/analysis/GateAudit.h"
#include "core/analysis/Geometry.h"
#include "core/analysis/LensTable.h"
#include "core/analysis/LoopWalk.h"
#include "core/analysis/Measures.h"
#include "core/analysis/NotNumbers.h"
#include "core/analysis/ReplayStatus.h"
#include "core/analysis/RunReading.h"
#include "core/analysis/Striking.h"
#include "core/analysis/TraceSummary.h"
#include "core/analysis/TraceTables.h"
#include "core/analysis/TrackedWord.h"
#include "core/run/Branch.h"
#include "tests/fuzz/Fuzz.h"
#include "tests/support/SyntheticTrace.h"

namespace ouroscope::fuzz {
namespace {

/// The first, the last and one between: every kind of place in a text.
std::vector<int> someTokens(const Trace& trace) {
  const int T = trace.tokens();
  std::vector<int> some;
  if (T > 0) some.push_back(0);
  if (T > 2) some.push_back(T / 2);
  if (T > 1) some.push_back(T - 1);
  return some;
}

void useReading(const TracePtr& trace, const ReadoutRule& rule, const ReadoutTables& tables) {
  const Trace& t = *trace;
  const Readout read = tables.read(t, rule);
  require(intSize(read.loop) == t.tokens());
  for (int i = 0; i < t.tokens(); ++i)
    require(read.loop[i] >= 0 && read.loop[i] < t.columns().loopsRun[i]);
  answerChange(t, read);
  for (int token = -1; token <= t.tokens(); ++token) answerAt(t, token, read);
  replayOf(t, read);
  strikingTokens(t, read);
  deepLoop(read);
  nextDeepToken(read, -1, 1);
  nextDeepToken(read, t.tokens(), -1);
  readingPoint(ReadingQuality(t), read);
  for (const Measure* measure : tokenMeasures()) {
    const auto values = tokenMeasure(t, *measure, read, &tables);
    require(intSize(values) == t.tokens());
  }
  for (const int token : someTokens(t)) {
    const LoopWalk walk = loopWalk(t, token, read);
    const GuessRound round = guessRound(walk);
    for (const WalkWord& word : round.choices) guessMatches(" A", word.bytes);
  }
  Evaluation evaluation;
  std::vector<ScoredToken> scored;
  for (const int token : someTokens(t)) scored.push_back({token, "group", token % 2});
  evaluation.add(t, read, scored);
  for (const auto& [group, score] : evaluation.scores())
    for (int r = 0; r < score.loops(); ++r) score.crossEntropy(r);
}

void useMeasures(const TracePtr& trace, const ReadoutRule& rule, const ReadoutTables& tables) {
  const std::size_t cells = product(trace->tokens(), trace->loops());
  for (const Measure* measure : loopMeasures()) {
    quietly([&] {
      const auto values = measureMatrix(*trace, *measure, rule, &tables);
      require(values.size() == cells);
      loopSpread(values, trace->loops());
      const Limits limits = measureLimits(*trace, *measure, values);
      require(std::isfinite(limits.low) && std::isfinite(limits.high));
      require(limits.low < limits.high);
    });
  }
}

void useGate(const TracePtr& trace, int gate) {
  const ReadoutTables tables(*trace, gate);
  const int R = trace->loops();
  for (const int budget : {0, 1, R})
    for (const double q : {0.0, 0.5, 1.0}) useReading(trace, {gate, budget, q}, tables);
  useMeasures(trace, {gate, (R + 1) / 2, 0.7}, tables);
  gateAverages(*trace, gate);
  const OperatingCurve curve = operatingCurve(*trace, gate, 11);
  thresholdFor(curve.gate, 1.5, 0.5);
  for (const Grouping grouping :
       {Grouping::None, Grouping::Source, Grouping::Word, Grouping::Position})
    summarise({trace}, {gate, 0, 0.5}, grouping);
}

void useWords(const TracePtr& trace) {
  const Trace& t = *trace;
  for (const int token : someTokens(t)) {
    wordOrId(t, t.columns().tokenId[token]);
    lensTable(t, token);
    for (int loop = 0; loop < t.loops(); loop += 1 + t.loops() / 3) layerLens(t, token, loop);
    for (const std::int32_t id : lensWords(t, token))
      for (const LensQuantity quantity :
           {LensQuantity::LogProb, LensQuantity::Prob, LensQuantity::Rank})
        require(intSize(lensCurve(t, token, id, quantity).values) == t.loops());
    overthinkingNats(t, token);
    tokenGroup(t, token, Grouping::Word);
  }
  for (const char* text : {"the", "#3", "#99999999999", "", "\xff"}) {
    trackedWord(t, nullptr, text);
    wordId(t, text);
  }
}

void useDynamics(const Trace& trace) {
  const AnswerDynamics dynamics = answerDynamics(trace);
  for (const DynamicsFilterInfo& info : dynamicsFilters())
    for (const int token : tokensWith(trace, dynamics, info.filter))
      require(token >= 0 && token < trace.tokens());
  answerStates(trace);
  loopAblation(trace);
  for (const AblationByInfo& by : ablationGroupings()) ablationTable(trace, by.by, 3);
}

void useStates(const Trace& trace) {
  quietly([&] { stateTurns(trace); });
  quietly([&] {
    const Orbits orbits = orbitsOf(trace, 3, 5);
    for (const int token : someTokens(trace)) orbitOf(trace, orbits.basis, token);
  });
}

void compareWith(const TracePtr& a, const TracePtr& b) {
  const Comparison both = compareTraces(a, ruleOfRun(*a), b, {0, 1, 0.5});
  for (const Measure* measure : loopMeasures())
    quietly([&] {
      const auto differences = loopDifference(both, *measure);
      summariseDifferences(differences);
      differenceLimit(differences);
      mostChanged(differences, both.loops, 5);
    });
  for (const Measure* measure : tokenMeasures())
    quietly([&] { mostChanged(tokenDifference(both, *measure), 1, 5); });
  summariseReadings(both);
}

void useRecord(const TracePtr& trace) {
  runSettings(*trace);
  meanLoops(readingOfRun(*trace));
  measuredRun(*trace);
  notNumbersText(notNumbers(*trace));
  prepareTrace(trace);
  for (const int token : someTokens(*trace))
    quietly([&] {
      const BranchPoint at{token, 1, 7};
      branchRequest(*trace, at, 3);
      branchInfo(*trace, at);
    });
  quietly([&] { requireSameModel(*trace, trace->info()); });
}

}  // namespace

void useTrace(const TracePtr& trace) {
  static const TracePtr other = test::syntheticTrace({.tokens = 7, .loops = 3, .vocab = 20});
  useRecord(trace);
  for (int gate = 0; gate <= std::min(2, intSize(trace->info().otherGates)); ++gate)
    useGate(trace, gate);
  quietly([&] {
    const ExitRuleAudit audit = exitRuleAudit(*trace);
    for (const double depth : {1.0, 1.5, 1e9}) compareExitRules(audit, depth);
  });
  useWords(trace);
  useDynamics(*trace);
  useStates(*trace);
  compareWith(trace, trace);
  compareWith(other, trace);
}

}  // namespace ouroscope::fuzz
