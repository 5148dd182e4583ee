// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/record/Columns.h"
#include "core/support/Index.h"

namespace ouroscope {

/// Where the heavy columns of a trace lie until somebody asks for them.
class ColumnSource {
 public:
  virtual ~ColumnSource() = default;
  /// Fills `out` with values of a column, from element `first` on. Any thread.
  /// @throws Error where the file has changed or ended
  virtual void read(const Column& column, std::uint64_t first, std::span<float> out) const = 0;
  /// The column was taken over into memory: it will not be asked for again.
  virtual void done(const Column& column) = 0;
};

/// A recorded run: T tokens, R loops, K candidates. Immutable and shared; columns are plain
/// row-major arrays (core/record/Columns.h). What was not captured is an empty vector, what a token
/// did not run is NaN or -1: never zero.
class Trace {
 public:
  /// Checks every length and value against tokens(), loops(), topK() and `info`.
  /// @param heavy where the heavy columns that `columns` lacks are read from
  /// @throws Error naming the column.
  Trace(TraceInfo info, RecordColumns columns, int loops, int topK,
        std::unique_ptr<ColumnSource> heavy = nullptr);
  ~Trace();

  int tokens() const { return intSize(columns_.tokenId); }  ///< T
  int loops() const { return loops_; }                      ///< R
  int topK() const { return topK_; }                        ///< K
  const TraceInfo& info() const { return info_; }
  AxisSizes sizes() const { return axisSizes(info_, columns_.tokenId.size(), loops_, topK_); }

  /// Everything but the heavy columns.
  const TraceColumns& columns() const { return columns_; }
  /// [T,R,d] or empty where not captured. The first call reads them from the file.
  /// @throws Error where they do not fit in memory, or the file has changed
  const std::vector<float>& hidden() const;
  /// [T,R,V] or empty where not captured; as hidden().
  const std::vector<float>& logits() const;
  /// [T,RL,RL] or empty where not captured; as hidden().
  const std::vector<float>& layerState() const;
  const std::vector<float>& similarity() const;
  /// All columns, heavy ones read.
  const RecordColumns& whole() const;
  /// Walks the values of a column in pieces of bytes, without keeping what is still in a file.
  /// `use` must not ask the trace for heavy columns.
  void eachPiece(const Column& column,
                 const std::function<void(std::span<const std::byte>)>& use) const;

  bool generated(int token) const { return token >= info_.promptTokens; }
  /// Bytes of any id this trace mentions; "" where it does not.
  const std::string& word(std::int32_t id) const;
  /// Index into a [T,R] column.
  std::size_t at(int token, int loop) const { return product(token, loops_) + loop; }
  /// Whether that gate decides anything: gate 0 is the model's own, and a model may have none.
  bool hasGate(int gate = 0) const { return gate > 0 || info_.gated; }
  /// Gate logits by gate: 0 is gateLogit, 1 + g is otherGateLogit of gate g. [T,R], copied. NaN
  /// where the model has no gate.
  std::vector<float> gateLogits(int gate) const;

 private:
  struct Heavy;  // what is not read yet
  const std::vector<float>& heavy(std::vector<float> RecordColumns::*field) const;

  TraceInfo info_;
  mutable RecordColumns columns_;  // heavy columns appear once, under the lock of heavy_
  int loops_ = 0, topK_ = 0;
  std::unique_ptr<Heavy> heavy_;
};

using TracePtr = std::shared_ptr<const Trace>;

/// What decided the depth of every token, [T]: the settings of the run with its events applied.
std::vector<RunSettings> runSettings(const Trace& trace);

/// The heavy columns stay in the file, which is kept open, until somebody asks for them.
/// @throws Error: one sentence naming file, tensor and defect. A newer major version is refused by
/// name.
TracePtr readTrace(const std::filesystem::path& path);
/// Whole or not at all. @throws Error; the old file is then untouched.
void writeTrace(const Trace& trace, const std::filesystem::path& path);

/// A word of the trace by its bytes; where the tokenizer has no text for the id: "#474".
std::string wordOrId(const Trace& trace, std::int32_t id);
/// The same for bytes that are known. @param id -1 gives ""
std::string wordOrId(std::string bytes, std::int32_t id);

}  // namespace ouroscope
