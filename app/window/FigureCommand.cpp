// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/FigureCommand.h"

#include <QCommandLineParser>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cstdio>
#include <new>

#include "app/window/CorpusFigures.h"
#include "app/window/FigureBatch.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/IntRange.h"
#include "core/text/Utf8.h"
#include "ui/base/FilePath.h"
#include "ui/base/Names.h"
#include "ui/figures/base/PaperSizes.h"
#include "ui/figures/files/CorpusPage.h"
#include "ui/figures/files/FigureExport.h"
#include "ui/figures/kinds/CorpusKinds.h"
#include "ui/figures/kinds/FigurePage.h"

namespace ouroscope {
namespace {

int usage(const QString& sentence) {
  std::fprintf(stderr, "ouroscope figure: %s (see ouroscope figure --help)\n",
               printableSentence(sentence.toStdString()).c_str());
  return 2;
}

/// Everything on the command line that changes a recipe.
class Options {
  static QStringList venueIds() {
    QStringList ids;
    for (const PaperSize& size : kPaperSizes) ids << size.id;
    return ids;
  }

 public:
  Options() {
    parser.setApplicationDescription(
        "Renders figures of traces without a display.\n\n"
        "  ouroscope figure KIND|RECIPE TRACE [TRACE]   one figure\n"
        "  ouroscope figure all FOLDER --out FOLDER     every figure of every trace of a folder\n"
        "  ouroscope figure KIND|RECIPE|all CORPUS      of the folder of a corpus: means with "
        "intervals\n\n"
        "A RECIPE is a JSON file, or a PDF, SVG, PNG or JSON figure made by Ouroscope: it is drawn "
        "again. Equal recipes and traces give equal files. What a reviewer would complain about "
        "goes to standard error.");
    parser.addPositionalArgument(
        "kind", figureKindIds().join(", ") +
                    ", a recipe, or all; of a corpus: " + corpusFigureKindIds().join(", "));
    parser.addPositionalArgument("trace",
                                 "trace file; a folder after all; two to compare; or the folder of "
                                 "a corpus");
    parser.addOptions(all());
  }

  QList<QCommandLineOption> all() const {
    return {help,    out,     format,   kinds,   width,     height,       dpi,      measure,
            token,   range,   budget,   q,       gate,      words,        quantity, font,
            family,  colours, outlines, down,    set,       venue,        rows,     panels,
            columns, caption, strict,   csvSafe, noData,    sharedLimits, corpus,   page,
            part,    by,      groupBy,  mean,    resamples, seed};
  }

  /// The names that an option takes, where it takes only those.
  std::vector<std::string> choicesOf(const QCommandLineOption& option) const {
    const QString name = option.names().constLast();
    QStringList names;
    if (name == "venue") names = venueIds();
    if (name == "colours") names << QStringList{"viridis", "cividis"};
    if (name == "quantity") names << QStringList{"logprob", "prob", "rank"};
    if (name == "part") names << QStringList{"all", "selection", "confirmation"};
    if (name == "mean") names << QStringList{"documents", "tokens"};
    if (name == "measure")
      for (const auto& list : {loopMeasures(), tokenMeasures()})
        for (const Measure* one : list)
          names << QString::fromUtf8(one->id.data(), static_cast<qsizetype>(one->id.size()));
    names.removeDuplicates();
    std::vector<std::string> choices;
    for (const QString& one : names) choices.push_back(one.toStdString());
    return choices;
  }

