// SPDX-License-Identifier: GPL-3.0-or-later
// A sweep over the shown run, ordered, watched, cancelled and read in the window by mouse and keys;
// its map against the one of core/run.
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include "core/run/CausalSweep.h"
#include "core/support/Error.h"
#include "tests/support/OwnSettings.h"
#include "tests/support/SyntheticTrace.h"
#include "tests/support/WindowStage.h"
#include "ui/figures/files/FigureExport.h"
#include "ui/figures/kinds/FigureKinds.h"
#include "ui/figures/plots/CausalMapFigure.h"
#include "ui/views/Findings.h"
#include "ui/views/SweepView.h"
#include "ui/window/MessageBar.h"

using namespace ouroscope;

namespace {

struct Stage : test::WindowStage {
  explicit Stage(QSize size = {1280, 900}) : WindowStage(size) {}
  SweepView& view() { return *qobject_cast<SweepView*>(window.docks().view("sweep")); }
  CausalMapFigure& map() { return *find<CausalMapFigure>("sweepMap"); }
  QString text(const char* label) { return find<QLabel>(label)->text(); }
  /// By keys, as a person would.
  void choose(const char* name, const QString& entry) {
    auto* box = find<QComboBox>(name);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Home);
    for (int tries = 0; tries < box->count() && box->currentText() != entry; ++tries)
      QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(box->currentText(), entry);
  }
  void write(const char* name, const QString& text) {
    auto* field = find<QWidget>(name);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(field, text);
  }
  QPoint centre(int loop, int place) {
    map().replot(QCustomPlot::rpImmediateRefresh);
    return QPointF(map().xAxis->coordToPixel(place), map().yAxis->coordToPixel(loop + 1)).toPoint();
  }
  QStringList said() {
    QStringList sentences;
    for (const auto& message : find<MessageBar>("messageBar")->messages())
      sentences << message.sentence;
    return sentences;
  }
};

std::vector<std::int32_t> idsOf(const TracePtr& trace) {
  return trace->columns().tokenId;
}

}  // namespace

class TestSweepView : public QObject {
  Q_OBJECT
 private:
  QTemporaryDir home_;
  Intents intents_;

 private slots:
  void init() { test::freshSettings(home_.path()); }

