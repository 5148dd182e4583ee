// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/plots/TokenLoopPlot.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/figures/base/PlotStyle.h"
#include "ui/figures/plots/TextFlow.h"

namespace ouroscope {
namespace {

QCPColorGradient gradientOf(const ColourMap& map) {
  QCPColorGradient gradient;
  gradient.clearColorStops();
  for (int i = 0; i <= 32; ++i) gradient.setColorStopAt(i / 32.0, QColor(map.at(i / 32.0)));
  return gradient;
}

}  // namespace

TokenLoopPlot::TokenLoopPlot(QWidget* parent)
    : QCustomPlot(parent), theme_(FigureTheme::light()), tokenTicker_(new TokenTicker) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setMinimumSize(160, 160);  // lower ones cut their own labels
  scale_ = new QCPColorScale(this);
  scale_->setType(QCPAxis::atRight);
  scale_->setBarWidth(10);
  scaleEnds_ = new ScaleEnds(scale_);
  plotLayout()->addElement(0, 1, scale_);
  auto* group = new QCPMarginGroup(this);
  axisRect()->setMarginGroup(QCP::msBottom | QCP::msTop, group);
  scale_->setMarginGroup(QCP::msBottom | QCP::msTop, group);
  addMovingLayer(*this, "exit");
  addMovingLayer(*this, "pointer");
  connect(xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this,
          [this](const QCPRange& r) {
            if (tokenAxis() == xAxis) clampRange(r);
          });
  connect(yAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this,
          [this](const QCPRange& r) {
            if (tokenAxis() == yAxis) clampRange(r);
          });
  setTheme(theme_);
}

TokenLoopPlot::Frame TokenLoopPlot::frameOf(const TracePtr& trace) {
  if (!trace) return {};
  Frame frame;
  frame.tokens = trace->tokens();
  frame.loops = trace->loops();
  frame.trained = trace->info().loopsTrained;
  frame.prompt = trace->info().promptTokens;
  frame.label = [trace](int token) {
    return tokenDisplayText(trace->columns().tokenBytes[static_cast<std::size_t>(token)]);
  };
  return frame;
}

void TokenLoopPlot::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  setBackground(theme.background);
  axisRect()->setBackground(theme.background);
  const QPen pen(theme.axis, theme.lineWidth);
  for (QCPAxis* axis : {xAxis, yAxis, xAxis2, yAxis2, scale_->axis()}) {
    axis->setBasePen(pen);
    axis->setTickPen(pen);
    axis->setSubTickPen(Qt::NoPen);
    axis->setTickLabelColor(theme.text);
    axis->setLabelColor(theme.text);
    axis->setTickLabelFont(theme.font);
    axis->setLabelFont(theme.font);
    axis->grid()->setVisible(false);
    axis->setTickLength(0, 3);
    axis->setLabelPadding(3);
    axis->setTickLabelPadding(3);
    axis->setOffset(1);  // beside the cells: a line on their edge would hide the first and the last
  }
  if (!framed()) return;
  buildAxes();
  recolour();
  placeMarks();
  replot(QCustomPlot::rpQueuedReplot);
}

void TokenLoopPlot::setFrame(Frame frame) {
  const bool turned = cells_ && frame.loopsVertical != frame_.loopsVertical;
  frame_ = std::move(frame);
  if (turned || !cells_) {
    clearItems();
    clearGraphs();
    if (cells_) removePlottable(cells_);
    marks_.clear();
    bands_.clear();
    cells_ = new PooledHeatmap(tokenAxis(), loopAxis());
    makeLines();
    for (QCPItemRect** rect : {&selection_, &hover_, &rubber_}) {
      *rect = new QCPItemRect(this);
      (*rect)->setLayer("pointer");
      (*rect)->setVisible(false);
      (*rect)->topLeft->setAxes(xAxis, yAxis);
      (*rect)->bottomRight->setAxes(xAxis, yAxis);
      (*rect)->setClipToAxisRect(true);
    }
  }
  if (!framed()) {
    cells_->setValues({}, 0);
    return;
  }
  buildAxes();
  placeMarks();
  updateLabels();
  placeRect(selection_, selectedToken_, selectedLoop_);
  placeBands();
}

