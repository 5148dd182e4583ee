// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "app/cli/Terminal.h"
#include "core/corpus/CorpusReport.h"

namespace ouroscope::cli {

/// A report with what it was made of, in words, CSV and JSON.
struct CorpusPaper {
  const CorpusManifest& manifest;
  const CorpusReportOptions& options;
  const CorpusReport& report;
  bool difference = false;  ///< numbers are differences to another corpus
  bool rules = false;       ///< the text has the readings by all exit rules, not the gate's alone

  std::string text(const Terminal& terminal) const;
  std::string csv() const;
  std::string json() const;
};

}  // namespace ouroscope::cli
