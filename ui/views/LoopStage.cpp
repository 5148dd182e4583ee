// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/LoopStage.h"

#include <QPainter>
#include <QtMath>
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/base/Theme.h"
#include "ui/figures/base/ColourMap.h"

namespace ouroscope {
namespace {

constexpr int kStepMs = 450;

}  // namespace

LoopStage::LoopStage(QWidget* parent) : QWidget(parent), theme_(FigureTheme::light()) {
  setObjectName("loopStage");
  setAccessibleName(tr("The loop with the token's state"));
  setMinimumSize(240, 150);
  motion_.setDuration(kStepMs);
  motion_.setEasingCurve(QEasingCurve::InOutQuad);
  connect(&motion_, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
    shown_ = value.toDouble();
    emit moved(shown_);
    update();
  });
}

QString LoopStage::stationName(Station station) {
  switch (station) {
    case Station::Layers:
      return tr("Layers");
    case Station::Norm:
      return tr("Norm");
    case Station::Gate:
      return tr("Gate");
    case Station::Head:
      return tr("Head");
  }
  return {};
}

QString LoopStage::stationPlainly(Station station) {
  switch (station) {
    case Station::Layers:
      return tr("think");
    case Station::Norm:
      return tr("even out");
    case Station::Gate:
      return tr("enough?");
    case Station::Head:
      return tr("say a word");
  }
  return {};
}

void LoopStage::paintStation(QPainter& painter, const QRectF& box, const QString& name,
                             const QString& plainly, bool here, const FigureTheme& theme) {
  const QFont plain = painter.font();
  QFont bold = plain;
  bold.setBold(here);
  painter.setFont(bold);
  painter.setPen(theme.text);
  const double room = box.width() - 8, half = plainly.isEmpty() ? 0 : box.height() / 2;
  painter.drawText(box.adjusted(0, 2, 0, -half), Qt::AlignCenter,
                   QFontMetricsF(bold).elidedText(name, Qt::ElideRight, room));
  painter.setFont(plain);
  if (plainly.isEmpty()) return;
  painter.setPen(theme.axis);
  painter.drawText(box.adjusted(0, half, 0, -2), Qt::AlignCenter,
                   QFontMetricsF(plain).elidedText(plainly, Qt::ElideRight, room));
}

void LoopStage::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  update();
}

void LoopStage::setWalk(const QString& token, int loops, int exitLoop, const QString& layersText) {
  token_ = token;
  loops_ = loops;
  exitLoop_ = exitLoop;
  layersText_ = layersText;
  update();
}

void LoopStage::setBestWord(const QString& word) {
  bestWord_ = word;
  update();
}

void LoopStage::setPosition(int position, bool animated) {
  motion_.stop();
  position_ = position;
  if (animated && !reducedMotion() && isVisible()) {
    motion_.setStartValue(shown_);
    motion_.setEndValue(static_cast<double>(position));
    motion_.start();
  } else {
    shown_ = position;
    emit moved(shown_);
  }
  if (loops_ > 0 && position > 0)
    setAccessibleDescription(
        tr("Loop %1 of %2, at station %3")
            .arg((position - 1) / kStations + 1)
            .arg(loops_)
            .arg(stationName(static_cast<Station>((position - 1) % kStations))));
  update();
}

QPointF LoopStage::pointAt(double position, const QPointF& centre, const QSizeF& radii) const {
  // Layers are at the top; the state goes round clockwise. It enters half a station before them.
  const double quarter = position < 1 ? -0.5 + 0.5 * position : position - 1;
  const double angle = qDegreesToRadians(-90 + 90 * quarter);
  return centre + QPointF(radii.width() * std::cos(angle), radii.height() * std::sin(angle));
}

