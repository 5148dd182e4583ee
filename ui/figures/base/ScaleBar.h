// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPainter>

#include "ui/figures/base/FigureKind.h"
#include "ui/figures/base/FigureTheme.h"

namespace ouroscope {

/// Width that paintScaleBar needs, in figure units.
double scaleBarWidth(const FigureScale& scale, const FigureTheme& theme);

/// A colour bar with numbers and its title upwards at the right; for panels that share it.
void paintScaleBar(QPainter& painter, const QRectF& area, const FigureScale& scale,
                   const FigureTheme& theme);

}  // namespace ouroscope
