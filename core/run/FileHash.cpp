// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/FileHash.h"

#include <algorithm>
#include <vector>

#include "core/support/Sha256.h"

namespace ouroscope {

std::string fileSha256(const SafetensorsFile& file) {
  Sha256 hash;
  std::vector<std::byte> piece(std::size_t{1} << 20);
  for (std::uint64_t at = 0; at < file.fileBytes();) {
    const std::uint64_t count = std::min<std::uint64_t>(piece.size(), file.fileBytes() - at);
    file.readFile(at, std::span(piece).first(count));
    hash.update(std::span<const std::byte>(piece).first(count));
    at += count;
  }
  return hash.finishHex();
}

}  // namespace ouroscope
