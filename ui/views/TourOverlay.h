// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPointer>
#include <QWidget>
#include <vector>

class QFrame;
class QLabel;
class QPushButton;

namespace ouroscope {

/// One stop of a tour: what is shown there and what to do.
struct TourStop {
  QString title, text;
  QWidget* target = nullptr;  ///< lit; a child of the overlay's host
};

/// A guided tour over a widget: everything but the lit part is dimmed, a bubble beside it explains.
/// The lit part stays usable: clicks go through to it. Next, Back, Enter, Esc.
class TourOverlay : public QWidget {
  Q_OBJECT
 public:
  explicit TourOverlay(QWidget* host);
  void start(std::vector<TourStop> stops);
  void go(int stop);
  void finish();
  int stop() const { return stop_; }  ///< -1 when it is not running
  QRect litRect() const;              ///< of the present stop, in the host

 signals:
  void stopEntered(int stop);  ///< before the target is lit: the host may show what belongs there
  void finished();

 protected:
  bool eventFilter(QObject* object, QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void place();
  std::vector<TourStop> stops_;
  int stop_ = -1;
  QFrame* bubble_;
  QLabel *title_, *text_, *count_;
  QPushButton *back_, *next_, *close_;
};

}  // namespace ouroscope
