// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/families/ModelSpec.h"

#include <algorithm>
#include <set>
#include <stdexcept>

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

std::vector<ExpectedTensor> expectedTensors(const ModelSpec& spec) {
  std::vector<ExpectedTensor> all;
  std::set<std::string> seen;
  for (const TensorSpec& tensor : spec.tensors)
    if (seen.insert(tensor.name).second) all.push_back({tensor.name, tensor.shape});
  return all;
}

}  // namespace ouroscope
