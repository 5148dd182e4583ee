// SPDX-License-Identifier: GPL-3.0-or-later
// The Teach preset driven by real mouse and key events, with no model loaded; what it shows is what
// core/analysis says of the bundled traces.
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include "core/analysis/Answer.h"
#include "core/analysis/LoopWalk.h"
#include "tests/support/OwnSettings.h"
#include "tests/support/SyntheticTrace.h"
#include "tests/support/ViewStage.h"
#include "tests/support/WindowStage.h"
#include "ui/base/Language.h"
#include "ui/base/Theme.h"
#include "ui/views/LoopAnswers.h"
#include "ui/views/LoopStage.h"
#include "ui/views/OwnText.h"
#include "ui/views/PassLane.h"
#include "ui/views/TeachPanels.h"
#include "ui/views/TeachView.h"
#include "ui/views/TourOverlay.h"

using namespace ouroscope;

namespace {

struct Bench : test::ViewStage<TeachView> {
  LoopStage* stage = view.findChild<LoopStage*>("loopStage");
  TeachWords* words = view.findChild<TeachWords*>("teachWords");
  TeachText* text = view.findChild<TeachText*>("teachText");
  TeachGate* gate = view.findChild<TeachGate*>("teachGate");
  PassLane* lane = view.findChild<PassLane*>("passLane");
  LoopAnswers* answers = view.findChild<LoopAnswers*>("loopAnswers");

  Bench() : ViewStage({1200, 820}) {
    view.activateWindow();
    view.setFocus();
  }
  QString label(const char* name) const { return view.findChild<QLabel*>(name)->text(); }
  QPushButton* button(const char* name) const { return view.findChild<QPushButton*>(name); }
  int example(const char* part) const {
    const auto examples = exampleTraces();
    for (std::size_t i = 0; i < examples.size(); ++i)
      if (examples[i].file.string().find(part) != std::string::npos) return static_cast<int>(i);
    qFatal("no example %s", part);
  }
  void click(QWidget* widget) { QTest::mouseClick(widget, Qt::LeftButton); }
  void key(Qt::Key k) { QTest::keyClick(&view, k); }
};

}  // namespace

class TestTeachView : public QObject {
  Q_OBJECT
 private:
  QTemporaryDir home_;

 private slots:
  void initTestCase() { test::ownSettings(home_.path()); }
  void init() { QSettings().setValue("reducedMotion", true); }

  void itOpensAnExampleWithNoModelLoaded() {
    Bench b;
    QVERIFY(!b.workspace.model());
    QVERIFY(b.state.trace() != nullptr);
    QCOMPARE(b.state.selectedToken(), b.state.trace()->info().promptTokens - 1);
    QCOMPARE(b.stage->position(), 0);
    QVERIFY(b.words->shownWords().isEmpty());
    // Another one is chosen by key; the same twice is opened once.
    auto* examples = b.view.findChild<QComboBox*>("teachExample");
    b.view.openExample(1);
    const auto open = b.workspace.items().size();
    QTest::keyClick(examples, Qt::Key_Up);
    QTest::keyClick(examples, Qt::Key_Down);
    QCOMPARE(b.workspace.items().size(), open);
    QVERIFY(!b.label("teachLook").isEmpty());
  }

  void theTokenWalksRoundTheLoop() {
    Bench b;
    b.state.setRule({0, b.state.trace()->loops(), 1.0});
    const LoopWalk walk = loopWalk(*b.state.trace(), b.state.selectedToken(), b.state.readout());
    const int loops = static_cast<int>(walk.loops.size());
    QCOMPARE(b.view.positions(), 4 * loops);
    for (int r = 0; r < loops; ++r) {
      const WalkLoop& loop = walk.loops[static_cast<std::size_t>(r)];
      b.key(Qt::Key_Right);  // layers
      QVERIFY(b.label("teachSentence").contains(QString("Loop %1").arg(r + 1)));
      QCOMPARE(b.gate->reached(), r);
      b.click(b.button("teachNext"));  // norm
      b.key(Qt::Key_Right);            // gate
      QCOMPARE(b.gate->reached(), r + 1);
      QVERIFY(b.label("teachGateValue").contains(QString::number(loop.lambda, 'f', 2)));
      QVERIFY(b.label("teachGateValue").contains(QString::number(loop.cdf, 'f', 2)));
      QCOMPARE(b.words->shownWords().isEmpty(), r == 0);
      b.key(Qt::Key_Right);  // head
      QCOMPARE(b.stage->position(), 4 * (r + 1));
      QCOMPARE(b.words->shownWords().size(), qsizetype(loop.words.size()));
      QCOMPARE(b.words->shownWords().first(), tokenDisplayText(loop.words.front().bytes).trimmed());
      QVERIFY(b.label("teachSentence").contains(b.words->shownWords().first()));
      QCOMPARE(b.label("teachSentence").contains("another word"), loop.changed && !loop.stops);
    }
    QVERIFY(b.label("teachSentence").contains("reads the answer"));
    QVERIFY(!b.button("teachNext")->isEnabled());
    b.key(Qt::Key_Left);
    QCOMPARE(b.view.position(), 4 * loops - 1);
    b.click(b.button("teachPrevious"));
    QCOMPARE(b.view.position(), 4 * loops - 2);
    b.key(Qt::Key_Home);
    QCOMPARE(b.view.position(), 0);
    b.key(Qt::Key_Left);
    QCOMPARE(b.view.position(), 0);
    b.key(Qt::Key_End);
    QCOMPARE(b.view.position(), 4 * loops);
  }

