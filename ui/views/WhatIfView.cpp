// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/WhatIfView.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

#include "core/analysis/Answer.h"
#include "core/support/Error.h"
#include "ui/base/PlainText.h"
#include "ui/base/TokenLabels.h"
#include "ui/state/CompareModels.h"
#include "ui/views/DenseTable.h"

namespace ouroscope {
namespace {

QSpinBox* number(const char* name, const QString& accessible) {
  auto* box = new QSpinBox;
  box->setObjectName(name);
  box->setAccessibleName(accessible);
  box->setRange(1, 1);
  return box;
}

QWidget* row(std::initializer_list<QWidget*> widgets) {
  auto* box = new QWidget;
  auto* line = new QHBoxLayout(box);
  line->setContentsMargins(0, 0, 0, 0);
  for (QWidget* each : widgets) line->addWidget(each);
  line->addStretch(1);
  return box;
}

/// "1-3+7": what --intervene takes, from positions in ascending order.
QString tokenText(const std::vector<int>& tokens) {
  QStringList parts;
  for (std::size_t i = 0; i < tokens.size();) {
    std::size_t end = i + 1;
    while (end < tokens.size() && tokens[end] == tokens[end - 1] + 1) ++end;
    const QString first = QString::number(tokens[i] + 1);
    parts << (end == i + 1 ? first : first + '-' + QString::number(tokens[end - 1] + 1));
    i = end;
  }
  return parts.join('+');
}

}  // namespace

WhatIfView::WhatIfView(const ViewContext& context, QWidget* parent)
    : TraceView(context,
                Changed::Trace | Changed::Readout | Changed::Selection | Changed::Compared |
                    Changed::OpenTraces | Changed::Model | Changed::Live,
                parent),
      action_(new QComboBox),
      layer_(new QComboBox),
      firstLoop_(number("whatIfFirstLoop", tr("First loop"))),
      lastLoop_(number("whatIfLastLoop", tr("Last loop"))),
      times_(number("whatIfTimes", tr("How often more"))),
      fromToken_(number("whatIfFrom", tr("Token whose state is taken"))),
      by_(new QDoubleSpinBox),
      tokens_(new QLineEdit),
      spec_(new QLabel),
      done_(new QLabel),
      problem_(new QLabel),
      after_(new QLabel),
      run_(new QPushButton(tr("Run with this change"))),
      selected_(new QPushButton(tr("Selected"))),
      all_(new QPushButton(tr("All"))),
      difference_(new QPushButton(tr("See the difference"))) {
  setObjectName("whatIfView");
  build();
  connect(action_, &QComboBox::currentIndexChanged, this, &WhatIfView::offer);
  for (QSpinBox* box : {firstLoop_, lastLoop_, times_, fromToken_})
    connect(box, &QSpinBox::valueChanged, this, &WhatIfView::showSpec);
  connect(layer_, &QComboBox::currentIndexChanged, this, &WhatIfView::showSpec);
  connect(by_, &QDoubleSpinBox::valueChanged, this, &WhatIfView::showSpec);
  connect(tokens_, &QLineEdit::textChanged, this, &WhatIfView::showSpec);
  connect(all_, &QPushButton::clicked, this, [this] { tokens_->setText("all"); });
  connect(selected_, &QPushButton::clicked, this,
          [this] { tokens_->setText(tokenText(state_.selectedTokens())); });
  connect(run_, &QPushButton::clicked, this, &WhatIfView::run);
  connect(difference_, &QPushButton::clicked, this, [this] {
    if (const auto* untouched = workspace_.untouchedOf(*state_.trace()))
      state_.setAgainst(untouched->id);
    emit intents_.viewAsked("compare");
  });
}

void WhatIfView::build() {
  action_->setObjectName("whatIfAction");
  action_->setAccessibleName(tr("What is changed"));
  const std::pair<InterventionKind, QString> actions[] = {
      {InterventionKind::SkipLoop, tr("a loop is skipped")},
      {InterventionKind::RepeatLoop, tr("a loop is repeated")},
      {InterventionKind::SkipLayer, tr("a layer is skipped")},
      {InterventionKind::Scale, tr("the state is scaled")},
      {InterventionKind::Noise, tr("the state is blurred with noise")},
      {InterventionKind::Replace, tr("the state of another token takes its place")},
  };
  for (const auto& [kind, name] : actions) action_->addItem(name, static_cast<int>(kind));
  layer_->setObjectName("whatIfLayer");
  layer_->setAccessibleName(tr("Layer"));
  by_->setObjectName("whatIfBy");
  by_->setAccessibleName(tr("How much"));
  by_->setRange(-100, 100);
  by_->setDecimals(2);
  by_->setSingleStep(0.25);
  by_->setValue(0.5);
  tokens_->setObjectName("whatIfTokens");
  tokens_->setAccessibleName(tr("Tokens"));
  tokens_->setText("all");
  tokens_->setToolTip(tr("all, or numbers of tokens from 1: 5, 2-4, 2- (to the end), 1+4-6"));
  tokens_->setMaximumWidth(160);
  times_->setRange(1, 64);
  for (QLabel* label : {spec_, done_, problem_}) {
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  }
  spec_->setObjectName("whatIfSpec");
  spec_->setForegroundRole(QPalette::PlaceholderText);
  done_->setObjectName("whatIfDone");
  problem_->setObjectName("whatIfProblem");
  run_->setObjectName("whatIfRun");
  selected_->setObjectName("whatIfSelected");
  all_->setObjectName("whatIfAll");
  difference_->setObjectName("whatIfDifference");

  layerRow_ = row({layer_});
  byRow_ = row({by_});
  timesRow_ = row({times_});
  fromRow_ = row({fromToken_});
  auto* content = new QWidget;
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(0, 8, 0, 8);
  form_ = new QFormLayout;
  column->addLayout(form_);
  form_->setHorizontalSpacing(16);
  form_->setVerticalSpacing(8);
  form_->addRow(tr("What if"), row({action_}));
  form_->addRow(tr("at loops"), row({firstLoop_, new QLabel(tr("to")), lastLoop_}));
  form_->addRow(tr("after layer"), layerRow_);
  form_->addRow(tr("by"), byRow_);
  form_->addRow(tr("more times"), timesRow_);
  form_->addRow(tr("from token"), fromRow_);
  form_->addRow(tr("for tokens"), row({tokens_, all_, selected_}));
  form_->addRow(QString(), row({run_, difference_}));
  form_->addRow(QString(), problem_);
  form_->addRow(tr("In this run"), done_);
  form_->addRow(tr("As a command"), spec_);

  after_->setObjectName("whatIfAfter");
  after_->setTextFormat(Qt::PlainText);
  after_->setContentsMargins(0, 8, 0, 0);
  words_ = new CompareLensModel(this);
  words_->setTitles(tr("As the model is"), tr("With the change"));
  wordsTable_ = denseTable("whatIfWords", tr("Best words without and with the change"), words_);
  wordsTable_->setSelectionMode(QAbstractItemView::NoSelection);
  wordsTable_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  wordsTable_->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
  wordsTable_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  showAllRows(wordsTable_);
  column->addWidget(after_);
  column->addWidget(wordsTable_);
  column->addStretch(1);
  setContent(content, tr("Nothing is recorded yet: run a prompt or open a trace."));
}

void WhatIfView::refresh(Changes what) {
  const TracePtr trace = state_.trace();
  if (!trace) return showHint();
  showContent();
  if (what & Changed::Trace) fit(*trace);
  setBeside();
  if (what == Changes(Changed::Readout)) return;  // a slider moves: no control depends on it
  selected_->setEnabled(!state_.selectedTokens().empty());
  run_->setEnabled(workspace_.model() && !workspace_.live().running());
  run_->setToolTip(workspace_.model() ? tr("Runs the same text once more, with this change")
                                      : tr("Open a model first (File menu)"));
  offer();
}

/// The ranges of this record. What was typed for another stays where it fits.
void WhatIfView::fit(const Trace& trace) {
  fitting_ = true;
  const TraceInfo& info = trace.info();
  for (QSpinBox* box : {firstLoop_, lastLoop_}) box->setRange(1, trace.loops());
  fromToken_->setRange(1, std::max(1, trace.tokens()));
  const int layer = std::max(0, layer_->currentIndex());
  layer_->clear();
  layer_->addItem(tr("the end of the loop"), kLoopEnd);
  for (int l = 0; l < info.layers; ++l) layer_->addItem(QString::number(l + 1), l);
  layer_->setCurrentIndex(std::min(layer, layer_->count() - 1));
  QStringList made;
  for (const Intervention& each : info.interventions)
    made << shownName(interventionText(each), 400);
  done_->setText(made.isEmpty() ? tr("nothing was changed") : made.join('\n'));
  fitting_ = false;
}

/// What every loop says after the selected token, else after the text, in the untouched run and
/// here.
void WhatIfView::setBeside() {
  const TracePtr trace = state_.trace();
  const Workspace::Item* untouched = workspace_.untouchedOf(*trace);
  const int token = state_.selectedToken() >= 0 ? state_.selectedToken() : answerToken(*trace);
  difference_->setEnabled(untouched);
  const bool both = untouched && token >= 0 && token < sharedTokens(*untouched->trace, *trace);
  after_->setVisible(both);
  wordsTable_->setVisible(both);
  if (!both) {
    if (words_->rowCount() > 0) words_->setColumn(nullptr, -1);
    return;
  }
  auto beside = std::make_shared<Comparison>();
  beside->a.trace = untouched->trace;
  beside->a.read(state_.sameRule(*untouched->trace));
  beside->b = {trace, state_.tables(), state_.readout()};
  beside->alignment.columns = {{token, token}};
  words_->setColumn(std::move(beside), 0);
  const TraceColumns& c = trace->columns();
  after_->setText(tr("After \u201c%1\u201d")
                      .arg(tokenLabel(trace, wordOrId(c.tokenBytes[token], c.tokenId[token]), 18)));
}

/// Only what this action takes is there.
void WhatIfView::offer() {
  const auto kind = static_cast<InterventionKind>(action_->currentData().toInt());
  const auto show = [&](QWidget* field, bool there) {
    field->setVisible(there);
    form_->labelForField(field)->setVisible(there);
  };
  const std::string_view keys = interventionRow(kind).keys;
  for (const auto& [field, key] :
       {std::pair(layerRow_, "layer"), {byRow_, "by"}, {timesRow_, "times"}, {fromRow_, "from"}})
    show(field, keys.find(key) != std::string_view::npos);
  if (kind == InterventionKind::SkipLayer && layer_->currentIndex() == 0 && layer_->count() > 1)
    layer_->setCurrentIndex(1);
  showSpec();
}

Intervention WhatIfView::intervention() const {
  const auto kind = static_cast<InterventionKind>(action_->currentData().toInt());
  std::string text(interventionRow(kind).name);
  const int first = firstLoop_->value(), last = std::max(first, lastLoop_->value());
  text += ",loop=" + std::to_string(first);
  if (last > first) text += "-" + std::to_string(last);
  if (!layerRow_->isHidden() && layer_->currentData().toInt() != kLoopEnd)
    text += ",layer=" + std::to_string(layer_->currentData().toInt() + 1);
  text += ",tokens=" + tokens_->text().simplified().remove(' ').toStdString();
  if (!byRow_->isHidden()) text += ",by=" + QString::number(by_->value()).toStdString();
  if (!timesRow_->isHidden()) text += ",times=" + std::to_string(times_->value());
  if (!fromRow_->isHidden()) text += ",from=" + std::to_string(fromToken_->value());
  return interventionOf(text);
}

void WhatIfView::setPlace(int token, int loop) {
  firstLoop_->setValue(loop + 1);
  lastLoop_->setValue(loop + 1);
  tokens_->setText(QString::number(token + 1));
  action_->setFocus();
}

void WhatIfView::showSpec() {
  if (fitting_) return;
  if (lastLoop_->value() < firstLoop_->value()) lastLoop_->setValue(firstLoop_->value());
  try {
    spec_->setText("--intervene " + QString::fromStdString(interventionText(intervention())));
    problem_->clear();
    problem_->hide();
  } catch (const Error& error) {
    spec_->clear();
    problem_->setText(QString::fromUtf8(error.what()));
    problem_->show();
  }
}

void WhatIfView::run() {
  try {
    RunWish wish;
    wish.interventions.push_back(intervention());
    emit intents_.rerunAsked(wish);
  } catch (const Error& error) {
    emit intents_.messageAsked(QString::fromUtf8(error.what()));
  }
}

}  // namespace ouroscope
