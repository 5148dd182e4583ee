// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/plots/OperatingCurveFigure.h"

#include <algorithm>
#include <cmath>

#include "core/support/Numbers.h"
#include "ui/base/Language.h"
#include "ui/figures/base/PlotStyle.h"
#include "ui/figures/base/SwatchLegend.h"
#include "ui/figures/base/TokenTicker.h"

namespace ouroscope {
namespace {

constexpr int kQSteps = 100;  ///< keys move q in hundredths, as the slider does

/// Loops along x with the theoretical loops saved on top: R - x.
class SavedLoopsTicker : public QCPAxisTickerFixed {
 public:
  explicit SavedLoopsTicker(int loops) : loops_(loops) {
    setTickStep(1);
    setScaleStrategy(loops > 12 ? ssMultiples : ssNone);
  }

 protected:
  QVector<double> createTickVector(double step, const QCPRange& range) override {
    QVector<double> ticks;
    for (const double tick : QCPAxisTickerFixed::createTickVector(step, range))
      if (tick > 0.5 && tick < loops_ + 0.5) ticks << tick;
    return ticks;
  }
  QString getTickLabel(double tick, const QLocale& locale, QChar, int) override {
    return locale.toString(loops_ - static_cast<int>(std::lround(tick)));
  }
  int getSubTickCount(double) override { return 0; }

 private:
  int loops_;
};

QColor bandColour(const FigureTheme& theme) {
  QColor colour = theme.text;
  colour.setAlpha(40);
  return colour;
}

}  // namespace

std::shared_ptr<const OperatingCurveData> operatingCurveData(
    const Trace& trace, const ReadoutRule& rule, std::shared_ptr<const ReadingQuality> known) {
  auto data = std::make_shared<OperatingCurveData>();
  data->quality = known ? std::move(known) : std::make_shared<const ReadingQuality>(trace);
  std::vector<float> gates;
  if (trace.hasGate(rule.gate)) gates = trace.gateLogits(rule.gate);
  data->curve = operatingCurve(*data->quality, gates, rule.budget);
  data->measured = measuredRun(trace);
  return data;
}

QStringList qualityTitles(Quality quality, bool skipped, int tokens) {
  QString full, brief;
  switch (quality) {
    case Quality::Agreement:
      full = skipped ? OperatingCurveFigure::tr("Agreement with the deepest loop run")
                     : OperatingCurveFigure::tr("Agreement with full depth");
      brief = OperatingCurveFigure::tr("Agreement");
      break;
    case Quality::Nll:
      full = OperatingCurveFigure::tr("NLL (nats per token)");
      brief = OperatingCurveFigure::tr("NLL (nats)");
      break;
    case Quality::Kl:
      full = skipped ? OperatingCurveFigure::tr("KL from the deepest loop run (nats)")
                     : OperatingCurveFigure::tr("KL from full depth (nats)");
      brief = OperatingCurveFigure::tr("KL (nats)");
      break;
  }
  const auto counted = [&](const QString& title) {
    return OperatingCurveFigure::tr("%1, n = %2", "axis title, number of tokens")
        .arg(title, numberLocale().toString(tokens));
  };
  return {counted(full), counted(brief), brief};
}

QString qualityText(Quality quality, double value) {
  if (quality == Quality::Agreement && !std::isnan(value)) {
    // One token of thousands is neither none nor all of them.
    const bool few = value > 0 && value < 5e-4, most = value < 1 && value >= 1 - 5e-4;
    const QString number = few    ? '<' + localNumber(0.1, 1)
                           : most ? '>' + localNumber(99.9, 1)
                                  : localNumber(100 * value, 1);
    return OperatingCurveFigure::tr("%1 %", "percent").arg(number);
  }
  return localNumber(std::abs(value) < 5e-4 ? 0.0 : value, 3);
}

OperatingCurveFigure::OperatingCurveFigure(QWidget* parent)
    : QCustomPlot(parent), theme_(FigureTheme::light()) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setMinimumSize(200, 160);
  plotLayout()->clear();
  addMovingLayer(*this, "pointer");
  setAutoAddPlottableToLegend(false);
  setTheme(theme_);
}

