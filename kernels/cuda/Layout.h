// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <algorithm>
#include <cstdint>

#include "core/engine/KvSlots.h"

namespace ouroscope::cuda {

/// Rows that the lens takes at a time, and vocabulary entries per product: 16 MiB of logits, which
/// a GPU's cache holds.
inline constexpr int kLensRows = 1024, kLensChunk = 4096;
/// Up to so many rows the head is streamed by a kernel of our own; more go to cuBLAS.
inline constexpr int kStreamedRows = 8;
/// Widest attention head.
inline constexpr int kMaxHeadDim = 256;
inline constexpr std::uint64_t kWorkspaceBytes = std::uint64_t{32} << 20;

/// Widths and bytes of everything a model and a sequence keep on the GPU: one source for the memory
/// plan, which is made before the module has allocated anything, and for the allocations. Every row
/// is padded to eight elements, so that 16-byte loads are aligned.
struct Layout {
  int vocab = 0, hidden = 0, intermediate = 0, heads = 0, kvHeads = 0, headDim = 0;
  Stages stages;
  bool bf16 = true;

  static constexpr int pad(int n) { return (n + 7) / 8 * 8; }
  static constexpr std::uint64_t u(int n) { return n; }

  int layers() const { return stages.prelude + stages.core + stages.coda; }
  KvSlots kvSlots(int loops) const { return {stages, loops}; }
  int width() const { return pad(hidden); }
  int attentionWidth() const { return pad(heads * headDim); }
  int qkvWidth() const { return pad((heads + 2 * kvHeads) * headDim); }
  int mlpWidth() const { return pad(intermediate); }
  int vocabRows() const { return pad(vocab); }
  int headDimPadded() const { return pad(headDim); }
  std::uint64_t elementBytes() const { return bf16 ? 2 : 4; }

  std::uint64_t layerBytes() const {
    const std::uint64_t elements = u(width()) * (u(qkvWidth()) + u(attentionWidth())) +
                                   std::uint64_t{3} * u(width()) * u(mlpWidth());
    return elements * elementBytes() + std::uint64_t{16} * u(width());
  }
  std::uint64_t weightBytes() const {
    return u(layers()) * layerBytes() + (u(vocab) + u(vocabRows())) * u(width()) * elementBytes() +
           std::uint64_t{8} * u(width());
  }
  /// Keys and values of all slots, and the table of turns.
  std::uint64_t kvBytesPerToken(int loops) const {
    return std::uint64_t{2} * u(kvSlots(loops).count()) * u(kvHeads) * u(headDimPadded()) *
               elementBytes() +
           std::uint64_t{8} * u(headDim / 2);
  }
  /// States, activations and their copies for a batch, and what the lens needs.
  std::uint64_t batchBytes(int loops, int batch, bool captureLayers) const {
    const std::uint64_t activations = elementBytes() * (u(width()) * 2 + u(qkvWidth()) +
                                                        u(attentionWidth()) + u(mlpWidth()) * 3) +
                                      std::uint64_t{4} * u(width());
    const std::uint64_t states =
        std::uint64_t{4} * u(width()) * u(loops) * (1 + (captureLayers ? u(stages.core) : 0));
    return u(batch) * (activations + states + 4 * u(loops));
  }
  std::uint64_t lensBytes() const {
    const std::uint64_t logits =
        std::max(u(kLensRows) * u(kLensChunk), u(kStreamedRows) * u(vocabRows()));
    return 4 * (logits + u(kLensRows) * u(width())) + (std::uint64_t{16} << 20);
  }
  std::uint64_t scratchBytes(int loops, int batch, bool captureLayers) const {
    return batchBytes(loops, batch, captureLayers) + lensBytes() + kWorkspaceBytes;
  }
};

}  // namespace ouroscope::cuda
