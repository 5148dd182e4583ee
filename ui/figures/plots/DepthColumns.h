// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPainter>
#include <QRectF>
#include <vector>

#include "core/analysis/ExitAnalysis.h"
#include "ui/figures/base/FigureTheme.h"

namespace ouroscope {

/// Columns of blocks over words, one block a loop growing upwards: filled in the ink of its loop up
/// to where the word is read, ghosted above, hatched where the gate is not a number. Used by the
/// strip on screen and by its figure.
class DepthColumns {
 public:
  /// What one column shows. Loops 0-based.
  struct Column {
    int read = 0;       ///< the loop that is read
    int run = 0;        ///< loops that were run
    bool known = true;  ///< false: the gate that decides is not a number
  };
  /// @param lineHeight of the words' font: blocks grow with it
  /// @param most of head(), where a low place makes them lower; 0: no limit
  void setSize(int loops, double lineHeight, double most = 0);
  int loops() const { return loops_; }
  double step() const { return step_; }                   ///< height of one block with its gap
  double height() const { return step_ * loops_; }        ///< of a whole column
  double head() const { return height() + step_ * 0.5; }  ///< with room for the line on top
  double width() const { return width_; }
  /// Where `loops` of them end, over the foot of the columns.
  double levelOf(int loops) const { return step_ * loops; }
  /// The number of loops whose level is nearest to a height over the foot, 1 to all.
  int loopsAt(double height) const;

  /// @param foot the middle of the column's foot
  void paint(QPainter& painter, const QPointF& foot, const Column& column,
             const FigureTheme& theme) const;

 private:
  int loops_ = 1;
  double step_ = 16, width_ = 14;
};

/// In outline, what columns look like: where there is no text yet. @param foot their middle
void paintQuietColumns(QPainter& painter, const QPointF& foot, QColor ink);

/// [T] of a trace. @param read of the same trace
std::vector<DepthColumns::Column> depthColumns(const Trace& trace, const Readout& read);

}  // namespace ouroscope
