// SPDX-License-Identifier: GPL-3.0-or-later
// The list of runs, the questions and what stands over their pictures, driven by real events and
// compared with core/analysis.
#include <QClipboard>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSpinBox>
#include <QStyle>
#include <QSvgRenderer>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <cmath>

#include "core/analysis/Answer.h"
#include "core/analysis/AnswerChange.h"
#include "core/analysis/LensTable.h"
#include "core/analysis/TraceTables.h"
#include "core/run/LoadedModel.h"
#include "core/run/RunRecording.h"
#include "tests/support/OwnSettings.h"
#include "tests/support/SyntheticTrace.h"
#include "tests/support/WindowStage.h"
#include "ui/base/Language.h"
#include "ui/base/TokenLabels.h"
#include "ui/figures/kinds/FigurePage.h"
#include "ui/state/CompareModels.h"
#include "ui/state/RunRows.h"
#include "ui/views/FigureView.h"
#include "ui/views/Findings.h"
#include "ui/window/QuestionHead.h"
#include "ui/window/QuestionRail.h"
#include "ui/window/RunList.h"

using namespace ouroscope;

namespace {

struct Stage : test::WindowStage {
  explicit Stage(QSize size = {1280, 800}) : WindowStage(size) {
    window.workspace().add(test::syntheticTrace({.tokens = 60, .loops = 4}));
  }
  QuestionRail* rail() { return window.findChild<QuestionRail*>(); }
  void ask(const QString& id) {
    QuestionRail* all = rail();
    for (int row = 0; row < all->count(); ++row)
      if (all->questionAt(row) == id)
        QTest::mouseClick(all->viewport(), Qt::LeftButton, {},
                          all->visualItemRect(all->item(row)).center());
  }
  QuestionHead* head(const QString& id) {
    return window.docks().dock(id)->findChild<QuestionHead*>();
  }
  template <class W>
  W* of(const QString& id, const char* name) {
    return head(id)->findChild<W*>(name);
  }
  ViewContext context() { return {window.state(), window.workspace(), intents}; }
  Intents intents;
};

}  // namespace

class TestQuestions : public QObject {
  Q_OBJECT
 private:
  QTemporaryDir home_;
  Intents intents_;

 private slots:
  void init() { test::freshSettings(home_.path()); }

  /// One at a time, at full height, by a click on the rail; the others do no work.
  void everyQuestionIsAskedByAClick() {
    Stage w;
    QSize room;
    for (const ViewInfo& info : viewList()) {
      if (!info.isQuestion()) continue;
      w.ask(info.id);
      QTRY_VERIFY2(w->docks().view(info.id)->isVisible(), info.id);
      QCOMPARE(w->docks().question(), QString(info.id));
      for (const ViewInfo& other : viewList())
        if (other.isQuestion() && &other != &info) QVERIFY2(!w->docks().isOpen(other.id), other.id);
      QCOMPARE(w.of<QLabel>(info.id, "question")->text(), questionTitle(info));
      // The sentence is the finding's, and the number of tokens stands beside it.
      const Finding found = info.finding(w.context());
      QVERIFY2(found.sentence.isEmpty() == info.ofCorpus, info.id);  // none is open
      QCOMPARE(w.of<QLabel>(info.id, "finding")->text(), found.sentence);
      QCOMPARE(w.of<QLabel>(info.id, "questionCount")->isVisible(), found.tokens >= 0);
      if (found.tokens >= 0)
        QVERIFY(
            w.of<QLabel>(info.id, "questionCount")->text().contains(QString::number(found.tokens)));
      if (!room.isValid()) {
        QTest::qWait(200);  // the text takes the lines it needs
        room = w->docks().dock(info.id)->size();
      }
      QCOMPARE(w->docks().dock(info.id)->size(), room);
    }
    QuestionHead* hidden = w.head("heatmap");
    const int before = hidden->refreshes();
    w->state().setRule({0, 2, 0.5});
    QCOMPARE(hidden->refreshes(), before);
  }

