// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>

#include "core/analysis/ExitRules.h"
#include "core/analysis/Measures.h"
#include "core/analysis/NotNumbers.h"
#include "core/analysis/RunReading.h"
#include "core/model/families/LlamaLike.h"
#include "core/run/RunRecording.h"
#include "core/support/Error.h"
#include "core/trace/TraceRecorder.h"
#include "tests/model/ModelFixtures.h"
#include "tests/support/EngineFixtures.h"

using namespace ouroscope;
using namespace ouroscope::test;

namespace {

constexpr LlamaKind kLlama{.modelType = "llama"};
constexpr LlamaKind kOlmo{.modelType = "olmo2",
                          .beforeAttention = nullptr,
                          .afterAttention = "post_attention_layernorm",
                          .beforeMlp = nullptr,
                          .afterMlp = "post_feedforward_layernorm",
                          .queryKeyNorm = QueryKeyNorm::WholeWidth};
constexpr LlamaKind kQwen3{.modelType = "qwen3", .queryKeyNorm = QueryKeyNorm::PerHead};
constexpr LlamaKind kLooped{.modelType = "nanbeige", .loopNorm = true};

ModelSpec specOf(const LlamaKind& kind, const LlamaOptions& options = {}, int loops = 1) {
  ModelConfig config = shape();
  config.trainedLoops = loops;
  return llamaLikeSpec(config, kind, options);
}

RunRequest requestOf(const ModelSpec& spec) {
  RunRequest request;
  request.prompt = tokens(11, spec.vocabSize);
  request.generate = 5;
  request.capture = {true, true, true};
  return request;
}

TracePtr recorded(Backend& backend, const RunRequest& request) {
  TraceInfo info = describeModel(backend.spec());
  info.modelName = "random";
  info.dtype = "f32";
  info.promptTokens = intSize(request.prompt);
  info.captured = request.capture;
  const NoWords words(backend.spec().vocabSize);
  const int loops = request.loops > 0 ? request.loops : backend.spec().trainedLoops;
  TraceRecorder recorder(info, words, loops, request.topK, 16);
  Engine(backend).run(request, recorder);
  return recorder.take();
}

}  // namespace

class TestPlainModels : public QObject {
  Q_OBJECT
 private slots:
  void chunksAndDecodingDoNotChangeABit_data() {
    QTest::addColumn<ModelSpec>("spec");
    LlamaOptions biased;
    biased.projectionBias = biased.outputBias = biased.mlpBias = biased.tied = true;
    LlamaOptions unrotated;
    unrotated.rotary = {1, 0};
    QTest::newRow("llama") << specOf(kLlama);
    QTest::newRow("biased, tied") << specOf(kLlama, biased);
    QTest::newRow("olmo2") << specOf(kOlmo);
    QTest::newRow("qwen3, one layer not rotated") << specOf(kQwen3, unrotated);
    QTest::newRow("looped, loop norm") << specOf(kLooped, {}, 3);
    ModelSpec twoRopes = specOf(kLlama);
    twoRopes.ropes.push_back({twoRopes.ropes[0].inverseFrequency, 1.25f});
    twoRopes.layers[1].rope = 1;
    QTest::newRow("two rotations") << twoRopes;
  }
  void chunksAndDecodingDoNotChangeABit() {
    QFETCH(ModelSpec, spec);
    for (const Precision precision : {Precision::F32, Precision::BF16}) {
      const auto backend = load(spec, precision);
      RunRequest request = requestOf(spec);
      Collector whole, chunked, again;
      Engine(*backend).run(request, whole);
      request.chunk = 3;
      Engine(*backend).run(request, chunked);
      // The generated tokens as a prompt: batches and single tokens agree.
      RunRequest known = requestOf(spec);
      known.prompt = whole.token;
      known.generate = 0;
      Engine(*backend).run(known, again);
      QVERIFY(whole.gate.empty() && chunked.gate.empty());
      QVERIFY(!whole.hidden.empty() && same(whole.token, chunked.token));
      for (const Collector* other : {&chunked, &again})
        QVERIFY(same(whole.hidden, other->hidden) && same(whole.logits, other->logits) &&
                same(whole.layerEntropy, other->layerEntropy) &&
                same(whole.residualNorm, other->residualNorm));
    }
  }

  /// Every knob is read: without it the result is another one.
  void everyKnobChangesTheResult() {
    const auto states = [](const ModelSpec& spec, const ModelSpec& weights) {
      CpuOptions options;
      options.precision = Precision::F32;
      Collector all;
      Engine(*loadCpuBackend(spec, *ModelWeights::random(weights, 7), options))
          .run(requestOf(spec), all);
      return all.logits;
    };
    LlamaOptions options;
    options.projectionBias = options.outputBias = options.mlpBias = true;
    const ModelSpec whole = specOf(kQwen3, options);
    const std::vector<float> right = states(whole, whole);
    const auto differs = [&](const std::function<void(ModelSpec&)>& change) {
      ModelSpec other = whole;
      change(other);
      return !same(states(other, whole), right);
    };
    const auto drop = [](ModelSpec& spec, TensorSlot slot) {
      std::erase_if(spec.tensors, [&](const TensorSpec& t) { return t.slot == slot; });
    };
    for (const TensorSlot slot :
         {TensorSlot::QueryBias, TensorSlot::KeyBias, TensorSlot::ValueBias, TensorSlot::OutputBias,
          TensorSlot::DownBias, TensorSlot::BeforeAttention, TensorSlot::BeforeMlp})
      QVERIFY2(differs([&](ModelSpec& s) { drop(s, slot); }),
               qPrintable(QString::number(static_cast<int>(slot))));
    QVERIFY(differs([&](ModelSpec& s) {
      drop(s, TensorSlot::GateBias);
      drop(s, TensorSlot::UpBias);
    }));
    QVERIFY(differs([](ModelSpec& s) { s.layers[1].queryKeyNorm = QueryKeyNorm::None; }));
    QVERIFY(differs([](ModelSpec& s) { s.layers[0].rope = -1; }));
    QVERIFY(differs([](ModelSpec& s) { s.ropes[0].factor = 1.1f; }));
  }

