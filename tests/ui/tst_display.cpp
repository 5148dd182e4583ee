// SPDX-License-Identifier: GPL-3.0-or-later
// A display that is not there: one sentence and status 1, never an abort.
#include <QProcess>
#include <QTest>

class TestDisplay : public QObject {
  Q_OBJECT
 private slots:
  void aDeadDisplayIsOneSentence_data() {
    QTest::addColumn<QStringList>("variables");
    QTest::newRow("none") << QStringList{};
    QTest::newRow("X11") << QStringList{"DISPLAY=:7777"};
    QTest::newRow("X11 elsewhere") << QStringList{"DISPLAY=nowhere.invalid:0"};
    QTest::newRow("Wayland") << QStringList{"WAYLAND_DISPLAY=wayland-7777"};
    QTest::newRow("both") << QStringList{"DISPLAY=:7777", "WAYLAND_DISPLAY=wayland-7777"};
    QTest::newRow("no such platform") << QStringList{"QT_QPA_PLATFORM=nonsense"};
  }
  void aDeadDisplayIsOneSentence() {
    QFETCH(QStringList, variables);
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name :
         {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE", "QT_DEBUG_PLUGINS"})
      environment.remove(name);
    for (const QString& variable : variables)
      environment.insert(variable.section('=', 0, 0), variable.section('=', 1));
    program.setProcessEnvironment(environment);
    program.start(qEnvironmentVariable("OUROSCOPE_WINDOW"), {"--no-session"});
    QVERIFY(program.waitForFinished(60000));
    const QByteArray said = program.readAllStandardError();
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 1);
    QVERIFY2(said.startsWith("ouroscope: ") && said.contains("display"), said);
    QCOMPARE(said.count('\n'), 1);
    for (const QString& variable : variables) QVERIFY2(said.contains(variable.toUtf8()), said);
    QVERIFY(program.readAllStandardOutput().isEmpty());
  }
};

QTEST_GUILESS_MAIN(TestDisplay)
#include "tst_display.moc"
