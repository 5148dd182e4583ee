// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/FigureExport.h"

#include <QBuffer>
#include <QFile>
#include <QJsonDocument>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgGenerator>
#include <cmath>

#include "core/support/AtomicFile.h"
#include "core/support/Error.h"
#include "ui/figures/ColourMap.h"
#include "ui/figures/HeatmapFigure.h"
#include "ui/figures/LensCurvesFigure.h"
#include "ui/figures/TextFigure.h"

namespace ouroscope {
namespace {

constexpr double kDotsPerMm =
    96.0 / 25.4;  ///< layout is done at 96 dots an inch, whatever it is painted on

/// One figure ready to be painted at its final size.
struct Picture {
  std::unique_ptr<QCustomPlot> plot;
  std::unique_ptr<TextFigure> text;
  QSizeF sizeMm;

  QSize pixels() const {
    return {static_cast<int>(std::lround(sizeMm.width() * kDotsPerMm)),
            static_cast<int>(std::lround(sizeMm.height() * kDotsPerMm))};
  }

  void paint(QPaintDevice* device, bool vector, double scale = 1) const {
    QCPPainter painter;
    if (!painter.begin(device))
      throw Error("The figure could not be painted: not enough memory for its size.");
    if (vector) {
      painter.setMode(QCPPainter::pmVectorized);
      painter.setMode(QCPPainter::pmNoCaching);
      painter.setRenderHint(QPainter::LosslessImageRendering);
    }
    painter.scale(scale, scale);
    if (text)
      text->paint(painter);
    else
      plot->toPainter(&painter, pixels().width(), pixels().height());
    painter.end();
  }
};

Picture makePicture(TracePtr trace, const FigureRecipe& recipe) {
  const FigureTheme theme = FigureTheme::paperTheme(recipe.fontPoints);
  const int last =
      recipe.lastToken < 0 ? trace->tokens() - 1 : std::min(recipe.lastToken, trace->tokens() - 1);
  if (recipe.firstToken > last)
    throw Error("The figure's token range is empty: the trace has " +
                std::to_string(trace->tokens()) + " tokens.");
  Picture picture;
  double height = recipe.heightMm;
  if (recipe.kind == "text") {
    picture.text = std::make_unique<TextFigure>(trace, recipe, theme, recipe.widthMm * kDotsPerMm);
    if (height <= 0) height = picture.text->height() / kDotsPerMm;
  } else if (recipe.kind == "lens") {
    if (height <= 0) height = std::clamp(recipe.widthMm * 0.62, 45.0, 110.0);
    auto figure = std::make_unique<LensCurvesFigure>();
    figure->resize((QSizeF(recipe.widthMm, height) * kDotsPerMm).toSize());
    figure->setTheme(theme);
    figure->setTrace(trace, recipe);
    picture.plot = std::move(figure);
  } else {
    const int tokens = last - recipe.firstToken + 1;
    if (height <= 0)
      height = recipe.loopsVertical ? std::clamp(24.0 + 4.2 * trace->loops(), 40.0, 120.0)
                                    : std::clamp(16.0 + 3.6 * tokens, 40.0, 220.0);
    auto figure = std::make_unique<HeatmapFigure>();
    figure->resize((QSizeF(recipe.widthMm, height) * kDotsPerMm).toSize());
    figure->setTheme(theme);
    figure->setTrace(trace, recipe);
    picture.plot = std::move(figure);
  }
  picture.sizeMm = QSizeF(recipe.widthMm, height);
  if (picture.plot) {
    // Tick counts and label places depend on the final size: lay out once before the picture is
    // taken.
    picture.plot->setViewport(QRect(QPoint(), picture.pixels()));
    picture.plot->replot(QCustomPlot::rpImmediateRefresh);
    if (auto* lens = qobject_cast<LensCurvesFigure*>(picture.plot.get()))
      lens->setToken(recipe.token);
    if (auto* heatmap = qobject_cast<HeatmapFigure*>(picture.plot.get()))
      heatmap->setTheme(theme), heatmap->refreshLabels();
    picture.plot->replot(QCustomPlot::rpImmediateRefresh);
  }
  return picture;
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
    return out + '\n';
  };
  QByteArray csv = line(data.header);
  for (const QStringList& row : data.rows) csv += line(row);
  return csv;
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

QByteArray pdfOf(const Picture& picture, const Trace& trace, const FigureRecipe& recipe) {
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  writer.setResolution(96);
  writer.setPageMargins({});
  writer.setPageSize(QPageSize(picture.sizeMm, QPageSize::Millimeter, {}, QPageSize::ExactMatch));
  writer.setTitle(figureCaption(trace, recipe));
  writer.setCreator(QStringLiteral("Ouroscope %1").arg(OUROSCOPE_VERSION));
  writer.addFileAttachment("recipe.json", recipeJson(recipe), "application/json");
  writer.addFileAttachment("data.csv", csvOf(figureData(trace, recipe)), "text/csv");
  picture.paint(&writer, true);
  QByteArray pdf = buffer.data();
  removeClock(pdf);
  return pdf;
}

QByteArray svgOf(const Picture& picture, const Trace& trace, const FigureRecipe& recipe) {
  QBuffer buffer;
  QSvgGenerator generator;
  generator.setOutputDevice(&buffer);
  generator.setResolution(96);
  generator.setSize(picture.pixels());
  generator.setViewBox(QRect(QPoint(), picture.pixels()));
  generator.setTitle(QStringLiteral("Ouroscope figure: %1").arg(recipe.kind));
  generator.setDescription(figureCaption(trace, recipe) + "\n" +
                           QString::fromUtf8(recipeJson(recipe)));
  picture.paint(&generator, true);
  QByteArray svg = buffer.data();
  // Qt writes the size at its own resolution; a figure has millimetres.
  const QRegularExpression size(R"(<svg width="[^"]*" height="[^"]*")");
  QString text = QString::fromUtf8(svg);
  text.replace(size, QStringLiteral("<svg width=\"%1mm\" height=\"%2mm\"")
                         .arg(picture.sizeMm.width())
                         .arg(picture.sizeMm.height(), 0, 'g', 8));
  return text.toUtf8();
}

QByteArray pngOf(const Picture& picture, const Trace& trace, const FigureRecipe& recipe,
                 double dpi) {
  if (!(dpi >= 36 && dpi <= 2400)) throw Error("The resolution must be 36 to 2400 dots an inch.");
  const QSizeF exact = picture.sizeMm * (dpi / 25.4);
  if (exact.width() * exact.height() > 4e8)
    throw Error(
        "The picture would have more than 400 million pixels: choose a smaller size or "
        "resolution.");
  QImage image(exact.toSize(), QImage::Format_ARGB32_Premultiplied);
  if (image.isNull()) throw Error("Not enough memory for a picture of this size.");
  image.fill(Qt::white);
  image.setDotsPerMeterX(3780);  // 96 dpi while painting, so that fonts take the layout's size
  image.setDotsPerMeterY(3780);
  picture.paint(&image, false, dpi / 96.0);
  image.setDotsPerMeterX(static_cast<int>(std::lround(dpi / 0.0254)));
  image.setDotsPerMeterY(static_cast<int>(std::lround(dpi / 0.0254)));
  image.setText("Description", figureCaption(trace, recipe));
  image.setText("Recipe", QString::fromUtf8(recipeJson(recipe)));
  image.setText("Software", QStringLiteral("Ouroscope %1").arg(OUROSCOPE_VERSION));
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  if (!image.convertToFormat(QImage::Format_RGB32).save(&buffer, "PNG"))
    throw Error("The picture could not be encoded.");
  return buffer.data();
}

}  // namespace

QByteArray renderFigure(TracePtr trace, const FigureRecipe& recipe, const QString& suffix,
                        double pngDpi) {
  if (suffix == "csv") return csvOf(figureData(*trace, recipe));
  if (suffix != "pdf" && suffix != "svg" && suffix != "png")
    throw Error("\"" + suffix.toStdString() +
                "\" is no kind of figure file: end the name with .pdf, .svg, .png or .csv.");
  const Picture picture = makePicture(trace, recipe);
  return suffix == "pdf"   ? pdfOf(picture, *trace, recipe)
         : suffix == "svg" ? svgOf(picture, *trace, recipe)
                           : pngOf(picture, *trace, recipe, pngDpi);
}

void writeFigure(const QByteArray& bytes, const QString& path) {
  AtomicFile file(path.toStdString());
  file.write(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
  file.commit();
}

void exportFigure(TracePtr trace, const FigureRecipe& recipe, const QString& path, double pngDpi) {
  writeFigure(renderFigure(std::move(trace), recipe, path.section('.', -1).toLower(), pngDpi),
              path);
}

QStringList namedFigures() {
  return {"heatmap", "lens", "text"};
}

FigureRecipe loadRecipe(const QString& nameOrFile) {
  if (namedFigures().contains(nameOrFile)) {
    FigureRecipe recipe;
    recipe.kind = nameOrFile;
    recipe.rule.q = -1;  // as the trace was run
    return recipe;
  }
  QFile file(nameOrFile);
  if (!file.open(QIODevice::ReadOnly))
    throw Error("\"" + nameOrFile.toStdString() + "\" is neither a figure (" +
                namedFigures().join(", ").toStdString() +
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
