// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>

#include "core/run/LensFile.h"
#include "core/support/Error.h"
#include "tests/model/ModelFixtures.h"
#include "tests/support/EngineFixtures.h"

using namespace ouroscope;
using namespace ouroscope::test;

class TestLensFile : public QObject {
  Q_OBJECT

 private slots:
  void whatIsWrittenIsRead() {
    LayerLenses lenses{2, 2, 48, {}, {}, "", ""};
    lenses.weights.resize(4);
    lenses.biases.resize(4);
    for (const int at : {0, 3})
      for (int i = 0; i < 48 * 48; ++i) lenses.weights[at].push_back(std::sin(i + at));
    for (int i = 0; i < 48; ++i) lenses.biases[3].push_back(i);
    const std::string file = folder_.filePath("a.safetensors").toStdString();
    writeLenses(lenses, file, "{}");
    const auto read = readLenses(file, ouroSpec(shape()), 2);
    QVERIFY(read->weights == lenses.weights && read->biases == lenses.biases);
    QCOMPARE(read->name, std::string("a.safetensors"));
    QCOMPARE(read->sha256.size(), std::size_t{64});
    const auto facts = lensFileFacts(file);
    QVERIFY(facts && facts->maps == 2 && facts->biases == 1 && facts->about == "{}");
    QVERIFY(facts->loops == 2 && facts->layers == 2 && facts->width == 48);
    // y = W x + b; a place without a map says nothing.
    std::vector<float> x(48, 1.0f);
    read->apply(1, 1, x);
    double expected = 5;
    for (int k = 0; k < 48; ++k) expected += std::sin(5 * 48 + k + 3);
    QVERIFY(std::abs(x[5] - expected) < 1e-4);
    read->apply(0, 1, x);
    QVERIFY(std::isnan(x[0]) && std::isnan(x[47]));
  }

  void wrongFilesAreRefused() {
    const auto refused = [&](const char* name, std::vector<std::uint64_t> dims, float value,
                             const char* says) {
      std::uint64_t n = 1;
      for (const std::uint64_t dim : dims) n *= dim;
      const std::vector<float> values(n, value);
      TensorToWrite tensor;
      tensor.name = name;
      tensor.shape = std::move(dims);
      tensor.data = std::as_bytes(std::span(values));
      const std::string file = folder_.filePath("b.safetensors").toStdString();
      writeSafetensors(file, {&tensor, 1}, {});
      const auto read = [&] { readLenses(file, ouroSpec(shape()), 2); };
      QVERIFY2(fixture::isRefused(read, says), fixture::refusal(read).c_str());
    };
    refused("v", {48, 48}, 1, "is no lens");
    refused("loop0.layer1.weight", {48, 48}, 1, "is no lens");
    refused("loop1.layer1.weights", {48, 48}, 1, "is no lens");
    refused("loop1.layerx.weight", {48, 48}, 1, "is no lens");
    refused("loop3.layer1.weight", {48, 48}, 1, "does not have");
    refused("loop1.layer3.weight", {48, 48}, 1, "does not have");
    refused("loop1.layer1.weight", {48, 47}, 1, "another shape");
    refused("loop1.layer1.weight", {48}, 1, "another shape");
    refused("loop1.layer1.weight", {48, 48}, NAN, "a NaN");
    refused("loop1.layer1.bias", {48}, 1, "a bias without a weight");
  }

  /// Identity maps read what the norm alone reads, to the bit.
  void identitiesChangeNothing() {
    const auto model = backend(shape());
    RunRequest request;
    request.prompt = tokens(6, shape().vocabSize);
    request.loops = 2;
    request.capture.layers = true;
    const Collector plain = ran(*model, request);
    auto lenses = std::make_shared<LayerLenses>();
    lenses->loops = lenses->layers = 2;
    lenses->width = 48;
    lenses->weights.assign(4, std::vector<float>(48 * 48));
    lenses->biases.resize(4);
    for (auto& weight : lenses->weights)
      for (int i = 0; i < 48; ++i) weight[49 * i] = 1;
    request.lenses = lenses;
    const Collector mapped = ran(*model, request);
    QVERIFY(same(plain.layerEntropy, mapped.layerEntropy));
    QVERIFY(same(plain.layerKl, mapped.layerKl));
    QVERIFY(same(plain.layerTopId, mapped.layerTopId));
    for (float& one : lenses->weights[1]) one *= -1;
    QVERIFY(!same(plain.layerEntropy, ran(*model, request).layerEntropy));
  }

 private:
  QTemporaryDir folder_;
};

QTEST_GUILESS_MAIN(TestLensFile)
#include "tst_lens_file.moc"
