// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/plots/AblationFigure.h"

#include <algorithm>
#include <cmath>

#include "core/analysis/Computed.h"
#include "ui/figures/base/PlotStyle.h"
#include "ui/figures/base/SwatchLegend.h"
#include "ui/figures/base/TokenTicker.h"

namespace ouroscope {

AblationPtr ablationOf(const TracePtr& trace, AblationBy by, std::stop_token stop,
                       const ProgressFn& progress) {
  static Computed<AblationBy, AblationTable> computed;
  return computed.get(trace, by,
                      [&] { return ablationTable(*trace, by, 1000, 0.01, stop, progress); });
}

AblationFigure::AblationFigure(QWidget* parent)
    : QCustomPlot(parent), theme_(FigureTheme::light()), legend_(SwatchLegend::above(this)) {
  setMinimumSize(160, 120);
  setTheme(theme_);
}

void AblationFigure::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  stylePlot(*this, theme);
  rebuild();
}

void AblationFigure::setTable(AblationPtr table, int group) {
  table_ = std::move(table);
  group_ = group;
  rebuild();
}

void AblationFigure::rebuild() {
  clearPlottables();
  clearItems();
  legend_->setEntries({}, theme_);
  const bool drawn = table_ && group_ >= 0 && group_ < std::ssize(table_->groups) &&
                     !table_->groups[static_cast<std::size_t>(group_)].ablation.rows.empty();
  for (QCPAxis* axis : {xAxis, yAxis}) axis->setVisible(drawn);
  if (!drawn) return replot(QCustomPlot::rpQueuedReplot);
  const AblationGroup& group = table_->groups[static_cast<std::size_t>(group_)];
  const int loops = static_cast<int>(group.meanLoss.size());

  auto* helped = new QCPBars(xAxis, yAxis);
  auto* hurt = new QCPBars(xAxis, yAxis);
  auto* gain = addGraph();
  auto* errors = new QCPErrorBars(xAxis, yAxis);
  errors->setDataPlottable(gain);
  double low = 0, high = 0;
  bool intervals = false;
  for (std::size_t i = 0; i < group.ablation.rows.size(); ++i) {
    const LoopAblationRow& row = group.ablation.rows[i];
    const double up = row.helpedNats / group.tokens, down = -row.hurtNats / group.tokens;
    const double x = row.loop + 1;
    helped->addData(x, up);
    hurt->addData(x, down);
    gain->addData(x, row.meanGainNats);
    const Interval& interval = group.gain[i];
    const bool known = !std::isnan(interval.low);
    intervals = intervals || known;
    errors->addData(known ? row.meanGainNats - interval.low : 0,
                    known ? interval.high - row.meanGainNats : 0);
    low = std::min({low, down, known ? interval.low : 0});
    high = std::max({high, up, known ? interval.high : 0});
  }
  if (high - low < 1e-6) high = low + 1;
  for (const auto& [bars, colour] :
       {std::pair{helped, helpColour(theme_)}, {hurt, hurtColour(theme_)}}) {
    QColor fill = colour;
    fill.setAlpha(theme_.paper ? 255 : 215);
    bars->setBrush(fill);
    bars->setPen(Qt::NoPen);
    bars->setWidth(0.62);
  }
  gain->setLineStyle(QCPGraph::lsNone);
  gain->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDiamond, QPen(theme_.background, 1),
                                        QBrush(theme_.text), theme_.paper ? 7 : 10));
  errors->setVisible(intervals);
  errors->setPen(QPen(theme_.text, theme_.paper ? theme_.lineWidth * 1.3 : 1.5));
  errors->setWhiskerWidth(theme_.paper ? 5 : 8);
  errors->setSymbolGap(0);

  const double pad = 0.08 * (high - low);
  xAxis->setRange(1.5, loops + 0.5);
  countLoops(xAxis, loops);
  xAxis->grid()->setVisible(false);
  yAxis->setRange(low - pad, high + 3.6 * pad);
  yAxis->grid()->setZeroLinePen(QPen(theme_.axis, theme_.lineWidth));
  yAxis->setNumberFormat("gb");
  yAxis->setNumberPrecision(3);
  xAxis->setLabel(tr("Loop added"));
  setTitle(yAxis, {tr("Gain (nats per token)"), tr("Gain (nats)")});

  // Where extra loops stop helping: everything above the best loop is shaded.
  const double edge = group.ablation.bestLoop + 1.5;
  if (group.ablation.bestLoop + 1 < loops) {
    auto* beyond = new QCPItemRect(this);
    beyond->setPen(Qt::NoPen);
    QColor shade = theme_.text;
    shade.setAlpha(16);
    beyond->setBrush(shade);
    beyond->setLayer("background");
    for (QCPItemPosition* p : {beyond->topLeft, beyond->bottomRight})
      p->setTypeY(QCPItemPosition::ptAxisRectRatio);
    beyond->topLeft->setCoords(std::max(1.5, edge), 0);
    beyond->bottomRight->setCoords(loops + 0.5, 1);
  }
  auto* best = new QCPItemText(this);
  best->setText(tr("lowest loss at loop %1").arg(group.ablation.bestLoop + 1));
  best->setFont(theme_.font);
  best->setColor(theme_.text);
  best->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
  // Beside the line, on the side where there is more room.
  const bool right = edge < 0.5 * (2 + loops);
  best->setPositionAlignment((right ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignTop);
  best->position->setCoords(std::clamp(edge, 1.5, loops + 0.5), 0.01);
  best->setPadding(QMargins(4, 1, 4, 1));
  if (edge > 1.5 && edge < loops + 0.5) {
    auto* line = new QCPItemLine(this);
    line->setPen(QPen(theme_.text, theme_.lineWidth, Qt::DashLine));
    for (QCPItemPosition* p : {line->start, line->end})
      p->setTypeY(QCPItemPosition::ptAxisRectRatio);
    line->start->setCoords(edge, 0);
    line->end->setCoords(edge, 1);
  }
  std::vector<SwatchLegend::Entry> entries{
      {helpColour(theme_), {}, tr("helped")},
      {hurtColour(theme_), {}, tr("hurt")},
      {Qt::NoBrush, QPen(theme_.text, theme_.paper ? theme_.lineWidth * 1.3 : 1.5),
       intervals ? tr("mean gain, 95 % bootstrap over tokens") : tr("mean gain")}};
  if (group.ablation.bestLoop + 1 < loops) {
    QColor shade = theme_.text;
    shade.setAlpha(16);
    entries.push_back({shade, {}, tr("past the lowest loss")});
  }
  legend_->setEntries(std::move(entries), theme_);
  replot(QCustomPlot::rpQueuedReplot);
}

}  // namespace ouroscope
