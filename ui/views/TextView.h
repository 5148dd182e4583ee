// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

#include "ui/figures/base/FigureTheme.h"
#include "ui/state/TokenSearch.h"
#include "ui/state/ViewState.h"

namespace ouroscope {

class FindBar;
class TextCanvas;

/// The running text with its legend, find bar and clipboard.
class TextView : public QWidget {
  Q_OBJECT
 public:
  explicit TextView(ViewState& state, QWidget* parent = nullptr);
  void setTheme(const FigureTheme& theme);
  TextCanvas* canvas() const { return canvas_; }

  void openFind();
  void copy(bool table);  ///< the selected tokens, or all where none is selected
  const std::vector<TokenSearch::Match>& matches() const { return found_.matches; }

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void search(bool keepPlace);
  void step(bool forward);
  void showMatch(int match);
  void closeFind();
  void showMenu(const QPoint& global);

  ViewState& state_;
  TextCanvas* canvas_;
  FindBar* find_;
  QWidget* legend_;
  TokenSearch search_;
  TokenSearch::Result found_;
  int match_ = -1;
  bool searchable_ = false;  ///< search_ holds the shown trace
};

}  // namespace ouroscope
