// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of figure in every format, judged by other programs where there are any.
#include <signal.h>

#include <QElapsedTimer>
#include <QImageReader>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>
#include <algorithm>
#include <cmath>

#include "core/support/Error.h"
#include "tests/support/SyntheticTrace.h"
#include "ui/base/Language.h"
#include "ui/figures/base/ColourMap.h"
#include "ui/figures/base/ColourVision.h"
#include "ui/figures/base/FigureTheme.h"
#include "ui/figures/files/FigureCaption.h"
#include "ui/figures/files/FigureCheck.h"
#include "ui/figures/files/FigureExport.h"
#include "ui/figures/files/Sinks.h"
#include "ui/figures/kinds/FigurePage.h"
#include "ui/figures/plots/GateFigure.h"

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

/// What another program says of a file; the test is skipped where it is not installed.
struct Said {
  int status = -1;
  QString out, errors;
};
Said ask(const QString& program, const QStringList& arguments) {
  QProcess process;
  process.start(program, arguments);
  process.waitForFinished(60000);
  return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
          QString::fromUtf8(process.readAllStandardOutput()),
          QString::fromUtf8(process.readAllStandardError())};
}

#define NEEDS(program)                                   \
  if (QStandardPaths::findExecutable(program).isEmpty()) \
  QSKIP("this machine has no " program " (tools/setup.sh installs it)")

/// A recipe of every kind; a page has panels that share limits, and one that does not.
FigureRecipe recipeOf(const QString& id) {
  FigureRecipe recipe;
  recipe.kind = id;
  if (id == "page") {
    FigureRecipe entropy, text, lens;
    entropy.measure = &measure("entropy");
    text.kind = "text";
    lens.kind = "lens";
    FigurePage page;
    page.columns = 2;
    page.panels = {entropy, lens, text};
    recipe.options = page.toOptions();
  }
  recipe.rule.q = 0.7;
  return recipeFromJson(recipe.toJson());
}

/// Every kind that these traces can give.
void addKinds() {
  QTest::addColumn<QString>("id");
  for (const FigureKind& kind : figureKinds()) QTest::newRow(kind.id) << QString(kind.id);
}

FigureInput inputOf(int tokens = 24) {
  test::SyntheticOptions options{
      .tokens = tokens, .captureHidden = true, .captureLayers = true, .sweep = true};
  const TracePtr first = test::syntheticTrace(options);
  options.seed = 2;
  return {first, test::syntheticTrace(options)};
}

}  // namespace

class TestExport : public QObject {
  Q_OBJECT
 private slots:
  void init() { QVERIFY(folder_.isValid()); }
  void tablesReadBackEqual_data() { addKinds(); }
  void tablesReadBackEqual();
  void jsonHasNumbersAndNulls();
  void unknownKindsAndOptionsAreRefused();
  void gatesAndBudgetsOfOtherTracesAreRefused();
  void pdfHasTrueTypeLosslessMapsAndAttachments_data() { addKinds(); }
  void pdfHasTrueTypeLosslessMapsAndAttachments();
  void pdfMapsHaveNoSeams();
  void svgIsValidAndRendered_data() { addKinds(); }
  void svgIsValidAndRendered();
  void svgKeepsInsideItsAxes();
  void svgOutlinesHoldNoText();
  void pngHasSizeResolutionAndRecipe();
  void missingCellsAreHatched();
  void twoProcessesGiveTheSameBytes();
  void paperIsTheSameInEveryLanguage_data() { addKinds(); }
  void paperIsTheSameInEveryLanguage();
  void recipesComeOutOfFigures();
  void folderOfTracesInOneCall();
  void stoppingAFolderLeavesWholeFiles();
  void aFolderShowsItsProgressOnATerminal();
  void captionsHoldWhatAReviewerAsks();
  void latexIsEscaped();
  void pagesShareLimitsAndOneBar();
  void pagesAlignAxes();
  void longTextsAreSplitIntoReadableRows();
  void warningsNameSmallAndClippedText();
  void figuresOfColumnWidthAreClean_data();
  void figuresOfColumnWidthAreClean();
  void otherEyes();

 private:
  QString file(const QString& name) const { return folder_.filePath(name); }
  QTemporaryDir folder_;
};

