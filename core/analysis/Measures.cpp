// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Measures.h"

#include <cmath>
#include <limits>

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
    {Measure::Rank, "rank", "Rank of the next token", ""},
    {Measure::Kl, "kl", "KL from the last loop", "nats"},
    {Measure::StateNorm, "state-norm", "State norm", ""},
    {Measure::StepNorm, "step-norm", "Step size", ""},
    {Measure::StepCosine, "step-cosine", "Cosine to the loop before", ""},
    {Measure::TopAgreement, "top-agreement", "Best word equals the last loop's", ""},
};

constexpr TokenMeasureInfo kTokenMeasures[] = {
    {TokenMeasure::ExitLoop, "exit-loop", "Exit loop", "loops", true},
    {TokenMeasure::ExpectedDepth, "expected-depth", "Expected depth", "loops", true},
    {TokenMeasure::DepthEntropy, "depth-entropy", "Entropy of depth", "nats", false},
    {TokenMeasure::Entropy, "entropy", "Entropy of the next word", "nats", false},
    {TokenMeasure::LogProb, "logprob", "Log-probability of the next token", "nats", false},
    {TokenMeasure::Kl, "kl", "KL from the last loop", "nats", false},
    {TokenMeasure::FirstCommit, "first-commit", "First commit", "loops", true},
    {TokenMeasure::LastFlip, "last-flip", "Last flip", "loops", true},
};

/// Gate measures of every token over the loops that it ran.
std::vector<float> gateMatrix(const Trace& trace, int gate,
                              const std::vector<double> ExitDistribution::*field) {
  const std::vector<float> logits = trace.gateLogits(gate);
  std::vector<float> out(logits.size(), kNaN);
  for (int t = 0; t < trace.tokens(); ++t) {
    const auto run =
        static_cast<std::size_t>(trace.columns().loopsRun[static_cast<std::size_t>(t)]);
    const ExitDistribution d = exitDistribution(std::span(logits).subspan(trace.at(t, 0), run));
    for (std::size_t r = 0; r < run; ++r)
      out[trace.at(t, static_cast<int>(r))] = static_cast<float>((d.*field)[r]);
  }
  return out;
}

std::vector<float> agreementMatrix(const Trace& trace) {
  const TraceColumns& c = trace.columns();
  const std::size_t K = static_cast<std::size_t>(trace.topK());
  std::vector<float> out(c.kl.size(), kNaN);
  for (int t = 0; t < trace.tokens(); ++t) {
    const int run = c.loopsRun[static_cast<std::size_t>(t)];
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

std::vector<float> measureMatrix(const Trace& trace, Measure measure, const ReadoutRule& rule) {
  const TraceColumns& c = trace.columns();
  switch (measure) {
    case Measure::Lambda:
      return gateMatrix(trace, rule.gate, &ExitDistribution::lambda);
    case Measure::ExitProbability:
      return gateMatrix(trace, rule.gate, &ExitDistribution::p);
    case Measure::Cdf:
      return gateMatrix(trace, rule.gate, &ExitDistribution::cdf);
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

std::vector<float> tokenMeasure(const Trace& trace, TokenMeasure measure, const Readout& readout) {
  const TraceColumns& c = trace.columns();
  const auto atExit = [&](const std::vector<float>& column) {
    std::vector<float> out;
    out.reserve(readout.loop.size());
    for (int t = 0; t < trace.tokens(); ++t)
      out.push_back(column[trace.at(t, readout.loop[static_cast<std::size_t>(t)])]);
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
    case TokenMeasure::FirstCommit:
      return loopsFromOne(answerDynamics(trace).firstCommit);
    case TokenMeasure::LastFlip:
      return loopsFromOne(answerDynamics(trace).lastFlip);
  }
  return {};
}

}  // namespace ouroscope