void OperatingCurveFigure::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  setBackground(theme.background);
  rebuild();
}

void OperatingCurveFigure::setData(std::shared_ptr<const OperatingCurveData> curves,
                                   std::vector<Quality> shown) {
  data_ = std::move(curves);
  shown_ = std::move(shown);
  rebuild();
}

void OperatingCurveFigure::setPoint(const OperatingPoint& point) {
  point_ = point;
  for (Panel& panel : panels_) placeMarker(panel);
  layer("pointer")->replot();
}

QCPGraph* OperatingCurveFigure::graph(Panel& panel, const QString& name, bool inLegend) {
  QCPGraph* g = addGraph(panel.rect->axis(QCPAxis::atBottom), panel.rect->axis(QCPAxis::atLeft));
  g->setName(name);
  if (inLegend) named_.push_back(g);
  return g;
}

void OperatingCurveFigure::rebuild() {
  clearPlottables();
  clearItems();
  panels_.clear();
  named_.clear();
  intervals_ = false;
  legend_ = nullptr;
  grid_ = nullptr;
  plotLayout()->clear();
  if (!data_ || shown_.empty()) return replot(QCustomPlot::rpQueuedReplot);
  grid_ = new QCPLayoutGrid;
  plotLayout()->addElement(0, 0, grid_);
  grid_->setColumnSpacing(theme_.paper ? 8 : 12);
  legend_ = SwatchLegend::below(this);
  plotLayout()->setRowSpacing(theme_.paper ? 2 : 4);
  beside_ = viewport().width() >= viewport().height() * 1.2;
  for (std::size_t i = 0; i < shown_.size(); ++i) {
    Panel panel{shown_[i], new QCPAxisRect(this), nullptr, nullptr, {}};
    grid_->addElement(beside_ ? 0 : static_cast<int>(i), beside_ ? static_cast<int>(i) : 0,
                      panel.rect);
    fill(panel, i == 0);
    panels_.push_back(panel);
  }
  std::vector<SwatchLegend::Entry> entries;
  for (const QCPGraph* each : named_) entries.push_back(SwatchLegend::entryOf(*each));
  if (intervals_)
    entries.push_back({bandColour(theme_), Qt::NoPen, tr("95 % interval, against full depth")});
  legend_->setEntries(std::move(entries), theme_);
  for (Panel& panel : panels_) placeMarker(panel);
  replot(QCustomPlot::rpQueuedReplot);
}