void TestExport::tablesReadBackEqual() {
  QFETCH(QString, id);
  const FigureInput input = inputOf(12);
  const FigureRecipe recipe = recipeOf(id);
  const FigureData data = figureData(input, recipe);
  QVERIFY(!data.rows.empty());

  const auto csv = readCsv(renderFigure(input, recipe, "csv"));
  QCOMPARE(csv.size(), data.rows.size() + 1);
  QCOMPARE(csv.front(), data.header);
  for (std::size_t i = 0; i < data.rows.size(); ++i) QCOMPARE(csv[i + 1], data.rows[i]);

  const QJsonObject json = QJsonDocument::fromJson(renderFigure(input, recipe, "json")).object();
  QCOMPARE(recipeFromJson(json["recipe"].toObject()).toJson(), recipe.toJson());
  QCOMPARE(json["header"].toVariant().toStringList(), data.header);
  const QJsonArray rows = json["rows"].toArray();
  QCOMPARE(rows.size(), static_cast<qsizetype>(data.rows.size()));
  for (std::size_t i = 0; i < data.rows.size(); ++i)
    for (qsizetype c = 0; c < data.rows[i].size(); ++c) {
      const QJsonValue cell = rows[static_cast<qsizetype>(i)].toArray()[c];
      QCOMPARE(cell.isNull()     ? QString()
               : cell.isDouble() ? dataNumber(cell.toDouble())
                                 : cell.toString(),
               data.rows[i][c]);
    }
}

void TestExport::jsonHasNumbersAndNulls() {
  FigureRecipe recipe = recipeOf("heatmap");
  recipe.measure = &measure("logprob");  // absent at the last token
  const QJsonObject json =
      QJsonDocument::fromJson(renderFigure(inputOf(6), recipe, "json")).object();
  const QJsonArray rows = json["rows"].toArray();
  QVERIFY(rows.first().toArray()[0].isDouble());
  QVERIFY(rows.first().toArray()[1].isString());
  QVERIFY(rows.first().toArray()[3].isDouble());
  QVERIFY(rows.last().toArray()[3].isNull());
}

void TestExport::unknownKindsAndOptionsAreRefused() {
  QVERIFY_THROWS_EXCEPTION(Error, recipeFromJson({{"kind", "pie"}}));
  QVERIFY_THROWS_EXCEPTION(Error,
                           recipeFromJson({{"kind", "text"}, {"options", QJsonObject{{"x", 1}}}}));
  QVERIFY_THROWS_EXCEPTION(
      Error, renderFigure(FigureInput(test::syntheticTrace()), FigureRecipe{}, "gif"));
}

void TestExport::gatesAndBudgetsOfOtherTracesAreRefused() {
  FigureRecipe recipe = recipeOf("heatmap");
  recipe.rule.gate = 3;  // the trace has 0, 1 and 2
  QVERIFY_THROWS_EXCEPTION(Error, renderFigure(inputOf(), recipe, "pdf"));
  recipe = recipeOf("heatmap");
  recipe.rule.budget = 5;
  QVERIFY_THROWS_EXCEPTION(Error, figureData(inputOf(), recipe));
  recipe = recipeOf("heatmap");
  recipe.firstToken = 24;
  QVERIFY_THROWS_EXCEPTION(Error, renderFigure(inputOf(), recipe, "svg"));
}

void TestExport::pdfHasTrueTypeLosslessMapsAndAttachments() {
  NEEDS("pdffonts");
  NEEDS("qpdf");
  QFETCH(QString, id);
  const FigureInput input = inputOf();
  const FigureRecipe recipe = recipeOf(id);
  const QString path = file(id + ".pdf");
  exportFigure(input, recipe, path);

  const QStringList fonts = ask("pdffonts", {path}).out.split('\n', Qt::SkipEmptyParts).mid(2);
  QVERIFY(!fonts.isEmpty());
  for (const QString& font : fonts) {
    QVERIFY2(font.contains("TrueType") && !font.contains("Type 3"), qPrintable(font));
    // name, type (words), encoding, emb sub uni object
    QVERIFY2(QRegularExpression(R"( yes (yes|no) +(yes|no) +\d+ +\d+\s*$)").match(font).hasMatch(),
             qPrintable(font));
  }
  const Said images = ask("pdfimages", {"-list", path});
  QCOMPARE(images.status, 0);
  QVERIFY2(!images.out.contains("jpeg") && !images.out.contains("jpx"), qPrintable(images.out));
  const Said check = ask("qpdf", {"--check", path});
  QVERIFY2(check.status == 0, qPrintable(check.out + check.errors));
  const Said info = ask("pdfinfo", {path});
  const auto size = QRegularExpression(R"(Page size: +([0-9.]+) x ([0-9.]+) pts)").match(info.out);
  QVERIFY(size.hasMatch());
  const double points = recipe.widthMm / 25.4 * 72;
  QVERIFY2(size.captured(1).toDouble() <= points + 1e-6 && size.captured(1).toDouble() > points - 1,
           "never wider than the column");

  QVERIFY(ask("pdfdetach", {"-saveall", "-o", folder_.path(), path}).status == 0);
  QFile attachedRecipe(file("recipe.json")), attachedData(file("data.csv"));
  QVERIFY(attachedRecipe.open(QIODevice::ReadOnly) && attachedData.open(QIODevice::ReadOnly));
  QCOMPARE(QJsonDocument::fromJson(attachedRecipe.readAll()).object(), recipe.toJson());
  QCOMPARE(attachedData.readAll(), renderFigure(input, recipe, "csv"));
}

