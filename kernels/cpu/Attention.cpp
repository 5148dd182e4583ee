// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/cpu/Attention.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "core/support/Index.h"

namespace ouroscope::cpu {
namespace {

// Rows of one task. Two AMX tiles at least; more of them share what is fetched of keys and values.
constexpr int kFewQueries = 32, kMostQueries = 128;
constexpr int kSegment =
    512;  // positions; scores and weights of a task stay in the second-level cache

/// What one query has gathered so far: sum of e^(s - max) and of the values under these weights.
struct Mix {
  float max = 0, sum = 0;
  bool empty = true;
};

/// Buffers of one thread, kept between calls.
struct Scratch {
  std::vector<float> query;   ///< [keyDepth]
  std::vector<float> scores;  ///< [kMostQueries][kSegment]
  std::vector<float> mixed;   ///< [kMostQueries][value columns]: of one segment
  std::vector<float> total;   ///< [kMostQueries][value columns]
  Activations queries, weights;
  int keyDepth = 0;

  void fit(int depth, int valueColumns) {
    if (depth == keyDepth && std::ssize(mixed) == kMostQueries * valueColumns) return;
    keyDepth = depth;
    query.resize(depth);
    scores.resize(kMostQueries * kSegment);
    mixed.resize(kMostQueries * valueColumns);
    total.resize(mixed.size());
    queries = Activations(kMostQueries, depth);
    weights = Activations(kMostQueries, kSegment);
  }
};

class Job {
 public:
  /// @param queries of one task, at most
  explicit Job(const AttentionArgs& args, int queries = kFewQueries)
      : t_(args),
        queries_(queries),
        kernels_(*args.model.kernels),
        headDim_(args.model.spec.headDim),
        valueColumns_(args.cache.valuePanels() * kPanel),
        group_(args.model.spec.heads / args.model.spec.kvHeads),
        scale_(args.model.spec.scoreScale()),
        cap_(args.model.spec.attentionCap) {}

  int blocks() const { return blocks(t_, queries_); }
  static int blocks(const AttentionArgs& args, int queries) {
    return (args.batch + queries - 1) / queries;
  }
  int segments() const { return segments(0, t_.batch); }

  /// All segments of one block of queries.
  void block(int head, int index) const {
    const int firstQuery = index * queries_, rows = std::min(queries_, t_.batch - firstQuery);
    Scratch& s = scratch();
    putQueries(s, head, firstQuery, rows);
    Mix totals[kMostQueries], parts[kMostQueries];
    for (int i = firstSegment(firstQuery); i < segments(firstQuery, rows); ++i) {
      segment(s, head, firstQuery, rows, i, s.mixed.data(), parts);
      for (int r = 0; r < rows; ++r)
        join(totals[r], s.total.data() + r * valueColumns_, parts[r],
             s.mixed.data() + r * valueColumns_);
    }
    for (int r = 0; r < rows; ++r)
      write(head, firstQuery + r, totals[r], s.total.data() + r * valueColumns_);
  }

  /// A block of queries over a long context: segments are tasks of their own, joined afterwards.
  void split(int heads) const {
    const int rows = t_.batch, first = firstSegment(0), count = segments(0, rows) - first;
    const std::size_t cells = product(heads, count, rows);
    std::vector<float> mixed(cells * valueColumns_);
    std::vector<Mix> mixes(cells);
    const auto cell = [&](int head, int index) { return product(head * count + index, rows); };
    t_.model.pool->run(heads * count, [&](int task) {
      const int head = task / count, index = task % count;
      Scratch& s = scratch();
      putQueries(s, head, 0, rows);
      segment(s, head, 0, rows, first + index, mixed.data() + cell(head, index) * valueColumns_,
              &mixes[cell(head, index)]);
    });
    std::vector<float> mix(headDim_);
    for (int head = 0; head < heads; ++head)
      for (int r = 0; r < rows; ++r) {
        Mix total;
        for (int i = 0; i < count; ++i) {
          const std::size_t at = cell(head, i) + r;
          join(total, mix.data(), mixes[at], mixed.data() + at * valueColumns_);
        }
        write(head, r, total, mix.data());
      }
  }

