// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/files/FigureTables.h"

#include <QJsonArray>
#include <QJsonDocument>

#include "ui/figures/files/FigureCaption.h"
#include "ui/figures/kinds/FigureKinds.h"

namespace ouroscope {

QByteArray csvOf(const FigureData& data) {
  const auto line = [](const QStringList& cells) {
    QByteArray out;
    for (qsizetype i = 0; i < cells.size(); ++i) {
      if (i) out += ',';
      QString cell = cells[i];
      if (cell.contains(',') || cell.contains('"') || cell.contains('\n') || cell.contains('\r'))
        cell = '"' + cell.replace("\"", "\"\"") + '"';
      out += cell.toUtf8();
    }
    return out + "\r\n";
  };
  QByteArray csv = line(data.header);
  for (const QStringList& row : data.rows) csv += line(row);
  return csv;
}

QByteArray jsonOf(const FigureInput& input, const FigureRecipe& recipe, bool compact) {
  const FigureData data = figureKind(recipe.kind).data(input, recipe);
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
  return QJsonDocument(QJsonObject{{"caption", figureCaption(input, recipe)},
                                   {"recipe", recipe.toJson()},
                                   {"header", QJsonArray::fromStringList(data.header)},
                                   {"rows", rows}})
      .toJson(compact ? QJsonDocument::Compact : QJsonDocument::Indented);
}

QByteArray recipeJson(const FigureRecipe& recipe) {
  return QJsonDocument(recipe.toJson()).toJson(QJsonDocument::Indented);
}

}  // namespace ouroscope
