// SPDX-License-Identifier: GPL-3.0-or-later
// Staggered decoding gives the text, the record and the exits of plain decoding, bit for bit.
#include <QtTest>

#include "core/engine/GuessLoop.h"
#include "core/model/DemoModel.h"
#include "core/run/RunRecording.h"
#include "core/trace/TraceFingerprint.h"
#include "kernels/LoadedModel.h"
#include "tests/support/EngineFixtures.h"
#include "tests/support/SegmentSpecs.h"

using namespace ouroscope;
using namespace ouroscope::test;

namespace {

/// A backend that says what a row more costs: at 0 it pays to guess nearly always.
class Priced : public Backend {
 public:
  Priced(std::unique_ptr<Backend> of, double rowCost) : of_(std::move(of)), rowCost_(rowCost) {}
  const ModelSpec& spec() const override { return of_->spec(); }
  Precision precision() const override { return of_->precision(); }
  std::string device() const override { return of_->device(); }
  std::uint64_t weightBytes() const override { return of_->weightBytes(); }
  std::uint64_t kvBytesPerToken(int loops) const override { return of_->kvBytesPerToken(loops); }
  std::uint64_t scratchBytes(int loops, int batch, bool layers) const override {
    return of_->scratchBytes(loops, batch, layers);
  }
  std::unique_ptr<Sequence> createSequence(int capacity, int loops) override {
    return of_->createSequence(capacity, loops);
  }
  double rowCost() const override { return rowCost_; }
  bool showsAttention() const override { return of_->showsAttention(); }
  bool readsLenses() const override { return of_->readsLenses(); }

 private:
  std::unique_ptr<Backend> of_;
  double rowCost_;
};

std::unique_ptr<Backend> priced(const ModelSpec& spec, double rowCost = 0,
                                Precision precision = Precision::BF16) {
  return std::make_unique<Priced>(load(spec, precision, {}, 1), rowCost);
}

/// Branches that add little: most words stand from the first loop on.
ModelSpec settled() {
  ModelSpec spec = ouroSpec(shape());
  for (TensorSpec& tensor : spec.tensors)
    if (tensor.slot == TensorSlot::AfterAttention || tensor.slot == TensorSlot::AfterMlp) {
      tensor.mean *= 0.1f;
      tensor.spread *= 0.1f;
    }
  return spec;
}

RunRequest requestOf(const ModelSpec& spec, int generate = 40) {
  RunRequest request;
  request.prompt = tokens(7, spec.vocabSize);
  request.loops = spec.trainedLoops == 1 && spec.windowLoops == 0 ? 1 : 4;
  request.generate = generate;
  request.tracked = {3};
  request.capture = {true, true, true, false, true, false, {0}};
  return request;
}

struct Ways {
  Collector plain, staggered;
  RunSummary summary;
};

Ways bothWays(Backend& model, RunRequest request) {
  Ways out;
  Engine(model).run(request, out.plain);
  request.stagger = true;
  out.summary = Engine(model).run(request, out.staggered);
  return out;
}

double costOf(const RunSummary& s, double rowCost) {
  return s.readings + rowCost * double(s.rows - s.readings);
}

}  // namespace

class TestStagger : public QObject {
  Q_OBJECT

 private slots:
  void everyFamilyGivesThePlainRecord_data() {
    QTest::addColumn<ModelSpec>("spec");
    QTest::addColumn<bool>("staggers");
    QTest::newRow("ouro") << ouroSpec(shape()) << true;
    QTest::newRow("words that settle early") << settled() << true;
    QTest::newRow("adapter, coda") << recurrent() << true;
    ModelSpec logit = recurrent();
    logit.lens = LensKind::Logit;
    QTest::newRow("coda at the last loop only") << logit << true;
    QTest::newRow("windows and caps") << gemma() << true;
    QTest::newRow("shared keys and values") << shared() << true;
    QTest::newRow("window, ema") << window(StepRule::Ema) << true;
    QTest::newRow("window, anchored") << window(StepRule::Anchored) << true;
    QTest::newRow("one loop") << plain() << false;
  }

