// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/cuda/CudaSequence.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <stdexcept>

#include "core/engine/BatchCheck.h"
#include "core/support/Index.h"
#include "kernels/cuda/BatchAttention.cuh"

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
  cache_.grow(size(2) * size(l.kvSlots(loops).count()) * size(l.kvHeads) * size(capacity) *
                  size(l.headDimPadded()),
              stream_.get());
  const int half = l.headDim / 2;
  turns_.grow(size(capacity) * size(half), stream_.get());
  launch(stream_.get(), grid(ceilDiv(capacity * half, 256)), dim3(256), 0, &turnTable<>,
         model.inverseFrequency.data(), capacity, half, turns_.data());
}

template <class T>
CudaSequence<T>::~CudaSequence() {
  (void)cudaStreamSynchronize(stream_.get());
  (void)cudaStreamSynchronize(copies_.get());
}

template <class T>
CacheView<T> CudaSequence<T>::cacheView() const {
  const Layout& l = model_.layout;
  return {cache_.data(), l.kvHeads, capacity_, l.headDim, l.headDimPadded()};
}

template <class T>
void CudaSequence<T>::reserve(int rows, bool captureLayers) {
  const Layout& l = model_.layout;
  const std::size_t n = size(rows);
  cudaStream_t s = stream_.get();
  if (rows > rowsReserved_) {
    decode_.loop = {};  // it writes to the states that move now
    rowsReserved_ = 0;
    tokens_.grow(n, s);
    x_.grow(n * size(width_), s);
    normed_.grow(n * size(width_), s);
    qkv_.grow(n * size(l.qkvWidth()), s);
    attended_.grow(n * size(l.attentionWidth()), s);
    gateUp_.grow(n * size(2 * l.mlpWidth()), s);
    mlp_.grow(n * size(l.mlpWidth()), s);
    branch_.grow(n * size(width_), s);
    hidden_.grow(size(loops_) * n * size(width_), s);
    gates_.grow(size(loops_) * n, s);
    residualNorms_.grow(size(loops_) * n, s);
    tokensUp_.grow(n);
    hiddenDown_.grow(size(loops_) * n * size(width_));
    gatesDown_.grow(size(loops_) * n);
    residualNormsDown_.grow(size(loops_) * n);
    rowsReserved_ = rows;
  }
  if (captureLayers && rows > captureRowsReserved_) {
    layerStates_.grow(size(loops_) * size(l.stages.core) * n * size(width_), s);
    captureRowsReserved_ = rows;
  }
}

template <class T>
void CudaSequence<T>::begin(std::span<const std::int32_t> tokens, bool captureLayers) {
  const Layout& l = model_.layout;
  const int n = intSize(tokens);
  requireBatch(tokens, kMaxBatch, length(), capacity_, l.vocab);
  check(cudaSetDevice(model_.device), "choosing the device");

  batch_ = 0;
  // The last batch's states may still be on their way out of the memory that is now written again.
  check(cudaEventSynchronize(hiddenDone_.get()), "copying states");
  check(cudaEventSynchronize(uploaded_.get()), "copying to the GPU");
  reserve(n, captureLayers);
  decoding_ = n == 1 && !captureLayers && width_ <= kMaxStaged;
  if (decoding_) {
    reserveDecode();
    stateUp_[0] = {length(), 0, tokens[0]};
    copyToDevice(decode_.state.data(), stateUp_.data(), 1, stream_.get());
    launch(stream_.get(), grid(1), dim3(kNormThreads), 0, &embedDecoded<T>,
           model_.embedding.template as<T>(), decode_.state.data(), width_, decode_.x[0].data());
  } else {
    std::copy(tokens.begin(), tokens.end(), tokensUp_.data());
    copyToDevice(tokens_.data(), tokensUp_.data(), size(n), stream_.get());
    launch(stream_.get(), grid(n), dim3(kNormThreads), 0, &embedRows<T>,
           model_.embedding.template as<T>(), tokens_.data(), width_, x_.data());
  }
  check(cudaEventRecord(uploaded_.get(), stream_.get()), "copying to the GPU");
  batch_ = n;
  loopsRun_ = 0;
  captureLayers_ = captureLayers;
}

