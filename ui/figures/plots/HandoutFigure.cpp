// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/plots/HandoutFigure.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/analysis/Answer.h"
#include "core/support/Error.h"
#include "core/support/Index.h"
#include "ui/base/Language.h"
#include "ui/base/PlainText.h"
#include "ui/base/TokenText.h"
#include "ui/figures/base/ColourMap.h"
#include "ui/figures/plots/Shading.h"

namespace ouroscope {
namespace {

constexpr int kHandoutRows = 3, kHandoutColumns = 2;
constexpr int kMostHandoutLoops = 12;  ///< rows that have a line each

QPen thinPen(const FigureTheme& theme) {
  return QPen(theme.axis, theme.lineWidth);
}

}  // namespace

int handoutToken(const Trace& trace, const FigureRecipe& recipe) {
  if (trace.tokens() < 1) throw Error("A handout needs a record with at least one token.");
  return recipe.token >= 0 ? chosenToken(trace, recipe) : std::max(0, answerToken(trace));
}

HandoutFigure::HandoutFigure(TracePtr trace, const FigureRecipe& recipe, const FigureTheme& theme,
                             QSizeF size, const QString& language)
    : trace_(std::move(trace)),
      theme_(theme),
      size_(size),
      language_(language),
      token_(handoutToken(*trace_, recipe)),
      read_(readout(*trace_, recipe.rule)),
      walk_(loopWalk(*trace_, token_, read_)) {
  chain_ = puzzleChain(*trace_, token_);
}

QString HandoutFigure::said(const char* source) const {
  return textIn(language_, "Handout", source);
}

QString HandoutFigure::best(int loop) const {
  if (loop >= intSize(walk_.loops)) return QStringLiteral("?");
  const auto& words = walk_.loops[loop].words;
  return words.empty() ? QStringLiteral("?") : wordText(words.front().bytes);
}

double HandoutFigure::bestShare(int loop) const {
  if (loop >= intSize(walk_.loops) || walk_.loops[loop].words.empty()) return std::nan("");
  return walk_.loops[loop].words.front().probability;
}

QString HandoutFigure::percent(double share) const {
  if (std::isnan(share)) return QStringLiteral("\u2013");
  return QStringLiteral("%1 %").arg(std::lround(100 * share));
}

void HandoutFigure::station(QPainter& painter, const QPointF& centre, double width,
                            const char* name, const char* plainly) const {
  const double line = QFontMetricsF(theme_.font).height();
  const QRectF box(centre.x() - width / 2, centre.y() - line * 1.05, width, line * 2.1);
  painter.setPen(thinPen(theme_));
  painter.setBrush(theme_.background);
  painter.drawRoundedRect(box, 4, 4);
  painter.setPen(theme_.text);
  QFont bold = theme_.font;
  bold.setBold(true);
  painter.setFont(bold);
  painter.drawText(QRectF(box.left(), box.top(), width, line * 1.1), Qt::AlignCenter, said(name));
  painter.setFont(theme_.font);
  painter.drawText(QRectF(box.left(), box.top() + line, width, line), Qt::AlignCenter,
                   said(plainly));
}

void HandoutFigure::paintText(QPainter& painter, const QRectF& room) const {
  TextFlow flow;
  QFont large = theme_.font;  // a few words have the frame to themselves
  large.setPointSizeF(theme_.font.pointSizeF() * 1.4);
  flow.setFont(large);
  // Of a long text what stands before the token.
  int first = 0;
  for (;; first += std::max(1, (token_ - first) / 4)) {
    flow.setTrace(trace_, first, token_);
    flow.layout(room.width());
    if (first >= token_ || flow.height() <= room.height()) break;
  }
  const Shading shading = shadingOf(*trace_, read_, measure("exit-loop"));
  flow.setShades(shading.fills, shading.digits);
  flow.setSelection(token_);
  painter.save();
  painter.translate(room.topLeft());
  flow.paint(painter, QRectF(QPointF(), room.size()), theme_);
  painter.restore();
}

void HandoutFigure::paintPass(QPainter& painter, const QRectF& room) const {
  const double middle = room.center().x(), line = QFontMetricsF(theme_.font).height();
  const double top = room.top() + line * 1.2, bottom = room.bottom() - line * 1.6;
  painter.setPen(QPen(theme_.loopColour(0), line * 0.3));
  painter.drawLine(QPointF(middle, top), QPointF(middle, bottom));
  painter.setPen(theme_.text);
  painter.drawText(QRectF(room.left(), room.top(), room.width(), line * 1.1), Qt::AlignCenter,
                   QFontMetricsF(theme_.font)
                       .elidedText(wordText(trace_->columns().tokenBytes[token_]), Qt::ElideRight,
                                   room.width()));
  const double wide = room.width() * 0.5, step = (bottom - top) / 3;
  station(painter, {middle, top + step * 0.5}, wide, QT_TRANSLATE_NOOP("Handout", "Layers"),
          QT_TRANSLATE_NOOP("Handout", "think"));
  station(painter, {middle, top + step * 1.5}, wide, QT_TRANSLATE_NOOP("Handout", "Norm"),
          QT_TRANSLATE_NOOP("Handout", "even out"));
  station(painter, {middle, top + step * 2.5}, wide, QT_TRANSLATE_NOOP("Handout", "Head"),
          QT_TRANSLATE_NOOP("Handout", "say a word"));
  QFont bold = theme_.font;
  bold.setBold(true);
  painter.setFont(bold);
  painter.drawText(QRectF(room.left(), room.bottom() - line * 1.4, room.width(), line * 1.3),
                   Qt::AlignCenter,
                   QFontMetricsF(bold).elidedText(best(0), Qt::ElideRight, room.width() * 0.7) +
                       QStringLiteral("  ") + percent(bestShare(0)));
  painter.setFont(theme_.font);
}

void HandoutFigure::paintLoop(QPainter& painter, const QRectF& room) const {
  const double line = QFontMetricsF(theme_.font).height(), wide = room.width() * 0.34;
  const QPointF centre = room.center();
  const double rx = (room.width() - wide) / 2 - 2, ry = room.height() / 2 - line * 1.2;
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(theme_.loopColour(1), line * 0.3));
  painter.drawEllipse(centre, rx, ry);
  // Which way round: an arrow head on the track between two stations.
  const double angle = -std::numbers::pi / 4;
  const QPointF at = centre + QPointF(rx * std::cos(angle), ry * std::sin(angle));
  const QPointF along =
      QPointF(-rx * std::sin(angle), ry * std::cos(angle)) / std::hypot(rx, ry) * line;
  const QPointF across(-along.y(), along.x());
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme_.text);
  painter.drawPolygon(QPolygonF{at + along * 0.6, at - along * 0.3 + across * 0.5,
                                at - along * 0.3 - across * 0.5});
  station(painter, centre - QPointF(0, ry), wide, QT_TRANSLATE_NOOP("Handout", "Layers"),
          QT_TRANSLATE_NOOP("Handout", "think"));
  station(painter, centre + QPointF(rx, 0), wide, QT_TRANSLATE_NOOP("Handout", "Norm"),
          QT_TRANSLATE_NOOP("Handout", "even out"));
  if (trace_->hasGate())
    station(painter, centre + QPointF(0, ry), wide, QT_TRANSLATE_NOOP("Handout", "Gate"),
            QT_TRANSLATE_NOOP("Handout", "enough?"));
  station(painter, centre - QPointF(rx, 0), wide, QT_TRANSLATE_NOOP("Handout", "Head"),
          QT_TRANSLATE_NOOP("Handout", "say a word"));
  painter.setPen(theme_.text);
  painter.drawText(QRectF(centre.x() - rx, centre.y() - line, 2 * rx, 2 * line), Qt::AlignCenter,
                   QString::number(intSize(walk_.loops)) + QStringLiteral(" \u00d7"));
}

