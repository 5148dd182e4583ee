// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/base/FigureTheme.h"

namespace ouroscope {
namespace {

/// The CJK family comes after every other: without it a Chinese token takes the Japanese forms.
QFont figureFont(double points, const QString& family = "sans") {
  QFont font;
  const QStringList first = family == "sans"    ? QStringList{"DejaVu Sans"}
                            : family == "serif" ? QStringList{"Times New Roman", "Liberation Serif",
                                                              "TeX Gyre Termes", "DejaVu Serif"}
                                                : QStringList{family};
  font.setFamilies(first + QStringList{"DejaVu Sans", "Noto Sans CJK SC"});
  font.setPointSizeF(points);
  font.setHintingPreference(QFont::PreferNoHinting);  // rotated labels look ragged when hinted
  return font;
}

}  // namespace

FigureTheme FigureTheme::light() {
  return {QColor(0xff, 0xff, 0xff),
          QColor(0x1f, 0x24, 0x28),
          QColor(0x5c, 0x66, 0x6e),
          QColor(0xe3, 0xe6, 0xe8),
          QColor(0xd9, 0x48, 0x01),
          QColor(0x1f, 0x24, 0x28),
          QColor(0xd9, 0x48, 0x01),
          QColor(0xb9, 0xbe, 0xc2),
          figureFont(9),
          1.0,
          false};
}

FigureTheme FigureTheme::dark() {
  return {QColor(0x1e, 0x21, 0x24),
          QColor(0xe6, 0xe8, 0xea),
          QColor(0x9a, 0xa3, 0xab),
          QColor(0x37, 0x3c, 0x41),
          QColor(0xff, 0x8a, 0x3d),
          QColor(0xf2, 0xf4, 0xf5),
          QColor(0xff, 0x8a, 0x3d),
          QColor(0x5a, 0x60, 0x65),
          figureFont(9),
          1.0,
          false};
}

FigureTheme FigureTheme::paperTheme(const FigureRecipe& recipe) {
  FigureTheme theme = light();
  theme.text = Qt::black;
  theme.axis = QColor(0x30, 0x30, 0x30);
  theme.font = figureFont(recipe.fontPoints, recipe.fontFamily);
  theme.lineWidth = recipe.linePoints * 96 / 72;
  theme.paper = true;
  return theme;
}

}  // namespace ouroscope
