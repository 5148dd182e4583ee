// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/record/CausalMap.h"
#include "core/record/Conversation.h"
#include "core/record/ExitCriterion.h"
#include "core/record/Intervention.h"
#include "core/record/RunEnd.h"
#include "core/record/RunEvent.h"
#include "core/record/RunSettings.h"

namespace ouroscope {

/// How well drafts with few loops did (RunSettings.h, Speculation).
struct SpeculationInfo {
  int draftLoops = 0, draftTokens = 0;        ///< as asked for
  int rounds = 0, drafted = 0, accepted = 0;  ///< as it went
  double acceptance() const { return drafted > 0 ? 1.0 * accepted / drafted : 0; }
  bool operator==(const SpeculationInfo&) const = default;
};

/// How staggered decoding went: tokens that were begun while those before them were still looping.
struct StaggerInfo {
  int tokens = 0, readings = 0;        ///< passes over the layers that so many tokens took
  std::int64_t rows = 0, dropped = 0;  ///< loops of tokens in these passes; those begun in vain
  double readingsPerToken() const { return tokens > 0 ? 1.0 * readings / tokens : 0; }
  bool operator==(const StaggerInfo&) const = default;
};

/// Characters of a prompt that its tokenizer has no token for: the model does not see them.
struct DroppedText {
  int token = 0;     ///< they stood before this one
  std::string text;  ///< UTF-8
  bool operator==(const DroppedText&) const = default;
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
  int heads = 0;  ///< of attention; 0 in traces that recorded nothing of it
  int loopsTrained = 0;
  int promptTokens = 0;  ///< the first n tokens are prompt, the rest generated
  int prefixTokens = 0;  ///< the first n of these stand before the text (a beginning-of-text token)
  std::vector<DroppedText> dropped;  ///< from the prompt, by token
  bool chat = false;
  std::optional<Conversation> conversation;  ///< of a chat, from 1.2 on
  SamplingOptions sampling;
  double exitThreshold = 1.0;  ///< q of the run
  ExitCriterion criterion;     ///< what stopped generated tokens in place of the gate; q is 1 then
  int budget = 0;              ///< loops a generated token was allowed; 0: all
  std::string kvPolicy = "full";
  /// What a person changed while the run went on, by token. The three settings above are those that
  /// it began with; runSettings() says what held where.
  std::vector<RunEvent> events;
  std::optional<SpeculationInfo> speculation;  ///< where tokens were drafted with fewer loops
  std::optional<StaggerInfo> stagger;          ///< where tokens were decoded staggered
  /// Ids at which generation stopped; nothing where a file from before 1.2 does not say.
  std::optional<std::vector<std::int32_t>> stopIds;
  RunEnd end;  ///< why there are no more tokens
  std::vector<std::int32_t> tracked;
  std::string family = "ouro";  ///< model_type of config.json
  bool gated = true;  ///< the run had an exit gate; without one nothing of a gate is recorded
  int prelude = 0, coda = 0;             ///< layers before and after those of a loop; they run once
  std::string startState = "embedding";  ///< or "noise", "zeros": what the first loop starts from
  double startSpread = 0;                ///< of the noise in one channel
  std::uint64_t startSeed = 0;           ///< of the noise
  std::string lens = "direct";           ///< how loops are read: "direct", "coda" or "logit"
  std::string stepRule = "replace";      ///< or "euler", "anchored", "ema"
  double stepWeight = 0;                 ///< of the rule
  std::vector<Intervention> interventions;  ///< in their order; files without their folders
  std::string gateName;  ///< of gate_logit; empty where the model has one unnamed gate
  std::vector<std::string> otherGates;  ///< names of the G gates in other_gate_logit
  /// Maps that the layers were read through; empty: the final norm alone.
  std::string layerLensName, layerLensSha256;
  std::optional<CausalMap> sweep;  ///< what an intervention does to an answer of this run
  Capture captured;

  /// The event that ended the run before it was done, or null.
  const RunEvent* stop() const {
    for (const RunEvent& event : events)
      if (event.what == RunEvent::What::Stop) return &event;
    return nullptr;
  }

  /// Loop r of the run is what a run with r loops ends with. Else another number of loops is
  /// another run.
  bool keepsPrefix() const { return stepRule != "euler" && stepRule != "anchored"; }

  /// The run was computed in bf16, also with int8 weights.
  bool isBf16() const { return dtype.rfind("bf16", 0) == 0; }
};

}  // namespace ouroscope
