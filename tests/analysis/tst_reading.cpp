// SPDX-License-Identifier: GPL-3.0-or-later
// What the text view, the heatmap, the lens and the summary say beyond tst_analysis: on hand-worked
// cases.
#include <QtTest>
#include <cmath>

#include "core/analysis/AnswerDynamics.h"
#include "core/analysis/LensTable.h"
#include "core/analysis/Measures.h"
#include "core/analysis/Striking.h"
#include "core/analysis/TrackedWord.h"
#include "tests/support/SyntheticTrace.h"

using namespace ouroscope;

namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

/// Four tokens, three loops, one candidate.
///   token            0          1          2          3
///   best words       5 5 5      6 7 6      8 8 9      4 5 5
///   next token       6          8          9          none
///   -log p(next)     1 1 1      2 1 3      .5 .2 2    -
///   KL to the last   .1 .1 0    .5 .9 0    .3 .2 0    .1 .1 0
/// Token 2 is made "right then lost" by its next token 8 below.
TracePtr four(bool layers = false) {
  TraceInfo info;
  info.modelName = "hand";
  info.vocabSize = 20;
  info.hiddenSize = 4;
  info.layers = 2;
  info.loopsTrained = 3;
  info.promptTokens = 4;
  info.captured.layers = layers;
  info.tracked = {11};
  RecordColumns c;
  c.tokenId = {1, 6, 8, 8};
  c.tokenBytes = {" a", " b", " c", " d"};
  c.loopsRun = {3, 3, 3, 3};
  // lambda 1/2 everywhere but for token 1, which never wants to stop.
  c.gateLogit = {0, 0, 0, -40, -40, 0, 0, 0, 0, 0, 0, 0};
  c.entropy.assign(12, 1.0f);
  c.logprob = {-1, -1, -1, -2, -1, -3, -.5f, -.2f, -2, kNaN, kNaN, kNaN};
  c.rank = {3, 2, 1, 0, 0, 0, 0, 0, 1, -1, -1, -1};
  c.kl = {.1f, .1f, 0, .5f, .9f, 0, .3f, .2f, 0, .1f, .1f, 0};
  c.topkId = {5, 5, 5, 6, 7, 6, 8, 8, 9, 4, 5, 5};
  c.topkLogprob.assign(12, -.5f);
  c.trackedLogprob.assign(12, -4.0f);
  c.trackedRank.assign(12, 7);
  c.stateNorm.assign(12, 2.0f);
  c.stepNorm = {kNaN, 1, 2, kNaN, 1, 2, kNaN, 1, 2, kNaN, 1, 2};
  c.stepCosine.assign(12, .5f);
  if (layers) {
    c.layerTopkId = {5, 6, 6, 5, 5, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    c.layerTopkLogprob.assign(24, -1.0f);
    c.layerEntropy.assign(24, 3.0f);
    c.layerLogprob.assign(24, -1.0f);
    c.layerRank.assign(24, 0);
    c.layerUpdateNorm.assign(24, 1.0f);
  }
  for (std::int32_t id = 0; id < 20; ++id)
    c.wordBytes.emplace_back(id, (id < 15 ? " w" : "v") + std::to_string(id));
  return std::make_shared<const Trace>(info, c, 3, 1);
}

/// Knows " zebra" as one token and spells everything else by letters.
class LetterTokenizer : public Tokenizer {
 public:
  std::string kind() const override { return "letters"; }
  int size() const override { return 300; }
  std::vector<std::int32_t> encode(std::string_view text) const override {
    if (text == " zebra") return {299};
    std::vector<std::int32_t> ids;
    for (const char c : text) ids.push_back(static_cast<unsigned char>(c));
    return ids;
  }
  std::string bytes(std::int32_t id) const override {
    return id == 299 ? " zebra" : std::string(1, static_cast<char>(id));
  }
  std::string decode(std::span<const std::int32_t>, bool) const override { return {}; }
  bool isSpecial(std::int32_t) const override { return false; }
  std::optional<std::int32_t> idOf(std::string_view) const override { return {}; }
};

}  // namespace

