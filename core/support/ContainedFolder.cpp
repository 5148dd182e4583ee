// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/ContainedFolder.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

#include "core/support/DisplayText.h"
#include "core/support/FileKind.h"

namespace ouroscope {
namespace {

namespace fs = std::filesystem;

constexpr int kReadFlags = O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY;

[[noreturn]] void cannotOpen(const fs::path& path, int error) {
  throw Error(shownPath(path) + " cannot be opened: " + systemError(error) + ".");
}

/// The path below `base`, or nothing where `path` is not below it. Both without links.
std::optional<fs::path> below(const fs::path& path, const fs::path& base) {
  auto at = path.begin();
  for (const fs::path& part : base)
    if (at == path.end() || *at++ != part) return std::nullopt;
  fs::path rest;
  for (; at != path.end(); ++at) rest /= *at;
  return rest.empty() ? std::nullopt : std::optional(rest);
}

/// Walks down from an open folder without following any link: what was a folder when the path was
/// resolved and is a link now is not entered.
FileHandle openBelow(int folder, const fs::path& relative, const fs::path& full) {
  FileHandle current;
  int from = folder;
  for (auto part = relative.begin(); part != relative.end(); ++part) {
    const bool last = std::next(part) == relative.end();
    FileHandle next(::openat(from, part->c_str(),
                             last ? kReadFlags : O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!next) cannotOpen(full, errno);
    current = std::move(next);
    from = current.get();
  }
  return current;
}

/// A hash as the Hub cache names a blob: SHA-1 of a small file, SHA-256 of a large one.
bool isBlobName(const fs::path& name) {
  const std::string& text = name.native();
  return (text.size() == 40 || text.size() == 64) &&
         text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

bool isRepository(const fs::path& folder) {
  return folder.filename().native().rfind("models--", 0) == 0;
}

/// A file as the Hub cache stores it: ".../models--NAME/blobs/HASH"
bool isHubBlob(const fs::path& file) {
  const fs::path folder = file.parent_path();
  return folder.filename() == "blobs" && isRepository(folder.parent_path()) &&
         isBlobName(file.filename());
}

/// ".../models--NAME/snapshots/HASH" -> ".../models--NAME/blobs"
std::optional<fs::path> hubBlobs(const fs::path& folder) {
  const fs::path repository = folder.parent_path().parent_path();
  if (folder.parent_path().filename() != "snapshots" || !isRepository(repository))
    return std::nullopt;
  return repository / "blobs";
}

/// Whether the target of a link out of the folder `real` is a file of the Hub cache.
bool isOfHub(const fs::path& target, const fs::path& real) {
  if (isHubBlob(target)) return true;
  const auto blobs = hubBlobs(real);
  if (!blobs) return false;
  if (below(target, *blobs)) return true;
  // The blobs themselves may have been moved to another disk, with a link in their place.
  std::error_code code;
  const fs::path moved = fs::canonical(*blobs, code);
  return !code && target.parent_path() == moved && isBlobName(target.filename());
}

}  // namespace

OutsideLink::OutsideLink(fs::path link, fs::path target)
    : Error(shownPath(link) + " is a symbolic link that leaves the model folder, to " +
            shownPath(target) +
            "; such links are followed only where that is asked for (--follow-links)."),
      link_(std::move(link)),
      target_(std::move(target)) {}

ContainedFolder::ContainedFolder(const fs::path& path, OutsideLinks links)
    : path_(path), links_(links) {
  std::error_code code;
  if (fs::is_regular_file(path, code)) {
    const FileHandle file = openRegularFile(path);
    std::string first(32, '\0');
    first.resize(readAt(file.get(), 0, std::as_writable_bytes(std::span(first)), path));
    if (const std::string wrong = wrongFileKind(first); !wrong.empty())
      throw Error(shownPath(path) + " " + wrong + ".");
  }
  if (!fs::is_directory(path, code))
    throw Error(shownPath(path) +
                " is not a model folder: " + (code ? code.message() : "it is not a folder") +
                "; name the folder that holds config.json.");
  real_ = fs::canonical(path, code);
  if (code) throw Error(shownPath(path) + " cannot be resolved: " + code.message() + ".");
  folder_ = FileHandle(::open(real_.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!folder_) cannotOpen(path, errno);
}

bool ContainedFolder::contains(std::string_view name) const {
  struct stat info {};
  return ::fstatat(folder_.get(), std::string(name).c_str(), &info, AT_SYMLINK_NOFOLLOW) == 0;
}

FileHandle ContainedFolder::open(std::string_view name) const {
  const std::string file(name);
  const fs::path full = path_ / file;
  if (file.empty() || file == "." || file == ".." || file.find('/') != std::string::npos ||
      file.find('\0') != std::string::npos)
    throw Error(shownText(name) + " is not a plain file name in " + shownPath(path_) + ".");
  // Ask what it is before opening it: opening a device can already have effects.
  struct stat info {};
  if (::fstatat(folder_.get(), file.c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0)
    cannotOpen(full, errno);
  if (S_ISLNK(info.st_mode)) return openLink(file);
  if (!S_ISREG(info.st_mode))
    throw Error(
        shownPath(full) +
        " is not a regular file (NotARegularFile): folders, pipes and devices are not read.");
  FileHandle handle(::openat(folder_.get(), file.c_str(), kReadFlags));
  if (!handle) cannotOpen(full, errno);
  requireRegularFile(handle.get(), full);
  return handle;
}

FileHandle ContainedFolder::openLink(const std::string& name) const {
  const fs::path full = path_ / name;
  std::error_code code;
  const fs::path target = fs::canonical(real_ / name, code);
  if (code)
    throw Error(shownPath(full) + " is a symbolic link that leads nowhere: " + code.message() +
                ".");
  const auto status = fs::status(target, code);
  if (code || status.type() != fs::file_type::regular)
    throw Error(shownPath(full) + " is a symbolic link to " + shownPath(target) +
                ", which is not a regular file (NotARegularFile).");
  const auto open = [&](int root, const fs::path& relative) {
    FileHandle handle = openBelow(root, relative, full);
    requireRegularFile(handle.get(), full);
    return handle;
  };
  if (const auto inside = below(target, real_)) return open(folder_.get(), *inside);
  if (links_ == OutsideLinks::Refused && !isOfHub(target, real_)) throw OutsideLink(full, target);
  const FileHandle root(::open("/", O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!root) cannotOpen(full, errno);
  return open(root.get(), target.relative_path());
}

std::string ContainedFolder::read(std::string_view name, std::size_t maxBytes) const {
  const fs::path full = path_ / std::string(name);
  std::string bytes = readWholeFile(open(name), full, maxBytes);
  if (const std::string wrong = wrongFileKind(bytes); !wrong.empty())
    throw Error(shownPath(full) + " " + wrong + ".");
  return bytes;
}

std::optional<std::string> shardNameDefect(std::string_view name) {
  if (name.empty()) return "is empty";
  if (name.size() > 255) return "is longer than 255 bytes";
  if (name.find_first_of("/\\") != std::string_view::npos) return "is not a plain file name";
  if (std::any_of(name.begin(), name.end(),
                  [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }))
    return "contains a control character";
  if (name.front() == '.' || name.front() == '~') return "is not a plain file name";
  if (name.find(':') != std::string_view::npos) return "is not a plain file name";
  if (name.size() < 13 || name.substr(name.size() - 12) != ".safetensors")
    return "does not end in .safetensors";
  return std::nullopt;
}

}  // namespace ouroscope
