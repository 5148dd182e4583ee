// SPDX-License-Identifier: GPL-3.0-or-later
// Layers before and after the loop, adapters, start states, step rules and the two lenses.
#include <QtTest>
#include <cmath>
#include <set>

#include "core/engine/KvSlots.h"
#include "core/engine/StartNoise.h"
#include "core/model/families/LoopWindow.h"
#include "core/run/RunRecording.h"
#include "core/support/Error.h"
#include "core/trace/TraceRecorder.h"
#include "tests/model/ModelFixtures.h"
#include "tests/support/EngineFixtures.h"
#include "tests/support/SegmentSpecs.h"

using namespace ouroscope;
using namespace ouroscope::test;

namespace {

RunRequest requestOf(const ModelSpec& spec, int loops = 4) {
  RunRequest request;
  request.prompt = tokens(11, spec.vocabSize);
  request.loops = loops;
  request.capture = {true, true, false};
  return request;
}

/// Loop `loop` of a column [T, loops, width].
std::vector<float> loopOf(const std::vector<float>& column, int loops, int loop, int width) {
  std::vector<float> out;
  for (std::size_t at = std::size_t{1} * loop * width; at < column.size(); at += loops * width)
    out.insert(out.end(), column.begin() + at, column.begin() + at + width);
  return out;
}

QString refusedRun(const ModelSpec& spec, const std::function<void(RunRequest&)>& change) {
  RunRequest request = requestOf(spec);
  request.generate = 2;
  change(request);
  return QString::fromStdString(fixture::refusal([&] { ran(*load(spec), request); }));
}

}  // namespace

class TestSegments : public QObject {
  Q_OBJECT
 private slots:
  void models_data() {
    QTest::addColumn<ModelSpec>("spec");
    QTest::addColumn<bool>("prefix");
    QTest::newRow("adapter, norms of sums") << recurrent() << true;
    QTest::newRow("adapter, plain layers") << recurrent(false) << true;
    ModelSpec zeros = recurrent();
    zeros.start = StartState::Zeros;
    QTest::newRow("from zeros") << zeros << true;
    ModelSpec embedded = recurrent();
    embedded.start = StartState::Embedding;
    embedded.embeddingScale = 3;
    QTest::newRow("from the prelude") << embedded << true;
    embedded.firstLoopAsIs = true;
    QTest::newRow("the first loop without the adapter") << embedded << true;
    QTest::newRow("layers of Gemma-2") << gemma() << true;
    QTest::newRow("shared keys and values") << shared() << true;
    QTest::newRow("window, naive") << window(StepRule::Replace) << true;
    QTest::newRow("window, ema") << window(StepRule::Ema) << true;
    QTest::newRow("window, euler") << window(StepRule::Euler) << false;
    QTest::newRow("window, anchored") << window(StepRule::Anchored) << false;
  }

  void chunksAndDecodingDoNotChangeABit_data() { models_data(); }
  void chunksAndDecodingDoNotChangeABit() {
    QFETCH(ModelSpec, spec);
    for (const Precision precision : {Precision::F32, Precision::BF16}) {
      const auto backend = load(spec, precision);
      RunRequest request = requestOf(spec);
      request.generate = 5;
      request.startSeed = 9;
      const Collector whole = ran(*backend, request);
      request.chunk = 3;
      const Collector chunked = ran(*backend, request);
      request.chunk = 0;
      request.prompt = whole.token;
      request.generate = 0;
      const Collector again = ran(*backend, request);
      QCOMPARE(whole.token.size(), std::size_t{16});
      for (const Collector* other : {&chunked, &again})
        QVERIFY(same(whole.hidden, other->hidden) && same(whole.logits, other->logits) &&
                same(whole.token, other->token));
    }
  }

