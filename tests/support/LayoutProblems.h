// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with the words that a window paints: the bounds of everything that is painted are
// compared.
#pragma once
#include <QAbstractButton>
#include <QHash>
#include <QHeaderView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <algorithm>

#include "tests/support/Contrast.h"
#include "tests/support/PaintedTexts.h"
#include "tests/support/WindowTexts.h"

namespace ouroscope::test {

/// A pixel more or less is the rounding of glyphs.
inline constexpr double kSlack = 1.5;

inline QString placeOf(const PaintedText& text) {
  const QRect r = text.ink.toAlignedRect();
  return QStringLiteral("\"%1\" at %2,%3 %4x%5 in %6 (%7)")
      .arg(text.text)
      .arg(r.x())
      .arg(r.y())
      .arg(r.width())
      .arg(r.height())
      .arg(text.widget->objectName(), text.widget->metaObject()->className());
}

/// Whether what is outside comes into sight by scrolling this area.
inline bool scrolls(const QAbstractScrollArea& area, Qt::Orientation direction) {
  // The headers of a table go with it.
  if (qobject_cast<const QHeaderView*>(&area))
    if (const auto* table = qobject_cast<const QAbstractScrollArea*>(area.parentWidget()))
      return scrolls(*table, direction);
  if ((direction == Qt::Vertical ? area.verticalScrollBarPolicy()
                                 : area.horizontalScrollBarPolicy()) == Qt::ScrollBarAlwaysOff)
    return false;
  const QScrollBar* bar =
      direction == Qt::Vertical ? area.verticalScrollBar() : area.horizontalScrollBar();
  return bar->maximum() > bar->minimum();
}

/// What of a widget can be seen or scrolled into sight, in the window.
inline QRectF reach(const QWidget& widget) {
  constexpr double kFar = 1e6;
  QRectF room(-kFar, -kFar, 2 * kFar, 2 * kFar);
  bool across = false, along = false;  // it scrolls, so what is around it does not cut it
  for (const QWidget* each = &widget; each; each = each->parentWidget()) {
    if (const auto* area = qobject_cast<const QAbstractScrollArea*>(each->parentWidget());
        area && area->viewport() == each) {
      across = across || scrolls(*area, Qt::Horizontal);
      along = along || scrolls(*area, Qt::Vertical);
    }
    QRectF outer(each->mapTo(widget.window(), QPoint()), each->size());
    if (across) outer.adjust(-kFar, 0, kFar, 0);
    if (along) outer.adjust(0, -kFar, 0, kFar);
    room &= outer;
  }
  return room;
}

/// What can be seen now.
inline QRectF seen(const QWidget& widget) {
  QRectF room(widget.mapTo(widget.window(), QPoint()), widget.size());
  for (const QWidget* parent = widget.parentWidget(); parent; parent = parent->parentWidget())
    room &= QRectF(parent->mapTo(widget.window(), QPoint()), parent->size());
  return room;
}

/// Cells and lines of a text that scrolls are cut at its edge, as scrolled ones are.
inline bool cut(const PaintedText& text) {
  QRectF room = reach(*text.widget), clip = text.room;
  const auto* area = qobject_cast<const QAbstractScrollArea*>(text.widget->parentWidget());
  if (area && area->viewport() == text.widget) {
    if (scrolls(*area, Qt::Vertical)) clip.adjust(0, -1e6, 0, 1e6);
    if (scrolls(*area, Qt::Horizontal)) clip.adjust(-1e6, 0, 1e6, 0);
  }
  if (!text.ink.intersects(clip)) return false;  // drawn for nobody
  room &= clip;
  // A capital with an accent may touch the line above it.
  return text.ink.left() < room.left() - kSlack || text.ink.right() > room.right() + kSlack ||
         text.ink.top() < room.top() - 2 * kSlack || text.ink.bottom() > room.bottom() + kSlack;
}

/// A prompt may be of any length: its beginning stands in the list, all of it in the tool tip.
inline bool isTitleOfARun(const PaintedText& text) {
  const auto* list = qobject_cast<const QListWidget*>(text.widget->parentWidget());
  if (!list || list->objectName() != "runList") return false;
  const QListWidgetItem* row =
      list->itemAt(text.widget->mapFrom(text.widget->window(), text.ink.center().toPoint()));
  QString beginning = text.text;
  beginning.remove(QChar(0x2026));
  return row && row->toolTip().contains(beginning.toHtmlEscaped());
}

/// Words that are cut, elided or painted over each other, each where it stands; empty: none.
inline QStringList layoutProblems(QWidget& window) {
  QStringList found;
  QSet<QString> whole;  // words that end with dots of their own
  visitTexts(
      window,
      [&](const QWidget&, TextRole, const QString& text) {
        if (text.contains(QChar(0x2026))) whole << text << QString(text).remove('&');
      },
      false);
  // A caption quotes the beginning of a prompt.
  for (const auto* edit : window.findChildren<QPlainTextEdit*>()) whole << edit->toPlainText();
  std::vector<PaintedText> texts = paintedTexts(window);
  for (const PaintedText& text : texts) {
    if (cut(text)) found << "cut: " + placeOf(text);
    if (text.text.contains(QChar(0x2026)) && !isTitleOfARun(text) &&
        !std::ranges::any_of(whole, [&](const QString& w) { return w.contains(text.text); }))
      found << "elided: " + placeOf(text);
  }
  // What can be seen now, and covers something.
  std::vector<PaintedText> shown;
  for (PaintedText text : texts) {
    text.ink &= text.room & seen(*text.widget);
    if (text.ink.width() > kSlack && text.ink.height() > kSlack) shown.push_back(text);
  }
  std::ranges::sort(shown, {}, [](const PaintedText& t) { return t.ink.top(); });
  for (std::size_t i = 0; i < shown.size(); ++i)
    for (std::size_t j = i + 1; j < shown.size(); ++j) {
      const PaintedText &a = shown[i], &b = shown[j];
      if (b.ink.top() > a.ink.bottom()) break;
      const QRectF both = a.ink & b.ink;
      if (both.width() <= kSlack || both.height() <= kSlack) continue;
      // Runs of one line that are of different fonts touch.
      if (a.widget == b.widget && both.width() < 5 &&
          std::abs(a.ink.center().y() - b.ink.center().y()) < 4)
        continue;
      // A halo or a bold letter is the same text once more.
      if (a.text == b.text && (a.ink.center() - b.ink.center()).manhattanLength() < 4) continue;
      found << "over each other: " + placeOf(a) + " and " + placeOf(b);
    }
  return found;
}

/// Scroll bars inside something that scrolls the same way.
inline QStringList nestedBars(const QWidget& window) {
  QStringList found;
  for (const auto* inner : window.findChildren<QAbstractScrollArea*>()) {
    if (!inner->isVisible() || !inner->verticalScrollBar()->isVisible() ||
        !scrolls(*inner, Qt::Vertical))
      continue;
    for (const QWidget* p = inner->parentWidget(); p; p = p->parentWidget())
      if (const auto* outer = qobject_cast<const QAbstractScrollArea*>(p);
          outer && scrolls(*outer, Qt::Vertical))
        found << QStringLiteral("%1 (%2) scrolls inside %3")
                     .arg(inner->objectName(), inner->metaObject()->className(),
                          QLatin1String(outer->metaObject()->className()));
  }
  return found;
}

/// Words that can hardly be read on what is behind them: WCAG 2.1 asks for 4.5, of large type
/// and of marks for 3. What cannot be used now may be faint.
inline QStringList faintTexts(QWidget& window) {
  constexpr double kLeast = 4.5, kLeastLarge = 3;
  const QImage picture = window.grab().toImage();
  const double scale = picture.devicePixelRatio();
  QStringList found;
  QHash<const QWidget*, QImage> plots;
  for (const PaintedText& text : paintedTexts(window)) {
    const QRectF ink = text.ink & text.room & seen(*text.widget);
    if (ink.width() < 2 || ink.height() < 2 || !text.widget->isEnabled()) continue;
    // A plot was recorded as it is drawn now; on the screen it may be a replot behind.
    QImage image = picture;
    QRect place = QRectF(ink.topLeft() * scale, ink.size() * scale).toAlignedRect();
    if (const auto* plot = qobject_cast<const QCustomPlot*>(text.widget)) {
      if (!plots.contains(plot))
        plots[plot] =
            const_cast<QCustomPlot*>(plot)->toPixmap(plot->width(), plot->height()).toImage();
      image = plots[plot];
      place = ink.translated(-plot->mapTo(&window, QPoint())).toAlignedRect();
    }
    place &= image.rect();
    QHash<QRgb, int> counts;
    for (int y = place.top(); y <= place.bottom(); ++y)
      for (int x = place.left(); x <= place.right(); ++x) ++counts[image.pixel(x, y)];
    if (counts.isEmpty()) continue;
    // The ground is what most of the room of the word is that is not its ink.
    QHash<QRgb, int> others = counts;
    others.removeIf([&](const std::pair<const QRgb&, int&>& each) {
      return contrast(text.pen, QColor(each.first)) < 1.3;
    });
    if (!others.isEmpty()) counts = others;
    const QColor ground(
        std::max_element(counts.keyValueBegin(), counts.keyValueEnd(),
                         [](const auto& a, const auto& b) { return a.second < b.second; })
            ->first);
    const double share = text.pen.alphaF();
    const auto mixed = [&](double own, double behind) {
      return float(share * own + (1 - share) * behind);
    };
    const QColor pen = QColor::fromRgbF(mixed(text.pen.redF(), ground.redF()),
                                        mixed(text.pen.greenF(), ground.greenF()),
                                        mixed(text.pen.blueF(), ground.blueF()));
    const double stands = contrast(pen, ground);
    const bool large = ink.height() >= 24 || std::ranges::none_of(text.text, [](QChar c) {
                         return c.isLetterOrNumber();
                       });  // a mark is no text
    if (stands < (large ? kLeastLarge : kLeast))
      found << QStringLiteral("faint: %1, %2 on %3, contrast %4")
                   .arg(placeOf(text), pen.name(), ground.name())
                   .arg(stands, 0, 'f', 1);
  }
  return found;
}

}  // namespace ouroscope::test
