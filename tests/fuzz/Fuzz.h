// SPDX-License-Identifier: GPL-3.0-or-later
// What the fuzz targets share. A target is one function over one input; an Error is an answer,
// every other exception ends the program and is a finding.
#pragma once
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>

#include "core/support/Error.h"
#include "tests/model/ModelFixtures.h"

namespace ouroscope::fuzz {

inline std::string textOf(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Runs `work`; a refusal in a sentence is fine. @return whether there was none
template <class Work>
bool quietly(Work&& work) {
  try {
    std::forward<Work>(work)();
    return true;
  } catch (const Error& error) {
    if (!*error.what()) std::abort();  // a refusal says something
    return false;
  }
}

/// What must hold; otherwise the input is a finding.
inline void require(bool holds) {
  if (!holds) std::abort();
}

/// The bytes as a regular file that has a path and no place on a disk.
class MemoryFile {
 public:
  explicit MemoryFile(const std::string& bytes) : fd_(fixture::memoryFile(bytes)) {}
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { ::close(fd_); }
  std::filesystem::path path() const { return "/proc/self/fd/" + std::to_string(fd_); }
  int duplicate() const { return ::dup(fd_); }

 private:
  int fd_;
};

}  // namespace ouroscope::fuzz
