// SPDX-License-Identifier: GPL-3.0-or-later
// Values that are not numbers, from the model to every output: absent everywhere, never a 0 or a 1.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>
#include <limits>

#include "core/analysis/AnswerDynamics.h"
#include "core/analysis/NotNumbers.h"
#include "core/trace/Trace.h"
#include "tests/support/ChangedDemo.h"
#include "tests/support/CliProcess.h"

using namespace ouroscope;
using test::cli;
using test::CliResult;

namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
constexpr float kInf = std::numeric_limits<float>::infinity();
const QString kPrompt = "Take 3, add 4, double, get";

/// What is broken in a model, and what that must leave without a value.
struct Damage {
  const char* name;
  const char* tensor;
  int index;
  float value;
  bool gates, words;  ///< exit probabilities; everything that the lens says
};

constexpr Damage kDamages[] = {
    {"NaN in the norm", "model.norm.weight", 3, kNaN, true, true},
    {"infinity in the norm", "model.norm.weight", 3, kInf, true, true},
    {"NaN in one row of the head", "lm_head.weight", 700, kNaN, false, true},
    {"infinity in one row of the head", "lm_head.weight", 700, kInf, false, true},
    {"NaN in the gate", "model.early_exit_gate.weight", 5, kNaN, true, false},
    {"NaN in a layer", "model.layers.1.mlp.down_proj.weight", 9, kNaN, true, true},
};

QJsonObject objectOf(const QByteArray& text) {
  return QJsonDocument::fromJson(text).object();
}

}  // namespace

class TestNotNumbers : public QObject {
  Q_OBJECT

 private slots:
  void theyAreAbsentInEveryOutput_data() {
    QTest::addColumn<int>("damage");
    QTest::addColumn<QString>("dtype");
    for (int i = 0; i < int(std::size(kDamages)); ++i)
      for (const char* dtype : {"bf16", "f32"})
        QTest::addRow("%s, %s", kDamages[i].name, dtype) << i << QString(dtype);
  }
  void theyAreAbsentInEveryOutput() {
    QFETCH(int, damage);
    QFETCH(QString, dtype);
    const Damage& d = kDamages[damage];
    QTemporaryDir folder;
    const std::filesystem::path model = folder.filePath("m").toStdString();
    test::copyDemo(model);
    test::changeWeight(model / "model.safetensors", d.tensor, std::size_t(d.index), d.value);
    const QString file = folder.filePath("t.trace.safetensors");
    const CliResult run =
        cli({"trace", "--model", folder.filePath("m"), "--text", kPrompt, "--dtype", dtype,
             "--track", "8", "--capture", "layers", "--out", file});
    QVERIFY2(run.status == 0, run.err);
    QVERIFY2(run.err.contains("not numbers, first at token 1, loop 1"), run.err);

    // The file itself.
    const TracePtr trace = readTrace(file.toStdString());
    const TraceColumns& c = trace->columns();
    const std::size_t K = std::size_t(trace->topK());
    for (int t = 0; t < trace->tokens(); ++t)
      for (int r = 0; r < trace->loops(); ++r) {
        const std::size_t cell = trace->at(t, r);
        QCOMPARE(std::isfinite(c.gateLogit[cell]), !d.gates);
        QCOMPARE(std::isfinite(c.entropy[cell]), !d.words);
        QCOMPARE(std::isfinite(c.kl[cell]), !d.words);
        QCOMPARE(c.topkId[cell * K] >= 0, !d.words);
        QCOMPARE(std::isfinite(c.topkLogprob[cell * K]), !d.words);
        QCOMPARE(c.trackedRank[cell] >= 0, !d.words);
        QCOMPARE(c.rank[cell] >= 0, !d.words && t + 1 < trace->tokens());
        // The first layer of the first loop comes before the damage in the second one.
        const bool sound =
            r == 0 && std::string_view(d.tensor).find("layers.1") != std::string::npos;
        QCOMPARE(c.layerTopkId[cell * std::size_t(trace->info().layers) * K] >= 0,
                 !d.words || sound);
      }

    // Every command that prints it.
    const QJsonObject json = objectOf(cli({"show", file, "--format", "json"}).out);
    QVERIFY(json["not_numbers"]["values"].toDouble() > 0);
    QCOMPARE(json["not_numbers"]["first_position"].toInt(), 1);
    for (const QJsonValue& row : json["rows"].toArray()) {
      QCOMPARE(row["expected_depth"].isNull(), d.gates);
      QCOMPARE(row["depth_entropy"].isNull(), d.gates);
      QCOMPARE(row["first_commit"].isNull(), d.words);
      for (const QJsonValue& loop : row["loops"].toArray()) {
        QCOMPARE(loop["p"].isNull(), d.gates);
        QCOMPARE(loop["cdf"].isNull(), d.gates);
        QCOMPARE(loop["topk"].toArray().isEmpty(), d.words);
        QCOMPARE(loop["top_agreement"].isNull(), d.words);
        QCOMPARE(loop["tracked"][0]["rank"].isNull(), d.words);
        if (d.words) QVERIFY(loop["rank"].isNull() && loop["logprob"].isNull());
      }
    }
    const QByteArray csv = cli({"show", file, "--format", "csv"}).out;
    QVERIFY2(!csv.contains("nan") && !csv.contains("inf"), csv);
    if (d.words) QVERIFY2(!csv.contains("endoftext") && csv.contains(",,,\r\n"), csv);
    for (const char* command : {"show", "info"}) {
      const CliResult shown = cli({command, file});
      QVERIFY2(shown.status == 0 && shown.out.contains("not numbers"), shown.out);
      QVERIFY2(!shown.out.contains("endoftext"), shown.out);
    }
    const QJsonObject all =
        objectOf(cli({"stats", file, "--by", "all", "--format", "json"}).out)["classes"][0]
            .toObject();
    QCOMPARE(all["mean_expected_depth"].isNull(), d.gates);
    QCOMPARE(all["mean_expected_depth_n"].toInt(), d.gates ? 0 : trace->tokens());
    for (const char* mean : {"nll", "accuracy", "agreement", "entropy"}) {
      QCOMPARE(all[mean][0].isNull(), d.words);
      QCOMPARE(all[QString(mean) + "_n"][0].toInt() == 0, d.words);
    }
  }

  void aSoundRunHasNoNote() {
    QTemporaryDir folder;
    const QString file = folder.filePath("t.trace.safetensors");
    const CliResult run = cli({"trace", "--text", kPrompt, "--track", "8", "--capture",
                               "hidden,logits,layers", "--out", file});
    QVERIFY2(run.status == 0 && run.err.isEmpty(), run.err);
    QVERIFY(!notNumbers(*readTrace(file.toStdString())).any());
    for (const char* command : {"show", "info"})
      QVERIFY(!cli({command, file}).out.contains("not numbers"));
  }

  /// Where the model's vocabulary is larger than the tokenizer's.
  void anIdWithoutTextIsNamedByItsNumber() {
    QCOMPARE(wordOrId("", 474), std::string("#474"));
    QCOMPARE(wordOrId(" the", 474), std::string(" the"));
    QCOMPARE(wordOrId("", -1), std::string());
  }
};

QTEST_GUILESS_MAIN(TestNotNumbers)
#include "tst_not_numbers.moc"
