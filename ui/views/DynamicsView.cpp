// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/DynamicsView.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/base/Names.h"
#include "ui/base/Zoom.h"
#include "ui/figures/plots/AblationFigure.h"
#include "ui/figures/plots/AnswerMapFigure.h"
#include "ui/state/AblationTableModel.h"
#include "ui/state/DynamicsTableModel.h"
#include "ui/views/DenseTable.h"
#include "ui/views/ExportButton.h"
#include "ui/views/JobStrip.h"

namespace ouroscope {

DynamicsView::DynamicsView(const ViewContext& context, QWidget* parent)
    : TraceView(context, Changed::Trace | Changed::Selection | Changed::Hover, parent),
      tabs_(new QTabWidget) {
  setObjectName("dynamicsView");
  tabs_->setObjectName("dynamicsTabs");
  tabs_->setDocumentMode(true);
  tabs_->addTab(makeTokensPage(), tr("Tokens"));
  tabs_->addTab(makeAblationPage(), tr("Loop ablation"));
  QToolButton* exporting = exportButton("dynamicsExport");
  tabs_->setCornerWidget(exporting);
  setContent(tabs_);
  hint()->setObjectName("dynamicsHint");

  connect(exporting, &QToolButton::clicked, this, [this] { askExport(shown()); });
  connect(tabs_, &QTabWidget::currentChanged, this, &DynamicsView::computeAblation);
}

void DynamicsView::refresh(Changes what) {
  if (what & Changed::Trace)
    reload();
  else if (what & Changed::Selection)
    showSelection();
  if (what & Changed::Hover) map_->setHover(state_.hoveredToken(), state_.hoveredLoop());
}

QWidget* DynamicsView::makeTokensPage() {
  filter_ = new QComboBox;
  filter_->setObjectName("dynamicsFilter");
  filter_->setAccessibleName(tr("Which tokens are listed"));
  for (const DynamicsFilterInfo& info : dynamicsFilters())
    filter_->addItem(coreName(info.name), static_cast<int>(info.filter));
  count_ = new QLabel;
  count_->setTextFormat(Qt::PlainText);
  count_->setObjectName("dynamicsCount");
  previous_ = new QPushButton(tr("Previous"));
  next_ = new QPushButton(tr("Next"));
  previous_->setObjectName("dynamicsPrevious");
  next_->setObjectName("dynamicsNext");
  previous_->setToolTip(tr("Select the listed token before the selected one"));
  next_->setToolTip(tr("Select the listed token after the selected one"));
  auto* bar = new QHBoxLayout;
  bar->addWidget(filter_);
  bar->addWidget(count_, 1);
  bar->addWidget(previous_);
  bar->addWidget(next_);

  map_ = new AnswerMapFigure;
  map_->setObjectName("answerMap");
  map_->setMinimumHeight(zoomed(170));
  map_->setAccessibleName(tr("Answer map, tokens by loops"));
  tokens_ = new DynamicsTableModel(this);
  tokenTable_ = denseTable("dynamicsTokens", tr("Tokens of the filter"), tokens_);
  tokenTable_->verticalHeader()->hide();
  tokenTable_->horizontalHeader()->setSectionResizeMode(DynamicsTableModel::Token,
                                                        QHeaderView::Stretch);
  const QFontMetrics metrics(tokenTable_->font());
  for (int c = 0; c < DynamicsTableModel::Columns; ++c)
    if (c != DynamicsTableModel::Token)
      tokenTable_->setColumnWidth(
          c, std::max(metrics.horizontalAdvance("00000"),
                      metrics.horizontalAdvance(
                          tokens_->headerData(c, Qt::Horizontal, Qt::DisplayRole).toString())) +
                 18);
  auto* split = new QSplitter(Qt::Vertical);
  split->setChildrenCollapsible(false);
  split->addWidget(map_);
  split->addWidget(tokenTable_);
  split->setSizes({320, 260});
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 4, 0, 0);
  column->setSpacing(4);
  column->addLayout(bar);
  column->addWidget(split, 1);

