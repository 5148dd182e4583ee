// SPDX-License-Identifier: GPL-3.0-or-later
// `ouroscope figure`, by kind of fault: the environment in a file, text that becomes code, values
// that are not there, requests that cannot be met, warnings and incomplete pictures.
#include <QFontDatabase>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>
#include <cmath>

#include "core/support/Error.h"
#include "tests/support/MeasuredProcess.h"
#include "tests/support/TestFiles.h"
#include "tests/support/TextTrace.h"
#include "ui/base/Language.h"
#include "ui/figures/base/ColourMap.h"
#include "ui/figures/base/PaperSizes.h"
#include "ui/figures/files/FigureCaption.h"
#include "ui/figures/files/FigureCheck.h"
#include "ui/figures/files/FigureExport.h"
#include "ui/figures/files/PaintWatch.h"
#include "ui/figures/files/Sinks.h"
#include "ui/figures/kinds/FigurePage.h"
#include "ui/figures/plots/HeatmapFigure.h"

using namespace ouroscope;
using test::bytesOf;

namespace {

struct Said {
  int status = -1;
  QString out, errors;
};

/// Runs a program; `environment` holds "NAME=VALUE", or "NAME" to take it away.
Said ask(const QString& program, const QStringList& arguments,
         const QStringList& environment = {}) {
  QProcess process;
  QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
  for (const QString& setting : environment) {
    const qsizetype at = setting.indexOf('=');
    at < 0 ? all.remove(setting) : all.insert(setting.left(at), setting.mid(at + 1));
  }
  process.setProcessEnvironment(all);
  process.start(program, arguments);
  process.waitForFinished(120000);
  return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
          QString::fromUtf8(process.readAllStandardOutput()),
          QString::fromUtf8(process.readAllStandardError())};
}

/// What a text of somebody else's may hold: markup, commands, formulas, controls, directions.
const QStringList kHostile{
    QStringLiteral("x\" onmouseover=\"alert(1)"),
    QStringLiteral("<script>alert(1)</script>"),
    QStringLiteral("a & b &lt; ]]> <!--"),
    QStringLiteral("%1 %2 %99 %n"),
    QStringLiteral("=HYPERLINK(\"http://x\")"),
    QStringLiteral("+1+1"),
    QStringLiteral("@SUM(A1)"),
    QStringLiteral("-2+3, \"quoted\""),
    QStringLiteral("\\input{x}}{\\end{document} $^_~#"),
    QStringLiteral("two\n\nparagraphs\r\nhere"),
    QStringLiteral("bell\a back\b esc\x1b[2J nul"),
    QString(QChar(0x202e)) + "turned" + QChar(0x2028) + "line",
    QString(QChar(0xfffe)) + "not" + QChar(0xffff),
    QString::fromUtf8("\xf0\x9f\x99\x82 caf\xc3\xa9 \xe4\xb8\xad"),
};

/// A trace that has `text` in every place where a file may put text.
TracePtr hostileTrace(const QString& text, bool hidden = true) {
  const test::SyntheticOptions options{
      .tokens = 8, .captureHidden = hidden, .captureLayers = true, .sweep = true};
  const TracePtr made = test::syntheticTrace(options);
  TraceInfo info = made->info();
  const std::string bytes = text.toStdString();
  info.modelName = info.dtype = info.device = info.tokenizerKind = info.gateName = bytes;
  for (std::string& gate : info.otherGates) gate = bytes + "2";
  info.sweep->intervention = info.sweep->from = bytes;
  if (info.otherGates.size() > 1) info.otherGates[1] = bytes + "3";
  RecordColumns columns = made->whole();
  for (std::string& token : columns.tokenBytes) token = bytes;
  for (auto& [id, word] : columns.wordBytes) word = bytes;
  return std::make_shared<const Trace>(std::move(info), std::move(columns), made->loops(),
                                       made->topK());
}

FigureRecipe recipeFor(const QString& kind) {
  FigureRecipe recipe;
  recipe.kind = kind;
  if (kind == "page") {
    FigurePage page;
    FigureRecipe text;
    text.kind = "text";
    page.panels = {FigureRecipe(), text};
    recipe.options = page.toOptions();
  }
  recipe.rule.q = 0.7;
  return recipeFromJson(recipe.toJson());
}

/// Every brace, dollar and backslash that reaches LaTeX is part of what latexText() writes.
bool isPlainLatex(const QString& text) {
  static const QRegularExpression known(
      R"(\\[{}$&#%_]|\\text(backslash|asciitilde|asciicircum|less|greater|quotedbl|asciigrave)\{\})"
      R"(|\$(\\geq|\\leq|\\lambda|-|\\Vert)\$)");
  QString rest = text;
  rest.remove(known);
  for (const QChar c : rest)
    if (QStringLiteral("\\{}$&#%_^~").contains(c) || c.category() == QChar::Other_Control)
      return false;
  return true;
}

}  // namespace

class TestFigureCommand : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void everyEnvironmentGivesTheSameBytes();
  void hostileTextStaysText_data();
  void hostileTextStaysText();
  void spreadsheetsRunNothing();
  void fontsAreInstalledOrRefused();
  void colourLimitsShowWhatLiesBeyond();
  void lowerBudgetsTakeTheRemainder();
  void aLoopHasOneColour();
  void whatIsNotThereIsRefused_data();
  void whatIsNotThereIsRefused();
  void wordsThatAreAskedForAreDrawnAlone();
  void warningsReachTheCommandLine();
  void captionsAreWritten();
  void columnHeatmapsKeepTheirWords();
  void missingGlyphsAreNamed();
  void pagesStayWithinWhatReadersTake();
  void shippedRecipesAreClean_data();
  void shippedRecipesAreClean();
  void panelsAndVenues();
  void incompletePicturesAreErrors();
  void standardErrorHoldsNoNoise();
  void dataCanBeLeftOut();
  void pipesAreRefused();
  void recipesAreReadStrictly();
  void limitsAreSharedOverTraces();
  void manyTracesTakeNoMoreMemory();
  void otherNamesAreRefused();

 private:
  QString file(const QString& name) const { return folder_.filePath(name); }
  Said figure(const QStringList& arguments, const QStringList& environment = {}) const {
    return ask(program_, QStringList{"figure"} + arguments, environment);
  }
  QString save(const TracePtr& trace, const QString& name) const {
    const QString path = file(name + ".trace.safetensors");
    writeTrace(*trace, path.toStdString());
    return path;
  }
  QTemporaryDir folder_;
  QString program_;
};

