// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/ShardIndex.h"

#include <sys/stat.h>
#include <nlohmann/json.hpp>

#include <set>

#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/StrictJson.h"

namespace ouroscope {
namespace {

constexpr const char* kSingle = "model.safetensors";
constexpr const char* kIndex = "model.safetensors.index.json";
constexpr std::size_t kMaxIndexBytes = std::size_t{32} << 20;
constexpr std::size_t kMaxShards = 1000;

Shards openSingle(const ContainedFolder& folder) {
  Shards shards;
  shards.names = {kSingle};
  shards.files.push_back(
      SafetensorsFile::fromDescriptor(folder.open(kSingle).release(), folder.path() / kSingle));
  for (const TensorInfo& t : shards.files[0].tensors()) shards.place.emplace(t.name, 0);
  return shards;
}

/// The same file under two names would make two shards agree by accident.
void requireDistinct(const FileHandle& file, const std::string& name,
                     std::map<std::pair<dev_t, ino_t>, std::string>& seen,
                     const std::string& what) {
  struct stat info {};
  if (::fstat(file.get(), &info) != 0) return;  // opening it as safetensors reports the reason
  const auto [at, fresh] = seen.emplace(std::pair(info.st_dev, info.st_ino), name);
  if (!fresh)
    throw Error(what + ": the shards " + shownText(at->second) + " and " + shownText(name) +
                " are the same file.");
}

Shards openIndexed(const ContainedFolder& folder) {
  const std::string what = shownText((folder.path() / kIndex).native(), 300);
  const auto map = parseShardIndex(folder.read(kIndex, kMaxIndexBytes), what);
  std::set<std::string> names;
  for (const auto& [tensor, shard] : map) names.insert(shard);

  Shards shards;
  std::map<std::pair<dev_t, ino_t>, std::string> seen;
  std::map<std::string, std::size_t> indexOf;
  for (const std::string& name : names) {
    if (!folder.contains(name))
      throw Error(what + ": the shard " + shownText(name) +
                  " is missing from the folder; download the model again.");
    FileHandle file = folder.open(name);
    requireDistinct(file, name, seen, what);
    indexOf[name] = shards.files.size();
    shards.names.push_back(name);
    shards.files.push_back(SafetensorsFile::fromDescriptor(file.release(), folder.path() / name));
  }
  // In two files, even where the index names one of them: which counts is anybody's guess.
  std::map<std::string_view, std::size_t> holder;
  for (std::size_t i = 0; i < shards.files.size(); ++i)
    for (const TensorInfo& t : shards.files[i].tensors()) {
      const auto [at, fresh] = holder.emplace(t.name, i);
      if (!fresh)
        throw Error(what + ": tensor " + shownText(t.name) + " is in two shards, " +
                    shownText(shards.names[at->second]) + " and " + shownText(shards.names[i]) +
                    ".");
    }
  for (const auto& [tensor, shard] : map) {
    const std::size_t index = indexOf[shard];
    if (!shards.files[index].find(tensor))
      throw Error(what + ": tensor " + shownText(tensor) + " is not in the shard " +
                  shownText(shard) + " that the index names; download the model again.");
    shards.place.emplace(tensor, index);
  }
  return shards;
}

/// What a download that was broken off has left, to end the sentence that the weights are missing.
std::string whatThereIs(const std::filesystem::path& folder) {
  const auto any = [](const std::filesystem::path& in, const auto& wanted) {
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(in, ignored))
      if (wanted(entry.path().filename().native())) return true;
    return false;
  };
  if (any(folder / ".cache/huggingface/download",
          [](const std::string& name) { return name.ends_with(".incomplete"); }))
    return ", and a download into the folder was not finished: run it again";
  if (any(folder, [](const std::string& name) {
        return name.starts_with("model-") && name.ends_with(".safetensors");
      }))
    return ", although parts of them are there: download the index too";
  return {};
}

}  // namespace

std::map<std::string, std::string> parseShardIndex(std::string_view text, const std::string& what) {
  nlohmann::json document = parseStrictJson(text, what);
  const JsonEmptier emptier(document);
  const JsonObject index(document, what);
  const nlohmann::json& map = index.require("weight_map");
  if (!map.is_object() || map.empty())
    index.fail("weight_map", "must be an object that names a file for each tensor, found " +
                                 (map.is_object() ? std::string("an empty one") : shownValue(map)));
  std::map<std::string, std::string> result;
  std::set<std::string_view> files;
  for (const auto& [tensor, file] : map.get_ref<const nlohmann::json::object_t&>()) {
    if (!file.is_string())
      index.fail("weight_map", "must name a file for tensor " + shownText(tensor) + ", found " +
                                   shownValue(file));
    const auto& name = file.get_ref<const std::string&>();
    if (const auto defect = shardNameDefect(name))
      throw Error(what + ": the shard name " + shownText(name) + " " + *defect +
                  "; shards must stand in the model folder itself.");
    files.insert(name);
    if (files.size() > kMaxShards)
      index.fail("weight_map",
                 "names more than the " + std::to_string(kMaxShards) + " shards allowed");
    result.emplace(tensor, name);
  }
  return result;
}

Shards Shards::open(const ContainedFolder& folder) {
  if (folder.contains(kSingle)) return openSingle(folder);
  if (folder.contains(kIndex)) return openIndexed(folder);
  const std::string where = shownText(folder.path().native(), 300);
  for (const char* pickle :
       {"pytorch_model.bin", "pytorch_model.bin.index.json", "model.pt", "model.pth"})
    if (folder.contains(pickle))
      throw Error(where + " has no model.safetensors, only " + pickle +
                  ": pickle weights are not read, because opening them can run code; convert them "
                  "to safetensors.");
  throw Error(where +
              " has no weights: model.safetensors or model.safetensors.index.json is missing" +
              whatThereIs(folder.path()) + ".");
}

}  // namespace ouroscope
