// SPDX-License-Identifier: GPL-3.0-or-later
// The window around the views, driven by real mouse and key events.
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QDropEvent>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSlider>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include "core/analysis/LensTable.h"
#include "tests/support/OwnSettings.h"
#include "tests/support/SyntheticTrace.h"
#include "tests/support/WindowStage.h"
#include "ui/base/Language.h"
#include "ui/views/CompareView.h"
#include "ui/window/Actions.h"
#include "ui/window/ControlBar.h"
#include "ui/window/MessageBar.h"
#include "ui/window/QuestionRail.h"
#include "ui/window/RunList.h"

using namespace ouroscope;

class TestMainWindow : public QObject {
  Q_OBJECT
 private:
  QTemporaryDir home_;

  /// A shown, active window with a trace of 24 tokens and 4 loops.
  struct Shown : test::WindowStage {
    Shown() {
      window.workspace().add(test::syntheticTrace());
      window.docks().showView("text");  // keys without modifiers are typed in a prompt
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
      QWidget* at = QApplication::focusWidget();
      QTest::keyClick(at ? at : &window, key, modifiers);
    }
  };

  static void rest() { QTest::qWait(ViewHistory::kRestMs + 150); }

 private slots:
  void init() {
    test::freshSettings(home_.path());
    QTest::failOnWarning(QRegularExpression("Negative sizes"));
  }

  void everyViewOfTheListHasADockAndIsMadeWhenSeen() {
    Shown w;
    for (const ViewInfo& info : viewList()) {
      QDockWidget* dock = w->docks().dock(info.id);
      QVERIFY2(dock, info.id);
      w->docks().showView(info.id);
      QTRY_VERIFY2(dock->widget() && dock->widget()->isVisible(), info.id);
      QVERIFY2(w->actions().find(QStringLiteral("view.%1").arg(info.id)), info.id);
    }
  }

