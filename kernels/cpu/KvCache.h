// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/engine/KvSlots.h"
#include "kernels/cpu/AlignedBuffer.h"
#include "kernels/cpu/Kernels.h"

namespace ouroscope::cpu {

/// Keys and values of a sequence in the layout of weights (Kernels.h), so that attention is two
/// products of the same kernels: scores = q K^T takes the keys of a head as a matrix [positions,
/// headDim], in panels of 32 positions; scores V takes its values as [headDim, positions], in
/// panels of 32 dimensions along which positions are appended.
class KvCache {
 public:
  KvCache(const ModelSpec& spec, int capacity, int loops, Storage storage);

  static std::uint64_t bytesPerToken(const ModelSpec& spec, int loops, Storage storage);
  const KvSlots& kvSlots() const { return slots_; }
  /// Positions are reserved in whole panels.
  static constexpr int padded(int positions) { return (positions + kPanel - 1) / kPanel * kPanel; }

  int keyDepth() const { return keyDepth_; }
  int valuePanels() const { return valuePanels_; }
  Storage storage() const { return storage_; }
  /// Of the panel that starts at `position`, a multiple of 32.
  const std::byte* keys(int slot, int head, int position) const;
  std::ptrdiff_t keyStride() const;  ///< bytes from 32 positions to the next
  /// Of the first 32 dimensions, from `position` on, an even number.
  const std::byte* values(int slot, int head, int position) const;
  std::ptrdiff_t valueStride() const;  ///< bytes from 32 dimensions to the next

  /// A few positions of one head, 16 at most: rows of headDim, `ld` apart.
  void store(const KernelTable& kernels, int slot, int head, int position, int count,
             const float* k, const float* v, std::ptrdiff_t ld);
  /// Key and value of one head at one position, [headDim] each.
  void read(int slot, int head, int position, float* k, float* v) const;
  /// Loop `to` gets what loop `from` has at `position`, in all layers that have a slot per loop.
  void copyPosition(int position, int from, int to);
  /// Zeroes the values of [first, last): products go over whole steps of 32 positions, and what is
  /// beyond the last position must be finite to count nothing.
  void clearValues(int first, int last);
  void copyFrom(const KvCache& other, int positions);

 private:
  std::byte* head(int slot, int h);
  void storeBf16(const KernelTable& kernels, std::byte* head, int position, int count,
                 const float* k, const float* v, std::ptrdiff_t ld) const;
  const std::byte* head(int slot, int h) const { return const_cast<KvCache*>(this)->head(slot, h); }

  KvSlots slots_;
  int kvHeads_, headDim_, capacity_, keyDepth_, valuePanels_;
  Storage storage_;
  std::size_t headBytes_;          ///< keys, then values
  AlignedBuffer<std::byte> data_;  ///< [slots][kvHeads][headBytes]
};

}  // namespace ouroscope::cpu
