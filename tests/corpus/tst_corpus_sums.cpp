// SPDX-License-Identifier: GPL-3.0-or-later
// Sums of documents, how they merge, the parts of a corpus and the bootstrap.
#include <QTemporaryDir>
#include <QtTest>
#include <fstream>
#include <nlohmann/json.hpp>
#include <numeric>
#include <random>

#include "core/analysis/AttentionStatistics.h"
#include "core/analysis/LimitClasses.h"
#include "core/analysis/LoopStatistics.h"
#include "core/analysis/OperatingCurve.h"
#include "core/analysis/StateRank.h"
#include "core/analysis/TraceSummary.h"
#include "core/corpus/Bootstrap.h"
#include "core/corpus/CorpusSplit.h"
#include "core/corpus/DocumentSums.h"
#include "core/corpus/ExitGrid.h"
#include "core/corpus/LineReader.h"
#include "core/corpus/Quantities.h"
#include "core/support/Sha256.h"
#include "core/support/SplitMix.h"
#include "tests/model/ModelFixtures.h"
#include "tests/support/HandTrace.h"
#include "tests/support/SyntheticTrace.h"

using namespace ouroscope;
using fixture::isRefused;

namespace {

/// [0, 1), the same on every machine.
class Uniform {
 public:
  explicit Uniform(std::uint64_t seed) : state_(splitMix(seed)) {}
  double operator()() { return (splitMix(state_ += kSplitMixStep) >> 11) * 0x1p-53; }
  int below(int n) { return static_cast<int>((*this)() * n); }

 private:
  std::uint64_t state_;
};

template <class Value>
void shuffle(std::vector<Value>& values, Uniform& random) {
  for (std::size_t i = values.size(); i > 1; --i)
    std::swap(values[i - 1], values[random.below(static_cast<int>(i))]);
}

constexpr ReadoutRule kRule{0, 4, 0.6};

TracePtr syntheticOf(int tokens, std::uint64_t seed) {
  test::SyntheticOptions options;
  options.tokens = tokens;
  options.seed = seed;
  return test::syntheticTrace(options);
}

CorpusSums documentOf(std::uint64_t seed) {
  return documentSums(*syntheticOf(8 + static_cast<int>(seed % 30), seed), kRule, 0);
}

bool near(double a, double b) {
  return std::abs(a - b) <= 1e-9 * (1 + std::abs(b));
}

/// A mean of single values, each cluster one.
ClusterMean meanOf(const std::vector<double>& values) {
  ClusterMean mean;
  for (const double value : values) {
    mean.of.above.emplace_back();
    mean.of.above.back().add(value);
    mean.of.below.push_back(1);
  }
  return mean;
}

std::optional<Quantity> quantityOf(const TokenSums& sums, const QuantityName& name) {
  for (const Quantity& q : quantities(sums))
    if (q.name == name) return q;
  return {};
}

}  // namespace

class TestCorpusSums : public QObject {
  Q_OBJECT

 private slots:
  /// Values of very different size, in many orders: one sum. In double they give many.
  void aFixedSumHasNoOrder() {
    Uniform random(1);
    std::vector<double> values;
    for (int i = 0; i < 300; ++i)
      values.push_back((random() - 0.5) * std::pow(10, random.below(16) - 6));
    std::set<double> inDouble, fixed;
    for (int order = 0; order < 50; ++order) {
      shuffle(values, random);
      FixedSum sum;
      for (const double value : values) QVERIFY(sum.add(value));
      fixed.insert(sum.value());
      inDouble.insert(std::accumulate(values.begin(), values.end(), 0.0));
    }
    QCOMPARE(fixed.size(), std::size_t{1});
    QVERIFY(inDouble.size() > 1);
  }

  void aFixedSumTakesNumbersOnly() {
    FixedSum sum;
    for (const double value : {double(kNaN), HUGE_VAL, -HUGE_VAL, 0x1.8p40})
      QVERIFY(!sum.add(value));
    QVERIFY(sum == FixedSum());
    QVERIFY(sum.add(0x1p-40));
    QCOMPARE(static_cast<int>(sum.steps()), 1);
    QVERIFY(sum.add(0.5 * 0x1p-40));  // half a step: to the even one
    QCOMPARE(static_cast<int>(sum.steps()), 1);
    // On both sides of what 64 bits hold.
    for (const double value : {-0x1.000001p22, 0x1.fffffep21, 0x1.8p22, -0x1.23456789abcdep39}) {
      FixedSum one;
      QVERIFY(one.add(value));
      QVERIFY(one == FixedSum::ofSteps(static_cast<Int128>(value * 0x1p40)));  // whole steps
    }
    QVERIFY(FixedSum::ofCount(3) - sum == FixedSum::ofSteps(Int128{3 * (1LL << 40) - 1}));
  }