  /// Both lanes take the same text; one ends after the layers' first pass, the other goes on.
  void onePassStandsBesideTheLoops() {
    Bench b;
    QVERIFY(b.view.findChild<QComboBox*>("teachExample")->currentIndex() == 0);  // language first
    const Trace& trace = *b.state.trace();
    const Answer answer = answerAt(trace, b.state.selectedToken(), b.state.readout());
    QVERIFY(answer.onePass.id != answer.now.id);
    const auto said = [&](const AnswerWord& word) {
      return tokenDisplayText(trace.word(word.id)).trimmed();
    };
    QVERIFY(b.lane->isVisible() && b.stage->isVisible());
    QVERIFY(b.lane->geometry().right() < b.stage->geometry().left());
    for (int at = 0; at < 4; ++at) {
      QCOMPARE(b.lane->answer(), QString());
      QCOMPARE(b.answers->chip(0), "?");
      b.key(Qt::Key_Right);
    }
    QVERIFY(b.lane->ended());
    QCOMPARE(b.lane->answer(), said(answer.onePass));
    QCOMPARE(b.answers->chip(0), said(answer.onePass));
    b.key(Qt::Key_Right);
    QVERIFY(b.label("teachSentence").contains("One pass is over"));
    QVERIFY(b.label("teachSentence").contains(said(answer.onePass)));
    QVERIFY(b.label("teachPlainly").contains("silent"));
    b.key(Qt::Key_End);
    QCOMPARE(b.view.position(), 4 * (answer.read + 1));
    QCOMPARE(b.answers->chip(answer.read), said(answer.now));
    QVERIFY(b.label("teachVerdict")
                .contains(QString("One pass says \u201c%1\u201d, loop %2 says \u201c%3\u201d.")
                              .arg(said(answer.onePass))
                              .arg(answer.read + 1)
                              .arg(said(answer.now))));
    b.key(Qt::Key_Home);
    QVERIFY(!b.lane->ended());
    QVERIFY(b.label("teachVerdict").isEmpty());
  }

  void everyStationIsToldPlainly() {
    Bench b;
    QSet<QString> told;
    for (int at = 0; at <= 8; ++at) {
      QVERIFY2(b.label("teachPlainly").startsWith("In plain words:"),
               qPrintable(QString::number(at)));
      told << b.label("teachPlainly");
      b.key(Qt::Key_Right);
    }
    QCOMPARE(told.size(), 6);  // the entrance, four stations, and the layers once more
    // A model without a gate is not said to have one.
    b.workspace.add(test::syntheticTrace({.loops = 2, .gated = false}));
    for (int i = 0; i < 3; ++i) b.key(Qt::Key_Right);
    QVERIFY(b.label("teachSentence").contains("no gate"));
  }

