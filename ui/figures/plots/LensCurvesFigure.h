// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <qcustomplot.h>

#include "ui/figures/base/FigureKind.h"
#include "ui/figures/base/FigureRecipe.h"
#include "ui/figures/base/FigureTheme.h"

namespace ouroscope {

class SwatchLegend;

/// Log-probability, probability or rank of words over the loops, for one token: the evolution of
/// the logits.
class LensCurvesFigure : public QCustomPlot {
  Q_OBJECT
 public:
  explicit LensCurvesFigure(QWidget* parent = nullptr);
  void setTheme(const FigureTheme& theme);
  void setTrace(TracePtr trace, const FigureRecipe& recipe);  ///< recipe.token, words, lensQuantity
  void setReadout(const Readout& readout);                    ///< marks the exit loop of the token
  void setToken(int token);
  const FigureRecipe& recipe() const { return recipe_; }

 signals:
  void loopHovered(int loop);
  void loopClicked(int loop);

 protected:
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  void rebuild();
  void placeNames();
  void markExit(int loop);  ///< 0-based
  int loopAt(const QPointF& pixel) const;

  /// At the end of a curve, from the highest down.
  struct Name {
    QCPItemText* text;
    QCPItemLine* leader;  ///< null where the curve reaches its name
    double y;             ///< of the curve
  };

  TracePtr trace_;
  FigureRecipe recipe_;
  FigureTheme theme_;
  std::vector<Name> names_;
  QCPItemLine* exitMark_ = nullptr;
  SwatchLegend* legend_ = nullptr;  ///< on paper
};

/// The words whose curves are drawn: those of the recipe that the record has, else the best
/// candidates; at most 8.
std::vector<std::int32_t> lensFigureWords(const Trace& trace, const FigureRecipe& recipe);
/// Those of `words` that a figure of the trace can show: each is one token of the record.
QStringList recordedWords(const Trace& trace, const QStringList& words);
/// The token whose lens is drawn: the recipe's, or the last one.
int lensFigureToken(const Trace& trace, const FigureRecipe& recipe);

/// "lens": one row a word and loop.
FigureKind lensKind();

}  // namespace ouroscope
