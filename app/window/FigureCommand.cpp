// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/FigureCommand.h"

#include <QCommandLineParser>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cstdio>

#include "app/window/FigureBatch.h"
#include "core/support/Error.h"
#include "ui/base/Names.h"
#include "ui/figures/files/FigureExport.h"

namespace ouroscope {
namespace {

int usage(const QString& sentence) {
  std::fprintf(stderr, "ouroscope figure: %s (see ouroscope figure --help)\n",
               qPrintable(sentence));
  return 2;
}

/// Everything on the command line that changes a recipe.
class Options {
 public:
  Options() {
    parser.setApplicationDescription(
        "Renders figures of traces without a display.\n\n"
        "  ouroscope figure KIND|RECIPE TRACE [TRACE]   one figure\n"
        "  ouroscope figure all FOLDER --out FOLDER     every figure of every trace of a folder\n\n"
        "A RECIPE is a JSON file, or a PDF, SVG, PNG or JSON figure made by Ouroscope: it is drawn "
        "again. Equal recipes and traces give equal files.");
    parser.addPositionalArgument("kind", figureKindIds().join(", ") + ", a recipe, or all");
    parser.addPositionalArgument("trace", "trace file; a folder after all; two to compare");
    parser.addOptions({help,     out,   format, kinds,   width,    height, dpi,
                       measure,  token, range,  budget,  q,        gate,   words,
                       quantity, font,  family, colours, outlines, down,   set});
  }

  /// @throws Error for values that no recipe takes
  void apply(FigureRecipe& recipe) const {
    QJsonObject json = recipe.toJson();
    const double q0 = recipe.rule.q;
    if (q0 < 0) json["q"] = 1.0;
    for (const auto& [option, field] :
         {std::pair(&width, "width_mm"), std::pair(&height, "height_mm"),
          std::pair(&font, "font_points"), std::pair(&dpi, "png_dpi"), std::pair(&budget, "budget"),
          std::pair(&q, "q"), std::pair(&gate, "gate")})
      if (parser.isSet(*option)) json[field] = number(*option);
    for (const auto& [option, field] :
         {std::pair(&family, "font_family"), std::pair(&colours, "colour_map"),
          std::pair(&quantity, "lens_quantity")})
      if (parser.isSet(*option)) json[field] = parser.value(*option);
    if (parser.isSet(token)) json["token"] = number(token) - 1;
    if (parser.isSet(range)) {
      const QStringList ends = parser.value(range).split('-');
      bool first = false, last = false;
      if (ends.size() == 2) {
        json["first_token"] = ends[0].toInt(&first) - 1;
        json["last_token"] = ends[1].toInt(&last) - 1;
      }
      if (!first || !last) throw Error("--tokens takes a range like 10-60.");
    }
    if (parser.isSet(measure)) {
      const QString id = parser.value(measure);
      const bool ofCells = measureOf(loopMeasures(), id), ofTokens = measureOf(tokenMeasures(), id);
      if (!ofCells && !ofTokens) throw Error("There is no measure \"" + id.toStdString() + "\".");
      if (ofCells) json["measure"] = id;
      if (ofTokens) json["token_measure"] = id;
    }
    if (parser.isSet(words))
      json["words"] =
          QJsonArray::fromStringList(parser.value(words).split(',', Qt::SkipEmptyParts));
    if (parser.isSet(outlines)) json["svg_text"] = "outlines";
    if (parser.isSet(down)) json["loops_vertical"] = false;
    QJsonObject own = json["options"].toObject();
    for (const QString& pair : parser.values(set)) {
      const qsizetype at = pair.indexOf('=');
      if (at < 1) throw Error("--set takes NAME=VALUE.");
      const QString name = pair.left(at);
      const QByteArray value = "[" + pair.mid(at + 1).toUtf8() + "]";
      const QJsonDocument parsed = QJsonDocument::fromJson(value);
      const QJsonValue field = parsed.isArray() && parsed.array().size() == 1
                                   ? parsed.array()[0]
                                   : QJsonValue(pair.mid(at + 1));
      if (json.contains(name) && name != "options")
        json[name] = field;
      else
        own[name] = field;
    }
    json["options"] = own;
    recipe = recipeFromJson(json);  // one set of checks for files and options
    // Without a word about it, a figure is read as its trace was run; a budget alone reads that
    // loop.
    if (q0 < 0 && !parser.isSet(q) && !parser.isSet(budget)) recipe.rule.q = -1;
  }

