// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/LoopStage.h"

#include <QPainter>
#include <QPainterPath>
#include <QtMath>
#include <algorithm>
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
  setMinimumSize(240, 220);
  motion_.setDuration(kStepMs);
  motion_.setEasingCurve(QEasingCurve::InOutQuad);
  connect(&motion_, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
    shown_ = value.toDouble();
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
  }
  if (loops_ > 0 && position > 0)
    setAccessibleDescription(
        tr("Loop %1 of %2, at station %3")
            .arg((position - 1) / kStations + 1)
            .arg(loops_)
            .arg(stationName(static_cast<Station>((position - 1) % kStations))));
  update();
}

QPointF LoopStage::pointAt(double position, const QPointF& centre, double radius) const {
  // Layers are at the top; the state goes round clockwise. It enters half a station before them.
  const double quarter = position < 1 ? -0.5 + 0.5 * position : position - 1;
  const double angle = qDegreesToRadians(-90 + 90 * quarter);
  return centre + radius * QPointF(std::cos(angle), std::sin(angle));
}

void LoopStage::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), theme_.background);
  const QFontMetricsF metrics(font());
  // Not the average width: in a Japanese or Chinese font that is twice a letter's.
  const double letter = metrics.horizontalAdvance('n');
  const double boxHeight = metrics.height() * 1.9;
  const QPointF centre = QRectF(rect()).center();
  const double radius =
      std::max(60.0, std::min(width() / 2.0 - letter * 7, height() / 2.0 - boxHeight));
  const bool entered = position_ > 0;
  const int loop = entered ? (position_ - 1) / kStations : 0;
  const auto station = static_cast<Station>(entered ? (position_ - 1) % kStations : 0);

  // The track, and the part of this round that is behind the dot.
  QPen track(theme_.grid, radius * 0.09, Qt::SolidLine, Qt::RoundCap);
  painter.setPen(track);
  painter.drawEllipse(centre, radius, radius);
  const QRectF ring(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
  if (entered && loops_ > 0) {
    track.setColor(theme_.loopColour(loop));
    painter.setPen(track);
    const double done = shown_ - (1 + loop * kStations);
    painter.drawArc(ring, 90 * 16, static_cast<int>(-90 * 16 * std::clamp(done, 0.0, 4.0)));
  }

  // The middle: which round this is, one pip a loop; the one where the reading stops is ringed.
  painter.setPen(theme_.text);
  QFont big = font();
  big.setPointSizeF(font().pointSizeF() * 1.7);
  big.setBold(true);
  painter.setFont(big);
  const QRectF middle(centre.x() - radius * 0.8, centre.y() - radius * 0.5, radius * 1.6,
                      radius * 0.6);
  painter.drawText(middle, Qt::AlignCenter, entered ? tr("Loop %1").arg(loop + 1) : tr("Start"));
  painter.setFont(font());
  painter.setPen(theme_.axis);
  painter.drawText(middle.translated(0, radius * 0.42), Qt::AlignCenter, tr("of %1").arg(loops_));
  const double pip = std::min(radius * 0.07, radius * 1.2 / std::max(1, 3 * loops_)), gap = pip * 3;
  for (int r = 0; r < loops_; ++r) {
    const QPointF at(centre.x() + (r - (loops_ - 1) / 2.0) * gap, centre.y() + radius * 0.48);
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
  double widest = 0;  // of the boxes at the sides
  for (int s = 0; s < kStations; ++s) {
    const auto which = static_cast<Station>(s);
    const bool here = entered && which == station;
    QString name = stationName(which);
    if (which == Station::Layers && !layersText_.isEmpty()) name = layersText_;
    if (which == Station::Head && !bestWord_.isEmpty())
      name = tr("Head: %1", "the best word follows").arg(bestWord_);
    QFont bold = font();
    bold.setBold(here);
    painter.setFont(bold);
    const double boxWidth =
        std::min(width() * 0.46, QFontMetricsF(bold).horizontalAdvance(name) + letter * 3);
    QRectF box(0, 0, boxWidth, boxHeight);
    if (which == Station::Norm || which == Station::Head) widest = std::max(widest, boxWidth);
    box.moveCenter(pointAt(s + 1, centre, radius));
    box.moveLeft(std::clamp(box.left(), 2.0, std::max(2.0, width() - boxWidth - 2)));
    painter.setPen(QPen(here ? theme_.accent : theme_.axis, here ? 2.5 : 1.2));
    painter.setBrush(theme_.background);
    painter.drawRoundedRect(box, boxHeight * 0.3, boxHeight * 0.3);
    painter.setPen(theme_.text);
    painter.drawText(box, Qt::AlignCenter,
                     QFontMetricsF(bold).elidedText(name, Qt::ElideRight, boxWidth - 8));
  }

  // The state itself, inside the ring and clear of the boxes: at the sides they are wide.
  const QPointF out = (pointAt(shown_, centre, 1) - centre);
  const double inward = std::hypot(out.x() * widest / 2, out.y() * boxHeight / 2) + radius * 0.12;
  const QPointF dot = centre + std::max(radius * 0.45, radius - inward) * out;
  painter.setPen(QPen(theme_.background, 2));
  painter.setBrush(theme_.accent);
  painter.drawEllipse(dot, radius * 0.075, radius * 0.075);
  painter.setFont(font());
}

}  // namespace ouroscope
