// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/TraceMetadata.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/record/RunSettings.h"
#include "core/support/Error.h"
#include "core/support/Index.h"
#include "core/support/StrictJson.h"
#include "core/text/Utf8.h"
#include "core/trace/CausalMapJson.h"

namespace ouroscope {
namespace {

constexpr std::int64_t kMaxCount = std::numeric_limits<std::int32_t>::max();

/// Bytes as a JSON string: byte b is the character U+00bb (Latin-1), so half characters survive and
/// ASCII stays readable.
std::string toLatin1(const std::string& bytes) {
  std::string text;
  for (const char ch : bytes) {
    const unsigned char b = ch;
    if (b < 0x80) {
      text += ch;
    } else {
      text += static_cast<char>(0xc0 | (b >> 6));
      text += static_cast<char>(0x80 | (b & 0x3f));
    }
  }
  return text;
}

std::string fromLatin1(const nlohmann::json& value, const std::string& where) {
  if (!value.is_string()) throw Error(where + " must be a string.");
  const auto& text = value.get_ref<const std::string&>();
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const unsigned char b = text[i];
    if (b < 0x80) {
      bytes += text[i];
    } else if ((b == 0xc2 || b == 0xc3) && i + 1 < text.size()) {
      bytes +=
          static_cast<char>(((b & 0x03) << 6) | (static_cast<unsigned char>(text[++i]) & 0x3f));
    } else {
      throw Error(where + " holds a character above U+00FF: every character stands for one byte.");
    }
  }
  return bytes;
}

const nlohmann::json& array(const JsonObject& object, std::string_view key) {
  const nlohmann::json& value = object.require(key);
  if (!value.is_array()) object.fail(key, "must be a list");
  return value;
}

/// The layers whose states were kept, rising.
std::vector<int> stateLayers(const JsonObject& captured, int layers) {
  std::vector<int> out;
  if (!captured.find("state_layers")) return out;
  for (const auto& layer : array(captured, "state_layers")) {
    const int next = captured.integerIn(layer, "state_layers", 0, layers - 1);
    if (!out.empty() && next <= out.back()) captured.fail("state_layers", "must rise");
    out.push_back(next);
  }
  return out;
}

/// The 64 bits of a seed as digits: JSON readers keep only 53 bits of a number.
std::uint64_t seedIn(const JsonObject& object, std::string_view key) {
  const std::string digits = object.string(key);
  std::uint64_t seed = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), seed);
  if (error != std::errc{} || end != digits.data() + digits.size())
    object.fail(key, "must be a number of 64 bits written as a string");
  return seed;
}

using What = RunEvent::What;
constexpr std::pair<What, const char*> kEvents[] = {{What::ExitThreshold, "exit_threshold"},
                                                    {What::Budget, "budget"},
                                                    {What::KvPolicy, "kv_policy"},
                                                    {What::Branch, "branch"},
                                                    {What::Seed, "seed"},
                                                    {What::Stop, "stop"}};

/// Whether format 1 can hold it.
bool isPlain(const TraceInfo& info) {
  const TraceInfo plain;
  return info.family == plain.family && info.gated && info.prelude == 0 && info.coda == 0 &&
         info.startState == plain.startState && info.lens == plain.lens &&
         info.stepRule == plain.stepRule && info.interventions.empty();
}

