// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/plots/GateFigure.h"

#include <algorithm>
#include <cmath>

#include "ui/figures/base/PlotStyle.h"
#include "ui/figures/base/SwatchLegend.h"
#include "ui/figures/base/TokenTicker.h"

namespace ouroscope {
namespace {

constexpr double kBar = 0.36, kOffset = 0.19;
const double kNone = std::nan("");

}  // namespace

GateFigure::GateFigure(QWidget* parent) : QCustomPlot(parent), theme_(FigureTheme::light()) {
  setMouseTracking(true);
  setMinimumSize(160, 120);
  setAutoAddPlottableToLegend(false);
  addMovingLayer(*this, "pointer");
  legend_ = SwatchLegend::below(this);
  setTheme(theme_);
}

void GateFigure::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  plotLayout()->setRowSpacing(theme.paper ? 2 : 4);
  stylePlot(*this, theme);
  rebuild();
}

void GateFigure::clear() {
  loops_ = 0;
  rebuild();
}

void GateFigure::setToken(const ExitDistribution& d, int loops) {
  loops_ = loops;
  const auto bars = [](const std::vector<double>& values) {
    std::vector<Bar> out;
    for (const double v : values) out.push_back({v, kNone, kNone});
    return out;
  };
  lambda_ = bars(d.lambda);
  p_ = bars(d.p);
  cdf_ = bars(d.cdf);
  last_ = static_cast<int>(d.p.size()) - 1;
  rebuild();
}

void GateFigure::setAverages(const GateAverages& averages) {
  const auto bars = [](const std::vector<Spread>& spreads) {
    std::vector<Bar> out;
    for (const Spread& s : spreads) out.push_back({s.mean, s.lower, s.upper});
    return out;
  };
  lambda_ = bars(averages.lambda);
  p_ = bars(averages.p);
  cdf_ = bars(averages.cdf);
  loops_ = static_cast<int>(p_.size());
  last_ = loops_ - 1;
  rebuild();
}

void GateFigure::setThreshold(double q, int exitLoop) {
  q_ = q;
  exit_ = exitLoop;
  if (!threshold_) return;
  threshold_->setVisible(q < 1);
  threshold_->start->setCoords(0, q);
  threshold_->end->setCoords(1, q);
  exitMark_->setVisible(exitLoop >= 0);
  exitMark_->start->setCoords(exitLoop + 1, 0);
  exitMark_->end->setCoords(exitLoop + 1, 1);
  layer("pointer")->replot();
}

void GateFigure::setHoveredLoop(int loop) {
  if (!hover_) return;
  hover_->setVisible(loop >= 0 && loop < loops_);
  hover_->topLeft->setCoords(loop + 0.5, 0);
  hover_->bottomRight->setCoords(loop + 1.5, 1);
  layer("pointer")->replot();
}

void GateFigure::drawBars(const std::vector<Bar>& bars, double offset, const QColor& colour,
                          const QString& name, const QString& lastName, Qt::BrushStyle lastStyle) {
  auto* plain = new QCPBars(xAxis, yAxis);
  auto* special = new QCPBars(xAxis, yAxis);
  for (QCPBars* b : {plain, special}) {
    b->setWidth(kBar);
    b->setPen(QPen(colour, theme_.paper ? 0.8 : 1.2, b == special ? Qt::DashLine : Qt::SolidLine));
    b->setBrush(b == plain ? QBrush(colour) : QBrush(colour, lastStyle));
  }
  plain->setName(name);
  special->setName(lastName);
  for (std::size_t r = 0; r < bars.size(); ++r)
    if (std::isfinite(bars[r].value))
      (static_cast<int>(r) == last_ ? special : plain)
          ->addData(static_cast<double>(r) + 1 + offset, bars[r].value);
  named_.insert(named_.end(), {plain, special});
}

void GateFigure::drawWhiskers(const std::vector<Bar>& bars, double offset) {
  auto* whiskers = new QCPCurve(xAxis, yAxis);
  whiskers->setPen(QPen(theme_.text, theme_.paper ? 0.8 : 1.2));
  int t = 0;
  for (std::size_t r = 0; r < bars.size(); ++r) {
    if (!std::isfinite(bars[r].lower) || !std::isfinite(bars[r].upper)) continue;
    const double x = static_cast<double>(r) + 1 + offset;
    const auto stroke = [&](double x0, double y0, double x1, double y1) {
      whiskers->addData(t++, x0, y0);
      whiskers->addData(t++, x1, y1);
      whiskers->addData(t++, kNone, kNone);  // lifts the pen
    };
    stroke(x, bars[r].lower, x, bars[r].upper);
    stroke(x - 0.06, bars[r].lower, x + 0.06, bars[r].lower);
    stroke(x - 0.06, bars[r].upper, x + 0.06, bars[r].upper);
  }
}

