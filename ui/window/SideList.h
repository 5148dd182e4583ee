// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QListWidget>

namespace ouroscope {

/// A list at the side of the window: on the window's own ground, with room around its lines, and a
/// quiet mark on the chosen one, because strong colours belong to the pictures.
class SideList : public QListWidget {
  Q_OBJECT
 public:
  explicit SideList(QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void tint();
  bool tinting_ = false;
};

}  // namespace ouroscope