  connect(filter_, &QComboBox::currentIndexChanged, this, [this] {
    filterChosen_ = true;
    refilter();
  });
  connect(previous_, &QPushButton::clicked, this, [this] { step(-1); });
  connect(next_, &QPushButton::clicked, this, [this] { step(1); });
  connect(tokenTable_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex& current) {
            if (current.isValid()) state_.select(tokens_->tokenAt(current.row()));
          });
  connect(map_, &AnswerMapFigure::cellHovered, &state_,
          [this](int token, int loop) { state_.hover(token, loop); });
  connect(map_, &AnswerMapFigure::cellClicked, &state_,
          [this](int token, int loop) { state_.select(token, loop); });
  connect(map_, &AnswerMapFigure::cellPicked, this,
          [this](int token, int, Qt::KeyboardModifiers modifiers) {
            if (modifiers & Qt::ShiftModifier)
              state_.extendSelection(token);
            else if (modifiers & Qt::ControlModifier)
              state_.toggleSelection(token);
          });
  connect(map_, &AnswerMapFigure::tokensDragged, &state_,
          [this](int first, int last) { state_.selectRange(first, last); });
  return page;
}

QWidget* DynamicsView::makeAblationPage() {
  by_ = new QComboBox;
  by_->setObjectName("ablationBy");
  by_->setAccessibleName(tr("How tokens are grouped"));
  for (const AblationByInfo& info : ablationGroupings())
    by_->addItem(coreName(info.name), static_cast<int>(info.by));
  strip_ = new JobStrip(jobs_);
  ablation_ = new AblationTableModel(this);
  ablationTable_ =
      denseTable("ablationTable", tr("What every added loop helped or hurt"), ablation_);
  ablationTable_->verticalHeader()->hide();
  bars_ = new AblationFigure;
  bars_->setObjectName("ablationBars");
  bars_->setMinimumHeight(zoomed(170));
  bars_->setAccessibleName(tr("Gain and loss of every added loop"));
  note_ = new QLabel;
  note_->setTextFormat(Qt::PlainText);
  note_->setObjectName("ablationNote");
  note_->setWordWrap(true);
  note_->setForegroundRole(QPalette::PlaceholderText);

  auto* bar = new QHBoxLayout;
  bar->addWidget(by_);
  bar->addWidget(strip_, 1);
  bar->addStretch();
  auto* split = new QSplitter(Qt::Vertical);
  split->setChildrenCollapsible(false);
  split->addWidget(ablationTable_);
  split->addWidget(bars_);
  split->setSizes({280, 280});
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 4, 0, 0);
  column->setSpacing(4);
  column->addLayout(bar);
  column->addWidget(split, 1);
  column->addWidget(note_);

  connect(by_, &QComboBox::currentIndexChanged, this, [this] {
    group_ = 0;
    computeAblation();
  });
  connect(strip_, &JobStrip::againAsked, this, &DynamicsView::computeAblation);
  connect(ablationTable_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex& current) {
            if (current.isValid()) showGroup(ablation_->groupAt(current.row()));
          });
  return page;
}

void DynamicsView::themeChanged() {
  map_->setTheme(theme_);
  bars_->setTheme(theme_);
}

void DynamicsView::reload() {
  const TracePtr trace = state_.trace();
  const bool shown = trace && trace->loops() > 1;
  showHint(trace ? tr("This trace has one loop: answers can only change with two or more. Run "
                      "the prompt again with more loops.")
                 : tr("Run a prompt or open a trace to see how its answers move over the "
                      "loops."));
  if (shown) showContent();
  dynamics_ = shown ? answerDynamics(*trace) : AnswerDynamics{};
  FigureRecipe recipe;
  recipe.kind = "answer-map";
  map_->setTrace(shown ? trace : nullptr, recipe);
  if (shown && !filterChosen_) offerFilter(*trace);
  refilter();
  computeAblation();
}

/// Until somebody chooses: the first filter that finds a token.
void DynamicsView::offerFilter(const Trace& trace) {
  const QSignalBlocker block(filter_);
  for (int i = 0; i < filter_->count(); ++i) {
    filter_->setCurrentIndex(i);
    if (!tokensWith(trace, dynamics_, static_cast<DynamicsFilter>(filter_->itemData(i).toInt()))
             .empty())
      return;
  }
  filter_->setCurrentIndex(0);
}

