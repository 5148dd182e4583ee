// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/model/ShardIndex.h"

namespace ouroscope {

/// Brings the names of Shards::place to those of a whole model's checkpoint, with a note where they
/// differ: the peft library puts "base_model.model." in front, an export of the base model (without
/// the head) leaves "model." out.
/// @param where the folder, in sentences
/// @throws Error where an adapter beside the weights is not merged into them
void settleTensorNames(Shards& shards, const std::string& where);

}  // namespace ouroscope