  /// The chain of values by the rule stands beside the words of the loops.
  void aPuzzleIsWorkedOutBesideTheLoops() {
    Bench b;
    QVERIFY(!b.label("teachLook").contains("seven games"));
    QVERIFY(b.answers->chainText().isEmpty());
    b.view.openExample(b.example("six-steps"));
    QVERIFY(b.label("teachLook").contains("seven games"));
    QVERIFY(b.label("teachLook").contains("last digit only"));
    QCOMPARE(b.answers->chainText(),
             "By the game's rule: 3, add 4 \u2192 7, double \u2192 4, subtract 5 \u2192 9, "
             "triple \u2192 7, add 1 \u2192 8");
    const LoopWalk walk = loopWalk(*b.state.trace(), b.state.selectedToken(), b.state.readout());
    const auto chain = puzzleChain("Take 3, add 4, double, subtract 5, triple, add 1, get");
    for (int r = 0; r < static_cast<int>(walk.loops.size()); ++r) {
      b.view.goTo(4 * (r + 1), false);
      const std::string& best = walk.loops[static_cast<std::size_t>(r)].words.front().bytes;
      QCOMPARE(b.answers->litSteps(), chain->stepsWith(best));
      QCOMPARE(b.answers->chip(r).contains("step"), !chain->stepsWith(best).empty());
      QCOMPARE(b.answers->chip(r).contains(u'\u2713'), best == " 8");
    }
    QVERIFY(b.label("teachVerdict").contains("By the game's rule that is right."));
    // Another token of the text has no chain; the answer is hidden from somebody who guesses.
    b.state.select(3);
    QVERIFY(b.answers->chainText().isEmpty());
    b.state.select(b.state.trace()->info().promptTokens - 1);
    b.click(b.view.findChild<QCheckBox*>("teachGuessFirst"));
    QVERIFY(b.answers->chainText().isEmpty());
    b.click(b.button("teachChoice0"));
    b.view.setFocus();
    QVERIFY(b.answers->chainText().isEmpty());
    b.key(Qt::Key_End);
    QVERIFY(!b.answers->chainText().isEmpty());
  }

  /// What somebody expects is marked where a loop says it.
  void theExpectedWordIsTicked() {
    Bench b;
    const Trace& trace = *b.state.trace();
    const int token = b.state.selectedToken();
    const Answer answer = answerAt(trace, token, b.state.readout());
    b.state.setExpected("Tokyo", {token, {answer.now.id}});
    b.key(Qt::Key_End);
    QVERIFY(b.answers->chip(answer.read).endsWith(u'\u2713'));
    QVERIFY(!b.answers->chip(0).contains(u'\u2713'));
  }

  /// A guess counts once for a token, right or wrong; the count stays in another language.
  void rightGuessesAreCounted() {
    Bench b;
    QVERIFY(b.label("teachScore").isEmpty());
    b.click(b.view.findChild<QCheckBox*>("teachGuessFirst"));
    const auto choose = [&](bool right) {
      const GuessRound round = guessRound(b.view.walk());
      const int wrong = round.right == 0 ? 1 : 0;
      b.click(b.button(qPrintable(QString("teachChoice%1").arg(right ? round.right : wrong))));
    };
    choose(true);
    QCOMPARE(b.label("teachScore"), "Right: 1 of 1");
    b.state.select(2);
    choose(false);
    QCOMPARE(b.label("teachScore"), "Right: 1 of 2");
    b.click(b.button("teachAgain"));
    choose(true);  // the answer is known by now
    QCOMPARE(b.label("teachScore"), "Right: 1 of 2");
    b.click(b.button("teachAgain"));
    b.click(b.button("teachShowMe"));  // no guess
    QCOMPARE(b.label("teachScore"), "Right: 1 of 2");
    TeachView other({b.state, b.workspace, b.intents});
    other.setOwnState(b.view.ownState());
    QCOMPARE(other.findChild<QLabel*>("teachScore")->text(), "Right: 1 of 2");
    QCOMPARE(other.ownState()["guessedAt"], b.view.ownState()["guessedAt"]);
  }

  void withoutAModelItSaysWhatToDo() {
    Bench b;
    QSignalSpy puzzles(&b.intents, &Intents::puzzleModelAsked);
    QSignalSpy language(&b.intents, &Intents::languageDemoAsked);
    b.click(b.button("teachOwn"));
    QVERIFY(b.label("ownState").contains("No model is open"));
    QVERIFY(!b.button("ownRun")->isVisible());
    b.click(b.button("ownPuzzles"));
    b.click(b.button("ownLanguage"));
    QCOMPARE(puzzles.size(), 1);
    QCOMPARE(language.size(), 1);
    b.click(b.button("teachOwn"));
    QVERIFY(!b.button("ownPuzzles")->isVisible());
  }

