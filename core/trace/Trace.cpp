// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/Trace.h"

#include <algorithm>
#include <cmath>

#include "core/support/Error.h"

namespace ouroscope {
namespace {

[[noreturn]] void refuse(const std::string& column, const std::string& problem) {
  throw Error("Trace: " + column + " " + problem + ".");
}

/// A column is whole or absent: a shorter one would be read past its end by every view.
template <class T>
void checkLength(const char* name, const std::vector<T>& column, std::size_t expected,
                 bool mayBeAbsent) {
  if (column.size() == expected || (mayBeAbsent && column.empty())) return;
  refuse(name,
         "has " + std::to_string(column.size()) + " values, expected " + std::to_string(expected));
}

void checkRange(const char* name, const std::vector<std::int32_t>& column, std::int64_t low,
                std::int64_t high) {
  for (const std::int32_t value : column)
    if (value < low || value > high)
      refuse(name, "holds " + std::to_string(value) + ", allowed are " + std::to_string(low) +
                       " to " + std::to_string(high));
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

Trace::Trace(TraceInfo info, TraceColumns columns, int loops, int topK)
    : info_(std::move(info)), columns_(std::move(columns)), loops_(loops), topK_(topK) {
  if (columns_.tokenId.empty()) refuse("token_id", "is empty: a trace has at least one token");
  if (loops < 1 || loops > 64)
    refuse("the number of loops", "is " + std::to_string(loops) + ", allowed are 1 to 64");
  if (topK < 1)
    refuse("the number of candidates", "is " + std::to_string(topK) + ", allowed are 1 and more");
  if (info_.vocabSize < 1 || info_.hiddenSize < 1 || info_.layers < 1)
    refuse("the model's shape", "is missing");
  const TraceColumns& c = columns_;
  const std::size_t T = c.tokenId.size(), R = static_cast<std::size_t>(loops),
                    K = static_cast<std::size_t>(topK);
  const std::size_t M = info_.tracked.size(), G = info_.otherGates.size(),
                    L = static_cast<std::size_t>(info_.layers);
  if (info_.promptTokens < 0 || static_cast<std::size_t>(info_.promptTokens) > T)
    refuse("the number of prompt tokens", "does not fit the number of tokens");

  if (info_.budget < 0 || info_.budget > loops)
    refuse("the loop budget",
           "is " + std::to_string(info_.budget) + ", allowed are 1 to " + std::to_string(loops));
  checkEvents(info_, static_cast<int>(T), loops);

  checkLength("token texts", c.tokenBytes, T, false);
  checkLength("loops_run", c.loopsRun, T, false);
  checkLength("gate_logit", c.gateLogit, T * R, false);
  checkLength("other_gate_logit", c.otherGateLogit, T * R * G, G == 0);
  checkLength("entropy", c.entropy, T * R, false);
  checkLength("logprob", c.logprob, T * R, false);
  checkLength("kl", c.kl, T * R, false);
  checkLength("rank", c.rank, T * R, false);
  checkLength("topk_id", c.topkId, T * R * K, false);
  checkLength("topk_logprob", c.topkLogprob, T * R * K, false);
  checkLength("tracked_logprob", c.trackedLogprob, T * R * M, false);
  checkLength("tracked_rank", c.trackedRank, T * R * M, false);
  checkLength("state_norm", c.stateNorm, T * R, false);
  checkLength("step_norm", c.stepNorm, T * R, false);
  checkLength("step_cosine", c.stepCosine, T * R, false);
  checkLength("hidden", c.hidden, info_.captured.hidden ? T * R * info_.hiddenSize : 0, false);
  checkLength("logits", c.logits, info_.captured.logits ? T * R * info_.vocabSize : 0, false);
  const std::size_t within = info_.captured.layers ? T * R * L : 0;
  checkLength("layer_topk_id", c.layerTopkId, within * K, false);
  checkLength("layer_topk_logprob", c.layerTopkLogprob, within * K, false);
  checkLength("layer_entropy", c.layerEntropy, within, false);
  checkLength("layer_logprob", c.layerLogprob, within, false);
  checkLength("layer_rank", c.layerRank, within, false);
  checkLength("layer_update_norm", c.layerUpdateNorm, within, false);

  checkRange("token_id", c.tokenId, 0, info_.vocabSize - 1);
  checkRange("loops_run", c.loopsRun, 1, loops);
  checkRange("topk_id", c.topkId, -1, info_.vocabSize - 1);
  checkRange("layer_topk_id", c.layerTopkId, -1, info_.vocabSize - 1);
  checkRange("rank", c.rank, -1, info_.vocabSize - 1);
  checkRange("tracked_rank", c.trackedRank, -1, info_.vocabSize - 1);
  checkRange("layer_rank", c.layerRank, -1, info_.vocabSize - 1);
  checkRange("tracked tokens", info_.tracked, 0, info_.vocabSize - 1);
  if (!std::is_sorted(c.wordBytes.begin(), c.wordBytes.end(),
                      [](const auto& a, const auto& b) { return a.first < b.first; }))
    refuse("the word list", "is not sorted by id");
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
  if (gate == 0) return columns_.gateLogit;
  const std::size_t G = info_.otherGates.size(), g = static_cast<std::size_t>(gate - 1);
  if (gate < 0 || g >= G)
    throw Error("The trace holds no gate number " + std::to_string(gate) + ".");
  std::vector<float> column(columns_.gateLogit.size());
  for (std::size_t i = 0; i < column.size(); ++i) column[i] = columns_.otherGateLogit[i * G + g];
  return column;
}

}  // namespace ouroscope
