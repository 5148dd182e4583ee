// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QSizeF>
#include <QString>
#include <QStringList>
#include <functional>
#include <memory>
#include <vector>

#include "core/corpus/Corpus.h"
#include "core/trace/Trace.h"
#include "ui/figures/base/FigureRecipe.h"

class QCPPainter;
class QCustomPlot;

namespace ouroscope {

/// What a figure is drawn from.
struct FigureInput {
  TracePtr trace;
  TracePtr other;  ///< the second trace of kinds that compare; null otherwise
  /// What figures whose recipe has a `corpus` are drawn from (kinds/CorpusKinds.h), alone or as
  /// panels of a page.
  CorpusPtr corpus = nullptr;
  FigureInput(TracePtr first = nullptr, TracePtr second = nullptr)
      : trace(std::move(first)), other(std::move(second)) {}
  explicit FigureInput(CorpusPtr from) : corpus(std::move(from)) {}
};

/// Exactly what a figure draws, as a table: the CSV and JSON exports and the numbers attached to a
/// PDF. Tokens and loops are counted from 1; an absent value is an empty cell.
struct FigureData {
  QStringList header;
  std::vector<QStringList> rows;
  QStringList textColumns{"token", "word"};  ///< strings in JSON, also where they look like numbers
};

constexpr double kFigureUnitsPerMm = 96.0 / 25.4;

/// A figure laid out at its final size. `paint` draws it as often as wanted, its top left corner at
/// the painter's origin, 96 units an inch, on white, inside sizeMm.
struct FigureDrawing {
  QSizeF sizeMm;
  std::function<void(QCPPainter&)> paint;
  /// From each edge of the figure to its axes, in units; and how to lay it out again so that they
  /// are at least `edges`: a page aligns its panels so. Null where there is not just one pair of
  /// axes.
  QMargins edges = {};
  std::function<void(const QMargins& edges)> align = {};
};

/// What the colours of a figure mean. Equal names have equal measures.
struct FigureScale {
  QString name;  ///< with unit: the title of the bar
  double low = 0, high = 1;
  QString colourMap = "cividis";
  bool logarithmic = false;  ///< then every panel keeps its own bar
  int below = 0, above = 0;  ///< shown cells beyond the limits
};

/// One kind of figure. The export dialog, the figure page, `ouroscope figure`, CSV and JSON know
/// kinds only through the table in figures/kinds/FigureKinds.h: a new one is a function that
/// returns this, and a line in that table.
struct FigureKind {
  const char* id;     ///< "heatmap": recipes, command line, file names
  const char* title;  ///< English, for QCoreApplication::translate("FigureKinds", title)
  /// Lays out at recipe.widthMm x recipe.heightMm (0: a height that suits the content) in the type
  /// of FigureTheme::paperTheme(recipe). On the window's thread, plots being widgets. @throws Error
  FigureDrawing (*draw)(const FigureInput& input, const FigureRecipe& recipe);
  /// On any thread. @throws Error as draw
  FigureData (*data)(const FigureInput& input, const FigureRecipe& recipe);
  /// The caption's sentences on what is drawn (English, as papers are); model, exit rule and
  /// provenance are appended for all kinds alike.
  QString (*caption)(const FigureInput& input, const FigureRecipe& recipe);
  /// Checks recipe.options, the fields of this kind alone, and fills in the defaults. Null: there
  /// are none. @throws Error naming the field and what is allowed
  QJsonObject (*options)(const QJsonObject& given) = nullptr;
  bool needsOther = false;  ///< compares input.trace with input.other
  /// What recipe.firstToken and lastToken count. A range is refused where it counts nothing.
  enum class Range { None, Tokens, Columns /* of an alignment */ } range = Range::None;
  /// Why this trace cannot be drawn so ("No hidden states were captured: ..."), or empty.
  QString (*missing)(const Trace& trace) = nullptr;
  /// The field of the recipe that names the measure which is drawn; null where none is.
  const Measure* FigureRecipe::*measure = nullptr;
  /// The scale of the colours, for pages with shared limits and one bar: recipe.minimum, maximum
  /// and colourBar are then obeyed by `draw`. Null where there is none.
  FigureScale (*scale)(const FigureInput& input, const FigureRecipe& recipe) = nullptr;
  /// How many tokens stay readable in one row at this width; null where text wraps or tokens are
  /// not named.
  int (*readableTokens)(const FigureInput& input, const FigureRecipe& recipe) = nullptr;
  /// Width and size of type of a sheet of its own, where a recipe does not say: no panel of a page.
  /// 0: a figure like others.
  double sheetMm = 0, sheetPoints = 0;
  /// Into how many rows `draw` puts the tokens. Null: one.
  int (*rows)(const FigureInput& input, const FigureRecipe& recipe) = nullptr;
};

/// Range of tokens that a recipe shows in a trace, both ends inclusive. @throws Error where it is
/// empty or the trace does not have all of them
struct TokenRange {
  int first = 0, last = 0;
};
TokenRange tokenRange(const Trace& trace, const FigureRecipe& recipe);
/// The token of figures that show one: recipe.token, or the last. @throws Error where the trace
/// does not have it
int chosenToken(const Trace& trace, const FigureRecipe& recipe);
std::string rangeText(const FigureRecipe& recipe);  ///< "tokens 5 to 12", for sentences

/// @throws Error where the recipe asks for a gate or a number of loops that the trace lacks
void checkAgainst(const Trace& trace, const FigureRecipe& recipe);

/// A drawing of a QCustomPlot, for `draw`: lays it out at its final size, then calls `settle` for
/// what depends on that size (tick counts, places of labels) and lays out again.
FigureDrawing plotDrawing(std::unique_ptr<QCustomPlot> plot, const QSizeF& sizeMm,
                          const std::function<void()>& settle = {});

/// Cells of FigureData: a number with nine digits, empty where NaN; the bytes of a token as
/// printable() writes them.
QString dataNumber(double value);
QString dataToken(const std::string& bytes);

/// The options of a kind that has one: `key`, with `otherwise` where it is not given.
/// @throws Error for another key, and for a value that is not in `allowed`, with the names
QJsonObject oneOption(const QJsonObject& given, const QString& key, const QStringList& allowed,
                      const QString& otherwise);

}  // namespace ouroscope
