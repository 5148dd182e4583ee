// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/ViewState.h"

#include <algorithm>
#include <numeric>

#include "core/analysis/TraceTables.h"

namespace ouroscope {

ViewState::ViewState(QObject* parent) : QObject(parent) {}

void ViewState::setTrace(TracePtr trace, bool grown) {
  grown = grown && trace_ && trace && trace->loops() == trace_->loops();
  trace_ = std::move(trace);
  tables_.reset();
  if (trace_) {
    if (!grown) rule_ = ruleOfRun(*trace_);
    rule_.budget = std::clamp(rule_.budget, 1, trace_->loops());
    rule_.gate = std::min<int>(rule_.gate, static_cast<int>(trace_->info().otherGates.size()));
    // Without a gate no token leaves: its exit loop is the same everywhere.
    if (!trace_->hasGate(rule_.gate)) {
      if (measure_->needsGate) measure_ = &ouroscope::measure("entropy");
      if (tokenMeasure_->needsGate || tokenMeasure_->id == "exit-loop")
        tokenMeasure_ = &ouroscope::measure("entropy");
    }
    const int last = trace_->tokens() - 1;
    if (selectedToken_ > last) selectedToken_ = last;
    if (selectedLoop_ >= trace_->loops()) selectedLoop_ = -1;
    std::erase_if(selectedTokens_, [last](int token) { return token > last; });
    if (selectedToken_ >= 0 && !isSelected(selectedToken_)) selectedTokens_ = {selectedToken_};
    anchor_ = std::min(anchor_, last);
  } else {
    selectedToken_ = selectedLoop_ = anchor_ = -1;
    selectedTokens_.clear();
  }
  hoveredToken_ = hoveredLoop_ = -1;
  if (!grown) {
    expectedText_.clear();
    expected_ = {};
  }
  refresh();
  emit traceChanged();
  emit readoutChanged();
  emit selectionChanged();
  emit hoverChanged();
  emit expectedChanged();
}

void ViewState::setRule(const ReadoutRule& rule) {
  if (rule == rule_) return;
  rule_ = rule;
  refresh();
  emit readoutChanged();
}

const AnswerChange& ViewState::change() const {
  if (!change_) change_ = trace_ ? answerChange(*trace_, readout_) : AnswerChange{};
  return *change_;
}

void ViewState::refresh() {
  change_.reset();
  if (!trace_) {
    tables_.reset();
    readout_ = {};
    return;
  }
  if (!tables_ || tables_->gate() != rule_.gate) tables_ = readoutTables(trace_, rule_.gate);
  readout_ = tables_->read(*trace_, rule_);
}

void ViewState::setSelection(std::vector<int> tokens, int token, int loop) {
  if (token < 0) loop = -1;
  if (token == selectedToken_ && loop == selectedLoop_ && tokens == selectedTokens_) return;
  selectedTokens_ = std::move(tokens);
  selectedToken_ = token;
  selectedLoop_ = loop;
  emit selectionChanged();
}

void ViewState::select(int token, int loop) {
  token = trace_ ? std::clamp(token, -1, trace_->tokens() - 1) : -1;
  anchor_ = token;
  setSelection(token < 0 ? std::vector<int>{} : std::vector<int>{token}, token, loop);
}

bool ViewState::isSelected(int token) const {
  return std::binary_search(selectedTokens_.begin(), selectedTokens_.end(), token);
}

void ViewState::selectRange(int first, int last) {
  if (!trace_) return;
  const int end = trace_->tokens() - 1;
  anchor_ = std::clamp(first, 0, end);
  last = std::clamp(last, 0, end);
  const auto [low, high] = std::minmax(anchor_, last);
  std::vector<int> tokens(static_cast<std::size_t>(high - low + 1));
  std::iota(tokens.begin(), tokens.end(), low);
  setSelection(std::move(tokens), last, -1);
}

void ViewState::extendSelection(int token) {
  if (token >= 0) selectRange(anchor_ < 0 ? token : anchor_, token);
}

void ViewState::toggleSelection(int token) {
  if (!trace_ || token < 0 || token >= trace_->tokens()) return;
  std::vector<int> tokens = selectedTokens_;
  const auto at = std::lower_bound(tokens.begin(), tokens.end(), token);
  if (at != tokens.end() && *at == token) {
    tokens.erase(at);
    anchor_ = tokens.empty() ? -1 : tokens.back();
    const int other = token == selectedToken_ ? anchor_ : selectedToken_;
    return setSelection(std::move(tokens), other, -1);
  }
  tokens.insert(at, token);
  anchor_ = token;
  setSelection(std::move(tokens), token, -1);
}

void ViewState::hover(int token, int loop) {
  if (token == hoveredToken_ && loop == hoveredLoop_) return;
  hoveredToken_ = token;
  hoveredLoop_ = loop;
  emit hoverChanged();
}

void ViewState::setMeasure(const Measure& measure) {
  if (&measure == measure_) return;
  measure_ = &measure;
  emit measureChanged();
}

void ViewState::setTokenMeasure(const Measure& measure) {
  if (&measure == tokenMeasure_) return;
  tokenMeasure_ = &measure;
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

ReadoutRule ViewState::comparedRule(const Trace& other, const OtherSide& side) const {
  ReadoutRule rule = side.same ? rule_ : side.rule;
  // A budget of all loops means all of the other's loops too.
  if (rule.budget <= 0 || rule.budget > other.loops() ||
      (side.same && rule.budget >= trace_->loops()))
    rule.budget = other.loops();
  if (rule.gate > std::ssize(other.info().otherGates)) rule.gate = 0;
  return rule;
}

ReadoutRule ViewState::sameRule(const Trace& other) const {
  OtherSide side;
  side.same = true;
  return comparedRule(other, side);
}

void ViewState::setExpected(const QString& text, const ExpectedAnswer& answer) {
  if (text == expectedText_ && answer == expected_) return;
  expectedText_ = text;
  expected_ = answer;
  emit expectedChanged();
}

void ViewState::setCompared(const OtherSide& other) {
  if (other == compared_) return;
  compared_ = other;
  emit comparedChanged();
}

void ViewState::setAgainst(int item) {
  OtherSide side = compared_;
  side.item = item;
  side.same = true;
  setCompared(side);
}

}  // namespace ouroscope