QCPGraph* TokenLoopPlot::addStepLine() {
  QCPGraph* line = addGraph(tokenAxis(), loopAxis());
  line->setLineStyle(QCPGraph::lsStepCenter);
  line->setLayer("exit");
  line->setAntialiased(false);
  return line;
}

void TokenLoopPlot::setCells(std::vector<float> values, double low, double high,
                             const ColourMap& map, Pooling pooling, bool logarithmic) {
  cells_->setLook(&map, pooling, theme_.missing);
  cells_->setLimits(low, high, logarithmic);
  cells_->setValues(std::move(values), frame_.loops);
  const auto [first, last] = shownTokens();
  const PooledHeatmap::Outside outside = cells_->outside(first, last);
  scaleEnds_->setEnds(outside.below > 0, outside.above > 0, map);
  scale_->setGradient(gradientOf(map));
  if (!logarithmic) {
    scale_->axis()->setTicker(QSharedPointer<Apart<QCPAxisTicker>>::create(scale_->axis()));
    scale_->setDataRange(QCPRange(low, high));
    return;
  }
  // The bar is linear in log(1 + value); its ticks say the values.
  const QSharedPointer<QCPAxisTickerText> ticks(new QCPAxisTickerText);
  for (double value = 0; value <= high; value = value < 1 ? 1 : value * 10)
    ticks->addTick(std::log1p(value), locale().toString(value, 'f', 0));
  scale_->axis()->setTicker(ticks);
  scale_->setDataRange(QCPRange(std::log1p(std::max(0.0, low)), std::log1p(high)));
}

void TokenLoopPlot::setScale(const QStringList& wordings, bool shown) {
  if (!shown) removeScale();
  scaleTitles_ = wordings;
  updateLabels();
}

void TokenLoopPlot::removeScale() {
  // Hidden alone, it would still take its place in the layout.
  if (!scale_->layout()) return;
  scale_->setMarginGroup(QCP::msBottom | QCP::msTop, nullptr);
  plotLayout()->take(scale_);
  plotLayout()->simplify();
  scale_->setVisible(false);
}

void TokenLoopPlot::buildAxes() {
  QCPAxis *tokens = tokenAxis(), *loops = loopAxis();
  tokenTicker_->setLabels(frame_.tokens, frame_.label);
  tokens->setTicker(tokenTicker_);
  countLoops(loops, frame_.loops);
  loops->setTickLabelRotation(0);
  loops->setTicks(frame_.loopLabels);
  loops->setTickLabels(frame_.loopLabels);
  tokens->setLabel({});
  loops->setRangeReversed(false);
  tokens->setRangeReversed(!frame_.loopsVertical);  // tokens downwards, in reading order
  loops->setRange(0.5, frame_.loops + 0.5);
  const int last =
      frame_.lastToken < 0 ? frame_.tokens - 1 : std::min(frame_.lastToken, frame_.tokens - 1);
  clamping_ = true;
  tokens->setRange(frame_.firstToken - 0.5, std::max(last, frame_.firstToken) + 0.5);
  clamping_ = false;
  axisRect()->setupFullAxesBox(false);
  for (QCPAxis* axis : {xAxis2, yAxis2}) {
    axis->setTicks(false);
    axis->setTickLabels(false);
  }
}

