// SPDX-License-Identifier: GPL-3.0-or-later
// Who gets which room in the window: the text its lines, the question the rest, nothing a second
// scroll bar; and what stands there while there is nothing to show.
#include <QAbstractScrollArea>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QWindow>

#include "tests/support/OwnSettings.h"
#include "tests/support/SyntheticTrace.h"
#include "tests/support/WindowStage.h"
#include "ui/figures/plots/HeatmapFigure.h"
#include "ui/views/FigureView.h"
#include "ui/views/HeatmapView.h"
#include "ui/views/StripCanvas.h"
#include "ui/views/StripView.h"

using namespace ouroscope;

namespace {

struct Room : test::WindowStage {
  explicit Room(QSize size = {1280, 800}) : WindowStage(size) {}
  int add(int tokens, int loops) {
    const int id = window.workspace().add(test::syntheticTrace({.tokens = tokens, .loops = loops}));
    QTest::qWait(30);
    return id;
  }
  StripView* strip() { return qobject_cast<StripView*>(window.docks().view("text")); }
  int sceneHeight() { return window.docks().dock("text")->height(); }
  int questionHeight() { return window.docks().dock(window.docks().question())->height(); }
  /// The border between the text and the question, moved as a hand does.
  void dragBorder(int by) {
    const QDockWidget* scene = window.docks().dock("text");
    const QPoint from = window.docks().mapTo(
        &window, QPoint(scene->x() + scene->width() / 2, scene->geometry().bottom() + 3));
    QWindow* screen = window.windowHandle();
    QTest::mouseMove(screen, from);
    QTest::mousePress(screen, Qt::LeftButton, {}, from);
    for (int i = 1; i <= 4; ++i) {
      QTest::mouseMove(screen, from + QPoint(0, by * i / 4));
      QTest::qWait(10);
    }
    QTest::mouseRelease(screen, Qt::LeftButton, {}, from + QPoint(0, by));
    QTest::qWait(30);
  }
};

}  // namespace

class TestWindowRoom : public QObject {
  Q_OBJECT
 private:
  QTemporaryDir home_;

 private slots:
  void init() { test::freshSettings(home_.path()); }

  /// B7, weakness 5: no white where nothing is.
  void theTextTakesTheLinesItNeeds() {
    Room w;
    w.add(6, 4);
    QTRY_VERIFY(std::abs(w.sceneHeight() - w.strip()->wantedHeight()) <= 4);
    const int low = w.sceneHeight();
    QVERIFY(low < w.questionHeight());
    // More loops are higher columns, more words more lines; never more than its part.
    w.add(6, 8);
    QTRY_VERIFY(w.sceneHeight() > low);
    w.add(120, 8);
    QTRY_VERIFY(w.strip()->wantedHeight() > w.sceneHeight());
    QVERIFY(w.sceneHeight() <= 0.51 * (w.sceneHeight() + w.questionHeight()));
    // Another size of the window, another question: the same rule.
    w.add(6, 4);
    w->resize(1280, 960);
    QTRY_VERIFY(std::abs(w.sceneHeight() - w.strip()->wantedHeight()) <= 4);
    w->docks().ask("gate-audit");
    QTRY_VERIFY(std::abs(w.sceneHeight() - w.strip()->wantedHeight()) <= 4);
  }

  /// What a hand has set stays, in the next session too, until the layout is reset.
  void aBorderThatWasMovedStays() {
    Room w;
    w.add(6, 4);
    QTRY_VERIFY(std::abs(w.sceneHeight() - w.strip()->wantedHeight()) <= 4);
    const int before = w.sceneHeight();
    w.dragBorder(80);
    QVERIFY(w.sceneHeight() > before + 60);
    const int moved = w.sceneHeight();
    w.add(6, 8);
    QTest::qWait(50);
    QCOMPARE(w.sceneHeight(), moved);
    QVERIFY(w->docks().layout()["sceneHeld"].toBool());
    w->docks().resetLayout();
    QTRY_VERIFY(std::abs(w.sceneHeight() - w.strip()->wantedHeight()) <= 4);
  }

