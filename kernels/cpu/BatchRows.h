// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <algorithm>
#include <cstddef>
#include <memory>
#include <vector>

#include "core/model/families/ModelSpec.h"
#include "core/support/Index.h"
#include "core/support/Numbers.h"
#include "kernels/cpu/SpareBuffers.h"

namespace ouroscope::cpu {

/// Numbers of rows that join at the back and leave at the front, `width` of them a row.
class RowTable {
 public:
  /// Forgets everything; room for `rows`, whose numbers may be anything.
  void reset(std::size_t width, int rows, SpareBuffers& spares) {
    width_ = width;
    first_ = 0;
    spares_ = &spares;
    if (width * rows > room_) take(width * rows);
  }
  bool empty() const { return width_ == 0; }
  std::size_t width() const { return width_; }
  float* row(int r) { return numbers_.get() + width_ * (first_ + r); }
  const float* row(int r) const { return numbers_.get() + width_ * (first_ + r); }
  /// Makes room for one row behind the `rows` that are there.
  void join(int rows) {
    if (width_ * (first_ + rows + 1) <= room_) return;
    const std::shared_ptr<const float> before = numbers_;
    const float* const from = row(0);
    if (width_ * (rows + 1) > room_) take(2 * width_ * (rows + 1));
    std::copy_n(from, width_ * rows, numbers_.get());
    first_ = 0;
  }
  void leave() { ++first_; }

 private:
  void take(std::size_t count) {
    numbers_ = spares_->take(count);
    room_ = count;
  }

  std::size_t width_ = 0, room_ = 0;
  int first_ = 0;
  SpareBuffers* spares_ = nullptr;
  std::shared_ptr<float> numbers_;
};

/// What the rows of a batch keep from one loop to the next, and for those who read them.
struct BatchRows {
  std::vector<int> loopsRun;
  std::vector<char> held;  ///< runs no further loop
  std::vector<char> runs;  ///< takes part in the pass under way
  RowTable states;         ///< [R][d] after each loop; a row's start waits in the first one's place
  RowTable readouts;       ///< [R][d] where the head reads something else
  RowTable residualNorms;  ///< [R]
  RowTable gates;          ///< [R] gate logits
  RowTable layerStates;    ///< [R][L][d] where captured
  RowTable queries;        ///< [R][L][heads * headDim] rotated, where attention is captured
  RowTable loopStarts;     ///< [R][d] where captured and not the state before
  RowTable inputs;         ///< [d] what the prelude gave, where loops need it
  RowTable firstTurns;     ///< [d] result of the first turn, where the step rule needs it
  RowTable angles;         ///< [ropes][cosines, sines][headDim / 2]

  int count() const { return intSize(loopsRun); }

  /// No rows, and room for `rows`.
  void reset(const ModelSpec& c, int loops, bool captureLayers, bool captureAttention, int rows,
             SpareBuffers& spares) {
    const std::size_t d = c.hiddenSize, perLoop = loops * d;
    const bool startsAnew = captureLayers && c.keepsLoopInput();
    keep(0);
    states.reset(perLoop, rows, spares);
    readouts.reset(c.readsBesideState() ? perLoop : 0, rows, spares);
    residualNorms.reset(loops, rows, spares);
    gates.reset(loops, rows, spares);
    layerStates.reset(captureLayers ? perLoop * c.stages.core : 0, rows, spares);
    queries.reset(
        captureAttention ? std::size_t{1} * loops * c.stages.core * c.attentionWidth() : 0, rows,
        spares);
    loopStarts.reset(startsAnew ? perLoop : 0, rows, spares);
    inputs.reset(c.keepsLoopInput() ? d : 0, rows, spares);
    firstTurns.reset(c.stepRule == StepRule::Anchored ? d : 0, rows, spares);
    angles.reset(c.ropes.size() * (c.headDim / 2) * 2, rows, spares);
  }
  void join() {
    eachTable([this](RowTable& table) { table.join(count()); });
    for (RowTable* table : {&residualNorms, &gates})
      std::fill_n(table->row(count()), table->width(), static_cast<float>(kNaN));
    loopsRun.push_back(0);
    held.push_back(0);
  }
  void keep(int rows) {
    loopsRun.resize(rows);
    held.resize(rows);
  }
  void leave() {
    eachTable([](RowTable& table) { table.leave(); });
    loopsRun.erase(loopsRun.begin());
    held.erase(held.begin());
  }

  /// Chooses the rows of the next pass: those that may run another loop, and have before them only
  /// rows that have run that loop or run it now. @return whether there is one
  bool chooseRunning(int loops) {
    runs.assign(count(), 0);
    bool any = false;
    for (int r = 0; r < count(); ++r) {
      const bool free = r == 0 || loopsRun[r - 1] > loopsRun[r] ||
                        (loopsRun[r - 1] == loopsRun[r] && runs[r - 1]);
      runs[r] = free && !held[r] && loopsRun[r] < loops;
      any = any || runs[r];
    }
    return any;
  }

 private:
  template <class Do>
  void eachTable(const Do& act) {
    for (RowTable* table : {&states, &readouts, &residualNorms, &gates, &layerStates, &queries,
                            &loopStarts, &inputs, &firstTurns, &angles})
      act(*table);
  }
};

}  // namespace ouroscope::cpu
