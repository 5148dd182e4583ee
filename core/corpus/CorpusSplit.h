// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace ouroscope {

/// Which half of a corpus a document is in. What is chosen while looking (a threshold, a loop) is
/// chosen on the selection half and reported on the confirmation half.
enum class CorpusPart { Selection, Confirmation };
std::string_view partName(CorpusPart part);  ///< "selection", "confirmation"

/// The part by a hash alone: the same text is in the same part in every corpus, and all documents
/// with one hash are in one part.
/// @param sha256 64 hex digits; the first 16 are read as a fraction of 2^64
/// @param share of the selection part: documents below it belong there
CorpusPart partOf(const std::string& sha256, double share);

/// The hash that decides for documents that share a value of a field, so that they stay together.
/// @param value a text, number, true or false
std::string fieldHash(const nlohmann::ordered_json& value);

/// Every `shards`-th place of a list, from `shard` (1 to `shards`) on.
inline bool inShard(std::int64_t place, int shard, int shards) {
  return place % shards == shard - 1;
}
/// How many of `count` places that is.
inline std::int64_t shardSize(std::int64_t count, int shard, int shards) {
  return (count + shards - shard) / shards;
}

}  // namespace ouroscope
