// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/PassLane.h"

#include <QEvent>
#include <QPainter>
#include <algorithm>
#include <array>

#include "ui/views/LoopStage.h"

namespace ouroscope {
namespace {

constexpr std::array kPassStops{Station::Layers, Station::Norm, Station::Head};
constexpr int kPassEnd = 4;  ///< the position at which the head has read
constexpr int kLeastLane = 90, kLeastLaneHeight = 160;

/// How far down the track, 0 the token, 1 to 3 the stations: the gate's quarter is walked through.
double placeOnTrack(double shown) {
  if (shown <= 2) return shown;
  return 2 + (std::min(shown, double{kPassEnd}) - 2) / 2;
}

}  // namespace

PassLane::PassLane(QWidget* parent) : QWidget(parent), theme_(FigureTheme::light()) {
  setObjectName("passLane");
  setAccessibleName(tr("One pass through the layers"));
}

void PassLane::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  update();
}

void PassLane::setWalk(const QString& token, const QString& answer, const QString& share) {
  token_ = token;
  answer_ = answer;
  share_ = share;
  setShown(shown_);
}

bool PassLane::ended() const {
  return shown_ >= kPassEnd;
}

void PassLane::setShown(double shown) {
  shown_ = shown;
  setAccessibleDescription(ended() ? tr("One pass says \u201c%1\u201d, %2").arg(answer_, share_)
                                   : QString());
  update();
}

QSize PassLane::sizeHint() const {
  const QFontMetrics metrics(font());
  int widest = 0;
  for (const Station station : kPassStops)
    widest = std::max({widest, metrics.horizontalAdvance(LoopStage::stationName(station)),
                       metrics.horizontalAdvance(LoopStage::stationPlainly(station))});
  return {std::max(kLeastLane, widest + 3 * metrics.horizontalAdvance('n') + 12), kLeastLaneHeight};
}

void PassLane::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange) updateGeometry();
  QWidget::changeEvent(event);
}

void PassLane::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), theme_.background);
  const QFontMetricsF metrics(font());
  const double line = metrics.height(), middle = width() / 2.0;
  const double room = height() - 8.0;
  // Token, three stations, the answer: two lines each where the height has them.
  const double boxHeight = std::min(line * 2.3, room / 6.2);
  const bool twoLines = boxHeight > line * 1.9;
  const double top = 4 + line * 0.8, bottom = room - line * 1.9;
  const double first = top + line * 0.8 + boxHeight / 2, last = bottom - line * 0.8 - boxHeight / 2;
  const auto at = [&](double place) { return first + (place - 1) * (last - first) / 2; };

  QPen track(theme_.grid, std::max(4.0, line * 0.35), Qt::SolidLine, Qt::RoundCap);
  painter.setPen(track);
  painter.drawLine(QPointF(middle, top), QPointF(middle, bottom));
  const double place = placeOnTrack(shown_);
  const double dot = place <= 1 ? top + place * (at(1) - top) : at(place);
  if (shown_ > 0) {
    track.setColor(theme_.loopColour(0));
    painter.setPen(track);
    painter.drawLine(QPointF(middle, top), QPointF(middle, ended() ? bottom : dot));
  }
  painter.setPen(theme_.text);
  const auto text = [&](double y, const QString& words, bool bold) {
    QFont font = this->font();
    font.setBold(bold);
    painter.setFont(font);
    const QString shown = QFontMetricsF(font).elidedText(words, Qt::ElideRight, width() - 6.0);
    const double wide = QFontMetricsF(font).horizontalAdvance(shown) + 6;
    const QRectF box(middle - wide / 2, y, wide, line);
    painter.fillRect(box, theme_.background);
    painter.drawText(box, Qt::AlignCenter, shown);
  };
  text(2, token_, false);

  for (std::size_t i = 0; i < kPassStops.size(); ++i) {
    const bool here = shown_ > 0 && std::abs(place - static_cast<double>(i + 1)) < 0.3;
    const double wide = std::min<double>(width() - 8, sizeHint().width());
    const QRectF box(middle - wide / 2, at(static_cast<double>(i + 1)) - boxHeight / 2, wide,
                     boxHeight);
    painter.setPen(QPen(here ? theme_.accent : theme_.axis, here ? 2.5 : 1.2));
    painter.setBrush(theme_.background);
    painter.drawRoundedRect(box, line * 0.4, line * 0.4);
    LoopStage::paintStation(painter, box, LoopStage::stationName(kPassStops[i]),
                            twoLines ? LoopStage::stationPlainly(kPassStops[i]) : QString(), here,
                            theme_);
  }
  painter.setFont(font());
  painter.setPen(theme_.text);
  text(bottom + 2, ended() ? answer_ : QStringLiteral("?"), true);
  painter.setPen(theme_.axis);
  if (ended()) text(bottom + 2 + line, share_, false);
}

}  // namespace ouroscope
