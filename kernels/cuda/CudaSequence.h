// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <vector>

#include "core/engine/Backend.h"
#include "core/support/Index.h"
#include "kernels/cuda/Api.h"
#include "kernels/cuda/Cache.cuh"
#include "kernels/cuda/CudaModel.h"
#include "kernels/cuda/Decode.cuh"
#include "kernels/cuda/Lens.cuh"

namespace ouroscope::cuda {

/// Most positions of one batch: enough for full matrix rates.
inline constexpr int kMaxBatch = 2048;

/// What the module adds to a Sequence.
class ModuleSequence : public Sequence {
 public:
  /// runLoop with a question that is asked between two layers.
  virtual void run(const std::function<bool()>& stopped) = 0;
  /// setLenses as the program gives them.
  virtual void setMaps(const OuroscopeCudaMaps& maps) = 0;
  void runLoop(std::stop_token stop) override {
    run([&stop] { return stop.stop_requested(); });
  }
};

/// Sequence on a GPU. T: what weights, keys, values and a batch's activations are kept in.
/// runLoop() reads like docs/model.md, in the order and with the names of CpuSequence. A batch of
/// several positions goes through cuBLAS; one position is decoded by kernels that stream the
/// weights (Decode.cuh), a loop at a time as one CUDA graph.
template <class T>
class CudaSequence final : public ModuleSequence {
 public:
  CudaSequence(const Model& model, int capacity, int loops);
  ~CudaSequence() override;

  int length() const override { return intSize(depth_); }
  int capacity() const override { return capacity_; }
  int loops() const override { return loops_; }
  int maxBatch() const override { return kMaxBatch; }
  int stateWidth() const override { return model_.layout.spec.hiddenSize; }

  void setStartSeed(std::uint64_t seed) override { startSeed_ = seed; }
  void setEdits(StateEdits* edits) override { edits_ = edits; }
  void captureAttention(bool on) override { captureAttention_ = on; }
  void setMaps(const OuroscopeCudaMaps& maps) override { maps_ = maps; }
  void begin(std::span<const std::int32_t> tokens, bool captureLayers) override;
  void run(const std::function<bool()>& stopped) override;
  int loopsRun() const override { return loopsRun_; }

  void hidden(int loop, int first, int count, std::span<float> out) const override;
  void stateSteps(int loop, int first, int count, StateSteps out) const override;
  void residualNorms(int loop, std::span<float> out) const override;
  void gateLogits(int loop, std::span<float> out) const override;
  void layerState(int loop, int layer, int first, int count, std::span<float> out) const override;
  void loopStart(int loop, int first, int count, std::span<float> out) const override;
  void attention(int loop, int layer, int position, std::span<float> out) const override;
  void keysAndValues(int loop, int layer, int first, int count, std::span<float> keys,
                     std::span<float> values) const override;
  void lens(const LensRequest& request, LensResult& out) const override;
  void layerLens(int loop, const LensRequest& request, LensResult& out) const override;
  void logits(int loop, int position, std::span<float> out) const override;

  void finish(KvPolicy policy) override;
  void shareDeepest(int first, int count) override;
  void truncate(int positions) override;
  std::unique_ptr<Sequence> fork() const override;

 private:
  // Both (CudaSequence.cu).
  using Stopped = std::function<bool()>;
  void reserve(int rows, bool captureLayers);
  /// @throws Cancelled, and the batch is dropped
  void cancelIf(const Stopped& stopped);
  void startLoops(const Stopped& stopped);
  void turn(const Stopped& stopped);
  void stepState();

  // The batch (CudaSequence.cu).
  void runLayers(int first, int count, const Stopped& stopped);
  void runLayer(int index, bool last);
  void attend(int slot, int window);
  void joinBranch(const Join& join, const float* norm, T* out);
  void mixInput();
  void closeLoop();
  void readThroughCoda(const Stopped& stopped);
  void multiply(const Matrix& w, const T* in, int rows, T* out) const;
  void product(const T* w, int outputs, int inputs, const T* in, int rows, void* out,
               cudaDataType_t type, int stride) const;
  void copyOut();
  void copySlots(int first, std::span<const std::int32_t> depths, bool shallower);

