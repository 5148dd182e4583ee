// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ServedCompletions.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>

#include "app/cli/Numbers.h"
#include "core/analysis/ExitAnalysis.h"
#include "core/corpus/DocumentWork.h"
#include "core/run/RunTogether.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/StrictJson.h"
#include "core/text/StopTokens.h"
#include "core/text/TokenText.h"
#include "core/text/Utf8.h"

namespace ouroscope::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kMostPrompts = 4096, kMostTokens = 1'000'000, kMostLogprobs = 1000, kMostStops = 16;

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Fields that change what is drawn, and that a record cannot follow: only their empty value is
/// taken.
void refuseUnknown(const nlohmann::json& body, const JsonObject& object) {
  static const char* const kKnown[] = {"model", "prompt", "max_tokens",     "temperature",
                                       "top_p", "seed",   "echo",           "logprobs",
                                       "stop",  "loops",  "exit_threshold", "add_special_tokens",
                                       "user"};
  for (const auto& [key, value] : body.items()) {
    if (std::find_if(std::begin(kKnown), std::end(kKnown),
                     [&key = key](const char* known) { return key == known; }) != std::end(kKnown))
      continue;
    const bool one = key == "n" || key == "best_of";
    const bool none = key == "stream" || key == "suffix" || key == "presence_penalty" ||
                      key == "frequency_penalty" || key == "logit_bias";
    if (!one && !none) object.fail(key, "is not known to this server");
    const bool plain = value.is_null() || (one && value == 1) ||
                       (none && (value == false || value == 0 || value == "" || value.empty()));
    if (!plain) object.fail(key, "is not supported: leave it out");
  }
}

std::vector<std::int32_t> idsOf(const nlohmann::json& list, const JsonObject& object, int words) {
  std::vector<std::int32_t> ids;
  for (const auto& id : list)
    ids.push_back(static_cast<std::int32_t>(object.integerIn(id, "prompt", 0, words - 1)));
  return ids;
}

/// A text, texts, token ids, or lists of them.
std::vector<RunPrompt> promptsOf(const JsonObject& object, int words) {
  const nlohmann::json& prompt = object.require("prompt");
  if (prompt.is_string()) return {prompt.get<std::string>()};
  if (!prompt.is_array() || prompt.empty())
    object.fail("prompt", "must be a text, a list of texts, token ids, or a list of lists of them");
  if (prompt.front().is_number()) return {idsOf(prompt, object, words)};
  if (prompt.size() > kMostPrompts)
    object.fail("prompt", "has more than " + std::to_string(kMostPrompts) + " entries");
  std::vector<RunPrompt> prompts;
  for (const auto& one : prompt) {
    if (one.is_string())
      prompts.emplace_back(one.get<std::string>());
    else if (one.is_array() && !one.empty())
      prompts.emplace_back(idsOf(one, object, words));
    else
      object.fail("prompt", "has an entry that is neither a text nor token ids");
  }
  return prompts;
}

std::vector<std::string> stopsOf(const JsonObject& object) {
  const nlohmann::json* stop = object.find("stop");
  if (!stop) return {};
  std::vector<std::string> stops;
  const auto take = [&](const nlohmann::json& text) {
    if (!text.is_string()) object.fail("stop", "must be a text or a list of texts");
    if (!text.get_ref<const std::string&>().empty()) stops.push_back(text.get<std::string>());
  };
  if (stop->is_array())
    for (const auto& text : *stop) take(text);
  else
    take(*stop);
  if (stops.size() > kMostStops)
    object.fail("stop", "has more than " + std::to_string(kMostStops) + " texts");
  return stops;
}

Json numberOrNull(float value) {
  return std::isfinite(value) ? Json(static_cast<double>(value)) : Json();
}

}  // namespace

/// A request that was read.
struct ServedCompletions::Wanted {
  std::vector<RunPrompt> prompts;
  int maxTokens = 16;
  SamplingOptions sampling;
  bool echo = false;
  std::optional<int> logprobs;
  std::vector<std::string> stops;
  int loops = 0;
  std::optional<double> exitThreshold;
  bool prefix = true;
};

std::string errorJson(const CompletionError& error) {
  return dumped({{"error",
                  {{"message", error.sentence},
                   {"type", error.status < 500 ? "invalid_request_error" : "server_error"},
                   {"code", error.status}}}});
}

ServedCompletions::ServedCompletions(ModelPtr model, Options options, std::stop_token stop)
    : model_(std::move(model)), options_(std::move(options)), stop_(std::move(stop)) {
  if (options_.record.empty()) return;
  std::error_code code;
  std::filesystem::create_directories(options_.record, code);
  if (code || !std::filesystem::is_directory(options_.record))
    throw Error(shownPath(options_.record) + " cannot be made: choose another --record folder.");
  // The next free number: runs of an earlier server stay.
  for (const auto& entry : std::filesystem::directory_iterator(options_.record)) {
    long long number = 0;
    if (std::sscanf(entry.path().filename().c_str(), "run-%lld.trace.safetensors", &number) == 1)
      kept_ = std::max<std::int64_t>(kept_, number);
  }
}

