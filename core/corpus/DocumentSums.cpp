// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/corpus/DocumentSums.h"

#include <algorithm>
#include <cmath>

#include "core/analysis/AttentionStatistics.h"
#include "core/analysis/LimitClasses.h"
#include "core/analysis/LoopStatistics.h"
#include "core/analysis/ReadingQuality.h"
#include "core/analysis/StateRank.h"
#include "core/analysis/TraceSummary.h"
#include "core/corpus/ExitGrid.h"
#include "core/corpus/TaskReadings.h"

namespace ouroscope {
namespace {

constexpr double kTolerance = 0.01;  // nats; as in stats

/// One trace with what all of its tokens are counted by.
class Counter {
 public:
  Counter(const Trace& trace, const ReadoutRule& rule, int skipFirst)
      : trace_(trace),
        rule_(rule),
        quality_(trace),
        scored_(summable(quality_.scored, quality_.nll)),
        klKnown_(summable(quality_.klKnown, quality_.kl)),
        nll_(inSteps(quality_.nll)),
        kl_(inSteps(quality_.kl)),
        tables_(trace, rule.gate),
        read_(tables_.read(trace, rule)),
        best_(bestWords()),
        first_(std::min(skipFirst, trace.tokens())) {}

  CorpusSums sums() const {
    CorpusSums out;
    for (int t = first_; t < trace_.tokens(); ++t) {
      add(classOf(out.word, t, Grouping::Word), t);
      add(classOf(out.position, t, Grouping::Position), t);
    }
    // Every token is in one class of words, and whole numbers add up to the same in any order.
    out.all = TokenSums(trace_.loops());
    for (const auto& [name, sums] : out.word) out.all += sums;
    const auto mark = [](TokenSums& sums) { sums.documents = sums.tokens > 0; };
    mark(out.all);
    for (auto& [name, sums] : out.word) mark(sums);
    for (auto& [name, sums] : out.position) mark(sums);
    for (const ExitGrid& grid : exitGrids()) addCurve(out, grid);
    out.calibration = CalibrationSums(trace_.loops());
    for (int t = first_; t < trace_.tokens(); ++t)
      if (scored_[t]) addCalibration(out.calibration, t);
    if (out.calibration.tokens == 0) out.calibration = {};
    addRanks(out);
    addAttention(out);
    return out;
  }

 private:
  TokenSums& classOf(std::map<std::string, TokenSums>& classes, int t, Grouping grouping) const {
    return classes.try_emplace(tokenGroup(trace_, t, grouping), trace_.loops()).first->second;
  }

  /// [T,R]; past the deepest loop its word is repeated.
  std::vector<std::int32_t> bestWords() const {
    std::vector<std::int32_t> words;
    words.reserve(quality_.nll.size());
    for (int t = 0; t < trace_.tokens(); ++t)
      for (int r = 0; r < quality_.loops; ++r)
        words.push_back(trace_.columns().topkId[trace_.at(t, std::min(r, quality_.deepest[t])) *
                                                trace_.topK()]);
    return words;
  }
  std::int32_t best(int t, int r) const { return best_[quality_.at(t, r)]; }

  /// [T] of these tokens those whose values [T,R] sums take: a finite one may still be beyond that.
  std::vector<std::uint8_t> summable(std::vector<std::uint8_t> known,
                                     const std::vector<float>& column) const {
    for (int t = 0; t < trace_.tokens(); ++t) {
      const float* values = column.data() + quality_.at(t, 0);
      known[t] = known[t] && std::all_of(values, values + quality_.loops,
                                         [](float v) { return std::abs(v) <= FixedSum::kMost; });
    }
    return known;
  }

  /// Every value goes into some hundred sums: it is rounded once. What is not summable is 0.
  static std::vector<FixedSum> inSteps(const std::vector<float>& values) {
    std::vector<FixedSum> steps(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) steps[i].add(values[i]);
    return steps;
  }

