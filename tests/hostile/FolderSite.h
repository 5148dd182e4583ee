// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>

#include "tests/hostile/HostileCase.h"
#include "tests/model/ModelFixtures.h"

/// Malformed model folders: indexes, shards, links and special files. Each case gets a good
/// two-shard folder (and an empty folder beside it, which is "outside") and spoils it.
namespace folder_cases {

namespace fs = std::filesystem;
using fixture::ModelBytes;
using fixture::writeFile;
using Map = std::vector<std::pair<std::string, std::string>>;

inline const char* const kA = "model-00001-of-00002.safetensors";
inline const char* const kB = "model-00002-of-00002.safetensors";

inline bool inFirst(const std::string& tensor) {
  return tensor.find("layers.1.") == std::string::npos && tensor != "lm_head.weight";
}

/// What a case works on.
struct Site {
  fs::path model, outside;
  ModelBytes& bytes;
  Map map;  ///< tensor -> shard, as the good index has it

  void writeIndex(const std::string& extra = {}) const {
    std::string text = "{" + extra + "\"weight_map\":{";
    for (std::size_t i = 0; i < map.size(); ++i)
      text.append(i ? "," : "").append("\"" + map[i].first + "\":\"" + map[i].second + "\"");
    writeFile(model / "model.safetensors.index.json", text + "}}");
  }
  void writeShards() const {
    bytes.write(model / kA, inFirst);
    bytes.write(model / kB, [](const std::string& t) { return !inFirst(t); });
  }
  /// Moves the second shard to `to` and puts a symbolic link in its place.
  void linkSecond(const fs::path& to, const fs::path& link) const {
    fs::create_directories(to.parent_path());
    fs::rename(model / kB, to);
    fs::create_symlink(link, model / kB);
  }
  /// The same index with every name of the second shard replaced (raw JSON text).
  void renameSecond(const std::string& raw) {
    for (auto& [tensor, shard] : map)
      if (shard == kB) shard = raw;
    writeIndex();
  }
};

struct FolderCase {
  std::string name;
  std::function<void(Site&)> spoil;
  std::string phrase;  ///< empty: must be accepted
};
using FolderCases = std::vector<FolderCase>;

}  // namespace folder_cases
