// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/corpus/CorpusReport.h"

#include <algorithm>
#include <map>
#include <span>

#include "core/corpus/DocumentLog.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/Sha256.h"

namespace ouroscope {
namespace {

/// Means of one class of tokens over the clusters of one set of documents.
class MeanTable {
 public:
  /// @param against the same document in another corpus, or null
  void add(std::size_t cluster, const std::vector<Quantity>& found,
           const std::vector<Quantity>* against, MeanOver mean) {
    for (std::size_t i = 0; i < found.size(); ++i) {
      const Quantity* other = against ? same(*against, i, found[i].name) : nullptr;
      if (against && !other) continue;
      if (found[i].tokens == 0 || (other && other->tokens == 0)) continue;
      addOne(rowOf(i, found[i].name), cluster, found[i], other, mean);
    }
  }

  void write(const std::optional<std::string>& value, const std::string& tokens,
             std::size_t clusters, const BootstrapOptions& options, const std::stop_token& stop,
             const ProgressFn& progress, std::vector<CorpusRow>& out) {
    std::vector<ClusterMean> means;
    for (Row& row : rows_) {
      fit(row.mean.of, clusters);
      if (row.mean.minus) fit(*row.mean.minus, clusters);
      means.push_back(std::move(row.mean));
    }
    const auto estimates = bootstrapMeans(means, clusters, options, stop, progress);
    for (std::size_t i = 0; i < rows_.size(); ++i)
      out.push_back(
          {value, tokens, rows_[i].name, estimates[i], rows_[i].documents, rows_[i].tokens});
  }

 private:
  struct Row {
    QuantityName name;
    ClusterMean mean;
    std::int64_t documents = 0, tokens = 0;
  };

  static void fit(ClusterRatio& ratio, std::size_t clusters) {
    ratio.above.resize(clusters);
    ratio.below.resize(clusters);
    for (auto& part : ratio.parts) part.resize(clusters);
  }

  /// Quantities of all documents stand in the same order, mostly at the same place.
  static const Quantity* same(const std::vector<Quantity>& in, std::size_t i,
                              const QuantityName& name) {
    if (i < in.size() && in[i].name == name) return &in[i];
    const auto at =
        std::find_if(in.begin(), in.end(), [&](const Quantity& q) { return q.name == name; });
    return at == in.end() ? nullptr : &*at;
  }

  Row& rowOf(std::size_t i, const QuantityName& name) {
    if (i < rows_.size() && rows_[i].name == name) return rows_[i];
    const auto at =
        std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return row.name == name; });
    if (at != rows_.end()) return *at;
    rows_.push_back({name, {}, 0, 0});
    return rows_.back();
  }

  /// The sum and its parts, each divided by `by` and rounded to a step.
  static void put(ClusterRatio& ratio, std::size_t cluster, const Quantity& q, std::int64_t by,
                  std::int64_t below) {
    const auto share = [&](const FixedSum& sum) {
      if (by == 1) return sum;
      FixedSum rounded;
      rounded.add(sum.value() / static_cast<double>(by));
      return rounded;
    };
    ratio.parts.resize(q.parts.size());
    if (ratio.above.size() <= cluster) fit(ratio, cluster + 1);
    ratio.above[cluster] += share(q.sum);
    ratio.below[cluster] += below;
    for (std::size_t p = 0; p < q.parts.size(); ++p) {
      ratio.parts[p].resize(ratio.above.size());
      ratio.parts[p][cluster] += share(q.parts[p]);
    }
  }

  static void addOne(Row& row, std::size_t cluster, const Quantity& found, const Quantity* other,
                     MeanOver mean) {
    ++row.documents;
    row.tokens += found.tokens;
    const auto one = [&](ClusterRatio& ratio, const Quantity& q) {
      if (mean == MeanOver::Tokens)
        put(ratio, cluster, q, 1, q.tokens);
      else
        put(ratio, cluster, q, q.tokens, 1);
    };
    one(row.mean.of, found);
    if (!other) return;
    if (!row.mean.minus) row.mean.minus.emplace();
    one(*row.mean.minus, *other);
  }

  std::vector<Row> rows_;
};