void DynamicsView::refilter() {
  const TracePtr trace = state_.trace();
  const bool shown = trace && trace->loops() > 1;
  const auto filter = static_cast<DynamicsFilter>(filter_->currentData().toInt());
  {
    // Filling a list does not choose a token.
    const QSignalBlocker block(tokenTable_->selectionModel());
    tokens_->setTokens(shown ? trace : nullptr, dynamics_,
                       shown ? tokensWith(*trace, dynamics_, filter) : std::vector<int>{});
  }
  const int found = static_cast<int>(tokens_->tokens().size());
  //: How many tokens a filter finds, then how many there are.
  count_->setText(tr("%Ln of %1 tokens", nullptr, found).arg(shown ? trace->tokens() : 0));
  previous_->setEnabled(found > 0);
  next_->setEnabled(found > 0);
  showSelection();
}

void DynamicsView::step(int direction) {
  const std::vector<int>& tokens = tokens_->tokens();
  const int selected = state_.selectedToken();
  if (direction > 0) {
    const auto at = std::upper_bound(tokens.begin(), tokens.end(), selected);
    if (at != tokens.end()) state_.select(*at);
  } else {
    // Without a selection the last one comes first.
    const auto at =
        selected < 0 ? tokens.end() : std::lower_bound(tokens.begin(), tokens.end(), selected);
    if (at != tokens.begin()) state_.select(*(at - 1));
  }
}

void DynamicsView::showSelection() {
  map_->setSelection(state_.selectedToken(), state_.selectedLoop());
  map_->setSelectedTokens(state_.selectedTokens());
  const QSignalBlocker block(tokenTable_->selectionModel());
  const int row = state_.selectedToken() < 0 ? -1 : tokens_->rowOf(state_.selectedToken());
  if (row < 0) {
    tokenTable_->clearSelection();
    tokenTable_->setCurrentIndex({});
  } else {
    tokenTable_->selectRow(row);
    tokenTable_->scrollTo(tokens_->index(row, 0));
  }
  tokenTable_->viewport()->update();
}

void DynamicsView::computeAblation() {
  if (tabs_->currentIndex() != 1 || !isVisible()) return;
  const TracePtr trace = state_.trace();
  if (!trace || trace->loops() < 2) {
    jobs_.cancel();
    table_.reset();
    ablated_.reset();
    ablation_->setTable(nullptr);
    bars_->setTable(nullptr, 0);
    return;
  }
  const auto by = static_cast<AblationBy>(by_->currentData().toInt());
  if (table_ && ablated_ == trace && table_->by == by) return;
  jobs_.start(
      tr("Resampling tokens"),
      [trace, by](JobContext& context) -> std::any {
        return ablationOf(trace, by, context.stop(), context.progress());
      },
      [this, trace](const std::any& result) {
        const auto table = std::any_cast<AblationPtr>(result);
        table_ = table;
        ablated_ = trace;
        {
          const QSignalBlocker block(ablationTable_->selectionModel());
          ablation_->setTable(table);
        }
        ablationTable_->resizeColumnsToContents();
        const int groups = static_cast<int>(table->groups.size());
        const int counted = groups ? table->groups.front().tokens : 0;
        note_->setText(
            counted ? tr("%Ln tokens that ran all loops and have a next token. Intervals: 95 %, "
                         "bootstrap over tokens, which are not independent of each other.",
                         nullptr, counted)
                    : tr("No token ran all loops and has a next token: there is nothing to "
                         "compare."));
        group_ = group_ < groups ? group_ : 0;
        bars_->setTable(groups ? table : nullptr, group_);
      });
}

void DynamicsView::showGroup(int group) {
  group_ = group;
  bars_->setTable(table_, group);
}

std::optional<FigureRequest> DynamicsView::shown() const {
  if (!state_.trace() || state_.trace()->loops() < 2) return {};
  std::optional<FigureRequest> wanted = request("answer-map");
  FigureRecipe& recipe = wanted->recipe;
  if (tabs_->currentIndex() == 0) {
    if (map_->zoomed()) {
      const auto [first, last] = map_->shownTokens();
      recipe.firstToken = first;
      recipe.lastToken = last;
    }
    return wanted;
  }
  recipe.kind = "ablation";
  recipe.options["by"] = coreText(ablationGroupings()[by_->currentData().toInt()].id);
  if (table_ && ablated_ == state_.trace() && group_ < std::ssize(table_->groups))
    recipe.options["group"] = QString::fromStdString(table_->groups[group_].name);
  return wanted;
}

}  // namespace ouroscope