  /// Also sums of more than 64 bits.
  void aFixedSumIsReadBackFromJson() {
    FixedSum large;
    for (int i = 0; i < 100; ++i) large.add(-0x1p39);
    for (const FixedSum& sum :
         {FixedSum(), FixedSum::ofSteps(-5), FixedSum::ofCount(1 << 20), large}) {
      const std::string text = fixedToJson(sum).dump();
      QVERIFY(fixedFromJson(nlohmann::json::parse(text), "a sum") == sum);
    }
    QCOMPARE(fixedToJson(large).dump(), std::string("\"-60446290980731458735308800\""));
    for (const char* bad : {"1.5", "\"12x\"", "\"\"", "\"-\"", "null", "[1]",
                            "18446744073709551615", "\"999999999999999999999999999999999999999\""})
      QVERIFY2(isRefused([&] { fixedFromJson(nlohmann::json::parse(bad), "a sum"); }), bad);
  }

  /// Forty documents, split at random, merged in random order and in trees: the same bytes.
  void mergingHasNoOrder() {
    std::vector<CorpusSums> documents;
    for (int i = 0; i < 40; ++i) documents.push_back(documentOf(i + 1));
    // Of some more was captured: ranks and attention.
    for (int i = 0; i < 40; i += 3)
      documents[i] = documentSums(*test::syntheticTrace({.tokens = 12 + i,
                                                         .captureHidden = true,
                                                         .captureLayers = true,
                                                         .captureAttention = true,
                                                         .seed = std::uint64_t(i + 1)}),
                                  kRule, 0);
    CorpusSums whole;
    for (const CorpusSums& document : documents) whole += document;
    const std::string bytes = toJson(whole).dump();
    QCOMPARE(whole.all.documents, 40);
    Uniform random(7);
    for (int trial = 0; trial < 30; ++trial) {
      std::vector<CorpusSums> parts(1 + random.below(9));
      shuffle(documents, random);
      for (const CorpusSums& document : documents)
        parts[random.below(static_cast<int>(parts.size()))] += document;
      // Through JSON, as shards do it; then two by two until one is left.
      for (CorpusSums& part : parts)
        if (part.all.documents > 0)
          part = corpusSumsFromJson(nlohmann::json::parse(toJson(part).dump()), 4, "a part");
      while (parts.size() > 1) {
        shuffle(parts, random);
        const CorpusSums last = std::move(parts.back());
        parts.pop_back();
        parts[random.below(static_cast<int>(parts.size()))] += last;
      }
      QCOMPARE(toJson(parts[0]).dump(), bytes);
    }
  }

  void sumsOfAnotherShapeAreRefused() {
    const nlohmann::json good = nlohmann::json::parse(toJson(documentOf(1)).dump());
    QVERIFY(corpusSumsFromJson(good, 4, "x") == documentOf(1));
    QVERIFY(isRefused([&] { corpusSumsFromJson(good, 5, "x"); }, "5 entries"));
    nlohmann::json broken = good;
    broken["all"]["tokens"] = -1;
    QVERIFY(isRefused([&] { corpusSumsFromJson(broken, 4, "x"); }, "tokens"));
    broken = good;
    broken["curves"]["gate"]["nll"].push_back(0);
    const CorpusSums odd = corpusSumsFromJson(broken, 4, "x");
    QVERIFY(isRefused([&] { curveQuantities(odd); }, "21 points"));
  }

