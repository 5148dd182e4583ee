// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "core/record/CausalMap.h"

namespace ouroscope {

/// A causal map as the metadata of a trace hold it (docs/trace-format.md).
nlohmann::json causalMapJson(const CausalMap& map);

/// What a map in a file has to fit to.
struct CausalMapBounds {
  int tokens = 0, loops = 0, layers = 0, words = 0;
};
/// @param where names the value in messages
/// @throws Error
CausalMap readCausalMap(const nlohmann::json& json, const std::string& where,
                        const CausalMapBounds& bounds);

}  // namespace ouroscope
