// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string_view>

#include "core/support/FileHandle.h"

namespace ouroscope {

/// Writes a file whole or not at all. The bytes go into a temporary file in the same folder; only
/// commit() gives it its name, so the old file is untouched until then and stays when anything
/// fails. Nothing under the final name is ever half written.
///
/// Temporary files that killed processes left in the folder are removed before a new one is made.
///
///     AtomicFile file(path);
///     file.write(bytes);
///     file.commit();
class AtomicFile {
 public:
  /// A symbolic link is followed: the file it points to is replaced, not the link. What exists
  /// under the name must be a regular file.
  /// @param expectedBytes when known, a disk with less room is refused at once
  /// @throws Error
  explicit AtomicFile(const std::filesystem::path& path, std::uint64_t expectedBytes = 0);
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;
  ~AtomicFile();  ///< without commit(): removes the temporary file

  /// @throws Error (disk full, size limit, I/O error); the temporary file is then gone
  void write(std::span<const std::byte> bytes);
  void write(std::string_view text);
  std::uint64_t written() const { return written_; }

  /// fsync, then `verify` (it gets the temporary file's path and throws to refuse it), then rename
  /// and fsync of the folder.
  /// @throws Error; the old file is then untouched
  void commit(const std::function<void(const std::filesystem::path&)>& verify = {});

  /// What the names of temporary files end with: ".<pid>-<n>" and this.
  static constexpr std::string_view kTemporarySuffix = ".ouroscope-tmp";

 private:
  [[noreturn]] void fail(const std::string& doing, int error);
  void discard();

  std::filesystem::path target_, temporary_;
  FileHandle file_;
  std::uint64_t written_ = 0;
  unsigned mode_ = 0;
};

}  // namespace ouroscope
