// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet for a class: A4, the numbers of core/analysis, in every language, byte for byte again.
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

#include "core/analysis/Answer.h"
#include "core/analysis/LoopWalk.h"
#include "core/support/Error.h"
#include "tests/support/SyntheticTrace.h"
#include "ui/base/Language.h"
#include "ui/figures/files/FigureExport.h"

using namespace ouroscope;

namespace {

TracePtr recorded(const char* name) {
  return readTrace(std::string(OUROSCOPE_SOURCE_DIR "/resources/traces/") + name +
                   ".trace.safetensors");
}

FigureRecipe sheet(const Trace& trace, const char* language = "en") {
  FigureRecipe recipe = loadRecipe("handout", &trace);
  recipe.options["language"] = language;
  return recipeFromJson(recipe.toJson());
}

/// The words of an SVG, in the order in which they are drawn.
QString wordsOf(const TracePtr& trace, const FigureRecipe& recipe) {
  QString all;
  QXmlStreamReader xml(renderFigure(trace, recipe, "svg"));
  while (!xml.atEnd())
    if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"text")
      all += xml.readElementText(QXmlStreamReader::IncludeChildElements) + ' ';
  return all.simplified();
}

}  // namespace

class TestHandout : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { installLanguage("en"); }

  void itIsASheetOfA4() {
    const TracePtr trace = recorded("language-japan");
    const QByteArray pdf = renderFigure(trace, sheet(*trace), "pdf");
    static const QRegularExpression box(R"(/MediaBox \[0 0 ([\d.]+)\s+([\d.]+)\])");
    const auto match = box.match(QString::fromLatin1(pdf));
    QVERIFY(match.hasMatch());
    QVERIFY(std::abs(match.captured(1).toDouble() - 595.28) < 1);
    QVERIFY(std::abs(match.captured(2).toDouble() - 841.89) < 1);
    QVERIFY(!pdf.contains("/Type3"));
    // Text and lines: nothing of it is a picture.
    QVERIFY(!pdf.contains("/Subtype /Image"));
    QCOMPARE(renderFigure(trace, sheet(*trace), "pdf"), pdf);
  }

  void itSaysWhatTheAnalysisSays() {
    const TracePtr trace = recorded("language-japan");
    const FigureRecipe recipe = sheet(*trace);
    const Readout read = readout(*trace, recipe.rule);
    const LoopWalk walk = loopWalk(*trace, answerToken(*trace), read);
    const FigureData data = figureData(trace, recipe);
    QCOMPARE(data.rows.size(), walk.loops.size());
    for (std::size_t r = 0; r < walk.loops.size(); ++r) {
      QCOMPARE(data.rows[r][3], dataToken(walk.loops[r].words.front().bytes));
      QCOMPARE(data.rows[r][4], dataNumber(walk.loops[r].words.front().probability));
      QCOMPARE(data.rows[r][6], dataNumber(walk.loops[r].cdf));
      QCOMPARE(data.rows[r][7], static_cast<int>(r) == walk.exitLoop ? "1" : "0");
    }
    const QString words = wordsOf(trace, recipe);
    for (const WalkLoop& loop : walk.loops) {
      QVERIFY(words.contains(QString::fromStdString(loop.words.front().bytes).trimmed()));
      QVERIFY(
          words.contains(QString("%1 %").arg(std::lround(100 * loop.words.front().probability))));
    }
    QVERIFY2(words.contains(QString("at loop %1").arg(walk.exitLoop + 1)), qPrintable(words));
    QVERIFY(words.contains("another answer"));
    // Where the loops allowed end it, the gate does not.
    FigureRecipe allowed = recipe;
    allowed.rule.budget = 2;
    QVERIFY(loopWalk(*trace, answerToken(*trace), readout(*trace, allowed.rule)).exitLoop == 1);
    QVERIFY2(wordsOf(trace, allowed).contains("no loop after loop 2 is allowed"),
             qPrintable(wordsOf(trace, allowed)));
    // Another token, another walk; a puzzle has its chain.
    FigureRecipe other = recipe;
    other.token = 2;
    QVERIFY(wordsOf(trace, other) != words);
    const TracePtr puzzle = recorded("six-steps");
    QVERIFY(wordsOf(puzzle, sheet(*puzzle)).contains("double"));
    QVERIFY(wordsOf(puzzle, sheet(*puzzle)).contains("By the game's rule"));
  }

  /// Its language is the recipe's, whatever the window speaks.
  void itSpeaksEveryLanguage() {
    const TracePtr trace = recorded("language-triangle");
    QSet<QString> sheets;
    for (const LanguageInfo& language : languages()) {
      installLanguage("en");
      const QByteArray first = renderFigure(trace, sheet(*trace, language.code), "pdf");
      sheets << wordsOf(trace, sheet(*trace, language.code));
      installLanguage("de");
      QVERIFY2(renderFigure(trace, sheet(*trace, language.code), "pdf") == first, language.code);
      installLanguage("en");
      // No word is cut or too small, and none lies on another.
      const FigureRecipe recipe = sheet(*trace, language.code);
      for (const FigureWarning& warning : checkFigure(trace, recipe, drawFigure(trace, recipe)))
        QFAIL(qPrintable(QString(language.code) + ": " + warning.sentence));
    }
    QCOMPARE(sheets.size(), static_cast<qsizetype>(languages().size()));
    QVERIFY_EXCEPTION_THROWN(sheet(*trace, "xx"), Error);
  }

  void anyRecordIsDrawn() {
    for (const TracePtr& trace :
         {test::syntheticTrace({.tokens = 1, .loops = 1, .topK = 1}),
          test::syntheticTrace({.tokens = 4000, .loops = 16, .gated = false}),
          test::syntheticTrace({.tokens = 40, .loops = 5, .promptTokens = 8, .skipLoops = true})})
      QVERIFY(!renderFigure(trace, sheet(*trace), "pdf").isEmpty());
    FigureRecipe narrow = sheet(*recorded("cups"));
    narrow.widthMm = 84;
    QVERIFY_EXCEPTION_THROWN(drawFigure(recorded("cups"), narrow), Error);
  }

  void theCommandLineDrawsTheSameSheet() {
    const QTemporaryDir folder;
    const QString out = folder.filePath("h.pdf");
    QProcess program;
    program.start(qEnvironmentVariable("OUROSCOPE_WINDOW"),
                  {"figure", "handout",
                   OUROSCOPE_SOURCE_DIR "/resources/traces/language-japan.trace.safetensors",
                   "--set", "language=de", "--out", out});
    QVERIFY(program.waitForFinished(60000));
    QCOMPARE(program.exitCode(), 0);
    QFile file(out);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("%PDF-"));
    const FigureRecipe recipe = loadRecipe(out);
    QCOMPARE(recipe.kind, "handout");
    QCOMPARE(recipe.widthMm, 210.0);
    QCOMPARE(recipe.options["language"].toString(), "de");
  }
};

QTEST_MAIN(TestHandout)
#include "tst_handout.moc"
