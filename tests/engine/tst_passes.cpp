// SPDX-License-Identifier: GPL-3.0-or-later
// Passes of rows at different loops, positions and sequences: every row comes out as it does alone.
#include <QtTest>
#include <algorithm>

#include "tests/support/EngineFixtures.h"
#include "tests/support/SegmentSpecs.h"

using namespace ouroscope;
using namespace ouroscope::test;

namespace {

constexpr int kLoops = 4;
const std::vector<std::int32_t> kPrompt = tokens(37, 131, 11);
const std::vector<std::int32_t> kText = tokens(9, 131, 5);

std::unique_ptr<Backend> open(const ModelSpec& spec, const std::string& arithmetic,
                              int threads = 2) {
  CpuOptions options;
  options.precision = arithmetic == "f32" ? Precision::F32 : Precision::BF16;
  options.int8Weights = arithmetic == "int8";
  options.threads = threads;
  return loadCpuBackend(spec, *ModelWeights::random(spec, 7), options);
}

/// Everything that can be read of one row of the batch.
std::vector<float> readRow(const Sequence& s, const ModelSpec& spec, int row, int rows) {
  std::vector<float> all;
  const auto add = [&](const auto& numbers) {
    all.insert(all.end(), numbers.begin(), numbers.end());
  };
  std::vector<float> state(spec.hiddenSize), perRow(rows), logits(spec.vocabSize);
  LensResult lens;
  const std::vector<std::int32_t> next{5}, tracked{3};
  s.lens({row, 1, 4, next, tracked}, lens);
  add(lens.logSumExp), add(lens.entropy), add(lens.kl), add(lens.topLogProb), add(lens.topId);
  add(lens.nextLogProb), add(lens.nextRank), add(lens.trackedRank);
  for (int loop = 0; loop < s.loopsOf(row); ++loop) {
    s.hidden(loop, row, 1, state), add(state);
    s.gateLogits(loop, perRow), all.push_back(perRow[row]);
    s.residualNorms(loop, perRow), all.push_back(perRow[row]);
    s.logits(loop, row, logits), add(logits);
    for (int layer = 0; layer < spec.stages.core; ++layer)
      s.layerState(loop, layer, row, 1, state), add(state);
    if (loop > 0) s.loopStart(loop, row, 1, state), add(state);
  }
  return all;
}

void prefill(Sequence& s, const std::vector<std::int32_t>& prompt) {
  s.begin(prompt);
  for (int r = 0; r < s.loops(); ++r) s.runLoop();
  s.finish(KvPolicy::Full);
}

/// What plain decoding reads of each token of a text after a prompt. depths: loops of each; empty:
/// all.
std::vector<std::vector<float>> decoded(Backend& model, const std::vector<std::int32_t>& prompt,
                                        const std::vector<std::int32_t>& text,
                                        const std::vector<int>& depths = {}) {
  const auto s = model.createSequence(80, kLoops);
  prefill(*s, prompt);
  std::vector<std::vector<float>> out;
  for (int i = 0; i < int(text.size()); ++i) {
    s->begin(std::span(&text[i], 1), true);
    for (int r = 0; r < (depths.empty() ? kLoops : depths[i]); ++r) s->runLoop();
    out.push_back(readRow(*s, model.spec(), 0, 1));
    s->finish(depths.empty() ? KvPolicy::Full : KvPolicy::LastExited);
  }
  return out;
}

/// One text on its way through staggered passes, `behind` loops from token to token.
struct Staggered {
  Sequence& s;
  const ModelSpec& spec;
  const std::vector<std::int32_t>& text;
  int behind;
  std::vector<int> depths{};
  int begun = 0, rows = 0;
  std::vector<std::vector<float>> out{};

  bool over() const { return out.size() == text.size(); }
  void start() {
    if (begun == int(text.size()) || (rows > 0 && s.loopsOf(rows - 1) < behind)) return;
    if (rows == 0)
      s.begin(std::span(&text[begun], 1), true);
    else
      s.append(text[begun]);
    ++begun;
    ++rows;
  }
  int depthOf(int row) const { return depths.empty() ? kLoops : depths[out.size() + row]; }
  void takeFirst() {
    for (int row = 0; row < rows; ++row)
      if (s.loopsOf(row) == depthOf(row)) s.holdRow(row);
    if (s.loopsRun() < depthOf(0)) return;
    out.push_back(readRow(s, spec, 0, rows));
    s.finishFirst(depths.empty() ? KvPolicy::Full : KvPolicy::LastExited);
    --rows;
  }
};

}  // namespace

class TestPasses : public QObject {
  Q_OBJECT

