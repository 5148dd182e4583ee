// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/corpus/DocumentLog.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <limits>

#include "core/corpus/LineReader.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/Sha256.h"
#include "core/support/StrictJson.h"

namespace ouroscope {
namespace {

constexpr std::string_view kBegin = R"({"check":")", kAfter = R"(",)";
constexpr std::size_t kCheckDigits = 16;
static_assert(kCheckedBegin == kBegin.size() + kCheckDigits);

std::int64_t nowMilliseconds() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

std::string checkOf(std::string_view json) {
  return Sha256::hexOf(json).substr(0, kCheckDigits);
}

/// The JSON that the check sum is of; empty where the line is damaged.
std::string checkedJson(const std::string& line) {
  const std::size_t body = kBegin.size() + kCheckDigits + kAfter.size();
  if (line.size() < body || !line.starts_with(kBegin) ||
      line.compare(kBegin.size() + kCheckDigits, kAfter.size(), kAfter) != 0)
    return {};
  std::string json = "{" + line.substr(body);
  return checkOf(json) == line.substr(kBegin.size(), kCheckDigits) ? json : std::string();
}

/// The whole lines of a log: where they end, and the numbers of their documents.
struct LogEnd {
  std::uint64_t bytes = 0;
  bool half = false;  ///< something follows that is not a line
  std::set<std::int64_t> documents;
};

LogEnd readLog(int fd, const std::filesystem::path& path,
               const std::function<void(const LogLine&)>& use) {
  LineReader reader(fd, path);
  FileLine line;
  LogEnd end;
  std::optional<std::string> damaged;
  while (reader.next(line)) {
    // Only the last line may be half written.
    if (damaged) throw Error(*damaged);
    LogLine log;
    log.what = shownPath(path) + " line " + std::to_string(line.number);
    const std::string json = line.ended ? checkedJson(line.text) : std::string();
    if (json.empty()) {
      damaged = log.what +
                " is damaged: its check sum is not that of its text; delete the line, and the run "
                "will do its document again.";
      end.half = true;
      continue;
    }
    log.json = parseStrictJson(json, log.what);
    log.number = JsonObject(log.json, log.what)
                     .integer("document", 1, std::numeric_limits<std::int64_t>::max());
    if (!end.documents.insert(log.number).second)
      throw Error(log.what + " has document " + std::to_string(log.number) +
                  " a second time: delete one of the lines.");
    log.text = std::move(line.text);
    log.offset = line.offset;
    end.bytes = line.offset + log.text.size() + 1;
    use(log);
  }
  return end;
}

}  // namespace

std::filesystem::path keptTrace(const std::filesystem::path& folder, std::int64_t number) {
  std::string digits = std::to_string(number);
  constexpr std::size_t kDigits = 6;
  if (digits.size() < kDigits) digits.insert(0, kDigits - digits.size(), '0');
  return folder / "traces" / ("document-" + digits + ".trace.safetensors");
}

std::string logLine(const DocumentRecord& r) {
  const nlohmann::ordered_json json{
      {"document", r.number}, {"sha256", r.sha256}, {"part", r.part},        {"tokens", r.tokens},
      {"cut", r.cut},         {"fields", r.fields}, {"sums", toJson(r.sums)}};
  const std::string text = json.dump();
  return std::string(kBegin) + checkOf(text) + std::string(kAfter) + text.substr(1);
}

DocumentRecord recordOf(const LogLine& line, int loops) {
  const JsonObject object(line.json, line.what);
  DocumentRecord record;
  record.number = line.number;
  record.sha256 = object.string("sha256");
  record.part = object.string("part");
  record.tokens = object.integer("tokens", 1, std::numeric_limits<int>::max());
  record.cut = object.boolean("cut", false);
  record.fields = nlohmann::ordered_json(object.require("fields"));
  if (!record.fields.is_object()) object.fail("fields", "must be an object");
  record.sums = corpusSumsFromJson(object.require("sums"), loops, line.what);
  return record;
}

void eachLogLine(const std::filesystem::path& folder,
                 const std::function<void(const LogLine&)>& use) {
  const std::filesystem::path path = folder / DocumentLog::kFile;
  const FileHandle file = openRegularFile(path);
  readLog(file.get(), path, use);
}

DocumentLog::DocumentLog(const std::filesystem::path& folder) : path_(folder / kFile) {
  file_ = FileHandle(::open(path_.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666));
  if (!file_) throw Error(shownPath(path_) + " cannot be opened: " + systemError(errno) + ".");
  requireRegularFile(file_.get(), path_);
  // Where the file system has no locks nobody is kept out.
  if (::flock(file_.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
    throw Error(shownPath(folder) +
                " is being written by another run: wait for it, or choose another folder.");
  LogEnd end = readLog(file_.get(), path_, [](const LogLine&) {});
  done_ = std::move(end.documents);
  cutOff_ = end.half;
  if (end.half && ::ftruncate(file_.get(), static_cast<off_t>(end.bytes)) != 0)
    throw Error(shownPath(path_) +
                " ends in half a line that cannot be cut off: " + systemError(errno) + ".");
}

void DocumentLog::append(std::int64_t number, const std::string& line) {
  const std::string text = line + "\n";
  for (std::size_t done = 0; done < text.size();) {
    const ssize_t put = ::write(file_.get(), text.data() + done, text.size() - done);
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0)
      throw Error(shownPath(path_) +
                  " cannot be written: " + systemError(put < 0 ? errno : ENOSPC) +
                  "; the documents before this one are kept.");
    done += put;
  }
  done_.insert(number);
  constexpr std::int64_t kSecond = 1000;
  if (const std::int64_t now = nowMilliseconds(); now - synced_ >= kSecond) {
    if (::fdatasync(file_.get()) != 0 && errno != EINVAL && errno != EROFS)
      throw Error(shownPath(path_) + " cannot be brought to disk: " + systemError(errno) +
                  "; check the disk, then run the same command again.");
    synced_ = now;
  }
}

DocumentLog::~DocumentLog() {
  if (file_) (void)::fdatasync(file_.get());
}

}  // namespace ouroscope
