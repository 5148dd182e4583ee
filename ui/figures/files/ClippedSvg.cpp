// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/files/ClippedSvg.h"

#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <array>
#include <cmath>

#include "ui/figures/files/Sinks.h"

namespace ouroscope {
namespace {

/// The part of a segment inside `box`; false where there is none (Liang and Barsky).
bool cutSegment(const QRectF& box, QPointF& a, QPointF& b) {
  double from = 0, to = 1;
  const QPointF d = b - a;
  const std::array<std::pair<double, double>, 4> sides{{{-d.x(), a.x() - box.left()},
                                                        {d.x(), box.right() - a.x()},
                                                        {-d.y(), a.y() - box.top()},
                                                        {d.y(), box.bottom() - a.y()}}};
  for (const auto& [p, q] : sides) {
    if (p == 0) {
      if (q < 0) return false;
    } else if (p < 0) {
      from = std::max(from, q / p);
    } else {
      to = std::min(to, q / p);
    }
  }
  if (from > to) return false;
  const QPointF start = a;
  if (to < 1) b = start + to * d;
  if (from > 0) a = start + from * d;
  return true;
}

/// The lines of `path` inside `box`: still lines, so that they keep their pen.
QPainterPath cutLines(const QRectF& box, const QPainterPath& path) {
  QPainterPath out;
  for (const QPolygonF& line : path.toSubpathPolygons())
    for (qsizetype i = 1; i < line.size(); ++i) {
      QPointF a = line[i - 1], b = line[i];
      if (!cutSegment(box, a, b)) continue;
      if (out.elementCount() == 0 || out.currentPosition() != a) out.moveTo(a);
      out.lineTo(b);
    }
  return out;
}

/// The outlines of a text that begins at the origin. Taken at a whole size and scaled down: at a
/// broken one FreeType rounds to sixty-fourths, this way or that by what was drawn before.
QPainterPath outlinesOf(QFont font, const QString& text) {
  constexpr int kWhole = 256;
  const double size = font.pointSizeF() > 0 ? font.pointSizeF() * 96 / 72 : font.pixelSize();
  font.setPixelSize(kWhole);
  QPainterPath path;
  path.addText(0, 0, font, text);
  return QTransform::fromScale(size / kWhole, size / kWhole).map(path);
}

class Engine : public QPaintEngine {
 public:
  Engine(QSvgGenerator& generator, bool outlines)
      // As QSvgGenerator's own, and hatches: what is missing QPainter has to spell out.
      : QPaintEngine(PaintEngineFeatures(AllFeatures & ~PerspectiveTransform &
                                         ~ConicalGradientFill & ~PorterDuff)),
        generator_(generator),
        outlines_(outlines) {}

  bool begin(QPaintDevice*) override { return inner_.begin(&generator_); }
  bool end() override { return inner_.end(); }
  Type type() const override { return static_cast<Type>(User + 1); }

  void updateState(const QPaintEngineState& now) override {
    const DirtyFlags dirty = now.state();
    if (dirty & (DirtyTransform | DirtyClipPath | DirtyClipRegion | DirtyClipEnabled)) {
      inner_.setTransform(painter()->combinedTransform());
      cut_ = painter()->hasClipping();
      if (cut_) box_ = painter()->clipPath().boundingRect();  // plots clip to rectangles
    }
    if (dirty & DirtyPen) inner_.setPen(now.pen());
    if (dirty & DirtyBrush) inner_.setBrush(now.brush());
    if (dirty & DirtyFont) inner_.setFont(now.font());
    if (dirty & DirtyOpacity) inner_.setOpacity(now.opacity());
    if (dirty & DirtyHints) inner_.setRenderHints(now.renderHints());
  }

