// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/kinds/CorpusKinds.h"

#include <cmath>

#include "core/support/Error.h"
#include "ui/base/Language.h"
#include "ui/base/Names.h"
#include "ui/base/PlainText.h"
#include "ui/figures/kinds/CorpusCharts.h"
#include "ui/figures/plots/EstimateFigure.h"
#include "ui/figures/plots/OperatingCurveFigure.h"

namespace ouroscope {
namespace corpus_kinds {
namespace {

[[noreturn]] void refuse(const QString& problem) {
  throw Error(QStringLiteral("Figure recipe: corpus.%1.").arg(problem).toStdString());
}

QString wordOf(const QJsonObject& json, const QString& key, const QStringList& allowed) {
  const QJsonValue value = json.value(key);
  if (!value.isString()) refuse(key + " must be a text");
  if (!allowed.isEmpty() && !allowed.contains(value.toString()))
    refuse(key + " is \"" + value.toString() + "\", allowed are " + allowed.join(", "));
  return value.toString();
}

/// A whole number; a seed has 64 bits, so it may be a text.
std::uint64_t wholeOf(const QJsonObject& json, const QString& key, double most, bool text = false) {
  const QJsonValue value = json.value(key);
  bool good = false;
  const qulonglong read = text && value.isString() ? value.toString().toULongLong(&good) : 0;
  if (good) return read;
  const double number = value.toDouble(-1);
  if (!(number >= 0 && number <= most && number == std::floor(number)))
    refuse(key + QStringLiteral(" must be a whole number from 0 to %1").arg(most, 0, 'f', 0));
  return static_cast<std::uint64_t>(number);
}

QJsonObject accuracyOptions(const QJsonObject& given) {
  return oneOption(given, "measure", QStringList{"auto"} + idsOf(accuracyMeasures()), "auto");
}

QJsonObject paretoOptions(const QJsonObject& given) {
  QStringList allowed = QStringList{"auto"} + idsOf(accuracyMeasures());
  allowed.removeAll("accuracy");
  return oneOption(given, "measure", allowed, "auto");
}

QJsonObject classOptions(const QJsonObject& given) {
  return oneOption(given, "classes", {"all", "word", "position"}, "all");
}

QJsonObject depthOptions(const QJsonObject& given) {
  return oneOption(given, "classes", {"word", "position"}, "word");
}

Grouping classesOption(const FigureRecipe& recipe) {
  // With a field its values are told apart, not the classes.
  if (recipe.corpus && recipe.corpus->value("by").isString()) return Grouping::None;
  return groupingFromName(recipe.options.value("classes").toString("all").toStdString());
}

/// The names of `ablation` of a trace, so that its recipe keeps its meaning.
QJsonObject groupOptions(const QJsonObject& given) {
  for (const QString& key : given.keys())
    if ((key != "by" && key != "group") || !given.value(key).isString() ||
        (key == "by" &&
         !QStringList{"all", "word", "position"}.contains(given.value(key).toString())))
      throw Error(
          "Figure recipe: options of the ablation of a corpus are \"by\" (all, word, position) and "
          "\"group\" (a name).");
  return {{"by", given.value("by").toString("all")},
          {"group", given.value("group").toString("all")}};
}

Grouping groupClasses(const FigureRecipe& recipe) {
  return groupingFromName(recipe.options.value("by").toString("all").toStdString());
}

QJsonObject qualityAll(const QJsonObject& given) {
  return qualityOptions(given, "all", true);
}

QJsonObject qualityOne(const QJsonObject& given) {
  return qualityOptions(given, "nll", false);
}

QString text(const nlohmann::ordered_json& json, const char* key) {
  const auto at = json.find(key);
  return at != json.end() && at->is_string() ? shownName(at->get<std::string>()) : QString();
}

/// "Means over documents with 95 % percentile intervals of a bootstrap over ...".
QString meansSentence(const CorpusReportOptions& o, const CorpusReport& report) {
  const QString groups = QString::fromStdString(o.groupBy);
  QString out = o.mean == MeanOver::Documents
                    ? QStringLiteral("Means of documents' means over tokens")
                    : QStringLiteral("Means over tokens");
  out +=
      QStringLiteral("; 95 % percentile intervals of a bootstrap over %1 (%2 resamples, seed %3).")
          .arg(groups.isEmpty() ? QStringLiteral("documents")
                                : QStringLiteral("groups of %1").arg(shownName(o.groupBy)))
          .arg(o.bootstrap.resamples)
          .arg(o.bootstrap.seed);
  bool any = false, lacking = false;
  for (const CorpusRow& row : report.rows) {
    any = any || std::isfinite(row.estimate.interval.low);
    lacking = lacking || row.estimate.clusters < kFewestForInterval;
  }
  if (lacking || !any)
    out += QStringLiteral(" No interval below %1 of them.").arg(kFewestForInterval);
  return out;
}

QString documentsSentence(const Corpus& corpus, const CorpusReportOptions& o,
                          const CorpusReport& report) {
  const auto& m = corpus.manifest().json();
  QString out = QStringLiteral("n = %1 documents").arg(report.documents);
  out += o.part == "all" ? QStringLiteral(" (all parts)")
                         : QStringLiteral(" of the %1 part").arg(QString::fromStdString(o.part));
  out += QStringLiteral(" of %1 (sha256 %2), %3 tokens, %4 counted.")
             .arg(text(m["input"], "name"), text(m["input"], "sha256").left(12),
                  QString::number(report.tokens), QString::number(report.counted));
  if (report.cut > 0)
    out += QStringLiteral(" %1 documents were cut at the most tokens.").arg(report.cut);
  if (report.inFolder < corpus.manifest().documentsHere())
    out += QStringLiteral(" Unfinished: %1 of %2 documents are done.")
               .arg(report.inFolder)
               .arg(corpus.manifest().documentsHere());
  if (corpus.manifest().shards() > 1)
    out += QStringLiteral(" Shard %1 of %2.")
               .arg(corpus.manifest().shard())
               .arg(corpus.manifest().shards());
  return out;
}

QString modelSentence(const Corpus& corpus) {
  const auto& m = corpus.manifest().json();
  const auto& settings = m["settings"];
  QString out =
      QStringLiteral("Model %1 (weights sha256 %2), %3; %4 loops, counted from 1.")
          .arg(text(m["model"], "name"), text(m["model"], "weights_sha256").left(12),
               text(m["model"], "arithmetic"), QString::number(corpus.manifest().loops()));
  const auto q = settings.find("exit_threshold"), budget = settings.find("budget");
  if (q != settings.end() && q->is_number())
    out += QStringLiteral(" Read with the exit threshold %1.").arg(q->get<double>());
  else
    out += QStringLiteral(" Read as the model is set to exit.");
  if (budget != settings.end() && budget->is_number_integer())
    out += QStringLiteral(" At most %1 loops.").arg(budget->get<int>());
  return out;
}

CorpusPtr corpusOf(const FigureInput& input) {
  if (!input.corpus) throw Error("This figure is of a corpus: give the folder of one.");
  return input.corpus;
}

}  // namespace
}  // namespace corpus_kinds

std::span<const CorpusFigureKind> corpusFigureKinds() {
  using namespace corpus_kinds;
  static const CorpusFigureKind kinds[] = {
      {"exit-histogram", QT_TRANSLATE_NOOP("FigureKinds", "Exit histogram"), exitHistogramChart,
       classOptions, false, true, classesOption},
      {"depth-by-class", QT_TRANSLATE_NOOP("FigureKinds", "Depth by class of token"),
       depthByClassChart, depthOptions, false, true, classesOption},
      {"accuracy", QT_TRANSLATE_NOOP("FigureKinds", "Accuracy by loop"), accuracyChart,
       accuracyOptions, false, true},
      {"loss", QT_TRANSLATE_NOOP("FigureKinds", "Loss against loops"), corpusLossChart, nullptr,
       false, true},
      {"ablation", QT_TRANSLATE_NOOP("FigureKinds", "Loop ablation"), corpusAblationChart,
       groupOptions, false, false, groupClasses},
      {"operating-curve", QT_TRANSLATE_NOOP("FigureKinds", "Operating curve"), corpusOperatingChart,
       qualityAll, true},
      {"exit-rules", QT_TRANSLATE_NOOP("FigureKinds", "Exit rules at equal depth"),
       corpusRulesChart, qualityOne, true},
      {"pareto", QT_TRANSLATE_NOOP("FigureKinds", "Accuracy against mean loops"), paretoChart,
       paretoOptions, true},
  };
  return kinds;
}

QStringList corpusFigureKindIds() {
  QStringList ids;
  for (const CorpusFigureKind& kind : corpusFigureKinds()) ids << kind.id;
  return ids;
}

const CorpusFigureKind& corpusFigureKind(const QString& id) {
  for (const CorpusFigureKind& kind : corpusFigureKinds())
    if (id == kind.id) return kind;
  throw Error("There is no figure \"" + id.toStdString() + "\" of a corpus: choose one of " +
              corpusFigureKindIds().join(", ").toStdString() + ".");
}

CorpusReportOptions reportFor(const FigureRecipe& recipe) {
  using namespace corpus_kinds;
  const CorpusFigureKind& kind = corpusFigureKind(recipe.kind);
  const QJsonObject given = recipe.corpus.value_or(QJsonObject());
  CorpusReportOptions options;
  for (const QString& key : given.keys()) {
    if (key == "part")
      options.part = wordOf(given, key, {"all", "selection", "confirmation"}).toStdString();
    else if (key == "by")
      options.by = wordOf(given, key, {}).toStdString();
    else if (key == "group_by")
      options.groupBy = wordOf(given, key, {}).toStdString();
    else if (key == "mean")
      options.mean = wordOf(given, key, {"documents", "tokens"}) == "tokens" ? MeanOver::Tokens
                                                                             : MeanOver::Documents;
    else if (key == "resamples")
      options.bootstrap.resamples = static_cast<int>(wholeOf(given, key, 1e6));
    else if (key == "seed")
      options.bootstrap.seed = wholeOf(given, key, 9007199254740992.0, true);
    else
      refuse(key + " is unknown; known are part, by, group_by, mean, resamples, seed");
  }
  if (!options.by.empty() && !kind.fields)
    throw Error("The figure \"" + recipe.kind.toStdString() +
                "\" tells no documents apart by a field: leave \"by\" out.");
  options.curves = kind.curves;
  options.pairs = false;
  if (kind.classes) options.classes = kind.classes(recipe);
  return options;
}

void checkCorpusRecipe(const FigureRecipe& recipe) {
  (void)reportFor(recipe);
  if (recipe.firstToken > 0 || recipe.lastToken >= 0)
    throw Error("A figure of a corpus takes no range of tokens.");
}

EstimateChart corpusChart(const FigureInput& input, const FigureRecipe& recipe) {
  const CorpusPtr corpus = corpus_kinds::corpusOf(input);
  const auto report = corpus->report(reportFor(recipe));
  return corpusFigureKind(recipe.kind).chart(*corpus, *report, recipe);
}

FigureDrawing drawCorpusFigure(const FigureInput& input, const FigureRecipe& recipe) {
  auto chart = std::make_shared<const EstimateChart>(corpusChart(input, recipe));
  if (!chart->missing.isEmpty()) throw Error(chart->missing.toStdString());
  const double height =
      recipe.heightMm > 0 ? recipe.heightMm : EstimateFigure::heightFor(*chart, recipe.widthMm);
  auto plot = std::make_unique<EstimateFigure>();
  EstimateFigure* figure = plot.get();
  const QSizeF size(recipe.widthMm, height);
  // Whether panels stand beside each other depends on the size.
  figure->setViewport(QRect(QPoint(), (size * kFigureUnitsPerMm).toSize()));
  figure->setTheme(FigureTheme::paperTheme(recipe));
  figure->setChart(chart);
  return plotDrawing(std::move(plot), size, [figure] {
    figure->arrange();
    figure->replot();
    figure->arrange();
  });
}

FigureData corpusFigureData(const FigureInput& input, const FigureRecipe& recipe) {
  const EstimateChart chart = corpusChart(input, recipe);
  if (!chart.missing.isEmpty()) throw Error(chart.missing.toStdString());
  FigureData out{{"series", "measure", "setting", "at", "field", "value", "tokens", "x", "x_low",
                  "x_high", "estimate", "low", "high", "n_documents", "n_clusters", "n_tokens"},
                 {},
                 {"series", "measure", "setting", "field", "value", "tokens"}};
  const QString field = recipe.corpus ? QString::fromStdString(reportFor(recipe).by) : QString();
  for (const ChartPanel& panel : chart.panels)
    for (const ChartSeries& series : panel.series)
      for (const ChartPoint& p : series.points) {
        const CorpusRow& row = p.row;
        out.rows.push_back(
            {series.name, coreText(row.name.measure), coreText(row.name.setting),
             row.name.setting.empty() || row.name.setting == "exit" ? QString()
                                                                    : dataNumber(row.name.at),
             row.value ? field : QString(), row.value ? dataToken(*row.value) : QString(),
             dataToken(row.tokens), panel.categories.isEmpty() ? dataNumber(p.x) : QString(),
             dataNumber(p.across.low), dataNumber(p.across.high), dataNumber(row.estimate.value),
             dataNumber(row.estimate.interval.low), dataNumber(row.estimate.interval.high),
             QString::number(row.documents), QString::number(row.estimate.clusters),
             QString::number(row.tokenCount)});
      }
  return out;
}

QStringList corpusSentences(const FigureInput& input, const QList<FigureRecipe>& figures,
                            const QStringList& letters) {
  using namespace corpus_kinds;
  const CorpusPtr corpus = corpusOf(input);
  QStringList said;       // how the numbers of some figures were made
  QList<QStringList> of;  // whose they are
  for (qsizetype i = 0; i < figures.size(); ++i) {
    const CorpusReportOptions options = reportFor(figures[i]);
    const auto report = corpus->report(options);
    QStringList sentences{meansSentence(options, *report)};
    if (!options.by.empty())
      sentences << QStringLiteral("Documents are told apart by their field %1.")
                       .arg(shownName(options.by));
    sentences << documentsSentence(*corpus, options, *report);
    const QString own = sentences.join(' ');
    if (!said.contains(own)) {
      said << own;
      of << QStringList();
    }
    of[said.indexOf(own)] << letters.value(i);
  }
  QStringList out;
  for (qsizetype k = 0; k < said.size(); ++k)
    out << (said.size() > 1 && !of[k].first().isEmpty() ? of[k].join(", ") + ": " : QString()) +
               said[k];
  return out << modelSentence(*corpus);
}

QString corpusFingerprint(const FigureInput& input, const FigureRecipe& figure) {
  const auto report = corpus_kinds::corpusOf(input)->report(reportFor(figure));
  return QStringLiteral("corpus ") + QString::fromStdString(report->sha256.substr(0, 12));
}

}  // namespace ouroscope
