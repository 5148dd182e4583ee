// SPDX-License-Identifier: GPL-3.0-or-later
#include <signal.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "core/analysis/ExitAnalysis.h"
#include "core/record/Columns.h"
#include "core/support/Version.h"
#include "core/text/SentencePieceTokenizer.h"
#include "core/trace/Trace.h"

using namespace ouroscope;

namespace {

struct Result {
  int status = -1;
  QByteArray out, err;
};

/// Runs the built ouroscope-cli: the tests see what a person and a script see.
Result cli(const QStringList& arguments, const QByteArray& input = {}) {
  QProcess process;
  process.start(qEnvironmentVariable("OUROSCOPE_CLI"), arguments);
  process.write(input);
  process.closeWriteChannel();
  if (!process.waitForFinished(60000)) return {};
  return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
          process.readAllStandardOutput(), process.readAllStandardError()};
}

qsizetype longestLine(const QByteArray& text) {
  qsizetype longest = 0;
  for (const QString& line : QString::fromUtf8(text).split('\n'))
    longest = std::max(longest, line.size());
  return longest;
}

/// RFC 4180 fields, enough for what we write: quoted fields may hold commas, quotes and newlines.
QList<QStringList> csvRows(const QByteArray& text) {
  QList<QStringList> rows;
  QStringList row;
  QString field;
  bool quoted = false;
  const QString all = QString::fromUtf8(text);
  for (qsizetype i = 0; i < all.size(); ++i) {
    const QChar c = all[i];
    if (quoted) {
      if (c != '"') {
        field += c;
      } else if (i + 1 < all.size() && all[i + 1] == '"') {
        field += '"';
        ++i;
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',' || c == '\n') {
      row << field;
      field.clear();
      if (c == '\n') {
        rows << row;
        row.clear();
      }
    } else if (c != '\r') {
      field += c;
    }
  }
  return rows;
}

const QString kPrompt = "Take 3, add 4, double, subtract 5, triple, add 1, get";

}  // namespace

