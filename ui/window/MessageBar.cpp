// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/MessageBar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <algorithm>

#include "ui/base/Theme.h"

namespace ouroscope {

/// As high as its words, up to three lines: what the messages are about keeps its room.
class Sentences : public QScrollArea {
 public:
  explicit Sentences(QLabel* label) {
    label->setWordWrap(true);
    setWidget(label);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumHeight(1);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    // The ground is the bar's.
    viewport()->setAutoFillBackground(false);
    label->setAutoFillBackground(false);
  }
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override {
    constexpr int kMostLines = 3;
    const int most = kMostLines * fontMetrics().lineSpacing() + 2;
    return std::clamp(widget()->heightForWidth(width), 1, most);
  }
  QSize sizeHint() const override { return {200, heightForWidth(std::max(200, width()))}; }
};

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent),
      label_(new QLabel),
      sentences_(new Sentences(label_)),
      more_(new QLabel),
      unfold_(new QToolButton) {
  setObjectName("messageBar");
  setAutoFillBackground(true);
  setStyleSheet(QStringLiteral("#messageBar { background: %1; } #messageBar QLabel, #messageBar "
                               "QToolButton { color: white; }")
                    .arg(QColor(kWarningGround).name()));
  label_->setObjectName("messageText");
  label_->setTextFormat(Qt::PlainText);  // names in messages come out of files
  label_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  more_->setObjectName("messageMore");
  more_->setTextFormat(Qt::PlainText);
  unfold_->setObjectName("messageAll");
  unfold_->setAccessibleName(tr("Show all messages"));
  unfold_->setToolTip(unfold_->accessibleName());
  unfold_->setAutoRaise(true);
  unfold_->setArrowType(Qt::NoArrow);
  auto* close = new QToolButton;
  close->setObjectName("messageClose");
  close->setText(QStringLiteral("\u2715"));
  close->setAccessibleName(tr("Dismiss the message"));
  close->setToolTip(close->accessibleName());
  close->setAutoRaise(true);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(16, 6, 8, 6);
  row->addWidget(sentences_, 1);
  row->addWidget(more_);
  row->addWidget(unfold_);
  row->addWidget(close);
  connect(close, &QToolButton::clicked, this, &MessageBar::dismiss);
  connect(unfold_, &QToolButton::clicked, this, [this] {
    all_ = !all_;
    refresh();
  });
  hide();
}

void MessageBar::show(const QString& sentence, const QString& topic) {
  messages_.removeIf([&](const Message& each) { return each.sentence == sentence; });
  messages_.prepend({sentence, topic});
  refresh();
}

void MessageBar::dismiss() {
  if (!messages_.isEmpty()) messages_.removeFirst();
  refresh();
}

void MessageBar::settle(const QString& topic) {
  messages_.removeIf([&](const Message& each) { return each.topic == topic; });
  refresh();
}

void MessageBar::refresh() {
  const auto others = static_cast<int>(messages_.size()) - 1;
  if (others < 1) all_ = false;
  QStringList shown;
  for (const Message& each : messages_)
    if (all_ || shown.isEmpty()) shown << each.sentence;
  label_->setText(shown.join('\n'));
  label_->setAccessibleName(label_->text());
  sentences_->updateGeometry();
  more_->setText(others > 0 && !all_ ? tr("and %n more", nullptr, others) : QString());
  unfold_->setVisible(others > 0);
  unfold_->setText(all_ ? QStringLiteral("\u25b4") : QStringLiteral("\u25be"));
  setVisible(!messages_.isEmpty());
}

}  // namespace ouroscope
