// SPDX-License-Identifier: GPL-3.0-or-later
// Included once per instruction set: the table of kernels whose activations stay fp32. See
// Vectors.h.
#pragma once
#include "kernels/cpu/Products.h"
#include "kernels/cpu/RowOps.h"

namespace ouroscope::cpu {
namespace {

constexpr KernelTable floatTable(const char* name) {
  return {name,      false,    putFloat,  nullptr,    gemmFloat, softmax,    softCap,  blend,
          lensPanel, lensStep, maximum,   countAbove, rmsNorm,   addRmsNorm, swiGlu,   geluGlu,
          rope,      toBf16,   packPairs, zip,        quantize,  peakFloat,  peakFloat};
}

}  // namespace
}  // namespace ouroscope::cpu
