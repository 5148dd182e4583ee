// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/files/FigureFiles.h"

#include <qcustomplot.h>
#include <QBuffer>
#include <QImageReader>
#include <QJsonDocument>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgGenerator>
#include <QXmlStreamReader>

#include <cmath>

#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/FileHandle.h"
#include "core/support/Version.h"
#include "ui/base/JsonText.h"
#include "ui/figures/files/ClippedSvg.h"
#include "ui/figures/files/FigureCaption.h"
#include "ui/figures/files/Sinks.h"

namespace ouroscope {
namespace {

QString creator() {
  return QStringLiteral("Ouroscope ") + QString::fromLatin1(version());
}

constexpr const char* kNamespace = "urn:ouroscope:figure";

QSize unitsOf(const FigureDrawing& drawing) {
  return (drawing.sizeMm * kFigureUnitsPerMm).toSize();
}

void paintOn(QPaintDevice* device, const FigureDrawing& drawing, bool vector, double scaleX = 1,
             double scaleY = 1) {
  QCPPainter painter;
  if (!painter.begin(device))
    throw Error("The figure could not be painted: not enough memory for its size.");
  if (vector) {
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setRenderHint(QPainter::LosslessImageRendering);
  }
  painter.scale(scaleX, scaleY);
  drawing.paint(painter);
  painter.end();
}

QByteArray xmpOf(const FigureNotes& notes) {
  const QDateTime date = figureDate();
  return QByteArray(
             "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
             "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
             "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
             "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
             "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:ouroscope=\"") +
         kNamespace +
         "\">\n"
         "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
         xmlText(notes.title) +
         "</rdf:li></rdf:Alt></dc:title>\n"
         "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
         xmlText(notes.caption) +
         "</rdf:li></rdf:Alt></dc:description>\n"
         "<xmp:CreatorTool>" +
         xmlText(creator()) + "</xmp:CreatorTool>\n" +
         (date.isValid()
              ? "<xmp:CreateDate>" + date.toString(Qt::ISODate).toUtf8() + "</xmp:CreateDate>\n"
              : QByteArray()) +
         "<ouroscope:recipe>" + xmlText(QString::fromUtf8(notes.recipe), true) +
         "</ouroscope:recipe>\n"
         "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n";
}

/// Adds `by` to every offset of the cross-reference table that lies behind `from`, and to the
/// table's own.
void moveOffsets(QByteArray& pdf, qsizetype from, qsizetype by) {
  const qsizetype told = pdf.lastIndexOf("startxref\n") + 10, end = pdf.indexOf('\n', told);
  if (told < 10 || end < 0) throw Error("The PDF has no cross-reference table.");
  const qsizetype table = pdf.sliced(told, end - told).toLongLong() + by;
  pdf.replace(told, end - told, QByteArray::number(table));
  // "xref", "0 17", then rows of twenty bytes: ten digits, five, "n" or "f".
  qsizetype row = pdf.indexOf('\n', pdf.indexOf('\n', table) + 1) + 1;
  for (; row + 20 <= pdf.size() && (pdf[row + 17] == 'n' || pdf[row + 17] == 'f'); row += 20) {
    const qsizetype offset = pdf.sliced(row, 10).toLongLong();
    if (pdf[row + 17] == 'n' && offset > from)
      pdf.replace(row, 10, QByteArray::number(offset + by).rightJustified(10, '0'));
  }
}

/// Qt takes dates from the clock and writes them as long as the time zone asks, and since 6.8 it
/// names every file by chance. Another date, or none, and no name make equal figures equal files.
void replaceMoment(QByteArray& pdf) {
  const QDateTime date = figureDate();
  for (const QByteArray key : {"/CreationDate ", "/ModDate "}) {
    const qsizetype at = pdf.first(pdf.indexOf("endobj")).indexOf(key + "(D:");
    const qsizetype end = pdf.indexOf(')', at);
    if (at < 0 || end < 0) continue;
    const QByteArray entry = date.isValid()
                                 ? key + "(D:" + date.toString("yyyyMMddHHmmss").toLatin1() + "Z)"
                                 : QByteArray();
    const qsizetype length = end + 1 - at;
    pdf.replace(at, length, entry);
    moveOffsets(pdf, at, entry.size() - length);
  }
  const qsizetype name = pdf.indexOf("/ID [", pdf.lastIndexOf("trailer"));
  const qsizetype end = pdf.indexOf("]\n", name);
  if (name >= 0 && end >= 0) pdf.remove(name, end + 2 - name);
}

}  // namespace

QByteArray pdfFile(const FigureDrawing& drawing, const FigureNotes& notes) {
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  writer.setResolution(96);
  writer.setPageMargins({});
  // Qt rounds a page to whole points: down, so that a column is never overfull, and the picture
  // with it.
  const QSizeF points = drawing.sizeMm * (72 / 25.4);
  const QSizeF page(std::max(1.0, std::floor(points.width() + 1e-3)),
                    std::max(1.0, std::ceil(points.height() - 1e-3)));
  writer.setPageSize(QPageSize(page, QPageSize::Point, {}, QPageSize::ExactMatch));
  writer.setTitle(notes.title);
  writer.setCreator(creator());
  writer.setDocumentXmpMetadata(xmpOf(notes));
  writer.addFileAttachment("data.csv", notes.csv, "text/csv");  // a name tree is sorted
  writer.addFileAttachment("recipe.json", notes.recipe, "application/json");
  const double scale = page.width() * 96 / 72 / unitsOf(drawing).width();
  paintOn(&writer, drawing, true, scale, scale);
  QByteArray pdf = buffer.data();
  replaceMoment(pdf);
  return pdf;
}

QByteArray svgFile(const FigureDrawing& drawing, const FigureNotes& notes, bool outlines) {
  QBuffer buffer;
  QSvgGenerator generator;
  const QSize units = unitsOf(drawing);
  generator.setOutputDevice(&buffer);
  generator.setResolution(96);
  generator.setSize(units);
  generator.setViewBox(QRect(QPoint(), units));
  ClippedSvg device(generator, units, outlines);
  paintOn(&device, drawing, true);
  QString svg = QString::fromUtf8(buffer.data());
  // Qt writes the size at its own resolution; a figure has millimetres.
  static const QRegularExpression size(R"(<svg width="[^"]*" height="[^"]*")"),
      title(R"(<title>[^<]*</title>)"), description(R"(<desc>[^<]*</desc>)");
  svg.replace(size, QStringLiteral("<svg width=\"%1mm\" height=\"%2mm\"")
                        .arg(drawing.sizeMm.width(), 0, 'g', 8)
                        .arg(drawing.sizeMm.height(), 0, 'g', 8));
  svg.remove(title);
  const qsizetype at = svg.indexOf(description);
  const QByteArray words = "<title>" + xmlText(notes.title) + "</title>\n<desc>" +
                           xmlText(notes.caption) + "</desc>\n<metadata><figure xmlns=\"" +
                           kNamespace + "\">" + xmlText(QString::fromUtf8(notes.json), true) +
                           "</figure></metadata>";
  const auto found = description.match(svg);
  svg.replace(at, found.capturedLength(), QString::fromUtf8(words));
  // All text of a figure has one list of families. Qt would write the first name as it is, without
  // the ones that take its place where a viewer does not have it.
  static const QRegularExpression family(R"(font-family="[^"]*")");
  svg.replace(family, "font-family=\"" + QString::fromUtf8(svgFamilies(notes.families)) + "\"");
  // Cells have edges: no viewer may blur them when it enlarges the map.
  static const QRegularExpression rendering(R"( image-rendering="[^"]*")");
  svg.replace(rendering, " image-rendering=\"optimizeSpeed\" style=\"image-rendering:pixelated\"");
  return svg.toUtf8();
}

QImage figureImage(const FigureDrawing& drawing, double dpi) {
  const QSizeF exact = drawing.sizeMm * (dpi / 25.4);
  if (exact.width() * exact.height() > 4e8 || exact.width() > 32000 || exact.height() > 32000)
    throw Error(
        "The picture would have more than 400 million pixels: choose a smaller size or "
        "resolution.");
  const QSize pixels(std::max(1, static_cast<int>(std::lround(exact.width()))),
                     std::max(1, static_cast<int>(std::lround(exact.height()))));
  QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
  if (image.isNull()) throw Error("Not enough memory for a picture of this size.");
  image.fill(Qt::white);
  setPaperResolution(image);  // while painting, so that fonts take the layout's size
  const QSize units = unitsOf(drawing);
  paintOn(&image, drawing, false, static_cast<double>(pixels.width()) / units.width(),
          static_cast<double>(pixels.height()) / units.height());
  image.setDotsPerMeterX(static_cast<int>(std::lround(dpi / 0.0254)));
  image.setDotsPerMeterY(static_cast<int>(std::lround(dpi / 0.0254)));
  return image.convertToFormat(QImage::Format_RGB32);
}

QByteArray pngFile(const FigureDrawing& drawing, const FigureNotes& notes, double dpi) {
  QImage image = figureImage(drawing, dpi);
  image.setText("Title", notes.title);
  image.setText("Description", notes.caption);
  image.setText("Recipe", QString::fromUtf8(notes.recipe));
  image.setText("Software", creator());
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  if (!image.save(&buffer, "PNG")) throw Error("The picture could not be encoded.");
  return buffer.data();
}

QJsonObject recipeInFile(const QString& path) {
  constexpr std::size_t kMost = 256 << 20;
  const std::string name = shownText(path.toStdString(), 200);
  // It refuses pipes, devices and what is too large.
  const QByteArray bytes = QByteArray::fromStdString(readWholeFile(path.toStdString(), kMost));
  const auto nothing = [&](const char* what) {
    throw Error(name + " is " + what + " without a recipe: only figures of Ouroscope carry one.");
  };
  QByteArray json = bytes;
  if (bytes.startsWith("%PDF")) {
    const qsizetype at = bytes.indexOf("<ouroscope:recipe>"),
                    end = bytes.indexOf("</ouroscope:recipe>", at);
    if (at < 0 || end < 0) nothing("a PDF");
    QXmlStreamReader xml("<r>" + bytes.sliced(at + 18, end - at - 18) + "</r>");
    xml.readNextStartElement();
    json = xml.readElementText().toUtf8();
  } else if (bytes.startsWith("\x89PNG")) {
    QBuffer buffer;
    buffer.setData(bytes);
    const QString text = QImageReader(&buffer, "PNG").text("Recipe");
    if (text.isEmpty()) nothing("a PNG");
    json = text.toUtf8();
  } else if (bytes.trimmed().startsWith('<')) {
    json.clear();
    QXmlStreamReader xml(bytes);
    while (!xml.atEnd() && json.isEmpty())
      if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"figure" &&
          xml.namespaceUri() == QLatin1String(kNamespace))
        json = xml.readElementText().toUtf8();
    if (json.isEmpty()) nothing("an SVG or XML file");
  }
  QJsonDocument document;
  try {
    document =
        readStrictJson({json.constData(), static_cast<std::size_t>(json.size())}, "The text");
  } catch (const Error& error) {
    throw Error(name + " is not a recipe: " + error.what());
  }
  if (!document.isObject()) throw Error(name + " is not a recipe: it must hold a JSON object.");
  // A JSON export carries its recipe beside its rows.
  const QJsonObject object = document.object();
  return object["recipe"].isObject() ? object["recipe"].toObject() : object;
}

}  // namespace ouroscope
