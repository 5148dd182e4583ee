// SPDX-License-Identifier: GPL-3.0-or-later
// What the window records inside the loops, lens files, changes from a cell, and the run beside its
// single pass: by mouse and keys, against core/run.
#include <QCheckBox>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <cstring>

#include "core/run/LensFile.h"
#include "core/run/LoadedModel.h"
#include "core/run/RunRecording.h"
#include "core/support/Error.h"
#include "kernels/LoadedModel.h"
#include "tests/support/OwnSettings.h"
#include "tests/support/SmallModels.h"
#include "tests/support/WindowStage.h"
#include "ui/figures/plots/HeatmapFigure.h"
#include "ui/views/CompareView.h"
#include "ui/window/Actions.h"
#include "ui/window/AgainDialog.h"
#include "ui/window/MessageBar.h"
#include "ui/window/RunOptions.h"

using namespace ouroscope;

namespace {

struct Stage : test::WindowStage {
  explicit Stage(QSize size = {1280, 900}) : WindowStage(size) {}
  TracePtr trace() { return window.state().trace(); }
  QStringList said() {
    QStringList sentences;
    for (const auto& message : find<MessageBar>("messageBar")->messages())
      sentences << message.sentence;
    return sentences;
  }
  AgainDialog* again() {
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);  // of the one before
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window)) qFatal("the window is not active");
    QTest::keyClick(&window, Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    auto* dialog = window.findChild<AgainDialog*>("againDialog");
    if (!dialog || !QTest::qWaitFor([&] { return dialog->isVisible(); })) qFatal("no dialog");
    return dialog;
  }
  static void tick(QWidget& in, const char* name) {
    auto* box = in.findChild<QCheckBox*>(name);
    QVERIFY2(box && box->isEnabled(), name);
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
  }
  static void write(QWidget& in, const char* name, const QString& text) {
    auto* field = in.findChild<QLineEdit*>(name);
    QVERIFY2(field && field->isEnabled(), name);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(field, text);
  }
  /// The menu of what a run is set beside, opened, and one of its entries chosen.
  void beside(const char* entry) {
    window.docks().showView("compare");
    auto* menu = find<QMenu>("compareBesideMenu");
    emit menu->aboutToShow();
    auto* action = menu->findChild<QAction*>(entry);
    QVERIFY2(action && action->isEnabled(), entry);
    action->trigger();
  }
};

template <class T>
bool same(const std::vector<T>& a, const std::vector<T>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0;
}

}  // namespace

class TestInsideControls : public QObject {
  Q_OBJECT
 private:
  QTemporaryDir home_;
  QString plain() const { return home_.filePath("plain"); }

 private slots:
  void initTestCase() { test::writePlainModel(plain().toStdString()); }
  void init() { test::freshSettings(home_.path()); }

  /// Every group of columns that the command line can keep, ticked in the panel of a run.
  void aRunKeepsWhatIsTicked() {
    Stage w;
    w.loadModel();
    w.click("moreOptions");
    auto& panel = *w.find<QFrame>("runOptions");
    QVERIFY(QTest::qWaitFor([&] { return panel.isVisible(); }));
    for (const char* each : {"captureNumbers", "captureAttention"}) Stage::tick(panel, each);
    Stage::write(panel, "stateLayers", "2");
    const QJsonObject kept = w.find<RunOptions>("runOptions")->toJson();
    QVERIFY(kept["attention"].toBool() && kept["layer_numbers"].toBool());
    QCOMPARE(kept["state_layers"].toString(), "2");
    panel.close();
    w.run("3 + 4 =");
    QVERIFY2(w.trace(), qPrintable(w.said().join('\n')));
    const Capture& captured = w.trace()->info().captured;
    QVERIFY(captured.layerNumbers && captured.attention && !captured.layers);
    QCOMPARE(captured.stateLayers, std::vector<int>{1});

    RunOrder order;
    order.prompt = std::string("3 + 4 =");
    order.capture.layerNumbers = order.capture.attention = true;
    order.capture.stateLayers = {1};
    const ModelPtr model = w->workspace().model();
    const TracePtr wanted = RunRecording(model, prepareRun(*model, order)).run();
    QVERIFY(same(w.trace()->columns().layerStepNorm, wanted->columns().layerStepNorm));
    QVERIFY(same(w.trace()->columns().attentionSink, wanted->columns().attentionSink));
    QVERIFY(same(w.trace()->layerState(), wanted->layerState()));
    QVERIFY(w.trace()->columns().layerEntropy.empty());
    // The numbers without the lens are those with it.
    order.capture.layers = true;
    const TracePtr layers = RunRecording(model, prepareRun(*model, order)).run();
    QVERIFY(same(layers->columns().layerStepNorm, wanted->columns().layerStepNorm));
    QVERIFY(same(layers->columns().layerNorm, wanted->columns().layerNorm));

    // What is no layer is said, and nothing runs.
    w.click("moreOptions");
    Stage::write(panel, "stateLayers", "0-2");
    panel.close();
    const auto runs = w->workspace().items().size();
    w.run("3 + 5 =");
    QCOMPARE(w->workspace().items().size(), runs);
    QVERIFY2(w.said().join('\n').contains("counted from 1"), qPrintable(w.said().join('\n')));
  }