template <class T>
void CudaSequence<T>::run(const std::function<bool()>& stopped) {
  if (batch_ == 0 || loopsRun_ >= loops_)
    throw std::logic_error("runLoop: no batch, or all its loops were run");
  check(cudaSetDevice(model_.device), "choosing the device");
  const auto cancelIfStopped = [&] {
    if (!stopped()) return;
    batch_ = 0;
    throw Cancelled();
  };
  if (decoding_) {
    cancelIfStopped();
    runDecodedLoop();
  } else {
    const Stages& stages = model_.layout.stages;
    // The norm before the first layer; the others are made where a branch is added.
    launch(stream_.get(), grid(batch_), dim3(kNormThreads), 0, &normRows<T>, x_.data(),
           model_.layers[size(stages.prelude)].beforeAttention.data(), model_.eps,
           model_.layout.hidden, width_, normed_.data());
    for (int i = 0; i < stages.core; ++i) {
      const Event& twoBefore = layerDone_[i % 2];
      check(cudaEventSynchronize(twoBefore.get()), "computing");
      cancelIfStopped();
      const bool last = i + 1 == stages.core;
      const Layer* layer = &model_.layers[size(stages.prelude + i)];
      runLayer(*layer, i, last ? nullptr : layer[1].beforeAttention.data());
      check(cudaEventRecord(twoBefore.get(), stream_.get()), "computing");
    }
    endLoop(model_.layers[size(stages.prelude + stages.core - 1)]);
  }
  copyOut();
  ++loopsRun_;
}

/// @param index of the layer within the core.
/// @param nextNorm of the next layer; null at the last one, whose residual is added by endLoop.
template <class T>
void CudaSequence<T>::runLayer(const Layer& layer, int index, const float* nextNorm) {
  const Layout& l = model_.layout;
  cudaStream_t s = stream_.get();
  const int slot = l.kvSlots(loops_).at(loopsRun_, l.stages.prelude + index);
  // a = Attn(RMSNorm_beforeAttention(x))
  multiply(layer.qkv, normed_.data(), batch_, qkv_.data());
  launch(s, grid(batch_), dim3(kNormThreads), 0, &turnAndStore<T, T>, qkv_.data(), l.qkvWidth(),
         l.heads, turns_.data(), length(), slot, cacheView());
  attend(slot);
  multiply(layer.output, attended_.data(), batch_, branch_.data());
  // x = x + RMSNorm_afterAttention(a); u = RMSNorm_beforeMlp(x)
  launch(s, grid(batch_), dim3(kNormThreads), 0, &addNormRows<T>, branch_.data(),
         layer.afterAttention.data(), x_.data(), layer.beforeMlp.data(), model_.eps, l.hidden,
         width_, normed_.data());
  // m = down(silu(gate(u)) * up(u)); x = x + RMSNorm_afterMlp(m)
  multiply(layer.gateUp, normed_.data(), batch_, gateUp_.data());
  launch(s, grid(ceilDiv(l.mlpWidth(), 8 * kNormThreads), batch_), dim3(kNormThreads), 0,
         &swiGluRows<T>, gateUp_.data(), l.mlpWidth(), mlp_.data());
  multiply(layer.down, mlp_.data(), batch_, branch_.data());
  if (!nextNorm) return;
  launch(s, grid(batch_), dim3(kNormThreads), 0, &addNormRows<T>, branch_.data(),
         layer.afterMlp.data(), x_.data(), nextNorm, model_.eps, l.hidden, width_, normed_.data());
  if (captureLayers_)
    check(
        cudaMemcpyAsync(layerStates_.data() + row(loopsRun_ * l.stages.core + index, 0), x_.data(),
                        size(batch_) * size(width_) * sizeof(float), cudaMemcpyDeviceToDevice, s),
        "keeping a layer's state");
}