  /// From Teach to the model and back: slots, then a typed text, each a run in the lanes.
  void anOwnTextIsRunAndShownInTheLanes() {
    test::WindowStage stage(QSize(1280, 800));
    MainWindow& window = stage.window;
    window.docks().setPreset("teach");
    auto* view = qobject_cast<TeachView*>(window.docks().view("teach"));
    QTRY_VERIFY(view->isVisible());
    QTest::mouseClick(view->findChild<QPushButton*>("teachOwn"), Qt::LeftButton);
    QTest::mouseClick(view->findChild<QPushButton*>("ownPuzzles"), Qt::LeftButton);
    QVERIFY(stage.rest() && window.workspace().knowsPuzzlesOnly());
    auto* own = view->findChild<OwnText*>("ownText");
    // Slots: the first game, one more step, another number, by keys.
    auto* steps = view->findChild<QSpinBox*>("ownSteps");
    QVERIFY(steps->isVisible());
    QTest::keyClick(steps, Qt::Key_Up);
    QTest::keyClicks(view->findChild<QComboBox*>("ownSlot0"), "6");
    QVERIFY2(own->text().startsWith("Take 6, "), qPrintable(own->text()));
    const auto chain = puzzleChain(own->text().toStdString());
    QVERIFY(chain.has_value());
    QCOMPARE(chain->steps.size(), 4u);
    const TracePtr before = window.state().trace();
    const QString asked = own->text();
    QTest::mouseClick(view->findChild<QPushButton*>("ownRun"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(window.state().trace() != before && !window.busy(), 60000);
    QCOMPARE(own->text(), asked);  // the slots stay as they were filled
    const Trace& trace = *window.state().trace();
    std::string text;
    for (const std::string& bytes : trace.columns().tokenBytes) text += bytes;
    QCOMPARE(QString::fromStdString(text).trimmed(), asked);
    QCOMPARE(view->walk().token, trace.tokens() - 1);
    QVERIFY(view->findChild<LoopAnswers*>("loopAnswers")
                ->chainText()
                .contains(QString::fromStdString(chain->answer())));
    view->setFocus();
    QTest::keyClick(view, Qt::Key_End);
    const Answer answer = answerAt(trace, view->walk().token, window.state().readout());
    QCOMPARE(view->findChild<PassLane*>("passLane")->answer(),
             tokenDisplayText(trace.word(answer.onePass.id)).trimmed());
    // A text that is none of the games is run too, and what it is worth is said.
    auto* game = view->findChild<QComboBox*>("ownGame");
    QTest::keyClick(game, Qt::Key_Home);
    auto* typed = view->findChild<QLineEdit*>("ownTyped");
    QVERIFY(typed->isVisible());
    QVERIFY(!view->findChild<QPushButton*>("ownRun")->isEnabled());
    QTest::keyClicks(typed, "Why is it?");
    const TracePtr puzzle = window.state().trace();
    QTest::keyClick(typed, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(window.state().trace() != puzzle && !window.busy(), 60000);
    QVERIFY(view->findChild<QLabel*>("teachLook")->text().contains("none of its seven games"));
    QCOMPARE(window.workspace().items().size(), 3u);  // the example and both runs
  }

  void spacePlaysAndPauses() {
    Bench b;
    b.key(Qt::Key_Space);
    QVERIFY(b.view.playing());
    QTRY_VERIFY_WITH_TIMEOUT(b.view.position() >= 1, 4000);
    b.key(Qt::Key_Space);
    QVERIFY(!b.view.playing());
    const int at = b.view.position();
    QTest::qWait(100);
    QCOMPARE(b.view.position(), at);
    b.click(b.button("teachPlay"));
    QVERIFY(b.view.playing());
    b.view.hide();  // nobody is looking
    QVERIFY(!b.view.playing());
  }

  void motionIsReducedWhereItIsAskedFor() {
    Bench b;
    b.key(Qt::Key_Right);
    QCOMPARE(b.stage->shownPosition(), 1.0);
    QSettings().setValue("reducedMotion", false);
    b.key(Qt::Key_Right);
    QVERIFY(b.stage->shownPosition() < 2.0);
    QTRY_COMPARE(b.stage->shownPosition(), 2.0);
  }

  void theThresholdIsTheReading() {
    Bench b;
    auto* slider = b.view.findChild<QSlider*>("teachThreshold");
    QTest::keyClick(slider, Qt::Key_Home);
    QCOMPARE(b.state.rule().q, 0.0);
    QCOMPARE(b.view.walk().exitLoop, 0);
    b.view.setFocus();
    b.key(Qt::Key_End);
    QCOMPARE(b.view.position(), 4);
    QVERIFY(b.label("teachSentence").contains("reads the answer"));
    b.state.setRule({0, b.state.trace()->loops(), 0.55});  // from elsewhere
    QCOMPARE(slider->value(), 55);
    QCOMPARE(b.view.walk().exitLoop,
             b.state.readout().loop[static_cast<std::size_t>(b.state.selectedToken())]);
    QCOMPARE(b.view.position(), 4);  // another q keeps its place
  }

  void clickingATokenStartsItsWalk() {
    Bench b;
    b.key(Qt::Key_Right);
    QTest::mouseClick(b.text, Qt::LeftButton, {}, b.text->tokenRect(2).center());
    QCOMPARE(b.state.selectedToken(), 2);
    QCOMPARE(b.view.position(), 0);
    QCOMPARE(b.view.walk().token, 2);
  }

  void guessByChoosing() {
    Bench b;
    b.state.select(3);
    b.click(b.view.findChild<QCheckBox*>("teachGuessFirst"));
    QVERIFY(b.view.guessing());
    QVERIFY(b.view.findChild<QWidget*>("teachGuess")->isVisible());
    QVERIFY(!b.words->isVisible());
    QCOMPARE(b.text->lastShown(), 3);  // what follows is not given away
    QVERIFY(!b.button("teachPlay")->isEnabled());
    const GuessRound round = guessRound(b.view.walk());
    const int wrong = round.right == 0 ? 1 : 0;
    const QString said =
        tokenDisplayText(round.choices[static_cast<std::size_t>(round.right)].bytes).trimmed();
    b.click(b.button(qPrintable(QStringLiteral("teachChoice%1").arg(wrong))));
    QVERIFY(!b.view.guessing());
    QVERIFY(b.view.playing());
    QVERIFY(b.label("teachVerdict").isEmpty());  // not before the walk is over
    QCOMPARE(b.text->lastShown(), 3);
    b.view.setFocus();
    b.key(Qt::Key_End);
    QVERIFY2(b.label("teachVerdict").contains("the model says"),
             qPrintable(b.label("teachVerdict")));
    QVERIFY(b.label("teachVerdict").contains(said));
    QCOMPARE(b.text->lastShown(), b.state.trace()->tokens() - 1);
    b.click(b.button("teachAgain"));
    QVERIFY(b.view.guessing());
    b.click(b.button(qPrintable(QStringLiteral("teachChoice%1").arg(round.right))));
    b.key(Qt::Key_End);
    QVERIFY(b.label("teachVerdict").contains("You guessed it"));
  }

  void guessByTyping() {
    Bench b;
    b.click(b.view.findChild<QCheckBox*>("teachGuessFirst"));
    auto* typed = b.view.findChild<QLineEdit*>("teachTyped");
    const GuessRound round = guessRound(b.view.walk());
    typed->setFocus();
    QTest::keyClick(typed, Qt::Key_Return);  // typing nothing is not a guess
    QVERIFY(b.view.guessing());
    QTest::keyClicks(
        typed,
        tokenDisplayText(round.choices[static_cast<std::size_t>(round.right)].bytes).trimmed());
    QTest::keyClick(typed, Qt::Key_Return);
    QVERIFY(!b.view.guessing());
    b.key(Qt::Key_End);
    QVERIFY(b.label("teachVerdict").contains("You guessed it"));
    b.click(b.button("teachAgain"));
    QTest::keyClicks(typed, "zzz");
    QTest::keyClick(typed, Qt::Key_Return);
    b.key(Qt::Key_End);
    QVERIFY(b.label("teachVerdict").contains("zzz"));
    b.click(b.button("teachAgain"));
    b.view.setFocus();
    b.key(Qt::Key_Space);  // no guess
    QVERIFY(!b.view.guessing());
    b.key(Qt::Key_End);
    QVERIFY(!b.label("teachVerdict").contains("guessed"));
  }

  /// Every sentence of the tour, tried.
  void theTourSaysWhatIsSo() {
    Bench b;
    b.view.openExample(b.example("cups"));
    b.state.setRule({0, 4, 0.1});
    b.click(b.button("teachTour"));
    TourOverlay* tour = b.view.tour();
    const char* targets[] = {"teachText", "passLane",       "loopStage", "loopAnswers",
                             "teachGate", "teachThreshold", "teachGuess"};
    constexpr int kStops = 7;
    // What the record says, as core/analysis has it.
    const TracePtr trace = b.state.trace();
    const int token = answerToken(*trace);
    QVERIFY(!isPuzzleModel(trace->info()));
    const Answer answer = answerAt(*trace, token, b.state.readout());
    const auto said = [&](const AnswerWord& word) {
      return tokenDisplayText(trace->word(word.id)).trimmed();
    };
    const auto quoted = [](const QString& word) { return QString("“%1”").arg(word); };
    const QString first = said(answer.onePass), last = said(answer.now);
    QVERIFY(first != last);
    QSet<QString> titles;
    for (int stop = 0; stop < kStops; ++stop) {
      QCOMPARE(tour->stop(), stop);
      QCOMPARE(b.label("tourCount"), QString("%1 of %2").arg(stop + 1).arg(kStops));
      const QString text = b.label("tourText");
      titles << b.label("tourTitle");
      QCoreApplication::processEvents();
      // The target is lit and not covered by the bubble.
      const QWidget* bubble = b.view.findChild<QWidget*>("tourBubble");
      QVERIFY2(b.view.rect().contains(bubble->geometry()), targets[stop]);
      QVERIFY2(!bubble->geometry().contains(tour->litRect().center()), targets[stop]);
      const QWidget* target = b.view.findChild<QWidget*>(targets[stop]);
      QVERIFY2(tour->litRect().contains(target->mapTo(&b.view, target->rect().center())),
               targets[stop]);
      QCOMPARE(b.view.guessing(), stop == 6);
      if (stop == 0) {  // "Click one to choose it."
        QTest::mouseClick(b.text, Qt::LeftButton, {}, b.text->tokenRect(1).center());
        QCOMPARE(b.state.selectedToken(), 1);
      } else if (stop == 1) {
        QVERIFY(text.contains(quoted(first)));
        QCOMPARE(b.lane->answer(), first);
      } else if (stop == 2) {  // "Press Space and follow the dot."
        QVERIFY(text.contains(QString("up to %1 times").arg(trace->loops())));
        QTest::keyClick(tour, Qt::Key_Space);
        QVERIFY(b.view.playing());
      } else if (stop == 3) {
        QVERIFY(text.contains("first " + quoted(first)));
        QVERIFY(text.contains(QString("from loop %1 on ").arg(answer.since + 1) + quoted(last)));
        QCOMPARE(b.answers->chip(0), first);
        for (int r = 1; r <= answer.read; ++r)
          QCOMPARE(b.answers->chip(r) == last, r >= answer.since);
      } else if (stop == 4) {
        QVERIFY(text.contains(QString("At loop %1 it passes").arg(answer.read + 1)));
        const LoopWalk& walk = b.view.walk();
        for (int r = 0; r < static_cast<int>(walk.loops.size()); ++r)
          QCOMPARE(walk.loops[static_cast<std::size_t>(r)].cdf >= b.state.rule().q,
                   r >= answer.read);
        QCOMPARE(b.gate->reached(), trace->loops());  // the last loop's part is there
      } else if (stop == 5) {
        QVERIFY(text.contains("after loop 1 and says " + quoted(first)));
        auto* slider = b.view.findChild<QSlider*>("teachThreshold");
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Home);
        QCOMPARE(b.view.walk().exitLoop, 0);
        QCOMPARE(b.words->shownWords().first(), first);
        QVERIFY(b.label("teachSentence").contains(quoted(first)));
        QCOMPARE(b.state.trace(), trace);  // nothing was computed again
      } else {
        QVERIFY(text.contains(quoted(b.button("teachOwn")->text())));
        const GuessRound round = guessRound(b.view.walk());
        b.click(b.button(qPrintable(QString("teachChoice%1").arg(round.right))));
        QCOMPARE(b.label("teachScore"), "Right: 1 of 1");
      }
      if (stop + 1 < kStops) QTest::keyClick(tour, stop % 2 ? Qt::Key_Right : Qt::Key_Return);
    }
    QCOMPARE(titles.size(), kStops);
    QTest::keyClick(tour, Qt::Key_Left);
    QCOMPARE(tour->stop(), 5);
    b.click(b.view.findChild<QPushButton*>("tourBack"));
    QCOMPARE(tour->stop(), 4);
    QTest::keyClick(tour, Qt::Key_Escape);
    QCOMPARE(tour->stop(), -1);
    QVERIFY(!tour->isVisible());
    b.view.startTour();
    for (int i = 0; i < kStops; ++i) b.click(b.view.findChild<QPushButton*>("tourNext"));
    QCOMPARE(tour->stop(), -1);  // the last one says Done
  }

  void whatIsLitStaysUsable() {
    Bench b;
    b.view.startTour();
    b.view.tour()->go(5);
    auto* slider = b.view.findChild<QSlider*>("teachThreshold");
    QCoreApplication::processEvents();
    const QPoint at = slider->mapTo(&b.view, slider->rect().center());
    QVERIFY(!b.view.tour()->mask().contains(at));  // clicks go through
    QCOMPARE(b.view.childAt(at), slider);
    QTest::mouseClick(slider, Qt::LeftButton);
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Home);
    QCOMPARE(b.state.rule().q, 0.0);
    QTest::keyClick(slider, Qt::Key_Escape);
    QCOMPARE(b.view.tour()->stop(), -1);
  }

  /// The tour's promise, kept: less q, an earlier stop, perhaps another answer.
  void aNewThresholdShowsItsAnswer() {
    Bench b;
    b.view.startTour();
    b.view.tour()->go(5);
    QCoreApplication::processEvents();
    const LoopWalk before = b.view.walk();
    QCOMPARE(b.view.position(), 4 * (before.exitLoop + 1));
    const auto best = [](const LoopWalk& walk) {
      return QString::fromStdString(
                 walk.loops[static_cast<std::size_t>(walk.exitLoop)].words.front().bytes)
          .trimmed();
    };
    QVERIFY(b.label("teachSentence").contains(best(before)));
    // What is spoken of is lit, and the bubble covers none of it.
    auto* bubble = b.view.findChild<QFrame*>("tourBubble");
    for (const char* name : {"teachThreshold", "teachGateValue", "teachGate", "teachWords"}) {
      auto* spoken = b.view.findChild<QWidget*>(name);
      const QRect rect(spoken->mapTo(&b.view, QPoint()), spoken->size());
      QVERIFY2(!b.view.tour()->mask().contains(rect.center()), name);
      QVERIFY2(!bubble->geometry().intersects(rect), name);
    }
    auto* slider = b.view.findChild<QSlider*>("teachThreshold");
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Home);
    const LoopWalk now = b.view.walk();
    QVERIFY(now.exitLoop < before.exitLoop);
    QVERIFY(best(now) != best(before));
    QCOMPARE(b.view.position(), 4 * (now.exitLoop + 1));
    QCOMPARE(b.words->shownWords().first(), best(now));
    QVERIFY(b.label("teachSentence").contains(best(now)));
  }

