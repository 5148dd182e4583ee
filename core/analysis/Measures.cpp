// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Measures.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <stdexcept>

#include "core/analysis/AnswerDynamics.h"
#include "core/analysis/Geometry.h"
#include "core/support/Numbers.h"

// What lupdate looks for: names are translated in the context Measures.
#define QT_TRANSLATE_NOOP(context, text) text

namespace ouroscope {
namespace {

using Input = MeasureInput;

template <auto Column>
Cells recorded(const Input& in) {
  return in.trace.columns().*Column;
}

/// A column that older traces do not have: absent everywhere there.
template <auto Column>
Cells orAbsent(const Input& in) {
  const std::vector<float>& cells = in.trace.columns().*Column;
  if (!cells.empty()) return cells;
  return std::vector<float>(in.trace.columns().kl.size(), kAbsentNumber);
}

/// `whole`, a matrix of the gate over all loops, where only in.budget of them are allowed: what the
/// loops above would have taken belongs to the last one that is allowed.
template <auto Matrix>
std::vector<float> underBudget(const Input& in, const std::vector<float>& whole) {
  std::vector<float> out = whole;
  const int last = in.budget - 1;
  for (int t = 0; t < in.trace.tokens(); ++t) {
    const std::size_t cell = in.trace.at(t, last);
    for (int r = last + 1; r < in.trace.loops(); ++r) out[in.trace.at(t, r)] = kAbsentNumber;
    if (std::isnan(whole[cell])) continue;
    // Not constexpr: GCC takes no member's address for a constant under -fsanitize=undefined.
    if (Matrix == &ReadoutTables::cdf) {
      out[cell] = 1;
    } else if (Matrix == &ReadoutTables::probability) {
      // 1 - CDF would lose a small remainder: it is the sum of what the loops from here on take.
      double rest = 0;
      for (int r = last; r < in.trace.columns().loopsRun[t]; ++r)
        rest += double{whole[in.trace.at(t, r)]};
      out[cell] = rest;
    }
  }
  return out;
}

/// One of the gate's matrices; the tables are made where they are not known.
template <auto Matrix>
Cells ofGate(const Input& in) {
  std::optional<ReadoutTables> made;
  const ReadoutTables* tables = in.known;
  if (!tables || tables->gate() != in.gate) tables = &made.emplace(in.trace, in.gate);
  const std::vector<float>& whole = (tables->*Matrix)();
  const int R = in.trace.loops();
  if (in.budget > 0 && in.budget < R) return underBudget<Matrix>(in, whole);
  if (!made) return whole;
  return std::vector<float>(whole);
}

Cells ranks(const Input& in) {
  std::vector<float> out;
  out.reserve(in.trace.columns().rank.size());
  for (const std::int32_t rank : in.trace.columns().rank)
    out.push_back(rank < 0 ? kAbsentNumber : static_cast<float>(rank));
  return out;
}

Cells agreement(const Input& in) {
  const TraceColumns& c = in.trace.columns();
  const int K = in.trace.topK();
  std::vector<float> out(c.kl.size(), kAbsentNumber);
  for (int t = 0; t < in.trace.tokens(); ++t) {
    const std::int32_t last = c.topkId[in.trace.at(t, c.loopsRun[t] - 1) * K];
    for (int r = 0; last >= 0 && r < c.loopsRun[t]; ++r)
      if (const std::int32_t best = c.topkId[in.trace.at(t, r) * K]; best >= 0)
        out[in.trace.at(t, r)] = best == last ? 1.0f : 0.0f;
  }
  return out;
}

Cells relativeStep(const Input& in) {
  const TraceColumns& c = in.trace.columns();
  std::vector<float> out = c.stepNorm;
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = c.stateNorm[i] > 0 ? out[i] / c.stateNorm[i] : kAbsentNumber;
  return out;
}

/// The step of a loop over the mean step of all loops and tokens: above 1 the text still moves.
Cells driftRatio(const Input& in) {
  std::vector<float> out = in.trace.columns().stepNorm;
  double sum = 0;
  std::size_t steps = 0;
  for (const float step : out) {
    if (!std::isfinite(step)) continue;
    sum += double{step};
    ++steps;
  }
  for (float& step : out)
    step = sum > 0 ? static_cast<float>(double{step} * static_cast<double>(steps) / sum)
                   : kAbsentNumber;
  return out;
}

Cells angle(const Input& in) {
  std::vector<float> out = in.trace.columns().stepCosine;
  // Rounding may leave a cosine a hair above 1.
  for (float& v : out)
    if (!std::isnan(v)) v = std::acos(std::clamp(double{v}, -1.0, 1.0)) * 180 / std::numbers::pi;
  return out;
}

Cells turn(const Input& in) {
  return stateTurns(in.trace, in.stop);
}

/// Loops counted from 1; -1 (never) is absent.
std::vector<float> loopsFromOne(const std::vector<int>& loops) {
  std::vector<float> out;
  out.reserve(loops.size());
  for (const int loop : loops) out.push_back(loop < 0 ? kAbsentNumber : loop + 1.0f);
  return out;
}

std::vector<float> exitLoops(const Trace&, const Readout& read) {
  return loopsFromOne(read.loop);
}
std::vector<float> expectedDepths(const Trace&, const Readout& read) {
  return read.expectedDepth;
}
std::vector<float> depthEntropies(const Trace&, const Readout& read) {
  return read.depthEntropy;
}
std::vector<float> firstCommits(const Trace& trace, const Readout&) {
  return loopsFromOne(answerDynamics(trace).firstCommit);
}
std::vector<float> lastFlips(const Trace& trace, const Readout&) {
  return loopsFromOne(answerDynamics(trace).lastFlip);
}
std::vector<float> flips(const Trace& trace, const Readout&) {
  const AnswerDynamics dynamics = answerDynamics(trace);
  return {dynamics.flips.begin(), dynamics.flips.end()};
}

using C = TraceColumns;
using Tables = ReadoutTables;

const Measure kMeasures[] = {
    {.id = "exit-loop",
     .name = QT_TRANSLATE_NOOP("Measures", "Exit loop"),
     .unit = QT_TRANSLATE_NOOP("Measures", "loops"),
     .range = MeasureRange::Loops,
     .whole = true,
     .readout = true,
     .tokens = exitLoops},
    {.id = "expected-depth",
     .name = QT_TRANSLATE_NOOP("Measures", "Expected depth"),
     .unit = QT_TRANSLATE_NOOP("Measures", "loops"),
     .range = MeasureRange::Loops,
     .readout = true,
     .needsGate = true,
     .tokens = expectedDepths},
    {.id = "depth-entropy",
     .name = QT_TRANSLATE_NOOP("Measures", "Entropy of depth"),
     .unit = QT_TRANSLATE_NOOP("Measures", "nats"),
     .range = MeasureRange::DepthEntropy,
     .readout = true,
     .needsGate = true,
     .tokens = depthEntropies},
    {.id = "lambda",
     .name = QT_TRANSLATE_NOOP("Measures", "Gate \u03bb"),
     .exitName = QT_TRANSLATE_NOOP("Measures", "Gate \u03bb at the exit loop"),
     .range = MeasureRange::Unit,
     .readout = true,
     .needsGate = true,
     .cells = ofGate<&Tables::lambda>},
    {.id = "exit-probability",
     .name = QT_TRANSLATE_NOOP("Measures", "Exit probability p"),
     .exitName = QT_TRANSLATE_NOOP("Measures", "Exit probability p at the exit loop"),
     .key = "p",
     .range = MeasureRange::Unit,
     .readout = true,
     .needsGate = true,
     .cells = ofGate<&Tables::probability>},
    {.id = "cdf",
     .name = QT_TRANSLATE_NOOP("Measures", "Cumulative exit probability"),
     .exitName = QT_TRANSLATE_NOOP("Measures", "Cumulative exit probability at the exit loop"),
     .range = MeasureRange::Unit,
     .readout = true,
     .needsGate = true,
     .cells = ofGate<&Tables::cdf>},
    {.id = "entropy",
     .name = QT_TRANSLATE_NOOP("Measures", "Entropy of the next word"),
     .unit = QT_TRANSLATE_NOOP("Measures", "nats"),
     .readout = true,
     .cells = recorded<&C::entropy>},
    {.id = "logprob",
     .name = QT_TRANSLATE_NOOP("Measures", "Log-probability of the next token"),
     .unit = QT_TRANSLATE_NOOP("Measures", "nats"),
     .lowStrikes = true,
     .readout = true,
     .ofNextToken = true,
     .cells = recorded<&C::logprob>},
    {.id = "rank",
     .name = QT_TRANSLATE_NOOP("Measures", "Words ranked above the next token"),
     // Most of what matters is below ten.
     .logarithmic = true,
     .whole = true,
     .readout = true,
     .ofNextToken = true,
     .cells = ranks},
    {.id = "kl",
     .name = QT_TRANSLATE_NOOP("Measures", "KL from the last loop"),
     .unit = QT_TRANSLATE_NOOP("Measures", "nats"),
     .readout = true,
     .cells = recorded<&C::kl>},
    {.id = "kl-step",
     .name = QT_TRANSLATE_NOOP("Measures", "KL from the loop before"),
     .unit = QT_TRANSLATE_NOOP("Measures", "nats"),
     .readout = true,
     .cells = orAbsent<&C::klStep>},
    {.id = "js-step",
     .name = QT_TRANSLATE_NOOP("Measures", "Jensen\u2013Shannon to the loop before"),
     .unit = QT_TRANSLATE_NOOP("Measures", "nats"),
     .readout = true,
     .cells = orAbsent<&C::jsStep>},
    {.id = "residual-norm",
     .name = QT_TRANSLATE_NOOP("Measures", "Norm before the final norm"),
     .readout = true,
     .formula = "|x\u1d63|",
     .cells = orAbsent<&C::residualNorm>},
    {.id = "state-norm",
     .name = QT_TRANSLATE_NOOP("Measures", "State norm"),
     .readout = true,
     .formula = "|h\u1d63|",
     .cells = recorded<&C::stateNorm>},
    {.id = "step-norm",
     .name = QT_TRANSLATE_NOOP("Measures", "Step size"),
     .readout = true,
     .formula = "|h\u1d63 \u2212 h\u1d63\u208b\u2081|",
     .curveId = "step",
     .cells = recorded<&C::stepNorm>},
    {.id = "step-cosine",
     .name = QT_TRANSLATE_NOOP("Measures", "Cosine to the loop before"),
     .lowStrikes = true,
     .readout = true,
     .formula = "cos(h\u1d63, h\u1d63\u208b\u2081)",
     .curveId = "cosine",
     .curveName = QT_TRANSLATE_NOOP("Measures", "Cosine"),
     .cells = recorded<&C::stepCosine>},
    {.id = "top-agreement",
     .name = QT_TRANSLATE_NOOP("Measures", "Best word equals the last loop's"),
     .range = MeasureRange::Unit,
     .lowStrikes = true,
     .whole = true,
     .readout = true,
     .cells = agreement},
    {.id = "relative-step",
     .name = QT_TRANSLATE_NOOP("Measures", "Relative step"),
     .readout = true,
     .formula = "|h\u1d63 \u2212 h\u1d63\u208b\u2081| / |h\u1d63|",
     .cells = relativeStep},
    {.id = "drift-ratio",
     .name = QT_TRANSLATE_NOOP("Measures", "Drift ratio"),
     .readout = true,
     .formula = "|h\u1d63 \u2212 h\u1d63\u208b\u2081| / mean",
     .cells = driftRatio},
    {.id = "angle",
     .name = QT_TRANSLATE_NOOP("Measures", "Angle"),
     .unit = "\u00b0",
     .readout = true,
     .formula = "\u2220(h\u1d63, h\u1d63\u208b\u2081)",
     .cells = angle},
    {.id = "turn",
     .name = QT_TRANSLATE_NOOP("Measures", "Cosine of successive steps"),
     .lowStrikes = true,
     .diverging = true,
     .readout = true,
     .needsHidden = true,
     .formula =
         "cos(h\u1d63 \u2212 h\u1d63\u208b\u2081, h\u1d63\u208b\u2081 \u2212 h\u1d63\u208b\u2082)",
     .cells = turn},
    {.id = "first-commit",
     .name = QT_TRANSLATE_NOOP("Measures", "First commit"),
     .unit = QT_TRANSLATE_NOOP("Measures", "loops"),
     .range = MeasureRange::Loops,
     .whole = true,
     .tokens = firstCommits},
    {.id = "last-flip",
     .name = QT_TRANSLATE_NOOP("Measures", "Last flip"),
     .unit = QT_TRANSLATE_NOOP("Measures", "loops"),
     .range = MeasureRange::Loops,
     .whole = true,
     .tokens = lastFlips},
    {.id = "flips",
     .name = QT_TRANSLATE_NOOP("Measures", "Flips of the best word"),
     .range = MeasureRange::Flips,
     .whole = true,
     .tokens = flips},
};

template <class Wanted>
std::vector<const Measure*> chosen(const Wanted& wanted) {
  std::vector<const Measure*> out;
  for (const Measure& m : kMeasures)
    if (wanted(m)) out.push_back(&m);
  return out;
}

}  // namespace

bool Measure::ofGate() const {
  return cells && range == MeasureRange::Unit && !exitName.empty();
}

std::string Measure::column() const {
  std::string text(key.empty() ? id : key);
  std::replace(text.begin(), text.end(), '-', '_');
  return text;
}

std::span<const Measure> measures() {
  return kMeasures;
}

const Measure* findMeasure(std::string_view id) {
  const auto at = std::find_if(std::begin(kMeasures), std::end(kMeasures),
                               [&](const Measure& m) { return m.id == id; });
  return at == std::end(kMeasures) ? nullptr : &*at;
}

const Measure& measure(std::string_view id) {
  if (const Measure* found = findMeasure(id)) return *found;
  throw std::logic_error("no measure " + std::string(id));
}

std::vector<const Measure*> loopMeasures() {
  return chosen([](const Measure& m) { return m.cells != nullptr; });
}
std::vector<const Measure*> tokenMeasures() {
  return chosen([](const Measure& m) { return !m.needsHidden; });
}
std::vector<const Measure*> curveMeasures() {
  return chosen([](const Measure& m) { return !m.formula.empty(); });
}

const Measure* findCurve(std::string_view id) {
  for (const Measure* m : curveMeasures())
    if (m->id == id || (!m->curveId.empty() && m->curveId == id)) return m;
  return nullptr;
}

std::vector<float> measureMatrix(const Trace& trace, const Measure& measure, int gate,
                                 const ReadoutTables* known, const std::stop_token& stop) {
  return measure.cells({trace, gate, 0, known, stop}).values();
}

std::vector<float> measureMatrix(const Trace& trace, const Measure& measure,
                                 const ReadoutRule& rule, const ReadoutTables* known) {
  return measure.cells({trace, rule.gate, rule.budget, known}).values();
}

std::vector<float> tokenMeasure(const Trace& trace, const Measure& measure, const Readout& readout,
                                const ReadoutTables* known) {
  if (measure.tokens) return measure.tokens(trace, readout);
  const Cells cells = measure.cells({trace, readout.rule.gate, readout.rule.budget, known});
  std::vector<float> out;
  out.reserve(readout.loop.size());
  for (int t = 0; t < trace.tokens(); ++t)
    out.push_back(cells.values()[trace.at(t, readout.loop[t])]);
  return out;
}

Limits measureLimits(const Trace& trace, const Measure& measure) {
  if (measure.range != MeasureRange::Data) return measureLimits(trace, measure, {});
  const Cells cells = measure.cells({trace});
  return measureLimits(trace, measure, cells.values());
}

Limits measureLimits(const Trace& trace, const Measure& measure, std::span<const float> cells) {
  switch (measure.range) {
    case MeasureRange::Unit:
      return {0, 1};
    case MeasureRange::Loops:
      return {1, double(trace.loops())};
    case MeasureRange::DepthEntropy:
      return {0, std::log(std::max(2, trace.loops()))};
    case MeasureRange::Flips:
      return {0, std::max(1.0, trace.loops() - 1.0)};
    case MeasureRange::Data:
      break;
  }
  std::vector<float> known;
  for (const float v : cells)
    if (std::isfinite(v)) known.push_back(v);
  if (known.empty()) return {0, 1};
  const auto at = [&](double share) {
    const std::ptrdiff_t place = share * (known.size() - 1);
    return double{valueAt(known, place)};
  };
  const bool many = known.size() > 400;
  double low = at(many ? 0.005 : 0), high = at(many ? 0.995 : 1);
  if (measure.diverging) {
    high = std::max(std::abs(low), std::abs(high));
    if (high <= 0) high = 1;
    return {-high, high};
  }
  // Zero is part of a scale that comes near it, so that lengths of colour can be compared.
  if (low > 0 && low < 0.5 * high) low = 0;
  if (high < 0 && high > 0.5 * low) high = 0;
  // One number everywhere: of a large one the next is more than 1 away.
  return {low, high > low ? high : low + std::max(1.0, 1e-6 * std::abs(low))};
}

}  // namespace ouroscope
