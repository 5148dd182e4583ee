// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/Ladder.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "ui/base/Language.h"
#include "ui/base/PlainText.h"
#include "ui/base/TokenLabels.h"
#include "ui/base/Zoom.h"

namespace ouroscope {
namespace {

double titleHigh() {
  return zoomed(28.0);
}  ///< the word that the ladder is of
double lowestRung() {
  return zoomed(12.0);
}  ///< lower rungs have no room for a line of type
double freeRung() {
  return zoomed(18.0);
}  ///< where they need not stand at the columns
double layerRow() {
  return zoomed(16.0);
}
double numberWide() {
  return zoomed(24.0);
}
double percentWide() {
  return zoomed(46.0);
}
constexpr double kEdge = 8;

QFont fitting(const QFont& font, double height, double most) {
  QFont out = font;
  for (double points = zoomed(most); points > 7; points -= 0.5) {
    out.setPointSizeF(points);
    if (QFontMetricsF(out).height() <= height) break;
  }
  return out;
}

}  // namespace

Ladder::Ladder(ViewState& state, QWidget* parent)
    : QAbstractScrollArea(parent), state_(state), theme_(FigureTheme::light()) {
  installAccessibleCells();
  setObjectName("ladder");
  setAccessibleName(tr("Best word after every loop"));
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::StrongFocus);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setMinimumHeight(zoomed(56));  // the title and a rung
  viewport()->setMouseTracking(true);
  viewport()->setAutoFillBackground(false);
}

void Ladder::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  viewport()->update();
}

void Ladder::setStage(double foot, double step) {
  const bool staged = std::isfinite(foot) && step >= lowestRung();
  if (staged == staged_ && (!staged || (foot == foot_ && step == step_))) return;
  staged_ = staged;
  foot_ = foot;
  step_ = step;
  placeRows();
}

double Ladder::wantedHeight(double foot, double step) const {
  const int loops = state_.trace() ? state_.trace()->loops() : 0;
  return (step >= lowestRung() ? foot : titleHigh() + loops * freeRung()) + kEdge;
}

void Ladder::refresh() {
  const TracePtr trace = state_.trace();
  int token = -1;
  if (trace) {
    token = state_.hoveredToken() >= 0 ? state_.hoveredToken() : state_.selectedToken();
    if (token < 0 || token >= trace->tokens()) token = answerToken(*trace);
  }
  if (trace != trace_ || token != token_) {
    if (trace != trace_) open_.clear();
    trace_ = trace;
    token_ = token;
    layers_.clear();
    table_ = token_ >= 0 ? lensTable(*trace_, token_) : LensTable();
    placeRows();
    announceCellsChanged(this);
  }
  viewport()->update();
}

bool Ladder::hasLayers() const {
  return trace_ && trace_->info().captured.layers;
}

bool Ladder::run(int loop) const {
  return trace_ && token_ >= 0 && loop < trace_->columns().loopsRun[token_];
}

const LayerLens& Ladder::layers(int loop) const {
  auto known = layers_.find(loop);
  if (known == layers_.end()) known = layers_.emplace(loop, layerLens(*trace_, token_, loop)).first;
  return known->second;
}

void Ladder::placeRows() {
  rows_.clear();
  high_ = 0;
  const double rung = staged_ ? step_ : freeRung();
  const auto add = [&](int loop, int layer, double height) {
    rows_.push_back({loop, layer, high_, height});
    high_ += height;
  };
  if (trace_ && token_ >= 0)
    for (int loop = 0; loop < trace_->loops(); ++loop) {
      if (open_.contains(loop) && run(loop)) {
        // The last layer's reading is that of the loop itself.
        const int inner = layers(loop).table.loops - 1;
        for (int layer = 0; layer < inner; ++layer) add(loop, layer, layerRow());
      }
      add(loop, -1, rung);
    }
  QFont strong = fitting(theme_.font, rung, 11);
  strong.setBold(true);
  widest_ = 0;
  for (const Row& row : rows_)
    if (const LensCell* cell = row.layer < 0 ? best(row) : nullptr)
      widest_ = std::max(widest_, QFontMetricsF(strong).horizontalAdvance(
                                      tokenLabel(trace_, wordOrId(cell->bytes, cell->id))));
  const double room = viewport()->height() - titleHigh() - kEdge;
  const int beyond = static_cast<int>(std::ceil(std::max(0.0, high_ - room)));
  verticalScrollBar()->setPageStep(static_cast<int>(std::max(1.0, room)));
  verticalScrollBar()->setSingleStep(static_cast<int>(rung));
  verticalScrollBar()->setRange(0, beyond);
  // The rung that is read is the one to see first. The columns may stand elsewhere before this
  // ladder has heard of another trace.
  if (beyond > 0 && token_ >= 0 && trace_ == state_.trace())
    for (const Row& row : rows_)
      if (row.layer < 0 && row.loop == state_.readout().loop[token_])
        verticalScrollBar()->setValue(
            static_cast<int>(high_ - row.bottom - row.height - room / 2 + row.height));
  viewport()->update();
}

