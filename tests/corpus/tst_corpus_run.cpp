// SPDX-License-Identifier: GPL-3.0-or-later
// ouroscope-cli corpus, as a person uses it: runs that are killed, shards, bad lines, reports.
#include <signal.h>

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

#include "core/trace/Trace.h"
#include "tests/model/ModelFixtures.h"
#include "tests/support/CliProcess.h"
#include "tests/support/SyntheticCorpus.h"
#include "tests/support/TestFiles.h"

using namespace ouroscope;
using test::bytesOf;
using test::cli;
using test::CliResult;

namespace {

void write(const QString& path, const QByteArray& bytes) {
  QFile file(path);
  QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
  file.write(bytes);
}

/// Questions of the demo model's kind, with fields.
QByteArray lines(int count) {
  static const char* const kSteps[] = {"double", "triple", "add 4", "subtract 5", "add 1"};
  QByteArray out;
  for (int i = 0; i < count; ++i) {
    QByteArray text = "Take " + QByteArray::number(i % 10);
    for (int step = 0; step <= i % 4; ++step)
      text += QByteArray(", ") + kSteps[(i * 7 + step * 3) % 5];
    out += R"({"text":")" + text + ", get " + QByteArray::number(i / 10 % 10) +
           R"(. Ann has 3 cups and Bob has 4.","level":)" + QByteArray::number(1 + i % 4) +
           R"(,"subject":")" + (i % 3 ? "sums" : "products") + "\"}\n";
  }
  return out;
}

const QStringList kModel{"--device", "cpu", "--threads", "1"};

}  // namespace

