// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <list>
#include <memory>
#include <mutex>
#include <utility>

#include "core/corpus/CorpusReport.h"

namespace ouroscope {

/// A corpus folder that is looked at: its manifest, and reports on it. A report takes up to minutes
/// and is kept, so that the pictures and tables which need the same one make it once.
class Corpus {
 public:
  /// Reads the manifest. @throws Error where the folder holds no corpus
  explicit Corpus(const std::filesystem::path& folder);

  const std::filesystem::path& folder() const { return folder_; }
  std::string name() const;  ///< last part of the folder's path
  const CorpusManifest& manifest() const { return manifest_; }

  using ReportPtr = std::shared_ptr<const CorpusReport>;
  /// Any thread; two that ask for the same one at once both make it.
  /// @throws Error as corpusReport; Cancelled
  ReportPtr report(const CorpusReportOptions& options, const std::stop_token& stop = {},
                   const ProgressFn& progress = {}) const;
  /// The report if it was made; null otherwise.
  ReportPtr known(const CorpusReportOptions& options) const;

 private:
  static constexpr std::size_t kMost = 16;  // reports kept: a page of figures takes up to 12

  std::filesystem::path folder_;
  CorpusManifest manifest_;
  mutable std::mutex mutex_;
  mutable std::list<std::pair<CorpusReportOptions, ReportPtr>> reports_;
};
using CorpusPtr = std::shared_ptr<const Corpus>;

}  // namespace ouroscope
