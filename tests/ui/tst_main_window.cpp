// SPDX-License-Identifier: GPL-3.0-or-later
// The window around the views, driven by real mouse and key events.
#include <QDockWidget>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/SyntheticTrace.h"
#include "ui/views/DockHost.h"
#include "ui/views/MainWindow.h"

using namespace ouroscope;

class TestMainWindow : public QObject {
  Q_OBJECT
 private:
  QTemporaryDir home_;

 private slots:
  void initTestCase() {
    QCoreApplication::setOrganizationName("ouroscope-test");
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, home_.path());
  }

  void everyViewOfTheListHasADockAndIsMadeWhenSeen() {
    MainWindow window;
    window.show();
    window.workspace().add(test::syntheticTrace());
    for (const ViewInfo& info : viewList()) {
      QDockWidget* dock = window.docks().dock(info.id);
      QVERIFY2(dock, info.id);
      window.docks().showView(info.id);
      QTRY_VERIFY2(dock->widget() && dock->widget()->isVisible(), info.id);
    }
  }

  void tracesAreOpenBesideEachOther() {
    MainWindow window;
    Workspace& open = window.workspace();
    const int a = open.add(test::syntheticTrace({.tokens = 10}));
    const int b = open.add(test::syntheticTrace({.tokens = 20}));
    QCOMPARE(window.state().trace()->tokens(), 20);
    open.show(a);
    QCOMPARE(window.state().trace()->tokens(), 10);
    open.close(a);
    QCOMPARE(open.current(), b);
    QCOMPARE(window.state().trace()->tokens(), 20);
    open.close(b);
    QVERIFY(!window.state().trace());
  }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
