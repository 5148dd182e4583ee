// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPoint>
#include "ui/views/TraceView.h"
#include "ui/window/ViewList.h"

class QToolButton;

namespace ouroscope {

/// What stands over a view that answers a question: the question, what the picture says in one
/// sentence, how many tokens are behind it, how it is read, and where the picture can go. A hidden
/// one does no work, as a view.
class QuestionHead : public TraceView {
  Q_OBJECT
 public:
  /// @param view what stands below; its figure is what the buttons take
  QuestionHead(const ViewContext& context, const ViewInfo& info, const TraceView& view);

  void setPinned(bool pinned);  ///< without a signal
  void setFloating(bool floating);

 signals:
  void pinWanted(bool pinned);  ///< to stay beside the next question
  void floatWanted(bool floating);
  void closeWanted();

 protected:
  void refresh(Changes what) override;
  bool event(QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  /// Drags the picture, to be dropped on the page. @return whether it was taken
  virtual bool drag(const FigureRequest& figure);

 private:
  void build();
  void tint();
  /// The view's figure; where there is none, says so.
  std::optional<FigureRequest> figure();

  const ViewInfo& info_;
  const TraceView& view_;
  QLabel *question_, *finding_, *count_, *how_;
  QToolButton *pin_, *explain_, *page_, *more_;
  QAction* float_ = nullptr;
  QPoint pressed_;
  bool held_ = false;  ///< by its free ground, to be dragged
};

}  // namespace ouroscope
