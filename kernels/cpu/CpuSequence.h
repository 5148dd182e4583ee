// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "core/support/Index.h"
#include "kernels/cpu/CpuModel.h"
#include "kernels/cpu/Lens.h"

namespace ouroscope::cpu {

/// Sequence on the CPU. runLoop() reads like docs/model.md, sections 2 to 7.
class CpuSequence : public Sequence {
 public:
  CpuSequence(const Model& model, int capacity, int loops);

  int length() const override { return intSize(depth_); }
  int capacity() const override { return capacity_; }
  int loops() const override { return loops_; }
  int maxBatch() const override { return kMaxBatch; }
  int recordPiece() const override { return 64; }  // the head is read once for each
  int stateWidth() const override { return model_.spec.hiddenSize; }

  void setStartSeed(std::uint64_t seed) override { startSeed_ = seed; }
  void begin(std::span<const std::int32_t> tokens, bool captureLayers) override;
  void runLoop(std::stop_token stop) override;
  int loopsRun() const override { return loopsRun_; }

  void hidden(int loop, int first, int count, std::span<float> out) const override;
  void stateSteps(int loop, int first, int count, StateSteps out) const override;
  void residualNorms(int loop, std::span<float> out) const override;
  void gateLogits(int loop, std::span<float> out) const override;
  void layerState(int loop, int layer, int first, int count, std::span<float> out) const override;
  void loopStart(int loop, int first, int count, std::span<float> out) const override;
  void lens(const LensRequest& request, LensResult& out) const override;
  void layerLens(int loop, const LensRequest& request, LensResult& out) const override;
  void logits(int loop, int position, std::span<float> out) const override;

  void finish(KvPolicy policy) override;
  void shareDeepest(int first, int count) override;
  void truncate(int length) override;
  std::unique_ptr<Sequence> fork() const override;

 private:
  void runLayer(const Layer& layer, int slot, bool stores);
  /// Layers [first, first + count) with their slots of the loop. @throws Cancelled
  void runLayers(int first, int count, std::stop_token stop);
  void startLoops(std::stop_token stop);
  void mixInput();
  void stepState();
  void closeLoop();
  void readThroughCoda(std::stop_token stop);
  /// x = x + branch + bias, with the norms of the branch and of the sum.
  void addBranch(int row, const std::vector<float>& bias, const std::vector<float>& branchNorm,
                 const std::vector<float>& sumNorm);
  void prepareHeads(const Layer& layer);
  void rotateAndStore(const Layer& layer, int slot, bool stores);
  void mlp(const Layer& layer);
  int rowBlockCount() const;
  /// perBlock(first, last): up to 16 rows of the batch, on all threads.
  template <class PerBlock>
  void rowBlocks(const PerBlock& perBlock) const;
  template <class PerRow>
  void rows(const PerRow& perRow) const;
  const float* hiddenRow(int loop, int row) const {
    return hidden_.data() + (loop * batch_ + row) * d_;
  }
  /// What the head reads of a loop.
  const float* readoutRow(int loop, int row) const {
    return readout_.empty() ? hiddenRow(loop, row) : readout_.data() + (loop * batch_ + row) * d_;
  }
  void normRow(const float* x, const std::vector<float>& weight, float* out) const;
  /// Logits of all loops of all positions of a small batch, read in one product. Null where the
  /// batch is too large to keep them.
  const float* headLogits() const;
  void allocate(int rows);

  const Model& model_;
  int capacity_, loops_;
  std::size_t d_;  ///< hidden size
  KvCache cache_;
  std::vector<int> depth_;  ///< loops run, per finished position
  int written_ = 0;         ///< positions whose slots hold something, finished or not

  // The batch under way: n positions starting at length().
  std::uint64_t startSeed_ = 0;
  int batch_ = 0, loopsRun_ = 0;
  bool captureLayers_ = false;
  int rowsAllocated_ = 0;
  AlignedBuffer<float> x_;                 ///< [n][d] residual stream
  AlignedBuffer<float> input_;             ///< [n][d] what the prelude gave, where loops need it
  AlignedBuffer<float> before_, first_;    ///< [n][d] state before a turn, result of the first one
  AlignedBuffer<float> qkv_;               ///< [n][qkv.columns() and a cache line]
  AlignedBuffer<float> branch_;            ///< [n][output.columns() and a cache line]
  AlignedBuffer<float> cos_, sin_;         ///< [ropes][n][headDim / 2]
  Activations mixed_;                      ///< [n][2 d], input of the adapter
  Activations normed_;                     ///< [n][d], input of qkv and gateUp
  Activations attended_;                   ///< [n][heads * headDim]
  Activations mlp_;                        ///< [n][f]
  std::vector<float> hidden_;              ///< [R][n][d] states of the loops run
  std::vector<float> readout_;             ///< [R][n][d] where the head reads something else
  std::vector<float> residualNorms_;       ///< [R][n]
  std::vector<float> gates_;               ///< [R][n] gate logits
  std::vector<float> layerStates_;         ///< [R][L][n][d] where captured
  std::vector<float> loopStarts_;          ///< [R][n][d] where captured and not the state before
  mutable std::vector<float> headLogits_;  ///< [n][loops run][head columns]
  mutable int headLoops_ = 0;              ///< loops that headLogits_ holds; 0: none
};

}  // namespace ouroscope::cpu
