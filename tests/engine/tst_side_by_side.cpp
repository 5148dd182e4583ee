// SPDX-License-Identifier: GPL-3.0-or-later
// Runs beside others give what they give alone, bit for bit.
#include <QtTest>
#include <fstream>
#include <iterator>

#include "core/engine/SideBySide.h"
#include "core/model/DemoModel.h"
#include "core/run/RunTogether.h"
#include "core/support/Error.h"
#include "kernels/LoadedModel.h"
#include "tests/support/EngineFixtures.h"
#include "tests/support/SegmentSpecs.h"

using namespace ouroscope;
using namespace ouroscope::test;

namespace {

/// Runs that differ in everything that a run can differ in.
std::vector<RunRequest> everyKind(const ModelSpec& spec, bool exits = true) {
  std::vector<RunRequest> all;
  const auto add = [&](int prompt, int generate, const std::function<void(RunRequest&)>& change) {
    RunRequest request;
    request.prompt = tokens(prompt, spec.vocabSize, 3 + prompt);
    request.loops = 4;
    request.generate = generate;
    change(request);
    all.push_back(std::move(request));
  };
  add(7, 12, [](RunRequest& r) { r.capture = {true, true, true, false, true, false, {0}}; });
  add(1, 20, [](RunRequest& r) { r.sampling = {0.8, 0.9, 5}; });
  add(300, 3, [](RunRequest& r) { r.tracked = {3, 9}; });
  add(40, 0, [](RunRequest& r) { r.chunk = 9; });
  add(2, 15, [](RunRequest& r) { r.stagger = true; });
  add(9, 14, [](RunRequest& r) {
    r.stagger = true;
    r.sampling = {0.6, 1.0, 77};
    r.capture.hidden = true;
  });
  if (!exits) return all;
  add(5, 9, [](RunRequest& r) { r.loops = 2; });
  add(6, 8, [](RunRequest& r) { r.loops = 7; });
  add(17, 10, [](RunRequest& r) { r.exitThreshold = 0.6; });
  add(3, 16, [](RunRequest& r) {
    r.exitThreshold = 0.5;
    r.kvPolicy = KvPolicy::LastExited;
    r.stagger = true;
  });
  add(8, 16, [](RunRequest& r) {
    r.exitThreshold = 0.6;
    r.kvPolicy = KvPolicy::LatestAvailable;
    r.capture.stateLayers = {1};
  });
  add(4, 13, [](RunRequest& r) {
    r.budget = 2;
    r.kvPolicy = KvPolicy::LastExited;
  });
  add(11, 12, [](RunRequest& r) {
    r.criterion = exitCriterionFromName("entropy-change");
    r.criterion.threshold = 0.3;
    r.kvPolicy = KvPolicy::LastExited;
  });
  add(12, 11, [](RunRequest& r) { r.speculation = {2, 3}; });
  add(10, 6, [](RunRequest& r) {
    r.depths.assign(10, {4, KvPolicy::Full});
    for (int t = 5; t < 10; ++t) r.depths[t] = {2, KvPolicy::LatestAvailable};
    r.known = 7;
  });
  return all;
}

struct Outcome {
  Collector record;
  RunSummary summary;
  std::exception_ptr error;
  bool ended = false;
};

std::string wordsOf(const std::exception_ptr& error) {
  try {
    if (error) std::rethrow_exception(error);
    return {};
  } catch (const std::exception& e) {
    return e.what();
  }
}

/// Runs all of them, at most so many at a time.
std::vector<Outcome> together(Backend& model, const std::vector<RunRequest>& requests, int most) {
  std::vector<Outcome> out(requests.size());
  SideBySide runs(model, most);
  std::size_t next = 0;
  do {
    for (; next < requests.size() && runs.hasRoom(requests[next]); ++next)
      runs.add(requests[next], out[next].record, {},
               [&at = out[next]](const RunSummary& summary, const std::exception_ptr& error) {
                 at.ended = true;
                 at.summary = summary;
                 at.error = error;
               });
    if (runs.running() > most) qFatal("too many at a time");
  } while (runs.pass() || next < requests.size());
  return out;
}

bool sameSummary(const RunSummary& a, const RunSummary& b) {
  return a.rounds == b.rounds && a.drafted == b.drafted && a.accepted == b.accepted &&
         a.staggered == b.staggered && a.readings == b.readings && a.rows == b.rows &&
         a.dropped == b.dropped;
}

const ModelPtr& demo() {
  static const ModelPtr model = [] {
    ModelRequest wanted;
    wanted.folder = demoModelFolder();
    wanted.threads = 2;
    return loadModel(wanted);
  }();
  return model;
}

std::string fileOf(const Trace& trace) {
  const QTemporaryDir folder;
  const std::string path = folder.filePath("a.trace.safetensors").toStdString();
  writeTrace(trace, path);
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<RunOrder> orders() {
  std::vector<RunOrder> all;
  const auto add = [&](const char* text, int generate, auto change) {
    RunOrder order;
    order.prompt = std::string(text);
    order.generate = generate;
    change(order);
    all.push_back(std::move(order));
  };
  add("Take 3, add 4, double, subtract 5, triple, add 1, get", 12, [](RunOrder&) {});
  add("Once upon a time there was a little fox named", 60, [](RunOrder& o) {
    o.sampling = {0.9, 0.95, 3};
  });
  add("Ann's boss is", 20, [](RunOrder& o) {
    o.exitThreshold = 0.7;
    o.kvPolicy = KvPolicy::LatestAvailable;
  });
  add("The day after the day before Monday is", 30, [](RunOrder& o) { o.loops = 8; });
  add("4 * (7 - 2) =", 9, [](RunOrder& o) {
    o.exitThreshold = 0.5;
    o.kvPolicy = KvPolicy::LastExited;
    o.capture = {true, true, true, true};
  });
  add("the gardener is", 40, [](RunOrder& o) {
    o.stagger = false;
    o.track = {"9"};
  });
  add("Ann is in the garden. Bob is with Ann.", 0, [](RunOrder& o) { o.topK = 3; });
  return all;
}

}  // namespace

class TestSideBySide : public QObject {
  Q_OBJECT

