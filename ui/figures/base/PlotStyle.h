// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <qcustomplot.h>

#include "ui/figures/base/FigureTheme.h"

namespace ouroscope {

/// Pens, type and grid of an axis in a theme.
void styleAxis(QCPAxis* axis, const FigureTheme& theme);
/// The axis' title in the longest of `wordings` (longest first) that it has room for, after
/// every change of size: low docks and narrow columns cut a title at both ends.
void setTitle(QCPAxis* axis, const QStringList& wordings);
/// Background and all axes of a line or bar plot.
void stylePlot(QCustomPlot& plot, const FigureTheme& theme);

/// A layer on top with a buffer of its own, for what moves at every tick; all else shares one.
/// Every buffer is blended over the whole plot when that is painted.
void addMovingLayer(QCustomPlot& plot, const QString& name);

/// Series can be distinguished with any colour vision and in grey: by colour, and by markers and
/// dashes. None is orange or amber, which mark where a token is read and what is wrong. `index`
/// counts from 0 and repeats after 8.
QColor seriesColour(int index, const FigureTheme& theme);
QPen seriesPen(int index, const FigureTheme& theme);
QCPScatterStyle seriesMarker(int index, const FigureTheme& theme);
inline constexpr int kMostSeries = 8;

/// The pair of colours for better and worse, more and less: never red and green.
QColor helpColour(const FigureTheme& theme);
QColor hurtColour(const FigureTheme& theme);

}  // namespace ouroscope
