// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>
#include <vector>

#include "core/corpus/CorpusReport.h"

namespace ouroscope {

/// A number of a report where it is drawn.
struct ChartPoint {
  double x = 0;                 ///< loops, or the place of its category from 0
  Interval across{kNaN, kNaN};  ///< of x; NaN where x is not an estimate
  CorpusRow row;                ///< its y, with the interval and what it was counted from
  QString label{};              ///< beside the point
};

/// Numbers that belong together: a line, bars, points.
struct ChartSeries {
  enum class Look {
    Band,     ///< a line in a band of its intervals
    Line,     ///< a line alone
    Points,   ///< markers with bars
    Squares,  ///< hollow squares with bars: budgets
    Rings,    ///< around points of other series
    Bars,     ///< from 0, with whiskers
    Marker    ///< where it is read: a disc in the accent, with bars
  };
  QString name;  ///< in the legend; empty: not there
  Look look = Look::Band;
  int colour = 0;  ///< of seriesColour(); kAccent, kText
  Qt::PenStyle dash = Qt::SolidLine;
  std::vector<ChartPoint> points{};

  static constexpr int kAccent = -1, kText = -2;
};

/// A pair of axes.
struct ChartPanel {
  QStringList xTitles, yTitles;  ///< the longest wording first
  bool percent = false;          ///< y is a share, drawn in percent
  bool fromZero = false;
  int loops = 0;             ///< x goes from 1 to this
  QStringList categories{};  ///< then they stand down the left, and numbers along the bottom
  std::vector<ChartSeries> series{};
};

/// Numbers with intervals, ready to be drawn: what a figure of a corpus is.
struct EstimateChart {
  std::vector<ChartPanel> panels;
  QString about;    ///< the caption's sentences on what is drawn; English
  QString missing;  ///< why the corpus cannot be drawn so; then there are no panels

  static EstimateChart none(const QString& why) { return {{}, {}, why}; }
};

}  // namespace ouroscope
