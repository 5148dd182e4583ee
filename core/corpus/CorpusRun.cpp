// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/corpus/CorpusRun.h"

#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <deque>
#include <future>
#include <iterator>
#include <memory>
#include <set>

#include "core/corpus/CorpusSplit.h"
#include "core/corpus/DocumentIndex.h"
#include "core/corpus/DocumentLog.h"
#include "core/corpus/DocumentWork.h"
#include "core/corpus/WorkQueue.h"
#include "core/run/RunTogether.h"
#include "core/support/AtomicFile.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/Index.h"

namespace ouroscope {
namespace {

namespace fs = std::filesystem;

/// @param where names the document in messages
CorpusPart partOfDocument(const Document& document, const std::string& where,
                          const CorpusSettings& s) {
  if (s.splitBy.empty()) return partOf(document.sha256, s.splitShare);
  const auto field = document.fields.find(s.splitBy);
  if (field == document.fields.end())
    throw Error("The document of " + where + " has no field " + shownText(s.splitBy) +
                " (a short text, a number, true or false) to split the corpus by.");
  return partOf(fieldHash(*field), s.splitShare);
}

/// The same of a document that is not read yet, and read only where a field decides.
CorpusPart partOfDocument(const CorpusInput& input, std::size_t index, const CorpusSettings& s) {
  if (s.splitBy.empty()) return partOf(input.sha256(index), s.splitShare);
  return partOfDocument(input.read(index), input.where(index), s);
}

/// A folder for a corpus: new, empty, or one that holds a corpus.
void makeFolder(const fs::path& folder) {
  std::error_code code;
  fs::create_directories(folder, code);
  if (code || !fs::is_directory(folder))
    throw Error(shownPath(folder) + " cannot be made" +
                (code ? ": " + code.message() : ": a file has that name") + ".");
  if (CorpusManifest::isIn(folder)) return;
  for (const auto& entry : fs::directory_iterator(folder, code)) {
    // What a run that was killed at its very beginning leaves.
    const std::string name = entry.path().filename().native();
    const bool begun = name == DocumentLog::kFile && fs::file_size(entry.path(), code) == 0;
    if (!begun && !name.ends_with(AtomicFile::kTemporarySuffix))
      throw Error(shownPath(folder) + " is not empty and holds no corpus: give a new folder.");
  }
}

std::string timeText(double seconds) {
  const std::int64_t whole = std::llround(seconds);
  if (whole < 100) return std::to_string(whole) + " s";
  if (whole < 100 * 60) return std::to_string((whole + 30) / 60) + " min";
  return std::to_string((whole + 1800) / 3600) + " h";
}

/// How far the work is and how long the rest takes, judged by the documents of this run.
class Pace {
 public:
  Pace(const ProgressFn& progress, const CorpusState& state) : progress_(progress), state_(state) {}
  void show() const {
    if (!progress_) return;
    std::string text =
        "Document " + std::to_string(state_.done + 1) + " of " + std::to_string(state_.wanted);
    const std::int64_t made = state_.done - state_.before;
    if (made > 0) {
      const std::chrono::duration<double> gone = std::chrono::steady_clock::now() - begin_;
      text += ", " + timeText(gone.count() / made * (state_.wanted - state_.done)) + " left";
    }
    progress_(text, state_.done, state_.wanted);
  }

 private:
  const ProgressFn& progress_;
  const CorpusState& state_;
  const std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

/// A document that is not in the log yet.
struct OpenDocument {
  std::size_t index = 0;
  bool keeps = false;  ///< its trace
  DocumentRecord record;
  std::unique_ptr<DocumentWork> work;
  std::future<std::vector<PreparedRun>> first;  ///< the runs that it begins with; valid until taken
  std::size_t given = 0, ended = 0;             ///< runs
  std::future<std::string> line;                ///< of the log; valid from its last run on
  std::exception_ptr error;
};

/// Runs documents side by side. They are appended to the log in the order of the input, so that the
/// folder is the same however many run together.
class Runner {
 public:
  Runner(const ModelPtr& model, const CorpusInput& input, const CorpusSettings& settings,
         const fs::path& folder, const CorpusHooks& hooks)
      : model_(model), input_(input), settings_(settings), folder_(folder), hooks_(hooks) {}