  void theShownRunIsRunAgainWithMoreKept() {
    Stage w;
    w.loadModel();
    w.run("3 + 4 =", 2);
    const TracePtr before = w.trace();
    AgainDialog* dialog = w.again();
    QVERIFY(dialog && QTest::qWaitFor([&] { return dialog->isVisible(); }));
    auto* lens = dialog->findChild<QLineEdit*>("lensFile");
    QVERIFY(!lens->isEnabled());  // it is for layers
    for (const char* each : {"captureLayers", "captureSimilarity", "captureAttention"})
      Stage::tick(*dialog, each);
    QVERIFY(lens->isEnabled());
    Stage::write(*dialog, "stateLayers", "1,,2");
    QVERIFY(dialog->findChild<QLabel*>("againProblem")->isVisible());
    QVERIFY(!dialog->findChild<QPushButton*>("againRun")->isEnabled());
    Stage::write(*dialog, "stateLayers", "1-2");
    QTest::mouseClick(dialog->findChild<QPushButton*>("againRun"), Qt::LeftButton);
    QVERIFY(w.rest());
    const TracePtr now = w.trace();
    QVERIFY2(now != before, qPrintable(w.said().join('\n')));
    const Capture& captured = now->info().captured;
    QVERIFY(captured.layers && captured.similarity && captured.attention);
    QCOMPARE(captured.stateLayers, (std::vector<int>{0, 1}));
    QVERIFY(same(now->columns().entropy, before->columns().entropy));
    QCOMPARE(now->columns().tokenId, before->columns().tokenId);
    QVERIFY(!now->columns().attentionSink.empty() && !now->similarity().empty());
    // What it has is ticked when it is asked again.
    dialog = w.again();
    QVERIFY(dialog->findChild<QCheckBox*>("captureAttention")->isChecked());
    QCOMPARE(dialog->findChild<QLineEdit*>("stateLayers")->text(), "1-2");
    dialog->reject();
  }

