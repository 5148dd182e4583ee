// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/plots/LensCurvesFigure.h"

#include <algorithm>
#include <cmath>

#include "core/analysis/LensTable.h"
#include "ui/base/TokenLabels.h"
#include "ui/figures/base/PlotStyle.h"
#include "ui/figures/base/SwatchLegend.h"
#include "ui/figures/base/TokenTicker.h"
#include "ui/figures/plots/TextFlow.h"

namespace ouroscope {
namespace {

constexpr std::size_t kMostWords = kMostSeries;
/// Colours close to that of the exit line come last.
constexpr int kSeries[kMostSeries] = {0, 2, 3, 4, 7, 6, 5, 1};

}  // namespace

int lensFigureToken(const Trace& trace, const FigureRecipe& recipe) {
  return recipe.token < 0 ? trace.tokens() - 1 : std::min(recipe.token, trace.tokens() - 1);
}

std::vector<std::int32_t> lensFigureWords(const Trace& trace, const FigureRecipe& recipe) {
  std::vector<std::int32_t> ids;
  const auto add = [&](std::int32_t id) {
    if (id >= 0 && ids.size() < kMostWords && std::find(ids.begin(), ids.end(), id) == ids.end())
      ids.push_back(id);
  };
  for (const QString& word : recipe.words) add(wordId(trace, word.toStdString()));
  if (!ids.empty()) return ids;  // what was asked for, and nothing else
  for (const std::int32_t id : lensWords(trace, lensFigureToken(trace, recipe))) add(id);
  return ids;
}

QStringList recordedWords(const Trace& trace, const QStringList& words) {
  QStringList out;
  for (const QString& word : words)
    if (wordId(trace, word.toStdString()) >= 0) out << word;
  return out;
}

LensCurvesFigure::LensCurvesFigure(QWidget* parent)
    : QCustomPlot(parent), theme_(FigureTheme::light()) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setMinimumSize(160, 120);
  addMovingLayer(*this, "exit");
  // A figure is drawn in other sizes than the one that it was made in.
  connect(this, &QCustomPlot::afterLayout, this, &LensCurvesFigure::placeNames);
  setTheme(theme_);
}

void LensCurvesFigure::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  stylePlot(*this, theme);
  if (trace_) rebuild();
}

void LensCurvesFigure::setTrace(TracePtr trace, const FigureRecipe& recipe) {
  trace_ = std::move(trace);
  recipe_ = recipe;
  rebuild();
}

void LensCurvesFigure::setToken(int token) {
  recipe_.token = token;
  rebuild();
}

void LensCurvesFigure::setReadout(const Readout& readout) {
  recipe_.rule = readout.rule;
  if (!trace_ || !exitMark_ || readout.loop.empty()) return;
  markExit(readout.loop[static_cast<std::size_t>(lensFigureToken(*trace_, recipe_))]);
  layer("exit")->replot();
}

void LensCurvesFigure::markExit(int loop) {
  exitMark_->start->setCoords(loop + 1, 0);
  exitMark_->end->setCoords(loop + 1, 1);
}

