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

/// Only where the model has such numbers.
DeviceBuffer<float> makeVector(bool there, int count, cudaStream_t stream) {
  return there ? DeviceBuffer<float>(size(count), stream) : DeviceBuffer<float>();
}

}  // namespace

Model::Model(int number, Layout shape)
    : device(number), layout(std::move(shape)), eps(layout.spec.normEps) {
  const ModelSpec& c = layout.spec;
  if (c.headDim > kMaxHeadDim)
    throw Error("The CUDA module takes attention heads up to " + std::to_string(kMaxHeadDim) +
                " wide, and this model's are " + std::to_string(c.headDim) +
                ": choose --device cpu.");
  cudaDeviceProp properties{};
  check(cudaGetDeviceProperties(&properties, device), "looking at the device");
  multiprocessors = properties.multiProcessorCount;
  stream = makeStream();

  const int d = layout.width();
  embedding = makeMatrix(c.vocabSize, d, layout, stream.get());
  head = makeMatrix(layout.vocabRows(), d, layout, stream.get());
  if (layout.mixedWidth() > 0) adapter = makeMatrix(d, layout.mixedWidth(), layout, stream.get());
  for (const LayerSpec& layer : c.layers) layers.push_back(makeLayer(layer));
  loopNorm = makeVector(c.loopNorm, d, stream.get());
  codaNorm = makeVector(c.codaNorm, d, stream.get());
  headNorm = makeVector(c.headNorm, d, stream.get());
  gateWeight = makeVector(c.exitGate, d, stream.get());

  const int half = c.headDim / 2;
  inverseFrequency.grow(size(half) * c.ropes.size(), stream.get());
  for (int i = 0; i < intSize(c.ropes); ++i)
    upload(inverseFrequency, i * half, half, c.ropes[size(i)].inverseFrequency.data());
}

Layer Model::makeLayer(const LayerSpec& spec) const {
  cudaStream_t s = stream.get();
  const int d = layout.width(), queryNorm = layout.queryNormWidth(spec);
  const LayerNorms& norms = spec.norms;
  Layer layer;
  layer.beforeAttention = makeVector(norms.beforeAttention, d, s);
  layer.afterAttention = makeVector(norms.afterAttention, d, s);
  layer.afterAttentionSum = makeVector(norms.afterAttentionSum, d, s);
  layer.beforeMlp = makeVector(norms.beforeMlp, d, s);
  layer.afterMlp = makeVector(norms.afterMlp, d, s);
  layer.afterMlpSum = makeVector(norms.afterMlpSum, d, s);
  layer.queryNorm = makeVector(queryNorm > 0, queryNorm, s);
  layer.keyNorm = makeVector(queryNorm > 0, layout.keyNormWidth(spec), s);
  layer.qkvBias = makeVector(spec.projectionBias, layout.qkvWidth(), s);
  layer.outputBias = makeVector(spec.outputBias, d, s);
  layer.gateUpBias = makeVector(spec.mlpBias, 2 * layout.mlpWidth(), s);
  layer.downBias = makeVector(spec.mlpBias, d, s);
  layer.qkv = makeMatrix(layout.qkvWidth(), d, layout, s);
  layer.output = makeMatrix(d, layout.attentionWidth(), layout, s);
  layer.gateUp = makeMatrix(2 * layout.mlpWidth(), d, layout, s);
  layer.down = makeMatrix(d, layout.mlpWidth(), layout, s);
  return layer;
}

