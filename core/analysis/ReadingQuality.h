// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/analysis/Interval.h"
#include "core/support/Index.h"
#include "core/trace/Trace.h"

namespace ouroscope {

/// One way to read a record: how deep it reads and how good the reading is. Means over tokens.
struct OperatingPoint {
  double setting = 0;    ///< q, budget (loops), score threshold or mean loops: see who made it
  double meanLoops = 0;  ///< theoretical: a replay saves nothing
  double agreement = 0;  ///< share of tokens whose best candidate equals the deepest loop's; NaN
                         ///< where no token has candidates
  double nll = 0;        ///< mean -log p(next) over scored tokens, nats; NaN where there are none
  double kl = 0;         ///< mean KL(last loop || read loop), nats; NaN where it is nowhere known
  int needRerun = 0;     ///< tokens that would have gone on past the loops that they really ran
  /// Whether every token is read at one loop: only such means have an interval.
  bool ofTokens = false;
  /// Means of squares, nats², where `ofTokens`: of the NLL's difference to the deepest loop's on
  /// the same token, and of the KL.
  double nllSquare = 0, klSquare = 0;
};

/// What an operating point is judged by.
enum class Quality { Agreement, Nll, Kl };
struct QualityInfo {
  Quality quality;
  std::string_view id;    ///< "agreement": recipes, CSV
  std::string_view unit;  ///< "nats" or ""
};
std::span<const QualityInfo> qualities();
double valueOf(const OperatingPoint& point, Quality quality);

/// What reading every token at every loop would give: the one table under operating curves, exit
/// rules and their oracle. T tokens (of one or more traces), R loops.
struct ReadingQuality {
  int tokens = 0, loops = 0;
  std::vector<int> deepest;          ///< [T] last loop that the token ran, 0-based
  std::vector<float> nll, kl;        ///< [T,R]; past the deepest loop its value is repeated
  std::vector<std::uint8_t> agrees;  ///< [T,R] best candidate equals the deepest loop's
  /// [T] whether all loops that the token ran have a finite value: only then do its means over
  /// different depths compare. The last token of a text is never scored: nothing follows it.
  std::vector<std::uint8_t> scored, klKnown;
  std::vector<std::uint8_t> compared;  ///< [T] whether every loop has a best candidate
  int scoredTokens = 0, klTokens = 0, comparedTokens = 0;
  double fullLoops = 0, fullNll = 0;  ///< sums over tokens at their deepest loop
  bool skipped = false;  ///< some token ran fewer than R loops: full depth is then not on record

  /// @throws Error when the traces' loop counts differ.
  explicit ReadingQuality(std::span<const TracePtr> traces);
  explicit ReadingQuality(const Trace& trace);

  /// How many tokens the mean of this quality is over.
  int tokensOf(Quality quality) const;
  /// 95 % interval over the tokens (Interval.h), as if they were independent; those of one text are
  /// not, so the true uncertainty is larger. All three qualities are compared with full depth on
  /// the same tokens: agreement and KL by what they are, the NLL's interval is that of its
  /// difference to the deepest loop's, set around the mean. NaN where tokens are too few and for
  /// points that are not of tokens.
  Interval interval(const OperatingPoint& point, Quality quality) const;
  std::size_t at(int token, int loop) const { return product(token, loops) + loop; }
  /// Every token read at `loop[token]` (0-based, clipped to what it ran).
  OperatingPoint point(std::span<const int> loop, double setting) const;

 private:
  void add(const Trace& trace);
};

/// Sums behind an OperatingPoint, so that moving one token by one loop is a few additions.
struct QualitySums {
  double loops = 0, agrees = 0, nll = 0, kl = 0, nllSquare = 0, klSquare = 0;
  /// Adds `sign` times token t read at loop r.
  void add(const ReadingQuality& q, int token, int loop, double sign = 1);
  QualitySums& operator+=(const QualitySums& other);
  OperatingPoint mean(const ReadingQuality& q, double setting) const;
};

}  // namespace ouroscope
