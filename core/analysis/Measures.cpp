// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Measures.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "core/analysis/AnswerDynamics.h"

namespace ouroscope {
namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

constexpr MeasureInfo kMeasures[] = {
    {Measure::Lambda, "lambda", "Gate \u03bb", ""},
    {Measure::ExitProbability, "exit-probability", "Exit probability p", ""},
    {Measure::Cdf, "cdf", "Cumulative exit probability", ""},
    {Measure::Entropy, "entropy", "Entropy of the next word", "nats"},
    {Measure::LogProb, "logprob", "Log-probability of the next token", "nats"},
    {Measure::Rank, "rank", "Words ranked above the next token", ""},
    {Measure::Kl, "kl", "KL from the last loop", "nats"},
    {Measure::StateNorm, "state-norm", "State norm", ""},
    {Measure::StepNorm, "step-norm", "Step size", ""},
    {Measure::StepCosine, "step-cosine", "Cosine to the loop before", ""},
    {Measure::TopAgreement, "top-agreement", "Best word equals the last loop's", ""},
};

constexpr TokenMeasureInfo kTokenMeasures[] = {
    {TokenMeasure::ExitLoop, "exit-loop", "Exit loop", "loops", true, true},
    {TokenMeasure::ExpectedDepth, "expected-depth", "Expected depth", "loops", true, true},
    {TokenMeasure::DepthEntropy, "depth-entropy", "Entropy of depth", "nats", false, true},
    {TokenMeasure::Entropy, "entropy", "Entropy of the next word", "nats", false, true},
    {TokenMeasure::LogProb, "logprob", "Log-probability of the next token", "nats", false, true},
    {TokenMeasure::Kl, "kl", "KL from the last loop", "nats", false, true},
    {TokenMeasure::FirstCommit, "first-commit", "First commit", "loops", true, false},
    {TokenMeasure::LastFlip, "last-flip", "Last flip", "loops", true, false},
    {TokenMeasure::Lambda, "lambda", "Gate \u03bb at the exit loop", "", false, true},
    {TokenMeasure::ExitProbability, "exit-probability", "Exit probability p at the exit loop", "",
     false, true},
    {TokenMeasure::Cdf, "cdf", "Cumulative exit probability at the exit loop", "", false, true},
    {TokenMeasure::Rank, "rank", "Words ranked above the next token", "", false, true},
    {TokenMeasure::StateNorm, "state-norm", "State norm", "", false, true},
    {TokenMeasure::StepNorm, "step-norm", "Step size", "", false, true},
    {TokenMeasure::StepCosine, "step-cosine", "Cosine to the loop before", "", false, true},
    {TokenMeasure::TopAgreement, "top-agreement", "Best word equals the last loop's", "", false,
     true},
    {TokenMeasure::Flips, "flips", "Flips of the best word", "", false, false},
};

/// The heatmap's measure that a token measure takes at the exit loop.
std::optional<Measure> perLoop(TokenMeasure measure) {
  switch (measure) {
    case TokenMeasure::Entropy:
      return Measure::Entropy;
    case TokenMeasure::LogProb:
      return Measure::LogProb;
    case TokenMeasure::Kl:
      return Measure::Kl;
    case TokenMeasure::Rank:
      return Measure::Rank;
    case TokenMeasure::StateNorm:
      return Measure::StateNorm;
    case TokenMeasure::StepNorm:
      return Measure::StepNorm;
    case TokenMeasure::StepCosine:
      return Measure::StepCosine;
    default:
      return {};
  }
}

/// Calls `use` with one of the gate's matrices; the tables are made where they are not known.
template <class Use>
std::vector<float> withGateMatrix(const Trace& trace, int gate, Measure measure,
                                  const ReadoutTables* known, Use use) {
  std::optional<ReadoutTables> own;
  if (!known || known->gate() != gate) known = &own.emplace(trace, gate);
  return use(measure == Measure::Lambda            ? known->lambda()
             : measure == Measure::ExitProbability ? known->probability()
                                                   : known->cdf());
}

std::vector<float> agreementMatrix(const Trace& trace) {
  const TraceColumns& c = trace.columns();
  const std::size_t K = trace.topK();
  std::vector<float> out(c.kl.size(), kNaN);
  for (int t = 0; t < trace.tokens(); ++t) {
    const int run = c.loopsRun[t];
    const std::int32_t last = c.topkId[trace.at(t, run - 1) * K];
    for (int r = 0; r < run; ++r)
      out[trace.at(t, r)] = c.topkId[trace.at(t, r) * K] == last ? 1.0f : 0.0f;
  }
  return out;
}

std::vector<float> ranks(const std::vector<std::int32_t>& column) {
  std::vector<float> out;
  out.reserve(column.size());
  for (const std::int32_t rank : column) out.push_back(rank < 0 ? kNaN : static_cast<float>(rank));
  return out;
}

/// Loops counted from 1; -1 (never) is absent.
std::vector<float> loopsFromOne(const std::vector<int>& loops) {
  std::vector<float> out;
  out.reserve(loops.size());
  for (const int loop : loops) out.push_back(loop < 0 ? kNaN : static_cast<float>(loop + 1));
  return out;
}

}  // namespace

