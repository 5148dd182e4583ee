// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/AttentionNumbers.h"

#include <algorithm>
#include <cmath>

#include "core/support/Error.h"
#include "core/support/Index.h"
#include "core/support/Numbers.h"

namespace ouroscope {
namespace {

/// -sum p log p of shares p = w / total; NaN where one of them is.
double entropyOf(std::size_t n, const auto& weight, double total) {
  return 0 - sumOf(n, [&](std::size_t i) {
           const double p = weight(i) / total;
           return p == 0 ? 0.0 : p * std::log(p);
         });
}

}  // namespace

void AttentionNumbers::read(const Sequence& sequence, int offset, int count, int first,
                            RecordColumns& out, const std::stop_token& stop) {
  const int layers = spec_.stages.core, heads = spec_.heads;
  const std::size_t cells = product(loops_, layers, heads);
  columns_.resize(cells);
  for (auto* column :
       {&out.attentionSink, &out.attentionColumns, &out.attentionEntropy, &out.attentionStep})
    column->assign(cells * count, kAbsentNumber);
  std::vector<float> now, before;
  for (int i = 0; i < count; ++i) {
    const std::size_t n = first + i + 1;  // positions that the token sees
    now.resize(heads * n);
    before.resize(now.size());
    for (int layer = 0; layer < layers; ++layer) {
      if (stop.stop_requested()) throw Cancelled();
      for (int loop = 0; loop < sequence.loopsOf(offset + i); ++loop) {
        std::swap(now, before);
        sequence.attention(loop, layer, offset + i, now);
        for (int head = 0; head < heads; ++head) {
          const auto row = std::span<const float>(now).subspan(n * head, n);
          const std::size_t cell = product(loop, layers, heads) + layer * heads + head;
          const std::size_t at = cells * i + cell;
          std::vector<double>& sums = columns_[cell];
          sums.resize(n);
          for (std::size_t j = 0; j < n; ++j) sums[j] += double{row[j]};
          out.attentionSink[at] = row[0];
          out.attentionEntropy[at] = entropyOf(
              n, [&](std::size_t j) { return double{row[j]}; }, 1);
          out.attentionColumns[at] =
              n == 1 ? (std::isnan(row[0]) ? kAbsentNumber : 1.0f)
                     : 1 - entropyOf(
                               n, [&](std::size_t j) { return sums[j]; }, double(n)) /
                               std::log(double(n));
          if (loop == 0) continue;
          out.attentionStep[at] = std::sqrt(sumOf(n, [&](std::size_t j) {
            const double step = double{row[j]} - double{before[n * head + j]};
            return step * step;
          }));
        }
      }
    }
  }
}

}  // namespace ouroscope
