// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractScrollArea>

#include "ui/figures/FigureTheme.h"
#include "ui/figures/TextFlow.h"
#include "ui/models/ViewState.h"

namespace ouroscope {

/// The running text, every token shaded by the chosen measure. Paints visible lines only: made for
/// thousands of tokens.
class TextView : public QAbstractScrollArea {
  Q_OBJECT
 public:
  explicit TextView(ViewState& state, QWidget* parent = nullptr);
  void setTheme(const FigureTheme& theme);
  const TextFlow& flow() const { return flow_; }
  /// Where a token is on the viewport; for tests and accessibility.
  QRectF tokenRect(int token) const;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool viewportEvent(QEvent* event) override;

 private:
  void reload();
  void reflow();
  void reshade();
  void showToken(int token);
  int tokenAt(const QPointF& position) const;
  QString describe(int token) const;

  ViewState& state_;
  FigureTheme theme_;
  TextFlow flow_;
};

}  // namespace ouroscope
