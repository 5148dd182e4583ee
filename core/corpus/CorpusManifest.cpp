// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/corpus/CorpusManifest.h"

#include <algorithm>

#include "core/corpus/CorpusSplit.h"
#include "core/corpus/ExitGrid.h"
#include "core/record/CaptureNames.h"
#include "core/record/RunSettings.h"
#include "core/run/LoadedModel.h"
#include "core/support/AtomicFile.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/StrictJson.h"
#include "core/support/Version.h"
#include "core/text/Utf8.h"

namespace ouroscope {
namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr int kVersion = 1;
constexpr const char* kFile = "manifest.json";

OrderedJson orNull(bool given, const OrderedJson& value) {
  return given ? value : OrderedJson(nullptr);
}

OrderedJson settingsJson(const CorpusSettings& s) {
  return {{"top_k", s.topK},
          {"max_tokens", orNull(s.maxTokens > 0, s.maxTokens)},
          {"skip_first", s.skipFirst},
          {"keep", s.keep == CorpusSettings::kKeepAll ? OrderedJson("all") : OrderedJson(s.keep)},
          {"select", s.select},
          {"no_bos", s.withoutPrefix},
          {"plain_specials", s.plainSpecials},
          {"seed_start", s.startSeed},
          {"exit_threshold", s.exitThreshold ? OrderedJson(*s.exitThreshold) : OrderedJson()},
          {"budget", orNull(s.budget > 0, s.budget)},
          {"gate", orNull(!s.gate.empty(), s.gate)}};
}

/// As --capture takes it: "hidden,layer-numbers".
std::string captureText(const Capture& c) {
  std::string text;
  for (const auto& [name, member] : kCaptureNames)
    if (c.*member) text += (text.empty() ? "" : ",") + std::string(name);
  return text;
}

OrderedJson answersJson(const CorpusSettings& s) {
  return {{"most_tokens", s.answerTokens},
          {"until", s.until},
          {"read_at", taskGridsName(s.answersAt)},
          {"choices", "a space before a choice; by length: per code point of the choice"},
          {"exact", "but for white space"},
          {"number", "last number, normalised"}};
}

OrderedJson modelJson(const LoadedModel& model) {
  return {{"name", utf8Lossy(model.folder.name)}, {"family", model.backend->spec().family},
          {"config_sha256", model.configSha256},  {"weights_sha256", model.weightsSha256},
          {"tokenizer", model.tokenizer->kind()}, {"arithmetic", model.backend->arithmetic()},
          {"lens", model.request.lens},           {"loop_layers", model.request.loopLayers},
          {"step", model.request.step},           {"gate", model.gateName}};
}

OrderedJson thresholdsJson() {
  OrderedJson json = OrderedJson::object();
  for (const ExitGrid& grid : exitGrids()) {
    const ExitRuleInfo& info = exitRuleInfo(grid.kind);
    json[std::string(info.id)] = {{"unit", info.unit}, {"at", grid.thresholds}};
  }
  return json;
}

/// What two parts of one corpus, or a run and its continuation, have in common.
OrderedJson comparable(OrderedJson manifest, bool withShard) {
  manifest.erase("devices");
  manifest["input"].erase("name");
  manifest["model"].erase("name");
  if (!withShard) manifest.erase("shard");
  return manifest;
}

std::string inWords(const OrderedJson& value) {
  if (value.is_null()) return "none";
  return value.is_string() ? shownText(value.get_ref<const std::string&>()) : value.dump();
}

/// "settings.max_tokens is 128 there and 64 here", of the first member that differs.
std::optional<std::string> firstDifference(const OrderedJson& a, const OrderedJson& b,
                                           const std::string& path) {
  if (a == b) return {};
  if (a.is_object() && b.is_object()) {
    for (const auto* side : {&a, &b})
      for (const auto& [key, ignored] : side->items()) {
        const auto value = [&key = key](const OrderedJson& of) {
          return of.contains(key) ? of[key] : OrderedJson();
        };
        if (auto found = firstDifference(value(a), value(b), path.empty() ? key : path + "." + key))
          return found;
      }
    return {};
  }
  return path + " is " + inWords(a) + " there and " + inWords(b) + " here";
}

}  // namespace