  /// The empty window: what will stand there, and the ways to it.
  void withoutATextTheWaysToOneAreAClickAway() {
    for (const QSize size : {QSize(880, 600), QSize(1280, 800), QSize(1920, 1080)}) {
      Room w(size);
      auto* example = w.find<QAbstractButton>("beginExample");
      QTRY_VERIFY(example->isVisible());
      for (const char* name : {"beginTrace", "beginModel"})
        QVERIFY(w.find<QAbstractButton>(name)->isVisible());
      QVERIFY(!w.find<QAbstractButton>("stripExport")->isVisible());
      QVERIFY(!w.find<QAbstractButton>("heatmapExport")->isVisible());
      QTest::qWait(50);
      // Nothing is there to be scrolled, whichever question is asked.
      for (const ViewInfo& info : viewList()) {
        if (!info.isQuestion()) continue;
        w->docks().showView(info.id);
        QTest::qWait(20);
        for (const auto* each : w->findChildren<QScrollArea*>())
          QVERIFY2(!each->isVisible() || (!each->verticalScrollBar()->isVisible() &&
                                          !each->horizontalScrollBar()->isVisible()),
                   qPrintable(QStringLiteral("%1, %2 x %3: a bar beside %4")
                                  .arg(info.id)
                                  .arg(size.width())
                                  .arg(size.height())
                                  .arg(each->widget()->objectName())));
      }
      QTest::mouseClick(example, Qt::LeftButton);
      QTRY_VERIFY(w->state().trace());
      QVERIFY(!example->isVisible());
      QVERIFY(w.find<QAbstractButton>("stripExport")->isVisible());
      QTest::qWait(30);
      QVERIFY(w->perform("file.close"));  // and back: a low ladder once asked a trace that was gone
      QTRY_VERIFY(example->isVisible());
    }
  }

  /// B11
  void zoomingTheHeatmapAddsNoSecondBar() {
    Room w;
    w.add(24, 4);
    w->docks().showView("heatmap");
    auto* view = qobject_cast<HeatmapView*>(w->docks().view("heatmap"));
    auto* figure = view->findChild<HeatmapFigure*>();
    figure->setFocus();
    for (int i = 0; i < 4; ++i) QTest::keyClick(figure, Qt::Key_Plus);
    QTRY_VERIFY(w.find<QScrollBar>("heatmapScroll")->isVisible());
    QTest::qWait(30);
    for (const QWidget* p = view->parentWidget(); p; p = p->parentWidget())
      if (const auto* area = qobject_cast<const QAbstractScrollArea*>(p))
        QVERIFY(!area->verticalScrollBar()->isVisible());
  }

  /// B8: the end of the work is in sight, and a field with the focus moves nothing sideways.
  void theExportOfThePageIsInSight() {
    for (const QSize size : {QSize(880, 600), QSize(1280, 800)}) {
      Room w(size);
      w.add(6, 4);
      w->docks().showView("figure");
      for (const char* name : {"figureExport", "figureOpen", "figureSave"}) {
        auto* button = w.find<QAbstractButton>(name);
        QTRY_VERIFY(button->isVisible());
        QTRY_COMPARE(button->visibleRegion().boundingRect(), button->rect());
      }
      auto* width = w.find<QDoubleSpinBox>("figureWidth");
      width->setFocus();
      QTest::keyClick(width, Qt::Key_Tab);
      QTest::qWait(30);
      for (const QWidget* p = width->parentWidget(); p; p = p->parentWidget())
        if (const auto* area = qobject_cast<const QAbstractScrollArea*>(p)) {
          QCOMPARE(area->horizontalScrollBar()->value(), 0);
          QCOMPARE(area->horizontalScrollBar()->maximum(), 0);
        }
    }
  }

  /// B2
  void theFirstWindowIsNotLargerThanTheScreen() {
    const MainWindow window;
    const QSize room = window.screen()->availableSize();
    QVERIFY(window.width() <= std::max(room.width(), window.minimumSizeHint().width()));
    QVERIFY(window.height() <= std::max(room.height(), window.minimumSizeHint().height()));
    QVERIFY(window.minimumSizeHint().width() <= 880 && window.minimumSizeHint().height() <= 600);
  }

  /// B6: the frame of the selected token lies around its column, not over it.
  void theSelectedTokenShowsWhereItIsRead() {
    Room w;
    w.add(6, 4);
    w->state().select(2);
    QTest::qWait(30);
    StripCanvas* canvas = w.strip()->canvas();
    const QImage picture = canvas->viewport()->grab().toImage();
    const QRectF token = canvas->tokenRect(2);
    const double foot = canvas->footOf(2), step = canvas->columns().step();
    const int read = w->state().readout().loop[2];
    const FigureTheme theme = FigureTheme::light();
    const double ratio = picture.devicePixelRatio();
    const auto at = [&](double y) {
      return QColor(
          picture.pixel(QPointF(token.center().x() * ratio, std::round(y) * ratio).toPoint()));
    };
    // The cap of the loop that is read has the accent, the block below it the ink of its loop.
    QCOMPARE(at(foot - (read + 1) * step + 2), theme.accent);
    QCOMPARE(at(foot - (read + 0.4) * step), theme.loopColour(read));
  }
};

QTEST_MAIN(TestWindowRoom)
#include "tst_window_room.moc"
