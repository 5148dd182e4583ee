// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/TeachView.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSlider>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <utility>

#include "core/analysis/Answer.h"
#include "core/support/Error.h"
#include "ui/base/Language.h"
#include "ui/base/PlainText.h"
#include "ui/base/ThresholdSlider.h"
#include "ui/base/TokenText.h"
#include "ui/figures/kinds/FigureKinds.h"
#include "ui/session/Examples.h"
#include "ui/views/LoopAnswers.h"
#include "ui/views/LoopStage.h"
#include "ui/views/OwnText.h"
#include "ui/views/PassLane.h"
#include "ui/views/TeachPanels.h"
#include "ui/views/TeachSentences.h"
#include "ui/views/TourOverlay.h"

namespace ouroscope {
namespace {

constexpr int kPlayMs = 1200;  ///< a station, long enough to say it aloud
/// What the tour says was tried on this one.
constexpr const char* kTourExample = "language-japan.trace.safetensors";
constexpr QSize kLeastSize(760, 470);  ///< with the smallest type
/// Stops of the tour, from 0.
constexpr int kPassStop = 1, kAnswersStop = 3, kGateStop = 4, kThresholdStop = 5, kGuessStop = 6;

/// Loops whose gate has spoken, whose head has read, at a position.
int gatesPassed(int position) {
  return position < 3 ? 0 : (position - 3) / kStations + 1;
}
int headsPassed(int position) {
  return position / kStations;
}

QLabel* label(const char* name, bool wrap = true) {
  auto* l = new QLabel;
  l->setObjectName(name);
  l->setTextFormat(Qt::PlainText);
  l->setWordWrap(wrap);
  return l;
}

}  // namespace

TeachView::TeachView(const ViewContext& context, QWidget* parent)
    : TraceView(context,
                Changed::Trace | Changed::Selection | Changed::Readout | Changed::OpenTraces |
                    Changed::Expected | Changed::Model | Changed::Live,
                parent),
      example_(new QComboBox),
      guessFirst_(new QCheckBox(tr("Guess first"))),
      own_(new QPushButton(tr("Own text"))),
      tourButton_(new QPushButton(tr("Take the tour"))),
      handout_(new QPushButton(tr("Handout..."))),
      previous_(new QPushButton(tr("Previous"))),
      play_(new QPushButton(tr("Play"))),
      next_(new QPushButton(tr("Next"))),
      again_(new QPushButton(tr("Again"))),
      look_(label("teachLook")),
      sentence_(label("teachSentence")),
      plainly_(label("teachPlainly")),
      verdict_(label("teachVerdict")),
      question_(label("teachQuestion")),
      gateValue_(label("teachGateValue", false)),
      looped_(label("teachLooped", false)),
      score_(label("teachScore", false)),
      ownText_(new OwnText),
      text_(new TeachText),
      textArea_(new QScrollArea),
      lane_(new PassLane),
      stage_(new LoopStage),
      answers_(new LoopAnswers),
      words_(new TeachWords),
      gate_(new TeachGate),
      threshold_(new QSlider(Qt::Horizontal)),
      decision_(new QWidget),
      guessPage_(new QWidget),
      choices_(new QGridLayout),
      typed_(new QLineEdit),
      showMe_(new QPushButton(tr("Show me"))),
      right_(new QStackedWidget),
      tour_(nullptr) {
  setObjectName("teachView");
  setFocusPolicy(Qt::StrongFocus);
  build();
  tour_ = new TourOverlay(this);
  timer_.setInterval(kPlayMs);
  connect(&timer_, &QTimer::timeout, this, [this] {
    goTo(position_ + 1);
    // It pauses where the model would stop; one more Play shows what further loops would say.
    if (position_ == positions() || position_ == kStations * (walk_.exitLoop + 1))
      setPlaying(false);
  });
  connect(example_, &QComboBox::activated, this, [this](int index) { openExample(index); });
  connect(guessFirst_, &QCheckBox::toggled, this, [this](bool on) {
    if (filling_ || walk_.loops.empty()) return;
    on ? beginGuess() : reveal();
  });
  connect(tourButton_, &QPushButton::clicked, this, &TeachView::startTour);
  connect(previous_, &QPushButton::clicked, this, [this] {
    setPlaying(false);
    goTo(position_ - 1);
  });
  connect(next_, &QPushButton::clicked, this, [this] {
    setPlaying(false);
    guessing_ ? reveal() : goTo(position_ + 1);
  });
  connect(play_, &QPushButton::clicked, this, [this] { setPlaying(!playing()); });
  connect(again_, &QPushButton::clicked, this, [this] {
    setPlaying(false);
    guessFirst_->isChecked() ? beginGuess() : goTo(0, false);
  });
  connect(stage_, &LoopStage::moved, lane_, &PassLane::setShown);
  connect(text_, &TeachText::tokenClicked, &state_, [this](int token) { state_.select(token); });
  connect(threshold_, &QSlider::valueChanged, this, [this](int value) {
    if (filling_) return;
    ReadoutRule rule = state_.rule();
    rule.q = thresholdAt(value);
    state_.setRule(rule);
  });
  connect(typed_, &QLineEdit::returnPressed, this, [this] {
    if (typed_->text().trimmed().isEmpty() || round_.right < 0) return;
    const WalkWord& answer = round_.choices[static_cast<std::size_t>(round_.right)];
    guess(typed_->text().trimmed(), guessMatches(typed_->text().toStdString(), answer.bytes));
  });
  connect(showMe_, &QPushButton::clicked, this, &TeachView::reveal);
  connect(tour_, &TourOverlay::stopEntered, this, &TeachView::enterStop);
  connect(tour_, &TourOverlay::finished, this, [this] { setFocus(); });
  fillExamples();
}

void TeachView::refresh(Changes what) {
  if (what & (Changed::Trace | Changed::OpenTraces)) showExample();
  if (what & (Changed::Model | Changed::Live)) showModel();
  // Another tab that opens or is renamed changes nothing here.
  constexpr Changes kAround = Changed::OpenTraces | Changed::Model | Changed::Live;
  if (what & ~kAround) reload();
}

void TeachView::build() {
  example_->setObjectName("teachExample");
  example_->setAccessibleName(tr("Recorded example"));
  guessFirst_->setObjectName("teachGuessFirst");
  tourButton_->setObjectName("teachTour");
  previous_->setObjectName("teachPrevious");
  play_->setObjectName("teachPlay");
  next_->setObjectName("teachNext");
  again_->setObjectName("teachAgain");
  handout_->setObjectName("teachHandout");
  handout_->setToolTip(tr("This walk in six frames, as a sheet of paper for a class"));
  connect(handout_, &QPushButton::clicked, this, [this] { askExport(shown()); });
  own_->setObjectName("teachOwn");
  own_->setCheckable(true);
  own_->setToolTip(tr("Run a text of your own and see it in both lanes"));
  ownText_->hide();
  connect(own_, &QPushButton::toggled, ownText_, [this](bool on) {
    ownText_->setVisible(on);
    if (on) ownText_->focusText();
  });
  connect(ownText_, &OwnText::textAsked, &intents_, &Intents::textAsked);
  connect(ownText_, &OwnText::puzzlesAsked, &intents_, &Intents::puzzleModelAsked);
  connect(ownText_, &OwnText::languageAsked, &intents_, &Intents::languageDemoAsked);
  next_->setToolTip(tr("Next station (right arrow)"));
  previous_->setToolTip(tr("Previous station (left arrow)"));
  play_->setToolTip(tr("Play and pause (Space)"));
  threshold_->setObjectName("teachThreshold");
  threshold_->setAccessibleName(tr("Exit threshold q"));
  threshold_->setRange(0, kThresholdSteps);
  threshold_->setMinimumWidth(120);
  typed_->setObjectName("teachTyped");
  typed_->setPlaceholderText(tr("or type a word, then Enter"));
  typed_->setAccessibleName(tr("Your guess"));
  showMe_->setObjectName("teachShowMe");
  look_->setForegroundRole(QPalette::PlaceholderText);
  typed_->setMinimumWidth(60);

  auto* top = new QHBoxLayout;
  top->addWidget(example_);
  top->addWidget(own_);
  top->addStretch(1);
  top->addWidget(score_);
  top->addWidget(guessFirst_);
  top->addWidget(tourButton_);
  top->addWidget(handout_);
  textArea_->setWidget(text_);
  textArea_->setWidgetResizable(true);
  textArea_->setFrameShape(QFrame::NoFrame);
  textArea_->setFocusPolicy(Qt::NoFocus);

  auto* guessColumn = new QVBoxLayout(guessPage_);
  guessPage_->setObjectName("teachGuess");
  guessPage_->setAutoFillBackground(true);
  guessPage_->setBackgroundRole(QPalette::Base);
  guessColumn->addStretch();
  guessColumn->addWidget(question_);
  guessColumn->addLayout(choices_);
  auto* typing = new QHBoxLayout;
  typing->addWidget(typed_, 1);
  typing->addWidget(showMe_);
  guessColumn->addLayout(typing);
  guessColumn->addStretch();
  right_->addWidget(guessPage_);
  right_->addWidget(words_);

  auto* threshold = new QHBoxLayout;
  threshold->addWidget(gateValue_);
  threshold->addWidget(threshold_, 1);
  decision_->setObjectName("teachDecision");
  auto* rightColumn = new QVBoxLayout(decision_);
  rightColumn->setContentsMargins(0, 0, 0, 0);
  rightColumn->addWidget(right_, 1);
  rightColumn->addWidget(gate_);
  rightColumn->addLayout(threshold);
  auto* middle = new QGridLayout;
  // A heading does not make its lane wider.
  looped_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  looped_->setAlignment(Qt::AlignCenter);
  auto* pass = label("teachPass", false);
  pass->setText(tr("One pass"));
  middle->addWidget(pass, 0, 0, Qt::AlignHCenter);
  middle->addWidget(looped_, 0, 1);
  middle->addWidget(lane_, 1, 0);
  middle->addWidget(stage_, 1, 1);
  middle->addWidget(decision_, 0, 2, 2, 1);
  middle->setColumnStretch(1, 6);
  middle->setColumnStretch(2, 5);
  middle->setRowStretch(1, 1);
  middle->setVerticalSpacing(2);

  // What happens, and the same in plain words, side by side: lines are what a small window lacks.
  auto* told = new QHBoxLayout;
  told->setSpacing(16);
  told->addWidget(sentence_, 1, Qt::AlignTop);
  told->addWidget(plainly_, 1, Qt::AlignTop);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(verdict_, 1);
  for (QPushButton* button : {again_, previous_, play_, next_}) buttons->addWidget(button);
  auto* column = new QVBoxLayout(this);
  // The type follows the size, so what it needs now is no bound for a smaller size.
  column->setSizeConstraint(QLayout::SetNoConstraint);
  setMinimumSize(kLeastSize);
  column->setContentsMargins(14, 8, 14, 8);
  column->setSpacing(6);
  column->addLayout(top);
  column->addWidget(ownText_);
  column->addWidget(look_);
  column->addWidget(textArea_);
  column->addLayout(middle, 1);
  column->addWidget(answers_);
  column->addLayout(told);
  column->addLayout(buttons);
}

void TeachView::fillExamples() {
  try {
    examples_ = exampleTraces();
  } catch (const Error& error) {
    // Without them an open trace is taught all the same.
    emit intents_.messageAsked(QString::fromUtf8(error.what()));
  }
  for (const ExampleTrace& example : examples_) {
    const QString title = exampleText(example.title);
    example_->addItem(example.puzzle ? tr("Puzzle: %1").arg(title) : title);
  }
  example_->setCurrentIndex(-1);
  example_->setPlaceholderText(tr("Examples"));
  example_->setEnabled(!examples_.empty());
  tourButton_->setEnabled(!examples_.empty());
}

void TeachView::themeChanged() {
  text_->setTheme(theme_);
  lane_->setTheme(theme_);
  stage_->setTheme(theme_);
  answers_->setTheme(theme_);
  words_->setTheme(theme_);
  gate_->setTheme(theme_);
}

void TeachView::openExample(int index) {
  if (index < 0 || index >= static_cast<int>(examples_.size())) return;
  setPlaying(false);
  const auto known = opened_.find(index);
  if (known != opened_.end() && workspace_.find(known->second)) {
    workspace_.show(known->second);
  } else {
    try {
      const ExampleTrace& example = examples_[static_cast<std::size_t>(index)];
      opened_[index] = workspace_.add(readTrace(example.file), exampleText(example.title),
                                      QString::fromStdString(example.file.string()));
    } catch (const Error& error) {
      return void(emit intents_.messageAsked(QString::fromUtf8(error.what())));
    }
  }
  showExample();
  // The last token of the prompt is where the question is answered.
  state_.select(std::max(0, state_.trace()->info().promptTokens - 1));
}

void TeachView::showExample() {
  const Workspace::Item* item = workspace_.find(workspace_.current());
  int index = -1;
  for (std::size_t i = 0; item && i < examples_.size(); ++i)
    if (!item->path.isEmpty() && item->path == QString::fromStdString(examples_[i].file.string()))
      index = static_cast<int>(i);
  if (index >= 0) opened_[index] = item->id;
  example_->setCurrentIndex(index);
  QStringList look;
  if (index >= 0) look << exampleText(examples_[static_cast<std::size_t>(index)].look);
  if (item && !item->away())
    if (const QString model = modelPlainly(*item->trace); !model.isEmpty()) look << model;
  look_->setText(look.join(' '));
  look_->setVisible(!look.isEmpty());
}

void TeachView::showModel() {
  ownText_->setModel(workspace_.modelName(), workspace_.knowsPuzzlesOnly());
  ownText_->setRunning(workspace_.live().running());
}

void TeachView::count(bool right) {
  if (!guessedAt_.emplace(workspace_.current(), walk_.token).second) return;
  rightGuesses_ += right;
  showScore();
}

void TeachView::showScore() {
  const int guesses = intSize(guessedAt_);
  score_->setText(guesses > 0 ? tr("Right: %1 of %2").arg(rightGuesses_).arg(guesses) : QString());
}

std::optional<FigureRequest> TeachView::shown() const {
  std::optional<FigureRequest> sheet = request("handout");
  if (!sheet) return {};
  const FigureKind& kind = figureKind(sheet->recipe.kind);
  sheet->recipe.token = walk_.token;
  sheet->recipe.widthMm = kind.sheetMm;
  sheet->recipe.fontPoints = kind.sheetPoints;
  sheet->recipe.options = {
      {"language", installedLanguage().isEmpty() ? QStringLiteral("en") : installedLanguage()}};
  return sheet;
}

QJsonObject TeachView::ownState() const {
  if (!guessFirst_->isChecked() && position_ == 0 && guessedAt_.empty()) return {};
  QJsonArray at;
  for (const auto& [item, token] : guessedAt_) at << QJsonArray{item, token};
  return {{"rightGuesses", rightGuesses_},
          {"guessedAt", at},
          {"guessFirst", guessFirst_->isChecked()},
          {"guessing", guessing_},
          {"token", walk_.token},
          {"position", position_},
          {"guessed", guessed_},
          {"guessedRight", guessedRight_}};
}

void TeachView::setOwnState(const QJsonObject& state) {
  filling_ = true;
  guessFirst_->setChecked(state["guessFirst"].toBool());
  filling_ = false;
  guessedAt_.clear();
  for (const auto at : state["guessedAt"].toArray())
    guessedAt_.emplace(at.toArray().at(0).toInt(), at.toArray().at(1).toInt());
  rightGuesses_ = std::clamp(state["rightGuesses"].toInt(), 0, intSize(guessedAt_));
  showScore();
  left_ = state;
}

int TeachView::positions() const {
  return kStations * static_cast<int>(walk_.loops.size());
}

void TeachView::reload() {
  const TracePtr trace = state_.trace();
  const int token =
      trace ? (state_.selectedToken() >= 0 ? state_.selectedToken()
                                           : std::max(0, trace->info().promptTokens - 1))
            : -1;
  filling_ = true;
  threshold_->setValue(thresholdPosition(state_.rule().q));
  filling_ = false;
  for (QWidget* w : std::initializer_list<QWidget*>{previous_, play_, next_, again_, threshold_,
                                                    guessFirst_, handout_})
    w->setEnabled(trace != nullptr);
  if (!trace) {
    setPlaying(false);
    trace_ = nullptr;
    walk_ = {};
    guessing_ = false;
    showText(-1);
    stage_->setWalk({}, 0, 0, {});
    stage_->setPosition(0, false);
    looped_->clear();
    showLanes();
    plainly_->clear();
    words_->setHidden({});
    gate_->setWalk({}, 0, 1);
    sentence_->setText(tr("Choose an example, or take the tour."));
    verdict_->clear();
    gateValue_->clear();
    return;
  }
  // A growing or another trace, another token: the walk starts again; another q keeps its place.
  const bool same = trace_ == trace && walk_.token == token;
  // The tour's stop on q is about the answer: there the walk goes along to the new exit.
  const bool atExit =
      same && tour_->stop() == kThresholdStop && position_ == kStations * (walk_.exitLoop + 1);
  trace_ = trace;
  walk_ = loopWalk(*trace, token, state_.readout());
  stage_->setWalk(wordText(trace->columns().tokenBytes[static_cast<std::size_t>(token)]),
                  static_cast<int>(walk_.loops.size()), walk_.exitLoop,
                  tr("%n layer(s)", nullptr, trace->info().layers));
  looped_->setText(tr("Looped, up to %n time(s)", nullptr, static_cast<int>(walk_.loops.size())));
  showLanes();
  if (same) {
    showText(text_->lastShown());
    round_ = guessRound(walk_);
    if (atExit) position_ = kStations * (walk_.exitLoop + 1);
    return showPosition(false);
  }
  setPlaying(false);
  guessed_.clear();
  position_ = 0;
  const QJsonObject left = std::exchange(left_, {});
  if (left["token"].toInt(-1) != token || left["guessing"].toBool())
    return guessFirst_->isChecked() ? beginGuess() : reveal();
  guessed_ = left["guessed"].toString();
  guessedRight_ = left["guessedRight"].toBool();
  reveal();
  goTo(left["position"].toInt(), false);
}

void TeachView::showLanes() {
  chain_.reset();
  QString right, token, said, share;
  if (trace_) {
    const TraceColumns& c = trace_->columns();
    token = wordText(c.tokenBytes[static_cast<std::size_t>(walk_.token)]);
    chain_ = puzzleChain(*trace_, walk_.token);
    const std::int32_t wanted = state_.expected().next(*trace_, walk_.token);
    if (wanted >= 0)
      right = wordText(trace_->word(wanted));
    else if (chain_)
      right = QString::fromStdString(chain_->answer());
    if (!walk_.loops.empty() && !walk_.loops[0].words.empty()) {
      const WalkWord& best = walk_.loops[0].words.front();
      said = wordText(best.bytes);
      share = QStringLiteral("%1 %").arg(localNumber(100 * best.probability, 0));
    }
  }
  lane_->setWalk(token, said, share);
  answers_->setWalk(walk_, chain_, right);
}

bool TeachView::over() const {
  return !guessing_ && !walk_.loops.empty() && position_ >= kStations * (walk_.exitLoop + 1);
}

void TeachView::beginGuess() {
  setPlaying(false);
  guessing_ = true;
  guessed_.clear();
  position_ = 0;
  round_ = guessRound(walk_);
  while (QLayoutItem* item = choices_->takeAt(0)) {
    item->widget()->setObjectName({});
    item->widget()->hide();
    item->widget()->deleteLater();  // a click on it may be what brought us here
    delete item;
  }
  const std::string& bytes = trace_->columns().tokenBytes[static_cast<std::size_t>(walk_.token)];
  question_->setText(
      tr("Which word will the model give after \u201c%1\u201d?").arg(wordText(bytes)));
  for (std::size_t i = 0; i < round_.choices.size(); ++i) {
    const QString text = wordText(round_.choices[i].bytes);
    auto* button = new QPushButton(plainLabel(text));
    button->setObjectName(QStringLiteral("teachChoice%1").arg(i));
    const bool right = static_cast<int>(i) == round_.right;
    connect(button, &QPushButton::clicked, this, [this, text, right] { guess(text, right); });
    choices_->addWidget(button, static_cast<int>(i / 2), static_cast<int>(i % 2));
  }
  typed_->clear();
  showText(walk_.token);
  showPosition(false);
}

void TeachView::guess(const QString& word, bool right) {
  guessed_ = word;
  guessedRight_ = right;
  count(right);
  reveal();
  setPlaying(true);
}

void TeachView::reveal() {
  guessing_ = false;
  // What follows would tell the answer before the walk is over.
  showText(guessed_.isEmpty() ? -1 : walk_.token);
  if (isVisible()) setFocus();
  showPosition(false);
}

void TeachView::goTo(int position, bool animated) {
  if (walk_.loops.empty() || guessing_) return;
  const int wanted = std::clamp(position, 0, positions());
  // Only one step is shown moving; jumps are jumps.
  animated = animated && std::abs(wanted - position_) == 1;
  position_ = wanted;
  showPosition(animated);
}

void TeachView::showPosition(bool animated) {
  position_ = std::clamp(position_, 0, positions());
  right_->setCurrentWidget(guessing_ ? guessPage_ : static_cast<QWidget*>(words_));
  const int heads = headsPassed(position_), gates = gatesPassed(position_);
  stage_->setPosition(position_, animated);
  const WalkLoop* read = heads > 0 ? &walk_.loops[static_cast<std::size_t>(heads - 1)] : nullptr;
  stage_->setBestWord(read && !read->words.empty() ? wordText(read->words.front().bytes)
                                                   : QString());
  if (read)
    words_->setWords(tr("After loop %1 the model would say").arg(heads), read->words,
                     animated && position_ % kStations == 0);
  else
    words_->setHidden(tr("Nothing read out yet"));
  gate_->setWalk(walk_, gates, state_.rule().q);
  const QString q = localNumber(state_.rule().q, 2);
  gateValue_->setText(
      gates == 0 ? tr("Threshold q %1").arg(q)
                 : tr("Gate \u03bb %1, stopped by now %2")
                       .arg(localNumber(walk_.loops[static_cast<std::size_t>(gates - 1)].lambda, 2),
                            localNumber(walk_.loops[static_cast<std::size_t>(gates - 1)].cdf, 2)));
  // The chain ends with the answer: nobody who guesses sees it before.
  answers_->setRead(heads, !guessing_ && (guessed_.isEmpty() || over()));
  sentence_->setText(guessing_ ? tr("Guess, or press Space to see.")
                               : walkSentence(*trace_, walk_, position_));
  plainly_->setText(guessing_ ? QString() : walkPlainly(*trace_, position_));
  showVerdict();
  previous_->setEnabled(!guessing_ && position_ > 0);
  next_->setEnabled(guessing_ || position_ < positions());
  play_->setEnabled(!guessing_ && position_ < positions());
}

void TeachView::showVerdict() {
  const auto& answer = walk_.loops.empty()
                           ? std::vector<WalkWord>{}
                           : walk_.loops[static_cast<std::size_t>(walk_.exitLoop)].words;
  if (!over() || answer.empty()) return verdict_->clear();
  QStringList parts;
  const QString said = wordText(answer.front().bytes);
  if (!guessed_.isEmpty())
    parts << (guessedRight_ ? tr("You guessed it: \u201c%1\u201d.").arg(said)
                            : tr("You guessed \u201c%1\u201d, the model says \u201c%2\u201d.")
                                  .arg(guessed_, said));
  const auto& once = walk_.loops.front().words;
  if (walk_.exitLoop > 0 && !once.empty())
    parts << (once.front().id == answer.front().id
                  ? tr("One pass says the same.")
                  : tr("One pass says \u201c%1\u201d, loop %2 says \u201c%3\u201d.")
                        .arg(wordText(once.front().bytes))
                        .arg(walk_.exitLoop + 1)
                        .arg(said));
  if (chain_)
    parts << (said == QString::fromStdString(chain_->answer())
                  ? tr("By the game's rule that is right.")
                  : tr("By the game's rule it is \u201c%1\u201d.")
                        .arg(QString::fromStdString(chain_->answer())));
  if (walk_.next >= 0 && walk_.next != answer.front().id)
    parts << tr("In the text \u201c%1\u201d follows.").arg(wordText(trace_->word(walk_.next)));
  verdict_->setText(parts.join(' '));
  if (text_->lastShown() >= 0 && text_->lastShown() + 1 < trace_->tokens()) showText(-1);
}

void TeachView::setPlaying(bool playing) {
  if (playing && !guessing_ && position_ < positions())
    timer_.start();
  else
    timer_.stop();
  play_->setText(timer_.isActive() ? tr("Pause") : tr("Play"));
}

bool TeachView::openTourExample() {
  const auto tour = std::ranges::find_if(
      examples_, [](const ExampleTrace& each) { return each.file.filename() == kTourExample; });
  if (tour != examples_.end()) openExample(static_cast<int>(tour - examples_.begin()));
  if (!state_.trace()) return false;
  // As it was run, every loop allowed, at the token that is answered.
  ReadoutRule rule = ruleOfRun(*state_.trace());
  rule.budget = state_.trace()->loops();
  state_.setRule(rule);
  state_.select(std::max(0, answerToken(*state_.trace())));
  return !walk_.loops.empty();
}

void TeachView::startTour() {
  setPlaying(false);
  // What the stops say is read off the record, so that it is true of it.
  if (!openTourExample()) return;
  const auto best = [this](int loop) {
    const auto& words = walk_.loops[static_cast<std::size_t>(loop)].words;
    return words.empty() ? QStringLiteral("?") : wordText(words.front().bytes);
  };
  const int stops = walk_.exitLoop;
  tour_->start({
      {tr("A text is a row of pieces"),
       tr("The model reads a text piece by piece; a piece is called a token. The small digit and "
          "the colour say at which loop a piece is read. Click one to choose it."),
       text_},
      {tr("One pass"),
       tr("On this side the layers are used once, and then the model has to speak: it says "
          "“%1”.")
           .arg(best(0)),
       lane_},
      {tr("The same layers again"),
       tr("On this side the same layers are used again and again, here up to %1 times. Press Space "
          "and follow the dot.")
           .arg(walk_.loops.size()),
       stage_},
      {tr("Every loop has an answer"),
       tr("The chips keep the best word after each loop: first “%1”, from loop %2 on "
          "“%3”. Between the loops nothing is written: this thinking is silent.")
           .arg(best(0))
           .arg(answerAt(*trace_, walk_.token, state_.readout()).since + 1)
           .arg(best(stops)),
       answers_},
      {tr("The gate decides when it is enough"),
       tr("After each loop a small switch, the gate, says how likely it is to stop. The bar adds "
          "this up. At loop %1 it passes the line q: there the model stops. What is left at the "
          "last loop is hatched.")
           .arg(stops + 1),
       gate_},
      {tr("The threshold is yours"),
       tr("Drag the handle of q all the way to the left: the model stops after loop 1 and says "
          "“%1”. Nothing is computed again: the record holds every loop.")
           .arg(best(0)),
       decision_},
      {tr("Now you"),
       tr("Guess the word before it is revealed: choose one or type it. Right guesses are counted. "
          "Afterwards take another example, or press “%1” and run one of your own.")
           .arg(own_->text()),
       right_},
  });
}

void TeachView::enterStop(int stop) {
  setPlaying(false);
  guessed_.clear();
  if (!openTourExample()) return;
  filling_ = true;
  guessFirst_->setChecked(stop == kGuessStop);
  filling_ = false;
  if (stop == kGuessStop) return beginGuess();
  guessing_ = false;
  reveal();
  const int exit = kStations * (walk_.exitLoop + 1);
  goTo(stop == kPassStop                           ? kStations
       : stop == kThresholdStop                    ? exit  // goes along with q
       : stop == kAnswersStop || stop == kGateStop ? positions()
                                                   : 0,
       false);
}

bool TeachView::event(QEvent* event) {
  // These keys are the walk's while this view has the focus, also where the window uses them.
  if (event->type() == QEvent::ShortcutOverride) {
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool walk =
        key->modifiers() == Qt::NoModifier &&
        (key->key() == Qt::Key_Space || key->key() == Qt::Key_Left || key->key() == Qt::Key_Right ||
         key->key() == Qt::Key_Home || key->key() == Qt::Key_End ||
         (key->key() == Qt::Key_Escape && tour_ && tour_->stop() >= 0));
    if (walk) {
      event->accept();
      return true;
    }
  }
  return TraceView::event(event);
}

void TeachView::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Space:
      if (guessing_) return reveal();
      return setPlaying(!playing());
    case Qt::Key_Right:
      return next_->click();
    case Qt::Key_Left:
      return previous_->click();
    case Qt::Key_Home:
      setPlaying(false);
      return goTo(0, false);
    case Qt::Key_End:
      setPlaying(false);
      return goTo(kStations * (walk_.exitLoop + 1), false);
    case Qt::Key_Escape:
      if (tour_->stop() >= 0) return tour_->finish();
      break;
    default:
      break;
  }
  QWidget::keyPressEvent(event);
}

