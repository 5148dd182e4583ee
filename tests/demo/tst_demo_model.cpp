// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QtTest>
#include <cmath>
#include <map>

/// The shipped weights show what the program is for, measured by ouroscope-cli itself on the
/// shipped held-out questions; and they are what the model card and eval.json (written by the
/// training scripts, from PyTorch) say they are.
class TestDemoModel : public QObject {
  Q_OBJECT

  struct Row {
    QList<double> accuracy, crossEntropy;  ///< [R]
    double meanExit = 0, atExit = 0;
    int n = 0;
  };
  using Table = std::map<std::pair<QString, int>, Row>;

  static QJsonObject stats(const QStringList& arguments) {
    QProcess process;
    process.start(qEnvironmentVariable("OUROSCOPE_CLI"),
                  QStringList{"stats", "--format", "json", "--threads", "1"} + arguments);
    if (!process.waitForFinished(250000) || process.exitCode() != 0)
      qWarning("%s", process.readAllStandardError().constData());
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
  }

  static QString demo(const QString& file) {
    return QString(OUROSCOPE_SOURCE_DIR) + "/resources/demo/" + file;
  }

  static Row rowOf(const QJsonObject& json) {
    Row row;
    for (const auto value : json["accuracy"].toArray()) row.accuracy << value.toDouble();
    for (const auto value : json["cross_entropy"].toArray()) row.crossEntropy << value.toDouble();
    row.meanExit = json["mean_exit_loop"].toDouble();
    row.atExit = json["accuracy_at_exit"].toDouble();
    row.n = json["n"].toInt();
    return row;
  }

  Table measured_;
  std::map<QString, Row> texts_;
  QJsonObject claimed_;

  const Row& row(const QString& task, int level) const { return measured_.at({task, level}); }

 private slots:
  void initTestCase() {
    const QJsonObject held = stats({"--heldout", demo("heldout.jsonl"), "--loops", "8"});
    for (const auto value : held["classes"].toArray()) {
      const QJsonObject o = value.toObject();
      measured_[{o["class"].toString(), o["level"].toInt()}] = rowOf(o);
    }
    QCOMPARE(measured_.size(), std::size_t{37});
    for (const auto value : stats({"--texts", demo("texts.jsonl")})["classes"].toArray())
      texts_[value.toObject()["class"].toString()] = rowOf(value.toObject());
    QCOMPARE(texts_.size(), std::size_t{3});
    QFile file(demo("eval.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    claimed_ = QJsonDocument::fromJson(file.readAll()).object();
  }

  void accuracyRisesWithLoopsOnTheHardClasses() {
    for (const auto& [task, level] : {std::pair("take", 4), std::pair("cups", 3),
                                      std::pair("facts", 3), std::pair("facts-heldout", 3)}) {
      const Row& r = row(task, level);
      const QString what = QString("%1 %2").arg(task).arg(level);
      QVERIFY2(r.accuracy[3] >= r.accuracy[0] + 0.4, qPrintable(what));
      QVERIFY2(r.accuracy[1] >= r.accuracy[0], qPrintable(what));
      QVERIFY2(r.accuracy[3] >= 0.8, qPrintable(what));
    }
    // The longer the problem, the later it is solved.
    QVERIFY(row("cups", 1).accuracy[1] > row("cups", 4).accuracy[1] + 0.3);
  }

  void accuracyFallsBeyondTheTrainedNumber() {
    int fell = 0;
    for (const auto& [key, r] : measured_) fell += r.accuracy[7] < r.accuracy[3] - 0.03;
    QVERIFY2(fell >= 3, qPrintable(QString::number(fell)));
  }

  void templateTokensExitEarlierThanAnswers() {
    const double plain = texts_.at("template").meanExit, answer = texts_.at("answer").meanExit;
    QVERIFY2(plain + 0.5 < answer, qPrintable(QString("%1 %2").arg(plain).arg(answer)));
    QVERIFY(plain < 1.5);
    QVERIFY(row("facts", 1).meanExit < row("facts", 3).meanExit);
    QVERIFY(row("cups", 1).meanExit < row("cups", 4).meanExit);
  }

  /// Two programs, one in PyTorch with fp32 activations and one ours with bf16 products: the same
  /// questions, the same answers, up to the few of 64 that are on the edge.
  void evaluationOfTheTrainingScriptAgrees() {
    int cells = 0, apart = 0;
    for (const auto value : claimed_["heldout"].toArray()) {
      const QJsonObject o = value.toObject();
      const Row& ours = row(o["class"].toString(), o["level"].toInt());
      QCOMPARE(ours.n, o["n"].toInt());
      const QJsonArray theirs = o["accuracy"].toArray();
      for (int loop = 0; loop < 8; ++loop) {
        const double difference = std::abs(ours.accuracy[loop] - theirs[loop].toDouble());
        ++cells;
        apart += difference > 0.5 / ours.n;
        QVERIFY2(difference < 3.5 / ours.n, qPrintable(o["class"].toString()));
      }
      const QJsonObject gate = o["gates"]["lookahead"].toObject();
      QVERIFY(std::abs(ours.meanExit - gate["mean_exit_loop"].toDouble()) < 0.1);
    }
    QVERIFY2(apart * 6 < cells, qPrintable(QString("%1 of %2").arg(apart).arg(cells)));
    for (const auto& [name, ours] : texts_) {
      const QJsonObject theirs = claimed_["texts"][name].toObject();
      QCOMPARE(ours.n, theirs["n"].toInt());
      for (int loop = 0; loop < 4; ++loop)
        QVERIFY(std::abs(ours.crossEntropy[loop] - theirs["cross_entropy"][loop].toDouble()) <
                0.01);
    }
  }

  /// The card is written by the script from the same evaluation: its table is that one.
  void theCardSaysTheSame() {
    QFile file(demo("MODEL_CARD.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString card = QString::fromUtf8(file.readAll());
    for (const auto value : claimed_["heldout"].toArray()) {
      const QJsonObject o = value.toObject();
      QString line;
      for (const auto a : o["accuracy"].toArray())
        line +=
            QString(" | %1").arg(std::nearbyint(100 * a.toDouble()));  // half to even, as Python
      QVERIFY2(card.contains(line), qPrintable(o["class"].toString() + line));
    }
    for (const auto value : claimed_["bars"].toArray())
      QVERIFY(card.contains(value.toObject()["bar"].toString()));
  }

  /// The bundled prompts say what the model will do; a person's first click must not be a lie.
  void bundledPromptsKeepTheirWord() {
    QFile file(demo("prompts.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    int answered = 0, right = 0;
    for (const auto value : QJsonDocument::fromJson(file.readAll()).array()) {
      const QJsonObject prompt = value.toObject();
      QVERIFY(!prompt["text"].toString().isEmpty() && !prompt["look"].toString().isEmpty());
      if (prompt["answer"].isNull()) continue;
      ++answered;
      right += prompt["top_word_by_loop"].toArray().contains(prompt["answer"]);
    }
    QVERIFY2(answered >= 8 && right * 4 >= answered * 3,
             qPrintable(QString("%1 of %2").arg(right).arg(answered)));
  }
};

QTEST_GUILESS_MAIN(TestDemoModel)
#include "tst_demo_model.moc"
