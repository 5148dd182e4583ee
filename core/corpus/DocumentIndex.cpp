// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/corpus/DocumentIndex.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <map>
#include <set>

#include "core/corpus/DocumentLog.h"
#include "core/support/AtomicFile.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/Numbers.h"
#include "core/support/Sha256.h"
#include "core/support/StrictJson.h"

namespace ouroscope {
namespace {

constexpr std::string_view kMagic = "ouroscope documents.index 2\n";

constexpr DocumentMeasure kMeasures[] = {
    {"tokens", "tokens", "", true},
    {"exit_loop", "exit loop", "loops"},
    {"expected_depth", "expected depth", "loops"},
    {"loss", "loss at the exit", "nats"},
    {"gain", "gain over loop 1", "nats"},
    {"accuracy", "accuracy at the exit", ""},
    {"agreement", "agreement at the exit", ""},
    {"choice", "right choice at the exit", "", true},
    {"answer", "right answer at the exit", "", true},
};

double shareOf(double sum, std::int64_t of) {
  return of > 0 ? sum / static_cast<double>(of) : kNaN;
}

/// In the order of kMeasures.
std::vector<double> valuesOf(const DocumentRecord& record) {
  const TokenSums& s = record.sums.all;
  const auto answers = [&](const char* kind) {
    const auto tasks = record.sums.tasks.find(kind);
    if (tasks == record.sums.tasks.end()) return kNaN;
    const auto exit = tasks->second.readings.find("exit");
    if (exit == tasks->second.readings.end() || exit->second.right.empty()) return kNaN;
    return shareOf(static_cast<double>(exit->second.right[0]), tasks->second.scored);
  };
  return {static_cast<double>(record.tokens),
          shareOf(static_cast<double>(s.exitLoops), s.tokens),
          shareOf(s.expectedDepth.value(), s.withDepth),
          shareOf(s.nllAtExit.value(), s.scored),
          s.nll.empty() ? kNaN : shareOf((s.nll.front() - s.nllAtExit).value(), s.scored),
          shareOf(static_cast<double>(s.rightAtExit), s.scored),
          shareOf(static_cast<double>(s.agreeAtExit), s.compared),
          answers(kChoiceTasks),
          answers(kAnswerTasks)};
}

std::string valueText(const nlohmann::ordered_json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

std::string fieldsOf(const nlohmann::ordered_json& fields) {
  std::string text;
  for (const auto& [key, value] : fields.items()) {
    if (!text.empty()) text += ", ";
    text += key + ": " + valueText(value);
  }
  // One line of a list.
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return text;
}

/// Finds out what fields documents have.
class FieldCounter {
 public:
  explicit FieldCounter(std::vector<DocumentField>& list) : list_(list) {}
  void add(const nlohmann::ordered_json& fields) {
    for (const auto& [key, value] : fields.items()) {
      const auto [at, fresh] = places_.try_emplace(key, list_.size());
      if (fresh) {
        list_.push_back({key, 0, 0});
        values_.emplace_back();
      }
      DocumentField& field = list_[at->second];
      ++field.documents;
      if (field.values < DocumentField::kMostValues)
        field.values += values_[at->second].insert(valueText(value)).second;
    }
  }

 private:
  std::vector<DocumentField>& list_;
  std::map<std::string, std::size_t> places_;
  std::vector<std::set<std::string>> values_;
};

nlohmann::ordered_json fieldListJson(std::span<const DocumentField> list) {
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  for (const DocumentField& field : list)
    json.push_back(
        {{"name", field.name}, {"documents", field.documents}, {"values", field.values}});
  return json;
}

/// @throws Error
std::vector<DocumentField> fieldListOf(const std::string& text, const std::string& what) {
  std::vector<DocumentField> list;
  for (const auto& entry : parseStrictJson(text, what)) {
    const JsonObject field(entry, what);
    constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
    list.push_back({field.string("name"), field.integer("documents", 1, kMost),
                    field.integer("values", 1, DocumentField::kMostValues)});
  }
  return list;
}

/// What names a log: its length, and its last bytes with the check sum of its last line. It is only
/// appended to.
std::string logName(const std::filesystem::path& folder) {
  const std::filesystem::path path = folder / DocumentLog::kFile;
  const FileHandle file = openRegularFile(path);
  const std::uint64_t bytes = regularFileBytes(file.get(), path);
  constexpr std::uint64_t kTail = 1 << 16;
  std::string tail(static_cast<std::size_t>(std::min(bytes, kTail)), '\0');
  tail.resize(readAt(file.get(), bytes - tail.size(),
                     std::as_writable_bytes(std::span(tail.data(), tail.size())), path));
  return std::to_string(bytes) + " " + Sha256::hexOf(tail);
}

}  // namespace

std::span<const DocumentMeasure> documentMeasures() {
  return kMeasures;
}

std::size_t documentMeasureFromName(const std::string& id) {
  std::string known;
  for (std::size_t i = 0; i < std::size(kMeasures); ++i) {
    if (kMeasures[i].id == id) return i;
    known += (known.empty() ? "" : ", ") + std::string(kMeasures[i].id);
  }
  throw Error("Documents have no measure " + shownText(id) + ": choose one of " + known + ".");
}

float DocumentIndex::value(std::size_t row, std::size_t measure) const {
  return values_[row * std::size(kMeasures) + measure];
}

/// The arrays in the order of the file.
template <class Visit>
void DocumentIndex::each(const Visit& visit) {
  const std::size_t rows = numbers_.size();
  visit(numbers_, rows);
  visit(flags_, rows);
  visit(exits_, rows * std::size_t(loops_));
  visit(values_, rows * std::size(kMeasures));
  visit(fieldEnds_, rows + 1);
}

struct DocumentIndex::Maker::Made {
  DocumentIndex index;
  FieldCounter counter{index.fieldList_};
};

DocumentIndex::Maker::Maker(int loops) : made_(std::make_unique<Made>()) {
  made_->index.loops_ = loops;
}

DocumentIndex::Maker::~Maker() = default;

std::size_t DocumentIndex::Maker::size() const {
  return made_->index.size();
}

void DocumentIndex::Maker::add(const DocumentRecord& record) {
  DocumentIndex& index = made_->index;
  index.numbers_.push_back(record.number);
  index.flags_.push_back((record.part == "confirmation" ? kConfirmation : 0) |
                         (record.cut ? kCut : 0));
  const TokenSums& s = record.sums.all;
  for (int r = 0; r < index.loops_; ++r)
    index.exits_.push_back(s.tokens > 0
                               ? static_cast<std::uint8_t>(std::lround(
                                     255.0 * static_cast<double>(s.exits[r]) / double(s.tokens)))
                               : 0);
  for (const double value : valuesOf(record)) index.values_.push_back(static_cast<float>(value));
  // In the order of their names, as they are read from the log.
  const nlohmann::ordered_json fields(nlohmann::json(record.fields));
  index.fields_ += fieldsOf(fields);
  index.fieldEnds_.push_back(index.fields_.size());
  made_->counter.add(fields);
}

void DocumentIndex::Maker::keep(const std::filesystem::path& folder) {
  // It is a copy of what the log says: where it cannot be kept it is made again next time.
  try {
    made_->index.write(folder, logName(folder));
  } catch (const Error&) {
  }
}

DocumentIndex DocumentIndex::made(const std::filesystem::path& folder, int loops,
                                  const std::stop_token& stop, const ProgressFn& progress,
                                  std::int64_t expected) {
  Maker maker(loops);
  eachLogLine(folder, [&](const LogLine& line) {
    if (stop.stop_requested()) throw Cancelled();
    if (progress && maker.size() % 256 == 0)
      progress("Reading the corpus", std::int64_t(maker.size()), expected);
    maker.add(recordOf(line, loops));
  });
  maker.made_->index.finish();
  return std::move(maker.made_->index);
}

void DocumentIndex::finish() {
  constexpr std::size_t kCount = std::size(kMeasures);
  std::vector<double> sums(kCount);
  std::vector<std::int64_t> counts(kCount);
  for (std::size_t i = 0; i < values_.size(); ++i) {
    if (std::isnan(values_[i])) continue;
    sums[i % kCount] += values_[i];
    ++counts[i % kCount];
  }
  means_.clear();
  for (std::size_t m = 0; m < kCount; ++m) {
    means_.push_back(shareOf(sums[m], counts[m]));
  }
}

bool DocumentIndex::read(const std::filesystem::path& folder, const std::string& log) {
  const std::filesystem::path path = folder / kFile;
  std::error_code none;
  if (!std::filesystem::is_regular_file(path, none)) return false;
  const std::string bytes = readWholeFile(path, std::size_t{1} << 34);
  const std::string head = std::string(kMagic) + log + "\n";
  if (!bytes.starts_with(head)) return false;
  std::size_t at = head.size();
  const auto take = [&](void* to, std::size_t size) {
    if (bytes.size() - at < size) return false;
    std::memcpy(to, bytes.data() + at, size);
    at += size;
    return true;
  };
  std::uint64_t sizes[4] = {};  // rows, loops, bytes of fields, of the list of fields
  if (!take(sizes, sizeof sizes) || sizes[0] > bytes.size() || sizes[1] != std::uint64_t(loops_))
    return false;
  numbers_.resize(sizes[0]);
  bool whole = true;
  each([&](auto& array, std::size_t count) {
    using Value = typename std::remove_reference_t<decltype(array)>::value_type;
    whole = whole && (bytes.size() - at) / sizeof(Value) >= count;
    if (!whole) return;
    array.resize(count);
    (void)take(array.data(), count * sizeof(Value));
  });
  if (!whole || bytes.size() - at < sizes[2] || bytes.size() - at - sizes[2] != sizes[3])
    return false;
  fields_ = bytes.substr(at, sizes[2]);
  try {
    fieldList_ = fieldListOf(bytes.substr(at + sizes[2]), shownPath(path));
  } catch (const Error&) {
    return false;
  }
  if (fieldEnds_.front() != 0 || fieldEnds_.back() != fields_.size() ||
      !std::is_sorted(fieldEnds_.begin(), fieldEnds_.end()))
    return false;
  finish();
  return true;
}

void DocumentIndex::write(const std::filesystem::path& folder, const std::string& log) const {
  AtomicFile file(folder / kFile);
  file.write(std::string(kMagic) + log + "\n");
  const std::string list = fieldListJson(fieldList_).dump();
  const std::uint64_t sizes[4] = {numbers_.size(), std::uint64_t(loops_), fields_.size(),
                                  list.size()};
  file.write(std::as_bytes(std::span(sizes)));
  const_cast<DocumentIndex*>(this)->each(
      [&](auto& array, std::size_t) { file.write(std::as_bytes(std::span(array))); });
  file.write(fields_);
  file.write(list);
  file.commit();
}

DocumentIndexPtr DocumentIndex::open(const std::filesystem::path& folder,
                                     const std::stop_token& stop, const ProgressFn& progress) {
  const CorpusManifest manifest = CorpusManifest::read(folder);
  const std::string log = logName(folder);
  auto index = std::shared_ptr<DocumentIndex>(new DocumentIndex);
  index->loops_ = manifest.loops();
  if (index->read(folder, log)) return index;
  *index = made(folder, manifest.loops(), stop, progress, manifest.documentsHere());
  // It is a copy of what the log says: where it cannot be kept it is made again next time.
  try {
    if (logName(folder) == log) index->write(folder, log);
  } catch (const Error&) {
  }
  return index;
}

}  // namespace ouroscope