  /// Every knob of Gemma-2 and of the looped variants is read: without it the result is another.
  void everyKnobChangesTheResult() {
    const auto logits = [](const ModelSpec& spec) {
      return ran(*load(spec), requestOf(spec)).logits;
    };
    const auto differs = [&](ModelSpec spec, const std::function<void(ModelSpec&)>& change) {
      const std::vector<float> right = logits(spec);
      change(spec);
      return !same(logits(spec), right);
    };
    QVERIFY(differs(gemma(), [](ModelSpec& s) { s.attentionScale = 0; }));
    QVERIFY(differs(gemma(), [](ModelSpec& s) { s.attentionCap = 0; }));
    QVERIFY(differs(gemma(), [](ModelSpec& s) { s.logitCap = 0; }));
    QVERIFY(differs(gemma(), [](ModelSpec& s) { s.layers[2].window = 5; }));
    QVERIFY(differs(gemma(), [](ModelSpec& s) { s.layers[2].activation = Activation::Silu; }));
    QVERIFY(differs(gemma(), [](ModelSpec& s) {
      std::find_if(s.tensors.begin(), s.tensors.end(), [](const TensorSpec& t) {
        return t.slot == TensorSlot::BeforeMlp;
      })->offset = 0;
    }));
    QVERIFY(differs(shared(), [](ModelSpec& s) { s.sharedLoopKv = false; }));
    ModelSpec embedded = recurrent();
    embedded.start = StartState::Embedding;
    QVERIFY(differs(embedded, [](ModelSpec& s) { s.firstLoopAsIs = true; }));
    // A window as long as the text is none.
    QVERIFY(!differs(plain(), [](ModelSpec& s) { s.layers[0].window = 11; }));
  }

  /// Windows that begin within a segment of attention, at its end, and after it.
  void windowsReachOverSegments() {
    constexpr int kLength = 1300;  // more than two windows of two layers
    for (const int width : {3, 500, 600}) {
      ModelSpec spec = plain(2);
      for (LayerSpec& layer : spec.layers) layer.window = width;
      const auto backend = load(spec);
      RunRequest request = requestOf(spec, 1);
      request.prompt = tokens(kLength, spec.vocabSize);
      request.generate = 1;
      const Collector whole = ran(*backend, request);
      request.chunk = 37;
      QVERIFY(same(whole.logits, ran(*backend, request).logits));
      // What is outside of all windows changes nothing.
      for (std::int32_t& id : request.prompt)
        if (&id - request.prompt.data() <= kLength - 2 * width) id = (id + 1) % spec.vocabSize;
      const Collector other = ran(*backend, request);
      const std::size_t last = std::size_t{kLength - 1} * spec.vocabSize;
      const auto lastOf = [&](const Collector& c) {
        return std::vector<float>(c.logits.begin() + last,
                                  c.logits.begin() + last + spec.vocabSize);
      };
      QVERIFY(same(lastOf(whole), lastOf(other)));
      QVERIFY(!same(whole.logits, other.logits));
    }
  }

  void sharedKeysAndValuesTakeOneSlot() {
    const ModelSpec spec = shared();
    ModelSpec apart = spec;
    apart.sharedLoopKv = false;
    const KvSlots map = kvSlots(spec, 4);
    QCOMPARE(map.count(), 1 + 2 + 2 * 4);
    for (int layer = 1; layer < 3; ++layer) QCOMPARE(map.at(3, layer), map.at(0, layer));
    for (int loop = 0; loop < 4; ++loop)
      for (int layer = 0; layer < 5; ++layer) QCOMPARE(map.layerOf(map.at(loop, layer)), layer);
    QVERIFY(load(spec)->kvBytesPerToken(4) < load(apart)->kvBytesPerToken(4));
  }

  /// The first layer of a loop is measured from where it starts: behind the adapter.
  void updatesOfTheFirstLayerStartAfterTheAdapter() {
    ModelSpec spec = recurrent(false);
    RunRequest request = requestOf(spec);
    request.capture = {true, false, true};
    const Collector c = ran(*load(spec), request);
    const int R = 4, L = 2, d = spec.hiddenSize;
    // Without branches a layer changes nothing, whatever the adapter does before it.
    for (const TensorSlot slot : {TensorSlot::Output, TensorSlot::Down})
      for (TensorSpec& tensor : spec.tensors)
        if (tensor.slot == slot && tensor.layer == 1) tensor.mean = tensor.spread = 0;
    const Collector still = ran(*load(spec), request);
    for (int t = 0; t < 11; ++t)
      for (int r = 0; r < R; ++r) {
        const std::size_t at = std::size_t{1} * (t * R + r) * L;
        QCOMPARE(std::isnan(c.layerUpdate[at]), r == 0);
        if (r == 0) continue;
        QCOMPARE(still.layerUpdate[at], 0.0f);
        QVERIFY(still.layerUpdate[at + 1] > 0 && c.layerUpdate[at] > 0);
        // The adapter itself moves the state.
        const float* state = still.hidden.data() + std::size_t{1} * (t * R + r) * d;
        QVERIFY(!std::equal(state, state + d, state - d));
      }
  }

