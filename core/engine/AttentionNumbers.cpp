// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/AttentionNumbers.h"

#include <algorithm>
#include <cmath>

#include "core/support/Error.h"
#include "core/support/Index.h"
#include "core/support/Numbers.h"

namespace ouroscope {
namespace {

/// -sum p log p of shares p = w / total; NaN where one of them is. The logarithms are of single
/// precision, as the weights are.
double entropyOf(std::size_t n, const auto& weight, double total) {
  return 0 - sumOf(n, [&](std::size_t i) {
           const auto p = static_cast<float>(weight(i) / total);
           return p == 0 ? 0.0 : double{p} * double{std::log(p)};
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
  // Layers have nothing in common: each goes through the tokens on its own.
  sequence.each(layers, [&](int layer) {
    Weights weights;
    for (int i = 0; i < count && !stop.stop_requested(); ++i)
      readLayer(sequence, layer, offset + i, first + i, cells * i, weights, out);
  });
  if (stop.stop_requested()) throw Cancelled();
}

/// @param at of the token's first cell in the columns
void AttentionNumbers::readLayer(const Sequence& sequence, int layer, int row, int position,
                                 std::size_t at, Weights& of, RecordColumns& out) {
  const int layers = spec_.stages.core, heads = spec_.heads;
  const std::size_t n = position + 1;  // positions that the token sees
  auto& [now, before] = of;
  now.resize(heads * n);
  before.resize(heads * n);
  for (int loop = 0; loop < sequence.loopsOf(row); ++loop) {
    std::swap(now, before);
    sequence.attention(loop, layer, row, now);
    for (int head = 0; head < heads; ++head) {
      const auto weights = std::span<const float>(now).subspan(n * head, n);
      const std::size_t own = product(loop, layers, heads) + layer * heads + head;
      std::vector<double>& sums = columns_[own];
      sums.resize(n);
      for (std::size_t j = 0; j < n; ++j) sums[j] += double{weights[j]};
      const std::size_t cell = at + own;
      out.attentionSink[cell] = weights[0];
      out.attentionEntropy[cell] = static_cast<float>(entropyOf(
          n, [&](std::size_t j) { return double{weights[j]}; }, 1));
      out.attentionColumns[cell] =
          n == 1 ? (std::isnan(weights[0]) ? kAbsentNumber : 1.0f)
                 : static_cast<float>(
                       1 - entropyOf(
                               n, [&](std::size_t j) { return sums[j]; }, static_cast<double>(n)) /
                               std::log(static_cast<double>(n)));
      if (loop > 0)
        out.attentionStep[cell] = static_cast<float>(
            distance(weights, std::span<const float>(before).subspan(n * head, n)));
    }
  }
}

}  // namespace ouroscope
