// SPDX-License-Identifier: GPL-3.0-or-later
// CudaSequence: what is read inside a loop beside its states: attention, and lenses from a file.
#include <algorithm>
#include <stdexcept>
#include <vector>

#include "core/support/HalfFloat.h"
#include "kernels/cuda/CudaSequence.h"
#include "kernels/cuda/InsideRows.cuh"

namespace ouroscope::cuda {
namespace {

float onHost(float v) {
  return v;
}
float onHost(Bf16 v) {
  return bf16ToFloat(v.bits);
}

}  // namespace

/// Keeps the turned queries of the rows that take part in the pass: of a loop that is repeated,
/// those of its last pass.
template <class T>
void CudaSequence<T>::keepQueries(int layer) {
  const Layout& l = model_.layout;
  const std::size_t to = size(l.attentionWidth()), from = size(l.qkvWidth());
  T* const kept =
      queries_.data() + size(loopsRun_ * l.spec.stages.core + layer) * size(batch_) * to;
  const auto copy = [&](int first, int rows) {
    check(
        cudaMemcpy2DAsync(kept + size(first) * to, to * sizeof(T), qkv_.data() + size(first) * from,
                          from * sizeof(T), size(l.spec.attentionWidth()) * sizeof(T), size(rows),
                          cudaMemcpyDeviceToDevice, stream_.get()),
        "keeping queries");
  };
  if (pass_ == 0) return copy(0, batch_);
  for (int r = 0; r < batch_; ++r)
    if (inPass(r)) copy(r, 1);
}

template <class T>
void CudaSequence<T>::attention(int loop, int layer, int position, std::span<float> out) const {
  if (!keepsQueries_ || batch_ == 0) throw std::logic_error("attention was not captured");
  check(cudaSetDevice(model_.device), "choosing the device");
  const Layout& l = model_.layout;
  const ModelSpec& c = l.spec;
  const int index = c.stages.prelude + layer, at = length() + position;
  const std::size_t kept = size(loop * c.stages.core + layer) * size(batch_) + size(position);
  const std::size_t weights = size(c.heads) * size(at + 1);
  // Of one size for all positions: to grow is to allocate again.
  inside_.weights.grow(size(c.heads) * size(capacity()), stream_.get());
  inside_.weightsDown.grow(size(c.heads) * size(capacity()));
  const AttendingRow<T> row{queries_.data() + kept * size(l.attentionWidth()),
                            at,
                            c.heads,
                            l.kvSlots(loops_).at(loop, index),
                            c.layers[size(index)].window,
                            c.scoreScale(),
                            static_cast<float>(c.attentionCap),
                            cacheView(),
                            inside_.weights.data()};
  launch(stream_.get(), grid(c.heads), dim3(kInsideThreads), 0, &attentionWeights<T>, row);
  copyToHost(inside_.weightsDown.data(), inside_.weights.data(), weights, stream_.get());
  wait(stream_.get());
  std::copy_n(inside_.weightsDown.data(), weights, out.data());
}

/// Head by head, without the padding of the cache's rows.
template <class T>
void CudaSequence<T>::keysAndValues(int loop, int layer, int first, int count,
                                    std::span<float> keys, std::span<float> values) const {
  check(cudaSetDevice(model_.device), "choosing the device");
  const Layout& l = model_.layout;
  const ModelSpec& c = l.spec;
  const int slot = l.kvSlots(loops_).at(loop, c.stages.prelude + layer);
  const std::size_t headDim = size(c.headDim), padded = size(l.headDimPadded());
  std::vector<T> rows(size(count) * headDim);
  for (int head = 0; head < c.kvHeads; ++head)
    for (int part = 0; part < 2; ++part) {
      const T* from = cache_.data() +
                      ((size(slot) * 2 + size(part)) * size(c.kvHeads) + size(head)) *
                          size(capacity_) * padded +
                      size(first) * padded;
      check(cudaMemcpy2DAsync(rows.data(), headDim * sizeof(T), from, padded * sizeof(T),
                              headDim * sizeof(T), size(count), cudaMemcpyDeviceToHost,
                              stream_.get()),
            "copying keys and values");
      wait(stream_.get());
      float* to = (part == 0 ? keys : values).data() + size(head) * headDim;
      for (int i = 0; i < count; ++i)
        for (std::size_t k = 0; k < headDim; ++k)
          to[size(i) * size(c.kvWidth()) + k] = onHost(rows[size(i) * headDim + k]);
    }
}

/// States of the layers of a loop through the maps of the program, as layerStates_ lie:
/// [L][n][width]. A map is on the device only while it is read: all of them would take as much as
/// the model.
template <class T>
const float* CudaSequence<T>::mapStates(int loop, int first, int count) const {
  check(cudaSetDevice(model_.device), "choosing the device");
  const ModelSpec& c = model_.layout.spec;
  const int layers = c.stages.core, d = c.hiddenSize;
  const std::size_t channels = size(d);
  cudaStream_t s = stream_.get();
  inside_.mapped.grow(size(layers) * size(batch_) * size(width_), s);
  inside_.map.grow(channels * channels, s);
  inside_.bias.grow(channels, s);
  const float one = 1, zero = 0;
  for (int layer = 0; layer < layers; ++layer) {
    const bool inFile = loop < maps_.loops && layer < maps_.layers;
    const std::size_t at = size(loop) * size(maps_.layers) + size(layer);
    const float* const weight = inFile ? maps_.weights[at] : nullptr;
    const float* const bias = weight ? maps_.biases[at] : nullptr;
    float* const to = inside_.mapped.data() + row(layer, first);
    if (weight) {
      copyToDevice(inside_.map.data(), weight, channels * channels, s);
      check(cublasGemmEx(
                blas_.get(), CUBLAS_OP_T, CUBLAS_OP_N, d, count, d, &one, inside_.map.data(),
                CUDA_R_32F, d, layerStates_.data() + row(loop * layers + layer, first), CUDA_R_32F,
                width_, &zero, to, CUDA_R_32F, width_, CUBLAS_COMPUTE_32F, CUBLAS_GEMM_DEFAULT),
            "mapping states");
      if (bias) copyToDevice(inside_.bias.data(), bias, channels, s);
    }
    launch(s, grid(count), dim3(kInsideThreads), 0, &finishMapped<>,
           static_cast<const float*>(bias ? inside_.bias.data() : nullptr), weight != nullptr, d,
           width_, to);
  }
  return inside_.mapped.data();
}

#define OUROSCOPE_INSIDE_OF(T)                                                       \
  template void CudaSequence<T>::keepQueries(int);                                   \
  template void CudaSequence<T>::attention(int, int, int, std::span<float>) const;   \
  template void CudaSequence<T>::keysAndValues(int, int, int, int, std::span<float>, \
                                               std::span<float>) const;              \
  template const float* CudaSequence<T>::mapStates(int, int, int) const;
OUROSCOPE_INSIDE_OF(float)
OUROSCOPE_INSIDE_OF(Bf16)

}  // namespace ouroscope::cuda