  /// The lens of loop r is what a run with r loops says: the coda has keys and values per loop.
  void theCodaLensIsTheShorterRun_data() { models_data(); }
  void theCodaLensIsTheShorterRun() {
    QFETCH(ModelSpec, spec);
    QFETCH(bool, prefix);
    QCOMPARE(spec.keepsPrefix(), prefix);
    const auto backend = load(spec);
    const Collector whole = ran(*backend, requestOf(spec));
    for (int loops = 1; loops < 4; ++loops) {
      const Collector shorter = ran(*backend, requestOf(spec, loops));
      const auto last = loopOf(shorter.logits, loops, loops - 1, spec.vocabSize);
      const auto lens = loopOf(whole.logits, 4, loops - 1, spec.vocabSize);
      QCOMPARE(same(last, lens), prefix);
    }
  }

  void draftsDoNotChangeABit() {
    const ModelSpec spec = recurrent();
    const auto backend = load(spec);
    RunRequest request = requestOf(spec);
    request.generate = 6;
    const Collector plainRun = ran(*backend, request);
    request.speculation = {2, 3};
    const Collector drafted = ran(*backend, request);
    QVERIFY(same(plainRun.token, drafted.token) && same(plainRun.logits, drafted.logits));
  }

  /// Under every policy later tokens find keys and values of the coda where they look.
  void earlyExitsFillTheCodasSlots() {
    const ModelSpec spec = recurrent();
    const auto backend = load(spec);
    for (const KvPolicy policy : {KvPolicy::LastExited, KvPolicy::LatestAvailable}) {
      RunRequest request = requestOf(spec);
      request.generate = 5;
      request.kvPolicy = policy;
      const Collector full = ran(*backend, request);
      request.budget = 2;
      const Collector cut = ran(*backend, request);
      QCOMPARE(cut.loopsRun.back(), 2);
      QVERIFY(std::all_of(cut.topLogProb.end() - 2 * 10, cut.topLogProb.end(),
                          [](float v) { return std::isnan(v) || v <= 0; }));
      QCOMPARE(full.loopsRun.back(), 4);
    }
  }

  void seedsDecideTheStart() {
    const ModelSpec spec = recurrent();
    const auto backend = load(spec);
    RunRequest request = requestOf(spec);
    const Collector one = ran(*backend, request), again = ran(*backend, request);
    request.startSeed = 1;
    const Collector other = ran(*backend, request);
    QVERIFY(same(one.hidden, again.hidden) && !same(one.hidden, other.hidden));
    // A sequence that was kept belongs to its seed.
    KeptSequence kept;
    RunHooks hooks;
    hooks.kept = &kept;
    Collector first, second;
    Engine(*backend).run(request, first, hooks);
    request.known = 5;
    request.startSeed = 2;
    QCOMPARE(Engine(*backend).run(request, second, hooks).reused, 0);
  }

  void noiseIsNormalCutAtThree() {
    double sum = 0, squares = 0, most = 0;
    const int n = 200, d = 100;
    for (int p = 0; p < n; ++p)
      for (int c = 0; c < d; ++c) {
        const double x = startNoise(5, p, c);
        sum += x;
        squares += x * x;
        most = std::max(most, std::abs(x));
      }
    QVERIFY(std::abs(sum / (n * d)) < 0.03);
    QVERIFY(std::abs(std::sqrt(squares / (n * d)) - 0.9866) < 0.02);  // of the cut distribution
    QVERIFY(most < 3 && most > 2.5);
    QVERIFY(startNoise(5, 3, 4) == startNoise(5, 3, 4) &&
            startNoise(5, 3, 4) != startNoise(5, 4, 3));
  }

