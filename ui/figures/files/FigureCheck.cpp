// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/files/FigureCheck.h"

#include <qcustomplot.h>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPaintDevice>
#include <QPaintEngine>
#include <cmath>

#include "ui/figures/base/PaperDevice.h"
#include "ui/figures/kinds/FigureKinds.h"

namespace ouroscope {
namespace {

/// Remembers text and throws the rest away.
class Probe : public QPaintEngine {
 public:
  Probe() : QPaintEngine(AllFeatures) {}
  std::vector<PlacedText> texts;

  bool begin(QPaintDevice*) override { return true; }
  bool end() override { return true; }
  Type type() const override { return static_cast<Type>(User + 2); }
  void updateState(const QPaintEngineState&) override {}
  void drawPath(const QPainterPath&) override {}
  void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}
  void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
  void drawImage(const QRectF&, const QImage&, const QRectF&, Qt::ImageConversionFlags) override {}
  void drawTextItem(const QPointF& at, const QTextItem& item) override {
    if (item.text().trimmed().isEmpty()) return;
    const QTransform& transform = painter()->combinedTransform();
    const QRectF ink = QFontMetricsF(item.font()).tightBoundingRect(item.text()).translated(at);
    texts.push_back({item.text(),
                     item.font().pointSizeF() * std::sqrt(std::abs(transform.determinant())),
                     transform.map(QPolygonF(ink))});
  }
};

class ProbeDevice : public PaperDevice {
 public:
  using PaperDevice::PaperDevice;
  QPaintEngine* paintEngine() const override { return &probe; }
  mutable Probe probe;
};

QString tr(const char* text, int n = -1) {
  return QCoreApplication::translate("FigureCheck", text, nullptr, n);
}

}  // namespace

std::vector<PlacedText> textOf(const FigureDrawing& drawing) {
  ProbeDevice device((drawing.sizeMm * kFigureUnitsPerMm).toSize());
  QCPPainter painter;
  painter.begin(&device);
  painter.setMode(QCPPainter::pmVectorized);
  painter.setMode(QCPPainter::pmNoCaching);
  drawing.paint(painter);
  painter.end();
  return std::move(device.probe.texts);
}

std::vector<FigureWarning> checkFigure(const FigureInput& input, const FigureRecipe& recipe,
                                       const FigureDrawing& drawing) {
  using Kind = FigureWarning::Kind;
  std::vector<FigureWarning> warnings;
  const std::vector<PlacedText> texts = textOf(drawing);
  const QRectF page = QRectF(QPointF(), drawing.sizeMm * kFigureUnitsPerMm).adjusted(-1, -1, 1, 1);
  double smallest = kLeastPoints;
  QString clipped;
  for (const PlacedText& text : texts) {
    if (text.points < smallest - 0.01) smallest = text.points;
    if (clipped.isEmpty() && !page.contains(text.outline.boundingRect())) clipped = text.text;
  }
  if (smallest < kLeastPoints)
    warnings.push_back({Kind::SmallText,
                        tr("The smallest text is %1 points on paper: most venues ask for at least "
                           "%2.")
                            .arg(smallest, 0, 'f', 1)
                            .arg(kLeastPoints)});
  if (!clipped.isEmpty())
    warnings.push_back(
        {Kind::ClippedText, tr("\"%1\" reaches over the edge of the page.").arg(clipped)});
  // A wide page has thousands of words: only neighbours are compared.
  std::vector<std::pair<QRectF, const PlacedText*>> boxes;
  for (const PlacedText& text : texts)
    boxes.emplace_back(text.outline.boundingRect().adjusted(0.75, 0.75, -0.75, -0.75), &text);
  std::sort(boxes.begin(), boxes.end(),
            [](const auto& a, const auto& b) { return a.first.left() < b.first.left(); });
  bool overlap = false;
  for (std::size_t i = 0; i < boxes.size() && !overlap; ++i)
    for (std::size_t j = i + 1; j < boxes.size() && boxes[j].first.left() < boxes[i].first.right();
         ++j)
      if (boxes[i].first.isValid() && boxes[j].first.isValid() &&
          boxes[i].first.intersects(boxes[j].first)) {
        warnings.push_back({Kind::OverlappingText, tr("\"%1\" and \"%2\" overlap.")
                                                       .arg(boxes[i].second->text.trimmed(),
                                                            boxes[j].second->text.trimmed())});
        overlap = true;
        break;
      }
  const FigureKind& kind = figureKind(recipe.kind);
  if (kind.readableTokens) {
    const TokenRange range = tokenRange(*input.trace, recipe);
    const int most = kind.readableTokens(input, recipe), shown = range.last - range.first + 1;
    if (shown > most)
      warnings.push_back(
          {Kind::TooManyTokens,
           tr("%1 tokens are shown, the words of %2 are readable at this size: split them into "
              "rows, or take a wider page or smaller type.")
               .arg(shown)
               .arg(most)});
  }
  return warnings;
}

}  // namespace ouroscope