std::string ServedCompletions::name() const {
  return utf8Lossy(model_->folder.name);
}

ServedCompletions::Wanted ServedCompletions::wantedFrom(std::string_view body) const {
  const nlohmann::json json = parseStrictJson(body, "The request");
  const JsonObject object(json, "The request");
  refuseUnknown(json, object);
  if (const auto model = object.optionalString("model"); model && *model != name())
    throw CompletionError{
        404, "This server has the model " + shownText(name()) + ", not " + shownText(*model) + "."};
  Wanted wanted;
  wanted.prompts = promptsOf(object, model_->backend->spec().vocabSize);
  wanted.maxTokens = static_cast<int>(
      object.optionalInteger("max_tokens", 0, kMostTokens).value_or(wanted.maxTokens));
  wanted.sampling.temperature = object.optionalNumber("temperature", 0, 100).value_or(1);
  wanted.sampling.topP = object.optionalNumber("top_p", 1e-6, 1).value_or(1);
  wanted.sampling.seed = static_cast<std::uint64_t>(
      object.optionalInteger("seed", 0, std::numeric_limits<std::int64_t>::max()).value_or(0));
  wanted.echo = object.boolean("echo", false);
  if (const auto n = object.optionalInteger("logprobs", 0, kMostLogprobs))
    wanted.logprobs = static_cast<int>(*n);
  wanted.stops = stopsOf(object);
  wanted.loops = static_cast<int>(object.optionalInteger("loops", 1, kMaxLoops).value_or(0));
  wanted.exitThreshold = object.optionalNumber("exit_threshold", 0, 1);
  wanted.prefix = object.boolean("add_special_tokens", true);
  return wanted;
}

Json ServedCompletions::choice(const Wanted& wanted, std::size_t index, const Trace& trace) const {
  const TraceColumns& c = trace.columns();
  const int prompt = trace.info().promptTokens, tokens = trace.tokens();
  const TokenText said = tokenText(*model_->tokenizer, c.tokenId);
  const std::size_t drawnAt = said.beginOf(std::size_t(prompt)),
                    begin = wanted.echo ? 0 : drawnAt;  // bytes of said.all
  const std::string drawn = said.behind(std::size_t(prompt));
  const bool ended = endsIn(drawn, wanted.stops);
  const std::size_t end =
      drawnAt + (wanted.stops.empty() ? drawn : answerIn(drawn, wanted.stops)).size();
  const bool stopped = ended || trace.info().end.why == RunEnd::Why::StopToken;
  const std::string text = said.all.substr(begin, end - begin);
  const Readout read = readout(trace, ruleOfRun(trace));
  Json json{{"index", index},
            {"text", text},
            {"finish_reason", stopped ? "stop" : "length"},
            {"loops", trace.loops()},
            {"mean_loops", read.meanLoops},
            {"logprobs", nullptr}};
  if (!wanted.logprobs) return json;
  Json words = Json::array(), logprobs = Json::array(), best = Json::array(),
       offsets = Json::array();
  std::size_t at = begin, characters = 0;
  for (int t = wanted.echo ? 0 : prompt; t < tokens; ++t) {
    const std::size_t from = std::max(begin, said.beginOf(std::size_t(t)));
    // A token behind the place where the text was cut is not part of the answer.
    if (end < said.all.size() && t >= prompt && from >= end) break;
    words.push_back(utf8Lossy(c.tokenBytes[std::size_t(t)]));
    characters += std::size_t(charactersOf(std::string_view(said.all).substr(at, from - at)));
    at = from;
    offsets.push_back(characters);
    if (t == 0) {
      logprobs.push_back(nullptr);
      best.push_back(nullptr);
      continue;
    }
    // What the token before said at the loop that it is read at.
    const std::size_t cell = trace.at(t - 1, read.loop[std::size_t(t - 1)]);
    logprobs.push_back(numberOrNull(c.logprob[cell]));
    Json top = Json::object();
    const int candidates = std::min(*wanted.logprobs, trace.topK());
    for (int k = 0; k < candidates; ++k) {
      const std::size_t place = cell * std::size_t(trace.topK()) + std::size_t(k);
      if (c.topkId[place] < 0) break;
      const std::string word = utf8Lossy(trace.word(c.topkId[place]));
      if (!top.contains(word))  // two tokens may have one text: the likelier is first
        top[word] = numberOrNull(c.topkLogprob[place]);
    }
    if (const std::string word = utf8Lossy(c.tokenBytes[std::size_t(t)]); !top.contains(word))
      top[word] = numberOrNull(c.logprob[cell]);
    best.push_back(std::move(top));
  }
  json["logprobs"] = {{"tokens", words},
                      {"token_logprobs", logprobs},
                      {"top_logprobs", best},
                      {"text_offset", offsets}};
  return json;
}

