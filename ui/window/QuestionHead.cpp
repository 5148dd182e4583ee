// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/QuestionHead.h"

#include <QApplication>
#include <QDrag>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/base/Icons.h"
#include "ui/base/Zoom.h"
#include "ui/views/FigureDrag.h"

namespace ouroscope {
namespace {

QToolButton* button(const char* name, const QString& text, const QString& tip) {
  auto* made = new QToolButton;
  made->setObjectName(name);
  made->setText(text);
  made->setToolTip(tip);
  made->setAutoRaise(true);
  made->setFocusPolicy(Qt::TabFocus);
  return made;
}

QLabel* sentence(const char* name) {
  auto* label = new QLabel;
  label->setObjectName(name);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  return label;
}

}  // namespace

QuestionHead::QuestionHead(const ViewContext& context, const ViewInfo& info, const TraceView& view)
    : TraceView(context, Changed::Trace | Changed::Readout | Changed::Selection |
                             Changed::Compared | Changed::OpenTraces | Changed::Live |
                             Changed::LiveTokens | Changed::LiveReset | Changed::Corpus),
      info_(info),
      view_(view),
      question_(sentence("question")),
      finding_(sentence("finding")),
      count_(new QLabel),
      how_(sentence("howToRead")),
      pin_(button("questionPin", tr("Pin"),
                  tr("Stays where it is; the next question comes beside it"))),
      explain_(button("questionHow", QStringLiteral("?"), tr("How to read this picture"))),
      page_(button("questionPage", tr("To the page"),
                   tr("Adds this picture to the figure page, as a panel"))),
      more_(button("questionMore", QStringLiteral("\u22ef"),
                   tr("Copy or export this picture; a window of its own"))) {
  setObjectName("questionHead");
  build();
  question_->setText(questionTitle(info_));
  how_->setText(howToRead(info_));
  connect(pin_, &QToolButton::clicked, this, &QuestionHead::pinWanted);
  connect(explain_, &QToolButton::toggled, how_, &QLabel::setVisible);
  connect(page_, &QToolButton::clicked, this, [this] {
    if (const auto wanted = figure()) emit intents_.pageAsked(*wanted);
  });
}

void QuestionHead::build() {
  QFont strong = question_->font();
  strong.setBold(true);
  strong.setPointSizeF(strong.pointSizeF() * 1.15);
  question_->setFont(strong);
  question_->setToolTip(tr("Drag it onto \u201cPaper\u201d to add this picture to the page"));
  question_->setAccessibleName(tr("Question"));
  finding_->setAccessibleName(tr("What the picture says"));
  count_->setObjectName("questionCount");
  count_->setTextFormat(Qt::PlainText);
  how_->hide();
  pin_->setCheckable(true);
  explain_->setCheckable(true);
  explain_->setAccessibleName(tr("How to read this picture"));
  more_->setAccessibleName(tr("More to do with this picture"));
  more_->setPopupMode(QToolButton::InstantPopup);
  more_->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
  auto* menu = new QMenu(more_);
  menu->setObjectName("questionMenu");
  const auto copy = [this](const char* format) {
    if (const auto wanted = figure()) emit intents_.copyAsked(*wanted, QLatin1String(format));
  };
  menu->addAction(tr("Copy as SVG"), this, [copy] { copy("svg"); });
  menu->addAction(tr("Copy as PNG"), this, [copy] { copy("png"); });
  menu->addAction(tr("Export\u2026"), this, [this] {
    if (const auto wanted = figure()) askExport(wanted);
  });
  menu->addSeparator();
  float_ = menu->addAction(tr("In a window of its own"), this,
                           [this](bool floating) { emit floatWanted(floating); });
  float_->setCheckable(true);
  menu->addAction(tr("Close"), this, &QuestionHead::closeWanted);
  more_->setMenu(menu);

  auto* top = new QHBoxLayout;
  top->setSpacing(4);
  top->addWidget(question_, 1);
  for (QWidget* each : std::initializer_list<QWidget*>{page_, pin_, explain_, more_})
    top->addWidget(each, 0, Qt::AlignTop);
  auto* said = new QHBoxLayout;
  said->setSpacing(16);
  said->setContentsMargins(0, 0, 4, 0);  // in line with the words of the buttons above
  said->addWidget(finding_, 1);
  said->addWidget(count_, 0, Qt::AlignTop);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kTextEdge, 8, 4, 4);
  column->setSpacing(4);
  column->addLayout(top);
  column->addLayout(said);
  column->addWidget(how_);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
  tint();
}

void QuestionHead::tint() {
  QPalette dim = palette();
  dim.setColor(QPalette::WindowText, palette().color(QPalette::PlaceholderText));
  count_->setPalette(dim);
  how_->setPalette(dim);
}

void QuestionHead::changeEvent(QEvent* event) {
  TraceView::changeEvent(event);
  if (event->type() == QEvent::PaletteChange && float_) tint();
}

/// All of what it says, in as many lines as its width makes of it: in a low place the view below
/// scrolls instead.
bool QuestionHead::event(QEvent* event) {
  const bool taken = TraceView::event(event);
  if ((event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize) && layout())
    setMinimumHeight(layout()->totalHeightForWidth(width()));
  return taken;
}

void QuestionHead::mousePressEvent(QMouseEvent* event) {
  held_ = event->button() == Qt::LeftButton &&
          (info_.ofCorpus ? workspace_.corpus() != nullptr : state_.trace() != nullptr);
  pressed_ = event->position().toPoint();
}

void QuestionHead::mouseMoveEvent(QMouseEvent* event) {
  if (!held_ || (event->position().toPoint() - pressed_).manhattanLength() <
                    QApplication::startDragDistance())
    return;
  held_ = false;
  if (const auto wanted = figure()) drag(*wanted);
}

bool QuestionHead::drag(const FigureRequest& figure) {
  auto* under = new QDrag(this);
  under->setMimeData(new FigureMime(figure));
  under->setPixmap(symbol("image").pixmap(zoomed(24), zoomed(24)));
  return under->exec(Qt::CopyAction) == Qt::CopyAction;
}

void QuestionHead::refresh(Changes) {
  const Finding found = info_.finding({state_, workspace_, intents_});
  const bool some = info_.ofCorpus ? workspace_.corpus() != nullptr : state_.trace() != nullptr;
  finding_->setText(found.sentence);
  finding_->setVisible(!found.sentence.isEmpty());
  const bool few = found.tokens >= 0 && found.tokens < kFewTokens;
  const QString number = QLocale().toString(found.tokens);
  count_->setVisible(found.tokens >= 0 && some);
  count_->setText(few ? tr("n = %1 tokens (few)").arg(number) : tr("n = %1 tokens").arg(number));
  count_->setToolTip(few ? tr("Fewer than %1 tokens: chance alone can make such a picture. Open a "
                              "longer text, or a corpus.")
                               .arg(kFewTokens)
                         : QString());
  for (QWidget* each : std::initializer_list<QWidget*>{page_, more_}) each->setEnabled(some);
}

std::optional<FigureRequest> QuestionHead::figure() {
  auto wanted = view_.shown();
  if (!wanted) emit intents_.messageAsked(tr("There is no picture here to copy yet."));
  return wanted;
}

void QuestionHead::setPinned(bool pinned) {
  pin_->setChecked(pinned);
}

void QuestionHead::setFloating(bool floating) {
  float_->setChecked(floating);
  pin_->setVisible(!floating);
}

}  // namespace ouroscope