  /// The same numbers as `stats` has for one trace, which sums in double.
  void aDocumentHasTheNumbersOfStats() {
    const TracePtr trace = syntheticOf(60, 5);
    const CorpusSums sums = documentSums(*trace, kRule, 0);
    const std::vector<GroupStats> groups = summarise({trace}, kRule, Grouping::Word);
    for (const GroupStats& group : groups) {
      const TokenSums& mine = group.name == "all" ? sums.all : sums.word.at(group.name);
      QCOMPARE(mine.tokens, group.tokens);
      QVERIFY(near(double(mine.exitLoops), group.exitLoops));
      QVERIFY(near(mine.expectedDepth.value(), group.expectedDepth));
      for (int r = 0; r < 4; ++r) {
        QCOMPARE(mine.exits[r], group.histogram[r]);
        QCOMPARE(mine.right[r], group.right[r]);
        QCOMPARE(mine.scored, group.countedNll[r]);
        QVERIFY(near(mine.nll[r].value(), group.nll[r]));
        QVERIFY(near(mine.entropy[r].value(), group.entropy[r]));
        QVERIFY(near(double(mine.agree[r]), group.agreement[r]));
      }
    }
    QCOMPARE(sums.word.size(), groups.size() - 1);

    const LoopAblation ablation = loopAblation(*trace);
    for (const LoopAblationRow& row : ablation.rows) {
      QCOMPARE(sums.all.helped[row.loop - 1], row.helped);
      QCOMPARE(sums.all.hurt[row.loop - 1], row.hurt);
      QVERIFY(near(sums.all.helpedNats[row.loop - 1].value(), row.helpedNats));
      QVERIFY(near(sums.all.hurtNats[row.loop - 1].value(), row.hurtNats));
      const auto unchanged = quantityOf(sums.all, {"unchanged", "loop", row.loop + 1.0});
      QVERIFY(unchanged && unchanged->sum == FixedSum::ofCount(row.unchanged));
      QCOMPARE(sums.all.madeRight[row.loop - 1], row.madeRight);
      QCOMPARE(sums.all.madeWrong[row.loop - 1], row.madeWrong);
    }
  }

  /// Every two loops, of several traces together; classes add up to all tokens.
  void pairsOfLoopsAreThoseOfStats() {
    std::vector<TracePtr> traces;
    CorpusSums all;
    for (int i = 0; i < 5; ++i) {
      traces.push_back(syntheticOf(20 + 7 * i, 60 + i));
      all += documentSums(*traces.back(), kRule, 0);
    }
    const LoopAgreement wanted = loopAgreement(traces);
    const std::vector<Quantity> pairs = pairQuantities(all.all);
    QCOMPARE(pairs.size(), std::size_t{6});
    std::set<double> shares;
    for (const Quantity& q : pairs) {
      QCOMPARE(q.name.measure, std::string_view("pair_agreement"));
      const int cell = (static_cast<int>(q.name.at) - 1) * 4 + q.name.with - 1;
      QVERIFY(q.name.with > q.name.at);
      QCOMPARE(q.tokens, wanted.counted[cell]);
      QVERIFY(near(q.sum.value() / double(q.tokens), wanted.share[cell]));
      shares.insert(wanted.share[cell]);
      if (q.name.with == 4)
        QVERIFY(q.sum == FixedSum::ofCount(all.all.agree[std::size_t(q.name.at) - 1]));
    }
    QVERIFY(shares.size() > 2);
    std::vector<std::int64_t> sum(6);
    for (const auto& [name, tokens] : all.word)
      for (std::size_t pair = 0; pair < 6; ++pair) sum[pair] += tokens.pairs[pair];
    QVERIFY(sum == all.all.pairs);
    QVERIFY(pairQuantities(TokenSums(1)).empty());
  }

