// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <chrono>
#include <cmath>

#include "core/analysis/AnswerShift.h"
#include "core/run/CausalSweep.h"
#include "core/support/Error.h"
#include "kernels/LoadedModel.h"
#include "tests/model/ModelFixtures.h"

using namespace ouroscope;

namespace {

const std::vector<std::int32_t> kPrompt{5, 17, 40, 9, 23, 31, 8};

ModelPtr demo() {
  static const ModelPtr model = [] {
    ModelRequest request;
    request.folder = qEnvironmentVariable("OUROSCOPE_DEMO_DIR").toStdString();
    request.device = "cpu";
    return loadModel(request);
  }();
  return model;
}

SweepOrder orderOf(const char* intervention, bool ofTokens) {
  SweepOrder order;
  order.run.prompt = kPrompt;
  order.ofTokens = ofTokens;
  order.intervention = intervention;
  return order;
}

/// Logits of the last token at the last loop of a run of its own.
std::vector<float> wholeRun(const std::string& intervention) {
  RunOrder order;
  order.prompt = kPrompt;
  order.capture.logits = true;
  if (!intervention.empty()) order.interventions = {interventionOf(intervention)};
  const TracePtr trace = RunRecording(demo(), prepareRun(*demo(), order)).run();
  const std::vector<float>& logits = trace->logits();
  return {logits.end() - trace->info().vocabSize, logits.end()};
}

}  // namespace

class TestCausalSweep : public QObject {
  Q_OBJECT

 private slots:
  void cellsAreWholeRunsToTheBit_data() {
    QTest::addColumn<QString>("intervention");
    QTest::addColumn<bool>("ofTokens");
    const auto row = [](const char* text, bool ofTokens) {
      QTest::addRow("%s over %s", text, ofTokens ? "tokens" : "layers") << text << ofTokens;
    };
    row("noise,by=1,seed=4", false);
    row("scale,by=0,tokens=3-4", false);
    row("skip-layer", false);
    row("replace,from=2,tokens=3-", false);
    row("noise,by=1", true);
    row("skip-loop", true);
    row("repeat-loop", true);
    row("skip-layer,layer=2", true);
    row("replace,from=2", true);
  }
  void cellsAreWholeRunsToTheBit() {
    QFETCH(QString, intervention);
    QFETCH(bool, ofTokens);
    const QByteArray text = intervention.toUtf8();
    const TracePtr trace = causalSweep(demo(), orderOf(text.constData(), ofTokens));
    const CausalMap& map = *trace->info().sweep;
    QCOMPARE(map.loops, trace->loops());
    QCOMPARE(int(map.places.size()), !ofTokens                         ? trace->info().layers
                                     : intervention.contains("from=2") ? 6
                                                                       : 7);
    QVERIFY(map.rows > 0 && map.rows < map.rowsAlone);
    const std::vector<float> untouched = wholeRun("");
    QCOMPARE(map.word, bestWord(untouched));
    bool changed = false;
    for (int loop = 0; loop < map.loops; ++loop)
      for (std::size_t place = 0; place < map.places.size(); ++place) {
        const std::string whole = text.toStdString() + ",loop=" + std::to_string(loop + 1) +
                                  (ofTokens ? ",tokens=" : ",layer=") +
                                  std::to_string(map.places[place] + 1);
        const AnswerShift shift = answerShift(untouched, wholeRun(whole), map.word);
        const std::size_t at = loop * map.places.size() + place;
        QCOMPARE(map.change[at], shift.change);
        QCOMPARE(map.kl[at], shift.kl);
        QCOMPARE(map.best[at], shift.best);
        changed = changed || shift.change != 0;
      }
    QVERIFY(changed);
  }

  void whatChangesNothingGivesZeros() {
    for (const bool ofTokens : {false, true})
      for (const bool patched : {false, true}) {
        SweepOrder order = orderOf(patched ? "replace" : "scale,by=1", ofTokens);
        if (patched) order.from = kPrompt;
        const CausalMap map = *causalSweep(demo(), order)->info().sweep;
        for (std::size_t i = 0; i < map.cells(); ++i) {
          QCOMPARE(map.change[i], 0.0);
          QCOMPARE(map.kl[i], 0.0);
          QCOMPARE(map.best[i], map.word);
        }
      }
  }