/// All cells of one colour: any other pixel inside the map is a seam.
void TestExport::pdfMapsHaveNoSeams() {
  NEEDS("pdftoppm");
  for (const int tokens : {40, 3000}) {  // rectangles, and one image
    FigureRecipe recipe = recipeOf("heatmap");
    recipe.measure = &measure("entropy");
    recipe.minimum = -1;
    recipe.maximum = 1e6;  // every cell has the colour of the low end, and none lies beyond
    recipe.exitLine = false;
    const QString path = file("seams.pdf");
    exportFigure(inputOf(tokens), recipe, path);
    for (const char* dpi : {"72", "100", "173", "300"}) {
      QCOMPARE(ask("pdftoppm", {"-r", dpi, "-png", "-singlefile", path, file("seams")}).status, 0);
      const QImage image(file("seams.png"));
      QVERIFY(!image.isNull());
      const QRgb end = ColourMap::named("cividis").at(0);
      const auto isEnd = [&](int x, int y) {  // a PDF rounds its colours
        const QRgb c = image.pixel(x, y);
        return std::abs(qRed(c) - qRed(end)) <= 2 && std::abs(qGreen(c) - qGreen(end)) <= 2 &&
               std::abs(qBlue(c) - qBlue(end)) <= 2;
      };
      // The widest run of the colour in the middle of the map tells where the map is.
      const int y0 = image.height() / 4;
      int left = -1, right = -1;
      for (int x = 0; x < image.width() * 3 / 4; ++x)
        if (isEnd(x, y0)) left = left < 0 ? x : left, right = x;
      QVERIFY(right - left > image.width() / 2);
      int other = 0;
      for (int y = y0; y < image.height() / 3; ++y)
        for (int x = left + 2; x < right - 2; ++x) other += !isEnd(x, y);
      QCOMPARE(other, 0);
    }
  }
}

void TestExport::svgIsValidAndRendered() {
  NEEDS("xmllint");
  NEEDS("rsvg-convert");
  QFETCH(QString, id);
  const FigureInput input = inputOf();
  const FigureRecipe recipe = recipeOf(id);
  const QString path = file(id + ".svg");
  exportFigure(input, recipe, path);
  const Said lint = ask("xmllint", {"--noout", path});
  QVERIFY2(lint.status == 0, qPrintable(lint.errors));
  QCOMPARE(ask("rsvg-convert", {"-d", "192", "-p", "192", path, "-o", file("svg.png")}).status, 0);
  const QImage image(file("svg.png"));
  QVERIFY(std::abs(image.width() - recipe.widthMm / 25.4 * 192) <= 2);
  // Something was painted, on white or nothing.
  int dark = 0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x)
      dark += qAlpha(image.pixel(x, y)) > 128 && qGray(image.pixel(x, y)) < 100;
  QVERIFY(dark > 100);

  QFile svg(path);
  QVERIFY(svg.open(QIODevice::ReadOnly));
  QXmlStreamReader xml(svg.readAll());
  QString description, figure;
  int texts = 0;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    if (xml.name() == u"desc") description = xml.readElementText();
    if (xml.name() == u"figure") figure = xml.readElementText();
    texts += xml.name() == u"text";
  }
  QVERIFY(!xml.hasError());
  QVERIFY(texts > 3);
  QCOMPARE(description, figureCaption(input, recipe));
  const QJsonObject inside = QJsonDocument::fromJson(figure.toUtf8()).object();
  QCOMPARE(inside["recipe"].toObject(), recipe.toJson());
  QCOMPARE(inside["rows"].toArray().size(),
           static_cast<qsizetype>(figureData(input, recipe).rows.size()));
}