void OperatingCurveFigure::fill(Panel& panel, bool first) {
  const OperatingCurve& curve = data_->curve;
  const int loops = data_->quality->loops;
  const bool skipped = data_->quality->skipped;
  const double width = theme_.paper ? 1.1 : 1.8;
  double low = std::numeric_limits<double>::infinity(), high = -low;
  const auto value = [&](const OperatingPoint& p) {
    const double v = valueOf(p, panel.quality);
    if (std::isfinite(v)) {
      low = std::min(low, v);
      high = std::max(high, v);
    }
    return v;
  };

  QCPGraph* oracle = graph(panel, tr("Oracle"), first);
  oracle->setPen(QPen(seriesColour(0, theme_), width * 0.8, Qt::DashDotLine));
  for (const OperatingPoint& p : curve.oracle) oracle->addData(p.meanLoops, value(p));
  const bool gated = !curve.gate.empty();
  QCPGraph* random = graph(panel, tr("Random exit"), first && gated);
  random->setPen(QPen(theme_.axis, width * 0.8, Qt::DashLine));
  for (const OperatingPoint& p : curve.random) random->addData(p.meanLoops, value(p));
  // Under the curves: the interval of every point of the gate's curve, as a band.
  QCPGraph* upper = graph(panel, {}, false);
  QCPGraph* lower = graph(panel, {}, false);
  for (QCPGraph* edge : {upper, lower}) edge->setPen(Qt::NoPen);
  upper->setBrush(bandColour(theme_));
  upper->setChannelFillGraph(lower);
  const auto interval = [&](const OperatingPoint& p) {
    const Interval i = data_->quality->interval(p, panel.quality);
    if (!std::isnan(i.low)) {
      intervals_ = true;
      low = std::min(low, i.low);
      high = std::max(high, i.high);
    }
    return i;
  };
  QCPGraph* gate = graph(panel, tr("Gate"), first && gated);
  gate->setPen(QPen(theme_.text, width));
  QCPGraph* past = nullptr;
  for (const OperatingPoint& p : curve.gate) {
    if (p.needRerun == 0) {
      gate->addData(p.meanLoops, value(p));
      const Interval i = interval(p);
      upper->addData(p.meanLoops, i.high);
      lower->addData(p.meanLoops, i.low);
      continue;
    }
    // From here on tokens would have gone past the loops that they ran.
    if (!past) {
      past = graph(panel, tr("Gate, past the record"), first);
      past->setPen(QPen(theme_.text, width * 0.7, Qt::DotLine));
      if (gate->dataCount() > 0)
        past->addData(gate->data()->at(gate->dataCount() - 1)->key,
                      gate->data()->at(gate->dataCount() - 1)->value);
    }
    past->addData(p.meanLoops, value(p));
  }
  QCPGraph* uniform = graph(panel, tr("Same budget for all"), first);
  uniform->setLineStyle(QCPGraph::lsNone);
  uniform->setPen(QPen(theme_.text, 1));
  uniform->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssSquare, QPen(theme_.text, 1.2),
                                           QBrush(theme_.background), theme_.paper ? 4 : 6));
  auto* bars =
      new QCPErrorBars(panel.rect->axis(QCPAxis::atBottom), panel.rect->axis(QCPAxis::atLeft));
  bars->setDataPlottable(uniform);
  bars->setPen(QPen(theme_.text, theme_.paper ? 0.5 : 0.8));
  bars->setWhiskerWidth(theme_.paper ? 3 : 5);
  bars->setSymbolGap(0);
  for (const OperatingPoint& p : curve.uniform) {
    const double y = value(p);
    const Interval i = p.needRerun == 0 ? interval(p) : Interval{kNaN, kNaN};
    uniform->addData(p.meanLoops, y);
    bars->addData(y - i.low, i.high - y);
    if (std::isnan(valueOf(p, panel.quality)) || (skipped && p.needRerun > 0)) continue;
    auto* name = new QCPItemText(this);
    name->position->setAxes(panel.rect->axis(QCPAxis::atBottom), panel.rect->axis(QCPAxis::atLeft));
    name->setClipAxisRect(panel.rect);
    name->position->setCoords(p.meanLoops, valueOf(p, panel.quality));
    // Below the point for agreement, above for what falls: away from the curves.
    name->setPositionAlignment(
        Qt::AlignLeft | (panel.quality == Quality::Agreement ? Qt::AlignTop : Qt::AlignBottom));
    name->setText(QString::number(static_cast<int>(p.setting)));
    name->setFont(theme_.font);
    name->setColor(theme_.text);
    name->setPadding(QMargins(4, 3, 0, 3));
    panel.budgets.push_back(name);
  }
  if (data_->measured.measured) {
    QCPGraph* star = graph(panel, tr("Measured early exit"), first);
    star->setLineStyle(QCPGraph::lsNone);
    star->setPen(QPen(seriesColour(2, theme_), 1.5));
    star->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssStar,
                                          QPen(seriesColour(2, theme_), 1.6), Qt::NoBrush,
                                          theme_.paper ? 7 : 11));
    if (panel.quality == Quality::Nll) {
      star->addData(data_->measured.meanLoops, data_->measured.nll);
      low = std::min(low, data_->measured.nll);
      high = std::max(high, data_->measured.nll);
    } else {
      // Only its depth was measured here: the loops to compare with were not run.
      auto* line = new QCPItemLine(this);
      line->setPen(QPen(seriesColour(2, theme_), 1, Qt::DashDotDotLine));
      for (QCPItemPosition* p : {line->start, line->end}) {
        p->setAxisRect(panel.rect);
        p->setAxes(panel.rect->axis(QCPAxis::atBottom), panel.rect->axis(QCPAxis::atLeft));
        p->setTypeY(QCPItemPosition::ptAxisRectRatio);
      }
      line->setClipAxisRect(panel.rect);
      line->start->setCoords(data_->measured.meanLoops, 0);
      line->end->setCoords(data_->measured.meanLoops, 1);
    }
  }

  panel.value = new QCPItemText(this);
  panel.value->setLayer("pointer");
  panel.value->position->setAxes(panel.rect->axis(QCPAxis::atBottom),
                                 panel.rect->axis(QCPAxis::atLeft));
  panel.value->setClipAxisRect(panel.rect);
  panel.value->setFont(theme_.font);
  panel.value->setColor(theme_.text);
  panel.value->setPadding(QMargins(2, 0, 2, 0));
  // After its label, so that it lies on the label's ground.
  panel.marker = graph(panel, theme_.paper ? tr("This reading") : tr("Now"), first);
  panel.marker->setLayer("pointer");
  panel.marker->setLineStyle(QCPGraph::lsNone);
  panel.marker->setPen(QPen(theme_.accent, 1));
  panel.marker->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle,
                                                QPen(theme_.background, theme_.paper ? 0.8 : 1.5),
                                                QBrush(theme_.accent), theme_.paper ? 7 : 12));

  if (low > high) low = 0, high = 1;
  const double pad = high > low ? 0.07 * (high - low) : std::max(1e-3, 0.05 * std::abs(high)),
               side = 0.06 * std::max(1, loops - 1);
  QCPAxis *x = panel.rect->axis(QCPAxis::atBottom), *y = panel.rect->axis(QCPAxis::atLeft),
          *saved = panel.rect->axis(QCPAxis::atTop);
  for (QCPAxis* axis : panel.rect->axes()) {
    axis->setLayer("axes");
    axis->grid()->setLayer("grid");
    styleAxis(axis, theme_);
  }
  x->setRange(1 - side, loops + 2 * side);
  countLoops(x, loops);
  setTitle(x, {tr("Mean loops")});
  saved->setVisible(true);
  saved->setRange(x->range());
  saved->setTicker(QSharedPointer<Apart<SavedLoopsTicker>>::create(saved, loops));
  setTitle(saved, {tr("Theoretical loops saved"), tr("Loops saved")});
  saved->grid()->setVisible(false);
  // The budgets' digits need room: under the points of agreement, over the others.
  const bool under = panel.quality == Quality::Agreement;
  y->setRange(low - (under ? 3 : 1) * pad, high + (under ? 1 : 3) * pad);
  y->setNumberFormat("gb");
  y->setNumberPrecision(4);
  y->ticker()->setTickCount(5);
  setTitle(y, qualityTitles(panel.quality, skipped, data_->quality->tokensOf(panel.quality)));
}

