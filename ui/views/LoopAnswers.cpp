// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/LoopAnswers.h"

#include <QEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/base/Language.h"
#include "ui/base/TokenText.h"
#include "ui/figures/base/ColourMap.h"
#include "ui/views/TeachSentences.h"

namespace ouroscope {
namespace {

constexpr double kChipGap = 6;
constexpr int kMostChips = 12;  ///< of more loops those round the one that is read

}  // namespace

LoopAnswers::LoopAnswers(QWidget* parent) : QWidget(parent), theme_(FigureTheme::light()) {
  setObjectName("loopAnswers");
  setAccessibleName(tr("The best word after every loop"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LoopAnswers::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  update();
}

void LoopAnswers::setWalk(const LoopWalk& walk, std::optional<PuzzleChain> chain,
                          const QString& right) {
  walk_ = walk;
  chain_ = std::move(chain);
  right_ = right;
  place();
}

void LoopAnswers::setRead(int read, bool chainShown) {
  const bool other = chainShown != chainShown_;
  read_ = read;
  chainShown_ = chainShown;
  QStringList told;
  for (int r = 0; r < read_; ++r) told << tr("Loop %1: %2").arg(r + 1).arg(chip(r));
  if (!chainText().isEmpty()) told << chainText();
  setAccessibleDescription(told.join(QStringLiteral("; ")));
  other ? place() : update();
}

QString LoopAnswers::chip(int loop) const {
  const auto& words = walk_.loops[static_cast<std::size_t>(loop)].words;
  if (loop >= read_ || words.empty()) return QStringLiteral("?");
  QString text = wordText(words.front().bytes);
  if (!right_.isEmpty() && text == right_) text += QStringLiteral(" \u2713");
  if (!chain_ || !chainShown_) return text;
  const std::vector<int> steps = chain_->stepsWith(words.front().bytes);
  return steps.empty() ? text
                       : tr("%1 = step %2", "a word; the step of a puzzle with that value")
                             .arg(text)
                             .arg(steps.back() + 1);
}

QString LoopAnswers::chainText() const {
  if (!chain_ || !chainShown_) return {};
  QStringList parts;
  if (!chain_->start.empty()) parts << QString::fromStdString(chain_->start);
  for (const PuzzleStep& step : chain_->steps)
    parts << QStringLiteral("%1 \u2192 %2")
                 .arg(QString::fromStdString(step.done), QString::fromStdString(step.value));
  return tr("By the game's rule:") + ' ' + parts.join(QStringLiteral(", "));
}

std::vector<int> LoopAnswers::litSteps() const {
  if (!chain_ || !chainShown_ || read_ < 1) return {};
  const auto& words = walk_.loops[static_cast<std::size_t>(read_ - 1)].words;
  return words.empty() ? std::vector<int>() : chain_->stepsWith(words.front().bytes);
}

double LoopAnswers::chipsHeight() const {
  return QFontMetricsF(font()).height() * 1.7;
}

void LoopAnswers::place() {
  pieces_.clear();
  const QFontMetricsF metrics(font());
  const double line = metrics.height(), row = line * 1.5;
  double height = chipsHeight();
  if (chain_ && chainShown_) {
    double x = 0, y = height + 4;
    const auto add = [&](const QString& text, int step) {
      const double wide = metrics.horizontalAdvance(text) + line * (step >= -1 ? 0.9 : 0.5);
      if (x > 0 && x + wide > width()) {
        x = 0;
        y += row;
      }
      pieces_.push_back({text, step, QRectF(x, y, wide, line * 1.3)});
      x += wide;
    };
    add(tr("By the game's rule:"), -2);
    if (!chain_->start.empty()) add(QString::fromStdString(chain_->start), -1);
    for (int i = 0; i < static_cast<int>(chain_->steps.size()); ++i) {
      const PuzzleStep& step = chain_->steps[static_cast<std::size_t>(i)];
      add(QString::fromStdString(step.done) + QStringLiteral(" \u2192"), -2);
      add(QString::fromStdString(step.value), i);
    }
    height = y + row;
  }
  const int wanted = static_cast<int>(std::ceil(height));
  if (minimumHeight() != wanted || maximumHeight() != wanted) setFixedHeight(wanted);
  update();
}

void LoopAnswers::resizeEvent(QResizeEvent*) {
  place();
}

void LoopAnswers::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange) place();
  QWidget::changeEvent(event);
}

void LoopAnswers::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (walk_.loops.empty()) return;
  paintChips(painter);
  paintChain(painter);
}

