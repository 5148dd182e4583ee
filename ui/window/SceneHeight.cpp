// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/SceneHeight.h"

#include <QDockWidget>
#include <QGuiApplication>
#include <algorithm>
#include <cstdlib>

#include "ui/base/Zoom.h"

namespace ouroscope {
namespace {

/// The strip never takes more of the height than these parts, of a short text and of a page.
constexpr double kMostOfText = 0.5, kMostOfPage = 0.46;
constexpr int kTwoLines = 256;  ///< what a short text may take of a low window

}  // namespace

void SceneHeight::fit() {
  // A drag that began over a view may have taken the button's end elsewhere.
  if (!QGuiApplication::mouseButtons()) pressed_ = -1;
  if (held_ || pressed_ >= 0) return;
  const Pair now = pair_();
  if (!now.whole()) return;
  const int both = now.scene->height() + now.below->height();
  int most = static_cast<int>((now.wanted > 0 ? kMostOfText : kMostOfPage) * both);
  if (now.wanted > 0) most = std::max(most, zoomed(kTwoLines));
  const int height = std::max(now.wanted > 0 ? std::min(now.wanted, most) : most, now.lowest);
  if (std::abs(height - now.scene->height()) > 1)
    host_.resizeDocks({now.scene, now.below}, {height, std::max(1, both - height)}, Qt::Vertical);
}

void SceneHeight::press() {
  const Pair now = pair_();
  pressed_ = now.whole() ? now.scene->height() : -1;
}

void SceneHeight::release() {
  const Pair now = pair_();
  if (pressed_ >= 0 && now.whole() && now.scene->height() != pressed_) held_ = true;
  pressed_ = -1;
}

}  // namespace ouroscope