  /// A layer of each class; tokens that are skipped are not counted, and fewer loops say nothing.
  void limitingClassesAreThoseOfStats() {
    const auto traceOf = [](int loops) {
      const TracePtr made = test::syntheticTrace({.tokens = 30,
                                                  .loops = loops,
                                                  .layers = 3,
                                                  .captureHidden = true,
                                                  .captureLayers = true});
      RecordColumns c = made->whole();
      for (int t = 0; t < 30; ++t)
        for (int r = 0; r < loops; ++r) {
          const float last = static_cast<float>(loops - 1 - r);
          float* at = c.layerLastCosine.data() + made->at(t, r) * 3;
          at[0] = t % 3 ? 1 : 0.5f;
          at[1] = (loops - 1 - r) % 2 ? 0.5f : 1;
          at[2] = 1 - 0.05f * last;
        }
      return std::make_shared<const Trace>(made->info(), std::move(c), loops, made->topK());
    };
    const TracePtr trace = traceOf(16);
    const ReadoutRule rule{0, 16, 0.6};
    const CorpusSums whole = documentSums(*trace, rule, 0), part = documentSums(*trace, rule, 6);
    const std::vector<LimitCounts> layers = layerLimits(*trace);
    const LimitCounts ends = loopLimits(*trace);
    for (std::size_t c = 0; c < std::size_t{kLimitClasses}; ++c) {
      QCOMPARE(whole.all.endLimits[c], std::int64_t{ends.tokens[c]});
      for (std::size_t layer = 0; layer < 3; ++layer)
        QCOMPARE(whole.all.layerLimits[layer * kLimitClasses + c],
                 std::int64_t{layers[layer].tokens[c]});
    }
    const auto share = [&](const CorpusSums& sums, std::string_view measure, double layer) {
      const auto found = quantityOf(sums.all, {measure, "layer", layer});
      return found ? found->sum.value() / double(found->tokens) : kNaN;
    };
    QVERIFY(near(share(whole, "limit_fixed_point", 1), 20.0 / 30));
    QVERIFY(near(share(part, "limit_fixed_point", 1), 16.0 / 24));
    QVERIFY(near(share(whole, "limit_orbit", 2), 1));
    QVERIFY(near(share(whole, "limit_slider", 3), 1));
    QCOMPARE(quantityOf(part.all, {"limit_unknown", ""})->tokens, std::int64_t{24});
    // Through JSON and merged with documents of which nothing was captured.
    CorpusSums read = corpusSumsFromJson(nlohmann::json::parse(toJson(whole).dump()), 16, "x");
    QVERIFY(read == whole);
    test::SyntheticOptions plain;
    plain.loops = 16;
    const CorpusSums without = documentSums(*test::syntheticTrace(plain), rule, 0);
    QVERIFY(without.all.endLimits.empty() &&
            toJson(without).dump().find("limits") == std::string::npos);
    read += without;
    QVERIFY(read.all.layerLimits == whole.all.layerLimits);
    QVERIFY(documentSums(*traceOf(15), {0, 15, 0.6}, 0).all.layerLimits.empty());
    nlohmann::json broken = nlohmann::json::parse(toJson(whole).dump());
    broken["all"]["layer_limits"].push_back(1);
    QVERIFY(isRefused([&] { corpusSumsFromJson(broken, 16, "x"); }, "4 entries for every layer"));
    broken["all"]["layer_limits"].erase(12);
    broken["all"]["end_limits"] = std::vector<int>(8, 1);
    QVERIFY(isRefused([&] { corpusSumsFromJson(broken, 16, "x"); }, "end_limits"));
  }

  /// Ranks of states and attention: documents weigh equally, as traces do in `stats`.
  void numbersOfWholeTexts() {
    std::vector<TracePtr> traces;
    CorpusSums all;
    for (int i = 0; i < 5; ++i) {
      traces.push_back(test::syntheticTrace({.tokens = 10 + 6 * i,
                                             .layers = 3,
                                             .captureHidden = true,
                                             .captureLayers = true,
                                             .captureAttention = true,
                                             .seed = std::uint64_t(90 + i)}));
      const CorpusSums one = documentSums(*traces.back(), kRule, 4);
      QVERIFY(corpusSumsFromJson(nlohmann::json::parse(toJson(one).dump()), 4, "x") == one);
      all += one;
    }
    const AttentionStatistics wanted = attentionStatistics(traces);
    std::map<std::string_view, int> rows;
    for (const Quantity& q : textQuantities(all, 4)) {
      ++rows[q.name.measure];
      QCOMPARE(q.tokens, std::int64_t{5});
      const double mean = q.sum.value() / 5;
      if (q.name.setting == "layer") {
        const std::size_t cell = (q.name.with - 1) * 3 + std::size_t(q.name.at) - 1;
        const std::pair<std::string_view, const std::vector<double>*> of[] = {
            {"attention_sink", &wanted.sink},
            {"attention_sink_rate", &wanted.sinkRate},
            {"attention_concentration", &wanted.concentration},
            {"attention_entropy", &wanted.entropy},
            {"attention_step", &wanted.step}};
        for (const auto& [name, values] : of)
          if (name == q.name.measure) QVERIFY2(near(mean, (*values)[cell]), name.data());
        continue;
      }
      double expected = 0;
      for (const TracePtr& trace : traces) {
        const StateRank rank = stateRanks(std::span(&trace, 1))[std::size_t(q.name.at) - 1];
        expected += q.name.measure == "state_energy"     ? rank.energy
                    : q.name.measure == "effective_rank" ? rank.effectiveRank
                    : q.name.measure == "matrix_entropy" ? rank.matrixEntropy
                    : q.name.measure == "stable_rank"    ? rank.stableRank
                                                         : rank.rank90;
      }
      QVERIFY(near(mean, expected / 5));
    }
    QCOMPARE(rows.size(), textNumbers().size());
    QCOMPARE(rows["effective_rank"], 4);
    QCOMPARE(rows["attention_sink"], 12);
    QCOMPARE(rows["attention_step"], 9);  // the first loop has none before it
    QVERIFY(documentOf(1).texts.empty() && !toJson(documentOf(1)).contains("texts"));
    CorpusSums broken = all;
    broken.texts["effective_rank"].values.pop_back();
    QVERIFY(isRefused([&] { textQuantities(broken, 4); }, "effective_rank do not have 4 loops"));
    broken = all;
    broken.texts["mood"] = {};
    QVERIFY(isRefused([&] { textQuantities(broken, 4); }, "mood"));
  }

