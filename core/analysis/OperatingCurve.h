// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "core/analysis/ExitAnalysis.h"

namespace ouroscope {

/// One point of depth against quality. Means over all tokens; nll over tokens that have a next
/// token.
struct OperatingPoint {
  double setting = 0;    ///< q, budget (loops), or tolerance (oracle)
  double meanLoops = 0;  ///< theoretical: a replay saves nothing
  double agreement = 0;  ///< share of tokens whose best candidate equals the last loop's
  double nll = 0;        ///< mean -log p(next), nats
  double kl = 0;         ///< mean KL(last loop || read loop), nats
};

struct OperatingCurve {
  std::vector<OperatingPoint> gate;     ///< over q, 0..1
  std::vector<OperatingPoint> uniform;  ///< budgets 1..R
  std::vector<OperatingPoint> random;   ///< each gate point's exit loops shuffled over tokens:
                                        ///< expected value, exact, no seed
  std::vector<OperatingPoint>
      oracle;  ///< first loop within `setting` nats of the token's best -log p(next)
};
OperatingCurve operatingCurve(const Trace& trace, int gate, int points = 101);

}  // namespace ouroscope