  /// Both lenses agree on what the model says, at its last loop, and on nothing before it.
  void theLogitLensIsAnotherLens() {
    const ModelSpec coda = recurrent();
    ModelSpec logit = coda;
    logit.lens = LensKind::Logit;
    const auto backend = load(logit);
    const Collector a = ran(*load(coda), requestOf(coda)), b = ran(*backend, requestOf(logit));
    QVERIFY(same(a.hidden, b.hidden));
    for (int loop = 0; loop < 4; ++loop)
      QCOMPARE(same(loopOf(a.logits, 4, loop, coda.vocabSize),
                    loopOf(b.logits, 4, loop, coda.vocabSize)),
               loop == 3);
    QVERIFY(backend->kvBytesPerToken(4) < load(coda)->kvBytesPerToken(4));
    for (const auto& change : {std::function<void(RunRequest&)>([](auto& r) { r.budget = 2; }),
                               {[](auto& r) { r.kvPolicy = KvPolicy::LastExited; }},
                               {[](auto& r) {
                                 r.speculation = {1, 3};
                               }}})
      QVERIFY(refusedRun(logit, change).contains("logit lens"));
    QCOMPARE(refusedRun(coda, [](auto& r) { r.budget = 2; }), QString());
  }

  void fewerLoopsOfSmallStepsAreAnotherRun() {
    for (const StepRule rule : {StepRule::Euler, StepRule::Anchored}) {
      const QString said = refusedRun(window(rule), [](auto& r) { r.budget = 2; });
      QVERIFY2(said.contains(QString::fromStdString(stepRuleName(rule))), qPrintable(said));
    }
    QCOMPARE(refusedRun(window(StepRule::Ema), [](auto& r) { r.budget = 2; }), QString());
  }

  void aWindowLoopedOnceIsThePlainModel() {
    const ModelSpec base = plain();
    const Collector once = ran(*load(base), requestOf(base, 1));
    const Collector naive = ran(*load(window(StepRule::Replace)), requestOf(base, 1));
    QVERIFY(same(once.logits, naive.logits));
    for (const StepRule rule : {StepRule::Euler, StepRule::Anchored}) {
      const Collector c = ran(*load(window(rule)), requestOf(base, 1));
      for (std::size_t i = 0; i < c.logits.size(); ++i)
        QVERIFY(std::abs(c.logits[i] - once.logits[i]) < 1e-4f);
    }
  }

  void windowsAreReadAndChecked() {
    const LoopWindow w = loopWindowFrom("15-18", "naive");
    QVERIFY(w.first == 15 && w.last == 18 && w.rule == StepRule::Replace);
    QVERIFY(loopWindowFrom("2-2", "").rule == StepRule::Anchored);
    for (const char* bad : {"", "3", "0-2", "4-3", "a-b", "1-2x", "-1-2", "1-99999"})
      QVERIFY_THROWS_EXCEPTION(Error, loopWindowFrom(bad, ""));
    QVERIFY_THROWS_EXCEPTION(Error, loopWindowFrom("1-2", "heun"));
    const LoopWindow file =
        loopWindowIn(R"({"loop_layers": [2, 4], "step": "ema", "weight": 0.25, "loops": 3})", "f");
    QVERIFY(file.last == 4 && file.rule == StepRule::Ema && file.weight == 0.25 && file.loops == 3);
    QCOMPARE(file.exitThreshold, 1.0);
    QCOMPARE(loopWindowIn(R"({"loop_layers": [1, 2], "exit_threshold": 0.7})", "f").exitThreshold,
             0.7);
    for (const char* bad :
         {"{}", R"({"loop_layers": 3})", R"({"loop_layers": [3, 2]})",
          R"({"loop_layers": [1, 2], "step": "x"})", R"({"loop_layers": [1, 2], "weight": 2})",
          R"({"loop_layers": [1, 2], "exit_threshold": 2})"})
      QVERIFY_THROWS_EXCEPTION(Error, loopWindowIn(bad, "f"));
    ModelSpec spec = plain();
    loopLayers(spec, w.first > 0 ? LoopWindow{2, 3} : w);
    QVERIFY((spec.stages == Stages{1, 2, 2}) && spec.usualLoops() == 6 && spec.trainedLoops == 1);
    loopLayers(spec, {1, 2});  // another window in its place
    QVERIFY((spec.stages == Stages{0, 2, 3}));
    ModelSpec small = plain(), ouro = ouroSpec(shape());
    QVERIFY_THROWS_EXCEPTION(Error, loopLayers(small, {5, 6}));
    QVERIFY_THROWS_EXCEPTION(Error, loopLayers(ouro, {1, 1}));
  }

