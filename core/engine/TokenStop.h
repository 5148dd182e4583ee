// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <vector>

#include "core/engine/Backend.h"
#include "core/record/ExitCriterion.h"
#include "core/record/ExitRule.h"

namespace ouroscope {

/// Decides loop by loop whether the token under way stops: by its exit gate, or by a criterion on
/// what the loops say and how the state moves. A device gives the same numbers that a record keeps.
class TokenStop {
 public:
  /// @param q of the gate, where `criterion` is that
  /// @param sequence holds the token in its batch
  /// @param startSeed of the noise that loops start from, where they do
  TokenStop(const ExitCriterion& criterion, double q, const ModelSpec& spec,
            const Sequence& sequence, std::uint64_t startSeed);

  /// Asked once after every loop, in order. The token stands at `row` of the `batch` rows now.
  bool stops(int loop, int row = 0, int batch = 1);

 private:
  LoopFacts factsOf(int loop);
  void readWords(int loop, LoopFacts& facts);
  void readState(int loop, LoopFacts& facts) const;
  std::vector<float> startState() const;

  ExitCriterion criterion_;
  const ModelSpec& spec_;
  const Sequence& sequence_;
  std::uint64_t startSeed_;
  int row_ = 0;
  ExitRule gate_;
  ExitQuantity quantity_;
  std::vector<float> logits_, before_;  ///< [V] of this loop and of the last
};

}  // namespace ouroscope
