// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/Theme.h"

#include <QApplication>
#include <QPainter>
#include <QPalette>
#include <QProxyStyle>
#include <QSettings>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleOption>
#include <algorithm>

namespace ouroscope {
namespace {

/// Fusion outlines boxes and fields with a darker shade of the window, which a dark window hides;
/// and its menus are low.
class OutlinedStyle : public QProxyStyle {
 public:
  OutlinedStyle() : QProxyStyle(QStyleFactory::create("Fusion")) {}
  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override {
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool round = element == PE_IndicatorRadioButton;
    if (!round && element != PE_IndicatorCheckBox && element != PE_FrameLineEdit) return;
    if (option->palette.color(QPalette::Window).lightness() >= 128) return;
    const bool focus = element == PE_FrameLineEdit && option->state & State_HasFocus;
    if (focus) return;  // it has the colour of the focus
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(
        QPen(option->palette.color(
                 option->state & State_Enabled ? QPalette::Active : QPalette::Disabled,
                 element == PE_FrameLineEdit ? QPalette::Mid : QPalette::PlaceholderText),
             1));
    const QRectF box = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    round ? painter->drawEllipse(box) : painter->drawRoundedRect(box, 2, 2);
    painter->restore();
  }
  /// Menus as high as the buttons at the other end of their bar: both stand on one line.
  QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                         const QWidget* widget) const override {
    QSize made = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_MenuBarItem && option)
      made.setHeight(std::max(made.height(), option->fontMetrics.height() + 10));
    return made;
  }
};

}  // namespace

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
  QApplication::setStyle(new OutlinedStyle);
  QApplication::setPalette(themePalette(dark));
  return dark;
}

bool reducedMotion() {
  const QVariant chosen = QSettings().value("reducedMotion");
  if (chosen.isValid()) return chosen.toBool();
  return QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) == 0;
}

QString warningPill() {
  return QStringLiteral("padding: 2px 8px; border-radius: 8px; color: white; background: %1;")
      .arg(QColor(kWarningGround).name());
}

}  // namespace ouroscope