void TestFigureCommand::initTestCase() {
  program_ = qEnvironmentVariable("OUROSCOPE_WINDOW");
  QVERIFY(folder_.isValid());
  QVERIFY2(!program_.isEmpty(), "the window program was not built");
}

void TestFigureCommand::everyEnvironmentGivesTheSameBytes() {
  QVERIFY(QDir(folder_.path()).mkpath("one"));
  save(test::syntheticTrace({.tokens = 17, .captureHidden = true}), "one/t");
  const std::vector<QStringList> environments{
      {"TZ=UTC"},
      {"TZ=CET-1"},
      {"TZ=EST5EDT"},
      {"TZ=IST-5:30", "LC_ALL=de_DE.UTF-8", "LANG=de_DE.UTF-8", "LANGUAGE=de"},
      {"LC_ALL=ar_EG.UTF-8", "LANG=ar_EG.UTF-8"},
      {"QT_FONT_DPI=72"},
      {"QT_FONT_DPI=192", "QT_ENABLE_HIGHDPI_SCALING=0"},
      {"QT_SCALE_FACTOR=2"},
      {"QT_SCREEN_SCALE_FACTORS=1.5", "QT_STYLE_OVERRIDE=windows"},
      {"HOME=/nonexistent", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME=/nonexistent", "QT_HASH_SEED=7"},
  };
  QHash<QString, QByteArray> first;
  for (std::size_t i = 0; i < environments.size(); ++i) {
    const QString out = file(QStringLiteral("env%1").arg(i));
    const Said said = figure({"all", file("one"), "--out", out, "--format", "pdf,svg,png,csv",
                              "--kinds", "heatmap,lens,text,ablation,orbits"},
                             environments[i]);
    QVERIFY2(said.status == 0, qPrintable(said.errors));
    const QStringList names = QDir(out).entryList(QDir::Files);
    QCOMPARE(names.size(), 20);
    for (const QString& name : names) {
      const QByteArray bytes = bytesOf(out + "/" + name);
      QVERIFY(!bytes.isEmpty());
      if (i == 0)
        first[name] = bytes;
      else
        QVERIFY2(first[name] == bytes,
                 qPrintable(name + " differs with " + environments[i].join(' ')));
    }
  }
  // A shorter date moves the objects after it: the PDF's own table still finds them.
  if (QStandardPaths::findExecutable("qpdf").isEmpty()) return;
  for (const char* date : {"", "SOURCE_DATE_EPOCH=86400"}) {
    const Said said = figure({"heatmap", file("one/t.trace.safetensors"), "--out", file("d.pdf")},
                             {"TZ=CET-1", date});
    QCOMPARE(said.status, 0);
    const Said check = ask("qpdf", {"--check", file("d.pdf")});
    QVERIFY2(check.status == 0, qPrintable(check.out + check.errors));
  }
}

void TestFigureCommand::hostileTextStaysText_data() {
  QTest::addColumn<QString>("text");
  for (int i = 0; i < kHostile.size(); ++i) QTest::addRow("%d", i) << kHostile[i];
}

void TestFigureCommand::hostileTextStaysText() {
  QFETCH(QString, text);
  const TracePtr trace = hostileTrace(text);
  const bool qpdf = !QStandardPaths::findExecutable("qpdf").isEmpty();
  for (const FigureKind& kind : figureKinds()) {
    const FigureInput input(trace, kind.needsOther ? trace : nullptr);
    FigureRecipe recipe = recipeFor(kind.id);
    for (const char* outlines : {"text", "outlines"}) {
      recipe.svgText = outlines;
      QXmlStreamReader xml(renderFigure(input, recipe, "svg"));
      static const QStringList plain{
          "svg",     "title",   "desc",           "defs",           "g",     "path",
          "text",    "rect",    "line",           "polyline",       "image", "polygon",
          "circle",  "ellipse", "metadata",       "figure",         "tspan", "mask",
          "pattern", "use",     "radialGradient", "linearGradient", "stop",  "clipPath"};
      while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement) {
          QVERIFY2(plain.contains(xml.name().toString()), qPrintable(xml.name().toString()));
          for (const QXmlStreamAttribute& attribute : xml.attributes())
            QVERIFY2(!attribute.name().startsWith(u"on"), kind.id);
        }
      QVERIFY2(!xml.hasError(), qPrintable(QString(kind.id) + ": " + xml.errorString()));
    }
    recipe.svgText = "text";
    // What is drawn again from a file is the same.
    for (const char* suffix : {"svg", "png", "json", "pdf"}) {
      const QString path = file(QStringLiteral("h.%1").arg(suffix));
      exportFigure(input, recipe, path);
      QCOMPARE(loadRecipe(path).toJson(), recipe.toJson());
    }
    const QByteArray pdf = bytesOf(file("h.pdf"));
    const qsizetype from = pdf.indexOf("<x:xmpmeta"), to = pdf.indexOf("</x:xmpmeta>");
    QVERIFY(from > 0 && to > from);
    QXmlStreamReader xmp(pdf.sliced(from, to + 12 - from));
    while (!xmp.atEnd()) xmp.readNext();
    QVERIFY2(!xmp.hasError(), qPrintable(xmp.errorString()));
    if (qpdf && QLatin1String(kind.id) == "exit-rules") {
      const Said check = ask("qpdf", {"--check", file("h.pdf")});
      QVERIFY2(check.status == 0, qPrintable(check.out + check.errors));
    }
    QVERIFY(QJsonDocument::fromJson(renderFigure(input, recipe, "json")).isObject());

    const QString caption = figureCaption(input, recipe);
    QVERIFY2(caption.contains(text) || figureKind(kind.id).needsOther, qPrintable(caption));
    const QString latex = latexFigure(caption, text + ".pdf", 84);
    const qsizetype begin = latex.indexOf("\\caption{") + 9;
    const QString inside = latex.mid(begin, latex.lastIndexOf("}\n\\end{figure}") - begin);
    QVERIFY2(isPlainLatex(inside), qPrintable(inside));
    QVERIFY2(isPlainLatex(latexText(text)), qPrintable(latexText(text)));
    const qsizetype name = latex.indexOf("mm]{") + 4;
    const QString path = latex.mid(name, latex.indexOf("}\n", name) - name);
    for (const QChar c : path) QVERIFY(!QStringLiteral("\\{}%#~^$&\n\r").contains(c));
  }

  // Names of figures, words, fonts and files on the command line.
  const QString path = save(trace, "hostile");
  for (const QStringList& arguments : {QStringList{"heatmap", path, "--family", text},
                                       {"lens", path, "--words", "q" + text},
                                       {text, path},
                                       {"heatmap", file(QString(text).remove('/'))},
                                       {"heatmap", path, "--gate", "q" + text},
                                       {"heatmap", path, "--measure", text},
                                       {"heatmap", path, "--venue", text}}) {
    const Said said = figure(arguments + QStringList{"--out", file("never.svg")});
    QVERIFY2(said.status == 1 || said.status == 2, qPrintable(arguments.join(' ')));
    QVERIFY(!QFile::exists(file("never.svg")));
    for (const QChar c : said.errors)
      QVERIFY2(c == '\n' || (c.category() != QChar::Other_Control && c != QChar(0x202e)),
               qPrintable(said.errors));
    QCOMPARE(said.errors.count('\n'), 1);
  }
}

