// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/TextCanvas.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "ui/base/Language.h"
#include "ui/base/Names.h"
#include "ui/base/PlainText.h"
#include "ui/base/TokenLabels.h"
#include "ui/base/TokenText.h"

namespace ouroscope {
namespace {

constexpr int kCanvasMargin = 10;
constexpr double kSmallestType = 7, kLargestType = 40;

/// The text of a token; "#474" where its id has none.
std::string tokenOrId(const Trace& trace, int token) {
  return wordOrId(trace.columns().tokenBytes[token], trace.columns().tokenId[token]);
}

/// What a tokenizer left out at this token, a line for each place.
QString leftOutAt(const Trace& trace, int token) {
  QString lines;
  for (const DroppedText& gap : trace.info().dropped)
    if (gap.token == token)
      lines +=
          '\n' + TextCanvas::tr("Before it the tokenizer left out %1").arg(codePoints(gap.text));
    else if (gap.token == trace.tokens() && token + 1 == gap.token)
      lines +=
          '\n' + TextCanvas::tr("After it the tokenizer left out %1").arg(codePoints(gap.text));
  return lines;
}

}  // namespace

TextCanvas::TextCanvas(ViewState& state, QWidget* parent)
    : QAbstractScrollArea(parent), state_(state), theme_(FigureTheme::light()) {
  installAccessibleCells();
  setObjectName("textCanvas");
  setAccessibleName(tr("Text shaded by depth"));
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::StrongFocus);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  // Always there: a bar that comes and goes would lay the text out twice.
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
  viewport()->setMouseTracking(true);
  viewport()->setAutoFillBackground(false);
  flow_.setSpacesShown(true);
  setTheme(theme_);
}

void TextCanvas::refresh(Changes what) {
  if (what & Changed::Trace)
    reload();
  else if (what & Changed::TokenMeasure)
    reshade(true);
  else if (what & Changed::Readout)
    reshade(false);
  if (what & Changed::Selection) takeSelection();
  if (what & Changed::Hover) {
    const int before = hovered_;
    hovered_ = state_.hoveredToken();
    flow_.setHover(hovered_);
    updateTokens({before, hovered_});
  }
}

QPair<int, int> TextCanvas::seenTokens() const {
  int first = 0, last = -1;
  const int tokens = state_.trace() ? state_.trace()->tokens() : 0;
  for (int t = 0; t < tokens; ++t) {
    const QRectF rect = tokenRect(t);
    if (rect.isEmpty() || rect.center().y() < 0 || rect.center().y() > viewport()->height())
      continue;
    if (last < 0) first = t;
    last = t;
  }
  return {first, last};
}

void TextCanvas::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  QFont font = theme.font;
  font.setPointSizeF(points_);
  flow_.setFont(font);
  reflow();
}

void TextCanvas::setSpacesShown(bool shown) {
  flow_.setSpacesShown(shown);
  reflow();
}

void TextCanvas::setMatches(std::vector<int> tokens, int currentFirst, int currentLast) {
  flow_.setMatches(std::move(tokens), currentFirst, currentLast);
  if (currentFirst >= 0) showToken(currentFirst);
  viewport()->update();
}

void TextCanvas::reload() {
  flow_.setTrace(state_.trace());
  hovered_ = -1;
  flow_.setHover(-1);
  flow_.setMatches({});
  flow_.setSelection(state_.selectedTokens(), state_.selectedToken());
  reshade(true);
  reflow();
  announceCellsChanged(this);
}

void TextCanvas::reflow() {
  // Keep the place in the text: the first line seen stays the first line seen.
  const int before = verticalScrollBar()->value();
  const int anchor =
      before > 0 ? flow_.tokenAt(QPointF(1, before - kCanvasMargin + flow_.lineHeight())) : -1;
  flow_.layout(std::max(60, viewport()->width() - 2 * kCanvasMargin));
  verticalScrollBar()->setPageStep(viewport()->height());
  verticalScrollBar()->setSingleStep(std::max(8, static_cast<int>(flow_.lineHeight())));
  verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::ceil(flow_.height())) +
                                                   2 * kCanvasMargin - viewport()->height()));
  if (anchor >= 0 && restyling_)
    verticalScrollBar()->setValue(static_cast<int>(flow_.tokenRect(anchor).top()));
  viewport()->update();
}

void TextCanvas::reshade(bool newScale) {
  const TracePtr trace = state_.trace();
  if (!trace) {
    viewport()->update();
    return;
  }
  const Measure& measure = state_.tokenMeasure();
  if (newScale) scale_ = shadingScale(*trace, measure);
  // What belongs to the trace alone is not computed again at every slider tick.
  if (newScale || measure.readout)
    values_ = tokenMeasure(*trace, measure, state_.readout(), state_.tables().get());
  Shading shading = shadingOf(scale_, values_, state_.readout());
  flow_.setShades(std::move(shading.fills), std::move(shading.digits));
  viewport()->update();
  emit shadingChanged();
}

