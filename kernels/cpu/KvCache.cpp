// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/cpu/KvCache.h"

#include <algorithm>

#include "core/support/HalfFloat.h"

namespace ouroscope::cpu {
namespace {

/// Where element (column, depth) of a panel stands, in elements: pairs of depth share a line where
/// they are bf16.
constexpr std::ptrdiff_t panelIndex(Storage storage, int column, int depth) {
  const std::size_t c = column, d = depth;
  return storage == Storage::F32 ? d * kPanel + c : (d / 2 * kPanel + c) * 2 + d % 2;
}

std::size_t elementsPerToken(const ModelSpec& spec) {
  return paddedDepth(spec.headDim) + panelsOf(spec.headDim) * kPanel;
}

template <class T>
void scatter(Storage storage, std::byte* panels, int column, int count, const T* from) {
  auto* to = reinterpret_cast<T*>(panels);
  for (int i = 0; i < count; ++i) to[panelIndex(storage, column, i)] = from[i];
}

/// One position of values: `count` dimensions, 32 to a panel.
template <class T>
void scatterValues(Storage storage, std::byte* panels, std::size_t stride, int position, int count,
                   const T* from) {
  for (int i = 0; i < count; ++i)
    reinterpret_cast<T*>(panels + (i / kPanel) *
                                      stride)[panelIndex(storage, i % kPanel, position)] = from[i];
}

}  // namespace

KvCache::KvCache(const ModelSpec& spec, int capacity, int loops, Storage storage)
    : slots_(ouroscope::kvSlots(spec, loops)),
      kvHeads_(spec.kvHeads),
      headDim_(spec.headDim),
      capacity_(padded(capacity)),
      keyDepth_(paddedDepth(spec.headDim)),
      valuePanels_(panelsOf(spec.headDim)),
      storage_(storage),
      headBytes_(capacity_ * elementsPerToken(spec) * storageBytes(storage)),
      data_(headBytes_ * slots_.count() * kvHeads_) {}

std::uint64_t KvCache::bytesPerToken(const ModelSpec& spec, int loops, Storage storage) {
  return elementsPerToken(spec) * storageBytes(storage) * spec.kvHeads *
         ouroscope::kvSlots(spec, loops).count();
}

std::byte* KvCache::head(int slot, int h) {
  return data_.data() + headBytes_ * (std::ptrdiff_t{slot} * kvHeads_ + h);
}

std::ptrdiff_t KvCache::keyStride() const {
  return std::ptrdiff_t{keyDepth_} * kPanel * storageBytes(storage_);
}

std::ptrdiff_t KvCache::valueStride() const {
  return std::ptrdiff_t{capacity_} * kPanel * storageBytes(storage_);
}

const std::byte* KvCache::keys(int slot, int h, int position) const {
  return head(slot, h) + position / kPanel * keyStride();
}

const std::byte* KvCache::values(int slot, int h, int position) const {
  return head(slot, h) + capacity_ / kPanel * keyStride() +
         std::ptrdiff_t{position} * kPanel * storageBytes(storage_);
}

void KvCache::store(const KernelTable& kernels, int slot, int h, int position, int count,
                    const float* k, const float* v, std::ptrdiff_t ld) {
  std::byte* at = head(slot, h);
  if (storage_ == Storage::BF16) return storeBf16(kernels, at, position, count, k, v, ld);
  std::byte* values = at + capacity_ / kPanel * keyStride();
  for (int i = 0; i < count; ++i, ++position, k += ld, v += ld) {
    scatter(storage_, at + position / kPanel * keyStride(), position % kPanel, headDim_, k);
    scatterValues(storage_, values, valueStride(), position, headDim_, v);
  }
}

/// Columns of keys are packed as weights are, pairs of positions of values are zipped.
void KvCache::storeBf16(const KernelTable& kernels, std::byte* head, int position, int count,
                        const float* k, const float* v, std::ptrdiff_t ld) const {
  constexpr int kRows = 16, kWidth = 128;  // dimensions at a time, a multiple of a panel
  std::uint16_t rows[kRows][kWidth];
  std::byte* values = head + capacity_ / kPanel * keyStride();
  for (int first = 0; first < headDim_; first += kWidth) {
    const int n = std::min(kWidth, headDim_ - first);
    for (int i = 0; i < count; ++i) kernels.toBf16(k + i * ld + first, rows[i], n);
    for (int i = 0; i < count;) {
      const int column = (position + i) % kPanel, here = std::min(count - i, kPanel - column);
      std::byte* panel = head + (position + i) / kPanel * keyStride();
      kernels.packPairs(
          rows[i], kWidth, here, n,
          reinterpret_cast<std::uint16_t*>(panel) + panelIndex(Storage::BF16, column, first));
      i += here;
    }
    for (int i = 0; i < count; ++i) kernels.toBf16(v + i * ld + first, rows[i], n);
    for (int i = 0; i < count;) {
      const bool pair = (position + i) % 2 == 0 && i + 1 < count;
      for (int d = 0; d < n; d += kPanel) {
        std::byte* panel = values + (first + d) / kPanel * valueStride();
        const int wide = std::min(kPanel, n - d);
        if (pair)
          kernels.zip(
              rows[i] + d, rows[i + 1] + d, wide,
              reinterpret_cast<std::uint16_t*>(panel) + panelIndex(Storage::BF16, 0, position + i));
        else
          scatterValues(Storage::BF16, panel, 0, position + i, wide, rows[i] + d);
      }
      i += pair ? 2 : 1;
    }
  }
}

void KvCache::read(int slot, int h, int position, float* k, float* v) const {
  const std::byte* keyPanel = keys(slot, h, position / kPanel * kPanel);
  const std::byte* valuePanels = values(slot, h, 0);
  const auto element = [&](const std::byte* panel, std::ptrdiff_t at) {
    return storage_ == Storage::F32
               ? reinterpret_cast<const float*>(panel)[at]
               : bf16ToFloat(reinterpret_cast<const std::uint16_t*>(panel)[at]);
  };
  for (int i = 0; i < headDim_; ++i) {
    k[i] = element(keyPanel, panelIndex(storage_, position % kPanel, i));
    v[i] = element(valuePanels + i / kPanel * valueStride(),
                   panelIndex(storage_, i % kPanel, position));
  }
}

void KvCache::copyPosition(int position, int from, int to) {
  if (from == to) return;
  const std::ptrdiff_t es = storageBytes(storage_);
  const std::ptrdiff_t keyPanel = position / kPanel * keyStride();
  const std::ptrdiff_t valueBase = capacity_ / kPanel * keyStride();
  const Stages& stages = slots_.stages;
  const int end = stages.prelude + stages.core + (slots_.codaPerLoop ? stages.coda : 0);
  for (int layer = stages.prelude; layer < end; ++layer)
    for (int h = 0; h < kvHeads_; ++h) {
      const std::byte* source = head(slots_.at(from, layer), h);
      std::byte* target = head(slots_.at(to, layer), h);
      const auto copy = [&](std::ptrdiff_t offset) {
        std::copy_n(source + offset, es, target + offset);
      };
      for (int i = 0; i < headDim_; ++i) {
        copy(keyPanel + panelIndex(storage_, position % kPanel, i) * es);
        copy(valueBase + i / kPanel * valueStride() +
             panelIndex(storage_, i % kPanel, position) * es);
      }
    }
}

void KvCache::clearValues(int first, int last) {
  const std::ptrdiff_t es = storageBytes(storage_);
  const std::ptrdiff_t valueBase = capacity_ / kPanel * keyStride();
  for (int slot = 0; slot < slots_.count(); ++slot)
    for (int h = 0; h < kvHeads_; ++h)
      for (int p = 0; p < valuePanels_; ++p) {
        std::byte* panel = head(slot, h) + valueBase + p * valueStride();
        for (int position = first; position < last; ++position)
          for (int c = 0; c < kPanel; ++c)
            std::fill_n(panel + panelIndex(storage_, c, position) * es, es, std::byte{0});
      }
}

void KvCache::copyFrom(const KvCache& other, int positions) {
  const std::ptrdiff_t keyBytes = padded(positions) / kPanel * keyStride();
  const std::ptrdiff_t valueBytes =
      std::ptrdiff_t{padded(positions)} * kPanel * storageBytes(storage_);
  const std::ptrdiff_t valueBase = capacity_ / kPanel * keyStride();
  for (int slot = 0; slot < slots_.count(); ++slot)
    for (int h = 0; h < kvHeads_; ++h) {
      const std::byte* from = other.head(slot, h);
      std::byte* to = head(slot, h);
      std::copy_n(from, keyBytes, to);
      for (int p = 0; p < valuePanels_; ++p)
        std::copy_n(from + valueBase + p * valueStride(), valueBytes,
                    to + valueBase + p * valueStride());
    }
}

}  // namespace ouroscope::cpu
