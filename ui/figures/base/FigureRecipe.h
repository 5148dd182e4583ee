// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <optional>

#include "core/analysis/Measures.h"

namespace ouroscope {

/// Everything a figure depends on besides the trace: (recipe, trace) -> picture, on screen, on the
/// command line, a year later.
struct FigureRecipe {
  QString kind = "heatmap";                                          ///< id of a FigureKind
  ReadoutRule rule;                                                  ///< gate, budget, q
  const Measure* measure = &ouroscope::measure("exit-probability");  ///< heatmap
  const Measure* tokenMeasure = &ouroscope::measure("exit-loop");    ///< text
  QString lensQuantity = "logprob";    ///< lens curves: "logprob", "prob" or "rank"
  QStringList words;                   ///< lens curves: tracked words; empty: the best candidates
  int token = -1;                      ///< lens: selected token; -1: the last one
  int firstToken = 0, lastToken = -1;  ///< range shown, inclusive; -1: to the end
  bool loopsVertical = true;  ///< heatmap: loops upwards on y (false: tokens downwards on y)
  bool exitLine = true;
  QString colourMap;                   ///< empty: the measure's own
  double minimum = 0, maximum = 0;     ///< colour limits; equal: from the data shown
  double widthMm = 140, heightMm = 0;  ///< 0: chosen from the content
  double fontPoints = 8;
  QString fontFamily = "sans";  ///< "sans", "serif" or the name of an installed family
  double linePoints = 0.75;     ///< axes; data lines are drawn in proportion
  bool colourBar = true;
  double pngDpi = 300;
  QString svgText = "text";  ///< "text", or "outlines" for viewers without the fonts
  QJsonObject options;       ///< fields of the kind alone: see FigureKind::options
  /// Of a figure of a corpus: how the corpus is read (kinds/CorpusKinds.h), what was asked for
  /// alone. Nothing: a figure of traces.
  std::optional<QJsonObject> corpus;
  bool ofOther = false;  ///< panel of a page: of the second trace that the page is given

  QJsonObject toJson() const;
  /// All fields but `options`, which its kind checks: recipeFromJson (figures/kinds/FigureKinds.h)
  /// reads both. @param kinds ids that `kind` may have
  /// @throws Error naming the field and the allowed values
  static FigureRecipe commonFields(const QJsonObject& json, const QStringList& kinds);
};

}  // namespace ouroscope
