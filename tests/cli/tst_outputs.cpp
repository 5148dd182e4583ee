// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line writes for others to read: safe on a terminal, bounded in memory, and as
// the documents say.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "core/analysis/ExitAnalysis.h"
#include "core/trace/Trace.h"
#include "tests/support/CliProcess.h"
#include "tests/support/MeasuredProcess.h"
#include "tests/support/TextTrace.h"

using namespace ouroscope;
using test::cli;
using test::CliResult;

namespace {

const QString kPrompt = "Take 3, add 4, double, get";

/// Characters that a terminal acts on, or that change how a line reads.
const std::string kHostile =
    "a\x1b[2J\x1b]0;owned\x07\xc2\x9b"
    "31m\xe2\x80\xae"
    "b\xe2\x80\x8b\x7f\n,\"=1+1\\";

bool isSafe(const QByteArray& out) {
  const QString text = QString::fromUtf8(out);
  for (const QChar c : text) {
    const ushort u = c.unicode();
    if ((u < 0x20 && u != '\n' && u != '\r') || (u >= 0x7f && u < 0xa0) || u == 0x202e ||
        u == 0x200b)
      return false;
  }
  return true;
}

/// A trace with the same hostile text in every place that holds one.
TracePtr hostileTrace() {
  test::SyntheticOptions options;
  options.tokens = 8;
  const TracePtr made = test::syntheticTrace(options);
  TraceInfo info = made->info();
  for (std::string* text :
       {&info.toolVersion, &info.modelName, &info.configSha256, &info.weightsSha256, &info.dtype,
        &info.device, &info.tokenizerKind, &info.gateName})
    *text = kHostile;
  for (std::string& name : info.otherGates) name += kHostile;
  RecordColumns columns = made->whole();
  for (std::string& bytes : columns.tokenBytes) bytes = kHostile;
  for (auto& [id, bytes] : columns.wordBytes) bytes = kHostile;
  return std::make_shared<const Trace>(info, columns, made->loops(), made->topK());
}

}  // namespace

