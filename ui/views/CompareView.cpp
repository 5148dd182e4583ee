// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/CompareView.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "core/analysis/TraceTables.h"
#include "ui/base/Language.h"
#include "ui/base/LastFolder.h"
#include "ui/base/PlainText.h"
#include "ui/base/Zoom.h"
#include "ui/figures/base/PlotStyle.h"
#include "ui/figures/plots/CompareFigure.h"
#include "ui/views/DenseTable.h"
#include "ui/views/ExportButton.h"
#include "ui/views/JobStrip.h"
#include "ui/views/WrapLayout.h"

namespace ouroscope {
namespace {

constexpr int kReading = -1, kFile = -2;  ///< in otherBox_ beside the ids of open traces
constexpr int kMostChanges = 200;
/// Up to this many cells the tables of another gate are made at once, in about a millisecond.
constexpr std::size_t kCellsAtOnce = 1 << 15;

}  // namespace

CompareView::CompareView(const ViewContext& context, QWidget* parent)
    : TraceView(context,
                Changed::Trace | Changed::Readout | Changed::Selection | Changed::Compared |
                    Changed::OpenTraces,
                parent) {
  setObjectName("compareView");
  map_ = new CompareFigure;
  map_->setObjectName("compareMap");
  map_->setMinimumHeight(zoomed(200));
  map_->setAccessibleName(tr("Differences, tokens by loops"));
  summary_ = new QLabel;
  summary_->setTextFormat(Qt::PlainText);
  summary_->setObjectName("compareSummary");
  summary_->setWordWrap(true);
  notes_ = new QLabel;
  notes_->setTextFormat(Qt::PlainText);
  notes_->setObjectName("compareNotes");
  notes_->setWordWrap(true);
  notes_->setForegroundRole(QPalette::PlaceholderText);

  auto* split = new QSplitter(Qt::Vertical);
  split->setChildrenCollapsible(false);
  split->addWidget(map_);
  split->addWidget(makeTables());
  split->setSizes({300, 300});
  auto* content = new QWidget;
  auto* inner = new QVBoxLayout(content);
  inner->setContentsMargins(0, 0, 0, 0);
  inner->setSpacing(4);
  inner->addWidget(makeSides());
  inner->addWidget(summary_);
  inner->addWidget(notes_);
  inner->addWidget(split, 1);
  setContent(content, tr("Run a prompt or open a trace to compare it with another one, or with "
                         "another reading of itself."));
  hint()->setObjectName("compareHint");

  connect(map_, &CompareFigure::cellClicked, this, &CompareView::chooseColumn);
  connect(map_, &CompareFigure::cellHovered, this, [this](int at, int loop) {
    const bool inA = comparison_ && at >= 0 &&
                     comparison_->alignment.columns[static_cast<std::size_t>(at)].a >= 0;
    state_.hover(inA ? comparison_->alignment.columns[static_cast<std::size_t>(at)].a : -1, loop);
  });
}

void CompareView::fillBeside() {
  QMenu& menu = *beside_->menu();
  menu.clear();
  menu.setToolTipsVisible(true);
  const TracePtr trace = state_.trace();
  const auto add = [&](const char* name, const QString& text, bool possible, const QString& why,
                       const std::function<void()>& run) {
    QAction* action = menu.addAction(text, this, run);
    action->setObjectName(name);
    action->setEnabled(trace && possible);
    if (!action->isEnabled()) action->setToolTip(why);
  };
  const bool loops = trace && trace->loops() > 1, plain = workspace_.isPlainModel();
  add("besideLoop1", tr("Its own loop 1"), loops, tr("This record has one loop."), [this] {
    change([](OtherSide& b) {
      b.item = kReading;
      b.same = false;
      b.rule.budget = 1;
    });
  });
  const QString trained =
      workspace_.modelName().isEmpty()
          ? tr("Open a model first (File menu)")
          : tr("The open model was trained with its loops: it has no plain form. Choose another "
               "model.");
  add("besidePlain", tr("One pass of the plain model"), plain, trained, [this] {
    BesideWish wish;
    emit intents_.besideAsked(wish);
  });
  add("besideLayers", tr("The same model, other layers looped..."), plain, trained,
      [this] { emit intents_.besideLayersAsked(); });
  add("besideModel", tr("Another model on this text..."), true, {},
      [this] { emit intents_.besideModelAsked(); });
}

void CompareView::refresh(Changes what) {
  if (what & (Changed::Trace | Changed::Compared | Changed::OpenTraces)) return reload();
  if (what & Changed::Readout)
    readAgain();
  else
    showSelection();
}

QWidget* CompareView::makeSides() {
  titleA_ = new QLabel;
  titleA_->setObjectName("compareA");
  titleA_->setTextFormat(Qt::PlainText);
  otherBox_ = new QComboBox;
  otherBox_->setObjectName("compareOther");
  otherBox_->setAccessibleName(tr("What to compare with"));
  otherBox_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  same_ = new QCheckBox(tr("Same reading as A"));
  same_->setObjectName("compareSame");
  budget_ = new QSpinBox;
  budget_->setObjectName("compareBudget");
  budget_->setAccessibleName(tr("Loop budget of B"));
  budget_->setPrefix(tr("loops "));
  q_ = new QDoubleSpinBox;
  q_->setObjectName("compareQ");
  q_->setAccessibleName(tr("Exit threshold q of B"));
  q_->setPrefix(tr("q "));
  q_->setRange(0, 1);
  q_->setSingleStep(0.05);
  q_->setDecimals(2);
  gate_ = new QComboBox;
  gate_->setObjectName("compareGate");
  gate_->setAccessibleName(tr("Gate of B"));
  gate_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  measureBox_ = new QComboBox;
  measureBox_->setObjectName("compareMeasure");
  measureBox_->setAccessibleName(tr("Measure whose differences are shown"));
  for (const ComparedMeasure& m : ComparedMeasure::all()) {
    const bool first =
        m.perLoop &&
        !measureBox_->itemData(measureBox_->count() - 1).toString().startsWith("loop:");
    if (first) measureBox_->insertSeparator(measureBox_->count());
    measureBox_->addItem(
        m.perLoop ? tr("%1, every loop").arg(m.name()) : tr("%1, per token").arg(m.name()), m.id());
  }
  measureBox_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  measureBox_->setMinimumContentsLength(20);
  QToolButton* exporting = exportButton("compareExport");
  strip_ = new JobStrip(alignJobs_);
  openStrip_ = new JobStrip(openJobs_);

  auto* labelB = new QLabel(tr("&B:"));
  labelB->setBuddy(otherBox_);
  labelB->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
  const auto group = [](std::initializer_list<QWidget*> widgets) {
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    for (QWidget* each : widgets) row->addWidget(each);
    return box;
  };
  auto* sides = new WrapLayout(8);
  beside_ = new QToolButton;
  beside_->setObjectName("compareBeside");
  beside_->setText(tr("Single pass beside looped"));
  beside_->setToolTip(
      tr("Compares this run with its own loop 1, with a plain model on the same text, or with "
         "other layers looped"));
  beside_->setPopupMode(QToolButton::InstantPopup);
  beside_->setMenu(new QMenu(beside_));
  beside_->menu()->setObjectName("compareBesideMenu");
  connect(beside_->menu(), &QMenu::aboutToShow, this, &CompareView::fillBeside);
  QWidget* which = group({labelB, otherBox_, beside_});
  which->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  sides->addWidget(which);
  sides->addWidget(group({budget_, q_, gate_, same_}));
  auto* bar = new QHBoxLayout;
  bar->addWidget(measureBox_);
  bar->addWidget(strip_, 1);
  bar->addWidget(openStrip_, 1);
  bar->addStretch();
  bar->addWidget(exporting);
  auto* box = new QWidget;
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  column->addWidget(titleA_);
  column->addLayout(sides);
  column->addLayout(bar);

  connect(otherBox_, &QComboBox::activated, this, &CompareView::otherChosen);
  connect(same_, &QCheckBox::toggled, this, [this](bool same) {
    // B's own reading begins where it was.
    change([this, same](OtherSide& b) {
      b.rule = ruleB();
      if (b.rule.budget == other()->loops()) b.rule.budget = 0;
      b.same = same;
    });
  });
  connect(budget_, &QSpinBox::valueChanged, this, [this](int loops) {
    change([&](OtherSide& b) { b.rule.budget = loops == budget_->maximum() ? 0 : loops; });
  });
  connect(q_, &QDoubleSpinBox::valueChanged, this,
          [this](double q) { change([&](OtherSide& b) { b.rule.q = q; }); });
  connect(gate_, &QComboBox::currentIndexChanged, this,
          [this](int gate) { change([&](OtherSide& b) { b.rule.gate = std::max(0, gate); }); });
  connect(measureBox_, &QComboBox::currentIndexChanged, this, [this] {
    change([this](OtherSide& b) { b.measure = measureBox_->currentData().toString(); });
  });
  connect(strip_, &JobStrip::againAsked, this, [this] {
    alignedA_.reset();
    align();
  });
  connect(openStrip_, &JobStrip::againAsked, this,
          [this] { otherChosen(otherBox_->findData(kFile)); });
  connect(exporting, &QToolButton::clicked, this, [this] { askExport(shown()); });
  return box;
}

QWidget* CompareView::makeTables() {
  changes_ = new ChangesModel(this);
  changesTable_ = denseTable("compareChanges", tr("Most changed tokens"), changes_);
  changesTable_->verticalHeader()->hide();
  const QFontMetrics metrics(changesTable_->font());
  for (int c = 0; c < ChangesModel::Columns; ++c)
    changesTable_->setColumnWidth(
        c,
        std::max(metrics.horizontalAdvance(
                     changes_->headerData(c, Qt::Horizontal, Qt::DisplayRole).toString()),
                 metrics.horizontalAdvance(c == ChangesModel::Difference ? "+0.000000" : "0000")) +
            22);
  changesTable_->horizontalHeader()->setSectionResizeMode(ChangesModel::Token,
                                                          QHeaderView::Stretch);
  lens_ = new CompareLensModel(this);
  lensTable_ = denseTable("compareLens", tr("Best words of A and B at every loop"), lens_);
  lensTable_->setSelectionMode(QAbstractItemView::NoSelection);
  lensTable_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  showAllRows(changesTable_);
  showAllRows(lensTable_);
  tables_ = new QSplitter(Qt::Horizontal);
  tables_->setChildrenCollapsible(false);
  tables_->addWidget(changesTable_);
  tables_->addWidget(lensTable_);
  tables_->setStretchFactor(0, 2);
  tables_->setStretchFactor(1, 3);
  connect(changesTable_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex& current) {
            if (!current.isValid()) return;
            const Change& change = changes_->changes()[static_cast<std::size_t>(current.row())];
            chooseColumn(change.column, measure().perLoop ? change.loop : -1);
          });
  return tables_;
}

