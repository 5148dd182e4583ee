// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/TeachPanels.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/base/Language.h"
#include "ui/base/Theme.h"
#include "ui/figures/base/ColourMap.h"

namespace ouroscope {
namespace {

constexpr int kPanelMargin = 8;

QString percent(double probability) {
  if (probability > 0 && probability < 0.005) return QStringLiteral("<1 %");
  return QStringLiteral("%1 %").arg(localNumber(100 * probability, 0));
}

}  // namespace

TeachText::TeachText(QWidget* parent) : QWidget(parent), theme_(FigureTheme::light()) {
  setObjectName("teachText");
  setAccessibleName(tr("The text"));
  setCursor(Qt::PointingHandCursor);
}

void TeachText::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  shade();
  update();
}

void TeachText::shade() {
  if (!trace_) return;
  std::vector<QRgb> colours, fills;
  for (int loop = 0; loop < trace_->loops(); ++loop)
    colours.push_back(theme_.loopColour(loop).rgb());
  std::vector<int> digits;
  for (const int loop : exits_) {
    fills.push_back(colours[loop]);
    digits.push_back(loop + 1);
  }
  flow_.setShades(std::move(fills), std::move(digits));
}

void TeachText::setTrace(TracePtr trace, const Readout& readout, int last) {
  const int shown = trace ? (last < 0 ? trace->tokens() - 1 : last) : -1;
  const bool same = trace == trace_ && shown == last_;
  trace_ = std::move(trace);
  last_ = shown;
  if (!same) flow_.setTrace(trace_, 0, last_);
  exits_ = readout.loop;
  shade();
  // Another q only changes the colours of the text.
  same ? update() : layoutText();
}

void TeachText::setSelection(int token) {
  selection_ = token;
  flow_.setSelection(token);
  update();
}

void TeachText::layoutText() {
  flow_.setFont(font());
  flow_.setDigitsShown(true);
  flow_.layout(std::max(50, width() - 2 * kPanelMargin));
  flow_.setSelection(selection_);
  setMinimumHeight(static_cast<int>(std::ceil(flow_.height())) + 2 * kPanelMargin);
  setAccessibleDescription(
      selection_ >= 0 && trace_ ? tr("Token %1 is selected").arg(selection_ + 1) : QString());
  update();
}

QRect TeachText::tokenRect(int token) const {
  return flow_.tokenRect(token).translated(kPanelMargin, kPanelMargin).toRect();
}

void TeachText::paintEvent(QPaintEvent* event) {
  QPainter painter(this);
  painter.fillRect(event->rect(), theme_.background);
  if (!trace_) return;
  painter.translate(kPanelMargin, kPanelMargin);
  flow_.paint(painter, QRectF(event->rect()).translated(-kPanelMargin, -kPanelMargin), theme_);
}

void TeachText::mousePressEvent(QMouseEvent* event) {
  if (!trace_ || event->button() != Qt::LeftButton) return;
  const int token = flow_.tokenAt(event->position() - QPointF(kPanelMargin, kPanelMargin));
  if (token >= 0) emit tokenClicked(token);
}

void TeachText::resizeEvent(QResizeEvent*) {
  layoutText();
}

void TeachText::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange) layoutText();
  QWidget::changeEvent(event);
}

TeachWords::TeachWords(QWidget* parent) : QWidget(parent), theme_(FigureTheme::light()) {
  setObjectName("teachWords");
  setAccessibleName(tr("The best next words after this loop"));
  setMinimumSize(200, 110);
  motion_.setDuration(400);
  motion_.setStartValue(0.0);
  motion_.setEndValue(1.0);
  motion_.setEasingCurve(QEasingCurve::OutCubic);
  connect(&motion_, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
    share_ = value.toDouble();
    update();
  });
}

void TeachWords::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  update();
}

void TeachWords::setWords(const QString& title, const std::vector<WalkWord>& words, bool animated) {
  std::vector<Row> rows;
  for (const WalkWord& word : words) {
    QString text = tokenDisplayText(word.bytes).trimmed();
    if (text.isEmpty()) text = QStringLiteral("\u2423");
    // A word that was there a loop before grows or shrinks from where it was.
    const auto before =
        std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return row.id == word.id; });
    rows.push_back({word.id, text, before == rows_.end() ? 0 : before->to, word.probability});
  }
  rows_ = std::move(rows);
  title_ = title;
  motion_.stop();
  share_ = 1;
  if (animated && !reducedMotion() && isVisible()) motion_.start();
  setAccessibleDescription(shownWords().join(", "));
  update();
}

void TeachWords::setHidden(const QString& title) {
  motion_.stop();
  rows_.clear();
  title_ = title;
  setAccessibleDescription(title);
  update();
}

QStringList TeachWords::shownWords() const {
  QStringList words;
  for (const Row& row : rows_) words << row.text;
  return words;
}

