// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/cpu/Lens.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <mutex>

#include "core/support/Error.h"
#include "core/support/Index.h"

namespace ouroscope::cpu {
namespace {

constexpr int kSliceColumns = 512;  // vocabulary entries: the unit of parallel work
constexpr int kTileRowsMax = 256;   // rows that share one read of a panel

/// Best K of one row within one slice, best first; ties keep the lower id because ids come in
/// ascending order.
struct TopList {
  float* values;
  std::int32_t* ids;
  int capacity;
  int count = 0;

  void offer(float value, std::int32_t id) {
    if (count == capacity && !(value > values[count - 1])) return;
    int at = count < capacity ? count++ : count - 1;
    for (; at > 0 && value > values[at - 1]; --at) {
      values[at] = values[at - 1];
      ids[at] = ids[at - 1];
    }
    values[at] = value;
    ids[at] = id;
  }
};

struct Reader {
  const Model& model;
  const LensRequest& request;
  const int rowsPer;
  LensResult& out;
  const int K, M, V, slices;
  const LogitsOf& logits;  ///< empty: not known

  // One tile of positions.
  int first = 0, positions = 0;
  Activations states{};                ///< [rows]
  std::vector<LensRowState> sums{};    ///< [slices][rows]
  std::vector<float> topValues{};      ///< [slices][rows][K]
  std::vector<std::int32_t> topIds{};  ///< [slices][rows][K]
  std::vector<int> topCounts{};        ///< [slices][rows]
  std::vector<float> bounds{};         ///< [rows] that a candidate must reach, raised as slices end
  std::vector<float> bestValues{};     ///< [rows][K] of the slices that have ended
  std::mutex bestMutex{};
  std::vector<float>
      targets{};             ///< [rows][1 + M] logits of next and tracked tokens; NaN where none
  std::vector<int> above{};  ///< [slices][rows][1 + M]
  std::shared_ptr<float> whole{};  ///< [rows][V] where steps are wanted and no one else keeps them
  std::vector<double> logSums{};   ///< [rows]

  int rows() const { return positions * rowsPer; }
  std::size_t cell(int slice, int row) const { return product(slice, rows()) + row; }

  void prepare() {
    const std::size_t r = rows();
    const auto cells = r * slices;
    sums.assign(cells, {-std::numeric_limits<float>::infinity(), 0, 0, 0});
    topValues.resize(cells * K);
    topIds.resize(cells * K);
    topCounts.assign(cells, 0);
    bounds.assign(r, -std::numeric_limits<float>::infinity());
    bestValues.assign(r * K, -std::numeric_limits<float>::infinity());
    targets.resize(r * (1 + M));
    above.assign(cells * (1 + M), 0);
    logSums.resize(r);
    if (request.steps && !logits && !request.logits) whole = model.spares.take(r * V);
  }

  void gatherStates(const std::function<void(int, int, float*)>& gather) {
    const int d = model.spec.hiddenSize;
    states = Activations(rows(), d);
    model.pool->run(positions, [&](int position) {
      static thread_local std::vector<float> state;
      state.resize(d);
      for (int row = 0; row < rowsPer; ++row) {
        gather(request.first + first + position, row, state.data());
        states.put(*model.kernels, model.plainStorage(), position * rowsPer + row, 0, state.data(),
                   d);
      }
    });
  }

  /// Logits of the tokens whose rank is wanted, by the same kernel and summation order as the pass
  /// itself: a rank counts entries strictly above, so its own logit must be reproduced to the bit.
  void readTargets(int row) {
    float z[kLensColumns];
    const int position = row / rowsPer;
    for (int t = 0; t <= M; ++t) {
      const std::int32_t id = t == 0 ? (request.next.empty() ? -1 : request.next[first + position])
                                     : request.tracked[t - 1];
      float& target = targets[row * (1 + M) + t];
      if (id < 0 || id >= V) {
        target = std::numeric_limits<float>::quiet_NaN();
        continue;
      }
      readColumns(id / kPanel, id / kPanel + 1, row, 1, z);
      target = z[id % kPanel];
    }
  }

  /// Logits of panels [from, to), two at most, of rows [firstRow, firstRow + count) of the tile;
  /// z [count][64].
  void readColumns(int from, int to, int firstRow, int count, float* z) const {
    if (!logits) {
      model.kernels->gemm(
          panelProduct(model.head, from, to, states, firstRow, count, z, kLensColumns));
      for (int r = 0; r < count; ++r)
        model.capLogits(z + std::ptrdiff_t{r} * kLensColumns, (to - from) * kPanel);
      return;
    }
    for (int r = 0; r < count; ++r) {
      const int row = firstRow + r, position = request.first + first + row / rowsPer;
      std::copy_n(logits(position, row % rowsPer) + product(from, kPanel), (to - from) * kPanel,
                  z + std::ptrdiff_t{r} * kLensColumns);
    }
  }