  /// A5: another trace takes neither name nor hint nor threshold of the example before it.
  void anotherTraceIsNotTheExample() {
    Bench b;
    b.view.startTour();
    b.view.tour()->finish();
    auto* examples = b.view.findChild<QComboBox*>("teachExample");
    QVERIFY(examples->currentIndex() >= 0);
    b.state.setRule({0, 4, 0.1});
    const int example = b.workspace.current();
    b.workspace.add(test::syntheticTrace());
    QCOMPARE(examples->currentIndex(), -1);
    QVERIFY(b.label("teachLook").isEmpty());
    QCOMPARE(b.state.rule().q, 0.7);
    b.workspace.show(example);
    QVERIFY(examples->currentIndex() >= 0);
    QVERIFY(!b.label("teachLook").isEmpty());
  }

  /// A6: the view is built again in another language, with its guess.
  void theGuessStandsInAnotherLanguage() {
    test::WindowStage stage(QSize(1200, 820));
    MainWindow& window = stage.window;
    const auto view = [&] { return qobject_cast<TeachView*>(window.docks().view("teach")); };
    window.docks().setPreset("teach");
    QTRY_VERIFY(view()->isVisible());
    view()->openExample(4);
    const int example = view()->findChild<QComboBox*>("teachExample")->currentIndex();
    QTest::mouseClick(view()->findChild<QCheckBox*>("teachGuessFirst"), Qt::LeftButton, {},
                      QPoint(8, 8));
    QVERIFY(view()->guessing());
    const int shown = view()->findChild<TeachText*>("teachText")->lastShown();
    QVERIFY(shown >= 0);
    const auto change = [&](const char* code) {
      const QPointer<TeachView> old = view();  // the new one may take its place in memory
      window.perform(QStringLiteral("language.%1").arg(code));
      return QTest::qWaitFor([&] { return installedLanguage() == code && !old; }) &&
             QTest::qWaitFor([&] { return view()->isVisible() && view()->walk().token >= 0; });
    };
    QVERIFY(change("de"));
    QVERIFY(view()->findChild<QCheckBox*>("teachGuessFirst")->isChecked());
    QVERIFY(view()->guessing());
    QCOMPARE(view()->findChild<TeachText*>("teachText")->lastShown(), shown);
    QCOMPARE(view()->findChild<QComboBox*>("teachExample")->currentIndex(), example);
    QVERIFY(!view()->findChild<QLabel*>("teachLook")->text().isEmpty());
    // A walk that was under way goes on where it was.
    QTest::keyClick(view(), Qt::Key_Space);
    QVERIFY(!view()->guessing());
    view()->goTo(6, false);
    QVERIFY(change("en"));
    QVERIFY(!view()->guessing());
    QCOMPARE(view()->position(), 6);
  }

