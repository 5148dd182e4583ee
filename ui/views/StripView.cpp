// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/StripView.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>
#include <cmath>
#include <numeric>

#include "core/analysis/TrackedWord.h"
#include "core/support/Error.h"
#include "ui/base/Glossary.h"
#include "ui/base/Language.h"
#include "ui/base/ThresholdSlider.h"
#include "ui/base/Zoom.h"
#include "ui/session/Examples.h"
#include "ui/state/TokenClipboard.h"
#include "ui/views/AnswerLine.h"
#include "ui/views/DepthOverview.h"
#include "ui/views/ExportButton.h"
#include "ui/views/FindBar.h"
#include "ui/views/Ladder.h"
#include "ui/views/StripCanvas.h"

namespace ouroscope {
namespace {

constexpr int kLadderWidth = 264, kNarrowLadder = 208, kNarrow = 720;

/// The scale of the shading, and what is under the pointer or selected, in one line.
class LegendStrip : public QWidget {
  Q_DECLARE_TR_FUNCTIONS(ouroscope::LegendStrip)
 public:
  LegendStrip(ViewState& state, StripCanvas& canvas) : state_(state), canvas_(canvas) {
    setObjectName("stripLegend");
    setTheme(FigureTheme::light());
    connect(&canvas_, &StripCanvas::shadingChanged, this, [this] {
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
    const QRectF area(16, 6, width() - 24, height() - 12);
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
  StripCanvas& canvas_;
  FigureTheme theme_;
};

}  // namespace

StripView::StripView(const ViewContext& context, QWidget* parent)
    : TraceView(context,
                Changed::Trace | Changed::Readout | Changed::TokenMeasure | Changed::Selection |
                    Changed::Hover | Changed::Expected | Changed::Model | Changed::Doing |
                    Changed::Live,
                parent),
      canvas_(new StripCanvas(context.state)),
      ladder_(new Ladder(context.state)),
      overview_(new DepthOverview(context.state)),
      answer_(new AnswerLine),
      qText_(new QLabel),
      q_(new QSlider(Qt::Horizontal)),
      find_(new FindBar) {
  setObjectName("stripView");
  setFocusProxy(canvas_);
  legend_ = new LegendStrip(state_, *canvas_);
  save_ = exportButton("stripExport");
  auto* bottom = new QHBoxLayout;
  bottom->setSpacing(0);
  bottom->addWidget(legend_, 1);
  bottom->addWidget(save_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(overview_);
  overview_->hide();  // until there is a page
  auto* side = new QWidget;
  side->setObjectName("stripSide");
  side->setAutoFillBackground(true);
  side->setBackgroundRole(QPalette::Base);
  side->setFixedWidth(zoomed(kLadderWidth));
  auto* sideColumn = new QVBoxLayout(side);
  sideColumn->setContentsMargins(0, 0, 0, 0);
  sideColumn->setSpacing(0);
  sideColumn->addWidget(ladder_, 1);
  handle_ = makeHandle();
  sideColumn->addWidget(handle_);
  auto* row = new QHBoxLayout;
  row->setSpacing(0);
  row->addWidget(canvas_, 1);
  row->addWidget(side);
  column->addLayout(row, 1);
  beginnings_ = makeBeginnings();
  column->addWidget(beginnings_);
  column->addWidget(answer_);
  column->addWidget(find_);
  column->addLayout(bottom);
  canvas_->setSpacesShown(QSettings().value("text/spaces", false).toBool());
  canvas_->setContextMenuPolicy(Qt::CustomContextMenu);

  connect(canvas_, &StripCanvas::findAsked, this, &StripView::openFind);
  connect(canvas_, &StripCanvas::copyAsked, this, &StripView::copy);
  connect(canvas_, &QWidget::customContextMenuRequested, this,
          [this](const QPoint& at) { showMenu(canvas_->mapToGlobal(at)); });
  connect(find_, &FindBar::patternChanged, this, [this] { search(false); });
  connect(find_, &FindBar::stepAsked, this, &StripView::step);
  connect(find_, &FindBar::closed, this, &StripView::closeFind);
  connect(save_, &QToolButton::clicked, this, [this] { askExport(shown()); });
  connect(canvas_, &StripCanvas::placed, this, &StripView::placeLadder);
  connect(canvas_, &StripCanvas::laidOut, this, &TraceView::wantedHeightChanged);
  connect(answer_, &AnswerLine::expectedEntered, this, &StripView::takeExpected);
  connect(q_, &QSlider::valueChanged, this, &StripView::takeThreshold);
}

/// How sure the gate must be.
QWidget* StripView::makeHandle() {
  QFont type = font();
  type.setPointSizeF(zoomed(11.0));
  qText_->setFont(type);
  q_->setObjectName("stripQ");
  qText_->setObjectName("stripQText");
  q_->setAccessibleName(tr("How sure the gate must be"));
  q_->setRange(0, kThresholdSteps);
  q_->setPageStep(5);
  qText_->setToolTip(glossarySentence("q"));
  q_->setToolTip(qText_->toolTip());
  auto* handles = new QWidget;
  auto* row = new QHBoxLayout(handles);
  row->setContentsMargins(8, 8, 8, 8);
  row->setSpacing(8);
  row->addWidget(qText_);
  row->addWidget(q_, 1);
  return handles;
}

/// While nothing is shown: the ways to something, a click away.
QWidget* StripView::makeBeginnings() {
  auto* box = new QWidget;
  box->setObjectName("stripBeginnings");
  box->setAutoFillBackground(true);
  box->setBackgroundRole(QPalette::Base);
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(16, 0, 16, 32);
  row->setSpacing(8);
  row->addStretch();
  const auto button = [&](const char* name, const QString& text, const QString& tip) {
    auto* made = new QPushButton(text);
    made->setObjectName(name);
    made->setToolTip(tip);
    made->setAutoDefault(false);
    row->addWidget(made);
    return made;
  };
  connect(button("beginExample", tr("Show an example"),
                 tr("A recorded text of a small language model; nothing is fetched")),
          &QPushButton::clicked, this, [this] {
            try {
              const std::vector<ExampleTrace> examples = exampleTraces();
              if (!examples.empty()) openRecorded(workspace_, state_, examples.front());
            } catch (const Error& error) {
              emit intents_.messageAsked(QString::fromUtf8(error.what()));
            }
          });
  connect(button("beginTrace", tr("Open a trace\u2026"), tr("A record that was kept in a file")),
          &QPushButton::clicked, this, [this] { emit intents_.actionAsked("file.open"); });
  connect(button("beginModel", tr("Open a model\u2026"),
                 tr("A folder with a model, to run texts of one\u2019s own")),
          &QPushButton::clicked, this, [this] { emit intents_.actionAsked("file.openModel"); });
  row->addStretch();
  return box;
}

int StripView::wantedHeight() const {
  const double foot = canvas_->wantedFoot();
  if (std::isnan(foot)) return 0;
  const double side =
      ladder_->wantedHeight(foot, canvas_->wantedStep()) + handle_->sizeHint().height();
  return static_cast<int>(std::ceil(std::max(canvas_->wantedHeight(), side))) + answer_->height() +
         legend_->height() + (find_->isHidden() ? 0 : find_->height());
}

int StripView::lowestHeight() const {
  // A page stands under its ribbon, and a ladder without columns beside it has a title.
  return zoomed(overview_->isHidden() ? 216 : 240);
}

void StripView::takeThreshold() {
  if (updating_ || !state_.trace()) return;
  ReadoutRule rule = state_.rule();
  rule.q = thresholdAt(q_->value());
  state_.setRule(rule);
}

void StripView::showSetting() {
  const TracePtr trace = state_.trace();
  const ReadoutRule& rule = state_.rule();
  const bool gated = trace && trace->hasGate(rule.gate);
  updating_ = true;
  q_->setEnabled(gated);
  q_->setValue(thresholdPosition(rule.q));
  qText_->setText(trace && !gated ? tr("No exit gate")
                                  : tr("How sure: %1").arg(localNumber(std::min(1.0, rule.q), 2)));
  updating_ = false;
}

void StripView::showAnswer() {
  const TracePtr trace = state_.trace();
  if (!trace) return answer_->setWords({});
  answer_->setWords(
      answerWords(trace, answerAt(*trace, ladder_->token(), state_.readout(), state_.expected()),
                  state_.expectedText()));
  answer_->setExpectedText(state_.expectedText());
}

void StripView::takeExpected(const QString& text) {
  const TracePtr trace = state_.trace();
  if (!trace || text == state_.expectedText()) return;
  const Tokenizer* tokenizer = workspace_.tokenizer();
  if (tokenizer && !tokenizerFits(*trace, *tokenizer)) tokenizer = nullptr;
  ExpectedAnswer answer{answerToken(*trace), {}};
  if (!text.isEmpty()) answer.ids = answerTokens(*trace, tokenizer, text.toStdString());
  state_.setExpected(text, answer.ids.empty() ? ExpectedAnswer{} : answer);
}

/// The words keep their room where there is little.
void StripView::resizeEvent(QResizeEvent* event) {
  ladder_->parentWidget()->setFixedWidth(
      zoomed(width() < zoomed(kNarrow) ? kNarrowLadder : kLadderWidth));
  TraceView::resizeEvent(event);
}

void StripView::placeLadder() {
  const double foot = ladder_->token() >= 0 ? canvas_->footOf(ladder_->token()) : std::nan("");
  const bool seen = foot > 0 && foot < canvas_->viewport()->height();
  ladder_->setStage(seen ? foot : std::nan(""), canvas_->columns().step());
  const auto [first, last] = canvas_->seenTokens();
  overview_->setSeen(first, last);
}

/// Where there is no text: what is being done for one, or the ways to one.
void StripView::invite() {
  const bool none = !state_.trace();
  canvas_->setInvitation(
      !none                           ? QString()
      : !workspace_.doing().isEmpty() ? workspace_.doing() + QChar(0x2026)
      : workspace_.model()
          ? tr("Type a prompt and press Run, or open a trace.")
          : tr("Nothing is open yet: look at an example, or open a trace or a model."));
  // The words of a run under way come here by themselves.
  beginnings_->setVisible(none && !workspace_.live().running());
}

void StripView::refresh(Changes what) {
  canvas_->refresh(what);
  // A run ends, or begins, before this view hears that its trace is gone or there: what stands here
  // changes with the trace.
  const bool behind = canvas_->hasText() != (state_.trace() != nullptr);
  if (what & (Changed::Trace | Changed::Model | Changed::Doing | Changed::Live) && !behind)
    invite();
  legend_->update();
  const TracePtr trace = state_.trace();
  if (what & Changed::Trace) {
    overview_->setVisible(trace && !canvas_->hasColumns());
    answer_->setVisible(trace != nullptr);
    ladder_->parentWidget()->setVisible(trace != nullptr);
    legend_->setVisible(trace != nullptr);
    save_->setVisible(trace != nullptr);  // nothing is exported of nothing
    emit wantedHeightChanged();
  }
  if (what & (Changed::Trace | Changed::Readout) && !overview_->isHidden()) overview_->refresh();
  if (what & Changed::Selection) overview_->update();
  const int before = ladder_->token();
  ladder_->refresh();
  if (ladder_->token() != before || what & Changed::Trace) placeLadder();
  if (what & (Changed::Trace | Changed::Readout)) showSetting();
  showAnswer();
  if (!(what & Changed::Trace)) return;
  searchable_ = false;
  if (!find_->isHidden()) search(true);
}

void StripView::themeChanged() {
  canvas_->setTheme(theme_);
  ladder_->setTheme(theme_);
  overview_->setTheme(theme_);
  answer_->setTheme(theme_);
  static_cast<LegendStrip*>(legend_)->setTheme(theme_);
}

std::optional<FigureRequest> StripView::shown() const {
  std::optional<FigureRequest> wanted = request("strip");
  if (!wanted) return {};
  wanted->recipe.tokenMeasure = &state_.tokenMeasure();
  wanted->recipe.token = state_.selectedToken();
  if (!canvas_->hasColumns()) {
    const auto [first, last] = canvas_->seenTokens();
    wanted->recipe.firstToken = first;
    wanted->recipe.lastToken = last;
  }
  return wanted;
}

void StripView::openFind() {
  find_->open();
  search(true);
}

void StripView::closeFind() {
  find_->hide();
  found_ = {};
  match_ = -1;
  canvas_->setMatches({}, -1, -1);
  canvas_->setFocus();
}

void StripView::search(bool keepPlace) {
  if (!searchable_) search_.setTrace(state_.trace());
  searchable_ = true;
  found_ = search_.find(find_->pattern(), find_->regex(), find_->matchCase());
  match_ = -1;
  // Typing goes to the first match from the selection on, as in an editor.
  const int begin = std::max(0, state_.selectedToken());
  showMatch(keepPlace ? -1 : TokenSearch::nextMatch(found_.matches, begin, true));
}

void StripView::step(bool forward) {
  const int count = static_cast<int>(found_.matches.size());
  if (count == 0) return;
  if (match_ >= 0) return showMatch((match_ + (forward ? 1 : count - 1)) % count);
  const int begin = std::max(0, state_.selectedToken());
  showMatch(TokenSearch::nextMatch(found_.matches, begin, forward));
}

void StripView::showMatch(int match) {
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

void StripView::copy(bool table) {
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

void StripView::showMenu(const QPoint& global) {
  QMenu menu(this);
  const bool some = state_.trace() != nullptr;
  menu.addAction(tr("Copy text"), QKeySequence::Copy, this, [this] { copy(false); })
      ->setEnabled(some);
  menu.addAction(tr("Copy as table"), QKeySequence("Ctrl+Shift+C"), this, [this] { copy(true); })
      ->setEnabled(some);
  menu.addAction(tr("Copy as SVG"), this, [this] { emit intents_.copyAsked(*shown(), "svg"); })
      ->setEnabled(some);
  menu.addAction(tr("Copy as PNG"), this, [this] { emit intents_.copyAsked(*shown(), "png"); })
      ->setEnabled(some);
  menu.addAction(tr("Find..."), QKeySequence::Find, this, &StripView::openFind)->setEnabled(some);
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

void StripView::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_F3 && !found_.matches.empty())
    return step(!(event->modifiers() & Qt::ShiftModifier));
  if (event->key() == Qt::Key_Escape && find_->isVisible()) return closeFind();
  QWidget::keyPressEvent(event);
}

}  // namespace ouroscope