  void readSlice(int slice) {
    const int n = rows();
    static thread_local std::vector<float> z;
    z.resize(n * kLensColumns);
    const int end = std::min(V, (slice + 1) * kSliceColumns);
    for (int firstId = slice * kSliceColumns; firstId < end; firstId += kLensColumns) {
      const int valid = std::min(kLensColumns, end - firstId);
      readColumns(firstId / kPanel, firstId / kPanel + panelsOf(valid), 0, n, z.data());
      for (int row = 0; row < n; ++row)
        fold(slice, row, z.data() + row * kLensColumns, firstId, valid);
      for (int p = 0; p < positions; ++p)
        model.kernels->lensPanel(
            {z.data() + p * rowsPer * kLensColumns, rowsPer, &sums[cell(slice, p * rowsPer)]});
    }
    raiseBounds(slice);
  }

  /// Tells the other slices what a row's candidates must reach: the K-th best of all slices that
  /// have ended. Which these are changes what is looked at, never what comes out.
  void raiseBounds(int slice) {
    const std::lock_guard lock(bestMutex);
    const std::size_t k = K;
    for (int row = 0; row < rows(); ++row) {
      const std::size_t at = cell(slice, row);
      float* best = bestValues.data() + row * k;
      for (int i = 0; i < topCounts[at]; ++i) {
        const float value = topValues[at * k + i];
        if (!(value > best[k - 1])) break;
        std::size_t to = k - 1;
        for (; to > 0 && value > best[to - 1]; --to) best[to] = best[to - 1];
        best[to] = value;
      }
      std::atomic_ref(bounds[row]).store(best[k - 1]);
    }
  }

  void fold(int slice, int row, float* z, int firstId, int valid) {
    if (request.logits) {
      const std::size_t at = product(product(first, rowsPer) + row, V);
      std::copy_n(z, valid, request.logits + at + firstId);
    }
    if (whole) std::copy_n(z, valid, whole.get() + product(row, V) + firstId);
    std::fill(z + valid, z + kLensColumns, kNoLogit);
    const std::size_t at = cell(slice, row);
    for (int t = 0; t <= M; ++t)
      above[at * (1 + M) + t] += model.kernels->countAbove(z, valid, targets[row * (1 + M) + t]);
    TopList top{&topValues[at * K], &topIds[at * K], K, topCounts[at]};
    // Most panels hold no candidate: one maximum decides. What is below the K-th of a slice that
    // another thread has finished cannot be among the best either.
    const float bound = std::atomic_ref(bounds[row]).load();
    const float most = model.kernels->maximum(z, kLensColumns);
    if (!(most < bound) && (top.count < K || most > top.values[K - 1]))
      for (int i = 0; i < valid; ++i)
        if (!(z[i] < bound)) top.offer(z[i], firstId + i);
    topCounts[at] = top.count;
  }

  /// Joins the slices in their order and writes the results of one position.
  void write(int position) {
    const int base = position * rowsPer, last = base + rowsPer - 1;
    float lastMax = -std::numeric_limits<float>::infinity();
    for (int s = 0; s < slices; ++s) lastMax = std::max(lastMax, sums[cell(s, last)].max);
    double lastLse = 0, lastCross = 0, lastSum = 0;
    for (int row = last; row >= base; --row) {  // the last row first: the others' KL needs it
      float top = -std::numeric_limits<float>::infinity();
      for (int s = 0; s < slices; ++s) top = std::max(top, sums[cell(s, row)].max);
      double sum = 0, sumZ = 0, klSum = 0;
      for (int s = 0; s < slices; ++s) {
        const LensRowState& part = sums[cell(s, row)];
        const double own = std::exp(double{part.max} - top);
        const double lasts = std::exp(double{sums[cell(s, last)].max} - lastMax);
        sum += part.sum * own;
        sumZ += part.sumZ * own;
        klSum += part.klSum * lasts;
      }
      // cppcheck-suppress invalidFunctionArg ; the largest entry alone makes the sum 1
      const double lse = top + std::log(sum);
      const std::size_t at = product(first, rowsPer) + row;
      out.logSumExp[at] = logSums[row] = lse;
      const double entropy = lse - sumZ / sum;
      out.entropy[at] = entropy < 0 ? 0 : entropy;  // a NaN stays one
      if (row == last) {
        lastLse = lse;
        lastSum = sum;
        lastCross = sumZ / sum;
        out.kl[at] = 0;
      } else {
        // sum p_last (log p_last - log p_row) = (sum p_last z_last - lse_last) - (sum p_last z_row
        // - lse_row)
        const double kl = (lastCross - lastLse) - (klSum / lastSum - lse);
        out.kl[at] = kl < 0 ? 0 : kl;
      }
      writeTargets(row, at, lse);
      writeTop(row, at, lse);
    }
  }

