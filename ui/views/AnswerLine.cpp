// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/AnswerLine.h"

#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <algorithm>
#include <cstdlib>

#include "ui/base/Zoom.h"

namespace ouroscope {
namespace {

constexpr int kAnswerSide = 16, kAnswerGap = 16, kAnswerEdge = 8, kAnswerHeight = 44;

}  // namespace

AnswerLine::AnswerLine(QWidget* parent)
    : QWidget(parent),
      theme_(FigureTheme::light()),
      head_(new QLabel(this)),
      rest_(new QLabel(this)),
      expected_(new QLineEdit(this)) {
  setObjectName("answerLine");
  setAutoFillBackground(true);
  head_->setObjectName("answerHead");
  rest_->setObjectName("answerRest");
  for (QLabel* label : {head_, rest_}) {
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  }
  rest_->setWordWrap(true);
  QFont big = font(), plain = font();
  big.setPointSizeF(zoomed(16.0));
  big.setBold(true);
  plain.setPointSizeF(zoomed(11.0));
  head_->setFont(big);
  rest_->setFont(plain);
  expected_->setFont(plain);
  expected_->setObjectName("expectedAnswer");
  expected_->setPlaceholderText(tr("Expected answer"));
  expected_->setAccessibleName(expected_->placeholderText());
  expected_->setToolTip(
      tr("The word that ought to follow: then the last word of the prompt can be right or wrong"));
  expected_->setClearButtonEnabled(true);
  expected_->setMinimumWidth(QFontMetrics(plain).horizontalAdvance(expected_->placeholderText()) +
                             48);
  setFixedHeight(zoomed(kAnswerHeight));
  connect(expected_, &QLineEdit::editingFinished, this,
          [this] { emit expectedEntered(expected_->text().trimmed()); });
  // The cross empties the field without ending the typing.
  connect(expected_, &QLineEdit::textChanged, this, [this](const QString& text) {
    if (text.isEmpty()) emit expectedEntered({});
  });
}

void AnswerLine::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  colour();
}

void AnswerLine::setWords(const AnswerWords& words) {
  words_ = words;
  head_->setText(words.head);
  rest_->setText(words.rest);
  setAccessibleName(words.sentence());
  colour();
  arrangedWidth_ = -1;
  arrange();
}

void AnswerLine::resizeEvent(QResizeEvent*) {
  arrange();
}

void AnswerLine::arrange() {
  if (arranging_) return;  // a new height may change the width: the loop below sees it
  arranging_ = true;
  const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this) + 2;
  const QSize field(expected_->minimumWidth(), expected_->sizeHint().height());
  const int head = head_->text().isEmpty() ? -kAnswerGap : head_->sizeHint().width();
  const int left = kAnswerSide + head + kAnswerGap;
  int room = 0, words = 0;
  for (int turn = 0; turn < 3; ++turn) {
    room = std::max(80, width() - kAnswerEdge - field.width() - kAnswerGap - left);
    words = rest_->heightForWidth(room);
    int high = std::max(zoomed(kAnswerHeight), std::max(words, field.height()) + 2 * kAnswerEdge);
    // A scroll bar may come and go with this height, and it with the scroll bar.
    if (high < height() && std::abs(width() - arrangedWidth_) <= bar) high = height();
    arrangedWidth_ = width();
    if (high == height()) break;
    setFixedHeight(high);
  }
  arranging_ = false;
  head_->setGeometry(kAnswerSide, 0, std::max(0, head), height());
  rest_->setGeometry(left, (height() - words) / 2, room, words);
  expected_->setGeometry(width() - kAnswerEdge - field.width(), (height() - field.height()) / 2,
                         field.width(), field.height());
}

void AnswerLine::setExpectedText(const QString& text) {
  if (!expected_->hasFocus() && expected_->text() != text) {
    const QSignalBlocker quiet(expected_);
    expected_->setText(text);
  }
}

void AnswerLine::colour() {
  QPalette ground = palette();
  ground.setColor(QPalette::Window, theme_.background);
  setPalette(ground);
  for (QLabel* label : {head_, rest_}) {
    QPalette ink = label->palette();
    ink.setColor(QPalette::WindowText, words_.warning ? theme_.warning : theme_.text);
    label->setPalette(ink);
  }
}

}  // namespace ouroscope