/// Side by side only where their words have room.
void CompareView::resizeEvent(QResizeEvent* event) {
  TraceView::resizeEvent(event);
  tables_->setOrientation(width() < zoomed(960) ? Qt::Vertical : Qt::Horizontal);
}

void CompareView::themeChanged() {
  map_->setTheme(theme_);
}

std::optional<FigureRequest> CompareView::shown() const {
  std::optional<FigureRequest> wanted = request("compare-rules");
  if (!wanted) return {};
  const OtherSide b = side();
  const ReadoutRule rule = ruleB();
  if (b.item >= 0) {
    wanted->recipe.kind = "compare";
    wanted->input.other = other();
  }
  wanted->recipe.options = {{"measure", b.measure},
                            {"other_gate", rule.gate},
                            {"other_budget", rule.budget},
                            {"other_q", rule.q}};
  if (comparison_ && comparison_->a.trace == state_.trace() && map_->zoomed()) {
    const auto [first, last] = map_->shownTokens();  // columns of the alignment, as the recipe's
    wanted->recipe.firstToken = first;
    wanted->recipe.lastToken = last;
  }
  return wanted;
}

void CompareView::fillOthers() {
  const QSignalBlocker block(otherBox_);
  otherBox_->clear();
  otherBox_->addItem(tr("another reading of A"), kReading);
  for (const Workspace::Item& item : workspace_.items())
    if (item.id != workspace_.current() && !item.away())
      otherBox_->addItem(item.shownTitle(), item.id);
  otherBox_->insertSeparator(otherBox_->count());
  otherBox_->addItem(tr("open a trace\u2026"), kFile);
  otherBox_->setCurrentIndex(otherBox_->findData(side().item));
}