QCPItemLine* TokenLoopPlot::markLine(double token0, double loop0, double token1, double loop1,
                                     const QPen& pen) {
  auto* item = new QCPItemLine(this);
  item->setLayer("exit");
  item->setPen(pen);
  item->setClipToAxisRect(true);
  const auto place = [&](QCPItemPosition* p, double token, double loop) {
    p->setAxes(xAxis, yAxis);
    frame_.loopsVertical ? p->setCoords(token, loop) : p->setCoords(loop, token);
  };
  place(item->start, token0, loop0);
  place(item->end, token1, loop1);
  marks_ << item;
  return item;
}

void TokenLoopPlot::placeMarks() {
  for (QCPAbstractItem* mark : marks_) removeItem(mark);
  marks_.clear();
  const double T = frame_.tokens - 0.5, R = frame_.loops + 0.5;
  const int trained = frame_.trained, prompt = frame_.prompt;
  const QCPRange shown = tokenAxis()->range();
  // Lines stay inside what is shown: an SVG has no clip paths.
  const double low = std::max(-0.5, shown.lower), high = std::min(T, shown.upper);
  if (trained > 0 && trained < frame_.loops)
    markLine(low, trained + 0.5, high, trained + 0.5, QPen(frame_.marks, 1.2, Qt::DashLine));
  if (prompt > 0 && prompt < frame_.tokens && prompt - 0.5 > low && prompt - 0.5 < high)
    markLine(prompt - 0.5, 0.5, prompt - 0.5, R, QPen(frame_.marks, 1.5, Qt::DotLine));
}

void TokenLoopPlot::refreshLabels() {
  if (framed()) placeMarks();
  updateLabels();
}

/// Whether every word that is shown has room within its own column.
bool TokenLoopPlot::wordsLieAcross(const QFont& font, double extent) const {
  const auto [first, last] = shownTokens();
  const QFontMetricsF metrics(font);
  const double room = extent / tokenAxis()->range().size() - metrics.height() / 3;
  if (room < metrics.height()) return false;
  for (int t = first; t <= last; ++t)
    if (metrics.horizontalAdvance(tokenTicker_->wordAt(t)) > room) return false;
  return true;
}

void TokenLoopPlot::updateLabels() {
  if (!framed()) return;
  QCPAxis* tokens = tokenAxis();
  const QFontMetricsF metrics(theme_.font);
  const bool across = frame_.loopsVertical;
  const double extent =
      std::max(1.0, static_cast<double>(across ? axisRect()->width() : axisRect()->height()));
  // A vertical label needs a line's height of the axis. On paper words become smaller before they
  // give way to numbers.
  const WordFit fit = fitWords(theme_.font, tokens->range().size(), extent, theme_.paper);
  tokenTicker_->setMost(fit.most);
  const bool words = tokens->range().size() <= fit.most;
  QFont font = theme_.font;
  if (words) font.setPointSizeF(fit.points);
  tokens->setTickLabelFont(font);
  tokens->setTickLabelRotation(across && words && !wordsLieAcross(font, extent) ? -90 : 0);
  tokens->setLabel(words ? QString() : tr("Token"));
  // A label that is longer than its axis would be cut at both ends.
  const double room =
      1.15 * static_cast<double>(across ? axisRect()->height() : axisRect()->width());
  QString label;
  if (frame_.loopLabels) {
    label = tr("Loop");
    if (frame_.trained > 0 && frame_.trained < frame_.loops) {
      const QString longer = tr("Loop (dashed: trained with %1)").arg(frame_.trained);
      if (metrics.horizontalAdvance(longer) <= room) label = longer;
    }
  }
  loopAxis()->setLabel(label);
  // A long name takes two lines rather than run over its end.
  const double height =
      std::max(40.0, static_cast<double>(scale_->axis()->orientation() == Qt::Vertical
                                             ? axisRect()->height()
                                             : axisRect()->width()));
  QString scaleTitle;
  for (const QString& title : scaleTitles_) {
    scaleTitle = title;
    if (metrics.horizontalAdvance(title) <= height) break;
    qsizetype at = title.lastIndexOf(' ', title.size() * 55 / 100);
    if (at < 0) at = title.indexOf(' ');
    if (at <= 0) continue;
    const QString first = title.left(at), second = title.mid(at + 1);
    const auto shortened = [&](const QString& line) {
      return metrics.elidedText(line, Qt::ElideRight, height);
    };
    scaleTitle = shortened(first) + '\n' + shortened(second);
    if (metrics.horizontalAdvance(first) <= height && metrics.horizontalAdvance(second) <= height)
      break;
  }
  scale_->axis()->setLabel(scaleTitle);
}

