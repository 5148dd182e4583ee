// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/record/Conversation.h"
#include "core/record/ExitCriterion.h"
#include "core/record/Intervention.h"
#include "core/record/RunSettings.h"
#include "core/trace/Trace.h"

namespace ouroscope {

/// A conversation, written as the model was trained to read it.
struct ChatPrompt {
  std::vector<ChatTurn> turns;  ///< the first may be a system turn
  bool think = false;  ///< as the template with enable_thinking = true; else <think> is opened
  /// The system text where `turns` has none; nothing: the default of the folder's own template;
  /// empty: no system turn.
  std::optional<std::string> system{};
  bool withoutThinking = false;  ///< as the template with enable_thinking = false
};

/// What a run begins with: text, a conversation, or token ids.
using RunPrompt = std::variant<std::string, ChatPrompt, std::vector<std::int32_t>>;

/// At which tokens generation stops.
struct StopOrder {
  bool asModel = true;             ///< at the model's own stop tokens (core/text/StopTokens.h)
  std::vector<std::string> words;  ///< and at these, each one token; "#123" is a token id
  std::vector<std::int32_t> ids;   ///< and at these tokens of the model's vocabulary
};

/// A run as a person orders it, for any model. The window and the command line fill it in;
/// core/run/RunRecording.h records it.
struct RunOrder {
  RunPrompt prompt;
  int loops = 0;                        ///< R; 0: the trained number
  int generate = 0;                     ///< tokens to draw after the prompt
  std::optional<double> exitThreshold;  ///< q of generated tokens; else the model's
  /// What stops generated tokens in place of the gate; `exitThreshold`, where it is given, is then
  /// the rule's.
  ExitCriterion criterion;
  int budget = 0;  ///< loops that a generated token may use; 0: all
  KvPolicy kvPolicy = KvPolicy::Full;
  SamplingOptions sampling;
  std::uint64_t startSeed = 0;  ///< of the states that loops start from, where they are noise
  Speculation speculation;
  bool stagger = true;  ///< begin tokens early where that pays: only the time changes
  std::vector<Intervention> interventions;  ///< in this order
  std::string lensFile;  ///< maps that captured layers are read through; empty: the norm alone
  int topK = 10;         ///< candidates kept per loop; more than the vocabulary is all
  std::vector<std::string> track;  ///< words kept at every loop; "#123" is a token id
  Capture capture;
  StopOrder stop;
  bool plainSpecials = false;  ///< special tokens written out in the text (or in turns) are words
  bool withoutPrefix = false;  ///< leave out the tokens that the model expects before a text
  bool withinContext = false;  ///< end at the longest context that the model was made for
};

/// A recorded run once more, with more recorded, or changed inside its loops. Its own tokens are
/// run, each at the depth and with the policy that it had: text, loops, settings and what a person
/// changed on the way stay the same.
struct RerunOrder {
  TracePtr before;
  Capture capture;                          ///< kept beside what the record has
  std::string lensFile;                     ///< that its layers are read through now; empty: none
  std::vector<std::string> track;           ///< words to track beside those of the record
  std::vector<Intervention> interventions;  ///< after those of the record
};

/// Where another run leaves a recorded one: everything before `token` stays as it is.
struct BranchPoint {
  int token = 0;                            ///< from 1 on: a branch needs a token before it
  std::optional<std::int32_t> replacement;  ///< in place of the token; else it is drawn again
  std::optional<std::uint64_t> seed;        ///< of the sampling from here on; else the record's
};

/// A run that leaves a record before one of its tokens, with the record's own settings.
struct BranchOrder {
  TracePtr before;
  BranchPoint at;
  std::string word;  ///< in place of the token, as in RunOrder::track; "": what `at` says
  int generate = 0;  ///< tokens from there on; 0: as many as the record had
};

}  // namespace ouroscope
