// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/state/TokenSearch.h"
#include "ui/views/TraceView.h"

namespace ouroscope {

class FindBar;
class TextCanvas;

/// The running text with its legend, find bar and clipboard.
class TextView : public TraceView {
  Q_OBJECT
 public:
  explicit TextView(const ViewContext& context, QWidget* parent = nullptr);
  /// All of a text; of a long one the tokens that are seen.
  std::optional<FigureRequest> shown() const override;
  bool canFind() const override { return true; }
  TextCanvas* canvas() const { return canvas_; }

  void openFind() override;
  void copy(bool table);  ///< the selected tokens, or all where none is selected
  const std::vector<TokenSearch::Match>& matches() const { return found_.matches; }

 protected:
  void refresh(Changes what) override;
  void themeChanged() override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void search(bool keepPlace);
  void step(bool forward);
  void showMatch(int match);
  void closeFind();
  void showMenu(const QPoint& global);

  TextCanvas* canvas_;
  FindBar* find_;
  QWidget* legend_;
  TokenSearch search_;
  TokenSearch::Result found_;
  int match_ = -1;
  bool searchable_ = false;  ///< search_ holds the shown trace
};

}  // namespace ouroscope