void TokenLoopPlot::clampRange(const QCPRange& range) {
  if (clamping_ || !framed()) return;
  const double low = -0.5, high = frame_.tokens - 0.5;
  QCPRange wanted = range;
  if (wanted.size() < 4) wanted = {wanted.center() - 2, wanted.center() + 2};
  if (wanted.size() > high - low) wanted = {low, high};
  if (wanted.lower < low) wanted = {low, low + wanted.size()};
  if (wanted.upper > high) wanted = {high - wanted.size(), high};
  clamping_ = true;
  tokenAxis()->setRange(wanted);
  clamping_ = false;
  placeMarks();
  updateLabels();
  emit rangeChanged(static_cast<int>(std::ceil(wanted.lower)),
                    static_cast<int>(std::floor(wanted.upper)));
}

void TokenLoopPlot::showTokens(int first, int last) {
  if (!framed()) return;
  tokenAxis()->setRange(first - 0.5, last + 0.5);
  replot(QCustomPlot::rpQueuedReplot);
}

void TokenLoopPlot::zoom(double factor, double centre) {
  if (!framed()) return;
  const QCPRange range = tokenAxis()->range();
  tokenAxis()->setRange(centre - (centre - range.lower) * factor,
                        centre + (range.upper - centre) * factor);
  replot(QCustomPlot::rpQueuedReplot);
}

QPair<int, int> TokenLoopPlot::shownTokens() const {
  if (!framed()) return {0, -1};
  const QCPRange range = tokenAxis()->range();
  return {std::max(0, static_cast<int>(std::ceil(range.lower + 0.5 - 1e-6))),
          std::min(frame_.tokens - 1, static_cast<int>(std::floor(range.upper - 0.5 + 1e-6)))};
}

bool TokenLoopPlot::zoomed() const {
  return framed() && tokenAxis()->range().size() < frame_.tokens - 0.5;
}

void TokenLoopPlot::showToken(int token) {
  const QCPRange range = tokenAxis()->range();
  if (token < 0 || (token - 0.5 >= range.lower - 1e-6 && token + 0.5 <= range.upper + 1e-6)) return;
  // As little as needed when it is near, into the middle when it is far.
  const double half = range.size() / 2;
  const bool near = token > range.lower - half && token < range.upper + half;
  const double lower = !near                    ? token - half
                       : token < range.center() ? token - 0.5
                                                : token + 0.5 - range.size();
  tokenAxis()->setRange(lower, lower + range.size());
  replot(QCustomPlot::rpQueuedReplot);
}

float TokenLoopPlot::cellValue(int token, int loop) const {
  return framed() && cells_->tokens() > token ? cells_->value(token, loop) : std::nanf("");
}

QRectF TokenLoopPlot::cellRect(int token, int loop) const {
  if (!framed()) return {};
  const auto pixel = [&](double t, double r) {
    return frame_.loopsVertical ? QPointF(xAxis->coordToPixel(t), yAxis->coordToPixel(r))
                                : QPointF(xAxis->coordToPixel(r), yAxis->coordToPixel(t));
  };
  const QRectF rect =
      QRectF(pixel(token - 0.5, loop + 0.5), pixel(token + 0.5, loop + 1.5)).normalized();
  return rect & QRectF(axisRect()->rect());
}

double TokenLoopPlot::tokenCoordinate(const QPointF& pixel) const {
  return frame_.loopsVertical ? xAxis->pixelToCoord(pixel.x()) : yAxis->pixelToCoord(pixel.y());
}

