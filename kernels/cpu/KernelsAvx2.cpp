// SPDX-License-Identifier: GPL-3.0-or-later
#define OUROSCOPE_LANES 8
#include "kernels/cpu/FloatTable.h"

namespace ouroscope::cpu {

const KernelTable& avx2Kernels() {
  static const KernelTable table = floatTable("AVX2");
  return table;
}

}  // namespace ouroscope::cpu
