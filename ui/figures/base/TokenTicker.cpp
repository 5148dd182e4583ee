// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/base/TokenTicker.h"

#include <algorithm>
#include <cmath>

#include "ui/base/TokenText.h"
#include "ui/figures/base/FigureTheme.h"

namespace ouroscope {

WordFit fitWords(const QFont& font, double count, double extent, bool shrink) {
  QFont tried = font;
  const double own = font.pointSizeF(), least = shrink ? std::min(own, kLeastPoints) : own;
  for (double points = own;; points = std::max(least, points - 0.5)) {
    tried.setPointSizeF(points);
    // Small words stand closer: what is left between them still parts them.
    const double pitch = QFontMetricsF(tried).height() * (points < own ? 0.92 : 1.02);
    const int most = std::max(2, static_cast<int>(extent / pitch));
    if (count <= most || points <= least) return {points, most};
  }
}

double TokenTicker::getTickStep(const QCPRange& range) {
  const double shown = range.size();
  words_ = shown <= most_;
  double step = 1;
  while (shown / step > (words_ ? most_ : std::max(2, most_ / 4))) {
    const double lead = step / std::pow(10, std::floor(std::log10(step)));
    step *= lead < 1.5 ? 2 : lead < 3 ? 2.5 : 2;  // 1 2 5 10 20 50 ...
  }
  return step;
}

QVector<double> TokenTicker::createTickVector(double step, const QCPRange& range) {
  QVector<double> ticks;
  const int last = std::min(count_ - 1, static_cast<int>(std::floor(range.upper)));
  // Numbered ticks are at 10, 20, ... as people count, that is at index 9, 19, ...
  const int stride = static_cast<int>(step), shift = words_ ? 0 : stride - 1;
  for (int t = std::max(0, static_cast<int>(std::ceil(range.lower))); t <= last; ++t)
    if (t % stride == shift % stride) ticks << t;
  return ticks;
}

QString TokenTicker::getTickLabel(double tick, const QLocale&, QChar, int) {
  const int t = static_cast<int>(tick);
  return words_ ? wordAt(t) : QString::number(t + 1);
}

QString TokenTicker::wordAt(int token) const {
  if (!label_) return QString::number(token + 1);
  QString text = label_(token).trimmed();
  if (text.isEmpty()) text = QStringLiteral("\u2423");
  return cutText(text, 13);
}

void keepApart(const QCPAxis& axis, const QVector<double>& ticks, QVector<QString>& labels) {
  const bool across = axis.orientation() == Qt::Horizontal;
  const QRect area = axis.axisRect()->rect();
  const double extent = across ? area.width() : area.height();
  if (ticks.size() < 2 || labels.size() != ticks.size() || !(extent > 1) ||
      axis.tickLabelRotation() != 0)
    return;
  const QFontMetricsF metrics(axis.tickLabelFont());
  double needed = metrics.ascent();  // of digits, with a little air
  if (across) {
    for (const QString& label : labels)
      needed = std::max(needed, metrics.horizontalAdvance(label) + metrics.height() / 3);
  }
  const bool linear = axis.scaleType() == QCPAxis::stLinear;
  const double step = ticks[1] - ticks[0];
  const QCPRange range = axis.range();
  const double pitch =
      linear ? step / range.size() * extent
             : std::log(ticks[1] / ticks[0]) / std::log(range.upper / range.lower) * extent;
  if (!(pitch > 0) || pitch >= needed) return;
  qint64 every = 1;
  for (const int factor : {2, 4, 5, 10, 20, 50, 100, 1000}) {
    every = factor;
    if (pitch * factor >= needed) break;
  }
  for (qsizetype i = 0; i < labels.size(); ++i)
    if ((linear ? std::llround(ticks[i] / step) : i) % every != 0) labels[i].clear();
}

void countLoops(QCPAxis* axis, int loops) {
  axis->setTicker(QSharedPointer<Apart<LoopTicker>>::create(axis, loops));
  axis->setNumberFormat("f");
  axis->setNumberPrecision(0);
}

QVector<double> LoopTicker::createTickVector(double step, const QCPRange& range) {
  QVector<double> ticks;
  for (const double tick : QCPAxisTickerFixed::createTickVector(step, range))
    if (tick > 0.5 && tick < loops_ + 0.5) ticks << tick;
  return ticks;
}

}  // namespace ouroscope
