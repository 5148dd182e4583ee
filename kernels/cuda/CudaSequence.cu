// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/cuda/CudaSequence.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <stdexcept>

#include "core/engine/BatchCheck.h"
#include "core/support/Index.h"
#include "kernels/cuda/BatchAttention.cuh"
#include "kernels/cuda/LoopInput.cuh"

namespace ouroscope::cuda {
namespace {

template <class T>
constexpr cudaDataType_t kType = CUDA_R_32F;
template <>
constexpr cudaDataType_t kType<Bf16> = CUDA_R_16BF;

}  // namespace

template <class T>
CudaSequence<T>::CudaSequence(const Model& model, int capacity, int loops)
    : model_(model),
      capacity_(capacity),
      loops_(loops),
      width_(model.layout.width()),
      stream_(makeStream()),
      copies_(makeStream()),
      workspace_(kWorkspaceBytes, stream_.get()),
      uploaded_(makeEvent()),
      loopDone_(makeEvent()),
      gatesDone_(makeEvent()),
      hiddenDone_(makeEvent()),
      layerDone_{makeEvent(), makeEvent()} {
  cublasHandle_t handle = nullptr;
  check(cublasCreate(&handle), "starting");
  blas_ = Blas(handle);
  check(cublasSetStream(handle, stream_.get()), "starting");
  check(cublasSetWorkspace(handle, workspace_.data(), kWorkspaceBytes), "starting");

  const Layout& l = model.layout;
  const ModelSpec& c = l.spec;
  cache_.grow(size(2) * size(l.kvSlots(loops).count()) * size(c.kvHeads) * size(capacity) *
                  size(l.headDimPadded()),
              stream_.get());
  const int half = c.headDim / 2;
  const std::size_t table = size(capacity) * size(half);
  turns_.grow(c.ropes.size() * table, stream_.get());
  for (std::size_t i = 0; i < c.ropes.size(); ++i)
    launch(stream_.get(), grid(ceilDiv(capacity * half, 256)), dim3(256), 0, &turnTable<>,
           model.inverseFrequency.data() + i * size(half), c.ropes[i].factor, capacity, half,
           turns_.data() + i * table);
}

template <class T>
CudaSequence<T>::~CudaSequence() {
  (void)cudaStreamSynchronize(stream_.get());
  (void)cudaStreamSynchronize(copies_.get());
}

template <class T>
CacheView<T> CudaSequence<T>::cacheView() const {
  const Layout& l = model_.layout;
  return {cache_.data(), l.spec.kvHeads, capacity_, l.spec.headDim, l.headDimPadded()};
}

template <class T>
HeadPrep CudaSequence<T>::headPrep(const Layer& layer, const LayerSpec& spec) const {
  return {layer.qkvBias.data(), layer.queryNorm.data(), layer.keyNorm.data(),
          spec.queryKeyNorm == QueryKeyNorm::WholeWidth, model_.eps};
}

/// The table of turns of a layer; null where it is not rotated.
template <class T>
const float2* CudaSequence<T>::turnsOf(const LayerSpec& layer) const {
  if (layer.rope < 0) return nullptr;
  return turns_.data() + size(layer.rope) * size(capacity_) * size(model_.layout.spec.headDim / 2);
}

template <class T>
void CudaSequence<T>::reserve(int rows, bool captureLayers) {
  const Layout& l = model_.layout;
  const std::size_t n = size(rows);
  cudaStream_t s = stream_.get();
  if (rows > rowsReserved_) {
    decode_.loop = {};  // it writes to the states that move now
    rowsReserved_ = 0;
    const ModelSpec& c = l.spec;
    tokens_.grow(n, s);
    x_.grow(n * size(width_), s);
    if (c.keepsLoopInput()) input_.grow(n * size(width_), s);
    if (c.stepRule != StepRule::Replace) before_.grow(n * size(width_), s);
    if (c.stepRule == StepRule::Anchored) first_.grow(n * size(width_), s);
    mixed_.grow(n * size(l.mixedWidth()), s);
    normed_.grow(n * size(width_), s);
    qkv_.grow(n * size(l.qkvWidth()), s);
    attended_.grow(n * size(l.attentionWidth()), s);
    gateUp_.grow(n * size(2 * l.mlpWidth()), s);
    mlp_.grow(n * size(l.mlpWidth()), s);
    branch_.grow(n * size(width_), s);
    hidden_.grow(size(loops_) * n * size(width_), s);
    if (c.readsBesideState()) readout_.grow(size(loops_) * n * size(width_), s);
    gates_.grow(size(loops_) * n, s);
    residualNorms_.grow(size(loops_) * n, s);
    tokensUp_.grow(n);
    hiddenDown_.grow(size(loops_) * n * size(width_));
    gatesDown_.grow(size(loops_) * n);
    residualNormsDown_.grow(size(loops_) * n);
    rowsReserved_ = rows;
  }
  if (captureLayers && rows > captureRowsReserved_) {
    layerStates_.grow(size(loops_) * size(l.spec.stages.core) * n * size(width_), s);
    if (l.spec.keepsLoopInput()) loopStarts_.grow(size(loops_) * n * size(width_), s);
    captureRowsReserved_ = rows;
  }
  if (captureAttention_ && rows > queryRowsReserved_) {
    queries_.grow(size(loops_) * size(l.spec.stages.core) * n * size(l.attentionWidth()), s);
    queryRowsReserved_ = rows;
  }
}

template <class T>
void CudaSequence<T>::begin(std::span<const std::int32_t> tokens, bool captureLayers) {
  const ModelSpec& c = model_.layout.spec;
  const int n = intSize(tokens);
  requireBatch(tokens, kMaxBatch, length(), capacity_, c.vocabSize);
  check(cudaSetDevice(model_.device), "choosing the device");

  batch_ = 0;
  // The last batch's states may still be on their way out of the memory that is now written again.
  check(cudaEventSynchronize(hiddenDone_.get()), "copying states");
  check(cudaEventSynchronize(uploaded_.get()), "copying to the GPU");
  reserve(n, captureLayers);
  decoding_ = n == 1 && !captureLayers && !captureAttention_ && width_ <= kMaxStaged &&
              !(edits_ && edits_->touches(length()));
  if (decoding_) {
    reserveDecode();
    stateUp_[0] = {length(), 0, tokens[0]};
    copyToDevice(decode_.state.data(), stateUp_.data(), 1, stream_.get());
    launch(stream_.get(), grid(1), dim3(kNormThreads), 0, &embedDecoded<T>,
           model_.embedding.template as<T>(), decode_.state.data(), c.embeddingScale, width_,
           decode_.x[0].data());
  } else {
    std::copy(tokens.begin(), tokens.end(), tokensUp_.data());
    copyToDevice(tokens_.data(), tokensUp_.data(), size(n), stream_.get());
    launch(stream_.get(), grid(n), dim3(kNormThreads), 0, &embedRows<T>,
           model_.embedding.template as<T>(), tokens_.data(), c.embeddingScale, width_, x_.data());
  }
  check(cudaEventRecord(uploaded_.get(), stream_.get()), "copying to the GPU");
  batch_ = n;
  loopsRun_ = 0;
  captureLayers_ = captureLayers;
  keepsQueries_ = captureAttention_;
}

template <class T>
void CudaSequence<T>::cancelIf(const Stopped& stopped) {
  if (!stopped()) return;
  batch_ = 0;
  throw Cancelled();
}

template <class T>
void CudaSequence<T>::run(const std::function<bool()>& stopped) {
  if (batch_ == 0 || loopsRun_ >= loops_)
    throw std::logic_error("runLoop: no batch, or all its loops were run");
  check(cudaSetDevice(model_.device), "choosing the device");
  if (loopsRun_ == 0) startLoops(stopped);
  if (decoding_) {
    cancelIf(stopped);
    runDecodedLoop();
  } else {
    pass_ = 0;
    edit(StatePlace::kInput);
    turn(stopped);
    if (edits_) {
      repeatTurns(stopped);
      edit(StatePlace::kEnd);
      closeEdited();
    }
    if (readsCoda()) readThroughCoda(stopped);
  }
  copyOut();
  ++loopsRun_;
}

/// One pass of a loop of a batch, from the state before it to the normed one after it.
template <class T>
void CudaSequence<T>::turn(const Stopped& stopped) {
  const ModelSpec& c = model_.layout.spec;
  if (mixes()) mixInput();
  edit(StatePlace::kStart);
  if (captureLayers_ && c.keepsLoopInput() && pass_ == 0)
    copyWithin(loopStarts_.data() + row(loopsRun_, 0), x_.data(), size(batch_) * size(width_),
               stream_.get());
  if (c.stepRule != StepRule::Replace)
    copyWithin(before_.data(), x_.data(), size(batch_) * size(width_), stream_.get());
  runLayers(c.stages.prelude, c.stages.core, stopped);
  if (c.stepRule != StepRule::Replace) stepState();
  closeLoop();
}

/// The layers that run once, and the state that the first loop starts from.
template <class T>
void CudaSequence<T>::startLoops(const Stopped& stopped) {
  const ModelSpec& c = model_.layout.spec;
  cudaStream_t s = stream_.get();
  if (decoding_)
    joinDecoded(queueDecodedLayers(0, c.stages.prelude));
  else
    runLayers(0, c.stages.prelude, stopped);
  const std::size_t states = size(batch_) * size(width_);
  if (c.keepsLoopInput()) copyWithin(input_.data(), stream(), states, s);
  if (c.start == StartState::Noise)
    launch(s, grid(batch_), dim3(kNormThreads), 0, &noiseRows<>, startSeed_, length(),
           c.startSpread, c.hiddenSize, width_, stream());
  else if (c.start == StartState::Zeros)
    check(cudaMemsetAsync(stream(), 0, states * sizeof(float), s), "starting the loops");
}

/// x = W_adapter [x; input]
template <class T>
void CudaSequence<T>::mixInput() {
  const Layout& l = model_.layout;
  launch(stream_.get(), grid(batch_), dim3(kNormThreads), 0, &mixRows<T>, x_.data(), input_.data(),
         l.spec.hiddenSize, width_, l.mixedWidth(), mixed_.data());
  product(model_.adapter.template as<T>(), width_, l.mixedWidth(), mixed_.data(), batch_, x_.data(),
          CUDA_R_32F, width_);
}

/// Layers [first, first + count) with their slots of the loop. @throws Cancelled between two
template <class T>
void CudaSequence<T>::runLayers(int first, int count, const Stopped& stopped) {
  if (count == 0) return;
  // The norm before the first layer; the others are made where a branch joins.
  launch(stream_.get(), grid(batch_), dim3(kNormThreads), 0, &normRows<T>, x_.data(),
         model_.layers[size(first)].beforeAttention.data(), model_.eps,
         model_.layout.spec.hiddenSize, width_, normed_.data());
  for (int i = first; i < first + count; ++i) {
    const Event& twoBefore = layerDone_[i % 2];
    check(cudaEventSynchronize(twoBefore.get()), "computing");
    cancelIf(stopped);
    runLayer(i, i + 1 == first + count);
    check(cudaEventRecord(twoBefore.get(), stream_.get()), "computing");
  }
}

/// @param last of the layers that are run together: nothing follows that a norm is made for.
template <class T>
void CudaSequence<T>::runLayer(int index, bool last) {
  const Layout& l = model_.layout;
  const ModelSpec& c = l.spec;
  const Layer& layer = model_.layers[size(index)];
  const LayerSpec& spec = c.layers[size(index)];
  cudaStream_t s = stream_.get();
  const int slot = l.kvSlots(loops_).at(loopsRun_, index);
  const bool looped = c.stages.inCore(index);
  // Where the loops share keys and values, they are those of the first.
  const bool stores = pass_ == 0 && !(looped && c.sharedLoopKv && loopsRun_ > 0);
  // a = Attn(RMSNorm_beforeAttention(x))
  multiply(layer.qkv, normed_.data(), batch_, qkv_.data());
  const HeadPrep prep = headPrep(layer, spec);
  launch(s, grid(batch_), dim3(kNormThreads),
         size(turnScales(prep, c.heads, c.kvHeads)) * sizeof(float), &turnAndStore<T, T>,
         qkv_.data(), l.qkvWidth(), c.heads, prep, turnsOf(spec), length(), slot, stores,
         cacheView());
  if (looped && keepsQueries_) keepQueries(index - c.stages.prelude);
  attend(slot, spec.window);
  multiply(layer.output, attended_.data(), batch_, branch_.data());
  // x = x + RMSNorm_afterAttention(a); u = RMSNorm_beforeMlp(x)
  joinBranch(attentionJoin(layer), layer.beforeMlp.data(), normed_.data());
  // m = down(silu(gate(u)) * up(u)); x = x + RMSNorm_afterMlp(m)
  multiply(layer.gateUp, normed_.data(), batch_, gateUp_.data());
  launch(s, grid(ceilDiv(l.mlpWidth(), 8 * kNormThreads), batch_), dim3(kNormThreads), 0,
         &gateRows<T>, gateUp_.data(), gatingOf(layer, spec), l.mlpWidth(), mlp_.data());
  multiply(layer.down, mlp_.data(), batch_, branch_.data());
  joinBranch(mlpJoin(layer), last ? nullptr : model_.layers[size(index + 1)].beforeAttention.data(),
             last ? nullptr : normed_.data());
  if (!looped) return;
  const int ofCore = index - c.stages.prelude;
  if (edit(ofCore) && !last)
    launch(s, grid(batch_), dim3(kNormThreads), 0, &normRows<T>, x_.data(),
           model_.layers[size(index + 1)].beforeAttention.data(), model_.eps, c.hiddenSize, width_,
           normed_.data());
  if (!captureLayers_) return;
  float* states = layerStates_.data() + row(loopsRun_ * c.stages.core + ofCore, 0);
  if (pass_ == 0) return copyWithin(states, x_.data(), size(batch_) * size(width_), s);
  for (int r = 0; r < batch_; ++r)
    if (inPass(r))
      copyWithin(states + size(r) * size(width_), x_.data() + size(r) * size(width_), size(width_),
                 s);
}

template <class T>
void CudaSequence<T>::joinBranch(const Join& join, const float* norm, T* out) {
  launch(stream_.get(), grid(batch_), dim3(kNormThreads), 0, &joinRows<T>, join, branch_.data(),
         x_.data(), x_.data(), norm, model_.eps, model_.layout.spec.hiddenSize, width_, out);
}

template <class T>
void CudaSequence<T>::stepState() {
  const ModelSpec& c = model_.layout.spec;
  const float weight = c.stepWeight, share = 1.0f / loops_;
  const StepRow step{before_.data(), first_.data(), c.stepRule == StepRule::Ema ? weight : share,
                     weight,         loops_,        width_,
                     pass_ > 0};
  launch(stream_.get(), grid(batch_), dim3(kNormThreads), 0, &applyStep<>, step,
         decoding_ ? decode_.state.data() : nullptr, loopsRun_, stream());
}

template <class T>
LoopClose CudaSequence<T>::loopClose() const {
  return {model_.loopNorm.data(),
          model_.headNorm.data(),
          model_.gateWeight.data(),
          model_.gateBias,
          model_.eps,
          model_.layout.spec.hiddenSize,
          width_};
}

template <class T>
LoopPlace CudaSequence<T>::placeOfLoop() const {
  LoopPlace first = firstPlace();
  first.state += row(loopsRun_, 0);
  if (first.readout) first.readout += row(loopsRun_, 0);
  first.gate += size(loopsRun_) * size(batch_);
  first.residualNorm += size(loopsRun_) * size(batch_);
  return first;
}

/// The loop norm, where there is one, closes every loop: gate, head and the next loop all start
/// from the normed state. A head norm is for the head alone.
template <class T>
void CudaSequence<T>::closeLoop() {
  launch(stream_.get(), grid(batch_), dim3(kNormThreads), 0, &closeRows<>, loopClose(), x_.data(),
         placeOfLoop());
}

/// What the head reads of a loop, where layers come after the core: as a run with so many loops
/// would go on. The state is as before afterwards.
template <class T>
void CudaSequence<T>::readThroughCoda(const Stopped& stopped) {
  const ModelSpec& c = model_.layout.spec;
  const auto norm = [&](const DeviceBuffer<float>& weight, float* out) {
    launch(stream_.get(), grid(batch_), dim3(kNormThreads), 0, &normRows<float>, x_.data(),
           weight.data(), model_.eps, c.hiddenSize, width_, out);
  };
  if (c.codaNorm) norm(model_.codaNorm, x_.data());
  runLayers(c.stages.prelude + c.stages.core, c.stages.coda, stopped);
  norm(model_.headNorm, readout_.data() + row(loopsRun_, 0));
  copyWithin(x_.data(), hidden_.data() + row(loopsRun_, 0), size(batch_) * size(width_),
             stream_.get());
}

template <class T>
void CudaSequence<T>::attend(int slot, int window) {
  const Layout& l = model_.layout;
  const int heads = l.spec.heads, headDim = l.spec.headDim;
  const AttentionArgs<T, T> args{qkv_.data(),
                                 l.qkvWidth(),
                                 batch_,
                                 length(),
                                 heads,
                                 slot,
                                 window,
                                 l.spec.scoreScale(),
                                 static_cast<float>(l.spec.attentionCap),
                                 cacheView(),
                                 attended_.data(),
                                 l.attentionWidth()};
  if constexpr (std::is_same_v<T, Bf16>) {
    const auto flash = [&](auto* kernel, int shared) {
      launch(stream_.get(), grid(ceilDiv(batch_, kQueryTile), heads), dim3(kFlashThreads),
             size(shared), kernel, args);
    };
    // Rounded up to the next compiled width; columns beyond headDim are zeros.
    if (headDim <= 32)
      flash(&flashAttention<32>, kFlashShared<32>);
    else if (headDim <= 64)
      flash(&flashAttention<64>, kFlashShared<64>);
    else if (headDim <= 128)
      flash(&flashAttention<128>, kFlashShared<128>);
    else
      flash(&flashAttention<256>, kFlashShared<256>);
  } else {
    launch(stream_.get(), grid(ceilDiv(batch_, kPlainThreads / kWarp), heads), dim3(kPlainThreads),
           size(plainAttentionShared(l.headDimPadded())), &plainAttention<T, T>, args);
  }
}

/// out [rows][stride] = in [rows][inputs] W^T for the first `outputs` rows of W, with fp32 sums.
template <class T>
void CudaSequence<T>::product(const T* w, int outputs, int inputs, const T* in, int rows, void* out,
                              cudaDataType_t type, int stride) const {
  const float one = 1, zero = 0;
  // Row-major out is column-major out^T = W in^T.
  check(cublasGemmEx(blas_.get(), CUBLAS_OP_T, CUBLAS_OP_N, outputs, rows, inputs, &one, w,
                     kType<T>, inputs, in, kType<T>, inputs, &zero, out, type, stride,
                     CUBLAS_COMPUTE_32F, CUBLAS_GEMM_DEFAULT),
        "multiplying matrices");
}
template <class T>
void CudaSequence<T>::multiply(const Matrix& w, const T* in, int rows, T* out) const {
  product(w.template as<T>(), w.rows, w.columns, in, rows, out, kType<T>, w.rows);
}

/// Starts the copies of a loop's gates and states to the host. States go on a stream of their own:
/// the next loop is computed meanwhile.
template <class T>
void CudaSequence<T>::copyOut() {
  const std::size_t gates = size(loopsRun_) * size(batch_);
  copyToHost(gatesDown_.data() + gates, gates_.data() + gates, size(batch_), stream_.get());
  copyToHost(residualNormsDown_.data() + gates, residualNorms_.data() + gates, size(batch_),
             stream_.get());
  check(cudaEventRecord(gatesDone_.get(), stream_.get()), "copying gates");
  check(cudaEventRecord(loopDone_.get(), stream_.get()), "copying states");
  check(cudaStreamWaitEvent(copies_.get(), loopDone_.get(), 0), "copying states");
  copyToHost(hiddenDown_.data() + row(loopsRun_, 0), hidden_.data() + row(loopsRun_, 0),
             size(batch_) * size(width_), copies_.get());
  check(cudaEventRecord(hiddenDone_.get(), copies_.get()), "copying states");
}

template <class T>
void CudaSequence<T>::hidden(int loop, int first, int count, std::span<float> out) const {
  check(cudaEventSynchronize(hiddenDone_.get()), "copying states");
  const std::size_t d = size(model_.layout.spec.hiddenSize);
  for (int i = 0; i < count; ++i)
    std::copy_n(hiddenDown_.data() + row(loop, first + i), d, out.data() + size(i) * d);
}

template <class T>
void CudaSequence<T>::stateSteps(int loop, int first, int count, StateSteps out) const {
  check(cudaSetDevice(model_.device), "choosing the device");
  const std::size_t n = size(count);
  lens_.steps.grow(3 * n, stream_.get());
  lens_.stepsDown.grow(3 * n);
  float* steps = lens_.steps.data();
  launch(stream_.get(), grid(count), dim3(kNormThreads), 0, &stepRows<>,
         hidden_.data() + row(loop, first),
         loop > 0 ? hidden_.data() + row(loop - 1, first) : nullptr, width_, steps, steps + n,
         steps + 2 * n);
  copyToHost(lens_.stepsDown.data(), steps, 3 * n, stream_.get());
  wait(stream_.get());
  std::copy_n(lens_.stepsDown.data(), n, out.norm.data());
  std::copy_n(lens_.stepsDown.data() + n, n, out.step.data());
  std::copy_n(lens_.stepsDown.data() + 2 * n, n, out.cosine.data());
}

template <class T>
void CudaSequence<T>::residualNorms(int loop, std::span<float> out) const {
  check(cudaEventSynchronize(gatesDone_.get()), "copying norms");
  std::copy_n(residualNormsDown_.data() + size(loop) * size(batch_), size(batch_), out.data());
}

template <class T>
void CudaSequence<T>::gateLogits(int loop, std::span<float> out) const {
  check(cudaEventSynchronize(gatesDone_.get()), "copying gates");
  std::copy_n(gatesDown_.data() + size(loop) * size(batch_), size(batch_), out.data());
}

template <class T>
void CudaSequence<T>::layerState(int loop, int layer, int first, int count,
                                 std::span<float> out) const {
  if (!captureLayers_) throw std::logic_error("layer states were not captured");
  copyRows(layerStates_.data() + row(loop * model_.layout.spec.stages.core + layer, first), count,
           out);
}

template <class T>
void CudaSequence<T>::loopStart(int loop, int first, int count, std::span<float> out) const {
  if (!captureLayers_ || !model_.layout.spec.keepsLoopInput())
    return Sequence::loopStart(loop, first, count, out);
  copyRows(loopStarts_.data() + row(loop, first), count, out);
}

/// Without the padding of the device's rows.
template <class T>
void CudaSequence<T>::copyRows(const float* from, int count, std::span<float> out) const {
  check(cudaSetDevice(model_.device), "choosing the device");
  const std::size_t d = size(model_.layout.spec.hiddenSize) * sizeof(float);
  check(cudaMemcpy2DAsync(out.data(), d, from, size(width_) * sizeof(float), d, size(count),
                          cudaMemcpyDeviceToHost, stream_.get()),
        "copying states");
  wait(stream_.get());
}

template <class T>
void CudaSequence<T>::copySlots(int first, std::span<const std::int32_t> depths, bool shallower) {
  check(cudaSetDevice(model_.device), "choosing the device");
  check(cudaEventSynchronize(uploaded_.get()), "copying to the GPU");
  depthsUp_.grow(depths.size());
  depths_.grow(depths.size(), stream_.get());
  std::copy(depths.begin(), depths.end(), depthsUp_.data());
  copyToDevice(depths_.data(), depthsUp_.data(), depths.size(), stream_.get());
  check(cudaEventRecord(uploaded_.get(), stream_.get()), "copying to the GPU");
  const KvSlots kv = model_.layout.kvSlots(loops_);
  const auto fill = [&](int layer, int count) {
    const LoopedSlots slots{kv.at(0, layer), count, loops_};
    launch(stream_.get(), grid(intSize(depths) * count * 2 * model_.layout.spec.kvHeads), dim3(64),
           0, &fillSlots<T>, cacheView(), slots, first, depths_.data(), shallower);
  };
  if (!kv.coreOnce) fill(kv.stages.prelude, kv.stages.core);
  if (kv.codaPerLoop && kv.stages.coda > 0)
    fill(kv.stages.prelude + kv.stages.core, kv.stages.coda);
}

template <class T>
void CudaSequence<T>::finish(KvPolicy policy) {
  if (batch_ == 0 || loopsRun_ == 0) throw std::logic_error("finish: nothing was run");
  if (policy == KvPolicy::Full && loopsRun_ != loops_)
    throw std::logic_error("finish: the full policy needs every loop to be run");
  const std::vector<std::int32_t> depths(size(batch_), loopsRun_);
  if (policy != KvPolicy::Full) copySlots(length(), depths, policy == KvPolicy::LatestAvailable);
  depth_.insert(depth_.end(), depths.begin(), depths.end());
  batch_ = 0;
}

template <class T>
void CudaSequence<T>::shareDeepest(int first, int count) {
  if (first < 0 || count < 0 || first + count > length())
    throw std::logic_error("shareDeepest: no such positions");
  if (count > 0) copySlots(first, std::span(depth_).subspan(size(first), size(count)), true);
}

template <class T>
void CudaSequence<T>::truncate(int positions) {
  if (positions < 0 || positions > length()) throw std::logic_error("truncate: no such length");
  depth_.resize(size(positions));
  batch_ = 0;
}

template <class T>
std::unique_ptr<Sequence> CudaSequence<T>::fork() const {
  check(cudaSetDevice(model_.device), "choosing the device");
  auto copy = std::make_unique<CudaSequence>(model_, capacity_, loops_);
  copy->startSeed_ = startSeed_;
  copy->depth_ = depth_;
  if (length() == 0) return copy;
  const Layout& l = model_.layout;
  const std::size_t position = size(l.headDimPadded()) * sizeof(T);
  // The copy's stream may start only when ours has written what is copied, and ours may go on only
  // when it is copied.
  wait(stream_.get());
  check(cudaMemcpy2DAsync(copy->cache_.data(), size(capacity_) * position, cache_.data(),
                          size(capacity_) * position, size(length()) * position,
                          size(2) * size(l.kvSlots(loops_).count()) * size(l.spec.kvHeads),
                          cudaMemcpyDeviceToDevice, copy->stream_.get()),
        "copying a cache");
  wait(copy->stream_.get());
  return copy;
}

template class CudaSequence<float>;
template class CudaSequence<Bf16>;

}  // namespace ouroscope::cuda
