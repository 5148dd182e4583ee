// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>

namespace ouroscope {

/// While it lives, what Qt warns of in this thread is kept instead of printed: where memory runs
/// out, Qt warns, leaves a part of the picture out and goes on.
class PaintWatch {
 public:
  PaintWatch();
  ~PaintWatch();
  PaintWatch(const PaintWatch&) = delete;
  PaintWatch& operator=(const PaintWatch&) = delete;
  /// @throws Error where a warning says that the picture is not complete
  void check() const;

  QStringList warnings;

 private:
  PaintWatch* outer_;
};

/// Keeps lines off standard error that say nothing of a figure: a missing XDG_RUNTIME_DIR, scripts
/// that a font does not shape (checkFigure() names what cannot be drawn).
void dropQtNoise();

}  // namespace ouroscope