  void anyTraceIsTaught() {
    Bench b;
    b.workspace.add(
        test::syntheticTrace({.tokens = 40, .loops = 5, .promptTokens = 8, .skipLoops = true}));
    for (int token : {0, 12, 20, 39}) {
      b.state.select(token);
      QCOMPARE(b.view.positions(),
               4 * b.state.trace()->columns().loopsRun[static_cast<std::size_t>(token)]);
      b.key(Qt::Key_End);
    }
    b.workspace.add(test::syntheticTrace({.tokens = 1, .loops = 1, .topK = 1}));
    b.click(b.view.findChild<QCheckBox*>("teachGuessFirst"));
    b.key(Qt::Key_Space);
    b.key(Qt::Key_End);
    QCOMPARE(b.view.position(), 4);
    b.state.setTrace(nullptr);
    QVERIFY(!b.button("teachNext")->isEnabled());
    b.key(Qt::Key_Right);
    b.key(Qt::Key_Space);
    QVERIFY(!b.view.playing());
  }

  /// The sheet is of the walk that is shown, and asked for by its button.
  void theHandoutIsOfTheShownWalk() {
    Bench b;
    FigureRequest figure;
    QObject::connect(&b.intents, &Intents::exportAsked, &b.view,
                     [&](const FigureRequest& wanted) { figure = wanted; });
    b.state.select(2);
    b.click(b.button("teachHandout"));
    QCOMPARE(figure.recipe.kind, "handout");
    QCOMPARE(figure.recipe.token, 2);
    QCOMPARE(figure.recipe.widthMm, 210.0);
    QCOMPARE(figure.recipe.rule.q, b.state.rule().q);
    QCOMPARE(figure.input.trace, b.state.trace());
  }

