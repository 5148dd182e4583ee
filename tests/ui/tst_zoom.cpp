// SPDX-License-Identifier: GPL-3.0-or-later
// The size of the whole window by keys, kept in the settings, and the full screen.
#include <QLabel>
#include <QListWidget>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/OwnSettings.h"
#include "tests/support/SyntheticTrace.h"
#include "tests/support/WindowStage.h"
#include "ui/base/Zoom.h"
#include "ui/views/Ladder.h"
#include "ui/views/StripCanvas.h"
#include "ui/window/Actions.h"

using namespace ouroscope;

class TestZoom : public QObject {
  Q_OBJECT
 private:
  QTemporaryDir home_;

  struct Shown : test::WindowStage {
    Shown() : WindowStage(QSize(1280, 800)) {
      window.workspace().add(test::syntheticTrace());
      window.docks().showView("text");  // keys without modifiers are typed in a prompt
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::ControlModifier) {
      QTest::keyClick(&window, key, modifiers);
      QCoreApplication::processEvents();
    }
    /// 0 until the widgets are made again.
    double points(const char* name) {
      const auto* label = window.findChild<QLabel*>(name);
      return label ? label->font().pointSizeF() : 0;
    }
    double heading() { return points("question"); }
    double answer() { return points("answerHead"); }
    int ladder() {
      const auto* side = window.findChild<QWidget*>("stripSide");
      return side ? side->width() : 0;
    }
    double blocks() {
      const auto* canvas = window.findChild<StripCanvas*>();
      return canvas ? canvas->columns().width() : 0;
    }
  };

 private slots:
  void init() { test::freshSettings(home_.path()); }
  void cleanup() { setZoom(1); }

  void keysMakeEverythingLargerAndSmaller() {
    Shown w;
    QTRY_VERIFY(w.heading() > 0 && w.blocks() > 0);
    const double heading = w.heading(), answer = w.answer(), blocks = w.blocks();
    const int ladder = w.ladder();
    w->state().select(7);
    w.key(Qt::Key_Plus);
    QTRY_COMPARE(interfaceZoom(), 1.1);
    w.key(Qt::Key_Equal);  // the same key without Shift
    QTRY_COMPARE(interfaceZoom(), 1.25);
    QTRY_COMPARE(w.heading(), heading * 1.25);
    QTRY_COMPARE(w.answer(), answer * 1.25);
    QTRY_COMPARE(w.ladder(), qRound(ladder * 1.25));
    QTRY_VERIFY(std::abs(w.blocks() - blocks * 1.25) <= 1);
    // What is shown is as it was.
    QCOMPARE(w->state().selectedToken(), 7);
    QCOMPARE(w->size(), QSize(1280, 800));
    w.key(Qt::Key_Minus);
    QTRY_COMPARE(interfaceZoom(), 1.1);
    w.key(Qt::Key_0);
    QTRY_COMPARE(interfaceZoom(), 1.0);
    QTRY_COMPARE(w.heading(), heading);
    QTRY_COMPARE(w.ladder(), ladder);
  }

  void theLastStepsAreTheEnds() {
    Shown w;
    for (int i = 0; i < 12; ++i) w.key(Qt::Key_Minus);
    QTRY_COMPARE(interfaceZoom(), zoomSteps().front());
    QVERIFY(!w->actions().find("view.smaller")->action->isEnabled());
    QVERIFY(w->actions().find("view.larger")->action->isEnabled());
  }

  void theNextWindowHasTheSameSize() {
    double heading = 0;
    {
      Shown w;
      w.key(Qt::Key_Plus);
      QTRY_COMPARE(interfaceZoom(), 1.1);
      QTRY_VERIFY(w.heading() > 0);
      heading = w.heading();
    }
    QSettings().sync();
    Shown again;
    QTRY_COMPARE(again.heading(), heading);
    // A file that somebody spoiled makes no window that cannot be read.
    for (const QVariant& bad : {QVariant("nonsense"), QVariant(1e9), QVariant("nan")}) {
      QSettings().setValue("zoom", bad);
      readZoom();
      QVERIFY(interfaceZoom() >= zoomSteps().front() && interfaceZoom() <= zoomSteps().back());
    }
  }

  void f11FillsTheScreenAndGivesItBack() {
    Shown w;
    w.key(Qt::Key_F11, {});
    QTRY_VERIFY(w->isFullScreen());
    QVERIFY(w->actions().find("view.fullScreen")->action->isChecked());
    w.key(Qt::Key_F11, {});
    QTRY_VERIFY(!w->isFullScreen());
  }
};

QTEST_MAIN(TestZoom)
#include "tst_zoom.moc"
