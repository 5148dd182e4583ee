// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <vector>

#include "core/engine/Backend.h"
#include "core/model/ModelConfig.h"
#include "kernels/cpu/AlignedBuffer.h"
#include "kernels/cpu/KvCache.h"
#include "kernels/cpu/PackedMatrix.h"

namespace ouroscope::cpu {

/// The packed weights of one physical layer; every loop uses the same ones.
struct Layer {
  std::vector<float> inputNorm;   ///< [d] input_layernorm: before attention
  std::vector<float> inputNorm2;  ///< [d] input_layernorm_2: on attention's output
  std::vector<float> postNorm;   ///< [d] post_attention_layernorm: before the MLP, despite its name
  std::vector<float> postNorm2;  ///< [d] post_attention_layernorm_2: on the MLP's output
  PackedMatrix qkv;              ///< [(heads + 2 kvHeads) * headDim, d]
  PackedMatrix output;           ///< [d, heads * headDim]
  PackedMatrix gateUp;           ///< [2 f, d]: 32 rows of gate, 32 rows of up, in turn
  PackedMatrix down;             ///< [d, f]
};

/// A loaded model: everything a sequence reads and nothing it writes.
struct Model {
  ModelConfig config;
  Precision precision = Precision::BF16;
  Storage storage = Storage::BF16;  ///< of the layers' matrices
  const KernelTable* kernels = nullptr;
  std::unique_ptr<ThreadPool> pool;

  AlignedBuffer<std::uint16_t> embedding16;  ///< [V][d] in BF16 precision
  AlignedBuffer<float> embedding32;          ///< [V][d] in F32 precision
  std::vector<Layer> layers;
  std::vector<float> finalNorm;   ///< [d], after every loop
  PackedMatrix head;              ///< [V, d]
  std::vector<float> gateWeight;  ///< [d]
  float gateBias = 0;
  std::vector<float> inverseFrequency;  ///< [headDim / 2] theta^(-2k/headDim), rounded to fp32 once

  int attentionWidth() const { return config.heads * config.headDim; }
  int kvWidth() const { return config.kvHeads * config.headDim; }
  /// Of keys, values, embedding and head.
  Storage plainStorage() const {
    return precision == Precision::BF16 ? Storage::BF16 : Storage::F32;
  }
  std::uint64_t kvBytesPerToken(int loops) const {
    return KvCache::bytesPerToken(config, loops, plainStorage());
  }
};

/// Most positions of one batch; with layer capture a batch keeps L states per loop, so it is
/// smaller.
inline constexpr int kMaxBatch = 256;
inline constexpr int kMaxCaptureBatch = 32;

std::uint64_t packedWeightBytes(const ModelConfig& config, Storage layers, Storage plain);
std::unique_ptr<Sequence> makeSequence(const Model& model, int capacity, int loops);

}  // namespace ouroscope::cpu