void LensCurvesFigure::rebuild() {
  clearPlottables();
  clearItems();
  exitMark_ = nullptr;
  names_.clear();
  if (!trace_) return replot(QCustomPlot::rpQueuedReplot);
  const Trace& trace = *trace_;
  const int token = lensFigureToken(trace, recipe_);
  const int loops = trace.loops();
  const LensQuantity quantity = lensQuantityFromName(recipe_.lensQuantity.toStdString());

  const std::vector<std::int32_t> ids = lensFigureWords(trace, recipe_);
  double low = std::numeric_limits<double>::infinity(), high = -low;
  struct End {
    int loop;  ///< from 1
    double y;
    QString text;
    QColor colour;
  };
  std::vector<End> ends;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const LensCurve curve = lensCurve(trace, token, ids[i], quantity);
    QCPGraph* graph = addGraph();
    const int series = kSeries[i];
    const QColor colour = seriesColour(series, theme_);
    graph->setPen(seriesPen(series, theme_));
    graph->setScatterStyle(seriesMarker(series, theme_));
    graph->setName(tokenDisplayText(curve.bytes));
    double end = std::nan("");
    int last = 0;
    for (int r = 0; r < loops; ++r) {
      const double v = curve.values[static_cast<std::size_t>(r)];
      graph->addData(r + 1, v);  // a NaN breaks the line: the word was below what was kept
      if (std::isnan(v)) continue;
      low = std::min(low, v);
      high = std::max(high, v);
      end = v;
      last = r + 1;
    }
    if (!std::isnan(end)) ends.push_back({last, end, tokenLabel(trace_, curve.bytes, 14), colour});
  }
  if (low > high) low = 0, high = 1;

  countLoops(xAxis, loops);
  if (theme_.paper) {
    // Beside the text in the window; alone on paper.
    const QString word = tokenLabel(trace_, trace.columns().tokenBytes[token]);
    setTitle(xAxis,
             {tr("Loop, after token %1 \u201c%2\u201d").arg(QString::number(token + 1), word),
              tr("Loop, after \u201c%1\u201d").arg(word), tr("Loop")});
  } else {
    setTitle(xAxis, {tr("Loop")});
  }
  // Room at the right for the words' names, so that no legend is needed.
  xAxis->setRange(0.7, loops + 0.3 + std::max(0.5, loops * 0.22));
  yAxis->setRangeReversed(quantity == LensQuantity::Rank);
  if (quantity == LensQuantity::Rank) {
    yAxis->setScaleType(QCPAxis::stLogarithmic);
    yAxis->setTicker(QSharedPointer<QCPAxisTickerLog>(new QCPAxisTickerLog));
    yAxis->setNumberFormat("f");
    yAxis->setNumberPrecision(0);
    yAxis->setRange(0.8, std::max(10.0, high * 1.3));
    setTitle(yAxis, {tr("Rank of the word"), tr("Rank")});
  } else {
    yAxis->setScaleType(QCPAxis::stLinear);
    yAxis->setTicker(QSharedPointer<Apart<QCPAxisTicker>>::create(yAxis));
    yAxis->setNumberFormat("gb");
    yAxis->setNumberPrecision(3);
    const double pad = std::max(1e-3, 0.08 * (high - low));
    if (quantity == LensQuantity::Prob)
      yAxis->setRange(-0.03, 1.05);
    else
      yAxis->setRange(low - pad, std::max(high + pad, 0.02));
    setTitle(yAxis,
             quantity == LensQuantity::Prob
                 ? QStringList{tr("Probability")}
                 : QStringList{tr("Log-probability (nats)"), tr("Log-prob. (nats)"), tr("nats")});
  }

  // Names at the right end; where, is known with the height (placeNames).
  std::sort(ends.begin(), ends.end(), [](const End& a, const End& b) { return a.y > b.y; });
  const double beside = loops + 0.18 + loops * 0.012;
  for (const End& end : ends) {
    QCPItemLine* leader = nullptr;
    if (end.loop < loops) {  // a curve that ends earlier is led to its name
      leader = new QCPItemLine(this);
      QColor faint = end.colour;
      faint.setAlphaF(0.55F);
      leader->setPen(QPen(faint, theme_.paper ? 0.5 : 0.8, Qt::DotLine));
      leader->start->setCoords(end.loop, end.y);
      leader->end->setCoords(beside, end.y);
    }
    auto* name = new QCPItemText(this);
    name->setClipToAxisRect(false);  // many names reach over a low plot
    name->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    name->position->setCoords(beside, end.y);
    name->setText(end.text);
    name->setFont(theme_.font);
    name->setColor(theme_.inked(end.colour));
    name->setPadding(QMargins(2, 0, 0, 0));
    names_.push_back({name, leader, end.y});
  }

  exitMark_ = new QCPItemLine(this);
  exitMark_->setLayer("exit");
  exitMark_->setPen(QPen(theme_.accent, theme_.paper ? 1.0 : 1.5));
  for (QCPItemPosition* p : {exitMark_->start, exitMark_->end})
    p->setTypeY(QCPItemPosition::ptAxisRectRatio);
  const int trained = trace.info().loopsTrained;
  const QPen trainedPen(theme_.text, 0.8, Qt::DashLine);
  // On paper nothing moves when a slider does: the line needs words.
  if (theme_.paper) {
    if (!legend_) legend_ = SwatchLegend::above(this);
    std::vector<SwatchLegend::Entry> entries{
        {Qt::NoBrush, exitMark_->pen(), tr("loop that is read")}};
    if (trained < loops)
      entries.push_back({Qt::NoBrush, trainedPen, tr("trained with %1").arg(trained)});
    legend_->setEntries(std::move(entries), theme_);
  }
  if (trained < loops) {
    auto* line = new QCPItemLine(this);
    line->setPen(trainedPen);
    for (QCPItemPosition* p : {line->start, line->end})
      p->setTypeY(QCPItemPosition::ptAxisRectRatio);
    line->start->setCoords(trained + 0.5, 0);
    line->end->setCoords(trained + 0.5, 1);
    if (!theme_.paper)
      setTitle(xAxis, {tr("Loop (dashed: trained with %1)").arg(trained), tr("Loop")});
  }
  // One token's loop: a readout of a long trace at every hover would be felt.
  const std::vector<float> gates = trace.gateLogits(recipe_.rule.gate);
  const int run = trace.columns().loopsRun[static_cast<std::size_t>(token)];
  const int allowed = recipe_.rule.budget > 0 ? std::min(recipe_.rule.budget, run) : run;
  markExit(exitLoop(std::span(gates).subspan(trace.at(token, 0), static_cast<std::size_t>(allowed)),
                    recipe_.rule.q));
  replot(QCustomPlot::rpQueuedReplot);
}

