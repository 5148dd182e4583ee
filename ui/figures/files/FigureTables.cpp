// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/files/FigureTables.h"

#include <QJsonArray>
#include <QJsonDocument>

#include "ui/figures/files/FigureCaption.h"
#include "ui/figures/files/Sinks.h"
#include "ui/figures/kinds/FigureKinds.h"

namespace ouroscope {

QByteArray csvOf(const FigureData& data, bool safe) {
  QByteArray csv = csvLine(data.header, safe);
  for (const QStringList& row : data.rows) csv += csvLine(row, safe);
  return csv;
}

QByteArray jsonOf(const FigureInput& input, const FigureRecipe& recipe, bool compact,
                  bool withRows) {
  QJsonObject out{{"caption", figureCaption(input, recipe)}, {"recipe", recipe.toJson()}};
  const auto written = [&] {
    return QJsonDocument(out).toJson(compact ? QJsonDocument::Compact : QJsonDocument::Indented);
  };
  if (!withRows) return written();
  const FigureData data = figureData(input, recipe);
  QJsonArray rows;
  for (const QStringList& row : data.rows) {
    QJsonArray cells;
    for (qsizetype i = 0; i < row.size(); ++i) {
      bool number = false;
      const double value = row[i].toDouble(&number);
      if (data.textColumns.contains(data.header.value(i)))
        cells << row[i];
      else if (row[i].isEmpty())
        cells << QJsonValue();
      else
        cells << (number ? QJsonValue(value) : QJsonValue(row[i]));
    }
    rows << cells;
  }
  out["header"] = QJsonArray::fromStringList(data.header);
  out["rows"] = rows;
  return written();
}

QByteArray recipeJson(const FigureRecipe& recipe) {
  return QJsonDocument(recipe.toJson()).toJson(QJsonDocument::Indented);
}

}  // namespace ouroscope