OtherSide CompareView::side() const {
  OtherSide b = state_.compared();
  // The trace that was compared with may have become the shown one, or have been closed.
  const Workspace::Item* item = workspace_.find(b.item);
  if (b.item == workspace_.current() || !item || item->away()) b.item = kReading;
  if (b.item < 0) b.same = false;
  return b;
}

void CompareView::change(const std::function<void(OtherSide&)>& edit) {
  OtherSide b = side();
  edit(b);
  state_.setCompared(b);
}

void CompareView::otherChosen(int index) {
  const int item = otherBox_->itemData(index).toInt();
  if (item != kFile) return compareWith(item);
  otherBox_->setCurrentIndex(otherBox_->findData(side().item));
  const QString path = QFileDialog::getOpenFileName(this, tr("Compare with a trace"), lastFolder(),
                                                    tr("Traces (*.safetensors);;All files (*)"));
  if (!path.isEmpty()) openOther(path);
}

void CompareView::openOther(const QString& path) {
  openJobs_.start(tr("Opening %1").arg(QFileInfo(path).fileName()), openTraceJob(path),
                  [this, path](const std::any& result) {
                    // It is opened beside the shown trace, which stays shown.
                    const int shown = workspace_.current();
                    const int item = workspace_.add(std::any_cast<TracePtr>(result),
                                                    QFileInfo(path).fileName(), path);
                    if (shown >= 0) workspace_.show(shown);
                    compareWith(item);
                  });
}

