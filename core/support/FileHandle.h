// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <utility>

namespace ouroscope {

/// Owns a file descriptor.
class FileHandle {
 public:
  FileHandle() = default;
  explicit FileHandle(int fd) : fd_(fd) {}
  FileHandle(FileHandle&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  FileHandle& operator=(FileHandle&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~FileHandle();

  int get() const { return fd_; }
  int release() { return std::exchange(fd_, -1); }
  explicit operator bool() const { return fd_ >= 0; }

 private:
  int fd_ = -1;
};

/// The system's words for an error number: "No space left on device".
std::string systemError(int number);

/// Reads exactly out.size() bytes at `offset`, retrying short and interrupted reads.
/// @return bytes read: fewer than asked only at the end of the file
/// @throws Error naming `path` when the system refuses
std::size_t readAt(int fd, std::uint64_t offset, std::span<std::byte> out,
                   const std::filesystem::path& path);

/// Opens for reading without ever blocking, and only what fstat calls a regular file: no pipe,
/// device, socket or folder. Symbolic links are followed.
/// @throws Error naming `path`
FileHandle openRegularFile(const std::filesystem::path& path);
/// The check alone, for a descriptor that is already open. @throws Error
void requireRegularFile(int fd, const std::filesystem::path& path);
/// The size of an open regular file. @throws Error
std::uint64_t regularFileBytes(int fd, const std::filesystem::path& path);

/// The whole of a regular file of at most `maxBytes`. @throws Error naming `path`
std::string readWholeFile(const FileHandle& file, const std::filesystem::path& path,
                          std::size_t maxBytes);
std::string readWholeFile(const std::filesystem::path& path, std::size_t maxBytes);

}  // namespace ouroscope