  /// All logits of a row of the tile.
  const float* logitsOf(int row) const {
    if (whole) return whole.get() + product(row, V);
    const std::size_t of = product(first, rowsPer) + row;
    if (request.logits) return request.logits + product(of, V);
    return logits(request.first + first + row / rowsPer, row % rowsPer);
  }

  /// Every row against the one before it, when the sums of both are known.
  void writeSteps(int position) {
    for (int row = position * rowsPer + 1; row < (position + 1) * rowsPer; ++row) {
      const LensStep step = model.kernels->lensStep(
          {logitsOf(row), logitsOf(row - 1), V, logSums[row], logSums[row - 1]});
      const std::size_t at = product(first, rowsPer) + row;
      out.klStep[at] = step.kl < 0 ? 0 : step.kl;  // a NaN stays one
      out.jsStep[at] = step.js < 0 ? 0 : step.js;
    }
  }

  void writeTargets(int row, std::size_t at, double lse) {
    for (int t = 0; t <= M; ++t) {
      const float z = targets[row * (1 + M) + t];
      const bool none = t == 0 && (request.next.empty() || request.next[first + row / rowsPer] < 0);
      int rank = 0;
      for (int s = 0; s < slices; ++s) rank += above[cell(s, row) * (1 + M) + t];
      const float logProb = z - lse;
      if (t == 0) {
        out.nextLogProb[at] = logProb;
        out.nextRank[at] = none ? -1 : rank;
      } else {
        out.trackedLogProb[at * M + (t - 1)] = logProb;
        out.trackedRank[at * M + (t - 1)] = rank;
      }
    }
  }

  void writeTop(int row, std::size_t at, double lse) {
    std::vector<float> values(K);
    TopList best{values.data(), &out.topId[at * K], K, 0};
    for (int s = 0; s < slices; ++s) {
      const std::size_t from = cell(s, row);
      for (int i = 0; i < topCounts[from]; ++i)
        best.offer(topValues[from * K + i], topIds[from * K + i]);
    }
    for (int i = 0; i < K; ++i) out.topLogProb[at * K + i] = values[i] - lse;
  }
};

}  // namespace

void readLens(const Model& model, const LensRequest& request, int rowsPerPosition,
              const std::function<void(int, int, float*)>& gather, const LogitsOf& logits,
              LensResult& out) {
  const int V = model.spec.vocabSize;
  const int K = std::clamp(request.topK, 1, V), M = intSize(request.tracked);
  Reader reader{
      model, request, rowsPerPosition, out, K, M, V, (V + kSliceColumns - 1) / kSliceColumns,
      logits};

  const std::size_t cells = product(request.count, rowsPerPosition);
  for (auto* column : {&out.logSumExp, &out.entropy, &out.nextLogProb, &out.kl})
    column->assign(cells, 0);
  for (auto* column : {&out.klStep, &out.jsStep})
    column->assign(request.steps ? cells : 0, std::numeric_limits<float>::quiet_NaN());
  out.nextRank.assign(cells, -1);
  out.topId.assign(cells * K, 0);
  out.topLogProb.assign(cells * K, 0);
  out.trackedLogProb.assign(cells * M, 0);
  out.trackedRank.assign(cells * M, -1);

  // Where the tile's logits are kept, they are kept small.
  const bool keeps = request.steps && !logits && !request.logits;
  const int mostRows = keeps ? std::min<std::int64_t>(kTileRowsMax, kTileLogits / V) : kTileRowsMax;
  const int perTile = std::max(1, mostRows / rowsPerPosition);
  for (int first = 0; first < request.count; first += perTile) {
    reader.first = first;
    reader.positions = std::min(perTile, request.count - first);
    if (!logits) reader.gatherStates(gather);
    reader.prepare();
    model.pool->run(reader.rows(), [&](int row) { reader.readTargets(row); });
    model.pool->run(reader.slices, [&](int slice) {
      if (!request.stop.stop_requested()) reader.readSlice(slice);
    });
    if (request.stop.stop_requested()) throw Cancelled();
    model.pool->run(reader.positions, [&](int position) {
      reader.write(position);
      if (request.steps) reader.writeSteps(position);
    });
  }
}

}  // namespace ouroscope::cpu
