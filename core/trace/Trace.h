// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/engine/Engine.h"

namespace ouroscope {

/// How well drafts with few loops did (Engine.h, Speculation).
struct SpeculationInfo {
  int draftLoops = 0, draftTokens = 0;        ///< as asked for
  int rounds = 0, drafted = 0, accepted = 0;  ///< as it went
  double acceptance() const { return drafted > 0 ? static_cast<double>(accepted) / drafted : 0; }
  bool operator==(const SpeculationInfo&) const = default;
};

/// How a trace came about: the `ouroscope.trace` JSON of the file (docs/trace-format.md).
struct TraceInfo {
  int formatMajor = 1, formatMinor = 1;
  std::string toolVersion;
  std::string modelName, configSha256, weightsSha256;
  std::string dtype;   ///< "bf16" or "f32": the arithmetic of the run
  std::string device;  ///< in words
  std::string tokenizerKind;
  int vocabSize = 0, hiddenSize = 0, layers = 0;
  int loopsTrained = 0;
  int promptTokens = 0;  ///< the first n tokens are prompt, the rest generated
  bool chat = false;
  SamplingOptions sampling;
  double exitThreshold = 1.0;  ///< q of the run
  int budget = 0;              ///< loops a generated token was allowed; 0: all
  std::string kvPolicy = "full";
  /// What a person changed while the run went on, by token. The three settings above are those that
  /// it began with; runSettings() says what held where.
  std::vector<RunEvent> events;
  std::optional<SpeculationInfo> speculation;  ///< where tokens were drafted with fewer loops
  std::vector<std::int32_t> tracked;
  std::string gateName;  ///< of gate_logit; empty where the model has one unnamed gate
  std::vector<std::string> otherGates;  ///< names of the G gates in other_gate_logit
  Capture captured;
};

/// A recorded run: T tokens, R loops, K candidates. Immutable and shared; columns are plain
/// row-major arrays. What was not captured is an empty vector, what a token did not run is NaN or
/// -1: never zero.
struct TraceColumns {
  std::vector<std::int32_t> tokenId;    ///< [T]
  std::vector<std::string> tokenBytes;  ///< [T] text bytes of each token; may be half a character
  std::vector<std::int32_t>
      loopsRun;                  ///< [T] loops really run; R everywhere unless loops were skipped
  std::vector<float> gateLogit;  ///< [T,R]
  std::vector<float> otherGateLogit;                   ///< [T,R,G] or empty
  std::vector<float> entropy, logprob, kl;             ///< [T,R] nats
  std::vector<std::int32_t> rank;                      ///< [T,R]
  std::vector<std::int32_t> topkId;                    ///< [T,R,K]
  std::vector<float> topkLogprob;                      ///< [T,R,K]
  std::vector<float> trackedLogprob;                   ///< [T,R,M] or empty
  std::vector<std::int32_t> trackedRank;               ///< [T,R,M] or empty
  std::vector<float> stateNorm, stepNorm, stepCosine;  ///< [T,R]
  std::vector<float> hidden;                           ///< [T,R,d] or empty
  std::vector<float> logits;                           ///< [T,R,V] or empty
  std::vector<std::int32_t> layerTopkId;               ///< [T,R,L,K] or empty: within-loop lens
  std::vector<float> layerTopkLogprob;                 ///< [T,R,L,K] or empty
  std::vector<float> layerEntropy, layerLogprob, layerUpdateNorm;  ///< [T,R,L] or empty
  std::vector<std::int32_t> layerRank;                             ///< [T,R,L] or empty
  /// Text bytes of every id that occurs in topkId, tracked or layerTopkId, sorted by id: a trace is
  /// readable without its tokenizer.
  std::vector<std::pair<std::int32_t, std::string>> wordBytes;
};

class Trace {
 public:
  /// Checks every length against tokens(), loops(), topK() and `info`. @throws Error naming the
  /// column.
  Trace(TraceInfo info, TraceColumns columns, int loops, int topK);

  int tokens() const { return static_cast<int>(columns_.tokenId.size()); }  ///< T
  int loops() const { return loops_; }                                      ///< R
  int topK() const { return topK_; }                                        ///< K
  const TraceInfo& info() const { return info_; }
  const TraceColumns& columns() const { return columns_; }

  bool generated(int token) const { return token >= info_.promptTokens; }
  /// Bytes of any id this trace mentions; "" where it does not.
  const std::string& word(std::int32_t id) const;
  /// Index into a [T,R] column.
  std::size_t at(int token, int loop) const {
    return static_cast<std::size_t>(token) * loops_ + loop;
  }
  /// Gate logits by gate: 0 is gateLogit, 1 + g is otherGateLogit of gate g. [T,R], copied.
  std::vector<float> gateLogits(int gate) const;

 private:
  TraceInfo info_;
  TraceColumns columns_;
  int loops_ = 0, topK_ = 0;
};

using TracePtr = std::shared_ptr<const Trace>;

/// What decided the depth of every token, [T]: the settings of the run with its events applied.
std::vector<RunSettings> runSettings(const Trace& trace);

/// @throws Error: one sentence naming file, tensor and defect. A newer major version is refused by
/// name.
TracePtr readTrace(const std::filesystem::path& path);
/// Whole or not at all. @throws Error; the old file is then untouched.
void writeTrace(const Trace& trace, const std::filesystem::path& path);

}  // namespace ouroscope