bool TokenLoopPlot::onTokenAxis(const QPointF& pixel) const {
  const QRect cells = axisRect()->rect();
  return frame_.loopsVertical
             ? pixel.y() > cells.bottom() && pixel.x() >= cells.left() && pixel.x() <= cells.right()
             : pixel.x() < cells.left() && pixel.y() >= cells.top() && pixel.y() <= cells.bottom();
}

QPair<int, int> TokenLoopPlot::cellAt(const QPointF& pixel) const {
  if (!framed() || !axisRect()->rect().contains(pixel.toPoint())) return {-1, -1};
  const double x = xAxis->pixelToCoord(pixel.x()), y = yAxis->pixelToCoord(pixel.y());
  const int token = static_cast<int>(std::lround(frame_.loopsVertical ? x : y)),
            loop = static_cast<int>(std::lround(frame_.loopsVertical ? y : x)) - 1;
  if (token < 0 || token >= frame_.tokens || loop < 0 || loop >= frame_.loops) return {-1, -1};
  const double width = std::abs(tokenCoordinate(pixel + QPointF(1, 1)) - tokenCoordinate(pixel));
  if (width <= 1 || cells_->tokens() != frame_.tokens) return {token, loop};
  const double from = std::min(tokenCoordinate(pixel), tokenCoordinate(pixel + QPointF(1, 1)));
  const int first = std::clamp(static_cast<int>(std::floor(from + 0.5)), 0, frame_.tokens - 1),
            last = std::clamp(static_cast<int>(std::ceil(from + width + 0.5)), first + 1,
                              frame_.tokens);
  const int seen = cells_->strongest(first, last, loop);
  return {seen < 0 ? token : seen, loop};
}

void TokenLoopPlot::placeRect(QCPItemRect* rect, int token, int loop) {
  if (!rect) return;
  rect->setVisible(framed() && token >= 0);
  if (!rect->visible()) return;
  const bool column = loop < 0;  // the whole token
  const double low = column ? 0.5 : loop + 0.5, high = column ? frame_.loops + 0.5 : loop + 1.5;
  if (frame_.loopsVertical) {
    rect->topLeft->setCoords(token - 0.5, high);
    rect->bottomRight->setCoords(token + 0.5, low);
  } else {
    rect->topLeft->setCoords(low, token - 0.5);
    rect->bottomRight->setCoords(high, token + 0.5);
  }
}

void TokenLoopPlot::setSelection(int token, int loop) {
  const bool moved = token != selectedToken_;
  selectedToken_ = token;
  selectedLoop_ = loop;
  if (!selection_) return;
  if (framed() && moved && drag_ == Drag::None) showToken(token);
  selection_->setPen(QPen(theme_.selection, 2));
  placeRect(selection_, token, loop);
  layer("pointer")->replot();
}

void TokenLoopPlot::setHover(int token, int loop) {
  if (!hover_) return;
  hover_->setPen(QPen(theme_.hover, 1, Qt::SolidLine));
  placeRect(hover_, token, loop);
  layer("pointer")->replot();
}

void TokenLoopPlot::setSelectedTokens(const std::vector<int>& tokens) {
  selectedTokens_ = tokens;
  if (!framed()) return;
  placeBands();
  layer("pointer")->replot();
}

