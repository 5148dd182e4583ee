// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <string>

#include "core/model/families/ModelSpec.h"

namespace ouroscope {

/// Which tensor of a checkpoint fills a slot.
struct NamedSlot {
  TensorSlot slot;
  const char* name;
};

/// Appends a tensor to the spec's table: the whole of one stored tensor. Its shape and the scale of
/// random weights follow from the slot and the spec's sizes, which must be there already.
/// @param layer -1 for tensors that belong to no layer.
/// @return it, valid until the next one is added
TensorSpec& addTensor(ModelSpec& spec, TensorSlot slot, const std::string& name, int layer = -1);

/// A norm whose stored weights lack `offset`: it scales by offset + weight.
TensorSpec& addNorm(ModelSpec& spec, TensorSlot slot, const std::string& name, float offset,
                    int layer = -1);

/// The same for several, named `prefix` and their names.
void addTensors(ModelSpec& spec, std::span<const NamedSlot> names, int layer,
                const std::string& prefix);

}  // namespace ouroscope