  void add(TokenSums& sums, int t) const {
    const int exit = read_.loop[t];
    ++sums.tokens;
    sums.exitLoops += exit + 1;
    ++sums.exits[exit];
    sums.withDepth += sums.expectedDepth.add(read_.expectedDepth[t]);
    if (scored_[t]) addScore(sums, t, exit);
    if (quality_.compared[t]) {
      ++sums.compared;
      for (int r = 0; r < quality_.loops; ++r) sums.agree[r] += quality_.agrees[quality_.at(t, r)];
      sums.agreeAtExit += quality_.agrees[quality_.at(t, exit)];
      addPairs(sums, t);
    }
    if (klKnown_[t]) {
      ++sums.withKl;
      for (int r = 0; r < quality_.loops; ++r) sums.kl[r] += kl_[quality_.at(t, r)];
    }
    addEntropy(sums, t);
    addInside(sums, t);
    addLimits(sums, t);
  }

  void addScore(TokenSums& sums, int t, int exit) const {
    const std::int32_t next = trace_.columns().tokenId[t + 1];
    const auto loss = [&](int r) { return double{quality_.nll[quality_.at(t, r)]}; };
    ++sums.scored;
    for (int r = 0; r < quality_.loops; ++r) {
      const bool right = best(t, r) == next;
      const std::size_t at = quality_.at(t, r);
      sums.nll[r] += nll_[at];
      sums.right[r] += right;
      if (r == 0) continue;
      const bool before = best(t, r - 1) == next;
      const double fall = loss(r - 1) - loss(r);
      if (fall > kTolerance) {
        ++sums.helped[r - 1];
        sums.helpedNats[r - 1] += nll_[at - 1] - nll_[at];
      } else if (fall < -kTolerance) {
        ++sums.hurt[r - 1];
        sums.hurtNats[r - 1] += nll_[at] - nll_[at - 1];
      }
      sums.madeRight[r - 1] += right && !before;
      sums.madeWrong[r - 1] += before && !right;
    }
    sums.nllAtExit += nll_[quality_.at(t, exit)];
    sums.rightAtExit += best(t, exit) == next;
  }

  void addPairs(TokenSums& sums, int t) const {
    std::size_t pair = 0;
    for (int i = 0; i < quality_.loops; ++i)
      for (int j = i + 1; j < quality_.loops; ++j) sums.pairs[pair++] += best(t, i) == best(t, j);
  }

  /// What `stats` counts, of this token.
  void addLimits(TokenSums& sums, int t) const {
    if (quality_.loops < kLimitLoops) return;
    const auto count = [](std::vector<std::int64_t>& into, std::size_t row, LimitClass kind) {
      ++into[row * kLimitClasses + static_cast<std::size_t>(kind)];
    };
    if (trace_.info().captured.hidden) {
      sums.endLimits.resize(kLimitClasses);
      count(sums.endLimits, 0, loopLimit(trace_, t));
    }
    const std::vector<LimitClass> layers = layerLimits(trace_, t);
    sums.layerLimits.resize(layers.size() * kLimitClasses);
    for (std::size_t layer = 0; layer < layers.size(); ++layer)
      count(sums.layerLimits, layer, layers[layer]);
  }

  void addEntropy(TokenSums& sums, int t) const {
    const auto entropy = [&](int r) {
      return double{trace_.columns().entropy[trace_.at(t, std::min(r, quality_.deepest[t]))]};
    };
    for (int r = 0; r < quality_.loops; ++r)
      if (!(std::abs(entropy(r)) <= FixedSum::kMost)) return;
    ++sums.withEntropy;
    for (int r = 0; r < quality_.loops; ++r) sums.entropy[r].add(entropy(r));
  }

  /// A loop that was not run has no state of its own, and the steps of the first are absent.
  void addInside(TokenSums& sums, int t) const {
    const TraceColumns& c = trace_.columns();
    const int last = quality_.deepest[t];
    if (last + 1 < quality_.loops) return;
    const auto known = [&](const std::vector<float>& column, int first) {
      if (column.empty()) return false;
      for (int r = first; r <= last; ++r)
        if (!(std::abs(column[trace_.at(t, r)]) <= FixedSum::kMost)) return false;
      return true;
    };
    const auto put = [&](std::vector<FixedSum>& into, const std::vector<float>& column, int first) {
      for (int r = first; r <= last; ++r) into[r - first].add(column[trace_.at(t, r)]);
    };
    if (known(c.stateNorm, 0) && known(c.stepNorm, 1) && known(c.stepCosine, 1)) {
      ++sums.withStates;
      put(sums.stateNorm, c.stateNorm, 0);
      put(sums.stepNorm, c.stepNorm, 1);
      put(sums.stepCosine, c.stepCosine, 1);
    }
    if (known(c.klStep, 1) && known(c.jsStep, 1)) {
      ++sums.withSteps;
      put(sums.klStep, c.klStep, 1);
      put(sums.jsStep, c.jsStep, 1);
    }
  }

