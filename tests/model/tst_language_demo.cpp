// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/model/LanguageDemo.h"
#include "core/support/Error.h"

using namespace ouroscope;

/// How the folder of the language demo is made. Nothing is fetched.
class TestLanguageDemo : public QObject {
  Q_OBJECT

 private slots:
  /// The script's own check: an invented GGUF in a wheel, read, folded, written and opened.
  void theFolderIsMade() {
    const QString python = qEnvironmentVariable("OUROSCOPE_PYTHON", "python3");
    const QString cli = qEnvironmentVariable("OUROSCOPE_CLI");
    QVERIFY2(!cli.isEmpty(), "run this through ctest: it sets OUROSCOPE_CLI");
    const auto [status, said] =
        run(python, {"-B", QStringLiteral(OUROSCOPE_SOURCE_DIR "/tools/language_demo/selftest.py"),
                     "--cli", cli});
    QVERIFY2(status == 0, said.constData());
  }

  void itSaysWhatItFetches() {
    const LanguageDemo demo = languageDemo();
    QVERIFY(std::filesystem::exists(demo.script));
    const auto [status, said] =
        run(QString::fromStdString(demo.script.string()), {"--describe", "--out", "/nowhere/x"});
    QVERIFY2(status == 0, said.constData());
    for (const std::string& fact :
         {demo.model, demo.licence, demo.package,
          std::to_string((demo.wheelBytes + 500000) / 1000000), std::string("/nowhere/x")})
      QVERIFY2(said.contains(fact.c_str()), fact.c_str());
  }

  void wrongUseAndMissingPythonAreSaid() {
    const QString script = QString::fromStdString(languageDemo().script.string());
    QCOMPARE(run(script, {"--describe", "--colour"}).first, 2);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("OUROSCOPE_PYTHON", "no-such-python");
    const auto [status, said] = run(script, {"--describe"}, environment);
    QCOMPARE(status, 1);
    QVERIFY2(said.contains("Python 3.9 or newer is needed"), said.constData());
    QCOMPARE(said.count('\n'), 1);
  }

  /// A list that does not say enough is refused by name.
  void aDamagedListIsRefused() {
    QTemporaryDir folder;
    QFile list(folder.filePath("demo.json"));
    QVERIFY(list.open(QFile::WriteOnly));
    list.write("{\"model\": \"x\"}");
    list.close();
    qputenv("OUROSCOPE_LANGUAGE_DIR", folder.path().toUtf8());
    QString said;
    try {
      languageDemo();
    } catch (const Error& error) {
      said = error.what();
    }
    qunsetenv("OUROSCOPE_LANGUAGE_DIR");
    QVERIFY2(said.contains("demo.json") && said.contains("from"), qPrintable(said));
  }

 private:
  static std::pair<int, QByteArray> run(
      const QString& program, const QStringList& arguments,
      const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment()) {
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(120000)) return {-1, "did not end"};
    const int status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return {status, process.readAll()};
  }
};

QTEST_GUILESS_MAIN(TestLanguageDemo)
#include "tst_language_demo.moc"