void TeachWords::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), theme_.background);
  const QFontMetrics metrics(font());
  const int line = metrics.height();
  painter.setPen(theme_.axis);
  painter.drawText(QRect(kPanelMargin, kPanelMargin, width() - 2 * kPanelMargin, line),
                   Qt::AlignLeft, title_);
  if (rows_.empty()) {
    QFont huge = font();
    huge.setPointSizeF(font().pointSizeF() * 3);
    painter.setFont(huge);
    painter.setPen(theme_.grid.darker(theme_.background.lightness() < 128 ? 60 : 130));
    painter.drawText(rect().adjusted(0, line, 0, 0), Qt::AlignCenter, QStringLiteral("?"));
    return;
  }
  const double top = kPanelMargin + line * 1.3, room = height() - top - 2;
  // What has no line of its own is not drawn into another's.
  const std::size_t shown =
      std::clamp<std::size_t>(static_cast<std::size_t>(room / line), 1, rows_.size());
  const double row = std::min(room / static_cast<double>(shown), line * 2.2);
  int wordWidth = 0;
  for (const Row& r : rows_) wordWidth = std::max(wordWidth, metrics.horizontalAdvance(r.text));
  wordWidth = std::min(wordWidth + line, width() / 2);
  const int numberWidth = metrics.horizontalAdvance("100 %") + kPanelMargin;
  const double barLeft = kPanelMargin + wordWidth,
               barWidth = std::max(10.0, width() - barLeft - numberWidth - kPanelMargin);
  for (std::size_t i = 0; i < shown; ++i) {
    const Row& r = rows_[i];
    const double y = top + static_cast<double>(i) * row;
    QFont font = this->font();
    font.setBold(i == 0);
    painter.setFont(font);
    painter.setPen(theme_.text);
    painter.drawText(QRectF(kPanelMargin, y, wordWidth - 6, row), Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(font).elidedText(r.text, Qt::ElideRight, wordWidth - 6));
    const double p = r.from + share_ * (r.to - r.from);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme_.grid);
    const QRectF slot(barLeft, y + row * 0.22, barWidth, row * 0.56);
    painter.drawRoundedRect(slot, 4, 4);
    painter.setBrush(i == 0 ? theme_.accent : theme_.axis);
    painter.drawRoundedRect(
        QRectF(slot.left(), slot.top(), std::max(2.0, barWidth * p), slot.height()), 4, 4);
    painter.setPen(theme_.text);
    painter.drawText(QRectF(slot.right() + 4, y, numberWidth, row),
                     Qt::AlignVCenter | Qt::AlignRight, percent(r.to));
  }
}

TeachGate::TeachGate(QWidget* parent) : QWidget(parent), theme_(FigureTheme::light()) {
  setObjectName("teachGate");
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  setAccessibleName(tr("Probability of having stopped, loop by loop"));
}

void TeachGate::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  update();
}

void TeachGate::setWalk(const LoopWalk& walk, int reached, double q) {
  walk_ = walk;
  reached_ = reached;
  q_ = q;
  updateGeometry();
  if (reached > 0 && reached <= static_cast<int>(walk_.loops.size()))
    setAccessibleDescription(
        tr("Stopped by loop %1 with probability %2, threshold %3")
            .arg(reached)
            .arg(localNumber(walk_.loops[static_cast<std::size_t>(reached - 1)].cdf, 2),
                 localNumber(q, 2)));
  update();
}

QSize TeachGate::sizeHint() const {
  return {300, static_cast<int>(QFontMetrics(font()).height() * 3.5) + 8};
}

void TeachGate::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), theme_.background);
  const QFontMetrics metrics(font());
  const double line = metrics.height();
  const QRectF bar(kPanelMargin, line * 1.25, width() - 2 * kPanelMargin, line * 1.1);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme_.grid);
  painter.drawRect(bar);
  const int loops = static_cast<int>(walk_.loops.size());
  double from = 0;
  for (int r = 0; r < std::min(reached_, loops); ++r) {
    const WalkLoop& loop = walk_.loops[static_cast<std::size_t>(r)];
    const QRectF part(bar.left() + bar.width() * from, bar.top(), bar.width() * (loop.cdf - from),
                      bar.height());
    from = loop.cdf;
    const QColor colour = theme_.loopColour(r);
    painter.setPen(QPen(theme_.background, 1));
    QColor fill = colour;
    if (r + 1 == loops) fill.setAlpha(70);
    painter.setBrush(fill);
    painter.drawRect(part);
    if (r + 1 == loops) {
      QColor lines = theme_.text;
      lines.setAlpha(110);
      painter.setBrush(QBrush(lines, Qt::BDiagPattern));
      painter.drawRect(part);
    }
    if (part.width() > metrics.horizontalAdvance("00") + 4) {
      painter.setPen(r + 1 == loops ? theme_.text : ColourMap::textOn(colour));
      painter.drawText(part, Qt::AlignCenter, QString::number(r + 1));
    }
  }
  // The threshold: how far the filling has to come.
  if (q_ < 1) {
    const double x = bar.left() + bar.width() * q_;
    painter.setPen(QPen(theme_.accent, 2.5));
    painter.drawLine(QPointF(x, bar.top() - 5), QPointF(x, bar.bottom() + 5));
    const QString text = tr("q %1").arg(localNumber(q_, 2));
    const double w = metrics.horizontalAdvance(text);
    painter.setPen(theme_.text);
    painter.drawText(QPointF(std::clamp(x - w / 2, bar.left(), bar.right() - w),
                             bar.bottom() + 5 + metrics.ascent()),
                     text);
  }
  painter.setPen(theme_.axis);
  painter.drawText(QRectF(kPanelMargin, 0, width() - 2 * kPanelMargin, line * 1.2), Qt::AlignLeft,
                   metrics.elidedText(reached_ > 0 && reached_ == loops
                                          ? tr("Stopped by now (hatched: what was left)")
                                          : tr("Stopped by now, loop by loop"),
                                      Qt::ElideRight, width() - 2 * kPanelMargin));
}

}  // namespace ouroscope
