// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/GeometryView.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/base/Names.h"
#include "ui/base/Zoom.h"
#include "ui/figures/base/PlotStyle.h"
#include "ui/figures/plots/GeometryFigure.h"
#include "ui/figures/plots/OrbitFigure.h"
#include "ui/views/ExportButton.h"
#include "ui/views/JobStrip.h"

namespace ouroscope {
namespace {

QLabel* quietLabel(const char* name) {
  auto* label = new QLabel;
  label->setObjectName(name);
  label->setWordWrap(true);
  label->setTextFormat(Qt::PlainText);
  label->setForegroundRole(QPalette::PlaceholderText);
  return label;
}

}  // namespace

GeometryView::GeometryView(const ViewContext& context, QWidget* parent)
    : TraceView(context, Changed::Trace | Changed::Selection | Changed::Model, parent),
      split_(new QSplitter(Qt::Vertical)) {
  setObjectName("geometryView");
  split_->setChildrenCollapsible(false);
  split_->addWidget(makeCurves());
  split_->addWidget(makeOrbits());
  split_->setSizes({400, 400});
  for (QWidget* plot : {static_cast<QWidget*>(curves_), static_cast<QWidget*>(orbit_)})
    plot->setMinimumHeight(zoomed(190));  // lower ones say nothing
  setContent(split_, tr("Run a prompt or open a trace to see how its states move over the loops."));
  hint()->setObjectName("geometryHint");
}

void GeometryView::refresh(Changes what) {
  if (what & Changed::Trace) return reload();
  if (what & Changed::Selection) showSelection();
  if (what & Changed::Model) showMissing();
}

QWidget* GeometryView::makeCurves() {
  quantity_ = new QComboBox;
  quantity_->setObjectName("geometryQuantity");
  quantity_->setAccessibleName(tr("Quantity over the loops"));
  for (const Measure* m : curveMeasures()) {
    quantity_->addItem(curveName(*m), curveId(*m));
    quantity_->setItemData(quantity_->count() - 1, coreText(m->formula), Qt::ToolTipRole);
  }
  quantity_->setCurrentIndex(quantity_->findData("relative-step"));
  curves_ = new GeometryFigure;
  curves_->setObjectName("geometryCurves");
  curves_->setAccessibleName(tr("Quantity over the loops, all tokens and the selected ones"));
  curveStrip_ = new JobStrip(curveJobs_);
  definition_ = quietLabel("geometryDefinition");
  // A splitter does not ask how high a text is at its width.
  definition_->setMinimumHeight(2 * definition_->fontMetrics().lineSpacing());
  QToolButton* exporting = exportButton("geometryExport");
  auto* bar = new QHBoxLayout;
  bar->addWidget(quantity_);
  bar->addWidget(curveStrip_, 1);
  bar->addStretch();
  bar->addWidget(exporting);
  auto* box = new QWidget;
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  column->addLayout(bar);
  column->addWidget(curves_, 1);
  column->addWidget(definition_);
  connect(quantity_, &QComboBox::currentIndexChanged, this, &GeometryView::computeCurve);
  connect(curveStrip_, &JobStrip::againAsked, this, &GeometryView::computeCurve);
  connect(curves_, &GeometryFigure::loopClicked, this, [this](int loop) {
    if (state_.selectedToken() >= 0) state_.select(state_.selectedToken(), loop);
  });
  connect(exporting, &QToolButton::clicked, this, [this] { askExport(shown()); });
  return box;
}

QWidget* GeometryView::makeOrbits() {
  components_ = new QComboBox;
  components_->setObjectName("orbitComponents");
  components_->setAccessibleName(tr("Principal components on the axes"));
  for (const int first : {1, 3, 5})
    components_->addItem(tr("Components %1 and %2").arg(first).arg(first + 1));
  orbit_ = new OrbitFigure;
  orbit_->setObjectName("orbits");
  orbit_->setAccessibleName(tr("Orbits of the selected tokens in principal components"));
  orbitStrip_ = new JobStrip(orbitJobs_);
  basis_ = quietLabel("orbitBasis");
  QToolButton* exporting = exportButton("orbitExport");
  auto* bar = new QHBoxLayout;
  bar->addWidget(components_);
  bar->addWidget(orbitStrip_, 1);
  bar->addStretch();
  bar->addWidget(exporting);
  auto* shown = new QWidget;
  auto* column = new QVBoxLayout(shown);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  column->addLayout(bar);
  column->addWidget(orbit_, 1);
  column->addWidget(basis_);

  missing_ = quietLabel("orbitMissing");
  missing_->setAlignment(Qt::AlignCenter);
  missing_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  record_ = new QPushButton(tr("Run again with hidden states"));
  record_->setObjectName("orbitRecord");
  auto* absent = new QWidget;
  auto* middle = new QVBoxLayout(absent);
  middle->addStretch();
  middle->addWidget(missing_);
  middle->addWidget(record_, 0, Qt::AlignCenter);
  middle->addStretch();
  orbitPages_ = new QStackedWidget;
  orbitPages_->addWidget(shown);
  orbitPages_->addWidget(absent);

  connect(components_, &QComboBox::currentIndexChanged, this, &GeometryView::showSelection);
  connect(orbitStrip_, &JobStrip::againAsked, this, &GeometryView::computeOrbits);
  connect(orbit_, &OrbitFigure::pointClicked, &state_,
          [this](int token, int loop) { state_.select(token, loop); });
  connect(record_, &QPushButton::clicked, this, [this] {
    RunWish wish;
    wish.capture.hidden = true;
    emit intents_.rerunAsked(wish);
  });
  connect(exporting, &QToolButton::clicked, this, [this] { askExport(shownOrbits()); });
  return orbitPages_;
}

void GeometryView::themeChanged() {
  curves_->setTheme(theme_);
  orbit_->setTheme(theme_);
}

void GeometryView::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  split_->setOrientation(width() > 1.5 * height() ? Qt::Horizontal : Qt::Vertical);
}