void CompareView::compareWith(int item) {
  change([item](OtherSide& b) {
    b.item = item;
    b.same = item >= 0;
  });
}

TracePtr CompareView::other() const {
  const Workspace::Item* item = workspace_.find(side().item);
  return item ? item->trace : state_.trace();
}

ReadoutRule CompareView::ruleB() const {
  const TracePtr trace = other();
  return trace ? state_.comparedRule(*trace, side()) : ReadoutRule{};
}

ComparedMeasure CompareView::measure() const {
  return *ComparedMeasure::fromId(state_.compared().measure);
}

void CompareView::showControls() {
  const TracePtr trace = other();
  if (!trace) return;
  const QSignalBlocker blocks[] = {QSignalBlocker(budget_), QSignalBlocker(gate_),
                                   QSignalBlocker(same_), QSignalBlocker(q_),
                                   QSignalBlocker(measureBox_)};
  const OtherSide b = side();
  const ReadoutRule rule = ruleB();
  budget_->setRange(1, trace->loops());
  // Set only where another: somebody may be typing in it.
  if (budget_->value() != rule.budget) budget_->setValue(rule.budget);
  if (const double q = std::min(rule.q, 1.0); std::abs(q_->value() - q) >= 0.005) q_->setValue(q);
  same_->setEnabled(b.item >= 0);
  same_->setChecked(b.same);
  const std::string& own = trace->info().gateName;
  QStringList gates{!trace->info().gated ? tr("no gate")
                    : own.empty()        ? tr("the model's gate")
                                         : shownName(own)};
  for (const std::string& name : trace->info().otherGates) gates << shownName(name);
  if (gates != gates_) {  // a list that is filled anew lays the view out anew
    gates_ = gates;
    gate_->clear();
    gate_->addItems(gates);
  }
  gate_->setCurrentIndex(rule.gate);
  gate_->setVisible(gate_->count() > 1);
  for (QWidget* control :
       {static_cast<QWidget*>(budget_), static_cast<QWidget*>(q_), static_cast<QWidget*>(gate_)})
    control->setEnabled(!b.same);
  measureBox_->setCurrentIndex(measureBox_->findData(b.measure));
}

void CompareView::reload() {
  state_.trace() ? showContent() : showHint();
  fillOthers();
  align();
}

void CompareView::align() {
  const TracePtr a = state_.trace(), b = other();
  if (!a) {
    alignedA_ = alignedB_ = nullptr;
    return showComparison(nullptr);
  }
  if (a == alignedA_ && b == alignedB_) return readAgain();
  alignedA_ = a;
  alignedB_ = b;
  if (a == b) {
    comparison_ = std::make_shared<const Comparison>(alignTraces(a, b));
    return readAgain();
  }
  showComparison(nullptr);
  alignJobs_.start(
      tr("Aligning the texts"),
      [a, b, gate = ruleB().gate](JobContext& context) -> std::any {
        readoutTables(b, gate);
        return ComparisonPtr(
            std::make_shared<const Comparison>(alignTraces(a, b, 1000, context.stop())));
      },
      [this, a, b](const std::any& result) {
        if (a != alignedA_ || b != alignedB_) return;
        comparison_ = std::any_cast<ComparisonPtr>(result);
        readAgain();  // the sliders may have moved meanwhile
      });
}

