// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/SweepReport.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <nlohmann/json.hpp>

#include "app/cli/Command.h"
#include "app/cli/Csv.h"
#include "app/cli/Numbers.h"
#include "app/cli/Table.h"
#include "app/cli/WordText.h"
#include "core/text/Utf8.h"

namespace ouroscope::cli {
namespace {

using Align = Table::Align;
using Json = nlohmann::ordered_json;

constexpr int kSweepLoops = 8;  ///< what 80 columns hold

std::string placeName(const Trace& trace, const CausalMap& map, int place) {
  const std::string number = std::to_string(map.places[place] + 1);
  return map.ofTokens
             ? number + " " + compactWordText(trace.columns().tokenBytes[map.places[place]])
             : number;
}

std::size_t cellOf(const CausalMap& map, int loop, int place) {
  return loop * map.places.size() + place;
}

/// A row a place, a column a loop.
std::string table(const Trace& trace, const Terminal& terminal,
                  const std::function<std::string(std::size_t)>& value) {
  const CausalMap& map = *trace.info().sweep;
  std::string text;
  for (int first = 0; first < map.loops; first += kSweepLoops) {
    const int last = std::min(map.loops, first + kSweepLoops);
    std::vector<Table::Column> head{
        {map.ofTokens ? "token" : "layer", map.ofTokens ? Align::Left : Align::Right, 6}};
    for (int loop = first; loop < last; ++loop)
      head.push_back({"loop " + std::to_string(loop + 1), Align::Right, 4});
    Table table(head);
    for (int place = 0; place < intSize(map.places); ++place) {
      std::vector<Table::Cell> row{{placeName(trace, map, place)}};
      for (int loop = first; loop < last; ++loop) row.push_back({value(cellOf(map, loop, place))});
      table.add(std::move(row));
    }
    text += (first > 0 ? "\n" : "") + table.text(terminal);
  }
  return text;
}

std::string wordOf(const Trace& trace, std::int32_t id) {
  return id < 0 ? "-" : compactWordText(wordOrId(trace, id));
}

}  // namespace

std::string sweepText(const Trace& trace, const Terminal& terminal) {
  const CausalMap& map = *trace.info().sweep;
  const std::string word = wordOf(trace, map.word);
  std::string text =
      shownName(map.intervention) + " at every loop and " + (map.ofTokens ? "token" : "layer");
  if (!map.from.empty()) text += ", by the states of " + shownName(map.from);
  text = wrapped(text) + "\n";
  text += wrapped("Asked: " + word + " after token " + std::to_string(map.token + 1) +
                  "; the untouched run gives it " + percentText(std::exp(map.logprob)) +
                  " (log p " + fixedText(map.logprob, 4) + ")") +
          "\n";
  const double share = map.rowsAlone > 0 ? 1.0 * map.rows / map.rowsAlone : 1;
  text += wrapped("Ran " + std::to_string(map.rows) + " loops of tokens, " + percentText(share) +
                  " of what " + std::to_string(map.cells()) + " whole runs take") +
          "\n";
  text += "\nChange of log p(" + word + "), nats\n" +
          table(trace, terminal, [&](std::size_t at) { return fixedText(map.change[at], 3); });
  text += "\nKL(untouched ‖ changed), nats\n" +
          table(trace, terminal, [&](std::size_t at) { return fixedText(map.kl[at], 4); });
  text += "\nBest word\n" +
          table(trace, terminal, [&](std::size_t at) { return wordOf(trace, map.best[at]); });
  return text;
}

std::string sweepCsv(const Trace& trace) {
  const CausalMap& map = *trace.info().sweep;
  Csv csv;
  csv.header(
      {"loop", map.ofTokens ? "token" : "layer", "logprob", "change", "kl", "best_id", "best"});
  for (int loop = 0; loop < map.loops; ++loop)
    for (int place = 0; place < intSize(map.places); ++place) {
      const std::size_t at = cellOf(map, loop, place);
      csv.add(loop + 1).add(map.places[place] + 1).add(map.logprob + map.change[at]);
      csv.add(map.change[at]).add(map.kl[at]).add(int{map.best[at]});
      csv.add(map.best[at] < 0 ? "" : printable(wordOrId(trace, map.best[at]))).endRow();
    }
  return csv.take();
}

std::string sweepJson(const Trace& trace) {
  const CausalMap& map = *trace.info().sweep;
  const auto word = [&](std::int32_t id) {
    Json json{{"id", id}};
    putText(json, trace.word(id));
    return json;
  };
  Json json{{"over", map.ofTokens ? "tokens" : "layers"},
            {"intervention", utf8Lossy(map.intervention)},
            {"from", map.from.empty() ? Json() : Json(utf8Lossy(map.from))},
            {"token", map.token + 1},
            {"word", word(map.word)},
            {"logprob", number(map.logprob)},
            {"loops", map.loops},
            {"rows", map.rows},
            {"rows_alone", map.rowsAlone},
            {"cells", Json::array()}};
  for (int loop = 0; loop < map.loops; ++loop)
    for (int place = 0; place < intSize(map.places); ++place) {
      const std::size_t at = cellOf(map, loop, place);
      json["cells"].push_back({{"loop", loop + 1},
                               {map.ofTokens ? "token" : "layer", map.places[place] + 1},
                               {"logprob", number(map.logprob + map.change[at])},
                               {"change", number(map.change[at])},
                               {"kl", number(map.kl[at])},
                               {"best", map.best[at] < 0 ? Json() : word(map.best[at])}});
    }
  return jsonForTerminal(json.dump(1)) + "\n";
}

}  // namespace ouroscope::cli
