// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "app/cli/Command.h"
#include "app/cli/HeldOut.h"
#include "app/cli/StatsReport.h"
#include "core/support/Error.h"
#include "core/trace/FirstLoops.h"

namespace ouroscope::cli {
namespace {

struct Options {
  std::vector<std::string> traces;
  std::string by = "source";
  ReadingOptions reading;
  HeldOutOptions heldOut;
  Format format = Format::Text;
};

void run(const Options& o) {
  if (o.heldOut.asked()) {
    if (!o.traces.empty())
      throw UsageError("stats takes traces, or --heldout or --texts, not both.");
    return evaluateHeldOut(o.heldOut, o.reading, o.format);
  }
  if (o.traces.empty()) throw UsageError("stats needs at least one TRACE, --heldout or --texts.");
  std::vector<TracePtr> traces;
  for (const std::string& path : o.traces) traces.push_back(readTrace(fileName(path, "TRACE")));
  int mostLoops = 0;
  for (const TracePtr& trace : traces) mostLoops = std::max(mostLoops, trace->loops());
  traces = commonLoops(traces);
  if (traces.front()->loops() < mostLoops)
    notice("note: the traces have " + std::to_string(traces.front()->loops()) + " to " +
           std::to_string(mostLoops) + " loops: the first " +
           std::to_string(traces.front()->loops()) +
           ", which all have, are read; KL to the last loop is not known in the longer ones.");
  const ReadoutRule rule = o.reading.ruleFor(*traces.front());
  for (const TracePtr& trace : traces)
    if (trace->info().gated != traces.front()->info().gated ||
        gateName(*trace, rule.gate) != gateName(*traces.front(), rule.gate))
      throw Error("The traces were recorded with different gates: name one with --gate.");
  const StatsReport report(traces, rule, groupingFromName(o.by), mostLoops);
  switch (o.format) {
    case Format::Text:
      return print(report.text(Terminal::standardOutput()));
    case Format::Csv:
      return print(report.csv());
    case Format::Json:
      return print(report.json());
  }
}

}  // namespace

void addStats(CommandLine& line) {
  Subcommand& c =
      line.add("stats",
               "Sum up traces, or test a model.\n"
               "Where the loops of one or many traces go and what each of them changes; or, with\n"
               "--heldout or --texts, how often a model is right at each loop.");
  auto o = std::make_shared<Options>();
  c.addTexts("TRACE", o->traces,
             "trace files; of traces with different loops the first ones, which all have");
  c.addChoice("--by", o->by, {"all", "source", "word", "position"},
              "how tokens are put into classes; source is prompt and generated", "source");
  o->reading.add(c);
  o->heldOut.add(c);
  c.addFormat(o->format);
  c.onRun([o] { run(*o); });
}

}  // namespace ouroscope::cli
