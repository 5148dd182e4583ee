// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

#include "ui/figures/base/FigureTheme.h"

namespace ouroscope {

/// One pass, beside the loop: the same text and the same layers, used once. A straight track from
/// the token down to the word that is then said; there is no gate on it, because nothing is to be
/// decided.
class PassLane : public QWidget {
  Q_OBJECT
 public:
  explicit PassLane(QWidget* parent = nullptr);
  void setTheme(const FigureTheme& theme);
  /// @param answer the best word after the first loop, and its probability in words
  void setWalk(const QString& token, const QString& answer, const QString& share);
  /// @param shown as LoopStage's; from the first head on the lane is at its end
  void setShown(double shown);
  bool ended() const;
  QString answer() const { return ended() ? answer_ : QString(); }  ///< empty before the end
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  FigureTheme theme_;
  QString token_, answer_, share_;
  double shown_ = 0;
};

}  // namespace ouroscope
