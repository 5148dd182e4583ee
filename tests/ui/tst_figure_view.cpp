// SPDX-License-Identifier: GPL-3.0-or-later
// The figure page, driven by mouse and keys.
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>
#include <cmath>

#include "core/analysis/TraceTables.h"
#include "tests/support/MenuClick.h"
#include "tests/support/SaveAnswer.h"
#include "tests/support/SyntheticTrace.h"
#include "ui/base/Names.h"
#include "ui/figures/files/FigureCaption.h"
#include "ui/figures/kinds/FigurePage.h"
#include "ui/views/FigurePreview.h"
#include "ui/views/FigureView.h"

using namespace ouroscope;

class TestFigureView : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void cleanup() { view_.reset(); }
  void beginsWithWhatTheWindowShows();
  void venueAndUnitsSetTheWidth();
  void typedWidthIsCustom();
  void panelsAreAddedMovedAndRemoved();
  void measuresOfAGateAreGreyWithoutOne();
  void proportionsAreTrue();
  void otherEyesSeeOtherColours();
  void warnsAndSplitsIntoRows();
  void copiesCaptions();
  void theCaptionWaitsForTheHash();
  void exportsTheSameAsTheCommand();

 private:
  template <class W>
  W* child(const char* name) const {
    W* widget = view_->findChild<W*>(name);
    if (!widget) qFatal("no %s", name);
    return widget;
  }
  void click(const char* name) { QTest::mouseClick(child<QAbstractButton>(name), Qt::LeftButton); }
  void choose(const char* name, int index) {
    auto* combo = child<QComboBox>(name);
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Home);
    for (int i = 0; i < index; ++i) QTest::keyClick(combo, Qt::Key_Down);
    QCOMPARE(combo->currentIndex(), index);
  }
  void type(const char* name, const QString& text) {
    auto* spin = child<QAbstractSpinBox>(name);
    spin->setFocus();
    spin->selectAll();
    QTest::keyClicks(spin, text);
    QTest::keyClick(spin, Qt::Key_Return);
  }
  void addPanel(int entry) {
    auto* menu = view_->findChild<QMenu*>("figureAddMenu");
    // The click blocks until the menu is closed: the answer comes once it is open.
    QTimer answer;
    connect(&answer, &QTimer::timeout, menu, [menu, entry, &answer] {
      if (!menu->isVisible()) return;
      answer.stop();
      test::clickEntry(menu, menu->actions()[entry]);
      if (menu->isVisible()) menu->close();
    });
    answer.start(10);
    QTest::mouseClick(child<QToolButton>("figureAdd"), Qt::LeftButton);
  }
  /// The picture once the page is drawn as it was changed last, and its trace hashed.
  QImage drawn() const {
    QCoreApplication::processEvents();  // changes of the state arrive as events
    if (!QTest::qWaitFor([this] { return view_->isUpToDate(); }, 60000)) qFatal("nothing is drawn");
    return child<FigurePreview>("figurePreview")->picture();
  }
  FigurePage page() const { return FigurePage::fromOptions(view_->recipe().options); }

  std::unique_ptr<ViewState> state_;
  std::unique_ptr<Workspace> workspace_;
  std::unique_ptr<Intents> intents_;
  std::unique_ptr<FigureView> view_;
};

void TestFigureView::init() {
  state_ = std::make_unique<ViewState>();
  workspace_ = std::make_unique<Workspace>(*state_);
  intents_ = std::make_unique<Intents>();
  state_->setTrace(test::syntheticTrace({.tokens = 24}));
  state_->setMeasure(measure("entropy"));
  view_ = std::make_unique<FigureView>(ViewContext{*state_, *workspace_, *intents_});
  view_->resize(1000, 900);
  view_->show();
  QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
}

void TestFigureView::beginsWithWhatTheWindowShows() {
  QCOMPARE(page().panels.size(), 1);
  QCOMPARE(page().panels[0].kind, "heatmap");
  QVERIFY(page().panels[0].measure == &measure("entropy"));
  QVERIFY(!drawn().isNull());
  QCOMPARE(view_->recipe().widthMm, 5.5 * 25.4);
  QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>("figureExport")->isEnabled(), 60000);
  QCOMPARE(child<QPlainTextEdit>("figureCaption")->toPlainText(),
           figureCaption(state_->trace(), view_->recipe()));
}

