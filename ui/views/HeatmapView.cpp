// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/HeatmapView.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>
#include <cmath>

#include "ui/base/Names.h"
#include "ui/base/PlainText.h"
#include "ui/base/TokenLabels.h"
#include "ui/figures/plots/HeatmapFigure.h"
#include "ui/views/AccessibleCells.h"
#include "ui/views/ExportButton.h"
#include "ui/views/PartsLabel.h"
#include "ui/views/WrapLayout.h"

namespace ouroscope {
namespace {

/// The figure with its cells for screen readers: rows are loops, columns tokens.
class HeatmapCanvas : public HeatmapFigure, public AccessibleCells {
  Q_DECLARE_TR_FUNCTIONS(ouroscope::HeatmapCanvas)
 public:
  HeatmapCanvas(ViewState& state, const HeatmapView& view) : state_(state), view_(view) {
    installAccessibleCells();
    setObjectName("heatmap");
    setAccessibleName(tr("Depth heatmap, tokens by loops"));
  }
  int cellRows() const override { return state_.trace() ? state_.trace()->loops() : 0; }
  int cellColumns() const override { return state_.trace() ? state_.trace()->tokens() : 0; }
  QString cellName(int row, int column) const override {
    return tr("Token %1 \u201c%2\u201d, loop %3")
        .arg(QString::number(column + 1),
             tokenLabel(state_.trace(),
                        state_.trace()->columns().tokenBytes[static_cast<std::size_t>(column)]),
             QString::number(row + 1));
  }
  QString cellValue(int row, int column) const override { return view_.describe(column, row); }
  QRect cellRect(int row, int column) const override {
    return TokenLoopPlot::cellRect(column, row).toAlignedRect();
  }
  QPair<int, int> cellAt(const QPoint& point) const override {
    const auto [token, loop] = TokenLoopPlot::cellAt(QPointF(point));
    return {loop, token};
  }
  bool cellSelected(int row, int column) const override {
    return column == state_.selectedToken()
               ? state_.selectedLoop() < 0 || state_.selectedLoop() == row
               : state_.isSelected(column);
  }
  void selectCell(int row, int column) override { state_.select(column, row); }

