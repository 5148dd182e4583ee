// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/Memory.h"

#include <sys/resource.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <fstream>
#include <limits>
#include <mutex>
#include <optional>
#include <sstream>

#include "core/support/Error.h"

namespace ouroscope {
namespace {

constexpr std::uint64_t kUnlimited = std::numeric_limits<std::uint64_t>::max();

std::optional<std::uint64_t> numberIn(const char* path) {
  std::ifstream in(path);
  std::string word;
  if (!(in >> word)) return {};
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc{} || end != word.data() + word.size()) return {};  // "max"
  return value;
}

/// A field of /proc/meminfo or /proc/self/status, in bytes.
std::optional<std::uint64_t> kilobytesOf(const char* path, const std::string& field) {
  std::ifstream in(path);
  std::string line;
  while (std::getline(in, line)) {
    if (line.rfind(field, 0) != 0) continue;
    std::istringstream rest(line.substr(field.size()));
    rest.imbue(std::locale::classic());
    std::uint64_t kib = 0;
    if (rest >> kib) return kib * 1024;
  }
  return {};
}

std::uint64_t controlGroupRoom(const char* limitPath, const char* usagePath) {
  const auto limit = numberIn(limitPath), usage = numberIn(usagePath);
  if (!limit || !usage) return kUnlimited;
  return *limit > *usage ? *limit - *usage : 0;
}

/// The room of a moment ago, less what was asked for since. The system's files take a tenth of a
/// millisecond to read, and short texts ask several times each.
class RecentRoom {
 public:
  /// Whether it has little bytes without a doubt.
  bool gives(std::uint64_t bytes) {
    constexpr std::chrono::milliseconds kMoment{20};
    constexpr std::uint64_t kSmall = 64;
    const std::lock_guard lock(mutex_);
    if (bytes > room_ / kSmall || Clock::now() - read_ > kMoment) return false;
    room_ -= bytes;
    return true;
  }
  void isNow(std::uint64_t room) {
    const std::lock_guard lock(mutex_);
    room_ = room;
    read_ = Clock::now();
  }

 private:
  using Clock = std::chrono::steady_clock;
  std::mutex mutex_;
  std::uint64_t room_ = 0;
  Clock::time_point read_;
};

}  // namespace

std::uint64_t availableMemory() {
  std::uint64_t room = kilobytesOf("/proc/meminfo", "MemAvailable:").value_or(kUnlimited);
  room = std::min(room,
                  controlGroupRoom("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory.current"));
  room = std::min(room, controlGroupRoom("/sys/fs/cgroup/memory/memory.limit_in_bytes",
                                         "/sys/fs/cgroup/memory/memory.usage_in_bytes"));
  rlimit limit{};
  if (getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY) {
    const std::uint64_t used = kilobytesOf("/proc/self/status", "VmSize:").value_or(0);
    room = std::min<std::uint64_t>(room, limit.rlim_cur > used ? limit.rlim_cur - used : 0);
  }
  return room;
}

void requireMemory(std::uint64_t bytes, const std::string& what) {
  static RecentRoom recent;
  if (recent.gives(bytes)) return;
  const std::uint64_t room = availableMemory();
  recent.isNow(room);
  if (bytes <= room) return;
  throw Error(
      what + " needs " + formatBytes(bytes) + ", but only " + formatBytes(room) +
      " of memory are free: use fewer tokens or loops, capture less, or close other programs.");
}

std::string formatBytes(std::uint64_t bytes) {
  static constexpr const char* kUnits[] = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
  std::ostringstream out;
  out.imbue(std::locale::classic());
  double value = bytes;
  int unit = 0;
  for (; value >= 1024 && unit < 6; ++unit) value /= 1024;
  out.precision(value < 10 && unit > 0 ? 2 : 4);
  out << value << ' ' << kUnits[unit];
  return out.str();
}

}  // namespace ouroscope