  void aPinnedQuestionStaysBesideTheNext() {
    Stage w;
    w.ask("heatmap");
    QTest::mouseClick(w.of<QToolButton>("heatmap", "questionPin"), Qt::LeftButton);
    QCOMPARE(w->docks().pinned(), "heatmap");
    for (const char* next : {"geometry", "dynamics"}) {
      w.ask(next);
      QTRY_VERIFY(w->docks().view(next)->isVisible());
      QVERIFY(w->docks().view("heatmap")->isVisible());
      const QWidget *a = w->docks().dock("heatmap"), *b = w->docks().dock(next);
      QCOMPARE(a->y(), b->y());
      QVERIFY(a->geometry().right() < b->x());
    }
    QVERIFY(!w->docks().isOpen("geometry"));
    // The layout of a session has it.
    const QJsonObject layout = w->docks().layout();
    w->docks().resetLayout();
    QVERIFY(w->docks().pinned().isEmpty());
    QVERIFY(w->docks().setLayout(layout));
    QCOMPARE(w->docks().pinned(), "heatmap");
    QCOMPARE(w->docks().question(), "dynamics");
    QVERIFY(w.of<QToolButton>("heatmap", "questionPin")->isChecked());
    // Released, it is the one that stays when it is asked, alone.
    QTest::mouseClick(w.of<QToolButton>("heatmap", "questionPin"), Qt::LeftButton);
    QVERIFY(w->docks().pinned().isEmpty());
    w.ask("operating");
    QTRY_VERIFY(w->docks().view("operating")->isVisible());
    QVERIFY(!w->docks().isOpen("dynamics"));
  }

  /// What the sentences say is what core/analysis counts, at every setting of the sliders.
  void findingsAreThoseOfTheAnalysis() {
    Stage w;
    const TracePtr trace = w->state().trace();
    const auto found = findingsOf(trace);
    for (const double q : {0.2, 0.6, 0.9}) {
      w->state().setRule({0, 3, q});
      const Readout& read = w->state().readout();
      const AnswerChange change = answerChange(*trace, read);
      const QString mean = localNumber(read.meanLoops, 2);
      QVERIFY(depthFinding(w.context()).sentence.contains(mean));
      const QString cost = costFinding(w.context()).sentence;
      QVERIFY(cost.contains(mean));
      QVERIFY2(cost.contains(QStringLiteral("%1 of %2")
                                 .arg(change.compared - change.changed)
                                 .arg(change.compared)),
               qPrintable(cost));
      const QString gate = gateFinding(w.context()).sentence;
      QVERIFY2(gate.contains(QString::number(100 * settledAtRandom(*found, read), 'f', 0)),
               qPrintable(gate));
    }
    const int most = found->mostChanging();
    QVERIFY(most > 0);
    const QString help = helpFinding(w.context()).sentence;
    QVERIFY2(help.contains(QString::number(found->changed[most])), qPrintable(help));
    QVERIFY(help.contains(QString::number(found->ablation.bestLoop + 1)));
    QVERIFY(motionFinding(w.context())
                .sentence.contains(QString::number(100 * found->step[1].median, 'f', 0)));
    // A threshold of 1 never lets a gate decide, and the sentence says so.
    w->state().setRule({0, 3, 1.0});
    QVERIFY(depthFinding(w.context()).sentence.contains("q is 1"));
  }

  void fewTokensAreCalledFew() {
    Stage w;
    w.ask("dynamics");
    QVERIFY(w.of<QLabel>("dynamics", "questionCount")->text().contains("few"));
    w->workspace().add(test::syntheticTrace({.tokens = 400, .loops = 3}));
    QVERIFY(!w.of<QLabel>("dynamics", "questionCount")->text().contains("few"));
    QVERIFY(w.of<QLabel>("dynamics", "questionCount")->text().contains("399"));
  }

  void howToReadFoldsOut() {
    Stage w;
    w.ask("heatmap");
    auto* how = w.of<QLabel>("heatmap", "howToRead");
    QVERIFY(!how->isVisible());
    QTest::mouseClick(w.of<QToolButton>("heatmap", "questionHow"), Qt::LeftButton);
    QVERIFY(how->isVisible());
    QVERIFY(how->text().contains("Hatched"));
  }

  void aPictureGoesToThePageAndToTheClipboard() {
    Stage w;
    w.ask("geometry");
    w.ask("heatmap");
    w->state().setMeasure(measure("entropy"));
    QTest::mouseClick(w.of<QToolButton>("heatmap", "questionPage"), Qt::LeftButton);
    auto* page = qobject_cast<FigureView*>(w->docks().view("figure"));
    QList<FigureRecipe> panels = FigurePage::fromOptions(page->recipe().options).panels;
    QCOMPARE(panels.size(), 1);
    QCOMPARE(panels[0].kind, "heatmap");
    QCOMPARE(panels[0].measure->id, measure("entropy").id);
    w.ask("dynamics");
    QTest::mouseClick(w.of<QToolButton>("dynamics", "questionPage"), Qt::LeftButton);
    QCOMPARE(FigurePage::fromOptions(page->recipe().options).panels.size(), 2);
    // A comparison has two runs; a page shows one.
    const int first = w->workspace().current();
    w->workspace().add(test::syntheticTrace({.tokens = 60, .seed = 4}));
    QVERIFY(first != w->workspace().current());

    QApplication::clipboard()->clear();
    w.ask("heatmap");
    for (QAction* action : w.of<QMenu>("heatmap", "questionMenu")->actions())
      if (action->text().contains("SVG")) action->trigger();
    const auto copied = [] { return QApplication::clipboard()->mimeData(); };
    QTRY_VERIFY(copied() && copied()->hasFormat("image/svg+xml"));
    QVERIFY(QSvgRenderer(copied()->data("image/svg+xml")).isValid());
    for (QAction* action : w.of<QMenu>("heatmap", "questionMenu")->actions())
      if (action->text().contains("PNG")) action->trigger();
    QTRY_VERIFY(copied() && copied()->hasImage());
  }

