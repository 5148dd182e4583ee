// SPDX-License-Identifier: GPL-3.0-or-later
// Exit rules that stop tokens while they run, in models with a gate and without one.
#include <QtTest>
#include <cmath>

#include "core/analysis/ExitAnalysis.h"
#include "core/analysis/ExitRules.h"
#include "core/engine/StartNoise.h"
#include "core/model/families/LlamaLike.h"
#include "core/model/families/TensorTable.h"
#include "core/run/Branch.h"
#include "core/run/RunRecording.h"
#include "core/support/Error.h"
#include "core/trace/TraceRecorder.h"
#include "tests/model/ModelFixtures.h"
#include "tests/support/EngineFixtures.h"

using namespace ouroscope;
using namespace ouroscope::test;

namespace {

constexpr int kLoops = 5, kPrompt = 9;
constexpr LlamaKind kLooped{.modelType = "nanbeige", .loopNorm = true};

/// A prelude, a core with an adapter that starts from noise, and a coda.
ModelSpec recurrentSpec() {
  constexpr LlamaKind kind{.modelType = "llama"};
  ModelConfig config = shape();
  config.layers = 4;
  ModelSpec spec = llamaLikeSpec(config, kind);
  spec.stages = {1, 2, 1};
  spec.loopInput = LoopInput::Adapter;
  spec.start = StartState::Noise;
  spec.startSpread = 0.6;
  addTensor(spec, TensorSlot::Adapter, "adapter.weight");
  return spec;
}

/// All loops of a token that is generated, under a policy that would skip some.
RunRequest requestOf(const ModelSpec& spec, int generate = 1) {
  RunRequest request;
  request.prompt = tokens(kPrompt, spec.vocabSize);
  request.loops = kLoops;
  request.generate = generate;
  request.capture = {true, true, false};
  request.kvPolicy = KvPolicy::LastExited;
  request.startSeed = 3;
  return request;
}

TracePtr recorded(Backend& backend, const RunRequest& request) {
  TraceInfo info = describeModel(backend.spec());
  info.modelName = "random";
  info.dtype = "f32";
  info.promptTokens = kPrompt;
  info.captured = request.capture;
  info.kvPolicy = kvPolicyName(request.kvPolicy);
  info.criterion = request.criterion;
  info.startSeed = request.startSeed;
  const NoWords words(backend.spec().vocabSize);
  TraceRecorder recorder(info, words, kLoops, request.topK, 16);
  Engine(backend).run(request, recorder);
  return recorder.take();
}

QString refused(const std::function<void(RunRequest&)>& change) {
  const ModelSpec spec = recurrentSpec();
  RunRequest request = requestOf(spec);
  request.criterion = exitCriterionFromName("kl");
  change(request);
  return QString::fromStdString(fixture::refusal([&] { ran(*load(spec), request); }));
}

}  // namespace