  /// The smallest window leaves Teach this much, and nothing sticks out.
  void itFitsTheSmallestWindow() {
    Bench b;
    for (int i = 0; i < static_cast<int>(exampleTraces().size()); ++i) {
      b.view.openExample(i);
      b.view.resize(1200, 820);
      b.view.resize(880, 500);
      b.key(Qt::Key_End);
      QCoreApplication::processEvents();
      QCOMPARE(b.view.size(), QSize(880, 500));
      QRegion taken;
      for (const QWidget* child : b.view.findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
        if (!child->isVisible() || child == b.view.tour()) continue;
        QVERIFY2(b.view.rect().contains(child->geometry()), qPrintable(child->objectName()));
        QVERIFY2(!taken.intersects(child->geometry()), qPrintable(child->objectName()));
        QVERIFY2(child->height() >= child->minimumHeight(), qPrintable(child->objectName()));
        taken += child->geometry();
      }
    }
  }

  void pictures() {
    const QString folder = qEnvironmentVariable("OUROSCOPE_PICTURES");
    if (folder.isEmpty()) QSKIP("set OUROSCOPE_PICTURES to a folder to look at them");
    for (const bool dark : {false, true}) {
      applyTheme(dark ? ThemeChoice::Dark : ThemeChoice::Light);
      Bench b;
      b.view.setTheme(dark ? FigureTheme::dark() : FigureTheme::light());
      const auto grab = [&](const char* name) {
        QTest::qWait(60);
        b.view.grab().save(
            QString("%1/teach-%2-%3.png").arg(folder, name, dark ? "dark" : "light"));
      };
      b.state.setRule({0, b.state.trace()->loops(), 0.8});
      b.view.goTo(11);
      grab("walk");
      b.view.goTo(b.view.positions());
      grab("end");
      b.view.openExample(4);
      b.state.select(12);
      b.view.findChild<QCheckBox*>("teachGuessFirst")->click();
      grab("guess");
      b.view.startTour();
      for (int stop = 0; stop < 7; ++stop) {
        b.view.tour()->go(stop);
        grab(qPrintable(QString("tour%1").arg(stop + 1)));
      }
      b.view.tour()->finish();
      b.view.resize(880, 500);
      grab("narrow");
      b.click(b.view.findChild<QCheckBox*>("teachGuessFirst"));
      b.key(Qt::Key_End);
      grab("puzzle");
    }
  }
};

QTEST_MAIN(TestTeachView)
#include "tst_teach_view.moc"
