// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/corpus/CorpusInput.h"
#include "core/corpus/CorpusManifest.h"
#include "core/corpus/DocumentLog.h"
#include "core/run/RunRecording.h"

namespace ouroscope {

/// How a record is read (CorpusHooks::rule).
using RuleOf = std::function<ReadoutRule(const Trace&)>;

/// What a document of a corpus takes: runs, of which some follow from what others gave.
class DocumentWork {
 public:
  virtual ~DocumentWork() = default;
  /// The runs that it begins with. @throws Error where the document cannot be run
  virtual std::vector<PreparedRun> begin() = 0;
  /// A run has ended. @param which of all, in the order in which they were given out
  /// @return the runs that follow from it
  virtual std::vector<PreparedRun> take(std::size_t which, const TracePtr& trace) = 0;
  /// After the last run: tokens, sums and whether it was cut.
  virtual void finish(DocumentRecord& record) = 0;
  /// The trace that is kept of the document, after the last run.
  virtual TracePtr kept() const = 0;
};

/// A text or a conversation: one run.
std::unique_ptr<DocumentWork> textWork(const LoadedModel& model, const CorpusSettings& settings,
                                       const RuleOf& rule, RunPrompt prompt);
/// A question whose choices are scored.
std::unique_ptr<DocumentWork> choiceWork(const LoadedModel& model, const CorpusSettings& settings,
                                         const RuleOf& rule, Task task);
/// A question whose answer is generated. @param ends tokensThatEnd(); outlives the work
std::unique_ptr<DocumentWork> answerWork(const LoadedModel& model, const CorpusSettings& settings,
                                         const RuleOf& rule, Task task,
                                         const std::vector<std::int32_t>& ends);

/// Every token in which one of the texts that end an answer stands whole: with it the generation
/// ends. Ids of the model's vocabulary.
std::vector<std::int32_t> tokensThatEnd(const LoadedModel& model,
                                        std::span<const std::string> until);

/// A run of a text with the settings of the corpus; nothing is generated.
RunOrder corpusOrder(const CorpusSettings& settings, RunPrompt prompt);

}  // namespace ouroscope