void TokenLoopPlot::placeBands() {
  for (QCPItemRect* band : bands_) removeItem(band);
  bands_.clear();
  if (!framed() || selectedTokens_.size() < 2) return;
  // Runs of tokens; a selection of many scattered ones is drawn as far as it can be distinguished.
  constexpr std::size_t kMost = 400;
  const double joined = tokenAxis()->range().size() / 1000;
  for (std::size_t i = 0; i < selectedTokens_.size() && bands_.size() < kMost;) {
    std::size_t end = i + 1;
    while (end < selectedTokens_.size() &&
           selectedTokens_[end] - selectedTokens_[end - 1] <= std::max(1.0, joined))
      ++end;
    const int first = selectedTokens_[i],
              last = std::min(selectedTokens_[end - 1], frame_.tokens - 1);
    i = end;
    if (first >= frame_.tokens) break;
    auto* band = new QCPItemRect(this);
    band->setLayer("pointer");
    band->setClipToAxisRect(true);
    band->topLeft->setAxes(xAxis, yAxis);
    band->bottomRight->setAxes(xAxis, yAxis);
    band->setPen(QPen(theme_.selection, 1));
    placeRect(band, first, -1);
    if (frame_.loopsVertical)
      band->bottomRight->setCoords(last + 0.5, 0.5);
    else
      band->bottomRight->setCoords(frame_.loops + 0.5, last + 0.5);
    bands_.push_back(band);
  }
}

void TokenLoopPlot::keyPressEvent(QKeyEvent* event) {
  if (!framed()) return QCustomPlot::keyPressEvent(event);
  const auto [first, last] = shownTokens();
  int token = selectedToken_, loop = selectedLoop_;
  const bool across = frame_.loopsVertical;
  const auto along = [&, first = first](int by) {
    token = token < 0 ? first : std::clamp(token + by, 0, frame_.tokens - 1);
  };
  const auto deeper = [&, first = first](int by) {
    if (token < 0) token = first;
    // From the whole token into its first or last cell, out of the cells at neither end.
    loop = loop < 0 ? (by > 0 ? 0 : frame_.loops - 1) : std::clamp(loop + by, 0, frame_.loops - 1);
  };
  switch (event->key()) {
    case Qt::Key_Left:
      across ? along(-1) : deeper(-1);
      break;
    case Qt::Key_Right:
      across ? along(1) : deeper(1);
      break;
    case Qt::Key_Up:
      across ? deeper(1) : along(-1);
      break;
    case Qt::Key_Down:
      across ? deeper(-1) : along(1);
      break;
    case Qt::Key_Home:
      token = 0;
      break;
    case Qt::Key_End:
      token = frame_.tokens - 1;
      break;
    case Qt::Key_PageUp:
      along(-std::max(1, last - first));
      break;
    case Qt::Key_PageDown:
      along(std::max(1, last - first));
      break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_Minus: {
      const double centre = token >= first && token <= last ? token : tokenAxis()->range().center();
      return zoom(event->key() == Qt::Key_Minus ? 1.5 : 1 / 1.5, centre);
    }
    case Qt::Key_0:
      return showTokens(0, frame_.tokens - 1);
    default:
      return QCustomPlot::keyPressEvent(event);
  }
  if (!(event->modifiers() & Qt::ShiftModifier)) emit cellClicked(token, loop);
  emit cellPicked(token, loop, event->modifiers() & Qt::ShiftModifier);
}

void TokenLoopPlot::wheelEvent(QWheelEvent* event) {
  const QPointF at = event->position();
  const double steps =
      (event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x()) / 120.0;
  if (!framed() || (!axisRect()->rect().contains(at.toPoint()) && !onTokenAxis(at)))
    return event->ignore();
  if (event->modifiers() & Qt::ControlModifier) {
    zoom(std::pow(0.8, steps), tokenCoordinate(at));
    return event->accept();
  }
  if (!zoomed()) return event->ignore();  // nothing to scroll: the parent may
  const QCPRange range = tokenAxis()->range();
  const double by = -steps * range.size() * 0.12;
  tokenAxis()->setRange(range.lower + by, range.upper + by);
  replot(QCustomPlot::rpQueuedReplot);
  event->accept();
}