void TestFigureView::theCaptionWaitsForTheHash() {
  drawn();
  const TracePtr next = test::syntheticTrace({.tokens = 30});
  state_->setTrace(next);
  QVERIFY(!knownFingerprint(next));
  QTRY_VERIFY_WITH_TIMEOUT(knownFingerprint(next), 60000);
  QTRY_COMPARE_WITH_TIMEOUT(child<QPlainTextEdit>("figureCaption")->toPlainText(),
                            figureCaption(next, view_->recipe()), 60000);
  QVERIFY(child<QPushButton>("figureExport")->isEnabled());
}

void TestFigureView::venueAndUnitsSetTheWidth() {
  choose("figureVenue", 5);  // IEEE column
  QCOMPARE(view_->recipe().widthMm, 3.5 * 25.4);
  QCOMPARE(child<QDoubleSpinBox>("figureWidth")->value(), 88.9);
  choose("figureUnit", 1);
  QCOMPARE(child<QDoubleSpinBox>("figureWidth")->value(), 3.5);
  QCOMPARE(view_->recipe().widthMm, 3.5 * 25.4);  // another unit does not change the width
}

void TestFigureView::typedWidthIsCustom() {
  type("figureWidth", "100");
  QCOMPARE(view_->recipe().widthMm, 100.0);
  QCOMPARE(child<QComboBox>("figureVenue")->currentData().toString(), "custom");
  choose("figureUnit", 1);
  type("figureWidth", "3.25");
  QCOMPARE(view_->recipe().widthMm, 3.25 * 25.4);
  type("figureFontSize", "9");
  QCOMPARE(view_->recipe().fontPoints, 9.0);
  choose("figureColours", 1);
  QCOMPARE(view_->recipe().colourMap, "viridis");
}

void TestFigureView::panelsAreAddedMovedAndRemoved() {
  addPanel(1);
  addPanel(2);
  QCOMPARE(page().panels.size(), 3);
  QCOMPARE(page().panels[1].kind, QString(figureKinds()[1].id));
  QCOMPARE(child<QListWidget>("figurePanels")->currentRow(), 2);
  const QString last = page().panels[2].kind;
  click("figureUp");
  QCOMPARE(page().panels[1].kind, last);
  QCOMPARE(child<QListWidget>("figurePanels")->currentRow(), 1);
  click("figureRemove");
  QCOMPARE(page().panels.size(), 2);
  QCOMPARE(page().panels[1].kind, QString(figureKinds()[1].id));

  QTest::keyClick(child<QListWidget>("figurePanels"), Qt::Key_Home);
  choose("panelMeasure", 6);
  QVERIFY(page().panels[0].measure == loopMeasures()[6]);
  type("panelFirst", "5");
  QCOMPARE(page().panels[0].firstToken, 4);
  QCOMPARE(page().panels[0].lastToken, -1);
  type("panelLast", "9");
  QCOMPARE(page().panels[0].lastToken, 8);
  click("panelTurned");
  QVERIFY(!page().panels[0].loopsVertical);
  QVERIFY(!drawn().isNull());
  click("figureRemove");
  click("figureRemove");
  QVERIFY(drawn().isNull());  // an empty page says so and exports nothing
  QVERIFY(!child<QPushButton>("figureExport")->isEnabled());
}

void TestFigureView::measuresOfAGateAreGreyWithoutOne() {
  const auto grey = [&] {
    auto* box = child<QComboBox>("panelMeasure");
    QStringList ids;
    for (int i = 0; i < box->count(); ++i)
      if (!(box->model()->flags(box->model()->index(i, 0)) & Qt::ItemIsEnabled))
        ids << box->itemData(i).toString();
    return ids;
  };
  QCOMPARE(grey(), QStringList());
  state_->setTrace(test::syntheticTrace({.tokens = 24, .otherGates = 0, .gated = false}));
  addPanel(0);
  QStringList wanted;
  for (const Measure* m : loopMeasures())
    if (m->needsGate) wanted << measureId(*m);
  QVERIFY(!wanted.isEmpty());
  QCOMPARE(grey(), wanted);
}

