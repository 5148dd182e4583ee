// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/FileHandle.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "core/support/DisplayText.h"
#include "core/support/Error.h"

namespace ouroscope {

FileHandle::~FileHandle() {
  if (fd_ >= 0) ::close(fd_);
}

std::string systemError(int number) {
  return std::generic_category().message(number);
}

std::size_t readAt(int fd, std::uint64_t offset, std::span<std::byte> out,
                   const std::filesystem::path& path) {
  std::size_t done = 0;
  while (done < out.size()) {
    // Linux moves at most about 2 GiB in one call.
    const std::size_t piece = std::min(out.size() - done, std::size_t{1} << 30);
    const ssize_t got = ::pread(fd, out.data() + done, piece, offset + done);
    if (got == 0) break;
    if (got < 0) {
      if (errno == EINTR) continue;
      throw Error(shownPath(path) + " cannot be read: " + systemError(errno) + ".");
    }
    done += got;
  }
  return done;
}

std::uint64_t regularFileBytes(int fd, const std::filesystem::path& path) {
  struct stat info {};
  if (::fstat(fd, &info) != 0)
    throw Error(shownPath(path) + " cannot be examined: " + systemError(errno) + ".");
  if (!S_ISREG(info.st_mode))
    throw Error(
        shownPath(path) +
        " is not a regular file (NotARegularFile): folders, pipes and devices are not read.");
  return info.st_size;
}

void requireRegularFile(int fd, const std::filesystem::path& path) {
  regularFileBytes(fd, path);
}

FileHandle openRegularFile(const std::filesystem::path& path) {
  FileHandle file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
  if (!file) throw Error(shownPath(path) + " cannot be opened: " + systemError(errno) + ".");
  requireRegularFile(file.get(), path);
  return file;
}

std::string readWholeFile(const FileHandle& file, const std::filesystem::path& path,
                          std::size_t maxBytes) {
  const std::uint64_t size = regularFileBytes(file.get(), path);
  if (size > maxBytes)
    throw Error(shownPath(path) + " has " + std::to_string(size) + " bytes, more than the " +
                std::to_string(maxBytes) + " allowed for such a file.");
  std::string bytes(size, '\0');
  const std::size_t got = readAt(file.get(), 0, std::as_writable_bytes(std::span(bytes)), path);
  if (got != size)
    throw Error(shownPath(path) +
                " changed while it was read (FileChanged); try again when nothing writes to it.");
  return bytes;
}

std::string readWholeFile(const std::filesystem::path& path, std::size_t maxBytes) {
  return readWholeFile(openRegularFile(path), path, maxBytes);
}

}  // namespace ouroscope
