// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QMainWindow>
#include <map>

#include "ui/views/ViewList.h"

class QDockWidget;

namespace ouroscope {

/// The part of the window under the control bar: a dock per row of ViewList. Views are made when
/// their dock is first seen.
class DockHost : public QMainWindow {
  Q_OBJECT
 public:
  explicit DockHost(const ViewContext& context, QWidget* parent = nullptr);

  void setTheme(const FigureTheme& theme);
  void arrange(const QString& preset);  ///< its docks where the preset wants them
  void showView(const QString& id);     ///< to the front of its tabs
  QDockWidget* dock(const QString& id) const;
  QWidget* view(const QString& id);  ///< made if it was not seen yet; null for an unknown id

 private:
  void fill(const ViewInfo& info);
  ViewContext context_;
  FigureTheme theme_;
  std::map<QString, QDockWidget*> docks_;
  std::map<QString, View> views_;
};

}  // namespace ouroscope