CorpusManifest::CorpusManifest(const LoadedModel& model, const CorpusInput& input,
                               const CorpusSettings& s, std::int64_t documents)
    : json_(
          {{"format", "ouroscope.corpus"},
           {"version", kVersion},
           {"tool", version()},
           {"input",
            {{"name", utf8Lossy(input.name())},
             {"kind", input.isFolder() ? "folder" : "jsonl"},
             {"sha256", input.sha256()},
             {"documents", input.size()}}},
           {"model", modelJson(model)},
           {"loops", s.loops > 0 ? s.loops : model.backend->spec().usualLoops()},
           {"documents", documents},
           {"settings", settingsJson(s)},
           {"split",
            {{"by", s.splitBy.empty() ? "text" : "field " + s.splitBy},
             {"selection_share", s.splitShare},
             {"rule",
              "selection where the first 53 bits of the SHA-256, as a fraction of 1, are below the "
              "share; else confirmation"}}},
           {"thresholds", thresholdsJson()},
           {"devices", {model.backend->device()}}}) {
  if (s.capture != Capture()) json_["settings"]["capture"] = captureText(s.capture);
  if (input.tasks() > 0) json_["settings"]["answers"] = answersJson(s);
  if (s.shards > 1) json_["shard"] = {{"number", s.shard}, {"of", s.shards}};
  readSizes("The manifest");
}

CorpusManifest::CorpusManifest(OrderedJson json, const std::string& what) : json_(std::move(json)) {
  readSizes(what);
}

void CorpusManifest::readSizes(const std::string& what) {
  const nlohmann::json plain(json_);
  const JsonObject object(plain, what);
  if (object.string("format") != "ouroscope.corpus")
    object.fail("format", "is not that of a corpus");
  constexpr std::int64_t kMany = std::int64_t{1} << 53;
  const std::int64_t found = object.integer("version", 1, kMany);
  if (found > kVersion)
    throw Error(what + " has version " + std::to_string(found) + " and this program reads up to " +
                std::to_string(kVersion) + ": use a newer one.");
  loops_ = static_cast<int>(object.integer("loops", 1, kMaxLoops));
  documents_ = object.integer("documents", 0, kMany);
  for (const char* key : {"settings", "split", "thresholds"})
    (void)JsonObject(object.require(key), what + ", " + key);
  // What titles, captions and the search for the input take from it.
  const JsonObject input(object.require("input"), what + ", input"),
      model(object.require("model"), what + ", model");
  (void)input.string("name");
  (void)input.string("sha256");
  if (const std::string kind = input.string("kind"); kind != "folder" && kind != "jsonl")
    input.fail("kind", "must be folder or jsonl");
  (void)model.string("name");
  if (!object.require("devices").is_array()) object.fail("devices", "must be a list");
  if (const nlohmann::json* part = object.find("shard")) {
    const JsonObject shard(*part, what + ", shard");
    shards_ = static_cast<int>(shard.integer("of", 2, 1 << 30));
    shard_ = static_cast<int>(shard.integer("number", 1, shards_));
  }
}

bool CorpusManifest::isIn(const std::filesystem::path& folder) {
  // A folder that cannot be looked into holds none.
  std::error_code closed;
  return std::filesystem::exists(folder / kFile, closed);
}

CorpusManifest CorpusManifest::read(const std::filesystem::path& folder) {
  if (!isIn(folder))
    throw Error(shownPath(folder) +
                " holds no corpus (it has no manifest.json): give the folder that corpus run or "
                "merge wrote.");
  const std::filesystem::path file = folder / kFile;
  const std::string what = shownPath(file);
  const std::string text = readWholeFile(file, std::size_t{1} << 24);
  (void)parseStrictJson(text, what);
  return CorpusManifest(OrderedJson::parse(text), what);
}

void CorpusManifest::write(const std::filesystem::path& folder) const {
  AtomicFile file(folder / kFile);
  file.write(json_.dump(1) + "\n");
  file.commit();
}

std::int64_t CorpusManifest::documentsHere() const {
  return shardSize(documents_, shard_, shards_);
}

std::optional<std::string> CorpusManifest::difference(const CorpusManifest& other,
                                                      bool withShard) const {
  return firstDifference(comparable(json_, withShard), comparable(other.json_, withShard), "");
}

bool CorpusManifest::addDevices(const CorpusManifest& other) {
  OrderedJson& devices = json_["devices"];
  const std::size_t before = devices.size();
  for (const auto& device : other.json_["devices"])
    if (std::find(devices.begin(), devices.end(), device) == devices.end())
      devices.push_back(device);
  std::sort(devices.begin(), devices.end());
  return devices.size() > before;
}

CorpusManifest CorpusManifest::whole() const {
  CorpusManifest all = *this;
  all.json_.erase("shard");
  all.shard_ = all.shards_ = 1;
  return all;
}

}  // namespace ouroscope
