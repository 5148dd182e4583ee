// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/run/Branch.h"
#include "core/run/PromptFit.h"
#include "core/run/RunRecording.h"
#include "core/support/Error.h"
#include "core/support/Index.h"
#include "core/support/Version.h"
#include "core/text/Utf8.h"
#include "core/text/WordToken.h"

namespace ouroscope {
namespace {

std::string chatText(const LoadedModel& model, const ChatPrompt& chat) {
  if (!model.tokenizer->idOf("<|im_start|>"))
    throw Error("The tokenizer of " + printable(model.folder.name) +
                " has no ChatML marks (<|im_start|>): send the text without chat.");
  return chatMl(chat.turns, chat.think);
}

/// @param request all of the run but its prompt
std::vector<std::int32_t> promptTokens(const LoadedModel& model, const RunRequest& request,
                                       const RunPrompt& prompt) {
  if (const auto* ids = std::get_if<std::vector<std::int32_t>>(&prompt)) return *ids;
  const auto tokens = [&](const std::string& text) {
    requirePromptFits(model, request, text);
    return model.tokenizer->encode(text);
  };
  if (const auto* chat = std::get_if<ChatPrompt>(&prompt)) return tokens(chatText(model, *chat));
  return tokens(std::get<std::string>(prompt));
}

}  // namespace

PreparedRun prepareRun(const LoadedModel& model, const RunOrder& order) {
  const ModelConfig& config = model.folder.config;
  PreparedRun run;
  RunRequest& request = run.request;
  const ModelSpec& spec = model.backend->spec();
  request.loops = order.loops > 0 ? order.loops : spec.usualLoops();
  request.startSeed = order.startSeed;
  request.generate = order.generate;
  request.stopIds = stopTokens(*model.tokenizer, config.eosIds);
  request.sampling = order.sampling;
  request.exitThreshold = order.exitThreshold.value_or(config.exitThreshold);
  request.kvPolicy = order.kvPolicy;
  request.speculation = order.speculation;
  request.topK = std::min(order.topK, config.vocabSize);
  request.capture = order.capture;
  request.otherGates = model.otherGates;
  request.prompt = promptTokens(model, request, order.prompt);
  if (request.prompt.empty()) throw Error("The prompt is empty: give at least one token.");
  if (!spec.exitGate) {
    if (order.exitThreshold && *order.exitThreshold < 1)
      throw Error("The model " + printable(model.folder.name) +
                  " has no exit gate, so no threshold stops it: leave the exit threshold out, or "
                  "give a loop budget.");
    request.exitThreshold = 1;
  }
  if (order.budget > request.loops)
    throw Error("A budget of " + std::to_string(order.budget) + " loops is more than the " +
                std::to_string(request.loops) + " loops of the run.");
  request.budget = order.budget;
  for (const std::string& word : order.track) {
    const std::int32_t id = wordToken(*model.tokenizer, config.vocabSize, word);
    if (std::find(request.tracked.begin(), request.tracked.end(), id) == request.tracked.end())
      request.tracked.push_back(id);
  }
  run.info = describeRun(model, request, std::holds_alternative<ChatPrompt>(order.prompt));
  return run;
}

PreparedRun prepareBranch(const LoadedModel& model, const BranchOrder& order) {
  const Trace& before = *order.before;
  BranchPoint at = order.at;
  if (!order.word.empty())
    at.replacement = wordToken(*model.tokenizer, model.folder.config.vocabSize, order.word);
  const int had = before.tokens() - at.token;
  PreparedRun run;
  run.request = branchRequest(before, at, order.generate > 0 ? order.generate : std::max(1, had));
  run.request.stopIds = stopTokens(*model.tokenizer, model.folder.config.eosIds);
  run.request.otherGates = model.otherGates;
  const TraceInfo now = describeRun(model, run.request, before.info().chat);
  requireSameModel(before, now);
  run.info = branchInfo(before, at);
  // Records of two devices are not mixed: on another one the earlier tokens are recorded again.
  if (now.device != run.info.device) run.request.known = 0;
  run.info.device = now.device;
  run.before = order.before;
  return run;
}

TraceInfo describeModel(const ModelSpec& spec) {
  TraceInfo info;
  info.vocabSize = spec.vocabSize;
  info.hiddenSize = spec.hiddenSize;
  info.layers = spec.stages.core;
  info.loopsTrained = spec.trainedLoops;
  info.family = spec.family;
  info.gated = spec.exitGate;
  info.prelude = spec.stages.prelude;
  info.coda = spec.stages.coda;
  info.startState = startStateName(spec.start);
  info.startSpread = spec.start == StartState::Noise ? spec.startSpread : 0;
  info.lens = lensName(spec);
  info.stepRule = stepRuleName(spec.stepRule);
  info.stepWeight = spec.stepRule == StepRule::Replace ? 0 : spec.stepWeight;
  return info;
}

TraceInfo describeRun(const LoadedModel& model, const RunRequest& request, bool chat) {
  const ModelSpec& spec = model.backend->spec();
  TraceInfo info = describeModel(spec);
  info.toolVersion = version();
  info.modelName = model.folder.name;
  info.configSha256 = model.configSha256;
  info.weightsSha256 = model.weightsSha256;
  info.dtype = model.backend->arithmetic();
  info.device = model.backend->device();
  info.tokenizerKind = model.tokenizer->kind();
  info.promptTokens = intSize(request.prompt);
  info.chat = chat;
  info.sampling = request.sampling;
  info.exitThreshold = request.exitThreshold;
  info.budget = request.budget;
  info.kvPolicy = kvPolicyName(request.kvPolicy);
  info.tracked = request.tracked;
  if (spec.start == StartState::Noise) info.startSeed = request.startSeed;
  info.gateName = model.gateName;
  for (const ExitGate& gate : request.otherGates) info.otherGates.push_back(gate.name);
  info.captured = request.capture;
  return info;
}

}  // namespace ouroscope