void HandoutFigure::paintWords(QPainter& painter, const QRectF& room) const {
  const int loops = std::min(intSize(walk_.loops), kMostHandoutLoops);
  if (loops < 1) return;
  const QFontMetricsF metrics(theme_.font);
  const double row = std::min(room.height() / loops, metrics.height() * 1.7);
  const double digit = metrics.horizontalAdvance("000"), share = metrics.horizontalAdvance("100 %");
  const double words = room.width() * 0.34;
  for (int r = 0; r < loops; ++r) {
    const double y = room.top() + r * row;
    const QColor ink = theme_.loopColour(r);
    const QRectF mark(room.left(), y + row * 0.12, digit, row * 0.76);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawRect(mark);
    painter.setPen(ColourMap::textOn(ink));
    painter.drawText(mark, Qt::AlignCenter, QString::number(r + 1));
    painter.setPen(theme_.text);
    QFont font = theme_.font;
    font.setBold(walk_.loops[r].stops);
    painter.setFont(font);
    painter.drawText(QRectF(mark.right() + 6, y, words, row), Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetricsF(font).elidedText(best(r), Qt::ElideRight, words));
    const double left = mark.right() + 6 + words + 4, right = room.right() - share - 10;
    const double p = bestShare(r);
    painter.setPen(Qt::NoPen);
    painter.setBrush(walk_.loops[r].stops ? theme_.accent : theme_.axis);
    if (!std::isnan(p))
      painter.drawRect(QRectF(left, y + row * 0.25, std::max(1.0, (right - left) * p), row * 0.5));
    painter.setPen(theme_.text);
    painter.drawText(QRectF(right, y, room.right() - right, row), Qt::AlignVCenter | Qt::AlignRight,
                     percent(p));
  }
  painter.setFont(theme_.font);
}