  /// The weights of the first query over all positions.
  void weights(int head, std::span<float> out) const {
    Scratch& s = scratch();
    putQueries(s, head, 0, 1);
    std::vector<Mix> parts(segments());
    for (int i = 0; i < intSize(parts); ++i) {
      const int first = i * kSegment, count = std::min(kSegment, t_.length + 1 - first);
      scores(s, head, 1, first, count);
      parts[i] = softmaxRow(s, 0, 0, first, count);
      std::copy_n(s.scores.data(), count, out.data() + first);
    }
    float top = -std::numeric_limits<float>::infinity();
    for (const Mix& part : parts)
      if (!part.empty) top = std::max(top, part.max);
    double sum = 0;
    for (const Mix& part : parts)
      if (!part.empty) sum += double{part.sum} * std::exp(double{part.max} - top);
    for (int i = 0; i < intSize(parts); ++i) {
      const auto own = out.subspan(i * kSegment, std::min(kSegment, t_.length + 1 - i * kSegment));
      const double share = parts[i].empty ? 0 : std::exp(double{parts[i].max} - top) / sum;
      for (float& weight : own) weight *= share;
    }
  }

 private:
  int segments(int firstQuery, int rows) const {
    return (t_.length + firstQuery + rows + kSegment - 1) / kSegment;
  }
  /// The first position that a query sees.
  int firstSeen(int query) const {
    return t_.window > 0 ? std::max(0, t_.length + query + 1 - t_.window) : 0;
  }

  /// The first segment that one of these queries sees something of.
  int firstSegment(int firstQuery) const { return firstSeen(firstQuery) / kSegment; }

  Scratch& scratch() const {
    static thread_local Scratch s;
    s.fit(t_.cache.keyDepth(), valueColumns_);
    return s;
  }

  void putQueries(Scratch& s, int head, int firstQuery, int rows) const {
    // The buffer may hold what another model left there: the padding is written too.
    std::fill(s.query.begin() + headDim_, s.query.end(), 0.0f);
    for (int r = 0; r < rows; ++r) {
      std::copy_n(t_.q + (firstQuery + r) * t_.ldq + head * headDim_, headDim_, s.query.data());
      s.queries.put(kernels_, t_.cache.storage(), r, 0, s.query.data(), t_.cache.keyDepth());
    }
  }

  /// Products of the queries in `s` with the keys of `count` positions from `first` on.
  GemmArgs scores(Scratch& s, int head, int rows, int first, int count) const {
    const KvCache& cache = t_.cache;
    GemmArgs g{};
    g.weights = cache.keys(t_.slot, head / group_, first);
    g.panelStride = cache.keyStride();
    g.storage = cache.storage();
    g.k = g.to = cache.keyDepth();
    g.panels = panelsOf(count);
    g.a = s.queries.data();
    g.rows = rows;
    g.c = s.scores.data();
    g.ldc = kSegment;
    kernels_.gemm(g);
    return g;
  }

  /// Makes e^(score - max) of the scores of one query, and 0 of those that it does not see.
  Mix softmaxRow(Scratch& s, int firstQuery, int r, int first, int count) const {
    float* scores = s.scores.data() + r * kSegment;
    const int padded = paddedDepth(count);
    const int seen = std::clamp(t_.length + firstQuery + r + 1 - first, 0, count);
    const int from = std::clamp(firstSeen(firstQuery + r) - first, 0, count);
    SoftmaxArgs softmax{scores, seen, padded, scale_, 0, 0, from, cap_};
    if (seen > from)
      kernels_.softmax(softmax);
    else
      std::fill_n(scores, padded, 0.0f);
    return {softmax.max, softmax.sum, seen <= from};
  }

