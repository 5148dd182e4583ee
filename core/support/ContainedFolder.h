// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/support/FileHandle.h"

namespace ouroscope {

/// A model folder whose files may have been put there by a stranger: nothing outside it is ever
/// opened. Names are plain file names; a symbolic link counts only where it ends inside the folder,
/// or where the folder is a snapshot of the Hugging Face Hub cache and the link ends among that
/// repository's own blobs. Only regular files are opened, and never for writing.
class ContainedFolder {
 public:
  /// @throws Error where `path` is not a folder
  explicit ContainedFolder(const std::filesystem::path& path);

  const std::filesystem::path& path() const { return path_; }

  /// Something of that name is in the folder (a link that leads nowhere counts).
  bool contains(std::string_view name) const;
  /// @throws Error naming the file and, for a link, both ends
  FileHandle open(std::string_view name) const;
  /// The whole file. @throws Error, also where it is larger than `maxBytes`
  std::string read(std::string_view name, std::size_t maxBytes) const;

 private:
  FileHandle openLink(const std::string& name) const;

  std::filesystem::path path_;
  std::filesystem::path real_;  ///< without links
  FileHandle folder_;
};

/// Why a shard name from an index is refused; nothing where it is a plain file name that ends in
/// ".safetensors".
std::optional<std::string> shardNameDefect(std::string_view name);

}  // namespace ouroscope