void LoopAnswers::paintChips(QPainter& painter) const {
  const int loops = static_cast<int>(walk_.loops.size());
  const int shown = std::min(loops, kMostChips);
  const int first = std::clamp(read_ - 1 - shown / 2, 0, loops - shown);
  const QFontMetricsF metrics(font());
  const double line = metrics.height(), high = chipsHeight() - 2;
  const double wide =
      std::min((width() + kChipGap) / shown - kChipGap, metrics.horizontalAdvance('n') * 26);
  for (int i = 0; i < shown; ++i) {
    const int loop = first + i;
    const bool read = loop < read_, exit = loop == walk_.exitLoop && read;
    const QRectF box(1 + i * (wide + kChipGap), 1, wide - 2, high);
    painter.setPen(QPen(exit                ? theme_.accent
                        : loop + 1 == read_ ? theme_.selection
                                            : theme_.grid,
                        exit || loop + 1 == read_ ? 2 : 1));
    painter.setBrush(theme_.background);
    painter.drawRoundedRect(box, 4, 4);
    const QRectF digit(box.left() + 4, box.top() + (high - line * 1.1) / 2, line * 1.2, line * 1.1);
    const QColor ink = read ? theme_.loopColour(loop) : theme_.grid;
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawRoundedRect(digit, 3, 3);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(ColourMap::textOn(ink));
    painter.drawText(digit, Qt::AlignCenter, QString::number(loop + 1));
    QRectF rest(digit.right() + 6, box.top(), box.right() - digit.right() - 10, high);
    // The share gives way to the word.
    const auto& words = walk_.loops[static_cast<std::size_t>(loop)].words;
    if (read && !words.empty()) {
      const QString share =
          QStringLiteral("%1 %").arg(localNumber(100 * words.front().probability, 0));
      const double room = metrics.horizontalAdvance(share) + 4;
      if (QFontMetricsF(bold).horizontalAdvance(chip(loop)) + room < rest.width()) {
        painter.setFont(font());
        painter.setPen(theme_.axis);
        painter.drawText(rest, Qt::AlignRight | Qt::AlignVCenter, share);
        rest.setRight(rest.right() - room);
      }
    }
    painter.setFont(bold);
    painter.setPen(read ? theme_.text : theme_.axis);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(bold).elidedText(chip(loop), Qt::ElideRight, rest.width()));
  }
}

void LoopAnswers::paintChain(QPainter& painter) const {
  const std::vector<int> lit = litSteps();
  painter.setFont(font());
  for (const Piece& piece : pieces_) {
    const bool value = piece.step >= -1;
    const bool struck = std::ranges::find(lit, piece.step) != lit.end();
    if (value) {
      const QColor fill = struck ? theme_.loopColour(read_ - 1) : theme_.background;
      painter.setPen(QPen(struck ? fill : theme_.axis, 1));
      painter.setBrush(fill);
      painter.drawRoundedRect(piece.at.adjusted(2, 0, -2, 0), 4, 4);
      painter.setPen(struck ? ColourMap::textOn(fill) : theme_.text);
    } else {
      painter.setPen(theme_.axis);
    }
    painter.drawText(piece.at, Qt::AlignCenter, piece.text);
  }
}

}  // namespace ouroscope
