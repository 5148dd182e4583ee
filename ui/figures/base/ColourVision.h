// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QImage>
#include <QRgb>

namespace ouroscope {

/// How a picture looks to other eyes: complete dichromacy by the matrices of Machado, Oliveira and
/// Fernandes (2009), or printed without colour.
enum class ColourVision { Full, Deuteranopia, Protanopia, Tritanopia, Grey };

QRgb seenAs(QRgb colour, ColourVision vision);
QImage seenAs(const QImage& image, ColourVision vision);

}  // namespace ouroscope
