// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/BenchStagger.h"

#include <algorithm>

#include "app/cli/DecodingClock.h"
#include "app/cli/MachineLimits.h"
#include "app/cli/Numbers.h"
#include "app/cli/Table.h"
#include "core/engine/Engine.h"
#include "core/support/Error.h"
#include "core/support/Index.h"

namespace ouroscope::cli {
namespace {

using Clock = DecodingClock::Clock;

/// Sequences in the middle of staggered decoding: each holds `rows` rows, one loop apart.
class SteadyPasses {
 public:
  SteadyPasses(Backend& backend, int loops, int context, int sequences, int rows)
      : backend_(backend), context_(context), rows_(rows) {
    const std::vector<std::int32_t> prompt(context, 1);
    for (int i = 0; i < sequences; ++i) {
      all_.push_back(backend.createSequence(context + 2 * loops, loops));
      pointers_.push_back(all_.back().get());
      Sequence& s = *all_.back();
      for (int done = 0; done < context; done += s.maxBatch()) {
        s.begin(std::span(prompt).subspan(done, std::min(s.maxBatch(), context - done)));
        for (int loop = 0; loop < loops; ++loop) s.runLoop();
        s.finish(KvPolicy::Full);
      }
    }
  }

  /// Seconds of a pass over all rows.
  double pass(const std::stop_token& stop) {
    for (Sequence* s : pointers_) fill(*s, stop);
    const auto begun = Clock::now();
    backend_.pass(pointers_, stop);
    const double seconds = secondsSince(begun);
    for (Sequence* s : pointers_) s->truncate(context_);
    return seconds;
  }

 private:
  void fill(Sequence& s, const std::stop_token& stop) const {
    const std::int32_t token = 1;
    s.begin(std::span(&token, 1));
    for (int row = 1; row < rows_; ++row) {
      s.runLoop(stop);
      s.append(token);
    }
  }

  Backend& backend_;
  int context_, rows_;
  std::vector<std::unique_ptr<Sequence>> all_;
  std::vector<Sequence*> pointers_;
};

}  // namespace

std::vector<PassRow> benchPasses(Backend& backend, int loops, int context, int repeat,
                                 const std::stop_token& stop) {
  constexpr double kEnoughSeconds = 20;
  constexpr int kSequences = 4;
  std::vector<PassRow> out;
  std::vector<SteadyPasses> passes;
  const int most = std::min(4, backend.createSequence(1, loops)->staggerRows());
  if (most < 2) return out;
  for (const auto& [sequences, rows] : {std::pair{1, 1}, {1, most}, {kSequences, most}}) {
    passes.emplace_back(backend, loops, context, sequences, rows);
    out.push_back({sequences * rows, sequences});
  }
  std::vector<std::vector<double>> seconds(out.size()), ratios(out.size());
  const auto begun = Clock::now();
  do {
    for (std::size_t i = 0; i < out.size(); ++i) {
      seconds[i].push_back(passes[i].pass(stop));
      ratios[i].push_back(seconds[i].back() / seconds[0].back());
    }
  } while (intSize(ratios[0]) < 2 * repeat + 1 && secondsSince(begun) < kEnoughSeconds);
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i].repeats = intSize(ratios[i]);
    out[i].seconds = medianOf(seconds[i]);
    out[i].ratio = medianOf(ratios[i]);
  }
  return out;
}

StaggerRow benchStagger(Backend& backend, RunRequest request, int repeat,
                        const std::stop_token& stop) {
  constexpr double kEnoughSeconds = 30;
  const int prompt = intSize(request.prompt);
  StaggerRow row;
  std::vector<double> ratios;
  const auto begun = Clock::now();
  do {
    DecodingClock plain(prompt), staggered(prompt);
    request.stagger = false;
    Engine(backend).run(request, plain, stop);
    request.stagger = true;
    const RunSummary summary = Engine(backend).run(request, staggered, stop);
    if (staggered.text() != plain.text())
      throw Error("Staggered decoding gave another text than plain decoding: please report this.");
    ratios.push_back(plain.seconds() / staggered.seconds());
    if (summary.staggered == 0) return {};
    row.tokens = summary.staggered;
    row.readings = 1.0 * summary.readings / summary.staggered;
    row.dropped = 1.0 * summary.dropped / summary.rows;
    row.stood = plain.stood();
  } while (intSize(ratios) < repeat && secondsSince(begun) < kEnoughSeconds);
  row.repeats = intSize(ratios);
  row.speed = medianOf(ratios);
  return row;
}

std::string staggerTables(const std::vector<PassRow>& passes, const StaggerRow& decoding,
                          const Terminal& terminal) {
  using Align = Table::Align;
  std::string out;
  if (!passes.empty()) {
    Table table({{"a pass over"},
                 {"ms", Align::Right},
                 {"passes of one row", Align::Right},
                 {"n", Align::Right}});
    for (const PassRow& row : passes)
      table.add({{std::to_string(row.rows) + (row.rows == 1 ? " row" : " rows") +
                  (row.rows == 1        ? ""
                   : row.sequences == 1 ? " at as many loops"
                                        : " of " + std::to_string(row.sequences) + " texts")},
                 {fixedText(1000 * row.seconds, 2)},
                 {fixedText(row.ratio, 2)},
                 {std::to_string(row.repeats)}});
    out += "\nOne reading of the layers for rows at different loops:\n" + table.text(terminal);
  }
  if (decoding.tokens > 0)
    out += "\nStaggered decoding, the same text as plain decoding: " +
           fixedText(decoding.readings, 2) + " readings a token, " + percentText(decoding.dropped) +
           " of the rows dropped,\n" + fixedText(decoding.speed, 2) +
           " times as fast, both recorded, run in turn (" + std::to_string(decoding.tokens) +
           " tokens, n = " + std::to_string(decoding.repeats) +
           "). The first loop's word\nwas the last one's in " + percentText(decoding.stood) +
           " of them.\n";
  return out;
}

}  // namespace ouroscope::cli
