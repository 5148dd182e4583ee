// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ViewState.h"

#include <algorithm>

namespace ouroscope {

ViewState::ViewState(QObject* parent) : QObject(parent) {}

void ViewState::setTrace(TracePtr trace) {
  const bool grown = trace_ && trace && trace->loops() == trace_->loops();
  trace_ = std::move(trace);
  if (trace_) {
    if (!grown) rule_ = {0, trace_->loops(), trace_->info().exitThreshold};
    rule_.budget = std::clamp(rule_.budget, 1, trace_->loops());
    rule_.gate = std::min<int>(rule_.gate, static_cast<int>(trace_->info().otherGates.size()));
    if (selectedToken_ >= trace_->tokens()) selectedToken_ = trace_->tokens() - 1;
    if (selectedLoop_ >= trace_->loops()) selectedLoop_ = -1;
  } else {
    selectedToken_ = selectedLoop_ = -1;
  }
  hoveredToken_ = hoveredLoop_ = -1;
  refresh();
  emit traceChanged();
  emit readoutChanged();
  emit selectionChanged();
  emit hoverChanged();
}

void ViewState::setRule(const ReadoutRule& rule) {
  if (rule == rule_) return;
  rule_ = rule;
  refresh();
  emit readoutChanged();
}

void ViewState::refresh() {
  readout_ = trace_ ? ouroscope::readout(*trace_, rule_) : Readout{};
}

void ViewState::select(int token, int loop) {
  if (!trace_)
    token = -1;
  else
    token = std::clamp(token, -1, trace_->tokens() - 1);
  if (token < 0) loop = -1;
  if (token == selectedToken_ && loop == selectedLoop_) return;
  selectedToken_ = token;
  selectedLoop_ = loop;
  emit selectionChanged();
}

void ViewState::hover(int token, int loop) {
  if (token == hoveredToken_ && loop == hoveredLoop_) return;
  hoveredToken_ = token;
  hoveredLoop_ = loop;
  emit hoverChanged();
}

void ViewState::setMeasure(Measure measure) {
  if (measure == measure_) return;
  measure_ = measure;
  emit measureChanged();
}

void ViewState::setTokenMeasure(TokenMeasure measure) {
  if (measure == tokenMeasure_) return;
  tokenMeasure_ = measure;
  emit tokenMeasureChanged();
}

void ViewState::setLensQuantity(const QString& quantity) {
  if (quantity == lensQuantity_) return;
  lensQuantity_ = quantity;
  emit lensChanged();
}

void ViewState::setTrackedWords(const QStringList& words) {
  if (words == trackedWords_) return;
  trackedWords_ = words;
  emit lensChanged();
}

}  // namespace ouroscope
