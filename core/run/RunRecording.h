// SPDX-License-Identifier: GPL-3.0-or-later
// The one use case "record this order on this model", for the window and the command line.
#pragma once
#include <mutex>
#include <string>

#include "core/engine/RunRequest.h"
#include "core/record/Note.h"
#include "core/run/LoadedModel.h"
#include "core/run/RunOrder.h"
#include "core/trace/TraceRecorder.h"

namespace ouroscope {

/// An order made ready for a model: checked, and in token ids.
struct PreparedRun {
  RunRequest request;
  TraceInfo info;              ///< of the trace, as far as it is known before the run
  TracePtr before;             ///< the record that a branch continues; null
  bool endsAtContext = false;  ///< the context of the model has less room than was asked for
  bool repeats = false;        ///< the tokens of a record once more: it ends why that one ended
  std::vector<Note> notes;     ///< what a person should know before it starts
};

/// @throws Error in one sentence where the order does not fit the model
PreparedRun prepareRun(const LoadedModel& model, const RunOrder& order);

/// Reads the lenses of a run that was prepared otherwise, and notes them in its metadata; nothing
/// where `file` is empty. @throws Error as readLenses(), and where no layers are captured
void takeLenses(const std::string& file, const ModelSpec& spec, PreparedRun& run);
/// @throws Error where the branch point, the record or the model does not allow it
PreparedRun prepareBranch(const LoadedModel& model, const BranchOrder& order);

/// @throws Error where the record was made with another model, or a word is not one token
PreparedRun prepareRerun(const LoadedModel& model, const RerunOrder& order);

/// The part of the metadata that says which shapes a record of this model has.
TraceInfo describeModel(const ModelSpec& spec);
/// The metadata of a run on this model.
/// @param chat the prompt is a conversation
TraceInfo describeRun(const LoadedModel& model, const RunRequest& request, bool chat);

/// The keys and values of the last run on a model, for branches. A run locks it while it goes on:
/// an older run that is being cancelled may still be in its last layer.
struct RunMemory {
  std::mutex mutex;
  ModelPtr model;  ///< that `kept` belongs to; keeps its weights alive
  KeptSequence kept;
};

/// What a run may be given besides its order; all of it optional.
struct RecordingHooks {
  std::stop_token stop{};
  ProgressFn progress{};
  RunControl* control = nullptr;    ///< as in RunHooks
  RunMemory* memory = nullptr;      ///< keys and values are read from it and left in it
  LoopObserver* watcher = nullptr;  ///< is told everything after the record has it
  LoopHooks* loops = nullptr;       ///< called around every loop
};

/// A run under way and the record that it makes. One thread.
class RunRecording {
 public:
  RunRecording(ModelPtr model, PreparedRun run);

  const PreparedRun& prepared() const { return run_; }
  const RunRequest& request() const { return run_.request; }
  int promptTokens() const { return promptTokens_; }
  int tokens() const { return recorder_.tokens(); }  ///< recorded so far
  /// The prompt's and the most that are drawn after it; a word that ends the text may come before.
  std::int64_t wantedTokens() const {
    return std::ssize(run_.request.prompt) + run_.request.generate;
  }
  /// Nothing is recorded beside what a branch took over.
  bool nothingNew() const { return tokens() <= run_.request.known; }
  TracePtr snapshot() const { return recorder_.snapshot(); }  ///< what is recorded so far, copied

  /// Runs to the end or to the stop, once. What was recorded before a stop is kept: it is true as
  /// far as it goes.
  /// @throws Error; Cancelled where it was stopped before anything new was recorded
  TracePtr run(const RecordingHooks& hooks = {});
  /// The same for who runs the request beside others (core/run/RunTogether.h): observer() is told,
  /// then this ends the record.
  /// @param stopped the run was cancelled
  /// @throws Cancelled where it was stopped before anything new was recorded
  TracePtr ended(const RunSummary& done, bool stopped);
  LoopObserver& observer() { return recorder_; }
  /// After run() has thrown: what was recorded until then, marked as stopped there.
  /// @throws Error when nothing was recorded
  TracePtr keep();

  /// Bytes that the trace file of the whole run takes at most, texts of generated words estimated.
  std::uint64_t fileBytes() const;
  /// @throws Error where the texts of the prompt alone are more than a trace file can hold
  void requireWritable() const;

 private:
  std::uint64_t promptTextBytes() const;
  RunEnd endOf() const;

  ModelPtr model_;
  PreparedRun run_;
  int promptTokens_;
  TraceRecorder recorder_;
};

}  // namespace ouroscope
