// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/stat.h>

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
#include "tests/support/CliProcess.h"
#include "tests/support/CsvTable.h"

using namespace ouroscope;
using test::cli;
using test::CliResult;
using test::csvRows;

namespace {

qsizetype longestLine(const QByteArray& text) {
  qsizetype longest = 0;
  for (const QString& line : QString::fromUtf8(text).split('\n'))
    longest = std::max(longest, line.size());
  return longest;
}

const QString kPrompt = "Take 3, add 4, double, subtract 5, triple, add 1, get";

}  // namespace

class TestCli : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QVERIFY2(!qEnvironmentVariable("OUROSCOPE_CLI").isEmpty(),
             "run this through ctest: it sets OUROSCOPE_CLI");
    const CliResult run = cli({"trace", "--text", kPrompt, "--generate", "2", "--loops", "6",
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
    const CliResult help = cli(command + QStringList{"--help"});
    QCOMPARE(help.status, 0);
    QVERIFY(help.err.isEmpty() && help.out.contains("Usage"));
    QVERIFY2(longestLine(help.out) <= 80, help.out);
    const CliResult version = cli(command + QStringList{"--version"});
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
    for (const char* layers : {"x", "0", "3-", "3-2", "1-5000", ""})
      row("layers", {"trace", "--text", "a", "--state-layers", layers, "--out", out},
          *layers ? "counted from 1" : "empty");
    row("policy", {"trace", "--text", "a", "--kv-policy", "magic", "--out", out}, "policy");
    row("exit rule", {"trace", "--text", "a", "--exit-rule", "magic", "--out", out}, "kl-before");
    row("exit rule at full depth",
        {"trace", "--text", "a", "--exit-rule", "kl", "--kv-policy", "full", "--out", out},
        "last-exited-copy");
    row("exit rule and drafts",
        {"trace", "--text", "a", "--exit-rule", "kl", "--draft-loops", "1", "--out", out},
        "--exit-rule");
    row("threshold of a gate", {"trace", "--text", "a", "--exit-threshold", "2", "--out", out},
        "0 to 1");
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
    row("show of standard input", {"show", "-"}, "./-");
    row("stats of standard input", {"stats", "-"}, "./-");
    row("info of standard input", {"info", "-"}, "./-");
    row("a branch of standard input", {"trace", "--branch", "-", "--at", "3", "--out", out}, "./-");
    row("to standard output", {"trace", "--text", "a", "--out", "-"}, "./-");
    row("questions from standard input", {"stats", "--heldout", "-"}, "./-");
    row("format", {"show", file("t"), "--format", "xml"}, "xml");
  }
  void wrongUsageIsStatusTwo() {
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, phrase);
    const CliResult run = cli(arguments);
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
    row("a layer beyond the last",
        {"trace", "--text", "a", "--state-layers", "3", "--out", file("never")}, "1 to 2");
    row("word of several tokens",
        {"trace", "--text", "a", "--track", "zyzzyva", "--out", file("never")}, "zyzzyva");
    row("a tracked id beyond the vocabulary",
        {"trace", "--text", "a", "--track", "#99999", "--out", file("never")},
        "not in the vocabulary");
    row("a tracked id beyond all numbers",
        {"trace", "--text", "a", "--track", "#99999999999", "--out", file("never")},
        "not in the vocabulary");
    for (const auto& [name, content, phrase] :
         {std::tuple{"utf16", QByteArray("\xFF\xFET\0a\0k\0", 8), "UTF-16"},
          std::tuple{"utf16be", QByteArray("\xFE\xFF\0T\0a", 6), "UTF-16"},
          std::tuple{"utf16-no-mark", QByteArray("T\0a\0k\0e\0", 8), "UTF-16"},
          std::tuple{"latin1", QByteArray("caf\xe9 3"), "byte 4 is 0xE9"},
          std::tuple{"latin1-mark",
                     QByteArray("\xef\xbb\xbf"
                                "caf\xe9 3"),
                     "byte 7 is 0xE9"}}) {
      QFile text(file(name));
      QVERIFY(text.open(QIODevice::WriteOnly) && text.write(content) == content.size());
      row(name, {"trace", "--text-file", file(name), "--out", file("never")}, phrase);
    }
    ::mkfifo(file("pipe").toUtf8().constData(), 0600);
    for (const QString& odd : {file("pipe"), QString("/dev/zero")}) {
      const QByteArray of = odd.toUtf8();
      row(("show " + of).constData(), {"show", odd}, "not a regular file");
      row(("stats " + of).constData(), {"stats", odd}, "not a regular file");
      row(("info " + of).constData(), {"info", odd}, "not a regular file");
      row(("texts " + of).constData(), {"stats", "--texts", odd}, "not a regular file");
      row(("questions " + of).constData(), {"stats", "--heldout", odd}, "not a regular file");
      row(("branch " + of).constData(),
          {"trace", "--branch", odd, "--at", "3", "--out", file("never")}, "not a regular file");
    }
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
    const CliResult run = cli(arguments);
    QCOMPARE(run.status, 1);
    QVERIFY2(run.out.isEmpty(), run.out);
    QCOMPARE(run.err.count('\n'), 1);
    QVERIFY2(run.err.contains(phrase), run.err);
    QVERIFY(!QFile::exists(file("never")));
  }

  void showSaysPerTokenWhatTheRecordHolds() {
    const CliResult run = cli({"show", file("t")});
    QVERIFY2(run.status == 0 && run.err.isEmpty(), run.err);
    QVERIFY2(longestLine(run.out) <= 80, run.out);
    QVERIFY(!run.out.contains('\x1b'));  // colours only where a terminal has them
    QVERIFY(run.out.contains("theoretical loops saved"));
    QVERIFY(run.out.contains("6*"));  // beyond the trained number, and said so
  }

  void showSaysWhatWasChangedWhileItRan() {
    TraceInfo info = trace_->info();
    info.events = {{3, RunEvent::What::Budget, 2}, {5, RunEvent::What::Stop, 40}};
    writeTrace(Trace(info, trace_->whole(), trace_->loops(), trace_->topK()),
               file("stopped").toStdString());
    const CliResult stopped = cli({"show", file("stopped")});
    QVERIFY2(stopped.out.simplified().contains("stop from token 6 of the 40 that were wanted"),
             stopped.out);
    const CliResult told = cli({"info", file("stopped"), "--format", "json"});
    QCOMPARE(QJsonDocument::fromJson(told.out)["stopped"].toString(),
             QString("after 5 of 40 tokens"));
    QVERIFY(!QJsonDocument::fromJson(cli({"info", file("t"), "--format", "json"}).out)
                 .object()
                 .contains("stopped"));
    info.events.back().number = 0;  // a file that does not say
    writeTrace(Trace(info, trace_->whole(), trace_->loops(), trace_->topK()),
               file("events").toStdString());
    const CliResult text = cli({"show", file("events")});
    QVERIFY2(text.out.contains("Changed while it ran: budget 2 from token 4; stop from token 6"),
             text.out);
    const CliResult json = cli({"show", file("events"), "--format", "json"});
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
        const CliResult json = cli(QStringList{"show", file("t"), "--format", "json"} + rule);
        QCOMPARE(json.status, 0);
        const QJsonObject object = QJsonDocument::fromJson(json.out).object();
        QCOMPARE(object["mean_exit_loop"].toDouble(), read.meanLoops);
        const QJsonArray rows = object["rows"].toArray();
        QCOMPARE(rows.size(), qsizetype{trace_->tokens()});
        const CliResult csv = cli(QStringList{"show", file("t"), "--format", "csv"} + rule);
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
    const CliResult one = cli({"stats", file("t"), "--format", "json"});
    const CliResult two = cli({"stats", file("t"), file("t"), "--format", "json"});
    QVERIFY2(one.status == 0 && two.status == 0, two.err);
    QVERIFY(!QJsonDocument::fromJson(one.out).isNull());
    QVERIFY(!QJsonDocument::fromJson(two.out).isNull());
    const CliResult text = cli({"stats", file("t")});
    QVERIFY2(longestLine(text.out) <= 80, text.out);
    QVERIFY(text.out.contains("What each added loop changed"));
  }

  /// A trace with fewer loops beside it: the loops that both have.
  void statsOfDifferentLoopsReadTheCommonOnes() {
    const CliResult run = cli(
        {"trace", "--text", kPrompt, "--generate", "2", "--loops", "3", "--out", file("three")});
    QVERIFY2(run.status == 0, run.err);
    const CliResult both = cli({"stats", file("t"), file("three"), "--format", "json"});
    QVERIFY2(both.status == 0, both.err);
    QVERIFY2(both.err.contains("the first 3, which all have, are read"), both.err);
    const QJsonObject json = QJsonDocument::fromJson(both.out).object();
    QCOMPARE(json["loops"].toInt(), 3);
    QCOMPARE(json["most_loops_recorded"].toInt(), 6);
    const QJsonObject alone =
        QJsonDocument::fromJson(
            cli({"stats", file("three"), "--by", "all", "--format", "json"}).out)
            .object();
    QCOMPARE(alone["most_loops_recorded"].toInt(), 3);
    const CliResult text = cli({"stats", file("three"), file("t")});
    QVERIFY2(text.out.contains("3 loops that all have (the longest has 6)"), text.out);
    // Twice the same prompt: its means are those of one.
    const auto nll = [](const QJsonObject& of, const char* name) {
      for (const QJsonValue& row : of["classes"].toArray())
        if (row["class"] == name) return row["nll"].toArray();
      return QJsonArray();
    };
    const QJsonObject one =
        QJsonDocument::fromJson(cli({"stats", file("three"), "--format", "json"}).out).object();
    const QJsonArray a = nll(json, "prompt"), b = nll(one, "prompt");
    QCOMPARE(a.size(), 3);
    for (int r = 0; r < 3; ++r) QVERIFY(std::abs(a[r].toDouble() - b[r].toDouble()) < 1e-6);
  }

  void infoOfModelsTracesAndDevices() {
    const CliResult model = cli({"info", QString(OUROSCOPE_SOURCE_DIR) + "/resources/demo"});
    QVERIFY2(model.status == 0 && model.out.contains("2132481"), model.out);
    QVERIFY2(model.out.contains("lookahead (the model's own)"), model.out);
    QVERIFY(QDir(folder_.path()).mkdir("own-gate"));
    for (const char* name : {"config.json", "tokenizer.model", "model.safetensors"})
      QVERIFY(QFile::copy(QString(OUROSCOPE_SOURCE_DIR) + "/resources/demo/" + name,
                          file("own-gate/") + name));
    const CliResult plain = cli({"info", file("own-gate"), "--format", "json"});
    QCOMPARE(QJsonDocument::fromJson(plain.out)["gates"].toString(), QString("the model's own"));
    const CliResult trace = cli({"info", file("t"), "--format", "json"});
    QCOMPARE(QJsonDocument::fromJson(trace.out).object().isEmpty(), false);
    const CliResult devices = cli({"info", "--devices"});
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
    QFile package(QString(OUROSCOPE_SOURCE_DIR) + "/python/ouroscope/schema.json");
    QVERIFY(package.open(QIODevice::ReadOnly));
    QCOMPARE(cli({"schema"}).out, package.readAll());
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

  /// What is not part of a text is left out with a note; what a table writes names the same token.
  void textsAndWordsAreTakenAsTheyAreMeant() {
    const QByteArray marked = QByteArray("\xef\xbb\xbf") + kPrompt.toUtf8();
    const CliResult run = cli({"trace", "--text-file", "-", "--out", file("marked")}, marked);
    QVERIFY2(run.status == 0 && run.err.contains("byte-order mark"), run.err);
    QVERIFY(cli({"trace", "--text", kPrompt, "--out", file("plain")}).status == 0);
    QCOMPARE(bytes("marked"), bytes("plain"));

    std::vector<std::vector<std::int32_t>> tracked;
    for (const char* word : {"8", " 8"}) {
      const CliResult found = cli({"trace", "--text", "a", "--track", word, "--out", file("w")});
      QVERIFY2(found.status == 0, found.err);
      tracked.push_back(readTrace(file("w").toStdString())->info().tracked);
    }
    QCOMPARE(tracked[1], tracked[0]);
    QVERIFY(!cli({"show", file("t"), "--exit-threshold", "-0"}).out.contains("-0"));
  }

  void loopsBeyondTheTrainedAreNoted() {
    for (const auto& [loops, note] :
         {std::pair{"4", ""}, {"5", "loop 5 is beyond the 4"}, {"7", "loops 5 to 7 are beyond"}}) {
      const CliResult run =
          cli({"trace", "--text", "a", "--loops", loops, "--out", file("beyond")});
      QVERIFY2(run.status == 0 && run.err.contains(note), run.err);
      QCOMPARE(run.err.isEmpty(), QByteArray(note).isEmpty());
    }
  }

  void theTokenBeforeATextIsTheFolders() {
    const QString demo = QString(OUROSCOPE_SOURCE_DIR) + "/resources/demo/";
    QVERIFY(QDir(folder_.path()).mkdir("asks"));
    for (const char* name : {"config.json", "tokenizer.model", "model.safetensors"})
      QVERIFY(QFile::copy(demo + name, file("asks/") + name));
    QFile config(file("asks/tokenizer_config.json"));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write(
        R"({"chat_template": "{{ messages }}", "add_bos_token": true, "bos_token": "<|endoftext|>"})");
    config.close();
    const CliResult run =
        cli({"trace", "--model", file("asks"), "--text", "a", "--out", file("asked")});
    QVERIFY2(run.status == 0 && run.err.isEmpty(), run.err);  // no conversation: no template
    const TracePtr begins = readTrace(file("asked").toStdString());
    QCOMPARE(begins->info().prefixTokens, 1);
    const CliResult info = cli({"info", file("asks")});
    QVERIFY2(info.out.contains("before a text       <|endoftext|> (0)"), info.out);
    QVERIFY(
        cli({"trace", "--model", file("asks"), "--text", "a", "--no-bos", "--out", file("asked")})
            .status == 0);
    QCOMPARE(readTrace(file("asked").toStdString())->tokens(), begins->tokens() - 1);
    QVERIFY(!cli({"info"}).out.contains("note"));
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
    const CliResult shown = cli({"show", file("half")});
    QVERIFY2(shown.status == 0 && QString::fromUtf8(shown.out).toUtf8() == shown.out, shown.out);
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
