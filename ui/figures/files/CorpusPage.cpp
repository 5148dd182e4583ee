// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/files/CorpusPage.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include "core/support/Version.h"
#include "ui/base/Language.h"
#include "ui/base/PlainText.h"
#include "ui/figures/files/FigureCaption.h"
#include "ui/figures/files/FigureExport.h"
#include "ui/figures/files/Sinks.h"
#include "ui/figures/kinds/CorpusKinds.h"
#include "ui/figures/kinds/FigureKinds.h"

namespace ouroscope {
namespace {

constexpr const char* kStyle =
    "body{font:16px/1.5 system-ui,\"DejaVu Sans\",Verdana,sans-serif;color:#1f2428;"
    "background:#fff;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.2rem;margin:2.5rem 0 .5rem}"
    "figure{margin:0}figure svg{width:100%;height:auto;max-width:50rem}"
    "figcaption{font-size:.85rem;color:#454d54;max-width:50rem}"
    "dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:1rem 0}"
    "dt{color:#5c666e}dd{margin:0;overflow-wrap:anywhere}"
    "details{margin:.7rem 0;font-size:.85rem}summary{cursor:pointer;color:#2f6fb3}"
    ".wide{overflow-x:auto}table{border-collapse:collapse;margin-top:.5rem;"
    "font-variant-numeric:tabular-nums}th,td{padding:.15rem .6rem;text-align:right;"
    "border-bottom:1px solid #e3e6e8;white-space:nowrap}th{color:#5c666e;font-weight:600}"
    "td.t,th.t{text-align:left}footer{margin-top:3rem;font-size:.8rem;color:#5c666e}"
    "@media print{details.numbers{display:none}figure{break-inside:avoid}}";

QByteArray element(const char* name, const QString& text, const char* attributes = "") {
  return QByteArray("<") + name + attributes + '>' + xmlText(text) + "</" + name + ">";
}

/// The SVG as an element of a page: without the lines before it, with names of its own.
QByteArray inlined(const QByteArray& svg, const QString& prefix) {
  QString text = QString::fromUtf8(svg);
  text = text.mid(text.indexOf(QLatin1String("<svg")));
  static const QRegularExpression metadata(R"(<metadata>.*?</metadata>)",
                                           QRegularExpression::DotMatchesEverythingOption),
      ids(R"re( id="([^"]+)")re"), uses(R"(url\(#([^)]+)\))"), links(R"re(href="#([^"]+)")re");
  text.remove(metadata);  // the page has the numbers as tables
  text.replace(ids, " id=\"" + prefix + "\\1\"");
  text.replace(uses, "url(#" + prefix + "\\1)");
  text.replace(links, "href=\"#" + prefix + "\\1\"");
  return text.trimmed().toUtf8();
}

QByteArray table(const FigureData& data) {
  // A column that is empty in all rows says nothing.
  std::vector<qsizetype> columns;
  for (qsizetype c = 0; c < data.header.size(); ++c)
    if (std::any_of(data.rows.begin(), data.rows.end(),
                    [&](const QStringList& row) { return !row.value(c).isEmpty(); }))
      columns.push_back(c);
  const auto attributes = [&](qsizetype c) {
    return data.textColumns.contains(data.header[c]) ? " class=\"t\"" : "";
  };
  QByteArray out = "<div class=\"wide\"><table><thead><tr>";
  for (const qsizetype c : columns) out += element("th", data.header[c], attributes(c));
  out += "</tr></thead><tbody>\n";
  for (const QStringList& row : data.rows) {
    out += "<tr>";
    for (const qsizetype c : columns) out += element("td", row[c], attributes(c));
    out += "</tr>\n";
  }
  return out + "</tbody></table></div>";
}

QString member(const nlohmann::ordered_json& json, const char* key) {
  const auto at = json.find(key);
  if (at == json.end() || at->is_null()) return QStringLiteral("\u2013");
  if (at->is_array()) {
    QStringList parts;
    for (const auto& part : *at)
      parts << shownName(part.is_string() ? part.get<std::string>() : part.dump(), 200);
    return parts.join(QStringLiteral("; "));
  }
  return shownName(at->is_string() ? at->get<std::string>() : at->dump(), 200);
}

QByteArray facts(const Corpus& corpus, const CorpusReport* report) {
  const auto& m = corpus.manifest().json();
  QByteArray out = "<dl>\n";
  const auto fact = [&](const char* name, const QString& value) {
    out += element("dt", QString::fromUtf8(name)) + element("dd", value) + '\n';
  };
  if (report) {
    fact("Documents", QString::number(report->documents));
    fact("Tokens", QStringLiteral("%1, %2 counted").arg(report->tokens).arg(report->counted));
    for (const auto& [kind, tasks] : report->sums.tasks)
      fact("Questions", QStringLiteral("%1 (%2)")
                            .arg(tasks.questions)
                            .arg(kind == kChoiceTasks ? "choices" : "generated answers"));
  }
  fact("Input", member(m["input"], "name") + ", sha256 " + member(m["input"], "sha256"));
  fact("Model", member(m["model"], "name") + ", " + member(m["model"], "arithmetic"));
  // The first figure stands on the first screen.
  out += "</dl>\n<details><summary>Settings</summary><dl>\n";
  fact("Weights", "sha256 " + member(m["model"], "weights_sha256"));
  fact("Loops", QString::number(corpus.manifest().loops()));
  for (const auto& [key, value] : m["settings"].items())
    if (!value.is_null() && !value.is_object())
      fact(("Setting " + key).c_str(), member(m["settings"], key.c_str()));
  fact("Split",
       member(m["split"], "by") + ", selection share " + member(m["split"], "selection_share"));
  fact("Devices", member(m, "devices"));
  fact("Run with", member(m, "tool"));
  return out + "</dl></details>\n";
}

}  // namespace

QByteArray corpusPage(const CorpusPtr& corpus, const std::vector<FigureRecipe>& recipes) {
  const PaperLanguage english;
  const FigureInput input(corpus);
  const auto& m = corpus->manifest().json();
  const QString title =
      member(m["model"], "name") + QStringLiteral(" on ") + member(m["input"], "name");
  Corpus::ReportPtr first;
  QByteArray figures;
  int number = 0;
  for (const FigureRecipe& recipe : recipes) {
    const QString name =
        QCoreApplication::translate("FigureKinds", corpusFigureKind(recipe.kind).title);
    if (!first) first = corpus->report(reportFor(recipe));
    figures += "<section>\n" + element("h2", name) + '\n';
    if (const QString missing = corpusChart(input, recipe).missing; !missing.isEmpty()) {
      figures += element("p", missing) + "\n</section>\n";
      continue;
    }
    figures += "<figure>\n" +
               inlined(renderFigure(input, recipe, "svg", {.data = false}),
                       QStringLiteral("f%1-").arg(++number)) +
               '\n' + element("figcaption", figureCaption(input, recipe)) + "\n</figure>\n" +
               "<details class=\"numbers\"><summary>Numbers</summary>" +
               table(figureData(input, recipe)) + "</details>\n</section>\n";
  }
  return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
         "style-src 'unsafe-inline'; img-src data:\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
         element("title", title) + "\n<style>" + kStyle + "</style>\n</head>\n<body>\n" +
         element("h1", title) + '\n' + facts(*corpus, first.get()) + figures +
         element("footer", QStringLiteral("Ouroscope %1").arg(QString::fromLatin1(version()))) +
         "\n</body>\n</html>\n";
}

}  // namespace ouroscope
