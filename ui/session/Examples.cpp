// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/Examples.h"

#include <QCoreApplication>
#include <algorithm>

#include "core/trace/Trace.h"
#include "ui/session/Workspace.h"

namespace ouroscope {
namespace {

// Titles and hints of resources/traces/examples.json, for translators. Quotes are not escaped:
// lupdate takes the letter after an escape for a part of it.
// NOLINTBEGIN(bugprone-suspicious-missing-comma): sentences over several lines
[[maybe_unused]] const char* const kExampleTitles[] = {
    QT_TRANSLATE_NOOP("ExampleTraces", "A capital"),
    QT_TRANSLATE_NOOP("ExampleTraces", "A country's name"),
    QT_TRANSLATE_NOOP("ExampleTraces", "Lock and door"),
    QT_TRANSLATE_NOOP("ExampleTraces", "Days of the week"),
    QT_TRANSLATE_NOOP("ExampleTraces", "A triangle"),
    QT_TRANSLATE_NOOP("ExampleTraces", "One loop too many"),
    QT_TRANSLATE_NOOP("ExampleTraces", "Never right"),
    QT_TRANSLATE_NOOP("ExampleTraces", "The fox"),
    QT_TRANSLATE_NOOP("ExampleTraces",
                      "A fact out of the weights: loop 1 says “Greater”, loop 2 says "
                      "“Beijing”, from loop 3 on “Tokyo”."),
    QT_TRANSLATE_NOOP("ExampleTraces",
                      "Several countries are called so: loop 2 says “Mexico”, from loop "
                      "3 on “America”."),
    QT_TRANSLATE_NOOP("ExampleTraces",
                      "Every loop says “door”, and each loop is surer of it than the one before."),
    QT_TRANSLATE_NOOP("ExampleTraces",
                      "A list that goes on: loop 2 says “and”, from loop 3 on “Thursday”."),
    QT_TRANSLATE_NOOP("ExampleTraces",
                      "The right word comes late: loop 1 says “smaller”, loop 2 says "
                      "“right”, from loop 4 on “sides”."),
    QT_TRANSLATE_NOOP("ExampleTraces",
                      "More is not always better: loop 5 says “May”, loop 6 says “and”."),
    QT_TRANSLATE_NOOP("ExampleTraces",
                      "Every loop says “five”: loops do not add what the model has not learned."),
    QT_TRANSLATE_NOOP("ExampleTraces",
                      "Every loop says “a” next; what follows is read where the gate "
                      "stops, after 2 to 4 loops."),
    QT_TRANSLATE_NOOP("ExampleTraces", "One step"),
    QT_TRANSLATE_NOOP("ExampleTraces", "Six steps"),
    QT_TRANSLATE_NOOP("ExampleTraces", "Three facts"),
    QT_TRANSLATE_NOOP("ExampleTraces", "Cups"),
    QT_TRANSLATE_NOOP("ExampleTraces", "A story"),
    QT_TRANSLATE_NOOP("ExampleTraces", "Longer than trained"),
    QT_TRANSLATE_NOOP("ExampleTraces", "One operation: is the answer there at loop 1?"),
    QT_TRANSLATE_NOOP("ExampleTraces", "Six operations: watch the best word from loop to loop."),
    QT_TRANSLATE_NOOP("ExampleTraces",
                      "Each possessive is one more step; only the last token needs the depth."),
    QT_TRANSLATE_NOOP("ExampleTraces", "The model has to follow the ball through three swaps."),
    QT_TRANSLATE_NOOP(
        "ExampleTraces",
        "Here the next word is uncertain, not hard: more loops cannot know the name."),
    QT_TRANSLATE_NOOP("ExampleTraces",
                      "Eight operations at eight loops, twice as many as in training: do more "
                      "loops help?"),
};
// NOLINTEND(bugprone-suspicious-missing-comma)

}  // namespace

QString exampleText(const std::string& text) {
  return QCoreApplication::translate("ExampleTraces", text.c_str());
}

void openRecorded(Workspace& workspace, ViewState& state, const ExampleTrace& example) {
  const QString path = QString::fromStdString(example.file.string());
  if (const Workspace::Item* item = workspace.findPath(path); item && !item->away())
    return workspace.show(item->id);
  workspace.add(readTrace(example.file), exampleText(example.title), path);
  // The last token of the prompt is where the question is answered.
  state.select(std::max(0, state.trace()->info().promptTokens - 1));
}

}  // namespace ouroscope