  void aQuestionInAWindowOfItsOwnStays() {
    Stage w;
    w.ask("geometry");
    for (QAction* action : w.of<QMenu>("geometry", "questionMenu")->actions())
      if (action->isCheckable()) action->trigger();
    QTRY_VERIFY(w->docks().dock("geometry")->isFloating());
    w.ask("heatmap");
    QTRY_VERIFY(w->docks().view("heatmap")->isVisible());
    QVERIFY(w->docks().isOpen("geometry"));
  }

  /// A loop that is skipped from the window is the one that --intervene skips, and the run is set
  /// against the one that it was.
  void aChangeInsideTheLoopsIsRunAndSetAgainst() {
    test::WindowStage w(QSize(1280, 800));
    w.loadModel();
    const char* text = "Take 3, add 4, double, subtract 5, triple, add 1, get";
    const int before = w.run(text);
    const TracePtr untouched = w->state().trace();
    w->docks().showView("what-if");
    QVERIFY(w.find<QLabel>("finding")->text().size() > 0);
    auto* loop = w.find<QSpinBox>("whatIfFirstLoop");
    loop->setFocus();
    loop->selectAll();
    QTest::keyClicks(loop, "4");
    QCOMPARE(w.find<QLabel>("whatIfSpec")->text(), "--intervene skip-loop,loop=4");
    w.click("whatIfRun");
    QVERIFY(w.rest());
    const TracePtr changed = w->state().trace();
    QVERIFY(changed != untouched);
    QCOMPARE(changed->info().interventions,
             std::vector<Intervention>{interventionOf("skip-loop,loop=4")});
    QCOMPARE(w->state().compared().item, before);
    RunOrder order;
    order.prompt = std::string(text);
    order.interventions = changed->info().interventions;
    order.exitThreshold = untouched->info().exitThreshold;
    const ModelPtr model = w->workspace().model();
    const TracePtr wanted = RunRecording(model, prepareRun(*model, order)).run();
    QCOMPARE(changed->columns().topkId, wanted->columns().topkId);
    QCOMPARE(changed->columns().entropy, wanted->columns().entropy);
    QVERIFY(changed->columns().entropy != untouched->columns().entropy);
    // In words: how many best words are others at the loops that are read.
    const Readout now = w->state().readout(), was = readout(*untouched, w->state().rule());
    int others = 0;
    for (int t = 0; t < changed->tokens(); ++t) others += now.topId[t] != was.topId[t];
    const QString said = whatIfFinding({w->state(), w->workspace(), intents_}).sentence;
    QVERIFY2(said.contains(QStringLiteral("%1 of %2").arg(others).arg(changed->tokens())),
             qPrintable(said));
    // Before and now, loop by loop from the last one down, in the words of the two records.
    const auto* words = w.find<QTableView>("whatIfWords")->model();
    QCOMPARE(words->rowCount(), 4);
    for (int r = 0; r < 4; ++r) {
      std::vector<std::int32_t> best;
      for (const TracePtr& trace : {untouched, changed}) {
        const LensCell word = lensTable(*trace, answerToken(*trace)).at(r, 0);
        const QModelIndex cell = words->index(3 - r, static_cast<int>(best.size()));
        const QString reads = QStringLiteral(" %1 %2").arg(
            tokenLabel(trace, word.bytes), shortProbability(std::exp(word.logprob)));
        QVERIFY2(cell.data().toString().contains(reads), qPrintable(cell.data().toString()));
        best.push_back(word.id);
      }
      QCOMPARE(words->index(3 - r, 0).data(CompareLensModel::DiffersRole).toBool(),
               best[0] != best[1]);
    }
    w->state().select(0, -1);
    QVERIFY(w.find<QLabel>("whatIfAfter")->text().contains("Take"));
    w->state().select(-1, -1);
    // Whoever closed the run that it was is told how to get it again.
    const auto sentence = [&] {
      return whatIfFinding({w->state(), w->workspace(), intents_}).sentence;
    };
    w->workspace().close(before);
    QVERIFY(sentence().contains("Run makes the untouched run"));
    QVERIFY(!w.find<QTableView>("whatIfWords")->isVisible());
    QVERIFY(!w.find<QPushButton>("whatIfDifference")->isEnabled());
    // It is found whatever stands under Compare, and not by another text.
    const int shown = w->workspace().current();
    w.run("Take 3, add 1, get");
    const int again = w.run(text);
    w->workspace().show(shown);
    QVERIFY(w.rest());
    QCOMPARE(sentence(), said);
    w.click("whatIfDifference");
    QCOMPARE(w->state().compared().item, again);
    w->docks().showView("what-if");
    // What does not make an intervention is said, and nothing runs.
    auto* tokens = w.find<QLineEdit>("whatIfTokens");
    tokens->selectAll();
    QTest::keyClicks(tokens, "x");
    QVERIFY(w.find<QLabel>("whatIfProblem")->isVisible());
    const auto runs = w->workspace().items().size();
    w.click("whatIfRun");
    QVERIFY(w.rest());
    QCOMPARE(w->workspace().items().size(), runs);
  }