  /// States of "3 + 5 =" in "3 + 4 =": the table of docs/interventions.md, out of the window.
  void statesOfAnotherRunAreSwept() {
    Stage w;
    w.loadModel();
    w.run("3 + 5 =");
    const std::vector<std::int32_t> other = idsOf(w->state().trace());
    w.run("3 + 4 =");
    const TracePtr shown = w->state().trace();
    w->docks().showView("sweep");
    QVERIFY(w.find<QLabel>("sweepNone")->isVisible());
    QVERIFY(!w.map().isVisible() && !w.view().shown());
    w.choose("sweepOver", "token");
    w.choose("sweepAction", "put in the state of another run");
    QVERIFY(w.find<QComboBox>("sweepFrom")->isVisible());
    QVERIFY(!w.find<QLineEdit>("sweepTokens")->isVisible());
    QCOMPARE(w.find<QComboBox>("sweepFrom")->count(), 1);
    w.click("sweepRun");
    QVERIFY(w.rest());
    const TracePtr swept = w->state().trace();
    QVERIFY2(swept != shown && swept->info().sweep, qPrintable(w.said().join('\n')));
    QCOMPARE(w->workspace().items().size(), 3u);
    const CausalMap& map = *swept->info().sweep;

    SweepOrder order;
    order.run.prompt = idsOf(shown);
    order.run.loops = shown->loops();
    order.run.topK = shown->topK();
    order.ofTokens = true;
    order.intervention = "replace";
    order.from = other;
    const TracePtr wanted = causalSweep(w->workspace().model(), order);
    QVERIFY(map == *wanted->info().sweep);
    QVERIFY(std::abs(map.change[2] + 14.4) < 0.2 && std::abs(map.change[3]) < 0.1);

    // The picture, the sentence over it and the cell under the pointer say what the map holds.
    QVERIFY(w.map().isVisible());
    QVERIFY(w.view().shown());
    const auto strongest =
        std::ranges::max_element(map.change, {}, [](double x) { return std::abs(x); }) -
        map.change.begin();
    const auto places = std::ssize(map.places);
    const QString said = sweepFinding({w->state(), w->workspace(), intents_}).sentence;
    QVERIFY2(said.contains(QStringLiteral("loop %1, token %2")
                               .arg(strongest / places + 1)
                               .arg(map.places[std::size_t(strongest % places)] + 1)),
             qPrintable(said));
    QTest::mouseMove(&w.map(), w.centre(0, 2));
    QTest::mouseClick(&w.map(), Qt::LeftButton, {}, w.centre(0, 2));
    QVERIFY2(w.text("sweepCell").startsWith("Loop 1, token 3"), qPrintable(w.text("sweepCell")));
    QVERIFY(w.text("sweepCell").contains(QString::number(map.change[2], 'f', 2)));
    QTest::keyClick(&w.map(), Qt::Key_Up);
    QVERIFY(w.text("sweepCell").startsWith("Loop 2, token 3"));
    QTest::keyClick(&w.map(), Qt::Key_Right);
    QVERIFY(w.text("sweepCell").startsWith("Loop 2, token 4"));
    QTest::keyClick(&w.map(), Qt::Key_Right);  // there is no fifth
    QVERIFY(w.text("sweepCell").startsWith("Loop 2, token 4"));

    // What is exported is what is shown.
    w.choose("sweepShow", "KL to the untouched run");
    const std::optional<FigureRequest> figure = w.view().shown();
    QVERIFY(figure && figure->recipe.kind == "causal-map");
    QCOMPARE(figure->recipe.options["show"].toString(), "kl");
    const FigureData data = figureData(figure->input, figure->recipe);
    QCOMPARE(data.rows.size(), map.cells());
    QVERIFY(!renderFigure(figure->input, figure->recipe, "svg").isEmpty());
  }

  void layersAreSweptOfAWordThatIsAsked() {
    Stage w;
    w.loadModel();
    w.run("3 + 4 =");
    const TracePtr shown = w->state().trace();
    w->docks().showView("sweep");
    w.write("sweepTokens", "3");
    w.write("sweepWord", "8");
    QCOMPARE(w.text("sweepSpec"),
             "As a command: sweep --over layers --intervene scale,by=0,tokens=3 --token 4 "
             "--word 8");
    w.click("sweepRun");
    QVERIFY(w.rest());
    const TracePtr swept = w->state().trace();
    QVERIFY2(swept->info().sweep, qPrintable(w.said().join('\n')));
    const CausalMap& map = *swept->info().sweep;
    QVERIFY(!map.ofTokens && map.intervention == "scale,by=0,tokens=3");
    QCOMPARE(map.cells(), std::size_t(shown->loops() * shown->info().layers));
    QCOMPARE(QString::fromStdString(swept->word(map.word)).trimmed(), "8");
    // A swept run keeps its map in its file.
    const QString file = home_.filePath("map.trace.safetensors");
    writeTrace(*swept, file.toStdString());
    QVERIFY(*readTrace(file.toStdString())->info().sweep == map);
  }

  void aSweepShowsProgressAndIsCancelledAtOnce() {
    Stage w;
    w.loadModel();
    QString text = "Take 3";
    for (int i = 0; i < 60; ++i) text += ", add 4, double";
    w.run(text);
    const auto runs = w->workspace().items().size();
    w->docks().showView("sweep");
    w.choose("sweepOver", "token");
    w.click("sweepRun");
    auto* bar = w.find<QProgressBar>("progress");
    QTRY_VERIFY_WITH_TIMEOUT(
        bar->isVisible() && bar->value() > 0 && w.text("doing").startsWith("Sweeping:"), 60000);
    QElapsedTimer clock;
    clock.start();
    w.click("cancel");
    QVERIFY(w.rest());
    QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(w->workspace().items().size(), runs);
    QVERIFY(!w->state().trace()->info().sweep);
    QVERIFY(!bar->isVisible());
  }

