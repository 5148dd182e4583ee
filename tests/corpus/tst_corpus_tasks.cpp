// SPDX-License-Identifier: GPL-3.0-or-later
// Questions with answers in a corpus: how answers are read and scored, at every loop, at budgets,
// thresholds and by exit rules.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>

#include "core/corpus/CorpusSums.h"
#include "core/corpus/Quantities.h"
#include "core/corpus/Task.h"
#include "core/corpus/TaskReadings.h"
#include "core/support/Error.h"
#include "tests/model/ModelFixtures.h"
#include "tests/support/CliProcess.h"
#include "tests/support/SyntheticTrace.h"

using namespace ouroscope;
using fixture::isRefused;
using test::cli;
using test::CliResult;

namespace {

constexpr int kQuestions = 100, kLoops = 4;

QByteArray fileContents(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString& path, const QByteArray& bytes) {
  QFile file(path);
  QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
  file.write(bytes);
}

/// Every 23rd of the demo model's held-out questions: all its games and levels.
const std::vector<QJsonObject>& heldOut() {
  static const std::vector<QJsonObject> kItems = [] {
    std::vector<QJsonObject> items;
    int line = 0;
    const QString path = qEnvironmentVariable("OUROSCOPE_DEMO_DIR") + "/heldout.jsonl";
    for (const QByteArray& text : fileContents(path).split('\n'))
      if (line++ % 23 == 0 && int(items.size()) < kQuestions)
        items.push_back(QJsonDocument::fromJson(text).object());
    return items;
  }();
  return kItems;
}

QByteArray lineOf(const QJsonObject& object) {
  return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray answerLines(int most = kQuestions) {
  QByteArray out;
  for (const QJsonObject& item : heldOut())
    if (most-- > 0)
      out += lineOf({{"question", item["prompt"]},
                     {"answer", item["answer"].toString().trimmed()},
                     {"class", item["class"]},
                     {"level", item["level"]}});
  return out;
}

/// The right answer among those of three other questions of the class.
QByteArray choiceLines() {
  QByteArray out;
  const auto& items = heldOut();
  for (std::size_t i = 0; i < items.size(); ++i) {
    const QString right = items[i]["answer"].toString().trimmed();
    QStringList choices{right};
    for (std::size_t j = 1; j < items.size() && choices.size() < 4; ++j) {
      const QString other = items[(i + 37 * j) % items.size()]["answer"].toString().trimmed();
      if (!choices.contains(other)) choices << other;
    }
    choices.swapItemsAt(0, int(i % choices.size()));
    out += lineOf({{"question", items[i]["prompt"]},
                   {"choices", QJsonArray::fromStringList(choices)},
                   {"answer", choices.indexOf(right)},
                   {"class", items[i]["class"]}});
  }
  return out;
}

const QStringList kModel{"--device", "cpu", "--threads", "1"};

struct ReportRow {
  double estimate = -1;
  int tokens = 0, documents = 0;
};

/// The row of all documents, or of one value of the field.
ReportRow rowOf(const QJsonObject& report, const char* measure, const char* setting, double at,
                const QString& value = {}) {
  for (const QJsonValue& each : report["rows"].toArray()) {
    const QJsonObject row = each.toObject();
    if (row["measure"] == measure && row["setting"] == setting && row["at"].toDouble() == at &&
        row["value"].toString() == value)
      return {row["estimate"].toDouble(-1), row["n_tokens"].toInt(), row["n_documents"].toInt()};
  }
  return {};
}

TaskSums sumsOf(int right) {
  TaskSums sums;
  sums.questions = sums.scored = sums.scored2 = 1;
  AnswerSums loop(kLoops), exit(1);
  for (int r = 0; r < kLoops; ++r) {
    loop.right[r] = r >= right;
    loop.tokens[r] = 2 + right;
    loop.loops[r] = (2 + right) * (r + 1);
  }
  exit.right[0] = 1;
  exit.tokens[0] = 3;
  exit.loops[0] = 5 + right;
  sums.readings = {{"loop", loop}, {"exit", exit}};
  return sums;
}

}  // namespace

class TestCorpusTasks : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    folder_ = std::make_unique<QTemporaryDir>();
    QVERIFY(folder_->isValid());
  }

  void theLastNumberIsNormalised_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("number");
    const std::pair<const char*, const char*> rows[] = {{"", ""},
                                                        {"no number here", ""},
                                                        {"7", "7"},
                                                        {"3 + 4 = 7", "7"},
                                                        {"so the answer is 1,200.50.", "1200.5"},
                                                        {"#### 42", "42"},
                                                        {"$18", "18"},
                                                        {"007", "7"},
                                                        {"0.10", "0.1"},
                                                        {".5", "0.5"},
                                                        {"5.", "5"},
                                                        {"5.0", "5"},
                                                        {"1.2.3", "3"},
                                                        {"-3", "-3"},
                                                        {"it is -0.0", "0"},
                                                        {"10-3", "3"},
                                                        {"(10)-3", "3"},
                                                        {"x-3", "3"},
                                                        {"x = -3", "-3"},
                                                        {"12,34", "34"},
                                                        {"1,234,567", "1234567"},
                                                        {"1,2345", "2345"},
                                                        {"2 apples, 3 pears", "3"},
                                                        {"+5", "5"},
                                                        {"100", "100"},
                                                        {"\xE2\x88\x92"
                                                         "4",
                                                         "4"}};
    for (const auto& [text, number] : rows) QTest::newRow(text) << QString(text) << QString(number);
  }

  void theLastNumberIsNormalised() {
    QFETCH(QString, text);
    QFETCH(QString, number);
    QCOMPARE(QString::fromStdString(lastNumber(text.toStdString())), number);
  }

  void answersMatchButForWhiteSpace() {
    QVERIFY(sameAnswer(" red \n", "red"));
    QVERIFY(sameAnswer("the  red\tcup", "the red cup"));
    QVERIFY(!sameAnswer("Red", "red"));
    QVERIFY(!sameAnswer("red.", "red"));
    QVERIFY(!sameAnswer("there d", "the red"));
    const std::vector<std::string> until{"\n", "Q:"};
    QCOMPARE(answerIn(" 7 Q: 8\n9", until), std::string(" 7 "));
    QVERIFY(endsIn("a\n", until) && !endsIn("a Q", until));
    QCOMPARE(answerIn("7", until), std::string("7"));
    QCOMPARE(charactersOf("a\xC3\xA4\xE2\x82\xAC"), 3);
    Task task{"The cup is", {"red", " blue", "\nx"}, 0, {}};
    QCOMPARE(task.withChoice(0), std::string("The cup is red"));
    QCOMPARE(task.withChoice(1), std::string("The cup is blue"));
    QCOMPARE(task.withChoice(2), std::string("The cup is\nx"));
    task.question = "The cup is ";
    QCOMPARE(task.withChoice(0), std::string("The cup is red"));
  }

  /// Every way to read gives one loop for every token, and they are those of the readout.
  void readingsAreThoseOfTheReadout() {
    test::SyntheticOptions options;
    options.tokens = 20;
    const TracePtr trace = test::syntheticTrace(options);
    const ReadoutRule rule{0, trace->loops(), 0.6};
    const TaskReadings all = taskReadings(*trace, rule, TaskGrids::Rules);
    QVERIFY(all.size() > 5);
    for (const auto& [name, points] : all)
      for (const auto& loops : points) QCOMPARE(int(loops.size()), trace->tokens());
    QCOMPARE(int(all.at("loop").size()), trace->loops());
    QVERIFY(all.at("exit").front() == readout(*trace, rule).loop);
    const std::vector<double>& q = exitGrid("gate").thresholds;
    for (std::size_t i = 0; i < q.size(); ++i)
      QVERIFY(all.at("gate")[i] == readout(*trace, {0, trace->loops(), q[i]}).loop);
    QCOMPARE(int(taskReadings(*trace, rule, TaskGrids::Gate).size()), 3);
    QCOMPARE(int(taskReadings(*trace, rule, TaskGrids::Loops).size()), 2);
    // Bounds are no exact replay.
    QVERIFY(!all.contains("second-difference"));
    QVERIFY(isRefused([] { (void)taskGridsFromName("all"); }));
  }

  /// In any order and grouping, through JSON, the same.
  void sumsMergeInAnyOrder() {
    std::vector<CorpusSums> parts;
    for (int i = 0; i < 9; ++i) {
      CorpusSums sums;
      sums.all = TokenSums(kLoops);
      sums.tasks[i % 3 ? kChoiceTasks : kAnswerTasks] = sumsOf(i % 4);
      parts.push_back(std::move(sums));
    }
    CorpusSums forward, back, left, right;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      forward += parts[i];
      back += parts[parts.size() - 1 - i];
      (i < 4 ? left : right) += parts[i];
    }
    right += left;
    QVERIFY(forward == back && forward == right);
    QCOMPARE(forward.tasks.at(kChoiceTasks).questions, std::int64_t{6});
    const nlohmann::ordered_json json = toJson(forward);
    const CorpusSums again = corpusSumsFromJson(nlohmann::json(json), kLoops, "sums");
    QVERIFY(again == forward);
    QCOMPARE(toJson(again).dump(), json.dump());
    // Sums of texts are written as ever.
    CorpusSums ofTexts;
    ofTexts.all = TokenSums(kLoops);
    QVERIFY(!toJson(ofTexts).contains("tasks"));
    nlohmann::json wrong(json);
    wrong["tasks"]["choices"]["readings"]["loop"]["right"] = "many";
    QVERIFY(isRefused([&] { (void)corpusSumsFromJson(wrong, kLoops, "sums"); }));
    CorpusSums few = parts[1];
    few.tasks[kChoiceTasks].readings["loop"].right.pop_back();
    QVERIFY(isRefused([&] { (void)taskQuantities(few, kLoops); }));
  }

  void badTasksAreRefusedBeforeTheRun() {
    const std::pair<const char*, const char*> bad[] = {
        {R"({"question":"a"})", "field \"answer\" is missing"},
        {R"({"question":"","answer":"b"})", "field \"question\" is empty"},
        {R"({"question":"a","answer":" "})", "field \"answer\" is empty"},
        {R"({"question":"a","answer":["b"]})", "field \"answer\" must be a text"},
        {R"({"question":"a","text":"b","answer":"c"})", "beside \"text\""},
        {R"({"question":"a","choices":"bc","answer":0})", "must be a list of 2 to 1000"},
        {R"({"question":"a","choices":["b"],"answer":0})", "must be a list of 2 to 1000"},
        {R"({"question":"a","choices":["b",""],"answer":0})", "texts that are not empty"},
        {R"({"question":"a","choices":["b","b"],"answer":0})", "has one text twice"},
        {R"({"question":"a","choices":["b","c"],"answer":2})", "from 0 to 1"},
        {R"({"question":"a","choices":["b","c"],"answer":"d"})", "is none of the choices"},
        {R"({"question":"a","choices":["b","c"]})", "field \"answer\" is missing"},
        {R"({"question":"a","input_ids":[1],"answer":"b"})", "holds token ids"}};
    for (const auto& [line, sentence] : bad) {
      writeFile(path("in.jsonl"), QByteArray("{\"text\":\"good\"}\n") + line + "\n");
      const CliResult result = corpus("c");
      QCOMPARE(result.status, 1);
      QVERIFY2(result.err.contains("line 2") && result.err.contains(sentence), result.err);
      QVERIFY(!QDir(path("c")).exists());
    }
  }

  /// A hundred questions: exact match at a loop is what `stats --heldout` says of the answer's
  /// token there, though here every loop's answer is generated as text.
  void generatedAnswersAreThoseOfTheHeldOutTable() {
    writeFile(path("in.jsonl"), answerLines());
    QCOMPARE(corpus("c", {"--answer-tokens", "1", "--exit-threshold", "0.7"}).status, 0);
    const QJsonObject answers = report("c", {"--by", "class"});

    QByteArray items;
    for (const QJsonObject& item : heldOut()) items += lineOf(item);
    writeFile(path("held.jsonl"), items);
    const CliResult held = cli(QStringList{"stats", "--heldout", path("held.jsonl"), "--format",
                                           "json", "--exit-threshold", "0.7"} +
                               kModel);
    QVERIFY2(held.status == 0, held.err);
    QMap<QString, std::vector<double>> right;  // of a class: at every loop, at the exit, loops
    QMap<QString, int> count;
    for (const QJsonValue& each : QJsonDocument::fromJson(held.out).object()["classes"].toArray()) {
      const QJsonObject row = each.toObject();
      const int n = row["n"].toInt();
      std::vector<double>& sums = right[row["class"].toString()];
      sums.resize(kLoops + 2);
      count[row["class"].toString()] += n;
      for (int r = 0; r < kLoops; ++r) sums[r] += n * row["accuracy"][r].toDouble();
      sums[kLoops] += n * row["accuracy_at_exit"].toDouble();
      sums[kLoops + 1] += n * row["mean_exit_loop"].toDouble();
    }
    QVERIFY(right.size() >= 7);
    double total = 0;
    for (auto it = right.begin(); it != right.end(); ++it) {
      const int n = count[it.key()];
      for (int r = 0; r < kLoops; ++r) {
        const ReportRow row = rowOf(answers, "exact_match", "loop", r + 1, it.key());
        QCOMPARE(row.documents, n);
        QVERIFY(std::abs(row.estimate - it.value()[r] / n) < 1e-9);
        total += n * row.estimate;
      }
      const auto near = [&](const char* measure, double wanted) {
        return std::abs(rowOf(answers, measure, "exit", 0, it.key()).estimate - wanted) < 1e-9;
      };
      QVERIFY(near("exact_match", it.value()[kLoops] / n));
      QVERIFY(near("answer_loops", it.value()[kLoops + 1] / n));
    }
    const ReportRow all = rowOf(answers, "exact_match", "loop", 4);
    QCOMPARE(all.documents, kQuestions);
    QVERIFY2(all.estimate > 0.7 && total > kQuestions, "the demo model answers its own questions");
    // Shallow loops draw other words: those answers were generated again, the exit's own never.
    QVERIFY(rowOf(answers, "answer_again", "loop", 1).estimate > 0.3);
    QCOMPARE(rowOf(answers, "answer_again", "exit", 0).estimate, 0.0);
    // One token that is no line feed: cut.
    QVERIFY(rowOf(answers, "answer_cut", "loop", 4).estimate > 0.9);
    // q = 1 reads the last loop.
    QCOMPARE(rowOf(answers, "exact_match", "gate", 1).estimate, all.estimate);
    QCOMPARE(rowOf(answers, "answer_loops", "gate", 1).estimate, 4.0);
  }

  /// Longer answers, told by their text: until a full stop, all exit rules.
  void answersOfManyTokens() {
    constexpr int kSome = 40;
    writeFile(path("in.jsonl"), answerLines(kSome));
    const QStringList settings{"--answer-tokens", "6",     "--until", ".", "--until", "\n",
                               "--answers-at",    "rules", "--until", ","};
    QCOMPARE(corpus("c", settings).status, 0);
    const QJsonObject answers = report("c");
    const ReportRow exact = rowOf(answers, "exact_match", "loop", 4);
    QCOMPARE(exact.documents, kSome);
    // Some answers go on after the word that was asked for.
    QVERIFY2(exact.estimate > 0.4, qPrintable(QString::number(exact.estimate)));
    QVERIFY(rowOf(answers, "exact_match", "loop", 1).estimate < exact.estimate - 0.1);
    const ReportRow number = rowOf(answers, "number_match", "loop", 4);
    QVERIFY2(number.documents > 5 && number.documents < 35,
             qPrintable(QString::number(number.documents)));
    QVERIFY2(number.estimate > 0.6, qPrintable(QString::number(number.estimate)));
    QVERIFY(rowOf(answers, "exact_match", "stable", 1).documents == kSome);
    // The text names them, and which answers no replay gives.
    const CliResult text = cli({"corpus", "report", path("c"), "--resamples", "100"});
    for (const char* part :
         {"40 questions with generated answers", "exact", "again", "Accuracy against mean loops"})
      QVERIFY2(text.out.simplified().contains(part), text.out);
    int front = 0, all = 0;
    for (const QJsonValue& point : answers["pareto"].toArray()) {
      ++all;
      front += point["front"].toBool();
    }
    QVERIFY(front >= 2 && front < all);
    const QByteArray csv =
        cli({"corpus", "report", path("c"), "--resamples", "10", "--format", "csv"}).out;
    QCOMPARE(csv.count("exact_match_front,"), csv.count(",exact_match,"));
    // Fewer ways to read: the same numbers of those.
    QCOMPARE(corpus("l", {"--answer-tokens", "6", "--until", ".", "--until", "\n", "--until", ",",
                          "--answers-at", "loops"})
                 .status,
             0);
    const QJsonObject loops = report("l");
    for (int r = 1; r <= kLoops; ++r)
      for (const char* measure : {"exact_match", "number_match", "answer_loops", "answer_cut"})
        QCOMPARE(rowOf(loops, measure, "loop", r).estimate,
                 rowOf(answers, measure, "loop", r).estimate);
    QCOMPARE(rowOf(loops, "exact_match", "gate", 1).estimate, -1.0);
  }

  void choicesOfAHundredQuestions() {
    writeFile(path("in.jsonl"), choiceLines());
    QCOMPARE(corpus("c", {"--keep", "2"}).status, 0);
    const QJsonObject choices = report("c", {"--by", "class"});
    for (const char* measure : {"choice_accuracy", "choice_accuracy_norm"}) {
      const ReportRow deep = rowOf(choices, measure, "loop", 4);
      QCOMPARE(deep.documents, kQuestions);
      QVERIFY2(deep.estimate > 0.7, qPrintable(QString::number(deep.estimate)));
      QVERIFY(rowOf(choices, measure, "loop", 1).estimate < deep.estimate);
      QCOMPARE(rowOf(choices, measure, "gate", 1).estimate, deep.estimate);
      QCOMPARE(rowOf(choices, measure, "gate", 0).estimate,
               rowOf(choices, measure, "loop", 1).estimate);
    }
    QCOMPARE(rowOf(choices, "choice_loops", "loop", 3).estimate, 3.0);
    QVERIFY(rowOf(choices, "choice_accuracy", "entropy", 1).documents == kQuestions);
    QVERIFY(rowOf(choices, "choice_accuracy", "loop", 4, "take").documents > 10);
    QCOMPARE(QDir(path("c/traces")).entryList(QDir::Files).size(), 2);
    const CliResult text = cli({"corpus", "report", path("c"), "--resamples", "100"});
    QVERIFY2(text.out.simplified().contains("100 questions with choices"), text.out);
  }

  /// Texts and both kinds of tasks in one corpus: however many run together, in shards, and after a
  /// stop, to the byte.
  void theFolderIsTheSameHoweverItIsRun() {
    QByteArray all;
    const QList<QByteArray> answers = answerLines().split('\n'),
                            choices = choiceLines().split('\n');
    for (int i = 0; i < 36; ++i)
      all += (i % 3 == 0   ? answers[i]
              : i % 3 == 1 ? choices[i]
                           : QByteArray(R"({"text":"Take 3, double, get 6. Ann has 3 cups."})")) +
             '\n';
    writeFile(path("in.jsonl"), all);
    const QStringList settings{"--answer-tokens", "4", "--keep", "all", "--until", "."};
    QCOMPARE(corpus("whole", settings + QStringList{"--together", "1"}).status, 0);
    for (const char* together : {"2", "7", "64"}) {
      QCOMPARE(corpus(together, settings + QStringList{"--together", together}).status, 0);
      compareFolders("whole", together, 36);
    }
    QStringList merge{"corpus", "merge"};
    for (int shard = 1; shard <= 3; ++shard) {
      const QString name = "s" + QString::number(shard);
      QCOMPARE(corpus(name, settings + QStringList{"--shard", QString("%1/3").arg(shard)}).status,
               0);
      merge << path(name);
    }
    QCOMPARE(cli(merge << "--out" << path("merged")).status, 0);
    compareFolders("whole", "merged", 36);
    // Half of the log is lost.
    const QByteArray log = fileContents(path("whole/documents.jsonl"));
    writeFile(path("7/documents.jsonl"), log.left(log.size() / 2));
    QCOMPARE(corpus("7", settings).status, 0);
    compareFolders("whole", "7", 36);
    const CliResult other = corpus("7", {"--answer-tokens", "5", "--keep", "all", "--until", "."});
    QCOMPARE(other.status, 1);
    QVERIFY2(other.err.contains("settings.answers.most_tokens is 4 there and 5 here"), other.err);
  }

  /// A document that cannot be run ends the corpus with all those before it, and none after.
  void theDocumentsBeforeAFaultAreKept() {
    QByteArray all;
    for (int i = 0; i < 20; ++i) {
      const QByteArray text = "Take " + QByteArray::number(i % 10) + ", double, get";
      all += i == 11 ? QByteArray(R"({"messages":[{"role":"user","content":"a"}]})") + '\n'
                     : lineOf({{"text", QString(text)}});
    }
    writeFile(path("in.jsonl"), all);
    for (const char* together : {"1", "4", "32"}) {
      const CliResult result = corpus(together, {"--together", together});
      QCOMPARE(result.status, 1);
      QVERIFY2(result.err.contains("line 12: The tokenizer of"), result.err);
      QCOMPARE(fileContents(path(together) + "/documents.jsonl").count('\n'), 11);
    }
    QCOMPARE(fileContents(path("1/documents.jsonl")), fileContents(path("32/documents.jsonl")));
  }

  void wrongOptionsAreRefused() {
    const std::pair<QStringList, const char*> wrong[] = {
        {{"--together", "0"}, "--together"},
        {{"--answers-at", "all"}, "--answers-at"},
        {{"--answer-tokens", "0"}, "--answer-tokens"},
        {{"--until", ""}, "--until"}};
    for (const auto& [options, sentence] : wrong) {
      const CliResult result = corpus("c", options);
      QCOMPARE(result.status, 2);
      QVERIFY2(result.err.contains(sentence), result.err);
    }
  }

 private:
  QString path(const QString& name) const { return folder_->filePath(name); }

  CliResult corpus(const QString& out, const QStringList& more = {}) const {
    return cli(QStringList{"corpus", "run", path("in.jsonl"), "--out", path(out)} + more + kModel);
  }
  QJsonObject report(const QString& name, const QStringList& more = {}) const {
    const CliResult result =
        cli(QStringList{"corpus", "report", path(name), "--resamples", "50", "--format", "json"} +
            more);
    return QJsonDocument::fromJson(result.out).object();
  }
  /// Manifest, log, report and traces are the same bytes.
  void compareFolders(const QString& a, const QString& b, int traces) const {
    for (const char* file : {"/manifest.json", "/documents.jsonl"}) {
      QVERIFY(!fileContents(path(a + file)).isEmpty());
      QVERIFY2(fileContents(path(a + file)) == fileContents(path(b + file)), qPrintable(b + file));
    }
    const QStringList names = QDir(path(a + "/traces")).entryList(QDir::Files);
    QCOMPARE(names.size(), traces);
    QCOMPARE(QDir(path(b + "/traces")).entryList(QDir::Files), names);
    for (const QString& name : names)
      QVERIFY(fileContents(path(a + "/traces/" + name)) ==
              fileContents(path(b + "/traces/" + name)));
  }

  std::unique_ptr<QTemporaryDir> folder_;
};

QTEST_GUILESS_MAIN(TestCorpusTasks)
#include "tst_corpus_tasks.moc"
