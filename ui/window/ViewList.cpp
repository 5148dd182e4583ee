// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/ViewList.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/views/CompareView.h"
#include "ui/views/CorpusView.h"
#include "ui/views/DynamicsView.h"
#include "ui/views/FigureView.h"
#include "ui/views/GateAuditView.h"
#include "ui/views/GeometryView.h"
#include "ui/views/HeatmapView.h"
#include "ui/views/LensView.h"
#include "ui/views/LiveView.h"
#include "ui/views/OperatingView.h"
#include "ui/views/StripView.h"
#include "ui/views/SummaryView.h"
#include "ui/views/SweepView.h"
#include "ui/views/TeachView.h"
#include "ui/views/WhatIfView.h"

namespace ouroscope {

std::span<const ViewInfo> viewList() {
  static constexpr ViewInfo kViews[] = {
      {"text", QT_TRANSLATE_NOOP("ViewList", "Text and depth"), Place::Scene, makeView<StripView>,
       "Ctrl+1", "strip"},
      {"heatmap", QT_TRANSLATE_NOOP("ViewList", "Depth heatmap"), Place::Question,
       makeView<HeatmapView>, "Ctrl+2", "words",
       QT_TRANSLATE_NOOP("Questions", "Which words went deep?"),
       QT_TRANSLATE_NOOP(
           "Questions",
           "A column is a token, a row is a loop. The colour is the quantity named above the map; "
           "the bar at its side says which number it is. The line runs along the loop at which "
           "each token is read. Hatched: not recorded."),
       depthFinding},
      {"dynamics", QT_TRANSLATE_NOOP("ViewList", "Answer dynamics"), Place::Question,
       makeView<DynamicsView>, "Ctrl+7", "help",
       QT_TRANSLATE_NOOP("Questions", "Did more loops help?"),
       QT_TRANSLATE_NOOP(
           "Questions",
           "A cell says whether the best word after that loop is the token that follows, and "
           "whether it stays. \u201cLoop ablation\u201d counts for every added loop where the loss "
           "of the next token fell and where it rose, in nats."),
       helpFinding},
      {"operating", QT_TRANSLATE_NOOP("ViewList", "Operating curve"), Place::Question,
       makeView<OperatingView>, "Ctrl+5", "cost",
       QT_TRANSLATE_NOOP("Questions", "What do fewer loops cost?"),
       QT_TRANSLATE_NOOP(
           "Questions",
           "To the right: loops a token on average. Upwards: how good that reading is. One curve "
           "spends loops by the gate, others give every token the same, or spend them at random; "
           "the oracle is the best that is possible. Bands are 95 % intervals over tokens."),
       costFinding},
      {"gate-audit", QT_TRANSLATE_NOOP("ViewList", "Gate audit"), Place::Question,
       makeView<GateAuditView>, "Ctrl+6", "gate",
       QT_TRANSLATE_NOOP("Questions", "Is the gate right?"),
       QT_TRANSLATE_NOOP(
           "Questions",
           "\u03bb is the chance to stop at a loop, p where a token stops, the CDF how sure the "
           "gate "
           "is by then. Below, exit rules are compared at the same mean depth; regret is how far a "
           "rule is from the best possible, in nats a token."),
       gateFinding},
      {"geometry", QT_TRANSLATE_NOOP("ViewList", "Geometry"), Place::Question,
       makeView<GeometryView>, "Ctrl+8", "state",
       QT_TRANSLATE_NOOP("Questions", "How does the state move?"),
       QT_TRANSLATE_NOOP(
           "Questions",
           "The curves show how far the hidden state of a token moves with every loop: the line is "
           "the selected token, the band the middle half of all tokens. The map shows its way in "
           "the two directions in which states differ most."),
       motionFinding},
      {"lens", QT_TRANSLATE_NOOP("ViewList", "Loop lens"), Place::Question, makeView<LensView>,
       "Ctrl+3", "inside", QT_TRANSLATE_NOOP("Questions", "What happens inside a loop?"),
       QT_TRANSLATE_NOOP(
           "Questions",
           "A row is what the model would say after that loop: its best words, the likeliest "
           "first, with their probabilities. The curves follow words from loop to loop. Where "
           "layers were recorded, a row opens into them."),
       insideFinding},
      {"what-if", QT_TRANSLATE_NOOP("ViewList", "Interventions"), Place::Question,
       makeView<WhatIfView>, "", "what-if", QT_TRANSLATE_NOOP("Questions", "What if \u2026?"),
       QT_TRANSLATE_NOOP(
           "Questions",
           "The same text is run once more with one change inside the loops, as a run of its own. "
           "Loops, layers and tokens count from 1. Compare then shows how it differs from the "
           "untouched one."),
       whatIfFinding},
      {"sweep", QT_TRANSLATE_NOOP("ViewList", "Causal map"), Place::Question, makeView<SweepView>,
       "", "sweep", QT_TRANSLATE_NOOP("Questions", "Where does a change matter?"),
       QT_TRANSLATE_NOOP(
           "Questions",
           "A row is a loop, loop 1 at the bottom; a column is a layer or a token. A cell is a run "
           "of its own with the change at that place alone. Its colour says what became of the "
           "answer: how its log-probability changed, or how far all words are from the untouched "
           "run, in nats."),
       sweepFinding},
      {"compare", QT_TRANSLATE_NOOP("ViewList", "Compare"), Place::Question, makeView<CompareView>,
       "Ctrl+9", "differ", QT_TRANSLATE_NOOP("Questions", "How do two runs differ?"),
       QT_TRANSLATE_NOOP(
           "Questions",
           "The map is B minus A, token by token where both have the same text. One colour is "
           "more in B, the other less, white no difference. The tables name the largest "
           "differences."),
       compareFinding},
      {"live", QT_TRANSLATE_NOOP("ViewList", "Live generation"), Place::Question,
       makeView<LiveView>, "", "live", QT_TRANSLATE_NOOP("Questions", "What does it write next?"),
       QT_TRANSLATE_NOOP(
           "Questions",
           "Tokens appear as they are written, in the colour of the loop at which they are read. "
           "A run can be paused, taken token by token, and left at any token; changed settings "
           "hold from there on."),
       liveFinding},
      {"summary", QT_TRANSLATE_NOOP("ViewList", "Summary"), Place::Question, makeView<SummaryView>,
       "Ctrl+4", "run", QT_TRANSLATE_NOOP("Questions", "What is this run?"),
       QT_TRANSLATE_NOOP(
           "Questions",
           "How deep tokens are read, the tokens worth a look with the reason of each, and "
           "everything the record says of how it was made."),
       runFinding},
      {"corpus", QT_TRANSLATE_NOOP("ViewList", "Corpus"), Place::Question, makeView<CorpusView>, "",
       "corpus", QT_TRANSLATE_NOOP("Questions", "What does a whole corpus say?"),
       QT_TRANSLATE_NOOP(
           "Questions",
           "At the left a row is a document: how its tokens are spread over the loops, loop 1 at "
           "the "
           "left, and its numbers. At the right its documents are pooled: bands and bars are 95 % "
           "intervals over documents."),
       corpusFinding, true},
      {"figure", QT_TRANSLATE_NOOP("ViewList", "Figure page"), Place::Stage, makeView<FigureView>,
       "", "paper"},
      {"teach", QT_TRANSLATE_NOOP("ViewList", "Teach"), Place::Stage, makeView<TeachView>, "",
       "teach"},
  };
  return kViews;
}

std::span<const PresetInfo> presets() {
  static constexpr PresetInfo kPresets[] = {
      {"analyse", QT_TRANSLATE_NOOP("ViewList", "Explore"), ""},
      {"teach", QT_TRANSLATE_NOOP("ViewList", "Teach"), "teach"},
      {"figure", QT_TRANSLATE_NOOP("ViewList", "Paper"), "figure"},
  };
  return kPresets;
}

const PresetInfo* presetInfo(const QString& id) {
  for (const PresetInfo& info : presets())
    if (id == QLatin1String(info.id)) return &info;
  return nullptr;
}

QString presetTitle(const PresetInfo& info) {
  return QCoreApplication::translate("ViewList", info.title);
}

QString viewTitle(const ViewInfo& info) {
  return QCoreApplication::translate("ViewList", info.title);
}

QString questionTitle(const ViewInfo& info) {
  return QCoreApplication::translate("Questions", info.question);
}

QString howToRead(const ViewInfo& info) {
  return QCoreApplication::translate("Questions", info.how);
}

const ViewInfo* viewInfo(const QString& id) {
  const auto views = viewList();
  const auto found = std::ranges::find_if(
      views, [&](const ViewInfo& info) { return id == QLatin1String(info.id); });
  return found == views.end() ? nullptr : &*found;
}

}  // namespace ouroscope