class TestReading : public QObject {
  Q_OBJECT
 private slots:
  void strikingTokensOfAHandWorkedTrace() {
    const TracePtr trace = four();
    const auto striking = strikingTokens(*trace, readout(*trace, {0, 3, 1.0}));
    QCOMPARE(striking.size(), std::size_t(5));
    QCOMPARE(striking[0].strike, Strike::Deepest);  // the gate of token 1 never opens
    QCOMPARE(striking[0].token, 1);
    QVERIFY(std::abs(striking[0].value - 3.0) < 1e-6);
    QCOMPARE(striking[1].strike, Strike::MostFlips);
    QCOMPARE(striking[1].token, 1);
    QCOMPARE(striking[1].value, 2.0);
    QCOMPARE(striking[2].strike, Strike::RightThenLost);
    QCOMPARE(striking[2].token, 2);
    QVERIFY(std::abs(striking[2].value - 1.8) < 1e-6);  // .2 at its best loop, 2 at its last
    QCOMPARE(striking[3].strike, Strike::LateChange);
    QCOMPARE(striking[3].token, 1);
    QVERIFY(std::abs(striking[3].value - 0.9) < 1e-6);
    QCOMPARE(striking[4].strike, Strike::LatestCommit);
    QCOMPARE(striking[4].token, 2);
    QCOMPARE(striking[4].value, 3.0);
  }
  void nothingStrikesWhereNothingHappens() {
    test::SyntheticOptions options;
    options.loops = 1;
    const TracePtr one = test::syntheticTrace(options);
    QVERIFY(strikingTokens(*one, readout(*one, {})).empty());
  }
  void deepTokensAreTheDeepestQuarter() {
    Readout read;
    QCOMPARE(deepLoop(read), -1);
    QCOMPARE(nextDeepToken(read, -1, 1), -1);
    read.loop = {0, 1, 0, 3, 1, 2, 0, 1};  // sorted 0 0 0 1 1 1 2 3: the seventh is 2
    QCOMPARE(deepLoop(read), 2);
    QCOMPARE(nextDeepToken(read, -1, 1), 3);
    QCOMPARE(nextDeepToken(read, 3, 1), 5);
    QCOMPARE(nextDeepToken(read, 5, 1), -1);
    QCOMPARE(nextDeepToken(read, 5, -1), 3);
    QCOMPARE(nextDeepToken(read, 3, -1), -1);
    read.loop = {2, 2, 2};  // one depth: none is deep
    QCOMPARE(nextDeepToken(read, -1, 1), -1);
    read.loop = {0, 0, 0, 0, 0, 0, 0, 2};  // the quartile is the shallowest loop itself
    QCOMPARE(deepLoop(read), 1);
    QCOMPARE(nextDeepToken(read, -1, 1), 7);
  }
  void tablesGiveTheDirectDefinition() {
    test::SyntheticOptions options;
    options.tokens = 60;
    options.loops = 5;
    options.promptTokens = 20;
    options.skipLoops = true;
    const TracePtr made = test::syntheticTrace(options);
    RecordColumns columns = made->whole();
    columns.gateLogit[made->at(3, 1)] = kNaN;
    const auto trace = std::make_shared<const Trace>(made->info(), columns, 5, made->topK());
    for (const int gate : {0, 1, 2}) {
      const ReadoutTables tables(*trace, gate);
      const std::vector<float> gates = trace->gateLogits(gate);
      for (const int budget : {0, 1, 2, 4, 5})
        for (const double q : {-1.0, 0.0, 0.3, 0.7, 0.999, 1.0}) {
          const Readout read = tables.read(*trace, {gate, budget, q});
          double sum = 0;
          for (int t = 0; t < trace->tokens(); ++t) {
            const auto i = static_cast<std::size_t>(t);
            const int loops = std::min(budget ? budget : 5, columns.loopsRun[i]);
            const auto own =
                std::span(gates).subspan(trace->at(t, 0), static_cast<std::size_t>(loops));
            const ExitDistribution d = exitDistribution(own);
            QCOMPARE(read.loop[i], exitLoop(own, q));
            QCOMPARE(read.expectedDepth[i], static_cast<float>(d.expectedDepth));
            QCOMPARE(read.depthEntropy[i], static_cast<float>(d.entropy));
            sum += read.loop[i] + 1;
          }
          QCOMPARE(read.meanLoops, sum / trace->tokens());
        }
    }
  }
  void tokenMeasuresAreTheHeatmapsAtTheExitLoop() {
    const TracePtr trace = test::syntheticTrace();
    for (const int gate : {0, 1}) {
      const Readout read = readout(*trace, {gate, 0, 0.6});
      for (const Measure* m : loopMeasures()) {
        const auto values = tokenMeasure(*trace, *m, read);
        const auto matrix = measureMatrix(*trace, *m, gate);
        for (int t = 0; t < trace->tokens(); ++t) {
          const auto i = static_cast<std::size_t>(t);
          const float wanted = matrix[trace->at(t, read.loop[i])];
          QVERIFY2(values[i] == wanted || (std::isnan(values[i]) && std::isnan(wanted)),
                   m->id.data());
        }
      }
    }
  }
  void everyTokenMeasureHasItsOwnRowAndIsFlaggedRightly() {
    const TracePtr trace = test::syntheticTrace();
    for (const Measure* m : tokenMeasures()) {
      const Measure& info = *m;
      QCOMPARE(findMeasure(info.id), m);
      if (info.readout) continue;
      const auto shallow = tokenMeasure(*trace, info, readout(*trace, {0, 1, 1.0}));
      const auto deep = tokenMeasure(*trace, info, readout(*trace, {0, 0, 1.0}));
      for (std::size_t t = 0; t < shallow.size(); ++t)
        QVERIFY(shallow[t] == deep[t] || (std::isnan(shallow[t]) && std::isnan(deep[t])));
    }
    QCOMPARE(tokenMeasure(*four(), measure("flips"), readout(*four(), {})),
             (std::vector<float>{0, 2, 1, 1}));
  }
  void limitsBelongToTheTrace() {
    const TracePtr trace = four();
    const auto is = [&](const Measure& m, double low, double high) {
      const Limits limits = measureLimits(*trace, m);
      return std::abs(limits.low - low) < 1e-6 && std::abs(limits.high - high) < 1e-6;
    };
    QVERIFY(is(measure("exit-loop"), 1, 3));
    QVERIFY(is(measure("depth-entropy"), 0, std::log(3.0)));
    QVERIFY(is(measure("lambda"), 0, 1));
    QVERIFY(is(measure("logprob"), -3, 0));
    QVERIFY(is(measure("kl"), 0, .9f));
    QVERIFY(is(measure("rank"), 0, 3));
    QVERIFY(is(measure("flips"), 0, 2));
  }
  void limitsOfOneNumberDiffer() {
    for (const float value : {0.f, -3.f, 7.f, 1e16f, -1e16f, 3e38f}) {
      const Limits limits =
          measureLimits(*four(), measure("residual-norm"), std::vector<float>(12, value));
      QVERIFY2(limits.low < limits.high && std::isfinite(limits.high),
               qPrintable(QString::number(value)));
    }
  }
  void layersAreComparedWithTheLayerBefore() {
    QCOMPARE(layerLens(*four(), 0, 0).table.loops, 0);  // not captured: absent, not empty words
    const TracePtr trace = four(true);
    const LayerLens first = layerLens(*trace, 0, 0);
    QCOMPARE(first.table.loops, 2);
    QCOMPARE(first.table.at(0, 0).id, 5);
    QVERIFY(!first.table.at(0, 0).flip);  // nothing before it
    QCOMPARE(first.table.at(1, 0).id, 6);
    QVERIFY(first.table.at(1, 0).flip);
    QCOMPARE(first.entropy, (std::vector<double>{3, 3}));
    const LayerLens second = layerLens(*trace, 0, 1);
    QVERIFY(second.table.at(0, 0).flip);  // loop 1 ended on 5, its first layer says 6
    QVERIFY(second.table.at(1, 0).flip);
  }
  void typedWords() {
    const TracePtr trace = four();
    const LetterTokenizer letters;
    QCOMPARE(trackedWord(*trace, nullptr, "w11").record, WordRecord::Whole);
    QCOMPARE(trackedWord(*trace, nullptr, "w11").id, 11);
    QCOMPARE(trackedWord(*trace, nullptr, "w5").record, WordRecord::Partly);
    QCOMPARE(trackedWord(*trace, nullptr, "v17").id, 17);  // as it is written
    QCOMPARE(trackedWord(*trace, nullptr, "zebra").record, WordRecord::Unknown);
    QCOMPARE(trackedWord(*trace, &letters, "zebra").record, WordRecord::Absent);
    QCOMPARE(trackedWord(*trace, &letters, "zebra").id, 299);
    const TrackedWord several = trackedWord(*trace, &letters, "ox");
    QCOMPARE(several.record, WordRecord::SeveralTokens);
    QCOMPARE(several.id, -1);
    QCOMPARE(several.pieces, (std::vector<std::string>{"o", "x"}));
    // An answer may be several tokens.
    QCOMPARE(answerTokens(*trace, nullptr, "w11"), (std::vector<std::int32_t>{11}));
    QCOMPARE(answerTokens(*trace, &letters, "zebra"), (std::vector<std::int32_t>{299}));
    const auto ox = answerTokens(*trace, &letters, "ox");
    QCOMPARE(ox.size(), std::size_t(2));
    QCOMPARE(letters.bytes(ox[0]) + letters.bytes(ox[1]), std::string("ox"));
    QVERIFY(answerTokens(*trace, nullptr, "zebra").empty());
  }
  void aTokenizerOfAnotherModelDoesNotFit() { QVERIFY(!tokenizerFits(*four(), LetterTokenizer())); }
};

QTEST_GUILESS_MAIN(TestReading)
#include "tst_reading.moc"
