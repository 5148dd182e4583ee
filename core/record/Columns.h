// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a record: the one place where a column is added. Length checks, file, memory plan,
// cutting, blanking, fingerprint, docs/columns.md and `ouroscope-cli schema` walk this table.
#pragma once
#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/record/TraceInfo.h"

namespace ouroscope {

/// What a cell of a loop that a token did not run holds: never zero.
inline constexpr float kAbsentNumber = std::numeric_limits<float>::quiet_NaN();
inline constexpr std::int32_t kAbsentId = -1;

/// The columns that are always in memory. Row-major over the axes that the table below names; what
/// was not captured is an empty vector.
struct TraceColumns {
  std::vector<std::int32_t> tokenId;
  std::vector<std::string> tokenBytes;  ///< [T] text bytes of each token; may be half a character
  std::vector<std::int32_t> loopsRun;
  std::vector<float> gateLogit, otherGateLogit;
  std::vector<float> entropy, logprob, kl, klStep, jsStep;
  std::vector<std::int32_t> rank;
  std::vector<std::int32_t> topkId;
  std::vector<float> topkLogprob;
  std::vector<float> trackedLogprob;
  std::vector<std::int32_t> trackedRank;
  std::vector<float> stateNorm, stepNorm, stepCosine, residualNorm;
  std::vector<std::int32_t> layerTopkId;
  std::vector<float> layerTopkLogprob;
  std::vector<float> layerEntropy, layerLogprob, layerUpdateNorm;
  std::vector<float> layerKl, layerNorm, layerCosine, layerStepNorm, layerStepCosine,
      layerLastCosine;
  std::vector<std::int32_t> layerRank;
  std::vector<float> attentionSink, attentionColumns, attentionEntropy, attentionStep;
  /// Text bytes of every id that occurs in topkId, tracked or layerTopkId, sorted by id: a trace is
  /// readable without its tokenizer.
  std::vector<std::pair<std::int32_t, std::string>> wordBytes;
};

/// All columns, the heavy ones too: what a recorder fills. A trace that was opened from a file
/// reads the heavy ones when somebody asks for them (Trace::hidden, Trace::logits).
struct RecordColumns : TraceColumns {
  std::vector<float> hidden, logits, layerState, similarity;

  RecordColumns() = default;
  RecordColumns(TraceColumns light) : TraceColumns(std::move(light)) {}
};

/// T tokens, R loops, K candidates, M tracked tokens, G further gates, L physical layers, d
/// channels of a state, V words, RL virtual layers (the layers of the first loop, of the second
/// ...), H heads of attention, S layers whose states are kept.
enum class Axis {
  Token,
  Loop,
  Candidate,
  Tracked,
  Gate,
  Layer,
  Channel,
  Word,
  VirtualLayer,
  Head,
  StateLayer
};

/// The length of every axis of one record.
struct AxisSizes {
  std::uint64_t tokens = 0, loops = 0, candidates = 0, tracked = 0, gates = 0, layers = 0,
                channels = 0, words = 0, heads = 0, stateLayers = 0;
  bool gated = true;  ///< there is a gate of the model's own
  std::uint64_t of(Axis axis) const;
};
AxisSizes axisSizes(const TraceInfo& info, std::uint64_t tokens, int loops, int topK);

/// When a column is there.
enum class ColumnGroup {
  Always,
  Gate,          ///< the model has an exit gate
  OtherGates,    ///< the model has more gates than one
  Tracked,       ///< tokens were tracked
  Hidden,        ///< Capture::hidden
  Logits,        ///< Capture::logits
  Layers,        ///< Capture::layers
  LayerNumbers,  ///< Capture::stateNumbers()
  Similarity,    ///< Capture::similarity
  Attention,     ///< Capture::attention
  LayerStates,   ///< Capture::stateLayers
};

/// What the whole numbers of a column are.
enum class Holds {
  Numbers,      ///< any float
  Words,        ///< ids, 0 to V - 1
  WordsOrNone,  ///< ids or ranks, -1 to V - 1
  LoopCounts    ///< 1 to R
};

using ColumnField =
    std::variant<std::vector<float> RecordColumns::*, std::vector<std::int32_t> RecordColumns::*>;

struct Column {
  std::string_view name;  ///< of the tensor in the file
  ColumnField field;
  std::array<Axis, 4> axisList{};
  int rank = 0;
  ColumnGroup group = ColumnGroup::Always;
  Holds holds = Holds::Numbers;
  std::string_view unit;      ///< "nats" or ""
  std::string_view sentence;  ///< what it is, for documents
  bool ofNextToken = false;   ///< says something of the token that follows: absent at the last one
  bool ofStep = false;        ///< a difference: absent at the first state of a token
  bool ofLoop = false;        ///< a difference to the loop before: absent in all of the first one
  bool halved = false;        ///< bf16 in the file, and in value, where the arithmetic is
  bool heavy = false;         ///< read from a file only when asked for
  /// Came after the first traces were written: those do not hold it, and it is empty there.
  bool younger = false;

  std::span<const Axis> axes() const { return std::span(axisList).first(rank); }
  bool isFloat() const { return field.index() == 0; }
  std::uint64_t elements(const AxisSizes& sizes) const;
  std::vector<std::uint64_t> shape(const AxisSizes& sizes) const;
  bool present(const AxisSizes& sizes, const Capture& captured) const;
  /// Lowest and highest value that is allowed in a column of whole numbers.
  std::pair<std::int64_t, std::int64_t> range(const AxisSizes& sizes) const;
};

/// Every column, in the order of the documents.
std::span<const Column> columnTable();
/// @throws std::logic_error for a name that is not in the table
const Column& column(std::string_view name);
/// "T", "R", "K", "M", "G", "L", "d", "V", "RL", "H", "S"
std::string_view axisSymbol(Axis axis);

/// Bytes in memory of one token of a record with these axes (`sizes.tokens` does not count).
std::uint64_t bytesPerToken(AxisSizes sizes, const Capture& captured);

/// Calls `visit(column, vector)` for every column of `columns`.
template <class Columns, class Visit>
void forEachColumn(Columns& columns, const Visit& visit) {
  for (const Column& entry : columnTable())
    std::visit([&](auto field) { visit(entry, columns.*field); }, entry.field);
}

/// The value of a cell that is not there, by the type of its column.
constexpr float absentOf(const std::vector<float>&) {
  return kAbsentNumber;
}
constexpr std::int32_t absentOf(const std::vector<std::int32_t>&) {
  return kAbsentId;
}

}  // namespace ouroscope