  void everyFamilyGivesThePlainRecord() {
    QFETCH(ModelSpec, spec);
    QFETCH(bool, staggers);
    for (const Precision precision : {Precision::F32, Precision::BF16}) {
      const auto model = priced(spec, 0, precision);
      for (const double temperature : {0.0, 0.7}) {
        RunRequest request = requestOf(spec);
        request.sampling = {temperature, temperature > 0 ? 0.9 : 1.0, 11};
        const Ways ways = bothWays(*model, request);
        QVERIFY(sameRecords(ways.plain, ways.staggered));
        QCOMPARE(int(ways.staggered.token.size()), 47);
        QCOMPARE(ways.summary.staggered, staggers ? 40 : 0);
        QVERIFY(ways.summary.readings <= 160);
        if (staggers) QCOMPARE(ways.summary.rows - ways.summary.dropped, std::int64_t{160});
      }
    }
  }

  void exitsBudgetsRulesAndPoliciesStayTheSame_data() {
    QTest::addColumn<double>("q");
    QTest::addColumn<int>("budget");
    QTest::addColumn<int>("policy");
    QTest::addColumn<QString>("rule");
    QTest::newRow("read early") << 0.6 << 0 << int(KvPolicy::Full) << "";
    QTest::newRow("budget") << 1.0 << 2 << int(KvPolicy::Full) << "";
    QTest::newRow("budget of one loop") << 1.0 << 1 << int(KvPolicy::Full) << "";
    QTest::newRow("last exited") << 0.6 << 0 << int(KvPolicy::LastExited) << "";
    QTest::newRow("last exited, budget") << 0.8 << 3 << int(KvPolicy::LastExited) << "";
    QTest::newRow("latest available") << 0.6 << 0 << int(KvPolicy::LatestAvailable) << "";
    for (const char* rule : {"stable", "entropy-change", "state-change", "kl-before"})
      QTest::newRow(rule) << 1.0 << 0 << int(KvPolicy::LastExited) << rule;
  }

  void exitsBudgetsRulesAndPoliciesStayTheSame() {
    QFETCH(double, q);
    QFETCH(int, budget);
    QFETCH(int, policy);
    QFETCH(QString, rule);
    for (const ModelSpec& spec : {ouroSpec(shape()), settled()}) {
      const auto model = priced(spec);
      for (const double temperature : {0.0, 0.7}) {
        RunRequest request = requestOf(spec);
        request.exitThreshold = q;
        request.budget = budget;
        request.kvPolicy = KvPolicy(policy);
        request.sampling.temperature = temperature;
        if (!rule.isEmpty()) {
          request.criterion = exitCriterionFromName(rule.toStdString());
          request.criterion.threshold = rule == "stable" ? 1 : 0.3;
        }
        const Ways ways = bothWays(*model, request);
        QVERIFY(sameRecords(ways.plain, ways.staggered));
        QCOMPARE(ways.summary.staggered > 0, request.kvPolicy != KvPolicy::LatestAvailable);
      }
    }
  }

  void stopTokensEndTheTextWhereTheyStand() {
    const auto model = priced(settled());
    RunRequest request = requestOf(model->spec(), 23);
    const Collector text = ran(*model, request);
    for (std::size_t end = 7; end < text.token.size(); ++end) {
      request.stopIds = {text.token[end]};
      const Ways ways = bothWays(*model, request);
      QVERIFY(sameRecords(ways.plain, ways.staggered));
      QCOMPARE(ways.staggered.token.back(), text.token[end]);
    }
  }

  /// What is under way when a person changes something is begun again with the new settings.
  void whatIsChangedHoldsFromTheNextTokenOn() {
    const auto model = priced(settled());
    RunRequest request = requestOf(model->spec());
    const auto steered = [&](bool stagger) {
      request.stagger = stagger;
      RunControl control(request.settings());
      Collector run;
      run.also = [&](const LoopRecord& r) {
        const int done = r.first + r.count;
        if (done == 12) control.change({0.6, 0, KvPolicy::LastExited});
        if (done == 20) control.change({0.6, 2, KvPolicy::LastExited});
        if (done == 26) control.change({1.0, 0, KvPolicy::LatestAvailable});
        if (done == 32) control.change({1.0, 3, KvPolicy::Full});
      };
      Engine(*model).run(request, run, RunHooks{{}, {}, &control});
      return run;
    };
    const Collector plain = steered(false), staggered = steered(true);
    QVERIFY(sameRecords(plain, staggered));
    QVERIFY(!plain.events.empty());
    QVERIFY(plain.events == staggered.events);
  }

