// SPDX-License-Identifier: GPL-3.0-or-later
#define OUROSCOPE_LANES 4
#include "kernels/cpu/KernelsImpl.h"

namespace ouroscope::cpu {

const KernelTable& portableKernels() {
  static const KernelTable table{"portable", gemm,       attention, lensPanel, maximum, countAbove,
                                 rmsNorm,    addRmsNorm, swiGlu,    rope,      toBf16};
  return table;
}

}  // namespace ouroscope::cpu