  /// A lens file through the window reads what core/run reads through it; the trace names it.
  void layersAreReadThroughAFile() {
    Stage w;
    w.loadModel();
    const ModelPtr model = w->workspace().model();
    const ModelSpec& spec = model->folder.spec;
    LayerLenses lenses{4, spec.stages.core, spec.hiddenSize, {}, {}, "", ""};
    const std::size_t d = static_cast<std::size_t>(spec.hiddenSize);
    for (int map = 0; map < 4 * spec.stages.core; ++map) {
      lenses.weights.emplace_back(d * d, 0.0f);
      for (std::size_t i = 0; i < d; ++i) lenses.weights.back()[i * (d + 1)] = map % 2 ? 1 : -1;
      lenses.biases.emplace_back();
    }
    const QString file = home_.filePath("maps.safetensors");
    writeLenses(lenses, file.toStdString(), "{}");
    w.run("3 + 4 =");
    AgainDialog* dialog = w.again();
    Stage::tick(*dialog, "captureLayers");
    Stage::write(*dialog, "lensFile", file);
    QTest::mouseClick(dialog->findChild<QPushButton*>("againRun"), Qt::LeftButton);
    QVERIFY(w.rest());
    QCOMPARE(QString::fromStdString(w.trace()->info().layerLensName), "maps.safetensors");
    RunOrder order;
    order.prompt = std::string("3 + 4 =");
    order.capture.layers = true;
    order.lensFile = file.toStdString();
    const TracePtr wanted = RunRecording(model, prepareRun(*model, order)).run();
    QVERIFY(same(w.trace()->columns().layerEntropy, wanted->columns().layerEntropy));
    w->state().select(3);
    w->docks().showView("lens");
    QVERIFY2(w.find<QLabel>("lensLayerNote")->text().contains("maps.safetensors"),
             qPrintable(w.find<QLabel>("lensLayerNote")->text()));
    // Again without a file it is refused, because the record does not hold the maps.
    const TracePtr before = w.trace();
    dialog = w.again();
    Stage::tick(*dialog, "captureAttention");
    QTest::mouseClick(dialog->findChild<QPushButton*>("againRun"), Qt::LeftButton);
    QVERIFY(w.rest());
    QCOMPARE(w.trace(), before);
    QVERIFY2(w.said().join('\n').contains("maps.safetensors"), qPrintable(w.said().join('\n')));
    // A file that is none is refused by its name.
    dialog = w.again();
    Stage::write(*dialog, "lensFile", home_.filePath("none.safetensors"));
    QTest::mouseClick(dialog->findChild<QPushButton*>("againRun"), Qt::LeftButton);
    QVERIFY(w.rest());
    QCOMPARE(w.trace(), before);
    QVERIFY2(w.said().join('\n').contains("none.safetensors"), qPrintable(w.said().join('\n')));
  }

