// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Reading.h"

#include <algorithm>

#include "app/cli/Command.h"
#include "app/cli/Numbers.h"
#include "core/analysis/ReplayStatus.h"
#include "core/record/RunSettings.h"
#include "core/support/Error.h"
#include "core/text/Utf8.h"

namespace ouroscope::cli {

void ReadingOptions::add(Subcommand& command) {
  command.addInteger("--budget", budget, 1, kMaxLoops,
                     "read every token at this loop; with --exit-threshold: not beyond it",
                     "all loops");
  command.addNumber("--exit-threshold", q, 0, 1,
                    "q: read each token at the first loop whose cumulative exit probability "
                    "reaches q; 1 is the last loop",
                    "the run's");
  command.addText("--gate", gate, "NAME", "which recorded gate decides", "the run's");
}

ReadoutRule ReadingOptions::ruleFor(const Trace& trace) const {
  if (budget > trace.loops())
    throw Error("--budget " + std::to_string(budget) + " is more than the " +
                std::to_string(trace.loops()) + " recorded loops: trace again with --loops " +
                std::to_string(budget) + ".");
  ReadoutRule rule = ruleOfRun(trace);
  if (budget > 0) rule = {0, budget, 1.0};
  if (!trace.info().gated && q >= 0 && q < 1)
    throw Error(
        "The trace has no exit gate, so no threshold stops a token: leave --exit-threshold out, or "
        "read every token at one loop with --budget.");
  if (q >= 0) rule.q = q;
  if (gate.empty() || gate == trace.info().gateName) return rule;
  const auto& names = trace.info().otherGates;
  const auto at = std::find(names.begin(), names.end(), gate);
  if (at == names.end()) {
    std::string known = trace.info().gateName;
    for (const std::string& name : names) known += (known.empty() ? "" : ", ") + name;
    throw Error("The trace has no gate '" + printable(gate) + "'" +
                (!trace.info().gated ? ": its model has no exit gate."
                 : known.empty()     ? ": its model has one gate without a name, leave --gate out."
                                     : ": it has " + printable(known) + "."));
  }
  rule.gate = static_cast<int>(at - names.begin()) + 1;
  return rule;
}

std::string gateName(const Trace& trace, int gate) {
  const TraceInfo& info = trace.info();
  return gate == 0 ? info.gateName : info.otherGates[static_cast<std::size_t>(gate) - 1];
}

std::string ruleText(const Trace& trace, const ReadoutRule& rule) {
  if (rule.q >= 1 || (rule.gate == 0 && !trace.info().gated))
    return "loop " + std::to_string(rule.budget) + " everywhere";
  const std::string gate = gateName(trace, rule.gate);
  return "first loop whose cumulative exit probability reaches " + shortText(rule.q) +
         (rule.budget < trace.loops() ? ", at most loop " + std::to_string(rule.budget) : "") +
         (gate.empty() ? "" : " (gate " + printable(gate) + ")");
}

std::string criterionText(const ExitCriterion& criterion) {
  return std::string(exitRuleInfo(criterion.kind).id) + " at " + shortText(criterion.threshold);
}

std::string replayText(const Trace& trace, const Readout& read) {
  const Replay replay = replayOf(trace, read);
  const std::string token = std::to_string(replay.token + 1);
  switch (replay.status) {
    case ReplayStatus::NeedsRerun:
      if (!trace.info().keepsPrefix())
        return "needs a re-run: with the step rule " + printable(trace.info().stepRule) +
               " a run with fewer loops takes other steps";
      return "needs a re-run: token " + token + " would go past the loops that it ran (" +
             printable(trace.info().kvPolicy) + ")";
    case ReplayStatus::Branches:
      return "would branch at token " + token;
    case ReplayStatus::Exact:
      break;
  }
  const bool sampled =
      trace.info().promptTokens < trace.tokens() && trace.info().sampling.temperature > 0;
  return sampled ? "exact replay of the recorded text; sampled words could differ" : "exact replay";
}

}  // namespace ouroscope::cli
