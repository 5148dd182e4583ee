// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/LiveText.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>

#include "ui/base/Language.h"
#include "ui/base/PlainText.h"
#include "ui/base/Zoom.h"
#include "ui/figures/plots/TextFlow.h"

namespace ouroscope {
namespace {

constexpr int kLiveMargin = 8;

}  // namespace

LiveText::LiveText(ViewState& state, LiveSession& live, QWidget* parent)
    : QAbstractScrollArea(parent), state_(state), live_(live), theme_(FigureTheme::light()) {
  setObjectName("liveText");
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::StrongFocus);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  viewport()->setMouseTracking(true);
  setTheme(theme_);
}

void LiveText::refresh(Changes what) {
  if (what & Changed::Live) {
    ribbon_.setCursor(live_.running(), live_.state() == LiveSession::State::Paused);
    viewport()->update();
  }
  if (what & Changed::LiveReset)
    reset();
  else if (what & Changed::LiveTokens)
    append();
  if (what & Changed::Selection) showSelection();
  if (what & Changed::Hover) {
    const int token = state_.hoveredToken();
    ribbon_.setHover(isInTrace(token) ? token : -1);
    viewport()->update();
  }
}

void LiveText::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  QFont font = theme.font;
  font.setPointSizeF(zoomed(10.5));
  ribbon_.setFont(font);
  setRange(false);
}

void LiveText::reset() {
  ribbon_.clear(live_.loops());
  ribbon_.setCursor(live_.running(), false);
  eventsShown_ = 0;
  append();
  verticalScrollBar()->setValue(live_.running() ? verticalScrollBar()->maximum() : 0);
  showSelection();
}

void LiveText::append() {
  const QScrollBar* bar = verticalScrollBar();
  const bool follow = bar->value() >= bar->maximum() - 4;
  const auto& tokens = live_.tokens();
  for (auto i = static_cast<std::size_t>(ribbon_.tokens()); i < tokens.size(); ++i)
    ribbon_.append({tokens[i].bytes, tokens[i].reading, tokens[i].loopsRun, tokens[i].generated});
  const auto& events = live_.events();
  for (; eventsShown_ < events.size(); ++eventsShown_)
    ribbon_.flag(events[eventsShown_].token, runEventText(events[eventsShown_]));
  setRange(follow);  // the last tokens of a run may come as it ends
}

void LiveText::setRange(bool follow) {
  verticalScrollBar()->setPageStep(viewport()->height());
  verticalScrollBar()->setSingleStep(30);
  const int beyond =
      std::max(0, static_cast<int>(ribbon_.height()) + 2 * kLiveMargin - viewport()->height());
  // Its room is kept while it is not there: the text must not be laid out again when it appears.
  const Qt::ScrollBarPolicy wanted = beyond > 0 ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff;
  if (wanted != verticalScrollBarPolicy()) {
    setViewportMargins(0, 0, beyond > 0 ? 0 : verticalScrollBar()->sizeHint().width(), 0);
    setVerticalScrollBarPolicy(wanted);
  }
  verticalScrollBar()->setRange(0, beyond);
  if (follow) verticalScrollBar()->setValue(verticalScrollBar()->maximum());
  viewport()->update();
}

bool LiveText::isInTrace(int token) const {
  const TracePtr trace = state_.trace();
  if (!trace || token < 0 || token >= trace->tokens() || token >= ribbon_.tokens()) return false;
  return trace->columns().tokenBytes[static_cast<std::size_t>(token)] == ribbon_.token(token).bytes;
}

void LiveText::select(int token) {
  if (isInTrace(token)) state_.select(token == state_.selectedToken() ? -1 : token);
}

void LiveText::showSelection() {
  const int token = state_.selectedToken();
  const bool here = isInTrace(token);
  ribbon_.setSelection(here ? token : -1);
  setAccessibleDescription(here ? describe(token) : QString());
  QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
  QAccessible::updateAccessibility(&changed);
  if (here && hasFocus()) {
    const QRectF rect = tokenRect(token);
    QScrollBar* bar = verticalScrollBar();
    if (rect.top() < 0)
      bar->setValue(bar->value() + static_cast<int>(rect.top()) - kLiveMargin);
    else if (rect.bottom() > viewport()->height())
      bar->setValue(bar->value() + static_cast<int>(rect.bottom()) - viewport()->height() +
                    kLiveMargin);
  }
  viewport()->update();
}