template <class T>
LoopEnd CudaSequence<T>::loopEnd(const Layer& last) const {
  return {last.afterMlp.data(),
          model_.loopNorm.data(),
          model_.gateWeight.data(),
          model_.gateBias,
          model_.eps,
          model_.layout.hidden,
          width_};
}

/// The loop norm closes every loop: gate, head and the next loop all start from the normed state.
template <class T>
void CudaSequence<T>::endLoop(const Layer& last) {
  float* layerState = nullptr;
  if (captureLayers_)
    layerState = layerStates_.data() + row((loopsRun_ + 1) * model_.layout.stages.core - 1, 0);
  launch(stream_.get(), grid(batch_), dim3(kNormThreads), 0, &endLoopRows<T>, loopEnd(last),
         branch_.data(), x_.data(), layerState, hidden_.data() + row(loopsRun_, 0),
         gates_.data() + size(loopsRun_) * size(batch_),
         residualNorms_.data() + size(loopsRun_) * size(batch_));
}

template <class T>
void CudaSequence<T>::attend(int slot) {
  const Layout& l = model_.layout;
  const AttentionArgs<T, T> args{qkv_.data(),
                                 l.qkvWidth(),
                                 batch_,
                                 length(),
                                 l.heads,
                                 slot,
                                 1.0f / std::sqrt(static_cast<float>(l.headDim)),
                                 cacheView(),
                                 attended_.data(),
                                 l.attentionWidth()};
  if constexpr (std::is_same_v<T, Bf16>) {
    const auto flash = [&](auto* kernel, int shared) {
      launch(stream_.get(), grid(ceilDiv(batch_, kQueryTile), l.heads), dim3(kFlashThreads),
             size(shared), kernel, args);
    };
    // Rounded up to the next compiled width; columns beyond headDim are zeros.
    if (l.headDim <= 32)
      flash(&flashAttention<32>, kFlashShared<32>);
    else if (l.headDim <= 64)
      flash(&flashAttention<64>, kFlashShared<64>);
    else if (l.headDim <= 128)
      flash(&flashAttention<128>, kFlashShared<128>);
    else
      flash(&flashAttention<256>, kFlashShared<256>);
  } else {
    launch(stream_.get(), grid(ceilDiv(batch_, kPlainThreads / kWarp), l.heads),
           dim3(kPlainThreads), size(plainAttentionShared(l.headDimPadded())),
           &plainAttention<T, T>, args);
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
  const std::size_t d = size(model_.layout.hidden);
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
  check(cudaSetDevice(model_.device), "choosing the device");
  const std::size_t d = size(model_.layout.hidden) * sizeof(float);
  check(
      cudaMemcpy2DAsync(
          out.data(), d, layerStates_.data() + row(loop * model_.layout.stages.core + layer, first),
          size(width_) * sizeof(float), d, size(count), cudaMemcpyDeviceToHost, stream_.get()),
      "copying a layer's state");
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
  const Layout& l = model_.layout;
  const CoreSlots core{l.stages.prelude, l.stages.core, loops_};
  launch(stream_.get(), grid(intSize(depths) * core.layers * 2 * l.kvHeads), dim3(64), 0,
         &fillSlots<T>, cacheView(), core, first, depths_.data(), shallower);
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
  copy->depth_ = depth_;
  if (length() == 0) return copy;
  const Layout& l = model_.layout;
  const std::size_t position = size(l.headDimPadded()) * sizeof(T);
  // The copy's stream may start only when ours has written what is copied, and ours may go on only
  // when it is copied.
  wait(stream_.get());
  check(cudaMemcpy2DAsync(copy->cache_.data(), size(capacity_) * position, cache_.data(),
                          size(capacity_) * position, size(length()) * position,
                          size(2) * size(l.kvSlots(loops_).count()) * size(l.kvHeads),
                          cudaMemcpyDeviceToDevice, copy->stream_.get()),
        "copying a cache");
  wait(copy->stream_.get());
  return copy;
}

template class CudaSequence<float>;
template class CudaSequence<Bf16>;

}  // namespace ouroscope::cuda
