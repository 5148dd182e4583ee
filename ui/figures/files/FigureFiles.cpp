// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/files/FigureFiles.h"

#include <qcustomplot.h>
#include <QBuffer>
#include <QFile>
#include <QImageReader>
#include <QJsonDocument>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgGenerator>
#include <QXmlStreamReader>

#include <cmath>

#include "core/support/Error.h"
#include "core/support/Version.h"
#include "ui/figures/files/ClippedSvg.h"
#include "ui/figures/files/FigureCaption.h"

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

/// XML 1.0 has no way to write some characters. In JSON they can be written as escapes.
QByteArray xmlText(const QString& text, bool json) {
  QString out;
  for (const QChar c : text) {
    const bool bad =
        (c < QChar(0x20) && c != '\t' && c != '\n') || c == QChar(0xfffe) || c == QChar(0xffff);
    if (!bad)
      out += c;
    else if (json)
      out += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QChar('0'));
  }
  return out.toHtmlEscaped().toUtf8();
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
         xmlText(notes.title, false) +
         "</rdf:li></rdf:Alt></dc:title>\n"
         "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
         xmlText(notes.caption, false) +
         "</rdf:li></rdf:Alt></dc:description>\n"
         "<xmp:CreatorTool>" +
         xmlText(creator(), false) + "</xmp:CreatorTool>\n" +
         (date.isValid()
              ? "<xmp:CreateDate>" + date.toString(Qt::ISODate).toUtf8() + "</xmp:CreateDate>\n"
              : QByteArray()) +
         "<ouroscope:recipe>" + xmlText(QString::fromUtf8(notes.recipe), true) +
         "</ouroscope:recipe>\n"
         "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n";
}

/// Qt takes the date from the clock. Another of the same length, or spaces, keeps the
/// cross-reference table valid and makes equal figures equal files.
void replaceClock(QByteArray& pdf) {
  const qsizetype at = pdf.indexOf("/CreationDate (D:");
  const qsizetype end = pdf.indexOf(')', at);
  if (at < 0 || end < 0) return;
  const QDateTime date = figureDate();
  const QByteArray entry =
      date.isValid() ? "/CreationDate (D:" + date.toString("yyyyMMddHHmmss").toLatin1() + "Z)"
                     : QByteArray();
  const qsizetype length = end + 1 - at;
  if (entry.size() <= length) pdf.replace(at, length, entry.leftJustified(length));
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
  replaceClock(pdf);
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
  const QByteArray words = "<title>" + xmlText(notes.title, false) + "</title>\n<desc>" +
                           xmlText(notes.caption, false) + "</desc>\n<metadata><figure xmlns=\"" +
                           kNamespace + "\">" + xmlText(QString::fromUtf8(notes.json), true) +
                           "</figure></metadata>";
  const auto found = description.match(svg);
  svg.replace(at, found.capturedLength(), QString::fromUtf8(words));
  // Where DejaVu Sans is missing a viewer takes its own sans instead of its default serif.
  svg.replace("font-family=\"DejaVu Sans\"",
              "font-family=\"'DejaVu Sans', 'Noto Sans CJK SC', Verdana, sans-serif\"");
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
  image.setDotsPerMeterX(3780);  // 96 dpi while painting, so that fonts take the layout's size
  image.setDotsPerMeterY(3780);
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
  constexpr qint64 kMost = 256 << 20;
  const std::string name = path.toStdString();
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    throw Error(name + " cannot be opened: " + file.errorString().toStdString() + ".");
  if (file.size() > kMost) throw Error(name + " is too large for a recipe or a figure.");
  const QByteArray bytes = file.readAll();
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
    const QString text = QImageReader(path).text("Recipe");
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
  QJsonParseError problem;
  const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
  if (!document.isObject())
    throw Error(name + " is not a recipe: " +
                (problem.error ? problem.errorString().toStdString()
                               : std::string("it must hold a JSON object")) +
                ".");
  // A JSON export carries its recipe beside its rows.
  const QJsonObject object = document.object();
  return object["recipe"].isObject() ? object["recipe"].toObject() : object;
}

}  // namespace ouroscope