  /// Means of the record's own columns over the tokens that have them.
  void insideTheLoops() {
    const TracePtr trace = syntheticOf(40, 8);
    const TraceColumns& c = trace->columns();
    const TokenSums sums = documentSums(*trace, kRule, 3).all;
    const int R = trace->loops(), T = trace->tokens();
    const auto mean = [&](const std::vector<float>& column, int r) {
      double sum = 0;
      for (int t = 3; t < T; ++t) sum += double{column[trace->at(t, r)]};
      return sum;
    };
    QCOMPARE(sums.withStates, std::int64_t{37});
    QCOMPARE(sums.withSteps, std::int64_t{37});
    for (int r = 0; r < R; ++r) QVERIFY(near(sums.stateNorm[r].value(), mean(c.stateNorm, r)));
    for (int r = 1; r < R; ++r) {
      QVERIFY(near(sums.stepNorm[r - 1].value(), mean(c.stepNorm, r)));
      QVERIFY(near(sums.stepCosine[r - 1].value(), mean(c.stepCosine, r)));
      QVERIFY(near(sums.klStep[r - 1].value(), mean(c.klStep, r)));
      QVERIFY(near(sums.jsStep[r - 1].value(), mean(c.jsStep, r)));
    }
    // A folder of an older version has none of them: they are absent, not 0.
    nlohmann::json older = nlohmann::json::parse(toJson(documentOf(1)).dump());
    for (nlohmann::json* of : {&older["all"], &older["word"].front(), &older["position"].front()})
      for (const char* name :
           {"with_states", "with_steps", "state_norm", "step_norm", "step_cosine", "kl_step",
            "js_step", "helped_nats", "hurt_nats", "pair_agree"})
        QCOMPARE(of->erase(name), std::size_t{1});
    const TokenSums read = corpusSumsFromJson(older, 4, "x").all;
    QCOMPARE(read.withStates, std::int64_t{0});
    QVERIFY(read.scored > 0 && !quantityOf(read, {"helped_nats", "loop", 2}));
    QVERIFY(pairQuantities(read).empty());
    for (const Quantity& q : quantities(read))
      if (TokenSums::isYounger(q.name.measure)) QCOMPARE(q.tokens, std::int64_t{0});
    older["all"].erase("kl");
    QVERIFY(isRefused([&] { corpusSumsFromJson(older, 4, "x"); }, "kl"));
  }

