// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <set>

#include "core/engine/KvSlots.h"
#include "core/engine/SpecCheck.h"
#include "core/support/Error.h"
#include "kernels/cuda/CudaBackend.h"
#include "tests/support/EngineFixtures.h"

using namespace ouroscope;
using namespace ouroscope::test;

namespace {

QString refusal(const ModelSpec& spec) {
  try {
    requireImplemented(spec);
  } catch (const Error& error) {
    return QString::fromUtf8(error.what());
  }
  return {};
}

/// Queries, keys and values as rows of one tensor, as Huginn stores them, made of three.
struct FusedWeights : ModelWeights {
  std::unique_ptr<ModelWeights> parts;
  const ModelSpec& spec;
  explicit FusedWeights(const ModelSpec& plain)
      : parts(ModelWeights::random(plain, 7)), spec(plain) {}
  void readRows(std::string_view name, std::int64_t first, std::int64_t rows,
                std::span<float> out) const override {
    if (!name.ends_with(".fused")) return parts->readRows(name, first, rows, out);
    const int layer = name[0] - '0';
    const std::int64_t d = spec.hiddenSize;
    std::int64_t before = 0, done = 0;
    for (const TensorSlot slot : {TensorSlot::Query, TensorSlot::Key, TensorSlot::Value}) {
      const TensorSpec& part = spec.tensor(slot, layer);
      for (std::int64_t row = 0; row < part.rows; ++row)
        if (before + row >= first && before + row < first + rows)
          parts->readRows(part.name, row, 1, out.subspan(d * done++, d));
      before += part.rows;
    }
  }
  bool storedAsBf16() const override { return true; }
  std::uint64_t storedBytes() const override { return parts->storedBytes(); }
};

}  // namespace

class TestModelSpec : public QObject {
  Q_OBJECT
 private slots:
  void ouroIsOneCoreOfSandwichLayers() {
    const ModelSpec spec = ouroSpec(shape());
    QCOMPARE(spec.family, std::string("ouro"));
    QVERIFY((spec.stages == Stages{0, 2, 0}));
    QVERIFY(spec.loopNorm && spec.exitGate && !spec.headNorm && !spec.codaNorm);
    QCOMPARE(spec.layers.size(), std::size_t{2});
    QVERIFY(spec.layers[1].norms.beforeAttention && spec.layers[1].norms.afterMlp);
    QCOMPARE(spec.tensors.size(), std::size_t{2 * 11 + 5});
    QCOMPARE(spec.tensor(TensorSlot::BeforeMlp, 1).name,
             std::string("model.layers.1.post_attention_layernorm.weight"));
    QVERIFY((spec.tensor(TensorSlot::Key, 0).shape == std::vector<std::uint64_t>{24, 48}));
    QVERIFY(!spec.find(TensorSlot::Key, 2) && !spec.find(TensorSlot::Key));
    QVERIFY_THROWS_EXCEPTION(std::logic_error, spec.tensor(TensorSlot::Key, 2));
    QCOMPARE(spec.ropes[0].inverseFrequency.size(), std::size_t{6});
    QCOMPARE(spec.ropes[0].inverseFrequency[0], 1.0f);
    QCOMPARE(refusal(spec), QString());
  }

  /// What runs once is cached once; every place of (loop, layer) has a slot of its own otherwise.
  void slotsOfKeysAndValues() {
    const KvSlots ouro{{0, 3, 0}, 4};
    QCOMPARE(ouro.count(), 12);
    for (int loop = 0; loop < 4; ++loop)
      for (int layer = 0; layer < 3; ++layer) QCOMPARE(ouro.at(loop, layer), loop * 3 + layer);

    const KvSlots staged{{2, 3, 1}, 4};
    QCOMPARE(staged.count(), 2 + 3 * 4 + 1);
    std::set<int> seen;
    for (int loop = 0; loop < 4; ++loop)
      for (int layer = 0; layer < 6; ++layer) {
        const int slot = staged.at(loop, layer);
        QVERIFY(slot >= 0 && slot < staged.count());
        if (layer < 2 || layer == 5) {
          QCOMPARE(slot, staged.at(0, layer));
          seen.insert(slot);
        } else {
          QVERIFY(seen.insert(slot).second);
        }
      }
    QCOMPARE(static_cast<int>(seen.size()), staged.count());
  }

