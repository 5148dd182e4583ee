// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "kernels/cuda/Api.h"
#include "kernels/cuda/Layout.h"
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
  DeviceBuffer<float> beforeAttention, afterAttention;  ///< [d] norms of its input and output
  DeviceBuffer<float> beforeMlp, afterMlp;              ///< [d] the same of the MLP
  Matrix qkv;                                           ///< [(heads + 2 kvHeads) * headDim, d]
  Matrix output;                                        ///< [d, heads * headDim]
  Matrix gateUp;  ///< [2 f, d]: gate rows, then, from mlpWidth on, up rows
  Matrix down;    ///< [d, f]
};

/// A model on one GPU: everything a sequence reads and nothing it writes.
struct Model {
  Model(int device, const OuroscopeCudaSpec& spec);
  /// OuroscopeCudaApi::setWeight.
  void setWeight(TensorSlot slot, int layer, std::int64_t firstRow, std::int64_t rows,
                 const float* values);

  int device;
  Layout layout;
  float eps;
  int multiprocessors = 1;
  Stream stream;  ///< of the uploads
  Matrix embedding, head;
  std::vector<Layer> layers;
  DeviceBuffer<float> loopNorm;
  DeviceBuffer<float> gateWeight;
  float gateBias = 0;
  DeviceBuffer<float> inverseFrequency;  ///< [headDim / 2]

 private:
  void upload(Matrix& matrix, std::int64_t firstRow, std::int64_t rows, int columns,
              const float* values);
  void upload(DeviceBuffer<float>& to, int count, const float* values);
  PinnedBuffer<unsigned char> stage_;
};

}  // namespace ouroscope::cuda