  /// A run dropped on another is shown and compared with it.
  void aRunDroppedOnAnotherIsCompared() {
    Stage w;
    const int a = w->workspace().current();
    const int b = w->workspace().add(test::syntheticTrace({.tokens = 40, .seed = 9}));
    auto* runs = w->findChild<RunList*>();
    QCOMPARE(runs->count(), 2);
    QMimeData data;
    data.setData("application/x-ouroscope-run", QByteArray::number(a));
    const QPoint at = runs->rowRect(1).center();
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(runs->viewport(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(at, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(runs->viewport(), &drop);
    QCOMPARE(w->workspace().current(), a);
    QCOMPARE(w->state().compared().item, b);
    QTRY_VERIFY(w->docks().view("compare")->isVisible());
    QCOMPARE(runs->count(), 2);
    // On itself, or with something else, nothing happens.
    QDropEvent self(runs->rowRect(0).center(), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(runs->viewport(), &self);
    QCOMPARE(w->state().compared().item, b);
  }

  void wordsThatSetRunsApart() {
    const auto bold = differingWords({"Take 3, add 4, get", "Take 3, add 5, get", "Ann's boss is"});
    QCOMPARE(bold[0], (std::vector<WordRange>{{12, 2}}));
    QCOMPARE(bold[1], (std::vector<WordRange>{{12, 2}}));
    QCOMPARE(bold[2], std::vector<WordRange>{});  // nothing in common: all of it differs
    QCOMPARE(differingWords({"alone"})[0], std::vector<WordRange>{});
  }

  void aProfileIsTheMeanLoopOfEveryStretch() {
    const TracePtr trace = test::syntheticTrace({.tokens = 50, .loops = 4});
    const ReadoutRule rule = ruleOfRun(*trace);
    const Readout read = readout(*trace, rule);
    const DepthProfile profile = depthProfile(trace, 10);
    QCOMPARE(profile.mean, read.meanLoops);
    QCOMPARE(profile.bars.size(), std::size_t{10});
    double sum = 0;
    for (int t = 0; t < 5; ++t) sum += read.loop[t] + 1;
    QCOMPARE(profile.bars[0], static_cast<float>(sum / 5));
    QCOMPARE(depthProfile(test::syntheticTrace({.tokens = 3}), 10).bars.size(), std::size_t{3});
  }

  /// Every sentence has room in every language at the smallest window.
  void nothingIsCutAtTheSmallestSize() {
    for (const LanguageInfo& language : languages()) {
      installLanguage(language.code);
      Stage w({880, 600});
      QVERIFY2(w->width() <= 900,
               qPrintable(
                   QStringLiteral("%1: %2").arg(language.code).arg(w->minimumSizeHint().width())));
      QuestionRail* rail = w.rail();
      // As item views leave it beside a text.
      const int margins =
          2 * (rail->style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, rail) + 1);
      for (int row = 0; row < rail->count(); ++row) {
        const QRect room = rail->visualItemRect(rail->item(row));
        const QRect text = QFontMetrics(rail->item(row)->font())
                               .boundingRect(QRect(0, 0, room.width() - margins, 1000),
                                             Qt::TextWordWrap, rail->item(row)->text());
        QVERIFY2(text.width() <= room.width() && text.height() <= room.height(),
                 qPrintable(QStringLiteral("%1: %2 x %3 in %4 x %5")
                                .arg(rail->item(row)->text())
                                .arg(text.width())
                                .arg(text.height())
                                .arg(room.width())
                                .arg(room.height())));
      }
      for (const ViewInfo& info : viewList()) {
        if (!info.isQuestion()) continue;
        w->docks().ask(info.id);
        for (const char* name : {"question", "finding"}) {
          auto* label = w.of<QLabel>(info.id, name);
          QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()),
                       qPrintable(QStringLiteral("%1 %2").arg(language.code, label->text())));
        }
      }
    }
    installLanguage("en");
  }
};

QTEST_MAIN(TestQuestions)
#include "tst_questions.moc"
