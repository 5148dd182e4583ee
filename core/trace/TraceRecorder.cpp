// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/TraceRecorder.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "core/support/Error.h"
#include "core/support/HalfFloat.h"
#include "core/support/Index.h"

namespace ouroscope {
namespace {

/// Text of every id that a view may have to show, so that a trace is readable without its
/// tokenizer.
std::vector<std::pair<std::int32_t, std::string>> wordsOf(const RecordColumns& c,
                                                          const TraceInfo& info,
                                                          const Tokenizer& tokenizer) {
  std::vector<bool> used(std::max(info.vocabSize, 1), false);
  for (const auto* ids : {&c.tokenId, &c.topkId, &c.layerTopkId, &info.tracked})
    for (const std::int32_t id : *ids)
      if (id >= 0 && std::cmp_less(id, used.size())) used[id] = true;
  std::vector<std::pair<std::int32_t, std::string>> words;
  for (std::size_t id = 0; id < used.size(); ++id)
    if (used[id])
      words.emplace_back(static_cast<std::int32_t>(id),
                         tokenizer.bytes(static_cast<std::int32_t>(id)));
  return words;
}

/// The columns of a record's first `n` tokens; the word list is made when the record ends.
RecordColumns firstTokens(const Trace& trace, int n) {
  RecordColumns c = trace.whole();
  forEachColumn(
      c, [&](const Column&, auto& values) { values.resize(values.size() / trace.tokens() * n); });
  c.tokenBytes.resize(n);
  c.wordBytes.clear();
  return c;
}

/// Nothing follows the last token of a record, also where one was drawn before the run was stopped.
void forgetFollower(RecordColumns& c) {
  const std::size_t tokens = c.tokenId.size();
  forEachColumn(c, [&](const Column& column, auto& values) {
    if (column.ofNextToken)
      std::fill(values.end() - values.size() / tokens, values.end(), absentOf(values));
  });
}

/// A bf16 run claims its states to bf16: the record holds what its file will hold.
void roundFrom(std::vector<float>& values, std::size_t first) {
  for (std::size_t i = first; i < values.size(); ++i)
    values[i] = bf16ToFloat(floatToBf16(values[i]));
}
void roundFrom(std::vector<std::int32_t>&, std::size_t) {}

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
  // What the record does not know of its tokens is absent beside what the new ones will have.
  const AxisSizes sizes = axisSizes(info_, known, loops_, topK_);
  forEachColumn(columns_, [&](const Column& column, auto& values) {
    if (column.younger && values.empty() && column.present(sizes, info_.captured))
      values.assign(column.elements(sizes), absentOf(values));
  });
  reserve(expectedTokens);
}

void TraceRecorder::reserve(int expectedTokens) {
  const AxisSizes sizes = axisSizes(info_, expectedTokens, loops_, topK_);
  columns_.tokenBytes.reserve(expectedTokens);
  forEachColumn(columns_, [&](const Column& column, auto& values) {
    if (column.present(sizes, info_.captured)) values.reserve(column.elements(sizes));
  });
}

void TraceRecorder::onRecord(const LoopRecord& record) {
  if (record.first != tokens() || record.loops != loops_)
    throw std::logic_error("records must follow each other");
  for (const std::int32_t id : record.columns.tokenId)
    columns_.tokenBytes.push_back(tokenizer_.bytes(id));
  for (const Column& column : columnTable())
    std::visit(
        [&](auto field) {
          auto& values = columns_.*field;
          const auto& piece = record.columns.*field;
          const std::size_t before = values.size();
          values.insert(values.end(), piece.begin(), piece.end());
          if (column.halved && info_.isBf16()) roundFrom(values, before);
        },
        column.field);
}

void TraceRecorder::onEvent(const RunEvent& event) {
  std::erase_if(info_.events, [&](const RunEvent& earlier) {
    return earlier.token == event.token && earlier.what == event.what;
  });
  info_.events.push_back(event);
}

int TraceRecorder::tokens() const {
  return intSize(columns_.tokenId);
}

std::int32_t TraceRecorder::lastToken() const {
  return columns_.tokenId.empty() ? -1 : columns_.tokenId.back();
}

TracePtr TraceRecorder::snapshot() const {
  TraceRecorder copy(*this);
  return copy.take();
}

TracePtr TraceRecorder::take() {
  if (columns_.tokenId.empty()) throw Error("Nothing was recorded.");
  info_.promptTokens = std::min(info_.promptTokens, tokens());  // a run stopped within its prompt
  // A branch that has not got to its first token.
  std::erase_if(info_.events, [&](const RunEvent& event) { return event.token > tokens(); });
  forgetFollower(columns_);
  columns_.wordBytes = wordsOf(columns_, info_, tokenizer_);
  auto trace = std::make_shared<const Trace>(info_, std::move(columns_), loops_, topK_);
  columns_ = {};
  return trace;
}

}  // namespace ouroscope