 private slots:
  void everyRunGivesWhatItGivesAlone_data() {
    QTest::addColumn<ModelSpec>("spec");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("exits");
    for (const std::string& path : cpuPaths()) {
      const auto row = [&](const char* name, const ModelSpec& spec, bool exits) {
        QTest::addRow("%s, %s", name, path.c_str())
            << spec << QString::fromStdString(path) << exits;
      };
      row("ouro", ouroSpec(shape()), true);
      row("adapter, coda", recurrent(), true);
      row("windows and caps", gemma(), true);
      row("anchored window", window(StepRule::Anchored), false);
    }
  }

  void everyRunGivesWhatItGivesAlone() {
    QFETCH(ModelSpec, spec);
    QFETCH(QString, path);
    QFETCH(bool, exits);
    const UsePath use(path.toStdString());
    for (const Precision precision : {Precision::F32, Precision::BF16}) {
      const auto model = load(spec, precision);
      const std::vector<RunRequest> requests = everyKind(spec, exits);
      std::vector<Outcome> alone(requests.size());
      for (std::size_t i = 0; i < requests.size(); ++i)
        alone[i].summary = Engine(*model).run(requests[i], alone[i].record);
      for (const int most : {1, 3, 32}) {
        const std::vector<Outcome> beside = together(*model, requests, most);
        for (std::size_t i = 0; i < requests.size(); ++i) {
          QVERIFY2(beside[i].ended && !beside[i].error, wordsOf(beside[i].error).c_str());
          QVERIFY2(sameRecords(alone[i].record, beside[i].record), qPrintable(QString::number(i)));
          QVERIFY(alone[i].record.events == beside[i].record.events);
          QVERIFY(sameSummary(alone[i].summary, beside[i].summary));
        }
      }
    }
  }

  /// What an intervention changes belongs to its own text.
  void interventionsStayWithTheirText() {
    const ModelSpec spec = ouroSpec(shape());
    const auto model = load(spec);
    std::vector<RunRequest> requests = everyKind(spec);
    Intervention noise;
    noise.kind = InterventionKind::Noise;
    noise.by = 0.5;
    requests[1].interventions = {{noise, {}}};
    Intervention again;
    again.kind = InterventionKind::RepeatLoop;
    again.loops = {1, 1};
    requests[3].interventions = {{again, {}}};
    const std::vector<Outcome> beside = together(*model, requests, 32);
    for (std::size_t i = 0; i < requests.size(); ++i)
      QVERIFY(sameRecords(ran(*model, requests[i]), beside[i].record));
    for (const int changed : {1, 3}) {
      requests[changed].interventions.clear();
      QVERIFY(!sameRecords(ran(*model, requests[changed]), beside[changed].record));
    }
  }

