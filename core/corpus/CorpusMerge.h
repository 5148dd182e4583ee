// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <span>

namespace ouroscope {

/// Puts the shards of one corpus together, as if they had been one run: manifest and log are the
/// same bytes. Kept traces are linked, or copied where the file system has no links.
/// @return documents of the whole
/// @throws Error where a shard is missing, twice, unfinished or of another corpus, or `out` is not
/// empty
std::int64_t mergeCorpora(std::span<const std::filesystem::path> shards,
                          const std::filesystem::path& out);

}  // namespace ouroscope
