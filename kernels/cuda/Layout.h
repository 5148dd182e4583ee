// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <algorithm>
#include <cmath>
#include <cstdint>

#include "core/engine/KvSlots.h"
#include "core/support/Index.h"

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
  ModelSpec spec;
  bool bf16 = true;

  static constexpr int pad(int n) { return (n + 7) / 8 * 8; }
  static constexpr std::uint64_t u(int n) { return n; }

  KvSlots kvSlots(int loops) const { return ouroscope::kvSlots(spec, loops); }
  int width() const { return pad(spec.hiddenSize); }
  int attentionWidth() const { return pad(spec.attentionWidth()); }
  int qkvWidth() const { return pad(spec.attentionWidth() + 2 * spec.kvWidth()); }
  int mlpWidth() const { return pad(spec.intermediateSize); }
  int vocabRows() const { return pad(spec.vocabSize); }
  int headDimPadded() const { return pad(spec.headDim); }
  /// Input of the adapter: state and prelude, side by side.
  int mixedWidth() const { return spec.keepsLoopInput() ? pad(2 * spec.hiddenSize) : 0; }
  /// Numbers of the norms of queries and of keys.
  int queryNormWidth(const LayerSpec& layer) const {
    return headNormWidth(layer, spec.attentionWidth());
  }
  int keyNormWidth(const LayerSpec& layer) const { return headNormWidth(layer, spec.kvWidth()); }
  std::uint64_t elementBytes() const { return bf16 ? 2 : 4; }

  std::uint64_t layerBytes(const LayerSpec& layer) const {
    const std::uint64_t elements = u(width()) * (u(qkvWidth()) + u(attentionWidth())) +
                                   std::uint64_t{3} * u(width()) * u(mlpWidth());
    const LayerNorms& n = layer.norms;
    const int rows = n.beforeAttention + n.afterAttention + n.afterAttentionSum + n.beforeMlp +
                     n.afterMlp + n.afterMlpSum + layer.outputBias + layer.mlpBias;
    const std::uint64_t numbers =
        u(rows) * u(width()) + u(queryNormWidth(layer)) + u(keyNormWidth(layer)) +
        (layer.projectionBias ? u(qkvWidth()) : 0) + (layer.mlpBias ? 2 * u(mlpWidth()) : 0);
    return elements * elementBytes() + 4 * numbers;
  }
  std::uint64_t weightBytes() const {
    std::uint64_t all =
        u(width()) * (u(spec.vocabSize) + u(vocabRows()) + u(mixedWidth())) * elementBytes();
    for (const LayerSpec& layer : spec.layers) all += layerBytes(layer);
    const int rows = spec.loopNorm + spec.codaNorm + spec.headNorm + spec.exitGate;
    return all + std::uint64_t{4} * u(rows) * u(width());
  }
  /// Keys and values of all slots, and the tables of turns.
  std::uint64_t kvBytesPerToken(int loops) const {
    return std::uint64_t{2} * u(kvSlots(loops).count()) * u(spec.kvHeads) * u(headDimPadded()) *
               elementBytes() +
           std::uint64_t{8} * u(spec.headDim / 2) * spec.ropes.size();
  }
  /// States, activations and their copies for a batch, and what the lens needs.
  std::uint64_t batchBytes(int loops, int batch, bool captureLayers) const {
    const std::uint64_t activations =
        elementBytes() * (u(width()) * 2 + u(qkvWidth()) + u(attentionWidth()) + u(mlpWidth()) * 3 +
                          u(mixedWidth())) +
        std::uint64_t{4} * u(width()) * (1 + u(keptRows()));
    const std::uint64_t states =
        std::uint64_t{4} * u(width()) * u(loops) * u(spec.statesPerLoop(captureLayers));
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

 private:
  int headNormWidth(const LayerSpec& layer, int whole) const {
    if (layer.queryKeyNorm == QueryKeyNorm::None) return 0;
    return layer.queryKeyNorm == QueryKeyNorm::PerHead ? spec.headDim : whole;
  }
  /// Rows of a position that are kept beside the stream: what the prelude gave, the state before a
  /// turn, the result of the first one.
  int keptRows() const {
    return spec.keepsLoopInput() + (spec.stepRule != StepRule::Replace) +
           (spec.stepRule == StepRule::Anchored);
  }
};

}  // namespace ouroscope::cuda
