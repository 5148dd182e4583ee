// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <stop_token>
#include <vector>

#include "kernels/cpu/BatchRows.h"
#include "kernels/cpu/CpuModel.h"

namespace ouroscope::cpu {

/// The batch under way on one sequence, as a pass sees it.
struct PassBatch {
  BatchRows& rows;
  KvCache& cache;
  int length = 0;  ///< finished positions: row r stands at length + r
  int loops = 0;   ///< R
  std::uint64_t startSeed = 0;
  StateEdits* edits = nullptr;  ///< who changes its states on the way; null: nobody
};

/// One reading of the layers for any rows that need them: of any sequences of a model, each row at
/// its own position and loop. run() reads like docs/model.md, sections 2 to 6. A row's numbers are
/// those that it would have alone: every step goes row by row, sums of products ascend the same way
/// for any number of rows (Kernels.h), and attention sees only the row's own past.
class Pass {
 public:
  explicit Pass(const Model& model);

  /// The next loop of every row that runs (BatchRows::chooseRunning). @throws Cancelled between two
  /// layers; the batches are then broken.
  void run(std::span<const PassBatch> batches, const std::stop_token& stop);

 private:
  /// Neighbouring rows of one batch at one loop.
  struct Stretch {
    const PassBatch* of;
    int row;    ///< of the first one, in its batch
    int first;  ///< of the first one, in the pass
    int count;
    int loop;
    int position() const { return of->length + row; }
  };
  /// Up to 16 rows of a stretch, whose keys are stored by one task.
  struct Block {
    const Stretch* stretch;
    int first, count;  ///< in the stretch
  };
  struct Row {
    const PassBatch* of;
    int row;   ///< in its batch
    int loop;  ///< that it runs now
    int position() const { return of->length + row; }
  };

  /// Takes those of the running rows of which `wanted` says so by their next loop (from 0) and R,
  /// and their states at its start.
  template <class Wanted>
  void take(std::span<const PassBatch> batches, const Wanted& wanted);
  void allocate();
  /// What row r keeps of its loop in a table with one place a loop, `width` numbers each.
  float* kept(RowTable BatchRows::*table, int r, std::size_t width) const {
    return (rows_[r].of->rows.*table).row(rows_[r].row) + width * rows_[r].loop;
  }
  void startLoops(std::span<const PassBatch> batches, const std::stop_token& stop);
  /// One turn of the core, from the state before it to the normed one after it.
  void turn(const std::stop_token& stop);
  void mixInput();
  void stepState();
  void normState();
  void closeLoop();
  void readThroughCoda(std::span<const PassBatch> batches, const std::stop_token& stop);

  /// Layers [first, first + count) with their slots of each row's loop. @throws Cancelled
  void runLayers(int first, int count, const std::stop_token& stop);
  void runLayer(int index);
  /// x = x + branch + bias, with the norms of the branch and of the sum.
  void addBranch(int r, const std::vector<float>& bias, const std::vector<float>& branchNorm,
                 const std::vector<float>& sumNorm);
  void prepareHeads(const Layer& layer);
  void rotateAndStore(int index);
  void keepQueries(int index);
  void attendRows(int index);
  void mlp(const Layer& layer);

  // Interventions (PassEdits.cpp).
  /// Lets the edits have the rows that they want there; `layer` as in StatePlace.
  void edit(int layer);
  void repeatTurns(const std::stop_token& stop);
  /// The row takes part in the turn under way, which may be one that only some rows repeat.
  bool inPass(int r) const;

  /// perRow(r) for the rows of the pass, on all threads.
  template <class PerRow>
  void rows(const PerRow& perRow) const;
  float* x(int r) { return x_.data() + r * d_; }
  int count() const { return intSize(rows_); }

  const Model& model_;
  const std::size_t d_;  ///< hidden size

  // The rows that layers are run for now.
  std::vector<Row> rows_;
  std::vector<Stretch> stretches_;
  std::vector<Block> blocks_;
  int again_ = 0;  ///< more than 0 in a turn that is repeated

  int rowsAllocated_ = 0;
  AlignedBuffer<float> x_;       ///< [n][d] residual stream
  AlignedBuffer<float> before_;  ///< [n][d] state before a turn
  AlignedBuffer<float> qkv_;     ///< [n][qkv.columns() and a cache line]
  AlignedBuffer<float> branch_;  ///< [n][output.columns() and a cache line]
  Activations mixed_;            ///< [n][2 d], input of the adapter
  Activations normed_;           ///< [n][d], input of qkv and gateUp
  Activations attended_;         ///< [n][heads * headDim]
  Activations mlp_;              ///< [n][f]
};

}  // namespace ouroscope::cpu
