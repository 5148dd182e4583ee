// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/FigureCommand.h"

#include <QCommandLineParser>
#include <cstdio>

#include "core/support/Error.h"
#include "ui/figures/FigureExport.h"

namespace ouroscope {
namespace {

int usage(const QString& sentence) {
  std::fprintf(stderr, "ouroscope figure: %s (see ouroscope figure --help)\n",
               qPrintable(sentence));
  return 2;
}

template <class Info>
const Info* byId(std::span<const Info> infos, const QString& id) {
  for (const Info& info : infos)
    if (id == QString::fromUtf8(info.id.data(), static_cast<qsizetype>(info.id.size())))
      return &info;
  return nullptr;
}

}  // namespace

int runFigureCommand(const QStringList& arguments) {
  QCommandLineParser parser;
  parser.setApplicationDescription("Renders a figure of a trace without a display.");
  parser.addPositionalArgument("recipe", figureKindIds().join(", ") + ", or a recipe file (JSON)");
  parser.addPositionalArgument("trace", "trace file");
  const QCommandLineOption help({"h", "help"}, "Show this help."),
      out("out", "File to write: .pdf, .svg, .png, .csv or .json.", "F"),
      width("width-mm", "Width in millimetres.", "N"),
      height("height-mm", "Height in millimetres.", "N"), dpi("dpi", "Dots an inch of a PNG.", "N"),
      measure("measure", "Measure of the heatmap or the text.", "ID"),
      token("token", "Token of the lens, from 1.", "N"),
      range("tokens", "Tokens shown, from 1.", "A-B"), budget("budget", "Loops allowed.", "N"),
      q("exit-threshold", "Exit threshold q.", "Q"),
      words("words", "Words of the lens.", "WORD,..."),
      quantity("quantity", "Of the lens: logprob, prob or rank.", "NAME"),
      font("font", "Text size in points.", "N"),
      down("tokens-down", "Heatmap with tokens downwards.");
  parser.addOptions({help, out, width, height, dpi, measure, token, range, budget, q, words,
                     quantity, font, down});
  if (!parser.parse(QStringList{"ouroscope figure"} + arguments)) return usage(parser.errorText());
  if (parser.isSet(help)) {
    std::fputs(qPrintable(parser.helpText()), stdout);
    return 0;
  }
  if (parser.positionalArguments().size() != 2)
    return usage("needs a recipe or figure name and a trace");

  bool numbers = true;
  const auto number = [&](const QCommandLineOption& option, double otherwise) {
    if (!parser.isSet(option)) return otherwise;
    bool good = false;
    const double value = QLocale::c().toDouble(parser.value(option), &good);
    numbers = numbers && good;
    return value;
  };
  try {
    FigureRecipe recipe = loadRecipe(parser.positionalArguments()[0]);
    const TracePtr trace = readTrace(parser.positionalArguments()[1].toStdString());
    recipe.widthMm = number(width, recipe.widthMm);
    recipe.heightMm = number(height, recipe.heightMm);
    recipe.fontPoints = number(font, recipe.fontPoints);
    recipe.rule.budget = static_cast<int>(number(budget, recipe.rule.budget));
    // Without a word about it, a figure is read as its trace was run; a budget alone reads that
    // loop.
    if (recipe.rule.q < 0) recipe.rule.q = parser.isSet(budget) ? 1.0 : trace->info().exitThreshold;
    recipe.rule.q = number(q, recipe.rule.q);
    recipe.token = static_cast<int>(number(token, recipe.token + 1)) - 1;
    const double dots = number(dpi, 300);
    if (parser.isSet(range)) {
      const QStringList ends = parser.value(range).split('-');
      bool first = false, last = false;
      if (ends.size() == 2)
        recipe.firstToken = ends[0].toInt(&first) - 1, recipe.lastToken = ends[1].toInt(&last) - 1;
      if (!first || !last || recipe.firstToken < 0)
        return usage("--tokens takes a range like 10-60");
    }
    if (!numbers) return usage("an option that takes a number has another value");
    if (parser.isSet(measure)) {
      const auto* cells = byId(measures(), parser.value(measure));
      const auto* tokens = byId(tokenMeasures(), parser.value(measure));
      if (recipe.kind == "text" ? !tokens : !cells)
        return usage("there is no measure \"" + parser.value(measure) + "\" for this figure");
      if (cells) recipe.measure = cells->measure;
      if (tokens) recipe.tokenMeasure = tokens->measure;
    }
    if (parser.isSet(words)) recipe.words = parser.value(words).split(',', Qt::SkipEmptyParts);
    if (parser.isSet(quantity)) recipe.lensQuantity = parser.value(quantity);
    if (parser.isSet(down)) recipe.loopsVertical = false;
    if (recipe.rule.budget > trace->loops())
      throw Error("The trace has " + std::to_string(trace->loops()) +
                  " loops, the figure asks for a budget of " + std::to_string(recipe.rule.budget) +
                  ".");
    recipe =
        FigureRecipe::fromJson(recipe.toJson());  // one set of range checks for files and options
    const QString file = parser.isSet(out) ? parser.value(out) : recipe.kind + ".pdf";
    exportFigure(trace, recipe, file, dots);
    std::fprintf(stdout, "%s\n", qPrintable(file));
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "ouroscope figure: %s\n", error.what());
    return 1;
  }
}

}  // namespace ouroscope
