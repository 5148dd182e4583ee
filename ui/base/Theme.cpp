// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/Theme.h"

#include <QApplication>
#include <QPalette>
#include <QSettings>
#include <QStyle>
#include <QStyleFactory>

namespace ouroscope {

QPalette themePalette(bool dark) {
  const auto c = [&](QRgb light, QRgb night) { return QColor(dark ? night : light); };
  QPalette p;
  p.setColor(QPalette::Window, c(0xf3f4f5, 0x26292d));
  p.setColor(QPalette::WindowText, c(0x1f2428, 0xe6e8ea));
  p.setColor(QPalette::Base, c(0xffffff, 0x1e2124));
  p.setColor(QPalette::AlternateBase, c(0xf0f2f3, 0x24282c));
  p.setColor(QPalette::Text, c(0x1f2428, 0xe6e8ea));
  p.setColor(QPalette::PlaceholderText, c(0x62696f, 0xa2abb3));
  p.setColor(QPalette::Button, c(0xe9ebed, 0x33383d));
  p.setColor(QPalette::ButtonText, c(0x1f2428, 0xe6e8ea));
  p.setColor(QPalette::BrightText, Qt::white);
  p.setColor(QPalette::ToolTipBase, c(0xffffff, 0x33383d));
  p.setColor(QPalette::ToolTipText, c(0x1f2428, 0xe6e8ea));
  p.setColor(QPalette::Highlight, c(0x2f6fb3, 0x3374b8));
  p.setColor(QPalette::HighlightedText, Qt::white);
  p.setColor(QPalette::Link, c(0x1a5fa8, 0x7db4ec));
  p.setColor(QPalette::Light, c(0xffffff, 0x41474d));
  p.setColor(QPalette::Midlight, c(0xf3f4f5, 0x383d42));
  p.setColor(QPalette::Mid, c(0xb8bdc1, 0x4a5157));
  p.setColor(QPalette::Dark, c(0x9aa0a5, 0x17191b));
  p.setColor(QPalette::Shadow, c(0x6c7277, 0x0d0e0f));
  for (const auto role :
       {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
    p.setColor(QPalette::Disabled, role, c(0x8d9499, 0x767e85));
  p.setColor(QPalette::Disabled, QPalette::Highlight, c(0xb8bdc1, 0x4a5157));
  return p;
}

bool applyTheme(ThemeChoice choice) {
  static const bool systemDark = QApplication::palette().color(QPalette::Window).lightness() < 128;
  const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && systemDark);
  QApplication::setStyle(QStyleFactory::create("Fusion"));
  QApplication::setPalette(themePalette(dark));
  return dark;
}

bool reducedMotion() {
  const QVariant chosen = QSettings().value("reducedMotion");
  if (chosen.isValid()) return chosen.toBool();
  return QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) == 0;
}

}  // namespace ouroscope
