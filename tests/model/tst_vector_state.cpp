// SPDX-License-Identifier: GPL-3.0-or-later
// The upper halves of the vector registers, as the processor itself reports them.
#include <QTest>

#include "core/support/VectorState.h"

#if defined(__x86_64__)
#include <cpuid.h>
#endif

using namespace ouroscope;

namespace {

#if defined(__x86_64__)
/// Whether XGETBV tells which parts of the register state are in use.
bool tellsUse() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  return __builtin_cpu_supports("avx") && __get_cpuid_count(0xd, 1, &a, &b, &c, &d) && (a & 4);
}

/// Uses them as code does that leaves them so, clears them where asked to, and tells.
__attribute__((noinline)) bool inUseAfter(bool clear) {
  unsigned a = 0, d = 0;
  __asm__ volatile("vpcmpeqd %%ymm0, %%ymm0, %%ymm0" ::: "xmm0");
  if (clear) clearUpperVectors();
  __asm__ volatile("xgetbv" : "=a"(a), "=d"(d) : "c"(1));
  __asm__ volatile("vzeroupper");
  return a & 4;
}
#endif

}  // namespace

class TestVectorState : public QObject {
  Q_OBJECT
 private slots:
  void clearsWhatOthersLeft() {
#if defined(__x86_64__)
    if (!tellsUse() || !inUseAfter(false)) QSKIP("this processor does not tell");
    QVERIFY(!inUseAfter(true));
#else
    QSKIP("no such registers");
#endif
  }
};

QTEST_GUILESS_MAIN(TestVectorState)
#include "tst_vector_state.moc"
