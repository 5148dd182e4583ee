// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ouroscope {

enum class ThemeChoice { System, Light, Dark };

/// Sets the application's palette (Fusion style, all roles, disabled ones too). @return whether it
/// is dark
bool applyTheme(ThemeChoice choice);

}  // namespace ouroscope
