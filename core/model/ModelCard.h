// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "core/support/ContainedFolder.h"

namespace ouroscope {

/// The licence that a folder names in the front matter of its README.md or in config.json, as it is
/// written there: "apache-2.0", "other (llama3.2)". Empty where neither names one.
/// @throws OutsideLink
std::string licenceOf(const ContainedFolder& folder);

}  // namespace ouroscope
