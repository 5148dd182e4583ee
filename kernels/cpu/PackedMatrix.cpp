// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/cpu/PackedMatrix.h"

#include <algorithm>
#include <exception>
#include <mutex>

namespace ouroscope::cpu {
namespace {

void packPanel(const float* rows, int count, int k, bool bf16, const KernelTable& kernels,
               std::byte* out) {
  if (!bf16) {
    auto* to = reinterpret_cast<float*>(out);
    for (int r = 0; r < count; ++r)
      for (int i = 0; i < k; ++i)
        to[static_cast<std::ptrdiff_t>(i) * kPanel + r] =
            rows[static_cast<std::ptrdiff_t>(r) * k + i];
    return;
  }
  auto* to = reinterpret_cast<std::uint16_t*>(out);
  std::vector<std::uint16_t> half(static_cast<std::size_t>(k));
  for (int r = 0; r < count; ++r) {
    kernels.toBf16(rows + static_cast<std::ptrdiff_t>(r) * k, half.data(), k);
    for (int i = 0; i < k; ++i)
      to[(static_cast<std::ptrdiff_t>(i / 2) * kPanel + r) * 2 + i % 2] =
          half[static_cast<std::size_t>(i)];
  }
}

}  // namespace

std::size_t PackedMatrix::bytesFor(int n, int k, bool bf16) {
  const std::size_t panels = (static_cast<std::size_t>(n) + kPanel - 1) / kPanel;
  return panels * kPanel * static_cast<std::size_t>((k + 1) / 2 * 2) * (bf16 ? 2 : 4);
}

PackedMatrix pack(const ModelWeights& weights, const std::vector<MatrixPart>& parts, int k,
                  bool bf16, const KernelTable& kernels, ThreadPool& pool) {
  PackedMatrix m;
  for (const auto& part : parts) m.n += part.rows;
  m.k = k;
  m.kPadded = (k + 1) / 2 * 2;
  m.panels = (m.n + kPanel - 1) / kPanel;
  m.bf16 = bf16;
  m.data = AlignedBuffer<std::byte>(PackedMatrix::bytesFor(m.n, k, bf16));

  // A worker's exception must reach the caller: a truncated weight file is bad input, not a crash.
  std::exception_ptr failure;
  std::mutex failureMutex;
  pool.run(m.panels, [&](int p) {
    try {
      std::vector<float> rows(static_cast<std::size_t>(kPanel) * k);
      int filled = 0, partFirst = 0;
      const int first = p * kPanel, last = std::min(m.n, first + kPanel);
      for (const auto& part : parts) {
        const int from = std::max(first, partFirst), to = std::min(last, partFirst + part.rows);
        if (from < to) {
          weights.readRows(part.name, from - partFirst, to - from,
                           std::span(rows).subspan(static_cast<std::size_t>(filled) * k,
                                                   static_cast<std::size_t>(to - from) * k));
          filled += to - from;
        }
        partFirst += part.rows;
      }
      packPanel(rows.data(), filled, k, bf16, kernels, m.data.data() + p * m.panelBytes());
    } catch (...) {
      const std::lock_guard lock(failureMutex);
      if (!failure) failure = std::current_exception();
    }
  });
  if (failure) std::rethrow_exception(failure);
  return m;
}

void multiply(const PackedMatrix& w, const float* a, std::ptrdiff_t lda, int rows, float* c,
              std::ptrdiff_t ldc, const KernelTable& kernels, ThreadPool& pool) {
  const int tasks = std::min(w.panels, pool.threads() * 4);
  pool.run(tasks, [&](int t) {
    const int from = static_cast<int>(static_cast<std::int64_t>(w.panels) * t / tasks);
    const int to = static_cast<int>(static_cast<std::int64_t>(w.panels) * (t + 1) / tasks);
    kernels.gemm({w.panel(from), w.bf16, w.kPadded, to - from, a, lda, rows,
                  c + static_cast<std::ptrdiff_t>(from) * kPanel, ldc});
  });
}

}  // namespace ouroscope::cpu
