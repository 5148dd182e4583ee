// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/StripCanvas.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/base/Language.h"
#include "ui/base/Names.h"
#include "ui/base/PlainText.h"
#include "ui/base/TokenLabels.h"
#include "ui/base/TokenText.h"
#include "ui/base/Zoom.h"
#include "ui/views/LineGrip.h"

namespace ouroscope {
namespace {

constexpr int kCanvasMargin = 16;
int lineRoom() {
  return zoomed(28);
}  ///< over the first line: what the line of loops says
int gripWidth() {
  return zoomed(40);
}  ///< right of the words: what the line is held by
constexpr double kGrab = 5;           ///< how near to the line it is held
constexpr double kLowest = 32;        ///< columns are not lower: their blocks have to be told apart
constexpr double kLowestShared = 22;  ///< unless a line of words more is seen for it
constexpr double kThresholdStep = 0.05;
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
          '\n' + StripCanvas::tr("Before it the tokenizer left out %1").arg(codePoints(gap.text));
    else if (gap.token == trace.tokens() && token + 1 == gap.token)
      lines +=
          '\n' + StripCanvas::tr("After it the tokenizer left out %1").arg(codePoints(gap.text));
  return lines;
}

}  // namespace

StripCanvas::StripCanvas(ViewState& state, QWidget* parent)
    : QAbstractScrollArea(parent),
      state_(state),
      theme_(FigureTheme::light()),
      grip_(new LineGrip(state, viewport())) {
  installAccessibleCells();
  setObjectName("stripCanvas");
  setAccessibleName(tr("Text with the depth of every word"));
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::StrongFocus);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  viewport()->setMouseTracking(true);
  viewport()->setAutoFillBackground(false);
  flow_.setSpacesShown(true);
  setTheme(theme_);
  connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
    placeGrip();
    emit placed();
  });
}

double StripCanvas::top() const {
  return columned_ ? lineRoom() : kCanvasMargin;
}

double StripCanvas::rightEdge() const {
  return std::max(60, viewport()->width() - 2 * kCanvasMargin - (columned_ ? gripWidth() : 0));
}

void StripCanvas::refresh(Changes what) {
  if (what & Changed::Trace)
    reload();
  else if (what & Changed::TokenMeasure)
    reshade(true);
  else if (what & Changed::Readout)
    reshade(false);
  if (what & (Changed::Trace | Changed::Readout)) {
    grip_->refresh();
    placeGrip();
  }
  if (what & Changed::Selection) takeSelection();
  if (what & Changed::Hover) {
    const int before = hovered_;
    hovered_ = state_.hoveredToken();
    flow_.setHover(hovered_);
    updateTokens({before, hovered_});
  }
}

QPair<int, int> StripCanvas::seenTokens() const {
  int first = 0, last = -1;
  const double above = verticalScrollBar()->value() - top();
  const auto [from, to] = flow_.tokensBetween(above, above + viewport()->height());
  for (int t = from; t <= to; ++t) {
    const QRectF rect = tokenRect(t);
    if (rect.isEmpty() || rect.center().y() < 0 || rect.center().y() > viewport()->height())
      continue;
    if (last < 0) first = t;
    last = t;
  }
  return {first, last};
}

void StripCanvas::setTheme(const FigureTheme& theme) {
  const bool other = theme.night != theme_.night;
  theme_ = theme;
  grip_->setTheme(theme);
  QFont font = theme.font;
  font.setPointSizeF(zoomed(points()));
  flow_.setFont(font);
  flow_.setDigitsShown(!columned_);
  fitColumns();
  reflow();
  if (other) reshade(true);
}

double StripCanvas::typeHeight() const {
  QFont font = theme_.font;
  font.setPointSizeF(zoomed(columned_ ? stripPoints_ : pagePoints_));
  return QFontMetricsF(font).height();
}

/// All lines of a short text have room with their columns where these need not be too low for that;
/// else one line has.
void StripCanvas::fitColumns() {
  if (!columned_) return flow_.setHead(0, 0);
  const double line = typeHeight(), words = 1.45 * line;
  const double high = viewport()->height() - top() - kCanvasMargin / 2.0;
  const double shared = high / std::max(1, flow_.lines()) - words;
  columns_.setSize(state_.trace()->loops(), line,
                   shared >= kLowestShared ? shared : std::max(kLowest, high - words));
  flow_.setHead(columns_.head(), columns_.width() + 2);
}

DepthColumns StripCanvas::wantedColumns() const {
  DepthColumns columns;
  columns.setSize(state_.trace()->loops(), typeHeight());
  return columns;
}

double StripCanvas::wantedStep() const {
  return columned_ ? wantedColumns().step() : std::nan("");
}

double StripCanvas::wantedFoot() const {
  return columned_ ? top() + wantedColumns().head() : std::nan("");
}