std::string ServedCompletions::keep(const Trace& trace) {
  char file[48];
  std::snprintf(file, sizeof file, "run-%06lld.trace.safetensors", static_cast<long long>(++kept_));
  try {
    writeTrace(trace, options_.record / file);
  } catch (const Error& error) {
    // The request was good; what the machine lacks is the server's affair.
    throw CompletionError{500, error.what()};
  }
  return file;
}

std::string ServedCompletions::complete(std::string_view body) {
  try {
    const Wanted wanted = wantedFrom(body);
    std::vector<RunOrder> orders;
    std::vector<std::int32_t> stopIds;
    if (!wanted.stops.empty() && wanted.maxTokens > 0)
      stopIds = tokensThatEnd(*model_, wanted.stops);
    for (const RunPrompt& prompt : wanted.prompts) {
      RunOrder order;
      order.prompt = prompt;
      order.loops = wanted.loops;
      order.generate = wanted.maxTokens;
      order.exitThreshold = wanted.exitThreshold;
      order.sampling = wanted.sampling;
      order.topK = std::max(1, wanted.logprobs.value_or(1));
      order.stop.ids = stopIds;
      order.withoutPrefix = !wanted.prefix;
      orders.push_back(std::move(order));
    }
    const std::lock_guard lock(running_);
    if (stop_.stop_requested()) throw Cancelled();
    const int most = options_.together > 0 ? options_.together : usualTogether(*model_->backend);
    const std::vector<TracePtr> traces = recordTogether(model_, orders, most, stop_);
    Json choices = Json::array();
    std::int64_t prompts = 0, all = 0;
    for (std::size_t i = 0; i < traces.size(); ++i) {
      if (traces[i]->info().stop()) throw Cancelled();
      Json one = choice(wanted, i, *traces[i]);
      if (!options_.record.empty()) one["trace"] = keep(*traces[i]);
      choices.push_back(std::move(one));
      prompts += traces[i]->info().promptTokens;
      all += traces[i]->tokens();
    }
    const auto now = std::chrono::duration_cast<std::chrono::seconds>(
                         std::chrono::system_clock::now().time_since_epoch())
                         .count();
    return dumped({{"id", "cmpl-" + std::to_string(++answered_)},
                   {"object", "text_completion"},
                   {"created", now},
                   {"model", name()},
                   {"choices", std::move(choices)},
                   {"usage",
                    {{"prompt_tokens", prompts},
                     {"completion_tokens", all - prompts},
                     {"total_tokens", all}}}});
  } catch (const Cancelled&) {
    throw CompletionError{503, "The server is stopping."};
  } catch (const Error& error) {
    throw CompletionError{400, error.what()};
  }
}

std::string ServedCompletions::models() const {
  return dumped({{"object", "list"},
                 {"data",
                  {{{"id", name()},
                    {"object", "model"},
                    {"owned_by", "local"},
                    {"loops", model_->backend->spec().usualLoops()},
                    {"max_model_len", model_->folder.config.maxPositions}}}}});
}

std::string ServedCompletions::tokenize(std::string_view body) const {
  try {
    const nlohmann::json json = parseStrictJson(body, "The request");
    const JsonObject object(json, "The request");
    RunOrder order;
    order.prompt = object.string("prompt");
    order.withoutPrefix = !object.boolean("add_special_tokens", true);
    const auto ids = prepareRun(*model_, order).request.prompt;
    return dumped({{"count", ids.size()}, {"tokens", ids}});
  } catch (const Error& error) {
    throw CompletionError{400, error.what()};
  }
}

std::string ServedCompletions::detokenize(std::string_view body) const {
  try {
    const nlohmann::json json = parseStrictJson(body, "The request");
    const JsonObject object(json, "The request");
    const nlohmann::json& tokens = object.require("tokens");
    if (!tokens.is_array()) object.fail("tokens", "must be a list of token ids");
    std::vector<std::int32_t> ids;
    for (const auto& id : tokens)
      ids.push_back(static_cast<std::int32_t>(
          object.integerIn(id, "tokens", 0, model_->backend->spec().vocabSize - 1)));
    return dumped({{"prompt", model_->tokenizer->decode(ids)}});
  } catch (const Error& error) {
    throw CompletionError{400, error.what()};
  }
}

std::string ServedCompletions::tokenizerInfo() const {
  const auto orNull = [](const std::string& text) { return text.empty() ? Json() : Json(text); };
  const auto stops =
      stopTokens(*model_->tokenizer, model_->text, model_->folder.config.eosIds, nullptr).ids;
  std::string eos = model_->text.eosToken, bos = model_->text.bosToken;
  if (!stops.empty()) eos = model_->tokenizer->bytes(stops.front());
  if (const auto& id = model_->folder.config.bosId; bos.empty() && id)
    bos = model_->tokenizer->bytes(*id);
  return dumped({{"tokenizer_class", model_->tokenizer->kind()},
                 {"eos_token", orNull(eos)},
                 {"bos_token", orNull(bos)},
                 {"pad_token", nullptr}});
}

}  // namespace ouroscope::cli