double Ladder::footY() const {
  const double lowest = viewport()->height() - kEdge;
  const int beyond = verticalScrollBar()->maximum();
  if (beyond > 0) return lowest + beyond - verticalScrollBar()->value();
  const double wanted = staged_ ? foot_ : titleHigh() + high_;
  return std::clamp(wanted, std::min(lowest, titleHigh() + high_), lowest);
}

QRectF Ladder::rowRect(const Row& row) const {
  return {0, footY() - row.bottom - row.height, double(viewport()->width()), row.height};
}

QRectF Ladder::rungRect(int loop) const {
  for (const Row& row : rows_)
    if (row.loop == loop && row.layer < 0) {
      const QRectF rect = rowRect(row);
      return rect.bottom() <= titleHigh() || rect.top() >= viewport()->height() ? QRectF() : rect;
    }
  return {};
}

int Ladder::rowAt(const QPointF& position) const {
  if (position.y() < titleHigh()) return -1;
  for (std::size_t i = 0; i < rows_.size(); ++i)
    if (rowRect(rows_[i]).contains(position)) return static_cast<int>(i);
  return -1;
}

const LensCell* Ladder::best(const Row& row) const {
  if (!run(row.loop) || table_.topK < 1) return nullptr;
  const LensTable& table = row.layer < 0 ? table_ : layers(row.loop).table;
  const LensCell& cell = table.at(row.layer < 0 ? row.loop : row.layer, 0);
  return cell.id < 0 ? nullptr : &cell;
}

void Ladder::paintEvent(QPaintEvent* event) {
  QPainter painter(viewport());
  painter.fillRect(event->rect(), theme_.background);
  if (!trace_ || token_ < 0) return;
  QFont font = theme_.font;
  font.setPointSizeF(zoomed(11.0));
  painter.setFont(font);
  painter.setPen(theme_.text);
  const QFontMetricsF metrics(font);
  const QString word = tokenLabel(
      trace_, wordOrId(trace_->columns().tokenBytes[token_], trace_->columns().tokenId[token_]));
  const double room = viewport()->width() - 2 * kEdge;
  const QString after = tr("After \u201c%1\u201d").arg(word);
  painter.drawText(QRectF(kEdge, 0, room, titleHigh()), Qt::AlignLeft | Qt::AlignVCenter,
                   metrics.elidedText(after, Qt::ElideRight, room));
  // What the numbers at the right are.
  const QString unit = tr("Probability");
  painter.setFont(theme_.font);
  if (metrics.horizontalAdvance(after) + QFontMetricsF(theme_.font).horizontalAdvance(unit) + 16 <
      room) {
    painter.setPen(theme_.axis);
    painter.drawText(QRectF(kEdge, 0, room, titleHigh()), Qt::AlignRight | Qt::AlignVCenter, unit);
  }
  painter.setClipRect(
      QRectF(0, titleHigh(), viewport()->width(), viewport()->height() - titleHigh()));
  for (const Row& row : rows_) paintRow(painter, row);
  // The line of the loops allowed goes on here.
  double level = 0;
  for (const Row& row : rows_)
    if (row.layer < 0 && row.loop < state_.rule().budget) level = row.bottom + row.height;
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setPen(QPen(theme_.selection, 1.2));
  const double y = std::round(footY() - level) - 0.5;
  painter.drawLine(QPointF(0, y), QPointF(viewport()->width() - kEdge, y));
}