/// A curve under the label would be hard to read, and a ground under the label would hide it.
bool OperatingCurveFigure::crossed(Panel& panel, const QRectF& box) const {
  // A slider asks for many boxes at every tick, and the curves stay where they are.
  if (panel.lines.empty() || panel.linesIn != panel.rect->rect()) {
    panel.lines.clear();
    panel.linesIn = panel.rect->rect();
    for (int i = 0; i < graphCount(); ++i) {
      const QCPGraph* each = QCustomPlot::graph(i);
      if (each->keyAxis()->axisRect() != panel.rect || each == panel.marker) continue;
      if (each->pen().style() == Qt::NoPen) continue;  // an edge of the band
      Panel::Line line{{}, each->lineStyle() != QCPGraph::lsNone};
      for (const QCPGraphData& point : *each->data())
        line.points.push_back(each->coordsToPixels(point.key, point.value));
      panel.lines.push_back(std::move(line));
    }
  }
  for (const Panel::Line& line : panel.lines)
    for (std::size_t k = 0; k < line.points.size(); ++k) {
      const QPointF at = line.points[k];
      if (box.contains(at)) return true;
      if (k == 0 || !line.joined) continue;
      const QPointF before = line.points[k - 1];
      if (std::max(at.x(), before.x()) < box.left() || std::min(at.x(), before.x()) > box.right() ||
          std::max(at.y(), before.y()) < box.top() || std::min(at.y(), before.y()) > box.bottom())
        continue;
      for (int part = 1; part < 8; ++part)
        if (box.contains(before + (at - before) * part / 8)) return true;
    }
  return false;
}

