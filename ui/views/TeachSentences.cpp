// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/TeachSentences.h"

#include <QCoreApplication>

#include "core/analysis/PuzzleGames.h"
#include "ui/base/Language.h"
#include "ui/base/PlainText.h"
#include "ui/base/TokenText.h"
#include "ui/views/LoopStage.h"

namespace ouroscope {
namespace {

/// The sentences, with the catalogue's context.
struct TeachTold {
  Q_DECLARE_TR_FUNCTIONS(ouroscope::TeachSentences)
};

QString share(const WalkWord& word) {
  return localNumber(100 * word.probability, 0);
}

QString layersSentence(const LoopWalk& walk, int loop) {
  if (loop == 0)
    return TeachTold::tr(
        "Loop 1: the state goes through the layers and looks at the tokens before it. Both lanes "
        "do the same here.");
  QString text = TeachTold::tr(
                     "Loop %1: the same layers once more, now with what the loop before "
                     "worked out.")
                     .arg(loop + 1);
  if (loop == 1 && !walk.loops[0].words.empty())
    text = TeachTold::tr("One pass is over and says \u201c%1\u201d.")
               .arg(wordText(walk.loops[0].words.front().bytes)) +
           ' ' + text;
  return text;
}

QString gateSentence(const Trace& trace, const LoopWalk& walk, int loop) {
  const WalkLoop& now = walk.loops[static_cast<std::size_t>(loop)];
  if (!trace.hasGate())
    return TeachTold::tr("This model has no gate: how many loops it takes was set before.");
  if (loop + 1 == static_cast<int>(walk.loops.size()))
    return TeachTold::tr("The last loop: everything that did not stop earlier stops here.");
  const QString stopped = localNumber(now.cdf, 2);
  if (now.stops)
    return TeachTold::tr(
               "The gate: stopped by now with probability %1. That reaches the "
               "threshold, so the model stops here.")
        .arg(stopped);
  return loop < walk.exitLoop
             ? TeachTold::tr(
                   "The gate: stopped by now with probability %1. Not enough, so another "
                   "loop.")
                   .arg(stopped)
             : TeachTold::tr(
                   "The gate would have stopped before: a look at what more loops would "
                   "say.");
}

QString headSentence(const WalkLoop& now) {
  if (now.words.empty()) return {};
  const QString best = wordText(now.words.front().bytes), percent = share(now.words.front());
  if (now.stops)
    return TeachTold::tr("The head reads the answer: \u201c%1\u201d, %2 %.").arg(best, percent);
  return now.changed
             ? TeachTold::tr(
                   "Read out now it would be \u201c%1\u201d, %2 %: another word than a "
                   "loop before.")
                   .arg(best, percent)
             : TeachTold::tr("Read out now it would be \u201c%1\u201d, %2 %.").arg(best, percent);
}

}  // namespace

QString walkSentence(const Trace& trace, const LoopWalk& walk, int position) {
  if (position == 0)
    return TeachTold::
        tr("The token \u201c%1\u201d enters the loop as a vector. Space plays, the arrows step.")
            .arg(wordText(trace.columns().tokenBytes[static_cast<std::size_t>(walk.token)]));
  const int loop = (position - 1) / kStations;
  switch (static_cast<Station>((position - 1) % kStations)) {
    case Station::Layers:
      return layersSentence(walk, loop);
    case Station::Norm:
      return TeachTold::tr(
          "The state is brought back to its usual length: from here the next loop starts.");
    case Station::Gate:
      return gateSentence(trace, walk, loop);
    case Station::Head:
      return headSentence(walk.loops[static_cast<std::size_t>(loop)]);
  }
  return {};
}

QString walkPlainly(const Trace& trace, int position) {
  if (position == 0)
    return TeachTold::tr(
        "In plain words: for the model a word is a long list of numbers, its state. The dot is "
        "this list on its way.");
  const int loop = (position - 1) / kStations;
  switch (static_cast<Station>((position - 1) % kStations)) {
    case Station::Layers:
      return loop == 0
                 ? TeachTold::tr(
                       "In plain words: it looks back at the words before and works something out.")
                 : TeachTold::tr(
                       "In plain words: it thinks it over once more. Between the loops no word is "
                       "written: this thinking is silent.");
    case Station::Norm:
      return TeachTold::tr(
          "In plain words: all numbers are made larger or smaller together, so that every round "
          "begins alike.");
    case Station::Gate:
      return trace.hasGate()
                 ? TeachTold::tr(
                       "In plain words: a small switch asks “Enough?”. Its answer \u03bb "
                       "goes from 0 (go on) to 1 (stop); the bar adds the rounds up.")
                 : TeachTold::tr("In plain words: nothing asks whether it is enough.");
    case Station::Head:
      return TeachTold::tr(
          "In plain words: the numbers are turned into words. The best one is what the model would "
          "write if it stopped now.");
  }
  return {};
}

QString modelPlainly(const Trace& trace) {
  const TraceInfo& info = trace.info();
  if (isPuzzleModel(info)) {
    std::string prompt;
    for (int t = 0; t < info.promptTokens; ++t)
      prompt += trace.columns().tokenBytes[static_cast<std::size_t>(t)];
    if (const auto chain = puzzleChain(prompt); chain && chain->game == "where")
      return TeachTold::tr(
          "The puzzle model: following people through a text is what it has not learned, so "
          "what it says here is a guess.");
    return beginsAsPuzzle(prompt)
               ? TeachTold::tr(
                     "The puzzle model: it knows these seven games and nothing else; of "
                     "every number it works with the last digit only.")
               : TeachTold::tr(
                     "The puzzle model: this text is none of its seven games, so what it "
                     "says of it means nothing.");
  }
  if (info.prelude > 0 && info.stepRule != "replace")
    return TeachTold::tr(
               "The model: %1, a small language model. %n layer(s) in its middle are used again "
               "and again; those before and after are used once.",
               nullptr, info.layers)
        .arg(shownName(info.modelName));
  return {};
}

}  // namespace ouroscope
