// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/window/SideList.h"

namespace ouroscope {

class DockHost;

/// The questions that a run can be asked, one of them open below the text. The names of the
/// analyses behind them are in the View menu, in the palette and in the documents.
class QuestionRail : public SideList {
  Q_OBJECT
 public:
  explicit QuestionRail(DockHost& docks, QWidget* parent = nullptr);
  QString questionAt(int row) const;  ///< the id of its view
  QSize sizeHint() const override;

 private:
  void mark();
  DockHost& docks_;
  bool marking_ = false;
};

}  // namespace ouroscope
