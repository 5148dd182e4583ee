// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that others compute with: a budget holds in every column, a part is a part of the whole,
// and tables that are joined give the program's own totals.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <map>

#include "core/analysis/ExitAnalysis.h"
#include "core/trace/Trace.h"
#include "tests/support/CliProcess.h"
#include "tests/support/CsvTable.h"
#include "tests/support/SyntheticTrace.h"

using namespace ouroscope;
using test::cli;
using test::CliResult;
using test::csvRows;

namespace {

constexpr double kNear = 1e-5;

QJsonObject objectOf(const QByteArray& text) {
  return QJsonDocument::fromJson(text).object();
}

/// p over the first `budget` of `gates`, the last of which takes the remainder.
std::vector<double> distribution(const std::vector<double>& gates, int budget) {
  std::vector<double> p;
  double left = 1;
  for (int r = 0; r < budget; ++r) {
    const double lambda = 1 / (1 + std::exp(-gates[std::size_t(r)]));
    p.push_back(r + 1 < budget ? lambda * left : left);
    left -= p.back();
  }
  return p;
}

}  // namespace

class TestTables : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    const QStringList prompts{"Take 3, add 4, double, subtract 5, triple, add 1, get", "Ann",
                              "Ann is", "Once upon a time", "Take 7, add 2, get"};
    for (const QString& prompt : prompts) {
      traces_ << path("t" + QString::number(traces_.size()));
      const CliResult run = cli({"trace", "--text", prompt, "--out", traces_.back()});
      QVERIFY2(run.status == 0, run.err);
    }
    test::SyntheticOptions options;
    options.tokens = 30;
    options.promptTokens = 18;
    options.loops = 6;
    options.skipLoops = true;
    writeTrace(*test::syntheticTrace(options), path("skipped").toStdString());
  }

  /// p, CDF, expected depth, entropy of depth and exit loop are those of the loops allowed.
  void aBudgetHoldsInEveryColumn_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("budget");
    QTest::addColumn<double>("q");
    for (int budget = 1; budget <= 4; ++budget)
      for (const double q : {-1.0, 0.3, 0.7})
        QTest::addRow("demo, %d, q %g", budget, q) << path("t0") << budget << q;
    for (const int budget : {1, 3, 6})
      QTest::addRow("skipped loops, %d", budget) << path("skipped") << budget << 0.6;
  }
  void aBudgetHoldsInEveryColumn() {
    QFETCH(QString, file);
    QFETCH(int, budget);
    QFETCH(double, q);
    QStringList rule{"--budget", QString::number(budget)};
    if (q >= 0) rule << "--exit-threshold" << QString::number(q);
    const TracePtr trace = readTrace(file.toStdString());
    const QJsonObject json =
        objectOf(cli(QStringList{"show", file, "--format", "json"} + rule).out);
    const QList<QStringList> table =
        csvRows(cli(QStringList{"show", file, "--format", "csv"} + rule).out);
    const auto column = [&](const char* name) { return table[0].indexOf(name); };
    qsizetype line = 0;
    double exits = 0, depths = 0;
    for (const QJsonValue& row : json["rows"].toArray()) {
      const QJsonArray loops = row["loops"].toArray();
      const int allowed = std::min<int>(budget, int(loops.size()));
      std::vector<double> gates;
      for (const QJsonValue& loop : loops) gates.push_back(loop["gate_logit"].toDouble());
      const std::vector<double> p = distribution(gates, allowed);
      double cdf = 0, depth = 0, entropy = 0;
      int exit = 0;
      for (int r = 0; r < loops.size(); ++r) {
        const QStringList& cells = table[++line];
        if (r >= allowed) {
          QVERIFY(loops[r]["p"].isNull() && loops[r]["cdf"].isNull());
          QVERIFY(cells[column("p")].isEmpty() && cells[column("cdf")].isEmpty());
          continue;
        }
        const double here = p[std::size_t(r)];
        cdf += here;
        depth += (r + 1) * here;
        if (here > 0) entropy -= here * std::log(here);
        if (exit == 0 && q >= 0 && cdf >= q) exit = r + 1;
        QVERIFY(std::abs(loops[r]["p"].toDouble() - here) < kNear);
        QVERIFY(std::abs(loops[r]["cdf"].toDouble() - cdf) < kNear);
        QVERIFY(std::abs(cells[column("p")].toDouble() - here) < kNear);
        QVERIFY(std::abs(cells[column("cdf")].toDouble() - cdf) < kNear);
      }
      if (exit == 0) exit = allowed;
      QCOMPARE(row["exit_loop"].toInt(), exit);
      QCOMPARE(table[line][column("exit_loop")].toInt(), exit);
      QVERIFY(std::abs(row["expected_depth"].toDouble() - depth) < kNear);
      QVERIFY(std::abs(table[line][column("expected_depth")].toDouble() - depth) < kNear);
      QVERIFY(std::abs(row["depth_entropy"].toDouble() - entropy) < kNear);
      exits += exit;
      depths += depth;
    }
    QCOMPARE(line + 1, table.size());
    QVERIFY(std::abs(json["mean_exit_loop"].toDouble() - exits / trace->tokens()) < kNear);
    const QByteArray text = cli(QStringList{"show", file} + rule).out;
    QVERIFY2(text.contains("Mean exit loop " + QByteArray::number(exits / trace->tokens(), 'f', 2)),
             text);

    const QJsonObject stats =
        objectOf(cli(QStringList{"stats", file, "--by", "all", "--format", "json"} + rule).out);
    const QJsonValue all = stats["classes"][0];
    QVERIFY(std::abs(all["mean_exit_loop"].toDouble() - exits / trace->tokens()) < kNear);
    QVERIFY(std::abs(all["mean_expected_depth"].toDouble() - depths / trace->tokens()) < kNear);
    for (const QJsonValue& point : stats["operating_curve"]["gate"].toArray())
      QVERIFY(point["mean_loops"].toDouble() <= budget + kNear);
  }

  /// --tokens lists these rows of the whole, in every format.
  void aPartIsAPartOfTheWhole() {
    const QStringList part{"--tokens", "3-5"};
    const QList<QStringList>
        whole = csvRows(cli({"show", path("t0"), "--format", "csv"}).out),
        few = csvRows(cli(QStringList{"show", path("t0"), "--format", "csv"} + part).out);
    QList<QStringList> wanted{whole[0]};
    for (const QStringList& row : whole)
      if (row[0] == "3" || row[0] == "4" || row[0] == "5") wanted << row;
    QCOMPARE(few, wanted);
    QCOMPARE(few.size(), 1 + 3 * 4);

    QJsonObject all = objectOf(cli({"show", path("t0"), "--format", "json"}).out),
                listed =
                    objectOf(cli(QStringList{"show", path("t0"), "--format", "json"} + part).out);
    QJsonArray rows;
    for (int i = 2; i < 5; ++i) rows << all["rows"].toArray()[i];
    QCOMPARE(listed["rows"].toArray(), rows);
    QCOMPARE(listed["listed"].toObject(),
             (QJsonObject{{"first_position", 3}, {"last_position", 5}}));
    QCOMPARE(all["listed"].toObject()["last_position"].toInt(), int(all["rows"].toArray().size()));
    for (const char* own : {"rows", "listed"}) {
      all.remove(own);
      listed.remove(own);
    }
    QCOMPARE(listed, all);

    const QByteArray text = cli(QStringList{"show", path("t0")} + part).out;
    QVERIFY2(text.contains("Listed: tokens 3 to 5"), text);
    QStringList numbers;  // under the titles, one line a token
    for (const QString& line : QString::fromUtf8(text).section("loop 4\n", 1).split('\n'))
      if (!line.isEmpty()) numbers << line.simplified().section(' ', 0, 0);
    QCOMPARE(numbers, (QStringList{"3", "4", "5"}));
    QVERIFY(!cli({"show", path("t0")}).out.contains("Listed"));
  }

  void aPartThatIsNotThereIsRefused() {
    for (const char* wrong : {"5-3", "0-2", "a-b", "5", "-3", "3-", "1-99999999999"}) {
      const CliResult run = cli({"show", path("t0"), "--tokens", wrong});
      QVERIFY2(run.status == 2 && run.err.contains("--tokens") && run.out.isEmpty(), wrong);
    }
    const CliResult run = cli({"show", path("t0"), "--tokens", "3-999"});
    QCOMPARE(run.status, 1);
    QVERIFY2(run.err.contains("the trace has") && run.out.isEmpty(), run.err);
  }

  /// Means of single traces, weighted by the counts beside them, are the means of all traces.
  void joinedTablesGiveTheTotal() {
    const QStringList as{"--by", "all", "--format", "csv"};
    const QList<QStringList> total = csvRows(cli(QStringList{"stats"} + traces_ + as).out);
    const QStringList& head = total[0];
    int means = 0;
    for (qsizetype column = 0; column < head.size(); ++column) {
      const qsizetype count = head.indexOf(head[column] + "_n");
      if (count < 0) continue;
      ++means;
      for (qsizetype line = 1; line < total.size(); ++line) {
        double sum = 0, n = 0;
        for (const QString& trace : traces_) {
          const QStringList row = csvRows(cli(QStringList{"stats", trace} + as).out)[line];
          if (row[count].toInt() > 0) sum += row[column].toDouble() * row[count].toDouble();
          n += row[count].toDouble();
        }
        QCOMPARE(total[line][count].toDouble(), n);
        QVERIFY(n > 0 && std::abs(total[line][column].toDouble() - sum / n) < kNear);
      }
    }
    QCOMPARE(means, 6);
    for (const QString& name : head)  // every mean has its count
      if (name.startsWith("mean_") && !name.endsWith("_n")) QVERIFY(head.contains(name + "_n"));
  }

  /// The same of the operating curve and of the ablation, where the setting is the same.
  void joinedCurvesGiveTheTotal() {
    const auto statsOf = [&](const QStringList& traces) {
      return objectOf(cli(QStringList{"stats"} + traces + QStringList{"--format", "json"}).out);
    };
    const QJsonObject total = statsOf(traces_);
    QList<QJsonObject> single;
    for (const QString& trace : traces_) single << statsOf({trace});
    const auto check = [](const QJsonValue& all, const QList<QJsonValue>& parts) {
      int means = 0;
      const QJsonObject object = all.toObject();
      for (auto it = object.begin(); it != object.end(); ++it) {
        if (!object.contains(it.key() + "_n")) continue;
        ++means;
        const QString count = it.key() + "_n";
        double sum = 0, n = 0;
        for (const QJsonValue& part : parts) {
          sum += part[it.key()].toDouble() * part[count].toDouble();
          n += part[count].toDouble();
        }
        if (object[count].toDouble() != n || !(std::abs(it.value().toDouble() - sum / n) < kNear))
          return -1;
      }
      return means;
    };
    for (const QString curve : {"gate", "uniform"}) {
      const QJsonArray points = total["operating_curve"][curve].toArray();
      QVERIFY(points.size() >= 4);
      for (int i = 0; i < points.size(); ++i) {
        QList<QJsonValue> parts;
        for (const QJsonObject& one : single) parts << one["operating_curve"][curve][i];
        QCOMPARE(check(points[i], parts), 4);
      }
    }
    for (int i = 0; i < 3; ++i) {
      QList<QJsonValue> parts;
      for (const QJsonObject& one : single) parts << one["ablation"][i];
      QCOMPARE(check(total["ablation"][i], parts), 1);
    }
  }

  /// One question with these members is enough, and each of them is needed.
  void questionsAreTakenAsDocumented() {
    const QJsonObject question{{"prompt_ids", QJsonArray{341, 372, 968, 332, 366, 968, 340}},
                               {"answer_ids", QJsonArray{370}},
                               {"class", "a class"},
                               {"level", 3},
                               {"anything", "else"}};
    const auto stats = [&](const QJsonObject& line, const QStringList& more = {}) {
      QFile file(path("questions"));
      if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) return CliResult{};
      file.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + "\n");
      file.close();
      return cli(QStringList{"stats", "--heldout", path("questions")} + more);
    };
    const QJsonValue row = objectOf(stats(question, {"--format", "json"}).out)["classes"][0];
    QCOMPARE(row["class"].toString(), QString("a class"));
    QCOMPARE(row["level"].toInt(), 3);
    QCOMPARE(row["n"].toInt(), 1);
    QCOMPARE(row["accuracy"].toArray().size(), qsizetype{4});
    const QByteArray help = cli({"stats", "--help"}).out.simplified();
    for (const char* member : {"prompt_ids", "answer_ids", "class", "level"}) {
      QVERIFY2(help.contains(member), member);
      QJsonObject less = question;
      less.remove(member);
      const CliResult run = stats(less);
      QVERIFY2(run.status == 1 && run.err.contains(member) && run.err.contains("line 1"), run.err);
    }
    // Names of classes are texts of somebody else's file.
    QJsonObject hostile = question;
    hostile["class"] = "a\x1b[2J";
    for (const char* format : {"text", "csv", "json"})
      QVERIFY(!stats(hostile, {"--format", format}).out.contains('\x1b'));
  }

  /// The loops that all have are read, and that is said.
  void tracesOfOtherLoopsAreReadAsFarAsAllHave() {
    QVERIFY(cli({"trace", "--text", "Ann is", "--loops", "6", "--out", path("six")}).status == 0);
    const CliResult run = cli({"stats", path("t0"), path("six")});
    QCOMPARE(run.status, 0);
    QVERIFY2(run.err.contains("4 to 6 loops") && run.err.contains("the first 4"), run.err);
    QCOMPARE(run.err.count('\n'), 1);
  }

 private:
  QString path(const QString& name) const { return folder_.filePath(name); }
  QTemporaryDir folder_;
  QStringList traces_;
};

QTEST_GUILESS_MAIN(TestTables)
#include "tst_tables.moc"