  void aCellIsWhereAChangeBegins() {
    Stage w;
    w.loadModel();
    w.run("3 + 4 =");
    w->docks().showView("heatmap");
    auto* map = w->docks().view("heatmap")->findChild<HeatmapFigure*>();
    map->replot(QCustomPlot::rpImmediateRefresh);
    const QPoint at = map->cellRect(2, 1).center().toPoint();
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, map->mapToGlobal(at));
    QCoreApplication::sendEvent(map, &event);
    auto* menu = w.find<QMenu>("heatmapMenu");
    for (QAction* action : menu->actions())
      if (action->text().contains("changed here")) action->trigger();
    menu->close();
    QTRY_VERIFY(w->docks().view("what-if")->isVisible());
    QCOMPARE(w.find<QLabel>("whatIfSpec")->text(), "--intervene skip-loop,loop=2,tokens=3");
  }

  void ownLoopOneIsOneClick() {
    Stage w;
    w.loadModel();
    w.run("3 + 4 =");
    w.beside("besideLoop1");
    QCOMPARE(w->state().compared().item, -1);
    QCOMPARE(w->state().compared().rule.budget, 1);
    auto* view = qobject_cast<CompareView*>(w->docks().view("compare"));
    QTRY_VERIFY(view->comparison());
    QCOMPARE(view->comparison()->b.readout.meanLoops, 1.0);
    // A model that was trained with its loops has no plain form.
    auto* menu = w.find<QMenu>("compareBesideMenu");
    emit menu->aboutToShow();
    QVERIFY(!menu->findChild<QAction*>("besidePlain")->isEnabled());
    QVERIFY(menu->findChild<QAction*>("besideModel")->isEnabled());
  }

  /// A plain model with looped layers beside itself, once through and looped elsewhere.
  void theSameTextOnThePlainModelAndInOtherWindows() {
    Stage w;
    w.loadModel(plain());
    ModelRequest looped;
    looped.folder = plain().toStdString();
    looped.loopLayers = "2-3";
    looped.step = "ema";
    w->runs().openAs(looped);
    QVERIFY(w.rest());
    const int shown = w.run("Hello there");
    const TracePtr before = w.trace();
    w.beside("besidePlain");
    QVERIFY(w.rest());
    QVERIFY2(w->workspace().items().size() == 2, qPrintable(w.said().join('\n')));
    QCOMPARE(w->workspace().current(), shown);
    QCOMPARE(w.trace(), before);
    const Workspace::Item* other = w->workspace().find(w->state().compared().item);
    QVERIFY(other && other->title.startsWith("one plain pass"));
    // It is the folder as it is, once through.
    ModelRequest request;
    request.folder = plain().toStdString();
    const ModelPtr once = loadModel(request);
    RunOrder order;
    order.prompt = before->columns().tokenId;
    const TracePtr wanted = RunRecording(once, prepareRun(*once, order)).run();
    QCOMPARE(other->trace->loops(), 1);
    QVERIFY(same(other->trace->columns().entropy, wanted->columns().entropy));
    QVERIFY(same(other->trace->columns().topkId, wanted->columns().topkId));
    QVERIFY(w->workspace().model()->folder.spec.windowLoops > 0);  // the open one is as it was

    w.beside("besideLayers");
    auto* dialog = w->findChild<QDialog*>("besideDialog");
    QVERIFY(dialog);
    auto* layers = dialog->findChild<QLineEdit*>("besideLayers");
    layers->setFocus();
    QTest::keyClick(layers, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(layers, "3-9");
    QVERIFY(!dialog->findChild<QPushButton*>("besideRun")->isEnabled());
    QTest::keyClick(layers, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(layers, "3-4");
    QTest::mouseClick(dialog->findChild<QPushButton*>("besideRun"), Qt::LeftButton);
    QVERIFY(w.rest());
    QCOMPARE(w->workspace().items().size(), 3u);
    other = w->workspace().find(w->state().compared().item);
    QVERIFY(other && other->title.startsWith("layers 3-4 looped"));
    QCOMPARE(other->trace->info().prelude, 2);
    QCOMPARE(other->trace->info().layers, 2);
    QCOMPARE(w.trace(), before);
  }

  /// The window goes on with its own model while another one reads the text.
  void anotherModelReadsTheText() {
    Stage w;
    w.loadModel();
    w.run("3 + 4 =", 1);
    const TracePtr before = w.trace();
    BesideWish wish;
    wish.what = BesideWish::What::Model;
    wish.folder = plain();
    w->runs().beside(wish);
    QVERIFY(w.rest());
    QVERIFY2(w->workspace().items().size() == 2, qPrintable(w.said().join('\n')));
    const Workspace::Item* other = w->workspace().find(w->state().compared().item);
    QVERIFY(other && other->trace->info().modelName == "plain");
    std::string text, wanted;
    for (const std::string& bytes : other->trace->columns().tokenBytes) text += bytes;
    for (int t = before->info().prefixTokens; t < before->tokens(); ++t)
      wanted += before->columns().tokenBytes[t];
    QCOMPARE(text, wanted);
    QCOMPARE(w.trace(), before);
    QVERIFY(w->workspace().knowsPuzzlesOnly());
    wish.folder = home_.filePath("nowhere");
    w->runs().beside(wish);
    QVERIFY(w.rest());
    QCOMPARE(w->workspace().items().size(), 2u);
    QVERIFY2(w.said().join('\n').contains("nowhere"), qPrintable(w.said().join('\n')));
  }

  /// For looking at: OUROSCOPE_PICTURES names a folder.
  void pictures() {
    const QString folder = qEnvironmentVariable("OUROSCOPE_PICTURES");
    if (folder.isEmpty()) QSKIP("OUROSCOPE_PICTURES is not set");
    for (const char* language : {"en", "de"})
      for (const QSize size : {QSize(880, 600), QSize(1280, 800)}) {
        installLanguage(language);
        Stage w(size);
        w.loadModel();
        w.run("3 + 4 =");
        const QString name =
            QStringLiteral("%1/inside_%2_%3").arg(folder, language).arg(size.width());
        w.click("moreOptions");
        QTest::qWait(150);
        w.find<QFrame>("runOptions")->grab().save(name + "_options.png");
        qInfo() << w.find<QFrame>("runOptions")->size();
        w.find<QFrame>("runOptions")->close();
        AgainDialog* dialog = w.again();
        QTest::qWait(150);
        dialog->grab().save(name + "_again.png");
        dialog->reject();
        w->docks().showView("compare");
        QTest::qWait(150);
        w->grab().save(name + "_compare.png");
        auto* menu = w.find<QMenu>("compareBesideMenu");
        emit menu->aboutToShow();
        menu->popup(w->mapToGlobal(QPoint(300, 300)));
        QTest::qWait(100);
        menu->grab().save(name + "_menu.png");
        menu->close();
      }
    installLanguage("en");
  }
};

QTEST_MAIN(TestInsideControls)
#include "tst_inside_controls.moc"
