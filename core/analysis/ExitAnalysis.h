// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cmath>
#include <span>
#include <vector>

#include "core/trace/Trace.h"

namespace ouroscope {

/// The exit distribution of one token over R loops (arXiv 2510.25741, section 3.2;
/// docs/model.md section 6).
struct ExitDistribution {
  std::vector<double> lambda;  ///< [R] sigmoid(g); the last loop's own value takes no part in p
  std::vector<double> p;       ///< [R] p_r = lambda_r S_{r-1}, last: the remainder S_{R-1}
  std::vector<double> cdf;     ///< [R] last is exactly 1
  double entropy = 0;          ///< of p, nats: "entropy of depth"
  double expectedDepth = 0;    ///< sum (r+1) p_r, loops counted from 1
  bool valid = true;  ///< false where a gate logit that counts is NaN: from that loop on p and the
                      ///< CDF are NaN, and so are entropy and expected depth
};

/// @param gateLogits [R] of one token. Computed in double.
ExitDistribution exitDistribution(std::span<const float> gateLogits);

/// First loop (0-based) with CDF >= q; q >= 1 and NaN gates give the last loop; q <= 0 the first.
int exitLoop(std::span<const float> gateLogits, double q);

/// How the record is read: every token at loop `budget`, or where the gate says, but never deeper
/// than the budget.
struct ReadoutRule {
  int gate = 0;  ///< index for Trace::gateLogits
  int budget =
      0;  ///< loops allowed, 1..R; 0 means R. With a budget B < R loop B takes the remainder.
  double q = 1.0;  ///< threshold; 1 reads loop `budget` everywhere
  bool operator==(const ReadoutRule&) const = default;
};

/// Everything the views need per token for one rule, computed once per slider tick. [T] each.
struct Readout {
  ReadoutRule rule;
  std::vector<int> loop;             ///< exit loop, 0-based; never beyond a token's loopsRun
  std::vector<float> expectedDepth;  ///< of the distribution truncated at the budget, loops from 1;
                                     ///< NaN where a gate that counts is
  std::vector<float> depthEntropy;   ///< nats; NaN likewise
  std::vector<std::int32_t> topId;   ///< best candidate at the exit loop; -1 where it has none
  double meanLoops = 0;              ///< mean of loop + 1
  std::vector<int> histogram;        ///< [R] tokens per exit loop
  int firstBranch = -1;  ///< first generated position whose greedy continuation would differ from
                         ///< the recorded token; -1 none
};
Readout readout(const Trace& trace, const ReadoutRule& rule);
/// Whether the gate says where the token is read. One whose gate is not a number is read at the
/// last loop allowed, and nobody knows where it would have stopped.
inline bool exitKnown(const Trace& trace, const Readout& read, int token) {
  return !trace.hasGate(read.rule.gate) || !std::isnan(read.expectedDepth[token]);
}
int unknownExits(const Trace& trace, const Readout& read);  ///< tokens of which it is not known

/// What every readout of one gate has in common: the exit distribution of every token, survivals,
/// and running sums of depth and entropy. Made once per trace and gate (all the exponentials and
/// logarithms); a slider tick is then look-ups. 36 bytes per token and loop. The tables do not keep
/// the trace alive.
class ReadoutTables {
 public:
  /// @throws Error where the trace has no such gate.
  ReadoutTables(const Trace& trace, int gate);
  /// Bit for bit what readout() gives; the gate is that of these tables, not rule.gate.
  /// @param trace the one that the tables were made of
  Readout read(const Trace& trace, const ReadoutRule& rule) const;
  int gate() const { return gate_; }

  // [T,R] of the distribution over all loops that a token ran; NaN where a loop was not run
  // and from the first NaN gate on.
  const std::vector<float>& lambda() const { return lambda_; }
  const std::vector<float>& probability() const { return probability_; }
  const std::vector<float>& cdf() const { return cdf_; }

 private:
  int gate_;
  bool gated_ = true;               ///< else the exit distribution says nothing: all of it is NaN
  std::vector<double> survival_;    ///< [T,R] S_r; NaN from the first NaN gate on
  std::vector<double> depthSum_;    ///< [T,R] sum of (j+1) p_j, j <= r
  std::vector<double> entropySum_;  ///< [T,R] sum of -p_j log p_j, j <= r
  std::vector<float> lambda_, probability_, cdf_;
};

/// A trace without an exit gate is read at the last loop allowed, at every threshold.
/// The rule that a run began with: its own gate, budget and threshold.
ReadoutRule ruleOfRun(const Trace& trace);

}  // namespace ouroscope