/// A zoomed map: what lies outside the axes must not be in the file at all.
void TestExport::svgKeepsInsideItsAxes() {
  FigureRecipe recipe = recipeOf("heatmap");
  recipe.firstToken = 30;
  recipe.lastToken = 49;
  const QByteArray svg = renderFigure(inputOf(200), recipe, "svg");
  QXmlStreamReader xml(svg);
  QRectF all(0, 0, 140 * kFigureUnitsPerMm, 200 * kFigureUnitsPerMm);
  int lines = 0;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    const auto attributes = xml.attributes();
    QString numbers = attributes.value("points").toString();
    if (xml.name() == u"path") numbers = attributes.value("d").toString();
    if (numbers.isEmpty()) continue;
    static const QRegularExpression pair(R"((-?[0-9.]+(?:e-?\d+)?),(-?[0-9.]+(?:e-?\d+)?))");
    for (auto at = pair.globalMatch(numbers); at.hasNext();) {
      const auto match = at.next();
      const QPointF point(match.captured(1).toDouble(), match.captured(2).toDouble());
      QVERIFY2(all.contains(point), qPrintable(match.captured()));
      ++lines;
    }
  }
  QVERIFY(lines > 20);
}

void TestExport::svgOutlinesHoldNoText() {
  FigureRecipe recipe = recipeOf("heatmap");
  recipe.svgText = "outlines";
  const QByteArray svg = renderFigure(inputOf(), recipe, "svg");
  QVERIFY(!svg.contains("<text"));
  recipe.svgText = "text";
  QVERIFY(renderFigure(inputOf(), recipe, "svg").contains("<text"));
}

void TestExport::pngHasSizeResolutionAndRecipe() {
  for (const double dpi : {150.0, 300.0, 600.0}) {
    FigureRecipe recipe = recipeOf("lens");
    recipe.widthMm = 84;
    recipe.heightMm = 50;
    recipe.pngDpi = dpi;
    const QString path = file("lens.png");
    exportFigure(inputOf(), recipe, path);
    const QImage image(path);
    QCOMPARE(image.size(), QSize(qRound(84 / 25.4 * dpi), qRound(50 / 25.4 * dpi)));
    QVERIFY(std::abs(image.dotsPerMeterX() * 0.0254 - dpi) < 0.1);
    QVERIFY(std::abs(image.dotsPerMeterY() * 0.0254 - dpi) < 0.1);
    QCOMPARE(QJsonDocument::fromJson(image.text("Recipe").toUtf8()).object(), recipe.toJson());
    QVERIFY(image.text("Description").contains("logit lens"));
    QCOMPARE(image.pixel(0, 0), qRgb(255, 255, 255));
  }
}

void TestExport::missingCellsAreHatched() {
  FigureRecipe recipe = recipeOf("heatmap");
  recipe.measure = &measure("step-norm");  // absent at the first loop
  const FigureInput input = inputOf();
  recipe.pngDpi = 200;
  const QImage image = QImage::fromData(renderFigure(input, recipe, "png"));
  const QRgb missing = FigureTheme::paperTheme(recipe).missing.rgb();
  int cells = 0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) cells += image.pixel(x, y) == missing;
  QVERIFY(cells > 1000);  // grey, not the low end of the map
  const QByteArray grey = FigureTheme::paperTheme(recipe).missing.name().toLatin1();
  QVERIFY(renderFigure(input, recipe, "svg").contains(grey));
}

void TestExport::twoProcessesGiveTheSameBytes() {
  const QString program = qEnvironmentVariable("OUROSCOPE_WINDOW");
  if (program.isEmpty()) QSKIP("the window program was not built");
  const QString trace = file("same.trace.safetensors");
  writeTrace(*inputOf().trace, trace.toStdString());
  for (const QString kind : {"heatmap", "lens", "text"})
    for (const QString suffix : {"pdf", "svg", "png", "csv", "json"}) {
      QByteArray bytes[2];
      for (int run = 0; run < 2; ++run) {
        const QString out = file(QStringLiteral("same%1.%2").arg(run).arg(suffix));
        const Said said = ask(program, {"figure", kind, trace, "--out", out});
        QVERIFY2(said.status == 0, qPrintable(said.errors));
        QFile made(out);
        QVERIFY(made.open(QIODevice::ReadOnly));
        bytes[run] = made.readAll();
        // A PDF of another second must be the same as well.
        if (run == 0 && kind == "heatmap" && suffix == "pdf") QTest::qWait(1100);
      }
      QVERIFY(!bytes[0].isEmpty());
      QVERIFY2(bytes[0] == bytes[1], qPrintable(kind + "." + suffix));
    }
}