void CompareView::readAgain() {
  showControls();
  if (!comparison_ || state_.trace() != comparison_->a.trace) return;
  const TracePtr traceB = comparison_->b.trace;
  const ReadoutRule b = ruleB();
  auto tables = knownReadoutTables(traceB, b.gate);
  if (!tables && traceB->columns().entropy.size() <= kCellsAtOnce)
    tables = readoutTables(traceB, b.gate);
  if (!tables) {
    // What is shown belongs to the gate before, so nothing is until it is read.
    const ComparisonPtr waiting = comparison_;
    showComparison(nullptr);
    return alignJobs_.start(
        tr("Reading by another gate"),
        [traceB, gate = b.gate](JobContext&) -> std::any { return readoutTables(traceB, gate); },
        [this, waiting](const std::any&) {
          if (waiting->a.trace != alignedA_ || waiting->b.trace != alignedB_) return;
          comparison_ = waiting;
          readAgain();
        });
  }
  // A is read as in all views, and B again only where its own rule moved.
  auto next = std::make_shared<Comparison>(*comparison_);
  next->a.tables = state_.tables();
  next->a.readout = state_.readout();
  if (!next->b.tables || next->b.readout.rule != b) next->b.read(b, tables);
  showComparison(std::move(next));
}

QString CompareView::ruleText(const ReadoutRule& rule, int loops) {
  const int budget = rule.budget > 0 ? std::min(rule.budget, loops) : loops;
  return rule.q >= 1 ? tr("read at loop %1").arg(budget)
                     : tr("q = %1, at most loop %2").arg(localNumber(rule.q, 2)).arg(budget);
}

void CompareView::showComparison(ComparisonPtr comparison) {
  comparison_ = std::move(comparison);
  const Workspace::Item* item = workspace_.find(workspace_.current());
  const QString title = item ? item->shownTitle() : tr("the shown trace");
  //: The shown trace of a comparison: its title, then how it is read.
  titleA_->setText(
      state_.trace() ? tr("A: %1, %2").arg(title, ruleText(state_.rule(), state_.trace()->loops()))
                     : QString());
  showNotes();
  showMeasure();
}

void CompareView::showMeasure() {
  const ComparedMeasure shown = measure();
  showMostChanged(shown);
  if (!comparison_) {
    summary_->clear();
  } else {
    const DifferenceSummary& d = differences_;
    const ReadingSummary r = summariseReadings(*comparison_);
    const auto number = [](double v, int digits = 3) {
      return std::isnan(v) ? QStringLiteral("\u2013")
                           : numberLocale().toString(v, 'g', digits).replace('-', QChar(0x2212));
    };
    const QString unit = shown.unit();
    summary_->setText(
        tr("%1: mean B \u2212 A %2, mean size %3, largest %4%5; %6 higher, %7 lower in B.")
            .arg(shown.name(), number(d.mean), number(d.meanAbsolute), number(d.largest),
                 unit.isEmpty() ? QString() : " (" + unit + ")")
            .arg(d.rises)
            .arg(d.falls) +
        ' ' +
        tr("Read at loop %1 and %2 on average; loss %3 and %4 nats; same best word at %5 of %Ln "
           "tokens.",
           nullptr, r.compared)
            .arg(number(r.meanLoopsA), number(r.meanLoopsB), number(r.lossA), number(r.lossB))
            .arg(r.sameWord));
  }
  showSelection();
}