  void aFolderCanSayWhatIsLooped() {
    const fixture::TempFolder temp;
    fixture::ConfigText text;
    text.set("model_type", "\"llama\"").set("architectures", "[\"LlamaForCausalLM\"]");
    fixture::writeFile(temp / "config.json", text.text());
    fixture::writeFile(temp / "ouroscope.json", R"({"loop_layers": [2, 2]})");
    const ModelSpec spec = readModel(temp.path()).spec;
    QVERIFY((spec.stages == Stages{1, 1, 0}) && spec.stepRule == StepRule::Anchored);
  }

  void slotsOfTheCodaPerLoop() {
    const KvSlots map{{2, 3, 2}, 4, true};
    QCOMPARE(map.count(), 2 + 3 * 4 + 2 * 4);
    std::set<int> seen;
    for (int loop = 0; loop < 4; ++loop)
      for (int layer = 0; layer < 7; ++layer) {
        const int slot = map.at(loop, layer);
        QVERIFY(slot >= 0 && slot < map.count());
        QCOMPARE(map.layerOf(slot), layer);
        if (layer < 2)
          QCOMPARE(slot, map.at(0, layer));
        else
          QVERIFY(seen.insert(slot).second);
      }
  }

  /// Rows (2k, 2k + 1) of a head become k and k + half, of matrices and of biases.
  void pairsBecomeHalves() {
    ModelSpec spec = plain(1);
    for (TensorSpec& t : spec.tensors)
      if (t.slot == TensorSlot::Query) t.pairsOf = spec.headDim;
    const auto weights = ModelWeights::random(spec, 3);
    const TensorSpec& query = spec.tensor(TensorSlot::Query, 0);
    const int d = spec.hiddenSize, width = spec.headDim, rows = spec.attentionWidth();
    std::vector<float> stored(rows * d), read(rows * d), row(d);
    weights->readRows(query.name, 0, rows, stored);
    weights->readSlot(query, 0, rows, read);
    for (int i = 0; i < rows; ++i) {
      const int head = i / width, at = i % width, half = width / 2;
      const int from = head * width + (at < half ? 2 * at : 2 * (at - half) + 1);
      QVERIFY(
          std::equal(read.begin() + i * d, read.begin() + (i + 1) * d, stored.begin() + from * d));
    }
    weights->readSlot(query, 7, 1, row);  // any range is the same part
    QVERIFY(std::equal(row.begin(), row.end(), read.begin() + 7 * d));
    std::vector<std::uint16_t> halves(2 * d);
    weights->readSlotBf16(query, 6, 2, d, halves.data());
    for (int i = 0; i < 2 * d; ++i) QCOMPARE(bf16ToFloat(halves[i]), read[6 * d + i]);
  }

  void aTraceSaysHowItWasLooped() {
    const ModelSpec spec = recurrent();
    TraceInfo info = describeModel(spec);
    info.promptTokens = 11;
    info.startSeed = 77;
    const NoWords words(spec.vocabSize);
    TraceRecorder recorder(info, words, 4, 10, 16);
    RunRequest request = requestOf(spec);
    request.capture = {};
    request.startSeed = 77;
    Engine(*load(spec)).run(request, recorder);
    const TracePtr made = recorder.take();
    const fixture::TempFolder folder;
    writeTrace(*made, folder / "t.trace.safetensors");
    const TraceInfo read = readTrace(folder / "t.trace.safetensors")->info();
    QVERIFY(read.prelude == 1 && read.layers == 2 && read.coda == 2 && read.formatMajor == 2);
    QVERIFY(read.startState == "noise" && read.startSeed == 77 && read.startSpread == 0.6);
    QVERIFY(read.lens == "coda" && read.stepRule == "replace" && read.keepsPrefix());
    TraceInfo anchored = describeModel(window(StepRule::Anchored));
    QVERIFY(anchored.stepRule == "anchored" && anchored.stepWeight == 0.5 &&
            !anchored.keepsPrefix());
  }
};

QTEST_GUILESS_MAIN(TestSegments)
#include "tst_segments.moc"
