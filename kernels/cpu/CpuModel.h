// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <vector>

#include "core/engine/Backend.h"
#include "core/model/families/ModelSpec.h"
#include "kernels/cpu/AlignedBuffer.h"
#include "kernels/cpu/KvCache.h"
#include "kernels/cpu/PackedMatrix.h"

namespace ouroscope::cpu {

/// The packed weights of one physical layer; every loop uses the same ones.
struct Layer {
  std::vector<float> beforeAttention, afterAttention;  ///< [d] norms of its input and output
  std::vector<float> beforeMlp, afterMlp;              ///< [d] the same of the MLP
  PackedMatrix qkv;                                    ///< [(heads + 2 kvHeads) * headDim, d]
  PackedMatrix output;                                 ///< [d, heads * headDim]
  PackedMatrix gateUp;  ///< [2 f, d]: 32 rows of gate, 32 rows of up, in turn
  PackedMatrix down;    ///< [d, f]
};

/// A loaded model: everything a sequence reads and nothing it writes.
struct Model {
  ModelSpec spec;
  Precision precision = Precision::BF16;
  Storage storage = Storage::BF16;  ///< of the layers' matrices
  const KernelTable* kernels = nullptr;
  std::unique_ptr<ThreadPool> pool;

  AlignedBuffer<std::uint16_t> embedding16;  ///< [V][d] in BF16 precision
  AlignedBuffer<float> embedding32;          ///< [V][d] in F32 precision
  std::vector<Layer> layers;
  std::vector<float> loopNorm;    ///< [d] closes every loop
  PackedMatrix head;              ///< [V, d]
  std::vector<float> gateWeight;  ///< [d]
  float gateBias = 0;

  /// Of keys, values, embedding and head.
  Storage plainStorage() const {
    return precision == Precision::BF16 ? Storage::BF16 : Storage::F32;
  }
  std::uint64_t kvBytesPerToken(int loops) const {
    return KvCache::bytesPerToken(spec, loops, plainStorage());
  }
};

/// Most positions of one batch.
inline constexpr int kMaxBatch = 256;
/// Rows of logits that a small batch keeps: 12 MiB of a vocabulary of 49,152.
inline constexpr int kHeadRows = 64;

std::uint64_t packedWeightBytes(const ModelSpec& spec, Storage layers, Storage plain);
std::unique_ptr<Sequence> makeSequence(const Model& model, int capacity, int loops);

}  // namespace ouroscope::cpu
