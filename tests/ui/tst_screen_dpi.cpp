// SPDX-License-Identifier: GPL-3.0-or-later
// The window on a fine screen makes the files that the command makes without one.
#include <QApplication>
#include <QFile>
#include <QHashSeed>
#include <QProcess>
#include <QScreen>
#include <QTemporaryDir>
#include <QTest>

#include "core/trace/Trace.h"
#include "tests/support/SyntheticTrace.h"
#include "ui/figures/files/FigureExport.h"
#include "ui/figures/files/FigureFiles.h"
#include "ui/figures/kinds/FigureKinds.h"

using namespace ouroscope;

class TestScreenDpi : public QObject {
  Q_OBJECT
 private slots:
  void figuresDoNotKnowTheScreen_data() {
    QTest::addColumn<QString>("kind");
    for (const FigureKind& kind : figureKinds())
      if (!kind.needsOther && QString(kind.id) != "page") QTest::newRow(kind.id) << kind.id;
  }
  void figuresDoNotKnowTheScreen() {
    QFETCH(QString, kind);
    QVERIFY(qApp->primaryScreen()->logicalDotsPerInch() > 140);
    QTemporaryDir folder;
    const TracePtr trace = test::syntheticTrace(
        {.tokens = 17, .captureHidden = true, .captureLayers = true, .sweep = true});
    const QString file = folder.filePath("t.trace.safetensors");
    writeTrace(*trace, file.toStdString());
    for (const char* suffix : {"svg", "pdf"}) {
      const QString out = folder.filePath(QString("f.") + suffix);
      QProcess command;
      QProcessEnvironment plain = QProcessEnvironment::systemEnvironment();
      plain.remove("QT_FONT_DPI");
      plain.remove("QT_ENABLE_HIGHDPI_SCALING");
      command.setProcessEnvironment(plain);
      command.start(qEnvironmentVariable("OUROSCOPE_WINDOW"), {"figure", kind, file, "--out", out});
      QVERIFY(command.waitForFinished(60000));
      QVERIFY2(command.exitCode() == 0, command.readAllStandardError());
      QFile made(out);
      QVERIFY(made.open(QIODevice::ReadOnly));
      FigureInput input;
      input.trace = readTrace(file.toStdString());
      const FigureRecipe recipe = recipeFromJson(recipeInFile(out));
      QVERIFY2(renderFigure(input, recipe, suffix) == made.readAll(), suffix);
    }
  }
};

int main(int argc, char** argv) {
  qputenv("QT_FONT_DPI", "144");
  qputenv("QT_ENABLE_HIGHDPI_SCALING", "0");
  QHashSeed::setDeterministicGlobalSeed();  // as in the window
  QApplication application(argc, argv);
  TestScreenDpi test;
  return QTest::qExec(&test, argc, argv);
}
#include "tst_screen_dpi.moc"