  // Interventions (CudaEdits.cu).
  bool edit(int layer);
  void repeatTurns(const Stopped& stopped);
  void closeEdited();
  /// The row takes part in the pass under way.
  bool inPass(int row) const {
    return pass_ == 0 || edits_->repeats(loopsRun_, length() + row) >= pass_;
  }

  // Attention and lenses from a file (CudaInside.cu).
  void keepQueries(int layer);
  const float* mapStates(int loop, int first, int count) const;

  // One position (CudaDecode.cu).
  /// The residual stream under way: which of its two buffers is the newer, and how the branch joins
  /// it that is still to be joined.
  struct Residual {
    int now = 0;
    bool pending = false;
    Join join{};
  };
  void reserveDecode();
  void runDecodedLoop();
  void queueDecodedLoop();
  Residual queueDecodedLayers(int first, int count);
  void joinDecoded(const Residual& residual);

  // The lens (CudaLens.cu).
  void readLens(const LensRequest& request, int rowsPerPosition, const float* states,
                std::size_t strideRow, const float* norm, LensResult& out) const;
  void headProducts(const float* states, const T* narrow, int rows, int first, int tokens,
                    float* logits, int stride) const;

  CacheView<T> cacheView() const;
  /// The residual stream of the batch, between loops.
  float* stream() const { return decoding_ ? decode_.x[0].data() : x_.data(); }
  LoopClose loopClose() const;
  /// The loop under way starts with the adapter.
  bool mixes() const {
    const ModelSpec& c = model_.layout.spec;
    return c.loopInput == LoopInput::Adapter && !(c.firstLoopAsIs && loopsRun_ == 0);
  }
  void copyRows(const float* from, int count, std::span<float> out) const;
  /// Where results of the first loop of the first position go.
  LoopPlace firstPlace() const {
    return {hidden_.data(), readout_.data(), gates_.data(), residualNorms_.data()};
  }
  /// Where results of the loop under way go.
  LoopPlace placeOfLoop() const;
  HeadPrep headPrep(const Layer& layer, const LayerSpec& spec) const;
  const float2* turnsOf(const LayerSpec& layer) const;
  /// What the head reads of the loops run.
  const float* readouts() const { return readout_.data() ? readout_.data() : hidden_.data(); }
  /// The loop under way is read through the coda.
  bool readsCoda() const {
    const ModelSpec& c = model_.layout.spec;
    return (c.stages.coda > 0 || c.codaNorm) &&
           (c.lens == LensKind::Coda || loopsRun_ + 1 == loops_);
  }
  std::size_t row(int loop, int position) const {
    return (std::int64_t{loop} * batch_ + position) * width_;
  }

  const Model& model_;
  int capacity_, loops_;
  int width_;               ///< hidden size, padded
  Stream stream_, copies_;  ///< computing; copying states to the host beside it
  DeviceBuffer<unsigned char> workspace_;
  Blas blas_;
  DeviceBuffer<T> cache_;       ///< CacheView
  DeviceBuffer<float2> turns_;  ///< [ropes][capacity][headDim / 2] cos and sin
  std::vector<int> depth_;      ///< loops run, per finished position

