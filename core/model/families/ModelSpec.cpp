// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/families/ModelSpec.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "core/support/DisplayText.h"
#include "core/support/Error.h"

namespace ouroscope {

const TensorSpec* ModelSpec::find(TensorSlot slot, int layer) const {
  const auto at = std::find_if(tensors.begin(), tensors.end(), [&](const TensorSpec& tensor) {
    return tensor.slot == slot && tensor.layer == layer;
  });
  return at == tensors.end() ? nullptr : &*at;
}

const TensorSpec& ModelSpec::tensor(TensorSlot slot, int layer) const {
  const TensorSpec* found = find(slot, layer);
  if (!found) throw std::logic_error("no tensor of the model fills this slot");
  return *found;
}

std::string stepRuleName(StepRule rule) {
  switch (rule) {
    case StepRule::Euler:
      return "euler";
    case StepRule::Anchored:
      return "anchored";
    case StepRule::Ema:
      return "ema";
    case StepRule::Replace:
      break;
  }
  return "replace";
}

StepRule stepRuleFromName(const std::string& name) {
  for (const StepRule rule :
       {StepRule::Replace, StepRule::Euler, StepRule::Anchored, StepRule::Ema})
    if (stepRuleName(rule) == name) return rule;
  if (name == "naive") return StepRule::Replace;
  throw Error(shownText(name) +
              " is not a rule for the steps of a loop: choose naive, euler, anchored or ema.");
}

std::string startStateName(StartState start) {
  return start == StartState::Noise ? "noise" : start == StartState::Zeros ? "zeros" : "embedding";
}

std::string lensName(const ModelSpec& spec) {
  if (spec.stages.coda == 0) return "direct";
  return spec.lens == LensKind::Logit ? "logit" : "coda";
}

std::vector<ExpectedTensor> expectedTensors(const ModelSpec& spec) {
  std::vector<ExpectedTensor> all;
  std::set<std::string> seen;
  for (const TensorSpec& tensor : spec.tensors)
    if (seen.insert(tensor.name).second) all.push_back({tensor.name, tensor.shape});
  return all;
}

}  // namespace ouroscope
