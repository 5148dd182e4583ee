// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/LayerNumbers.h"

#include <cmath>

#include "core/support/Index.h"
#include "core/support/Numbers.h"

namespace ouroscope {
namespace {

/// The states of one row, [loops][layers][d], with their norms.
struct RowStates {
  std::span<const float> states;
  std::size_t d;
  std::vector<double> norms;

  std::span<const float> at(int place) const { return states.subspan(place * d, d); }
};

/// @param to the cell of the row's first loop and layer in the columns
void readRow(const Sequence& sequence, int row, int layers, std::size_t to, RecordColumns& out) {
  const int loops = sequence.loopsOf(row), all = loops * layers;
  std::vector<float> room;
  const std::size_t d = sequence.stateWidth();
  RowStates of{sequence.layerStates(row, layers, room), d, std::vector<double>(all)};
  for (int place = 0; place < all; ++place)
    of.norms[place] = std::sqrt(dot(of.at(place), of.at(place)));
  std::vector<float> start(d);
  for (int place = 0; place < all; ++place) {
    const int loop = place / layers, layer = place % layers, last = all - layers + layer;
    const auto x = of.at(place);
    const auto cosine = [&](std::span<const float> other, double norm) {
      return static_cast<float>(dot(x, other) / (of.norms[place] * norm));
    };
    const auto against = [&](std::span<const float> other, double norm, float& step, float& cos) {
      step = static_cast<float>(distance(x, other));
      cos = cosine(other, norm);
    };
    const std::size_t cell = to + place;
    out.layerNorm[cell] = static_cast<float>(of.norms[place]);
    out.layerLastCosine[cell] = cosine(of.at(last), of.norms[last]);
    if (layer > 0) {
      against(of.at(place - 1), of.norms[place - 1], out.layerUpdateNorm[cell],
              out.layerCosine[cell]);
    } else if (loop > 0) {  // what the first loop starts from is not a captured state
      sequence.loopStart(loop, row, 1, start);
      against(start, std::sqrt(dot(start, start)), out.layerUpdateNorm[cell],
              out.layerCosine[cell]);
    }
    if (loop > 0)
      against(of.at(place - layers), of.norms[place - layers], out.layerStepNorm[cell],
              out.layerStepCosine[cell]);
  }
}

}  // namespace

void readLayerNumbers(const Sequence& sequence, int offset, int count, int layers, int loops,
                      RecordColumns& out) {
  const std::size_t cells = product(loops, layers);
  for (auto* column : {&out.layerUpdateNorm, &out.layerNorm, &out.layerCosine, &out.layerStepNorm,
                       &out.layerStepCosine, &out.layerLastCosine})
    column->assign(cells * count, kAbsentNumber);
  sequence.each(count, [&](int i) { readRow(sequence, offset + i, layers, cells * i, out); });
}

}  // namespace ouroscope
