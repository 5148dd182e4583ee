// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "core/model/DemoModel.h"
#include "core/support/Error.h"
#include "core/text/StopTokens.h"
#include "core/trace/Trace.h"
#include "kernels/LoadedModel.h"
#include "tests/support/EngineFixtures.h"

using namespace ouroscope;
using namespace ouroscope::test;

class TestSpeculation : public QObject {
  Q_OBJECT

 private slots:
  void randomModelsGiveTheSameRecord_data() {
    QTest::addColumn<int>("precision");
    QTest::addColumn<int>("seed");
    QTest::addColumn<int>("draftLoops");
    QTest::addColumn<int>("draftTokens");
    for (const Precision precision : {Precision::F32, Precision::BF16})
      for (const int seed : {1, 2})
        for (const int loops : {1, 2, 3})
          for (const int length : {1, 2, 5, 16})
            QTest::addRow("%s, seed %d, %d loops, %d tokens",
                          precision == Precision::F32 ? "f32" : "bf16", seed, loops, length)
                << int(precision) << seed << loops << length;
  }

  void randomModelsGiveTheSameRecord() {
    QFETCH(int, precision);
    QFETCH(int, seed);
    QFETCH(int, draftLoops);
    QFETCH(int, draftTokens);
    const auto config = shape();
    // One thread: a second one does not change a bit (tst_engine), but waits on a busy machine.
    const auto model = backend(config, Precision(precision), 1, std::uint64_t(seed));
    RunRequest request;
    request.prompt = tokens(7, config.vocabSize, seed);
    request.loops = 4;
    request.generate = 23;
    request.tracked = {3};
    request.capture = {true, true, true, false, true, false, {0}};
    Collector plain, speculated;
    Engine(*model).run(request, plain);
    request.speculation = {draftLoops, draftTokens};
    const RunSummary summary = Engine(*model).run(request, speculated);
    QVERIFY(sameRecords(plain, speculated));
    QCOMPARE(int(plain.token.size()), 30);
    QVERIFY(summary.drafted > 0 && summary.accepted <= summary.drafted);
    QVERIFY(summary.drafted <= summary.rounds * draftTokens);
    // Every round gives what was accepted and one token more; the last drafts are cut to length.
    QVERIFY(summary.rounds + summary.accepted <= 23);
  }

  void theDemoModelGivesTheSameText_data() {
    QTest::addColumn<double>("q");
    QTest::addColumn<int>("budget");
    QTest::addColumn<int>("draftLoops");
    QTest::addColumn<int>("draftTokens");
    QTest::newRow("1 loop, 3 tokens") << 1.0 << 0 << 1 << 3;
    QTest::newRow("2 loops, 4 tokens") << 1.0 << 0 << 2 << 4;
    QTest::newRow("3 loops, 8 tokens") << 1.0 << 0 << 3 << 8;
    QTest::newRow("read early by the gate") << 0.7 << 0 << 2 << 4;
    QTest::newRow("read at a budget") << 1.0 << 3 << 2 << 4;
    QTest::newRow("drafts as deep as the budget") << 1.0 << 2 << 2 << 4;
  }

  void theDemoModelGivesTheSameText() {
    QFETCH(double, q);
    QFETCH(int, budget);
    QFETCH(int, draftLoops);
    QFETCH(int, draftTokens);
    ModelRequest wanted;
    wanted.folder = demoModelFolder();
    wanted.threads = 1;
    static const auto model = loadModel(wanted);
    int drafted = 0, accepted = 0;
    for (const char* text : {"the gardener is", "Ann has a box .", "in the morning"}) {
      RunRequest request;
      request.prompt = model->tokenizer->encode(text);
      request.generate = 60;
      request.stopIds =
          stopTokens(*model->tokenizer, model->text, model->folder.config.eosIds, nullptr).ids;
      request.exitThreshold = q;
      request.budget = budget;
      Collector plain, speculated;
      Engine(*model->backend).run(request, plain);
      request.speculation = {draftLoops, draftTokens};
      const RunSummary summary = Engine(*model->backend).run(request, speculated);
      QVERIFY(sameRecords(plain, speculated));
      drafted += summary.drafted;
      accepted += summary.accepted;
    }
    QVERIFY2(accepted > 0, "a trained model must agree with its own loops now and then");
    // A draft at the depth that the text is read at cannot be wrong.
    if (budget > 0 && draftLoops >= budget) QCOMPARE(accepted, drafted);
    qInfo("accepted %d of %d", accepted, drafted);
  }

  void stopTokensEndTheTextWithinADraft() {
    const auto config = shape();
    const auto model = backend(config, Precision::F32, 1);
    RunRequest request;
    request.prompt = tokens(7, config.vocabSize);
    request.loops = 4;
    request.generate = 23;
    Collector plain;
    Engine(*model).run(request, plain);
    for (std::size_t end = 7; end < plain.token.size(); ++end) {
      request.stopIds = {plain.token[end]};
      request.speculation = {};
      Collector straight, speculated;
      Engine(*model).run(request, straight);
      request.speculation = {2, 8};
      Engine(*model).run(request, speculated);
      QVERIFY(sameRecords(straight, speculated));
      QCOMPARE(speculated.token.back(), plain.token[end]);
    }
  }