void TokenLoopPlot::mousePressEvent(QMouseEvent* event) {
  pressed_ = event->pos();
  dragged_ = false;
  drag_ = Drag::None;
  if (!framed()) return;
  dragFrom_ = tokenCoordinate(event->position());
  const bool inside = axisRect()->rect().contains(event->pos());
  if (event->button() == Qt::MiddleButton && inside)
    drag_ = Drag::Move;
  else if (event->button() == Qt::LeftButton && inside)
    drag_ = Drag::Cells;
  else if (event->button() == Qt::LeftButton && onTokenAxis(event->position()))
    drag_ = Drag::Axis;
}

void TokenLoopPlot::mouseMoveEvent(QMouseEvent* event) {
  if (drag_ == Drag::None || !(event->buttons() & (Qt::LeftButton | Qt::MiddleButton))) {
    const auto [token, loop] = cellAt(event->position());
    setCursor(framed() && onTokenAxis(event->position())
                  ? (frame_.loopsVertical ? Qt::SplitHCursor : Qt::SplitVCursor)
                  : Qt::ArrowCursor);
    emit cellHovered(token, loop);
    return;
  }
  if ((event->pos() - pressed_).manhattanLength() > 4) dragged_ = true;
  if (!dragged_) return;
  const double at = tokenCoordinate(event->position());
  const auto whole = [&](double t) {
    return std::clamp(static_cast<int>(std::lround(t)), 0, frame_.tokens - 1);
  };
  if (drag_ == Drag::Move) {
    const QCPRange range = tokenAxis()->range();
    tokenAxis()->setRange(range.lower - (at - dragFrom_), range.upper - (at - dragFrom_));
    replot(QCustomPlot::rpQueuedReplot);
  } else if (drag_ == Drag::Cells) {
    emit tokensDragged(whole(dragFrom_), whole(at));
  } else {
    const int first = whole(std::min(dragFrom_, at)), last = whole(std::max(dragFrom_, at));
    QColor fill = theme_.selection;
    fill.setAlpha(60);
    rubber_->setPen(QPen(theme_.selection, 1));
    rubber_->setBrush(fill);
    placeRect(rubber_, first, -1);
    if (frame_.loopsVertical)
      rubber_->bottomRight->setCoords(last + 0.5, 0.5);
    else
      rubber_->bottomRight->setCoords(frame_.loops + 0.5, last + 0.5);
    layer("pointer")->replot();
  }
}

void TokenLoopPlot::mouseReleaseEvent(QMouseEvent* event) {
  const Drag drag = std::exchange(drag_, Drag::None);
  if (drag == Drag::Axis) {
    rubber_->setVisible(false);
    const double at = tokenCoordinate(event->position());
    if (dragged_)
      showTokens(static_cast<int>(std::lround(std::min(dragFrom_, at))),
                 static_cast<int>(std::lround(std::max(dragFrom_, at))));
    return;
  }
  if (event->button() != Qt::LeftButton || dragged_) return;
  const auto [token, loop] = cellAt(event->position());
  if (token < 0) return;
  if (!(event->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier)))
    emit cellClicked(token, loop);
  emit cellPicked(token, loop, event->modifiers());
}

void TokenLoopPlot::mouseDoubleClickEvent(QMouseEvent* event) {
  if (framed()) showTokens(0, frame_.tokens - 1);
  event->accept();
}

void TokenLoopPlot::leaveEvent(QEvent* event) {
  emit cellHovered(-1, -1);
  QCustomPlot::leaveEvent(event);
}

void TokenLoopPlot::resizeEvent(QResizeEvent* event) {
  QCustomPlot::resizeEvent(event);
  const auto labels = [this] {
    return std::tuple(scale_->axis()->label(), loopAxis()->label(), tokenAxis()->label(),
                      tokenAxis()->tickLabelRotation(), tokenAxis()->tickLabelFont());
  };
  // They fit the room that the layout has just found; others need a layout of their own.
  const auto before = labels();
  refreshLabels();
  if (labels() != before) replot(QCustomPlot::rpQueuedReplot);
}

}  // namespace ouroscope
