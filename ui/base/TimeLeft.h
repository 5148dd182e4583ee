// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QElapsedTimer>
#include <QString>

namespace ouroscope {

/// Seconds that the rest of a job will take at the pace so far; -1 while that is a guess (the first
/// second, or nothing done).
double secondsLeft(qint64 elapsedMs, qint64 done, qint64 total);

/// "12 of 60, about 5 s left", in the window's language.
QString progressText(qint64 done, qint64 total, double secondsLeft, bool tokens = false);

}  // namespace ouroscope
