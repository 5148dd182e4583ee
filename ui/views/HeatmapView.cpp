// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/HeatmapView.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/figures/HeatmapFigure.h"

namespace ouroscope {

HeatmapView::HeatmapView(ViewState& state, QWidget* parent)
    : QWidget(parent),
      state_(state),
      figure_(new HeatmapFigure),
      measure_(new QComboBox),
      pages_(new QStackedWidget) {
  setObjectName("heatmapView");
  figure_->setObjectName("heatmap");
  figure_->setAccessibleName(tr("Depth heatmap, tokens by loops"));
  measure_->setObjectName("heatmapMeasure");
  measure_->setAccessibleName(tr("Measure of the heatmap"));
  for (const MeasureInfo& info : measures())
    measure_->addItem(QString::fromUtf8(info.name.data(), static_cast<qsizetype>(info.name.size())),
                      static_cast<int>(info.measure));
  auto* bar = new QHBoxLayout;
  bar->addWidget(measure_);
  bar->addStretch();
  auto* down = new QCheckBox(tr("Tokens downwards"));
  down->setObjectName("tokensDown");
  bar->addWidget(down);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(6, 4, 6, 4);
  column->setSpacing(4);
  column->addLayout(bar);
  auto* hint = new QLabel(tr("Nothing is recorded yet."));
  hint->setAlignment(Qt::AlignCenter);
  hint->setForegroundRole(QPalette::PlaceholderText);
  pages_->addWidget(hint);
  pages_->addWidget(figure_);
  column->addWidget(pages_, 1);

  connect(measure_, &QComboBox::currentIndexChanged, this,
          [this] { state_.setMeasure(static_cast<Measure>(measure_->currentData().toInt())); });
  connect(down, &QCheckBox::toggled, this, [this] { reload(); });
  connect(&state_, &ViewState::measureChanged, this, [this] {
    measure_->setCurrentIndex(measure_->findData(static_cast<int>(state_.measure())));
    reload();
  });
  connect(&state_, &ViewState::traceChanged, this, &HeatmapView::reload);
  connect(&state_, &ViewState::readoutChanged, this,
          [this] { figure_->setReadout(state_.readout()); });
  connect(&state_, &ViewState::selectionChanged, this,
          [this] { figure_->setSelection(state_.selectedToken(), state_.selectedLoop()); });
  connect(&state_, &ViewState::hoverChanged, this,
          [this] { figure_->setHover(state_.hoveredToken(), state_.hoveredLoop()); });
  connect(figure_, &HeatmapFigure::cellHovered, &state_,
          [this](int token, int loop) { state_.hover(token, loop); });
  connect(figure_, &HeatmapFigure::cellClicked, &state_,
          [this](int token, int loop) { state_.select(token, loop); });
  measure_->setCurrentIndex(measure_->findData(static_cast<int>(state_.measure())));
  reload();
}

void HeatmapView::setTheme(const FigureTheme& theme) {
  figure_->setTheme(theme);
}

void HeatmapView::reload() {
  pages_->setCurrentIndex(state_.trace() ? 1 : 0);
  FigureRecipe recipe;
  recipe.rule = state_.rule();
  recipe.measure = state_.measure();
  recipe.loopsVertical = !findChild<QCheckBox*>("tokensDown")->isChecked();
  figure_->setTrace(state_.trace(), recipe);
  figure_->setSelection(state_.selectedToken(), state_.selectedLoop());
}

}  // namespace ouroscope
