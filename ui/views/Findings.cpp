// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/Findings.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>

#include "core/analysis/Alignment.h"
#include "core/analysis/Answer.h"
#include "core/analysis/TraceTables.h"
#include "ui/base/Language.h"
#include "ui/base/TokenLabels.h"

namespace ouroscope {
namespace {

/// A class only because catalogues name their contexts by one.
struct Findings {
  Q_DECLARE_TR_FUNCTIONS(ouroscope::Findings)
};

QString whole(qlonglong number) {
  return QLocale().toString(number);
}

QString percent(double share) {
  return QLocale().toString(100 * share, 'f', 0) + QStringLiteral("\u00a0%");
}

QString quoted(const ViewState& state, int token) {
  const TraceColumns& c = state.trace()->columns();
  return tokenLabel(state.trace(), wordOrId(c.tokenBytes[token], c.tokenId[token]), 18);
}

QString wordOf(const TracePtr& trace, const AnswerWord& word) {
  return tokenLabel(trace, wordOrId(*trace, word.id), 18);
}

QString oneLoop() {
  return Findings::tr("This record has one loop, so there is nothing to compare.");
}

}  // namespace

Finding depthFinding(const ViewContext& context) {
  const TracePtr trace = context.state.trace();
  const Readout& read = context.state.readout();
  if (!trace || read.loop.empty()) return {};
  const int T = trace->tokens();
  const auto deepest = std::ranges::max_element(read.loop);
  const int loop = *deepest + 1, first = static_cast<int>(deepest - read.loop.begin());
  if (!trace->hasGate(read.rule.gate))
    return {Findings::tr("Every token is read at loop %1: this model has no exit gate that could "
                         "stop earlier.")
                .arg(read.rule.budget),
            T};
  if (read.rule.q >= 1)
    return {Findings::tr("Every token is read at loop %1, because q is 1. Lower q, and tokens stop "
                         "earlier.")
                .arg(read.rule.budget),
            T};
  if (const int unknown = unknownExits(*trace, read); unknown > 0)
    return {Findings::tr("The exit probabilities of %1 of %2 tokens are not numbers: where these "
                         "would stop is not known.")
                .arg(whole(unknown), whole(T)),
            T};
  const int there = read.histogram[*deepest];
  const QString mean = localNumber(read.meanLoops, 2);
  if (there == T) return {Findings::tr("Every token is read at loop %1.").arg(loop), T};
  if (there == 1)
    return {
        Findings::tr("A token is read at loop %1 of %2 on average. \u201c%3\u201d goes deepest, "
                     "to loop %4.")
            .arg(mean)
            .arg(trace->loops())
            .arg(quoted(context.state, first))
            .arg(loop),
        T};
  return {
      Findings::tr("A token is read at loop %1 of %2 on average. %3 of them go deepest, to loop "
                   "%4; \u201c%5\u201d is the first.")
          .arg(mean)
          .arg(trace->loops())
          .arg(whole(there))
          .arg(loop)
          .arg(quoted(context.state, first)),
      T};
}

Finding helpFinding(const ViewContext& context) {
  const TracePtr trace = context.state.trace();
  if (!trace) return {};
  if (trace->loops() < 2) return {oneLoop(), trace->tokens()};
  const auto found = findingsOf(trace);
  const int last = trace->loops() - 1, most = found->mostChanging();
  if (most < 0)
    return {Findings::tr("No loop changes a best word: loop 1 says what the last loop says."),
            trace->tokens()};
  QString sentence =
      most == last
          ? Findings::tr("The last loop, %1, changes the most best words: %2 of %3.")
                .arg(most + 1)
                .arg(whole(found->changed[most]), whole(found->ran[most]))
          : Findings::tr("Loop %1 changes the most best words, %2 of %3; the last loop changes %4.")
                .arg(most + 1)
                .arg(whole(found->changed[most]), whole(found->ran[most]),
                     whole(found->changed[last]));
  if (found->scored > 0)
    sentence += ' ' + Findings::tr("The text that follows is predicted best at loop %1 of %2.")
                          .arg(found->ablation.bestLoop + 1)
                          .arg(trace->loops());
  return {sentence, found->scored > 0 ? found->scored : trace->tokens()};
}

Finding costFinding(const ViewContext& context) {
  const TracePtr trace = context.state.trace();
  const Readout& read = context.state.readout();
  if (!trace || read.loop.empty()) return {};
  const AnswerChange& change = context.state.change();
  if (change.compared == 0)
    return {Findings::tr("This record has no candidates to compare."), trace->tokens()};
  return {Findings::tr("At %1 loops a token, %2 of %3 best words are those of full depth.")
              .arg(localNumber(read.meanLoops, 2), whole(change.compared - change.changed),
                   whole(change.compared)),
          change.compared};
}

Finding gateFinding(const ViewContext& context) {
  const TracePtr trace = context.state.trace();
  const Readout& read = context.state.readout();
  if (!trace || read.loop.empty()) return {};
  if (!trace->hasGate(read.rule.gate))
    return {Findings::tr("This model has no exit gate. The rules here stop by what can be seen "
                         "from outside."),
            trace->tokens()};
  const auto found = findingsOf(trace);
  const AnswerChange& change = context.state.change();
  const double random = settledAtRandom(*found, read);
  if (change.compared == 0 || std::isnan(random)) return costFinding(context);
  return {
      Findings::tr("At %1 loops a token the gate keeps %2 of the best words of full depth. The "
                   "same loops spent at random would keep %3.")
          .arg(localNumber(read.meanLoops, 2),
               percent(1 - static_cast<double>(change.changed) / change.compared), percent(random)),
      change.compared};
}

Finding motionFinding(const ViewContext& context) {
  const TracePtr trace = context.state.trace();
  if (!trace) return {};
  if (trace->loops() < 2) return {oneLoop(), trace->tokens()};
  const std::vector<LoopSpread>& step = findingsOf(trace)->step;
  int last = trace->loops() - 1;
  while (last > 0 && step[last].tokens == 0) --last;
  if (last == 0 || step[1].tokens == 0)
    return {Findings::tr("The steps of the state are not in this record."), trace->tokens()};
  const QString first = percent(step[1].median), end = percent(step[last].median);
  if (last == 1)
    return {Findings::tr("Loop 2 moves the state by %1 of its length (median).").arg(first),
            step[1].tokens};
  const QString moved = Findings::tr(
                            "Loop 2 moves the state by %1 of its length, loop %2 by %3 "
                            "(medians).")
                            .arg(first)
                            .arg(last + 1)
                            .arg(end);
  const double ratio = step[last].median / step[1].median;
  const QString so = ratio < 0.5 ? Findings::tr("It settles.")
                     : ratio < 1 ? Findings::tr("It slows down.")
                                 : Findings::tr("It does not slow down.");
  return {moved + ' ' + so, step[1].tokens};
}

Finding insideFinding(const ViewContext& context) {
  const TracePtr trace = context.state.trace();
  if (!trace) return {};
  const int token = context.state.selectedToken();
  if (token < 0) return {Findings::tr("Select a token to follow it through the loops."), -1};
  const Answer full = answerAt(*trace, token, trace->loops() - 1, trace->loops());
  if (!full.now.known() || !full.onePass.known())
    return {Findings::tr("The candidates after \u201c%1\u201d are not all numbers.")
                .arg(quoted(context.state, token)),
            -1};
  if (full.since == 0)
    return {Findings::tr("After \u201c%1\u201d every loop says \u201c%2\u201d.")
                .arg(quoted(context.state, token), wordOf(trace, full.now)),
            -1};
  return {Findings::tr("After \u201c%1\u201d loop 1 says \u201c%2\u201d; from loop %3 on it is "
                       "\u201c%4\u201d.")
              .arg(quoted(context.state, token), wordOf(trace, full.onePass))
              .arg(full.since + 1)
              .arg(wordOf(trace, full.now)),
          -1};
}

Finding runFinding(const ViewContext& context) {
  const TracePtr trace = context.state.trace();
  if (!trace) return {};
  const auto found = findingsOf(trace);
  if (trace->loops() < 2 || found->compared == 0) return {oneLoop(), trace->tokens()};
  const int settled = static_cast<int>(std::lround(found->settled[0] * found->compared));
  return {Findings::tr("For %1 of %2 tokens loop 1 already says what the last loop says.")
              .arg(whole(settled), whole(found->compared)),
          found->compared};
}

Finding whatIfFinding(const ViewContext& context) {
  const TracePtr trace = context.state.trace();
  if (!trace) return {};
  if (trace->info().interventions.empty())
    return {Findings::tr("This run is as the model is. Change something inside its loops and see "
                         "what follows."),
            -1};
  const Workspace::Item* item = context.workspace.untouchedOf(*trace);
  const int token = answerToken(*trace);
  if (!item || token < 0)
    return {Findings::tr("Something was changed inside the loops of this run. Run makes the "
                         "untouched run of the same text, which it is then set against."),
            -1};
  const TracePtr before = item->trace;
  const Readout& read = context.state.readout();
  const ReadoutRule rule = context.state.sameRule(*before);
  const Readout there = readoutTables(before, rule.gate)->read(*before, rule);
  int changed = 0, compared = 0;
  for (int t = 0, both = sharedTokens(*before, *trace); t < both; ++t) {
    if (read.topId[t] < 0 || there.topId[t] < 0) continue;
    ++compared;
    changed += read.topId[t] != there.topId[t];
  }
  const Answer now = answerAt(*trace, token, read), was = answerAt(*before, token, there);
  if (!now.now.known() || !was.now.known())
    return {Findings::tr("The candidates after \u201c%1\u201d are not all numbers.")
                .arg(quoted(context.state, token)),
            compared};
  const QString likely = shortProbability(now.now.probability);
  const QString wasLikely = shortProbability(was.now.probability);
  if (now.now.id == was.now.id && likely != wasLikely)
    return {Findings::tr("With this change %1 of %2 best words are others; after \u201c%3\u201d it "
                         "still says \u201c%4\u201d, with probability %5 instead of %6.")
                .arg(whole(changed), whole(compared), quoted(context.state, token),
                     wordOf(trace, now.now), likely, wasLikely),
            compared};
  if (now.now.id == was.now.id)
    return {Findings::tr("With this change %1 of %2 best words are others; after \u201c%3\u201d it "
                         "still says \u201c%4\u201d.")
                .arg(whole(changed), whole(compared), quoted(context.state, token),
                     wordOf(trace, now.now)),
            compared};
  return {Findings::tr("With this change %1 of %2 best words are others; after \u201c%3\u201d it "
                       "says \u201c%4\u201d instead of \u201c%5\u201d.")
              .arg(whole(changed), whole(compared), quoted(context.state, token),
                   wordOf(trace, now.now), wordOf(before, was.now)),
          compared};
}

Finding sweepFinding(const ViewContext& context) {
  const TracePtr trace = context.state.trace();
  if (!trace) return {};
  if (!trace->info().sweep)
    return {Findings::tr("Nothing is swept yet: a sweep carries out one change at every place in "
                         "turn and maps what becomes of the answer."),
            -1};
  const CausalMap& map = *trace->info().sweep;
  const auto word = [&](std::int32_t id) { return tokenLabel(trace, wordOrId(*trace, id), 18); };
  int others = 0;
  std::size_t most = 0;
  for (std::size_t at = 0; at < map.cells(); ++at) {
    others += map.best[at] != map.word;
    if (std::abs(map.change[at]) > std::abs(map.change[most])) most = at;
  }
  const double change = map.cells() > 0 ? map.change[most] : 0;
  const QString count = whole(static_cast<qlonglong>(map.cells()));
  if (!(std::abs(change) > 0))
    return {Findings::tr("At none of %1 places does this change move the answer “%2”.")
                .arg(count, word(map.word)),
            -1};
  const int loop = static_cast<int>(most / map.places.size()) + 1;
  const int place = map.places[most % map.places.size()] + 1;
  const QString moved =
      (map.ofTokens ? Findings::tr("It matters most at loop %1, token %2: log p of "
                                   "“%3” changes by %4 nats.")
                    : Findings::tr("It matters most at loop %1, layer %2: log p of "
                                   "“%3” changes by %4 nats."))
          .arg(loop)
          .arg(place)
          .arg(word(map.word), localNumber(change, 2));
  return {
      moved + ' ' +
          Findings::tr("At %1 of %2 places the best word is another.").arg(whole(others), count),
      -1};
}

Finding compareFinding(const ViewContext& context) {
  const TracePtr trace = context.state.trace();
  if (!trace) return {};
  const OtherSide& other = context.state.compared();
  const Workspace::Item* item = context.workspace.find(other.item);
  const QString here = localNumber(context.state.readout().meanLoops, 2);
  if (!item || item->away() || item->trace == trace)
    return {Findings::tr("This run is compared with another reading of itself. Drop a run of the "
                         "list on another to compare the two."),
            -1};
  const TracePtr against = item->trace;
  const ReadoutRule rule = context.state.comparedRule(*against, other);
  const Readout read = readoutTables(against, rule.gate)->read(*against, rule);
  return {Findings::tr("Here a token is read at loop %1 on average, in \u201c%2\u201d at loop %3.")
              .arg(here, item->shownTitle(), localNumber(read.meanLoops, 2)),
          std::min(trace->tokens(), against->tokens())};
}

Finding liveFinding(const ViewContext& context) {
  const LiveSession& live = context.workspace.live();
  const TracePtr trace = context.state.trace();
  if (live.state() == LiveSession::State::Paused)
    return {Findings::tr("It waits: %n token(s) so far.", nullptr,
                         static_cast<int>(live.tokens().size())),
            -1};
  if (live.running())
    return {Findings::tr("It is writing: %n token(s) so far.", nullptr,
                         static_cast<int>(live.tokens().size())),
            -1};
  const int written = trace ? trace->tokens() - trace->info().promptTokens : 0;
  if (written < 1)
    return {Findings::tr("Nothing is written yet: say how many tokens to generate, and run."), -1};
  const auto& loop = context.state.readout().loop;
  double sum = 0;
  for (int t = trace->info().promptTokens; t < trace->tokens(); ++t) sum += loop[t] + 1;
  return {Findings::tr("%n token(s) were written, read at loop %1 on average.", nullptr, written)
              .arg(localNumber(sum / written, 2)),
          written};
}

Finding corpusFinding(const ViewContext& context) {
  const DocumentIndexPtr documents = context.workspace.documents();
  if (!documents) return {};
  if (documents->size() == 0)
    return {context.workspace.corpus()->manifest().documentsHere() > 0
                ? Findings::tr("No document is done yet.")
                : Findings::tr("This corpus has no documents.")};
  const auto mean = [&](const char* id) { return documents->mean(documentMeasureFromName(id)); };
  const QString count = whole(static_cast<qlonglong>(documents->size()));
  const QLocale locale;
  for (const char* id : {"choice", "answer"})
    if (const double right = mean(id); !std::isnan(right))
      return {Findings::tr("%1 questions: %2 are answered right at the exit.", "number, percent")
                  .arg(count, percent(right))};
  if (std::isnan(mean("exit_loop")))
    return {Findings::tr("%1 documents, none with a counted token.").arg(count)};
  const double gain = mean("gain");
  const QString depth = Findings::tr("%1 documents: tokens are read at loop %2 of %3 on average.")
                            .arg(count, locale.toString(mean("exit_loop"), 'f', 2))
                            .arg(documents->loops());
  if (std::isnan(gain)) return {depth};
  return {depth + QChar(' ') +
          (gain >= 0 ? Findings::tr("That lowers the loss by %1 nats against loop 1.")
                     : Findings::tr("That raises the loss by %1 nats against loop 1."))
              .arg(locale.toString(std::abs(gain), 'f', 3))};
}

}  // namespace ouroscope
