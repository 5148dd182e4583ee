// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/corpus/Corpus.h"

namespace ouroscope {

Corpus::Corpus(const std::filesystem::path& folder)
    : folder_(std::filesystem::absolute(folder).lexically_normal()),
      manifest_(CorpusManifest::read(folder)) {}

std::string Corpus::name() const {
  const std::filesystem::path last =
      folder_.has_filename() ? folder_.filename() : folder_.parent_path().filename();
  return last.string();
}

Corpus::ReportPtr Corpus::known(const CorpusReportOptions& options) const {
  const std::lock_guard lock(mutex_);
  for (const auto& [made, report] : reports_)
    if (made == options) return report;
  return nullptr;
}

Corpus::ReportPtr Corpus::report(const CorpusReportOptions& options, const std::stop_token& stop,
                                 const ProgressFn& progress) const {
  if (ReportPtr report = known(options)) return report;
  auto made =
      std::make_shared<const CorpusReport>(corpusReport(folder_, options, {}, stop, progress));
  const std::lock_guard lock(mutex_);
  reports_.emplace_front(options, made);
  if (reports_.size() > kMost) reports_.pop_back();
  return made;
}

}  // namespace ouroscope
