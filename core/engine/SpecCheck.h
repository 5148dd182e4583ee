// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/model/families/ModelSpec.h"

namespace ouroscope {

/// A spec can say more than the backends compute. @throws Error naming the first thing that they do
/// not, so that a model never runs as if it had another shape.
void requireImplemented(const ModelSpec& spec);

}  // namespace ouroscope
