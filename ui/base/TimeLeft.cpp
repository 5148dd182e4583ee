// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/TimeLeft.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

namespace ouroscope {

double secondsLeft(qint64 elapsedMs, qint64 done, qint64 total) {
  if (elapsedMs < 1000 || done <= 0 || total < done) return -1;
  return static_cast<double>(elapsedMs) / 1000 * static_cast<double>(total - done) /
         static_cast<double>(done);
}

QString progressText(qint64 done, qint64 total, double seconds, bool tokens) {
  const QLocale locale;
  if (total <= 0) return {};
  // Bytes come in millions: a share says more than the figures.
  const QString part =
      tokens ? QCoreApplication::translate("Progress", "%1 of %2 tokens")
                   .arg(locale.toString(done), locale.toString(total))
      : total > 1'000'000
          ? QCoreApplication::translate("Progress", "%1 %").arg(locale.toString(100 * done / total))
          : QCoreApplication::translate("Progress", "%1 of %2")
                .arg(locale.toString(done), locale.toString(total));
  if (seconds < 0) return part;
  if (seconds < 90)
    return QCoreApplication::translate("Progress", "%1, about %2 s left")
        .arg(part, locale.toString(static_cast<int>(std::ceil(seconds))));
  return QCoreApplication::translate("Progress", "%1, about %2 min left")
      .arg(part, locale.toString(static_cast<int>(std::ceil(seconds / 60))));
}

}  // namespace ouroscope