  void tracesAreOpenBesideEachOtherEachWithItsOwnView() {
    Shown w;
    Workspace& open = w->workspace();
    const int a = open.current();
    w->state().setMeasure(measure("kl"));
    w->state().select(7);
    const int b = open.add(test::syntheticTrace({.tokens = 20, .seed = 2}));
    w->state().setMeasure(measure("rank"));
    w->state().select(3);
    auto* runs = w->findChild<RunList*>();
    QTRY_VERIFY(runs->isVisible());
    QCOMPARE(runs->count(), 2);
    QTest::mouseClick(runs->viewport(), Qt::LeftButton, {}, runs->rowRect(0).center());
    QCOMPARE(open.current(), a);
    QCOMPARE(w->state().trace()->tokens(), 24);
    QCOMPARE(w->state().measure().id, measure("kl").id);
    QCOMPARE(w->state().selectedToken(), 7);
    w.key(Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(open.current(), b);
    QCOMPARE(w->state().measure().id, measure("rank").id);
    QCOMPARE(w->state().selectedToken(), 3);
    w.key(Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(open.current(), a);
    QCOMPARE(open.items().size(), 1u);
    w.key(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(w->state().trace()->tokens(), 20);
    QCOMPARE(w->state().selectedToken(), 3);
    open.close(open.current());
    open.close(open.current());
    QVERIFY(!w->state().trace());
  }

  void undoGoesBackOverViewChangesOnly() {
    Shown w;
    rest();
    const int budget = w->state().rule().budget;
    w.key(Qt::Key_BracketLeft);
    QCOMPARE(w->state().rule().budget, budget - 1);
    w.key(Qt::Key_BracketLeft);  // soon after: one step together
    rest();
    w->state().setMeasure(measure("kl"));
    rest();
    w->state().select(9);
    w.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(w->state().measure().id != "kl");
    QCOMPARE(w->state().rule().budget, budget - 2);
    w.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(w->state().rule().budget, budget);
    QCOMPARE(w->state().selectedToken(), 9);  // a selection is not a view change
    w.key(Qt::Key_Z, Qt::ControlModifier);    // nothing before
    QCOMPARE(w->state().rule().budget, budget);
    w.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    w.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(w->state().measure().id, measure("kl").id);
    QCOMPARE(w->state().rule().budget, budget - 2);
  }

  void altArrowsWalkOverSelections() {
    Shown w;
    for (const int token : {2, 11, 17}) {
      w->state().select(token);
      rest();
    }
    w.key(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(w->state().selectedToken(), 11);
    w.key(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(w->state().selectedToken(), 2);
    w.key(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(w->state().selectedToken(), 11);
    w.key(Qt::Key_Escape);
    QCOMPARE(w->state().selectedToken(), -1);
  }

  void paletteFindsAndRuns_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    QTest::newRow("measure") << "heatmap kl"
                             << "Heatmap: KL from the last loop";
    QTest::newRow("token") << "token 17"
                           << "Go to token 17";
    QTest::newRow("preset") << "preset teach"
                            << "Preset: Teach";
    QTest::newRow("view before measure") << "heat"
                                         << "View: Depth heatmap";
    QTest::newRow("action") << "undo"
                            << "Undo view change";
  }
  void paletteFindsAndRuns() {
    QFETCH(QString, typed);
    QFETCH(QString, expected);
    Shown w;
    w.key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    auto* query = w->findChild<QLineEdit*>("paletteQuery");
    QVERIFY(query);
    QTest::keyClicks(query, typed);
    auto* list = w->findChild<QListWidget*>("paletteList");
    QCOMPARE(list->currentItem()->text(), expected);
    QTest::keyClick(query, Qt::Key_Return);
    if (typed == "heatmap kl") QTRY_COMPARE(w->state().measure().id, measure("kl").id);
    if (typed == "token 17") QTRY_COMPARE(w->state().selectedToken(), 16);
    if (typed == "preset teach") QTRY_COMPARE(w->docks().preset(), "teach");
    QTRY_VERIFY(!w->findChild<QLineEdit*>("paletteQuery"));
  }

  void keyListHasEveryActionAndGivesThemOtherKeys() {
    Shown w;
    bool seen = false;
    QTimer::singleShot(0, [&] {
      auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
      QVERIFY(dialog);
      auto* list = dialog->findChild<QTreeWidget*>("keysList");
      QVERIFY(list->topLevelItemCount() > static_cast<int>(w->actions().all().size()));
      for (int i = 0; i < list->topLevelItemCount(); ++i)
        if (list->topLevelItem(i)->data(0, Qt::UserRole) == "edit.next")
          list->setCurrentItem(list->topLevelItem(i));
      auto* edit = dialog->findChild<QKeySequenceEdit*>("keysEdit");
      edit->setKeySequence(QKeySequence("Ctrl+F"));
      QVERIFY(dialog->findChild<QLabel*>("keysNote")->text().contains("Find in text"));
      QTest::mouseClick(dialog->findChild<QAbstractButton*>("keysAssign"), Qt::LeftButton);
      seen = true;
      dialog->close();
    });
    w.key(Qt::Key_Question);
    QTRY_VERIFY(seen);
    QCOMPARE(w->actions().key("edit.next"), QKeySequence("Ctrl+F"));
    QVERIFY(w->actions().key("edit.find").isEmpty());
    const MainWindow next;  // remembered
    QCOMPARE(const_cast<MainWindow&>(next).actions().key("edit.next"), QKeySequence("Ctrl+F"));
    w->actions().resetKeys();
    QCOMPARE(w->actions().key("edit.find"), QKeySequence("Ctrl+F"));
  }

  void aMenuHasEveryNameOnce() {
    Shown w;
    for (const QMenu* menu : w->menuBar()->findChildren<QMenu*>()) {
      QStringList names;
      for (const QAction* action : menu->actions())
        if (!action->isSeparator()) names << action->text();
      QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), names.size());
    }
  }

  void whatIsMovedSaysWhatItDoes() {
    Shown w;
    for (const char* name : {"stripQ", "gate", "shade", "loops", "generate"})
      QVERIFY2(!w->findChild<QWidget*>(name)->toolTip().isEmpty(), name);
  }

  void noTwoActionsHaveOneKey() {
    MainWindow window;
    for (const Actions::Entry& entry : window.actions().all())
      QVERIFY2(!window.actions().conflict(entry.id, window.actions().key(entry.id)),
               qPrintable(entry.id));
  }

  void presetsRememberWhatWasChangedAndReset() {
    Shown w;
    QDockWidget* asked = w->docks().dock("heatmap");
    QVERIFY(asked->isVisible());
    asked->close();
    QTest::mouseClick(w->findChild<QToolButton*>("figurePreset"), Qt::LeftButton);
    QCOMPARE(w->docks().preset(), "figure");
    w.key(Qt::Key_1, Qt::AltModifier);
    QCOMPARE(w->docks().preset(), "analyse");
    QVERIFY(!asked->isVisible());
    w->perform("view.reset");
    QTRY_VERIFY(asked->isVisible());
    const QJsonObject layout = w->docks().layout();
    w->docks().setLayout({{"preset", "nonsense"}, {"analyse", "bm90IGEgbGF5b3V0"}});
    QVERIFY(w->docks().dock("text")->isVisible());  // damaged: as it came
    QVERIFY(w->docks().setLayout(layout));
  }

  void filesDroppedOnTheWindowAreOpened() {
    Shown w;
    const QString a = home_.filePath("a.trace.safetensors"),
                  b = home_.filePath("b.trace.safetensors");
    writeTrace(*test::syntheticTrace({.tokens = 9}), a.toStdString());
    writeTrace(*test::syntheticTrace({.tokens = 12}), b.toStdString());
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(a), QUrl::fromLocalFile(b),
                  QUrl::fromLocalFile(home_.filePath("missing"))});
    QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&w.window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(200, 200), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&w.window, &drop);
    QTRY_COMPARE(w->workspace().items().size(), 3u);
    QCOMPARE(w->workspace().items()[2].title, "b.trace.safetensors");
    auto* messages = w->findChild<MessageBar*>();
    QTRY_VERIFY(messages->isVisible());
    QVERIFY(messages->text().contains("missing"));
    QCOMPARE(QSettings().value("recent").toStringList().size(), 2);
    // Again: the open one is shown, not opened twice.
    w->open(a);
    QCOMPARE(w->workspace().items().size(), 3u);
    QCOMPARE(w->state().trace()->tokens(), 9);
  }

