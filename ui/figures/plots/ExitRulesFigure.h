// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <qcustomplot.h>

#include "core/analysis/ExitRules.h"
#include "ui/figures/base/FigureKind.h"
#include "ui/figures/base/FigureTheme.h"

namespace ouroscope {

class SwatchLegend;

/// "Entropy", "Learned gate lookahead"; translated.
QString exitRuleTitle(const ExitRuleCurve& curve, const TraceInfo& info);
/// "exact", "lower bound", "not recorded"; translated.
QString scoreBasisTitle(ScoreBasis basis);

/// Mean loops against one quality for every exit rule of an audit: whose curve is better at the
/// same depth. A line marks the present depth.
class ExitRulesFigure : public QCustomPlot {
  Q_OBJECT
 public:
  explicit ExitRulesFigure(QWidget* parent = nullptr);
  void setTheme(const FigureTheme& theme);
  void setAudit(std::shared_ptr<const ExitRuleAudit> audit, const TraceInfo& info, int loops,
                Quality quality);
  void setDepth(double meanLoops);  ///< moves the line alone
  void setHighlight(int curve);     ///< index into the audit's curves; -1 none
  void setLegendShown(bool shown);  ///< on screen the table beside it names the curves
  QPen penOf(int curve) const;

 signals:
  void curveHovered(int curve);  ///< -1 where none is near

 protected:
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  void rebuild();
  void fillLegend();

  std::shared_ptr<const ExitRuleAudit> audit_;
  TraceInfo info_;
  int loops_ = 0;
  Quality quality_ = Quality::Nll;
  FigureTheme theme_;
  std::vector<QCPGraph*> graphs_;  ///< by curve; null where a rule is absent
  QCPItemLine* depthMark_ = nullptr;
  SwatchLegend* legend_;
  double depth_ = 0;
  int highlight_ = -1;
  bool legendShown_ = false;
};

/// "exit-rules"; options: quality "nll" (default), "agreement" or "kl". One row a curve point.
FigureKind exitRulesKind();

}  // namespace ouroscope
