// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/TextView.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>

#include "ui/figures/Shading.h"

namespace ouroscope {
namespace {

constexpr int kMargin = 10;

}  // namespace

TextView::TextView(ViewState& state, QWidget* parent)
    : QAbstractScrollArea(parent), state_(state), theme_(FigureTheme::light()) {
  setObjectName("textView");
  setAccessibleName(tr("Text shaded by depth"));
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::StrongFocus);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  viewport()->setMouseTracking(true);
  viewport()->setAutoFillBackground(false);
  connect(&state_, &ViewState::traceChanged, this, &TextView::reload);
  connect(&state_, &ViewState::readoutChanged, this, &TextView::reshade);
  connect(&state_, &ViewState::tokenMeasureChanged, this, &TextView::reshade);
  connect(&state_, &ViewState::selectionChanged, this, [this] {
    flow_.setSelection(state_.selectedToken());
    showToken(state_.selectedToken());
    viewport()->update();
  });
  connect(&state_, &ViewState::hoverChanged, this, [this] {
    flow_.setHover(state_.hoveredToken());
    viewport()->update();
  });
  setTheme(theme_);
  reload();
}

void TextView::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  QFont font = theme.font;
  font.setPointSizeF(11);
  flow_.setFont(font);
  reflow();
}

void TextView::reload() {
  flow_.setTrace(state_.trace());
  flow_.setSelection(state_.selectedToken());
  flow_.setHover(-1);
  reshade();
  reflow();
}

void TextView::reflow() {
  flow_.layout(std::max(60, viewport()->width() - 2 * kMargin));
  verticalScrollBar()->setPageStep(viewport()->height());
  verticalScrollBar()->setSingleStep(24);
  verticalScrollBar()->setRange(
      0, std::max(0, static_cast<int>(flow_.height()) + 2 * kMargin - viewport()->height()));
  viewport()->update();
}

void TextView::reshade() {
  if (!state_.trace()) return;
  Shading shading = shadingOf(*state_.trace(), state_.readout(), state_.tokenMeasure());
  flow_.setShades(std::move(shading.fills), std::move(shading.digits));
  viewport()->update();
}

void TextView::showToken(int token) {
  if (token < 0) return;
  const QRectF rect = flow_.tokenRect(token);
  const int top = verticalScrollBar()->value(), height = viewport()->height();
  if (rect.top() + kMargin < top)
    verticalScrollBar()->setValue(static_cast<int>(rect.top()));
  else if (rect.bottom() + kMargin > top + height)
    verticalScrollBar()->setValue(static_cast<int>(rect.bottom()) + 2 * kMargin - height);
}

QRectF TextView::tokenRect(int token) const {
  return flow_.tokenRect(token).translated(kMargin, kMargin - verticalScrollBar()->value());
}

int TextView::tokenAt(const QPointF& position) const {
  return flow_.tokenAt(position - QPointF(kMargin, kMargin - verticalScrollBar()->value()));
}

void TextView::paintEvent(QPaintEvent*) {
  QPainter painter(viewport());
  painter.fillRect(viewport()->rect(), theme_.background);
  if (!state_.trace()) {
    painter.setPen(theme_.axis);
    painter.drawText(viewport()->rect(), Qt::AlignCenter,
                     tr("Type a prompt and press Run, or open a trace."));
    return;
  }
  const int top = verticalScrollBar()->value();
  painter.translate(kMargin, kMargin - top);
  flow_.paint(painter, QRectF(0, top - kMargin, viewport()->width(), viewport()->height()), theme_);
}

void TextView::resizeEvent(QResizeEvent*) {
  reflow();
}
void TextView::mouseMoveEvent(QMouseEvent* event) {
  state_.hover(tokenAt(event->position()));
}
void TextView::leaveEvent(QEvent*) {
  state_.hover(-1);
}

void TextView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  const int token = tokenAt(event->position());
  state_.select(token == state_.selectedToken() ? -1 : token);
}

void TextView::keyPressEvent(QKeyEvent* event) {
  if (!state_.trace()) return QAbstractScrollArea::keyPressEvent(event);
  if (event->matches(QKeySequence::Copy)) {
    std::string bytes;
    for (const std::string& token : state_.trace()->columns().tokenBytes) bytes += token;
    QGuiApplication::clipboard()->setText(
        QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return;
  }
  const int token = state_.selectedToken(), last = state_.trace()->tokens() - 1;
  const auto vertical = [&](int direction) {
    const QRectF rect = flow_.tokenRect(std::max(0, token));
    const int other =
        flow_.tokenAt(QPointF(rect.center().x(), rect.center().y() + direction * rect.height()));
    return other >= 0 ? other : std::max(0, token);
  };
  switch (event->key()) {
    case Qt::Key_Left:
      return state_.select(std::max(0, token - 1));
    case Qt::Key_Right:
      return state_.select(std::min(last, token + 1));
    case Qt::Key_Up:
      return state_.select(vertical(-1));
    case Qt::Key_Down:
      return state_.select(vertical(1));
    case Qt::Key_Home:
      return state_.select(0);
    case Qt::Key_End:
      return state_.select(last);
    default:
      QAbstractScrollArea::keyPressEvent(event);
  }
}

QString TextView::describe(int token) const {
  const Trace& trace = *state_.trace();
  const auto i = static_cast<std::size_t>(token);
  const Readout& read = state_.readout();
  const TokenMeasureInfo& info = tokenMeasureInfo(state_.tokenMeasure());
  const double value = static_cast<double>(tokenMeasure(trace, state_.tokenMeasure(), read)[i]);
  return tr("Token %1 \u201c%2\u201d\nExit loop %3, expected depth %4\n%5: %6 %7")
      .arg(token + 1)
      .arg(tokenDisplayText(trace.columns().tokenBytes[i]))
      .arg(read.loop[i] + 1)
      .arg(static_cast<double>(read.expectedDepth[i]), 0, 'f', 2)
      .arg(QString::fromUtf8(info.name.data(), static_cast<qsizetype>(info.name.size())))
      .arg(value, 0, 'g', 4)
      .arg(QString::fromUtf8(info.unit.data(), static_cast<qsizetype>(info.unit.size())));
}

bool TextView::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::ToolTip && state_.trace()) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const int token = tokenAt(help->pos());
    // Plain text: a token may look like markup.
    if (token >= 0)
      QToolTip::showText(
          help->globalPos(),
          "<pre style='font-family:sans-serif'>" + describe(token).toHtmlEscaped() + "</pre>",
          viewport());
    else
      QToolTip::hideText();
    return true;
  }
  return QAbstractScrollArea::viewportEvent(event);
}

}  // namespace ouroscope
