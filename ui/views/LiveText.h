// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractScrollArea>

#include "ui/figures/base/FigureTheme.h"
#include "ui/figures/plots/DepthRibbon.h"
#include "ui/session/LiveSession.h"
#include "ui/state/ViewState.h"
#include "ui/views/TraceView.h"

namespace ouroscope {

/// The streaming words of a LiveSession under their depth ribbon. Follows the end of the text until
/// somebody scrolls away from it.
class LiveText : public QAbstractScrollArea {
  Q_OBJECT
 public:
  LiveText(ViewState& state, LiveSession& live, QWidget* parent = nullptr);
  void setTheme(const FigureTheme& theme);
  void refresh(Changes what);
  const DepthRibbon& ribbon() const { return ribbon_; }
  QRectF tokenRect(int token) const;  ///< on the viewport
  /// Whether the shown trace is the record of what streams here, at least up to `token`.
  bool isInTrace(int token) const;
  QString describe(int token) const;

 signals:
  void pauseAsked();   ///< Space
  void stepAsked();    ///< Return
  void branchAsked();  ///< B

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool viewportEvent(QEvent* event) override;

 private:
  void reset();
  void append();
  void select(int token);
  void showSelection();
  void setRange(bool follow);
  int tokenAt(const QPointF& position) const;

  ViewState& state_;
  LiveSession& live_;
  FigureTheme theme_;
  DepthRibbon ribbon_;
  std::size_t eventsShown_ = 0;
};

}  // namespace ouroscope