class TestOutputs : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    writeTrace(*hostileTrace(), path("hostile").toStdString());
    const CliResult run = cli(
        {"trace", "--text", kPrompt, "--capture", "hidden", "--out", path("t.trace.safetensors")});
    QVERIFY2(run.status == 0, run.err);
  }

  /// Nothing of a gate appears, and it is said why.
  void aModelWithoutAGateSaysWhatIsMissing() {
    test::SyntheticOptions options;
    options.tokens = 8;
    const TracePtr made = test::syntheticTrace(options);
    TraceInfo info = made->info();
    RecordColumns columns = made->whole();
    info.gated = false;
    info.otherGates.clear();
    columns.gateLogit.clear();
    columns.otherGateLogit.clear();
    writeTrace(Trace(info, columns, made->loops(), made->topK()), path("gateless").toStdString());

    const CliResult shown = cli({"show", path("gateless")});
    QVERIFY2(shown.status == 0 && shown.out.contains("no exit gate"), shown.err);
    QVERIFY(!shown.out.contains("depth "));
    const CliResult json = cli({"show", path("gateless"), "--format", "json"});
    const QJsonObject root = QJsonDocument::fromJson(json.out).object();
    QVERIFY(root["trace"].toObject().contains("gate") && root["trace"].toObject()["gate"].isNull());
    const QJsonObject row = root["rows"].toArray()[0].toObject();
    const QJsonObject loop = row["loops"].toArray()[0].toObject();
    for (const char* missing : {"gate_logit", "lambda", "cdf"}) QVERIFY(!loop.contains(missing));
    QVERIFY(loop.contains("entropy") && row.contains("exit_loop"));
    QVERIFY(!row.contains("expected_depth") && !row.contains("depth_entropy"));
    QCOMPARE(row["exit_loop"].toInt(), made->loops());
    const QByteArray head = cli({"show", path("gateless"), "--format", "csv"}).out.split('\n')[0];
    QVERIFY(!head.contains("gate") && !head.contains("expected_depth") && head.contains("entropy"));

    const CliResult stats = cli({"stats", path("gateless")});
    QVERIFY2(stats.status == 0 && stats.out.contains("without an exit gate"), stats.err);
    QVERIFY(!stats.out.contains("q = "));
    const CliResult curves = cli({"stats", path("gateless"), "--format", "json"});
    QVERIFY(QJsonDocument::fromJson(curves.out)
                .object()["operating_curve"]
                .toObject()["gate"]
                .isNull());
    QVERIFY(cli({"info", path("gateless")}).out.contains("no exit gate"));
    for (const QStringList& asked : {QStringList{"--exit-threshold", "0.5"}, {"--gate", "x"}}) {
      const CliResult refused = cli(QStringList{"show", path("gateless")} + asked);
      QVERIFY2(refused.status == 1 && refused.err.contains("no exit gate"), refused.err);
    }
    QCOMPARE(cli({"show", path("gateless"), "--budget", "1"}).status, 0);
  }

  /// A rule stops tokens of a model with a gate, and every command says which.
  void anExitRuleIsRecordedAndSaid() {
    const CliResult run =
        cli({"trace", "--text", kPrompt, "--generate", "4", "--no-stop", "--exit-rule",
             "argmax-stability", "--exit-threshold", "1", "--out", path("ruled")});
    QVERIFY2(run.status == 0, run.err);
    QVERIFY2((run.out + run.err).contains("by stable at 1"), run.out + run.err);
    const CliResult info = cli({"info", path("ruled")});
    QVERIFY2(info.out.contains("stable at 1") && info.out.contains("last-exited-copy"), info.out);
    const CliResult shown = cli({"show", path("ruled"), "--format", "json"});
    const QJsonObject root = QJsonDocument::fromJson(shown.out).object();
    QCOMPARE(root["trace"].toObject()["exit_rule"].toObject()["name"].toString(), "stable");
    const TracePtr trace = readTrace(path("ruled").toStdString());
    const QJsonArray rows = root["rows"].toArray();
    for (int t = 0; t < trace->tokens(); ++t)
      QCOMPARE(rows[t].toObject()["exit_loop"].toInt(), trace->columns().loopsRun[t]);
    // Without a threshold in the released code one must be given.
    const CliResult refused =
        cli({"trace", "--text", kPrompt, "--exit-rule", "entropy", "--out", path("none")});
    QVERIFY2(refused.status == 1 && refused.err.contains("no usual threshold"), refused.err);
  }

  void hostileTextIsSafeInEveryOutput_data() {
    QTest::addColumn<QStringList>("arguments");
    for (const char* command : {"show", "stats", "info"})
      for (const char* format : {"text", "csv", "json"})
        QTest::addRow("%s %s", command, format)
            << QStringList{command, path("hostile"), "--format", format};
    QTest::newRow("unknown gate") << QStringList{"show", path("hostile"), "--gate", "none"};
    const QString odd = path("no\x1b[2Jfile");
    for (const char* command : {"show", "stats", "info"})
      QTest::addRow("%s of a missing file", command) << QStringList{command, odd};
    QTest::newRow("a missing model")
        << QStringList{"trace", "--text", "a", "--model", odd, "--out", path("never")};
    QTest::newRow("a missing text")
        << QStringList{"trace", "--text-file", odd, "--out", path("never")};
    QTest::newRow("a place that is not there")
        << QStringList{"trace", "--text", "a", "--out", odd + "/never"};
    QTest::newRow("a word") << QStringList{
        "trace", "--text",     "a", "--track", QString::fromStdString(kHostile),
        "--out", path("never")};
    QTest::newRow("a gate") << QStringList{
        "trace", "--text", "a", "--gate", QString::fromStdString(kHostile), "--out", path("never")};
  }
  void hostileTextIsSafeInEveryOutput() {
    QFETCH(QStringList, arguments);
    const CliResult run = cli(arguments);
    QVERIFY(!(run.out + run.err).isEmpty());
    QVERIFY2(isSafe(run.out), run.out);
    QVERIFY2(isSafe(run.err), run.err);
    if (arguments.contains("json") && run.status == 0) {
      const QJsonDocument document = QJsonDocument::fromJson(run.out);
      QVERIFY(!document.isNull());  // escaped, and still the same text
      if (arguments[0] == "show")
        QVERIFY(document["trace"]["model"].toString() == QString::fromStdString(kHostile));
    }
  }

  /// One token is spelled in one way in every table and on the terminal's lines.
  void aTokenHasOneSpelling() {
    const QByteArray csv = cli({"show", path("hostile"), "--format", "csv"}).out;
    QVERIFY2(csv.contains("\\x1b[2J") || csv.contains("\\x1B[2J"), csv);
    QVERIFY2(csv.contains("\\n,\"\"=1+1\\\\"), csv);
  }

  /// Text is written as it is made: a long trace takes a few times its file, not fifty.
  void showIsBoundedByTheTrace_data() {
    QTest::addColumn<QString>("format");
    for (const char* format : {"text", "csv", "json"}) QTest::newRow(format) << QString(format);
  }
  void showIsBoundedByTheTrace() {
    QFETCH(QString, format);
    test::SyntheticOptions options;
    options.tokens = 40000;
    options.topK = 10;
    options.otherGates = 0;
    const std::string file = path("long").toStdString();
    if (!std::filesystem::exists(file)) writeTrace(*test::syntheticTrace(options), file);
    const test::Used used =
        test::runMeasured(qgetenv("OUROSCOPE_CLI"),
                          {"show", QString::fromStdString(file), "--format", format}, path("err"));
    QCOMPARE(used.status, 0);
    const auto bytes = double(std::filesystem::file_size(file));
    const auto peak = double(used.peak);
    QVERIFY2(peak < 16 * bytes, qPrintable(QString("%1 of %2").arg(peak).arg(bytes)));
  }

  /// The Python of docs/trace-format.md, as it stands there, on the trace of a run with states.
  void theDocumentedPythonWorks() {
    const QString python = qEnvironmentVariable("OUROSCOPE_PYTHON");
    if (python.isEmpty()) QSKIP("OUROSCOPE_PYTHON is not set");
    QFile page(QString(OUROSCOPE_SOURCE_DIR) + "/docs/trace-format.md");
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QByteArray text = page.readAll();
    const qsizetype begin = text.indexOf("```python\n") + 10;
    const QByteArray code = text.mid(begin, text.indexOf("```", begin) - begin);
    QProcess process;
    process.setWorkingDirectory(folder_.path());
    process.start(python, {"-c", QString::fromUtf8(code) + R"(
print(json.dumps({"text": b"".join(words).decode(), "depth": expected_depth.tolist(),
                  "shape": hidden.shape, "last": hidden[-1, -1].tolist(),
                  "type": f.get_slice("hidden").get_dtype()}))
)"});
    QVERIFY(process.waitForFinished(60000));
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError());
    const QJsonObject object = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    const TracePtr trace = readTrace(path("t.trace.safetensors").toStdString());
    QVERIFY(object["text"].toString().contains(kPrompt));
    QCOMPARE(object["type"].toString(), QString("BF16"));
    const Readout read = readout(*trace, {});
    for (int t = 0; t < trace->tokens(); ++t)
      QVERIFY(std::abs(object["depth"][t].toDouble() - double(read.expectedDepth[std::size_t(t)])) <
              1e-5);
    const int d = trace->info().hiddenSize;
    QCOMPARE(object["shape"][2].toInt(), d);
    for (int i = 0; i < d; ++i)
      QCOMPARE(float(object["last"][i].toDouble()), *(trace->hidden().end() - d + i));
  }

  /// The recipe of docs/trace-format.md for pandas, as it stands there: words that look like
  /// missing values or numbers stay words, and absent values are absent.
  void theDocumentedTableIsReadAsItIs() {
    const QString python = qEnvironmentVariable("OUROSCOPE_PYTHON");
    if (python.isEmpty() || QProcess::execute(python, {"-c", "import pandas"}) != 0)
      QSKIP("OUROSCOPE_PYTHON is not set, or has no pandas");
    const TracePtr trace =
        test::textTrace({"NA", " 8", "8", "null", "nan", "=1+1", "a\nb", "None"}, {.topK = 3});
    writeTrace(*trace, path("words.trace.safetensors").toStdString());
    const test::CliResult table =
        test::cli({"show", path("words.trace.safetensors"), "--format", "csv"});
    QCOMPARE(table.status, 0);
    QFile csv(path("t.csv"));
    QVERIFY(csv.open(QIODevice::WriteOnly));
    csv.write(table.out);
    csv.close();
    QFile page(QString(OUROSCOPE_SOURCE_DIR) + "/docs/trace-format.md");
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QByteArray text = page.readAll();
    const qsizetype begin = text.indexOf("```python\nimport pandas") + 10;
    QVERIFY(begin > 10);
    const QByteArray code = text.mid(begin, text.indexOf("```", begin) - begin);
    QProcess process;
    process.setWorkingDirectory(folder_.path());
    process.start(python, {"-c", QString::fromUtf8(code) + R"(
import json
first = table[table.loop == 1] if "loop" in table else table
print(json.dumps({"tokens": first.token.tolist(), "next": first.logprob.isna().tolist()}))
)"});
    QVERIFY(process.waitForFinished(60000));
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError());
    const QJsonObject read = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    QCOMPARE(read["tokens"].toArray(),
             (QJsonArray{"NA", " 8", "8", "null", "nan", "=1+1", "a\\nb", "None"}));
    QCOMPARE(read["next"].toArray().last().toBool(), true);  // the last token has no next one
    QCOMPARE(read["next"].toArray().first().toBool(), false);
  }

  /// C15: what the changelog says of a thing stands in one place.
  void theChangelogNamesAThingOnce() {
    QFile file(QString(OUROSCOPE_SOURCE_DIR) + "/CHANGELOG.md");
    QVERIFY(file.open(QIODevice::ReadOnly));
    QSet<QString> seen;
    int names = 0;
    for (const QString& line : QString::fromUtf8(file.readAll()).split('\n')) {
      if (line.startsWith("## ")) seen.clear();  // another release
      const qsizetype colon = line.indexOf(": ");
      const bool heading = !line.isEmpty() && line[0].isUpper() && !line.contains(' ');
      if (!heading && !(line.startsWith("- ") && colon > 0)) continue;
      const QString name = heading ? line : line.mid(2, colon - 2);
      QVERIFY2(!seen.contains(name), qPrintable(name));
      seen << name;
      ++names;
    }
    QVERIFY(names > 10);
  }

 private:
  QString path(const QString& name) const { return folder_.filePath(name); }
  QTemporaryDir folder_;
};

QTEST_GUILESS_MAIN(TestOutputs)
#include "tst_outputs.moc"
