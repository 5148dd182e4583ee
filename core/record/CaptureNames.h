// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/record/RunSettings.h"

namespace ouroscope {

/// A group of Capture by the name that --capture has for it. Apart from RunSettings.h, which nvcc
/// reads: what it makes of pointers to members its own compiler refuses.
struct CaptureName {
  const char* name;  ///< "layer-numbers"
  bool Capture::*member;
};
inline constexpr CaptureName kCaptureNames[] = {
    {"hidden", &Capture::hidden},         {"logits", &Capture::logits},
    {"layers", &Capture::layers},         {"layer-numbers", &Capture::layerNumbers},
    {"similarity", &Capture::similarity}, {"attention", &Capture::attention}};

}  // namespace ouroscope