  /// The points of the operating curve, and of the other rules at their thresholds.
  void curvesAreThoseOfTheAnalysis() {
    const TracePtr trace = syntheticOf(50, 9);
    const CorpusSums sums = documentSums(*trace, {0, 4, 1}, 0);
    const ReadingQuality quality(*trace);
    const std::vector<OperatingPoint> gate =
        operatingCurve(quality, trace->gateLogits(0), 4, 21).gate;
    const auto compare = [&](const std::string& name, std::size_t i, const OperatingPoint& point) {
      const CurveSums& curve = sums.curves.at(name);
      return near(double(curve.loops[i]) / sums.all.tokens, point.meanLoops) &&
             near(double(curve.agree[i]) / sums.all.compared, point.agreement) &&
             near(curve.nll[i].value() / sums.all.scored, point.nll) &&
             near(curve.kl[i].value() / sums.all.withKl, point.kl);
    };
    for (std::size_t i = 0; i < gate.size(); ++i) QVERIFY(compare("gate", i, gate[i]));
    for (const ExitGrid& grid : exitGrids()) {
      if (grid.kind == ExitRuleKind::Gate) continue;
      const ExitRuleInfo& info = exitRuleInfo(grid.kind);
      const RuleScores scores = ruleScores(*trace, grid.kind);
      for (std::size_t i = 0; i < grid.thresholds.size(); ++i) {
        const double at = grid.thresholds[i];
        const auto loops = exitLoops(quality, scores, info.lowStops ? -at : at);
        QVERIFY2(compare(std::string(info.id), i, quality.point(loops, at)), info.id.data());
      }
    }
    QCOMPARE(sums.curves.size(), exitGrids().size());
  }

  /// Of one document and of several, weighed by tokens: what `stats` says.
  void calibrationIsThatOfTheAnalysis() {
    std::vector<TracePtr> traces;
    CorpusSums all;
    std::vector<ClusterMean> means(12);
    std::vector<Quantity> names;
    for (int i = 0; i < 12; ++i) {
      traces.push_back(syntheticOf(20 + 3 * i, 40 + i));
      const CorpusSums one = documentSums(*traces.back(), kRule, 0);
      all += one;
      names = calibrationQuantities(one.calibration);
      QCOMPARE(names.size(), means.size());
      for (std::size_t q = 0; q < names.size(); ++q) {
        ClusterRatio& ratio = means[q].of;
        ratio.above.push_back(names[q].sum);
        ratio.below.push_back(names[q].tokens);
        ratio.parts.resize(names[q].parts.size());
        for (std::size_t p = 0; p < names[q].parts.size(); ++p)
          ratio.parts[p].push_back(names[q].parts[p]);
      }
    }
    const std::vector<Calibration> wanted = calibration(traces);
    const std::vector<Estimate> found = bootstrapMeans(means, traces.size(), {});
    QCOMPARE(all.calibration.tokens, std::int64_t(wanted.front().tokens));
    for (int r = 0; r < 4; ++r) {
      QVERIFY(near(found[3 * r].value, wanted[r].confidence));
      QVERIFY(near(found[3 * r + 1].value, wanted[r].ece));
      QVERIFY(near(found[3 * r + 2].value, wanted[r].brier));
      QCOMPARE(names[3 * r + 1].name.measure, std::string_view("ece"));
      // Resampled texts have larger errors: chance adds to every bin.
      const Interval& interval = found[3 * r + 1].interval;
      QVERIFY(interval.low < interval.high && interval.high > wanted[r].ece);
    }
    // The merged sums have the error of the whole, not the mean of the documents' own.
    const std::vector<Quantity> whole = calibrationQuantities(all.calibration);
    double error = 0;
    for (const FixedSum& part : whole[1].parts) error += std::abs(part.value());
    QVERIFY(near(error / whole[1].tokens, wanted[0].ece));
  }

  void skippedTokensAreNotCounted() {
    const TracePtr trace = syntheticOf(20, 3);
    const CorpusSums all = documentSums(*trace, kRule, 0), rest = documentSums(*trace, kRule, 15);
    QCOMPARE(all.all.tokens, 20);
    QCOMPARE(rest.all.tokens, 5);
    QCOMPARE(rest.all.scored, 4);  // nothing follows the last token
    QCOMPARE(rest.position.count("1"), std::size_t{0});
    const CorpusSums none = documentSums(*trace, kRule, 1000);
    QCOMPARE(none.all.tokens, 0);
    QCOMPARE(none.all.documents, 0);
  }

