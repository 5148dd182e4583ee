// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/FigureExport.h"

#include <qcustomplot.h>
#include <QBuffer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgGenerator>

#include <cmath>

#include "core/support/AtomicFile.h"
#include "core/support/Error.h"

namespace ouroscope {
namespace {

QSize unitsOf(const FigureDrawing& drawing) {
  return (drawing.sizeMm * kFigureUnitsPerMm).toSize();
}

void paintOn(QPaintDevice* device, const FigureDrawing& drawing, bool vector, double scale = 1) {
  QCPPainter painter;
  if (!painter.begin(device))
    throw Error("The figure could not be painted: not enough memory for its size.");
  if (vector) {
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setRenderHint(QPainter::LosslessImageRendering);
  }
  painter.scale(scale, scale);
  drawing.paint(painter);
  painter.end();
}

QByteArray recipeJson(const FigureRecipe& recipe) {
  return QJsonDocument(recipe.toJson()).toJson(QJsonDocument::Indented);
}

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

QByteArray jsonOf(const FigureInput& input, const FigureRecipe& recipe) {
  const FigureData data = figureData(input, recipe);
  QJsonArray rows;
  for (const QStringList& row : data.rows) {
    QJsonArray cells;
    for (const QString& cell : row) cells << cell;
    rows << cells;
  }
  return QJsonDocument(QJsonObject{{"caption", figureCaption(input, recipe)},
                                   {"recipe", recipe.toJson()},
                                   {"header", QJsonArray::fromStringList(data.header)},
                                   {"rows", rows}})
      .toJson(QJsonDocument::Indented);
}

const FigureKind& kindFor(const FigureInput& input, const FigureRecipe& recipe) {
  const FigureKind& kind = figureKind(recipe.kind);
  if (kind.needsOther && !input.other)
    throw Error("The figure \"" + recipe.kind.toStdString() + "\" compares two traces: give both.");
  return kind;
}

/// Dates and ids that Qt takes from the clock, replaced by text of the same length: equal recipes
/// and traces give equal bytes, and the cross-reference table stays valid.
void removeClock(QByteArray& pdf) {
  const auto blank = [&](const QByteArray& start, char from, char to) {
    for (qsizetype at = pdf.indexOf(start); at >= 0; at = pdf.indexOf(start, at + 1))
      for (qsizetype i = at + start.size(); i < pdf.size() && pdf[i] != to; ++i)
        if (from == 'h' ? std::isxdigit(static_cast<unsigned char>(pdf[i]))
                        : std::isdigit(static_cast<unsigned char>(pdf[i])))
          pdf[i] = '0';
  };
  blank("/CreationDate (D:", 'd', ')');
  blank("/ModDate (D:", 'd', ')');
  blank("/ID [", 'h', ']');
  blank("CreateDate>", 'd', '<');
  blank("ModifyDate>", 'd', '<');
  blank("MetadataDate>", 'd', '<');
  blank("DocumentID>uuid:", 'h', '<');
}

QByteArray pdfOf(const FigureDrawing& drawing, const FigureInput& input,
                 const FigureRecipe& recipe) {
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  writer.setResolution(96);
  writer.setPageMargins({});
  writer.setPageSize(QPageSize(drawing.sizeMm, QPageSize::Millimeter, {}, QPageSize::ExactMatch));
  writer.setTitle(figureCaption(input, recipe));
  writer.setCreator(QStringLiteral("Ouroscope %1").arg(OUROSCOPE_VERSION));
  writer.addFileAttachment("recipe.json", recipeJson(recipe), "application/json");
  writer.addFileAttachment("data.csv", csvOf(figureData(input, recipe)), "text/csv");
  paintOn(&writer, drawing, true);
  QByteArray pdf = buffer.data();
  removeClock(pdf);
  return pdf;
}

QByteArray svgOf(const FigureDrawing& drawing, const FigureInput& input,
                 const FigureRecipe& recipe) {
  QBuffer buffer;
  QSvgGenerator generator;
  generator.setOutputDevice(&buffer);
  generator.setResolution(96);
  generator.setSize(unitsOf(drawing));
  generator.setViewBox(QRect(QPoint(), unitsOf(drawing)));
  generator.setTitle(QStringLiteral("Ouroscope figure: %1").arg(recipe.kind));
  generator.setDescription(figureCaption(input, recipe) + "\n" +
                           QString::fromUtf8(recipeJson(recipe)));
  paintOn(&generator, drawing, true);
  QByteArray svg = buffer.data();
  // Qt writes the size at its own resolution; a figure has millimetres.
  const QRegularExpression size(R"(<svg width="[^"]*" height="[^"]*")");
  QString text = QString::fromUtf8(svg);
  text.replace(size, QStringLiteral("<svg width=\"%1mm\" height=\"%2mm\"")
                         .arg(drawing.sizeMm.width())
                         .arg(drawing.sizeMm.height(), 0, 'g', 8));
  return text.toUtf8();
}

QByteArray pngOf(const FigureDrawing& drawing, const FigureInput& input, const FigureRecipe& recipe,
                 double dpi) {
  if (!(dpi >= 36 && dpi <= 2400)) throw Error("The resolution must be 36 to 2400 dots an inch.");
  const QSizeF exact = drawing.sizeMm * (dpi / 25.4);
  if (exact.width() * exact.height() > 4e8)
    throw Error(
        "The picture would have more than 400 million pixels: choose a smaller size or "
        "resolution.");
  QImage image(exact.toSize(), QImage::Format_ARGB32_Premultiplied);
  if (image.isNull()) throw Error("Not enough memory for a picture of this size.");
  image.fill(Qt::white);
  image.setDotsPerMeterX(3780);  // 96 dpi while painting, so that fonts take the layout's size
  image.setDotsPerMeterY(3780);
  paintOn(&image, drawing, false, dpi / 96.0);
  image.setDotsPerMeterX(static_cast<int>(std::lround(dpi / 0.0254)));
  image.setDotsPerMeterY(static_cast<int>(std::lround(dpi / 0.0254)));
  image.setText("Description", figureCaption(input, recipe));
  image.setText("Recipe", QString::fromUtf8(recipeJson(recipe)));
  image.setText("Software", QStringLiteral("Ouroscope %1").arg(OUROSCOPE_VERSION));
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  if (!image.convertToFormat(QImage::Format_RGB32).save(&buffer, "PNG"))
    throw Error("The picture could not be encoded.");
  return buffer.data();
}

}  // namespace

FigureData figureData(const FigureInput& input, const FigureRecipe& recipe) {
  return kindFor(input, recipe).data(input, recipe);
}

QByteArray renderFigure(const FigureInput& input, const FigureRecipe& recipe, const QString& suffix,
                        double pngDpi) {
  if (suffix == "csv") return csvOf(figureData(input, recipe));
  if (suffix == "json") return jsonOf(input, recipe);
  if (suffix != "pdf" && suffix != "svg" && suffix != "png")
    throw Error("\"" + suffix.toStdString() +
                "\" is no kind of figure file: end the name with .pdf, .svg, .png, .csv or .json.");
  const FigureDrawing drawing = kindFor(input, recipe).draw(input, recipe);
  return suffix == "pdf"   ? pdfOf(drawing, input, recipe)
         : suffix == "svg" ? svgOf(drawing, input, recipe)
                           : pngOf(drawing, input, recipe, pngDpi);
}

void writeFigure(const QByteArray& bytes, const QString& path) {
  AtomicFile file(path.toStdString());
  file.write(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
  file.commit();
}

void exportFigure(const FigureInput& input, const FigureRecipe& recipe, const QString& path,
                  double pngDpi) {
  writeFigure(renderFigure(input, recipe, path.section('.', -1).toLower(), pngDpi), path);
}

FigureRecipe loadRecipe(const QString& nameOrFile) {
  if (figureKindIds().contains(nameOrFile)) {
    FigureRecipe recipe;
    recipe.kind = nameOrFile;
    recipe.rule.q = -1;  // as the trace was run
    return recipe;
  }
  QFile file(nameOrFile);
  if (!file.open(QIODevice::ReadOnly))
    throw Error("\"" + nameOrFile.toStdString() + "\" is neither a figure (" +
                figureKindIds().join(", ").toStdString() +
                ") nor a recipe file that can be opened.");
  QJsonParseError problem;
  const QJsonDocument document = QJsonDocument::fromJson(file.read(1 << 20), &problem);
  if (!document.isObject())
    throw Error(nameOrFile.toStdString() + " is no recipe: " +
                (problem.error ? problem.errorString().toStdString()
                               : std::string("it must hold a JSON object")) +
                ".");
  return FigureRecipe::fromJson(document.object());
}

}  // namespace ouroscope
