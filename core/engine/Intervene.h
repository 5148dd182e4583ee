// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <memory>
#include <span>
#include <tuple>
#include <vector>

#include "core/engine/StateEdits.h"
#include "core/model/families/ModelSpec.h"
#include "core/record/Intervention.h"

namespace ouroscope {

/// States that an intervention takes from outside the run: those of a recorded run, or one vector.
struct SourceStates {
  int tokens = 1, loops = 1;
  std::vector<float> values;  ///< [tokens, loops, d]
};

/// An intervention with what it needs to be carried out.
struct AppliedIntervention {
  Intervention what;
  std::shared_ptr<const SourceStates> source;  ///< null where it takes nothing from outside
};

/// Carries out interventions, in their order: each gets what those before it left. Results are a
/// function of the tokens alone: chunks of the prompt change nothing.
class Interventions : public StateEdits {
 public:
  /// @param loops, tokens of the run
  /// @throws Error where an intervention is of a loop, a layer or a token that the run does not
  /// have, or takes a state that comes later
  Interventions(std::vector<AppliedIntervention> list, const ModelSpec& spec, int loops,
                int tokens);

  bool touches(int position) const override;
  bool at(StatePlace place, int position) const override;
  void edit(StatePlace place, std::span<const std::int32_t> positions,
            std::span<float> states) override;
  int repeats(int loop, int position) const override;

 private:
  using Key = std::tuple<std::size_t, int, int, int>;  ///< intervention, token, loop, layer

  void check(const AppliedIntervention& one, int tokens) const;
  void checkSource(const AppliedIntervention& one, int tokens) const;
  void keep(std::size_t i, StatePlace place, int position, std::span<const float> state);
  void change(std::size_t i, StatePlace place, int position, std::span<float> state);
  void copy(std::size_t i, StatePlace place, int position, std::span<float> state);

  std::vector<AppliedIntervention> list_;
  int layers_, loops_;
  std::size_t width_;
  std::map<Key, std::vector<float>> kept_;  ///< states of this run that are still needed
};

}  // namespace ouroscope
