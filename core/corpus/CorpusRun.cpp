// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/corpus/CorpusRun.h"

#include <algorithm>
#include <chrono>
#include <set>

#include "core/corpus/CorpusSplit.h"
#include "core/corpus/DocumentLog.h"
#include "core/corpus/DocumentSums.h"
#include "core/support/AtomicFile.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/Index.h"

namespace ouroscope {
namespace {

namespace fs = std::filesystem;

constexpr const char* kTraces = "traces";

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
  const auto whole = static_cast<std::int64_t>(seconds + 0.5);
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
    CorpusState state{.wanted = shardSize(std::ssize(selected), settings_.shard, settings_.shards)};
    state.before = state.done = std::ssize(log.done());
    const Pace pace(hooks_.progress, state);
    for (std::size_t place = 0; place < selected.size(); ++place) {
      if (!inShard(place, settings_.shard, settings_.shards)) continue;
      const std::int64_t number = selected[place] + 1;
      if (log.done().contains(number)) continue;
      if (hooks_.stop.stop_requested()) break;
      pace.show();
      const bool keeps =
          settings_.keep == CorpusSettings::kKeepAll || std::cmp_less(place, settings_.keep);
      if (!document(selected[place], keeps, log)) break;
      ++state.done;
    }
    if (beyond_ > 0)
      note(std::to_string(beyond_) + (beyond_ == 1 ? " document is" : " documents are") +
           " longer than the " + std::to_string(model_->folder.config.maxPositions) +
           " positions that the model was made for; --max-tokens cuts them.");
    return state;
  }

 private:
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

  PreparedRun prepare(Document& document, bool& cut) {
    RunOrder order;
    order.prompt = std::move(document.prompt);
    order.loops = settings_.loops;
    order.topK = settings_.topK;
    order.startSeed = settings_.startSeed;
    order.plainSpecials = settings_.plainSpecials;
    order.withoutPrefix = settings_.withoutPrefix;
    PreparedRun run = prepareRun(*model_, order);
    const int most = settings_.maxTokens;
    cut = most > 0 && intSize(run.request.prompt) > most;
    if (cut) {
      run.request.prompt.resize(most);
      run.info.promptTokens = most;
    }
    beyond_ += intSize(run.request.prompt) > model_->folder.config.maxPositions;
    return run;
  }

  /// @return false where it was stopped before its end
  bool document(std::size_t index, bool keeps, DocumentLog& log) {
    try {
      Document document = input_.read(index);
      DocumentRecord record;
      record.number = static_cast<std::int64_t>(index) + 1;
      record.sha256 = document.sha256;
      record.part = partName(partOfDocument(document, input_.where(index), settings_));
      record.fields = std::move(document.fields);
      RunRecording recording(model_, prepare(document, record.cut));
      for (const Note& each : recording.prepared().notes)
        if (std::string sentence = each.text(); told_.insert(sentence).second) note(sentence);
      const TracePtr trace = recording.run({.stop = hooks_.stop});
      if (trace->info().stop()) return false;
      record.tokens = trace->tokens();
      record.sums = documentSums(*trace, hooks_.rule(*trace), settings_.skipFirst);
      if (keeps) {
        fs::create_directories(folder_ / kTraces);
        writeTrace(*trace, keptTrace(folder_, record.number));
      }
      log.append(record);
      return true;
    } catch (const Cancelled&) {
      return false;
    } catch (const Error& error) {
      throw Error(input_.where(index) + ": " + error.what() +
                  " The documents before it are kept in " + shownPath(folder_) + ".");
    }
  }

  const ModelPtr& model_;
  const CorpusInput& input_;
  const CorpusSettings& settings_;
  const fs::path& folder_;
  const CorpusHooks& hooks_;
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

fs::path keptTrace(const fs::path& folder, std::int64_t number) {
  std::string digits = std::to_string(number);
  constexpr std::size_t kDigits = 6;
  if (digits.size() < kDigits) digits.insert(0, kDigits - digits.size(), '0');
  return folder / kTraces / ("document-" + digits + ".trace.safetensors");
}

CorpusState runCorpus(const ModelPtr& model, const CorpusInput& input,
                      const CorpusSettings& settings, const fs::path& folder,
                      const CorpusHooks& hooks) {
  return Runner(model, input, settings, folder, hooks).run();
}

}  // namespace ouroscope
