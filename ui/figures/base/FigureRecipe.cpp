// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/base/FigureRecipe.h"

#include <QJsonArray>
#include <cmath>

#include "core/record/RunSettings.h"
#include "core/support/Error.h"
#include "ui/base/Names.h"
#include "ui/figures/base/ColourMap.h"

namespace ouroscope {
namespace {

[[noreturn]] void refuse(const QString& field, const QString& problem) {
  throw Error(QStringLiteral("Figure recipe: %1 %2.").arg(field, problem).toStdString());
}

QString text(const QJsonObject& json, const QString& key, const QString& otherwise,
             const QStringList& allowed) {
  if (!json.contains(key)) return otherwise;
  if (!json[key].isString()) refuse(key, "must be a string");
  const QString value = json[key].toString();
  if (!allowed.isEmpty() && !allowed.contains(value))
    refuse(key, "is \"" + value + "\", allowed are " + allowed.join(", "));
  return value;
}

double number(const QJsonObject& json, const QString& key, double otherwise, double low,
              double high) {
  if (!json.contains(key)) return otherwise;
  const double value = json[key].toDouble(std::nan(""));
  if (!(value >= low && value <= high))
    refuse(key, QStringLiteral("must be a number from %1 to %2").arg(low).arg(high));
  return value;
}

int whole(const QJsonObject& json, const QString& key, int otherwise, int low, int high) {
  const double value = number(json, key, otherwise, low, high);
  if (value != std::floor(value)) refuse(key, "must be a whole number");
  return static_cast<int>(value);
}

bool flag(const QJsonObject& json, const QString& key, bool otherwise) {
  if (!json.contains(key)) return otherwise;
  if (!json[key].isBool()) refuse(key, "must be true or false");
  return json[key].toBool();
}

constexpr int kLargest = 1000000000;

}  // namespace

QJsonObject FigureRecipe::toJson() const {
  QJsonObject json{{"kind", kind},
                   {"gate", rule.gate},
                   {"budget", rule.budget},
                   {"q", rule.q},
                   {"measure", measureId(*measure)},
                   {"token_measure", measureId(*tokenMeasure)},
                   {"lens_quantity", lensQuantity},
                   {"words", QJsonArray::fromStringList(words)},
                   {"token", token},
                   {"first_token", firstToken},
                   {"last_token", lastToken},
                   {"loops_vertical", loopsVertical},
                   {"exit_line", exitLine},
                   {"colour_map", colourMap},
                   {"minimum", minimum},
                   {"maximum", maximum},
                   {"width_mm", widthMm},
                   {"height_mm", heightMm},
                   {"font_points", fontPoints},
                   {"font_family", fontFamily},
                   {"line_points", linePoints},
                   {"colour_bar", colourBar},
                   {"png_dpi", pngDpi},
                   {"svg_text", svgText},
                   {"options", options}};
  if (corpus) json["corpus"] = *corpus;
  if (ofOther) json["of_other"] = true;
  return json;
}

FigureRecipe FigureRecipe::commonFields(const QJsonObject& json, const QStringList& kinds) {
  FigureRecipe r;
  const QStringList known = r.toJson().keys() + QStringList{"corpus", "of_other"};
  for (const QString& key : json.keys())
    if (!known.contains(key))
      refuse("field \"" + key + "\"", "is unknown; known are " + known.join(", "));
  r.kind = text(json, "kind", r.kind, kinds);
  r.rule.gate = whole(json, "gate", 0, 0, 1000);
  r.rule.budget = whole(json, "budget", 0, 0, kMaxLoops);
  r.rule.q = number(json, "q", 1.0, 0, 1e9);
  const auto chosen = [&](const char* key, const Measure& otherwise,
                          const std::vector<const Measure*>& allowed) {
    return findMeasure(text(json, key, measureId(otherwise), idsOf(allowed)).toStdString());
  };
  r.measure = chosen("measure", *r.measure, loopMeasures());
  r.tokenMeasure = chosen("token_measure", *r.tokenMeasure, tokenMeasures());
  r.lensQuantity = text(json, "lens_quantity", r.lensQuantity, {"logprob", "prob", "rank"});
  if (json.contains("words")) {
    if (!json["words"].isArray()) refuse("words", "must be a list of strings");
    for (const auto word : json["words"].toArray()) {
      if (!word.isString()) refuse("words", "must be a list of strings");
      r.words << word.toString();
    }
  }
  r.token = whole(json, "token", -1, -1, kLargest);
  r.firstToken = whole(json, "first_token", 0, 0, kLargest);
  r.lastToken = whole(json, "last_token", -1, -1, kLargest);
  r.loopsVertical = flag(json, "loops_vertical", true);
  r.exitLine = flag(json, "exit_line", true);
  r.colourMap = text(json, "colour_map", {}, QStringList{""} + ColourMap::names());
  r.minimum = number(json, "minimum", 0, -1e30, 1e30);
  r.maximum = number(json, "maximum", 0, -1e30, 1e30);
  if (r.minimum > r.maximum)
    refuse("minimum",
           QStringLiteral("is %1, above maximum, which is %2").arg(r.minimum).arg(r.maximum));
  r.widthMm = number(json, "width_mm", r.widthMm, 30, 1200);
  r.heightMm = number(json, "height_mm", 0, 0, 1200);
  r.fontPoints = number(json, "font_points", r.fontPoints, 4, 40);
  r.fontFamily = text(json, "font_family", r.fontFamily, {});
  r.linePoints = number(json, "line_points", r.linePoints, 0.25, 4);
  r.colourBar = flag(json, "colour_bar", true);
  r.pngDpi = number(json, "png_dpi", r.pngDpi, 36, 2400);
  r.svgText = text(json, "svg_text", r.svgText, {"text", "outlines"});
  if (json.contains("options") && !json["options"].isObject())
    refuse("options", "must be an object");
  r.options = json["options"].toObject();
  r.ofOther = flag(json, "of_other", false);
  if (json.contains("corpus")) {
    if (!json["corpus"].isObject()) refuse("corpus", "must be an object");
    r.corpus = json["corpus"].toObject();
  }
  return r;
}

}  // namespace ouroscope
