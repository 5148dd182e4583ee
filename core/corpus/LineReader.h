// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "core/support/FileHandle.h"

namespace ouroscope {

/// A line of a file.
struct FileLine {
  std::uint64_t offset = 0;  ///< of its first byte
  std::int64_t number = 0;   ///< from 1
  std::string text;          ///< without its line feed
  bool ended = true;         ///< a line feed follows
};

/// The lines of a file of any length, one at a time, with memory for one of them.
class LineReader {
 public:
  static constexpr std::size_t kMaxLine = std::size_t{64} << 20;

  /// @param path names the file in messages; the file stays open elsewhere
  LineReader(int fd, std::filesystem::path path) : fd_(fd), path_(std::move(path)) {}

  /// @return false at the end of the file
  /// @throws Error where the file cannot be read, or a line is longer than kMaxLine
  bool next(FileLine& line);
  /// Told every piece of the file as it is read, in order.
  std::function<void(std::string_view)> onBytes;

 private:
  bool fill();

  int fd_;
  std::filesystem::path path_;
  std::string buffer_;
  std::size_t at_ = 0;  // in the buffer
  std::uint64_t offset_ = 0, read_ = 0;
  std::int64_t number_ = 0;
};

}  // namespace ouroscope
