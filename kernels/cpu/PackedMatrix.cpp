// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/cpu/PackedMatrix.h"

#include <algorithm>

#include "core/support/Index.h"

namespace ouroscope::cpu {
namespace {

/// Rows of one panel: [first, first + count) of a part, from `column` of the panel on.
struct PanelRows {
  const TensorSpec* part;
  int first, count, column;
};

std::vector<PanelRows> rowsOfPanel(const MatrixParts& parts, Join join, int panel) {
  std::vector<PanelRows> rows;
  const auto rowsOf = [](const TensorSpec* part) -> int { return part->rows; };
  const int count = intSize(parts);
  if (join == Join::Alternating) {
    const TensorSpec* part = parts[panel % count];
    const int first = panel / count * kPanel;
    rows.push_back({part, first, std::min(kPanel, rowsOf(part) - first), 0});
    return rows;
  }
  const int first = panel * kPanel;
  int before = 0;
  for (const TensorSpec* part : parts) {
    const int from = std::max(first, before), to = std::min(first + kPanel, before + rowsOf(part));
    if (from < to) rows.push_back({part, from - before, to - from, from - first});
    before += rowsOf(part);
  }
  return rows;
}

void packF32(const ModelWeights& weights, const std::vector<PanelRows>& rows, int k,
             std::byte* out) {
  auto* to = reinterpret_cast<float*>(out);
  std::vector<float> values;
  for (const PanelRows& r : rows) {
    values.resize(product(r.count, k));
    weights.readSlot(*r.part, r.first, r.count, values);
    for (int row = 0; row < r.count; ++row)
      for (int i = 0; i < k; ++i)
        to[std::ptrdiff_t{i} * kPanel + r.column + row] = values[product(row, k) + i];
  }
}

void packBf16(const ModelWeights& weights, const std::vector<PanelRows>& rows, int kPadded,
              const KernelTable& kernels, std::uint16_t* out) {
  // Rows with the padding between them, because pairs are packed up to it.
  std::vector<std::uint16_t> values(kPanel * kPadded);
  for (const PanelRows& r : rows)
    weights.readSlotBf16(*r.part, r.first, r.count, kPadded, values.data() + r.column * kPadded);
  kernels.packPairs(values.data(), kPadded, kPanel, kPadded, out);
}

/// Through bf16, so that what is quantised is what bf16 mode would compute with.
void packInt8(const ModelWeights& weights, const std::vector<PanelRows>& rows, int kPadded,
              const KernelTable& kernels, std::int8_t* out, float* scales) {
  std::vector<std::uint16_t> panel(kPanel * kPadded);
  packBf16(weights, rows, kPadded, kernels, panel.data());
  kernels.quantize(panel.data(), kPadded, out, scales);
}

}  // namespace

std::size_t PackedMatrix::bytesFor(int panels, int k, Storage storage) {
  const std::size_t columns = product(panels, kPanel);
  const int padded = paddedDepth(k, storage);
  const std::size_t depth = padded;
  const std::size_t scales = storage == Storage::Int8 ? blocksOf(padded) * sizeof(float) : 0;
  return columns * (depth * storageBytes(storage) + scales);
}

PackedMatrix pack(const ModelWeights& weights, const MatrixParts& parts, Join join, int k,
                  Storage storage, const KernelTable& kernels, ThreadPool& pool) {
  PackedMatrix m;
  for (const TensorSpec* part : parts) {
    const int rows = part->rows;
    m.n += rows;
    m.panels += panelsOf(rows);
  }
  if (join == Join::Stacked) m.panels = panelsOf(m.n);
  m.k = k;
  m.kPadded = paddedDepth(k, storage);
  m.storage = storage;
  m.data = AlignedBuffer<std::byte>(m.panels * m.panelBytes());
  if (storage == Storage::Int8)
    m.scales = AlignedBuffer<float>(product(m.panels, m.blocks(), kPanel));

  pool.run(m.panels, [&](int p) {
    std::byte* out = m.data.data() + p * m.panelBytes();
    const std::vector<PanelRows> rows = rowsOfPanel(parts, join, p);
    if (storage == Storage::F32)
      packF32(weights, rows, k, out);
    else if (storage == Storage::BF16)
      packBf16(weights, rows, m.kPadded, kernels, reinterpret_cast<std::uint16_t*>(out));
    else
      packInt8(weights, rows, m.kPadded, kernels, reinterpret_cast<std::int8_t*>(out),
               m.scales.data() + product(p, m.blocks(), kPanel));
  });
  return m;
}

GemmArgs panelProduct(const PackedMatrix& w, int from, int to, const Activations& a, int firstRow,
                      int rows, float* c, std::ptrdiff_t ldc) {
  GemmArgs g{};
  g.weights = w.panel(from);
  g.panelStride = w.panelBytes();
  g.storage = w.storage;
  g.k = g.to = w.kPadded;
  g.panels = to - from;
  g.a = a.data();
  if (a.digits()) {
    g.a = a.digits();
    g.rowScales = a.rowScales();
    g.rowSums = a.rowSums();
  }
  g.firstRow = firstRow;
  g.rows = rows;
  g.c = c;
  g.ldc = ldc;
  if (w.storage == Storage::Int8)
    g.scales = w.scales.data() + std::ptrdiff_t{from} * w.blocks() * kPanel;
  return g;
}

bool worthSharing(double work, const ThreadPool& pool) {
  constexpr double kWorthWaking = 400'000;  // multiply-adds: about 10 microseconds of one thread
  return pool.threads() > 1 && work >= kWorthWaking;
}

Pieces::Pieces(int units, double work, const ThreadPool& pool) : borders_{0} {
  constexpr int kLeast = 2;  // panels that a decoded token takes side by side
  const bool alone = !worthSharing(work, pool);
  for (int at = 0; at < units;) {
    const int left = units - at, share = left / (2 * pool.threads()) / kLeast * kLeast;
    at += alone ? left : std::min(left, std::max(share, kLeast));
    borders_.push_back(at);
  }
}

void Activations::finish(const KernelTable& kernels, Storage weights, int rows, ThreadPool& pool) {
  if (!kernels.splitFor(weights)) return;
  constexpr int kRowsPerTask = 8;  // one tile of digits
  const int tasks = (rows + kRowsPerTask - 1) / kRowsPerTask, blocks = blocksOf(k_);
  const std::size_t rooms = product(tasks, kRowsPerTask);
  if (digits_.size() < rooms * 2 * k_) {
    digits_ = AlignedBuffer<std::int8_t>(rooms * 2 * k_);
    rowScales_ = AlignedBuffer<float>(rooms * blocks);
    rowSums_ = AlignedBuffer<std::int32_t>(rowScales_.size());
  }
  const auto* x = reinterpret_cast<const float*>(data_.data());
  pool.run(tasks, [&](int task) {
    for (int row = task * kRowsPerTask; row < std::min(rows, (task + 1) * kRowsPerTask); ++row)
      kernels.split({x + row * rowPitch(k_), k_, row, digits_.data(),
                     rowScales_.data() + std::ptrdiff_t{row} * blocks,
                     rowSums_.data() + std::ptrdiff_t{row} * blocks});
  });
}

void multiply(const PackedMatrix& w, Activations& a, int rows, float* c, std::ptrdiff_t ldc,
              const KernelTable& kernels, ThreadPool& pool) {
  a.finish(kernels, w.storage, rows, pool);
  const Pieces pieces(w.panels, 1.0 * rows * w.columns() * w.kPadded, pool);
  // Many rows: one stretch of k after the other, so that no task fetches the rows again.
  constexpr int kManyRows = 64;
  const int stretch = rows < kManyRows ? w.kPadded : kStretch;
  for (int k0 = 0; k0 < w.kPadded; k0 += stretch)
    pool.run(pieces.count(), [&](int piece) {
      const int from = pieces.from(piece);
      GemmArgs g = panelProduct(w, from, pieces.to(piece), a, 0, rows,
                                c + std::ptrdiff_t{from} * kPanel, ldc);
      g.from = k0;
      g.to = std::min(k0 + stretch, w.kPadded);
      kernels.gemm(g);
    });
}

}  // namespace ouroscope::cpu
