// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/corpus/CorpusInput.h"
#include "core/corpus/TaskReadings.h"

namespace ouroscope {

struct LoadedModel;

/// How a corpus is run. All of it is in the manifest.
struct CorpusSettings {
  int loops = 0;          ///< R; 0: the trained number
  int topK = 10;          ///< candidates kept for each token and loop
  int maxTokens = 0;      ///< of a document, from its beginning; 0: all
  int skipFirst = 0;      ///< tokens at the beginning of a document that are run, but not counted
  std::int64_t keep = 0;  ///< traces of the first documents that are kept; kKeepAll: of all
  std::string select = "all";  ///< or "selection", "confirmation": documents that are run
  double splitShare = 0.5;     ///< of the selection part
  std::string splitBy;         ///< field whose value decides the part; empty: the document's text
  int shard = 1, shards = 1;
  bool withoutPrefix = false, plainSpecials = false;  ///< as in RunOrder
  std::uint64_t startSeed = 0;                        ///< as in RunOrder
  Capture capture;  ///< kept beside the usual columns, in traces and for the sums over them
  /// How the exit loop is read; nothing: as the model has it.
  std::optional<double> exitThreshold;
  int budget = 0;
  std::string gate;
  // Of answers that are generated:
  int answerTokens = 64;                  ///< most tokens of one
  std::vector<std::string> until{"\n"};   ///< texts at which an answer ends
  TaskGrids answersAt = TaskGrids::Gate;  ///< at what they are read

  static constexpr std::int64_t kKeepAll = -1;
};

/// What a corpus folder says of itself: manifest.json.
class CorpusManifest {
 public:
  /// @param documents that are run, in all shards together
  CorpusManifest(const LoadedModel& model, const CorpusInput& input, const CorpusSettings& settings,
                 std::int64_t documents);
  /// @throws Error where the folder has none, or one of a newer version
  static CorpusManifest read(const std::filesystem::path& folder);
  static bool isIn(const std::filesystem::path& folder);
  void write(const std::filesystem::path& folder) const;

  const nlohmann::ordered_json& json() const { return json_; }
  int loops() const { return loops_; }
  std::int64_t documents() const { return documents_; }  ///< of all shards together
  int shard() const { return shard_; }
  int shards() const { return shards_; }  ///< 1: this is the whole
  std::int64_t documentsHere() const;     ///< of this shard

  /// The first setting, hash or size in which the two differ, in words; nothing where they agree.
  /// Names of files and devices may differ.
  /// @param withShard also the shard
  std::optional<std::string> difference(const CorpusManifest& other, bool withShard) const;
  /// Adds the devices of another part of the same corpus. @return whether one was new
  bool addDevices(const CorpusManifest& other);
  /// The manifest of all shards together.
  CorpusManifest whole() const;

 private:
  CorpusManifest(nlohmann::ordered_json json, const std::string& what);
  void readSizes(const std::string& what);

  nlohmann::ordered_json json_;
  int loops_ = 0, shard_ = 1, shards_ = 1;
  std::int64_t documents_ = 0;
};

}  // namespace ouroscope