  /// @param own --set may name fields of the kind's own options
  /// @throws Error for values that no recipe takes
  void apply(FigureRecipe& recipe, bool own = true) const {
    QJsonObject json = recipe.toJson();
    const double q0 = recipe.rule.q;
    if (q0 < 0) json["q"] = 1.0;
    if (parser.isSet(venue)) json["width_mm"] = widthOfVenue();
    for (const auto& [option, field] :
         {std::pair(&width, "width_mm"), std::pair(&height, "height_mm"),
          std::pair(&font, "font_points"), std::pair(&dpi, "png_dpi"), std::pair(&budget, "budget"),
          std::pair(&q, "q")})
      if (parser.isSet(*option)) json[field] = number(*option);
    for (const auto& [option, field] :
         {std::pair(&family, "font_family"), std::pair(&colours, "colour_map"),
          std::pair(&quantity, "lens_quantity")})
      if (parser.isSet(*option)) json[field] = parser.value(*option);
    if (parser.isSet(token)) {
      if (number(token) < 1) throw Error("--token counts from 1.");
      json["token"] = number(token) - 1;
    }
    if (parser.isSet(range)) {
      const auto ends = intRangeOf(parser.value(range).toStdString());
      if (!ends) throw Error("--tokens takes a range like 10-60, counted from 1.");
      json["first_token"] = ends->first - 1;
      json["last_token"] = ends->second - 1;
    }
    if (parser.isSet(measure)) {
      const QString id = parser.value(measure);
      const bool ofCells = measureOf(loopMeasures(), id), ofTokens = measureOf(tokenMeasures(), id);
      if (!ofCells && !ofTokens)
        throw Error("There is no measure " + shownText(id.toStdString()) + ".");
      if (ofCells) json["measure"] = id;
      if (ofTokens) json["token_measure"] = id;
    }
    if (parser.isSet(words)) {
      const QStringList list = parser.value(words).split(',', Qt::SkipEmptyParts);
      if (list.isEmpty()) throw Error("--words names no word.");
      json["words"] = QJsonArray::fromStringList(list);
    }
    if (parser.isSet(outlines)) json["svg_text"] = "outlines";
    if (parser.isSet(down)) json["loops_vertical"] = false;
    QJsonObject ofKind = json["options"].toObject();
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
      else if (own)
        ofKind[name] = field;
    }
    json["options"] = ofKind;
    recipe = recipeFromJson(json);  // one set of checks for files and options
    // Without a word about it, a figure is read as its trace was run; a budget alone reads that
    // loop.
    if (q0 < 0 && !parser.isSet(q) && !parser.isSet(budget)) recipe.rule.q = -1;
  }

  /// How a corpus is read; what no option says stays as the recipe has it.
  void applyToCorpus(FigureRecipe& recipe) const {
    QJsonObject json = recipe.corpus.value_or(QJsonObject());
    for (const auto& [option, field] :
         {std::pair(&part, "part"), std::pair(&by, "by"), std::pair(&groupBy, "group_by"),
          std::pair(&mean, "mean"), std::pair(&seed, "seed")})
      if (parser.isSet(*option)) json[field] = parser.value(*option);
    if (parser.isSet(resamples)) json["resamples"] = number(resamples);
    recipe.corpus = json;
  }

  /// The folder of a corpus that the figure is of; empty where it is of traces. @throws Error
  QString corpusFolder(const QStringList& names) const {
    if (parser.isSet(corpus)) {
      if (names.size() == 1) return parser.value(corpus);
      if (names[0] == "all" || CorpusManifest::isIn(pathOf(names[1])))
        throw Error("--corpus names the folder: leave the other one out.");
      return {};  // of a page, beside the trace
    }
    if (names.size() == 2 && CorpusManifest::isIn(pathOf(names[1]))) return names[1];
    for (const auto* option : {&page, &part, &by, &groupBy, &mean, &resamples, &seed})
      if (parser.isSet(*option))
        throw Error("--" + option->names().constLast().toStdString() +
                    " belongs to figures of a corpus, and " +
                    (names.size() > 1 ? shownText(names[1].toStdString(), 200) : "this") +
                    " is not the folder of one.");
    return {};
  }

  /// @throws Error for an option that says how a trace is shown
  void refuseTraceOptions(bool onPage) const {
    for (const auto* option : {&measure, &token, &range, &budget, &q, &gate, &words, &quantity,
                               &colours, &down, &rows, &panels, &columns, &sharedLimits})
      if (parser.isSet(*option) && !(onPage && (option == &panels || option == &columns)))
        throw Error("--" + option->names().constLast().toStdString() +
                    " belongs to figures of traces: a corpus is read as it was run.");
  }

  /// A gate by its number or its name in the trace. @throws Error
  void chooseGate(const Trace& trace, FigureRecipe& recipe) const {
    if (!parser.isSet(gate)) return;
    const std::string wanted = parser.value(gate).toStdString();
    std::vector<std::string> names{trace.info().gateName};
    for (const std::string& other : trace.info().otherGates) names.push_back(other);
    const auto at = std::find(names.begin(), names.end(), wanted);
    bool isNumber = false;
    const int number = parser.value(gate).toInt(&isNumber);
    if (at != names.end())
      recipe.rule.gate = static_cast<int>(at - names.begin());
    else if (isNumber && number >= 0)
      recipe.rule.gate = number;
    else {
      std::string list;
      for (const std::string& name : names) list += (list.empty() ? "" : ", ") + shownText(name);
      throw Error("The trace has no gate " + shownText(wanted) + ", only " + list + ".");
    }
  }