  void openingATraceKeepsTheQuestion() {
    Shown w;
    const QString path = home_.filePath("s1.trace.safetensors");
    writeTrace(*test::syntheticTrace({.tokens = 9}), path.toStdString());
    w->docks().showView("lens");
    w->docks().showView("text");
    QWidget* focus = QApplication::focusWidget();
    w->open(path);
    QTRY_VERIFY(!w->busy() && w->workspace().findPath(path) != nullptr);
    QCOMPARE(w->docks().question(), "lens");
    QVERIFY(w->docks().view("lens")->isVisible());
    QCOMPARE(QApplication::focusWidget(), focus);
    // Teach shows its one view, and the question comes back after it.
    w->docks().setPreset("teach");
    QVERIFY(w->docks().dock("lens")->isHidden());
    QVERIFY(!w->findChild<QuestionRail*>()->isVisible());
    w->docks().setPreset("analyse");
    QVERIFY(w->docks().view("lens")->isVisible());
    QCOMPARE(w->docks().question(), "lens");
  }

  /// Qt calls a dock behind another's tab visible; its view must not be, or it does work that
  /// nobody sees.
  void aQuestionThatIsNotAskedDoesNoWork() {
    Shown w;
    w->docks().showView("compare");
    auto* compare = qobject_cast<CompareView*>(w->docks().view("compare"));
    QVERIFY(compare->isVisible());
    QCOMPARE(compare->comparison()->a.trace, w->state().trace());
    QTest::qWait(200);  // the text takes the lines it needs
    const QSize room = w->docks().dock("compare")->size();
    w->docks().showView("heatmap");
    QVERIFY(!compare->isVisible());
    QVERIFY(w->docks().view("heatmap")->isVisible());
    QCOMPARE(w->docks().dock("heatmap")->size(), room);
    const TracePtr before = w->state().trace();
    w->workspace().add(test::syntheticTrace({.tokens = 9}));
    w->state().setRule({0, 2, 0.5});
    QCOMPARE(compare->comparison()->a.trace, before);
    w->docks().showView("compare");
    QVERIFY(compare->isVisible());
    QVERIFY(!w->docks().view("heatmap")->isVisible());
    QCOMPARE(compare->comparison()->a.trace, w->state().trace());
    QCOMPARE(compare->comparison()->a.readout.loop, w->state().readout().loop);
    // By the rail itself, by closing, and afloat.
    auto* rail = w->findChild<QuestionRail*>();
    for (int row = 0; row < rail->count(); ++row)
      if (rail->questionAt(row) == "heatmap")
        QTest::mouseClick(rail->viewport(), Qt::LeftButton, {},
                          rail->visualItemRect(rail->item(row)).center());
    QTRY_VERIFY(w->docks().view("heatmap")->isVisible());
    QVERIFY(!compare->isVisible());
    w->docks().ask("compare");
    w->docks().dock("compare")->setFloating(true);
    QTRY_VERIFY(compare->isVisible());
    w->docks().dock("compare")->setFloating(false);
    w->docks().dock("compare")->close();
    QTRY_VERIFY(!compare->isVisible());
    w->docks().dock("compare")->show();
    w->docks().dock("compare")->raise();
    QTRY_VERIFY(compare->isVisible());
  }