/// Pushed apart where curves meet.
void LensCurvesFigure::placeNames() {
  const bool rank = yAxis->scaleType() == QCPAxis::stLogarithmic;
  const auto toAxis = [&](double y) { return rank ? std::log(std::max(0.8, y)) : y; };
  const double low = toAxis(yAxis->range().lower);
  const double gap = (toAxis(yAxis->range().upper) - low) * QFontMetricsF(theme_.font).height() *
                     0.95 / std::max(60, axisRect()->height());
  std::vector<double> at;
  for (const Name& each : names_) at.push_back(toAxis(each.y));
  for (std::size_t i = 1; i < at.size(); ++i) at[i] = std::min(at[i], at[i - 1] - gap);
  for (std::size_t i = at.size(); i-- > 0;)
    at[i] = std::max(at[i], low + gap * (0.5 + static_cast<double>(at.size() - 1 - i)));
  for (std::size_t i = 0; i < at.size(); ++i) {
    const double y = rank ? std::exp(at[i]) : at[i];
    names_[i].text->position->setCoords(names_[i].text->position->key(), y);
    if (QCPItemLine* leader = names_[i].leader) leader->end->setCoords(leader->end->key(), y);
  }
}

int LensCurvesFigure::loopAt(const QPointF& pixel) const {
  if (!trace_ || !axisRect()->rect().contains(pixel.toPoint())) return -1;
  const int loop = static_cast<int>(std::lround(xAxis->pixelToCoord(pixel.x()))) - 1;
  return loop >= 0 && loop < trace_->loops() ? loop : -1;
}

void LensCurvesFigure::mouseMoveEvent(QMouseEvent* event) {
  emit loopHovered(loopAt(event->position()));
  QCustomPlot::mouseMoveEvent(event);
}

void LensCurvesFigure::mouseReleaseEvent(QMouseEvent* event) {
  QCustomPlot::mouseReleaseEvent(event);
  if (const int loop = loopAt(event->position()); loop >= 0 && event->button() == Qt::LeftButton)
    emit loopClicked(loop);
}

void LensCurvesFigure::leaveEvent(QEvent* event) {
  emit loopHovered(-1);
  QCustomPlot::leaveEvent(event);
}

}  // namespace ouroscope
