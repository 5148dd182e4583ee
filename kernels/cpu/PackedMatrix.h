// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "core/model/ModelWeights.h"
#include "kernels/cpu/AlignedBuffer.h"
#include "kernels/cpu/Kernels.h"
#include "kernels/cpu/ThreadPool.h"

namespace ouroscope::cpu {

/// W [n, k] of y = W x in panels of 64 output columns (Kernels.h). Several checkpoint matrices that
/// share their input (q, k and v; gate and up) are stacked into one.
struct PackedMatrix {
  int n = 0, k = 0;
  int kPadded = 0;  ///< even
  int panels = 0;   ///< ceil(n / 64)
  bool bf16 = false;
  AlignedBuffer<std::byte> data;

  int columns() const { return panels * kPanel; }
  std::size_t panelBytes() const {
    return static_cast<std::size_t>(kPadded) * kPanel * (bf16 ? 2 : 4);
  }
  const std::byte* panel(int p) const { return data.data() + p * panelBytes(); }
  static std::size_t bytesFor(int n, int k, bool bf16);
};

/// One matrix of the checkpoint and its rows.
struct MatrixPart {
  std::string name;
  int rows;
};

/// Reads the parts and packs them, panel by panel on all threads: never more than a few panels
/// beside the result.
PackedMatrix pack(const ModelWeights& weights, const std::vector<MatrixPart>& parts, int k,
                  bool bf16, const KernelTable& kernels, ThreadPool& pool);

/// c [rows][ldc] = a [rows][lda] W^T, shared out by panels.
void multiply(const PackedMatrix& w, const float* a, std::ptrdiff_t lda, int rows, float* c,
              std::ptrdiff_t ldc, const KernelTable& kernels, ThreadPool& pool);

}  // namespace ouroscope::cpu
