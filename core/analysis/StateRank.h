// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <vector>

#include "core/trace/Trace.h"

namespace ouroscope {

/// How many directions the states of all tokens fill after one loop: by the singular values σ of
/// the matrix X [n,d] of states, not centred (docs/measures.md).
struct StateRank {
  int tokens = 0;            ///< n that ran the loop and have a state
  double energy = 0;         ///< Σ σ² / n: mean ‖h‖²
  double effectiveRank = 0;  ///< exp(-Σ q log q), q = σ / Σ σ
  double matrixEntropy = 0;  ///< -Σ p log p, p = σ² / Σ σ²; nats
  double stableRank = 0;     ///< Σ σ² / max σ²
  int rank90 = 0;            ///< fewest directions that hold 90 % of the energy
};
/// [R], of the states of all traces together; empty where not every trace has states.
/// @throws Error when the traces' loops or widths differ
std::vector<StateRank> stateRanks(std::span<const TracePtr> traces);

/// The same of one matrix. @param rows [n,d]
StateRank stateRank(std::span<const float> rows, int width);

}  // namespace ouroscope