  /// A token with a value that is not a number at one loop is behind no mean over loops.
  void whatIsNotANumberIsLeftOut() {
    std::vector<test::HandToken> tokens(4);
    for (auto& token : tokens) token.best = {1, 1, 1};
    tokens[1].logprob = {-1, kNaN, -2};
    const TracePtr trace = test::handTrace(tokens, 3);
    const TokenSums sums = documentSums(*trace, {0, 3, 1}, 0).all;
    QCOMPARE(sums.tokens, 4);
    QCOMPARE(sums.scored, 2);
    QCOMPARE(sums.nll[0].value(), 2.0);
    QCOMPARE(sums.compared, 4);
    const auto list = quantities(sums);
    const auto loss = std::find_if(list.begin(), list.end(), [](const Quantity& q) {
      return q.name == QuantityName{"loss", "loop", 3};
    });
    QVERIFY(loss != list.end());
    QCOMPARE(loss->tokens, 2);
  }

  void partsFollowTheTextAlone() {
    const auto part = [](const std::string& text, double share) {
      return partOf(Sha256::hexOf(text), share);
    };
    // SHA-256("") begins with e3, of "abc" with ba, of "a" with ca, of "b" with 3e.
    QCOMPARE(part("b", 0.5), CorpusPart::Selection);
    QCOMPARE(part("abc", 0.5), CorpusPart::Confirmation);
    QCOMPARE(part("abc", 0.73), CorpusPart::Selection);
    QCOMPARE(part("a", 0.73), CorpusPart::Confirmation);
    int selected = 0;
    for (int i = 0; i < 4000; ++i) {
      const std::string text = "document " + std::to_string(i);
      selected += part(text, 0.3) == CorpusPart::Selection;
      QCOMPARE(part(text, 0), CorpusPart::Confirmation);
      QCOMPARE(part(text, 1), CorpusPart::Selection);
    }
    QVERIFY2(std::abs(selected - 1200) < 120, qPrintable(QString::number(selected)));
    QCOMPARE(fieldHash("abc"), Sha256::hexOf("abc"));
    QCOMPARE(fieldHash(3), Sha256::hexOf("3"));
  }

  void shardsShareTheDocuments() {
    for (const int shards : {1, 2, 3, 7}) {
      for (int count = 0; count < 20; ++count) {
        int all = 0;
        for (int shard = 1; shard <= shards; ++shard) {
          int mine = 0;
          for (int place = 0; place < count; ++place) mine += inShard(place, shard, shards);
          QCOMPARE(shardSize(count, shard, shards), mine);
          all += mine;
        }
        QCOMPARE(all, count);
      }
    }
  }

  void theBootstrapIsTheSameEverywhere() {
    const std::vector<int> weights = resampleWeights(1, 0, 10);
    QCOMPARE(std::accumulate(weights.begin(), weights.end(), 0), 10);
    // Pinned: what tools/reference/corpus_numpy.py draws.
    QCOMPARE(resampleWeights(1, 0, 6), (std::vector<int>{0, 1, 2, 1, 1, 1}));
    QCOMPARE(resampleWeights(12345, 99, 6), (std::vector<int>{0, 2, 0, 1, 2, 1}));
    std::vector<double> values;
    Uniform random(3);
    for (int i = 0; i < 40; ++i) values.push_back(random());
    const std::vector<ClusterMean> means{meanOf(values)};
    const Estimate a = bootstrapMeans(means, 40, {})[0], b = bootstrapMeans(means, 40, {})[0];
    QVERIFY(a.interval.low == b.interval.low && a.interval.high == b.interval.high);
    QVERIFY(a.interval.low < a.value && a.value < a.interval.high);
    QCOMPARE(a.clusters, 40);
    const Estimate other = bootstrapMeans(means, 40, {.resamples = 2000, .seed = 2})[0];
    QVERIFY(other.interval.low != a.interval.low);
  }

  /// 1,000 corpora of 80 documents from a skewed distribution with mean 1: 95 % of the intervals
  /// hold it, within 2 %.
  void intervalsCoverTheTrueMean() {
    Uniform random(11);
    int covered = 0;
    constexpr int kTrials = 1000, kDocuments = 80;
    for (int trial = 0; trial < kTrials; ++trial) {
      std::vector<double> values(kDocuments);
      for (double& value : values) {
        value = 0;
        for (int i = 0; i < 4; ++i) value -= std::log(1 - random()) / 4;  // a gamma distribution
      }
      const std::vector<ClusterMean> means{meanOf(values)};
      const Interval interval =
          bootstrapMeans(means, kDocuments, {.resamples = 800, .seed = std::uint64_t(trial)})[0]
              .interval;
      covered += interval.low <= 1 && 1 <= interval.high;
    }
    qInfo("%d of %d intervals hold the mean", covered, kTrials);
    QVERIFY2(covered >= 930 && covered <= 970, qPrintable(QString::number(covered)));
  }