  void messagesStayUntilDismissed() {
    Shown w;
    auto* messages = w->findChild<MessageBar*>();
    messages->show("one");
    messages->show("two");
    QCOMPARE(messages->text(), "two");
    QVERIFY(w->findChild<QLabel*>("messageMore")->text().contains("1"));
    // All of them can be read without dismissing any.
    auto* all = messages->findChild<QToolButton*>("messageAll");
    auto* text = messages->findChild<QLabel*>("messageText");
    QVERIFY(!text->text().contains("one"));
    QTest::mouseClick(all, Qt::LeftButton);
    QVERIFY(text->text().contains("one") && text->text().contains("two"));
    QTest::mouseClick(all, Qt::LeftButton);
    QCOMPARE(text->text(), "two");
    messages->show("of a run", "run");
    messages->settle("run");
    QCOMPARE(messages->text(), "two");
    auto* close = messages->findChild<QToolButton*>("messageClose");
    QTest::mouseClick(close, Qt::LeftButton);
    QCOMPARE(messages->text(), "one");
    QTest::mouseClick(close, Qt::LeftButton);
    QVERIFY(!messages->isVisible());
  }

  void everyControlIsReachedWithTheTabKeyAndHasAName() {
    Shown w;
    QSet<QWidget*> chain;
    for (QWidget* at = w->nextInFocusChain(); at != &w.window; at = at->nextInFocusChain())
      chain.insert(at);
    for (QWidget* each : w->findChildren<QWidget*>()) {
      const bool control =
          qobject_cast<QComboBox*>(each) || qobject_cast<QAbstractSlider*>(each) ||
          qobject_cast<QAbstractSpinBox*>(each) || qobject_cast<QPlainTextEdit*>(each) ||
          qobject_cast<QAbstractItemView*>(each) ||
          (qobject_cast<QAbstractButton*>(each) && !each->objectName().startsWith("qt_"));
      if (!control || !each->isVisible() || qobject_cast<QScrollBar*>(each)) continue;
      // Parts of composed controls, and the buttons that Qt itself puts on docks and tabs.
      if (qobject_cast<QComboBox*>(each->parentWidget()) ||
          qobject_cast<QTabBar*>(each->parentWidget()) ||
          qobject_cast<QLineEdit*>(each->parentWidget()) ||
          qobject_cast<QAbstractItemView*>(each->parentWidget()) ||
          qobject_cast<QDockWidget*>(each->parentWidget()))
        continue;
      const QByteArray who = each->metaObject()->className() + QByteArray(" ") +
                             each->objectName().toUtf8() + " in " +
                             each->parentWidget()->objectName().toUtf8();
      QVERIFY2(each->focusPolicy() & Qt::TabFocus, who);
      QVERIFY2(chain.contains(each), who);
      const auto* button = qobject_cast<QAbstractButton*>(each);
      QVERIFY2(!each->accessibleName().isEmpty() || (button && !button->text().isEmpty()), who);
    }
  }

