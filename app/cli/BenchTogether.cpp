// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/BenchTogether.h"

#include <algorithm>
#include <memory>

#include "app/cli/DecodingClock.h"
#include "app/cli/MachineLimits.h"
#include "app/cli/Numbers.h"
#include "app/cli/Table.h"
#include "core/engine/Engine.h"
#include "core/engine/SideBySide.h"
#include "core/run/RunTogether.h"
#include "core/support/Error.h"
#include "core/support/Index.h"

namespace ouroscope::cli {
namespace {

using Clock = DecodingClock::Clock;

/// Tokens a second of the decoding of so many texts, from the end of the last prompt on.
double decodingRate(Backend& backend, const RunRequest& request, int texts,
                    const std::vector<std::int32_t>& wanted, const std::stop_token& stop) {
  std::vector<std::unique_ptr<DecodingClock>> clocks;
  SideBySide runs(backend, texts, stop);
  std::exception_ptr error;
  for (int i = 0; i < texts; ++i) {
    clocks.push_back(std::make_unique<DecodingClock>(intSize(request.prompt)));
    runs.add(request, *clocks.back(), {}, [&](const RunSummary&, const std::exception_ptr& why) {
      if (why) error = why;
    });
  }
  while (runs.pass()) {
  }
  if (error) std::rethrow_exception(error);
  Clock::time_point begun{}, ended{};
  for (const auto& clock : clocks) {
    begun = std::max(begun, clock->begun());
    ended = std::max(ended, clock->ended());
    if (clock->text() != wanted)
      throw Error("A text beside others differs from the same alone: please report this.");
  }
  return texts * std::ssize(wanted) / std::chrono::duration<double>(ended - begun).count();
}

}  // namespace

std::vector<TogetherRow> benchTogether(Backend& backend, RunRequest request, int repeat,
                                       const std::stop_token& stop) {
  constexpr double kEnoughSeconds = 40;
  std::vector<TogetherRow> rows;
  if (usualTogether(backend) == 1) return rows;
  request.stagger = false;
  DecodingClock alone(intSize(request.prompt));
  Engine(backend).run(request, alone, stop);
  for (const int texts : {1, 4, 16, 32}) rows.push_back({texts});
  std::vector<std::vector<double>> rates(rows.size()), speeds(rows.size());
  const auto begun = Clock::now();
  do {
    const double one = decodingRate(backend, request, 1, alone.text(), stop);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      rates[i].push_back(
          i == 0 ? one : decodingRate(backend, request, rows[i].texts, alone.text(), stop));
      speeds[i].push_back(rates[i].back() / one);
    }
  } while (intSize(rates[0]) < repeat && secondsSince(begun) < kEnoughSeconds);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i].repeats = intSize(rates[i]);
    rows[i].tokensPerSecond = medianOf(rates[i]);
    rows[i].speed = medianOf(speeds[i]);
  }
  return rows;
}

std::string togetherTable(const std::vector<TogetherRow>& rows, int tokens,
                          const Terminal& terminal) {
  if (rows.empty()) return {};
  using Align = Table::Align;
  Table table({{"texts", Align::Right},
               {"tok/s", Align::Right},
               {"times one text", Align::Right},
               {"n", Align::Right}});
  for (const TogetherRow& row : rows)
    table.add({{std::to_string(row.texts)},
               {fixedText(row.tokensPerSecond, 1)},
               {fixedText(row.speed, 2)},
               {std::to_string(row.repeats)}});
  return "\nTexts that decode " + std::to_string(tokens) +
         " tokens side by side, recorded, each as it is alone:\n" + table.text(terminal);
}

}  // namespace ouroscope::cli