  CorpusState run() {
    const std::vector<std::size_t> selected = selectedDocuments(input_, settings_);
    makeFolder(folder_);
    DocumentLog log(folder_);
    takeManifest(std::ssize(selected), log);
    if (log.cutOff()) note("The last document was half written and is run again.");
    if (input_.tasks() > 0) ends_ = tokensThatEnd(*model_, settings_.until);
    state_.wanted = shardSize(std::ssize(selected), settings_.shard, settings_.shards);
    state_.before = state_.done = std::ssize(log.done());
    if (state_.before == 0)
      index_.emplace(settings_.loops > 0 ? settings_.loops : model_->backend->spec().usualLoops());
    for (std::size_t place = 0; place < selected.size(); ++place)
      if (inShard(place, settings_.shard, settings_.shards) &&
          !log.done().contains(std::int64_t(selected[place]) + 1))
        todo_.push_back({selected[place], settings_.keep == CorpusSettings::kKeepAll ||
                                              std::cmp_less(place, settings_.keep)});
    runAll(log);
    if (beyond_ > 0)
      note(std::to_string(beyond_) + (beyond_ == 1 ? " document is" : " documents are") +
           " longer than the " + std::to_string(model_->folder.config.maxPositions) +
           " positions that the model was made for; --max-tokens cuts texts.");
    keepIndex();
    return state_;
  }

 private:
  struct ToDo {
    std::size_t index;
    bool keeps;
  };
  struct WaitingRun {
    OpenDocument* of;
    std::size_t which;
    PreparedRun run;
  };

  void note(const std::string& sentence) const {
    if (hooks_.note) hooks_.note(sentence);
  }

  void takeManifest(std::int64_t documents, const DocumentLog& log) const {
    CorpusManifest mine(*model_, input_, settings_, documents);
    if (!CorpusManifest::isIn(folder_)) {
      if (!log.done().empty())
        throw Error(shownPath(folder_) +
                    " has documents but no manifest.json: begin in another folder.");
      return mine.write(folder_);
    }
    CorpusManifest before = CorpusManifest::read(folder_);
    if (const auto difference = before.difference(mine, true))
      throw Error(shownPath(folder_) + " holds a run with other settings (" + *difference +
                  "): give the same ones, or another folder.");
    if (before.addDevices(mine)) before.write(folder_);
  }

  /// So that a list of the documents opens at once. Whoever stops here has his run; the list is
  /// made when it is opened.
  void keepIndex() {
    if (!state_.complete()) return;
    if (index_ && index_->size() == std::size_t(state_.done)) return index_->keep(folder_);
    try {
      (void)DocumentIndex::open(folder_, hooks_.stop, hooks_.progress);
    } catch (const Cancelled&) {
    }
  }

  void runAll(DocumentLog& log) {
    const int most = hooks_.together > 0 ? hooks_.together : usualTogether(*model_->backend);
    RunTogether runs(model_, most, hooks_.stop);
    const Pace pace(hooks_.progress, state_);
    const auto stopped = [&] { return hooks_.stop.stop_requested(); };
    pace.show();
    while (!stopped() && (!open_.empty() || next_ < todo_.size())) {
      fill(runs, most);
      const bool more = runs.pass();
      append(log, pace, !more);
    }
    // What has run to its end is kept, also where the run is stopped.
    while (!open_.empty() && open_.front()->line.valid()) append(log, pace, true);
  }

  /// Gives out runs as long as there is room, those of the earliest documents first.
  void fill(RunTogether& runs, int most) {
    // Those that are done wait for a longer one before them: they are little, but not nothing.
    const std::size_t ahead = 4 * std::size_t(most);
    while (!hooks_.stop.stop_requested()) {
      while (!waiting_.empty()) {
        if (!waiting_.front().of->error && !runs.hasRoom(waiting_.front().run)) return;
        WaitingRun next = std::move(waiting_.front());
        waiting_.pop_front();
        if (!next.of->error) add(runs, std::move(next));
      }
      while (!failed_ && next_ < todo_.size() && open_.size() < ahead &&
             std::cmp_less(begun_.size(), most))
        openNext();
      if (failed_ || begun_.empty()) return;
      OpenDocument& document = *begun_.front();
      constexpr std::chrono::seconds kNow{0};
      if (runs.running() > 0 && document.first.wait_for(kNow) != std::future_status::ready) return;
      begun_.pop_front();
      attempt(document, [&] { give(document, document.first.get()); });
    }
  }

  /// Reads the next document and finds its tokens, beside the passes.
  void openNext() {
    const ToDo& next = todo_[next_++];
    open_.push_back(std::make_unique<OpenDocument>());
    OpenDocument& document = *open_.back();
    document.index = next.index;
    document.keeps = next.keeps;
    begun_.push_back(&document);
    document.first = queue_.add([this, &document] {
      const std::size_t index = document.index;
      Document read = input_.read(index);
      document.record.number = static_cast<std::int64_t>(index) + 1;
      document.record.sha256 = read.sha256;
      document.record.part = partName(partOfDocument(read, input_.where(index), settings_));
      document.record.fields = std::move(read.fields);
      document.work = workOf(std::move(read));
      return document.work->begin();
    });
  }

  std::unique_ptr<DocumentWork> workOf(Document document) const {
    if (!document.task)
      return textWork(*model_, settings_, hooks_.rule, std::move(document.prompt));
    Task& task = *document.task;
    return task.hasChoices() ? choiceWork(*model_, settings_, hooks_.rule, std::move(task))
                             : answerWork(*model_, settings_, hooks_.rule, std::move(task), ends_);
  }