/// Documents that share a value of the field `by`.
struct Subset {
  std::map<std::string, std::size_t> groups;  // with groupBy: cluster of each value
  std::size_t clusters = 0;
  std::map<std::string, MeanTable> tables;  // by class of tokens
  MeanTable calibration, curves, tasks, texts;
};

class Reporter {
 public:
  Reporter(const CorpusReportOptions& options, const CorpusManifest& manifest)
      : options_(options), manifest_(manifest) {}

  void readAgainst(const std::filesystem::path& folder, const CorpusManifest& manifest) {
    against_.emplace();
    againstLoops_ = manifest.loops();
    eachLogLine(folder, [&](const LogLine& line) {
      DocumentRecord record = recordOf(line, manifest.loops());
      const std::int64_t number = record.number;
      against_->emplace(number, std::move(record));
    });
  }

  void add(const LogLine& line) {
    const DocumentRecord record = recordOf(line, manifest_.loops());
    ++report_.inFolder;
    if (options_.part != "all" && record.part != options_.part) return;
    const DocumentRecord* other = nullptr;
    if (against_) {
      const auto at = against_->find(record.number);
      if (at == against_->end()) {
        ++report_.unmatched;
        return;
      }
      other = &at->second;
      if (other->sha256 != record.sha256)
        throw Error(line.what + ": document " + std::to_string(record.number) +
                    " is another text in the other corpus: only runs of the same documents are "
                    "compared.");
      ++matched_;
    }
    ++report_.documents;
    report_.tokens += record.tokens;
    report_.counted += record.sums.all.tokens;
    report_.cut += record.cut;
    report_.sums += record.sums;
    put(subsets_[std::nullopt], line, record, other, options_.curves);
    if (!options_.by.empty())
      put(subsets_[fieldOf(line, record, options_.by)], line, record, other, false);
  }

  CorpusReport finish(const std::stop_token& stop, const ProgressFn& progress) {
    if (against_) report_.unmatched += std::ssize(*against_) - matched_;
    for (auto& [value, subset] : subsets_) {
      for (auto& [tokens, table] : subset.tables)
        if (tokens == "all") write(table, value, tokens, subset, stop, progress);
      write(subset.calibration, value, "all", subset, stop, progress);
      for (auto& [tokens, table] : subset.tables)
        if (tokens != "all") write(table, value, tokens, subset, stop, progress);
      write(subset.texts, value, "all", subset, stop, progress);
      write(subset.tasks, value, "all", subset, stop, progress);
      write(subset.curves, value, "all", subset, stop, progress);
    }
    if (!against_) addPareto();
    return std::move(report_);
  }

 private:
  void addPareto() {
    for (const AnswerMeasure& measure : answerMeasures()) {
      const std::size_t first = report_.pareto.size();
      for (const CorpusRow& row : report_.rows) {
        if (row.value || row.name.measure != measure.id) continue;
        const QuantityName loops{measure.loops, row.name.setting, row.name.at};
        for (const CorpusRow& other : report_.rows)
          if (!other.value && other.name == loops)
            report_.pareto.push_back({row.name, row.estimate, other.estimate, row.documents});
      }
      const std::span points = std::span(report_.pareto).subspan(first);
      std::stable_sort(points.begin(), points.end(), [](const auto& a, const auto& b) {
        return a.meanLoops.value < b.meanLoops.value;
      });
      for (ParetoPoint& point : points)
        point.front = std::none_of(points.begin(), points.end(), [&](const ParetoPoint& other) {
          const double less = point.meanLoops.value - other.meanLoops.value,
                       better = other.accuracy.value - point.accuracy.value;
          return less >= 0 && better >= 0 && (less > 0 || better > 0);
        });
    }
  }

  void write(MeanTable& table, const std::optional<std::string>& value, const std::string& tokens,
             const Subset& subset, const std::stop_token& stop, const ProgressFn& progress) {
    table.write(value, tokens, subset.clusters, options_.bootstrap, stop, progress, report_.rows);
  }

  std::string fieldOf(const LogLine& line, const DocumentRecord& record,
                      const std::string& field) const {
    const auto at = record.fields.find(field);
    if (at == record.fields.end()) {
      std::string known;
      for (const auto& [key, value] : record.fields.items())
        known += (known.empty() ? ": it has " : ", ") + shownText(key);
      throw Error(line.what + ": document " + std::to_string(record.number) + " has no field " +
                  shownText(field) + " (a short text, a number, true or false)" + known + ".");
    }
    return at->is_string() ? at->get<std::string>() : at->dump();
  }