void GeometryView::reload() {
  const TracePtr trace = state_.trace();
  if (trace != trace_) {
    // What was drawn belongs to the trace before.
    curve_.reset();
    orbits_.reset();
  }
  trace_ = trace;
  trace ? showContent() : showHint();
  const bool hidden = trace && trace->info().captured.hidden;
  auto* items = qobject_cast<QStandardItemModel*>(quantity_->model());
  for (int i = 0; items && i < quantity_->count(); ++i) {
    const Measure* m = findCurve(quantity_->itemData(i).toString().toStdString());
    items->item(i)->setEnabled(hidden || !m->needsHidden);
  }
  if (!items->item(quantity_->currentIndex())->isEnabled())
    quantity_->setCurrentIndex(quantity_->findData("relative-step"));
  orbitPages_->setCurrentIndex(hidden ? 0 : 1);
  showMissing();
  computeCurve();
  computeOrbits();
}

void GeometryView::showMissing() {
  const bool model = workspace_.model() != nullptr;
  missing_->setText(
      model ? tr("Orbits need the hidden state of every loop, which this trace does not have. Run "
                 "it again and record them, here or on the command line with:\nouroscope-cli trace "
                 "--capture hidden")
            : tr("Orbits need the hidden state of every loop, which this trace does not have. Open "
                 "its model to run it again and record them, or do it on the command line with:\n"
                 "ouroscope-cli trace --capture hidden"));
  record_->setEnabled(model);
}

std::vector<int> GeometryView::chosen() const {
  // The token that was selected last comes first: it is always drawn.
  std::vector<int> tokens;
  if (state_.selectedToken() >= 0) tokens.push_back(state_.selectedToken());
  for (const int token : state_.selectedTokens())
    if (token != state_.selectedToken() && std::ssize(tokens) < kMostSeries)
      tokens.push_back(token);
  return tokens;
}

void GeometryView::computeCurve() {
  const Measure& info = *findCurve(quantity_->currentData().toString().toStdString());
  definition_->setText(tr("%1 = %2, on the states after each loop's norm. The first loop starts "
                          "from the embedding and has no step.")
                           .arg(curveName(info), coreText(info.formula)));
  if (!trace_) return showSelection();
  const auto show = [this](const GeometryCurvePtr& curve) {
    curve_ = curve;
    showSelection();
  };
  // Columns of the record take a few ms; what reads every hidden state is a job.
  if (!info.needsHidden) return show(geometryOf(trace_, info));
  curveJobs_.start(
      tr("Reading states"),
      [trace = trace_, &info](JobContext& context) -> std::any {
        return geometryOf(trace, info, context.stop());
      },
      [this, show, trace = trace_, &info](const std::any& result) {
        if (trace == trace_ && quantity_->currentData().toString() == curveId(info))
          show(std::any_cast<GeometryCurvePtr>(result));
      });
}

void GeometryView::computeOrbits() {
  if (!trace_ || !trace_->info().captured.hidden) return showSelection();
  if ((orbits_ = orbitsKnown(trace_))) return showSelection();
  orbitJobs_.start(
      tr("Finding principal components"),
      [trace = trace_](JobContext& context) -> std::any {
        return orbitsFor(trace, context.stop(), context.progress());
      },
      [this, trace = trace_](const std::any& result) {
        if (trace != trace_) return;
        orbits_ = std::any_cast<OrbitsPtr>(result);
        showSelection();
      });
}

void GeometryView::showSelection() {
  const std::vector<int> tokens =
      trace_ && trace_ == state_.trace() ? chosen() : std::vector<int>{};
  curves_->setCurve(trace_, curve_, tokens);
  orbit_->setOrbits(trace_, orbits_, components_->currentIndex(), tokens);
  if (!orbits_) return basis_->clear();
  const PcaBasis& basis = orbits_->basis;
  if (2 * components_->currentIndex() + 1 >= basis.components)
    return basis_->setText(tr("The trace has too few states for these components."));
  QString text =
      tr("One basis for all: principal components of %Ln states (all tokens and loops), centred.",
         nullptr, static_cast<int>(std::min<std::int64_t>(basis.rows, 2000000000)));
  if (tokens.empty()) text += ' ' + tr("Select a token to see its orbit.");
  if (basis.residual > 1e-3)
    text += ' ' + tr("The components are approximate: their variances lie close together.");
  basis_->setText(text);
}

std::optional<FigureRequest> GeometryView::shown() const {
  std::optional<FigureRequest> wanted = request("geometry");
  if (!wanted) return {};
  QJsonArray tokens;
  for (const int token : chosen()) tokens.append(token);
  wanted->recipe.options = {{"tokens", tokens}, {"quantity", quantity_->currentData().toString()}};
  return wanted;
}

std::optional<FigureRequest> GeometryView::shownOrbits() const {
  std::optional<FigureRequest> wanted = request("orbits");
  if (!wanted) return {};
  QJsonArray tokens;
  for (const int token : chosen()) tokens.append(token);
  const int first = 2 * components_->currentIndex() + 1;
  wanted->recipe.options = {{"tokens", tokens},
                            {"components", QStringLiteral("%1-%2").arg(first).arg(first + 1)}};
  return wanted;
}

}  // namespace ouroscope
