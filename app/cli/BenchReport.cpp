// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/BenchReport.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "app/cli/Command.h"
#include "app/cli/Csv.h"
#include "app/cli/Numbers.h"
#include "app/cli/Table.h"
#include "core/support/Memory.h"

namespace ouroscope::cli {
namespace {

std::string rateText(double value, int decimals) {
  return std::isnan(value) ? "" : fixedText(value, decimals);
}
std::string shareText(double share, int decimals = 0) {
  return std::isnan(share) ? "" : fixedText(100 * share, decimals);
}

using Align = Table::Align;

std::string passesText(const BenchResult& r, const Terminal& terminal) {
  Table table({{"run"},
               {"tokens", Align::Right},
               {"tok/s", Align::Right},
               {"GFLOP/s", Align::Right},
               {"% best", Align::Right},
               {"GB/s", Align::Right},
               {"% best", Align::Right},
               {"recorded", Align::Right},
               {"cost %", Align::Right},
               {"n", Align::Right}});
  for (const BenchRow& row : r.rows)
    if (row.what == "prefill" || row.what == "decode")
      table.add({{row.what},
                 {std::to_string(row.tokens)},
                 {fixedText(row.tokensPerSecond(), 1)},
                 {rateText(row.gflops, 1)},
                 {shareText(row.gflops / r.limits.gflops)},
                 {rateText(row.gbPerS, 1)},
                 {shareText(row.gbPerS / r.limits.readGbPerS)},
                 {rateText(row.tokens / row.recorded, 1)},
                 {shareText(row.recordingCost, 1)},
                 {std::to_string(row.repeats)}});
  return table.text(terminal) +
         "\ntok/s: the model alone; recorded: tokens/s with every loop's lens kept in a trace;\n"
         "cost: recording beyond the heads it needs, of the pass with one head at the last\n"
         "loop. Medians of n runs; ratios within neighbouring runs.\n";
}

std::string exitsText(const BenchResult& r, const Terminal& terminal) {
  Table table({{"loops run", Align::Right},
               {"tok/s", Align::Right},
               {"time %", Align::Right},
               {"bytes %", Align::Right},
               {"GB/s", Align::Right},
               {"n", Align::Right}});
  bool any = false;
  for (const BenchRow& row : r.rows) {
    if (row.what != "exit") continue;
    any = true;
    table.add({{std::to_string(row.loops)},
               {fixedText(row.tokensPerSecond(), 2)},
               {shareText(row.timeShare, 1)},
               {shareText(row.expectedShare, 1)},
               {rateText(row.gbPerS, 1)},
               {std::to_string(row.repeats)}});
  }
  if (!any) return {};
  return "\nDecoding with exits (last-exited-copy): time and bytes read, of all loops\n\n" +
         table.text(terminal);
}

std::string curveText(const BenchResult& r, const Terminal& terminal) {
  Table table({{"context", Align::Right},
               {"ms/token", Align::Right},
               {"GB/s", Align::Right},
               {"cache", Align::Right},
               {"n", Align::Right}});
  bool any = false;
  for (const BenchRow& row : r.rows) {
    if (row.what != "context") continue;
    any = true;
    table.add({{std::to_string(row.context)},
               {fixedText(1000 * row.seconds / row.tokens, 1)},
               {rateText(row.gbPerS, 1)},
               {formatBytes(r.cacheBytesPerToken * static_cast<std::uint64_t>(row.context))},
               {std::to_string(row.repeats)}});
  }
  if (!any) return {};
  return "\nDecoding one token after this many\n\n" + table.text(terminal);
}

}  // namespace

std::string benchText(const BenchResult& r, const Terminal& terminal) {
  return wrapped(shownName(r.model) + ", " + r.dtype + ", " + r.device + ", " +
                 std::to_string(r.loops) + " loops") +
         "\nLoaded in " + fixedText(r.loadSeconds, 2) + " s, weights " +
         formatBytes(r.weightBytes) + ", peak memory " + formatBytes(r.peakBytes) +
         "\nBest of this machine now: " + fixedText(r.limits.gflops, 0) +
         (r.gpu ? " GFLOP/s of bf16 matrix products, " : " GFLOP/s on registers, ") +
         fixedText(r.limits.readGbPerS, 1) +
         (r.gpu ? " GB/s of copying\n\n" : " GB/s of linear read\n\n") + passesText(r, terminal) +
         exitsText(r, terminal) + curveText(r, terminal) + insideTable(r.inside, terminal) +
         staggerTables(r.passes, r.stagger, terminal) +
         togetherTable(r.together, r.togetherTokens, terminal) +
         speculationTable(r.speculation, r.loops, terminal);
}

std::string benchCsv(const BenchResult& r) {
  Csv csv;
  csv.header({"run", "tokens", "context", "loops", "tokens_per_s", "gflop_per_s",
              "best_gflop_per_s", "gb_per_s", "best_read_gb_per_s", "recorded_tokens_per_s",
              "recorded_ratio", "recording_cost", "time_share", "bytes_share", "repeats",
              "load_seconds", "peak_bytes"});
  for (const BenchRow& row : r.rows) {
    csv.add(row.what).add(row.tokens).add(row.context).add(row.loops).add(row.tokensPerSecond());
    csv.add(row.gflops).add(r.limits.gflops).add(row.gbPerS).add(r.limits.readGbPerS);
    csv.add(row.tokens / row.recorded).add(row.recordedRatio).add(row.recordingCost);
    csv.add(row.timeShare).add(row.expectedShare).add(row.repeats);
    csv.add(r.loadSeconds).add(static_cast<long long>(r.peakBytes)).endRow();
  }
  return csv.text();
}

std::string benchJson(const BenchResult& r) {
  using Json = nlohmann::ordered_json;
  Json json{{"model", r.model},
            {"device", r.device},
            {"dtype", r.dtype},
            {"loops", r.loops},
            {"load_seconds", number(r.loadSeconds)},
            {"weight_bytes", r.weightBytes},
            {"cache_bytes_per_token", r.cacheBytesPerToken},
            {"peak_bytes", r.peakBytes},
            {"limits_of", r.gpu ? "gpu: bf16 products, copying" : "cpu: registers, reading"},
            {"best_gflop_per_s", number(r.limits.gflops)},
            {"best_read_gb_per_s", number(r.limits.readGbPerS)}};
  json["runs"] = Json::array();
  for (const BenchRow& row : r.rows)
    json["runs"].push_back({{"run", row.what},
                            {"tokens", row.tokens},
                            {"context", row.context},
                            {"loops", row.loops},
                            {"repeats", row.repeats},
                            {"tokens_per_s", number(row.tokensPerSecond())},
                            {"gflop_per_s", number(row.gflops)},
                            {"share_of_best_gflop", number(row.gflops / r.limits.gflops)},
                            {"gb_per_s", number(row.gbPerS)},
                            {"share_of_best_read", number(row.gbPerS / r.limits.readGbPerS)},
                            {"processor_s", number(row.processorSeconds)},
                            {"recorded_tokens_per_s", number(row.tokens / row.recorded)},
                            {"recorded_ratio", number(row.recordedRatio)},
                            {"recording_cost", number(row.recordingCost)},
                            {"time_share", number(row.timeShare)},
                            {"bytes_share", number(row.expectedShare)}});
  json["inside"] = Json::array();
  for (const InsideRow& row : r.inside)
    json["inside"].push_back({{"capture", row.capture},
                              {"tokens", row.tokens},
                              {"repeats", row.repeats},
                              {"seconds", number(row.seconds)},
                              {"ratio", number(row.ratio)},
                              {"bytes_per_token", number(row.bytesPerToken)}});
  json["passes"] = Json::array();
  for (const PassRow& row : r.passes)
    json["passes"].push_back({{"rows", row.rows},
                              {"sequences", row.sequences},
                              {"repeats", row.repeats},
                              {"seconds", number(row.seconds)},
                              {"ratio", number(row.ratio)}});
  if (r.stagger.tokens > 0)
    json["stagger"] = {{"tokens", r.stagger.tokens},
                       {"repeats", r.stagger.repeats},
                       {"readings_per_token", number(r.stagger.readings)},
                       {"dropped_share", number(r.stagger.dropped)},
                       {"first_word_stood_share", number(r.stagger.stood)},
                       {"speed_ratio", number(r.stagger.speed)}};
  json["together"] = Json::array();
  for (const TogetherRow& row : r.together)
    json["together"].push_back({{"texts", row.texts},
                                {"tokens", r.togetherTokens},
                                {"repeats", row.repeats},
                                {"tokens_per_s", number(row.tokensPerSecond)},
                                {"speed_ratio", number(row.speed)}});
  json["speculation"] = Json::array();
  for (const SpeculationRow& row : r.speculation)
    json["speculation"].push_back({{"draft_loops", row.draftLoops},
                                   {"draft_tokens", row.draftTokens},
                                   {"repeats", row.repeats},
                                   {"acceptance", number(row.acceptance)},
                                   {"tokens_per_round", number(row.tokensPerRound)},
                                   {"speed_ratio", number(row.speed)}});
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace ouroscope::cli
