// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/support/Error.h"
#include "core/support/FileHandle.h"

namespace ouroscope {

/// Whether symbolic links that leave a model folder are followed.
enum class OutsideLinks : bool { Refused, Followed };

/// A link that leaves the model folder and was not followed. Who is asked whether it should be
/// opens the folder again with OutsideLinks::Followed.
class OutsideLink : public Error {
 public:
  OutsideLink(std::filesystem::path link, std::filesystem::path target);

  const std::filesystem::path& link() const { return link_; }
  const std::filesystem::path& target() const { return target_; }  ///< without links

 private:
  std::filesystem::path link_, target_;
};

/// A model folder whose files may have been put there by a stranger. Names are plain file names,
/// and one rule holds for all of them: a symbolic link counts where it ends inside the folder or at
/// a blob of a Hugging Face Hub cache (".../models--OWNER--NAME/blobs/HASH"; for a snapshot of such
/// a cache also any file among its repository's own blobs). Another one is followed only where that
/// is asked for. Only regular files are opened, and never for writing.
class ContainedFolder {
 public:
  /// A path stands for the folder, so that readers of folders take either.
  /// @throws Error where `path` is not a folder
  ContainedFolder(const std::filesystem::path& path, OutsideLinks links = OutsideLinks::Refused);

  const std::filesystem::path& path() const { return path_; }

  /// Something of that name is in the folder (a link that leads nowhere counts).
  bool contains(std::string_view name) const;
  /// @throws Error naming the file and, for a link, both ends; OutsideLink
  FileHandle open(std::string_view name) const;
  /// The whole file. @throws Error, also where it is larger than `maxBytes`
  std::string read(std::string_view name, std::size_t maxBytes) const;

 private:
  FileHandle openLink(const std::string& name) const;

  std::filesystem::path path_;
  std::filesystem::path real_;  ///< without links
  OutsideLinks links_;
  FileHandle folder_;
};

/// Why a shard name from an index is refused; nothing where it is a plain file name that ends in
/// ".safetensors".
std::optional<std::string> shardNameDefect(std::string_view name);

}  // namespace ouroscope