void HandoutFigure::paintGate(QPainter& painter, const QRectF& room) const {
  const QFontMetricsF metrics(theme_.font);
  const double line = metrics.height();
  if (!trace_->hasGate()) return;
  const QRectF bar(room.left() + 2, room.center().y() - line, room.width() - 4, line * 1.6);
  painter.setPen(thinPen(theme_));
  painter.setBrush(Qt::NoBrush);
  double from = 0;
  for (int r = 0; r < intSize(walk_.loops); ++r) {
    const double cdf = walk_.loops[r].cdf;
    if (std::isnan(cdf)) break;
    const QColor ink = theme_.loopColour(r);
    const QRectF part(bar.left() + bar.width() * from, bar.top(), bar.width() * (cdf - from),
                      bar.height());
    from = cdf;
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawRect(part);
    if (part.width() > metrics.horizontalAdvance("00") + 2) {
      painter.setPen(ColourMap::textOn(ink));
      painter.drawText(part, Qt::AlignCenter, QString::number(r + 1));
    }
  }
  painter.setBrush(Qt::NoBrush);
  painter.setPen(thinPen(theme_));
  painter.drawRect(bar);
  const double q = read_.rule.q;
  if (q < 1) {
    const double x = bar.left() + bar.width() * q;
    painter.setPen(QPen(theme_.accent, 2 * theme_.lineWidth + 1));
    painter.drawLine(QPointF(x, bar.top() - 6), QPointF(x, bar.bottom() + 6));
    painter.setPen(theme_.text);
    const QString text = QStringLiteral("q = ") + QLocale(language_).toString(q, 'f', 2);
    const double w = metrics.horizontalAdvance(text);
    painter.drawText(
        QRectF(std::clamp(x - w / 2, room.left(), room.right() - w), bar.bottom() + 8, w + 1, line),
        Qt::AlignLeft, text);
  }
  painter.setPen(theme_.text);
  painter.drawText(QRectF(bar.left(), bar.top() - line * 1.5, bar.width(), line),
                   Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("0"));
  painter.drawText(QRectF(bar.left(), bar.top() - line * 1.5, bar.width(), line),
                   Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("1"));
}