  /// The state of a loop is not normed where only the head has a norm.
  void theHeadReadsBesideTheState() {
    const ModelSpec spec = specOf(kLlama);
    const auto backend = load(spec, Precision::F32);
    const RunRequest request = requestOf(spec);
    Collector c;
    Engine(*backend).run(request, c);
    for (std::size_t t = 0; t < c.token.size(); ++t) {
      QCOMPARE(c.stateNorm[t], c.residualNorm[t]);
      // The last layer's lens is the loop's own reading.
      QCOMPARE(c.layerTopId[(t * 2 + 1) * 10], c.topId[t * 10]);
      QVERIFY(std::abs(c.layerEntropy[t * 2 + 1] - c.entropy[t]) < 1e-5f);
    }
  }

  void aTraceWithoutAGateSaysSo() {
    const ModelSpec spec = specOf(kLooped, {}, 3);
    const auto backend = load(spec, Precision::F32);
    const TracePtr made = recorded(*backend, requestOf(spec));
    const fixture::TempFolder folder;
    writeTrace(*made, folder / "t.trace.safetensors");
    const TracePtr trace = readTrace(folder / "t.trace.safetensors");
    QVERIFY(!trace->info().gated && trace->columns().gateLogit.empty());
    QCOMPARE(trace->info().family, std::string("nanbeige"));
    QCOMPARE(trace->info().formatMajor, 2);
    QVERIFY(!notNumbers(*trace).any());

    for (const double q : {0.0, 0.5, 1.0}) {
      const Readout read = readout(*trace, {0, 0, q});
      for (int t = 0; t < trace->tokens(); ++t) {
        QCOMPARE(read.loop[t], 2);
        QVERIFY(std::isnan(read.expectedDepth[t]) && std::isnan(read.depthEntropy[t]));
      }
    }
    QCOMPARE(readout(*trace, {0, 2, 0.5}).loop[0], 1);  // a budget still holds
    for (const Measure* m : loopMeasures()) {
      const std::vector<float> cells = measureMatrix(*trace, *m);
      const bool any =
          std::any_of(cells.begin(), cells.end(), [](float v) { return !std::isnan(v); });
      if (!m->needsHidden) QVERIFY2(any == !m->needsGate, std::string(m->id).c_str());
    }
    for (const TokenReading& reading : readingOfRun(*trace))
      QVERIFY(reading.loop == 2 && std::isnan(reading.expectedDepth));
    for (const ExitRuleCurve& curve : exitRuleAudit(*trace).curves)
      QVERIFY(curve.kind != ExitRuleKind::Gate);
    QVERIFY(operatingCurve(*trace, 0).gate.empty());
    QCOMPARE(operatingCurve(*trace, 0).uniform.size(), std::size_t{3});
  }

  /// One loop takes all that there is: a gate that is not there must not appear as certainty.
  void oneLoopWithoutAGateIsNoCertainty() {
    const ModelSpec spec = specOf(kLlama);
    const TracePtr trace = recorded(*load(spec, Precision::F32), requestOf(spec));
    const ReadoutTables tables(*trace, 0);
    for (const auto* cells : {&tables.lambda(), &tables.probability(), &tables.cdf()})
      QVERIFY(std::all_of(cells->begin(), cells->end(), [](float v) { return std::isnan(v); }));
    QVERIFY(std::isnan(tables.read(*trace, {}).expectedDepth[0]));
  }

  /// A gate that lies beside a model without one decides, and is recorded.
  void aGateBesideTheModelDecides() {
    const ModelSpec spec = specOf(kLooped, {}, 3);
    ExitGate gate{"probe", std::vector<float>(spec.hiddenSize, 0.0f), 2.0f};
    const auto backend = load(spec, Precision::F32, gate);
    QVERIFY(backend->spec().exitGate);
    Collector c;
    RunRequest request = requestOf(spec);
    request.exitThreshold = 0.5;
    request.kvPolicy = KvPolicy::LastExited;
    Engine(*backend).run(request, c);
    QCOMPARE(c.gate.size(), c.token.size() * 3);
    QCOMPARE(c.gate[0], 2.0f);
    QCOMPARE(c.loopsRun.back(), 1);  // lambda = 0.88 at the first loop
  }

  void plainTracesStayInFormatOne() {
    const ModelSpec spec = ouroSpec(shape());
    const TracePtr made = recorded(*load(spec, Precision::F32), requestOf(spec));
    const fixture::TempFolder folder;
    writeTrace(*made, folder / "t.trace.safetensors");
    const TracePtr trace = readTrace(folder / "t.trace.safetensors");
    QCOMPARE(trace->info().formatMajor, 1);
    QCOMPARE(trace->info().formatMinor, 2);
    QVERIFY(trace->info().gated && trace->info().family == "ouro");
  }
};

QTEST_GUILESS_MAIN(TestPlainModels)
#include "tst_plain_models.moc"