void OperatingCurveFigure::placeMarker(Panel& panel) {
  const double x = point_.meanLoops, y = valueOf(point_, panel.quality);
  panel.marker->data()->clear();
  const bool shown = std::isfinite(x) && std::isfinite(y) && x > 0;
  panel.value->setVisible(shown);
  if (!shown) return;
  panel.marker->addData(x, y);
  const QCPRange xs = panel.rect->axis(QCPAxis::atBottom)->range(),
                 ys = panel.rect->axis(QCPAxis::atLeft)->range();
  const auto beside = [&] {
    panel.value->position->setType(QCPItemPosition::ptPlotCoords);
    panel.value->position->setCoords(x, y);
    panel.value->setColor(theme_.text);
  };
  beside();
  const QString value = qualityText(panel.quality, y);
  const int gap = theme_.paper ? 5 : 9;
  bool strict = true;  // first the places that cover nothing
  const auto free = [&] {
    const QRectF box(panel.value->topLeft->pixelPosition(),
                     panel.value->bottomRight->pixelPosition());
    return QRectF(panel.rect->rect()).contains(box) && !(strict && crossed(panel, box)) &&
           std::none_of(panel.budgets.begin(), panel.budgets.end(), [&](QCPItemText* budget) {
             return box.intersects(
                 QRectF(budget->topLeft->pixelPosition(), budget->bottomRight->pixelPosition()));
           });
  };
  const auto place = [&](bool right, bool above) {
    panel.value->setPositionAlignment((right ? Qt::AlignLeft : Qt::AlignRight) |
                                      (above ? Qt::AlignBottom : Qt::AlignTop));
    panel.value->setPadding(
        QMargins(right ? gap : 2, above ? 0 : gap, right ? 2 : gap, above ? gap : 0));
    return free();
  };
  // Towards the middle of the panel, but not over the digits of the budgets; in a narrow panel the
  // value alone.
  const bool right = x < xs.center(), above = y < ys.center();
  const auto write = [&](const QString& text) {
    panel.value->setText(text);
    return place(right, above) || place(right, !above) || place(!right, above) ||
           place(!right, !above);
  };
  const QString whole = tr("q %1: %2").arg(localNumber(point_.setting, 2), value);
  bool placed = write(whole) || write(value);
  // In a crowded panel a free corner of it is better than a label over the curves: the colour says
  // whose number it is.
  const auto corner = [&](bool east, bool north) {
    panel.value->position->setType(QCPItemPosition::ptAxisRectRatio);
    panel.value->position->setAxisRect(panel.rect);
    panel.value->position->setCoords(east ? 1 : 0, north ? 0 : 1);
    panel.value->setPositionAlignment((east ? Qt::AlignRight : Qt::AlignLeft) |
                                      (north ? Qt::AlignTop : Qt::AlignBottom));
    panel.value->setPadding(QMargins(3, 2, 3, 2));
    return free();
  };
  if (!placed) {
    panel.value->setText(whole);
    for (const bool high :
         {panel.quality != Quality::Agreement, panel.quality == Quality::Agreement})
      placed = placed || corner(true, high) || corner(false, high);
    if (placed) panel.value->setColor(theme_.inked(theme_.accent));
  }
  if (!placed) {
    beside();
    strict = false;
    placed = write(whole) || write(value);
  }
  if (!placed) place(right, above);
  QColor veil = theme_.background;
  veil.setAlpha(strict ? 0 : 200);
  panel.value->setBrush(veil);
  // Where there is no such place, the digit is left out.
  const QRectF box(panel.value->topLeft->pixelPosition(),
                   panel.value->bottomRight->pixelPosition());
  for (QCPItemText* budget : panel.budgets)
    budget->setVisible(!box.intersects(
        QRectF(budget->topLeft->pixelPosition(), budget->bottomRight->pixelPosition())));
}

