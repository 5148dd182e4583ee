// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <optional>

#include "core/analysis/LoopWalk.h"
#include "core/analysis/PuzzleGames.h"
#include "ui/figures/base/FigureTheme.h"

namespace ouroscope {

/// What every loop says, one chip a loop, and under it for a puzzle the chain of values that the
/// game's rule gives. A chip that says a value of the chain names its step; the values of the chip
/// that was read last are lit.
class LoopAnswers : public QWidget {
  Q_OBJECT
 public:
  explicit LoopAnswers(QWidget* parent = nullptr);
  void setTheme(const FigureTheme& theme);
  /// @param right the word that is known to follow, without spaces; empty: none is known
  void setWalk(const LoopWalk& walk, std::optional<PuzzleChain> chain, const QString& right);
  /// @param read loops whose head has read; @param chainShown not where it would tell the answer
  void setRead(int read, bool chainShown);
  QString chip(int loop) const;       ///< as it is shown: "?" before it is read
  QString chainText() const;          ///< as it is shown; empty where there is none
  std::vector<int> litSteps() const;  ///< of the chain, whose value the last loop read says

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  /// A piece of the chain on the widget: a value in a box, or what was done before it.
  struct Piece {
    QString text;
    int step;  ///< of the value, -1 the start, -2 what is done
    QRectF at;
  };
  void place();
  double chipsHeight() const;
  void paintChips(QPainter& painter) const;
  void paintChain(QPainter& painter) const;

  FigureTheme theme_;
  LoopWalk walk_;
  std::optional<PuzzleChain> chain_;
  QString right_;
  int read_ = 0;
  bool chainShown_ = false;
  std::vector<Piece> pieces_;
};

}  // namespace ouroscope