double StripCanvas::wantedHeight() const {
  if (!columned_) return std::nan("");
  const double line = wantedColumns().head() + flow_.lineHeight() - flow_.head();
  return top() + flow_.lines() * line + kCanvasMargin / 2.0;
}

void StripCanvas::setInvitation(const QString& words) {
  if (std::exchange(invitation_, words) == words) return;
  setAccessibleDescription(words);
  viewport()->update();
}

void StripCanvas::setSpacesShown(bool shown) {
  flow_.setSpacesShown(shown);
  reflow();
}

void StripCanvas::setMatches(std::vector<int> tokens, int currentFirst, int currentLast) {
  flow_.setMatches(std::move(tokens), currentFirst, currentLast);
  if (currentFirst >= 0) showToken(currentFirst);
  viewport()->update();
}

void StripCanvas::reload() {
  flow_.setTrace(state_.trace());
  text_ = state_.trace() != nullptr;
  columned_ = text_ && state_.trace()->tokens() <= kStripTokens;
  // Over a page it is always there: a bar that comes and goes would lay a long text out twice.
  setVerticalScrollBarPolicy(columned_ || !state_.trace() ? Qt::ScrollBarAsNeeded
                                                          : Qt::ScrollBarAlwaysOn);
  setMinimumHeight(zoomed(columned_ ? 120 : 64));  // a line of words under low columns
  hovered_ = dragged_ = -1;
  overLine_ = false;
  viewport()->unsetCursor();
  flow_.setHover(-1);
  flow_.setMatches({});
  flow_.setSelection(state_.selectedTokens(), state_.selectedToken());
  reshade(true);
  setTheme(theme_);  // a page has other type than a strip
  announceCellsChanged(this);
}

void StripCanvas::reflow() {
  // Keep the place in the text: the first line seen stays the first line seen.
  const int before = verticalScrollBar()->value();
  const int anchor =
      before > 0 ? flow_.tokenAt(QPointF(1, before - top() + flow_.lineHeight())) : -1;
  flow_.layout(rightEdge());
  verticalScrollBar()->setPageStep(viewport()->height());
  verticalScrollBar()->setSingleStep(std::max(8, static_cast<int>(flow_.lineHeight())));
  verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::ceil(flow_.height() + top())) +
                                                   kCanvasMargin / 2 - viewport()->height()));
  if (anchor >= 0 && restyling_)
    verticalScrollBar()->setValue(static_cast<int>(flow_.tokenRect(anchor).top()));
  viewport()->update();
  placeGrip();
  emit placed();
  emit laidOut();
}

/// At the end of the first text line whose line of loops is seen.
void StripCanvas::placeGrip() {
  // Hidden only where it has no place: one that is hidden for a moment loses the mouse that drags
  // it.
  if (!columned_) return grip_->hide();
  const double foot = flow_.head() + top() - verticalScrollBar()->value();
  const double level = foot - columns_.levelOf(state_.rule().budget);
  const int line = level >= 9 ? 0 : static_cast<int>(std::ceil((9 - level) / flow_.lineHeight()));
  if (line >= flow_.lines()) return grip_->hide();
  grip_->place(kCanvasMargin + rightEdge() + gripWidth(), foot + line * flow_.lineHeight(),
               columns_.step());
}

void StripCanvas::reshade(bool newScale) {
  const TracePtr trace = state_.trace();
  if (!trace) {
    viewport()->update();
    return;
  }
  const Measure& measure = state_.tokenMeasure();
  if (newScale) scale_ = shadingScale(*trace, measure, theme_.night);
  // What belongs to the trace alone is not computed again at every slider tick.
  if (newScale || measure.readout)
    values_ = tokenMeasure(*trace, measure, state_.readout(), state_.tables().get());
  depths_ = columned_ ? depthColumns(*trace, state_.readout()) : decltype(depths_)();
  if (columned_ && measure.id == "exit-loop") {
    flow_.setShades(std::vector<QRgb>(trace->tokens(), TextFlow::kNoShade), {});
  } else {
    Shading shading = shadingOf(scale_, values_, state_.readout());
    flow_.setShades(std::move(shading.fills), std::move(shading.digits));
  }
  viewport()->update();
  emit shadingChanged();
}

void StripCanvas::takeSelection() {
  flow_.setSelection(state_.selectedTokens(), state_.selectedToken());
  showToken(state_.selectedToken());
  viewport()->update();
  if (state_.selectedToken() >= 0) announceCell(this, 0, state_.selectedToken());
}

void StripCanvas::updateTokens(std::initializer_list<int> tokens) {
  for (const int token : tokens)
    if (token >= 0) viewport()->update(tokenRect(token).toAlignedRect().adjusted(-3, -3, 3, 3));
}