void TeachView::scaleType() {
  // Large for a room, but never so large that the drawing has no place.
  QFont type = QWidget::font();
  const double size = std::clamp(std::min(width() / 78.0, height() / 54.0), 9.0, 26.0);
  if (std::abs(type.pointSizeF() - size) < 0.3) return;
  type.setPointSizeF(size);
  setFont(type);
  QFont large = type;
  large.setPointSizeF(size * 1.15);
  text_->setFont(large);
  QFont strong = type;
  strong.setBold(true);
  sentence_->setFont(strong);
  question_->setFont(strong);
  looped_->setFont(strong);
  findChild<QLabel*>("teachPass")->setFont(strong);
  // The lanes keep their height from station to station.
  sentence_->setMinimumHeight(QFontMetrics(strong).lineSpacing() * 3);
  plainly_->setMinimumHeight(QFontMetrics(type).lineSpacing() * 3);
  QFont small = type;
  small.setPointSizeF(std::max(9.0, size * 0.85));
  look_->setFont(small);
  gate_->updateGeometry();
  // The style pads buttons for small type.
  const QFontMetrics metrics(type);
  for (QPushButton* button :
       {own_, tourButton_, handout_, previous_, play_, next_, again_, showMe_}) {
    const int wide = button == play_ ? std::max(metrics.horizontalAdvance(tr("Play")),
                                                metrics.horizontalAdvance(tr("Pause")))
                                     : metrics.horizontalAdvance(button->text());
    button->setMinimumWidth(wide + 2 * metrics.height());
  }
}

void TeachView::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  scaleType();
  fitText();
}

void TeachView::showText(int last) {
  text_->setTrace(trace_, state_.readout(), last);
  text_->setSelection(walk_.token);
  fitText();
}

void TeachView::fitText() {
  // A short text takes its lines, a long one a quarter of the height and scrolls.
  textArea_->setFixedHeight(std::clamp(text_->minimumHeight(), 20, std::max(40, height() / 4)));
  if (walk_.token >= 0) {
    const QPoint at = text_->tokenRect(walk_.token).center();
    textArea_->ensureVisible(at.x(), at.y(), 20, 40);
  }
}

void TeachView::showEvent(QShowEvent* event) {
  TraceView::showEvent(event);
  if (!state_.trace()) openExample(0);
}

void TeachView::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  setPlaying(false);
}

}  // namespace ouroscope