  void aStoppedRunKeepsWhatPlainDecodingWouldHave() {
    const auto model = priced(settled());
    RunRequest request = requestOf(model->spec());
    const Collector whole = ran(*model, request);
    request.stagger = true;
    std::stop_source source;
    Collector run;
    run.also = [&](const LoopRecord& r) {
      if (r.first + r.count == 15) source.request_stop();
    };
    KeptSequence kept;
    RunHooks hooks;
    hooks.stop = source.get_token();
    hooks.kept = &kept;
    QVERIFY_THROWS_EXCEPTION(Cancelled, Engine(*model).run(request, run, hooks));
    QCOMPARE(int(run.token.size()), 15);
    QVERIFY(std::equal(run.gate.begin(), run.gate.end(), whole.gate.begin()));
    // Guesses that were under way leave nothing in the sequence that is kept.
    QCOMPARE(kept.sequence->length(), int(kept.tokens.size()));
    request.prompt.assign(whole.token.begin(), whole.token.begin() + 15);
    request.known = 14;
    request.generate = 32;
    Collector on;
    RunHooks more;
    more.kept = &kept;
    Engine(*model).run(request, on, more);
    QVERIFY(std::equal(on.gate.begin(), on.gate.end(), whole.gate.begin() + 14 * 4));
  }

  /// Random weights whose loops agree by chance only, over a row's price of every kind.
  void whereNoGuessHoldsHardlyAnythingIsSpent() {
    for (const int seed : {1, 2, 3})
      for (const double price : {0.02, 0.25, 0.6, 1.0}) {
        Priced model(load(ouroSpec(shape()), Precision::F32, {}, 1, seed), price);
        RunRequest request = requestOf(model.spec(), 120);
        request.capture = {};
        request.stagger = true;
        Collector run;
        const RunSummary summary = Engine(model).run(request, run);
        const double cost = costOf(summary, price), plain = 120 * 4;
        QVERIFY2(cost < 1.05 * plain, qPrintable(QString::number(cost / plain)));
      }
  }

  void wordsThatSettleEarlyTakeFewReadings() {
    const auto model = priced(settled(), 0.25);
    RunRequest request = requestOf(model->spec(), 100);
    const Ways ways = bothWays(*model, request);
    QVERIFY2(ways.summary.readings < 250, qPrintable(QString::number(ways.summary.readings)));
  }

  void guessesAreMadeFromTheLoopThatPays() {
    GuessLoop right(4, 4, 0.25), late(4, 4, 0.25), never(4, 4, 0.25), one(4, 1, 0);
    QVERIFY(!right.guesses());
    for (int i = 0; i < 5; ++i) {
      right.learn(std::vector<std::int32_t>{7, 7, 7, 7}, 7);
      late.learn(std::vector<std::int32_t>{1, 7, 7, 7}, 7);
      never.learn(std::vector<std::int32_t>{1, 2, 3, 7}, 7);
      one.learn(std::vector<std::int32_t>{7, 7, 7, 7}, 7);
    }
    QCOMPARE(right.from(), 1);
    QCOMPARE(late.from(), 2);
    QVERIFY(!never.guesses() && !one.guesses());
    for (int i = 0; i < 10; ++i) right.learn(std::vector<std::int32_t>{1, 2, 3, 7}, 7);
    QVERIFY(!right.guesses());
  }

  void theDemoModelGivesTheSameTrace_data() {
    QTest::addColumn<double>("temperature");
    QTest::addColumn<double>("q");
    QTest::newRow("greedy") << 0.0 << 1.0;
    QTest::newRow("sampled") << 0.8 << 1.0;
    QTest::newRow("read early") << 0.0 << 0.7;
  }

  void theDemoModelGivesTheSameTrace() {
    QFETCH(double, temperature);
    QFETCH(double, q);
    ModelRequest wanted;
    wanted.folder = demoModelFolder();
    wanted.threads = 1;
    static const auto model = loadModel(wanted);
    for (const char* text : {"the gardener is", "Ann has a box .", "in the morning"}) {
      RunOrder order;
      order.prompt = std::string(text);
      order.generate = 60;
      order.exitThreshold = q;
      order.sampling.temperature = temperature;
      order.capture.hidden = true;
      const auto recorded = [&](bool stagger) {
        order.stagger = stagger;
        RunRecording recording(model, prepareRun(*model, order));
        return recording.run({});
      };
      const TracePtr staggered = recorded(true), plain = recorded(false);
      QCOMPARE(traceFingerprint(*staggered), traceFingerprint(*plain));
      QVERIFY(!plain->info().stagger && staggered->info().stagger);
      qInfo("%.2f readings a token", staggered->info().stagger->readingsPerToken());
    }
  }
};

QTEST_GUILESS_MAIN(TestStagger)
#include "tst_stagger.moc"
