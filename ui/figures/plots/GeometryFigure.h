// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <qcustomplot.h>

#include "core/analysis/Geometry.h"
#include "core/analysis/Measures.h"
#include "ui/figures/base/FigureKind.h"
#include "ui/figures/base/FigureTheme.h"

namespace ouroscope {

class SwatchLegend;

/// One quantity of all tokens, computed once. `turn` reads every hidden state: in a job.
struct GeometryCurve {
  const Measure* measure;
  std::vector<float> matrix;       ///< [T,R]
  std::vector<LoopSpread> spread;  ///< [R]
};
using GeometryCurvePtr = std::shared_ptr<const GeometryCurve>;
GeometryCurvePtr geometryOf(const TracePtr& trace, const Measure& measure,
                            std::stop_token stop = {});

/// Step size, cosine, angle ... over the loops: the median of all tokens with the quartiles around
/// it, and the curves of chosen tokens.
class GeometryFigure : public QCustomPlot {
  Q_OBJECT
 public:
  explicit GeometryFigure(QWidget* parent = nullptr);
  void setTheme(const FigureTheme& theme);
  /// @param tokens the first kMostSeries are drawn.
  void setCurve(TracePtr trace, GeometryCurvePtr curve, std::vector<int> tokens);

 signals:
  void loopClicked(int loop);

 protected:
  void mouseReleaseEvent(QMouseEvent* event) override;

 private:
  void rebuild();
  TracePtr trace_;
  GeometryCurvePtr curve_;
  std::vector<int> tokens_;
  FigureTheme theme_;
  SwatchLegend* legend_;
};

/// "geometry": the spread of every loop and the chosen tokens. Options: "quantity"
/// (curveMeasures), "tokens" (positions from 0).
FigureKind geometryKind();

/// Chosen tokens of a recipe's options, those that the trace has. @throws Error where they are not
/// positions.
std::vector<int> chosenTokens(const Trace& trace, const FigureRecipe& recipe);
/// Checks an options list of token positions.
QJsonArray checkedTokens(const QJsonValue& given);
/// "12 fox": how a chosen token is called in legends.
QString tokenName(const Trace& trace, int token);

}  // namespace ouroscope