void TestFigureCommand::spreadsheetsRunNothing() {
  for (const QString& text : kHostile) {
    const TracePtr trace = hostileTrace(text);
    const FigureInput input(trace);
    for (const char* kind : {"heatmap", "answer-map", "exit-rules", "text", "lens", "ribbon"}) {
      const FigureData data = figureData(input, recipeFor(kind));
      const QByteArray raw = renderFigure(input, recipeFor(kind), "csv"),
                       safe = renderFigure(input, recipeFor(kind), "csv", {.csvSafe = true});
      QCOMPARE(raw.count("\r\n"), safe.count("\r\n"));
      for (const QStringList& row : data.rows)
        for (const QString& cell : row) {
          bool number = false;
          QLocale::c().toDouble(cell, &number);
          const QByteArray written = csvLine({cell}, true);
          if (!number)
            QVERIFY2(
                !QByteArray("=+-@").contains(written.startsWith('"') ? written[1] : written[0]) ||
                    written.startsWith("\r\n"),
                written.constData());
          else
            QCOMPARE(written, csvLine({cell}));
        }
      if (QStringLiteral("=+@-").contains(text[0]) && QLatin1String(kind) != "ribbon")
        QVERIFY2(raw != safe || QLatin1String(kind) == "exit-rules", kind);
    }
  }
}

void TestFigureCommand::fontsAreInstalledOrRefused() {
  const FigureInput input(test::syntheticTrace());
  FigureRecipe recipe = recipeFor("heatmap");
  for (const char* family : {"No Such Font", "", "Foo & Bar", "x\" onload=\"y"}) {
    recipe.fontFamily = family;
    for (const char* suffix : {"pdf", "svg", "png"})
      QVERIFY_THROWS_EXCEPTION(Error, renderFigure(input, recipe, suffix));
  }
  const bool fonts = !QStandardPaths::findExecutable("pdffonts").isEmpty();
  const QStringList installed = QFontDatabase::families();
  for (const QString family : {"sans", "serif", "DejaVu Sans Mono", "dejavu serif"}) {
    recipe.fontFamily = family;
    if (family.contains(' ') && !installed.contains(family, Qt::CaseInsensitive)) continue;
    QString first = figureFamilies(family).first();
    const QByteArray svg = renderFigure(input, recipe, "svg");
    // One list everywhere, with the generic name last.
    static const QRegularExpression lists("font-family=\"([^\"]*)\"");
    int found = 0;
    for (auto at = lists.globalMatch(QString::fromUtf8(svg)); at.hasNext(); ++found) {
      const QString list = at.next().captured(1);
      QVERIFY2(list.startsWith("'" + first + "'") || list.startsWith("&#39;" + first),
               qPrintable(list));
      QVERIFY2(list.endsWith("serif"), qPrintable(list));
    }
    QVERIFY(found > 5);
    if (!fonts) continue;
    exportFigure(input, recipe, file("fonts.pdf"));
    const QString embedded = ask("pdffonts", {file("fonts.pdf")}).out;
    QVERIFY2(embedded.contains(first.remove(' ')), qPrintable(embedded + first));
  }
}

void TestFigureCommand::colourLimitsShowWhatLiesBeyond() {
  const FigureInput input(test::syntheticTrace({.tokens = 17}));
  FigureRecipe recipe = recipeFor("heatmap");
  const FigureScale whole = heatmapScale(*input.trace, recipe);
  QCOMPARE(whole.above + whole.below, 0);
  QVERIFY(!figureCaption(input, recipe).contains("Colours run"));
  const QByteArray plain = renderFigure(input, recipe, "svg");

  recipe.minimum = 0.05;
  recipe.maximum = 0.2;
  int above = 0, below = 0;
  for (const float v : measureMatrix(*input.trace, *recipe.measure, recipe.rule)) {
    above += double{v} > 0.2;
    below += double{v} < 0.05;
  }
  QVERIFY(above > 0 && below > 0);
  const FigureScale scale = heatmapScale(*input.trace, recipe);
  QCOMPARE(scale.above, above);
  QCOMPARE(scale.below, below);
  const QString caption = figureCaption(input, recipe);
  QVERIFY2(caption.contains("Colours run from 0.05 to 0.2."), qPrintable(caption));
  QVERIFY2(caption.contains(
               QStringLiteral("%1 of 68 cells lie above them, %2 below").arg(above).arg(below)),
           qPrintable(caption));
  // A triangle in each of these cells, and the bar's two points.
  const auto triangles = [](const QByteArray& svg) {
    static const QRegularExpression path(
        R"(<path[^>]* d="M[^"L]*L[^"L]*L[^"L]*(?:L[^"L]*)?Z?\s*")");
    int count = 0;
    for (auto at = path.globalMatch(QString::fromUtf8(svg)); at.hasNext(); at.next()) ++count;
    return count;
  };
  QCOMPARE(triangles(renderFigure(input, recipe, "svg")) - triangles(plain), above + below + 2);
  // One shared bar has the points too.
  FigurePage page;
  FigureRecipe left = recipe, right = recipe;
  left.lastToken = 7;
  right.firstToken = 8;
  page.columns = 2;
  page.panels = {left, right};
  FigureRecipe both = recipeFor("page");
  both.options = page.toOptions();
  const PagePlan plan = planPage(input, both);
  QVERIFY(plan.oneBar);
  QCOMPARE(plan.bar.above, above);
  QCOMPARE(plan.bar.below, below);

  for (const auto& [low, high] : {std::pair(-1.0, -3.0), std::pair(0.5, 0.0)}) {
    QJsonObject json = recipe.toJson();
    json["minimum"] = low;
    json["maximum"] = high;
    QVERIFY_THROWS_EXCEPTION(Error, recipeFromJson(json));
  }
}

