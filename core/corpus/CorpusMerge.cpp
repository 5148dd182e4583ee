// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/corpus/CorpusMerge.h"

#include <map>
#include <optional>
#include <vector>

#include "core/corpus/CorpusManifest.h"
#include "core/corpus/CorpusRun.h"
#include "core/corpus/DocumentIndex.h"
#include "core/corpus/DocumentLog.h"
#include "core/support/AtomicFile.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"

namespace ouroscope {
namespace {

namespace fs = std::filesystem;

/// Where the line of a document stands.
struct LinePlace {
  std::size_t shard = 0;
  std::uint64_t offset = 0, bytes = 0;
};

class Merger {
 public:
  Merger(std::span<const fs::path> shards, const fs::path& out) : folders_(shards), out_(out) {}

  std::int64_t run() {
    readManifests();
    readPlaces();
    std::error_code code;
    fs::create_directories(out_, code);
    if (code || !fs::is_empty(out_, code))
      throw Error(shownPath(out_) + " is not a new or empty folder: give another one.");
    copyTraces();
    writeLog();
    whole_->write(out_);  // last: without it the folder is not a corpus
    return std::ssize(places_);
  }

 private:
  void readManifests() {
    std::map<int, fs::path> seen;
    for (const fs::path& folder : folders_) {
      const CorpusManifest manifest = CorpusManifest::read(folder);
      if (manifest.shards() == 1)
        throw Error(shownPath(folder) + " is a whole corpus, not a shard of one.");
      if (!whole_)
        whole_ = manifest.whole();
      else if (const auto difference = whole_->difference(manifest.whole(), false))
        throw Error(shownPath(folder) + " is a shard of another corpus: " + *difference + ".");
      else if (manifest.shards() != shards_)
        throw Error(shownPath(folder) + " is one of " + std::to_string(manifest.shards()) +
                    " shards, and " + shownPath(folders_.front()) + " one of " +
                    std::to_string(shards_) + ".");
      shards_ = manifest.shards();
      whole_->addDevices(manifest);
      const auto [at, fresh] = seen.emplace(manifest.shard(), folder);
      if (!fresh)
        throw Error(shownPath(folder) + " and " + shownPath(at->second) + " are both shard " +
                    std::to_string(manifest.shard()) + ": give each once.");
      wanted_.push_back(manifest.documentsHere());
    }
    for (int shard = 1; shard <= shards_; ++shard)
      if (!seen.contains(shard))
        throw Error("Shard " + std::to_string(shard) + " of " + std::to_string(shards_) +
                    " is missing: give its folder too.");
  }

  void readPlaces() {
    for (std::size_t i = 0; i < folders_.size(); ++i) {
      const std::size_t before = places_.size();
      eachLogLine(folders_[i], [&](const LogLine& line) {
        if (!places_.try_emplace(line.number, LinePlace{i, line.offset, line.text.size()}).second)
          throw Error(line.what + " has document " + std::to_string(line.number) +
                      ", which another shard has too.");
      });
      const auto found = static_cast<std::int64_t>(places_.size() - before);
      if (found != wanted_[i])
        throw Error(shownPath(folders_[i]) + " has " + std::to_string(found) + " of its " +
                    std::to_string(wanted_[i]) + " documents: finish it with corpus run first.");
    }
  }

  void copyTraces() const {
    for (const auto& [number, place] : places_) {
      const fs::path from = keptTrace(folders_[place.shard], number), to = keptTrace(out_, number);
      if (!fs::exists(from)) continue;
      fs::create_directories(to.parent_path());
      std::error_code code;
      fs::create_hard_link(from, to, code);
      if (code) fs::copy_file(from, to, code);
      if (code)
        throw Error(shownPath(from) + " cannot be copied to " + shownPath(to) + ": " +
                    code.message() + ".");
    }
  }

  void writeLog() const {
    std::vector<FileHandle> logs;
    for (const fs::path& folder : folders_)
      logs.push_back(openRegularFile(folder / DocumentLog::kFile));
    AtomicFile file(out_ / DocumentLog::kFile);
    std::string line;
    for (const auto& [number, place] : places_) {
      line.resize(place.bytes + 1);
      readAt(logs[place.shard].get(), place.offset,
             std::as_writable_bytes(std::span(line.data(), line.size())), folders_[place.shard]);
      file.write(line);
    }
    file.commit();
  }

  std::span<const fs::path> folders_;
  const fs::path& out_;
  std::optional<CorpusManifest> whole_;
  int shards_ = 0;
  std::vector<std::int64_t> wanted_;  // [folders]
  std::map<std::int64_t, LinePlace> places_;
};

}  // namespace

std::int64_t mergeCorpora(std::span<const fs::path> shards, const fs::path& out) {
  const std::int64_t documents = Merger(shards, out).run();
  (void)DocumentIndex::open(out);
  return documents;
}

}  // namespace ouroscope