void TextCanvas::takeSelection() {
  flow_.setSelection(state_.selectedTokens(), state_.selectedToken());
  showToken(state_.selectedToken());
  viewport()->update();
  if (state_.selectedToken() >= 0) announceCell(this, 0, state_.selectedToken());
}

void TextCanvas::updateTokens(std::initializer_list<int> tokens) {
  for (const int token : tokens)
    if (token >= 0) viewport()->update(tokenRect(token).toAlignedRect().adjusted(-3, -3, 3, 3));
}

void TextCanvas::showToken(int token) {
  if (token < 0) return;
  const QRectF rect = flow_.tokenRect(token);
  const int top = verticalScrollBar()->value(), height = viewport()->height();
  if (rect.top() + kCanvasMargin < top)
    verticalScrollBar()->setValue(static_cast<int>(rect.top()));
  else if (rect.bottom() + kCanvasMargin > top + height)
    verticalScrollBar()->setValue(static_cast<int>(rect.bottom()) + 2 * kCanvasMargin - height);
}

QRectF TextCanvas::tokenRect(int token) const {
  return flow_.tokenRect(token).translated(kCanvasMargin,
                                           kCanvasMargin - verticalScrollBar()->value());
}

int TextCanvas::tokenAt(const QPointF& position) const {
  return flow_.tokenAt(position -
                       QPointF(kCanvasMargin, kCanvasMargin - verticalScrollBar()->value()));
}

void TextCanvas::paintEvent(QPaintEvent* event) {
  QPainter painter(viewport());
  painter.fillRect(event->rect(), theme_.background);
  if (!state_.trace()) {
    painter.setPen(theme_.axis);
    painter.drawText(viewport()->rect().adjusted(kCanvasMargin, 0, -kCanvasMargin, 0),
                     Qt::AlignCenter | Qt::TextWordWrap,
                     tr("Type a prompt and press Run, or open a trace."));
    return;
  }
  const int top = verticalScrollBar()->value();
  painter.translate(kCanvasMargin, kCanvasMargin - top);
  flow_.paint(painter, QRectF(event->rect()).translated(-kCanvasMargin, top - kCanvasMargin),
              theme_);
}

void TextCanvas::resizeEvent(QResizeEvent* event) {
  restyling_ = event->size().width() != event->oldSize().width();
  reflow();
  restyling_ = false;
}

void TextCanvas::mouseMoveEvent(QMouseEvent* event) {
  const int token = tokenAt(event->position());
  if (pressed_ >= 0 && event->buttons() & Qt::LeftButton) {
    if (token >= 0 && (token != pressed_ || state_.selectedTokens().size() > 1))
      state_.extendSelection(token);
    return;
  }
  state_.hover(token);
}

void TextCanvas::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  const int token = tokenAt(event->position());
  if (event->modifiers() & Qt::ShiftModifier) {
    state_.extendSelection(token);
  } else if (event->modifiers() & Qt::ControlModifier) {
    state_.toggleSelection(token);
  } else {
    if (token < 0) return;  // beside the text: what is selected stays
    const bool again = token == state_.selectedToken() && state_.selectedTokens().size() == 1;
    state_.select(again ? -1 : token);
    pressed_ = again ? -1 : token;
  }
}

void TextCanvas::mouseReleaseEvent(QMouseEvent*) {
  pressed_ = -1;
}

bool TextCanvas::event(QEvent* event) {
  // Keys of an editor belong to the text while it has the focus, whether or not the window uses
  // them.
  if (event->type() == QEvent::ShortcutOverride) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::SelectAll) ||
        key->matches(QKeySequence::Find)) {
      event->accept();
      return true;
    }
  }
  return QAbstractScrollArea::event(event);
}

