// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <stop_token>

#include "core/analysis/ExitAnalysis.h"
#include "core/corpus/CorpusInput.h"
#include "core/corpus/CorpusManifest.h"
#include "core/corpus/DocumentLog.h"
#include "core/run/RunRecording.h"
#include "core/support/Progress.h"

namespace ouroscope {

/// What a corpus run is given besides its input and its settings.
struct CorpusHooks {
  std::stop_token stop{};
  ProgressFn progress{};
  /// How a record is read; it follows the settings exitThreshold, budget and gate. Called from
  /// two threads, perhaps at once.
  std::function<ReadoutRule(const Trace&)> rule;
  std::function<void(const std::string&)> note{};  ///< sentences for a person
  int together = 0;  ///< texts side by side; 0: as the device gains by it. No number changes
};

/// How far a corpus folder is.
struct CorpusState {
  std::int64_t wanted = 0, before = 0, done = 0;  ///< documents; done counts those before too
  bool complete() const { return done == wanted; }
};

/// The places in the input of the documents that a run with these settings covers, all shards
/// together.
/// @throws Error where a document lacks the field that the split is by
std::vector<std::size_t> selectedDocuments(const CorpusInput& input,
                                           const CorpusSettings& settings);

/// Runs the documents of the input that the folder does not have yet, side by side, and appends
/// each to its log when it and those before it are done. A stop keeps the documents of the log;
/// those under way are run again by the next call.
/// @throws Error where the folder holds a corpus with other settings, is in use or cannot be
/// written, or where a document cannot be run: those before it are kept
CorpusState runCorpus(const ModelPtr& model, const CorpusInput& input,
                      const CorpusSettings& settings, const std::filesystem::path& folder,
                      const CorpusHooks& hooks);

}  // namespace ouroscope
