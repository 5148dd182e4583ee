// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/SequenceDiff.h"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "core/support/Error.h"
#include "core/support/Index.h"

namespace ouroscope {
namespace {

/// a[a0 .. a1) against b[b0 .. b1).
struct Part {
  int a0, a1, b0, b1;
};

class Search {
 public:
  Search(std::span<const int> a, std::span<const int> b, int mostEdits, const std::stop_token& stop)
      : a_(a), b_(b), mostEdits_(std::max(1, mostEdits)), stop_(stop) {
    // Diagonals k = x - y run from -|b| - 1 to |a| + 1.
    const std::size_t diagonals = a.size() + b.size() + 3;
    forward_.resize(diagonals);
    backward_.resize(diagonals);
    zero_ = intSize(b) + 1;
  }

  SequenceDiff run() {
    // A stack of parts instead of recursion: a bad input must not decide how deep the calls go.
    std::vector<Part> todo{{0, intSize(a_), 0, intSize(b_)}};
    while (!todo.empty()) {
      Part p = todo.back();
      todo.pop_back();
      // What both ends share. The tail is pushed as a part of its own, so that runs come in order.
      const int start = p.a0;
      while (p.a0 < p.a1 && p.b0 < p.b1 && same(p.a0, p.b0)) ++p.a0, ++p.b0;
      keep(start, p.b0 - (p.a0 - start), p.a0 - start);
      int tail = 0;
      while (p.a0 < p.a1 && p.b0 < p.b1 && same(p.a1 - 1, p.b1 - 1)) --p.a1, --p.b1, ++tail;
      if (tail) todo.push_back({p.a1, p.a1 + tail, p.b1, p.b1 + tail});
      if (p.a0 == p.a1 || p.b0 == p.b1) continue;
      const auto [x, y] = split(p);
      todo.push_back({x, p.a1, y, p.b1});
      todo.push_back({p.a0, x, p.b0, y});
    }
    return std::move(out_);
  }

 private:
  bool same(int x, int y) const { return a_[x] == b_[y]; }
  int& forward(int k) { return forward_[zero_ + k]; }
  int& backward(int k) { return backward_[zero_ + k]; }

  void keep(int a, int b, int length) {
    if (!length) return;
    if (!out_.runs.empty()) {
      CommonRun& last = out_.runs.back();
      if (last.a + last.length == a && last.b + last.length == b) {
        last.length += length;
        return;
      }
    }
    out_.runs.push_back({a, b, length});
  }

  /// A point on a shortest path through the part, found from both ends at once; never one of its
  /// corners (a0, b0) and (a1, b1).
  std::pair<int, int> split(const Part& p) {
    constexpr int kNever = std::numeric_limits<int>::min() / 2;
    const int low = p.a0 - p.b1, high = p.a1 - p.b0;  // diagonals of the part
    const int from = p.a0 - p.b0, to = p.a1 - p.b1;
    const bool odd = (from - to) & 1;
    int fLow = from, fHigh = from, bLow = to, bHigh = to;
    forward(from) = p.a0;
    backward(to) = p.a1;
    for (int cost = 1;; ++cost) {
      if (stop_.stop_requested()) throw Cancelled();
      // Forward: one edit more on every diagonal that it can reach.
      if (fLow > low)
        forward(--fLow - 1) = kNever;
      else
        ++fLow;
      if (fHigh < high)
        forward(++fHigh + 1) = kNever;
      else
        --fHigh;
      for (int k = fHigh; k >= fLow; k -= 2) {
        int x = std::max(forward(k - 1) + 1, forward(k + 1));
        while (x < p.a1 && x - k < p.b1 && same(x, x - k)) ++x;
        forward(k) = x;
        if (odd && bLow <= k && k <= bHigh && backward(k) <= x) return {x, x - k};
      }
      // Backward.
      if (bLow > low)
        backward(--bLow - 1) = -kNever;
      else
        ++bLow;
      if (bHigh < high)
        backward(++bHigh + 1) = -kNever;
      else
        --bHigh;
      for (int k = bHigh; k >= bLow; k -= 2) {
        int x = std::min(backward(k - 1), backward(k + 1) - 1);
        while (x > p.a0 && x - k > p.b0 && same(x - 1, x - k - 1)) --x;
        backward(k) = x;
        if (!odd && fLow <= k && k <= fHigh && x <= forward(k)) return {x, x - k};
      }
      if (cost >= mostEdits_) return farthest(p, fLow, fHigh, bLow, bHigh);
    }
  }

  /// The point that got farthest from its end, where the search is given up.
  std::pair<int, int> farthest(const Part& p, int fLow, int fHigh, int bLow, int bHigh) {
    out_.shortest = false;
    std::int64_t best = -1;
    std::pair<int, int> at{p.a1, p.b0};  // everything out, everything in
    // Paths may have run past an edge of the part: such a point is moved back along its diagonal.
    for (int k = fHigh; k >= fLow; k -= 2) {
      const int x = std::min({forward(k), p.a1, p.b1 + k}), y = x - k;
      if (x < p.a0 || y < p.b0 || (x == p.a0 && y == p.b0) || (x == p.a1 && y == p.b1)) continue;
      const std::int64_t way = static_cast<std::int64_t>(x - p.a0) + (y - p.b0);
      if (way > best) best = way, at = {x, y};
    }
    for (int k = bHigh; k >= bLow; k -= 2) {
      const int x = std::max({backward(k), p.a0, p.b0 + k}), y = x - k;
      if (x > p.a1 || y > p.b1 || (x == p.a0 && y == p.b0) || (x == p.a1 && y == p.b1)) continue;
      const std::int64_t way = static_cast<std::int64_t>(p.a1 - x) + (p.b1 - y);
      if (way > best) best = way, at = {x, y};
    }
    return at;
  }

  std::span<const int> a_, b_;
  int mostEdits_;
  std::stop_token stop_;
  std::vector<int> forward_, backward_;  ///< farthest x on diagonal x - y
  int zero_ = 0;
  SequenceDiff out_;
};

}  // namespace

SequenceDiff sequenceDiff(std::span<const int> a, std::span<const int> b, int mostEdits,
                          const std::stop_token& stop) {
  return Search(a, b, mostEdits, stop).run();
}

}  // namespace ouroscope