  void addCalibration(CalibrationSums& sums, int t) const {
    const auto confidence = [&](int r) {
      const int ran = std::min(r, quality_.deepest[t]);
      return std::exp(double{trace_.columns().topkLogprob[trace_.at(t, ran) * trace_.topK()]});
    };
    for (int r = 0; r < quality_.loops; ++r)
      if (!std::isfinite(confidence(r))) return;
    ++sums.tokens;
    for (int r = 0; r < quality_.loops; ++r) {
      const double p = confidence(r);
      const bool right = best(t, r) == trace_.columns().tokenId[t + 1];
      const int bin = r * kCalibrationBins + calibrationBin(p);
      ++sums.binTokens[bin];
      sums.binRight[bin] += right;
      sums.binConfidence[bin].add(p);
      sums.brier[r].add((p - right) * (p - right));
    }
  }

  /// A text that lacks a number at some loop or layer is not behind the means of that one.
  static void addText(CorpusSums& out, std::string_view name, std::span<const double> values) {
    TextSums sums;
    sums.documents = 1;
    for (const double value : values)
      if (!sums.values.emplace_back().add(value)) return;
    if (!values.empty()) out.texts.emplace(name, std::move(sums));
  }

  void addRanks(CorpusSums& out) const {
    const std::vector<StateRank> ranks = stateRanks(std::span(&alias_, 1));
    const auto add = [&](std::string_view name, auto member) {
      std::vector<double> values;
      for (const StateRank& rank : ranks) values.push_back(double(rank.*member));
      addText(out, name, values);
    };
    add("state_energy", &StateRank::energy);
    add("effective_rank", &StateRank::effectiveRank);
    add("matrix_entropy", &StateRank::matrixEntropy);
    add("stable_rank", &StateRank::stableRank);
    add("rank_90", &StateRank::rank90);
  }

  void addAttention(CorpusSums& out) const {
    const AttentionStatistics a = attentionStatistics(std::span(&alias_, 1));
    if (a.empty()) return;
    addText(out, "attention_sink", a.sink);
    addText(out, "attention_sink_rate", a.sinkRate);
    addText(out, "attention_concentration", a.concentration);
    addText(out, "attention_entropy", a.entropy);
    // The first loop has none before it.
    addText(out, "attention_step", std::span(a.step).subspan(a.layers));
  }

  /// The exit loop of every token at every threshold, and what is read there. A rule whose score
  /// the record does not hold has no curve.
  void addCurve(CorpusSums& out, const ExitGrid& grid) const {
    const auto points = gridLoops(trace_, quality_, tables_, rule_, grid, false);
    if (points.empty()) return;
    CurveSums curve(points.size());
    for (std::size_t i = 0; i < points.size(); ++i)
      for (int t = first_; t < trace_.tokens(); ++t) addReading(curve, i, t, points[i][t]);
    out.curves.emplace(exitRuleInfo(grid.kind).id, std::move(curve));
  }

  void addReading(CurveSums& curve, std::size_t point, int t, int loop) const {
    const std::size_t cell = quality_.at(t, loop);
    curve.loops[point] += loop + 1;
    if (quality_.compared[t]) curve.agree[point] += quality_.agrees[cell];
    if (scored_[t]) curve.nll[point] += nll_[cell];
    if (klKnown_[t]) curve.kl[point] += kl_[cell];
  }

  const Trace& trace_;
  const TracePtr alias_{TracePtr(), &trace_};  // owns nothing
  const ReadoutRule rule_;
  const ReadingQuality quality_;
  const std::vector<std::uint8_t> scored_, klKnown_;  // [T] what goes into sums
  const std::vector<FixedSum> nll_, kl_;              // [T,R]
  const ReadoutTables tables_;
  const Readout read_;
  const std::vector<std::int32_t> best_;  // [T,R]
  const int first_;
};

}  // namespace

CorpusSums documentSums(const Trace& trace, const ReadoutRule& rule, int skipFirst) {
  return Counter(trace, rule, skipFirst).sums();
}

}  // namespace ouroscope