  void give(OpenDocument& document, std::vector<PreparedRun> runs) {
    bool beyond = false;
    // What follows from a run comes before documents that have not begun.
    const auto at = document.given > 0 ? waiting_.begin() : waiting_.end();
    std::vector<WaitingRun> more;
    for (PreparedRun& run : runs) {
      for (const Note& each : run.notes)
        if (std::string sentence = each.text(); told_.insert(sentence).second) note(sentence);
      beyond |= intSize(run.request.prompt) > model_->folder.config.maxPositions;
      more.push_back({&document, document.given++, std::move(run)});
    }
    beyond_ += beyond;
    waiting_.insert(at, std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }

  void add(RunTogether& runs, WaitingRun next) {
    OpenDocument& of = *next.of;
    attempt(of, [&] {
      runs.add(std::move(next.run), [this, &of, which = next.which](
                                        const TracePtr& trace, const std::exception_ptr& error) {
        attempt(of, [&] {
          if (error) std::rethrow_exception(error);
          if (trace->info().stop()) throw Cancelled();
          ended(of, which, trace);
        });
      });
    });
  }

  void ended(OpenDocument& of, std::size_t which, const TracePtr& trace) {
    give(of, of.work->take(which, trace));
    if (++of.ended < of.given) return;
    // One thread of its own beside those of the passes, which have gaps.
    of.line = queue_.add([this, &of] {
      of.work->finish(of.record);
      if (of.keeps) {
        const fs::path path = keptTrace(folder_, of.record.number);
        fs::create_directories(path.parent_path());
        writeTrace(*of.work->kept(), path);
      }
      of.work.reset();
      return logLine(of.record);
    });
  }

  /// What goes wrong with a document is told when all before it are in the log.
  template <class Work>
  void attempt(OpenDocument& of, const Work& work) {
    try {
      if (!of.error) work();
    } catch (...) {
      of.error = std::current_exception();
      failed_ = true;
    }
  }

  /// The documents that are done, as far as all before them are.
  /// @param wait for the first, where nothing else is under way
  void append(DocumentLog& log, const Pace& pace, bool wait) {
    for (; !open_.empty(); open_.pop_front(), wait = false) {
      OpenDocument& first = *open_.front();
      constexpr std::chrono::seconds kNow{0};
      if (!first.line.valid() || (!wait && first.line.wait_for(kNow) != std::future_status::ready))
        break;
      std::string line;
      attempt(first, [&] { line = first.line.get(); });
      if (first.error) break;
      log.append(first.record.number, line);
      if (index_) index_->add(first.record);
      ++state_.done;
      // Texts come and go on two threads, and what lies free between them would add up.
      constexpr std::int64_t kOften = 64;
      if (state_.done % kOften == 0) ::malloc_trim(0);
      if (state_.done < state_.wanted) pace.show();
    }
    if (open_.empty() || !open_.front()->error) return;
    try {
      std::rethrow_exception(open_.front()->error);
    } catch (const Cancelled&) {  // the loop ends by the stop itself
    } catch (const Error& error) {
      throw Error(input_.where(open_.front()->index) + ": " + error.what() +
                  " The documents before it are kept in " + shownPath(folder_) + ".");
    }
  }

  const ModelPtr& model_;
  const CorpusInput& input_;
  const CorpusSettings& settings_;
  const fs::path& folder_;
  const CorpusHooks& hooks_;
  CorpusState state_;
  std::vector<std::int32_t> ends_;  ///< tokens that end an answer
  std::vector<ToDo> todo_;
  std::size_t next_ = 0;  ///< of todo_
  std::deque<std::unique_ptr<OpenDocument>> open_;
  WorkQueue queue_;                  ///< of open_; goes before it
  std::deque<OpenDocument*> begun_;  ///< of open_: whose first runs are being prepared
  std::deque<WaitingRun> waiting_;
  /// Where this run appends all documents: what a list of them shows.
  std::optional<DocumentIndex::Maker> index_;
  bool failed_ = false;  ///< no further document begins
  std::set<std::string> told_;
  std::int64_t beyond_ = 0;
};

}  // namespace

std::vector<std::size_t> selectedDocuments(const CorpusInput& input, const CorpusSettings& s) {
  std::vector<std::size_t> selected;
  for (std::size_t i = 0; i < input.size(); ++i)
    if (s.select == "all" || s.select == partName(partOfDocument(input, i, s)))
      selected.push_back(i);
  return selected;
}

CorpusState runCorpus(const ModelPtr& model, const CorpusInput& input,
                      const CorpusSettings& settings, const fs::path& folder,
                      const CorpusHooks& hooks) {
  return Runner(model, input, settings, folder, hooks).run();
}

}  // namespace ouroscope
