// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPalette>

namespace ouroscope {

enum class ThemeChoice { System, Light, Dark };

/// What a theme paints with; text on its ground has a contrast of at least 4.5:1 (a test computes
/// it).
QPalette themePalette(bool dark);
/// Ground of white text that warns, in both themes: the message bar and badges.
inline constexpr QRgb kWarningGround = 0xff8a5a00;
/// Style of a label of a few words that warns.
QString warningPill();

/// Sets the application's palette (Fusion style, all roles, disabled ones too). @return whether it
/// is dark
bool applyTheme(ThemeChoice choice);

/// Whether nothing should move by itself: chosen in the View menu, else as the desktop wants it.
/// Views that animate ask before each animation.
bool reducedMotion();

}  // namespace ouroscope
