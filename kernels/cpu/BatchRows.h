// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <algorithm>
#include <cstddef>
#include <vector>

#include "core/model/families/ModelSpec.h"
#include "core/support/Index.h"
#include "core/support/Numbers.h"

namespace ouroscope::cpu {

/// Numbers of rows that join at the back and leave at the front, `width` of them a row.
class RowTable {
 public:
  /// Forgets everything; room for `rows`.
  void reset(std::size_t width, int rows) {
    width_ = width;
    first_ = 0;
    numbers_.resize(width * rows);
  }
  bool empty() const { return width_ == 0; }
  std::size_t width() const { return width_; }
  float* row(int r) { return numbers_.data() + width_ * (first_ + r); }
  const float* row(int r) const { return numbers_.data() + width_ * (first_ + r); }
  /// Makes room for one row behind the `rows` that are there.
  void join(int rows) {
    if (width_ * (first_ + rows + 1) <= numbers_.size()) return;
    std::copy_n(row(0), width_ * rows, numbers_.data());
    first_ = 0;
    if (width_ * (rows + 1) > numbers_.size()) numbers_.resize(2 * width_ * (rows + 1));
  }
  void leave() { ++first_; }

 private:
  std::size_t width_ = 0;
  int first_ = 0;
  std::vector<float> numbers_;
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
  void reset(const ModelSpec& c, int loops, bool captureLayers, bool captureAttention, int rows) {
    const std::size_t d = c.hiddenSize, perLoop = loops * d;
    const bool startsAnew = captureLayers && c.keepsLoopInput();
    keep(0);
    states.reset(perLoop, rows);
    readouts.reset(c.readsBesideState() ? perLoop : 0, rows);
    residualNorms.reset(loops, rows);
    gates.reset(loops, rows);
    layerStates.reset(captureLayers ? perLoop * c.stages.core : 0, rows);
    queries.reset(
        captureAttention ? std::size_t{1} * loops * c.stages.core * c.attentionWidth() : 0, rows);
    loopStarts.reset(startsAnew ? perLoop : 0, rows);
    inputs.reset(c.keepsLoopInput() ? d : 0, rows);
    firstTurns.reset(c.stepRule == StepRule::Anchored ? d : 0, rows);
    angles.reset(c.ropes.size() * (c.headDim / 2) * 2, rows);
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
