// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "core/corpus/CorpusManifest.h"
#include "core/corpus/CorpusSums.h"
#include "core/support/FileHandle.h"

namespace ouroscope {

/// What a corpus keeps of one document.
struct DocumentRecord {
  std::int64_t number = 0;  ///< place in the input, from 1
  std::string sha256, part;
  std::int64_t tokens = 0;  ///< that were run
  bool cut = false;         ///< at the most tokens of a document
  nlohmann::ordered_json fields;
  CorpusSums sums;
};

/// documents.jsonl of a corpus folder: one line a document, appended when the document is done.
///
/// It is one log rather than a file a document, because 100,000 small files are slow to copy, list
/// and delete on the file systems of clusters. Every line carries a check sum of itself. What a
/// kill leaves half written can only be the last line; it is cut off before the next document is
/// appended, and that document is run again.
class DocumentLog {
 public:
  static constexpr const char* kFile = "documents.jsonl";

  /// Opens the log for one writer, and makes it where there is none.
  /// @throws Error where another process writes to it, or a line in its middle is damaged
  explicit DocumentLog(const std::filesystem::path& folder);

  const std::set<std::int64_t>& done() const { return done_; }  ///< numbers of documents
  bool cutOff() const { return cutOff_; }                       ///< a half line was removed
  /// Brought to disk within a second, by the next call or by the end.
  /// @param line logLine() of the document
  void append(std::int64_t number, const std::string& line);
  ~DocumentLog();
  DocumentLog(const DocumentLog&) = delete;
  DocumentLog& operator=(const DocumentLog&) = delete;

 private:
  std::filesystem::path path_;
  FileHandle file_;
  std::set<std::int64_t> done_;
  bool cutOff_ = false;
  std::int64_t synced_ = 0;  // milliseconds of a steady clock
};

/// Where the trace of a document is, if it was kept.
std::filesystem::path keptTrace(const std::filesystem::path& folder, std::int64_t number);

/// Bytes at the beginning of a line up to the end of its check sum.
inline constexpr std::size_t kCheckedBegin = 26;
/// A line of a log with its check sum, ready to be written.
std::string logLine(const DocumentRecord& record);

/// A whole line of a log: its text, and what it says.
struct LogLine {
  std::string text;  ///< without the line feed
  std::uint64_t offset = 0;
  nlohmann::json json;
  std::int64_t number = 0;  ///< of the document
  std::string what;         ///< names the line in messages
};
/// The whole lines of a log in their order; a half line at the end is passed over.
/// @throws Error where a line is damaged or a document is there twice
void eachLogLine(const std::filesystem::path& folder,
                 const std::function<void(const LogLine&)>& use);
/// @throws Error naming the field
DocumentRecord recordOf(const LogLine& line, int loops);

}  // namespace ouroscope