void TestExport::paperIsTheSameInEveryLanguage() {
  QFETCH(QString, id);
  const FigureInput input = inputOf(12);
  const FigureRecipe recipe = recipeOf(id);
  installLanguage("en");
  const QByteArray svg = renderFigure(input, recipe, "svg"),
                   csv = renderFigure(input, recipe, "csv");
  installLanguage("de");
  const QByteArray germanSvg = renderFigure(input, recipe, "svg"),
                   germanCsv = renderFigure(input, recipe, "csv");
  const QString onScreen = GateFigure::tr("Probability");
  installLanguage("en");
  QCOMPARE(onScreen, "Wahrscheinlichkeit");
  QCOMPARE(germanSvg, svg);
  QCOMPARE(germanCsv, csv);
}

void TestExport::recipesComeOutOfFigures() {
  // Words of the record: others are refused.
  const TracePtr made = inputOf().trace;
  RecordColumns columns = made->whole();
  columns.wordBytes[0].second = "a<b>&\"c\"";
  columns.wordBytes[1].second = "\xe4\xb8\xad";
  const FigureInput input(
      std::make_shared<const Trace>(made->info(), std::move(columns), made->loops(), made->topK()));
  FigureRecipe recipe = recipeOf("lens");
  recipe.words = QStringList{"a<b>&\"c\"", QString::fromUtf8("\xe4\xb8\xad")};
  recipe.token = 3;
  for (const QString suffix : {"pdf", "svg", "png", "json"}) {
    const QString path = file("carrier." + suffix);
    exportFigure(input, recipe, path);
    QCOMPARE(loadRecipe(path).toJson(), recipe.toJson());
  }
  writeFigure("<svg xmlns='x'/>", file("empty.svg"));
  QVERIFY_THROWS_EXCEPTION(Error, loadRecipe(file("empty.svg")));
  writeFigure("%PDF-1.4", file("empty.pdf"));
  QVERIFY_THROWS_EXCEPTION(Error, loadRecipe(file("empty.pdf")));
  QVERIFY_THROWS_EXCEPTION(Error, loadRecipe(file("absent.json")));
}

void TestExport::folderOfTracesInOneCall() {
  const QString program = qEnvironmentVariable("OUROSCOPE_WINDOW");
  if (program.isEmpty()) QSKIP("the window program was not built");
  QVERIFY(QDir(folder_.path()).mkpath("in"));
  for (const char* name : {"in/one", "in/two"})
    writeTrace(*inputOf().trace, file(QString(name) + ".trace.safetensors").toStdString());
  const QStringList arguments{"figure",   "all",     file("in"), "--out",       file("out"),
                              "--format", "pdf,svg", "--kinds",  "heatmap,text"};
  Said said = ask(program, arguments);
  QVERIFY2(said.status == 0, qPrintable(said.errors));
  QCOMPARE(QDir(file("out")).entryList(QDir::Files).size(), 8);
  QCOMPARE(said.out.split('\n', Qt::SkipEmptyParts).size(), 8);

  writeFigure("no trace", file("in/broken.trace.safetensors"));
  QVERIFY(QDir(file("out")).removeRecursively());
  said = ask(program, arguments);
  QCOMPARE(said.status, 1);
  QCOMPARE(QDir(file("out")).entryList(QDir::Files).size(), 8);  // the others are drawn
  QCOMPARE(said.errors.count("broken.trace.safetensors"), 1);
  QCOMPARE(ask(program, {"figure", "all", file("nowhere"), "--out", file("out")}).status, 1);
  QCOMPARE(
      ask(program, {"figure", "all", file("in"), "--out", file("out"), "--format", "gif"}).status,
      2);
}

