// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTimer>
#include <map>
#include <optional>
#include <set>

#include "core/analysis/LoopWalk.h"
#include "core/analysis/PuzzleGames.h"
#include "core/trace/ExampleTraces.h"
#include "ui/views/TraceView.h"

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QSlider;
class QStackedWidget;

namespace ouroscope {

class LoopAnswers;
class OwnText;
class LoopStage;
class PassLane;
class TeachGate;
class TeachText;
class TeachWords;
class TourOverlay;

/// For a room: large type and two lanes for the same text. In one a token passes the layers once,
/// in the other it walks round the loop step by step, its best words and its gate changing at every
/// loop; every station is told with its numbers and in plain words. The viewer may guess before it
/// is revealed, and right guesses are counted. An own text is run with the open model. Recorded
/// traces and a tour of seven stops work with no model loaded; any open trace is taught as well.
class TeachView : public TraceView {
  Q_OBJECT
 public:
  explicit TeachView(const ViewContext& context, QWidget* parent = nullptr);

  /// The walk that is shown, as a sheet for a class.
  std::optional<FigureRequest> shown() const override;
  /// Whether a guess is asked for and how far the walk is; the example follows from the trace.
  QJsonObject ownState() const override;
  void setOwnState(const QJsonObject& state) override;

  void openExample(int index);
  void startTour();
  void goTo(int position, bool animated = true);  ///< see LoopStage; clamped
  int position() const { return position_; }
  int positions() const;  ///< of the last station of the last loop that the token ran
  bool guessing() const { return guessing_; }
  bool playing() const { return timer_.isActive(); }
  const LoopWalk& walk() const { return walk_; }
  TourOverlay* tour() const { return tour_; }
  /// What surrounds it asks for no more height than the smallest type needs.
  int heightForWidth(int) const override { return minimumHeight(); }

 protected:
  void refresh(Changes what) override;
  void themeChanged() override;
  void showEvent(QShowEvent* event) override;
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  void build();
  void fillExamples();
  void showModel();  ///< what an own text would be run with
  void count(bool right);
  void showScore();
  void showExample();  ///< name and hint of the shown trace, where it is one of the examples
  void reload();       ///< another trace, token or reading
  void showPosition(bool animated);
  void setPlaying(bool playing);
  void beginGuess();
  void guess(const QString& word, bool right);
  void reveal();     ///< from the guess to the walk
  void showLanes();  ///< what is fixed for a walk: one pass, the chain of a puzzle
  void showVerdict();
  bool over() const;       ///< the walk has come to where the model stops
  bool openTourExample();  ///< @return whether there is one
  void enterStop(int stop);
  void scaleType();
  void showText(int last);
  void fitText();

  std::vector<ExampleTrace> examples_;
  std::set<std::pair<int, int>> guessedAt_;  ///< Workspace item, token: a second guess is no guess
  int rightGuesses_ = 0;
  std::map<int, int> opened_;  ///< example -> Workspace item
  LoopWalk walk_;
  GuessRound round_;
  std::optional<PuzzleChain> chain_;  ///< of the walk's prompt, where it is a puzzle
  TracePtr trace_;                    ///< that walk_ is of
  int position_ = 0;
  bool guessing_ = false, filling_ = false;
  QString guessed_;
  bool guessedRight_ = false;
  QJsonObject left_;  ///< the walk to be brought back, once its token is shown

  QComboBox* example_;
  QCheckBox* guessFirst_;
  QPushButton *own_, *tourButton_, *handout_, *previous_, *play_, *next_, *again_;
  QLabel *look_, *sentence_, *plainly_, *verdict_, *question_, *gateValue_, *looped_, *score_;
  OwnText* ownText_;
  TeachText* text_;
  QScrollArea* textArea_;
  PassLane* lane_;
  LoopStage* stage_;
  LoopAnswers* answers_;
  TeachWords* words_;
  TeachGate* gate_;
  QSlider* threshold_;
  QWidget* decision_;  ///< words, gate and threshold: what a stop is decided by
  QWidget* guessPage_;
  QGridLayout* choices_;
  QLineEdit* typed_;
  QPushButton* showMe_;
  QStackedWidget* right_;  ///< the guess, or the words
  TourOverlay* tour_;
  QTimer timer_;
};

}  // namespace ouroscope
