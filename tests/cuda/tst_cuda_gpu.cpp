// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>

#include "ParityTest.h"

using namespace ouroscope;
using parity::Case;

/// The parity tests on a real GPU: random shapes, up to 4,096 tokens, up to 16 loops, odd chunks,
/// all policies. Skipped, with the reason, where there is none.
class TestCudaGpu : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
#ifdef REAL_MODULE
    // tools/gpu/run_packed.sh names its own.
    if (!qEnvironmentVariableIsSet("OUROSCOPE_CUDA_MODULE"))
      qputenv("OUROSCOPE_CUDA_MODULE", REAL_MODULE);
    const std::string reason = whyNoCuda();
    if (!reason.empty()) QSKIP(reason.c_str());
    for (const std::string& line : cudaDevices()) qInfo("%s", line.c_str());
#else
    QSKIP("no nvcc here: the CUDA module was not built");
#endif
  }

  void runsAgree_data() {
    QTest::addColumn<Case>("c");
    QTest::addColumn<bool>("bf16");
    std::vector<Case> cases = {
        //             hidden heads kv dim ffn vocab layers tokens loops chunk generate
        {"one token, then decoding", 48, 4, 2, 12, 80, 131, 2, 1, 3, 0, 40},
        {"odd shapes, odd chunks", 51, 3, 3, 18, 77, 517, 2, 210, 4, 37, 20},
        {"the demo model's shape", 256, 4, 4, 64, 704, 1024, 2, 300, 8, 0, 60},
        {"heads of 128, many tokens", 256, 2, 2, 128, 512, 5000, 1, 4096, 2, 0, 3},
        {"heads of 256", 256, 2, 1, 256, 320, 700, 2, 130, 3, 65, 10},
        {"many loops", 128, 4, 4, 32, 256, 3000, 2, 100, 16, 33, 20},
        {"a layer as wide as Ouro's", 2048, 16, 16, 128, 5632, 6000, 1, 70, 2, 64, 4},
    };
    std::mt19937 random(20261125);
    const auto pick = [&](int low, int high) {
      return std::uniform_int_distribution<int>(low, high)(random);
    };
    for (int i = 0; i < 12; ++i) {
      const int kv = pick(1, 3), heads = kv * pick(1, 3), dim = 2 * pick(4, 70);
      cases.push_back({"random", pick(20, 500), heads, kv, dim, pick(30, 900), pick(50, 9000),
                       pick(1, 3), pick(1, 500), pick(1, 6), pick(0, 1) ? pick(1, 200) : 0,
                       pick(0, 30)});
    }
    int n = 0;
    for (const Case& c : cases)
      for (const bool bf16 : {false, true})
        QTest::addRow("%d: %s, %s", n++ / 2, c.name, bf16 ? "bf16" : "f32") << c << bf16;
  }
  void runsAgree() {
    QFETCH(Case, c);
    QFETCH(bool, bf16);
    parity::compare(c, bf16 ? Precision::BF16 : Precision::F32);
  }

  void policiesAgree() {
    const Case c{"", 256, 4, 4, 64, 704, 1024, 2, 40, 4, 0, 60};
    for (const auto policy : {KvPolicy::Full, KvPolicy::LastExited, KvPolicy::LatestAvailable}) {
      parity::comparePolicy(c, policy);
      if (QTest::currentTestFailed()) return;
    }
  }
  void layersAgree() {
    const Case c{"", 256, 4, 4, 64, 704, 1024, 4, 50, 3, 0, 5};
    parity::compareLayers(c, Precision::F32);
    parity::compareLayers(c, Precision::BF16);
  }
  void insideAgrees() {
    const Case c{"", 256, 4, 4, 64, 704, 1024, 3, 40, 3, 16, 3};
    parity::compareInside(c, Precision::F32);
    if (!QTest::currentTestFailed()) parity::compareInside(c, Precision::BF16);
  }
  void interventionsAgree() {
    const Case c{"", 256, 4, 4, 64, 704, 1024, 3, 20, 3, 8, 3};
    parity::compareInterventions(c, Precision::F32);
    if (!QTest::currentTestFailed()) parity::compareInterventions(c, Precision::BF16);
  }
  void forksAndTruncationsContinueExactly() {
    const Case c{"", 256, 4, 4, 64, 704, 1024, 2, 0, 2, 0, 0};
    parity::forkAndTruncate(c, Precision::F32);
    parity::forkAndTruncate(c, Precision::BF16);
  }
  void cancelsAndMisuseLeaveTheSequenceWhole() {
    parity::cancelAndMisuse({"", 256, 4, 4, 64, 704, 1024, 6, 0, 2, 0, 0});
  }
};

QTEST_GUILESS_MAIN(TestCudaGpu)
#include "tst_cuda_gpu.moc"