std::span<const MeasureInfo> measures() {
  return kMeasures;
}
std::span<const TokenMeasureInfo> tokenMeasures() {
  return kTokenMeasures;
}
// The tables stand in the order of the enumerations.
const MeasureInfo& measureInfo(Measure measure) {
  return kMeasures[static_cast<std::size_t>(measure)];
}
const TokenMeasureInfo& tokenMeasureInfo(TokenMeasure measure) {
  return kTokenMeasures[static_cast<std::size_t>(measure)];
}

std::vector<float> measureMatrix(const Trace& trace, Measure measure, const ReadoutRule& rule,
                                 const ReadoutTables* known) {
  const TraceColumns& c = trace.columns();
  switch (measure) {
    case Measure::Lambda:
    case Measure::ExitProbability:
    case Measure::Cdf:
      return withGateMatrix(trace, rule.gate, measure, known,
                            [](const std::vector<float>& matrix) { return matrix; });
    case Measure::Entropy:
      return c.entropy;
    case Measure::LogProb:
      return c.logprob;
    case Measure::Rank:
      return ranks(c.rank);
    case Measure::Kl:
      return c.kl;
    case Measure::StateNorm:
      return c.stateNorm;
    case Measure::StepNorm:
      return c.stepNorm;
    case Measure::StepCosine:
      return c.stepCosine;
    case Measure::TopAgreement:
      return agreementMatrix(trace);
  }
  return {};
}

std::vector<float> tokenMeasure(const Trace& trace, TokenMeasure measure, const Readout& readout,
                                const ReadoutTables* known) {
  const TraceColumns& c = trace.columns();
  std::vector<float> out;
  out.reserve(readout.loop.size());
  const auto loopOf = [&](int t) { return readout.loop[t]; };
  const auto atExit = [&](const std::vector<float>& column) {
    for (int t = 0; t < trace.tokens(); ++t) out.push_back(column[trace.at(t, loopOf(t))]);
    return out;
  };
  switch (measure) {
    case TokenMeasure::ExitLoop:
      return loopsFromOne(readout.loop);
    case TokenMeasure::ExpectedDepth:
      return readout.expectedDepth;
    case TokenMeasure::DepthEntropy:
      return readout.depthEntropy;
    case TokenMeasure::Entropy:
      return atExit(c.entropy);
    case TokenMeasure::LogProb:
      return atExit(c.logprob);
    case TokenMeasure::Kl:
      return atExit(c.kl);
    case TokenMeasure::StateNorm:
      return atExit(c.stateNorm);
    case TokenMeasure::StepNorm:
      return atExit(c.stepNorm);
    case TokenMeasure::StepCosine:
      return atExit(c.stepCosine);
    case TokenMeasure::Rank:
      for (int t = 0; t < trace.tokens(); ++t) {
        const std::int32_t rank = c.rank[trace.at(t, loopOf(t))];
        out.push_back(rank < 0 ? kNaN : static_cast<float>(rank));
      }
      return out;
    case TokenMeasure::Lambda:
      return withGateMatrix(trace, readout.rule.gate, Measure::Lambda, known, atExit);
    case TokenMeasure::ExitProbability:
      return withGateMatrix(trace, readout.rule.gate, Measure::ExitProbability, known, atExit);
    case TokenMeasure::Cdf:
      return withGateMatrix(trace, readout.rule.gate, Measure::Cdf, known, atExit);
    case TokenMeasure::TopAgreement: {
      const std::size_t K = trace.topK();
      for (int t = 0; t < trace.tokens(); ++t) {
        const std::size_t i = t;
        const std::int32_t last = c.topkId[trace.at(t, c.loopsRun[i] - 1) * K];
        out.push_back(readout.topId[i] == last ? 1.0f : 0.0f);
      }
      return out;
    }
    case TokenMeasure::FirstCommit:
      return loopsFromOne(answerDynamics(trace).firstCommit);
    case TokenMeasure::LastFlip:
      return loopsFromOne(answerDynamics(trace).lastFlip);
    case TokenMeasure::Flips:
      for (const int flips : answerDynamics(trace).flips) out.push_back(static_cast<float>(flips));
      return out;
  }
  return out;
}

Limits tokenLimits(const Trace& trace, TokenMeasure measure) {
  const TokenMeasureInfo& info = tokenMeasureInfo(measure);
  if (info.loops) return {1, static_cast<double>(trace.loops())};
  switch (measure) {
    case TokenMeasure::DepthEntropy:
      return {0, std::log(std::max(2, trace.loops()))};
    case TokenMeasure::Lambda:
    case TokenMeasure::ExitProbability:
    case TokenMeasure::Cdf:
    case TokenMeasure::TopAgreement:
      return {0, 1};
    case TokenMeasure::Flips:
      return {0, std::max(1.0, trace.loops() - 1.0)};
    default:
      break;
  }
  std::vector<float> known = measureMatrix(trace, *perLoop(measure), {});
  std::erase_if(known, [](float v) { return !std::isfinite(v); });
  if (known.empty()) return {0, 1};
  const auto at = [&](double share) {
    const auto n =
        static_cast<std::ptrdiff_t>(std::lround(share * static_cast<double>(known.size() - 1)));
    std::nth_element(known.begin(), known.begin() + n, known.end());
    return static_cast<double>(known[n]);
  };
  const bool many = known.size() > 400;
  const double low = std::min(0.0, at(many ? 0.005 : 0)),
               high = std::max(0.0, at(many ? 0.995 : 1));
  return {low, high > low ? high : low + 1};
}

}  // namespace ouroscope