 private:
  ViewState& state_;
  const HeatmapView& view_;
};

}  // namespace

HeatmapView::HeatmapView(const ViewContext& context, QWidget* parent)
    : TraceView(context,
                Changed::Trace | Changed::Readout | Changed::Selection | Changed::Hover |
                    Changed::Measure,
                parent),
      figure_(new HeatmapCanvas(context.state, *this)),
      measure_(new QComboBox),
      down_(new QCheckBox(tr("Tokens downwards"))),
      held_(new QCheckBox(tr("Hold limits"))),
      all_(new QToolButton),
      readout_(new PartsLabel),
      scroll_(new QScrollBar(Qt::Horizontal)) {
  setObjectName("heatmapView");
  setFocusProxy(figure_);
  measure_->setObjectName("heatmapMeasure");
  measure_->setAccessibleName(tr("Measure of the heatmap"));
  for (const Measure* m : loopMeasures())
    if (!m->needsHidden) measure_->addItem(measureName(*m), measureId(*m));
  measure_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  down_->setObjectName("tokensDown");
  down_->setChecked(QSettings().value("heatmap/tokensDown", false).toBool());
  held_->setObjectName("holdLimits");
  held_->setToolTip(
      tr("Keep the present colour limits for other traces too, so that pictures can be compared"));
  all_->setObjectName("heatmapAll");
  all_->setAutoRaise(true);
  all_->setToolTip(tr("Show all tokens (0, or double click)"));
  all_->setAccessibleName(tr("Show all tokens"));
  readout_->setObjectName("heatmapReadout");
  scroll_->setObjectName("heatmapScroll");
  scroll_->setAccessibleName(tr("Part of the text that the heatmap shows"));

  auto* bar = new WrapLayout(8);
  bar->addWidget(measure_);
  bar->addWidget(held_);
  bar->addWidget(down_);
  QToolButton* save = exportButton("heatmapExport");
  bar->addWidget(save);
  auto* content = new QWidget;
  auto* inner = new QVBoxLayout(content);
  inner->setContentsMargins(0, 0, 0, 0);
  inner->setSpacing(4);
  inner->addLayout(bar);
  inner->addWidget(figure_, 1);
  inner->addWidget(scroll_);
  auto* bottom = new QHBoxLayout;
  bottom->setSpacing(4);
  bottom->addWidget(readout_, 1);
  bottom->addWidget(all_);
  inner->addLayout(bottom);
  setContent(content, tr("Nothing is recorded yet: run a prompt or open a trace."));

  connect(measure_, &QComboBox::currentIndexChanged, this,
          [this] { state_.setMeasure(measure(measure_->currentData().toString().toStdString())); });
  connect(down_, &QCheckBox::toggled, this, [this](bool on) {
    QSettings().setValue("heatmap/tokensDown", on);
    reload();
  });
  connect(held_, &QCheckBox::toggled, this, &HeatmapView::holdLimits);
  connect(all_, &QToolButton::clicked, this, [this] {
    if (state_.trace()) figure_->showTokens(0, state_.trace()->tokens() - 1);
  });
  connect(scroll_, &QScrollBar::valueChanged, this, [this](int first) {
    const auto [low, high] = figure_->shownTokens();
    figure_->showTokens(first, first + (high - low));
  });
  connect(figure_, &HeatmapFigure::rangeChanged, this, [this] {
    const auto [first, last] = figure_->shownTokens();
    showRange(first, last);
  });
  connect(save, &QToolButton::clicked, this, [this] { askExport(shown()); });
  connect(figure_, &HeatmapFigure::cellHovered, &state_,
          [this](int token, int loop) { state_.hover(token, loop); });
  connect(figure_, &HeatmapFigure::cellPicked, this, &HeatmapView::pick);
  figure_->setContextMenuPolicy(Qt::CustomContextMenu);
  connect(figure_, &QWidget::customContextMenuRequested, this, &HeatmapView::showMenu);
  connect(figure_, &HeatmapFigure::tokensDragged, &state_,
          [this](int first, int last) { state_.selectRange(first, last); });
}

void HeatmapView::showMenu(const QPoint& at) {
  const TracePtr trace = state_.trace();
  if (!trace) return;
  auto* menu = new QMenu(this);
  menu->setObjectName("heatmapMenu");
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const auto [token, loop] = figure_->cellAt(QPointF(at));
  if (token >= 0) {
    menu->addAction(tr("Show the words of this cell"), this, [this, token = token, loop = loop] {
      state_.select(token, loop);
      emit intents_.viewAsked("lens");
    });
    menu->addAction(tr("What if something is changed here..."), this,
                    [this, token = token, loop = loop] {
                      state_.select(token, loop);
                      emit intents_.whatIfAsked(token, loop);
                    });
    menu->addAction(tr("Copy what this cell says"), this, [this, token = token, loop = loop] {
      QGuiApplication::clipboard()->setText(lineOf(token, loop));
    });
    menu->addSeparator();
  }
  menu->addAction(all_->accessibleName(), all_, &QToolButton::click)->setEnabled(figure_->zoomed());
  for (QCheckBox* box : {down_, held_}) {
    QAction* action = menu->addAction(box->text(), box, &QCheckBox::toggle);
    action->setCheckable(true);
    action->setChecked(box->isChecked());
  }
  menu->addSeparator();
  menu->addAction(tr("Export this figure..."), this, [this] { askExport(shown()); });
  menu->popup(figure_->mapToGlobal(at));
}

void HeatmapView::themeChanged() {
  const auto range = figure_->shownTokens();
  figure_->setTheme(theme_);
  if (state_.trace()) figure_->showTokens(range.first, range.second);
}

FigureRecipe HeatmapView::recipe() const {
  FigureRecipe recipe;
  recipe.rule = state_.rule();
  recipe.measure = &state_.measure();
  recipe.loopsVertical = !down_->isChecked();
  if (held_->isChecked() && heldMeasure_ == &state_.measure()) {
    recipe.minimum = heldLimits_.low;
    recipe.maximum = heldLimits_.high;
  }
  // What was zoomed into stays in view while a measure changes or a text grows.
  if (figure_->zoomed() && state_.trace().get() == shown_) {
    const auto [first, last] = figure_->shownTokens();
    recipe.firstToken = first;
    recipe.lastToken = last;
  }
  return recipe;
}

std::optional<FigureRequest> HeatmapView::shown() const {
  std::optional<FigureRequest> wanted = request("heatmap");
  if (wanted) wanted->recipe = recipe();
  return wanted;
}

void HeatmapView::refresh(Changes what) {
  if (what & (Changed::Trace | Changed::Measure)) {
    offerMeasures(*measure_, state_.trace().get(), state_.rule().gate);
    measure_->setCurrentIndex(measure_->findData(measureId(state_.measure())));
    reload();
    figure_->setHover(state_.hoveredToken(), state_.hoveredLoop());
    return;
  }
  if (what & Changed::Readout) figure_->setReadout(state_.readout());
  if (what & Changed::Selection) {
    figure_->setSelection(state_.selectedToken(), state_.selectedLoop());
    figure_->setSelectedTokens(state_.selectedTokens());
    if (state_.selectedToken() >= 0)
      announceCell(figure_, std::max(0, state_.selectedLoop()), state_.selectedToken());
  }
  if (what & Changed::Hover) figure_->setHover(state_.hoveredToken(), state_.hoveredLoop());
  showReadout();
}

void HeatmapView::reload() {
  const TracePtr trace = state_.trace();
  trace ? showContent() : showHint();
  const FigureRecipe shown = recipe();
  shown_ = trace.get();
  figure_->setTrace(trace, shown, &state_.readout());
  figure_->setSelection(state_.selectedToken(), state_.selectedLoop());
  figure_->setSelectedTokens(state_.selectedTokens());
  scroll_->setOrientation(Qt::Horizontal);
  if (trace) {
    const auto [first, last] = figure_->shownTokens();
    showRange(first, last);
  }
  showReadout();
  announceCellsChanged(figure_);
}

void HeatmapView::holdLimits(bool held) {
  if (held) {
    heldLimits_ = figure_->limits();
    heldMeasure_ = &state_.measure();
  }
  reload();
}

void HeatmapView::showRange(int first, int last) {
  const TracePtr trace = state_.trace();
  if (!trace) return;
  const int tokens = trace->tokens(), shown = last - first + 1;
  const bool part = shown < tokens;
  all_->setEnabled(part);
  all_->setText(part ? tr("Tokens %1\u2013%2 of %3")
                           .arg(QLocale().toString(first + 1), QLocale().toString(last + 1),
                                QLocale().toString(tokens))
                     : tr("%n token(s)", nullptr, tokens));
  const QSignalBlocker quiet(scroll_);
  scroll_->setVisible(part);
  scroll_->setRange(0, std::max(0, tokens - shown));
  scroll_->setPageStep(std::max(1, shown));
  scroll_->setSingleStep(std::max(1, shown / 10));
  scroll_->setValue(first);
}

void HeatmapView::pick(int token, int loop, Qt::KeyboardModifiers modifiers) {
  if (modifiers & Qt::ShiftModifier) return state_.extendSelection(token);
  if (modifiers & Qt::ControlModifier) return state_.toggleSelection(token);
  state_.select(token, loop);
}

QString HeatmapView::describe(int token, int loop) const {
  const Trace& trace = *state_.trace();
  const auto i = static_cast<std::size_t>(token);
  const Measure& info = state_.measure();
  const float value = figure_->cellValue(token, loop);
  QString out = tr("loop %1 of %2").arg(loop + 1).arg(trace.loops());
  const QString number = std::isnan(value) ? tr("not in the record")
                                           : QLocale().toString(static_cast<double>(value), 'g', 4);
  out = tr("%1: %2 %3", "measure: value unit")
            .arg(coreName(info.name), number, std::isnan(value) ? QString() : coreName(info.unit))
            .trimmed() +
        QStringLiteral(" \u00b7 ") + out;
  if (loop < trace.columns().loopsRun[i]) {
    const auto K = static_cast<std::size_t>(trace.topK());
    const std::int32_t best = trace.columns().topkId[trace.at(token, loop) * K];
    out += QStringLiteral(" \u00b7 ") +
           tr("best word \u201c%1\u201d").arg(tokenLabel(state_.trace(), trace.word(best)));
  }
  return out + QStringLiteral(" \u00b7 ") + tr("exit loop %1").arg(state_.readout().loop[i] + 1);
}

QString HeatmapView::lineOf(int token, int loop) const {
  const TracePtr trace = state_.trace();
  return tr("%1 \u201c%2\u201d", "position and text of a token")
             .arg(QLocale().toString(token + 1),
                  tokenLabel(trace, trace->columns().tokenBytes[token])) +
         QStringLiteral(" \u00b7 ") + describe(token, loop);
}

void HeatmapView::showReadout() {
  const TracePtr trace = state_.trace();
  const bool hovered = state_.hoveredToken() >= 0;
  const int token = hovered ? state_.hoveredToken() : state_.selectedToken();
  if (!trace || token < 0 || token >= trace->tokens()) {
    readout_->setParts({trace ? tr("Point at a cell to read it; Ctrl+wheel zooms.") : QString()});
    return;
  }
  const int loop = hovered ? state_.hoveredLoop() : state_.selectedLoop();
  // A token without a loop of its own is at the loop where it is read.
  const QString line = lineOf(token, loop < 0 ? state_.readout().loop[token] : loop);
  readout_->setParts(line.split(PartsLabel::join({QString(), QString()})));
  readout_->setToolTip(plainTip(line));
}

}  // namespace ouroscope