void StripCanvas::showToken(int token) {
  if (token < 0) return;
  const QRectF rect = flow_.tokenRect(token);
  const int seen = verticalScrollBar()->value(), height = viewport()->height();
  if (rect.top() + top() < seen)
    verticalScrollBar()->setValue(static_cast<int>(rect.top()));
  else if (rect.bottom() + top() > seen + height)
    verticalScrollBar()->setValue(static_cast<int>(rect.bottom() + top()) + kCanvasMargin - height);
}

QRectF StripCanvas::tokenRect(int token) const {
  return flow_.tokenRect(token).translated(kCanvasMargin, top() - verticalScrollBar()->value());
}

QRectF StripCanvas::wordRect(int token) const {
  return tokenRect(token).adjusted(0, flow_.head(), 0, 0);
}

double StripCanvas::footOf(int token) const {
  const int line = flow_.lineOf(token);
  if (!columned_ || line < 0) return std::nan("");
  return line * flow_.lineHeight() + flow_.head() + top() - verticalScrollBar()->value();
}

double StripCanvas::lineLevel(int token) const {
  return footOf(token) - columns_.levelOf(state_.rule().budget);
}

int StripCanvas::lineUnder(const QPointF& position) const {
  if (!columned_ || !state_.trace()) return -1;
  const double level = flow_.head() - columns_.levelOf(state_.rule().budget);
  const double y = position.y() - top() + verticalScrollBar()->value();
  const int line = static_cast<int>(std::floor((y + kGrab) / flow_.lineHeight()));
  if (line < 0 || line >= flow_.lines()) return -1;
  return std::abs(y - line * flow_.lineHeight() - level) <= kGrab ? line : -1;
}

void StripCanvas::moveLine(int loops) {
  ReadoutRule rule = state_.rule();
  rule.budget = std::clamp(loops, 1, state_.trace()->loops());
  state_.setRule(rule);
}

int StripCanvas::tokenAt(const QPointF& position) const {
  return flow_.tokenAt(position - QPointF(kCanvasMargin, top() - verticalScrollBar()->value()));
}

void StripCanvas::paintEvent(QPaintEvent* event) {
  QPainter painter(viewport());
  painter.fillRect(event->rect(), theme_.background);
  if (!state_.trace()) return paintEmpty(painter);
  const QPointF origin(kCanvasMargin, top() - verticalScrollBar()->value());
  painter.translate(origin);
  const QRectF area = QRectF(event->rect()).translated(-origin);
  if (columned_) paintColumns(painter, area);
  flow_.paint(painter, area, theme_);
  if (columned_) paintLine(painter, area);
}

/// What will stand here, in outline, and how to get it.
void StripCanvas::paintEmpty(QPainter& painter) const {
  QFont font = theme_.font;
  font.setPointSizeF(zoomed(11.0));
  painter.setFont(font);
  const QRectF area = QRectF(viewport()->rect()).adjusted(kCanvasMargin, 8, -kCanvasMargin, -16);
  const double high =
      painter.boundingRect(area, Qt::AlignHCenter | Qt::TextWordWrap, invitation_).height();
  const QRectF said(area.left(), area.bottom() - high, area.width(), high);
  painter.setPen(theme_.axis);
  painter.drawText(said, Qt::AlignHCenter | Qt::TextWordWrap, invitation_);
  if (said.top() - area.top() > zoomed(64))
    paintQuietColumns(painter, {area.center().x(), said.top() - zoomed(16)}, theme_.axis);
}

void StripCanvas::paintColumns(QPainter& painter, const QRectF& area) const {
  const auto [first, last] = flow_.tokensBetween(area.top(), area.bottom());
  for (int t = first; t <= last; ++t) {
    const QRectF head = flow_.headRect(t);
    if (head.right() >= area.left() && head.left() <= area.right())
      columns_.paint(painter, QPointF(head.center().x(), head.bottom()), depths_[t], theme_);
  }
}

