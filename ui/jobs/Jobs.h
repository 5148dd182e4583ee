// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>
#include <memory>
#include <optional>

#include "core/corpus/Corpus.h"
#include "core/corpus/DocumentIndex.h"
#include "core/run/ModelRequest.h"
#include "core/run/RunOrder.h"
#include "core/support/ContainedFolder.h"
#include "ui/figures/base/FigureRequest.h"
#include "ui/jobs/ExamplePrompts.h"
#include "ui/jobs/JobRunner.h"
#include "ui/jobs/LiveRun.h"

namespace ouroscope {

/// What a run should record beyond the columns that are always there, and what changes it.
struct RunWish {
  bool hidden = false, logits = false, layers = false;
  QStringList track;                        ///< words to track from then on
  std::vector<Intervention> interventions;  ///< after those that the run has
};

/// A model and what its folder suggests to run.
struct OpenedModel {
  ModelPtr model;
  ExamplePrompts examples;
  /// A link that leaves the folder, which nobody has said to follow: there is no model then.
  std::optional<OutsideLink> outside;
};

/// The window's jobs; each returns the work for JobRunner::start. Results: OpenedModel, TracePtr
/// where a run or a record comes out, else nothing.
JobRunner::Work loadModelJob(const ModelRequest& request);
/// Publish TracePtr while they run. `live` steers them and is fed token by token; where it has
/// other settings than the order, they hold from the first generated token on.
JobRunner::Work runJob(const ModelPtr& model, const RunOrder& order, const LiveRunPtr& live);
JobRunner::Work rerunJob(const ModelPtr& model, const RerunOrder& order, const LiveRunPtr& live);
JobRunner::Work branchJob(const ModelPtr& model, const BranchOrder& order, const LiveRunPtr& live);
JobRunner::Work openTraceJob(const QString& path);
/// Several at once: what could be read, and a sentence for each that could not.
struct OpenedTraces {
  std::vector<std::pair<QString, TracePtr>> traces;
  QStringList problems;
};
JobRunner::Work openTracesJob(const QStringList& paths);  ///< gives OpenedTraces
/// A corpus with the list of its documents.
struct OpenedCorpus {
  CorpusPtr corpus;
  DocumentIndexPtr documents;
};
JobRunner::Work openCorpusJob(const QString& folder);  ///< gives OpenedCorpus
/// A document out of the input that the corpus was run on; gives RunPrompt: a text or a
/// conversation, of a task the question, with the right choice. Fails where the input is another.
/// @param number from 1
JobRunner::Work readDocumentJob(const CorpusPtr& corpus, const QString& input, qint64 number);
JobRunner::Work saveTraceJob(const TracePtr& trace, const QString& path);
JobRunner::Work writeFigureJob(const QByteArray& bytes, const QString& path);
/// Hashes the traces that a caption names, heavy columns included, so that the window's thread only
/// looks the hashes up. Before a caption or a picture is made.
JobRunner::Work hashTracesJob(const FigureInput& input);
/// Exports by the suffix of `path`. Plots are widgets, so a picture is painted before this returns,
/// on the window's thread; a table is made in the job. @throws Error as drawFigure
JobRunner::Work exportFigureJob(const FigureRequest& request, const QString& path);

}  // namespace ouroscope