  void whatIsNotImplementedIsRefused_data() {
    QTest::addColumn<std::function<void(ModelSpec&)>>("change");
    const auto row = [](const char* phrase, std::function<void(ModelSpec&)> change) {
      QTest::newRow(phrase) << change;
    };
    row("without a norm before the head", [](ModelSpec& s) { s.stages = {0, 1, 1}; });
    row("other than RMSNorm", [](ModelSpec& s) { s.norm = NormKind::Unit; });
    row("before the head", [](ModelSpec& s) { s.codaNorm = true; });
  }
  void whatIsNotImplementedIsRefused() {
    QFETCH(std::function<void(ModelSpec&)>, change);
    ModelSpec spec = ouroSpec(shape());
    change(spec);
    const QString said = refusal(spec);
    QVERIFY2(said.contains(QTest::currentDataTag()) && said.contains("family ouro"),
             qPrintable(said));
    // The backends ask before they read a weight.
    QVERIFY_THROWS_EXCEPTION(Error, loadCpuBackend(spec, *ModelWeights::random(spec, 1)));
    try {
      loadCudaBackend(spec, *ModelWeights::random(spec, 1));
      QFAIL("the GPU takes what the CPU refuses");
    } catch (const Error& error) {
      QCOMPARE(QString(error.what()), said);
    }
  }

  /// Rows of one tensor and a head that is the embedding are data of the table.
  void fusedAndTiedTensorsAreRowsOfTheTable() {
    const ModelSpec plain = ouroSpec(shape());
    ModelSpec fused = plain;
    for (TensorSpec& t : fused.tensors) {
      if (t.slot == TensorSlot::Head) t.name = plain.tensor(TensorSlot::Embedding).name;
      if (t.slot != TensorSlot::Query && t.slot != TensorSlot::Key && t.slot != TensorSlot::Value)
        continue;
      if (t.slot == TensorSlot::Key) t.firstRow = plain.attentionWidth();
      if (t.slot == TensorSlot::Value) t.firstRow = plain.attentionWidth() + plain.kvWidth();
      t.name = std::to_string(t.layer) + ".fused";
      t.shape[0] = plain.attentionWidth() + 2 * plain.kvWidth();
    }
    // Each stored tensor is expected once.
    QCOMPARE(expectedTensors(fused).size(), expectedTensors(plain).size() - 2 * 2 - 1);
    QCOMPARE(ModelWeights::random(fused, 1)->storedBytes(),
             ModelWeights::random(plain, 1)->storedBytes() - 2 * 131 * 48);

    struct Tied : FusedWeights {
      using FusedWeights::FusedWeights;
      void readRows(std::string_view name, std::int64_t first, std::int64_t rows,
                    std::span<float> out) const override {
        FusedWeights::readRows(name == "lm_head.weight" ? "model.embed_tokens.weight" : name, first,
                               rows, out);
      }
    };
    const Tied weights(plain);
    RunRequest request;
    request.prompt = tokens(9, plain.vocabSize);
    request.capture = {true, true, false};
    for (const Precision precision : {Precision::F32, Precision::BF16}) {
      CpuOptions options;
      options.precision = precision;
      Collector a, b;
      Engine(*loadCpuBackend(plain, weights, options)).run(request, a);
      Engine(*loadCpuBackend(fused, weights, options)).run(request, b);
      QVERIFY(!a.logits.empty() && same(a.logits, b.logits) && same(a.hidden, b.hidden));
    }
  }
};

QTEST_GUILESS_MAIN(TestModelSpec)
#include "tst_model_spec.moc"