void TestExport::stoppingAFolderLeavesWholeFiles() {
  const QString program = qEnvironmentVariable("OUROSCOPE_WINDOW");
  if (program.isEmpty()) QSKIP("the window program was not built");
  QVERIFY(QDir(folder_.path()).mkpath("many"));
  constexpr int kTraces = 60;
  for (int i = 0; i < kTraces; ++i)
    writeTrace(
        *inputOf(60).trace,
        file(QStringLiteral("many/t%1.trace.safetensors").arg(i, 2, 10, QChar('0'))).toStdString());
  QProcess process;
  process.start(program, {"figure", "all", file("many"), "--out", file("stopped"), "--format",
                          "pdf,svg,json", "--kinds", "heatmap,text,lens"});
  QByteArray out;
  QTRY_VERIFY_WITH_TIMEOUT((out += process.readAllStandardOutput()).count('\n') >= 4 ||
                               process.state() == QProcess::NotRunning,
                           60000);
  QCOMPARE(process.state(), QProcess::Running);
  ::kill(static_cast<pid_t>(process.processId()), SIGINT);
  QElapsedTimer timer;
  timer.start();
  QVERIFY(process.waitForFinished(20000));
  QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
  QCOMPARE(process.exitStatus(), QProcess::NormalExit);
  QCOMPARE(process.exitCode(), 130);
  out += process.readAllStandardOutput();
  const QString errors = QString::fromUtf8(process.readAllStandardError());

  // What it names is there and whole, and nothing else is.
  const QStringList named = QString::fromUtf8(out).split('\n', Qt::SkipEmptyParts);
  QVERIFY(named.size() >= 4 && named.size() < kTraces * 9);
  QVERIFY2(errors.contains(QStringLiteral("%1 files written").arg(named.size())),
           qPrintable(errors));
  QCOMPARE(QDir(file("stopped")).entryList(QDir::Files | QDir::Hidden).size(), named.size());
  for (const QString& path : named) {
    QFile made(path);
    QVERIFY2(made.open(QIODevice::ReadOnly), qPrintable(path));
    const QByteArray bytes = made.readAll();
    if (path.endsWith(".pdf"))
      QVERIFY(bytes.trimmed().endsWith("%%EOF"));
    else if (path.endsWith(".json"))
      QVERIFY(QJsonDocument::fromJson(bytes).isObject());
    else
      QVERIFY(bytes.trimmed().endsWith("</svg>"));
  }
}

void TestExport::aFolderShowsItsProgressOnATerminal() {
  NEEDS("script");
  const QString program = qEnvironmentVariable("OUROSCOPE_WINDOW");
  if (program.isEmpty()) QSKIP("the window program was not built");
  QVERIFY(QDir(folder_.path()).mkpath("few"));
  for (const char* name : {"few/one", "few/two"})
    writeTrace(*inputOf().trace, file(QString(name) + ".trace.safetensors").toStdString());
  const QString command = QStringLiteral("%1 figure all %2 --out %3 --kinds heatmap,text")
                              .arg(program, file("few"), file("shown"));
  const Said said = ask("script", {"-qec", command, "/dev/null"});
  QVERIFY2(said.status == 0, qPrintable(said.out + said.errors));
  QVERIFY2(said.out.contains("one.heatmap.pdf: 0 %  (Ctrl+C cancels)"), qPrintable(said.out));
  QVERIFY2(said.out.contains("two.text.pdf: 75 %"), qPrintable(said.out));
  QVERIFY(said.out.contains("4 files written, 0 failed"));
}

void TestExport::captionsHoldWhatAReviewerAsks() {
  const FigureInput input = inputOf();
  const FigureRecipe recipe = recipeOf("heatmap");
  const QString caption = figureCaption(input, recipe);
  for (const char* word :
       {"Exit probability", "synthetic", "aaaaaaaaaaaa", "bf16", "no device", "4 loops", "trained",
        "counted from 1", "cumulative exit probability is at least 0.7",
        "takes the remaining probability", "lookahead", "teacher-forced", "Exact replay",
        "theoretical", "Ouroscope", "trace "})
    QVERIFY2(caption.contains(word), word);
  QCOMPARE(caption, figureCaption(input, recipe));
  QVERIFY(!caption.contains(QString::number(QDate::currentDate().year()) + "-"));
  qputenv("SOURCE_DATE_EPOCH", "86400");
  QVERIFY(figureCaption(input, recipe).contains("1970-01-02"));
  QVERIFY(renderFigure(input, recipe, "pdf").contains("/CreationDate (D:19700102000000Z)"));
  qunsetenv("SOURCE_DATE_EPOCH");
  QVERIFY(!renderFigure(input, recipe, "pdf").contains("/CreationDate"));
}