void HandoutFigure::paintAnswer(QPainter& painter, const QRectF& room) const {
  const double line = QFontMetricsF(theme_.font).height();
  QFont large = theme_.font;
  large.setBold(true);
  double y = room.top() + line * 0.4;
  const auto say = [&](const QString& label, const QString& text, const QColor& ink) {
    painter.setFont(theme_.font);
    painter.setPen(theme_.text);
    painter.drawText(
        QRectF(room.left(), y, room.width() * 0.5, line * 1.4), Qt::AlignVCenter,
        QFontMetricsF(theme_.font).elidedText(label, Qt::ElideRight, room.width() * 0.5));
    painter.setFont(large);
    painter.setPen(ink);
    const double wide = room.width() * 0.48;
    painter.drawText(QRectF(room.right() - wide, y, wide, line * 1.4), Qt::AlignVCenter,
                     QFontMetricsF(large).elidedText(text, Qt::ElideRight, wide));
    y += line * 1.5;
  };
  say(said(QT_TRANSLATE_NOOP("Handout", "One pass says")), best(0), theme_.text);
  say(said(QT_TRANSLATE_NOOP("Handout", "Loop %1 says")).arg(walk_.exitLoop + 1),
      best(walk_.exitLoop), theme_.accent);
  painter.setFont(theme_.font);
  painter.setPen(theme_.text);
  if (chain_) {
    QStringList parts;
    if (!chain_->start.empty()) parts << QString::fromStdString(chain_->start);
    for (const PuzzleStep& step : chain_->steps)
      parts << QStringLiteral("%1 \u2192 %2")
                   .arg(QString::fromStdString(step.done), QString::fromStdString(step.value));
    painter.drawText(QRectF(room.left(), y, room.width(), line * 3.4), Qt::TextWordWrap,
                     said(QT_TRANSLATE_NOOP("Handout", "By the game's rule:")) + ' ' +
                         parts.join(QStringLiteral(", ")));
    y += line * 3.4;
  }
  painter.drawText(QRectF(room.left(), y, room.width(), line * 1.2), Qt::AlignVCenter,
                   said(QT_TRANSLATE_NOOP("Handout", "What did the extra rounds change?")));
  y += line * 1.4;
  painter.setPen(thinPen(theme_));
  for (y += line * 1.2; y < room.bottom(); y += line * 1.6)
    painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y));
}

QString HandoutFigure::gateCaption() const {
  if (!trace_->hasGate())
    return said(QT_TRANSLATE_NOOP(
        "Handout", "This model has no gate: how many loops it takes was set before."));
  const bool last = walk_.exitLoop + 1 == intSize(walk_.loops);
  const bool passed = read_.rule.q < 1 && walk_.loops[walk_.exitLoop].cdf >= read_.rule.q;
  if (!last && !passed)
    return said(QT_TRANSLATE_NOOP(
                    "Handout",
                    "After every round a small switch, the gate, asks: enough? The bar adds its "
                    "answers up. Here no loop after loop %1 is allowed, and it stops there."))
        .arg(walk_.exitLoop + 1);
  return said(last ? QT_TRANSLATE_NOOP(
                         "Handout",
                         "After every round a small switch, the gate, asks: enough? The bar adds "
                         "its answers up. Here it stops at the last loop, %1.")
                   : QT_TRANSLATE_NOOP(
                         "Handout",
                         "After every round a small switch, the gate, asks: enough? The bar adds "
                         "its answers up. Here it passes the line q at loop %1, and the model "
                         "stops."))
      .arg(walk_.exitLoop + 1);
}

QString HandoutFigure::answerCaption() const {
  return said(
      best(0) == best(walk_.exitLoop)
          ? QT_TRANSLATE_NOOP(
                "Handout",
                "One pass and the loops say the same word. More rounds were not needed "
                "for it.")
          : QT_TRANSLATE_NOOP("Handout",
                              "The same text, the same layers, another answer: the rounds between "
                              "changed it."));
}

