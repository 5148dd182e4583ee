// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <deque>
#include <memory>
#include <vector>

#include "core/support/Index.h"
#include "kernels/cpu/BatchRows.h"
#include "kernels/cpu/CpuModel.h"
#include "kernels/cpu/Lens.h"
#include "kernels/cpu/Pass.h"

namespace ouroscope::cpu {

/// Sequence on the CPU: what its rows keep, and what is read of them. Pass computes.
class CpuSequence : public Sequence {
 public:
  CpuSequence(const Model& model, int capacity, int loops);

  int length() const override { return intSize(depth_); }
  int capacity() const override { return capacity_; }
  int loops() const override { return loops_; }
  int maxBatch() const override { return kMaxBatch; }
  int recordPiece() const override { return 64; }  // the head is read once for each
  int stateWidth() const override { return model_.spec.hiddenSize; }
  void each(int count, const std::function<void(int)>& work) const override;

  void setStartSeed(std::uint64_t seed) override { startSeed_ = seed; }
  void setEdits(StateEdits* edits) override { edits_ = edits; }
  void captureAttention(bool on) override { captureAttention_ = on; }
  void setLenses(const LayerLenses* lenses) override { lenses_ = lenses; }
  void begin(std::span<const std::int32_t> tokens, bool captureLayers) override;
  void runLoop(std::stop_token stop) override;
  int loopsRun() const override { return rows_.count() > 0 ? rows_.loopsRun.front() : 0; }

  bool rewinds() const override { return true; }
  void rewind(int loops) override;

  int staggerRows() const override;
  void append(std::int32_t token) override;
  void keepRows(int rows) override;
  void holdRow(int row) override { rows_.held.at(row) = 1; }
  void finishFirst(KvPolicy policy) override;
  int loopsOf(int row) const override { return rows_.loopsRun.at(row); }
  /// A pass over the batches of sequences of one model.
  static void runTogether(Pass& pass, std::span<CpuSequence* const> sequences,
                          const std::stop_token& stop);
  /// Makes the logits of all loops run of the small batches among these, those that are not there
  /// yet in one product.
  static void makeHeadLogits(std::span<const CpuSequence* const> sequences);

  void hidden(int loop, int first, int count, std::span<float> out) const override;
  void stateSteps(int loop, int first, int count, StateSteps out) const override;
  void residualNorms(int loop, std::span<float> out) const override;
  void gateLogits(int loop, std::span<float> out) const override;
  void layerState(int loop, int layer, int first, int count, std::span<float> out) const override;
  std::span<const float> layerStates(int row, int layers, std::vector<float>& room) const override;
  void loopStart(int loop, int first, int count, std::span<float> out) const override;
  void attention(int loop, int layer, int row, std::span<float> out) const override;
  void keysAndValues(int loop, int layer, int first, int count, std::span<float> keys,
                     std::span<float> values) const override;
  void lens(const LensRequest& request, LensResult& out) const override;
  void layerLens(int loop, const LensRequest& request, LensResult& out) const override;
  void logits(int loop, int position, std::span<float> out) const override;

  void finish(KvPolicy policy) override;
  void shareDeepest(int first, int count) override;
  void truncate(int length) override;
  std::unique_ptr<Sequence> fork() const override;

 private:
  PassBatch batch() { return {rows_, cache_, length(), loops_, startSeed_, edits_}; }
  void join(std::int32_t token);
  void clearBehind();
  void finishRow(KvPolicy policy, int loopsRun);
  const float* state(int loop, int row) const { return rows_.states.row(row) + d_ * loop; }
  /// What the head reads of a loop.
  const float* readout(int loop, int row) const {
    return rows_.readouts.empty() ? state(loop, row) : rows_.readouts.row(row) + d_ * loop;
  }
  /// Whether the batch is small enough to keep the logits of all loops run.
  bool keepsHeadLogits() const;

  const Model& model_;
  int capacity_, loops_;
  std::size_t d_;  ///< hidden size
  KvCache cache_;
  Pass pass_;
  std::vector<int> depth_;  ///< loops run, per finished position
  int written_ = 0;         ///< positions whose slots hold something, finished or not

  // The batch under way: positions from length() on.
  std::uint64_t startSeed_ = 0;
  StateEdits* edits_ = nullptr;
  const LayerLenses* lenses_ = nullptr;
  bool captureLayers_ = false, captureAttention_ = false;
  BatchRows rows_;
  /// [rows][loops of each] to [head columns], as far as they were asked for. Those of one product
  /// lie in one buffer.
  mutable std::deque<std::vector<std::shared_ptr<const float>>> headLogits_;
};

}  // namespace ouroscope::cpu
