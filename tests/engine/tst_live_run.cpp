// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>
#include <thread>

#include "core/analysis/ExitAnalysis.h"
#include "core/record/ExitRule.h"
#include "core/run/Branch.h"
#include "core/run/RunRecording.h"
#include "core/support/Error.h"
#include "core/trace/TraceRecorder.h"
#include "kernels/LoadedModel.h"
#include "tests/support/EngineFixtures.h"

using namespace ouroscope;
using namespace ouroscope::test;

namespace {

constexpr int kLoops = 4, kPrompt = 6;

RunRequest greedy(const ModelConfig& config, int generate) {
  RunRequest request;
  request.prompt = tokens(kPrompt, config.vocabSize);
  request.loops = kLoops;
  request.generate = generate;
  request.topK = 5;
  request.tracked = {3};
  request.capture.hidden = true;
  return request;
}

TraceInfo infoOf(const RunRequest& request, const ModelConfig& config) {
  TraceInfo info;
  info.dtype = "f32";
  info.vocabSize = config.vocabSize;
  info.hiddenSize = config.hiddenSize;
  info.layers = config.layers;
  info.loopsTrained = config.trainedLoops;
  info.promptTokens = static_cast<int>(request.prompt.size());
  info.sampling = request.sampling;
  info.exitThreshold = request.exitThreshold;
  info.budget = request.budget;
  info.kvPolicy = kvPolicyName(request.kvPolicy);
  info.tracked = request.tracked;
  info.captured = request.capture;
  return info;
}

/// Columns of the first `n` tokens of two traces, to the bit; the last one's follower may differ.
bool sameUpTo(const Trace& a, const Trace& b, int n) {
  const RecordColumns &x = a.whole(), &y = b.whole();
  const auto count = static_cast<std::size_t>(n), R = static_cast<std::size_t>(a.loops()),
             K = static_cast<std::size_t>(a.topK());
  const auto equal = [](const auto& p, const auto& q, std::size_t values) {
    return p.size() >= values && q.size() >= values &&
           std::memcmp(p.data(), q.data(), values * sizeof(p[0])) == 0;
  };
  return equal(x.tokenId, y.tokenId, count) && equal(x.loopsRun, y.loopsRun, count) &&
         equal(x.gateLogit, y.gateLogit, count * R) && equal(x.entropy, y.entropy, count * R) &&
         equal(x.kl, y.kl, count * R) && equal(x.topkId, y.topkId, count * R * K) &&
         equal(x.topkLogprob, y.topkLogprob, count * R * K) &&
         equal(x.trackedLogprob, y.trackedLogprob, count * R) &&
         equal(x.stateNorm, y.stateNorm, count * R) && equal(x.stepNorm, y.stepNorm, count * R) &&
         equal(x.hidden, y.hidden, count * R * static_cast<std::size_t>(a.info().hiddenSize)) &&
         equal(x.logprob, y.logprob, (count - 1) * R) && equal(x.rank, y.rank, (count - 1) * R);
}

bool sameTraces(const Trace& a, const Trace& b) {
  return a.tokens() == b.tokens() && sameUpTo(a, b, a.tokens());
}

template <class Condition>
bool comesTrue(const Condition& condition) {
  for (int i = 0; i < 5000; ++i) {
    if (condition()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return false;
}

struct Model {
  ModelConfig config = shape();
  std::unique_ptr<Backend> device = backend(config, Precision::F32, 1);
  NoWords words{config.vocabSize};

  TracePtr record(const RunRequest& request, const RunHooks& hooks = {}) {
    TraceRecorder recorder(infoOf(request, config), words, kLoops, request.topK, 64);
    Engine(*device).run(request, recorder, hooks);
    return recorder.take();
  }

  TracePtr branch(const Trace& before, const BranchPoint& at, int generate,
                  const RunHooks& hooks = {}, RunSummary* summary = nullptr, bool again = false) {
    RunRequest request = branchRequest(before, at, generate);
    if (again) request.known = 0;
    TraceRecorder recorder(branchInfo(before, at), before, request.known, words, 64);
    const RunSummary done = Engine(*device).run(request, recorder, hooks);
    if (summary) *summary = done;
    return recorder.take();
  }
};

}  // namespace

class TestLiveRun : public QObject {
  Q_OBJECT

 private slots:
  void pauseAndStepCountTokens() {
    Model model;
    RunControl control;
    control.pause();
    std::atomic<int> recorded = 0;
    Collector run;
    run.also = [&](const LoopRecord& r) { recorded = r.first + r.count; };
    std::exception_ptr failure;
    std::jthread engine([&](std::stop_token stop) {
      try {
        Engine(*model.device)
            .run(greedy(model.config, 12), run, RunHooks{stop, {}, &control, nullptr});
      } catch (...) {
        failure = std::current_exception();
      }
    });
    QVERIFY(comesTrue([&] { return control.holding(); }));
    QCOMPARE(recorded.load(), 0);  // paused before the prompt
    control.step();
    QVERIFY(comesTrue([&] { return control.holding() && recorded == kPrompt + 1; }));
    control.step();
    control.step(2);
    QVERIFY(comesTrue([&] { return control.holding() && recorded == kPrompt + 4; }));
    QVERIFY(control.paused());
    control.resume();
    engine.join();
    QVERIFY(!failure);
    QCOMPARE(recorded.load(), kPrompt + 12);
    QVERIFY(run.events.empty());  // a pause changes nothing in what comes out
    Collector straight;
    Engine(*model.device).run(greedy(model.config, 12), straight);
    QVERIFY(same(run.hidden, straight.hidden) && same(run.token, straight.token));
  }

  void stopEndsAPauseAtOnceAndKeepsTheRecord() {
    Model model;
    RunControl control;
    Collector run;
    run.also = [&](const LoopRecord& r) {
      if (r.first + r.count == kPrompt + 3) control.pause();
    };
    bool cancelled = false;
    std::jthread engine([&](std::stop_token stop) {
      try {
        Engine(*model.device)
            .run(greedy(model.config, 12), run, RunHooks{stop, {}, &control, nullptr});
      } catch (const Cancelled&) {
        cancelled = true;
      }
    });
    QVERIFY(comesTrue([&] { return control.holding(); }));
    QElapsedTimer timer;
    timer.start();
    engine.request_stop();
    engine.join();
    QVERIFY(timer.elapsed() < 1000);
    QVERIFY(cancelled);
    QCOMPARE(int(run.token.size()), kPrompt + 3);
    QCOMPARE(run.events,
             (std::vector<RunEvent>{{kPrompt + 3, RunEvent::What::Stop, kPrompt + 12}}));
  }

  /// The record of a stopped run is whole: the token that was drawn, but not run, is not in it.
  void aStoppedRecordHasNoFollowerAtItsEnd() {
    Model model;
    const RunRequest request = greedy(model.config, 12);
    TraceRecorder recorder(infoOf(request, model.config), model.words, kLoops, 5, 64);
    std::stop_source source;
    struct Stopping : LoopObserver {
      TraceRecorder& recorder;
      std::stop_source& source;
      Stopping(TraceRecorder& r, std::stop_source& s) : recorder(r), source(s) {}
      void onRecord(const LoopRecord& r) override {
        recorder.onRecord(r);
        if (r.first == kPrompt + 1) source.request_stop();
      }
      void onEvent(const RunEvent& event) override { recorder.onEvent(event); }
    } stopping(recorder, source);
    QVERIFY_THROWS_EXCEPTION(Cancelled,
                             Engine(*model.device).run(request, stopping, source.get_token()));
    const TracePtr trace = recorder.take();
    QCOMPARE(trace->tokens(), kPrompt + 2);
    QCOMPARE(trace->info().events,
             (std::vector<RunEvent>{{kPrompt + 2, RunEvent::What::Stop, kPrompt + 12}}));
    for (int loop = 0; loop < kLoops; ++loop) {
      QVERIFY(std::isnan(trace->columns().logprob[trace->at(kPrompt + 1, loop)]));
      QCOMPARE(trace->columns().rank[trace->at(kPrompt + 1, loop)], -1);
      QVERIFY(!std::isnan(trace->columns().logprob[trace->at(kPrompt, loop)]));
    }
  }

  void changesHoldFromTheirTokenOn_data() {
    QTest::addColumn<int>("policy");
    QTest::newRow("full") << int(KvPolicy::Full);
    QTest::newRow("last-exited-copy") << int(KvPolicy::LastExited);
    QTest::newRow("latest-available") << int(KvPolicy::LatestAvailable);
  }

  void changesHoldFromTheirTokenOn() {
    QFETCH(int, policy);
    Model model;
    RunRequest request = greedy(model.config, 16);
    request.kvPolicy = KvPolicy(policy);
    const TracePtr plain = model.record(request);

    constexpr int kQ = kPrompt + 5, kBudget = kPrompt + 10;
    RunControl control(request.settings());
    struct Changing : LoopObserver {
      TraceRecorder recorder;
      RunControl& control;
      Changing(TraceRecorder r, RunControl& c) : recorder(std::move(r)), control(c) {}
      void onRecord(const LoopRecord& r) override {
        recorder.onRecord(r);
        RunSettings settings = control.settings();
        if (r.first == kQ - 1) settings.exitThreshold = 0.3;
        if (r.first == kBudget - 1) settings = {1.0, 2, settings.kvPolicy};
        control.change(settings);
      }
      void onEvent(const RunEvent& event) override { recorder.onEvent(event); }
    } changing(TraceRecorder(infoOf(request, model.config), model.words, kLoops, request.topK, 64),
               control);
    Engine(*model.device).run(request, changing, RunHooks{{}, {}, &control, nullptr});
    const TracePtr changed = changing.recorder.take();

    using What = RunEvent::What;
    QCOMPARE(changed->info().events, (std::vector<RunEvent>{{kQ, What::ExitThreshold, 0.3},
                                                            {kBudget, What::ExitThreshold, 1.0},
                                                            {kBudget, What::Budget, 2}}));
    QVERIFY(sameUpTo(*plain, *changed, kQ));
    const std::vector<RunSettings> settings = runSettings(*changed);
    QCOMPARE(settings[kQ - 1], (RunSettings{1.0, kLoops, KvPolicy(policy)}));
    QCOMPARE(settings[kQ], (RunSettings{0.3, kLoops, KvPolicy(policy)}));
    QCOMPARE(settings[kBudget], (RunSettings{1.0, 2, KvPolicy(policy)}));

    // Every token is the best word at the exit loop that its settings ask for, and no deeper loop
    // was run where the policy skips.
    const RecordColumns& c = changed->whole();
    int early = 0;
    for (int t = kPrompt - 1; t < changed->tokens(); ++t) {
      const auto i = static_cast<std::size_t>(t);
      const int budget = settings[i].budget, ran = c.loopsRun[i];
      int exit = budget - 1;
      ExitRule rule(settings[i].exitThreshold);
      for (int r = 0; r < std::min(budget, ran); ++r)
        if (rule.stops(c.gateLogit[changed->at(t, r)])) {
          exit = r;
          break;
        }
      if (t >= kPrompt) QCOMPARE(ran, KvPolicy(policy) == KvPolicy::Full ? kLoops : exit + 1);
      early += exit + 1 < kLoops;
      if (t + 1 < changed->tokens()) QCOMPARE(c.tokenId[i + 1], c.topkId[changed->at(t, exit) * 5]);
    }
    QVERIFY2(early > 6, "the changes must matter, or the test shows nothing");
    // Read at the budget of its last tokens, the whole record needs no loop that was skipped.
    const ReadoutRule atTwo{0, 2, 1.0};
    QVERIFY(readout(*changed, atTwo).meanLoops <= 2);
  }

  void thePolicyCanBeChanged() {
    Model model;
    RunRequest request = greedy(model.config, 10);
    request.exitThreshold = 0.3;
    RunControl control(request.settings());
    Collector run;
    run.also = [&](const LoopRecord& r) {
      if (r.first == kPrompt + 3) control.change({0.3, 0, KvPolicy::LatestAvailable});
    };
    Engine(*model.device).run(request, run, RunHooks{{}, {}, &control, nullptr});
    QCOMPARE(run.events.size(), std::size_t{1});
    QCOMPARE(run.events[0],
             (RunEvent{kPrompt + 4, RunEvent::What::KvPolicy, double(KvPolicy::LatestAvailable)}));
    for (std::size_t t = 0; t < kPrompt + 4; ++t) QCOMPARE(run.loopsRun[t], kLoops);
    QVERIFY(std::any_of(run.loopsRun.begin() + kPrompt + 4, run.loopsRun.end(),
                        [](int n) { return n < kLoops; }));
  }

  void nonsenseIsRefusedBeforeItIsInForce() {
    RunControl control({0.5, 2, KvPolicy::Full});
    QVERIFY_THROWS_EXCEPTION(Error, control.change({std::nan(""), 2, KvPolicy::Full}));
    QVERIFY_THROWS_EXCEPTION(Error, control.change({-0.1, 2, KvPolicy::Full}));
    QVERIFY_THROWS_EXCEPTION(Error, control.change({0.5, -1, KvPolicy::Full}));
    QCOMPARE(control.settings(), (RunSettings{0.5, 2, KvPolicy::Full}));
  }

  /// Whoever looks on while the record's own tokens are read again sees these alone.
  void aBranchThatHasNotBegun() {
    Model model;
    const TracePtr before = model.record(greedy(model.config, 8));
    const BranchPoint at{kPrompt + 4, {}, 9};
    const RunRequest request = branchRequest(*before, at, 5);
    TraceRecorder recorder(branchInfo(*before, at), *before, request.known, model.words, 64);
    QCOMPARE(recorder.snapshot()->tokens(), request.known);
    QVERIFY(recorder.snapshot()->info().events.empty());
    std::stop_source stopped;
    stopped.request_stop();
    QVERIFY_THROWS_EXCEPTION(
        Cancelled,
        Engine(*model.device).run(request, recorder, {stopped.get_token(), {}, nullptr, nullptr}));
    const TracePtr kept = recorder.take();
    QCOMPARE(kept->tokens(), request.known);
    QCOMPARE(kept->info().events.size(), std::size_t(1));
    QCOMPARE(kept->info().events.front().what, RunEvent::What::Stop);
  }

  /// Nothing new was recorded: there is nothing to keep.
  void aBranchStoppedBeforeItBeganIsCancelled() {
    ModelRequest wanted;
    wanted.folder = qEnvironmentVariable("OUROSCOPE_DEMO_DIR").toStdString();
    wanted.device = "cpu";
    const ModelPtr demo = loadModel(wanted);
    RunOrder order;
    order.prompt = std::string("Ann has 3 cups");
    order.generate = 4;
    order.sampling.temperature = 3;
    const TracePtr before = RunRecording(demo, prepareRun(*demo, order)).run();
    RunRecording branch(demo, prepareBranch(*demo, {before, {3, {}, {}}, "", 4}));
    std::stop_source stopped;
    stopped.request_stop();
    QVERIFY_THROWS_EXCEPTION(Cancelled, branch.run({.stop = stopped.get_token()}));
    QVERIFY(branch.nothingNew());
  }

  void aBranchKeepsWhatCameBefore_data() {
    QTest::addColumn<int>("policy");
    QTest::addColumn<int>("at");
    for (const KvPolicy policy : {KvPolicy::Full, KvPolicy::LastExited, KvPolicy::LatestAvailable})
      for (const int at : {1, 3, kPrompt, kPrompt + 1, kPrompt + 7})
        QTest::addRow("%s at %d", kvPolicyName(policy).c_str(), at) << int(policy) << at;
  }

  void aBranchKeepsWhatCameBefore() {
    QFETCH(int, policy);
    QFETCH(int, at);
    Model model;
    RunRequest request = greedy(model.config, 12);
    request.exitThreshold = 0.3;
    request.kvPolicy = KvPolicy(policy);
    KeptSequence kept;
    const TracePtr before = model.record(request, RunHooks{{}, {}, nullptr, &kept});
    const std::int32_t old = before->columns().tokenId[std::size_t(at)];
    const std::int32_t given = (old + 1) % model.config.vocabSize;

    RunSummary first, second, third;
    const BranchPoint point{at, given, {}};
    const TracePtr fresh = model.branch(*before, point, 5, {}, &first);
    const TracePtr reused =
        model.branch(*before, point, 5, RunHooks{{}, {}, nullptr, &kept}, &second);
    const TracePtr again = model.branch(*before, point, 5, {}, &third, true);
    QCOMPARE(first.reused, 0);
    // In the prompt the slots that generation shared later are of no use.
    const bool shared = KvPolicy(policy) == KvPolicy::LatestAvailable && at - 1 <= kPrompt;
    QCOMPARE(second.reused, shared ? 0 : at - 1);
    QCOMPARE(fresh->tokens(), at + 5);
    QVERIFY(sameUpTo(*before, *fresh, at));
    QVERIFY(sameTraces(*fresh, *reused));
    QVERIFY(sameTraces(*fresh, *again));  // recorded again from the start, it is the same record
    QCOMPARE(fresh->columns().tokenId[std::size_t(at)], given);
    QCOMPARE(fresh->info().promptTokens, std::min(at, kPrompt));
    QCOMPARE(fresh->info().events,
             (std::vector<RunEvent>{{at, RunEvent::What::Branch, double(old)}}));
    // What was given says nothing about the depth: a greedy run read as it was run branches
    // nowhere.
    QCOMPARE(readout(*fresh, ruleOfRun(*fresh)).firstBranch, -1);

    // The follower of the position before is the given token, now.
    for (int loop = 0; loop < before->columns().loopsRun[std::size_t(at - 1)]; ++loop)
      QVERIFY(fresh->columns().logprob[fresh->at(at - 1, loop)] !=
              before->columns().logprob[before->at(at - 1, loop)]);
  }

  /// Where nothing is replaced, the same seed gives the same text again, and another seed another.
  void aBranchDrawsWhatTheRunWouldHaveDrawn() {
    Model model;
    RunRequest request = greedy(model.config, 14);
    request.sampling = {1.5, 0.95, 11};
    const TracePtr before = model.record(request);
    const TracePtr same = model.branch(*before, {kPrompt + 4, {}, {}}, 10);
    QVERIFY(sameTraces(*before, *same));
    const TracePtr other = model.branch(*before, {kPrompt + 4, {}, 99}, 10);
    QVERIFY(sameUpTo(*before, *other, kPrompt + 4));
    QVERIFY(before->columns().tokenId != other->columns().tokenId);
    QCOMPARE(other->info().events.back(), (RunEvent{kPrompt + 4, RunEvent::What::Seed, 0, 99}));
    // A branch of the branch continues with that seed.
    QVERIFY(sameTraces(*other, *model.branch(*other, {kPrompt + 9, {}, {}}, 5)));
  }

  /// A branch can begin with other settings; they are in the record.
  void aBranchCanBeginWithOtherSettings() {
    Model model;
    const TracePtr before = model.record(greedy(model.config, 12));
    RunControl control({0.3, 0, KvPolicy::LastExited});
    const TracePtr branch =
        model.branch(*before, {kPrompt + 3, {}, {}}, 9, RunHooks{{}, {}, &control, nullptr});
    QVERIFY(sameUpTo(*before, *branch, kPrompt + 3));
    const std::vector<RunSettings> settings = runSettings(*branch);
    QCOMPARE(settings[kPrompt + 2], (RunSettings{1.0, kLoops, KvPolicy::Full}));
    QCOMPARE(settings[kPrompt + 3], (RunSettings{0.3, kLoops, KvPolicy::LastExited}));
    // And continued once more, across the change.
    const TracePtr twice =
        model.branch(*branch, {kPrompt + 8, {}, {}}, 4, RunHooks{{}, {}, &control, nullptr});
    QVERIFY(sameTraces(*branch, *twice));
  }

  void aStoppedRunCanBeBranchedFromItsKeptSequence() {
    Model model;
    std::stop_source source;
    KeptSequence kept;
    Collector run;
    run.also = [&](const LoopRecord& r) {
      if (r.first == kPrompt + 4) source.request_stop();
    };
    const RunRequest request = greedy(model.config, 12);
    QVERIFY_THROWS_EXCEPTION(
        Cancelled,
        Engine(*model.device).run(request, run, RunHooks{source.get_token(), {}, nullptr, &kept}));
    QCOMPARE(kept.sequence->length(), int(kept.tokens.size()));
    const TracePtr before = model.record(request);
    RunSummary summary;
    const TracePtr reused =
        model.branch(*before, {kPrompt + 3, 7, {}}, 6, RunHooks{{}, {}, nullptr, &kept}, &summary);
    QCOMPARE(summary.reused, kPrompt + 2);
    QVERIFY(sameTraces(*model.branch(*before, {kPrompt + 3, 7, {}}, 6), *reused));
  }

  void badBranchesAreRefused() {
    Model model;
    const TracePtr before = model.record(greedy(model.config, 3));
    QVERIFY_THROWS_EXCEPTION(Error, branchRequest(*before, {0, {}, {}}, 4));
    QVERIFY_THROWS_EXCEPTION(Error, branchRequest(*before, {before->tokens() + 1, {}, {}}, 4));
    QVERIFY_THROWS_EXCEPTION(Error, model.branch(*before, {2, model.config.vocabSize, {}}, 4));
    const TracePtr after = model.branch(*before, {before->tokens(), {}, {}}, 4);
    QCOMPARE(after->tokens(), before->tokens() + 4);  // going on at the end
  }
};

QTEST_GUILESS_MAIN(TestLiveRun)
#include "tst_live_run.moc"
