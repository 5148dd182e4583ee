// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ouroscope {

enum class ThemeChoice { System, Light, Dark };

/// Sets the application's palette (Fusion style, all roles, disabled ones too). @return whether it
/// is dark
bool applyTheme(ThemeChoice choice);

/// Whether nothing should move by itself: chosen in the View menu, else as the desktop wants it.
/// Views that animate ask before each animation.
bool reducedMotion();

}  // namespace ouroscope