/// The map and the list of the most changed tokens. A slider that moves only where a token is read
/// leaves the differences of most measures as they are.
void CompareView::showMostChanged(const ComparedMeasure& shown) {
  const ComparisonPtr now = comparison_, before = differed_;
  const auto same = [&](const Comparison::Side& x, const Comparison::Side& y) {
    return x.trace == y.trace && x.readout.rule.gate == y.readout.rule.gate &&
           (!shown.followsRule() || x.readout.rule == y.readout.rule);
  };
  if (now && before && shown.id() == differedBy_ && same(now->a, before->a) &&
      same(now->b, before->b))
    return;
  differed_ = now;
  differedBy_ = shown.id();
  std::vector<Change> changes;
  std::vector<float> differences;
  if (now) {
    differences = shown.differences(*now);
    changes = mostChanged(differences, shown.perColumn(*now), kMostChanges);
    differences_ = summariseDifferences(differences);
  }
  map_->setComparison(now, shown, {}, std::move(differences));
  const QSignalBlocker block(changesTable_->selectionModel());
  changes_->setChanges(now, std::move(changes), shown.perLoop);
  // One text has one numbering.
  const bool identity = now && now->alignment.by == AlignedBy::Identity;
  changesTable_->setColumnHidden(ChangesModel::PositionB, identity);
  changesTable_->setColumnHidden(ChangesModel::Loop, !shown.perLoop);
}

void CompareView::showNotes() {
  QStringList text;
  if (comparison_) {
    const Alignment& alignment = comparison_->alignment;
    if (alignment.onlyA || alignment.onlyB) {
      text << tr("%Ln tokens are in both.", nullptr, alignment.both);
      text << tr("%Ln only in A.", nullptr, alignment.onlyA);
      text << tr("%Ln only in B.", nullptr, alignment.onlyB);
    }
    const TraceInfo &a = comparison_->a.trace->info(), &b = comparison_->b.trace->info();
    const auto utf8 = [](const std::string& s) { return shownName(s); };
    for (const ComparisonNote note : comparison_->notes) switch (note) {
        case ComparisonNote::Weights:
          text << tr("The weights differ.");
          break;
        case ComparisonNote::DTypes:
          text << tr("A was computed in %1, B in %2: rounding alone can change a best word.")
                      .arg(utf8(a.dtype), utf8(b.dtype));
          break;
        case ComparisonNote::Devices:
          text << tr("The devices differ: sums are taken in another order.");
          break;
        case ComparisonNote::Tokenizers:
          text << tr(
              "The tokenizers differ: tokens are compared where they end at the same byte "
              "of the same text.");
          break;
        case ComparisonNote::Loops:
          text << tr("A has %1 loops, B %2: only the loops of both are compared.")
                      .arg(comparison_->a.trace->loops())
                      .arg(comparison_->b.trace->loops());
          break;
        case ComparisonNote::Policies:
          text << tr("The KV policies differ (%1, %2): states of skipped loops differ by design.")
                      .arg(utf8(a.kvPolicy), utf8(b.kvPolicy));
          break;
        case ComparisonNote::NotShortest:
          text << tr("The texts differ so much that the alignment is not the best possible one.");
          break;
      }
  }
  notes_->setText(text.join(' '));
  notes_->setVisible(!text.isEmpty());
}

void CompareView::showSelection() {
  if (comparison_) {
    const auto& columns = comparison_->alignment.columns;
    const bool onlyB = column_ >= 0 && column_ < std::ssize(columns) &&
                       columns[static_cast<std::size_t>(column_)].a < 0;
    // A token that only B has is selected here alone: the other views show A.
    if (state_.selectedToken() >= 0 || !onlyB) {
      const auto at = std::ranges::find(columns, state_.selectedToken(), &AlignedColumn::a);
      column_ = state_.selectedToken() < 0 || at == columns.end()
                    ? -1
                    : static_cast<int>(at - columns.begin());
    }
  } else {
    column_ = -1;
  }
  map_->setSelection(column_, comparison_ && measure().perLoop ? state_.selectedLoop() : -1);
  lens_->setColumn(comparison_, column_);
  const QSignalBlocker block(changesTable_->selectionModel());
  const int row = column_ < 0 ? -1 : changes_->rowOfColumn(column_);
  if (row < 0) {
    changesTable_->clearSelection();
    changesTable_->setCurrentIndex({});
  } else {
    changesTable_->selectRow(row);
    changesTable_->scrollTo(changes_->index(row, 0));
  }
  changesTable_->viewport()->update();
}

void CompareView::chooseColumn(int column, int loop) {
  if (!comparison_ || column < 0) return;
  const AlignedColumn& at = comparison_->alignment.columns[static_cast<std::size_t>(column)];
  column_ = column;
  if (!measure().perLoop) loop = -1;
  const int token = at.a;
  if (state_.selectedToken() == token && state_.selectedLoop() == (token < 0 ? -1 : loop))
    return showSelection();
  state_.select(token, loop);
}

}  // namespace ouroscope