void Model::upload(const DeviceBuffer<float>& to, int offset, int count, const float* values) {
  if (size(offset) + size(count) > to.size())
    throw Error("The CUDA module was given a weight that the model does not have.");
  const std::size_t n = count;
  stage_.grow(n * sizeof(float));
  std::memcpy(stage_.data(), values, n * sizeof(float));
  copyToDevice(to.data() + offset, reinterpret_cast<const float*>(stage_.data()), n, stream.get());
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

void Model::setRows(Matrix& matrix, std::int64_t offset, std::int64_t limit, std::int64_t firstRow,
                    std::int64_t rows, int columns, const float* values) {
  if (firstRow < 0 || rows < 0 || firstRow > limit || rows > limit - firstRow ||
      columns > matrix.columns)
    throw Error("Rows beyond the end of a weight were given to the CUDA module.");
  upload(matrix, offset + firstRow, rows, columns, values);
}

void Model::setWeight(TensorSlot slot, int layer, std::int64_t firstRow, std::int64_t rows,
                      const float* values) {
  const ModelSpec& c = layout.spec;
  const int d = c.hiddenSize;
  switch (slot) {
    case TensorSlot::Embedding:
      return setRows(embedding, 0, c.vocabSize, firstRow, rows, d, values);
    case TensorSlot::Head:
      return setRows(head, 0, c.vocabSize, firstRow, rows, d, values);
    case TensorSlot::Adapter:
      return setRows(adapter, 0, d, firstRow, rows, 2 * d, values);
    case TensorSlot::LoopNorm:
      return upload(loopNorm, 0, d, values);
    case TensorSlot::CodaNorm:
      return upload(codaNorm, 0, d, values);
    case TensorSlot::HeadNorm:
      return upload(headNorm, 0, d, values);
    case TensorSlot::ExitGate:
      return upload(gateWeight, 0, d, values);
    case TensorSlot::ExitGateBias:
      gateBias = values[0];
      return;
    default:
      return setLayerWeight(slot, layer, firstRow, rows, values);
  }
}

void Model::setLayerWeight(TensorSlot slot, int index, std::int64_t firstRow, std::int64_t rows,
                           const float* values) {
  const ModelSpec& c = layout.spec;
  const int d = c.hiddenSize, f = c.intermediateSize, q = c.attentionWidth(), kv = c.kvWidth();
  Layer& layer = layers.at(index);
  const auto matrix = [&](Matrix& to, int offset, int limit, int columns) {
    setRows(to, offset, limit, firstRow, rows, columns, values);
  };
  const auto vector = [&](const DeviceBuffer<float>& to, int offset, int count) {
    upload(to, offset, count, values);
  };
  switch (slot) {
    case TensorSlot::BeforeAttention:
      return vector(layer.beforeAttention, 0, d);
    case TensorSlot::AfterAttention:
      return vector(layer.afterAttention, 0, d);
    case TensorSlot::AfterAttentionSum:
      return vector(layer.afterAttentionSum, 0, d);
    case TensorSlot::BeforeMlp:
      return vector(layer.beforeMlp, 0, d);
    case TensorSlot::AfterMlp:
      return vector(layer.afterMlp, 0, d);
    case TensorSlot::AfterMlpSum:
      return vector(layer.afterMlpSum, 0, d);
    case TensorSlot::QueryNorm:
      return vector(layer.queryNorm, 0, intSize(layer.queryNorm));
    case TensorSlot::KeyNorm:
      return vector(layer.keyNorm, 0, intSize(layer.keyNorm));
    case TensorSlot::QueryBias:
      return vector(layer.qkvBias, 0, q);
    case TensorSlot::KeyBias:
      return vector(layer.qkvBias, q, kv);
    case TensorSlot::ValueBias:
      return vector(layer.qkvBias, q + kv, kv);
    case TensorSlot::OutputBias:
      return vector(layer.outputBias, 0, d);
    case TensorSlot::GateBias:
      return vector(layer.gateUpBias, 0, f);
    case TensorSlot::UpBias:
      return vector(layer.gateUpBias, layout.mlpWidth(), f);
    case TensorSlot::DownBias:
      return vector(layer.downBias, 0, d);
    case TensorSlot::Query:
      return matrix(layer.qkv, 0, q, d);
    case TensorSlot::Key:
      return matrix(layer.qkv, q, kv, d);
    case TensorSlot::Value:
      return matrix(layer.qkv, q + kv, kv, d);
    case TensorSlot::Output:
      return matrix(layer.output, 0, d, q);
    case TensorSlot::Gate:
      return matrix(layer.gateUp, 0, f, d);
    case TensorSlot::Up:
      return matrix(layer.gateUp, layout.mlpWidth(), f, d);
    case TensorSlot::Down:
      return matrix(layer.down, 0, d, f);
    default:
      throw Error("The CUDA module was given a weight that it does not know.");
  }
}

}  // namespace ouroscope::cuda