void TestFigureCommand::lowerBudgetsTakeTheRemainder() {
  const FigureInput input(test::syntheticTrace({.tokens = 17}));
  const Trace& trace = *input.trace;
  for (const int budget : {1, 2, 3, 4}) {
    FigureRecipe recipe = recipeFor("heatmap");
    recipe.rule.budget = budget;
    const auto p = measureMatrix(trace, measure("exit-probability"), recipe.rule),
               cdf = measureMatrix(trace, measure("cdf"), recipe.rule),
               whole = measureMatrix(trace, measure("exit-probability"));
    for (int t = 0; t < trace.tokens(); ++t) {
      // By the definition, from the gate itself.
      const auto gates = std::span(trace.columns().gateLogit).subspan(trace.at(t, 0), budget);
      const ExitDistribution d = exitDistribution(gates);
      double sum = 0;
      for (int r = 0; r < trace.loops(); ++r) {
        const std::size_t cell = trace.at(t, r);
        if (r >= budget) {
          QVERIFY(std::isnan(p[cell]) && std::isnan(cdf[cell]));
          continue;
        }
        QVERIFY(std::abs(double{p[cell]} - d.p[r]) < 1e-6);
        QVERIFY(std::abs(double{cdf[cell]} - d.cdf[r]) < 1e-6);
        sum += double{p[cell]};
      }
      QVERIFY(std::abs(sum - 1) < 1e-5);
    }
    // The table and the picture say the same; loops above are hatched and empty.
    const FigureData data = figureData(input, recipe);
    for (const QStringList& row : data.rows) QCOMPARE(row[3].isEmpty(), row[2].toInt() > budget);
    QCOMPARE(figureCaption(input, recipe).contains("Hatched: loops above the budget of"),
             budget < trace.loops());
    HeatmapFigure figure;
    figure.setTrace(input.trace, recipe);
    for (int r = 0; r < trace.loops(); ++r) {
      const float shown = figure.cellValue(3, r), wanted = p[trace.at(3, r)];
      QVERIFY((std::isnan(shown) && std::isnan(wanted)) || shown == wanted);
    }
    // A slider that moves the budget changes the cells, too.
    figure.setReadout(readout(trace, {0, 4, 0.7}));
    QCOMPARE(figure.cellValue(3, 3), whole[trace.at(3, 3)]);
    figure.setReadout(readout(trace, recipe.rule));
    QCOMPARE(std::isnan(figure.cellValue(3, 3)), budget < 4);
    // Text is shaded by the same numbers.
    recipe.kind = "text";
    recipe.tokenMeasure = &measure("exit-probability");
    const Readout read = readout(trace, recipe.rule);
    const auto values = tokenMeasure(trace, *recipe.tokenMeasure, read);
    for (int t = 0; t < trace.tokens(); ++t) QCOMPARE(values[t], p[trace.at(t, read.loop[t])]);
  }
}

void TestFigureCommand::aLoopHasOneColour() {
  const ColourMap& map = ColourMap::depth(false);
  const auto apart = [](const QColor& a, const QColor& b) {
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) +
           std::abs(a.blue() - b.blue());
  };
  for (int loop = 0; loop < 63; ++loop) {
    QVERIFY(ColourMap::loopPosition(loop + 1) > ColourMap::loopPosition(loop + 2));
    if (loop < 3) QVERIFY(apart(map.loopColour(loop), map.loopColour(loop + 1)) > 60);
    // On a dark ground the same order of salience: deeper is farther from the ground on both.
    const QColor day = map.loopColour(loop), night = ColourMap::depth(true).loopColour(loop);
    QVERIFY(day.lightness() >= map.loopColour(loop + 1).lightness());
    QVERIFY(night.lightness() <= ColourMap::depth(true).loopColour(loop + 1).lightness());
    if (loop < 3) QVERIFY(apart(night, ColourMap::depth(true).loopColour(loop + 1)) > 60);
  }
  // The same loop in traces of 4 and of 8 loops, in the kinds that colour by loop.
  for (const char* kind : {"text", "ribbon", "orbits"}) {
    const QColor third = map.loopColour(2);
    for (const int loops : {4, 8}) {
      const FigureInput input(
          test::syntheticTrace({.tokens = 24, .loops = loops, .captureHidden = true}));
      FigureRecipe recipe = recipeFor(kind);
      recipe.rule.budget = 3;
      recipe.rule.q = 1;
      const QByteArray svg = renderFigure(input, recipe, "svg");
      if (QLatin1String(kind) != "ribbon") QVERIFY2(svg.contains(third.name().toLatin1()), kind);
    }
  }
}

void TestFigureCommand::wordsThatAreAskedForAreDrawnAlone() {
  const TracePtr trace = test::syntheticTrace({.tokens = 8, .tracked = 2});
  const std::string tracked = trace->word(trace->info().tracked[1]);
  const auto words = [&](const QStringList& asked) {
    FigureRecipe recipe = recipeFor("lens");
    recipe.words = asked;
    QStringList out;
    for (const QStringList& row : figureData(FigureInput(trace), recipe).rows)
      if (!out.contains(row[1])) out << row[1];
    return out;
  };
  QVERIFY(words({}).size() >= 3);  // the best candidates
  const QStringList alone = words({QString::fromStdString(tracked).trimmed()});
  QCOMPARE(alone.size(), 1);
  QVERIFY(alone[0].contains(QString::fromStdString(tracked).trimmed()));
}