class TestExitCriteria : public QObject {
  Q_OBJECT
 private slots:
  void aRunStopsWhereTheRecordSays_data() {
    QTest::addColumn<ModelSpec>("spec");
    ModelConfig config = shape();
    QTest::newRow("adapter and noise") << recurrentSpec();
    QTest::newRow("looped, no gate") << llamaLikeSpec(config, kLooped);
    QTest::newRow("gate") << ouroSpec(config);
  }
  /// At every threshold that separates two loops of the first generated token, a run ends at the
  /// loop where the rule on the whole record stops, and its loops are those of the whole run.
  void aRunStopsWhereTheRecordSays() {
    QFETCH(ModelSpec, spec);
    const auto backend = load(spec);
    const TracePtr whole = recorded(*backend, requestOf(spec));
    const Collector all = ran(*backend, requestOf(spec));
    const std::size_t V = spec.vocabSize, d = spec.hiddenSize;
    int early = 0;
    for (const ExitRuleInfo& rule : exitRules()) {
      if (rule.kind == ExitRuleKind::Gate || rule.kind >= ExitRuleKind::Uniform) continue;
      const std::vector<double> scores = ruleScores(*whole, rule.kind).values;
      const auto quantity = [&](int loop) {
        return (rule.lowStops ? -1 : 1) * scores[whole->at(kPrompt, loop)];
      };
      for (int at = 0; at + 1 < kLoops; ++at) {
        if (std::isnan(quantity(at))) continue;
        // The record holds entropies in single precision, the run compares them in double.
        const double slack = std::max(2e-6, 1e-4 * std::abs(quantity(at)));
        const ExitCriterion criterion{rule.kind, quantity(at) + (rule.lowStops ? slack : -slack)};
        int expected = 0;
        while (expected + 1 < kLoops && !criterion.stops(quantity(expected))) ++expected;
        RunRequest request = requestOf(spec);
        request.criterion = criterion;
        const Collector run = ran(*backend, request);
        for (int t = 0; t < kPrompt; ++t) QCOMPARE(run.loopsRun[t], kLoops);
        QVERIFY2(run.loopsRun[kPrompt] == expected + 1, std::string(rule.id).c_str());
        early += expected + 1 < kLoops;
        for (int loop = 0; loop < kLoops; ++loop) {
          const std::size_t cell = std::size_t{kPrompt} * kLoops + loop;
          const auto part = [&](const std::vector<float>& column, std::size_t width) {
            return std::vector<float>(column.begin() + cell * width,
                                      column.begin() + (cell + 1) * width);
          };
          if (loop <= expected) {
            QVERIFY(same(part(run.hidden, d), part(all.hidden, d)));
            QVERIFY(same(part(run.logits, V), part(all.logits, V)));
          } else {
            QVERIFY(std::isnan(run.hidden[cell * d]) && std::isnan(run.logits[cell * V]));
            QVERIFY(std::isnan(run.entropy[cell]) && run.topId[cell * 10] < 0);
          }
        }
      }
    }
    QVERIFY(early > 15);
  }

  /// A rule that stops every token at once is a budget of one loop, token by token.
  void stoppingAtOnceIsABudget_data() { aRunStopsWhereTheRecordSays_data(); }
  void stoppingAtOnceIsABudget() {
    QFETCH(ModelSpec, spec);
    const auto backend = load(spec);
    for (const KvPolicy policy : {KvPolicy::LastExited, KvPolicy::LatestAvailable}) {
      RunRequest cut = requestOf(spec, 6);
      cut.kvPolicy = policy;
      RunRequest stopped = cut;
      stopped.criterion = {ExitRuleKind::Stable, 0};
      // The first drawn token is read off the prompt, which a criterion reads at the last loop.
      const std::int32_t first = ran(*backend, stopped).token[kPrompt];
      cut.firstToken = first;
      cut.budget = 1;
      const Collector a = ran(*backend, stopped), b = ran(*backend, cut);
      QCOMPARE(a.loopsRun.back(), 1);
      QVERIFY(same(a.token, b.token) && same(a.loopsRun, b.loopsRun));
      QVERIFY(same(a.hidden, b.hidden) && same(a.entropy, b.entropy));
    }
  }

  /// A budget holds beside a criterion that does not stop.
  void aBudgetHoldsBesideIt() {
    const ModelSpec spec = recurrentSpec();
    RunRequest request = requestOf(spec, 3);
    request.criterion = {ExitRuleKind::KlBefore, 0};
    const auto backend = load(spec);
    QCOMPARE(ran(*backend, request).loopsRun.back(), kLoops);
    request.budget = 3;
    QCOMPARE(ran(*backend, request).loopsRun.back(), 3);
  }

  /// The start from noise is a state like any other, as in the released code.
  void theStartCountsAsTheStateBefore() {
    const ModelSpec spec = recurrentSpec();
    const auto backend = load(spec);
    const Collector all = ran(*backend, requestOf(spec));
    double step = 0, norm = 0;
    for (int i = 0; i < spec.hiddenSize; ++i) {
      const float start = spec.startSpread * startNoise(3, kPrompt, i);
      const double h = all.hidden[std::size_t{kPrompt} * kLoops * spec.hiddenSize + i];
      step += (h - start) * (h - start);
      norm += h * h;
    }
    const double change = std::sqrt(step / norm);
    for (const double factor : {0.999, 1.001}) {
      RunRequest request = requestOf(spec);
      request.criterion = {ExitRuleKind::StateChange, factor * change};
      QCOMPARE(ran(*backend, request).loopsRun.back() == 1, factor > 1);
    }
  }

