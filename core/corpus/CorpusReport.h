// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <stop_token>

#include "core/analysis/TraceSummary.h"
#include "core/corpus/Bootstrap.h"
#include "core/corpus/CorpusManifest.h"
#include "core/corpus/Quantities.h"

namespace ouroscope {

/// What a mean weighs equally.
enum class MeanOver {
  Documents,  ///< the mean over documents of each document's mean over its tokens
  Tokens      ///< the mean over all tokens
};

struct CorpusReportOptions {
  std::string by;       ///< field by whose values documents are told apart; empty: none
  std::string groupBy;  ///< field whose values are resampled whole; empty: documents are
  Grouping classes = Grouping::None;  ///< of tokens: None, Word or Position
  std::string part = "all";           ///< or "selection", "confirmation"
  MeanOver mean = MeanOver::Documents;
  bool curves = true;  ///< with the readings by exit rules, of all documents and tokens
  bool pairs = true;   ///< with the agreement of every two loops
  BootstrapOptions bootstrap;
  bool operator==(const CorpusReportOptions&) const = default;
};

/// A number of a report.
struct CorpusRow {
  std::optional<std::string> value;  ///< of the field `by`; nothing: all documents
  std::string tokens = "all";        ///< class of tokens
  QuantityName name;
  Estimate estimate;           ///< clusters: documents, or groups
  std::int64_t documents = 0;  ///< behind it
  std::int64_t tokenCount = 0;
};

/// An accuracy of answers against the loops that it took: one way to read them.
struct ParetoPoint {
  QuantityName name;             ///< of the accuracy
  Estimate accuracy, meanLoops;  ///< with the same documents
  std::int64_t documents = 0;
  bool front = false;  ///< no other reading is as accurate with fewer loops, or better with as many
};

struct CorpusReport {
  /// SHA-256 of the manifest and of the check sums of the lines that were read, in their order.
  std::string sha256;
  std::int64_t documents = 0;  ///< read, of the part
  std::int64_t inFolder = 0;
  std::int64_t unmatched = 0;  ///< with a second corpus: documents that only one of them has
  std::int64_t tokens = 0, counted = 0;  ///< run; counted in the sums
  std::int64_t cut = 0;                  ///< documents that were cut
  CorpusSums sums;                       ///< of these documents
  std::vector<CorpusRow> rows;
  std::vector<ParetoPoint> pareto;  ///< of all documents, by measure, then by mean loops
};

/// Reads a corpus folder, whole or under way.
/// @param against another corpus of the same documents: every number is then the difference to it,
/// paired by document; loops and thresholds that only one of them has are left out
/// @throws Error naming the line or the field; Cancelled
CorpusReport corpusReport(const std::filesystem::path& folder, const CorpusReportOptions& options,
                          const std::optional<std::filesystem::path>& against = {},
                          const std::stop_token& stop = {}, const ProgressFn& progress = {});

}  // namespace ouroscope