void HandoutFigure::paint(QPainter& painter) const {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const QFontMetricsF metrics(theme_.font);
  const double line = metrics.height();
  const double margin = size_.width() * 0.07, gap = size_.width() * 0.025;
  QFont title = theme_.font;
  title.setBold(true);
  title.setPointSizeF(theme_.font.pointSizeF() * 1.6);
  painter.setFont(title);
  painter.setPen(theme_.text);
  const double width = size_.width() - 2 * margin;
  painter.drawText(QRectF(margin, margin * 0.7, width, line * 2), Qt::AlignVCenter,
                   QFontMetricsF(title).elidedText(
                       said(QT_TRANSLATE_NOOP("Handout", "How a looped model finds a word")),
                       Qt::ElideRight, width));
  painter.setFont(theme_.font);
  const QString about =
      said(QT_TRANSLATE_NOOP("Handout",
                             "Model: %1. Name: ______________________  Date: ____________"))
          .arg(shownName(trace_->info().modelName, 40));
  painter.drawText(QRectF(margin, margin * 0.7 + line * 2.1, width, line * 1.2), Qt::AlignVCenter,
                   metrics.elidedText(about, Qt::ElideRight, width));

  const double top = margin * 0.7 + line * 3.8;
  const double wide = (width - gap) / kHandoutColumns;
  const double high =
      (size_.height() - margin * 0.8 - top - (kHandoutRows - 1) * gap) / kHandoutRows;
  struct Frame {
    QString title, caption;
    void (HandoutFigure::*paint)(QPainter&, const QRectF&) const;
  };
  const Frame frames[] = {
      {said(QT_TRANSLATE_NOOP("Handout", "The text")),
       said(QT_TRANSLATE_NOOP(
           "Handout",
           "The small digit says how many loops a word took. Which word comes next? My "
           "guess: ______________")),
       &HandoutFigure::paintText},
      {said(QT_TRANSLATE_NOOP("Handout", "One pass")),
       said(QT_TRANSLATE_NOOP(
           "Handout", "The layers are used once. Then the head turns the numbers into a word.")),
       &HandoutFigure::paintPass},
      {said(QT_TRANSLATE_NOOP("Handout", "Looped")),
       said(QT_TRANSLATE_NOOP(
           "Handout",
           "The same layers again and again. Between the rounds nothing is written: this "
           "thinking is silent.")),
       &HandoutFigure::paintLoop},
      {said(QT_TRANSLATE_NOOP("Handout", "The best word after every loop")),
       said(QT_TRANSLATE_NOOP(
           "Handout",
           "What the model would have said after each round, and how sure it was. Bold: "
           "the round at which it is read.")),
       &HandoutFigure::paintWords},
      {said(QT_TRANSLATE_NOOP("Handout", "Enough?")), gateCaption(), &HandoutFigure::paintGate},
      {said(QT_TRANSLATE_NOOP("Handout", "The answer")), answerCaption(),
       &HandoutFigure::paintAnswer},
  };
  for (int i = 0; i < kHandoutRows * kHandoutColumns; ++i) {
    const Frame& frame = frames[i];
    const int row = i / kHandoutColumns, column = i % kHandoutColumns;
    const QRectF box(margin + column * (wide + gap), top + row * (high + gap), wide, high);
    painter.setPen(thinPen(theme_));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
    const QRectF inner = box.adjusted(line * 0.7, line * 0.5, -line * 0.7, -line * 0.5);
    QFont bold = theme_.font;
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(theme_.text);
    painter.drawText(QRectF(inner.left(), inner.top(), inner.width(), line * 1.2), Qt::AlignVCenter,
                     QFontMetricsF(bold).elidedText(QStringLiteral("%1  ").arg(i + 1) + frame.title,
                                                    Qt::ElideRight, inner.width()));
    painter.setFont(theme_.font);
    const double words =
        metrics.boundingRect(QRectF(0, 0, inner.width(), 1e6), Qt::TextWordWrap, frame.caption)
            .height();
    painter.drawText(QRectF(inner.left(), inner.bottom() - words, inner.width(), words + 1),
                     Qt::TextWordWrap, frame.caption);
    const QRectF room = inner.adjusted(0, line * 1.6, 0, -words - line * 0.6);
    painter.save();
    if (room.height() > line * 3) (this->*frame.paint)(painter, room);
    painter.restore();
  }
  painter.restore();
}

}  // namespace ouroscope