void TextCanvas::keyPressEvent(QKeyEvent* event) {
  const TracePtr trace = state_.trace();
  if (!trace) return QAbstractScrollArea::keyPressEvent(event);
  if (event->matches(QKeySequence::Copy)) return emit copyAsked(false);
  if (event->key() == Qt::Key_C && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier))
    return emit copyAsked(true);
  if (event->matches(QKeySequence::SelectAll)) return state_.selectRange(0, trace->tokens() - 1);
  if (event->matches(QKeySequence::Find)) return emit findAsked();
  const bool control = event->modifiers() & Qt::ControlModifier;
  const int page =
      std::max(1, static_cast<int>(viewport()->height() / std::max(1.0, flow_.lineHeight())) - 1);
  int target = -1;
  const int token = state_.selectedToken();
  using Move = TextFlow::Move;
  switch (event->key()) {
    case Qt::Key_Left:
      target = flow_.moved(token, Move::Left);
      break;
    case Qt::Key_Right:
      target = flow_.moved(token, Move::Right);
      break;
    case Qt::Key_Up:
      target = flow_.moved(token, Move::Up);
      break;
    case Qt::Key_Down:
      target = flow_.moved(token, Move::Down);
      break;
    case Qt::Key_PageUp:
      target = flow_.moved(token, Move::Up, page);
      break;
    case Qt::Key_PageDown:
      target = flow_.moved(token, Move::Down, page);
      break;
    case Qt::Key_Home:
      target = flow_.moved(token, control ? Move::TextStart : Move::LineStart);
      break;
    case Qt::Key_End:
      target = flow_.moved(token, control ? Move::TextEnd : Move::LineEnd);
      break;
    default:
      return QAbstractScrollArea::keyPressEvent(event);
  }
  if (event->modifiers() & Qt::ShiftModifier)
    state_.extendSelection(target);
  else
    state_.select(target);
}

void TextCanvas::wheelEvent(QWheelEvent* event) {
  if (!(event->modifiers() & Qt::ControlModifier)) return QAbstractScrollArea::wheelEvent(event);
  const double wanted = std::clamp(points_ * std::pow(1.1, event->angleDelta().y() / 120.0),
                                   kSmallestType, kLargestType);
  if (wanted != points_) {
    points_ = wanted;
    restyling_ = true;
    setTheme(theme_);
    restyling_ = false;
  }
  event->accept();
}

QString TextCanvas::describe(int token) const {
  const Trace& trace = *state_.trace();
  const auto i = static_cast<std::size_t>(token);
  const Readout& read = state_.readout();
  const QString first = tr("Token %1 of %2 \u201c%3\u201d, %4")
                            .arg(QLocale().toString(token + 1), QLocale().toString(trace.tokens()),
                                 tokenLabel(state_.trace(), tokenOrId(trace, token)),
                                 trace.generated(token) ? tr("generated") : tr("prompt"));
  return first + leftOutAt(trace, token) + '\n' + cellValue(0, token) + '\n' +
         tr("Expected depth %1; best next word there: \u201c%2\u201d")
             .arg(localNumber(read.expectedDepth[i], 2),
                  tokenLabel(state_.trace(), trace.word(read.topId[i])));
}

QString TextCanvas::cellName(int, int column) const {
  const Trace& trace = *state_.trace();
  const QString text = tokenLabel(state_.trace(), trace.columns().tokenBytes[column]);
  return trace.generated(column)
             ? tr("Token %1 \u201c%2\u201d, generated").arg(column + 1).arg(text)
             : tr("Token %1 \u201c%2\u201d").arg(column + 1).arg(text);
}

QString TextCanvas::cellValue(int, int column) const {
  const auto i = static_cast<std::size_t>(column);
  const int loop = state_.readout().loop[i] + 1;
  const Measure& measure = state_.tokenMeasure();
  if (measure.id == "exit-loop") return tr("Exit loop %1").arg(loop);
  const float value = values_[i];
  if (std::isnan(value))
    return tr("Exit loop %1; %2: not in the record").arg(loop).arg(tokenMeasureName(measure));
  return tr("Exit loop %1; %2: %3 %4", "loop; measure: value unit")
      .arg(loop)
      .arg(tokenMeasureName(measure), QLocale().toString(static_cast<double>(value), 'g', 4),
           coreName(measure.unit))
      .trimmed();
}

QRect TextCanvas::cellRect(int, int column) const {
  const QRect rect = tokenRect(column).toAlignedRect() & viewport()->rect();
  return rect.isEmpty() ? QRect() : rect.translated(viewport()->pos());
}

QPair<int, int> TextCanvas::cellAt(const QPoint& point) const {
  const int token = tokenAt(point - viewport()->pos());
  return {token < 0 ? -1 : 0, token};
}

bool TextCanvas::cellSelected(int, int column) const {
  return state_.isSelected(column);
}

void TextCanvas::selectCell(int, int column) {
  state_.select(column);
}

bool TextCanvas::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::Leave) state_.hover(-1);  // not passed on by the scroll area
  if (event->type() == QEvent::ToolTip && state_.trace()) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const int token = tokenAt(help->pos());
    if (token >= 0)
      QToolTip::showText(help->globalPos(), plainTip(describe(token)), viewport(),
                         tokenRect(token).toAlignedRect());
    else
      QToolTip::hideText();
    return true;
  }
  return QAbstractScrollArea::viewportEvent(event);
}

}  // namespace ouroscope