/// Half of the room, and more where a word needs it: a bar says its number at any length.
double Ladder::wordsWide(double room) const {
  return std::clamp(widest_ + 8, std::max(zoomed(48.0), room * 0.5),
                    std::max(zoomed(48.0), room - zoomed(24.0)));
}

void Ladder::paintRow(QPainter& painter, const Row& row) const {
  const QRectF rect = rowRect(row);
  if (rect.bottom() < titleHigh() || rect.top() > viewport()->height()) return;
  const int read = state_.readout().loop[token_];
  const bool layer = row.layer >= 0, here = !layer && row.loop == read, above = row.loop > read;
  if (state_.selectedLoop() == row.loop && token_ == state_.selectedToken() && !layer) {
    QColor fill = theme_.selection;
    fill.setAlpha(36);
    painter.fillRect(rect, fill);
  }
  if (here) painter.fillRect(QRectF(0, rect.top() + 1, 3, rect.height() - 1), theme_.accent);
  const QColor ink = above || layer ? theme_.axis : theme_.text;
  QFont font = fitting(theme_.font, rect.height(), layer ? 8.5 : 11);
  font.setBold(here);
  font.setItalic(layer);
  painter.setFont(font);
  const QFontMetricsF metrics(font);
  // A square in the loop's own ink ties the rung to the blocks over the words.
  const double side = std::min(zoomed(10.0), rect.height() - 6);
  const QRectF square(kEdge, rect.center().y() - side / 2, side, side);
  if (layer) {
    painter.setPen(QPen(theme_.grid, 1));
    painter.drawLine(QPointF(square.center().x(), rect.top()),
                     QPointF(square.center().x(), rect.bottom()));
  } else if (!run(row.loop)) {
    painter.fillRect(square, QBrush(theme_.missing, Qt::BDiagPattern));
  } else if (above) {
    painter.setPen(QPen(theme_.missing, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(square.adjusted(0.5, 0.5, -0.5, -0.5));
  } else {
    painter.fillRect(square, theme_.loopColour(row.loop));
  }
  const double x = kEdge + side + 4;
  painter.setPen(ink);
  const QString number =
      layer ? tr("L%1", "layer").arg(row.layer + 1) : QString::number(row.loop + 1);
  const double numberWidth = std::max(numberWide(), metrics.horizontalAdvance(number) + 6);
  painter.drawText(QRectF(x, rect.top(), numberWidth, rect.height()),
                   Qt::AlignLeft | Qt::AlignVCenter, number);
  const double left = x + numberWidth, right = rect.right() - kEdge;
  const double words = wordsWide(right - left - percentWide());
  const LensCell* cell = best(row);
  if (!cell) {
    painter.fillRect(QRectF(left, rect.top() + 4, right - left, rect.height() - 8),
                     QBrush(theme_.missing, Qt::BDiagPattern));
    return;
  }
  const double p = std::exp(cell->logprob);
  const QString word = tokenLabel(trace_, wordOrId(cell->bytes, cell->id));
  painter.drawText(QRectF(left, rect.top(), words - 4, rect.height()),
                   Qt::AlignLeft | Qt::AlignVCenter,
                   metrics.elidedText(word, Qt::ElideRight, words - 4));
  const QRectF scale(left + words, rect.center().y() - 4, right - percentWide() - left - words, 8);
  painter.fillRect(scale, theme_.grid);
  if (!std::isnan(p)) {
    QColor bar(ColourMap::named("cividis").at(p));
    if (above || layer) bar.setAlphaF(0.45f);
    painter.fillRect(QRectF(scale.left(), scale.top(), scale.width() * p, scale.height()), bar);
    QFont figures = font;
    figures.setPointSizeF(std::min(zoomed(9.0), font.pointSizeF()));
    painter.setFont(figures);
    painter.setPen(ink);
    painter.drawText(QRectF(right - percentWide(), rect.top(), percentWide(), rect.height()),
                     Qt::AlignRight | Qt::AlignVCenter, shortProbability(p));
  }
  if (!layer && hasLayers() && run(row.loop)) {
    // A small arrow over the square: the rung opens.
    const QPointF c = square.center();
    painter.setPen(Qt::NoPen);
    painter.setBrush(above ? theme_.axis : QBrush(ColourMap::textOn(theme_.loopColour(row.loop))));
    painter.setRenderHint(QPainter::Antialiasing);
    if (isOpen(row.loop))
      painter.drawPolygon(
          QPolygonF{c + QPointF(-3, -1.5), c + QPointF(3, -1.5), c + QPointF(0, 3)});
    else
      painter.drawPolygon(
          QPolygonF{c + QPointF(-1.5, -3), c + QPointF(-1.5, 3), c + QPointF(3, 0)});
    painter.setRenderHint(QPainter::Antialiasing, false);
  }
}

void Ladder::toggle(int loop) {
  if (!hasLayers() || !run(loop)) return;
  if (!open_.erase(loop)) open_.insert(loop);
  placeRows();
  announceCellsChanged(this);
}

void Ladder::resizeEvent(QResizeEvent*) {
  placeRows();
}

void Ladder::mousePressEvent(QMouseEvent* event) {
  const int row = rowAt(event->position());
  if (row < 0 || event->button() != Qt::LeftButton) return;
  const Row at = rows_[row];
  if (at.layer < 0 && event->position().x() < kEdge + 14) return toggle(at.loop);
  state_.select(token_, at.loop);
}

void Ladder::mouseMoveEvent(QMouseEvent* event) {
  const int row = rowAt(event->position());
  state_.hover(row < 0 ? -1 : token_, row < 0 ? -1 : rows_[row].loop);
}

void Ladder::keyPressEvent(QKeyEvent* event) {
  const bool moves = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
  const bool opens = event->key() == Qt::Key_Right || event->key() == Qt::Key_Left;
  if (token_ < 0 || (!moves && !opens)) return QAbstractScrollArea::keyPressEvent(event);
  const int loop =
      state_.selectedLoop() >= 0 ? state_.selectedLoop() : state_.readout().loop[token_];
  if (opens) {
    if (isOpen(loop) != (event->key() == Qt::Key_Right)) toggle(loop);
    return;
  }
  state_.select(token_,
                std::clamp(loop + (event->key() == Qt::Key_Up ? 1 : -1), 0, trace_->loops() - 1));
  for (std::size_t i = 0; i < rows_.size(); ++i)
    if (rows_[i].layer < 0 && rows_[i].loop == state_.selectedLoop())
      announceCell(this, static_cast<int>(i), 0);
}

bool Ladder::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::Leave) state_.hover(-1);
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const int row = rowAt(help->pos());
    if (row >= 0)
      QToolTip::showText(help->globalPos(), plainTip(cellName(row, 0) + '\n' + cellValue(row, 0)),
                         viewport(), rowRect(rows_[row]).toAlignedRect());
    else
      QToolTip::hideText();
    return true;
  }
  return QAbstractScrollArea::viewportEvent(event);
}