  void aTextThatFailsLeavesTheOthersAlone() {
    const ModelSpec spec = ouroSpec(shape());
    const auto model = load(spec);
    const std::vector<RunRequest> requests = everyKind(spec);
    std::vector<Outcome> out(requests.size());
    out[0].record.also = [](const LoopRecord& r) {
      if (r.first + r.count == 10) throw Error("The disk is full.");
    };
    std::stop_source one;
    out[1].record.also = [&](const LoopRecord& r) {
      if (r.first + r.count == 8) one.request_stop();
    };
    SideBySide runs(*model, 32);
    for (std::size_t i = 0; i < requests.size(); ++i) {
      RunHooks hooks;
      if (i == 1) hooks.stop = one.get_token();
      runs.add(requests[i], out[i].record, hooks,
               [&at = out[i]](const RunSummary&, const std::exception_ptr& error) {
                 at.ended = true;
                 at.error = error;
               });
    }
    while (runs.pass()) {
    }
    QCOMPARE(QString::fromStdString(wordsOf(out[0].error)), QString("The disk is full."));
    QVERIFY_THROWS_EXCEPTION(Cancelled, std::rethrow_exception(out[1].error));
    QCOMPARE(int(out[1].record.token.size()), 8);
    QCOMPARE(out[1].record.events.back().what, RunEvent::What::Stop);
    for (std::size_t i = 2; i < requests.size(); ++i) {
      QVERIFY(out[i].ended && !out[i].error);
      out[i].record.also = {};
      QVERIFY(sameRecords(ran(*model, requests[i]), out[i].record));
    }
  }

  void aStopEndsAllOfThem() {
    const ModelSpec spec = ouroSpec(shape());
    const auto model = load(spec);
    const std::vector<RunRequest> requests = everyKind(spec);
    std::vector<Outcome> out(requests.size());
    std::stop_source all;
    out[0].record.also = [&](const LoopRecord& r) {
      if (r.first + r.count == 9) all.request_stop();
    };
    SideBySide runs(*model, 32, all.get_token());
    for (std::size_t i = 0; i < requests.size(); ++i)
      runs.add(
          requests[i], out[i].record, {},
          [&at = out[i]](const RunSummary&, const std::exception_ptr& error) { at.error = error; });
    while (runs.pass()) {
    }
    QCOMPARE(runs.running(), 0);
    int stopped = 0;
    for (std::size_t i = 0; i < requests.size(); ++i) {
      if (!out[i].error) continue;  // it was over by then
      ++stopped;
      QVERIFY_THROWS_EXCEPTION(Cancelled, std::rethrow_exception(out[i].error));
      QCOMPARE(out[i].record.events.back().what, RunEvent::What::Stop);
      const Collector whole = ran(*model, requests[i]);
      QVERIFY(out[i].record.gate.size() < whole.gate.size());
      QVERIFY(
          std::equal(out[i].record.token.begin(), out[i].record.token.end(), whole.token.begin()));
    }
    QVERIFY(stopped > 5);
  }

  void whatCannotRunIsRefusedAndNotAdded() {
    const ModelSpec spec = ouroSpec(shape());
    const auto model = load(spec);
    SideBySide runs(*model, 4);
    Collector record;
    RunRequest empty;
    QVERIFY_THROWS_EXCEPTION(Error, runs.add(empty, record, {}, {}));
    RunControl control;
    RunHooks waits;
    waits.control = &control;
    QVERIFY_THROWS_EXCEPTION(std::logic_error,
                             runs.add(everyKind(spec).front(), record, waits, {}));
    QCOMPARE(runs.running(), 0);
    QVERIFY(!runs.pass());
  }

  /// Many texts decoding need fewer passes than one after the other: rows share them.
  void textsShareTheirPasses() {
    const ModelSpec spec = ouroSpec(shape());
    const auto model = load(spec);
    RunRequest request;
    request.prompt = tokens(5, spec.vocabSize);
    request.loops = 4;
    request.generate = 10;
    std::vector<Collector> records(8);
    SideBySide runs(*model, 8);
    for (Collector& record : records)
      runs.add(request, record, {}, [](const RunSummary&, const std::exception_ptr&) {});
    int passes = 0;
    while (runs.pass()) ++passes;
    // The prompt and ten tokens, four loops each.
    QCOMPARE(passes, 44);
  }

  void tracesAreThoseOfTheOrdersAlone() {
    const std::vector<RunOrder> all = orders();
    std::vector<std::string> alone;
    for (const RunOrder& order : all)
      alone.push_back(fileOf(*RunRecording(demo(), prepareRun(*demo(), order)).run()));
    for (const int most : {1, 2, 16}) {
      const std::vector<TracePtr> traces = recordTogether(demo(), all, most);
      for (std::size_t i = 0; i < all.size(); ++i) QVERIFY(fileOf(*traces[i]) == alone[i]);
    }
  }

  void theFirstOrderThatCannotBeRunIsNamed() {
    std::vector<RunOrder> all = orders();
    all[2].budget = 99;
    all[4].budget = 98;
    try {
      recordTogether(demo(), all, 3);
      QFAIL("nothing was refused");
    } catch (const Error& error) {
      QVERIFY2(QString(error.what()).contains("99"), error.what());
    }
  }
};

QTEST_GUILESS_MAIN(TestSideBySide)
#include "tst_side_by_side.moc"