class TestCorpusRun : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    folder_ = std::make_unique<QTemporaryDir>();
    QVERIFY(folder_->isValid());
  }

  /// Killed with SIGKILL again and again: the folder and the report of an undisturbed run, to the
  /// byte.
  void aKilledRunGoesOn() {
    constexpr int kDocuments = 120;
    write(path("in.jsonl"), lines(kDocuments));
    QCOMPARE(corpus("whole", {"--keep", "3"}).status, 0);
    int kills = 0;
    for (int attempt = 0; attempt < 3; ++attempt) {
      QProcess process;
      process.start(qEnvironmentVariable("OUROSCOPE_CLI"), arguments("killed", {"--keep", "3"}));
      const qint64 before = QFileInfo(path("killed/documents.jsonl")).size();
      QVERIFY(QTest::qWaitFor(
          [&] {
            return process.state() == QProcess::NotRunning ||
                   QFileInfo(path("killed/documents.jsonl")).size() > before + 40000;
          },
          120000));
      ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
      QVERIFY(process.waitForFinished(60000));
      kills += process.exitStatus() == QProcess::CrashExit;
      const QByteArray log = bytesOf(path("killed/documents.jsonl"));
      QVERIFY2(log.count('\n') > 0, "the run had not begun");
    }
    QVERIFY2(kills >= 2, qPrintable(QString("%1 runs were killed").arg(kills)));
    QVERIFY(bytesOf(path("killed/documents.jsonl")).count('\n') < kDocuments);
    QCOMPARE(corpus("killed", {"--keep", "3"}).status, 0);
    compareFolders("whole", "killed");
    QCOMPARE(QDir(path("killed/traces")).entryList(QDir::Files).size(), 3);
    // Once more: there is nothing to do, and nothing changes.
    const CliResult again = corpus("killed", {"--keep", "3"});
    QCOMPARE(again.status, 0);
    QVERIFY2(again.out.contains("120 of 120 documents, 120 of them from before"), again.out);
    compareFolders("whole", "killed");
  }

  void aStoppedRunSaysHowToGoOn() {
    write(path("in.jsonl"), lines(100));
    QProcess process;
    process.start(qEnvironmentVariable("OUROSCOPE_CLI"), arguments("c"));
    QVERIFY(QTest::qWaitFor([&] { return QFileInfo(path("c/documents.jsonl")).size() > 20000; },
                            120000));
    ::kill(static_cast<pid_t>(process.processId()), SIGTERM);
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(said.contains("of 100 documents are in") &&
                 said.contains("the same command goes on from there"),
             said);
    const CliResult report = cli({"corpus", "report", path("c"), "--resamples", "50"});
    QCOMPARE(report.status, 0);
    QVERIFY2(report.out.contains("Unfinished"), report.out);
    QCOMPARE(corpus("c").status, 0);
    QCOMPARE(corpus("whole").status, 0);
    compareFolders("whole", "c");
  }

  /// What a lost power supply may leave: half a line at the end. In the middle it is a fault.
  void aHalfLineIsRunAgain() {
    write(path("in.jsonl"), lines(20));
    QCOMPARE(corpus("whole").status, 0);
    QCOMPARE(corpus("c").status, 0);
    const QString log = path("c/documents.jsonl");
    const QByteArray all = bytesOf(log);
    write(log, all.left(all.size() - 100));
    const CliResult report = cli({"corpus", "report", path("c"), "--resamples", "10"});
    QVERIFY2(report.out.simplified().contains("19 of 20 documents are done"), report.out);
    const CliResult again = corpus("c");
    QCOMPARE(again.status, 0);
    QVERIFY2(again.err.contains("half written"), again.err);
    compareFolders("whole", "c");
    // A whole line whose text was changed.
    QByteArray changed = all;
    changed[all.indexOf("\"tokens\":") + 9] = '9';
    write(log, changed);
    for (const CliResult& refused : {corpus("c"), cli({"corpus", "report", path("c")})}) {
      QCOMPARE(refused.status, 1);
      QVERIFY2(refused.err.contains("line 1 is damaged"), refused.err);
    }
    // One document twice.
    write(log, all + all.left(all.indexOf('\n') + 1));
    QVERIFY(corpus("c").err.contains("a second time"));
  }

  void shardsMergeToTheWhole() {
    write(path("in.jsonl"), lines(50));
    const QStringList settings{"--keep",       "7", "--max-tokens", "12",
                               "--skip-first", "2", "--select",     "selection"};
    QCOMPARE(corpus("whole", settings).status, 0);
    for (int shard = 1; shard <= 4; ++shard)
      QCOMPARE(corpus("s" + QString::number(shard),
                      settings + QStringList{"--shard", QString("%1/4").arg(shard)})
                   .status,
               0);
    const auto merge = [&](const QStringList& shards, const QString& out) {
      QStringList arguments{"corpus", "merge"};
      for (const QString& shard : shards) arguments << path(shard);
      return cli(arguments << "--out" << path(out));
    };
    const CliResult merged = merge({"s3", "s1", "s4", "s2"}, "merged");
    QVERIFY2(merged.status == 0, merged.err);
    compareFolders("whole", "merged");
    const QDir whole(path("whole/traces")), other(path("merged/traces"));
    QCOMPARE(other.entryList(QDir::Files), whole.entryList(QDir::Files));
    QCOMPARE(whole.entryList(QDir::Files).size(), 7);
    for (const QString& name : whole.entryList(QDir::Files)) {
      QCOMPARE(bytesOf(other.filePath(name)), bytesOf(whole.filePath(name)));
      QCOMPARE(readTrace(whole.filePath(name).toStdString())->tokens(), 12);
    }

    QVERIFY(merge({"s1", "s2", "s3"}, "m").err.contains("Shard 4 of 4 is missing"));
    QVERIFY(merge({"s1", "s2", "s3", "s3"}, "m").err.contains("both shard 3"));
    QVERIFY(merge({"whole"}, "m").err.contains("whole corpus, not a shard"));
    QVERIFY(merge({"s1", "s2", "s3", "s4"}, "merged").err.contains("not a new or empty folder"));
    const QByteArray log = bytesOf(path("s2/documents.jsonl"));
    write(path("s2/documents.jsonl"), log.left(log.indexOf('\n') + 1));
    QVERIFY(merge({"s1", "s2", "s3", "s4"}, "m").err.contains("finish it with corpus run"));
    write(path("s2/documents.jsonl"), log);
    QCOMPARE(corpus("o3", {"--max-tokens", "9", "--shard", "3/4"}).status, 0);
    const CliResult other3 = merge({"s1", "s2", "o3", "s4"}, "m");
    QCOMPARE(other3.status, 1);
    QVERIFY2(other3.err.contains("shard of another corpus"), other3.err);
  }

  /// One sentence that names the setting.
  void otherSettingsAreRefused() {
    write(path("in.jsonl"), lines(5));
    QCOMPARE(corpus("c", {"--max-tokens", "12"}).status, 0);
    const QByteArray log = bytesOf(path("c/documents.jsonl"));
    const std::pair<QStringList, const char*> changes[] = {
        {{"--max-tokens", "13"}, "settings.max_tokens is 12 there and 13 here"},
        {{}, "settings.max_tokens is 12 there and none here"},
        {{"--max-tokens", "12", "--loops", "3"}, "loops is 4 there and 3 here"},
        {{"--max-tokens", "12", "--exit-threshold", "0.5"}, "settings.exit_threshold is none"},
        {{"--max-tokens", "12", "--shard", "1/2"}, "shard"},
        {{"--max-tokens", "12", "--keep", "all"}, "settings.keep is 0 there"}};
    for (const auto& [options, sentence] : changes) {
      const CliResult result = corpus("c", options);
      QCOMPARE(result.status, 1);
      QVERIFY2(result.err.contains(sentence) && result.err.count('\n') == 1, result.err);
    }
    write(path("in.jsonl"), lines(6));
    const CliResult input = corpus("c", {"--max-tokens", "12"});
    QVERIFY2(input.err.contains("input.sha256"), input.err);
    QCOMPARE(bytesOf(path("c/documents.jsonl")), log);
    QDir().mkdir(path("other"));
    write(path("other/file"), "x");
    QVERIFY(corpus("other").err.contains("not empty and holds no corpus"));
    QVERIFY(cli({"corpus", "report", path("other")}).err.contains("holds no corpus"));
  }

  void badLinesAreRefusedBeforeTheRun() {
    const std::pair<QByteArray, const char*> bad[] = {
        {"{\"text\": \"a\"", "line 2 is not valid JSON"},
        {"\xEF\xBB\xBF{\"text\":\"a\"}", "line 2 is not valid JSON"},
        {"[1]", "line 2 must be a JSON object"},
        {"{\"txt\":\"a\"}", "line 2 has neither \"text\" nor \"messages\""},
        {"{\"text\":\"\"}", "line 2: field \"text\" is empty"},
        {"{\"text\":7}", "line 2: field \"text\" must be a text, found 7"},
        {"{\"text\":[1,2]}", "line 2: field \"text\" must be a text"},
        {"{\"text\":\"a\",\"text\":\"b\"}", "appears twice"},
        {"{\"text\":\"a\",\"messages\":[]}", "line 2 has \"text\" and \"messages\""},
        {"{\"messages\":[]}", "field \"messages\" has no turns"},
        {"{\"messages\":[{\"role\":\"user\"}]}", "turn 1: field \"content\" is missing"},
        {"{\"messages\":{}}", "must be a list of turns"},
        {"{\"ids\":[1,2]}", "field \"ids\" holds token ids"},
        {"{\"text\":\"a\",\"input_ids\":[1,2]}", "field \"input_ids\" holds token ids"},
        {"{\"text\":\"\xFF\"}", "line 2 is not valid JSON"}};
    for (const auto& [line, sentence] : bad) {
      write(path("in.jsonl"), "{\"text\":\"good\"}\n" + line + "\n{\"text\":\"good too\"}\n");
      const CliResult result = corpus("c");
      QCOMPARE(result.status, 1);
      QVERIFY2(result.err.contains(sentence) && result.err.count('\n') == 1, result.err);
      QVERIFY(!QDir(path("c")).exists());
    }
    for (const QByteArray& empty : {QByteArray(), QByteArray("\n \n")}) {
      write(path("in.jsonl"), empty);
      QVERIFY(corpus("c").err.contains("has no documents"));
    }
    // The demo model's tokenizer has no marks of turns: the run ends there, with the line.
    write(path("in.jsonl"),
          "{\"text\":\"a\"}\n\n{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}\n");
    const CliResult chat = corpus("chat");
    QCOMPARE(chat.status, 1);
    QVERIFY2(chat.err.contains("line 3: The tokenizer of"), chat.err);
    QCOMPARE(bytesOf(path("chat/documents.jsonl")).count('\n'), 1);
  }

  /// A byte-order mark, Windows line ends and no end of the last line change nothing but the note.
  void lineEndsAndMarksDoNotMatter() {
    write(path("in.jsonl"), lines(4));
    QCOMPARE(corpus("plain").status, 0);
    QByteArray windows = "\xEF\xBB\xBF" + lines(4).replace("\n", "\r\n");
    windows.chop(2);
    write(path("in.jsonl"), windows);
    const CliResult result = corpus("windows");
    QCOMPARE(result.status, 0);
    QVERIFY2(result.err.contains("byte-order mark"), result.err);
    QCOMPARE(bytesOf(path("windows/documents.jsonl")), bytesOf(path("plain/documents.jsonl")));
  }

  void foldersOfTextsAreRun() {
    QDir().mkdir(path("texts"));
    write(path("texts/b.txt"), "Take 3, double, get");
    write(path("texts/a.txt"), "Take 4, double, get");
    write(path("texts/read.me"), "not a text of the corpus");
    const CliResult result =
        cli(QStringList{"corpus", "run", path("texts"), "--out", path("c")} + kModel);
    QVERIFY2(result.status == 0, result.err);
    QVERIFY2(result.err.contains("1 of the folder's entries is not a file *.txt"), result.err);
    const QByteArray log = bytesOf(path("c/documents.jsonl"));
    QVERIFY(log.indexOf("\"file\":\"a.txt\"") < log.indexOf("\"file\":\"b.txt\""));
    QVERIFY(log.contains("\"file\":\"b.txt\""));
    write(path("texts/b.txt"), "");
    QVERIFY(cli(QStringList{"corpus", "run", path("texts"), "--out", path("d")} + kModel)
                .err.contains("b.txt' is empty"));
  }

  /// The list says what the log says, with and without its index, and in any order.
  void documentsAreListed() {
    write(path("in.jsonl"), lines(30));
    QCOMPARE(corpus("c").status, 0);
    QVERIFY(QFile::exists(path("c/documents.index")));
    const auto show = [&](const QStringList& options = {}) {
      return cli(QStringList{"corpus", "show", path("c"), "--format", "json"} + options);
    };
    const CliResult all = show();
    QCOMPARE(all.status, 0);
    const QJsonArray documents = QJsonDocument::fromJson(all.out).array();
    QCOMPARE(documents.size(), 30);
    const QList<QByteArray> log = bytesOf(path("c/documents.jsonl")).split('\n');
    for (int i = 0; i < 30; ++i) {
      const QJsonObject line = QJsonDocument::fromJson(log[i]).object(),
                        shown = documents[i].toObject();
      const QJsonObject sums = line["sums"].toObject()["all"].toObject();
      QCOMPARE(shown["document"], line["document"]);
      QCOMPARE(shown["part"], line["part"]);
      QCOMPARE(shown["tokens"], line["tokens"]);
      const double n = sums["scored"].toDouble(), step = std::ldexp(1.0, -40);
      QVERIFY(std::abs(shown["exit_loop"].toDouble() -
                       sums["exit_loops"].toDouble() / sums["tokens"].toDouble()) < 1e-6);
      QVERIFY(std::abs(shown["loss"].toDouble() - sums["nll_at_exit"].toDouble() * step / n) <
              1e-5);
      QVERIFY(std::abs(shown["gain"].toDouble() -
                       (sums["nll"].toArray()[0].toDouble() - sums["nll_at_exit"].toDouble()) *
                           step / n) < 1e-5);
      QVERIFY(!shown.contains("choice"));
      QCOMPARE(
          shown["fields"].toString(),
          QStringLiteral("level: %1, subject: %2").arg(1 + i % 4).arg(i % 3 ? "sums" : "products"));
    }
    const QJsonArray sorted =
        QJsonDocument::fromJson(show({"--sort", "gain", "--descending"}).out).array();
    for (int i = 1; i < 30; ++i)
      QVERIFY(sorted[i]["gain"].toDouble() <= sorted[i - 1]["gain"].toDouble());
    QCOMPARE(QJsonDocument::fromJson(show({"--find", "subject: products", "--limit", "4"}).out)
                 .array()
                 .size(),
             4);
    QVERIFY(show({"--sort", "colour"}).err.contains("no measure 'colour'"));
    // The index is made again where it is not there, damaged, or of another log.
    const QByteArray index = bytesOf(path("c/documents.index"));
    for (const QByteArray& other :
         {QByteArray(), QByteArray("no index"), index.left(index.size() - 3), index + "x"}) {
      write(path("c/documents.index"), other);
      QCOMPARE(show().out, all.out);
      QCOMPARE(bytesOf(path("c/documents.index")), index);
    }
    write(path("c/documents.jsonl"), log.mid(0, 20).join('\n') + '\n');
    QCOMPARE(QJsonDocument::fromJson(show().out).array().size(), 20);
  }

  /// The halves share the documents, and --split-by keeps a field's value in one half.
  void thePartsShareTheDocuments() {
    write(path("in.jsonl"), lines(60));
    QCOMPARE(corpus("all").status, 0);
    QCOMPARE(corpus("selection", {"--select", "selection"}).status, 0);
    QCOMPARE(corpus("confirmation", {"--select", "confirmation"}).status, 0);
    QList<QByteArray> both = bytesOf(path("selection/documents.jsonl")).split('\n') +
                             bytesOf(path("confirmation/documents.jsonl")).split('\n');
    QList<QByteArray> all = bytesOf(path("all/documents.jsonl")).split('\n');
    both.removeAll({});
    all.removeAll({});
    std::sort(both.begin(), both.end());
    std::sort(all.begin(), all.end());
    QCOMPARE(both, all);
    const QJsonObject part = report("all", {"--part", "selection"});
    QCOMPARE(part["documents"].toInt(), bytesOf(path("selection/documents.jsonl")).count('\n'));
    QCOMPARE(part["rows"], report("selection")["rows"]);

    QCOMPARE(corpus("by", {"--split-by", "level"}).status, 0);
    QMap<QString, QSet<QString>> parts;
    for (const QByteArray& line : bytesOf(path("by/documents.jsonl")).split('\n')) {
      const QJsonObject document = QJsonDocument::fromJson(line).object();
      if (!document.isEmpty())
        parts[QString::number(document["fields"]["level"].toInt())] << document["part"].toString();
    }
    QCOMPARE(parts.size(), 4);
    for (const QSet<QString>& of : parts) QCOMPARE(of.size(), 1);
    QVERIFY(corpus("no", {"--split-by", "author"}).err.contains("has no field 'author'"));
  }

  void reportsTellClassesFieldsAndGroups() {
    write(path("in.jsonl"), lines(40));
    QCOMPARE(corpus("c").status, 0);
    const CliResult text =
        cli({"corpus", "report", path("c"), "--by", "subject", "--classes", "word", "--rules"});
    QVERIFY2(text.status == 0, text.err);
    for (const char* part : {"40 documents", "products", "sums", "digit", "By loop", "entropy",
                             "bootstrap over documents (2000 resamples, seed 1)"})
      QVERIFY2(text.out.simplified().contains(part), text.out);

    const QJsonObject plain = report("c", {"--by", "subject"});
    QMap<QString, int> documents;
    for (const QJsonValue& row : plain["rows"].toArray())
      if (row["measure"] == "exit_loop")
        documents[row["value"].toString()] = row["n_documents"].toInt();
    QCOMPARE(documents, (QMap<QString, int>{{"", 40}, {"products", 14}, {"sums", 26}}));

    // 4 levels are fewer than an interval needs; the means stay.
    const QJsonObject grouped = report("c", {"--group-by", "level"});
    const QJsonObject a = plain["rows"][0].toObject(), b = grouped["rows"][0].toObject();
    QCOMPARE(a["estimate"], b["estimate"]);
    QCOMPARE(a["n_clusters"].toInt(), 40);
    QCOMPARE(b["n_clusters"].toInt(), 4);
    QVERIFY(a["low"].isDouble() && b["low"].isNull());

    const CliResult missing = cli({"corpus", "report", path("c"), "--by", "author"});
    QCOMPARE(missing.status, 1);
    QVERIFY2(missing.err.contains("has no field 'author'") && missing.err.contains("'subject'"),
             missing.err);
    const CliResult csv = cli({"corpus", "report", path("c"), "--format", "csv"});
    QCOMPARE(csv.out.count('\n'), plain["rows"].toArray().size() - 2 * perClass(plain) + 1);
  }

  /// An empty value of the field is a value: its documents are not those of the whole corpus.
  void anEmptyValueIsAValue() {
    write(path("in.jsonl"), lines(40).replace("\"products\"", "\"\""));
    QCOMPARE(corpus("c").status, 0);
    const QStringList by{"--by", "subject"};
    QMap<QString, int> documents;
    for (const QJsonValue& row : report("c", by)["rows"].toArray())
      if (row["measure"] == "exit_loop")
        documents[row["field"].toString("none") + "=" + row["value"].toString()] =
            row["n_documents"].toInt();
    QCOMPARE(documents,
             (QMap<QString, int>{{"none=", 40}, {"subject=", 14}, {"subject=sums", 26}}));
    const QStringList command{"corpus", "report", path("c"), "--resamples", "10"};
    const QByteArray csv = cli(command + by + QStringList{"--format", "csv"}).out;
    for (const char* row : {"\n,,all,all,exit_loop,", "\nsubject,,all,all,exit_loop,"})
      QCOMPARE(csv.count(row), 1);
    const QByteArray text = cli(command + by).out.simplified();
    QVERIFY2(text.contains("(all) all 40 ") && text.contains("\"\" all 14 "), text);
    QVERIFY2(text.contains("subject \"\" loop exits"), text);
    // Where no field is asked for, rows name none.
    for (const QJsonValue& row : report("c")["rows"].toArray()) QVERIFY(row["field"].isUndefined());
  }

  /// The same corpus with fewer loops: of common loops the differences are exactly 0, each loop
  /// being what it is in the longer run; against itself everything is 0.
  void corporaAreComparedByDocument() {
    write(path("in.jsonl"), lines(30));
    QCOMPARE(corpus("four").status, 0);
    QCOMPARE(corpus("two", {"--loops", "2"}).status, 0);
    const QJsonObject same = report("four", {"--against", path("four")});
    for (const QJsonValue& row : same["rows"].toArray()) {
      QCOMPARE(row["estimate"].toDouble(-1), 0.0);
      QCOMPARE(row["low"].toDouble(-1), 0.0);
    }
    const QJsonObject fewer = report("two", {"--against", path("four")});
    int losses = 0;
    for (const QJsonValue& row : fewer["rows"].toArray())
      if (row["measure"] == "loss" && row["setting"] == "loop") {
        ++losses;
        QCOMPARE(row["estimate"].toDouble(-1), 0.0);
      }
    QCOMPARE(losses, 2);
    QVERIFY(fewer["rows"][0].toObject()["estimate"].toDouble() < 0);
    write(path("in.jsonl"), lines(31).replace("Ann", "Eve"));
    QCOMPARE(corpus("eve").status, 0);
    QVERIFY(cli({"corpus", "report", path("eve"), "--against", path("four")})
                .err.contains("another text in the other corpus"));
  }

  void wrongUsageIsRefused() {
    const std::pair<QStringList, const char*> wrong[] = {
        {{"corpus"}, "A command is missing after corpus: one of run, report, show, merge"},
        {{"corpus", "walk"}, "Unknown command 'walk': did you mean"},
        {{"corpus", "run"}, "needs an INPUT"},
        {{"corpus", "run", "x"}, "--out is missing"},
        {{"corpus", "run", "x", "--out", "y", "--keep", "few"}, "--keep takes all, none or"},
        {{"corpus", "run", "x", "--out", "y", "--shard", "5/4"}, "--shard takes"},
        {{"corpus", "run", "x", "--out", "y", "--shard", "4"}, "--shard takes"},
        {{"corpus", "run", "x", "--out", "y", "--max-tokens", "8", "--skip-first", "8"},
         "leaves nothing"},
        {{"corpus", "run", "-", "--out", "y"}, "must be a file"},
        {{"corpus", "run", "x", "--keeps", "all"}, "did you mean --keep?"},
        {{"corpus", "report"}, "needs a FOLDER"},
        {{"corpus", "merge", "--out", "y"}, "needs the FOLDERs"}};
    for (const auto& [arguments, sentence] : wrong) {
      const CliResult result = cli(arguments);
      QCOMPARE(result.status, 2);
      QVERIFY2(result.err.contains(sentence), result.err);
    }
    QVERIFY(cli({"corpus", "--help"}).out.contains("merge"));
    QVERIFY(cli({"help", "corpus run"}).out.contains("--shard"));
  }

  /// What titles and the search for the input take from a manifest is judged when it is read.
  void aManifestIsJudgedBeforeItIsUsed() {
    test::writeSyntheticCorpus(path("made"), {.documents = 3});
    const auto good =
        nlohmann::ordered_json::parse(bytesOf(path("made/manifest.json")).toStdString());
    QCOMPARE(CorpusManifest::read(path("made").toStdString()).documents(), 3);
    const struct {
      const char *place, *value, *said;
    } bad[] = {{"/input/name", "3", "name"},         {"/input/name", "null", "name"},
               {"/input/kind", "\"table\"", "kind"}, {"/input/sha256", "[]", "sha256"},
               {"/model/name", "{}", "name"},        {"/input", "\"x\"", "input"},
               {"/devices", "\"cpu\"", "devices"}};
    for (const auto& [place, value, said] : bad) {
      nlohmann::ordered_json damaged = good;
      damaged[nlohmann::ordered_json::json_pointer(place)] = nlohmann::ordered_json::parse(value);
      write(path("made/manifest.json"), QByteArray::fromStdString(damaged.dump()));
      QVERIFY2(
          fixture::isRefused([&] { (void)CorpusManifest::read(path("made").toStdString()); }, said),
          place);
      QCOMPARE(cli({"corpus", "report", path("made")}).status, 1);
    }
  }

  /// Every number of the report, against float64 NumPy on the kept traces.
  void theReportAgreesWithNumPy() {
    const QString python = qEnvironmentVariable("OUROSCOPE_PYTHON", "python3");
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(python, {QStringLiteral(OUROSCOPE_SOURCE_DIR "/tools/reference/corpus_numpy.py"),
                           "--cli", qEnvironmentVariable("OUROSCOPE_CLI")});
    QVERIFY2(process.waitForFinished(240000), "the comparison did not end");
    const QByteArray output = process.readAll();
    qInfo("%s", output.constData());
    QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
             output.constData());
  }

 private:
  QString path(const QString& name) const { return folder_->filePath(name); }

  QStringList arguments(const QString& out, const QStringList& more = {}) const {
    return QStringList{"corpus", "run", path("in.jsonl"), "--out", path(out)} + more + kModel;
  }
  CliResult corpus(const QString& out, const QStringList& more = {}) const {
    return cli(arguments(out, more));
  }
  QJsonObject report(const QString& name, const QStringList& more = {}) const {
    const CliResult result =
        cli(QStringList{"corpus", "report", path(name), "--resamples", "100", "--format", "json"} +
            more);
    return QJsonDocument::fromJson(result.out).object();
  }
  /// Rows of one value of the field: those without readings by exit rules.
  static int perClass(const QJsonObject& report) {
    int count = 0;
    for (const QJsonValue& row : report["rows"].toArray()) count += row["value"] == "sums";
    return count;
  }
  /// Manifest, log and report are the same bytes.
  void compareFolders(const QString& a, const QString& b) const {
    for (const char* file : {"/manifest.json", "/documents.jsonl"}) {
      QVERIFY2(!bytesOf(path(a + file)).isEmpty(), qPrintable(a + file));
      QVERIFY2(bytesOf(path(a + file)) == bytesOf(path(b + file)), qPrintable(b + file));
    }
    for (const char* format : {"text", "csv", "json"}) {
      const QStringList options{"--format", format, "--classes", "word", "--resamples", "200"};
      const CliResult one = cli(QStringList{"corpus", "report", path(a)} + options);
      QCOMPARE(one.status, 0);
      QVERIFY(!one.out.isEmpty());
      QCOMPARE(cli(QStringList{"corpus", "report", path(b)} + options).out, one.out);
    }
  }

  std::unique_ptr<QTemporaryDir> folder_;
};

QTEST_GUILESS_MAIN(TestCorpusRun)
#include "tst_corpus_run.moc"
