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

/// Appends tensors to the spec's table: each is the whole of one stored tensor, named `prefix` and
/// its name. Shapes and the scales of random weights follow from the slots and the spec's sizes,
/// which must be there already.
/// @param layer -1 for tensors that belong to no layer.
void addTensors(ModelSpec& spec, std::span<const NamedSlot> names, int layer = -1,
                const std::string& prefix = {});

}  // namespace ouroscope