  /// Ten copies of every document say no more than one: only resampling whole groups knows.
  void groupsAreDrawnWhole() {
    Uniform random(5);
    std::vector<double> values, copies;
    ClusterMean grouped;
    for (int g = 0; g < 30; ++g) {
      values.push_back(random());
      FixedSum ten;
      for (int i = 0; i < 10; ++i) {
        copies.push_back(values.back());
        ten.add(values.back());
      }
      grouped.of.above.push_back(ten);
      grouped.of.below.push_back(10);
    }
    const auto width = [](const Estimate& e) { return e.interval.high - e.interval.low; };
    const std::vector<ClusterMean> one{meanOf(values)}, ten{meanOf(copies)}, whole{grouped};
    const Estimate honest = bootstrapMeans(one, 30, {})[0];
    const Estimate naive = bootstrapMeans(ten, 300, {})[0];
    const Estimate group = bootstrapMeans(whole, 30, {})[0];
    QVERIFY(near(group.interval.low, honest.interval.low));
    QVERIFY(near(group.interval.high, honest.interval.high));
    QVERIFY(width(naive) < 0.5 * width(honest));
  }

  /// Two settings that differ by the same amount in every document: the difference is certain.
  void differencesArePaired() {
    Uniform random(6);
    std::vector<double> a, b;
    for (int i = 0; i < 40; ++i) {
      a.push_back(random() * 100);
      b.push_back(a.back() - 0.25);
    }
    ClusterMean difference = meanOf(a);
    difference.minus = meanOf(b).of;
    const std::vector<ClusterMean> means{difference, meanOf(a)};
    const auto estimates = bootstrapMeans(means, 40, {});
    QVERIFY(near(estimates[0].value, 0.25));
    QVERIFY(near(estimates[0].interval.low, 0.25) && near(estimates[0].interval.high, 0.25));
    QVERIFY(estimates[1].interval.high - estimates[1].interval.low > 5);
  }

  /// Too few documents have a mean and no interval, and empty clusters count for nothing.
  void fewDocumentsHaveNoInterval() {
    ClusterMean mean = meanOf(std::vector<double>(kFewestForInterval - 1, 2.0));
    mean.of.above.resize(50);
    mean.of.below.resize(50);
    const std::vector<ClusterMean> means{mean};
    const Estimate few = bootstrapMeans(means, 50, {})[0];
    QCOMPARE(few.value, 2.0);
    QCOMPARE(few.clusters, kFewestForInterval - 1);
    QVERIFY(std::isnan(few.interval.low) && std::isnan(few.interval.high));
    const std::vector<ClusterMean> none{ClusterMean{}};
    QVERIFY(std::isnan(bootstrapMeans(none, 0, {})[0].value));
  }

  /// Lines longer than the reader's buffer, empty ones, and a last one without an end.
  void linesAreReadWhole() {
    QTemporaryDir folder;
    const std::string path = folder.filePath("lines").toStdString();
    const std::vector<std::string> lines{"a", "", std::string(700'000, 'x'), "end"};
    {
      std::ofstream out(path, std::ios::binary);
      for (const auto& line : lines) out << line << (line == "end" ? "" : "\n");
    }
    const FileHandle file = openRegularFile(path);
    LineReader reader(file.get(), path);
    std::string bytes;
    reader.onBytes = [&](std::string_view piece) { bytes += piece; };
    FileLine line;
    std::uint64_t offset = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      QVERIFY(reader.next(line));
      QVERIFY(line.text == lines[i]);
      QCOMPARE(line.offset, offset);
      QCOMPARE(line.number, std::int64_t(i) + 1);
      QCOMPARE(line.ended, i + 1 < lines.size());
      offset += lines[i].size() + 1;
    }
    QVERIFY(!reader.next(line));
    QCOMPARE(bytes.size(), std::filesystem::file_size(path));
  }
};

QTEST_GUILESS_MAIN(TestCorpusSums)
#include "tst_corpus_sums.moc"