  void whatIsNoSweepIsSaid() {
    Stage w;
    w.loadModel();
    w.run("3 + 4 =");
    w->docks().showView("sweep");
    const auto runs = w->workspace().items().size();
    w.write("sweepTokens", "x");
    QVERIFY(w.find<QLabel>("sweepProblem")->isVisible());
    w.click("sweepRun");
    QVERIFY(w.rest());
    w.write("sweepTokens", "all");
    QVERIFY(!w.find<QLabel>("sweepProblem")->isVisible());
    // No other run is open whose states could be put in.
    w.choose("sweepAction", "put in the state of another run");
    QVERIFY(w.text("sweepProblem").contains("other prompt"));
    w.click("sweepRun");
    QVERIFY(w.rest());
    QCOMPARE(w->workspace().items().size(), runs);
    // What goes over tokens alone is not offered for layers.
    w.choose("sweepOver", "token");
    w.choose("sweepAction", "skip the loop");
    w.choose("sweepOver", "layer");
    QCOMPARE(w.find<QComboBox>("sweepAction")->currentText(), "scale the state");
    // A run that was changed itself: its map would be of another run than the text says.
    RunWish changed;
    changed.interventions = {interventionOf("skip-loop,loop=2")};
    w->runs().rerun(changed);
    QVERIFY(w.rest());
    QCOMPARE(w->workspace().items().size(), runs + 1);
    QCOMPARE(w->state().trace()->info().interventions, changed.interventions);
    w.click("sweepRun");
    QVERIFY(w.rest());
    QVERIFY2(w.said().join('\n').contains("was changed inside the loops of this run already"),
             qPrintable(w.said().join('\n')));
    QCOMPARE(w->workspace().items().size(), runs + 1);
    // A run of another model.
    w->workspace().add(test::syntheticTrace());
    w->docks().showView("sweep");
    w.click("sweepRun");
    QVERIFY(w.rest());
    QVERIFY2(w.said().join('\n').contains("cannot be swept"), qPrintable(w.said().join('\n')));
    QCOMPARE(w->workspace().items().size(), runs + 2);
  }

  /// For docs and for looking at: OUROSCOPE_PICTURES names a folder.
  void pictures() {
    const QString folder = qEnvironmentVariable("OUROSCOPE_PICTURES");
    if (folder.isEmpty()) QSKIP("OUROSCOPE_PICTURES is not set");
    for (const char* language : {"en", "de"})
      for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark})
        for (const QSize size : {QSize(880, 600), QSize(1280, 800)}) {
          installLanguage(language);
          Stage w(size);
          w->setTheme(theme);
          w.loadModel();
          w.run("3 + 5 =");
          w.run("3 + 4 =");
          w->docks().showView("sweep");
          const QString name = QStringLiteral("%1/sweep_%2_%3_%4")
                                   .arg(folder, language)
                                   .arg(int(theme))
                                   .arg(size.width());
          QTest::qWait(150);
          w->grab().save(name + "_before.png");
          w.find<QComboBox>("sweepOver")->setCurrentIndex(1);
          w.find<QComboBox>("sweepAction")->setCurrentIndex(2);
          w.click("sweepRun");
          QVERIFY(w.rest());
          QTest::mouseClick(&w.map(), Qt::LeftButton, {}, w.centre(0, 2));
          QTest::qWait(150);
          w->grab().save(name + ".png");
        }
    installLanguage("en");
  }
};

QTEST_MAIN(TestSweepView)
#include "tst_sweep_view.moc"