  void aSteppingPersonGetsOneToken() {
    const auto config = shape();
    const auto model = backend(config, Precision::F32, 1);
    RunRequest request;
    request.prompt = tokens(7, config.vocabSize);
    request.loops = 4;
    request.generate = 12;
    request.speculation = {2, 4};
    RunControl control;
    control.pause();
    control.step(3);
    Collector run;
    std::stop_source source;
    run.also = [&](const LoopRecord& r) {
      if (r.first + r.count == 10) source.request_stop();
      QVERIFY(r.first < 7 || r.count == 1);
    };
    QVERIFY_THROWS_EXCEPTION(
        Cancelled,
        Engine(*model).run(request, run, RunHooks{source.get_token(), {}, &control, nullptr}));
    QCOMPARE(int(run.token.size()), 10);
  }

  void aStoppedRunSaysHowItWentUntilThen() {
    const auto config = shape();
    const auto model = backend(config, Precision::F32, 1);
    RunRequest request;
    request.prompt = tokens(7, config.vocabSize);
    request.loops = 4;
    request.generate = 24;
    request.budget = 2;
    request.speculation = {2, 4};  // drafts at the depth that is read are all right
    Collector run;
    std::stop_source source;
    run.also = [&](const LoopRecord& r) {
      if (r.first + r.count >= 17) source.request_stop();
    };
    RunSummary summary;
    RunHooks hooks;
    hooks.stop = source.get_token();
    hooks.summary = &summary;
    QVERIFY_THROWS_EXCEPTION(Cancelled, Engine(*model).run(request, run, hooks));
    QCOMPARE(int(run.token.size()), 17);
    QCOMPARE(summary.rounds, 2);
    QCOMPARE(summary.drafted, 8);
    QCOMPARE(summary.accepted, 8);
  }

  void theCommandLineRecordsHowItWent() {
    const QString cli = qEnvironmentVariable("OUROSCOPE_CLI");
    if (cli.isEmpty()) QSKIP("no ouroscope-cli in this build");
    QTemporaryDir folder;
    const auto call = [&](const QStringList& more) {
      QProcess process;
      process.start(cli,
                    QStringList{"trace", "--text", "Ann has a box .", "--generate", "24"} + more);
      process.waitForFinished(60000);
      return process.exitCode();
    };
    const QString plain = folder.filePath("plain"), drafted = folder.filePath("drafted");
    QCOMPARE(call({"--out", plain}), 0);
    QCOMPARE(call({"--draft-loops", "2", "--draft-tokens", "4", "--out", drafted}), 0);
    const TracePtr a = readTrace(plain.toStdString()), b = readTrace(drafted.toStdString());
    QVERIFY(same(a->columns().tokenId, b->columns().tokenId));
    QVERIFY(same(a->columns().gateLogit, b->columns().gateLogit));
    QVERIFY(same(a->columns().topkLogprob, b->columns().topkLogprob));
    QVERIFY(!a->info().speculation && b->info().speculation);
    QCOMPARE(b->info().speculation->draftLoops, 2);
    QCOMPARE(b->info().speculation->draftTokens, 4);
    QVERIFY(b->info().speculation->drafted > 0);
    QCOMPARE(call({"--draft-tokens", "4", "--out", plain}), 2);
    QCOMPARE(call({"--draft-loops", "2", "--temperature", "1", "--out", plain}), 2);
    QCOMPARE(call({"--draft-loops", "4", "--out", plain}), 1);
  }

  void whatCannotBeSpeculatedIsRefusedInWords() {
    const auto config = shape();
    const auto model = backend(config, Precision::F32, 1);
    const auto refused = [&](const std::function<void(RunRequest&)>& spoil, const char* phrase) {
      RunRequest request;
      request.prompt = {1, 2, 3};
      request.loops = 4;
      request.speculation = {2, 4};
      spoil(request);
      Collector run;
      try {
        Engine(*model).run(request, run);
      } catch (const Error& error) {
        return std::string(error.what()).find(phrase) != std::string::npos;
      }
      return false;
    };
    QVERIFY(refused([](RunRequest& r) { r.speculation.draftLoops = 4; }, "1 to 3"));
    QVERIFY(refused([](RunRequest& r) { r.speculation.draftLoops = -1; }, "1 to 3"));
    QVERIFY(refused([](RunRequest& r) { r.speculation.draftTokens = 0; }, "1 to 64"));
    QVERIFY(refused([](RunRequest& r) { r.sampling.temperature = 1; }, "greedy"));
    QVERIFY(refused([](RunRequest& r) { r.kvPolicy = KvPolicy::LastExited; }, "full"));
  }
};

QTEST_GUILESS_MAIN(TestSpeculation)
#include "tst_speculation.moc"
