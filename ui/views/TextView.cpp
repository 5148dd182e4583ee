// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/TextView.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>
#include <numeric>

#include "ui/state/TokenClipboard.h"
#include "ui/views/ExportButton.h"
#include "ui/views/FindBar.h"
#include "ui/views/TextCanvas.h"

namespace ouroscope {
namespace {

/// A figure has at most this many tokens of a text; of a longer one it shows what the window shows.
constexpr int kWholeText = 400;

/// The scale of the shading, and what is under the pointer or selected, in one line.
class LegendStrip : public QWidget {
  Q_DECLARE_TR_FUNCTIONS(ouroscope::LegendStrip)
 public:
  LegendStrip(ViewState& state, TextCanvas& canvas) : state_(state), canvas_(canvas) {
    setObjectName("textLegend");
    setTheme(FigureTheme::light());
    connect(&canvas_, &TextCanvas::shadingChanged, this, [this] {
      setAccessibleName(tr("Shading: %1").arg(measureTitle(*canvas_.scale().measure)));
      update();
    });
  }
  void setTheme(const FigureTheme& theme) {
    theme_ = theme;
    setFixedHeight(static_cast<int>(QFontMetricsF(theme.font).height()) + 12);
    update();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.fillRect(rect(), theme_.background);
    painter.setPen(QPen(theme_.grid, 1));
    painter.drawLine(0, 0, width(), 0);
    const TracePtr trace = state_.trace();
    if (!trace) return;
    const QRectF area(10, 6, width() - 20, height() - 12);
    const double used = paintLegend(painter, canvas_.scale(), theme_, area);
    const QFontMetricsF metrics(theme_.font);
    const double room = area.width() - used - 16;
    // The longest that fits: a narrow dock keeps the scale and loses the words.
    for (const QString& words : notes(*trace)) {
      if (metrics.horizontalAdvance(words) > room) continue;
      painter.setPen(theme_.axis);
      painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, words);
      break;
    }
  }

 private:
  QStringList notes(const Trace& trace) const {
    const int token = state_.hoveredToken() >= 0 ? state_.hoveredToken() : state_.selectedToken();
    const auto selected = static_cast<int>(state_.selectedTokens().size());
    QStringList out;
    if (state_.hoveredToken() < 0 && selected > 1)
      out << tr("%n token(s) selected", nullptr, selected);
    else if (token >= 0)
      out << canvas_.cellName(0, token) + QStringLiteral(" \u00b7 ") + canvas_.cellValue(0, token)
          << canvas_.cellValue(0, token);
    const int generated = trace.tokens() - trace.info().promptTokens;
    if (generated > 0) out << tr("underlined: generated");
    return out;
  }
  ViewState& state_;
  TextCanvas& canvas_;
  FigureTheme theme_;
};

}  // namespace

TextView::TextView(const ViewContext& context, QWidget* parent)
    : TraceView(context,
                Changed::Trace | Changed::Readout | Changed::TokenMeasure | Changed::Selection |
                    Changed::Hover,
                parent),
      canvas_(new TextCanvas(context.state)),
      find_(new FindBar) {
  setObjectName("textView");
  setFocusProxy(canvas_);
  legend_ = new LegendStrip(state_, *canvas_);
  QToolButton* save = exportButton("textExport");
  auto* bottom = new QHBoxLayout;
  bottom->setSpacing(0);
  bottom->addWidget(legend_, 1);
  bottom->addWidget(save);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(canvas_, 1);
  column->addWidget(find_);
  column->addLayout(bottom);
  canvas_->setSpacesShown(QSettings().value("text/spaces", true).toBool());
  canvas_->setContextMenuPolicy(Qt::CustomContextMenu);

  connect(canvas_, &TextCanvas::findAsked, this, &TextView::openFind);
  connect(canvas_, &TextCanvas::copyAsked, this, &TextView::copy);
  connect(canvas_, &QWidget::customContextMenuRequested, this,
          [this](const QPoint& at) { showMenu(canvas_->mapToGlobal(at)); });
  connect(find_, &FindBar::patternChanged, this, [this] { search(false); });
  connect(find_, &FindBar::stepAsked, this, &TextView::step);
  connect(find_, &FindBar::closed, this, &TextView::closeFind);
  connect(save, &QToolButton::clicked, this, [this] { askExport(shown()); });
}

