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

struct SweepOrder;  // core/run/CausalSweep.h

/// What a run should record beyond the columns that are always there, and what changes it.
struct RunWish {
  Capture capture;
  std::string lensFile;                     ///< that layers are read through; empty: none
  QStringList track;                        ///< words to track from then on
  std::vector<Intervention> interventions;  ///< after those that the run has
};

/// One change at every place of the shown run in turn (core/run/CausalSweep.h).
struct SweepWish {
  bool ofTokens = false;     ///< over tokens; else over layers
  std::string intervention;  ///< without loop= and without what the sweep goes over
  int from = -1;             ///< open run whose states are put in; -1: none
  int token = -1;            ///< whose answer is asked, from 0
  QString word;              ///< that is asked for; empty: the best of the untouched run
};

/// What the shown run's text is run on once more, to be compared with it.
struct BesideWish {
  enum class What {
    Plain,   ///< the open model as it was before layers of it were looped: one pass
    Layers,  ///< the open model with other layers looped
    Model    ///< another model
  };
  What what = What::Plain;
  std::string layers, step;  ///< as in ModelRequest
  int loops = 0;             ///< 0: the usual number
  QString folder;            ///< of the other model
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
/// Gives the trace of the untouched run with its map. @param of the record that it was asked of
JobRunner::Work sweepJob(const ModelPtr& model, const SweepOrder& order, const TracePtr& of);
/// Makes reports of a corpus, which keeps them.
JobRunner::Work corpusReportsJob(const CorpusPtr& corpus, std::vector<CorpusReportOptions> wanted);
/// Opens a model beside the one that is open, runs the order on it and lets it go again.
JobRunner::Work besideJob(const ModelRequest& request, const RunOrder& order);
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