/// Nothing for an event of a newer minor version.
std::optional<RunEvent> readEvent(const nlohmann::json& json, const std::string& where) {
  const JsonObject object(json, where);
  RunEvent event;
  event.token = object.integer("token", 0, kMaxCount);
  const std::string name = object.string("what");
  const auto known = std::find_if(std::begin(kEvents), std::end(kEvents),
                                  [&](const auto& entry) { return name == entry.second; });
  if (known == std::end(kEvents)) return {};
  event.what = known->first;
  switch (event.what) {
    case What::ExitThreshold:
      event.number = object.number("value", 0, 1e9);
      break;
    case What::Budget:
      event.number = object.integer("value", 1, kMaxLoops);
      break;
    case What::Branch:
      event.number = object.integer("value", -1, kMaxCount);
      break;
    case What::KvPolicy:
      try {
        event.number = static_cast<double>(kvPolicyFromName(object.string("value")));
      } catch (const Error& error) {
        throw Error(where + ": " + error.what());
      }
      break;
    case What::Seed:
      event.seed = seedIn(object, "value");
      break;
    case What::Stop:
      event.number = static_cast<double>(object.optionalInteger("value", 0, kMaxCount).value_or(0));
      break;
  }
  return event;
}

nlohmann::json conversationJson(const Conversation& c) {
  nlohmann::json turns = nlohmann::json::array();
  for (const ChatTurn& turn : c.turns)
    turns.push_back({{"role", utf8Lossy(turn.role)}, {"content", utf8Lossy(turn.content)}});
  return {{"marks", c.marks},
          {"turns", turns},
          {"system", c.system},
          {"opening", utf8Lossy(c.opening)},
          {"think", c.think}};
}

Intervention readIntervention(const nlohmann::json& json, const std::string& where) {
  if (!json.is_string()) throw Error(where + " must be a list of texts.");
  try {
    return interventionOf(json.get_ref<const std::string&>());
  } catch (const Error& error) {
    throw Error(where + ": " + error.what());
  }
}

Conversation readConversation(const JsonObject& json) {
  Conversation c;
  c.marks = json.string("marks");
  c.system = json.string("system");
  c.opening = json.string("opening");
  c.think = json.boolean("think", false);
  for (const nlohmann::json& entry : array(json, "turns")) {
    const JsonObject turn(entry, json.what() + ".turns");
    c.turns.push_back({turn.string("role"), turn.string("content")});
  }
  return c;
}

}  // namespace

nlohmann::json runEventJson(const RunEvent& event) {
  nlohmann::json json{{"token", event.token}};
  for (const auto& [what, name] : kEvents)
    if (what == event.what) json["what"] = name;
  switch (event.what) {
    case What::ExitThreshold:
      json["value"] = event.number;
      break;
    case What::Budget:
    case What::Branch:
      json["value"] = static_cast<int>(event.number);
      break;
    case What::KvPolicy:
      json["value"] = kvPolicyName(static_cast<KvPolicy>(static_cast<int>(event.number)));
      break;
    case What::Seed:
      json["value"] = std::to_string(event.seed);
      break;
    case What::Stop:
      if (event.number > 0) json["value"] = static_cast<int>(event.number);
      break;
  }
  return json;
}