  std::size_t clusterOf(Subset& subset, const LogLine& line, const DocumentRecord& record) const {
    if (options_.groupBy.empty()) return subset.clusters++;
    const std::string group = fieldOf(line, record, options_.groupBy);
    const auto [at, fresh] = subset.groups.try_emplace(group, subset.clusters);
    subset.clusters += fresh;
    return at->second;
  }

  std::vector<Quantity> ofTokens(const TokenSums& sums) const {
    std::vector<Quantity> list = quantities(sums);
    if (options_.pairs) std::ranges::copy(pairQuantities(sums), std::back_inserter(list));
    return list;
  }

  void put(Subset& subset, const LogLine& line, const DocumentRecord& record,
           const DocumentRecord* other, bool curves) const {
    const std::size_t cluster = clusterOf(subset, line, record);
    const auto table = [&](const std::string& name, const TokenSums& sums,
                           const TokenSums* against) {
      std::vector<Quantity> theirs;
      if (other && !against) return;
      if (against) theirs = ofTokens(*against);
      subset.tables[name].add(cluster, ofTokens(sums), against ? &theirs : nullptr, options_.mean);
    };
    table("all", record.sums.all, other ? &other->sums.all : nullptr);
    if (options_.classes != Grouping::None) {
      const auto classes = [&](const CorpusSums& sums) -> const std::map<std::string, TokenSums>& {
        return options_.classes == Grouping::Word ? sums.word : sums.position;
      };
      for (const auto& [name, sums] : classes(record.sums)) {
        const TokenSums* against = nullptr;
        if (other) {
          const auto at = classes(other->sums).find(name);
          if (at != classes(other->sums).end()) against = &at->second;
        }
        table(name, sums, against);
      }
    }
    std::vector<Quantity> theirs;
    if (other) theirs = calibrationQuantities(other->sums.calibration);
    subset.calibration.add(cluster, calibrationQuantities(record.sums.calibration),
                           other ? &theirs : nullptr, options_.mean);
    if (other) theirs = textQuantities(other->sums, againstLoops_);
    subset.texts.add(cluster, textQuantities(record.sums, manifest_.loops()),
                     other ? &theirs : nullptr, options_.mean);
    if (other) theirs = taskQuantities(other->sums, againstLoops_);
    subset.tasks.add(cluster, taskQuantities(record.sums, manifest_.loops()),
                     other ? &theirs : nullptr, options_.mean);
    if (!curves) return;
    if (other) theirs = curveQuantities(other->sums);
    subset.curves.add(cluster, curveQuantities(record.sums), other ? &theirs : nullptr,
                      options_.mean);
  }

  const CorpusReportOptions& options_;
  const CorpusManifest& manifest_;
  std::optional<std::map<std::int64_t, DocumentRecord>> against_;
  int againstLoops_ = 0;
  std::int64_t matched_ = 0;
  std::map<std::optional<std::string>, Subset> subsets_;  // by value; nothing: all documents
  CorpusReport report_;
};

}  // namespace

CorpusReport corpusReport(const std::filesystem::path& folder, const CorpusReportOptions& options,
                          const std::optional<std::filesystem::path>& against,
                          const std::stop_token& stop, const ProgressFn& progress) {
  const CorpusManifest manifest = CorpusManifest::read(folder);
  Reporter reporter(options, manifest);
  std::int64_t read = 0;
  Sha256 hash;
  hash.update(manifest.json().dump());
  if (against) reporter.readAgainst(*against, CorpusManifest::read(*against));
  eachLogLine(folder, [&](const LogLine& line) {
    if (stop.stop_requested()) throw Cancelled();
    // A line begins with the check sum of the rest of it.
    hash.update(line.text.substr(0, kCheckedBegin));
    reporter.add(line);
    if (progress && ++read % 64 == 0)
      progress("Reading the corpus", read, manifest.documentsHere());
  });
  CorpusReport report = reporter.finish(stop, progress);
  report.sha256 = hash.finishHex();
  return report;
}

}  // namespace ouroscope