void TestFigureCommand::whatIsNotThereIsRefused_data() {
  QTest::addColumn<QStringList>("arguments");
  QTest::addColumn<QString>("named");
  const auto row = [](const char* name, const QStringList& arguments, const QString& named) {
    QTest::newRow(name) << arguments << named;
  };
  row("token beyond", {"lens", "A", "--token", "99"}, "token 99, the trace has 17");
  row("token zero", {"lens", "A", "--token", "0"}, "--token counts from 1");
  row("token of the gate", {"gate", "A", "--set", "of=token", "--token", "18"}, "token 18");
  row("unknown word", {"lens", "A", "--words", "nosuch"}, "'nosuch'");
  row("no word", {"lens", "A", "--words", ","}, "--words names no word");
  row("second trace", {"heatmap", "A", "B"}, "\"heatmap\" is of one trace");
  row("range beyond", {"heatmap", "A", "--tokens", "5-99999"},
      "tokens 5 to 99999, the trace has 17");
  row("range beyond, with a height", {"heatmap", "A", "--tokens", "5-99", "--height-mm", "50"},
      "tokens 5 to 99");
  row("range from zero", {"text", "A", "--tokens", "0-5"}, "counted from 1");
  row("range backwards", {"text", "A", "--tokens", "9-5"}, "like 10-60");
  row("range of a kind without", {"operating-curve", "A", "--tokens", "1-5"}, "takes no range");
  row("columns beyond", {"compare", "A", "B", "--tokens", "1-99"}, "tokens 1 to 99");
  row("unrelated texts", {"compare", "A", "C"}, "no token in common");
  row("gate number", {"heatmap", "A", "--gate", "7"}, "gate 7");
  row("gate name", {"heatmap", "A", "--gate", "nosuch"}, "'nosuch'");
  row("swapped limits", {"heatmap", "A", "--set", "minimum=-1", "--set", "maximum=-3"}, "minimum");
  row("budget", {"heatmap", "A", "--budget", "9"}, "budget of 9");
  row("font", {"heatmap", "A", "--family", "No Such Font"}, "'No Such Font' is not installed");
  row("venue", {"heatmap", "A", "--venue", "pnas"}, "'pnas'");
  row("rows of no tokens", {"gate", "A", "--rows", "2"}, "no rows of tokens");
  row("more rows than tokens", {"heatmap", "A", "--tokens", "1-2", "--rows", "5"}, "5 rows");
  row("panels of no page", {"heatmap", "A", "--panels", "text"}, "belong to the figure \"page\"");
  row("unknown panel", {"page", "A", "--panels", "text,pie"}, "'pie'");
  row("caption of another kind", {"text", "A", "--caption", "c.doc"}, ".txt or .tex");
  row("two folders", {"all", ".", "."}, "one folder");
}

void TestFigureCommand::whatIsNotThereIsRefused() {
  QFETCH(QStringList, arguments);
  QFETCH(QString, named);
  const QString a = save(test::syntheticTrace({.tokens = 17}), "A"),
                b = save(test::syntheticTrace({.tokens = 17, .seed = 1}), "B");
  // Other bytes and other ids: nothing aligns.
  const TracePtr other = test::syntheticTrace({.tokens = 17, .seed = 9});
  RecordColumns columns = other->whole();
  for (std::size_t i = 0; i < columns.tokenBytes.size(); ++i) {
    columns.tokenId[i] = 199;
    columns.tokenBytes[i] = "zz";
  }
  columns.wordBytes.emplace_back(199, "zz");
  std::sort(columns.wordBytes.begin(), columns.wordBytes.end());
  columns.wordBytes.erase(
      std::unique(columns.wordBytes.begin(), columns.wordBytes.end(),
                  [](const auto& x, const auto& y) { return x.first == y.first; }),
      columns.wordBytes.end());
  const QString c = save(std::make_shared<const Trace>(other->info(), std::move(columns),
                                                       other->loops(), other->topK()),
                         "C");
  for (QString& argument : arguments)
    argument = argument == "A" ? a : argument == "B" ? b : argument == "C" ? c : argument;
  const QString out = file("refused.pdf");
  const Said said = figure(arguments + QStringList{"--out", out});
  QVERIFY2(said.status == 1 || said.status == 2, qPrintable(said.out));
  QVERIFY2(said.errors.contains(named), qPrintable(said.errors));
  QCOMPARE(said.errors.count('\n'), 1);
  QVERIFY(!QFile::exists(out));
}

void TestFigureCommand::warningsReachTheCommandLine() {
  const TracePtr trace = test::syntheticTrace({.tokens = 150});
  const QString path = save(trace, "long"), out = file("warned.pdf");
  QStringList arguments{"heatmap", path, "--out", out, "--width-mm", "84", "--font", "5"};
  FigureRecipe recipe = recipeFor("heatmap");
  recipe.rule = ruleOfRun(*trace);
  recipe.widthMm = 84;
  recipe.fontPoints = 5;
  Said said = figure(arguments);
  QCOMPARE(said.status, 0);
  QVERIFY(QFile::exists(out));
  const auto warnings = checkFigure(trace, recipe, drawFigure(trace, recipe));
  QVERIFY(warnings.size() >= 2);
  for (const FigureWarning& warning : warnings)
    QVERIFY2(said.errors.contains("warning: " + out + ": " + warning.sentence),
             qPrintable(said.errors + warning.sentence));
  QCOMPARE(said.errors.count('\n'), static_cast<qsizetype>(warnings.size()));

  QVERIFY(QFile::remove(out));
  said = figure(arguments + QStringList{"--strict"});
  QCOMPARE(said.status, 1);
  QVERIFY2(said.errors.contains("--strict"), qPrintable(said.errors));
  QVERIFY(!QFile::exists(out));
  // Rows keep every word; a clean figure passes.
  said = figure({"heatmap", path, "--out", out, "--rows", "auto", "--strict"});
  QVERIFY2(said.status == 0, qPrintable(said.errors));
  QCOMPARE(said.errors, QString());
  const FigureRecipe rows = loadRecipe(out);
  QCOMPARE(rows.kind, "page");
  said = figure({"heatmap", path, "--out", out, "--rows", "5"});
  QCOMPARE(FigurePage::fromOptions(loadRecipe(out).options).panels.size(), 5);
  // A folder: once for each figure, not for each format.
  QVERIFY(QDir(folder_.path()).mkpath("warned"));
  QVERIFY(QFile::copy(path, file("warned/l.trace.safetensors")));
  said = figure({"all", file("warned"), "--out", file("warned-out"), "--kinds", "heatmap",
                 "--format", "pdf,svg", "--font", "5", "--caption", "txt"});
  QCOMPARE(said.status, 0);
  QCOMPARE(said.errors.count("The smallest text is"), 1);
  QCOMPARE(QDir(file("warned-out")).entryList(QDir::Files).size(), 3);

  // A trace without a gate has a heatmap, too, but none of a measure of the gate.
  QVERIFY(QDir(folder_.path()).mkpath("gateless"));
  writeTrace(*test::syntheticTrace({.otherGates = 0, .gated = false}),
             file("gateless/t.trace.safetensors").toStdString());
  const QStringList heatmaps{"all",     file("gateless"), "--out", file("gateless-out"),
                             "--kinds", "heatmap"};
  said = figure(heatmaps);
  QVERIFY2(said.status == 0, qPrintable(said.errors));
  QCOMPARE(QDir(file("gateless-out")).entryList(QDir::Files).size(), 1);
  said = figure(heatmaps + QStringList{"--measure", "exit-probability"});
  QCOMPARE(said.status, 1);
  QVERIFY2(said.errors.contains("no exit gate"), qPrintable(said.errors));

  // The window says the same in its own language.
  installLanguage("de");
  const auto german = checkFigure(trace, recipe, drawFigure(trace, recipe));
  installLanguage("en");
  QCOMPARE(german.size(), warnings.size());
  for (std::size_t i = 0; i < german.size(); ++i)
    QVERIFY(german[i].sentence != warnings[i].sentence);
}