void TestExport::latexIsEscaped() {
  QCOMPARE(latexText("50 % of a_b & {c} #1 $x ~ ^ \\"),
           "50 \\% of a\\_b \\& \\{c\\} \\#1 \\$x \\textasciitilde{} \\textasciicircum{} "
           "\\textbackslash{}");
  const QString figure = latexFigure("A < B", "fig.pdf", 139.7);
  QVERIFY(figure.contains("\\includegraphics[width=139.7mm]{fig.pdf}"));
  QVERIFY(figure.contains("\\caption{A \\textless{} B}"));
}

void TestExport::pagesShareLimitsAndOneBar() {
  FigureRecipe low, high;
  low.measure = high.measure = &measure("entropy");
  low.lastToken = 4;
  high.firstToken = 5;
  FigurePage page;
  page.columns = 2;
  page.panels = {low, high};
  FigureRecipe recipe;
  recipe.kind = "page";
  recipe.options = page.toOptions();
  recipe = recipeFromJson(recipe.toJson());
  PagePlan plan = planPage(inputOf(), recipe);
  QVERIFY(plan.oneBar);
  QVERIFY(plan.barMm > 5);
  QCOMPARE(plan.panels[0].recipe.minimum, plan.panels[1].recipe.minimum);
  QCOMPARE(plan.panels[0].recipe.maximum, plan.panels[1].recipe.maximum);
  QVERIFY(plan.panels[0].recipe.maximum > plan.panels[0].recipe.minimum);
  QVERIFY(!plan.panels[0].recipe.colourBar);
  QCOMPARE(plan.panels[1].xMm, plan.panels[0].widthMm + page.gapMm);
  QVERIFY(std::abs(plan.panels[1].xMm + plan.panels[1].widthMm + plan.barMm - recipe.widthMm) <
          1e-9);

  // Another measure: limits of their own, bars of their own.
  page.panels[1].measure = &measure("kl");
  recipe.options = page.toOptions();
  plan = planPage(inputOf(), recipe);
  QVERIFY(!plan.oneBar);
  QVERIFY(plan.panels[0].recipe.colourBar);

  // Three panels in two columns: the third is as wide as the page.
  page.panels << low;
  recipe.options = page.toOptions();
  plan = planPage(inputOf(), recipe);
  QCOMPARE(plan.rows, 2);
  QCOMPARE(plan.panels[2].widthMm, recipe.widthMm);

  FigurePage letters;
  QCOMPARE(panelLetter(letters, 2), "c");
  letters.letters = "(a)";
  QCOMPARE(panelLetter(letters, 1), "(b)");
  letters.panels.resize(1);
  QCOMPARE(panelLetter(letters, 0), "");
  QVERIFY_THROWS_EXCEPTION(Error, FigurePage::fromOptions({{"columns", 1.5}}));
  QVERIFY_THROWS_EXCEPTION(
      Error, FigurePage::fromOptions({{"panels", QJsonArray{QJsonObject{{"kind", "page"}}}}}));
}

void TestExport::pagesAlignAxes() {
  // Ranks have short numbers at their axis, probabilities long ones.
  FigureRecipe rank = recipeOf("lens"), share = rank;
  rank.lensQuantity = "rank";
  share.lensQuantity = "prob";
  FigurePage page;
  page.panels = {rank, share};
  FigureRecipe recipe;
  recipe.kind = "page";
  recipe.options = page.toOptions();
  const FigureInput input = inputOf();
  std::vector<double> at;
  for (const PlacedText& text : textOf(drawFigure(input, recipe)))
    if (text.text == "3") at.push_back(text.outline.boundingRect().center().x());
  QCOMPARE(at.size(), std::size_t{2});
  QVERIFY2(std::abs(at[0] - at[1]) < 1.5, qPrintable(QString::number(at[0] - at[1])));
}