  // The batch under way: n positions starting at length().
  std::uint64_t startSeed_ = 0;
  StateEdits* edits_ = nullptr;
  OuroscopeCudaMaps maps_{};  ///< no loops: none
  int pass_ = 0;              ///< of the loop under way: more than 0 where it is repeated
  int batch_ = 0, loopsRun_ = 0;
  bool captureLayers_ = false, decoding_ = false;
  bool captureAttention_ = false, keepsQueries_ = false;  ///< of later batches; of this one
  DeviceBuffer<std::int32_t> tokens_;                     ///< [n]
  DeviceBuffer<float> x_;                                 ///< [n][width] residual stream
  DeviceBuffer<float> input_;          ///< [n][width] what the prelude gave, where loops need it
  DeviceBuffer<float> before_;         ///< [n][width] state before a turn, where a step needs it
  DeviceBuffer<float> first_;          ///< [n][width] result of the first turn, where anchored
  DeviceBuffer<T> mixed_;              ///< [n][mixedWidth] input of the adapter
  DeviceBuffer<T> normed_;             ///< [n][width]
  DeviceBuffer<T> qkv_;                ///< [n][qkvWidth]
  DeviceBuffer<T> attended_;           ///< [n][attentionWidth]
  DeviceBuffer<T> gateUp_;             ///< [n][2 mlpWidth]
  DeviceBuffer<T> mlp_;                ///< [n][mlpWidth]
  DeviceBuffer<T> branch_;             ///< [n][width]
  DeviceBuffer<float> hidden_;         ///< [R][n][width] states of the loops run
  DeviceBuffer<float> readout_;        ///< [R][n][width] where the head reads something else
  DeviceBuffer<float> layerStates_;    ///< [R][L][n][width] where captured
  DeviceBuffer<float> loopStarts_;     ///< [R][n][width] where captured and not the state before
  DeviceBuffer<T> queries_;            ///< [R][L][n][attentionWidth] where they are kept
  DeviceBuffer<float> gates_;          ///< [R][n]
  DeviceBuffer<float> residualNorms_;  ///< [R][n]
  DeviceBuffer<float> keptState_, keptNorms_;  ///< [n][width], [n] of rows that are not repeated
  int rowsReserved_ = 0, captureRowsReserved_ = 0, queryRowsReserved_ = 0;

  // One position being decoded; activations in fp32.
  struct Decode {
    DeviceBuffer<DecodeState> state;
    DeviceBuffer<float> x[2];  ///< [width] residual stream, before and after a branch
    DeviceBuffer<float> qkv, attended, mlp, branch, mixed;
    DeviceBuffer<float> partial;  ///< of split attention
    DeviceBuffer<std::int32_t> arrived;
    int splits = 1;
    bool warm = false;  ///< every kernel has run once: a graph may be captured
    GraphExec loop;
  } decode_;

  // The host's copies.
  PinnedBuffer<std::int32_t> tokensUp_, depthsUp_;
  PinnedBuffer<DecodeState> stateUp_;
  PinnedBuffer<float> hiddenDown_;                     ///< [R][n][width]
  PinnedBuffer<float> gatesDown_, residualNormsDown_;  ///< [R][n]
  DeviceBuffer<std::int32_t> depths_;
  Event uploaded_, loopDone_, gatesDone_, hiddenDone_;
  Event layerDone_[2];  ///< of every other layer: no more than two are queued ahead of a cancel

  /// What the lens needs; kept between calls.
  struct LensScratch {
    DeviceBuffer<float> states, logits, nearTop, nearBottom, topValue, exact, nearValue;
    DeviceBuffer<T> narrow;
    DeviceBuffer<std::int32_t> next, tracked, topId, above, nearCount;
    DeviceBuffer<LensPart> parts;
    DeviceBuffer<float> stepParts;  ///< [rows][slices][2]
    DeviceBuffer<float> floatsOut;
    DeviceBuffer<std::int32_t> intsOut;
    PinnedBuffer<float> floatsDown;
    PinnedBuffer<std::int32_t> intsDown, idsUp;
    DeviceBuffer<float> steps;
    PinnedBuffer<float> stepsDown;
  };
  mutable LensScratch lens_;

  /// What attention and lenses from a file need; kept between calls.
  struct InsideScratch {
    DeviceBuffer<float> weights;  ///< [heads][positions]
    PinnedBuffer<float> weightsDown;
    DeviceBuffer<float> mapped;     ///< [L][n][width]
    DeviceBuffer<float> map, bias;  ///< of one layer, [d][d] and [d]
  };
  mutable InsideScratch inside_;
};

}  // namespace ouroscope::cuda
