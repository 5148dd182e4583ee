// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cmath>
#include <span>

namespace ouroscope {

/// How large the window is drawn, against the system's type: all fonts and the sizes that go with
/// them. 1 until readZoom() or setZoom() was called, so figures for paper never depend on it.
double interfaceZoom();
/// The steps of Ctrl + and Ctrl -, rising.
std::span<const double> zoomSteps();
/// The step after (`by` = 1) or before (-1) the present one; the last where there is no other.
double zoomStep(int by);

/// Sets the application's font and keeps the choice in the settings. Whatever measured its fonts
/// before has to be made again.
void setZoom(double zoom);
/// As the settings have it.
void readZoom();

/// Where words begin, from the left edge of what is right of the questions: one edge for prompt,
/// strip, question and view. In pixels.
inline constexpr int kTextEdge = 16;

/// A length in pixels of 100 %.
inline double zoomed(double pixels) {
  return pixels * interfaceZoom();
}
inline int zoomed(int pixels) {
  return static_cast<int>(std::lround(pixels * interfaceZoom()));
}

}  // namespace ouroscope
