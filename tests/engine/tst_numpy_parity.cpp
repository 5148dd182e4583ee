// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

/// Runs tools/reference/parity.py: random Ouro folders through the built ouroscope-cli against the
/// NumPy float64 forward, on every path of the kernels that this processor has.
class TestNumpyParity : public QObject {
  Q_OBJECT

 private slots:
  void agreesWithTheFloat64Reference() {
    const QString python = qEnvironmentVariable("OUROSCOPE_PYTHON", "python3");
    const QString cli = qEnvironmentVariable("OUROSCOPE_CLI");
    QVERIFY2(!cli.isEmpty(), "run this through ctest: it sets OUROSCOPE_CLI");
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(python, {OUROSCOPE_SOURCE_DIR "/tools/reference/parity.py", "--cli", cli,
                           "--quick", "--paths", "amx,avx512bf16,avx512,avx2,portable"});
    QVERIFY2(process.waitForFinished(270000), "the comparison did not end");
    const QByteArray output = process.readAll();
    qInfo("%s", output.constData());
    QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
             output.constData());
  }
};

QTEST_GUILESS_MAIN(TestNumpyParity)
#include "tst_numpy_parity.moc"