QRectF LiveText::tokenRect(int token) const {
  return ribbon_.tokenRect(token).translated(kLiveMargin,
                                             kLiveMargin - verticalScrollBar()->value());
}

int LiveText::tokenAt(const QPointF& position) const {
  return ribbon_.tokenAt(position -
                         QPointF(kLiveMargin, kLiveMargin - verticalScrollBar()->value()));
}

void LiveText::paintEvent(QPaintEvent*) {
  QPainter painter(viewport());
  painter.fillRect(viewport()->rect(), theme_.background);
  if (ribbon_.tokens() == 0 && !live_.running()) {
    painter.setPen(theme_.axis);
    painter.drawText(viewport()->rect().adjusted(20, 0, -20, 0), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("Press Run to generate from the prompt above, or Step for one token at a "
                        "time. Above every word you see how deep the model went for it."));
    return;
  }
  const int top = verticalScrollBar()->value();
  painter.translate(kLiveMargin, kLiveMargin - top);
  ribbon_.paint(painter, QRectF(0, top - kLiveMargin, viewport()->width(), viewport()->height()),
                theme_);
}

void LiveText::resizeEvent(QResizeEvent*) {
  const bool follow = verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 4;
  ribbon_.setWidth(std::max(80, viewport()->width() - 2 * kLiveMargin));
  setRange(follow && live_.running());
}

void LiveText::mouseMoveEvent(QMouseEvent* event) {
  const int token = tokenAt(event->position());
  state_.hover(isInTrace(token) ? token : -1);
}

void LiveText::leaveEvent(QEvent*) {
  state_.hover(-1);
}

void LiveText::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) select(tokenAt(event->position()));
}

void LiveText::keyPressEvent(QKeyEvent* event) {
  const int token = state_.selectedToken(), last = ribbon_.tokens() - 1;
  const auto move = [&](int to) {
    to = std::clamp(to, 0, std::max(0, last));
    if (isInTrace(to)) state_.select(to);
  };
  const auto vertical = [&](int direction) {
    const QRectF rect = ribbon_.tokenRect(std::max(0, token));
    const double x = rect.center().x(), step = rect.height() * 0.6;
    for (int i = 1; i < 6; ++i)
      if (const int other = ribbon_.tokenAt({x, rect.center().y() + direction * step * i});
          other >= 0 && ribbon_.tokenRect(other).top() != rect.top())
        return move(other);
  };
  switch (event->key()) {
    case Qt::Key_Space:
      return emit pauseAsked();
    case Qt::Key_Return:
    case Qt::Key_Enter:
      return emit stepAsked();
    case Qt::Key_B:
      return emit branchAsked();
    case Qt::Key_Left:
      return move(token - 1);
    case Qt::Key_Right:
      return move(token + 1);
    case Qt::Key_Up:
      return vertical(-1);
    case Qt::Key_Down:
      return vertical(1);
    case Qt::Key_Home:
      return move(0);
    case Qt::Key_End:
      return move(last);
    default:
      QAbstractScrollArea::keyPressEvent(event);
  }
}

QString LiveText::describe(int index) const {
  const DepthRibbon::Token& token = ribbon_.token(index);
  QString text = tr("Token %1 \u201c%2\u201d\nExit loop %3 of %4, expected depth %5")
                     .arg(QString::number(index + 1), tokenDisplayText(token.bytes),
                          QString::number(token.reading.loop + 1), QString::number(ribbon_.loops()),
                          localNumber(token.reading.expectedDepth, 2));
  text += '\n' + (token.loopsRun < ribbon_.loops()
                      ? tr("Only %n loop(s) were run", nullptr, token.loopsRun)
                      : tr("All loops were run"));
  if (const QString flag = ribbon_.flagOf(index); !flag.isEmpty())
    text += '\n' + tr("From here on: %1").arg(flag);
  return text;
}

bool LiveText::viewportEvent(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QAbstractScrollArea::viewportEvent(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const int token = tokenAt(help->pos());
  if (token >= 0)
    QToolTip::showText(help->globalPos(), plainTip(describe(token)), viewport());
  else
    QToolTip::hideText();
  return true;
}

}  // namespace ouroscope
