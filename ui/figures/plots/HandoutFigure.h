// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>

#include "core/analysis/LoopWalk.h"
#include "core/analysis/PuzzleGames.h"
#include "ui/figures/base/FigureKind.h"
#include "ui/figures/base/FigureRecipe.h"
#include "ui/figures/base/FigureTheme.h"
#include "ui/figures/plots/TextFlow.h"

class QPainter;

namespace ouroscope {

/// The token whose walk a handout shows: the recipe's, else the last of the prompt.
int handoutToken(const Trace& trace, const FigureRecipe& recipe);

/// A sheet for a class: the walk of one token in six frames (the text, one pass, the loop, the
/// words of every loop, the gate, the answer), each with a caption in plain words, and lines to
/// write on.
class HandoutFigure {
 public:
  /// @param size in layout units (1/96 inch)
  /// @param language code of the words on the sheet; they do not depend on the window's
  HandoutFigure(TracePtr trace, const FigureRecipe& recipe, const FigureTheme& theme, QSizeF size,
                const QString& language);
  void paint(QPainter& painter) const;

 private:
  QString said(const char* source) const;
  QString best(int loop) const;  ///< the best word after a loop, "?" where it is not recorded
  double bestShare(int loop) const;
  QString percent(double share) const;
  void paintText(QPainter& painter, const QRectF& room) const;
  void paintPass(QPainter& painter, const QRectF& room) const;
  void paintLoop(QPainter& painter, const QRectF& room) const;
  void paintWords(QPainter& painter, const QRectF& room) const;
  void paintGate(QPainter& painter, const QRectF& room) const;
  void paintAnswer(QPainter& painter, const QRectF& room) const;
  void station(QPainter& painter, const QPointF& centre, double width, const char* name,
               const char* plainly) const;
  QString gateCaption() const;
  QString answerCaption() const;

  TracePtr trace_;
  FigureTheme theme_;
  QSizeF size_;
  QString language_;
  int token_;
  Readout read_;
  LoopWalk walk_;
  std::optional<PuzzleChain> chain_;
};

/// "handout": one row a loop.
FigureKind handoutKind();

}  // namespace ouroscope