class TestCli : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QVERIFY2(!qEnvironmentVariable("OUROSCOPE_CLI").isEmpty(),
             "run this through ctest: it sets OUROSCOPE_CLI");
    const Result run = cli({"trace", "--text", kPrompt, "--generate", "2", "--loops", "6",
                            "--track", "8", "--capture", "hidden", "--out", file("t")});
    QVERIFY2(run.status == 0, run.err);
    trace_ = readTrace(file("t").toStdString());
  }

  void helpAndVersionEverywhere_data() {
    QTest::addColumn<QStringList>("command");
    QTest::newRow("program") << QStringList{};
    for (const char* name : {"trace", "show", "stats", "info", "bench", "schema", "help"})
      QTest::newRow(name) << QStringList{name};
  }
  void helpAndVersionEverywhere() {
    QFETCH(QStringList, command);
    const Result help = cli(command + QStringList{"--help"});
    QCOMPARE(help.status, 0);
    QVERIFY(help.err.isEmpty() && help.out.contains("Usage"));
    QVERIFY2(longestLine(help.out) <= 80, help.out);
    const Result version = cli(command + QStringList{"--version"});
    QCOMPARE(version.status, 0);
    QCOMPARE(version.out, QByteArray("ouroscope-cli ") + ouroscope::version() + "\n");
    QVERIFY(QByteArray(ouroscope::version()).contains('.'));
  }

  void wrongUsageIsStatusTwo_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("phrase");
    const auto row = [](const char* name, const QStringList& arguments, const char* phrase) {
      QTest::newRow(name) << arguments << QByteArray(phrase);
    };
    const QString out = file("never");
    row("no command", {}, "command");
    row("unknown command", {"dance"}, "dance");
    row("unknown option", {"trace", "--text", "a", "--fast", "--out", out}, "--fast");
    row("no prompt", {"trace", "--out", out}, "--text");
    row("two prompts", {"trace", "--text", "a", "--tokens", "1", "--out", out}, "one of");
    row("loops 0", {"trace", "--text", "a", "--loops", "0", "--out", out}, "--loops");
    row("loops many", {"trace", "--text", "a", "--loops", "1025", "--out", out}, "--loops");
    row("loops fraction", {"trace", "--text", "a", "--loops", "2.5", "--out", out}, "--loops");
    row("negative generate", {"trace", "--text", "a", "--generate", "-1", "--out", out},
        "--generate");
    row("q above 1", {"trace", "--text", "a", "--exit-threshold", "1.1", "--out", out},
        "--exit-threshold");
    row("q no number", {"trace", "--text", "a", "--exit-threshold", "nan", "--out", out},
        "--exit-threshold");
    row("seed", {"trace", "--text", "a", "--seed", "x", "--out", out}, "--seed");
    row("capture", {"trace", "--text", "a", "--capture", "everything", "--out", out}, "capture");
    row("policy", {"trace", "--text", "a", "--kv-policy", "magic", "--out", out}, "policy");
    row("tokens", {"trace", "--tokens", "1,x", "--out", out}, "--tokens");
    row("branch without a place", {"trace", "--branch", file("t"), "--out", out}, "--at");
    row("branch with other loops",
        {"trace", "--branch", file("t"), "--at", "3", "--loops", "2", "--out", out}, "--loops");
    row("branch and text",
        {"trace", "--branch", file("t"), "--at", "3", "--text", "a", "--out", out}, "one of");
    row("a place without a branch", {"trace", "--text", "a", "--at", "3", "--out", out},
        "--branch");
    row("no file", {"trace", "--text", "a"}, "--out");
    row("show without a trace", {"show"}, "TRACE");
    row("format", {"show", file("t"), "--format", "xml"}, "xml");
  }
  void wrongUsageIsStatusTwo() {
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, phrase);
    const Result run = cli(arguments);
    QCOMPARE(run.status, 2);
    QVERIFY2(run.out.isEmpty(), run.out);
    QCOMPARE(run.err.count('\n'), 1);
    QVERIFY2(run.err.contains(phrase), run.err);
    QVERIFY(!QFile::exists(file("never")));
  }

  void badInputIsStatusOne_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("phrase");
    const auto row = [](const char* name, const QStringList& arguments, const char* phrase) {
      QTest::newRow(name) << arguments << QByteArray(phrase);
    };
    row("no such trace", {"show", file("none")}, "none");
    row("no such model", {"trace", "--text", "a", "--model", file("none"), "--out", file("never")},
        "none");
    row("a folder that is not a model",
        {"trace", "--text", "a", "--model", folder_.path(), "--out", file("never")}, "config.json");
    row("a model is not a trace",
        {"show", QString(OUROSCOPE_SOURCE_DIR) + "/resources/demo/model.safetensors"},
        "not an Ouroscope trace");
    row("no place to write", {"trace", "--text", "a", "--out", file("no/folder/t")}, "no/folder");
    row("token beyond the vocabulary", {"trace", "--tokens", "99999", "--out", file("never")},
        "99999");
    row("word of several tokens",
        {"trace", "--text", "a", "--track", "zyzzyva", "--out", file("never")}, "zyzzyva");
    row("branch beyond the record",
        {"trace", "--branch", file("t"), "--at", "99", "--out", file("never")}, "from token 2");
    row("text file", {"trace", "--text-file", file("none"), "--out", file("never")}, "none");
    row("empty text", {"trace", "--text-file", "-", "--out", file("never")}, "");
    row("unknown gate", {"trace", "--text", "a", "--gate", "garden", "--out", file("never")},
        "lookahead");
  }
  void badInputIsStatusOne() {
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, phrase);
    const Result run = cli(arguments);
    QCOMPARE(run.status, 1);
    QVERIFY2(run.out.isEmpty(), run.out);
    QCOMPARE(run.err.count('\n'), 1);
    QVERIFY2(run.err.contains(phrase), run.err);
    QVERIFY(!QFile::exists(file("never")));
  }

  void showSaysPerTokenWhatTheRecordHolds() {
    const Result run = cli({"show", file("t")});
    QVERIFY2(run.status == 0 && run.err.isEmpty(), run.err);
    QVERIFY2(longestLine(run.out) <= 80, run.out);
    QVERIFY(!run.out.contains('\x1b'));  // colours only where a terminal has them
    QVERIFY(run.out.contains("theoretical loops saved"));
    QVERIFY(run.out.contains("6*"));  // beyond the trained number, and said so
  }

  void showSaysWhatWasChangedWhileItRan() {
    TraceInfo info = trace_->info();
    info.events = {{3, RunEvent::What::Budget, 2}, {5, RunEvent::What::Stop}};
    writeTrace(Trace(info, trace_->whole(), trace_->loops(), trace_->topK()),
               file("events").toStdString());
    const Result text = cli({"show", file("events")});
    QVERIFY2(text.out.contains("Changed while it ran: budget 2 from token 4; stop from token 6"),
             text.out);
    const Result json = cli({"show", file("events"), "--format", "json"});
    const QJsonArray events = QJsonDocument::fromJson(json.out)["trace"]["events"].toArray();
    QCOMPARE(events, (QJsonArray{QJsonObject{{"position", 4}, {"what", "budget"}, {"value", 2}},
                                 QJsonObject{{"position", 6}, {"what", "stop"}}}));
  }

  void jsonAndCsvHoldTheNumbersOfTheAnalysis() {
    for (const double q : {0.0, 0.7, 1.0})
      for (const int budget : {2, 6}) {
        const QStringList rule{"--exit-threshold", QString::number(q), "--budget",
                               QString::number(budget)};
        const Readout read = readout(*trace_, {.gate = 0, .budget = budget, .q = q});
        const Result json = cli(QStringList{"show", file("t"), "--format", "json"} + rule);
        QCOMPARE(json.status, 0);
        const QJsonObject object = QJsonDocument::fromJson(json.out).object();
        QCOMPARE(object["mean_exit_loop"].toDouble(), read.meanLoops);
        const QJsonArray rows = object["rows"].toArray();
        QCOMPARE(rows.size(), qsizetype{trace_->tokens()});
        const Result csv = cli(QStringList{"show", file("t"), "--format", "csv"} + rule);
        const QList<QStringList> table = csvRows(csv.out);
        QCOMPARE(table.size(), qsizetype{1} + trace_->tokens() * trace_->loops());
        const qsizetype exitAt = table[0].indexOf("exit_loop"), klAt = table[0].indexOf("kl"),
                        depthAt = table[0].indexOf("expected_depth");
        for (int t = 0; t < trace_->tokens(); ++t) {
          const auto i = static_cast<std::size_t>(t);
          QCOMPARE(rows[t]["exit_loop"].toInt(), read.loop[i] + 1);
          QCOMPARE(static_cast<float>(rows[t]["expected_depth"].toDouble()), read.expectedDepth[i]);
          for (int loop = 0; loop < trace_->loops(); ++loop) {
            const QStringList& row = table[1 + t * trace_->loops() + loop];
            const float kl = trace_->columns().kl[trace_->at(t, loop)];
            QCOMPARE(row[exitAt].toInt(), read.loop[i] + 1);
            QCOMPARE(row[depthAt].toFloat(), read.expectedDepth[i]);
            QCOMPARE(row[klAt].toFloat(), kl);
            QCOMPARE(static_cast<float>(rows[t]["loops"][loop]["kl"].toDouble()), kl);
          }
        }
      }
  }

  void statsAddsTracesUp() {
    const Result one = cli({"stats", file("t"), "--format", "json"});
    const Result two = cli({"stats", file("t"), file("t"), "--format", "json"});
    QVERIFY2(one.status == 0 && two.status == 0, two.err);
    QVERIFY(!QJsonDocument::fromJson(one.out).isNull());
    QVERIFY(!QJsonDocument::fromJson(two.out).isNull());
    const Result text = cli({"stats", file("t")});
    QVERIFY2(longestLine(text.out) <= 80, text.out);
    QVERIFY(text.out.contains("What each added loop changed"));
  }

  void infoOfModelsTracesAndDevices() {
    const Result model = cli({"info", QString(OUROSCOPE_SOURCE_DIR) + "/resources/demo"});
    QVERIFY2(model.status == 0 && model.out.contains("2132481"), model.out);
    const Result trace = cli({"info", file("t"), "--format", "json"});
    QCOMPARE(QJsonDocument::fromJson(trace.out).object().isEmpty(), false);
    const Result devices = cli({"info", "--devices"});
    QVERIFY2(devices.status == 0 && devices.out.toLower().contains("cuda"), devices.out);
  }

  /// docs/cli.md is what the program says of itself, and it names every option of every help.
  void theReferenceIsTheProgram() {
    QFile page(QString(OUROSCOPE_SOURCE_DIR) + "/docs/cli.md");
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QByteArray reference = page.readAll();
    QCOMPARE(cli({"help", "--markdown"}).out, reference);
    static const QRegularExpression option("^  (--[a-z-]+)", QRegularExpression::MultilineOption);
    for (const char* name : {"trace", "show", "stats", "info", "bench", "schema", "help"}) {
      const qsizetype begin = reference.indexOf("\n## " + QByteArray(name) + "\n");
      QVERIFY2(begin >= 0, name);
      const QByteArray section =
          reference.mid(begin, reference.indexOf("\n## ", begin + 1) - begin);
      const QString help = QString::fromUtf8(cli({"help", name}).out);
      QCOMPARE(help.toUtf8(), cli({name, "--help"}).out);
      for (auto found = option.globalMatch(help); found.hasNext();) {
        const QByteArray wanted = found.next().captured(1).toUtf8();
        if (wanted != "--help" && wanted != "--version")
          QVERIFY2(section.contains("| `" + wanted + "` |"), wanted);
      }
    }
    QCOMPARE(cli({"help"}).out, cli({"--help"}).out);
    QCOMPARE(cli({"help", "dance"}).status, 2);
  }

  /// The page of columns is the table that the program has, and the JSON names each of them.
  void schemaIsTheTableOfColumns() {
    QFile page(QString(OUROSCOPE_SOURCE_DIR) + "/docs/columns.md");
    QVERIFY(page.open(QIODevice::ReadOnly));
    QCOMPARE(cli({"schema", "--markdown"}).out, page.readAll());
    const QJsonObject json = QJsonDocument::fromJson(cli({"schema"}).out).object();
    QCOMPARE(json["columns"].toArray().size(), qsizetype(columnTable().size()));
    for (const auto column : json["columns"].toArray())
      QVERIFY(!column.toObject()["sentence"].toString().isEmpty() &&
              column.toObject()["axes"].isArray());
  }

  void promptsFromFilesAndPipesAreTheSame() {
    QFile text(file("prompt"));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write(kPrompt.toUtf8());
    text.close();
    QVERIFY(cli({"trace", "--text", kPrompt, "--out", file("a")}).status == 0);
    QVERIFY(cli({"trace", "--text-file", file("prompt"), "--out", file("b")}).status == 0);
    QVERIFY(cli({"trace", "--text-file", "-", "--out", file("c")}, kPrompt.toUtf8()).status == 0);
    QVERIFY(bytes("a") == bytes("b") && bytes("b") == bytes("c"));
  }

  /// A token may be half a character; its bytes are kept as they are, not replaced.
  void halfACharacterIsKept() {
    const SentencePieceTokenizer tokenizer(
        std::filesystem::path(OUROSCOPE_SOURCE_DIR "/resources/demo/tokenizer.model"));
    const auto half = tokenizer.idOf("<0xC3>");
    QVERIFY(half.has_value());
    const QString ids =
        QString::number(tokenizer.encode("Ann").at(0)) + "," + QString::number(*half);
    QVERIFY(cli({"trace", "--tokens", ids, "--out", file("half")}).status == 0);
    const TracePtr trace = readTrace(file("half").toStdString());
    QCOMPARE(trace->columns().tokenBytes.back(), std::string("\xc3"));
    const Result shown = cli({"show", file("half")});
    QVERIFY2(shown.status == 0 && QString::fromUtf8(shown.out).toUtf8() == shown.out, shown.out);
  }

  /// Other languages open a trace with the library they have.
  void pythonsSafetensorsOpensATraceWithoutOurCode() {
    const QString python = qEnvironmentVariable("OUROSCOPE_PYTHON");
    if (python.isEmpty()) QSKIP("OUROSCOPE_PYTHON is not set");
    QProcess process;
    process.start(python, {"-c", R"(
import json, sys, numpy as np
from safetensors import safe_open
f = safe_open(sys.argv[1], "numpy")
info = json.loads(f.metadata()["ouroscope.trace"])
T, R, K = len(f.get_tensor("token_id")), info["loops_recorded"], info["top_k"]
assert f.get_tensor("gate_logit").shape == (T, R) and f.get_tensor("topk_id").shape == (T, R, K)
assert f.get_slice("hidden").get_dtype() == "BF16" and f.get_slice("hidden").get_shape() == [T, R, info["model"]["hidden_size"]]
lam = 1 / (1 + np.exp(-f.get_tensor("gate_logit").astype(np.float64)))
survival = np.cumprod(1 - lam, 1)
p = np.concatenate([lam[:, :1], lam[:, 1:-1] * survival[:, :-2], survival[:, -2:-1]], 1)
print(json.dumps({"text": b"".join(t.encode("latin-1") for t in info["token_bytes"]).decode(),
                  "depth": (p * np.arange(1, R + 1)).sum(1).tolist(), "format": info["format"]["major"]}))
)",
                           file("t")});
    QVERIFY(process.waitForFinished(60000));
    const QByteArray out = process.readAllStandardOutput();
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError());
    const QJsonObject object = QJsonDocument::fromJson(out).object();
    QVERIFY(object["text"].toString().contains(kPrompt));
    const Readout read = readout(*trace_, {});
    for (int t = 0; t < trace_->tokens(); ++t) {
      const double ours = static_cast<double>(read.expectedDepth[static_cast<std::size_t>(t)]);
      QVERIFY(std::abs(object["depth"][t].toDouble() - ours) < 1e-5);
    }
  }

  void cancelLeavesNoFile() {
    QTemporaryDir folder;
    QProcess process;
    process.start(qEnvironmentVariable("OUROSCOPE_CLI"),
                  {"trace", "--text-file", "-", "--loops", "16", "--threads", "1", "--out",
                   folder.filePath("long")});
    QVERIFY(process.waitForStarted());
    process.write((kPrompt + " 8. ").repeated(700).toUtf8());
    process.closeWriteChannel();
    // A run of many seconds, interrupted while its temporary file may or may not exist already.
    QTest::qWait(700);
    QCOMPARE(process.state(), QProcess::Running);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(process.waitForFinished(10000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    QVERIFY(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
  }

  /// On a terminal words come live, in colours, and no file is needed.
  void terminalShowsTheRunLive() {
    if (QStandardPaths::findExecutable("script").isEmpty()) QSKIP("needs script(1)");
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("TERM", "xterm-256color");
    environment.remove("NO_COLOR");
    process.setProcessEnvironment(environment);
    process.start("script", {"-qec",
                             qEnvironmentVariable("OUROSCOPE_CLI") +
                                 " trace --text 'Take 7, add 2, get' --generate 1",
                             "/dev/null"});
    QVERIFY(process.waitForFinished(60000));
    const QByteArray out = process.readAllStandardOutput();
    QCOMPARE(process.exitCode(), 0);
    QVERIFY2(out.contains("\x1b["), out);
    QVERIFY2(out.contains("not saved"), out);
  }

 private:
  QString file(const QString& name) const { return folder_.filePath(name); }
  QByteArray bytes(const QString& name) const {
    QFile f(file(name));
    return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
  }

  QTemporaryDir folder_;
  TracePtr trace_;
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
