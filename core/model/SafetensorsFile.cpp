// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/SafetensorsFile.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "core/model/SafetensorsHeader.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/FileHandle.h"
#include "core/support/FileKind.h"

namespace ouroscope {
namespace {

/// What must stay the same on the open descriptor for the header to describe the data.
struct Stamp {
  std::uint64_t size = 0;
  std::int64_t seconds = 0, nanoseconds = 0;
  bool operator==(const Stamp&) const = default;
};

Stamp stampOf(int fd, const std::string& name) {
  struct stat info {};
  if (::fstat(fd, &info) != 0)
    throw Error(name + " cannot be examined: " + systemError(errno) + ".");
  return {static_cast<std::uint64_t>(info.st_size), info.st_mtim.tv_sec, info.st_mtim.tv_nsec};
}

[[noreturn]] void changed(const std::string& name) {
  throw Error(name +
              ": the file changed after it was opened (FileChanged); open it again when nothing "
              "writes to it.");
}

std::uint64_t littleEndian(const std::array<std::byte, 8>& bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = 8; i-- > 0;) value = (value << 8) | std::to_integer<std::uint64_t>(bytes[i]);
  return value;
}

}  // namespace

struct SafetensorsFile::State {
  std::filesystem::path path;
  std::string name;  ///< for messages
  FileHandle file;
  Stamp stamp;
  std::uint64_t dataBegin = 0;
  SafetensorsHeader header;
};

SafetensorsFile::SafetensorsFile(std::unique_ptr<State> state) : state_(std::move(state)) {}
SafetensorsFile::SafetensorsFile(SafetensorsFile&&) noexcept = default;
SafetensorsFile& SafetensorsFile::operator=(SafetensorsFile&&) noexcept = default;
SafetensorsFile::~SafetensorsFile() = default;

SafetensorsFile SafetensorsFile::open(const std::filesystem::path& path) {
  return fromDescriptor(openRegularFile(path).release(), path);
}

SafetensorsFile SafetensorsFile::fromDescriptor(int fd, const std::filesystem::path& path) {
  auto state = std::make_unique<State>();
  state->file = FileHandle(fd);
  state->path = path;
  state->name = shownPath(path);
  const std::string& name = state->name;
  requireRegularFile(fd, path);
  state->stamp = stampOf(fd, name);
  const std::uint64_t size = state->stamp.size;
  std::string first(std::min<std::uint64_t>(size, 32), '\0');
  first.resize(readAt(fd, 0, std::as_writable_bytes(std::span(first)), path));
  if (const std::string wrong = wrongFileKind(first); !wrong.empty())
    throw Error(name + " " + wrong + ".");
  if (size < 8)
    throw Error(
        name + ": the file has " + std::to_string(size) +
        " bytes, too short for a safetensors file (HeaderTooSmall); download or copy it again.");
  std::array<std::byte, 8> prefix{};
  if (readAt(fd, 0, prefix, path) != prefix.size()) changed(name);
  const std::uint64_t length = littleEndian(prefix);
  if (length > SafetensorsHeader::kMaxBytes)
    throw Error(name + ": the header claims " + std::to_string(length) + " bytes, more than the " +
                std::to_string(SafetensorsHeader::kMaxBytes) +
                " allowed (HeaderTooLarge); this is not a safetensors file, or it is damaged.");
  if (length > size - 8)
    throw Error(name + ": the header claims " + std::to_string(length) + " bytes, the file has " +
                std::to_string(size - 8) +
                " after the size (InvalidHeaderLength); download or copy it again.");
  // Only now, with the length held against the file, is memory taken.
  std::string text(length, '\0');
  if (readAt(fd, 8, std::as_writable_bytes(std::span(text)), path) != length) changed(name);
  state->dataBegin = 8 + length;
  state->header = parseSafetensorsHeader(text, size - state->dataBegin, name);
  return SafetensorsFile(std::move(state));
}

const std::filesystem::path& SafetensorsFile::path() const {
  return state_->path;
}
const std::vector<TensorInfo>& SafetensorsFile::tensors() const {
  return state_->header.tensors;
}
const std::map<std::string, std::string>& SafetensorsFile::metadata() const {
  return state_->header.metadata;
}
const std::vector<std::string>& SafetensorsFile::warnings() const {
  return state_->header.warnings;
}
std::uint64_t SafetensorsFile::fileBytes() const {
  return state_->stamp.size;
}

const TensorInfo* SafetensorsFile::find(std::string_view name) const {
  const auto& all = tensors();
  const auto at =
      std::lower_bound(all.begin(), all.end(), name,
                       [](const TensorInfo& t, std::string_view n) { return t.name < n; });
  return at != all.end() && at->name == name ? &*at : nullptr;
}

void SafetensorsFile::read(const TensorInfo& tensor, std::uint64_t offset,
                           std::span<std::byte> out) const {
  const std::uint64_t length = tensor.end - tensor.begin;
  if (offset > length || out.size() > length - offset)
    throw Error(state_->name + ": bytes " + std::to_string(offset) + " to " +
                std::to_string(offset + out.size()) + " of tensor " + shownText(tensor.name) +
                " were asked for, it has " + std::to_string(length) + ".");
  readFile(state_->dataBegin + tensor.begin + offset, out);
}

void SafetensorsFile::readFile(std::uint64_t offset, std::span<std::byte> out) const {
  const int fd = state_->file.get();
  if (stampOf(fd, state_->name) != state_->stamp) changed(state_->name);
  if (readAt(fd, offset, out, state_->path) != out.size()) changed(state_->name);
}

}  // namespace ouroscope
