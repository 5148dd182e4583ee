// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "kernels/cuda/Layout.h"
#include "kernels/cuda/Norm.cuh"
#include "kernels/cuda/Runtime.h"

namespace ouroscope::cuda {

/// W [rows, columns] of y = W x, row-major, both padded to eight with zeros; bf16 or fp32. Matrices
/// of the checkpoint that share their input (q, k and v; gate and up) are stacked into one.
struct Matrix {
  int rows = 0, columns = 0;
  DeviceBuffer<unsigned char> data;
  template <class T>
  const T* as() const {
    return reinterpret_cast<const T*>(data.data());
  }
};

/// The weights of one physical layer; every loop uses the same ones.
struct Layer {
  // Norms and biases; null where the layer has none.
  DeviceBuffer<float> beforeAttention, afterAttention, afterAttentionSum;  ///< [d]
  DeviceBuffer<float> beforeMlp, afterMlp, afterMlpSum;                    ///< [d]
  DeviceBuffer<float> queryNorm, keyNorm;    ///< [headDim], or [heads * headDim]
  DeviceBuffer<float> qkvBias;               ///< [(heads + 2 kvHeads) * headDim]
  DeviceBuffer<float> outputBias, downBias;  ///< [d]
  DeviceBuffer<float> gateUpBias;            ///< [2 f], as the rows of gateUp
  Matrix qkv;                                ///< [(heads + 2 kvHeads) * headDim, d]
  Matrix output;                             ///< [d, heads * headDim]
  Matrix gateUp;  ///< [2 f, d]: gate rows, then, from mlpWidth on, up rows
  Matrix down;    ///< [d, f]
};

/// How the MLP of a layer joins gate and up.
inline Gating gatingOf(const Layer& layer, const LayerSpec& spec) {
  return {layer.gateUpBias.data(), spec.activation == Activation::GeluTanh};
}

/// How the two branches of a layer join its stream.
inline Join attentionJoin(const Layer& layer) {
  return {layer.outputBias.data(), layer.afterAttention.data(), layer.afterAttentionSum.data()};
}
inline Join mlpJoin(const Layer& layer) {
  return {layer.downBias.data(), layer.afterMlp.data(), layer.afterMlpSum.data()};
}

/// A model on one GPU: everything a sequence reads and nothing it writes.
struct Model {
  Model(int device, Layout layout);
  /// OuroscopeCudaApi::setWeight.
  void setWeight(TensorSlot slot, int layer, std::int64_t firstRow, std::int64_t rows,
                 const float* values);

  /// The norm that a state within a loop is read through.
  const float* lastNorm() const { return loopNorm.data() ? loopNorm.data() : headNorm.data(); }

  int device;
  Layout layout;
  float eps;
  int multiprocessors = 1;
  Stream stream;  ///< of the uploads
  Matrix embedding, head;
  Matrix adapter;  ///< [d, 2 d] at the input of a loop
  std::vector<Layer> layers;
  DeviceBuffer<float> loopNorm, codaNorm, headNorm;  ///< [d]; null where there is none
  DeviceBuffer<float> gateWeight;                    ///< [d]; null: there is no exit gate
  float gateBias = 0;
  DeviceBuffer<float> inverseFrequency;  ///< [ropes][headDim / 2]

 private:
  Layer makeLayer(const LayerSpec& spec) const;
  void setLayerWeight(TensorSlot slot, int layer, std::int64_t firstRow, std::int64_t rows,
                      const float* values);
  void setRows(Matrix& matrix, std::int64_t offset, std::int64_t limit, std::int64_t firstRow,
               std::int64_t rows, int columns, const float* values);
  void upload(Matrix& matrix, std::int64_t firstRow, std::int64_t rows, int columns,
              const float* values);
  /// `count` numbers from `offset` on; the buffer is as long as its owner made it.
  void upload(const DeviceBuffer<float>& to, int offset, int count, const float* values);
  PinnedBuffer<unsigned char> stage_;
};

}  // namespace ouroscope::cuda
