// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/Trace.h"

#include <algorithm>
#include <cmath>
#include <mutex>

#include "core/support/Error.h"
#include "core/support/Memory.h"

namespace ouroscope {
namespace {

[[noreturn]] void refuse(const std::string& column, const std::string& problem) {
  throw Error("Trace: " + column + " " + problem + ".");
}

/// A column is whole or absent: a shorter one would be read past its end by every view.
void checkLength(std::string_view name, std::size_t length, std::uint64_t expected) {
  if (length != expected)
    refuse(std::string(name),
           "has " + std::to_string(length) + " values, expected " + std::to_string(expected));
}

void checkValues(const Column&, const std::vector<float>&, const AxisSizes&) {}
void checkValues(const Column& column, const std::vector<std::int32_t>& values,
                 const AxisSizes& sizes) {
  const auto [low, high] = column.range(sizes);
  for (const std::int32_t value : values)
    if (value < low || value > high)
      refuse(std::string(column.name), "holds " + std::to_string(value) + ", allowed are " +
                                           std::to_string(low) + " to " + std::to_string(high));
}

void checkEvents(const TraceInfo& info, int tokens, int loops) {
  int before = 0;
  for (const RunEvent& event : info.events) {
    if (event.token < before || event.token > tokens)
      refuse("events", "are not in the order of the tokens, or beyond them");
    before = event.token;
    const double n = event.number;
    using What = RunEvent::What;
    const bool good = event.what == What::ExitThreshold ? n >= 0 && std::isfinite(n)
                      : event.what == What::Budget      ? n >= 1 && n <= loops
                      : event.what == What::Branch      ? n >= -1 && n < info.vocabSize
                                                        : true;
    if (!good) refuse("events", "hold a value that is out of range");
  }
}

}  // namespace

struct Trace::Heavy {
  std::mutex mutex;
  std::unique_ptr<ColumnSource> source;
};

Trace::~Trace() = default;

Trace::Trace(TraceInfo info, RecordColumns columns, int loops, int topK,
             std::unique_ptr<ColumnSource> heavy)
    : info_(std::move(info)),
      columns_(std::move(columns)),
      loops_(loops),
      topK_(topK),
      heavy_(std::make_unique<Heavy>()) {
  heavy_->source = std::move(heavy);
  if (columns_.tokenId.empty()) refuse("token_id", "is empty: a trace has at least one token");
  if (loops < 1 || loops > kMaxLoops)
    refuse("the number of loops",
           "is " + std::to_string(loops) + ", allowed are 1 to " + std::to_string(kMaxLoops));
  if (topK < 1)
    refuse("the number of candidates", "is " + std::to_string(topK) + ", allowed are 1 and more");
  if (info_.vocabSize < 1 || info_.hiddenSize < 1 || info_.layers < 1)
    refuse("the model's shape", "is missing");
  if (info_.promptTokens < 0 || info_.promptTokens > tokens())
    refuse("the number of prompt tokens", "does not fit the number of tokens");
  if (info_.budget < 0 || info_.budget > loops)
    refuse("the loop budget",
           "is " + std::to_string(info_.budget) + ", allowed are 1 to " + std::to_string(loops));
  checkEvents(info_, tokens(), loops);

  const AxisSizes axes = sizes();
  checkLength("token texts", columns_.tokenBytes.size(), axes.tokens);
  forEachColumn(columns_, [&](const Column& column, const auto& values) {
    if (column.heavy && heavy_->source) return;  // the source has checked its shape
    const bool there = column.present(axes, info_.captured) && !(column.younger && values.empty());
    checkLength(column.name, values.size(), there ? column.elements(axes) : 0);
    checkValues(column, values, axes);
  });
  for (const std::int32_t id : info_.tracked)
    if (id < 0 || id >= info_.vocabSize)
      refuse("tracked tokens", "holds " + std::to_string(id) + ", allowed are 0 to " +
                                   std::to_string(info_.vocabSize - 1));
  if (!std::is_sorted(columns_.wordBytes.begin(), columns_.wordBytes.end(),
                      [](const auto& a, const auto& b) { return a.first < b.first; }))
    refuse("the word list", "is not sorted by id");
}

const std::vector<float>& Trace::heavy(std::vector<float> RecordColumns::*field) const {
  const std::lock_guard lock(heavy_->mutex);
  std::vector<float>& values = columns_.*field;
  if (!heavy_->source || !values.empty()) return values;
  for (const Column& column : columnTable()) {
    if (column.field != ColumnField(field) || !column.present(sizes(), info_.captured)) continue;
    const std::uint64_t n = column.elements(sizes());
    requireMemory(4 * n, "The column " + std::string(column.name) + " of the trace");
    std::vector<float> read(n);
    heavy_->source->read(column, 0, read);
    values = std::move(read);
    heavy_->source->done(column);
  }
  return values;
}

const std::vector<float>& Trace::hidden() const {
  return heavy(&RecordColumns::hidden);
}
const std::vector<float>& Trace::logits() const {
  return heavy(&RecordColumns::logits);
}
const std::vector<float>& Trace::layerState() const {
  return heavy(&RecordColumns::layerState);
}
const std::vector<float>& Trace::similarity() const {
  return heavy(&RecordColumns::similarity);
}
const RecordColumns& Trace::whole() const {
  hidden();
  logits();
  layerState();
  similarity();
  return columns_;
}

void Trace::eachPiece(const Column& column,
                      const std::function<void(std::span<const std::byte>)>& use) const {
  const std::lock_guard lock(heavy_->mutex);
  std::span<const std::byte> inMemory;
  std::visit([&](auto field) { inMemory = std::as_bytes(std::span(columns_.*field)); },
             column.field);
  if (!column.heavy || !heavy_->source || !inMemory.empty()) return use(inMemory);
  if (!column.present(sizes(), info_.captured)) return;
  constexpr std::uint64_t kPiece = 1 << 20;
  const std::uint64_t n = column.elements(sizes());
  std::vector<float> piece;
  for (std::uint64_t first = 0; first < n; first += kPiece) {
    piece.resize(std::min(kPiece, n - first));
    heavy_->source->read(column, first, piece);
    use(std::as_bytes(std::span(piece)));
  }
}

std::vector<RunSettings> runSettings(const Trace& trace) {
  const TraceInfo& info = trace.info();
  RunSettings now{info.exitThreshold, info.budget > 0 ? info.budget : trace.loops(),
                  kvPolicyFromName(info.kvPolicy)};
  std::vector<RunSettings> settings;
  auto event = info.events.begin();
  for (int t = 0; t < trace.tokens(); ++t) {
    for (; event != info.events.end() && event->token <= t; ++event) {
      if (event->what == RunEvent::What::ExitThreshold) now.exitThreshold = event->number;
      if (event->what == RunEvent::What::Budget) now.budget = static_cast<int>(event->number);
      if (event->what == RunEvent::What::KvPolicy)
        now.kvPolicy = static_cast<KvPolicy>(static_cast<int>(event->number));
    }
    settings.push_back(now);
  }
  return settings;
}

const std::string& Trace::word(std::int32_t id) const {
  static const std::string none;
  const auto& words = columns_.wordBytes;
  const auto at =
      std::lower_bound(words.begin(), words.end(), id,
                       [](const auto& word, std::int32_t wanted) { return word.first < wanted; });
  return at != words.end() && at->first == id ? at->second : none;
}

std::vector<float> Trace::gateLogits(int gate) const {
  const std::size_t cells = product(tokens(), loops_);
  if (gate == 0 && !info_.gated) return std::vector<float>(cells, kAbsentNumber);
  if (gate == 0) return columns_.gateLogit;
  const std::size_t G = info_.otherGates.size(), g = gate - 1;
  if (gate < 0 || g >= G) throw Error("The trace has no gate number " + std::to_string(gate) + ".");
  std::vector<float> column(cells);
  for (std::size_t i = 0; i < column.size(); ++i) column[i] = columns_.otherGateLogit[i * G + g];
  return column;
}

std::string wordOrId(const Trace& trace, std::int32_t id) {
  return wordOrId(trace.word(id), id);
}
std::string wordOrId(std::string bytes, std::int32_t id) {
  return !bytes.empty() || id < 0 ? std::move(bytes) : "#" + std::to_string(id);
}

}  // namespace ouroscope
