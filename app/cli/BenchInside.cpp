// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/BenchInside.h"

#include "app/cli/BenchRuns.h"
#include "app/cli/DecodingClock.h"
#include "app/cli/MachineLimits.h"
#include "app/cli/Numbers.h"
#include "app/cli/Table.h"
#include "core/engine/Engine.h"
#include "core/run/RunRecording.h"
#include "core/support/Index.h"
#include "core/trace/TraceRecorder.h"

namespace ouroscope::cli {
namespace {

using Clock = DecodingClock::Clock;

struct Kept {
  const char* name;
  void (*set)(Capture&);
};
constexpr Kept kKept[] = {
    {"", [](Capture&) {}},
    {"layer-numbers", [](Capture& c) { c.layerNumbers = true; }},
    {"attention", [](Capture& c) { c.attention = true; }},
    {"layers", [](Capture& c) { c.layers = true; }},
};

double recordedSeconds(Backend& backend, const RunRequest& request, const std::stop_token& stop) {
  const NoWords tokenizer(backend.spec().vocabSize);
  TraceInfo info = describeModel(backend.spec());
  info.captured = request.capture;
  info.heads = backend.spec().heads;
  const auto begun = Clock::now();
  TraceRecorder recorder(std::move(info), tokenizer, request.loops, request.topK,
                         intSize(request.prompt));
  Engine(backend).run(request, recorder, {stop});
  return secondsSince(begun);
}

}  // namespace

std::vector<InsideRow> benchInside(Backend& backend, RunRequest request, int repeat,
                                   const std::stop_token& stop) {
  constexpr double kEnoughSeconds = 90;
  std::vector<InsideRow> rows;
  std::vector<std::vector<double>> seconds(std::size(kKept)), ratios(std::size(kKept));
  AxisSizes sizes = axisSizes(describeModel(backend.spec()), 1, request.loops, request.topK);
  sizes.heads = backend.spec().heads;
  for (const Kept& kept : kKept) {
    Capture capture;
    kept.set(capture);
    rows.push_back({kept.name, intSize(request.prompt), 0, 0, 0,
                    static_cast<double>(bytesPerToken(sizes, capture))});
  }
  recordedSeconds(backend, request, stop);  // the weights are in memory
  const auto begun = Clock::now();
  do {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      request.capture = {};
      kKept[i].set(request.capture);
      seconds[i].push_back(recordedSeconds(backend, request, stop));
      ratios[i].push_back(seconds[i].back() / seconds[0].back());
    }
  } while (intSize(seconds[0]) < repeat && secondsSince(begun) < kEnoughSeconds);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i].repeats = intSize(seconds[i]);
    rows[i].seconds = medianOf(seconds[i]);
    rows[i].ratio = medianOf(ratios[i]);
  }
  return rows;
}

std::string insideTable(const std::vector<InsideRow>& rows, const Terminal& terminal) {
  if (rows.empty()) return {};
  using Align = Table::Align;
  Table table({{"kept also"},
               {"tok/s", Align::Right},
               {"time, times plain", Align::Right},
               {"bytes a token", Align::Right},
               {"n", Align::Right}});
  for (const InsideRow& row : rows)
    table.add({{row.capture.empty() ? "nothing" : row.capture},
               {fixedText(row.tokens / row.seconds, 1)},
               {fixedText(row.ratio, 3)},
               {fixedText(row.bytesPerToken, 0)},
               {std::to_string(row.repeats)}});
  return "\nA prompt of " + std::to_string(rows.front().tokens) +
         " tokens, recorded, with more kept of what is inside the loops:\n" + table.text(terminal);
}

}  // namespace ouroscope::cli