void TextView::refresh(Changes what) {
  canvas_->refresh(what);
  legend_->update();
  if (!(what & Changed::Trace)) return;
  searchable_ = false;
  if (!find_->isHidden()) search(true);
}

void TextView::themeChanged() {
  canvas_->setTheme(theme_);
  static_cast<LegendStrip*>(legend_)->setTheme(theme_);
}

std::optional<FigureRequest> TextView::shown() const {
  std::optional<FigureRequest> wanted = request("text");
  if (!wanted) return {};
  wanted->recipe.tokenMeasure = &state_.tokenMeasure();
  if (state_.trace()->tokens() > kWholeText) {
    const auto [first, last] = canvas_->seenTokens();
    wanted->recipe.firstToken = first;
    wanted->recipe.lastToken = last;
  }
  return wanted;
}

void TextView::openFind() {
  find_->open();
  search(true);
}

void TextView::closeFind() {
  find_->hide();
  found_ = {};
  match_ = -1;
  canvas_->setMatches({}, -1, -1);
  canvas_->setFocus();
}

void TextView::search(bool keepPlace) {
  if (!searchable_) search_.setTrace(state_.trace());
  searchable_ = true;
  found_ = search_.find(find_->pattern(), find_->regex(), find_->matchCase());
  match_ = -1;
  // Typing goes to the first match from the selection on, as in an editor.
  const int begin = std::max(0, state_.selectedToken());
  showMatch(keepPlace ? -1 : TokenSearch::nextMatch(found_.matches, begin, true));
}

void TextView::step(bool forward) {
  const int count = static_cast<int>(found_.matches.size());
  if (count == 0) return;
  if (match_ >= 0) return showMatch((match_ + (forward ? 1 : count - 1)) % count);
  const int begin = std::max(0, state_.selectedToken());
  showMatch(TokenSearch::nextMatch(found_.matches, begin, forward));
}

void TextView::showMatch(int match) {
  match_ = match;
  std::vector<int> tokens;
  for (const TokenSearch::Match& m : found_.matches)
    for (int t = m.firstToken; t <= m.lastToken; ++t)
      if (tokens.empty() || tokens.back() < t) tokens.push_back(t);
  const bool one = match >= 0;
  const TokenSearch::Match at =
      one ? found_.matches[static_cast<std::size_t>(match)] : TokenSearch::Match{-1, -1};
  canvas_->setMatches(std::move(tokens), at.firstToken, at.lastToken);
  if (one) state_.select(at.firstToken);
  find_->showResult(match, static_cast<int>(found_.matches.size()), found_.error);
}

void TextView::copy(bool table) {
  const TracePtr trace = state_.trace();
  if (!trace) return;
  std::vector<int> tokens = state_.selectedTokens();
  if (tokens.empty()) {
    tokens.resize(static_cast<std::size_t>(trace->tokens()));
    std::iota(tokens.begin(), tokens.end(), 0);
  }
  QGuiApplication::clipboard()->setMimeData(
      (table ? copiedTable(*trace, state_.readout(), state_.tokenMeasure(), tokens)
             : copiedText(*trace, tokens))
          .release());
}

void TextView::showMenu(const QPoint& global) {
  QMenu menu(this);
  const bool some = state_.trace() != nullptr;
  menu.addAction(tr("Copy text"), QKeySequence::Copy, this, [this] { copy(false); })
      ->setEnabled(some);
  menu.addAction(tr("Copy as table"), QKeySequence("Ctrl+Shift+C"), this, [this] { copy(true); })
      ->setEnabled(some);
  menu.addAction(tr("Find..."), QKeySequence::Find, this, &TextView::openFind)->setEnabled(some);
  menu.addSeparator();
  QAction* spaces = menu.addAction(tr("Show spaces"));
  spaces->setCheckable(true);
  spaces->setChecked(canvas_->spacesShown());
  connect(spaces, &QAction::toggled, this, [this](bool shown) {
    canvas_->setSpacesShown(shown);
    QSettings().setValue("text/spaces", shown);
  });
  menu.exec(global);
}

void TextView::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_F3 && !found_.matches.empty())
    return step(!(event->modifiers() & Qt::ShiftModifier));
  if (event->key() == Qt::Key_Escape && find_->isVisible()) return closeFind();
  QWidget::keyPressEvent(event);
}

}  // namespace ouroscope
