// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/TraceRecorder.h"

#include <algorithm>
#include <limits>

#include "core/support/Error.h"

namespace ouroscope {
namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

template <class To, class From>
void append(To& to, const From& from) {
  to.insert(to.end(), from.begin(), from.end());
}

/// Per-loop results [n, L, width] into one column [n, R, L, width]; loops that were not run hold
/// `absent`.
template <class T>
void appendLayers(std::vector<T>& column, const std::vector<LensResult>& perLoop,
                  std::vector<T> LensResult::*field, int n, int loops, T absent) {
  const std::size_t width = (perLoop.front().*field).size() / n;
  for (int i = 0; i < n; ++i)
    for (int r = 0; r < loops; ++r) {
      if (r >= static_cast<int>(perLoop.size())) {
        column.insert(column.end(), width, absent);
        continue;
      }
      const auto from = (perLoop[r].*field).begin() + static_cast<std::ptrdiff_t>(i * width);
      column.insert(column.end(), from, from + width);
    }
}

/// Text of every id that a view may have to show, so that a trace is readable without its
/// tokenizer.
std::vector<std::pair<std::int32_t, std::string>> wordsOf(const TraceColumns& c,
                                                          const TraceInfo& info,
                                                          const Tokenizer& tokenizer) {
  std::vector<bool> used(std::max(info.vocabSize, 1), false);
  for (const auto* ids : {&c.tokenId, &c.topkId, &c.layerTopkId, &info.tracked})
    for (const std::int32_t id : *ids)
      if (id >= 0 && static_cast<std::size_t>(id) < used.size()) used[id] = true;
  std::vector<std::pair<std::int32_t, std::string>> words;
  for (std::size_t id = 0; id < used.size(); ++id)
    if (used[id])
      words.emplace_back(static_cast<std::int32_t>(id),
                         tokenizer.bytes(static_cast<std::int32_t>(id)));
  return words;
}

/// The columns of a record's first `n` tokens; the word list is made again when the record ends.
TraceColumns firstTokens(const Trace& trace, int n) {
  TraceColumns c = trace.columns();
  const auto tokens = static_cast<std::size_t>(trace.tokens()), kept = static_cast<std::size_t>(n);
  const auto cut = [&](auto&... columns) { (columns.resize(columns.size() / tokens * kept), ...); };
  cut(c.tokenId, c.tokenBytes, c.loopsRun, c.gateLogit, c.otherGateLogit, c.entropy, c.logprob,
      c.kl, c.rank, c.topkId, c.topkLogprob, c.trackedLogprob, c.trackedRank, c.stateNorm,
      c.stepNorm, c.stepCosine, c.hidden, c.logits, c.layerTopkId, c.layerTopkLogprob,
      c.layerEntropy, c.layerLogprob, c.layerUpdateNorm, c.layerRank);
  c.wordBytes.clear();
  return c;
}

/// Nothing follows the last token of a record, also where one was drawn before the run was stopped.
void forgetFollower(TraceColumns& c) {
  const std::size_t tokens = c.tokenId.size();
  const auto blank = [&](auto& column, auto absent) {
    std::fill(column.end() - (column.size() / tokens), column.end(), absent);
  };
  blank(c.logprob, kNaN);
  blank(c.rank, std::int32_t{-1});
  blank(c.layerLogprob, kNaN);
  blank(c.layerRank, std::int32_t{-1});
}

}  // namespace

TraceRecorder::TraceRecorder(TraceInfo info, const Tokenizer& tokenizer, int loops, int topK,
                             int expectedTokens)
    : info_(std::move(info)),
      tokenizer_(tokenizer),
      loops_(loops),
      topK_(std::min(topK, info_.vocabSize)) {
  reserve(expectedTokens);
}

TraceRecorder::TraceRecorder(TraceInfo info, const Trace& before, int known,
                             const Tokenizer& tokenizer, int expectedTokens)
    : info_(std::move(info)),
      tokenizer_(tokenizer),
      loops_(before.loops()),
      topK_(before.topK()),
      columns_(firstTokens(before, known)) {
  reserve(expectedTokens);
}

void TraceRecorder::reserve(int expectedTokens) {
  const std::size_t cells = static_cast<std::size_t>(expectedTokens) * loops_;
  columns_.tokenId.reserve(expectedTokens);
  for (auto* column : {&columns_.gateLogit, &columns_.entropy, &columns_.logprob, &columns_.kl,
                       &columns_.stateNorm, &columns_.stepNorm, &columns_.stepCosine})
    column->reserve(cells);
  if (info_.captured.hidden) columns_.hidden.reserve(cells * info_.hiddenSize);
  if (info_.captured.logits) columns_.logits.reserve(cells * info_.vocabSize);
}

void TraceRecorder::onRecord(const LoopRecord& record) {
  if (record.first != tokens() || record.loops != loops_)
    throw std::logic_error("records must follow each other");
  TraceColumns& c = columns_;
  append(c.tokenId, record.tokens);
  for (const std::int32_t id : record.tokens) c.tokenBytes.push_back(tokenizer_.bytes(id));
  append(c.loopsRun, record.loopsRun);
  append(c.gateLogit, record.gateLogit);
  append(c.otherGateLogit, record.otherGateLogit);
  append(c.stateNorm, record.stateNorm);
  append(c.stepNorm, record.stepNorm);
  append(c.stepCosine, record.stepCosine);
  const LensResult& lens = *record.lens;
  append(c.entropy, lens.entropy);
  append(c.logprob, lens.nextLogProb);
  append(c.kl, lens.kl);
  append(c.rank, lens.nextRank);
  append(c.topkId, lens.topId);
  append(c.topkLogprob, lens.topLogProb);
  append(c.trackedLogprob, lens.trackedLogProb);
  append(c.trackedRank, lens.trackedRank);
  append(c.hidden, record.hidden);
  append(c.logits, record.logits);
  if (!record.layerLens) return;
  appendLayers(c.layerTopkId, *record.layerLens, &LensResult::topId, record.count, loops_,
               std::int32_t{-1});
  appendLayers(c.layerTopkLogprob, *record.layerLens, &LensResult::topLogProb, record.count, loops_,
               kNaN);
  appendLayers(c.layerEntropy, *record.layerLens, &LensResult::entropy, record.count, loops_, kNaN);
  appendLayers(c.layerLogprob, *record.layerLens, &LensResult::nextLogProb, record.count, loops_,
               kNaN);
  appendLayers(c.layerRank, *record.layerLens, &LensResult::nextRank, record.count, loops_,
               std::int32_t{-1});
  append(c.layerUpdateNorm, record.layerUpdateNorm);
}

void TraceRecorder::onEvent(const RunEvent& event) {
  std::erase_if(info_.events, [&](const RunEvent& earlier) {
    return earlier.token == event.token && earlier.what == event.what;
  });
  info_.events.push_back(event);
}

int TraceRecorder::tokens() const {
  return static_cast<int>(columns_.tokenId.size());
}

TracePtr TraceRecorder::snapshot() const {
  TraceRecorder copy(*this);
  return copy.take();
}

TracePtr TraceRecorder::take() {
  if (columns_.tokenId.empty()) throw Error("Nothing was recorded.");
  info_.promptTokens = std::min(info_.promptTokens, tokens());  // a run stopped within its prompt
  forgetFollower(columns_);
  columns_.wordBytes = wordsOf(columns_, info_, tokenizer_);
  auto trace = std::make_shared<const Trace>(info_, std::move(columns_), loops_, topK_);
  columns_ = {};
  return trace;
}

}  // namespace ouroscope
