// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>

namespace ouroscope {

/// The bundled demo model: $OUROSCOPE_DEMO_DIR, else <program>/../share/ouroscope/demo, else the
/// source tree's resources/demo.
/// @throws Error when none of them holds a config.json.
std::filesystem::path demoModelFolder();

}  // namespace ouroscope
