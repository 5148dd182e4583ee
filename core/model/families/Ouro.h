// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/model/families/Family.h"

namespace ouroscope {

/// Ouro (arXiv 2510.25741): one stack of layers, looped as a whole.
extern const Family kOuro;

/// The arithmetic and the tensors of an Ouro model of these sizes.
ModelSpec ouroSpec(const ModelConfig& config);

}  // namespace ouroscope
