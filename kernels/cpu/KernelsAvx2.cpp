// SPDX-License-Identifier: GPL-3.0-or-later
#define OUROSCOPE_LANES 8
#include "kernels/cpu/KernelsImpl.h"

namespace ouroscope::cpu {

const KernelTable& avx2Kernels() {
  static const KernelTable table{"AVX2",  gemm,       attention, lensPanel, maximum, countAbove,
                                 rmsNorm, addRmsNorm, swiGlu,    rope,      toBf16};
  return table;
}

}  // namespace ouroscope::cpu
