// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of every layer of every loop, pooled over tokens: what papers draw over the layers of all
// loops ("virtual layers"), one line a loop or one line a layer.
#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "core/analysis/GateAudit.h"
#include "core/trace/Trace.h"

namespace ouroscope {

/// One number of a token at a layer of a loop: a column [T,R,L], or [T,R,L,H] as its mean over
/// heads, or what is worked out from columns.
struct LayerNumber {
  std::string_view id;                       ///< "kl", "sink"
  std::string_view name;                     ///< English
  std::string_view brief;                    ///< where there is little room
  std::string_view unit;                     ///< "nats" or ""
  std::vector<float> TraceColumns::*column;  ///< null where `value` is given
  bool ofHeads = false;  ///< needs --capture attention, the others --capture layers
  float (*value)(const Trace& trace, int token, int loop, int layer) = nullptr;
};
std::span<const LayerNumber> layerNumbers();
/// @throws Error listing the ids
const LayerNumber& layerNumber(std::string_view id);

/// Whether the trace has the number: traces from before it was recorded do not.
bool hasLayerNumber(const Trace& trace, const LayerNumber& number);

/// Spread over tokens [first, last] of every layer of every loop; tokens without the value, and
/// those that did not run the loop, are left out. A trace that lacks the number gives no cells.
struct LayerCurves {
  int loops = 0, layers = 0;
  std::vector<Spread> cells;  ///< [R,L]; count 0 and NaN where no token has a value
  const Spread& at(int loop, int layer) const { return cells[loop * layers + layer]; }
};
LayerCurves layerCurves(const Trace& trace, const LayerNumber& number, int first, int last);

}  // namespace ouroscope