void LoopStage::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), theme_.background);
  const QFontMetricsF metrics(font());
  // Not the average width: in a Japanese or Chinese font that is twice a letter's.
  const double letter = metrics.horizontalAdvance('n');
  const double line = metrics.height(), boxHeight = line * 2.2;
  const QPointF centre = QRectF(rect()).center();
  const bool entered = position_ > 0;
  const int loop = entered ? (position_ - 1) / kStations : 0;
  const auto station = static_cast<Station>(entered ? (position_ - 1) % kStations : 0);

  struct Box {
    QString name;
    double width;
  };
  std::array<Box, kStations> boxes;
  QFont bold = font();
  bold.setBold(true);  // as wide as it can become
  for (int s = 0; s < kStations; ++s) {
    const auto which = static_cast<Station>(s);
    Box& box = boxes[static_cast<std::size_t>(s)];
    box.name = stationName(which);
    if (which == Station::Layers && !layersText_.isEmpty()) box.name = layersText_;
    if (which == Station::Head && !bestWord_.isEmpty())
      box.name = tr("Head: %1", "the best word follows").arg(bestWord_);
    box.width =
        std::min(width() * 0.36, std::max(QFontMetricsF(bold).horizontalAdvance(box.name),
                                          metrics.horizontalAdvance(stationPlainly(which))) +
                                     letter * 3);
  }
  // A wide lane has a wide ring: the middle says which round it is.
  const double side = std::max(boxes[static_cast<std::size_t>(Station::Norm)].width,
                               boxes[static_cast<std::size_t>(Station::Head)].width);
  const double high = std::max(50.0, (height() - boxHeight) / 2 - 4);
  const QSizeF radii(std::clamp((width() - side) / 2 - 4, 60.0, high * 2.4), high);
  const double thick = std::min(high * 0.09, line * 0.7);

  // The track, and the part of this round that is behind the dot.
  QPen track(theme_.grid, thick, Qt::SolidLine, Qt::RoundCap);
  painter.setPen(track);
  const QRectF ring(centre.x() - radii.width(), centre.y() - high, 2 * radii.width(), 2 * high);
  painter.drawEllipse(ring);
  if (entered && loops_ > 0) {
    track.setColor(theme_.loopColour(loop));
    painter.setPen(track);
    const double done = shown_ - (1 + loop * kStations);
    painter.drawArc(ring, 90 * 16, static_cast<int>(-90 * 16 * std::clamp(done, 0.0, 4.0)));
  }

  // The middle: which round this is, one pip a loop; the one where the reading stops is ringed.
  const double room = 2 * radii.width() - side - 4 * thick;
  const QString round = entered ? tr("Loop %1 of %2").arg(loop + 1).arg(loops_) : tr("Start");
  QFont big = bold;
  big.setPointSizeF(font().pointSizeF() * 1.5);
  const double fits = room / std::max(1.0, QFontMetricsF(big).horizontalAdvance(round));
  if (fits < 1) big.setPointSizeF(big.pointSizeF() * fits);
  painter.setPen(theme_.text);
  painter.setFont(big);
  painter.drawText(QRectF(centre.x() - room, centre.y() - line * 1.6, 2 * room, line * 2),
                   Qt::AlignCenter, round);
  const double pip = std::min(line * 0.3, room / std::max(1, 3 * loops_)), gap = pip * 3;
  for (int r = 0; r < loops_; ++r) {
    const QPointF at(centre.x() + (r - (loops_ - 1) / 2.0) * gap, centre.y() + line * 0.8);
    painter.setPen(QPen(theme_.axis, 1));
    painter.setBrush(entered && r <= loop ? QBrush(theme_.loopColour(r)) : QBrush(Qt::NoBrush));
    painter.drawEllipse(at, pip, pip);
    if (r == exitLoop_ && entered && loop >= exitLoop_) {
      painter.setBrush(Qt::NoBrush);
      painter.setPen(QPen(theme_.accent, 2));
      painter.drawEllipse(at, pip + 3, pip + 3);
    }
  }

  // Stations.
  for (int s = 0; s < kStations; ++s) {
    const auto which = static_cast<Station>(s);
    const bool here = entered && which == station;
    const Box& each = boxes[static_cast<std::size_t>(s)];
    QRectF box(0, 0, each.width, boxHeight);
    box.moveCenter(pointAt(s + 1, centre, radii));
    painter.setPen(QPen(here ? theme_.accent : theme_.axis, here ? 2.5 : 1.2));
    painter.setBrush(theme_.background);
    painter.drawRoundedRect(box, boxHeight * 0.2, boxHeight * 0.2);
    painter.setFont(font());
    paintStation(painter, box, each.name, stationPlainly(which), here, theme_);
  }

  // The state itself, inside the ring and clear of the boxes.
  const double size = thick * 0.8;
  const QPointF dot = pointAt(shown_, centre,
                              {std::max(radii.width() * 0.4, radii.width() - side / 2 - 1.6 * size),
                               std::max(high * 0.3, high - boxHeight / 2 - 1.6 * size)});
  painter.setPen(QPen(theme_.background, 2));
  painter.setBrush(theme_.accent);
  painter.drawEllipse(dot, size, size);
}

}  // namespace ouroscope
