// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/CorpusReportText.h"
#include "app/cli/ProgressLine.h"
#include "core/corpus/CorpusMerge.h"
#include "core/support/Error.h"

namespace ouroscope::cli {
namespace {

struct Options {
  std::string folder, against, by, groupBy, classes = "all", part = "all", mean = "documents", seed;
  int resamples = 2000;
  bool rules = false;
  Format format = Format::Text;
};

CorpusReportOptions reportOptions(const Options& o) {
  CorpusReportOptions options;
  options.by = o.by;
  options.groupBy = o.groupBy;
  options.part = o.part;
  options.classes = groupingFromName(o.classes);
  options.mean = o.mean == "tokens" ? MeanOver::Tokens : MeanOver::Documents;
  options.bootstrap.resamples = o.resamples;
  if (!o.seed.empty()) options.bootstrap.seed = seedOf(o.seed, "--seed");
  return options;
}

void report(const Options& o) {
  if (o.folder.empty()) throw UsageError("corpus report needs a FOLDER.");
  const CorpusReportOptions options = reportOptions(o);
  const std::stop_token stop = interrupt();
  std::optional<std::filesystem::path> against;
  if (!o.against.empty()) against = o.against;
  ProgressLine progress;
  const CorpusReport made = corpusReport(o.folder, options, against, stop, progress.function());
  progress.clear();
  const CorpusManifest manifest = CorpusManifest::read(o.folder);
  const CorpusPaper paper{manifest, options, made, against.has_value(), o.rules};
  switch (o.format) {
    case Format::Text:
      return print(paper.text(Terminal::standardOutput()));
    case Format::Csv:
      return print(paper.csv());
    case Format::Json:
      return print(paper.json());
  }
}

struct MergeOptions {
  std::vector<std::string> folders;
  std::string out;
};

void merge(const MergeOptions& o) {
  if (o.folders.empty()) throw UsageError("corpus merge needs the FOLDERs of the shards.");
  if (o.out.empty()) throw UsageError("--out is missing: the folder for the whole corpus.");
  const std::vector<std::filesystem::path> shards(o.folders.begin(), o.folders.end());
  const std::int64_t documents = mergeCorpora(shards, o.out);
  print(shownName(o.out) + ": " + std::to_string(documents) + " documents of " +
        std::to_string(shards.size()) + " shards\n");
}

}  // namespace

void addCorpusReport(CommandLine& line) {
  Subcommand& c =
      line.add("corpus report",
               "Report on a corpus: means with intervals over documents.\n"
               "Where the loops go, what each changes, and what exit rules would read,\n"
               "with the number of documents and tokens behind every mean.");
  auto o = std::make_shared<Options>();
  c.addText("FOLDER", o->folder, "", "folder that corpus run or corpus merge wrote");
  c.addText("--against", o->against, "FOLDER",
            "another corpus of the same documents: report the differences to it, paired by "
            "document");
  c.addText("--by", o->by, "FIELD",
            "also tell the documents apart by this field of the input's lines");
  c.addText("--group-by", o->groupBy, "FIELD",
            "documents with one value of this field are resampled together", "each by itself");
  c.addChoice("--classes", o->classes, {"all", "word", "position"},
              "also put the tokens into classes, by their text or their place", "all");
  c.addChoice("--part", o->part, {"all", "selection", "confirmation"},
              "which part of the corpus is reported", "all");
  c.addChoice("--mean", o->mean, {"documents", "tokens"},
              "what weighs equally: every document's own mean, or every token", "documents");
  c.addInteger("--resamples", o->resamples, 0, 1'000'000, "resamples of the bootstrap", "2000");
  c.addText("--seed", o->seed, "N", "seed of the bootstrap, a whole number of 64 bits", "1");
  c.addFlag("--rules", o->rules,
            "the text too has all exit rules, not the gate alone; CSV and JSON always have them");
  c.addFormat(o->format);
  c.onRun([o] { report(*o); });
}

void addCorpusMerge(CommandLine& line) {
  Subcommand& c = line.add("corpus merge",
                           "Put the shards of a corpus together.\n"
                           "The result is what one run of the whole corpus would have written, to "
                           "the byte.");
  auto o = std::make_shared<MergeOptions>();
  c.addTexts("FOLDER", o->folders, "folders of all shards of one corpus, in any order");
  c.addText("--out", o->out, "FOLDER", "new folder for the whole corpus");
  c.onRun([o] { merge(*o); });
}

}  // namespace ouroscope::cli