void StripCanvas::paintLine(QPainter& painter, const QRectF& area) const {
  const ReadoutRule& rule = state_.rule();
  const double high = flow_.lineHeight(), level = columns_.levelOf(rule.budget);
  const int first = std::max(0, static_cast<int>(area.top() / high)),
            last = std::min(flow_.lines() - 1, static_cast<int>(area.bottom() / high));
  const bool held = dragged_ >= 0 || overLine_;
  const double right = rightEdge() + gripWidth();
  for (int line = first; line <= last; ++line) {
    const double y = std::round(line * high + flow_.head() - level) - 0.5;
    painter.setPen(QPen(theme_.selection, held ? 2 : 1.2));
    painter.drawLine(QPointF(-kCanvasMargin / 2.0, y), QPointF(right - gripWidth() / 2.0, y));
    const QSizeF pill = LineGrip::pill();
    LineGrip::paintPill(painter, QRectF(QPointF(right - pill.width(), y - pill.height() / 2), pill),
                        rule.budget, theme_);
  }
  if (area.top() > 0 || first > 0) return;
  const Trace& trace = *state_.trace();
  const int trained = trace.info().loopsTrained;
  const QString words = rule.budget > trained
                            ? tr("Loops allowed: %1 of %2 (trained with %3)")
                                  .arg(rule.budget)
                                  .arg(trace.loops())
                                  .arg(trained)
                            : tr("Loops allowed: %1 of %2").arg(rule.budget).arg(trace.loops());
  painter.setFont(theme_.font);
  painter.setPen(held ? theme_.text : theme_.axis);
  painter.drawText(QRectF(0, 2 - lineRoom(), right, lineRoom() - 10),
                   Qt::AlignRight | Qt::AlignVCenter, words);
}

void StripCanvas::resizeEvent(QResizeEvent* event) {
  restyling_ = event->size().width() != event->oldSize().width();
  fitColumns();
  reflow();
  restyling_ = false;
  if (columned_) showToken(state_.selectedToken());
}

void StripCanvas::mouseMoveEvent(QMouseEvent* event) {
  if (dragged_ >= 0) {
    const double foot =
        dragged_ * flow_.lineHeight() + flow_.head() + top() - verticalScrollBar()->value();
    return moveLine(columns_.loopsAt(foot - event->position().y()));
  }
  const bool over = pressed_ < 0 && lineUnder(event->position()) >= 0;
  if (over != overLine_) {
    overLine_ = over;
    over ? viewport()->setCursor(Qt::SizeVerCursor) : viewport()->unsetCursor();
    viewport()->update();
  }
  const int token = tokenAt(event->position());
  if (pressed_ >= 0 && event->buttons() & Qt::LeftButton) {
    if (token >= 0 && (token != pressed_ || state_.selectedTokens().size() > 1))
      state_.extendSelection(token);
    return;
  }
  state_.hover(token);
}

void StripCanvas::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  dragged_ = event->modifiers() ? -1 : lineUnder(event->position());
  if (dragged_ >= 0) return;
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

void StripCanvas::mouseReleaseEvent(QMouseEvent*) {
  pressed_ = -1;
  if (std::exchange(dragged_, -1) >= 0) viewport()->update();
}

bool StripCanvas::event(QEvent* event) {
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

void StripCanvas::keyPressEvent(QKeyEvent* event) {
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
  if (columned_ && (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown))
    return moveLine(state_.rule().budget + (event->key() == Qt::Key_PageUp ? 1 : -1));
  if (const int key = event->key(); key == Qt::Key_Plus || key == Qt::Key_Minus) {
    ReadoutRule rule = state_.rule();
    if (trace->hasGate(rule.gate))
      rule.q =
          std::clamp(rule.q + (key == Qt::Key_Plus ? kThresholdStep : -kThresholdStep), 0.0, 1.0);
    return state_.setRule(rule);
  }
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

void StripCanvas::wheelEvent(QWheelEvent* event) {
  if (!(event->modifiers() & Qt::ControlModifier)) return QAbstractScrollArea::wheelEvent(event);
  const double wanted = std::clamp(points() * std::pow(1.1, event->angleDelta().y() / 120.0),
                                   kSmallestType, kLargestType);
  if (wanted != points()) {
    points() = wanted;
    restyling_ = true;
    setTheme(theme_);
    restyling_ = false;
  }
  event->accept();
}

QString StripCanvas::describe(int token) const {
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

QString StripCanvas::cellName(int, int column) const {
  const Trace& trace = *state_.trace();
  const QString text = tokenLabel(state_.trace(), trace.columns().tokenBytes[column]);
  return trace.generated(column)
             ? tr("Token %1 \u201c%2\u201d, generated").arg(column + 1).arg(text)
             : tr("Token %1 \u201c%2\u201d").arg(column + 1).arg(text);
}

QString StripCanvas::cellValue(int, int column) const {
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

QRect StripCanvas::cellRect(int, int column) const {
  const QRect rect = tokenRect(column).toAlignedRect() & viewport()->rect();
  return rect.isEmpty() ? QRect() : rect.translated(viewport()->pos());
}

QPair<int, int> StripCanvas::cellAt(const QPoint& point) const {
  const int token = tokenAt(point - viewport()->pos());
  return {token < 0 ? -1 : 0, token};
}

bool StripCanvas::cellSelected(int, int column) const {
  return state_.isSelected(column);
}

void StripCanvas::selectCell(int, int column) {
  state_.select(column);
}

bool StripCanvas::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::Leave) {  // not passed on by the scroll area
    state_.hover(-1);
    if (std::exchange(overLine_, false)) viewport()->update();
  }
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
