// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/ControlTips.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QHash>
#include <QTabBar>
#include <QTabWidget>
#include <QWidget>
#include <utility>

#include "ui/base/Glossary.h"

namespace ouroscope {
namespace {

/// Controls that are a word of the glossary.
constexpr std::pair<const char*, const char*> kWordTips[] = {{"teachThreshold", "q"}};

struct TipRow {
  const char* names;  ///< of objects, with spaces between; "NAME#1" is the second tab of NAME
  const char* tip;    ///< one line
};

constexpr TipRow kTips[] = {
    {"run", QT_TRANSLATE_NOOP("ControlTips", "Runs the prompt with these settings")},
    {"stop cancel",
     QT_TRANSLATE_NOOP("ControlTips", "Ends what runs; what is recorded so far is kept")},
    {"jobCancel", QT_TRANSLATE_NOOP("ControlTips", "Ends this calculation")},
    {"jobAgain", QT_TRANSLATE_NOOP("ControlTips", "Starts this calculation once more")},
    {"prompt",
     QT_TRANSLATE_NOOP("ControlTips", "The text that the model reads; Ctrl+Return runs it")},
    {"promptKind",
     QT_TRANSLATE_NOOP(
         "ControlTips",
         "Plain text, or a conversation with the marks that the model was trained with")},
    {"captureHidden",
     QT_TRANSLATE_NOOP("ControlTips",
                       "Records the state of every loop: the map of its way needs it")},
    {"captureLayers",
     QT_TRANSLATE_NOOP("ControlTips",
                       "Records the layers within every loop: rungs and rows open into them")},
    {"captureLogits",
     QT_TRANSLATE_NOOP("ControlTips",
                       "Records the score of every word of the vocabulary: large files")},
    {"captureNumbers",
     QT_TRANSLATE_NOOP("ControlTips",
                       "Records norms, steps and cosines of every layer without its words: quick, "
                       "and small files")},
    {"captureAttention",
     QT_TRANSLATE_NOOP("ControlTips",
                       "Records four numbers of what every head attends to, at every token, loop "
                       "and layer")},
    {"captureSimilarity",
     QT_TRANSLATE_NOOP("ControlTips",
                       "Records the cosines of the states after all layers of all loops, in "
                       "pairs")},
    {"topK", QT_TRANSLATE_NOOP("ControlTips",
                               "How many of the likeliest words are recorded at every loop")},
    {"draftTokens",
     QT_TRANSLATE_NOOP("ControlTips",
                       "How many tokens are guessed with few loops before all loops check them")},
    {"openLooped", QT_TRANSLATE_NOOP("ControlTips", "Opens this model with these layers looped")},
    {"ablationBy",
     QT_TRANSLATE_NOOP("ControlTips", "How tokens are grouped: every group has its own gain")},
    {"dynamicsFilter",
     QT_TRANSLATE_NOOP(
         "ControlTips",
         "Which tokens are listed: those that change, settle, are right or get lost")},
    {"dynamicsTabs#0",
     QT_TRANSLATE_NOOP("ControlTips",
                       "For every token: the best word after each loop, and where it stays")},
    {"dynamicsTabs#1",
     QT_TRANSLATE_NOOP("ControlTips",
                       "For every added loop: where the loss fell and where it rose, in nats")},
    {"exitRulesQuality operatingQuality",
     QT_TRANSLATE_NOOP("ControlTips",
                       "How good a reading is: as many best words as full depth, the loss, or the "
                       "distance to full depth (KL)")},
    {"compareOther", QT_TRANSLATE_NOOP("ControlTips", "What the shown run is compared with")},
    {"compareBudget", QT_TRANSLATE_NOOP("ControlTips", "How many loops a word may use in B")},
    {"compareQ", QT_TRANSLATE_NOOP("ControlTips", "How sure the gate must be in B (q)")},
    {"compareGate", QT_TRANSLATE_NOOP("ControlTips", "Which exit gate decides in B")},
    {"compareSame",
     QT_TRANSLATE_NOOP("ControlTips", "B is read with the loops allowed, q and gate of A")},
    {"compareMeasure",
     QT_TRANSLATE_NOOP("ControlTips", "The quantity whose difference the map shows")},
    {"heatmapMeasure panelMeasure",
     QT_TRANSLATE_NOOP("ControlTips", "The quantity that the colour shows")},
    {"tokensDown panelTurned",
     QT_TRANSLATE_NOOP("ControlTips",
                       "Tokens below each other, words to be read without turning the head")},
    {"panelExitLine",
     QT_TRANSLATE_NOOP("ControlTips", "A line along the loop at which each token is read")},
    {"panelFirst panelLast",
     QT_TRANSLATE_NOOP("ControlTips", "Which part of the text the panel shows, in tokens from 1")},
    {"geometryQuantity",
     QT_TRANSLATE_NOOP("ControlTips", "The quantity that the curves follow from loop to loop")},
    {"orbitComponents",
     QT_TRANSLATE_NOOP("ControlTips", "Which two of the directions in which states differ most")},
    {"orbitRecord",
     QT_TRANSLATE_NOOP(
         "ControlTips",
         "Runs the same text again and records the states, for the map of their way")},
    {"lensQuantity", QT_TRANSLATE_NOOP("ControlTips",
                                       "What the curves of words show: probability, its logarithm, "
                                       "or the place among all words")},
    {"lensWords",
     QT_TRANSLATE_NOOP("ControlTips", "Words whose curves are drawn, with commas between")},
    {"lensRerunLayers",
     QT_TRANSLATE_NOOP("ControlTips",
                       "Runs the same text again and records the layers within every loop")},
    {"findPattern", QT_TRANSLATE_NOOP("ControlTips", "The words to look for in the text")},
    {"liveBudget", QT_TRANSLATE_NOOP("ControlTips", "How many loops the tokens to come may use")},
    {"liveQ",
     QT_TRANSLATE_NOOP("ControlTips", "How sure the gate must be about the tokens to come (q)")},
    {"liveTemperature",
     QT_TRANSLATE_NOOP("ControlTips",
                       "0 takes the likeliest word; higher values draw more freely")},
    {"liveSeed", QT_TRANSLATE_NOOP("ControlTips", "Equal seeds draw equal words")},
    {"whatIfAction",
     QT_TRANSLATE_NOOP("ControlTips", "What is done to the state inside the loops")},
    {"whatIfFirstLoop whatIfLastLoop",
     QT_TRANSLATE_NOOP("ControlTips", "In which loops the change is made, from 1")},
    {"whatIfLayer",
     QT_TRANSLATE_NOOP("ControlTips",
                       "After which layer the change is made, or at the end of the loop")},
    {"whatIfTimes", QT_TRANSLATE_NOOP("ControlTips", "How often the loop is run once more")},
    {"whatIfFrom",
     QT_TRANSLATE_NOOP("ControlTips", "The token whose state is put in its place, from 1")},
    {"whatIfBy", QT_TRANSLATE_NOOP("ControlTips", "How strong the change is")},
    {"whatIfSelected", QT_TRANSLATE_NOOP("ControlTips", "Only at the selected tokens")},
    {"whatIfAll", QT_TRANSLATE_NOOP("ControlTips", "At every token of the text")},
    {"whatIfDifference",
     QT_TRANSLATE_NOOP("ControlTips", "Compares the changed run with the untouched one")},
    {"figureCaption",
     QT_TRANSLATE_NOOP("ControlTips",
                       "What the page shows, in words for the paper; it can be edited and copied")},
    {"figureLatex", QT_TRANSLATE_NOOP("ControlTips", "The caption and the figure as LaTeX")},
    {"figureCaptionTabs#0", QT_TRANSLATE_NOOP("ControlTips", "The caption in words")},
    {"figureCaptionTabs#1", QT_TRANSLATE_NOOP("ControlTips", "The caption for LaTeX")},
    {"figureCopyText figureCopyLatex", QT_TRANSLATE_NOOP("ControlTips", "Copies these words")},
    {"figureColours",
     QT_TRANSLATE_NOOP("ControlTips", "The colours of loops and measures on paper")},
    {"figureColumns", QT_TRANSLATE_NOOP("ControlTips", "How many panels stand side by side")},
    {"figureGap", QT_TRANSLATE_NOOP("ControlTips", "The room between panels")},
    {"figureLetters", QT_TRANSLATE_NOOP("ControlTips", "How panels are lettered")},
    {"figureShared",
     QT_TRANSLATE_NOOP("ControlTips", "Equal measures have equal colour limits in all panels")},
    {"figureVenue", QT_TRANSLATE_NOOP("ControlTips", "Takes the width that this venue prints")},
    {"figureWidth figureHeight",
     QT_TRANSLATE_NOOP("ControlTips", "The size of the page as it is printed")},
    {"figureUnit", QT_TRANSLATE_NOOP("ControlTips", "The unit of width and height")},
    {"figureFamily figureFontSize",
     QT_TRANSLATE_NOOP("ControlTips", "The type of all words in the figure")},
    {"figureLineWidth", QT_TRANSLATE_NOOP("ControlTips", "How thick lines are, in points")},
    {"figureDpi", QT_TRANSLATE_NOOP("ControlTips", "Pixels an inch, of PNG files")},
    {"figureFormat", QT_TRANSLATE_NOOP("ControlTips", "The kind of file that is exported")},
    {"figureSvgText",
     QT_TRANSLATE_NOOP("ControlTips", "Whether words of an SVG stay text or become outlines")},
    {"figureVision",
     QT_TRANSLATE_NOOP("ControlTips", "Shows the page as eyes with other colour vision see it")},
    {"figureTrueSize",
     QT_TRANSLATE_NOOP("ControlTips", "Shows the page as large as it is printed")},
    {"figureOpen", QT_TRANSLATE_NOOP("ControlTips", "Takes page and panels from a recipe file")},
    {"figureSave",
     QT_TRANSLATE_NOOP(
         "ControlTips",
         "Keeps page and panels in a recipe file, from which equal figures can be made")},
    {"figureSplit",
     QT_TRANSLATE_NOOP(
         "ControlTips",
         "Puts the tokens into rows under each other, so that their words can be read")},
    {"figureExport", QT_TRANSLATE_NOOP("ControlTips", "Writes the page to a file")},
    {"teachExample", QT_TRANSLATE_NOOP("ControlTips", "Another example to walk through")},
    {"teachTyped", QT_TRANSLATE_NOOP("ControlTips", "A text of one\u2019s own; Return runs it")},
    {"teachGuessFirst",
     QT_TRANSLATE_NOOP("ControlTips", "Hides what the model says until the class has guessed")},
    {"teachShowMe", QT_TRANSLATE_NOOP("ControlTips", "Shows what was to be guessed")},
    {"teachAgain", QT_TRANSLATE_NOOP("ControlTips", "Begins the walk once more")},
    {"teachTour", QT_TRANSLATE_NOOP("ControlTips", "A guided walk through this page")},
    {"tourBack", QT_TRANSLATE_NOOP("ControlTips", "The stop before")},
    {"tourNext", QT_TRANSLATE_NOOP("ControlTips", "The next stop")},
    {"tourClose", QT_TRANSLATE_NOOP("ControlTips", "Ends the tour; it can be taken again")},
    {"keysFilter", QT_TRANSLATE_NOOP("ControlTips", "Lists the actions that have these letters")},
    {"keysAssign",
     QT_TRANSLATE_NOOP("ControlTips", "Gives the chosen action the key that was pressed")},
    {"keysClear", QT_TRANSLATE_NOOP("ControlTips", "Leaves the chosen action without a key")},
    {"keysReset", QT_TRANSLATE_NOOP("ControlTips", "Gives all actions the keys they came with")},
    {"keysClose", QT_TRANSLATE_NOOP("ControlTips", "Closes this list")},
};

const QHash<QString, const char*>& tips() {
  static const auto all = [] {
    QHash<QString, const char*> table;
    for (const TipRow& row : kTips)
      for (const QString& name : QString::fromLatin1(row.names).split(' '))
        table.insert(name, row.tip);
    return table;
  }();
  return all;
}

}  // namespace

QString controlTip(const QString& name) {
  for (const auto& [control, word] : kWordTips)
    if (name == QLatin1String(control)) return glossarySentence(word);
  const char* tip = tips().value(name);
  return tip ? QCoreApplication::translate("ControlTips", tip) : QString();
}

void giveTips(QWidget& root) {
  for (QWidget* each : root.findChildren<QWidget*>()) {
    if (each->toolTip().isEmpty())
      if (const QString tip = controlTip(each->objectName()); !tip.isEmpty()) each->setToolTip(tip);
    if (auto* tabs = qobject_cast<QTabWidget*>(each))
      for (int i = 0; i < tabs->count(); ++i)
        if (tabs->tabToolTip(i).isEmpty())
          tabs->setTabToolTip(i,
                              controlTip(QStringLiteral("%1#%2").arg(each->objectName()).arg(i)));
  }
}

}  // namespace ouroscope
