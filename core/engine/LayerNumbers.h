// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/engine/Backend.h"
#include "core/record/Columns.h"

namespace ouroscope {

/// Norms, steps and cosines of the states after the layers (docs/measures.md): against the layer
/// below, the same layer of the loop before, and that of the last loop run. Fills the columns
/// layer_* that hold them, [count, R, L], of rows [offset, offset + count) of the batch under way.
/// @param layers of the core; @param loops R
void readLayerNumbers(const Sequence& sequence, int offset, int count, int layers, int loops,
                      RecordColumns& out);

}  // namespace ouroscope
