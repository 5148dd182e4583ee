// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/corpus/CorpusManifest.h"
#include "core/support/Progress.h"

namespace ouroscope {

/// A number of a document, for lists.
struct DocumentMeasure {
  std::string_view id;    ///< "exit_loop"
  std::string_view name;  ///< "exit loop"
  std::string_view unit;  ///< "loops", "nats", or "" for a share
  bool count = false;     ///< a whole number
};
/// Tokens first, then what corpus report says of tokens, then what it says of answers.
std::span<const DocumentMeasure> documentMeasures();
/// Place in the list. @throws Error naming all
std::size_t documentMeasureFromName(const std::string& id);

struct DocumentRecord;

/// A field of the documents, by which they may be told apart.
struct DocumentField {
  std::string name;            ///< UTF-8
  std::int64_t documents = 0;  ///< that have it
  /// Different values, counted up to kMostValues.
  std::int64_t values = 0;
  static constexpr std::int64_t kMostValues = 1000;
};

/// What a list of a corpus's documents shows, without the sums of any: 100 bytes a document and its
/// fields. It is kept beside the log as `documents.index`, which is made again from the log where
/// it is absent or of another log, so it may be deleted. The numbers are floats.
class DocumentIndex {
 public:
  static constexpr const char* kFile = "documents.index";

  /// Makes an index from documents as they are appended to the log.
  class Maker {
   public:
    explicit Maker(int loops);
    ~Maker();
    void add(const DocumentRecord& record);
    std::size_t size() const;
    /// Keeps it beside the log where the folder can be written. The log has these documents.
    void keep(const std::filesystem::path& folder);

   private:
    friend class DocumentIndex;
    struct Made;
    std::unique_ptr<Made> made_;
  };

  /// Reads the index, or makes it from the log and keeps it where the folder can be written.
  /// @throws Error naming the file or the line; Cancelled
  static std::shared_ptr<const DocumentIndex> open(const std::filesystem::path& folder,
                                                   const std::stop_token& stop = {},
                                                   const ProgressFn& progress = {});

  std::size_t size() const { return numbers_.size(); }
  int loops() const { return loops_; }
  std::int64_t number(std::size_t row) const { return numbers_[row]; }  ///< from 1
  bool confirmation(std::size_t row) const { return flags_[row] & kConfirmation; }
  bool cut(std::size_t row) const { return flags_[row] & kCut; }
  /// @param measure place in documentMeasures(). NaN where the document has no such number
  float value(std::size_t row, std::size_t measure) const;
  bool has(std::size_t measure) const { return !std::isnan(means_[measure]); }  ///< some document
  /// Over the documents that have it; NaN where none has.
  double mean(std::size_t measure) const { return means_[measure]; }
  /// Share of its tokens that are read at each loop, in steps of 1/255. [R]; all 0: no tokens
  std::span<const std::uint8_t> exits(std::size_t row) const {
    return {exits_.data() + row * std::size_t(loops_), std::size_t(loops_)};
  }
  /// "subject: sums, level: 2": names and values of the fields. UTF-8.
  std::string_view fields(std::size_t row) const {
    return std::string_view(fields_).substr(fieldEnds_[row], fieldEnds_[row + 1] - fieldEnds_[row]);
  }
  /// In the order in which documents first have them.
  std::span<const DocumentField> fieldList() const { return fieldList_; }

 private:
  enum : std::uint8_t { kConfirmation = 1, kCut = 2 };

  DocumentIndex() = default;
  static DocumentIndex made(const std::filesystem::path& folder, int loops,
                            const std::stop_token& stop, const ProgressFn& progress,
                            std::int64_t expected);
  /// @return whether the file is there, whole and of this log
  bool read(const std::filesystem::path& folder, const std::string& log);
  void write(const std::filesystem::path& folder, const std::string& log) const;
  void finish();
  template <class Visit>
  void each(const Visit& visit);

  int loops_ = 0;
  std::vector<std::int64_t> numbers_;
  std::vector<std::uint8_t> flags_, exits_;
  std::vector<float> values_;  // [rows][measures]
  std::vector<std::uint64_t> fieldEnds_{0};
  std::string fields_;
  std::vector<DocumentField> fieldList_;
  std::vector<double> means_;
};
using DocumentIndexPtr = std::shared_ptr<const DocumentIndex>;

}  // namespace ouroscope
