// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/base/FigureTheme.h"

#include <QFontDatabase>

#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "ui/base/Zoom.h"
#include "ui/figures/base/PaperDevice.h"

namespace ouroscope {
namespace {

/// Only its resolution counts: a font made for it has the same measures on every screen.
class Sheet : public PaperDevice {
 public:
  Sheet() : PaperDevice({1, 1}) {}
  QPaintEngine* paintEngine() const override { return nullptr; }
};

/// The first of these that is installed, as it is spelled there; empty where none is.
QString firstInstalled(const QStringList& names) {
  const QStringList families = QFontDatabase::families();
  for (const QString& name : names)
    for (const QString& family : families)
      if (family.compare(name, Qt::CaseInsensitive) == 0) return family;
  return {};
}

/// The CJK family comes after every other: without it a Chinese token takes the Japanese forms.
const QStringList kOtherScripts{"DejaVu Sans", "Noto Sans CJK SC"};

QFont figureFont(double points, const QStringList& families) {
  QFont font;
  font.setFamilies(families);
  font.setPointSizeF(points);
  font.setHintingPreference(QFont::PreferNoHinting);  // rotated labels look ragged when hinted
  return font;
}

QFont screenFont() {
  return figureFont(zoomed(9.0), kOtherScripts);
}

}  // namespace

QColor FigureTheme::inked(const QColor& colour) const {
  constexpr double kReadable = 4.6;  // WCAG 2.1 asks for 4.5
  QColor mixed = colour;
  for (int share = 1; share <= 10 && ColourMap::contrast(mixed, background) < kReadable; ++share) {
    const auto part = [&](double own, double ink) { return float(own + (ink - own) * share / 10); };
    mixed = QColor::fromRgbF(part(colour.redF(), text.redF()), part(colour.greenF(), text.greenF()),
                             part(colour.blueF(), text.blueF()));
  }
  return mixed;
}

FigureTheme FigureTheme::light() {
  return {QColor(0xff, 0xff, 0xff),
          QColor(0x1f, 0x24, 0x28),
          QColor(0x5c, 0x66, 0x6e),
          QColor(0xe3, 0xe6, 0xe8),
          QColor(0xd9, 0x48, 0x01),
          QColor(0x1f, 0x24, 0x28),
          QColor(0x2f, 0x6f, 0xb3),
          QColor(0xb9, 0xbe, 0xc2),
          screenFont(),
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
          QColor(0x6a, 0xae, 0xf0),
          QColor(0x5a, 0x60, 0x65),
          screenFont(),
          1.0,
          false,
          true,
          QColor(0xf2, 0xb8, 0x4b)};
}

FigureTheme FigureTheme::paperTheme(const FigureRecipe& recipe) {
  static const Sheet sheet;
  FigureTheme theme = light();
  theme.text = Qt::black;
  theme.axis = QColor(0x30, 0x30, 0x30);
  QStringList families = figureFamilies(recipe.fontFamily);
  families.removeLast();  // the generic name is for viewers
  theme.font = QFont(figureFont(recipe.fontPoints, families), &sheet);
  theme.lineWidth = recipe.linePoints * 96 / 72;
  theme.paper = true;
  return theme;
}

QStringList figureFamilies(const QString& family) {
  const bool sans = family == "sans", serif = family == "serif";
  QString first = firstInstalled(
      serif  ? QStringList{"Times New Roman", "Liberation Serif", "TeX Gyre Termes", "DejaVu Serif"}
      : sans ? QStringList{"DejaVu Sans", "Verdana", "Noto Sans", "Liberation Sans", "Arial"}
             : QStringList{family});
  if (first.isEmpty() && !sans && !serif)
    throw Error("The font " + shownText(family.toStdString()) +
                " is not installed here: choose sans, serif or the name of an installed family.");
  if (first.isEmpty()) first = QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
  QStringList out{first};
  for (const QString& other : kOtherScripts)
    if (!out.contains(other)) out << other;
  if (sans) out << "Verdana";
  return out << (serif ? "serif" : "sans-serif");
}

}  // namespace ouroscope