void TestFigureCommand::captionsAreWritten() {
  const TracePtr trace = test::syntheticTrace({.tokens = 17});
  const QString path = save(trace, "captioned");
  for (const char* suffix : {"txt", "tex"}) {
    const QString caption = file(QStringLiteral("c.%1").arg(suffix));
    const Said said = figure({"heatmap", path, "--out", file("c.pdf"), "--caption", caption});
    QVERIFY2(said.status == 0, qPrintable(said.errors));
    FigureRecipe recipe = recipeFor("heatmap");
    recipe.rule = ruleOfRun(*trace);
    const QString words = figureCaption(trace, recipe);
    QCOMPARE(QString::fromUtf8(bytesOf(caption)),
             QLatin1String(suffix) == "txt" ? words + '\n' : latexFigure(words, "c.pdf", 140));
  }
}

/// README's first figure: all words, in a column, at six points and more.
void TestFigureCommand::columnHeatmapsKeepTheirWords() {
  for (const int tokens : {10, 17, 24, 40}) {
    const FigureInput input(test::syntheticTrace({.tokens = tokens}));
    FigureRecipe recipe = recipeFor("heatmap");
    recipe.widthMm = 84;
    const FigureDrawing drawing = drawFigure(input, recipe);
    int words = 0;
    const auto texts = textOf(drawing);
    for (const PlacedText& text : texts) {
      QVERIFY2(text.points >= kLeastPoints - 0.01, qPrintable(text.text));
      const QRectF box = text.outline.boundingRect();
      words += box.height() > box.width() && text.text.trimmed().size() > 1;
    }
    // Words of one letter or sign are not counted above, nor is the bar's title below.
    int wanted = 0;
    for (const std::string& bytes : input.trace->columns().tokenBytes) {
      const QString word = QString::fromStdString(bytes).trimmed();
      wanted += word.size() > 2 && word[0].unicode() < 0x80;
    }
    QVERIFY2(words >= wanted,
             qPrintable(QStringLiteral("%1: %2 of %3").arg(tokens).arg(words).arg(wanted)));
    for (const FigureWarning& warning : checkFigure(input, recipe, drawing))
      QFAIL(qPrintable(QStringLiteral("%1: %2").arg(tokens).arg(warning.sentence)));
  }
}

void TestFigureCommand::missingGlyphsAreNamed() {
  const auto named = [](const std::string& token) {
    const FigureInput input(test::textTrace({token, " the", token}));
    for (const char* kind : {"text", "heatmap"}) {
      const FigureRecipe recipe = recipeFor(kind);
      for (const FigureWarning& w : checkFigure(input, recipe, drawFigure(input, recipe)))
        if (w.kind == FigureWarning::Kind::MissingGlyphs) return w.sentence;
    }
    return QString();
  };
  QCOMPARE(named("caf\xc3\xa9"), QString());
  // Others are named exactly where no installed family has them.
  for (const auto& [token, code] : {std::pair<std::string, uint>("\xf0\x9f\x99\x82", 0x1f642),
                                    std::pair<std::string, uint>("\xe0\xb9\x84", 0x0e44)}) {
    bool installed = false;
    for (const QString& family : QFontDatabase::families())
      installed |= QRawFont::fromFont(QFont(family)).supportsCharacter(code);
    const QString code16 = QStringLiteral("U+%1").arg(code, 4, 16, QChar('0')).toUpper();
    QCOMPARE(named(token).contains(code16), !installed);
  }
}

void TestFigureCommand::pagesStayWithinWhatReadersTake() {
  FigureRecipe recipe = recipeFor("text");
  recipe.widthMm = 84;
  const FigureInput input(test::syntheticTrace({.tokens = 16000}));
  QVERIFY_THROWS_EXCEPTION(Error, renderFigure(input, recipe, "pdf"));
  recipe.lastToken = 3999;
  const FigureDrawing drawing = drawFigure(input, recipe);
  QVERIFY(drawing.sizeMm.height() <= 14400 * 25.4 / 72);
}

