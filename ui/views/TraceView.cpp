// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/TraceView.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/base/Zoom.h"
#include "ui/figures/plots/DepthColumns.h"

namespace ouroscope {

TraceView::TraceView(const ViewContext& context, Changes watched, QWidget* parent)
    : QWidget(parent),
      state_(context.state),
      workspace_(context.workspace),
      intents_(context.intents),
      watched_(watched),
      pending_(watched) {
  const auto listen = [this](auto* sender, auto signal, Changed what) {
    if (watched_ & what) connect(sender, signal, this, [this, what] { changed(what); });
  };
  listen(&state_, &ViewState::traceChanged, Changed::Trace);
  listen(&state_, &ViewState::readoutChanged, Changed::Readout);
  listen(&state_, &ViewState::selectionChanged, Changed::Selection);
  listen(&state_, &ViewState::hoverChanged, Changed::Hover);
  listen(&state_, &ViewState::measureChanged, Changed::Measure);
  listen(&state_, &ViewState::tokenMeasureChanged, Changed::TokenMeasure);
  listen(&state_, &ViewState::lensChanged, Changed::Lens);
  listen(&state_, &ViewState::comparedChanged, Changed::Compared);
  listen(&state_, &ViewState::expectedChanged, Changed::Expected);
  listen(&workspace_, &Workspace::itemsChanged, Changed::OpenTraces);
  listen(&workspace_, &Workspace::currentChanged, Changed::OpenTraces);
  listen(&workspace_, &Workspace::modelChanged, Changed::Model);
  listen(&workspace_, &Workspace::doingChanged, Changed::Doing);
  listen(&workspace_, &Workspace::corpusChanged, Changed::Corpus);
  LiveSession* live = &workspace_.live();
  listen(live, &LiveSession::stateChanged, Changed::Live);
  listen(live, &LiveSession::settingsChanged, Changed::Live);
  listen(live, &LiveSession::samplingChanged, Changed::Live);
  listen(live, &LiveSession::tokensAppended, Changed::LiveTokens);
  listen(live, &LiveSession::tokensReset, Changed::LiveReset);
}

TraceView::~TraceView() = default;

void TraceView::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  themePending_ = true;
  if (isVisible()) bringUpToDate();
}

void TraceView::changed(Changes what) {
  pending_ |= what;
  if (isVisible()) bringUpToDate();
}

void TraceView::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  bringUpToDate();
}

void TraceView::bringUpToDate() {
  if (themePending_) {
    themePending_ = false;
    ++refreshes_;
    themeChanged();
  }
  if (!pending_) return;
  // A refresh may select or read otherwise, which comes back here: that is then the newer change.
  const Changes what = std::exchange(pending_, {});
  ++refreshes_;
  refresh(what);
}

namespace {

/// Empty columns over a sentence, in the quiet ink of the theme at any time. It asks for no room of
/// its own: a low place has it for the sentence alone.
class QuietSymbol : public QWidget {
 public:
  QuietSymbol() { setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding); }
  QSize sizeHint() const override { return {zoomed(120), 0}; }
  QSize minimumSizeHint() const override { return {0, 0}; }

 protected:
  void paintEvent(QPaintEvent*) override {
    if (height() < zoomed(60)) return;
    QPainter painter(this);
    paintQuietColumns(painter, {width() / 2.0, height() - zoomed(12.0)},
                      palette().color(QPalette::PlaceholderText));
  }
};

}  // namespace

void TraceView::setContent(QWidget* content, const QString& hint) {
  hint_ = new QLabel(hint);
  hint_->setTextFormat(Qt::PlainText);
  hint_->setAlignment(Qt::AlignCenter);
  hint_->setWordWrap(true);
  hint_->setForegroundRole(QPalette::PlaceholderText);
  QFont type = hint_->font();
  type.setPointSizeF(zoomed(11.0));
  hint_->setFont(type);
  hint_->setMaximumWidth(zoomed(520));  // a line that one reads without losing it
  empty_ = new QWidget;
  auto* middle = new QVBoxLayout(empty_);
  middle->setContentsMargins(16, 8, 16, 8);
  middle->addWidget(new QuietSymbol, 1);
  auto* line = new QHBoxLayout;
  line->addStretch();
  line->addWidget(hint_, 1000);
  line->addStretch();
  middle->addLayout(line);
  middle->addStretch(1);
  content_ = content;
  content_->hide();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kTextEdge, 4, 8, 4);
  column->setSpacing(4);
  // Only the one that is shown has a height: a sentence needs no scroll bar.
  column->addWidget(empty_, 1);
  column->addWidget(content_, 1);
}

void TraceView::showHint() {
  content_->hide();
  empty_->show();
}

void TraceView::showHint(const QString& sentence) {
  hint_->setText(sentence);
  showHint();
}

void TraceView::showContent() {
  empty_->hide();
  content_->show();
}

std::optional<FigureRequest> TraceView::request(const QString& kind) const {
  if (!state_.trace()) return {};
  FigureRecipe recipe;
  recipe.kind = kind;
  recipe.rule = state_.rule();
  return FigureRequest{recipe, state_.trace()};
}

void TraceView::askExport(const std::optional<FigureRequest>& wanted) {
  if (wanted) emit intents_.exportAsked(*wanted);
}

}  // namespace ouroscope