  /// On a gate that would stop at once, another rule decides.
  void theRuleTakesTheGatesPlace() {
    const ModelSpec spec = ouroSpec(shape());
    const auto backend = load(spec);
    RunRequest request = requestOf(spec, 2);
    request.exitThreshold = 0;
    QCOMPARE(ran(*backend, request).loopsRun.back(), 1);
    request.criterion = {ExitRuleKind::KlBefore, 0};
    QCOMPARE(ran(*backend, request).loopsRun.back(), kLoops);
  }

  void namesOfBothWorlds() {
    for (const ExitRuleInfo& rule : exitRules()) {
      if (rule.kind >= ExitRuleKind::Uniform) continue;
      const ExitCriterion own = exitCriterionFromName(std::string(rule.id));
      QVERIFY(own.kind == rule.kind && own.isGate() == (rule.kind == ExitRuleKind::Gate));
      if (rule.released.empty()) continue;
      QVERIFY(exitCriterionFromName(std::string(rule.released)) == own);
      QCOMPARE(own.threshold, rule.usual);
    }
    QVERIFY(exitCriterionFromName("latent-diff") ==
            (ExitCriterion{ExitRuleKind::StateChange, 0.03}));
    for (const char* name : {"", "uniform", "oracle", "KL", "none"})
      QVERIFY_THROWS_EXCEPTION(Error, exitCriterionFromName(name));
  }

  void whatCannotStopIsRefused() {
    QCOMPARE(refused([](RunRequest&) {}), QString());
    QVERIFY(refused([](RunRequest& r) { r.kvPolicy = KvPolicy::Full; }).contains("not run"));
    QVERIFY(refused([](RunRequest& r) {
              r.criterion = exitCriterionFromName("entropy");
            }).contains("no usual threshold"));
    QVERIFY(refused([](RunRequest& r) {
              r.criterion = {ExitRuleKind::Oracle, 1};
            }).contains("baseline"));
  }

  /// The trace says what stopped its tokens, is read at the loops that were run, and a branch of it
  /// goes on with the rule.
  void aTraceKeepsTheRule() {
    const ModelSpec spec = ouroSpec(shape());
    RunRequest request = requestOf(spec, 5);
    request.exitThreshold = 1;
    request.criterion = {ExitRuleKind::Stable, 1};
    const auto backend = load(spec);
    const TracePtr made = recorded(*backend, request);
    const fixture::TempFolder folder;
    writeTrace(*made, folder / "t.trace.safetensors");
    const TracePtr trace = readTrace(folder / "t.trace.safetensors");
    QVERIFY(trace->info().criterion == request.criterion);
    const Readout read = readout(*trace, ruleOfRun(*trace));
    for (int t = 0; t < trace->tokens(); ++t)
      QCOMPARE(read.loop[t], trace->columns().loopsRun[t] - 1);
    QVERIFY(*std::min_element(trace->columns().loopsRun.begin(), trace->columns().loopsRun.end()) <
            kLoops);

    const RunRequest branch = branchRequest(*trace, {kPrompt + 2, {}, {}}, 3);
    QVERIFY(branch.criterion == request.criterion && branch.kvPolicy == KvPolicy::LastExited);
    const Collector again = ran(*backend, branch);
    for (std::size_t i = 0; i < again.token.size(); ++i) {
      const int t = kPrompt + 1 + static_cast<int>(i);
      QCOMPARE(again.token[i], trace->columns().tokenId[t]);
      QCOMPARE(again.loopsRun[i], trace->columns().loopsRun[t]);
    }
  }
};

QTEST_GUILESS_MAIN(TestExitCriteria)
#include "tst_exit_criteria.moc"
