// SPDX-License-Identifier: GPL-3.0-or-later
// What interventions do to a pass under way.
#include <algorithm>

#include "kernels/cpu/Pass.h"

namespace ouroscope::cpu {

bool Pass::inPass(int r) const {
  if (again_ == 0) return true;
  const Row& row = rows_[r];
  return row.of->edits && row.of->edits->repeats(row.loop, row.position()) >= again_;
}

void Pass::edit(int layer) {
  for (const Stretch& stretch : stretches_) {
    StateEdits* const edits = stretch.of->edits;
    if (!edits) continue;
    const StatePlace place{stretch.loop, layer};
    std::vector<int> rows;
    std::vector<std::int32_t> positions;
    for (int i = 0; i < stretch.count; ++i) {
      const int r = stretch.first + i, position = stretch.position() + i;
      if (!inPass(r) || !edits->at(place, position)) continue;
      rows.push_back(r);
      positions.push_back(position);
    }
    if (rows.empty()) continue;
    std::vector<float> states(rows.size() * d_);
    for (std::size_t i = 0; i < rows.size(); ++i)
      std::copy_n(x(rows[i]), d_, states.data() + i * d_);
    edits->edit(place, positions, states);
    for (std::size_t i = 0; i < rows.size(); ++i)
      std::copy_n(states.data() + i * d_, d_, x(rows[i]));
  }
}

/// More passes of the loop for the rows that shall have them. The others run along and get back
/// what they had.
void Pass::repeatTurns(const std::stop_token& stop) {
  int passes = 0;
  for (const Row& row : rows_)
    if (row.of->edits) passes = std::max(passes, row.of->edits->repeats(row.loop, row.position()));
  for (again_ = 1; again_ <= passes; ++again_) {
    const std::vector<float> before(x_.data(), x_.data() + count() * d_);
    turn(stop);
    for (int r = 0; r < count(); ++r)
      if (!inPass(r)) std::copy_n(before.data() + r * d_, d_, x(r));
  }
  again_ = 0;
}

}  // namespace ouroscope::cpu