void TestExport::longTextsAreSplitIntoReadableRows() {
  const FigureInput input = inputOf(150);
  FigureRecipe recipe = recipeOf("heatmap");
  const auto warnings = [&](const FigureRecipe& r) {
    return checkFigure(input, r, drawFigure(input, r));
  };
  const auto has = [](const std::vector<FigureWarning>& list, FigureWarning::Kind kind) {
    return std::ranges::any_of(list, [&](const FigureWarning& w) { return w.kind == kind; });
  };
  QVERIFY(has(warnings(recipe), FigureWarning::Kind::TooManyTokens));
  const FigureRecipe rows = recipeFromJson(splitIntoRows(input, recipe).toJson());
  const FigurePage page = FigurePage::fromOptions(rows.options);
  QVERIFY(page.panels.size() >= 3);
  int next = 0;
  for (const FigureRecipe& panel : page.panels) {
    QCOMPARE(panel.firstToken, next);
    next = panel.lastToken + 1;
  }
  QCOMPARE(next, 150);
  QVERIFY(!has(warnings(rows), FigureWarning::Kind::TooManyTokens));
  QVERIFY(!has(warnings(rows), FigureWarning::Kind::OverlappingText));
  QVERIFY_THROWS_EXCEPTION(Error, splitIntoRows(inputOf(3000), recipe));
}

void TestExport::warningsNameSmallAndClippedText() {
  const FigureInput input = inputOf();
  FigureRecipe recipe = recipeOf("heatmap");
  const auto kinds = [&] {
    QList<int> out;
    for (const FigureWarning& w : checkFigure(input, recipe, drawFigure(input, recipe)))
      out << static_cast<int>(w.kind);
    return out;
  };
  QVERIFY(kinds().isEmpty());
  recipe.fontPoints = 5;
  QVERIFY(kinds().contains(static_cast<int>(FigureWarning::Kind::SmallText)));
  recipe.fontPoints = 8;
  recipe.heightMm = 12;  // the loop numbers cannot stand under each other
  QVERIFY(!kinds().isEmpty());
}

void TestExport::figuresOfColumnWidthAreClean_data() {
  QTest::addColumn<QString>("id");
  QTest::addColumn<double>("width");
  for (const FigureKind& kind : figureKinds())
    for (const double width : {84.0, 174.0})
      if (kind.sheetMm == 0 || width > 120)  // a sheet of paper has no column's width
        QTest::addRow("%s %g mm", kind.id, width) << QString(kind.id) << width;
}

/// No text under 6 points, over the edge or over other text, in a column and over the page.
void TestExport::figuresOfColumnWidthAreClean() {
  QFETCH(QString, id);
  QFETCH(double, width);
  const FigureInput input = inputOf(16);
  FigureRecipe recipe = recipeOf(id);
  recipe.widthMm = width;
  if (id == "page" && width < 100) recipe.options["columns"] = 1;
  for (const FigureWarning& warning : checkFigure(input, recipe, drawFigure(input, recipe)))
    QFAIL(qPrintable(warning.sentence));
}

void TestExport::otherEyes() {
  for (const ColourVision vision : {ColourVision::Deuteranopia, ColourVision::Protanopia,
                                    ColourVision::Tritanopia, ColourVision::Grey}) {
    QCOMPARE(seenAs(qRgb(255, 255, 255), vision), qRgb(255, 255, 255));
    QCOMPARE(seenAs(qRgb(0, 0, 0), vision), qRgb(0, 0, 0));
    // Any grey stays itself within rounding.
    QVERIFY(std::abs(qRed(seenAs(qRgb(119, 119, 119), vision)) - 119) <= 1);
  }
  // Without red cones red is dark; the grey of green is lighter than that of red.
  QVERIFY(qRed(seenAs(qRgb(255, 0, 0), ColourVision::Protanopia)) < 140);
  QVERIFY(qRed(seenAs(qRgb(0, 255, 0), ColourVision::Grey)) >
          qRed(seenAs(qRgb(255, 0, 0), ColourVision::Grey)));
  // Red and green of the same lightness fall together for deuteranopes, not for others.
  const auto apart = [](QRgb a, QRgb b) {
    return std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) +
           std::abs(qBlue(a) - qBlue(b));
  };
  const QRgb red = qRgb(200, 90, 60), green = qRgb(120, 125, 60);
  QVERIFY(apart(seenAs(red, ColourVision::Deuteranopia),
                seenAs(green, ColourVision::Deuteranopia)) < apart(red, green) / 2);
  QImage image(2, 1, QImage::Format_RGB32);
  image.setPixel(0, 0, red);
  image.setPixel(1, 0, green);
  QCOMPARE(seenAs(image, ColourVision::Grey).pixel(0, 0), seenAs(red, ColourVision::Grey));
}

QTEST_MAIN(TestExport)
#include "tst_export.moc"