  /// One segment for the queries in `s`: their weights and mix of values. mixes [rows].
  void segment(Scratch& s, int head, int firstQuery, int rows, int index, float* mixed,
               Mix* mixes) const {
    const KvCache& cache = t_.cache;
    const int first = index * kSegment;
    const int count = std::min(kSegment, t_.length + firstQuery + rows - first);
    const int padded = paddedDepth(count);
    GemmArgs g = scores(s, head, rows, first, count);
    s.weights.setDepth(padded);
    for (int r = 0; r < rows; ++r) {
      mixes[r] = softmaxRow(s, firstQuery, r, first, count);
      s.weights.put(kernels_, cache.storage(), r, 0, s.scores.data() + r * kSegment, padded);
    }

    g.weights = cache.values(t_.slot, head / group_, first);
    g.panelStride = cache.valueStride();
    g.k = g.to = padded;
    g.panels = cache.valuePanels();
    g.a = s.weights.data();
    g.c = mixed;
    g.ldc = valueColumns_;
    kernels_.gemm(g);
  }

  /// Takes the next segment of one query into its total.
  void join(Mix& total, float* totalMix, const Mix& part, const float* partMix) const {
    if (part.empty) return;
    if (total.empty) {
      total = part;
      std::copy_n(partMix, headDim_, totalMix);
      return;
    }
    const float top = std::max(total.max, part.max);
    const float a = std::exp(total.max - top), b = std::exp(part.max - top);
    kernels_.blend(totalMix, partMix, headDim_, a, b);
    total = {top, total.sum * a + part.sum * b, false};
  }

  void write(int head, int query, const Mix& total, float* mix) const {
    const float inverse = 1.0f / total.sum;
    for (int i = 0; i < headDim_; ++i) mix[i] *= inverse;
    t_.out->put(kernels_, t_.model.storage, t_.firstRow + query, head * headDim_, mix, headDim_);
  }

  const AttentionArgs& t_;
  const int queries_;
  const KernelTable& kernels_;
  const int headDim_, valueColumns_, group_;
  const float scale_, cap_;
};

}  // namespace

void attend(std::span<const AttentionArgs> parts) {
  const Model& model = parts.front().model;
  ThreadPool& pool = *model.pool;
  const int heads = model.spec.heads;
  // Long tasks where there are enough of them for all threads.
  const auto enough = [&](int queries) {
    int blocks = 0;
    for (const AttentionArgs& part : parts) blocks += Job::blocks(part, queries);
    return heads * blocks >= 4 * pool.threads();
  };
  int queries = kMostQueries;
  while (queries > kFewQueries && !enough(queries)) queries /= 2;
  std::vector<Job> jobs;
  std::vector<int> firstTask{0};  // of each part
  double work = 0;  // multiply-adds, counted for the whole context: an upper bound will do
  for (const AttentionArgs& part : parts) {
    jobs.emplace_back(part, queries);
    firstTask.push_back(firstTask.back() + heads * jobs.back().blocks());
    work += 2.0 * part.batch * (part.length + part.batch) * heads * model.spec.headDim;
  }
  const int tasks = firstTask.back();
  const auto isLong = [](const Job& job) { return job.segments() > 1; };
  const auto isBlock = [](const Job& job) { return job.blocks() == 1; };
  if (tasks < 2 * pool.threads() && std::any_of(jobs.begin(), jobs.end(), isLong) &&
      std::all_of(jobs.begin(), jobs.end(), isBlock)) {
    for (const Job& job : jobs) job.split(heads);
    return;
  }
  const auto run = [&](int task) {
    const auto after = std::upper_bound(firstTask.begin(), firstTask.end(), task);
    const Job& job = jobs[after - firstTask.begin() - 1];
    // Head by head, so that its keys and values are fetched once. The last block of queries sees
    // the most: it goes first, so that no thread ends with it.
    const int own = task - *(after - 1), blocks = job.blocks();
    job.block(own / blocks, blocks - 1 - own % blocks);
  };
  if (worthSharing(work, pool)) return pool.run(tasks, run);
  for (int task = 0; task < tasks; ++task) run(task);
}

void attentionWeights(const AttentionArgs& args, std::span<float> out) {
  const Job job(args);
  const std::size_t seen = args.length + 1;
  for (int head = 0; head < args.model.spec.heads; ++head)
    job.weights(head, out.subspan(seen * head, seen));
}

}  // namespace ouroscope::cpu
