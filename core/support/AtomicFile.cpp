// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/AtomicFile.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include <utility>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <fstream>
#include <mutex>
#include <optional>
#include <set>

#include "core/support/DisplayText.h"
#include "core/support/Error.h"

namespace ouroscope {
namespace {

/// The process's file mode mask. Read, not set: setting it would race with other threads.
unsigned fileModeMask() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.rfind("Umask:", 0) != 0) continue;
    const std::size_t digits = line.find_first_of("01234567");
    unsigned mask = 0;
    if (digits != std::string::npos &&
        std::from_chars(line.data() + digits, line.data() + line.size(), mask, 8).ec == std::errc())
      return mask;
  }
  return 077;  // not known: keep the file to its owner
}

std::filesystem::path temporaryName(const std::filesystem::path& target) {
  static std::atomic<unsigned> counter{0};
  // Short and independent of the target's own name, which may already be as long as names may be.
  std::string name = ".";
  name.append(std::to_string(::getpid())).append("-").append(std::to_string(counter.fetch_add(1)));
  name.append(AtomicFile::kTemporarySuffix);
  return target.parent_path() / name;
}

/// The process that made a temporary file, by the file's name.
std::optional<pid_t> makerOf(const std::string& name) {
  constexpr std::string_view kEnd = AtomicFile::kTemporarySuffix;
  if (name.size() <= kEnd.size() + 1 || name.front() != '.' || !name.ends_with(kEnd)) return {};
  pid_t pid = 0;
  const char* end = name.data() + name.size() - kEnd.size();
  const auto [at, error] = std::from_chars(name.data() + 1, end, pid);
  if (error != std::errc{} || pid <= 0 || at == end || *at != '-') return {};
  return pid;
}

/// Removes what killed processes left in a folder. A writer holds a lock on its temporary file, so
/// that one whose process number is not known here (another machine on the same disk, another
/// container) keeps its file.
void sweep(const std::filesystem::path& folder) {
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
    const auto maker = makerOf(entry.path().filename().native());
    if (!maker || ::kill(*maker, 0) == 0 || errno != ESRCH) continue;
    const FileHandle file(
        ::open(entry.path().c_str(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
    struct stat info {};
    if (!file || ::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode)) continue;
    if (::flock(file.get(), LOCK_EX | LOCK_NB) == 0) ::unlink(entry.path().c_str());
  }
}

/// Once for each folder that the process writes to.
void sweepOnce(const std::filesystem::path& folder) {
  static std::mutex mutex;
  static std::set<std::pair<pid_t, std::filesystem::path>> swept;
  const std::lock_guard lock(mutex);
  if (swept.emplace(::getpid(), folder).second) sweep(folder);
}

std::filesystem::path folderOf(const std::filesystem::path& file) {
  return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

}  // namespace

AtomicFile::AtomicFile(const std::filesystem::path& path, std::uint64_t expectedBytes)
    : target_(path) {
  if (!path.has_filename()) throw Error("Cannot write " + shownPath(path) + ": it names no file.");
  std::error_code code;
  if (std::filesystem::is_symlink(path, code)) {
    target_ = std::filesystem::canonical(path, code);
    if (code)
      throw Error("Cannot write " + shownPath(path) +
                  ": it is a symbolic link that leads nowhere; remove it or choose another name.");
  }
  struct stat old {};
  if (::stat(target_.c_str(), &old) == 0) {
    if (!S_ISREG(old.st_mode))
      throw Error("Cannot write " + shownPath(path) +
                  ": a folder, pipe or device has that name; choose another.");
    mode_ = old.st_mode & 0777;
  } else {
    if (errno == ENAMETOOLONG) fail("cannot be created", errno);
    mode_ = 0666 & ~fileModeMask();
  }
  sweepOnce(folderOf(target_));
  struct statvfs disk {};
  if (expectedBytes > 0 && ::statvfs(folderOf(target_).c_str(), &disk) == 0) {
    const std::uint64_t room = std::uint64_t{disk.f_bavail} * disk.f_frsize;
    if (room < expectedBytes)
      throw Error("Cannot write " + shownPath(path) + ": it needs " +
                  std::to_string(expectedBytes) + " bytes and the disk has " +
                  std::to_string(room) + " free; free some space or choose another folder.");
  }
  // A name left over from a killed process with the same id is passed over, not reused.
  for (int attempt = 0; attempt < 100 && !file_; ++attempt) {
    temporary_ = temporaryName(target_);
    file_ = FileHandle(::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!file_ && errno != EEXIST) break;
  }
  if (!file_) {
    const int error = errno;
    temporary_.clear();
    fail("cannot be created", error);
  }
  // Held until the file has its name; a file system without locks does without.
  (void)::flock(file_.get(), LOCK_EX | LOCK_NB);
}

AtomicFile::~AtomicFile() {
  discard();
}

void AtomicFile::discard() {
  file_ = FileHandle();
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
  temporary_.clear();
}

void AtomicFile::fail(const std::string& doing, int error) {
  discard();
  throw Error(shownPath(target_) + " " + doing + ": " + systemError(error) +
              "; what stood there before is unchanged.");
}

void AtomicFile::write(std::span<const std::byte> bytes) {
  if (!file_) throw Error(shownPath(target_) + " is no longer open for writing.");
  std::size_t done = 0;
  while (done < bytes.size()) {
    const std::size_t piece = std::min(bytes.size() - done, std::size_t{1} << 30);
    const ssize_t put = ::write(file_.get(), bytes.data() + done, piece);
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) fail("cannot be written (" + std::to_string(written_) + " bytes were)", errno);
    // A short count is not yet an error: the next call reports the reason, or goes on.
    if (put == 0) fail("cannot be written", ENOSPC);
    done += put;
    written_ += put;
  }
}

void AtomicFile::write(std::string_view text) {
  write(std::as_bytes(std::span(text)));
}

void AtomicFile::commit(const std::function<void(const std::filesystem::path&)>& verify) {
  if (!file_) throw Error(shownPath(target_) + " is no longer open for writing.");
  // Some file systems (FAT) have no modes to set: the content matters more.
  if (::fchmod(file_.get(), mode_) != 0 && errno != EPERM && errno != EOPNOTSUPP)
    fail("cannot be given its access mode", errno);
  if (::fsync(file_.get()) != 0) fail("cannot be brought to disk", errno);
  struct stat now {};
  if (::fstat(file_.get(), &now) != 0) fail("cannot be examined", errno);
  if (std::cmp_not_equal(now.st_size, written_)) fail("was cut short", EIO);
  const FileHandle locked(::fcntl(file_.get(), F_DUPFD_CLOEXEC, 0));
  if (::close(file_.release()) != 0) fail("cannot be closed", errno);
  if (verify) {
    try {
      verify(temporary_);
    } catch (...) {
      discard();
      throw;
    }
  }
  if (::rename(temporary_.c_str(), target_.c_str()) != 0) fail("cannot be replaced", errno);
  temporary_.clear();
  // The rename itself must reach the disk. A file system that cannot sync a folder says EINVAL.
  FileHandle folder(::open(folderOf(target_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder && ::fsync(folder.get()) != 0 && errno != EINVAL && errno != EROFS)
    throw Error(shownPath(target_) + " was written, but the disk did not confirm it: " +
                systemError(errno) + "; check the disk and save again.");
}

}  // namespace ouroscope
