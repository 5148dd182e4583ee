// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QImage>
#include <QWidget>

#include "ui/figures/plots/DepthColumns.h"
#include "ui/state/ViewState.h"

namespace ouroscope {

class LineGrip;

/// The depth of a whole long text as a ribbon: of the words that share a pixel the deepest, in the
/// same ink as the page below, with the same line of the loops allowed to drag. A click goes to the
/// deepest word there. Up and Down move the line, Left and Right go through the text.
class DepthOverview : public QWidget {
  Q_OBJECT
 public:
  explicit DepthOverview(ViewState& state, QWidget* parent = nullptr);
  QSize sizeHint() const override;
  void setTheme(const FigureTheme& theme);
  void refresh();
  void setSeen(int first, int last);  ///< the words on the page
  double lineLevel() const;           ///< of the loops allowed, on the widget
  /// The words under a pixel column: first, and one past the last.
  std::pair<int, int> tokensAt(int x) const;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QRect strip() const;
  int deepest(int first, int end) const;
  double xOf(int token) const;
  void moveLine(int loops);
  void draw();

  ViewState& state_;
  FigureTheme theme_;
  std::vector<DepthColumns::Column> depths_;
  LineGrip* grip_;
  QImage picture_;
  int seenFirst_ = 0, seenLast_ = -1;
  bool dragged_ = false;
};

}  // namespace ouroscope
