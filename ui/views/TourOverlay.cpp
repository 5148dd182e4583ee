// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/TourOverlay.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace ouroscope {
namespace {

constexpr int kRoom = 6;  ///< between the target and the rim of its light

}  // namespace

TourOverlay::TourOverlay(QWidget* host)
    : QWidget(host),
      bubble_(new QFrame(this)),
      title_(new QLabel),
      text_(new QLabel),
      count_(new QLabel),
      back_(new QPushButton(tr("Back"))),
      next_(new QPushButton(tr("Next"))),
      close_(new QPushButton(tr("End the tour"))) {
  setObjectName("tour");
  setFocusPolicy(Qt::StrongFocus);
  bubble_->setObjectName("tourBubble");
  bubble_->setAutoFillBackground(true);
  bubble_->setBackgroundRole(QPalette::Base);
  bubble_->setFrameShape(QFrame::StyledPanel);
  title_->setObjectName("tourTitle");
  text_->setObjectName("tourText");
  count_->setObjectName("tourCount");
  back_->setObjectName("tourBack");
  next_->setObjectName("tourNext");
  close_->setObjectName("tourClose");
  for (QLabel* label : {title_, text_, count_}) label->setTextFormat(Qt::PlainText);
  title_->setWordWrap(true);
  text_->setWordWrap(true);
  count_->setForegroundRole(QPalette::PlaceholderText);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(count_);
  buttons->addStretch();
  buttons->addWidget(close_);
  buttons->addWidget(back_);
  buttons->addWidget(next_);
  auto* column = new QVBoxLayout(bubble_);
  column->addWidget(title_);
  column->addWidget(text_);
  column->addLayout(buttons);
  connect(back_, &QPushButton::clicked, this, [this] { go(stop_ - 1); });
  connect(next_, &QPushButton::clicked, this,
          [this] { stop_ + 1 < static_cast<int>(stops_.size()) ? go(stop_ + 1) : finish(); });
  connect(close_, &QPushButton::clicked, this, &TourOverlay::finish);
  host->installEventFilter(this);
  hide();
}

void TourOverlay::start(std::vector<TourStop> stops) {
  stops_ = std::move(stops);
  go(0);
}

void TourOverlay::go(int stop) {
  if (stop < 0 || stop >= static_cast<int>(stops_.size())) return;
  stop_ = stop;
  emit stopEntered(stop);
  const TourStop& s = stops_[static_cast<std::size_t>(stop)];
  title_->setText(s.title);
  QFont bold = font();
  bold.setBold(true);
  bold.setPointSizeF(font().pointSizeF() * 1.15);
  title_->setFont(bold);
  text_->setText(s.text);
  count_->setText(tr("%1 of %2").arg(stop + 1).arg(stops_.size()));
  back_->setEnabled(stop > 0);
  next_->setText(stop + 1 < static_cast<int>(stops_.size()) ? tr("Next") : tr("Done"));
  setAccessibleName(s.title);
  setAccessibleDescription(s.text);
  show();
  raise();
  place();
  setFocus();
  // What the stop shows may still be laid out: place once more when it is.
  QTimer::singleShot(0, this, [this] {
    if (stop_ >= 0) place();
  });
}

void TourOverlay::finish() {
  if (stop_ < 0) return;
  stop_ = -1;
  hide();
  emit finished();
}

QRect TourOverlay::litRect() const {
  if (stop_ < 0) return {};
  const QWidget* target = stops_[static_cast<std::size_t>(stop_)].target;
  if (!target || !target->isVisible()) return {};
  return QRect(target->mapTo(parentWidget(), QPoint()), target->size())
      .adjusted(-kRoom, -kRoom, kRoom, kRoom)
      .intersected(parentWidget()->rect());
}

void TourOverlay::place() {
  setGeometry(parentWidget()->rect());
  const QRect lit = litRect();
  const int bubbleWidth =
      std::clamp(QFontMetrics(font()).averageCharWidth() * 46, 220, std::max(220, width() - 24));
  bubble_->setFixedWidth(std::min(bubbleWidth, width() - 8));
  bubble_->adjustSize();
  const int height = bubble_->layout()->hasHeightForWidth()
                         ? bubble_->layout()->totalHeightForWidth(bubble_->width())
                         : bubble_->sizeHint().height();
  bubble_->resize(bubble_->width(), height);
  // Where there is most room: under, over, right or left of the light.
  const int under = this->height() - lit.bottom(), over = lit.top(), right = width() - lit.right(),
            left = lit.left();
  QPoint at(lit.center().x() - bubble_->width() / 2, lit.bottom() + 10);
  if (under < height + 14) {
    // Over the light only where that leaves the light itself free, as beside it does.
    if (over >= height + 14)
      at.setY(lit.top() - height - 10);
    else if (right >= left)
      at = {lit.right() + 10, lit.center().y() - height / 2};
    else
      at = {lit.left() - bubble_->width() - 10, lit.center().y() - height / 2};
  }
  at.setX(std::clamp(at.x(), 4, std::max(4, width() - bubble_->width() - 4)));
  at.setY(std::clamp(at.y(), 4, std::max(4, this->height() - height - 4)));
  bubble_->move(at);
  // The light is a hole: clicks there reach what it shows.
  setMask(QRegion(rect()).subtracted(lit).united(bubble_->geometry()));
  update();
}

bool TourOverlay::eventFilter(QObject* object, QEvent* event) {
  if (object == parentWidget() && event->type() == QEvent::Resize && stop_ >= 0) place();
  return QWidget::eventFilter(object, event);
}

void TourOverlay::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Escape:
      return finish();
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Right:
      return next_->click();
    case Qt::Key_Left:
      return go(stop_ - 1);
    default:
      // Space and the rest still drive what is shown.
      QWidget::keyPressEvent(event);
  }
}

void TourOverlay::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), QColor(0, 0, 0, 120));
  painter.setPen(QPen(palette().color(QPalette::Highlight), 3));
  painter.drawRect(litRect().adjusted(-2, -2, 1, 1));
}

}  // namespace ouroscope
