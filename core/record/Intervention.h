// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ouroscope {

/// What can be done to the state x [d] of a position while a run goes on. v is the vector of a
/// file, y another state, `by` a number.
enum class InterventionKind {
  Scale,       ///< x = by x
  Add,         ///< x = x + by v
  Remove,      ///< x = x - by (x . v / v . v) v
  Noise,       ///< x = x + by rms(x) n, n normal in every channel
  Replace,     ///< x = y
  SkipLoop,    ///< the loop leaves the state as it was before it
  RepeatLoop,  ///< the loop runs again on its own result, with the keys and values of its first
               ///< pass
  SkipLayer    ///< the layer leaves the state as it was before it
};

/// Where in a loop: after a layer of the core, counted from 0, or at the loop's end, where the
/// state is what gate, head and next loop read.
inline constexpr int kLoopEnd = -1;

/// Both ends count.
struct IndexRange {
  static constexpr int kOpen = std::numeric_limits<int>::max();  ///< as `last`: to the end
  int first = 0, last = kOpen;

  bool has(int i) const { return i >= first && i <= last; }
  bool operator==(const IndexRange&) const = default;
};

/// One change of a run, as plain data. Loops, layers and tokens count from 0 here and from 1 in the
/// text (docs/interventions.md).
struct Intervention {
  InterventionKind kind = InterventionKind::Scale;
  IndexRange loops;
  IndexRange layers{kLoopEnd, kLoopEnd};  ///< of the core; or the loop's end
  std::vector<IndexRange> tokens;         ///< empty: all
  double by = 1;
  std::uint64_t seed = 0;  ///< of the noise
  int times = 1;           ///< more passes of a repeated loop
  // Where v or y come from: a state of this run, or of a recorded one, or a tensor of a file.
  int fromToken = -1;  ///< -1: the token's own
  int fromLoop = -1;   ///< -1: the same loop
  std::string trace;   ///< file of a recorded run
  std::string file;    ///< safetensors
  std::string tensor;  ///< of it; empty: its only one
  std::string sha256;  ///< of either file; empty: any

  bool hasToken(int token) const;
  bool atEnd() const { return layers.first == kLoopEnd; }
  bool hasSource() const { return !trace.empty() || !file.empty(); }
  bool operator==(const Intervention&) const = default;
};

/// Reads "KIND,KEY=VALUE,...": "scale,loop=2,layer=3,tokens=1-4,by=0.5".
/// @throws Error that says what is wrong with it and what there is
Intervention interventionOf(std::string_view text);
/// The shortest text that interventionOf() reads as this.
std::string interventionText(const Intervention& intervention);

/// What a kind is called in the text, the keys it takes, and what it does.
struct InterventionRow {
  InterventionKind kind;
  std::string_view name, keys;  ///< keys by blanks, those that must be there with a "!"
};
std::span<const InterventionRow> interventionRows();
const InterventionRow& interventionRow(InterventionKind kind);

}  // namespace ouroscope