std::string writeTraceMetadata(const Trace& trace) {
  const TraceInfo& i = trace.info();
  const bool plain = isPlain(i);
  nlohmann::json events = nlohmann::json::array();
  for (const RunEvent& event : i.events) events.push_back(runEventJson(event));
  nlohmann::json json{{"format",
                       {{"major", plain ? kPlainFormatMajor : kTraceFormatMajor},
                        {"minor", plain ? kPlainFormatMinor : 0}}},
                      {"tool_version", i.toolVersion},
                      {"model",
                       {{"name", i.modelName},
                        {"config_sha256", i.configSha256},
                        {"weights_sha256", i.weightsSha256},
                        {"vocab_size", i.vocabSize},
                        {"hidden_size", i.hiddenSize},
                        {"layers", i.layers},
                        {"loops_trained", i.loopsTrained},
                        {"gate", i.gateName},
                        {"other_gates", i.otherGates}}},
                      {"tokenizer_kind", i.tokenizerKind},
                      {"dtype", i.dtype},
                      {"device", i.device},
                      {"loops_recorded", trace.loops()},
                      {"top_k", trace.topK()},
                      {"prompt_tokens", i.promptTokens},
                      {"chat", i.chat},
                      {"sampling",
                       {{"temperature", i.sampling.temperature},
                        {"top_p", i.sampling.topP},
                        {"seed", std::to_string(i.sampling.seed)}}},
                      {"exit",
                       {{"threshold", i.exitThreshold},
                        {"budget", i.budget > 0 ? i.budget : trace.loops()},
                        {"kv_policy", i.kvPolicy}}},
                      {"events", events},
                      {"tracked", i.tracked},
                      {"captured",
                       {{"hidden", i.captured.hidden},
                        {"logits", i.captured.logits},
                        {"layers", i.captured.layers}}}};
  const JsonEmptier emptier(json);
  nlohmann::json& tokens = json["token_bytes"] = nlohmann::json::array();
  for (const auto& bytes : trace.columns().tokenBytes) tokens.push_back(toLatin1(bytes));
  nlohmann::json& words = json["word_bytes"] = nlohmann::json::array();
  for (const auto& [id, bytes] : trace.columns().wordBytes) words.push_back({id, toLatin1(bytes)});
  if (i.captured.similarity) json["captured"]["similarity"] = true;
  if (i.captured.layerNumbers) json["captured"]["layer_numbers"] = true;
  if (i.captured.attention) {
    json["captured"]["attention"] = true;
    json["model"]["heads"] = i.heads;
  }
  if (!i.captured.stateLayers.empty()) json["captured"]["state_layers"] = i.captured.stateLayers;
  if (!i.layerLensName.empty())
    json["layer_lens"] = {{"file", utf8Lossy(i.layerLensName)}, {"sha256", i.layerLensSha256}};
  if (i.sweep) json["sweep"] = causalMapJson(*i.sweep);
  if (i.conversation) json["conversation"] = conversationJson(*i.conversation);
  if (i.prefixTokens > 0) json["prefix_tokens"] = i.prefixTokens;
  for (const DroppedText& gap : i.dropped)
    json["dropped"].push_back({{"token", gap.token}, {"text", utf8Lossy(gap.text)}});
  if (i.stopIds) json["stop_ids"] = *i.stopIds;
  if (i.end.why != RunEnd::Why::Unknown) {
    json["end"] = {{"why", runEndName(i.end.why)}};
    if (i.end.token >= 0) json["end"]["token"] = i.end.token;
    if (i.end.wanted > 0) json["end"]["wanted"] = i.end.wanted;
  }
  if (const auto& s = i.speculation)
    json["speculation"] = {{"draft_loops", s->draftLoops},
                           {"draft_tokens", s->draftTokens},
                           {"rounds", s->rounds},
                           {"drafted", s->drafted},
                           {"accepted", s->accepted}};
  if (const auto& s = i.stagger)
    json["stagger"] = {{"tokens", s->tokens},
                       {"readings", s->readings},
                       {"rows", s->rows},
                       {"dropped", s->dropped}};
  if (!i.criterion.isGate())
    json["exit"]["rule"] = {{"name", exitRuleInfo(i.criterion.kind).id},
                            {"threshold", i.criterion.threshold}};
  if (!plain) {
    json["model"]["family"] = i.family;
    if (!i.gated) json["model"]["gate"] = nullptr;
    json["model"]["prelude"] = i.prelude;
    json["model"]["coda"] = i.coda;
    json["start_state"] = {{"kind", i.startState}};
    if (i.startState == "noise")
      json["start_state"].update({{"spread", i.startSpread},
                                  {"seed", std::to_string(i.startSeed)},
                                  {"generator", kStartGenerator}});
    json["lens"] = i.lens;
    json["step_rule"] = {{"name", i.stepRule}, {"weight", i.stepWeight}};
    for (const Intervention& what : i.interventions)
      json["interventions"].push_back(utf8Lossy(interventionText(what)));
  }
  return json.dump();
}

