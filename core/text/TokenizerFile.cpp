// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/TokenizerFile.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "core/support/Error.h"

namespace ouroscope {
namespace {

constexpr std::size_t kLargestFile = std::size_t{128} << 20;

struct Descriptor {
  int fd;
  ~Descriptor() {
    if (fd >= 0) ::close(fd);
  }
};

}  // namespace

std::string readTokenizerFile(const std::filesystem::path& file) {
  const std::string name = file.string();
  const auto failed = [&](const char* action) -> Error {
    return Error(name + " cannot be " + action + ": " + std::strerror(errno) +
                 "; check the path and its permissions.");
  };
  // O_NONBLOCK: a named pipe must not hold the program up before it is seen to be one.
  const Descriptor in{::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
  if (in.fd < 0) throw failed("opened");
  struct stat info {};
  if (::fstat(in.fd, &info) != 0) throw failed("examined");
  if (!S_ISREG(info.st_mode)) throw Error(name + " is not a regular file; name a tokenizer file.");
  if (static_cast<std::uint64_t>(info.st_size) > kLargestFile) {
    throw Error(name + " is larger than 128 MiB, which no tokenizer is; choose another file.");
  }
  std::string bytes(static_cast<std::size_t>(info.st_size), '\0');
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t n = ::read(in.fd, bytes.data() + done, bytes.size() - done);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) throw failed("read");
    if (n == 0) throw Error(name + " became shorter while it was read; try again.");
    done += static_cast<std::size_t>(n);
  }
  return bytes;
}

nlohmann::json parseTokenizerJson(std::string_view text, const std::string& name) {
  try {
    return nlohmann::json::parse(
        text, [&](int depth, nlohmann::json::parse_event_t, nlohmann::json&) {
          if (depth > 64) throw Error(name + " nests deeper than 64 levels; get the file again.");
          return true;
        });
  } catch (const nlohmann::json::exception& e) {
    throw Error(name + " is not valid JSON: " + std::string(e.what()) + "; get the file again.");
  }
}

}  // namespace ouroscope
