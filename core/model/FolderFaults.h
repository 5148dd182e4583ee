// SPDX-License-Identifier: GPL-3.0-or-later
// Folders that are not what a person takes them for: what they are instead, in sentences.
#pragma once
#include <string>
#include <vector>

#include "core/support/ContainedFolder.h"

namespace ouroscope {

/// A sentence for a folder that holds an adapter and no model; empty for any other.
std::string adapterSentence(const ContainedFolder& folder);

/// "a download into the folder was not finished: run it again", where files of a broken download
/// lie there or among the blobs of its repository; else empty.
std::string brokenDownload(const ContainedFolder& folder);

/// Shards as they are called without an index: "model-00002-of-00005.safetensors".
struct NumberedShards {
  std::vector<std::string> names;  ///< those that are there, sorted
  int parts = 0;                   ///< as their names say it; 0 where they contradict each other
  bool complete() const { return parts > 0 && std::ssize(names) == parts; }
};
NumberedShards numberedShards(const ContainedFolder& folder);

}  // namespace ouroscope
