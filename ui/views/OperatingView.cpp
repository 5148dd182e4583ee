// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/OperatingView.h"

#include <QAccessible>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>
#include <cmath>

#include "ui/base/Language.h"
#include "ui/base/PlainText.h"
#include "ui/base/Zoom.h"
#include "ui/views/ExportButton.h"

namespace ouroscope {
namespace {

/// Cells up to which the curve is made at once: a few milliseconds; beyond, in a job.
constexpr std::int64_t kAtOnce = 20000;

constexpr int kRestMs = 60;

using DataPtr = std::shared_ptr<const OperatingCurveData>;

}  // namespace

OperatingView::OperatingView(const ViewContext& context, QWidget* parent)
    : TraceView(context, Changed::Trace | Changed::Readout, parent),
      figure_(new OperatingCurveFigure),
      shown_(new QComboBox),
      now_(new QLabel),
      quality_(new QLabel),
      note_(new QLabel) {
  setObjectName("operatingView");
  rest_.setSingleShot(true);
  rest_.setInterval(kRestMs);
  connect(&rest_, &QTimer::timeout, this, &OperatingView::compute);
  figure_->setObjectName("operatingCurve");
  figure_->setMinimumHeight(zoomed(240));  // lower ones say nothing
  figure_->setAccessibleName(tr("Operating curve; arrow keys move the exit threshold q"));
  shown_->setObjectName("operatingQuality");
  shown_->setAccessibleName(tr("Quality shown against depth"));
  shown_->addItem(tr("All three"), "all");
  shown_->addItem(tr("Agreement"), "agreement");
  shown_->addItem(tr("NLL"), "nll");
  shown_->addItem(tr("KL"), "kl");
  now_->setObjectName("operatingNow");
  quality_->setObjectName("operatingQualities");
  note_->setObjectName("operatingNote");
  for (QLabel* label : {now_, quality_, note_}) {
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
  }
  QToolButton* save = exportButton("operatingExport");
  save->setAccessibleName(tr("Export the operating curve"));

  auto* bar = new QHBoxLayout;
  auto* words = new QVBoxLayout;
  words->setSpacing(0);
  words->addWidget(now_);
  words->addWidget(quality_);
  bar->addLayout(words, 1);
  bar->addWidget(shown_, 0, Qt::AlignTop);
  bar->addWidget(save, 0, Qt::AlignTop);
  auto* content = new QWidget;
  auto* inner = new QVBoxLayout(content);
  inner->setContentsMargins(0, 0, 0, 0);
  inner->setSpacing(4);
  inner->addLayout(bar);
  inner->addWidget(figure_, 1);
  inner->addWidget(note_);
  setContent(content);
  setFocusProxy(figure_);

  connect(shown_, &QComboBox::currentIndexChanged, this, [this] { fillFigure(); });
  connect(save, &QToolButton::clicked, this, [this] { askExport(shown()); });
  connect(figure_, &OperatingCurveFigure::thresholdWanted, this, [this](double q) {
    ReadoutRule rule = state_.rule();
    rule.q = q;
    state_.setRule(rule);
  });
  connect(&jobs_, &JobRunner::failed, &intents_, &Intents::messageAsked);
}

void OperatingView::refresh(Changes what) {
  const ReadoutRule& rule = state_.rule();
  if (what & Changed::Trace || rule.gate != rule_.gate || rule.budget != rule_.budget)
    reload();
  else
    showPoint();
}

void OperatingView::themeChanged() {
  figure_->setTheme(theme_);
}

std::optional<FigureRequest> OperatingView::shown() const {
  std::optional<FigureRequest> wanted = request("operating-curve");
  if (wanted) wanted->recipe.options = options();
  return wanted;
}

QJsonObject OperatingView::options() const {
  return {{"quality", shown_->currentData().toString()}};
}

void OperatingView::reload() {
  const TracePtr trace = state_.trace();
  if (trace_ != trace) data_.reset();
  trace_ = trace;
  rest_.stop();
  rule_ = state_.rule();
  if (!trace) {
    jobs_.cancel();
    return showHint(tr("Nothing is recorded yet."));
  }
  const std::shared_ptr<const ReadingQuality> known = data_ ? data_->quality : nullptr;
  if (static_cast<std::int64_t>(trace->tokens()) * trace->loops() <= kAtOnce) {
    jobs_.cancel();
    return setData(operatingCurveData(*trace, rule_, known));
  }
  if (!known) {
    showHint(tr("Reading the trace..."));
    return compute();
  }
  // The marker at once, the curve of the new gate or budget once the line that is dragged rests: at
  // every tick it would be out of date before it is drawn.
  showPoint();
  rest_.start();
}

void OperatingView::compute() {
  const TracePtr trace = state_.trace();
  if (!trace || trace != trace_) return;
  jobs_.start(
      tr("Operating curve"),
      [trace, rule = rule_, known = data_ ? data_->quality : nullptr](JobContext&) -> std::any {
        return operatingCurveData(*trace, rule, known);
      },
      [this](const std::any& result) { setData(std::any_cast<DataPtr>(result)); });
}

void OperatingView::setData(DataPtr curves) {
  data_ = std::move(curves);
  showContent();
  QStringList notes;
  const MeasuredRun& run = data_->measured;
  if (run.measured)
    notes << (std::isnan(run.meanLoopsGenerated)
                  ? tr("Really run (KV policy %1): %2 loops a token.")
                        .arg(shownName(trace_->info().kvPolicy))
                        .arg(localNumber(run.meanLoops, 2))
                  : tr("Really run (KV policy %1): %2 loops a token, %3 a generated token.")
                        .arg(shownName(trace_->info().kvPolicy))
                        .arg(localNumber(run.meanLoops, 2))
                        .arg(localNumber(run.meanLoopsGenerated, 2)));
  if (data_->quality->skipped)
    notes << tr(
        "Full depth is not recorded: agreement and KL compare with the deepest loop that "
        "each token ran.");
  if (data_->quality->scoredTokens == 0)
    notes << tr("No token has a recorded next token, so there is no NLL.");
  note_->setText(notes.join(' '));
  note_->setVisible(!notes.isEmpty());
  fillFigure();
}

void OperatingView::fillFigure() {
  if (!data_) return;
  figure_->setData(data_, qualitiesFromOptions(options()));
  showPoint();
}

void OperatingView::showPoint() {
  if (!data_ || !trace_ || trace_ != state_.trace() || state_.readout().loop.empty()) return;
  const OperatingPoint point = readingPoint(*data_->quality, state_.readout());
  figure_->setPoint(point);
  now_->setText(
      tr("q %1 \u00b7 read at loop %2 of %3 on average \u00b7 theoretical saving %4 loops a token")
          .arg(localNumber(point.setting, 2), localNumber(point.meanLoops, 2))
          .arg(trace_->loops())
          .arg(localNumber(trace_->loops() - point.meanLoops, 2)));
  quality_->setText(tr("Agreement %1 \u00b7 NLL %2 \u00b7 KL %3 (nats per token)")
                        .arg(qualityText(Quality::Agreement, point.agreement),
                             qualityText(Quality::Nll, point.nll),
                             qualityText(Quality::Kl, point.kl)));
  if (QAccessible::isActive()) figure_->setAccessibleDescription(now_->text());
}

}  // namespace ouroscope
