// SPDX-License-Identifier: GPL-3.0-or-later
#include "ParityTest.h"

using namespace ouroscope;
using parity::Case;

/// The whole CUDA backend on the pretended GPU: the program's side, the C interface, the module's
/// host code (streams, events, graph, memory) and all kernels, against the CPU backend.
class TestCudaParity : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { qputenv("OUROSCOPE_CUDA_MODULE", HOST_MODULE); }

  void runsAgree_data() {
    QTest::addColumn<Case>("c");
    QTest::addColumn<bool>("bf16");
    //             hidden heads kv dim ffn vocab layers tokens loops chunk generate
    const Case cases[] = {
        {"one token, then decoding", 48, 4, 2, 12, 80, 131, 2, 1, 3, 0, 4},
        {"odd shapes, odd chunks", 51, 3, 3, 18, 77, 517, 2, 21, 2, 8, 3},
        {"one chunk over several tiles", 64, 2, 1, 32, 96, 300, 1, 70, 2, 0, 2},
        {"several slices of vocabulary", 40, 2, 2, 20, 48, 4500, 1, 5, 3, 3, 2},
        {"many loops", 32, 2, 2, 16, 40, 67, 1, 6, 16, 4, 1},
    };
    for (const Case& c : cases)
      for (const bool bf16 : {false, true})
        QTest::addRow("%s, %s", c.name, bf16 ? "bf16" : "f32") << c << bf16;
  }
  void runsAgree() {
    QFETCH(Case, c);
    QFETCH(bool, bf16);
    parity::compare(c, bf16 ? Precision::BF16 : Precision::F32);
  }

  void policiesAgree() {
    const Case c{"", 48, 4, 2, 12, 80, 131, 2, 6, 4, 0, 8};
    for (const auto policy : {KvPolicy::Full, KvPolicy::LastExited, KvPolicy::LatestAvailable}) {
      parity::comparePolicy(c, policy);
      if (QTest::currentTestFailed()) return;
    }
  }
  void layersAgree() {
    const Case c{"", 40, 2, 2, 20, 48, 131, 3, 5, 2, 0, 2};
    parity::compareLayers(c, Precision::F32);
    parity::compareLayers(c, Precision::BF16);
  }
  void insideAgrees() {
    const Case c{"", 51, 4, 2, 18, 48, 131, 2, 8, 3, 4, 2};
    parity::compareInside(c, Precision::F32);
    if (!QTest::currentTestFailed()) parity::compareInside(c, Precision::BF16);
  }
  void interventionsAgree() {
    const Case c{"", 40, 2, 2, 20, 48, 131, 2, 6, 3, 4, 2};
    parity::compareInterventions(c, Precision::F32);
    if (!QTest::currentTestFailed()) parity::compareInterventions(c, Precision::BF16);
  }
  void forksAndTruncationsContinueExactly() {
    const Case c{"", 48, 4, 2, 12, 80, 131, 2, 0, 2, 0, 0};
    parity::forkAndTruncate(c, Precision::F32);
    parity::forkAndTruncate(c, Precision::BF16);
  }
  void cancelsAndMisuseLeaveTheSequenceWhole() {
    parity::cancelAndMisuse({"", 32, 2, 2, 16, 40, 67, 3, 0, 2, 0, 0});
  }
};

QTEST_GUILESS_MAIN(TestCudaParity)
#include "tst_cuda_parity.moc"
