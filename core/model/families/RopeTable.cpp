// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/families/RopeTable.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numbers>

#include "core/model/families/ConfigFields.h"
#include "core/support/DisplayText.h"

namespace ouroscope {
namespace {

using nlohmann::json;

constexpr double kLeastTheta = 1e-3, kMostTheta = 1e30;  // angles stay finite in fp32
constexpr double kMostFactor = 1e6, kMostPositions = 1e12;

double frequency(double theta, int k, int headDim) {
  return std::pow(theta, -2.0 * k / headDim);
}

/// Llama 3: long waves are stretched, short ones kept, those between blended.
void scaleLlama3(const JsonObject& scaling, double theta, int headDim, RopeSpec& rope) {
  const double factor = scaling.number("factor", 1, kMostFactor);
  const double low = scaling.number("low_freq_factor", 1e-6, kMostFactor);
  const double high = scaling.number("high_freq_factor", 1e-6, kMostFactor);
  const double old = scaling.number("original_max_position_embeddings", 1, kMostPositions);
  if (!(high > low)) scaling.fail("high_freq_factor", "must be above low_freq_factor");
  for (int k = 0; k < headDim / 2; ++k) {
    const double f = frequency(theta, k, headDim), wave = 2 * std::numbers::pi / f;
    double scaled = f;
    if (wave > old / low) {
      scaled = f / factor;
    } else if (!(wave < old / high)) {
      const double smooth = (old / wave - low) / (high - low);
      scaled = f * ((1 - smooth) / factor + smooth);
    }
    rope.inverseFrequency.push_back(scaled);
  }
}

/// YaRN (arXiv 2309.00071): a ramp over the channels between stretched and kept frequencies, and a
/// factor on cosine and sine.
void scaleYarn(const JsonObject& scaling, double theta, int headDim, double maxPositions,
               RopeSpec& rope) {
  const double factor = scaling.number("factor", 1, kMostFactor);
  const double old = scaling.optionalNumber("original_max_position_embeddings", 1, kMostPositions)
                         .value_or(maxPositions);
  const double fast = scaling.optionalNumber("beta_fast", 1e-3, kMostFactor).value_or(32);
  const double slow = scaling.optionalNumber("beta_slow", 1e-3, kMostFactor).value_or(1);
  // The channel that turns n times over the original context.
  const auto turning = [&](double n) {
    return headDim * std::log(old / (n * 2 * std::numbers::pi)) / (2 * std::log(theta));
  };
  double low = turning(fast), high = turning(slow);
  if (scaling.boolean("truncate", true)) {
    low = std::floor(low);
    high = std::ceil(high);
  }
  low = std::max(low, 0.0);
  high = std::min(high, headDim - 1.0);
  if (low == high) high += 0.001;
  for (int k = 0; k < headDim / 2; ++k) {
    const double f = frequency(theta, k, headDim);
    const double ramp = std::clamp((k - low) / (high - low), 0.0, 1.0);
    rope.inverseFrequency.push_back(f * (1 - ramp) + f / factor * ramp);
  }
  const auto strength = [&](double scale) {
    return factor <= 1 ? 1.0 : 0.1 * scale * std::log(factor) + 1;
  };
  const auto one = scaling.optionalNumber("mscale", 0, kMostFactor),
             all = scaling.optionalNumber("mscale_all_dim", 0, kMostFactor);
  const double known =
      one && all && *one != 0 && *all != 0 ? strength(*one) / strength(*all) : strength(1);
  rope.factor = scaling.optionalNumber("attention_factor", 0, kMostFactor).value_or(known);
}

std::string scalingType(const JsonObject& scaling) {
  const auto type = scaling.optionalString("rope_type");
  return type ? *type : scaling.string("type");
}

/// @param scaling null: no object says anything
void scale(const JsonObject* scaling, int headDim, double maxPositions, RopeReading& out) {
  const std::string type = scaling ? scalingType(*scaling) : "default";
  if (type == "default") {
    out.rope = plainRope(out.theta, headDim);
  } else if (type == "linear") {
    const double factor = scaling->number("factor", 1, kMostFactor);
    for (int k = 0; k < headDim / 2; ++k)
      out.rope.inverseFrequency.push_back(frequency(out.theta, k, headDim) / factor);
  } else if (type == "llama3") {
    scaleLlama3(*scaling, out.theta, headDim, out.rope);
  } else if (type == "yarn") {
    if (out.theta == 1) scaling->fail("rope_type", "is 'yarn', which needs a rope_theta above 1");
    scaleYarn(*scaling, out.theta, headDim, maxPositions, out.rope);
    if (scaling->optionalNumber("original_max_position_embeddings", 1, kMostPositions) ==
        maxPositions)
      out.notes.push_back({NoteKind::YarnFactor});
  } else if (type == "dynamic" || type == "longrope" || type == "su") {
    scaling->fail(scaling->find("rope_type") ? "rope_type" : "type",
                  "is '" + type +
                      "', whose frequencies depend on the length of the text; only 'default', "
                      "'linear', 'llama3' and 'yarn' are implemented");
  } else {
    scaling->fail(scaling->find("rope_type") ? "rope_type" : "type",
                  "is " + shownText(type) +
                      ", but only 'default', 'linear', 'llama3' and 'yarn' are implemented");
  }
}

}  // namespace

RopeSpec plainRope(double theta, int headDim) {
  RopeSpec rope;
  for (int k = 0; k < headDim / 2; ++k)
    rope.inverseFrequency.push_back(static_cast<float>(frequency(theta, k, headDim)));
  return rope;
}

RopeReading readRope(const JsonObject& config, int headDim, double maxPositions, double usualTheta,
                     std::string_view thetaKey) {
  RopeReading out;
  const auto theta = config.optionalNumber(thetaKey, kLeastTheta, kMostTheta);
  if (const json* parameters = config.find("rope_parameters")) {
    const JsonObject rope(*parameters, config.what() + ": rope_parameters");
    out.theta = rope.number("rope_theta", kLeastTheta, kMostTheta);
    if (theta && *theta != out.theta)
      config.fail(thetaKey, "differs from rope_parameters.rope_theta; make them equal");
    const bool typed = rope.find("rope_type") || rope.find("type");
    if (typed && scalingType(rope) != "default") {
      scale(&rope, headDim, maxPositions, out);
      return out;
    }
  } else {
    out.theta = numberOrUsual(config, thetaKey, kLeastTheta, kMostTheta, usualTheta, out.notes);
  }
  if (const json* scaling = config.find("rope_scaling")) {
    const JsonObject rope(*scaling, config.what() + ": rope_scaling");
    scale(&rope, headDim, maxPositions, out);
  } else {
    scale(nullptr, headDim, maxPositions, out);
  }
  return out;
}

}  // namespace ouroscope
