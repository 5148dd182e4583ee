// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>

#include "core/model/families/ModelSpec.h"

namespace ouroscope {

/// Which layers of a plain model are looped, and by which rule (training-free looping, arXiv
/// 2605.23872).
struct LoopWindow {
  int first = 0, last = 0;  ///< layers counted from 1, both looped
  StepRule rule = StepRule::Anchored;
  double weight = 0.5;  ///< ModelSpec::stepWeight
  int loops = 6;        ///< of a run where nobody asks for a number
  /// q of a run where nobody asks for one; for gates beside the model (gates.safetensors).
  double exitThreshold = 1;
};

/// "15-18" and the name of a rule (stepRuleFromName; "naive" is "replace").
/// @throws Error for what is no such text
LoopWindow loopWindowFrom(const std::string& layers, const std::string& rule);

/// The same from ouroscope.json, which may lie in a model folder: {"loop_layers": [15, 18], "step":
/// "anchored", "weight": 0.5, "loops": 6, "exit_threshold": 1}; all but the first may be left out.
/// @param what names the document in sentences
LoopWindow loopWindowIn(const std::string& json, const std::string& what);

/// Whether layers of the model can be looped without training: it is a plain model, looped so
/// already or not.
bool canLoopLayers(const ModelSpec& spec);

/// Makes the window the core, what comes before it the prelude and what comes after it the coda, in
/// place of a window that the folder asked for.
/// @throws Error where the model is looped already or has no such layers
void loopLayers(ModelSpec& spec, const LoopWindow& window);

}  // namespace ouroscope
