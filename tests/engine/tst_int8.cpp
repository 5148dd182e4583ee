// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <algorithm>
#include <cmath>

#include "core/engine/Engine.h"
#include "core/model/families/Ouro.h"
#include "core/run/RunRecording.h"
#include "core/support/Error.h"
#include "kernels/LoadedModel.h"
#include "kernels/cpu/CpuBackend.h"

using namespace ouroscope;

namespace {

struct Logits : LoopObserver {
  std::vector<float> logits, hidden;
  void onRecord(const LoopRecord& r) override {
    logits.insert(logits.end(), r.columns.logits.begin(), r.columns.logits.end());
    hidden.insert(hidden.end(), r.columns.hidden.begin(), r.columns.hidden.end());
  }
};

ModelSpec shape() {
  ModelConfig c;
  c.hiddenSize = 192;
  c.heads = c.kvHeads = 4;
  c.headDim = 48;
  c.intermediateSize = 300;
  c.vocabSize = 333;
  c.layers = 2;
  c.maxPositions = 4096;
  c.trainedLoops = 4;
  return ouroSpec(c);
}

RunRequest request(int tokens, int vocabulary) {
  RunRequest r;
  std::uint32_t x = 3;
  for (int i = 0; i < tokens; ++i) {
    x = x * 1664525u + 1013904223u;
    r.prompt.push_back(
        static_cast<std::int32_t>((x >> 8) % static_cast<std::uint32_t>(vocabulary)));
  }
  r.loops = 4;
  r.capture = {true, true, false};
  return r;
}

Logits run(const ModelSpec& config, const ModelWeights& weights, bool int8, int threads = 2,
           int chunk = 0, int tokens = 40) {
  CpuOptions options;
  options.threads = threads;
  options.int8Weights = int8;
  const auto model = loadCpuBackend(config, weights, options);
  RunRequest r = request(tokens, config.vocabSize);
  r.chunk = chunk;
  Logits result;
  Engine(*model).run(r, result);
  return result;
}

/// KL(a || b) of the next-token distributions at every position and loop, nats, in ascending order.
std::vector<double> sortedKl(const Logits& a, const Logits& b, std::size_t vocabulary) {
  std::vector<double> all(a.logits.size() / vocabulary);
  for (std::size_t row = 0; row < all.size(); ++row) {
    const float *x = &a.logits[row * vocabulary], *y = &b.logits[row * vocabulary];
    double sx = 0, sy = 0;
    for (std::size_t v = 0; v < vocabulary; ++v) {
      sx += std::exp(double(x[v]));
      sy += std::exp(double(y[v]));
    }
    for (std::size_t v = 0; v < vocabulary; ++v)
      all[row] +=
          std::exp(double(x[v])) / sx * (double(x[v]) - std::log(sx) - double(y[v]) + std::log(sy));
  }
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace

class TestInt8 : public QObject {
  Q_OBJECT

 private slots:
  void movesTheResultsALittle_data() {
    QTest::addColumn<QString>("path");
    for (const std::string& path : cpuPaths())
      QTest::addRow("%s", path.c_str()) << QString::fromStdString(path);
  }

  /// Bounds five times what docs/cpu.md says was measured; zero would mean that nothing
  /// was quantised.
  void movesTheResultsALittle() {
    QFETCH(QString, path);
    qputenv("OUROSCOPE_CPU", path.toLatin1());
    const ModelSpec config = shape();
    const auto weights = ModelWeights::random(config, 7);
    const Logits stored = run(config, *weights, false), int8 = run(config, *weights, true);
    const std::vector<double> kl = sortedKl(stored, int8, std::size_t(config.vocabSize));
    QVERIFY2(kl.back() > 0 && kl.back() < 2e-2, qPrintable(QString::number(kl.back())));
    for (const int chunk : {1, 7, 33}) {
      const Logits pieces = run(config, *weights, true, 3, chunk);
      QVERIFY(pieces.logits == int8.logits && pieces.hidden == int8.hidden);
    }
    qunsetenv("OUROSCOPE_CPU");
  }

  /// The median: a trained model is sharp, and where it wavers between two words a little noise
  /// moves whole nats, the more so on random tokens.
  void theDemoModelStaysItself() {
    const ModelFolder folder =
        ModelFolder::open(std::filesystem::path(qgetenv("OUROSCOPE_DEMO_DIR").toStdString()));
    const Logits stored = run(folder.spec, *folder.weights, false),
                 int8 = run(folder.spec, *folder.weights, true);
    const std::vector<double> kl = sortedKl(stored, int8, std::size_t(folder.config.vocabSize));
    const double median = kl[kl.size() / 2];
    QVERIFY2(median > 0 && median < 2e-2, qPrintable(QString::number(median)));
  }

  void traceAndMemorySayIt() {
    ModelRequest request;
    request.folder = qgetenv("OUROSCOPE_DEMO_DIR").toStdString();
    const auto stored = loadModel(request);
    request.weights = "int8";
    const auto int8 = loadModel(request);
    QCOMPARE(describeRun(*stored, {}, false).dtype, std::string("bf16"));
    QCOMPARE(describeRun(*int8, {}, false).dtype, std::string("bf16, int8 weights"));
    QVERIFY(int8->backend->weightBytes() < stored->backend->weightBytes());
    request.dtype = "f32";
    QVERIFY_THROWS_EXCEPTION(Error, loadModel(request));
    request.weights = "int3";
    QVERIFY_THROWS_EXCEPTION(Error, loadModel(request));
  }

  /// A weight that is not a number must not turn into a plausible one.
  void nanWeightsStayNan() {
    struct Poisoned : ModelWeights {
      std::unique_ptr<ModelWeights> base;
      void readRows(std::string_view name, std::int64_t first, std::int64_t rows,
                    std::span<float> out) const override {
        base->readRows(name, first, rows, out);
        if (name.ends_with("o_proj.weight") && first == 0)
          out[3] = std::numeric_limits<float>::quiet_NaN();
      }
      bool storedAsBf16() const override { return true; }
      std::uint64_t storedBytes() const override { return base->storedBytes(); }
    } weights;
    const ModelSpec config = shape();
    weights.base = ModelWeights::random(config, 1);
    const Logits result = run(config, weights, true, 1, 0, 2);
    QVERIFY(std::isnan(result.logits[0]));
  }
};

QTEST_GUILESS_MAIN(TestInt8)
#include "tst_int8.moc"
