// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of a corpus: what they draw is what the report says, on paper and in their tables.
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>
#include <cmath>

#include "core/support/Error.h"
#include "tests/support/SyntheticCorpus.h"
#include "tests/support/SyntheticTrace.h"
#include "tests/support/TestFiles.h"
#include "ui/base/Language.h"
#include "ui/figures/files/FigureCaption.h"
#include "ui/figures/files/FigureExport.h"
#include "ui/figures/kinds/CorpusKinds.h"
#include "ui/figures/kinds/FigurePage.h"
#include "ui/figures/plots/EstimateFigure.h"

using namespace ouroscope;
using test::bytesOf;
using test::refusal;

namespace {

FigureRecipe recipeOf(const QString& kind, const QJsonObject& corpus = {},
                      const QJsonObject& options = {}) {
  QJsonObject json{{"kind", kind}, {"corpus", corpus}};
  if (!options.isEmpty()) json["options"] = options;
  return recipeFromJson(json);
}

}  // namespace

class TestCorpusFigures : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QVERIFY(folder_.isValid());
    test::writeSyntheticCorpus(texts(), {.documents = 40});
    test::writeSyntheticCorpus(tasks(), {.documents = 40, .choices = true, .tokens = false});
    test::writeSyntheticCorpus(few(), {.documents = 6});
    test::writeSyntheticCorpus(deep(), {.documents = 20, .loops = 32});
    both_ = {std::make_shared<const Corpus>(texts().toStdString()),
             std::make_shared<const Corpus>(tasks().toStdString())};
  }

  /// Every row of every table is the number of corpus report, with its interval and its counts.
  void tablesAreTheReport() {
    std::size_t drawn = 0;
    for (const CorpusPtr& corpus : both_)
      for (const CorpusFigureKind& kind : corpusFigureKinds())
        for (const QJsonObject& how :
             {QJsonObject(), QJsonObject{{"part", "confirmation"}, {"mean", "tokens"}, {"seed", 5}},
              QJsonObject{{"by", "subject"}}}) {
          if (how.contains("by") && !kind.fields) continue;
          const FigureInput input(corpus);
          const FigureRecipe recipe = recipeOf(kind.id, how);
          if (!corpusChart(input, recipe).missing.isEmpty()) continue;
          const FigureData data = figureData(input, recipe);
          QVERIFY2(!data.rows.empty(), kind.id);
          const CorpusReport report = corpusReport(corpus->folder(), reportFor(recipe));
          const auto column = [&](const char* name) { return data.header.indexOf(name); };
          for (const QStringList& row : data.rows) {
            const auto same = [&](const CorpusRow& r) {
              return row[column("measure")] ==
                         QString::fromUtf8(r.name.measure.data(),
                                           qsizetype(r.name.measure.size())) &&
                     row[column("setting")] ==
                         QString::fromUtf8(r.name.setting.data(),
                                           qsizetype(r.name.setting.size())) &&
                     (row[column("at")].isEmpty() ? r.name.at == 0
                                                  : row[column("at")] == dataNumber(r.name.at)) &&
                     row[column("value")].toStdString() == r.value.value_or("") &&
                     row[column("tokens")].toStdString() == r.tokens;
            };
            const auto at = std::find_if(report.rows.begin(), report.rows.end(), same);
            QVERIFY2(at != report.rows.end(), qPrintable(row.join(' ')));
            QCOMPARE(row[column("estimate")], dataNumber(at->estimate.value));
            QCOMPARE(row[column("low")], dataNumber(at->estimate.interval.low));
            QCOMPARE(row[column("high")], dataNumber(at->estimate.interval.high));
            QCOMPARE(row[column("n_documents")].toLongLong(), at->documents);
            QCOMPARE(row[column("n_tokens")].toLongLong(), at->tokenCount);
            QVERIFY(how.contains("by") || !row[column("low")].isEmpty());
            ++drawn;
          }
        }
    QVERIFY(drawn > 500);
  }

  /// The band's edges are the ends of the intervals, and its line the means.
  void theBandIsTheInterval() {
    const FigureInput input(both_[0]);
    const auto chart =
        std::make_shared<const EstimateChart>(corpusChart(input, recipeOf("accuracy")));
    EstimateFigure figure;
    figure.resize(500, 300);
    figure.setChart(chart);
    const ChartSeries& series = chart->panels[0].series[0];
    QVERIFY(series.look == ChartSeries::Look::Band && series.points.size() == 4);
    const QCPGraph *upper = figure.graph(0), *lower = figure.graph(1), *line = figure.graph(2);
    QVERIFY(upper->channelFillGraph() == lower && upper->brush().style() != Qt::NoBrush);
    for (int i = 0; i < 4; ++i) {
      const Estimate& e = series.points[std::size_t(i)].row.estimate;
      QCOMPARE(upper->data()->at(i)->value, 100 * e.interval.high);
      QCOMPARE(lower->data()->at(i)->value, 100 * e.interval.low);
      QCOMPARE(line->data()->at(i)->value, 100 * e.value);
      QCOMPARE(line->data()->at(i)->key, i + 1.0);
      QVERIFY(e.interval.low < e.value && e.value < e.interval.high);
    }
  }

  /// Operating curves have the mean loops of their readings along x.
  void curvesStandAtTheirMeanLoops() {
    const FigureInput input(both_[0]);
    const FigureData data = figureData(input, recipeOf("operating-curve", {}, {{"quality", "kl"}}));
    const auto report = both_[0]->report(reportFor(recipeOf("operating-curve")));
    int gate = 0;
    for (const QStringList& row : data.rows) {
      if (row[data.header.indexOf("setting")] != "gate") continue;
      for (const CorpusRow& r : report->rows)
        if (r.name.measure == "mean_loops" && r.name.setting == "gate" && !r.value &&
            dataNumber(r.name.at) == row[data.header.indexOf("at")]) {
          QCOMPARE(row[data.header.indexOf("x")], dataNumber(r.estimate.value));
          ++gate;
        }
    }
    QCOMPARE(gate, 21);
  }

  void captionsSayWhatTheNumbersAre() {
    for (const CorpusPtr& corpus : both_)
      for (const CorpusFigureKind& kind : corpusFigureKinds()) {
        const FigureInput input(corpus);
        const FigureRecipe recipe = recipeOf(kind.id, {{"part", "selection"}, {"seed", 12}});
        if (!corpusChart(input, recipe).missing.isEmpty()) continue;
        const QString caption = figureCaption(input, recipe);
        for (const char* words :
             {"n = ", "95 % percentile intervals of a bootstrap over documents",
              "2000 resamples, seed 12", "of the selection part", "made-up.jsonl", "Model made-up"})
          QVERIFY2(caption.contains(words), qPrintable(caption));
      }
    const FigureInput small(std::make_shared<const Corpus>(few().toStdString()));
    QVERIFY(figureCaption(small, recipeOf("accuracy")).contains("No interval below 10 of them."));
    for (const QStringList& row : figureData(small, recipeOf("accuracy")).rows)
      QVERIFY(row[11].isEmpty());  // low
  }

  /// A recipe says what was asked for and nothing else, and a file draws itself again.
  void filesDrawThemselvesAgain() {
    const FigureInput input(both_[0]);
    QCOMPARE(recipeOf("loss").toJson().value("corpus").toObject(), QJsonObject());
    const QJsonObject how{{"mean", "tokens"}};
    QCOMPARE(recipeOf("loss", how).toJson().value("corpus").toObject(), how);
    QVERIFY(!FigureRecipe().toJson().contains("corpus"));
    const FigureRecipe recipe = recipeOf("exit-histogram", how, {{"classes", "word"}});
    for (const char* suffix : {"svg", "pdf", "png", "json"}) {
      const QString path = folder_.filePath(QStringLiteral("again.%1").arg(suffix));
      exportFigure(input, recipe, path);
      const FigureRecipe again = loadCorpusRecipe(path);
      QCOMPARE(again.toJson(), recipe.toJson());
      QCOMPARE(renderFigure(input, again, suffix), bytesOf(path));
    }
    const QJsonObject json =
        QJsonDocument::fromJson(bytesOf(folder_.filePath("again.json"))).object();
    QCOMPARE(qsizetype(figureData(input, recipe).rows.size()), json["rows"].toArray().size());
  }

  /// Nothing is cut, overlaps or is too small, in a column and over a page, with few and many
  /// loops.
  void noneHasAWarning() {
    const CorpusPtr deepOnes = std::make_shared<const Corpus>(deep().toStdString());
    for (const CorpusPtr& corpus : {both_[0], both_[1], deepOnes})
      for (const CorpusFigureKind& kind : corpusFigureKinds())
        for (const double width : {84.0, 140.0, 178.0}) {
          FigureRecipe recipe = recipeOf(kind.id);
          recipe.widthMm = width;
          const FigureInput input(corpus);
          if (!corpusChart(input, recipe).missing.isEmpty()) continue;
          std::vector<FigureWarning> warnings;
          renderFigure(input, recipe, "svg", {}, &warnings);
          QVERIFY2(warnings.empty(),
                   qPrintable(QStringLiteral("%1 at %2 mm: %3")
                                  .arg(kind.id)
                                  .arg(width)
                                  .arg(warnings.empty() ? QString() : warnings[0].sentence)));
        }
  }

  void whatIsNotThereIsRefused() {
    const FigureInput input(both_[0]), trace(test::syntheticTrace({.tokens = 8, .loops = 2}));
    QVERIFY(refusal([&] { recipeOf("heatmap"); }).contains("exit-histogram"));
    QVERIFY(refusal([&] { recipeOf("loss", {{"parts", "all"}}); }).contains("parts is unknown"));
    QVERIFY(refusal([&] { recipeOf("loss", {{"mean", "words"}}); }).contains("documents, tokens"));
    QVERIFY(refusal([&] { recipeOf("pareto", {{"by", "subject"}}); }).contains("leave \"by\" out"));
    QVERIFY(refusal([&] { recipeOf("loss", {{"resamples", 0.5}}); }).contains("whole number"));
    QVERIFY(refusal([&] {
              recipeOf("loss", {{"resamples", "4294967297"}});
            }).contains("whole number"));
    QVERIFY(refusal([&] { drawFigure(input, recipeOf("pareto")); }).contains("needs questions"));
    QVERIFY(refusal([&] { drawFigure(trace, recipeOf("pareto")); }).contains("is of a corpus"));
    QVERIFY(refusal([&] {
              drawFigure(input, recipeOf("loss", {{"by", "colour"}}));
            }).contains("has no field 'colour'"));
    QVERIFY(refusal([&] {
              drawFigure(input, recipeOf("ablation", {}, {{"by", "word"}, {"group", "digit"}}));
            }).contains("class \"digit\""));
    QVERIFY(refusal([&] { loadRecipe("pareto"); }).contains("is of a corpus"));
  }

  /// Panels of a page are of the trace or of the corpus: each draws and tells what it does alone,
  /// and what they have in common is said once.
  void pagesTakeFiguresOfACorpus() {
    const TracePtr trace = test::syntheticTrace({.tokens = 8, .loops = 4});
    FigureInput input(trace);
    input.corpus = both_[0];
    FigurePage page;
    page.columns = 2;
    page.panels = {recipeOf("accuracy"), recipeOf("loss", {{"by", "subject"}}),
                   recipeFromJson({{"kind", "heatmap"}})};
    const auto recipeFor = [](const FigurePage& of) {
      return recipeFromJson({{"kind", "page"}, {"width_mm", 174}, {"options", of.toOptions()}});
    };
    const FigureRecipe recipe = recipeFor(page);
    QVERIFY(isOfTrace(recipe));
    QCOMPARE(corpusParts(recipe).size(), 2);
    std::vector<FigureWarning> warnings;
    const QByteArray svg = renderFigure(input, recipe, "svg", {}, &warnings);
    QVERIFY2(warnings.empty(), warnings.empty() ? "" : qPrintable(warnings[0].sentence));
    QVERIFY(svg.contains(">Accuracy (%"));
    const FigureData data = figureData(input, recipe);
    for (int i = 0; i < 3; ++i) {
      const FigureData own = figureData(input, page.panels[i]);
      qsizetype rows = 0;
      for (const QStringList& row : data.rows) {
        if (row[0] != QChar(u'a' + i)) continue;
        const QStringList& alone = own.rows[std::size_t(rows++)];
        for (qsizetype c = 0; c < own.header.size(); ++c)
          QCOMPARE(row[data.header.indexOf(own.header[c])], alone[c]);
      }
      QCOMPARE(rows, qsizetype(own.rows.size()));
    }
    const QString caption = figureCaption(input, recipe);
    for (const char* words :
         {"(a) Share of tokens whose best word is the next token", "(b) Mean \u2212log p",
          "(a): Means of documents' means", "(b): Means of documents' means",
          "told apart by their field subject", "Read at loop 4", ", trace ", ", corpus "})
      QVERIFY2(caption.contains(words), qPrintable(caption));
    QCOMPARE(caption.count("Model made-up"), 1);

    // Of the corpus alone: no trace, and read alike, so said once.
    page.panels = {recipeOf("accuracy"), recipeOf("loss")};
    const FigureInput alone(both_[0]);
    const FigureRecipe own = recipeFor(page);
    const QString shorter = figureCaption(alone, own);
    QCOMPARE(shorter.count("percentile intervals"), 1);
    QVERIFY2(!shorter.contains("trace "), qPrintable(shorter));
    for (const char* suffix : {"svg", "pdf", "png", "json"}) {
      const QString path = folder_.filePath(QStringLiteral("page.%1").arg(suffix));
      exportFigure(alone, own, path);
      const FigureRecipe again = loadCorpusRecipe(path);
      QCOMPARE(again.toJson(), own.toJson());
      QCOMPARE(renderFigure(alone, again, suffix), bytesOf(path));
    }
    QVERIFY(refusal([&] { drawFigure(alone, recipe); }).contains("is of a trace"));
    QVERIFY(refusal([&] { drawFigure(trace, recipe); }).contains("is of a corpus"));
  }

  void theCommandDrawsPages() {
    const QString trace = folder_.filePath("t.trace.safetensors"), out = folder_.filePath("p.svg");
    writeTrace(*test::syntheticTrace({.tokens = 8, .loops = 4}), trace.toStdString());
    const auto said = [&](const QStringList& arguments) {
      QProcess process;
      process.start(qEnvironmentVariable("OUROSCOPE_WINDOW"), QStringList{"figure"} + arguments);
      process.waitForFinished(120000);
      return QString::number(process.exitCode()) + ' ' +
             QString::fromUtf8(process.readAllStandardError());
    };
    const QStringList page{"page", texts(), "--panels", "accuracy,exit-histogram"};
    QCOMPARE(said(page + QStringList{"--columns", "2", "--part", "selection", "--out", out}), "0 ");
    QVERIFY(bytesOf(out).contains("of the selection part"));
    const QByteArray first = bytesOf(out);
    QCOMPARE(said({out, texts(), "--out", folder_.filePath("again.svg")}), "0 ");
    QCOMPARE(bytesOf(folder_.filePath("again.svg")), first);
    const QStringList mixed{"page", trace, "--panels", "heatmap,corpus:accuracy", "--out", out};
    QCOMPARE(said(mixed + QStringList{"--corpus", texts()}), "0 ");
    QVERIFY(bytesOf(out).contains("Accuracy of the next token (%), n = 40"));
    QVERIFY(said(mixed).startsWith("1 ") && said(mixed).contains("name its folder with --corpus"));
    QVERIFY(said({out, texts()}).contains("give the trace, and the corpus with --corpus"));
    QVERIFY(said({"heatmap", trace, "--corpus", texts()}).contains("leave one of them out"));
    QVERIFY(said({"page", texts(), "--panels", "heatmap"}).contains("is not one of them"));
    QVERIFY(said({"page", texts(), "--panels", "loss", "--budget", "2"})
                .contains("belongs to figures of traces"));
    QVERIFY(said({"accuracy", texts(), "--columns", "2"}).startsWith("1 "));
  }

  /// Why there is no figure, in the language of the window; files stay English.
  void reasonsFollowTheLanguage() {
    const FigureInput input(both_[0]);
    const QString english = corpusChart(input, recipeOf("pareto")).missing;
    installLanguage("de");
    const QString german = corpusChart(input, recipeOf("pareto")).missing;
    const QString onPaper = refusal([&] { drawFigure(input, recipeOf("pareto")); });
    installLanguage("en");
    QVERIFY(english.contains("needs questions"));
    QVERIFY2(!german.isEmpty() && german != english, qPrintable(german));
    QCOMPARE(onPaper, english);
  }

  /// One file: well-formed but for its first lines, no script, nothing from elsewhere, every
  /// figure.
  void thePageStandsAlone() {
    const QString hostile = folder_.filePath("hostile"), page = folder_.filePath("page.html");
    test::writeSyntheticCorpus(hostile, {.documents = 12,
                                         .choices = true,
                                         .input = "<script>alert(1)</script>&\"'.jsonl",
                                         .model = "a]]><b onload=x>"});
    QProcess process;
    process.start(qEnvironmentVariable("OUROSCOPE_WINDOW"),
                  {"figure", "all", hostile, "--page", page});
    QVERIFY(process.waitForFinished(120000));
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError());
    QByteArray html = bytesOf(page);
    QCOMPARE(html.count("<svg"), qsizetype(corpusFigureKinds().size()));
    for (const char* bad : {"<script", "<b ", "src=", "@import", "url(http", "<link", "<iframe"})
      QVERIFY2(!html.contains(bad), bad);
    html.replace("<!DOCTYPE html>", "");
    static const QRegularExpression open("<meta ([^>]*)>");
    QXmlStreamReader xml(QString::fromUtf8(html).replace(open, "<meta \\1/>"));
    QSet<QString> ids;
    while (!xml.atEnd())
      if (xml.readNext() == QXmlStreamReader::StartElement)
        for (const QXmlStreamAttribute& attribute : xml.attributes()) {
          QVERIFY2(!attribute.name().startsWith(u"on"), qPrintable(attribute.value().toString()));
          if (attribute.name() != u"id") continue;
          QVERIFY(!ids.contains(attribute.value().toString()));
          ids << attribute.value().toString();
        }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
  }

  void theCommandDrawsThemAll() {
    const QString out = folder_.filePath("all");
    QProcess process;
    process.start(qEnvironmentVariable("OUROSCOPE_WINDOW"),
                  {"figure", "all", texts(), "--out", out, "--format", "svg,csv", "--width-mm",
                   "84", "--caption", "txt", "--part", "confirmation"});
    QVERIFY(process.waitForFinished(120000));
    QCOMPARE(process.readAllStandardError(),
             QByteArray("14 files written, 0 failed, 1 figures not possible.\n"));
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(QFile::exists(out + "/texts.operating-curve.svg"));
    QVERIFY(bytesOf(out + "/texts.loss.txt").contains("of the confirmation part"));
    const auto said = [&](const QStringList& arguments) {
      process.start(qEnvironmentVariable("OUROSCOPE_WINDOW"), QStringList{"figure"} + arguments);
      process.waitForFinished(120000);
      return QString::number(process.exitCode()) + ' ' +
             QString::fromUtf8(process.readAllStandardError());
    };
    const QString file = folder_.filePath("one.svg");
    QCOMPARE(said({"accuracy", "--corpus", texts(), "--by", "subject", "--out", file}), "0 ");
    QCOMPARE(said({file, texts(), "--out", folder_.filePath("two.svg")}), "0 ");
    QCOMPARE(bytesOf(folder_.filePath("two.svg")), bytesOf(file));
    QVERIFY(said({"accuracy", texts(), "--budget", "2"}).contains("belongs to figures of traces"));
    QVERIFY(said({"heatmap", texts(), "--out", file}).contains("neither a figure of a corpus"));
    QVERIFY(said({"heatmap", file, "--by", "subject"}).contains("belongs to figures of a corpus"));
  }

 private:
  QString texts() const { return folder_.filePath("texts"); }
  QString tasks() const { return folder_.filePath("tasks"); }
  QString few() const { return folder_.filePath("few"); }
  QString deep() const { return folder_.filePath("deep"); }

  QTemporaryDir folder_;
  std::vector<CorpusPtr> both_;
};

QTEST_MAIN(TestCorpusFigures)
#include "tst_corpus_figures.moc"