QString Ladder::cellName(int row, int) const {
  const Row& at = rows_[row];
  return at.layer < 0 ? tr("Loop %1").arg(at.loop + 1)
                      : tr("Loop %1, layer %2").arg(at.loop + 1).arg(at.layer + 1);
}

QString Ladder::cellValue(int row, int) const {
  const Row& at = rows_[row];
  if (!run(at.loop)) return tr("not run");
  const LensCell* cell = best(at);
  if (!cell) return tr("not in the record");
  const QString word = tr("\u201c%1\u201d, %2", "word, probability")
                           .arg(tokenLabel(trace_, wordOrId(cell->bytes, cell->id)),
                                shortProbability(std::exp(cell->logprob)));
  return at.layer < 0 && at.loop == state_.readout().loop[token_] ? tr("%1: read here").arg(word)
                                                                  : word;
}

QRect Ladder::cellRect(int row, int) const {
  const QRect rect = rowRect(rows_[row]).toAlignedRect() & viewport()->rect();
  return rect.isEmpty() ? QRect() : rect.translated(viewport()->pos());
}

QPair<int, int> Ladder::cellAt(const QPoint& point) const {
  const int row = rowAt(point - viewport()->pos());
  return {row, row < 0 ? -1 : 0};
}

bool Ladder::cellSelected(int row, int) const {
  return token_ == state_.selectedToken() && rows_[row].layer < 0 &&
         rows_[row].loop == state_.selectedLoop();
}

void Ladder::selectCell(int row, int) {
  state_.select(token_, rows_[row].loop);
}

}  // namespace ouroscope
