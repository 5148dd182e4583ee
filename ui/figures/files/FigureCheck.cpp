// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/files/FigureCheck.h"

#include <qcustomplot.h>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QTextLayout>
#include <cmath>

#include "ui/figures/base/FigureTheme.h"
#include "ui/figures/base/PaperDevice.h"
#include "ui/figures/kinds/FigureKinds.h"
#include "ui/figures/kinds/FigurePage.h"

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
                     transform.map(QPolygonF(ink)), missingIn(item.font(), item.text())});
  }

 private:
  /// Characters that neither the font nor another installed one has: glyph 0 is an empty box.
  QString missingIn(const QFont& font, const QString& text) {
    QString out;
    for (const uint c : text.toUcs4()) {
      const auto category = QChar::category(c);
      // Marks and joiners have no look of their own.
      if (c < 0x7f || category <= QChar::Mark_Enclosing || category == QChar::Other_Control ||
          category == QChar::Other_Format)
        continue;
      auto at = known_.constFind(c);
      if (at == known_.constEnd()) at = known_.insert(c, isMissing(font, c));
      const QString shown = QString::fromUcs4(reinterpret_cast<const char32_t*>(&c), 1);
      if (*at && !out.contains(shown)) out += shown;
    }
    return out;
  }

  static bool isMissing(const QFont& font, uint c) {
    QTextLayout layout(QString::fromUcs4(reinterpret_cast<const char32_t*>(&c), 1), font);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    for (const QGlyphRun& run : layout.glyphRuns())
      if (run.glyphIndexes().contains(0)) return true;
    return false;
  }

  QHash<uint, bool> known_;  ///< all text of a figure has the same families
};

class ProbeDevice : public PaperDevice {
 public:
  using PaperDevice::PaperDevice;
  QPaintEngine* paintEngine() const override { return &probe; }
  mutable Probe probe;
};

constexpr qsizetype kMostNamed = 8;  ///< characters in one sentence

/// The context of the sentences' translations.
struct FigureCheck {
  Q_DECLARE_TR_FUNCTIONS(ouroscope::FigureCheck)
};

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
    warnings.push_back(
        {Kind::SmallText,
         FigureCheck::tr("The smallest text is %1 points on paper: most venues ask for at least "
                         "%2.")
             .arg(smallest, 0, 'f', 1)
             .arg(kLeastPoints)});
  if (!clipped.isEmpty())
    warnings.push_back({Kind::ClippedText,
                        FigureCheck::tr("\"%1\" reaches over the edge of the page.").arg(clipped)});
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
        warnings.push_back({Kind::OverlappingText, FigureCheck::tr("\"%1\" and \"%2\" overlap.")
                                                       .arg(boxes[i].second->text.trimmed(),
                                                            boxes[j].second->text.trimmed())});
        overlap = true;
        break;
      }
  QStringList missing;
  for (const PlacedText& text : texts)
    for (const uint c : text.missing.toUcs4()) {
      const QString name = QStringLiteral("U+%1").arg(c, 4, 16, QChar('0')).toUpper();
      if (missing.size() < kMostNamed && !missing.contains(name)) missing << name;
    }
  if (!missing.isEmpty())
    warnings.push_back(
        {Kind::MissingGlyphs,
         FigureCheck::tr("No installed font has %1: an empty box is drawn. Install a font that "
                         "has it.")
             .arg(missing.join(", "))});
  if (recipe.kind == "page") {
    int number = 0;
    for (const PagePlan::Panel& panel : planPage(input, recipe).panels) {
      ++number;
      if (const auto many = tooManyTokens(panelInput(input, panel.recipe), panel.recipe))
        warnings.push_back(
            {Kind::TooManyTokens,
             FigureCheck::tr("Panel %1 shows %2 tokens; the words of %3 are readable at this size.")
                 .arg(number)
                 .arg(many->shown)
                 .arg(many->readable)});
    }
  } else if (const auto many = tooManyTokens(input, recipe)) {
    warnings.push_back(
        {Kind::TooManyTokens,
         FigureCheck::tr(
             "%1 tokens are shown, the words of %2 are readable at this size: split them into "
             "rows, or take a wider page or smaller type.")
             .arg(many->shown)
             .arg(many->readable)});
  }
  return warnings;
}

std::optional<ManyTokens> tooManyTokens(const FigureInput& input, const FigureRecipe& recipe) {
  if (recipe.corpus || !input.trace) return {};
  const FigureKind& kind = figureKind(recipe.kind);
  if (!kind.readableTokens) return {};
  const TokenRange range = tokenRange(*input.trace, recipe);
  const int rows = kind.rows ? kind.rows(input, recipe) : 1;
  const ManyTokens out{range.last - range.first + 1, rows * kind.readableTokens(input, recipe)};
  if (out.shown <= out.readable) return {};
  return out;
}

}  // namespace ouroscope