  void drawPath(const QPainterPath& path) override {
    if (hatched()) return hatch(path);
    if (inside(path.controlPointRect())) return inner_.drawPath(path);
    QPainterPath box;
    box.addRect(box_);
    if (inner_.brush().style() != Qt::NoBrush)
      inner_.fillPath(path.intersected(box), inner_.brush());
    if (inner_.pen().style() != Qt::NoPen) inner_.strokePath(cutLines(box_, path), inner_.pen());
  }
  void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override {
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(points, points + count)));
    if (mode != PolylineMode) path.closeSubpath();
    const QBrush brush = inner_.brush();
    if (mode == PolylineMode) inner_.setBrush(Qt::NoBrush);
    drawPath(path);
    inner_.setBrush(brush);
  }
  void drawPolygon(const QPoint* points, int count, PolygonDrawMode mode) override {
    QList<QPointF> exact(points, points + count);
    drawPolygon(exact.constData(), count, mode);
  }
  void drawRects(const QRectF* rects, int count) override {
    for (int i = 0; i < count; ++i) {
      if (inside(rects[i]) && !hatched()) {
        inner_.drawRect(rects[i]);
        continue;
      }
      QPainterPath path;
      path.addRect(rects[i]);
      drawPath(path);
    }
  }
  void drawRects(const QRect* rects, int count) override {
    for (int i = 0; i < count; ++i) {
      const QRectF exact(rects[i]);
      drawRects(&exact, 1);
    }
  }
  void drawLines(const QLineF* lines, int count) override {
    for (int i = 0; i < count; ++i) {
      QPointF a = lines[i].p1(), b = lines[i].p2();
      if (!cut_ || cutSegment(box_, a, b)) inner_.drawLine(a, b);
    }
  }
  void drawLines(const QLine* lines, int count) override {
    for (int i = 0; i < count; ++i) {
      const QLineF exact(lines[i]);
      drawLines(&exact, 1);
    }
  }
  void drawEllipse(const QRectF& rect) override {
    if (inside(rect) && !hatched()) return inner_.drawEllipse(rect);
    QPainterPath path;
    path.addEllipse(rect);
    drawPath(path);
  }
  void drawEllipse(const QRect& rect) override { drawEllipse(QRectF(rect)); }
  void drawPoints(const QPointF* points, int count) override {
    for (int i = 0; i < count; ++i)
      if (!cut_ || box_.contains(points[i])) inner_.drawPoint(points[i]);
  }
  void drawPoints(const QPoint* points, int count) override {
    for (int i = 0; i < count; ++i) {
      const QPointF exact(points[i]);
      drawPoints(&exact, 1);
    }
  }
  void drawPixmap(const QRectF& target, const QPixmap& pixmap, const QRectF& source) override {
    drawImage(target, pixmap.toImage(), source, Qt::AutoColor);
  }
  void drawImage(const QRectF& target, const QImage& image, const QRectF& source,
                 Qt::ImageConversionFlags) override {
    if (target.isEmpty() || source.isEmpty()) return;
    // Whole pixels of the source that are inside; QSvgGenerator writes a whole image or nothing.
    const double sx = source.width() / target.width(), sy = source.height() / target.height();
    QRectF wanted = cut_ ? target.intersected(box_) : target;
    if (wanted.isEmpty()) return;
    const QRect pixels = QRectF(source.x() + (wanted.x() - target.x()) * sx,
                                source.y() + (wanted.y() - target.y()) * sy, wanted.width() * sx,
                                wanted.height() * sy)
                             .adjusted(1e-3, 1e-3, -1e-3, -1e-3)
                             .toAlignedRect()
                             .intersected(image.rect());
    if (pixels.isEmpty()) return;
    QImage part = image.copy(pixels);
    setPaperResolution(part);
    inner_.drawImage(wanted, part);
  }
  void drawTextItem(const QPointF& at, const QTextItem& item) override {
    const QRectF extent(at.x(), at.y() - item.ascent(), item.width(),
                        item.ascent() + item.descent());
    if (cut_ && !box_.intersects(extent)) return;
    // Some characters cannot stand in XML, and no picture shows them.
    const QString text = xmlCharacters(item.text());
    const auto asText = [&] {
      inner_.setFont(item.font());
      inner_.drawText(at, text);
    };
    if (!outlines_ && inside(extent)) return asText();
    QPainterPath glyphs = outlinesOf(item.font(), text).translated(at);
    // A line is higher than the ink of most of its letters.
    const bool whole = inside(glyphs.boundingRect());
    if (!outlines_ && whole) return asText();
    if (!whole) {
      QPainterPath box;
      box.addRect(box_);
      glyphs = glyphs.intersected(box);
    }
    inner_.fillPath(glyphs, inner_.pen().color());
  }

 private:
  bool hatched() const {
    return inner_.brush().style() >= Qt::HorPattern &&
           inner_.brush().style() <= Qt::DiagCrossPattern;
  }

  /// QSvgGenerator has no hatches: they are drawn as lines, over the shape's box, which is all that
  /// cells and bars are.
  void hatch(const QPainterPath& path) {
    constexpr double kStep = 5;
    QRectF box = path.boundingRect();
    if (cut_) box = box.intersected(box_);
    if (box.isEmpty()) return;
    const QBrush brush = inner_.brush();
    const QPen pen = inner_.pen();
    inner_.setBrush(Qt::NoBrush);
    inner_.setPen(QPen(brush.color(), 0.6));
    const auto style = brush.style();
    const auto line = [&](QPointF a, QPointF b) {
      if (cutSegment(box, a, b)) inner_.drawLine(a, b);
    };
    // Lines are at multiples of the step of the whole picture: neighbours join.
    const double w = box.width(), h = box.height();
    if (style != Qt::HorPattern && style != Qt::VerPattern && style != Qt::CrossPattern) {
      for (double c = std::ceil((box.left() + box.top()) / kStep) * kStep;
           c < box.left() + box.top() + w + h && style != Qt::FDiagPattern; c += kStep)
        line({c - box.bottom(), box.bottom()}, {c - box.top(), box.top()});
      for (double c = std::ceil((box.left() - box.bottom()) / kStep) * kStep;
           c < box.left() - box.bottom() + w + h && style != Qt::BDiagPattern; c += kStep)
        line({c + box.top(), box.top()}, {c + box.bottom(), box.bottom()});
    } else {
      for (double y = std::ceil(box.top() / kStep) * kStep;
           y < box.bottom() && style != Qt::VerPattern; y += kStep)
        line({box.left(), y}, {box.right(), y});
      for (double x = std::ceil(box.left() / kStep) * kStep;
           x < box.right() && style != Qt::HorPattern; x += kStep)
        line({x, box.top()}, {x, box.bottom()});
    }
    inner_.setPen(pen);
    if (pen.style() != Qt::NoPen) inner_.strokePath(cut_ ? cutLines(box_, path) : path, pen);
    inner_.setBrush(brush);
  }

  bool inside(const QRectF& rect) const { return !cut_ || box_.contains(rect); }

  QSvgGenerator& generator_;
  bool outlines_;
  QPainter inner_;
  bool cut_ = false;
  QRectF box_;
};

}  // namespace

ClippedSvg::ClippedSvg(QSvgGenerator& generator, const QSize& size, bool outlines)
    : PaperDevice(size), engine_(std::make_unique<Engine>(generator, outlines)) {}

ClippedSvg::~ClippedSvg() = default;

QPaintEngine* ClippedSvg::paintEngine() const {
  return engine_.get();
}

}  // namespace ouroscope