void GateFigure::rebuild() {
  named_.clear();
  clearPlottables();
  clearItems();
  threshold_ = exitMark_ = nullptr;
  hover_ = nullptr;
  if (loops_ == 0) return replot(QCustomPlot::rpQueuedReplot);

  countLoops(xAxis, loops_);
  xAxis->setRange(0.4, loops_ + 0.6);
  xAxis->setLabel(tr("Loop"));
  xAxis->grid()->setVisible(false);
  yAxis->setRange(0, 1.04);
  setTitle(yAxis, {tr("Probability"), tr("Prob.")});

  const bool spread =
      std::any_of(p_.begin(), p_.end(), [](const Bar& b) { return std::isfinite(b.lower); });
  drawBars(lambda_, -kOffset, seriesColour(4, theme_), tr("Gate \u03bb"),
           tr("\u03bb of the last loop, unused"), Qt::NoBrush);
  drawBars(p_, kOffset, seriesColour(0, theme_), tr("Exit probability p"), tr("Remainder p"),
           Qt::BDiagPattern);
  QCPGraph* cdf = addGraph();
  cdf->setName(spread ? tr("CDF (whiskers: quartiles)") : tr("CDF"));
  cdf->setPen(QPen(theme_.text, theme_.paper ? 1.1 : 1.8));
  cdf->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, theme_.paper ? 4 : 6));
  for (std::size_t r = 0; r < cdf_.size(); ++r)
    cdf->addData(static_cast<double>(r) + 1, cdf_[r].value);
  named_.push_back(cdf);
  if (spread) {
    drawWhiskers(lambda_, -kOffset);
    drawWhiskers(p_, kOffset);
  }

  threshold_ = new QCPItemLine(this);
  exitMark_ = new QCPItemLine(this);
  hover_ = new QCPItemRect(this);
  for (QCPAbstractItem* item :
       std::initializer_list<QCPAbstractItem*>{threshold_, exitMark_, hover_})
    item->setLayer("pointer");
  threshold_->setPen(QPen(theme_.text, 1, Qt::DashLine));
  for (QCPItemPosition* p : {threshold_->start, threshold_->end})
    p->setTypeX(QCPItemPosition::ptAxisRectRatio);
  exitMark_->setPen(QPen(theme_.accent, 1, Qt::DotLine));
  for (QCPItemPosition* p : {exitMark_->start, exitMark_->end})
    p->setTypeY(QCPItemPosition::ptAxisRectRatio);
  QColor shade = theme_.text;
  shade.setAlpha(26);
  hover_->setPen(Qt::NoPen);
  hover_->setBrush(shade);
  hover_->setVisible(false);
  for (QCPItemPosition* p : {hover_->topLeft, hover_->bottomRight})
    p->setTypeY(QCPItemPosition::ptAxisRectRatio);
  setThreshold(q_, exit_);
  std::vector<SwatchLegend::Entry> entries;
  for (const QCPAbstractPlottable* each : named_) entries.push_back(SwatchLegend::entryOf(*each));
  legend_->setEntries(std::move(entries), theme_);
  replot(QCustomPlot::rpQueuedReplot);
}

QPointF GateFigure::barPixel(int loop) const {
  return {xAxis->coordToPixel(loop + 1 + kOffset),
          yAxis->coordToPixel(p_[static_cast<std::size_t>(loop)].value / 2)};
}

int GateFigure::loopAt(const QPointF& pixel) const {
  if (loops_ == 0 || !axisRect()->rect().contains(pixel.toPoint())) return -1;
  const int loop = static_cast<int>(std::lround(xAxis->pixelToCoord(pixel.x()))) - 1;
  return loop >= 0 && loop < loops_ ? loop : -1;
}

void GateFigure::mouseMoveEvent(QMouseEvent* event) {
  emit loopHovered(loopAt(event->position()));
  QCustomPlot::mouseMoveEvent(event);
}

void GateFigure::mouseReleaseEvent(QMouseEvent* event) {
  QCustomPlot::mouseReleaseEvent(event);
  if (const int loop = loopAt(event->position()); loop >= 0 && event->button() == Qt::LeftButton)
    emit loopClicked(loop);
}

void GateFigure::leaveEvent(QEvent* event) {
  emit loopHovered(-1);
  QCustomPlot::leaveEvent(event);
}

}  // namespace ouroscope
