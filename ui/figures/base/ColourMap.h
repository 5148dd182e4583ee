// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <QRgb>
#include <QString>
#include <QStringList>
#include <array>

namespace ouroscope {

/// A 256-entry colour table: "cividis" (what measures have), "viridis" (for figures that ask for
/// it) and "green-purple" or "blue-orange" (centred on zero). Never red-green. Depth has a table of
/// its own.
class ColourMap {
 public:
  static const ColourMap& named(const QString& name);  ///< unknown names give cividis
  /// The ink of depth: from paper to ink, on a dark ground from ink to paper. Deep stands out on
  /// both. Nothing but loops has these colours.
  static const ColourMap& depth(bool dark);
  static QStringList names();
  /// Equal steps of given colours, for kinds that have no order of size.
  static ColourMap steps(const QList<QColor>& colours);
  /// `t` in [0,1], clamped; NaN gives the theme's missing colour at the caller.
  QRgb at(double t) const;
  /// Colour of a loop (0-based), the same in every trace. The first four loops are far apart, up to
  /// sixteen the steps become smaller, and beyond the ramp goes on to the dark end without reaching
  /// it.
  QColor loopColour(int loop) const { return QColor(at(loopPosition(loop + 1.0))); }
  /// Where a loop, from 1 and also between two, lies on the table.
  static double loopPosition(double loop);
  /// WCAG 2.1, 1 to 21.
  static double contrast(const QColor& a, const QColor& b);
  /// Black or white, whichever has the higher contrast on `fill`.
  static QColor textOn(const QColor& fill);

 private:
  std::array<QRgb, 256> table_{};
  friend struct ColourMapTables;
};

}  // namespace ouroscope