  /// The last layer of the last loop holds all that the answer is read from.
  void thePatchAtTheEndGivesTheOtherAnswer() {
    SweepOrder order = orderOf("replace,tokens=7", false);
    const std::vector<std::int32_t> other{5, 40, 12, 9, 77, 31, 100};
    order.from = other;
    const CausalMap map = *causalSweep(demo(), order)->info().sweep;
    RunOrder alone;
    alone.prompt = other;
    alone.capture.logits = true;
    const TracePtr trace = RunRecording(demo(), prepareRun(*demo(), alone)).run();
    const auto last = std::span(trace->logits()).last(trace->info().vocabSize);
    QCOMPARE(map.best.back(), bestWord(last));
    QVERIFY(std::abs(map.logprob + map.change.back() - logProbability(last, map.word)) < 1e-5);
  }

  void theMapIsInTheFile() {
    SweepOrder order = orderOf("noise,by=2", true);
    order.from.reset();
    order.token = 4;
    order.word = "#3";
    const TracePtr trace = causalSweep(demo(), order);
    QCOMPARE(trace->info().sweep->places, (std::vector<int>{0, 1, 2, 3, 4}));
    QCOMPARE(trace->tokens(), int(kPrompt.size()));
    QTemporaryDir folder;
    const std::string file = folder.filePath("m.trace.safetensors").toStdString();
    writeTrace(*trace, file);
    const TracePtr again = readTrace(file);
    QVERIFY(again->info().sweep == trace->info().sweep);
    for (const std::int32_t id : again->info().sweep->best)
      QCOMPARE(again->word(id), demo()->tokenizer->bytes(id));
  }

  void aStopEndsItWithinASecond() {
    SweepOrder order = orderOf("noise,by=1", true);
    order.run.prompt = std::vector<std::int32_t>(200, 9);
    std::stop_source source;
    std::chrono::steady_clock::time_point asked;
    int cells = 0;
    try {
      causalSweep(demo(), order, source.get_token(),
                  [&](std::string_view, std::int64_t done, std::int64_t total) {
                    QCOMPARE(total, std::int64_t{200 * 4});
                    cells = int(done);
                    if (done != 30) return;
                    asked = std::chrono::steady_clock::now();
                    source.request_stop();
                  });
      QFAIL("it went on");
    } catch (const Cancelled&) {
    }
    QCOMPARE(cells, 30);
    QVERIFY(std::chrono::steady_clock::now() - asked < std::chrono::seconds(1));
  }

  void whatDoesNotGoIsRefused() {
    const auto refused = [](const char* text, bool ofTokens, const char* says,
                            const std::function<void(SweepOrder&)>& with = {}) {
      SweepOrder order = orderOf(text, ofTokens);
      if (with) with(order);
      const std::string said = fixture::refusal([&] { causalSweep(demo(), order); });
      QVERIFY2(fixture::isRefused([&] { causalSweep(demo(), order); }, says), said.c_str());
    };
    refused("turn", false, "begins with no kind");
    refused("skip-loop", false, "of a whole loop");
    refused("scale,by=0,layer=1", false, "leave layer= out");
    refused("scale,by=0,tokens=1", true, "leave tokens= out");
    refused("scale,by=0,layer=1-2", true, "at one layer");
    refused("replace,from-loop=1", true, "leave from-loop= out");
    refused("scale,by=0,layer=9", true, "of layer 9");
    refused("scale,by=0", false, "token 9", [](SweepOrder& o) { o.token = 8; });
    refused("scale,by=0,tokens=7", false, "changes no token", [](SweepOrder& o) { o.token = 2; });
    refused("scale,by=0", false, "for replace alone", [](SweepOrder& o) { o.from = kPrompt; });
    refused("replace", false, "name tokens from 5 on", [](SweepOrder& o) {
      o.from = std::vector<std::int32_t>{1, 2, 3};
    });
  }
};

QTEST_GUILESS_MAIN(TestCausalSweep)
#include "tst_causal_sweep.moc"
