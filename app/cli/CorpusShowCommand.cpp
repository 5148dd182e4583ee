// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>

#include "app/cli/Command.h"
#include "app/cli/Csv.h"
#include "app/cli/Numbers.h"
#include "app/cli/ProgressLine.h"
#include "app/cli/Table.h"
#include "core/corpus/DocumentIndex.h"
#include "core/text/Utf8.h"

namespace ouroscope::cli {
namespace {

struct Options {
  std::string folder, sort, find, part = "all";
  int limit = 50;
  bool descending = false;
  Format format = Format::Text;
};

/// Rows of the index that are wanted, in their order.
std::vector<std::size_t> rowsOf(const DocumentIndex& index, const Options& o) {
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < index.size(); ++row) {
    if (o.part != "all" && index.confirmation(row) != (o.part == "confirmation")) continue;
    if (!o.find.empty() && index.fields(row).find(o.find) == std::string_view::npos) continue;
    rows.push_back(row);
  }
  if (!o.sort.empty()) {
    const std::size_t measure = documentMeasureFromName(o.sort);
    // Documents without the number come last.
    std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
      const float x = index.value(a, measure), y = index.value(b, measure);
      if (std::isnan(x) || std::isnan(y)) return !std::isnan(x) && std::isnan(y);
      return o.descending ? x > y : x < y;
    });
  } else if (o.descending) {
    std::reverse(rows.begin(), rows.end());
  }
  if (o.limit > 0 && rows.size() > std::size_t(o.limit)) rows.resize(o.limit);
  return rows;
}

std::vector<std::size_t> measuresOf(const DocumentIndex& index) {
  std::vector<std::size_t> measures;
  for (std::size_t m = 0; m < documentMeasures().size(); ++m)
    if (index.has(m)) measures.push_back(m);
  return measures;
}

const char* partOfRow(const DocumentIndex& index, std::size_t row) {
  return index.confirmation(row) ? "confirmation" : "selection";
}

void printText(const DocumentIndex& index, const std::vector<std::size_t>& rows) {
  const auto measures = measuresOf(index);
  std::vector<Table::Column> columns{{"document", Table::Align::Right}, {"part"}};
  for (const std::size_t m : measures)
    columns.push_back({std::string(documentMeasures()[m].id), Table::Align::Right});
  columns.push_back({"fields", Table::Align::Left, 8});
  Table table(columns);
  for (const std::size_t row : rows) {
    std::vector<Table::Cell> cells{{std::to_string(index.number(row))}, {partOfRow(index, row)}};
    for (const std::size_t m : measures)
      cells.push_back({fixedText(index.value(row, m), documentMeasures()[m].count ? 0 : 3)});
    cells.push_back({shownName(index.fields(row))});
    table.add(std::move(cells));
  }
  print(table.text(Terminal::standardOutput()));
}

void printCsv(const DocumentIndex& index, const std::vector<std::size_t>& rows) {
  const auto measures = measuresOf(index);
  Csv csv;
  csv.add("document").add("part").add("cut");
  for (const std::size_t m : measures) csv.add(documentMeasures()[m].id);
  csv.add("fields").endRow();
  for (const std::size_t row : rows) {
    csv.add(static_cast<long long>(index.number(row))).add(partOfRow(index, row));
    csv.add(index.cut(row));
    for (const std::size_t m : measures) csv.add(index.value(row, m));
    csv.add(shownName(index.fields(row))).endRow();
  }
  print(csv.text());
}

void printJson(const DocumentIndex& index, const std::vector<std::size_t>& rows) {
  const auto measures = measuresOf(index);
  nlohmann::ordered_json out = nlohmann::ordered_json::array();
  for (const std::size_t row : rows) {
    nlohmann::ordered_json one{
        {"document", index.number(row)}, {"part", partOfRow(index, row)}, {"cut", index.cut(row)}};
    for (const std::size_t m : measures)
      one[std::string(documentMeasures()[m].id)] = number(index.value(row, m));
    one["fields"] = shownName(index.fields(row));
    out.push_back(std::move(one));
  }
  print(jsonForTerminal(out.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)) +
        "\n");
}

void show(const Options& o) {
  if (o.folder.empty()) throw UsageError("corpus show needs a FOLDER.");
  if (!o.sort.empty()) (void)documentMeasureFromName(o.sort);
  ProgressLine progress;
  const DocumentIndexPtr index = DocumentIndex::open(o.folder, interrupt(), progress.function());
  progress.clear();
  const auto rows = rowsOf(*index, o);
  if (o.format == Format::Csv) return printCsv(*index, rows);
  if (o.format == Format::Json) return printJson(*index, rows);
  printText(*index, rows);
  if (rows.size() < index->size())
    notice(std::to_string(rows.size()) + " of " + std::to_string(index->size()) +
           " documents; --limit 0 lists all that --part and --find leave.");
}

}  // namespace

void addCorpusShow(CommandLine& line) {
  Subcommand& c = line.add("corpus show",
                           "List the documents of a corpus, one a line.\n"
                           "Numbers of each, in any order: which went deep, which gained.");
  auto o = std::make_shared<Options>();
  c.addText("FOLDER", o->folder, "", "folder that corpus run or corpus merge wrote");
  std::string measures;
  for (const DocumentMeasure& m : documentMeasures())
    measures += (measures.empty() ? "" : ", ") + std::string(m.id);
  c.addText("--sort", o->sort, "MEASURE", "order by one of " + measures, "the input's order");
  c.addFlag("--descending", o->descending, "the largest first");
  c.addText("--find", o->find, "TEXT", "only documents whose fields (name: value) have this text");
  c.addChoice("--part", o->part, {"all", "selection", "confirmation"},
              "which part of the corpus is listed", "all");
  c.addInteger("--limit", o->limit, 0, 1'000'000'000, "documents that are listed; 0: all", "50");
  c.addFormat(o->format);
  c.onRun([o] { show(*o); });
}

}  // namespace ouroscope::cli
