// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <unordered_set>

#include "core/run/Branch.h"
#include "core/run/ConversationText.h"
#include "core/run/InterventionSources.h"
#include "core/run/LensFile.h"
#include "core/run/PromptFit.h"
#include "core/run/RunRecording.h"
#include "core/support/Error.h"
#include "core/support/Index.h"
#include "core/support/Version.h"
#include "core/text/DroppedText.h"
#include "core/text/StopTokens.h"
#include "core/text/TextPrefix.h"
#include "core/text/Utf8.h"
#include "core/text/WordToken.h"

namespace ouroscope {
namespace {

/// A prompt in token ids, and what it was as a conversation.
struct Prompt {
  std::vector<std::int32_t> ids;
  std::optional<Conversation> conversation{};
  int prefix = 0;  ///< tokens that stand before the text
  std::vector<DroppedText> dropped{};
};

Prompt textPrompt(const LoadedModel& model, const RunOrder& order, const std::string& text) {
  Prompt prompt;
  const TextRange all{0, text.size()};
  const bool plain = order.plainSpecials && !text.empty();
  prompt.ids = model.tokenizer->encodePlain(text, std::span(&all, plain ? 1 : 0));
  prompt.dropped = droppedText(*model.tokenizer, text, prompt.ids);
  if (order.withoutPrefix || prompt.ids.empty()) return prompt;
  const std::vector<std::int32_t> prefix = textPrefix(*model.tokenizer, model.text);
  // A person who wrote it out meant it once.
  if (std::ranges::equal(prefix,
                         std::span(prompt.ids).first(std::min(prefix.size(), prompt.ids.size()))))
    return prompt;
  prompt.ids.insert(prompt.ids.begin(), prefix.begin(), prefix.end());
  prompt.prefix = intSize(prefix);
  for (DroppedText& gap : prompt.dropped) gap.token += prompt.prefix;
  return prompt;
}

/// @param request all of the run but its prompt
/// @param folder how the model's folder holds conversations, where the prompt is one; else null
Prompt promptOf(const LoadedModel& model, const RunRequest& request, const RunOrder& order,
                const FolderChat* folder) {
  if (const auto* ids = std::get_if<std::vector<std::int32_t>>(&order.prompt)) return {*ids};
  const auto* chat = std::get_if<ChatPrompt>(&order.prompt);
  if (!chat) {
    requirePromptFits(model, request, std::get<std::string>(order.prompt));
    return textPrompt(model, order, std::get<std::string>(order.prompt));
  }
  WrittenConversation written = writeConversation(*folder, *chat, model.folder.name);
  requirePromptFits(model, request, written.text);
  if (!order.plainSpecials) written.contents.clear();
  Prompt out{model.tokenizer->encodePlain(written.text, written.contents),
             std::move(written.conversation)};
  out.dropped = droppedText(*model.tokenizer, written.text, out.ids);
  return out;
}

void addAll(std::vector<Note>& notes, const std::vector<Note>& more) {
  notes.insert(notes.end(), more.begin(), more.end());
}

/// Stop tokens of a run, with what to say about them.
std::vector<std::int32_t> stopIdsOf(const LoadedModel& model, const StopOrder& order,
                                    const ChatMarks* chat, std::vector<Note>& notes) {
  std::vector<std::int32_t> ids;
  if (order.asModel) {
    StopTokens stops = stopTokens(*model.tokenizer, model.text, model.folder.config.eosIds, chat);
    ids = std::move(stops.ids);
    addAll(notes, stops.notes);
  }
  addWordTokens(*model.tokenizer, model.folder.config.vocabSize, order.words, ids);
  // They may be thousands: all tokens that end in a line feed.
  std::unordered_set<std::int32_t> known(ids.begin(), ids.end());
  for (const std::int32_t id : order.ids)
    if (known.insert(id).second) ids.push_back(id);
  return ids;
}

/// Tokens that may follow the prompt, within the context of the model where that is asked for.
int tokensToGenerate(const LoadedModel& model, const RunOrder& order, int prompt) {
  const int left = std::max(0, model.folder.config.maxPositions - prompt);
  return order.withinContext ? std::min(order.generate, left) : order.generate;
}

}  // namespace

void takeLenses(const std::string& file, const ModelSpec& spec, PreparedRun& run) {
  if (file.empty()) return;
  if (!run.request.capture.layers)
    throw Error("The lenses of a file are for layers: capture them, too.");
  run.request.lenses = readLenses(file, spec, run.request.loops);
  run.info.layerLensName = run.request.lenses->name;
  run.info.layerLensSha256 = run.request.lenses->sha256;
}

PreparedRun prepareRun(const LoadedModel& model, const RunOrder& order) {
  const ModelConfig& config = model.folder.config;
  PreparedRun run;
  RunRequest& request = run.request;
  const ModelSpec& spec = model.backend->spec();
  request.loops = order.loops > 0 ? order.loops : spec.usualLoops();
  request.startSeed = order.startSeed;
  request.generate = tokensToGenerate(model, order, 0);
  request.sampling = order.sampling;
  request.exitThreshold = order.exitThreshold.value_or(config.exitThreshold);
  request.kvPolicy = order.kvPolicy;
  request.speculation = order.speculation;
  request.stagger = order.stagger;
  request.topK = std::min(order.topK, config.vocabSize);
  request.capture = order.capture;
  request.otherGates = model.otherGates;

  std::optional<FolderChat> folder;  // a text does not ask for the chat template
  if (std::holds_alternative<ChatPrompt>(order.prompt))
    folder = FolderChat::of(*model.tokenizer, model.text);
  Prompt prompt = promptOf(model, request, order, folder ? &*folder : nullptr);
  request.prompt = std::move(prompt.ids);
  if (request.prompt.empty()) throw Error("The prompt is empty: give at least one token.");
  run.notes = model.folder.notes;
  addAll(run.notes, model.tokenizer->notes());
  addAll(run.notes, model.text.notes);
  if (folder) addAll(run.notes, folder->notes());
  if (const auto note = droppedNote(prompt.dropped)) run.notes.push_back(*note);
  if (std::holds_alternative<std::string>(order.prompt) && model.text.addBos == true &&
      textPrefix(*model.tokenizer, model.text).empty())
    run.notes.push_back({NoteKind::NoBeginning});
  request.generate = tokensToGenerate(model, order, intSize(request.prompt));
  run.endsAtContext = request.generate < order.generate;
  request.stopIds = stopIdsOf(model, order.stop, folder ? folder->marks : nullptr, run.notes);
  if (!order.criterion.isGate()) {
    request.criterion = order.criterion;
    request.criterion.threshold = order.exitThreshold.value_or(order.criterion.threshold);
    request.exitThreshold = 1;
  } else if (!spec.exitGate) {
    if (order.exitThreshold && *order.exitThreshold < 1)
      throw Error("The model " + printable(model.folder.name) +
                  " has no exit gate, so no threshold stops it: leave the exit threshold out, "
                  "name an exit rule, or give a loop budget.");
    request.exitThreshold = 1;
  }
  if (order.budget > request.loops)
    throw Error("A budget of " + std::to_string(order.budget) + " loops is more than the " +
                std::to_string(request.loops) + " loops of the run.");
  request.budget = order.budget;
  // early_exit_step of config.json, which comes before its threshold.
  if (config.exitLoop > 0 && config.exitLoop <= request.loops && order.budget == 0 &&
      !order.exitThreshold && order.criterion.isGate()) {
    request.budget = config.exitLoop;
    request.exitThreshold = 1;
  }
  addWordTokens(*model.tokenizer, config.vocabSize, order.track, request.tracked);
  run.info = describeRun(model, request, prompt.conversation.has_value());
  request.interventions = withSources(order.interventions, run.info);
  run.info.interventions = recordedInterventions(request.interventions);
  takeLenses(order.lensFile, spec, run);
  run.info.conversation = std::move(prompt.conversation);
  run.info.prefixTokens = prompt.prefix;
  run.info.dropped = std::move(prompt.dropped);
  return run;
}

PreparedRun prepareBranch(const LoadedModel& model, const BranchOrder& order) {
  const Trace& before = *order.before;
  requireNoLenses(before.info());
  BranchPoint at = order.at;
  if (!order.word.empty())
    at.replacement = wordToken(*model.tokenizer, model.folder.config.vocabSize, order.word);
  const int had = before.tokens() - at.token;
  PreparedRun run;
  run.request = branchRequest(before, at, order.generate > 0 ? order.generate : std::max(1, had));
  if (before.info().stopIds) {
    run.request.stopIds = *before.info().stopIds;
  } else {
    const ChatMarks* chat = before.info().chat ? chatMarksOf(*model.tokenizer) : nullptr;
    run.request.stopIds = stopIdsOf(model, {}, chat, run.notes);
  }
  run.request.otherGates = model.otherGates;
  const TraceInfo now = describeRun(model, run.request, before.info().chat);
  requireSameModel(before, now);
  run.info = branchInfo(before, at);
  run.info.stopIds = run.request.stopIds;
  // Records of two devices are not mixed: on another one the earlier tokens are recorded again.
  if (now.device != run.info.device) run.request.known = 0;
  // The concentration of columns is that of the text from its first token on.
  if (run.request.capture.attention) run.request.known = 0;
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
  info.criterion = request.criterion;
  info.budget = request.budget;
  info.kvPolicy = kvPolicyName(request.kvPolicy);
  info.stopIds = request.stopIds;
  info.tracked = request.tracked;
  if (spec.start == StartState::Noise) info.startSeed = request.startSeed;
  info.gateName = model.gateName;
  for (const ExitGate& gate : request.otherGates) info.otherGates.push_back(gate.name);
  info.captured = request.capture;
  if (request.capture.attention) info.heads = spec.heads;
  return info;
}

}  // namespace ouroscope
