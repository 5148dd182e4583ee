// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <mutex>
#include <span>
#include <stop_token>
#include <vector>

#include "core/engine/Backend.h"
#include "core/model/families/ModelSpec.h"
#include "kernels/cpu/AlignedBuffer.h"
#include "kernels/cpu/KvCache.h"
#include "kernels/cpu/PackedMatrix.h"
#include "kernels/cpu/SpareBuffers.h"

namespace ouroscope::cpu {

class Pass;

/// The packed weights of one physical layer; every loop uses the same ones.
struct Layer {
  // Norms and biases; empty where the layer has none.
  std::vector<float> beforeAttention, afterAttention, afterAttentionSum;  ///< [d]
  std::vector<float> beforeMlp, afterMlp, afterMlpSum;                    ///< [d]
  std::vector<float> queryNorm, keyNorm;    ///< [headDim], or [heads * headDim]
  std::vector<float> qkvBias;               ///< [(heads + 2 kvHeads) * headDim]
  std::vector<float> outputBias, downBias;  ///< [d]
  std::vector<float> gateBias, upBias;      ///< [f]
  QueryKeyNorm queryKeyNorm = QueryKeyNorm::None;
  Activation activation = Activation::Silu;
  int rope = 0;    ///< of ModelSpec::ropes; -1: not rotated
  int window = 0;  ///< positions that attention sees; 0: all

  PackedMatrix qkv;     ///< [(heads + 2 kvHeads) * headDim, d]
  PackedMatrix output;  ///< [d, heads * headDim]
  PackedMatrix gateUp;  ///< [2 f, d]: 32 rows of gate, 32 rows of up, in turn
  PackedMatrix down;    ///< [d, f]
};

/// A loaded model: everything a sequence reads and nothing it writes, but for what is computed in
/// passing.
struct Model {
  ModelSpec spec;
  Precision precision = Precision::BF16;
  Storage storage = Storage::BF16;  ///< of the layers' matrices
  const KernelTable* kernels = nullptr;
  std::unique_ptr<ThreadPool> pool;

  AlignedBuffer<std::uint16_t> embedding16;  ///< [V][d] in BF16 precision
  AlignedBuffer<float> embedding32;          ///< [V][d] in F32 precision
  std::vector<Layer> layers;
  std::vector<float> loopNorm;    ///< [d] closes every loop; empty: none
  std::vector<float> codaNorm;    ///< [d] between core and coda; empty: none
  std::vector<float> headNorm;    ///< [d] before the head; empty: none
  PackedMatrix adapter;           ///< [d, 2 d] at the input of a loop; empty: none
  PackedMatrix head;              ///< [V, d]
  std::vector<float> gateWeight;  ///< [d]; empty: there is no exit gate
  float gateBias = 0;

  mutable SpareBuffers spares;  ///< for logits and what batches keep

  /// The norm that a state within a loop is read through.
  const std::vector<float>& lastNorm() const { return loopNorm.empty() ? headNorm : loopNorm; }

  /// RMSNorm of a state [d]; `out` may be `x`.
  void normRow(const float* x, const std::vector<float>& weight, float* out) const {
    kernels->rmsNorm(x, weight.data(), spec.hiddenSize, static_cast<float>(spec.normEps), out);
  }
  /// Where the model caps its logits.
  void capLogits(float* logits, int n) const {
    if (spec.logitCap > 0) kernels->softCap(logits, n, 1, static_cast<float>(spec.logitCap));
  }
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
/// What the backend does for sequences of one model together (Backend::pass, Backend::readWords).
class Together {
 public:
  explicit Together(const Model& model);
  ~Together();
  void pass(std::span<Sequence* const> sequences, const std::stop_token& stop);
  static void readWords(std::span<Sequence* const> sequences);

 private:
  std::mutex mutex_;
  std::unique_ptr<Pass> pass_;  ///< its rows grow once, not in every sequence that comes first
};

}  // namespace ouroscope::cpu
