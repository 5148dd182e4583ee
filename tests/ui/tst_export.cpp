// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of figure in every format, judged by other programs where there are any.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include "core/support/Error.h"
#include "tests/support/SyntheticTrace.h"
#include "ui/figures/FigureExport.h"

using namespace ouroscope;

namespace {

/// RFC 4180, read by the book: what the writer claims to write.
std::vector<QStringList> readCsv(const QByteArray& bytes) {
  std::vector<QStringList> rows(1);
  QByteArray cell;
  bool quoted = false;
  for (qsizetype i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (quoted) {
      if (c != '"')
        cell += c;
      else if (i + 1 < bytes.size() && bytes[i + 1] == '"')
        cell += bytes[++i];
      else
        quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      rows.back() << QString::fromUtf8(cell);
      cell.clear();
    } else if (c == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n') {
      rows.back() << QString::fromUtf8(cell);
      cell.clear();
      rows.emplace_back();
      ++i;
    } else {
      cell += c;
    }
  }
  rows.pop_back();  // the file ends with a line break
  return rows;
}

}  // namespace

class TestExport : public QObject {
  Q_OBJECT
 private slots:
  void tablesReadBackEqual_data();
  void tablesReadBackEqual();
  void unknownKindsAndOptionsAreRefused();
};

void TestExport::tablesReadBackEqual_data() {
  QTest::addColumn<QString>("id");
  for (const FigureKind& kind : figureKinds()) QTest::newRow(kind.id) << QString(kind.id);
}

void TestExport::tablesReadBackEqual() {
  QFETCH(QString, id);
  const FigureInput input(test::syntheticTrace({.tokens = 12}),
                          test::syntheticTrace({.tokens = 12, .seed = 2}));
  FigureRecipe recipe;
  recipe.kind = id;
  recipe = FigureRecipe::fromJson(recipe.toJson());
  const FigureData data = figureData(input, recipe);
  QVERIFY(!data.rows.empty());

  const auto csv = readCsv(renderFigure(input, recipe, "csv"));
  QCOMPARE(csv.size(), data.rows.size() + 1);
  QCOMPARE(csv.front(), data.header);
  for (std::size_t i = 0; i < data.rows.size(); ++i) QCOMPARE(csv[i + 1], data.rows[i]);

  const QJsonObject json = QJsonDocument::fromJson(renderFigure(input, recipe, "json")).object();
  QCOMPARE(FigureRecipe::fromJson(json["recipe"].toObject()).toJson(), recipe.toJson());
  QCOMPARE(json["header"].toVariant().toStringList(), data.header);
  QCOMPARE(json["rows"].toArray().size(), static_cast<qsizetype>(data.rows.size()));
  for (std::size_t i = 0; i < data.rows.size(); ++i)
    QCOMPARE(json["rows"].toArray()[static_cast<qsizetype>(i)].toVariant().toStringList(),
             data.rows[i]);
}

void TestExport::unknownKindsAndOptionsAreRefused() {
  QVERIFY_THROWS_EXCEPTION(Error, FigureRecipe::fromJson({{"kind", "pie"}}));
  QVERIFY_THROWS_EXCEPTION(
      Error, FigureRecipe::fromJson({{"kind", "text"}, {"options", QJsonObject{{"x", 1}}}}));
  QVERIFY_THROWS_EXCEPTION(
      Error, renderFigure(FigureInput(test::syntheticTrace()), FigureRecipe{}, "gif"));
}

QTEST_MAIN(TestExport)
#include "tst_export.moc"
