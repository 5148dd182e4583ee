// SPDX-License-Identifier: GPL-3.0-or-later
#define OUROSCOPE_LANES 16
#include "kernels/cpu/FloatTable.h"

namespace ouroscope::cpu {

const KernelTable& avx512Kernels() {
  static const KernelTable table = floatTable("AVX-512");
  return table;
}

}  // namespace ouroscope::cpu
