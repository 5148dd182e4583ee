// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/GateAuditView.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QSplitter>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <cmath>

#include "ui/base/Glossary.h"
#include "ui/base/Language.h"
#include "ui/base/Names.h"
#include "ui/base/TokenLabels.h"
#include "ui/base/Zoom.h"
#include "ui/figures/plots/ExitRulesFigure.h"
#include "ui/figures/plots/GateFigure.h"
#include "ui/figures/plots/OperatingCurveFigure.h"
#include "ui/views/DenseTable.h"
#include "ui/views/ExportButton.h"

namespace ouroscope {
namespace {

enum TableColumn { Rule, Regret, Nll, Agreement, Kl, Threshold, Basis, Columns };

using AuditPtr = std::shared_ptr<const GateAuditView::Audit>;

QIcon swatch(const QPen& pen, const QColor& background) {
  QPixmap pixmap(24, 12);
  pixmap.fill(background);
  QPainter painter(&pixmap);
  QPen wide = pen;
  wide.setWidthF(2);
  painter.setPen(wide);
  painter.drawLine(1, 6, 23, 6);
  return QIcon(pixmap);
}

QLabel* title(const char* name) {
  auto* label = new QLabel;
  label->setObjectName(name);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  return label;
}

QWidget* under(QLabel* label, QWidget* figure) {
  auto* box = new QWidget;
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  column->addWidget(label);
  column->addWidget(figure, 1);
  return box;
}

}  // namespace

GateAuditView::GateAuditView(const ViewContext& context, QWidget* parent)
    : TraceView(context, Changed::Trace | Changed::Selection | Changed::Hover | Changed::Readout,
                parent),
      token_(new GateFigure),
      average_(new GateFigure),
      rules_(new ExitRulesFigure),
      tokenTitle_(title("gateTokenTitle")),
      averageTitle_(title("gateAverageTitle")),
      rulesTitle_(title("exitRulesTitle")),
      quality_(new QComboBox),
      table_(new QTableWidget(0, Columns)) {
  setObjectName("gateAuditView");
  build();
  connect(token_, &GateFigure::loopHovered, this, [this](int loop) {
    const int token = state_.selectedToken();
    if (token >= 0) state_.hover(loop < 0 ? -1 : token, loop);
  });
  connect(token_, &GateFigure::loopClicked, this, [this](int loop) {
    if (shownToken() >= 0) state_.select(shownToken(), loop);
  });
  connect(rules_, &ExitRulesFigure::curveHovered, this, [this](int curve) {
    rules_->setHighlight(curve);
    for (std::size_t row = 0; row < rowCurves_.size(); ++row)
      if (static_cast<int>(rowCurves_[row]) == curve)
        return table_->selectRow(static_cast<int>(row));
    table_->clearSelection();
  });
  connect(table_, &QTableWidget::itemSelectionChanged, this, [this] {
    const auto chosen = table_->selectionModel()->selectedRows();
    rules_->setHighlight(
        chosen.isEmpty() ? -1
                         : static_cast<int>(rowCurves_[static_cast<std::size_t>(chosen[0].row())]));
  });
  connect(table_, &QTableWidget::cellEntered, this, [this](int row, int) {
    rules_->setHighlight(static_cast<int>(rowCurves_[static_cast<std::size_t>(row)]));
  });
  connect(quality_, &QComboBox::currentIndexChanged, this, &GateAuditView::showRules);
  connect(&jobs_, &JobRunner::failed, &intents_, &Intents::messageAsked);
}

void GateAuditView::build() {
  token_->setObjectName("gateToken");
  token_->setAccessibleName(tr("Gate of the selected token by loop"));
  average_->setObjectName("gateAverage");
  average_->setAccessibleName(tr("Gate averaged over tokens by loop"));
  rules_->setObjectName("exitRulesFigure");
  rules_->setAccessibleName(tr("Exit rules: mean loops against quality"));
  table_->setObjectName("exitRulesTable");
  table_->setAccessibleName(tr("Exit rules at the present mean depth, sorted by regret"));
  table_->setHorizontalHeaderLabels({tr("Exit rule"), tr("Regret"), tr("NLL"), tr("Agreement"),
                                     tr("KL"), tr("Stops at"), tr("Score")});
  for (const auto& [column, word] :
       {std::pair(Regret, "regret"), {Nll, "nll"}, {Agreement, "agreement"}, {Kl, "kl"}})
    table_->horizontalHeaderItem(column)->setToolTip(glossarySentence(word));
  table_->horizontalHeaderItem(Threshold)->setToolTip(
      tr("Threshold that gives this depth; between two thresholds the tokens are mixed at random"));
  table_->horizontalHeaderItem(Basis)->setToolTip(
      tr("Exact, a lower bound from what was kept, or not recorded"));
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  table_->verticalHeader()->setDefaultSectionSize(QFontMetrics(table_->font()).height() + 6);
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table_->horizontalHeader()->setMinimumSectionSize(48);
  table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setShowGrid(false);
  table_->setFrameShape(QFrame::NoFrame);
  table_->setIconSize({24, 12});
  table_->setMouseTracking(true);
  table_->setTabKeyNavigation(false);
  table_->viewport()->installEventFilter(this);
  quality_->setObjectName("exitRulesQuality");
  quality_->setAccessibleName(tr("Quality of the exit rules shown"));
  quality_->addItem(tr("NLL"), static_cast<int>(Quality::Nll));
  quality_->addItem(tr("Agreement"), static_cast<int>(Quality::Agreement));
  quality_->addItem(tr("KL"), static_cast<int>(Quality::Kl));

  const auto exporting = [this](const char* name, const QString& accessible, const auto& wanted) {
    QToolButton* button = exportButton(name);
    button->setAccessibleName(accessible);
    button->setToolTip(accessible);  // there are two
    connect(button, &QToolButton::clicked, this, [this, wanted] { askExport(wanted()); });
    return button;
  };
  auto* gates = new QSplitter(Qt::Horizontal);
  gates->addWidget(under(tokenTitle_, token_));
  gates->addWidget(under(averageTitle_, average_));
  gates->setChildrenCollapsible(false);
  auto* bar = new QHBoxLayout;
  bar->addWidget(rulesTitle_, 1);
  bar->addWidget(quality_);
  bar->addWidget(exporting("gateExport", tr("Export the gate's averages"),
                           [this] { return request("gate"); }));
  bar->addWidget(
      exporting("exitRulesExport", tr("Export the exit rules"), [this] { return shown(); }));
  showAllRows(table_);
  comparison_ = new QSplitter(Qt::Horizontal);
  comparison_->addWidget(rules_);
  comparison_->addWidget(table_);
  comparison_->setStretchFactor(0, 2);
  comparison_->setStretchFactor(1, 3);
  comparison_->setChildrenCollapsible(false);
  auto* below = new QWidget;
  auto* belowColumn = new QVBoxLayout(below);
  belowColumn->setContentsMargins(0, 0, 0, 0);
  belowColumn->setSpacing(2);
  belowColumn->addLayout(bar);
  belowColumn->addWidget(comparison_, 1);
  auto* content = new QSplitter(Qt::Vertical);
  content->addWidget(gates);
  content->addWidget(below);
  content->setStretchFactor(0, 4);
  content->setStretchFactor(1, 5);
  content->setChildrenCollapsible(false);
  gates->setMinimumHeight(zoomed(260));  // squeezed plots say nothing
  rules_->setMinimumHeight(zoomed(240));
  comparison_->setSizes({400, 600});
  setContent(content);
}

/// The table stands beside the plot only where its words have room.
void GateAuditView::resizeEvent(QResizeEvent* event) {
  TraceView::resizeEvent(event);
  comparison_->setOrientation(width() < zoomed(1500) ? Qt::Vertical : Qt::Horizontal);
}

void GateAuditView::themeChanged() {
  token_->setTheme(theme_);
  average_->setTheme(theme_);
  rules_->setTheme(theme_);
  swatches_.clear();
  showTable();
}

std::optional<FigureRequest> GateAuditView::shown() const {
  std::optional<FigureRequest> wanted = request("exit-rules");
  if (wanted)
    wanted->recipe.options = {
        {"quality", coreText(qualities()[quality_->currentData().toInt()].id)}};
  return wanted;
}

void GateAuditView::refresh(Changes what) {
  if (what & Changed::Trace) return reload();
  showToken();
  if (!(what & Changed::Readout)) return;
  showAverages();
  showTable();
}

bool GateAuditView::eventFilter(QObject* object, QEvent* event) {
  if (object == table_->viewport() && event->type() == QEvent::Leave) rules_->setHighlight(-1);
  return QWidget::eventFilter(object, event);
}

int GateAuditView::shownToken() const {
  if (!state_.trace()) return -1;
  const int hovered = state_.hoveredToken();
  return hovered >= 0 && hovered < state_.trace()->tokens() ? hovered : state_.selectedToken();
}

void GateAuditView::reload() {
  const TracePtr trace = state_.trace();
  trace_ = trace;
  audit_.reset();
  tokenShown_ = -2;
  averagesGate_ = -1;
  if (!trace) {
    jobs_.cancel();
    return showHint(tr("Nothing is recorded yet."));
  }
  showHint(tr("Reading the trace..."));
  jobs_.start(
      tr("Gate audit"),
      [trace](JobContext& context) -> std::any {
        auto audit = std::make_shared<Audit>();
        audit->rules = exitRuleAudit(*trace, context.stop());
        for (int g = 0; g <= static_cast<int>(trace->info().otherGates.size()); ++g)
          audit->averages.push_back(gateAverages(*trace, g));
        return AuditPtr(audit);
      },
      [this](const std::any& result) { setAudit(std::any_cast<AuditPtr>(result)); });
}

void GateAuditView::setAudit(AuditPtr audit) {
  audit_ = std::move(audit);
  showContent();
  showToken();
  showAverages();
  showRules();
}

void GateAuditView::showToken() {
  if (!audit_ || trace_ != state_.trace()) return;
  const int token = shownToken();
  if (token == tokenShown_ && tokenGate_ == state_.rule().gate) {
    if (token >= 0 && trace_->hasGate(tokenGate_)) showTokenReading();
    return;
  }
  tokenShown_ = token;
  tokenGate_ = state_.rule().gate;
  const bool gated = trace_->hasGate(tokenGate_);
  token_->setVisible(gated);
  if (!gated) return tokenTitle_->setText(tr("The model of this trace has no exit gate."));
  if (token < 0) {
    tokenTitle_->setText(tr("Select a token to see what its gate says."));
    return token_->clear();
  }
  const auto i = static_cast<std::size_t>(token);
  const std::vector<float> gates = trace_->gateLogits(state_.rule().gate);
  tokenExit_ = exitDistribution(std::span(gates).subspan(
      trace_->at(token, 0), static_cast<std::size_t>(trace_->columns().loopsRun[i])));
  token_->setToken(tokenExit_, trace_->loops());
  showTokenReading();
}

void GateAuditView::showTokenReading() {
  const auto i = static_cast<std::size_t>(tokenShown_);
  const ExitDistribution& d = tokenExit_;
  token_->setThreshold(state_.rule().q, state_.readout().loop[i]);
  token_->setHoveredLoop(state_.hoveredToken() == tokenShown_ ? state_.hoveredLoop() : -1);
  const QString text = tokenLabel(trace_, trace_->columns().tokenBytes[i]);
  // In one call: a token may hold what looks like the place of the next number.
  tokenTitle_->setText(
      d.valid
          ? tr("Token %1 \u201c%2\u201d: entropy of p %3 nats, expected depth %4, read at loop %5")
                .arg(QString::number(tokenShown_ + 1), text, localNumber(d.entropy, 3),
                     localNumber(d.expectedDepth, 2), QString::number(state_.readout().loop[i] + 1))
          : tr("Token %1 \u201c%2\u201d: the gate is undefined, so the last loop is read")
                .arg(QString::number(tokenShown_ + 1), text));
}

void GateAuditView::showAverages() {
  if (!audit_ || trace_ != state_.trace()) return;
  average_->setThreshold(state_.rule().q, -1);
  if (averagesGate_ == state_.rule().gate) return;
  averagesGate_ = state_.rule().gate;
  const GateAverages& g = audit_->averages[static_cast<std::size_t>(averagesGate_)];
  const bool gated = trace_->hasGate(averagesGate_);
  average_->setVisible(gated);
  if (!gated)
    return averageTitle_->setText(tr("Without a gate a token is read at the last loop allowed."));
  average_->setAverages(g);
  QString text = tr("Average of %n token(s): entropy of p %1 \u00b1 %2 nats, expected depth %3",
                    nullptr, g.tokens - g.invalid)
                     .arg(localNumber(g.entropy.mean, 3),
                          localNumber((g.entropy.upper - g.entropy.lower) / 2, 3),
                          localNumber(g.expectedDepth.mean, 2));
  averageTitle_->setToolTip(tr("\u00b1 is half the distance between the quartiles"));
  if (g.tokens == g.invalid)
    text = tr("The gate is undefined at every token");
  else if (g.invalid > 0)
    text = tr("%1; %n token(s) with an undefined gate left out", nullptr, g.invalid).arg(text);
  averageTitle_->setText(text);
}

void GateAuditView::showRules() {
  if (!audit_) return;
  const std::shared_ptr<const ExitRuleAudit> rules(audit_, &audit_->rules);
  rules_->setAudit(rules, trace_->info(), trace_->loops(),
                   static_cast<Quality>(quality_->currentData().toInt()));
  swatches_.clear();
  showTable();
}

void GateAuditView::showTable() {
  if (!audit_ || trace_ != state_.trace() || state_.readout().loop.empty()) return;
  const double depth = state_.readout().meanLoops;
  rules_->setDepth(depth);
  rulesTitle_->setText(
      tr("Exit rules at the same depth: %1 loops a token").arg(localNumber(depth, 2)));
  const auto rows = compareExitRules(audit_->rules, depth);
  const QSignalBlocker quiet(table_);
  table_->clearSelection();
  table_->setRowCount(static_cast<int>(rows.size()));
  // One change for all cells: columns that fit their contents are measured at every one.
  QSignalBlocker together(table_->model());
  rowCurves_.clear();
  if (swatches_.empty())
    for (std::size_t c = 0; c < audit_->rules.curves.size(); ++c)
      swatches_.push_back(
          audit_->rules.curves[c].basis == ScoreBasis::Absent
              ? QIcon()
              : swatch(rules_->penOf(static_cast<int>(c)), palette().color(QPalette::Base)));
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const ExitRuleCurve& curve = audit_->rules.curves[rows[r].curve];
    const OperatingPoint& p = rows[r].point;
    rowCurves_.push_back(rows[r].curve);
    const bool learned = curve.kind == ExitRuleKind::Gate;
    const auto cell = [&](TableColumn column, const QString& text) {
      QTableWidgetItem* item = table_->item(static_cast<int>(r), column);
      if (!item) {
        item = new QTableWidgetItem;
        item->setTextAlignment(
            (column == Rule || column == Basis ? Qt::AlignLeft : Qt::AlignRight) |
            Qt::AlignVCenter);
        table_->setItem(static_cast<int>(r), column, item);
      }
      item->setText(text);
      QFont font = table_->font();
      font.setBold(learned);
      item->setFont(font);
      return item;
    };
    cell(Rule, exitRuleTitle(curve, trace_->info()))->setIcon(swatches_[rows[r].curve]);
    cell(Regret, localNumber(std::abs(rows[r].regret) < 5e-5 ? 0 : rows[r].regret, 4));
    cell(Nll, localNumber(p.nll, 3));
    cell(Agreement, qualityText(Quality::Agreement, p.agreement));
    cell(Kl, qualityText(Quality::Kl, p.kl));
    const bool baseline = isBaseline(curve.kind);
    cell(Threshold, baseline ? QString()
                    : exitRuleInfo(curve.kind).lowStops
                        ? QStringLiteral("\u2264 %1").arg(localNumber(p.setting, 3))
                        : QStringLiteral("\u2265 %1").arg(localNumber(p.setting, 3)));
    const bool unreachable = curve.basis != ScoreBasis::Absent && std::isnan(p.agreement);
    if (std::isnan(p.setting) && !baseline)
      cell(Threshold, curve.basis == ScoreBasis::Absent || unreachable ? QStringLiteral("\u2013")
                                                                       : tr("never"));
    cell(Basis, unreachable && !curve.points.empty()
                    ? tr("from %1 loops").arg(localNumber(curve.points.front().meanLoops, 2))
                : baseline ? QString()
                           : scoreBasisTitle(curve.basis));
  }
  together.unblock();
  QAbstractItemModel* model = table_->model();
  if (!rows.empty())
    emit model->dataChanged(model->index(0, 0),
                            model->index(model->rowCount() - 1, model->columnCount() - 1));
}

}  // namespace ouroscope