 private slots:
  void models_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("arithmetic");
    QTest::addColumn<ModelSpec>("spec");
    // Widths that are not multiples of a panel, a tile or a vector; and every way to loop.
    const std::vector<std::pair<const char*, ModelSpec>> specs{
        {"ouro", ouroSpec(shape(51, 3, 3, 18, 77, 131))},
        {"adapter, coda", recurrent()},
        {"windows and caps", gemma()},
        {"shared keys", shared()},
        {"anchored window", window(StepRule::Anchored)}};
    for (const std::string& path : cpuPaths())
      for (const char* arithmetic : {"f32", "bf16", "int8"})
        for (const auto& [name, spec] : specs)
          QTest::addRow("%s %s, %s", path.c_str(), arithmetic, name)
              << QString::fromStdString(path) << QString(arithmetic) << spec;
  }

  void rowsAtDifferentLoopsGiveTheBitsOfPlainDecoding_data() { models_data(); }

  void rowsAtDifferentLoopsGiveTheBitsOfPlainDecoding() {
    QFETCH(QString, path);
    QFETCH(QString, arithmetic);
    QFETCH(ModelSpec, spec);
    const UsePath use(path.toStdString());
    const auto model = open(spec, arithmetic.toStdString());
    const auto plain = decoded(*model, kPrompt, kText);
    for (const int behind : {0, 1, 2, 3}) {
      const auto s = model->createSequence(80, kLoops);
      prefill(*s, kPrompt);
      Staggered run{*s, spec, kText, behind};
      while (!run.over()) {
        // With 0, several rows of one loop run beside those of others.
        for (int i = 0; i < (behind == 0 ? 2 : 1); ++i) run.start();
        s->runLoop();
        run.takeFirst();
        while (run.rows > 0 && s->loopsRun() == kLoops) run.takeFirst();
      }
      for (std::size_t i = 0; i < kText.size(); ++i)
        QVERIFY2(same(run.out[i], plain[i]),
                 qPrintable(QString("token %1, %2 loops behind").arg(i).arg(behind)));
      QCOMPARE(s->length(), int(kPrompt.size() + kText.size()));
    }
  }

  void tokensThatStopEarlyLeaveTheirSlotsToThoseBehind_data() { models_data(); }

  void tokensThatStopEarlyLeaveTheirSlotsToThoseBehind() {
    QFETCH(QString, path);
    QFETCH(QString, arithmetic);
    QFETCH(ModelSpec, spec);
    if (!spec.keepsPrefix()) QSKIP("With this step rule fewer loops are another run.");
    const UsePath use(path.toStdString());
    const auto model = open(spec, arithmetic.toStdString());
    const std::vector<int> depths{3, 1, 4, 2, 2, 4, 3, 1, 4};
    const auto plain = decoded(*model, kPrompt, kText, depths);
    const auto s = model->createSequence(80, kLoops);
    prefill(*s, kPrompt);
    Staggered run{*s, spec, kText, 1, depths};
    while (!run.over()) {
      run.start();
      s->runLoop();
      run.takeFirst();
      while (run.rows > 0 && s->loopsRun() == run.depthOf(0)) run.takeFirst();
    }
    for (std::size_t i = 0; i < kText.size(); ++i)
      QVERIFY2(same(run.out[i], plain[i]),
               qPrintable(QString("token %1: %2 of %3, first %4")
                              .arg(i)
                              .arg(run.out[i].size())
                              .arg(plain[i].size())
                              .arg(firstDifference(run.out[i], plain[i], 1))));
  }

  void whatWasDroppedLeavesNothing_data() { models_data(); }

  /// Two wrong guesses run beside every token, are dropped after a while and begun again.
  void whatWasDroppedLeavesNothing() {
    QFETCH(QString, path);
    QFETCH(QString, arithmetic);
    QFETCH(ModelSpec, spec);
    const UsePath use(path.toStdString());
    const auto model = open(spec, arithmetic.toStdString());
    const auto plain = decoded(*model, kPrompt, kText);
    const auto s = model->createSequence(80, kLoops);
    prefill(*s, kPrompt);
    s->begin(std::span(kText).first(1), true);
    for (std::size_t i = 0; i < kText.size(); ++i) {
      while (s->loopsRun() < kLoops) {
        s->runLoop();
        s->keepRows(1);
        for (int wrong = 1; wrong <= s->loopsRun() && wrong < 4; ++wrong)
          s->append((kText[i] + wrong) % 131);
      }
      s->keepRows(1);
      QVERIFY(same(readRow(*s, spec, 0, 1), plain[i]));
      if (i + 1 < kText.size()) s->append(kText[i + 1]);
      s->finishFirst(KvPolicy::Full);
    }
  }

  void sequencesShareAPassAndComeOutAsAlone_data() { models_data(); }

  /// Three texts: a prompt under way, staggered tokens, and one that starts later and ends sooner.
  void sequencesShareAPassAndComeOutAsAlone() {
    QFETCH(QString, path);
    QFETCH(QString, arithmetic);
    QFETCH(ModelSpec, spec);
    const UsePath use(path.toStdString());
    const auto model = open(spec, arithmetic.toStdString());
    const auto longer = tokens(21, 131, 8), shorter = tokens(3, 131, 9);
    const auto plainA = decoded(*model, kPrompt, kText), plainB = decoded(*model, longer, shorter);
    const auto alone = model->createSequence(80, kLoops);
    alone->begin(kPrompt, true);
    for (int r = 0; r < kLoops; ++r) alone->runLoop();

    const auto a = model->createSequence(80, kLoops), b = model->createSequence(80, kLoops),
               prompt = model->createSequence(80, kLoops);
    prefill(*a, kPrompt), prefill(*b, longer);
    Staggered first{*a, spec, kText, 1}, second{*b, spec, shorter, 2};
    int pass = 0;
    for (; !first.over(); ++pass) {
      std::vector<Sequence*> together;
      first.start();
      together.push_back(a.get());
      if (pass >= 2 && !second.over()) {
        second.start();
        together.insert(together.begin(), b.get());
      }
      if (pass == 1) prompt->begin(kPrompt, true);
      if (pass >= 1 && pass <= kLoops) together.push_back(prompt.get());
      model->pass(together);
      first.takeFirst();
      if (second.rows > 0) second.takeFirst();
    }
    QVERIFY(second.over());
    for (std::size_t i = 0; i < kText.size(); ++i) QVERIFY(same(first.out[i], plainA[i]));
    for (std::size_t i = 0; i < shorter.size(); ++i) QVERIFY(same(second.out[i], plainB[i]));
    for (const int row : {0, 20, 36})
      QVERIFY(same(readRow(*prompt, spec, row, 37), readRow(*alone, spec, row, 37)));
  }

  /// Attention shares the segments of a long context out where there are few heads.
  void longContextsOfSeveralRows() {
    const ModelSpec spec = ouroSpec(shape(32, 2, 1, 16, 48, 131, 1));
    const auto prompt = tokens(600, 131), text = tokens(7, 131, 2);
    const auto run = [&](int threads, int behind) {
      const auto model = open(spec, "bf16", threads);
      const auto s = model->createSequence(700, kLoops);
      for (int first = 0; first < 600; first += 200) {
        s->begin(std::span(prompt).subspan(first, 200));
        for (int r = 0; r < kLoops; ++r) s->runLoop();
        s->finish(KvPolicy::Full);
      }
      Staggered tokens{*s, spec, text, behind};
      while (!tokens.over()) {
        tokens.start();
        s->runLoop();
        tokens.takeFirst();
      }
      return tokens.out;
    };
    const auto one = run(1, kLoops);
    for (const auto& other : {run(1, 1), run(2, 1), run(5, 1), run(5, 2)})
      for (std::size_t i = 0; i < text.size(); ++i) QVERIFY(same(one[i], other[i]));
  }

  void aCancelDropsEveryBatchOfAPass() {
    const auto model = open(ouroSpec(shape()), "f32");
    const auto a = model->createSequence(80, kLoops), b = model->createSequence(80, kLoops);
    prefill(*a, kPrompt);
    a->begin(std::span(kText).first(1)), b->begin(kPrompt);
    const std::vector<Sequence*> both{a.get(), b.get()};
    model->pass(both);
    std::stop_source source;
    source.request_stop();
    QVERIFY_THROWS_EXCEPTION(Cancelled, model->pass(both, source.get_token()));
    QCOMPARE(a->length(), int(kPrompt.size()));
    QVERIFY_THROWS_EXCEPTION(std::logic_error, a->runLoop());
    QVERIFY_THROWS_EXCEPTION(std::logic_error, a->append(1));
    a->begin(std::span(kText).first(1), true);
    for (int r = 0; r < kLoops; ++r) a->runLoop();
    QVERIFY(same(readRow(*a, model->spec(), 0, 1), decoded(*model, kPrompt, kText)[0]));
  }

  void aBatchIsStaggeredOnlyAsFarAsItsLogitsAreKept() {
    const auto model = open(ouroSpec(shape()), "f32");
    for (const auto& [loops, rows] : {std::pair{1, 1}, {2, 2}, {4, 4}, {8, 8}, {32, 3}, {200, 1}})
      QCOMPARE(model->createSequence(4, loops)->staggerRows(), rows);
  }
};

QTEST_GUILESS_MAIN(TestPasses)
#include "tst_passes.moc"