  void languageChangesWhileTheWindowStands() {
    Shown w;
    w->state().select(5);
    w->findChild<QPlainTextEdit*>("prompt")->setPlainText("kept");
    w->perform("language.de");
    QTRY_COMPARE(installedLanguage(), "de");
    QTRY_COMPARE(w->findChildren<ControlBar*>().size(), 1);
    QCOMPARE(w->findChild<QPlainTextEdit*>("prompt")->toPlainText(), "kept");
    QCOMPARE(w->state().selectedToken(), 5);
    QTRY_VERIFY(w->docks().dock("text")->isVisible());
    w->docks().showView("text");
    w.key(Qt::Key_BracketLeft);  // the new actions work
    QCOMPARE(w->state().rule().budget, 3);
    w->docks().showView("compare");
    auto* q = w->docks().view("compare")->findChild<QDoubleSpinBox*>("compareQ");
    QVERIFY2(q->text().contains("1,00"), qPrintable(q->text()));
    w->perform("language.en");
    QTRY_COMPARE(installedLanguage(), "en");
  }

  /// A word below the recorded candidates has no curve until a re-run on the model records it.
  void wordsThatAreNotOnRecordComeByARerun() {
    Shown w;
    w.loadModel();
    const int before = w.run("Take 3, add 4, double, get");
    QVERIFY(w->state().trace()->info().tracked.empty());
    w->docks().showView("lens");
    auto* words = w->findChild<QLineEdit*>("lensWords");
    QTRY_VERIFY(words->isVisible());
    words->setFocus();
    QTest::keyClicks(words, "boss");
    QTest::keyClick(words, Qt::Key_Return);
    auto* rerun = w->findChild<QPushButton*>("lensRerun");
    QTRY_VERIFY(rerun->isVisible());
    QTest::mouseClick(rerun, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!w->busy() && w->workspace().current() != before, 60000);
    const TracePtr trace = w->state().trace();
    QCOMPARE(trace->info().tracked.size(), 1u);
    const std::int32_t id = trace->info().tracked.front();
    QCOMPARE(QString::fromStdString(trace->word(id)).trimmed(), "boss");
    for (int token = 0; token < trace->tokens(); ++token)
      for (const double value : lensCurve(*trace, token, id, LensQuantity::LogProb).values)
        QVERIFY(std::isfinite(value) && value <= 0);
    QTRY_VERIFY(!rerun->isVisible());
  }

  void closingWithARunUnderWayDoesNotHang() {
    QElapsedTimer clock;
    {
      Shown w;
      w.loadModel();
      w->findChild<QPlainTextEdit*>("prompt")->setPlainText("Ann's boss is");
      w->findChild<QSpinBox*>("generate")->setValue(4096);
      w->runs().run();
      QTRY_VERIFY(w->busy());
      clock.start();
      w->close();
    }
    QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
  }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
