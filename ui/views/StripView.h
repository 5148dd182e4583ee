// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/state/TokenSearch.h"
#include "ui/views/TraceView.h"

class QSlider;
class QToolButton;

namespace ouroscope {

class AnswerLine;
class DepthOverview;
class FindBar;
class Ladder;
class StripCanvas;

/// Text and depth in one: over every word its column of loops, across them the line of the loops
/// allowed, beside them the ladder of one word, below them the answer in words. A long text is a
/// shaded page under a ribbon of its whole depth. With legend, find bar and clipboard.
class StripView : public TraceView {
  Q_OBJECT
 public:
  explicit StripView(const ViewContext& context, QWidget* parent = nullptr);
  /// All of a text; of a long one the tokens that are seen.
  std::optional<FigureRequest> shown() const override;
  bool canFind() const override { return true; }
  int wantedHeight() const override;
  int lowestHeight() const override;  ///< a line of words and the answer are in sight
  StripCanvas* canvas() const { return canvas_; }
  Ladder* ladder() const { return ladder_; }
  DepthOverview* overview() const { return overview_; }
  AnswerLine* answerLine() const { return answer_; }

  void openFind() override;
  void copy(bool table);  ///< the selected tokens, or all where none is selected
  const std::vector<TokenSearch::Match>& matches() const { return found_.matches; }

 protected:
  void refresh(Changes what) override;
  void themeChanged() override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* makeHandle();
  QWidget* makeBeginnings();
  void invite();
  void showSetting();
  void showAnswer();
  void takeThreshold();
  void takeExpected(const QString& text);
  void placeLadder();
  void search(bool keepPlace);
  void step(bool forward);
  void showMatch(int match);
  void closeFind();
  void showMenu(const QPoint& global);

  StripCanvas* canvas_;
  Ladder* ladder_;
  DepthOverview* overview_;
  AnswerLine* answer_;
  QLabel* qText_;
  QSlider* q_;
  bool updating_ = false;
  FindBar* find_;
  QWidget* legend_;
  QWidget *handle_, *beginnings_;  ///< how sure; what to do while nothing is shown
  QToolButton* save_;
  TokenSearch search_;
  TokenSearch::Result found_;
  int match_ = -1;
  bool searchable_ = false;  ///< search_ holds the shown trace
};

}  // namespace ouroscope
