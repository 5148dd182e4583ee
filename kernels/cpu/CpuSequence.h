// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <vector>

#include "kernels/cpu/CpuModel.h"
#include "kernels/cpu/Lens.h"

namespace ouroscope::cpu {

/// Sequence on the CPU. runLoop() reads like reference/ouro.md 1.3.
class CpuSequence : public Sequence {
 public:
  CpuSequence(const Model& model, int capacity, int loops);

  int length() const override { return static_cast<int>(depth_.size()); }
  int capacity() const override { return capacity_; }
  int loops() const override { return loops_; }
  int maxBatch() const override { return kMaxBatch; }

  void begin(std::span<const std::int32_t> tokens, bool captureLayers) override;
  void runLoop(std::stop_token stop) override;
  int loopsRun() const override { return loopsRun_; }

  void hidden(int loop, int first, int count, std::span<float> out) const override;
  void gateLogits(int loop, std::span<float> out) const override;
  void layerState(int loop, int layer, int first, int count, std::span<float> out) const override;
  void lens(const LensRequest& request, LensResult& out) const override;
  void layerLens(int loop, const LensRequest& request, LensResult& out) const override;
  void logits(int loop, int position, std::span<float> out) const override;

  void finish(KvPolicy policy) override;
  void shareDeepest(int first, int count) override;
  void truncate(int length) override;
  std::unique_ptr<Sequence> fork() const override;

 private:
  void runLayer(const Layer& layer, int index);
  void attend(int layer);
  /// Keys (part 0) or values (part 1) of one head in slot (loop, layer): [capacity][headDim].
  std::byte* kv(int loop, int layer, int part, int head);
  const std::byte* kv(int loop, int layer, int part, int head) const {
    return const_cast<CpuSequence*>(this)->kv(loop, layer, part, head);
  }
  void storeKv(int layer, int row);
  void copySlots(int position, int from, int toFirst, int toLast);
  void rows(const std::function<void(int)>& perRow);
  const float* hiddenRow(int loop, int row) const {
    return hidden_.data() + (static_cast<std::size_t>(loop) * batch_ + row) * d_;
  }

  const Model& model_;
  int capacity_, loops_;
  std::size_t d_;                   ///< hidden size
  AlignedBuffer<std::byte> cache_;  ///< [R][L][2][kvHeads][capacity][headDim]
  std::vector<int> depth_;          ///< loops run, per finished position

  // The batch under way: n positions starting at length().
  int batch_ = 0, loopsRun_ = 0;
  bool captureLayers_ = false;
  std::size_t widthIn_, widthAttention_,
      widthMlp_;                    ///< row strides of matrix inputs, padded to even
  AlignedBuffer<float> x_;          ///< [n][d] residual stream
  AlignedBuffer<float> normed_;     ///< [n][widthIn]
  AlignedBuffer<float> qkv_;        ///< [n][qkv.columns()]
  AlignedBuffer<float> attended_;   ///< [n][widthAttention]
  AlignedBuffer<float> gateUp_;     ///< [n][gateUp.columns()]
  AlignedBuffer<float> mlp_;        ///< [n][widthMlp]
  AlignedBuffer<float> branch_;     ///< [n][output.columns()]
  AlignedBuffer<float> cos_, sin_;  ///< [n][headDim / 2]
  std::vector<float> hidden_;       ///< [R][n][d] normed states of the loops run
  std::vector<float> layerStates_;  ///< [R][L][n][d] where captured
  std::size_t rowsAllocated_ = 0;
};

}  // namespace ouroscope::cpu
