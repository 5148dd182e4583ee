// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/cuda/CudaModel.h"

#include <algorithm>
#include <cstring>

#include "core/support/HalfFloat.h"
#include "kernels/cuda/Device.cuh"

namespace ouroscope::cuda {
namespace {

Matrix makeMatrix(int rows, int columns, const Layout& layout, cudaStream_t stream) {
  Matrix m;
  m.rows = rows;
  m.columns = columns;
  m.data.grow(std::uint64_t{1} * rows * columns * layout.elementBytes(), stream);
  return m;
}

}  // namespace

Model::Model(int number, const OuroscopeCudaSpec& spec) : device(number), eps(spec.normEps) {
  layout.vocab = spec.vocab;
  layout.hidden = spec.hidden;
  layout.intermediate = spec.intermediate;
  layout.heads = spec.heads;
  layout.kvHeads = spec.kvHeads;
  layout.headDim = spec.headDim;
  layout.stages = {spec.prelude, spec.core, spec.coda};
  layout.bf16 = spec.bf16 != 0;
  if (spec.headDim > kMaxHeadDim)
    throw Error("The CUDA module takes attention heads up to " + std::to_string(kMaxHeadDim) +
                " wide, and this model's are " + std::to_string(spec.headDim) +
                ": choose --device cpu.");
  cudaDeviceProp properties{};
  check(cudaGetDeviceProperties(&properties, device), "looking at the device");
  multiprocessors = properties.multiProcessorCount;
  stream = makeStream();

  const int d = layout.width();
  embedding = makeMatrix(layout.vocab, d, layout, stream.get());
  head = makeMatrix(layout.vocabRows(), d, layout, stream.get());
  for (int i = 0; i < layout.layers(); ++i) {
    Layer layer;
    for (auto* norm :
         {&layer.beforeAttention, &layer.afterAttention, &layer.beforeMlp, &layer.afterMlp})
      norm->grow(d, stream.get());
    layer.qkv = makeMatrix(layout.qkvWidth(), d, layout, stream.get());
    layer.output = makeMatrix(d, layout.attentionWidth(), layout, stream.get());
    layer.gateUp = makeMatrix(2 * layout.mlpWidth(), d, layout, stream.get());
    layer.down = makeMatrix(d, layout.mlpWidth(), layout, stream.get());
    layers.push_back(std::move(layer));
  }
  loopNorm.grow(d, stream.get());
  gateWeight.grow(d, stream.get());

  upload(inverseFrequency, layout.headDim / 2, spec.inverseFrequency);
}

void Model::upload(DeviceBuffer<float>& to, int count, const float* values) {
  const std::size_t n = count;
  to.grow(n, stream.get());
  stage_.grow(n * sizeof(float));
  std::memcpy(stage_.data(), values, n * sizeof(float));
  copyToDevice(to.data(), reinterpret_cast<const float*>(stage_.data()), n, stream.get());
  wait(stream.get());
}

void Model::upload(Matrix& matrix, std::int64_t firstRow, std::int64_t rows, int columns,
                   const float* values) {
  const std::size_t element = layout.elementBytes();
  const std::size_t rowBytes = matrix.columns * element;
  // Two halves of the stage in turn: one is filled while the other is copied.
  constexpr std::size_t kHalf = std::size_t{8} << 20;
  const std::int64_t rowsPerHalf = std::max<std::size_t>(1, kHalf / rowBytes);
  const std::size_t half = rowsPerHalf * rowBytes;
  stage_.grow(2 * half);
  Event copied[2] = {makeEvent(), makeEvent()};
  for (std::int64_t done = 0, turn = 0; done < rows; done += rowsPerHalf, ++turn) {
    const std::int64_t count = std::min(rowsPerHalf, rows - done);
    unsigned char* stage = stage_.data() + turn % 2 * half;
    check(cudaEventSynchronize(copied[turn % 2].get()), "copying weights");
    for (std::int64_t r = 0; r < count; ++r) {
      const float* from = values + (done + r) * columns;
      unsigned char* to = stage + r * rowBytes;
      std::memset(to + columns * element, 0, rowBytes - columns * element);
      if (layout.bf16)
        for (int i = 0; i < columns; ++i)
          reinterpret_cast<std::uint16_t*>(to)[i] = floatToBf16(from[i]);
      else
        std::memcpy(to, from, columns * element);
    }
    copyToDevice(matrix.data.data() + (firstRow + done) * rowBytes, stage, count * rowBytes,
                 stream.get());
    check(cudaEventRecord(copied[turn % 2].get(), stream.get()), "copying weights");
  }
  wait(stream.get());  // the stage is used again by the next call
}

void Model::setWeight(TensorSlot slot, int layerIndex, std::int64_t firstRow, std::int64_t rows,
                      const float* values) {
  const Layout& l = layout;
  const int kv = l.kvHeads * l.headDim, attention = l.heads * l.headDim;
  const auto matrix = [&](Matrix& to, int offset, std::int64_t limit, int columns) {
    if (firstRow < 0 || rows < 0 || firstRow > limit || rows > limit - firstRow)
      throw Error("Rows beyond the end of a weight were given to the CUDA module.");
    upload(to, offset + firstRow, rows, columns, values);
  };
  switch (slot) {
    case TensorSlot::Embedding:
      return matrix(embedding, 0, l.vocab, l.hidden);
    case TensorSlot::Head:
      return matrix(head, 0, l.vocab, l.hidden);
    case TensorSlot::LoopNorm:
      return upload(loopNorm, l.hidden, values);
    case TensorSlot::ExitGate:
      return upload(gateWeight, l.hidden, values);
    case TensorSlot::ExitGateBias:
      gateBias = values[0];
      return;
    default:
      break;
  }
  Layer& layer = layers.at(layerIndex);
  switch (slot) {
    case TensorSlot::BeforeAttention:
      return upload(layer.beforeAttention, l.hidden, values);
    case TensorSlot::AfterAttention:
      return upload(layer.afterAttention, l.hidden, values);
    case TensorSlot::BeforeMlp:
      return upload(layer.beforeMlp, l.hidden, values);
    case TensorSlot::AfterMlp:
      return upload(layer.afterMlp, l.hidden, values);
    case TensorSlot::Query:
      return matrix(layer.qkv, 0, attention, l.hidden);
    case TensorSlot::Key:
      return matrix(layer.qkv, attention, kv, l.hidden);
    case TensorSlot::Value:
      return matrix(layer.qkv, attention + kv, kv, l.hidden);
    case TensorSlot::Output:
      return matrix(layer.output, 0, l.hidden, attention);
    case TensorSlot::Gate:
      return matrix(layer.gateUp, 0, l.intermediate, l.hidden);
    case TensorSlot::Up:
      return matrix(layer.gateUp, l.mlpWidth(), l.intermediate, l.hidden);
    case TensorSlot::Down:
      return matrix(layer.down, 0, l.hidden, l.intermediate);
    default:
      throw Error("The CUDA module was given a weight that it does not know.");
  }
}

}  // namespace ouroscope::cuda