  FigureOutput output() const {
    return {{parser.isSet(csvSafe), !parser.isSet(noData)}, parser.isSet(strict)};
  }

  /// 0: as many as keep the words readable. @throws Error
  int rowsWanted() const {
    if (parser.value(rows) == "auto") return 0;
    bool good = false;
    const int n = parser.value(rows).toInt(&good);
    if (!good || n < 2) throw Error("--rows takes a number from 2, or auto.");
    return n;
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
      gate{"gate", "Gate by its name, or its number from 0, the trace's main one.", "GATE"},
      words{"words", "Words of the lens, in place of the best candidates.", "WORD,..."},
      quantity{"quantity", "Of the lens: logprob, prob or rank.", "NAME"},
      font{"font", "Text size in points.", "N"},
      family{"family", "sans, serif or the name of a font.", "NAME"},
      colours{"colours", "viridis or cividis.", "NAME"},
      outlines{"outlines", "Text of an SVG as outlines."},
      down{"tokens-down", "Heatmap with tokens downwards."},
      set{"set", "Any other field of the recipe, or of the kind's options.", "NAME=VALUE"},
      venue{"venue", "Width of a venue: " + venueIds().join(", ") + ".", "NAME"},
      rows{"rows", "Tokens in N rows under each other, or as many as keep words readable.",
           "N|auto"},
      panels{"panels",
             "Figures of a page, like text,lens,heatmap; other:heatmap of a second trace, "
             "corpus:accuracy of --corpus.",
             "LIST"},
      columns{"columns", "Columns of a page.", "N"},
      caption{"caption", "Caption to write too: .txt, or .tex with the figure (all: txt or tex).",
              "F"},
      strict{"strict", "Write no figure that has a warning, and fail."},
      csvSafe{"csv-safe", "Put ' before cells of a CSV that a spreadsheet would run."},
      noData{"no-data", "SVG without the table of what it shows."},
      sharedLimits{"shared-limits",
                   "Figures of all: equal measures have equal colour limits in all traces."},
      corpus{"corpus", "Folder of a corpus, in place of a trace; of a page beside it.", "FOLDER"},
      page{"page", "Of all of a corpus: one HTML file with every figure and its numbers.",
           "F.html"},
      part{"part", "Of a corpus: all, selection or confirmation.", "NAME"},
      by{"by", "Of a corpus: documents are told apart by this field.", "FIELD"},
      groupBy{"group-by", "Of a corpus: values of this field are resampled whole.", "FIELD"},
      mean{"mean", "Of a corpus: over documents or tokens.", "NAME"},
      resamples{"resamples", "Of a corpus: of the bootstrap.", "N"},
      seed{"seed", "Of a corpus: of the bootstrap.", "N"};

 private:
  double widthOfVenue() const {
    const QString id = parser.value(venue);
    for (const PaperSize& size : kPaperSizes)
      if (id == size.id) return size.widthMm;
    throw Error("There is no venue " + shownText(id.toStdString()) + ": choose one of " +
                venueIds().join(", ").toStdString() + ".");
  }

  double number(const QCommandLineOption& option) const {
    bool good = false;
    const double value = QLocale::c().toDouble(parser.value(option), &good);
    if (!good) throw Error("--" + option.names().constLast().toStdString() + " takes a number.");
    return value;
  }
};

/// A panel of --panels: of the trace, of the second one ("other:heatmap"), or of the corpus
/// ("corpus:loss", or where there is no trace).
FigureRecipe panelNamed(const QString& name, const FigureInput& input, const FigureRecipe& page) {
  const bool other = input.trace && name.startsWith("other:");
  const bool named = name.startsWith("corpus:"), corpus = named || !input.trace;
  const QString id = name.mid(other ? qstrlen("other:") : named ? qstrlen("corpus:") : 0);
  QStringList known = corpus ? corpusFigureKindIds() : figureKindIds();
  known.removeAll("page");
  if (!known.contains(id))
    throw Error("--panels takes a list of figures, and " + shownText(name.toStdString()) +
                " is not one of them: " + known.join(", ").toStdString() +
                (corpus ? "." : "; other:NAME is of the second trace, corpus:NAME of a corpus."));
  if (corpus) return loadCorpusRecipe(id);
  if (other && !input.other)
    throw Error("--panels names other:" + id.toStdString() + ", of a second trace: give both.");
  FigureRecipe panel = loadRecipe(id, (other ? input.other : input.trace).get());
  if (!other) panel.rule = page.rule;
  panel.ofOther = other;
  return panel;
}

/// The panels of a page: those of the recipe or of --panels, with the options of the command line.
/// @param input without a trace: all panels are of a corpus
void layOutPage(const Options& options, const FigureInput& input, FigureRecipe& recipe) {
  FigurePage page = FigurePage::fromOptions(recipe.options);
  if (options.parser.isSet(options.panels)) {
    page.panels.clear();
    for (const QString& name : options.parser.value(options.panels).split(',', Qt::SkipEmptyParts))
      page.panels << panelNamed(name, input, recipe);
  }
  for (FigureRecipe& panel : page.panels) {
    if (panel.corpus) {
      options.applyToCorpus(panel);
      panel = recipeFromJson(panel.toJson());
      continue;
    }
    const double height = panel.heightMm;
    options.apply(panel, false);
    panel.heightMm = height;  // --height-mm is the page's
    options.chooseGate(*panelInput(input, panel).trace, panel);
    if (figureKind(panel.kind).range != FigureKind::Range::None) continue;
    panel.firstToken = 0;
    panel.lastToken = -1;
  }
  bool good = true;
  if (options.parser.isSet(options.columns))
    page.columns = options.parser.value(options.columns).toInt(&good);
  if (!good) throw Error("--columns takes a number.");
  recipe.firstToken = 0;
  recipe.lastToken = -1;
  recipe.options = page.toOptions();
  recipe = recipeFromJson(recipe.toJson());
}

int drawOne(const Options& options, const QStringList& names, cli::Interrupt& interrupt) {
  const QCommandLineParser& given = options.parser;
  const QString caption = given.value(options.caption);
  if (!caption.isEmpty() && !caption.endsWith(".txt", Qt::CaseInsensitive) &&
      !caption.endsWith(".tex", Qt::CaseInsensitive))
    return usage("--caption takes a file that ends with .txt or .tex");
  // A wrong name is said before a large trace is read.
  loadRecipe(names[0]);
  if (given.isSet(options.sharedLimits))
    return usage("--shared-limits belongs to all; --set minimum= and maximum= set those of one");
  FigureInput input(readTrace(names[1].toStdString()));
  if (names.size() > 2) input.other = readTrace(names[2].toStdString());
  FigureRecipe recipe = loadRecipe(names[0], input.trace.get(), input.other.get());
  if (recipe.corpus)
    throw Error("The figure \"" + recipe.kind.toStdString() +
                "\" is of a corpus: give its folder.");
  const bool kind = figureKindIds().contains(names[0]);
  // A budget alone reads that loop; a threshold alone allows all loops.
  if (kind && given.isSet(options.budget)) recipe.rule.q = 1;
  if (kind && given.isSet(options.q)) recipe.rule.budget = 0;
  options.apply(recipe);
  options.chooseGate(*input.trace, recipe);
  if (recipe.kind == "page")
    layOutPage(options, input, recipe);
  else if (given.isSet(options.panels) || given.isSet(options.columns))
    return usage("--panels and --columns belong to the figure \"page\"");
  const QList<FigureRecipe> ofCorpus = corpusParts(recipe);
  if (given.isSet(options.corpus) == ofCorpus.isEmpty())
    throw Error(ofCorpus.isEmpty()
                    ? "--corpus names the folder, and this figure is of a trace: leave one of "
                      "them out."
                    : "The page has figures of a corpus: name its folder with --corpus.");
  if (!ofCorpus.isEmpty()) {
    input.corpus = std::make_shared<const Corpus>(pathOf(given.value(options.corpus)));
    for (const FigureRecipe& panel : ofCorpus)
      prepareReport(*input.corpus, panel, interrupt.token());
  }
  bool compares = recipe.kind != "page" && figureKind(recipe.kind).needsOther;
  if (recipe.kind == "page")
    for (const FigureRecipe& panel : FigurePage::fromOptions(recipe.options).panels)
      compares |= panel.ofOther || (!panel.corpus && figureKind(panel.kind).needsOther);
  if (input.other && !compares)
    throw Error("The figure \"" + recipe.kind.toStdString() + "\" is of one trace: give only one.");
  if (given.isSet(options.rows)) {
    checkFigureInput(input, recipe);
    recipe = splitIntoRows(input, recipe, options.rowsWanted());
  }
  const QString file = given.isSet(options.out) ? given.value(options.out) : recipe.kind + ".pdf";
  writeFigureFile(input, recipe, file, caption, options.output(),
                  [&](const QString& sentence) { sayFigureWarning(file, sentence); });
  std::fprintf(stdout, "%s\n", qPrintable(file));
  return 0;
}

FigureBatchFiles batchFiles(const Options& options) {
  return {options.parser.value(options.out),
          options.parser.value(options.format).split(',', Qt::SkipEmptyParts),
          options.parser.value(options.caption), options.output()};
}

/// What is wrong with the files of "all"; empty: nothing.
QString faultOf(const FigureBatchFiles& files) {
  if (!files.caption.isEmpty() && files.caption != "txt" && files.caption != "tex")
    return "--caption of all is txt or tex";
  for (const QString& format : files.formats)
    if (!figureFormats().contains(format))
      return "--format takes a list of " + figureFormats().join(", ");
  return files.formats.isEmpty() ? QStringLiteral("--format is empty") : QString();
}

int drawCorpus(const Options& options, const QString& name, const QString& folder,
               cli::Interrupt& interrupt) {
  const QCommandLineParser& given = options.parser;
  const QString caption = given.value(options.caption);
  const auto recipeOf = [&](const QString& wanted) {
    FigureRecipe recipe = loadCorpusRecipe(wanted);
    const bool page = recipe.kind == "page";
    options.refuseTraceOptions(page);
    if (!page) options.applyToCorpus(recipe);
    options.apply(recipe);
    if (page) layOutPage(options, FigureInput(), recipe);
    return recipe;
  };
  const auto list = [&](const QCommandLineOption& option) {
    return given.value(option).split(',', Qt::SkipEmptyParts);
  };
  if (name != "all") {
    if (given.isSet(options.page)) return usage("--page belongs to all");
    if (!caption.isEmpty() && !caption.endsWith(".txt", Qt::CaseInsensitive) &&
        !caption.endsWith(".tex", Qt::CaseInsensitive))
      return usage("--caption takes a file that ends with .txt or .tex");
    const FigureRecipe recipe = recipeOf(name);
    const FigureInput input(std::make_shared<const Corpus>(pathOf(folder)));
    for (const FigureRecipe& part : corpusParts(recipe))
      prepareReport(*input.corpus, part, interrupt.token());
    const QString file = given.isSet(options.out) ? given.value(options.out) : recipe.kind + ".pdf";
    writeFigureFile(input, recipe, file, caption, options.output(),
                    [&](const QString& sentence) { sayFigureWarning(file, sentence); });
    std::fprintf(stdout, "%s\n", qPrintable(file));
    return 0;
  }
  CorpusFigures figures{nullptr, batchFiles(options), {}};
  const QString page = given.value(options.page);
  if (!page.isEmpty() && !figures.files.out.isEmpty())
    return usage("--page writes one file: leave --out out");
  if (!page.isEmpty() && !page.endsWith(".html", Qt::CaseInsensitive))
    return usage("--page takes a file that ends with .html");
  if (page.isEmpty() && figures.files.out.isEmpty())
    return usage("all needs --out and a folder, or --page and a file");
  if (const QString fault = faultOf(figures.files); !fault.isEmpty()) return usage(fault);
  for (const QString& id : given.isSet(options.kinds) ? list(options.kinds) : corpusFigureKindIds())
    // With a field all of those that can tell documents apart by one.
    if (corpusFigureKind(id).fields || !given.isSet(options.by) || given.isSet(options.kinds))
      figures.recipes.push_back(recipeOf(id));
  figures.corpus = std::make_shared<const Corpus>(pathOf(folder));
  if (page.isEmpty()) return runCorpusFigures(figures, interrupt.token());
  for (const FigureRecipe& recipe : figures.recipes)
    prepareReport(*figures.corpus, recipe, interrupt.token());
  writeFigure(corpusPage(figures.corpus, figures.recipes), page);
  std::fprintf(stdout, "%s\n", qPrintable(page));
  return 0;
}

int drawAll(const Options& options, const QString& folder, cli::Interrupt& interrupt) {
  const auto list = [&](const QCommandLineOption& option) {
    return options.parser.value(option).split(',', Qt::SkipEmptyParts);
  };
  FigureBatch batch{folder, batchFiles(options), {}};
  for (const QCommandLineOption* single : {&options.rows, &options.panels, &options.columns})
    if (options.parser.isSet(*single))
      return usage("--" + single->names().constFirst() + " belongs to a single figure");
  if (batch.files.out.isEmpty()) return usage("all needs --out and a folder");
  if (const QString fault = faultOf(batch.files); !fault.isEmpty()) return usage(fault);
  const QStringList wanted =
      options.parser.isSet(options.kinds) ? list(options.kinds) : figureKindIds();
  batch.sharedLimits = options.parser.isSet(options.sharedLimits);
  for (const QString& id : wanted) {
    figureKind(id);              // refuses unknown ones by name
    if (id == "page") continue;  // a page is somebody's choice of panels
    // A sheet for a class is no figure of a paper: only where it is asked for.
    if (figureKind(id).sheetMm > 0 && !options.parser.isSet(options.kinds)) continue;
    FigureRecipe recipe = loadRecipe(id);
    const Measure* usual = recipe.measure;
    options.apply(recipe);
    if (options.parser.isSet(options.measure) || recipe.measure != usual)
      batch.usualMeasure = false;
    batch.recipes.push_back(recipe);
  }
  if (options.parser.isSet(options.gate))
    batch.chooseGate = [&](const Trace& trace, FigureRecipe& recipe) {
      options.chooseGate(trace, recipe);
    };
  return runFigureBatch(batch, interrupt.token());
}

}  // namespace

cli::ReferenceCommand figureReference() {
  const Options options;
  std::vector<std::string> kinds;
  for (const QString& id : figureKindIds() + corpusFigureKindIds())
    if (std::find(kinds.begin(), kinds.end(), id.toStdString()) == kinds.end())
      kinds.push_back(id.toStdString());
  kinds.emplace_back("all");
  cli::ReferenceCommand command{
      "figure",
      "Draw figures of traces without a display.\n" +
          options.parser.applicationDescription().section("\n\n", 2).toStdString(),
      {{"KIND|RECIPE",
        {},
        "a kind of figure, the file of a recipe, or all for every figure of a "
        "folder of traces",
        {},
        kinds},
       {"TRACE",
        "any number",
        "a trace file, or two to compare; a folder after all; the folder of a corpus",
        {}}}};
  for (const QCommandLineOption& option : options.all())
    command.options.push_back({"--" + option.names().constLast().toStdString(),
                               option.valueName().toStdString(), option.description().toStdString(),
                               option.defaultValues().join(",").toStdString(),
                               options.choicesOf(option)});
  return command;
}

int runFigureCommand(const QStringList& arguments, cli::Interrupt& interrupt) {
  Options options;
  if (!options.parser.parse(QStringList{"ouroscope figure"} + arguments))
    return usage(options.parser.errorText());
  if (options.parser.isSet(options.help)) {
    std::fputs(qPrintable(options.parser.helpText()), stdout);
    return 0;
  }
  const QStringList names = options.parser.positionalArguments();
  const bool corpus = options.parser.isSet(options.corpus) && !names.isEmpty();
  if (!corpus && (names.size() < 2 || names.size() > 3))
    return usage("needs a kind of figure or a recipe, and a trace");
  try {
    if (const QString folder = options.corpusFolder(names); !folder.isEmpty())
      return drawCorpus(options, names[0], folder, interrupt);
    if (names[0] == "all")
      return names.size() > 2 ? usage("all takes one folder")
                              : drawAll(options, names[1], interrupt);
    return drawOne(options, names, interrupt);
  } catch (const Cancelled&) {
    return 130;
  } catch (const std::bad_alloc&) {
    std::fputs(
        "ouroscope figure: There is not enough memory for this figure: choose fewer tokens, a "
        "smaller size or a lower resolution.\n",
        stderr);
    return 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "ouroscope figure: %s\n", printableSentence(error.what()).c_str());
    return 1;
  }
}

}  // namespace ouroscope