  QCommandLineParser parser;
  const QCommandLineOption help{{"h", "help"}, "Show this help."},
      out{"out", "File to write (.pdf, .svg, .png, .csv, .json), or the folder of all.", "F"},
      format{"format", "Formats of all, like pdf,svg.", "LIST", "pdf"},
      kinds{"kinds", "Figures of all, like heatmap,lens.", "LIST"},
      width{"width-mm", "Width in millimetres.", "N"},
      height{"height-mm", "Height in millimetres.", "N"}, dpi{"dpi", "Dots an inch of a PNG.", "N"},
      measure{"measure", "Measure of the heatmap or the text.", "ID"},
      token{"token", "Token of the lens, from 1.", "N"},
      range{"tokens", "Tokens shown, from 1.", "A-B"}, budget{"budget", "Loops allowed.", "N"},
      q{"exit-threshold", "Exit threshold q.", "Q"},
      gate{"gate", "Gate, from 0, the trace's main one.", "N"},
      words{"words", "Words of the lens.", "WORD,..."},
      quantity{"quantity", "Of the lens: logprob, prob or rank.", "NAME"},
      font{"font", "Text size in points.", "N"},
      family{"family", "sans, serif or the name of a font.", "NAME"},
      colours{"colours", "viridis or cividis.", "NAME"},
      outlines{"outlines", "Text of an SVG as outlines."},
      down{"tokens-down", "Heatmap with tokens downwards."},
      set{"set", "Any other field of the recipe, or of the kind's options.", "NAME=VALUE"};

 private:
  double number(const QCommandLineOption& option) const {
    bool good = false;
    const double value = QLocale::c().toDouble(parser.value(option), &good);
    if (!good) throw Error("--" + option.names().constLast().toStdString() + " takes a number.");
    return value;
  }
};

int drawOne(const Options& options, const QStringList& names) {
  FigureRecipe recipe = loadRecipe(names[0]);
  options.apply(recipe);
  FigureInput input(readTrace(names[1].toStdString()));
  if (names.size() > 2) input.other = readTrace(names[2].toStdString());
  if (recipe.rule.q < 0) {
    const ReadoutRule run = ruleOfRun(*input.trace);
    recipe.rule.q = run.q;
    if (recipe.rule.budget == 0) recipe.rule.budget = run.budget;
  }
  const QString file =
      options.parser.isSet(options.out) ? options.parser.value(options.out) : recipe.kind + ".pdf";
  exportFigure(input, recipe, file);
  std::fprintf(stdout, "%s\n", qPrintable(file));
  return 0;
}

int drawAll(const Options& options, const QString& folder, cli::Interrupt& interrupt) {
  const auto list = [&](const QCommandLineOption& option) {
    return options.parser.value(option).split(',', Qt::SkipEmptyParts);
  };
  FigureBatch batch{folder, options.parser.value(options.out), list(options.format), {}};
  if (batch.out.isEmpty()) return usage("all needs --out and a folder");
  for (const QString& format : batch.formats)
    if (!figureFormats().contains(format))
      return usage("--format takes a list of " + figureFormats().join(", "));
  if (batch.formats.isEmpty()) return usage("--format is empty");
  const QStringList wanted =
      options.parser.isSet(options.kinds) ? list(options.kinds) : figureKindIds();
  for (const QString& id : wanted) {
    figureKind(id);              // refuses unknown ones by name
    if (id == "page") continue;  // a page is somebody's choice of panels
    FigureRecipe recipe = loadRecipe(id);
    options.apply(recipe);
    batch.recipes.push_back(recipe);
  }
  return runFigureBatch(batch, interrupt.token());
}

}  // namespace

int runFigureCommand(const QStringList& arguments, cli::Interrupt& interrupt) {
  Options options;
  if (!options.parser.parse(QStringList{"ouroscope figure"} + arguments))
    return usage(options.parser.errorText());
  if (options.parser.isSet(options.help)) {
    std::fputs(qPrintable(options.parser.helpText()), stdout);
    return 0;
  }
  const QStringList names = options.parser.positionalArguments();
  if (names.size() < 2 || names.size() > 3)
    return usage("needs a kind of figure or a recipe, and a trace");
  try {
    if (names[0] == "all") return drawAll(options, names[1], interrupt);
    return drawOne(options, names);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "ouroscope figure: %s\n", error.what());
    return 1;
  }
}

}  // namespace ouroscope
