// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/families/LoopWindow.h"

#include <nlohmann/json.hpp>
#include <tuple>

#include "core/model/families/ConfigFields.h"
#include "core/record/RunSettings.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/Index.h"
#include "core/support/IntRange.h"
#include "core/support/StrictJson.h"

namespace ouroscope {

LoopWindow loopWindowFrom(const std::string& layers, const std::string& rule) {
  LoopWindow window;
  const auto range = intRangeOf(layers);
  if (!range || range->second > kMaxLayers)
    throw Error("The layers to loop are A-B, counted from 1, such as 15-18; found " +
                shownText(layers) + ".");
  std::tie(window.first, window.last) = *range;
  if (!rule.empty()) window.rule = stepRuleFromName(rule);
  return window;
}

LoopWindow loopWindowIn(const std::string& json, const std::string& what) {
  const nlohmann::json document = parseStrictJson(json, what);
  const JsonObject object(document, what);
  LoopWindow window;
  const nlohmann::json& layers = object.require("loop_layers");
  if (!layers.is_array() || layers.size() != 2)
    object.fail("loop_layers", "must be the first and the last layer, counted from 1, found " +
                                   shownValue(layers));
  window.first = object.integerIn(layers[0], "loop_layers", 1, kMaxLayers);
  window.last = object.integerIn(layers[1], "loop_layers", window.first, kMaxLayers);
  if (const auto rule = object.optionalString("step")) {
    try {
      window.rule = stepRuleFromName(*rule);
    } catch (const Error& error) {
      throw Error(what + ": " + error.what());
    }
  }
  window.weight = object.optionalNumber("weight", 0, 1).value_or(window.weight);
  window.loops = object.optionalInteger("loops", 1, kMaxLoops).value_or(window.loops);
  window.exitThreshold = object.optionalNumber("exit_threshold", 0, 1).value_or(1);
  return window;
}

bool canLoopLayers(const ModelSpec& spec) {
  return spec.trainedLoops == 1 && !spec.loopNorm && spec.loopInput == LoopInput::State &&
         (spec.windowLoops > 0 || spec.stages == Stages{0, intSize(spec.layers), 0});
}

void loopLayers(ModelSpec& spec, const LoopWindow& window) {
  const int layers = intSize(spec.layers);
  if (!canLoopLayers(spec))
    throw Error("The model is looped already (family " + spec.family +
                "): only layers of a plain model can be looped without training.");
  if (window.last > layers)
    throw Error("The model has " + std::to_string(layers) + " layers: layers " +
                std::to_string(window.first) + " to " + std::to_string(window.last) +
                " cannot be looped.");
  spec.stages = {window.first - 1, window.last - window.first + 1, layers - window.last};
  spec.stepRule = window.rule;
  spec.stepWeight = window.weight;
  spec.windowLoops = window.loops;
}

}  // namespace ouroscope