void TestFigureCommand::shippedRecipesAreClean_data() {
  QTest::addColumn<QString>("path");
  const QDir folder(QStringLiteral(OUROSCOPE_SOURCE_DIR "/resources/recipes"));
  for (const QString& name : folder.entryList({"*.json"}))
    QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void TestFigureCommand::shippedRecipesAreClean() {
  QFETCH(QString, path);
  const QString trace =
      QStringLiteral(OUROSCOPE_SOURCE_DIR "/resources/traces/six-steps.trace.safetensors");
  const Said said = figure({path, trace, "--out", file("shipped.pdf"), "--strict"});
  QVERIFY2(said.status == 0, qPrintable(said.errors));
  QCOMPARE(said.errors, QString());
  // Read as the trace was run, and the options of the command line reach the panels.
  const double q = readTrace(trace.toStdString())->info().exitThreshold;
  for (const FigureRecipe& panel :
       FigurePage::fromOptions(loadRecipe(file("shipped.pdf")).options).panels)
    QCOMPARE(panel.rule.q, q);
  QCOMPARE(figure({path, trace, "--out", file("shipped.pdf"), "--exit-threshold", "0.25"}).status,
           0);
  for (const FigureRecipe& panel :
       FigurePage::fromOptions(loadRecipe(file("shipped.pdf")).options).panels)
    QCOMPARE(panel.rule.q, 0.25);
}

void TestFigureCommand::panelsAndVenues() {
  const QString path = save(test::syntheticTrace({.tokens = 17}), "page");
  const Said said =
      figure({"page", path, "--panels", "text,lens,heatmap", "--columns", "2", "--venue",
              "nature-full", "--tokens", "2-9", "--out", file("page.json")});
  QVERIFY2(said.status == 0, qPrintable(said.errors));
  const FigureRecipe recipe = loadRecipe(file("page.json"));
  QCOMPARE(recipe.widthMm, 183.0);
  const FigurePage page = FigurePage::fromOptions(recipe.options);
  QCOMPARE(page.columns, 2);
  QCOMPARE(page.panels.size(), 3);
  QCOMPARE(page.panels[0].firstToken, 1);
  QCOMPARE(page.panels[1].firstToken, 0);  // a lens has no range
  QCOMPARE(page.panels[2].lastToken, 8);
  for (const double width : {89.0, 183.0, 87.0, 178.0, 90.0, 190.0, 84.0, 174.0, 128.0})
    QVERIFY(std::any_of(kPaperSizes.begin(), kPaperSizes.end(),
                        [&](const PaperSize& size) { return size.widthMm == width; }));
}

/// Where memory runs out Qt warns and goes on: such a picture must not be written.
void TestFigureCommand::incompletePicturesAreErrors() {
  {
    PaintWatch watch;
    watch.check();
    qWarning("QStandardPaths: XDG_RUNTIME_DIR not set");
    qWarning("  OpenType support missing for \"DejaVu Sans\", script 11");
    watch.check();
    {
      PaintWatch inner;
      qWarning("Paint device returned engine == 0, type: 2");
      QVERIFY_THROWS_EXCEPTION(Error, inner.check());
    }
    watch.check();
    qWarning("QPdf: deflateInit failed");
    QVERIFY_THROWS_EXCEPTION(Error, watch.check());
  }
  // One that is over leaves printing as it was.
  QTest::ignoreMessage(QtWarningMsg, "after");
  qWarning("after");
}

void TestFigureCommand::standardErrorHoldsNoNoise() {
  const QString path =
      save(test::textTrace({"caf\xc3\xa9", " \xe0\xa4\xb9\xe0\xa4\xbf", " the"}), "noise");
  const Said said = figure({"text", path, "--out", file("noise.pdf")}, {"XDG_RUNTIME_DIR"});
  QVERIFY2(said.status == 0, qPrintable(said.errors));
  for (const QString& line : said.errors.split('\n', Qt::SkipEmptyParts))
    QVERIFY2(line.startsWith("ouroscope figure: warning: "), qPrintable(line));
  QVERIFY(said.errors.count('\n') <= 1);
}

void TestFigureCommand::dataCanBeLeftOut() {
  const QString path = save(test::syntheticTrace({.tokens = 60}), "data");
  QCOMPARE(figure({"heatmap", path, "--out", file("with.svg")}).status, 0);
  QCOMPARE(figure({"heatmap", path, "--out", file("without.svg"), "--no-data"}).status, 0);
  const QByteArray with = bytesOf(file("with.svg")), without = bytesOf(file("without.svg"));
  QVERIFY(without.size() < with.size() - 5000);
  QCOMPARE(loadRecipe(file("without.svg")).toJson(), loadRecipe(file("with.svg")).toJson());
  // Only the table is gone.
  QCOMPARE(without.sliced(without.indexOf("</metadata>")),
           with.sliced(with.indexOf("</metadata>")));
}

void TestFigureCommand::pipesAreRefused() {
  const QString path = save(test::syntheticTrace(), "pipe"), pipe = file("a-pipe");
  QCOMPARE(ask("mkfifo", {pipe}).status, 0);
  for (const QString& recipe : {pipe, QStringLiteral("/dev/zero")}) {
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(figure({recipe, path, "--out", file("pipe.pdf")}).status, 1);
    QVERIFY(timer.elapsed() < 20000);
  }
}

void TestFigureCommand::recipesAreReadStrictly() {
  const QString trace = save(test::syntheticTrace({.tokens = 9}), "strict");
  const std::vector<std::pair<QByteArray, QString>> recipes{
      {R"({"kind":"heatmap","kind":"lens"})", "kind"},
      {R"({"kind":"heatmap","options":{"a":1,"\u0061":2}})", "a"},
      {R"({"kind":"heatmap"} {"kind":"lens"})", "not valid JSON"},
      {"{\"kind\":\"heat\xffmap\"}", "UTF-8"},
      {QByteArray(2000, '[') + QByteArray(2000, ']'), "not valid JSON"},
      {R"(["heatmap"])", "must hold a JSON object"},
  };
  for (const auto& [json, reason] : recipes) {
    QFile recipe(file("strict.json"));
    QVERIFY(recipe.open(QIODevice::WriteOnly) && recipe.write(json) == json.size());
    recipe.close();
    const Said said = figure({recipe.fileName(), trace, "--out", file("strict.svg")});
    QCOMPARE(said.status, 1);
    QVERIFY2(said.errors.contains("is not a recipe") && said.errors.contains(reason),
             qPrintable(QString::fromUtf8(json.left(60)) + ": " + said.errors));
    QVERIFY(!QFile::exists(file("strict.svg")));
  }
}

/// R29: pictures that are set beside each other have one scale where that is asked for.
void TestFigureCommand::limitsAreSharedOverTraces() {
  QVERIFY(QDir(folder_.path()).mkpath("pair"));
  const TracePtr low = test::syntheticTrace({.tokens = 12});
  RecordColumns columns = low->whole();
  for (float& value : columns.entropy) value *= 3;
  const TracePtr high =
      std::make_shared<const Trace>(low->info(), std::move(columns), low->loops(), low->topK());
  save(low, "pair/low");
  save(high, "pair/high");
  const auto limits = [&](const QStringList& more) {
    const Said said =
        figure(QStringList{"all", file("pair"), "--out", file("drawn"), "--kinds", "heatmap,lens",
                           "--measure", "entropy", "--format", "json"} +
               more);
    if (said.status != 0) qFatal("%s", qPrintable(said.errors));
    QList<std::pair<double, double>> found;
    for (const char* name : {"low", "high"}) {
      const QJsonObject recipe =
          QJsonDocument::fromJson(bytesOf(file("drawn/" + QString(name) + ".heatmap.json")))
              .object()["recipe"]
              .toObject();
      found << std::pair(recipe["minimum"].toDouble(), recipe["maximum"].toDouble());
    }
    return found;
  };
  const auto own = limits({});
  QVERIFY(own[0] == std::pair(0.0, 0.0) && own[1] == own[0]);  // from the data of each
  const auto shared = limits({"--shared-limits"});
  QVERIFY(shared[0] == shared[1]);
  const Limits a = measureLimits(*low, measure("entropy")),
               b = measureLimits(*high, measure("entropy"));
  QVERIFY(b.high > a.high);
  QCOMPARE(shared[0].first, std::min(a.low, b.low));
  QCOMPARE(shared[0].second, b.high);
  // On a page of both, where its own option does not say otherwise.
  const QString page = file("both.json");
  const QStringList both{"page",
                         file("pair/low.trace.safetensors"),
                         file("pair/high.trace.safetensors"),
                         "--panels",
                         "heatmap,other:heatmap",
                         "--measure",
                         "entropy",
                         "--columns",
                         "2",
                         "--width-mm",
                         "174"};
  QCOMPARE(figure(both + QStringList{"--out", page}).errors, QString());
  const FigureRecipe recipe = loadRecipe(page);
  QVERIFY(hasPanelsOfOther(recipe));
  const PagePlan plan = planPage({low, high}, recipe);
  QVERIFY(plan.oneBar);
  for (const PagePlan::Panel& panel : plan.panels) {
    QCOMPARE(panel.recipe.minimum, shared[0].first);
    QCOMPARE(panel.recipe.maximum, shared[0].second);
  }
  const QString caption = figureCaption({low, high}, recipe);
  for (const char* words : {"(a): Model ", "(b): Model ", ", traces "})
    QVERIFY2(caption.contains(words), qPrintable(caption));
  const FigureData cells = figureData({low, high}, recipe);
  const auto column = cells.header.indexOf("panel"), value = cells.header.indexOf("entropy");
  QVERIFY(column >= 0 && value >= 0);
  double highest[2] = {};
  for (const QStringList& row : cells.rows)
    highest[row[column] == "b"] = std::max(highest[row[column] == "b"], row[value].toDouble());
  QVERIFY(highest[1] > 2.9 * highest[0]);
  QCOMPARE(figure({page, both[1], both[2], "--out", file("again.json")}).status, 0);
  QCOMPARE(bytesOf(file("again.json")), bytesOf(page));
  QVERIFY(figure({page, both[1], "--out", page}).errors.contains("is of a second trace"));
  QVERIFY(figure({"page", both[1], "--panels", "other:heatmap"}).errors.contains("give both"));
  // What a person sets holds, and one trace has nothing to share.
  const auto set = limits({"--shared-limits", "--set", "minimum=0", "--set", "maximum=9"});
  QVERIFY(set[0] == std::pair(0.0, 9.0) && set[1] == set[0]);
  QCOMPARE(figure({"heatmap", file("pair/low.trace.safetensors"), "--shared-limits"}).status, 2);
}

/// R25: the figures of one trace leave nothing behind when the next is drawn.
void TestFigureCommand::manyTracesTakeNoMoreMemory() {
  const auto peak = [&](int traces) {
    const QString folder = QStringLiteral("many%1").arg(traces);
    QDir(folder_.path()).mkpath(folder);
    for (int i = 0; i < traces; ++i)
      save(test::syntheticTrace({.tokens = 60, .seed = std::uint32_t(i + 1)}),
           folder + "/t" + QString::number(i));
    const test::Used used = test::runMeasured(qgetenv("OUROSCOPE_WINDOW"),
                                              {"figure", "all", file(folder), "--out", file("out"),
                                               "--kinds", "heatmap,text", "--format", "svg"},
                                              file("errors"));
    if (used.status != 0) qFatal("%s", used.err.constData());
    return used.peak;
  };
  const std::uint64_t few = peak(4), many = peak(40);
  constexpr std::uint64_t kMiB = std::uint64_t{1} << 20;
  QVERIFY2(many < few + 6 * kMiB, qPrintable(QString("%1 and %2").arg(many).arg(few)));
}

/// F5: of a name that is no text Qt would open another file. It is refused, in figures and window.
void TestFigureCommand::otherNamesAreRefused() {
  const QString trace = save(test::syntheticTrace({.tokens = 6}), "plain");
  const auto shell = [&](const QString& line) {
    return ask("/bin/sh", {"-c", "bad=$(printf 'm\\377q'); " + line, program_, trace},
               {"QT_QPA_PLATFORM=offscreen"});
  };
  for (const QString& line :
       {QString("\"$0\" figure heatmap \"$bad\""), QString("\"$0\" figure all \"$bad\" --out x"),
        QString("\"$0\" figure heatmap \"$1\" --out \"$bad\".svg"), QString("\"$0\" \"$bad\""),
        QString("\"$0\" --session-dir \"$bad\"")}) {
    const Said said = shell(line);
    QCOMPARE(said.status, 1);
    QVERIFY2(said.errors.contains("m\\xffq") && said.errors.contains("is not UTF-8") &&
                 said.errors.count('\n') == 1,
             qPrintable(said.errors));
  }
  // In a folder the one is named and the others are drawn.
  QVERIFY(QDir(folder_.path()).mkpath("odd"));
  save(test::syntheticTrace({.tokens = 6}), "odd/good");
  const Said made =
      shell("cp \"$1\" " + file("odd") + "/\"$bad\".trace.safetensors && \"$0\" figure all " +
            file("odd") + " --out " + file("oddly") + " --kinds heatmap");
  QCOMPARE(made.status, 1);
  QVERIFY2(made.errors.contains("not UTF-8"), qPrintable(made.errors));
  QVERIFY(QFileInfo::exists(file("oddly/good.heatmap.pdf")));
}

QTEST_MAIN(TestFigureCommand)
#include "tst_figure_command.moc"
