// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "core/model/ModelWeights.h"
#include "core/support/Index.h"
#include "kernels/cpu/AlignedBuffer.h"
#include "kernels/cpu/Kernels.h"
#include "kernels/cpu/ThreadPool.h"

namespace ouroscope::cpu {

/// W [n, k] of y = W x in panels of 32 output columns (Kernels.h). Several checkpoint matrices that
/// share their input are put into one: stacked (q, k and v) or panel by panel in turn (gate and up,
/// so that a task holds both halves of a SwiGLU).
struct PackedMatrix {
  int n = 0, k = 0;
  int kPadded = 0;
  int panels = 0;
  Storage storage = Storage::F32;
  AlignedBuffer<std::byte> data;
  AlignedBuffer<float> scales;  ///< Int8: [panels][blocks of k][32]

  int columns() const { return panels * kPanel; }
  std::size_t panelBytes() const { return product(kPadded, kPanel) * storageBytes(storage); }
  int blocks() const { return blocksOf(kPadded); }
  const std::byte* panel(int p) const { return data.data() + p * panelBytes(); }
  /// Of `panels` panels of depth k, scales included.
  static std::size_t bytesFor(int panels, int k, Storage storage);
};
/// Matrices of the model that share their input.
using MatrixParts = std::vector<const TensorSpec*>;
enum class Join { Stacked, Alternating };

/// Reads the parts and packs them, panel by panel on all threads: never more than a few panels
/// beside the result.
PackedMatrix pack(const ModelWeights& weights, const MatrixParts& parts, Join join, int k,
                  Storage storage, const KernelTable& kernels, ThreadPool& pool);

/// The left-hand side of products (Kernels.h): rows of k values in the layout the kernels take.
class Activations {
 public:
  Activations() = default;
  Activations(int rows, int k) : k_(paddedDepth(k)), data_(activationBytes(rows, k)) {}

  int k() const { return k_; }
  /// Fewer columns than there is room for; what was put before is lost.
  void setDepth(int k) { k_ = paddedDepth(k); }
  const void* data() const { return data_.data(); }
  void put(const KernelTable& kernels, Storage weights, int row, int first, const float* x, int n) {
    kernels.put({data_.data(), k_, row, first, x, n, kernels.roundedFor(weights)});
  }
  /// After the last put of a product's rows: splits them where its kernel wants that.
  void finish(const KernelTable& kernels, Storage weights, int rows, ThreadPool& pool);
  const std::int8_t* digits() const { return digits_.data(); }
  const float* rowScales() const { return rowScales_.data(); }
  const std::int32_t* rowSums() const { return rowSums_.data(); }

 private:
  int k_ = 0;
  AlignedBuffer<std::byte> data_;
  AlignedBuffer<std::int8_t> digits_;  ///< empty where nothing is split
  AlignedBuffer<float> rowScales_;
  AlignedBuffer<std::int32_t> rowSums_;
};

/// From one row of a product's result to the next: never a power of two times a page, whose rows
/// would all want the same lines of the cache.
constexpr std::ptrdiff_t rowStride(int columns) {
  return panelsOf(columns) * kPanel + 16;
}

/// Panels [from, to) of a product: c [rows][ldc] gets their columns from its first one on.
GemmArgs panelProduct(const PackedMatrix& w, int from, int to, const Activations& a, int firstRow,
                      int rows, float* c, std::ptrdiff_t ldc);

/// c [rows][ldc] = a W^T, shared out by panels; finishes `a`.
void multiply(const PackedMatrix& w, Activations& a, int rows, float* c, std::ptrdiff_t ldc,
              const KernelTable& kernels, ThreadPool& pool);

/// Whether so many multiply-adds take longer than it takes to wake the other threads.
bool worthSharing(double work, const ThreadPool& pool);

/// Cuts `units` equal parts of `work` multiply-adds into pieces for the threads: large ones first,
/// in which a stream of weights runs long, then smaller ones, so that all threads end together even
/// where a neighbour has half of a core. One piece where it is not worth sharing.
class Pieces {
 public:
  Pieces(int units, double work, const ThreadPool& pool);
  int count() const { return intSize(borders_) - 1; }
  int from(int piece) const { return borders_[piece]; }
  int to(int piece) const { return borders_[piece + 1]; }

 private:
  std::vector<int> borders_;
};

}  // namespace ouroscope::cpu
