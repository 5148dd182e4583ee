// SPDX-License-Identifier: GPL-3.0-or-later
// Plain C++ in 128-bit compiler vectors: SSE2 on x86-64, NEON on Arm.
#define OUROSCOPE_LANES 4
#include "kernels/cpu/FloatTable.h"

namespace ouroscope::cpu {

const KernelTable& portableKernels() {
  static const KernelTable table = floatTable("portable");
  return table;
}

}  // namespace ouroscope::cpu
