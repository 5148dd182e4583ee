// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/PanelControls.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QListWidget>
#include <QMenu>
#include <QSpinBox>
#include <QToolButton>

#include "ui/base/Names.h"
#include "ui/figures/kinds/CorpusKinds.h"
#include "ui/figures/kinds/FigureKinds.h"
#include "ui/figures/plots/LensCurvesFigure.h"

namespace ouroscope {
FigureRecipe panelRecipe(const ViewState& state, const QString& kind) {
  constexpr int kMostText = 400;
  FigureRecipe recipe;
  recipe.kind = kind;
  recipe = recipeFromJson(recipe.toJson());  // the kind's own defaults
  recipe.rule = state.rule();
  recipe.measure = &state.measure();
  recipe.tokenMeasure = &state.tokenMeasure();
  recipe.lensQuantity = state.lensQuantity();
  if (state.trace()) recipe.words = recordedWords(*state.trace(), state.trackedWords());
  recipe.token = state.selectedToken();
  if (kind == "text" && state.trace() && state.trace()->tokens() > kMostText) {
    recipe.firstToken =
        std::clamp(state.selectedToken() - kMostText / 2, 0, state.trace()->tokens() - kMostText);
    recipe.lastToken = recipe.firstToken + kMostText - 1;
  }
  return recipe;
}

PanelControls::PanelControls(const ViewState& state, QWidget* parent)
    : QWidget(parent),
      state_(state),
      list_(new QListWidget),
      editor_(new QWidget),
      measure_(new QComboBox),
      first_(new QSpinBox),
      last_(new QSpinBox),
      turned_(new QCheckBox(tr("Tokens downwards"))),
      exitLine_(new QCheckBox(tr("Exit line"))) {
  list_->setObjectName("figurePanels");
  list_->setAccessibleName(tr("Panels of the page"));
  list_->setMaximumHeight(110);
  auto* row = new QHBoxLayout;
  const auto button = [&](const char* name, const QString& text, const QString& tip) {
    auto* tool = new QToolButton;
    tool->setObjectName(name);
    tool->setText(text);
    tool->setToolTip(tip);
    tool->setAccessibleName(tip);
    row->addWidget(tool);
    return tool;
  };
  add_ = button("figureAdd", tr("Add"), tr("Add a figure of what the window shows now"));
  remove_ = button("figureRemove", tr("Remove"), tr("Remove the chosen panel"));
  up_ = button("figureUp", QStringLiteral("\u2191"), tr("Move the chosen panel forward"));
  down_ = button("figureDown", QStringLiteral("\u2193"), tr("Move the chosen panel back"));
  again_ =
      button("figureAgain", tr("Replace"), tr("Set the chosen panel to what the window shows now"));
  row->addStretch();

  auto* menu = new QMenu(add_);
  menu->setObjectName("figureAddMenu");
  for (const FigureKind& kind : figureKinds()) {
    const QString id = kind.id;
    if (kind.needsOther || kind.sheetMm > 0 || id == "page") continue;
    menu->addAction(QCoreApplication::translate("FigureKinds", kind.title), this, [this, id] {
      if (panels_.size() >= FigurePage::kMostPanels) return;
      panels_ << panelRecipe(state_, id);
      show(panels_);
      list_->setCurrentRow(static_cast<int>(panels_.size()) - 1);
      emit changed();
    });
  }
  connect(menu, &QMenu::aboutToShow, this, [this, menu] {
    // What this trace cannot give is greyed, with the reason as its tip.
    menu->setToolTipsVisible(true);
    qsizetype at = 0;
    for (const FigureKind& kind : figureKinds()) {
      if (kind.needsOther || kind.sheetMm > 0 || QString(kind.id) == "page") continue;
      QAction* action = menu->actions()[at++];
      const QString reason = !state_.trace() ? tr("Nothing is recorded yet.")
                             : kind.missing  ? kind.missing(*state_.trace())
                                             : QString();
      action->setEnabled(reason.isEmpty());
      action->setToolTip(reason);
    }
  });
  add_->setMenu(menu);
  add_->setPopupMode(QToolButton::InstantPopup);

  measure_->setObjectName("panelMeasure");
  measure_->setAccessibleName(tr("Measure of the panel"));
  first_->setObjectName("panelFirst");
  first_->setAccessibleName(tr("First token of the panel"));
  last_->setObjectName("panelLast");
  last_->setAccessibleName(tr("Last token of the panel"));
  turned_->setObjectName("panelTurned");
  exitLine_->setObjectName("panelExitLine");
  for (QSpinBox* spin : {first_, last_}) spin->setKeyboardTracking(false);
  auto* form = new QFormLayout(editor_);
  form->setContentsMargins(0, 0, 0, 0);
  form->addRow(tr("Shows"), measure_);
  auto* range = new QHBoxLayout;
  range->addWidget(first_, 1);
  range->addWidget(last_, 1);
  form->addRow(tr("Tokens"), range);
  form->addRow({}, turned_);
  form->addRow({}, exitLine_);

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(list_);
  column->addLayout(row);
  column->addWidget(editor_);

  connect(list_, &QListWidget::currentRowChanged, this, [this] { showPanel(); });
  connect(remove_, &QToolButton::clicked, this, [this] {
    if (chosen() < 0) return;
    panels_.removeAt(chosen());
    show(panels_);
    emit changed();
  });
  connect(up_, &QToolButton::clicked, this, [this] { move(-1); });
  connect(down_, &QToolButton::clicked, this, [this] { move(1); });
  connect(again_, &QToolButton::clicked, this, [this] {
    if (chosen() < 0) return;
    panels_[chosen()] = panelRecipe(state_, panels_[chosen()].kind);
    show(panels_);
    emit changed();
  });
  connect(measure_, &QComboBox::activated, this, [this] { applyPanel(); });
  for (QSpinBox* spin : {first_, last_})
    connect(spin, &QSpinBox::valueChanged, this, [this] { applyPanel(); });
  for (QCheckBox* check : {turned_, exitLine_})
    connect(check, &QCheckBox::toggled, this, [this] { applyPanel(); });
  showPanel();
}

int PanelControls::chosen() const {
  return list_->currentRow() < panels_.size() ? list_->currentRow() : -1;
}

QString PanelControls::titleOf(const FigureRecipe& panel) const {
  if (panel.corpus)
    //: panel of a page, of the open corpus
    return tr("Corpus: %1")
        .arg(QCoreApplication::translate("FigureKinds", corpusFigureKind(panel.kind).title));
  const QString kind = QCoreApplication::translate("FigureKinds", figureKind(panel.kind).title);
  const QString what = panel.kind == "heatmap" ? measureName(*panel.measure)
                       : panel.kind == "text"  ? tokenMeasureName(*panel.tokenMeasure)
                                               : QString();
  //: kind of figure: what it shows
  return what.isEmpty() ? kind : tr("%1: %2").arg(kind, what);
}

void PanelControls::show(const QList<FigureRecipe>& panels) {
  showing_ = true;
  const int before = list_->currentRow();
  panels_ = panels;
  list_->clear();
  for (const FigureRecipe& panel : panels_) list_->addItem(titleOf(panel));
  list_->setCurrentRow(std::clamp(before, 0, std::max(0, list_->count() - 1)));
  showing_ = false;
  showPanel();
}

void PanelControls::showPanel() {
  const int at = chosen();
  // How a corpus is read and which tokens are shown are not for the page to say.
  const bool ofTrace = at >= 0 && !panels_[at].corpus;
  editor_->setEnabled(ofTrace);
  remove_->setEnabled(at >= 0);
  again_->setEnabled(ofTrace && state_.trace());
  up_->setEnabled(at > 0);
  down_->setEnabled(at >= 0 && at + 1 < panels_.size());
  add_->setEnabled(panels_.size() < FigurePage::kMostPanels);
  if (!ofTrace) return;
  showing_ = true;
  const FigureRecipe& panel = panels_[at];
  measure_->clear();
  if (panel.kind == "heatmap")
    for (const Measure* m : loopMeasures()) measure_->addItem(measureName(*m), measureId(*m));
  else if (panel.kind == "text")
    for (const Measure* m : tokenMeasures()) measure_->addItem(tokenMeasureName(*m), measureId(*m));
  else if (panel.kind == "lens")
    for (const auto& [name, id] :
         {std::pair(tr("Log-probability"), "logprob"), std::pair(tr("Probability"), "prob"),
          std::pair(tr("Rank"), "rank")})
      measure_->addItem(name, QString(id));
  if (panel.kind != "lens") offerMeasures(*measure_, state_.trace().get(), panel.rule.gate);
  measure_->setEnabled(measure_->count() > 0);
  measure_->setCurrentIndex(measure_->findData(panel.kind == "heatmap" ? measureId(*panel.measure)
                                               : panel.kind == "text"
                                                   ? measureId(*panel.tokenMeasure)
                                                   : panel.lensQuantity));
  const int tokens = state_.trace() ? state_.trace()->tokens() : 1;
  first_->setRange(1, tokens);
  last_->setRange(1, tokens);
  first_->setValue(panel.firstToken + 1);
  last_->setValue(panel.lastToken < 0 ? tokens : panel.lastToken + 1);
  turned_->setChecked(!panel.loopsVertical);
  exitLine_->setChecked(panel.exitLine);
  const bool cells = panel.kind != "lens" && panel.kind != "text";
  turned_->setEnabled(cells);
  exitLine_->setEnabled(cells);
  first_->setEnabled(panel.kind != "lens");
  last_->setEnabled(panel.kind != "lens");
  showing_ = false;
}

void PanelControls::applyPanel() {
  const int at = chosen();
  if (showing_ || at < 0 || panels_[at].corpus) return;
  FigureRecipe& panel = panels_[at];
  const QString id = measure_->currentData().toString();
  if (panel.kind == "heatmap") panel.measure = findMeasure(id.toStdString());
  if (panel.kind == "text") panel.tokenMeasure = findMeasure(id.toStdString());
  if (panel.kind == "lens") panel.lensQuantity = id;
  panel.firstToken = std::min(first_->value(), last_->value()) - 1;
  const int last = std::max(first_->value(), last_->value()) - 1;
  panel.lastToken = state_.trace() && last == state_.trace()->tokens() - 1 ? -1 : last;
  panel.loopsVertical = !turned_->isChecked();
  panel.exitLine = exitLine_->isChecked();
  list_->item(at)->setText(titleOf(panel));
  emit changed();
}

void PanelControls::move(int by) {
  const int at = chosen(), to = at + by;
  if (at < 0 || to < 0 || to >= panels_.size()) return;
  panels_.swapItemsAt(at, to);
  show(panels_);
  list_->setCurrentRow(to);
  emit changed();
}

}  // namespace ouroscope