void OperatingCurveFigure::arrange() {
  if (!data_) return;
  if (beside_ != (viewport().width() >= viewport().height() * 1.2) && shown_.size() > 1) rebuild();
  for (Panel& panel : panels_) placeMarker(panel);
}

QPointF OperatingCurveFigure::markerPixel(int panel) const {
  const Panel& p = panels_[static_cast<std::size_t>(panel)];
  return {p.rect->axis(QCPAxis::atBottom)->coordToPixel(point_.meanLoops),
          p.rect->axis(QCPAxis::atLeft)->coordToPixel(valueOf(point_, p.quality))};
}

OperatingCurveFigure::Panel* OperatingCurveFigure::panelAt(const QPointF& pixel) {
  for (Panel& panel : panels_)
    if (panel.rect->rect().contains(pixel.toPoint())) return &panel;
  return nullptr;
}

void OperatingCurveFigure::dragTo(const QPointF& pixel) {
  if (panels_.empty()) return;
  // Beside each other the pointer may leave its panel: the panel it is over, or the nearest,
  // counts.
  Panel* panel = panelAt(pixel);
  if (!panel)
    panel = &*std::min_element(panels_.begin(), panels_.end(), [&](const Panel& a, const Panel& b) {
      const auto far = [&](const Panel& p) {
        return std::abs(p.rect->rect().center().x() - pixel.x());
      };
      return far(a) < far(b);
    });
  const double loops = panel->rect->axis(QCPAxis::atBottom)->pixelToCoord(pixel.x());
  emit thresholdWanted(thresholdFor(data_->curve.gate, loops, point_.setting));
}

void OperatingCurveFigure::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton && panelAt(event->position())) {
    dragging_ = true;
    dragTo(event->position());
  }
  QCustomPlot::mousePressEvent(event);
}

void OperatingCurveFigure::mouseMoveEvent(QMouseEvent* event) {
  if (dragging_) dragTo(event->position());
  setCursor(dragging_ || panelAt(event->position()) ? Qt::SizeHorCursor : Qt::ArrowCursor);
  QCustomPlot::mouseMoveEvent(event);
}

void OperatingCurveFigure::mouseReleaseEvent(QMouseEvent* event) {
  dragging_ = false;
  QCustomPlot::mouseReleaseEvent(event);
}

void OperatingCurveFigure::keyPressEvent(QKeyEvent* event) {
  int step = 0;
  switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
      step = -1;
      break;
    case Qt::Key_Right:
    case Qt::Key_Up:
      step = 1;
      break;
    case Qt::Key_PageDown:
      step = -10;
      break;
    case Qt::Key_PageUp:
      step = 10;
      break;
    case Qt::Key_Home:
      step = -kQSteps;
      break;
    case Qt::Key_End:
      step = kQSteps;
      break;
    default:
      return QCustomPlot::keyPressEvent(event);
  }
  if (!data_) return;
  const int now = static_cast<int>(std::lround(std::min(1.0, point_.setting) * kQSteps));
  emit thresholdWanted(static_cast<double>(std::clamp(now + step, 0, kQSteps)) / kQSteps);
}

void OperatingCurveFigure::resizeEvent(QResizeEvent* event) {
  QCustomPlot::resizeEvent(event);
  arrange();
}

}  // namespace ouroscope
