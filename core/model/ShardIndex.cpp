// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/ShardIndex.h"

#include <sys/stat.h>
#include <nlohmann/json.hpp>

#include <set>

#include "core/model/FolderFaults.h"
#include "core/model/TensorNames.h"
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
  for (const TensorInfo& t : shards.files[0].tensors())
    shards.place.emplace(t.name, TensorPlace{0, t.name});
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

/// What to do about files that are missing.
std::string downloadAgain(const ContainedFolder& folder) {
  const std::string broken = brokenDownload(folder);
  return broken.empty() ? "download the model again" : broken;
}

/// Opens shards by their names; every tensor that they hold gets its place.
/// @param what names the folder or its index, in sentences
Shards openAll(const ContainedFolder& folder, const std::vector<std::string>& names,
               const std::string& what) {
  Shards shards;
  std::map<std::pair<dev_t, ino_t>, std::string> seen;
  for (const std::string& name : names) {
    FileHandle file = folder.open(name);
    requireDistinct(file, name, seen, what);
    shards.names.push_back(name);
    shards.files.push_back(SafetensorsFile::fromDescriptor(file.release(), folder.path() / name));
  }
  // In two files, even where an index names one of them: which counts is anybody's guess.
  for (std::size_t i = 0; i < shards.files.size(); ++i)
    for (const TensorInfo& t : shards.files[i].tensors()) {
      const auto [at, fresh] = shards.place.emplace(t.name, TensorPlace{i, t.name});
      if (!fresh)
        throw Error(what + ": tensor " + shownText(t.name) + " is in two shards, " +
                    shownText(names[at->second.file]) + " and " + shownText(names[i]) + ".");
    }
  return shards;
}

Shards openIndexed(const ContainedFolder& folder) {
  const std::string what = shownPath(folder.path() / kIndex);
  const auto map = parseShardIndex(folder.read(kIndex, kMaxIndexBytes), what);
  std::set<std::string> all;
  for (const auto& [tensor, shard] : map) all.insert(shard);
  const std::vector<std::string> names(all.begin(), all.end());
  std::vector<std::string> missing;
  for (const std::string& name : names)
    if (!folder.contains(name)) missing.push_back(name);
  if (!missing.empty())
    throw Error(what + ": the shard " + shownText(missing[0]) +
                (missing.size() == 1 ? ""
                                     : ", like " + std::to_string(missing.size() - 1) +
                                           " more of " + std::to_string(names.size()) + ",") +
                " is missing from the folder; " + downloadAgain(folder) + ".");

  Shards shards = openAll(folder, names, what);
  // What the index does not name does not count.
  decltype(shards.place) named;
  for (const auto& [tensor, shard] : map) {
    const auto at = shards.place.find(tensor);
    if (at == shards.place.end() || names[at->second.file] != shard)
      throw Error(what + ": tensor " + shownText(tensor) + " is not in the shard " +
                  shownText(shard) + " that the index names; download the model again.");
    named.insert(*at);
  }
  shards.place = std::move(named);
  return shards;
}

/// Numbered shards say by their names whether all of them are there, and by their headers what they
/// hold.
Shards openNumbered(const ContainedFolder& folder, const NumberedShards& numbered) {
  const std::string where = shownPath(folder.path());
  if (!numbered.complete()) {
    const std::string broken = brokenDownload(folder);
    throw Error(where + " has " + std::to_string(numbered.names.size()) +
                (numbered.parts > 0 ? " of the " + std::to_string(numbered.parts) : "") +
                " shards of its weights (" + shownText(numbered.names[0]) +
                ") and not the index that names them, model.safetensors.index.json; " +
                (broken.empty() ? "download the rest" : broken) + ".");
  }
  Shards shards = openAll(folder, numbered.names, where);
  shards.notes.push_back({NoteKind::NoShardIndex});
  return shards;
}

Shards openFiles(const ContainedFolder& folder) {
  if (folder.contains(kSingle)) return openSingle(folder);
  if (folder.contains(kIndex)) return openIndexed(folder);
  if (const NumberedShards numbered = numberedShards(folder); !numbered.names.empty())
    return openNumbered(folder, numbered);
  const std::string where = shownPath(folder.path());
  for (const char* pickle :
       {"pytorch_model.bin", "pytorch_model.bin.index.json", "model.pt", "model.pth"})
    if (folder.contains(pickle))
      throw Error(where + " has no model.safetensors, only " + pickle +
                  ": pickle weights are not read, because opening them can run code; convert them "
                  "to safetensors.");
  if (const std::string adapter = adapterSentence(folder); !adapter.empty()) throw Error(adapter);
  const std::string broken = brokenDownload(folder);
  throw Error(where +
              " has no weights: model.safetensors or model.safetensors.index.json is missing" +
              (broken.empty() ? "" : ", and " + broken) + ".");
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
  Shards shards = openFiles(folder);
  settleTensorNames(shards, shownPath(folder.path()));
  return shards;
}

}  // namespace ouroscope