void TestFigureView::proportionsAreTrue() {
  const QImage picture = drawn();
  const FigureDrawing drawing = drawFigure(state_->trace(), view_->recipe());
  QVERIFY(std::abs(static_cast<double>(picture.width()) / picture.height() -
                   drawing.sizeMm.width() / drawing.sizeMm.height()) < 0.05);
  click("figureTrueSize");
  const QRectF sheet = child<FigurePreview>("figurePreview")->sheet();
  QVERIFY(std::abs(sheet.width() - drawing.sizeMm.width() / 25.4 * view_->logicalDpiX()) < 1);
}

void TestFigureView::otherEyesSeeOtherColours() {
  const QImage full = drawn();
  for (int vision = 1; vision <= 4; ++vision) {
    choose("figureVision", vision);
    const QImage seen = drawn();
    QCOMPARE(seen.size(), full.size());
    QVERIFY(seen != full);
    if (vision < 4) continue;
    for (int x = 0; x < seen.width(); x += 3) {
      const QRgb c = seen.pixel(x, seen.height() / 3);
      QVERIFY(qRed(c) == qGreen(c) && qGreen(c) == qBlue(c));
    }
  }
}

void TestFigureView::warnsAndSplitsIntoRows() {
  state_->setTrace(test::syntheticTrace({.tokens = 140}));
  drawn();
  QVERIFY(child<QLabel>("figureWarnings")->text().contains("140"));
  QVERIFY(child<QPushButton>("figureSplit")->isVisible());
  click("figureSplit");
  drawn();
  QVERIFY(page().panels.size() >= 2);
  QCOMPARE(page().panels.first().firstToken, 0);
  QCOMPARE(page().panels.last().lastToken, 139);
  QVERIFY(!child<QLabel>("figureWarnings")->text().contains("readable"));
  QVERIFY(!child<QPushButton>("figureSplit")->isVisible());
  type("figureFontSize", "5");
  drawn();
  QVERIFY2(child<QLabel>("figureWarnings")->text().contains("5.0 points"),
           qPrintable(child<QLabel>("figureWarnings")->text()));
}

void TestFigureView::copiesCaptions() {
  drawn();
  QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>("figureExport")->isEnabled(), 60000);
  click("figureCopyText");
  QCOMPARE(QApplication::clipboard()->text(), figureCaption(state_->trace(), view_->recipe()));
  click("figureCopyLatex");
  QVERIFY(QApplication::clipboard()->text().startsWith("\\begin{figure}"));
}

void TestFigureView::exportsTheSameAsTheCommand() {
  QTemporaryDir folder;
  addPanel(2);
  choose("figureFormat", 1);
  drawn();
  const QString path = folder.filePath("page.svg");
  QString said;
  connect(intents_.get(), &Intents::messageAsked, this,
          [&](const QString& sentence) { said = sentence; });
  QVERIFY2(child<QPushButton>("figureExport")->isEnabled(),
           qPrintable(child<FigurePreview>("figurePreview")->accessibleDescription()));
  QTimer answer;
  test::SaveAnswer person(path);
  connect(&answer, &QTimer::timeout, this, [&] {
    if (auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget()))
      person.step(*dialog);
  });
  answer.start(10);
  click("figureExport");
  QTRY_VERIFY2_WITH_TIMEOUT(QFileInfo::exists(path),
                            qPrintable(said + child<QLabel>("figureDone")->text()), 60000);
  QFile exported(path);
  QVERIFY(exported.open(QIODevice::ReadOnly));
  const QByteArray bytes = exported.readAll();
  QCOMPARE(loadRecipe(path).toJson(), view_->recipe().toJson());

  const QString program = qEnvironmentVariable("OUROSCOPE_WINDOW");
  if (program.isEmpty()) QSKIP("the window program was not built");
  writeTrace(*state_->trace(), folder.filePath("t.trace.safetensors").toStdString());
  QFile recipe(folder.filePath("page.json"));
  QVERIFY(recipe.open(QIODevice::WriteOnly));
  recipe.write(QJsonDocument(view_->recipe().toJson()).toJson());
  recipe.close();
  QProcess process;
  process.start(program, {"figure", recipe.fileName(), folder.filePath("t.trace.safetensors"),
                          "--out", folder.filePath("again.svg")});
  QVERIFY(process.waitForFinished(120000));
  QCOMPARE(process.exitCode(), 0);
  QFile again(folder.filePath("again.svg"));
  QVERIFY(again.open(QIODevice::ReadOnly));
  QCOMPARE(again.readAll(), bytes);
}

QTEST_MAIN(TestFigureView)
#include "tst_figure_view.moc"
