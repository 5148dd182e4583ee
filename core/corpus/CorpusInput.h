// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/corpus/Task.h"
#include "core/run/RunOrder.h"
#include "core/support/FileHandle.h"

namespace ouroscope {

/// One text of a corpus.
struct Document {
  RunPrompt prompt;               ///< text or a conversation, never token ids; of a task nothing
  std::optional<Task> task;       ///< a question with its answer
  std::string sha256;             ///< of the text, or of conversation or task as JSON
  nlohmann::ordered_json fields;  ///< of its line: texts up to 256 bytes, numbers, true and false
};

/// The documents of a JSONL file ({"text": ...}, {"messages": [...]}, {"question", "answer"} or
/// {"question", "choices", "answer"} with any other fields), or of a folder (its files *.txt in the
/// order of their names' bytes; the field "file" is the name). Documents are read one at a time;
/// what is kept of each is its place and its hash.
class CorpusInput {
 public:
  /// Reads and checks everything once.
  /// @throws Error naming the line or the file
  explicit CorpusInput(const std::filesystem::path& path);

  bool isFolder() const { return folder_; }
  std::string name() const;  ///< last part of the path
  const std::string& sha256() const {
    return sha256_;
  }  ///< of the file; of a folder's names and
     ///< files, see docs/corpus.md
  std::size_t size() const { return entries_.size(); }
  std::size_t tasks() const { return tasks_; }  ///< of them, questions
  /// SHA-256 of a document's text. @param index from 0, in the order of the input
  const std::string& sha256(std::size_t index) const { return entries_[index].sha256; }
  /// "line 12" or "'a.txt'", for messages.
  std::string where(std::size_t index) const;
  /// @throws Error where the input is no longer what was checked
  Document read(std::size_t index) const;

  bool hadByteOrderMark() const { return hadByteOrderMark_; }
  std::size_t otherFiles() const { return otherFiles_; }  ///< of a folder, not *.txt

 private:
  struct Entry {
    std::uint64_t offset = 0, bytes = 0;
    std::int64_t line = 0;
    std::string file;  // of a folder
    std::string sha256;
  };

  void scanFile();
  void scanFolder();

  std::filesystem::path path_;
  FileHandle file_;  // of a JSONL file
  bool folder_ = false, hadByteOrderMark_ = false;
  std::size_t otherFiles_ = 0, tasks_ = 0;
  std::string sha256_;
  std::vector<Entry> entries_;
};

}  // namespace ouroscope
