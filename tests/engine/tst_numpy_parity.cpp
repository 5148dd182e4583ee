// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

/// Runs the scripts of tools/reference: random folders through the built ouroscope-cli against the
/// NumPy float64 forwards.
class TestNumpyParity : public QObject {
  Q_OBJECT

 private slots:
  /// Ouro, on every path of the kernels that this processor has.
  void agreesWithTheFloat64Reference() {
    compare("parity.py", {"--paths", "amx,avx512bf16,avx512,avx2,portable"});
  }
  void everyFamilyAgrees() { compare("parity_families.py", {}); }
  void interventionsAgree() { compare("parity_interventions.py", {}); }
  void sweepsAgree() { compare("parity_sweep.py", {}); }
  void attentionAgrees() { compare("parity_attention.py", {}); }
  void pushesAndRanksAgree() { compare("parity_stability.py", {}); }
  void lensesAgree() { compare("parity_lens.py", {}); }

 private:
  void compare(const char* script, const QStringList& more) {
    const QString python = qEnvironmentVariable("OUROSCOPE_PYTHON", "python3");
    const QString cli = qEnvironmentVariable("OUROSCOPE_CLI");
    QVERIFY2(!cli.isEmpty(), "run this through ctest: it sets OUROSCOPE_CLI");
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(python,
                  QStringList{QStringLiteral(OUROSCOPE_SOURCE_DIR "/tools/reference/") + script,
                              "--cli", cli, "--quick"} +
                      more);
    QVERIFY2(process.waitForFinished(270000), "the comparison did not end");
    const QByteArray output = process.readAll();
    qInfo("%s", output.constData());
    QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
             output.constData());
  }
};

QTEST_GUILESS_MAIN(TestNumpyParity)
#include "tst_numpy_parity.moc"
