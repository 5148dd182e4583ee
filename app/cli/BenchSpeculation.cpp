// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/BenchSpeculation.h"

#include <algorithm>

#include "app/cli/DecodingClock.h"
#include "app/cli/MachineLimits.h"
#include "app/cli/Numbers.h"
#include "app/cli/Table.h"
#include "core/engine/Engine.h"
#include "core/support/Error.h"
#include "core/support/Index.h"

namespace ouroscope::cli {

std::vector<SpeculationRow> benchSpeculation(Backend& backend, RunRequest request, int draftTokens,
                                             int repeat, const std::stop_token& stop) {
  constexpr double kEnoughSeconds = 20;
  const int prompt = static_cast<int>(request.prompt.size());
  std::vector<SpeculationRow> rows;
  for (int loops = 1; loops < request.loops; ++loops) {
    SpeculationRow row{.draftLoops = loops, .draftTokens = draftTokens};
    std::vector<double> ratios;
    const auto begun = DecodingClock::Clock::now();
    do {
      if (stop.stop_requested()) throw Cancelled();
      request.speculation = {};
      DecodingClock plain(prompt), speculated(prompt);
      Engine(backend).run(request, plain, stop);
      request.speculation = {loops, draftTokens};
      const RunSummary summary = Engine(backend).run(request, speculated, stop);
      if (speculated.text() != plain.text())
        throw Error("Speculation gave another text than plain decoding: please report this.");
      ratios.push_back(plain.seconds() / speculated.seconds());
      row.acceptance =
          summary.drafted > 0 ? static_cast<double>(summary.accepted) / summary.drafted : 0;
      row.tokensPerRound =
          summary.rounds > 0 ? 1 + static_cast<double>(summary.accepted) / summary.rounds : 1;
    } while (intSize(ratios) < repeat && secondsSince(begun) < kEnoughSeconds);
    row.repeats = static_cast<int>(ratios.size());
    row.speed = medianOf(ratios);
    rows.push_back(row);
  }
  return rows;
}

std::string speculationTable(const std::vector<SpeculationRow>& rows, int loops,
                             const Terminal& terminal) {
  if (rows.empty()) return {};
  using Align = Table::Align;
  Table table({{"drafted with"},
               {"tokens", Align::Right},
               {"right", Align::Right},
               {"tokens/round", Align::Right},
               {"speed", Align::Right},
               {"n", Align::Right}});
  for (const SpeculationRow& row : rows)
    table.add({{std::to_string(row.draftLoops) + " of " + std::to_string(loops) + " loops"},
               {std::to_string(row.draftTokens)},
               {percentText(row.acceptance)},
               {fixedText(row.tokensPerRound, 2)},
               {fixedText(row.speed, 2)},
               {std::to_string(row.repeats)}});
  return "\nSpeculation by loops, the same text as plain greedy decoding:\n" +
         table.text(terminal) +
         "right: drafted tokens that full depth agreed with; speed: time of plain decoding / time\n"
         "with drafts, both recorded, run in turn.\n";
}

}  // namespace ouroscope::cli