TraceMetadata readTraceMetadata(const std::string& text, const std::string& file) {
  nlohmann::json json =
      parseStrictJson(text, file + ": ouroscope.trace", {.maxBytes = kMaxTraceMetadata});
  const JsonEmptier emptier(json);
  const JsonObject root(json, file + ": ouroscope.trace");
  const auto child = [&](const char* key) {
    return JsonObject(root.require(key), root.what() + "." + key);
  };

  TraceMetadata out;
  TraceInfo& i = out.info;
  const JsonObject format = child("format");
  i.formatMajor = format.integer("major", 0, kMaxCount);
  i.formatMinor = format.integer("minor", 0, kMaxCount);
  if (i.formatMajor < kPlainFormatMajor || i.formatMajor > kTraceFormatMajor)
    throw Error(file + " is a trace of format " + std::to_string(i.formatMajor) + "." +
                std::to_string(i.formatMinor) + ", this program reads formats up to " +
                std::to_string(kTraceFormatMajor) + ": open it with the version that wrote it.");
  i.toolVersion = root.string("tool_version");
  const JsonObject model = child("model");
  i.modelName = model.string("name");
  i.configSha256 = model.string("config_sha256");
  i.weightsSha256 = model.string("weights_sha256");
  i.vocabSize = model.integer("vocab_size", 1, kMaxCount);
  i.hiddenSize = model.integer("hidden_size", 1, kMaxCount);
  i.layers = model.integer("layers", 1, 4096);
  i.loopsTrained = model.integer("loops_trained", 1, kMaxLoops);
  if (i.formatMajor > kPlainFormatMajor) {
    i.family = model.string("family");
    i.gated = model.find("gate") != nullptr;
    i.prelude = model.integer("prelude", 0, 4096);
    i.coda = model.integer("coda", 0, 4096);
    const JsonObject start = child("start_state"), step = child("step_rule");
    i.startState = start.string("kind");
    if (i.startState == "noise") {
      i.startSpread = start.number("spread", 0, 1e9);
      i.startSeed = seedIn(start, "seed");
    }
    i.lens = root.string("lens");
    i.stepRule = step.string("name");
    i.stepWeight = step.number("weight", 0, 1);
    if (root.find("interventions"))
      for (const nlohmann::json& entry : array(root, "interventions"))
        i.interventions.push_back(readIntervention(entry, root.what() + ".interventions"));
  }
  if (i.gated) i.gateName = model.string("gate");
  for (const auto& name : array(model, "other_gates")) {
    if (!name.is_string()) model.fail("other_gates", "must be a list of names");
    i.otherGates.push_back(name.get<std::string>());
  }
  i.tokenizerKind = root.string("tokenizer_kind");
  i.dtype = root.string("dtype");
  i.device = root.string("device");
  out.loops = root.integer("loops_recorded", 1, kMaxLoops);
  out.topK = root.integer("top_k", 1, kMaxCount);
  i.promptTokens = root.integer("prompt_tokens", 0, kMaxCount);
  i.chat = root.boolean("chat", false);
  const JsonObject sampling = child("sampling");
  i.sampling.temperature = sampling.number("temperature", 0, 1e9);
  i.sampling.topP = sampling.number("top_p", 0, 1);
  i.sampling.seed = seedIn(sampling, "seed");
  const JsonObject exit = child("exit");
  i.exitThreshold = exit.number("threshold", 0, 1e9);
  try {
    i.kvPolicy = kvPolicyName(kvPolicyFromName(exit.string("kv_policy")));
  } catch (const Error& error) {
    throw Error(exit.what() + ": " + error.what());
  }
  if (exit.find("rule")) {
    const JsonObject rule(exit.require("rule"), exit.what() + ".rule");
    try {
      i.criterion = exitCriterionFromName(rule.string("name"));
    } catch (const Error& error) {
      throw Error(rule.what() + ": " + error.what());
    }
    i.criterion.threshold = rule.number("threshold", -1e9, 1e9);
  }
  // From minor version 1 on; an older trace had neither.
  i.budget = exit.optionalInteger("budget", 1, kMaxLoops).value_or(0);
  if (root.find("events"))
    for (const auto& value : array(root, "events"))
      if (const auto event = readEvent(value, root.what() + ".events")) i.events.push_back(*event);
  if (root.find("speculation")) {
    const JsonObject s = child("speculation");
    const auto count = [&](const char* key) -> int { return s.integer(key, 0, kMaxCount); };
    i.speculation = {count("draft_loops"), count("draft_tokens"), count("rounds"), count("drafted"),
                     count("accepted")};
  }
  if (root.find("stagger")) {
    const JsonObject s = child("stagger");
    i.stagger = {static_cast<int>(s.integer("tokens", 0, kMaxCount)),
                 static_cast<int>(s.integer("readings", 0, kMaxCount)),
                 s.integer("rows", 0, std::int64_t{kMaxCount} * kMaxLoops),
                 s.integer("dropped", 0, std::int64_t{kMaxCount} * kMaxLoops)};
  }
  // From minor version 2 on.
  if (root.find("conversation")) i.conversation = readConversation(child("conversation"));
  i.prefixTokens = root.optionalInteger("prefix_tokens", 0, i.promptTokens).value_or(0);
  if (root.find("dropped"))
    for (const nlohmann::json& entry : array(root, "dropped")) {
      const JsonObject gap(entry, root.what() + ".dropped");
      const int token = gap.integer("token", 0, i.promptTokens);
      i.dropped.push_back({token, gap.string("text")});
    }
  if (root.find("stop_ids")) {
    i.stopIds.emplace();
    for (const auto& id : array(root, "stop_ids"))
      i.stopIds->push_back(root.integerIn(id, "stop_ids", 0, kMaxCount));
  }
  if (root.find("end")) {
    const JsonObject end = child("end");
    i.end.why = runEndFromName(end.string("why"));
    i.end.token = end.optionalInteger("token", 0, i.vocabSize - 1).value_or(-1);
    i.end.wanted = end.optionalInteger("wanted", 0, kMaxCount).value_or(0);
  }
  for (const auto& id : array(root, "tracked"))
    i.tracked.push_back(root.integerIn(id, "tracked", 0, i.vocabSize - 1));
  const JsonObject captured = child("captured");
  i.captured = {captured.boolean("hidden", false),    captured.boolean("logits", false),
                captured.boolean("layers", false),    captured.boolean("similarity", false),
                captured.boolean("attention", false), captured.boolean("layer_numbers", false),
                stateLayers(captured, i.layers)};
  if (i.captured.attention) i.heads = model.integer("heads", 1, 65536);
  if (root.find("layer_lens")) {
    const JsonObject lens = child("layer_lens");
    i.layerLensName = lens.string("file");
    i.layerLensSha256 = lens.string("sha256");
  }
  for (const auto& bytes : array(root, "token_bytes"))
    out.tokenBytes.push_back(fromLatin1(bytes, root.what() + ".token_bytes"));
  for (const auto& pair : array(root, "word_bytes")) {
    if (!pair.is_array() || pair.size() != 2)
      root.fail("word_bytes", "must be a list of [id, text] pairs");
    out.wordBytes.emplace_back(
        static_cast<std::int32_t>(root.integerIn(pair[0], "word_bytes", 0, i.vocabSize - 1)),
        fromLatin1(pair[1], root.what() + ".word_bytes"));
  }
  if (root.find("sweep"))
    i.sweep = readCausalMap(root.require("sweep"), root.what() + ".sweep",
                            {intSize(out.tokenBytes), out.loops, i.layers, i.vocabSize});
  // The run that was going on when this was written is over: to every reader it was stopped here.
  if (i.end.why == RunEnd::Why::Unfinished && !i.stop())
    i.events.push_back({intSize(out.tokenBytes), RunEvent::What::Stop, double(i.end.wanted)});
  return out;
}

}  // namespace ouroscope
