// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/Names.h"

#include <QCoreApplication>

namespace ouroscope {
namespace {

/// What lupdate finds; tst_languages fails for a name of core's tables that is not here.
[[maybe_unused]] constexpr const char* kNames[] = {
    QT_TRANSLATE_NOOP("Measures", "Gate \u03bb"),
    QT_TRANSLATE_NOOP("Measures", "Exit probability p"),
    QT_TRANSLATE_NOOP("Measures", "Cumulative exit probability"),
    QT_TRANSLATE_NOOP("Measures", "Entropy of the next word"),
    QT_TRANSLATE_NOOP("Measures", "Log-probability of the next token"),
    QT_TRANSLATE_NOOP("Measures", "KL from the last loop"),
    QT_TRANSLATE_NOOP("Measures", "State norm"),
    QT_TRANSLATE_NOOP("Measures", "Step size"),
    QT_TRANSLATE_NOOP("Measures", "Cosine to the loop before"),
    QT_TRANSLATE_NOOP("Measures", "Best word equals the last loop's"),
    QT_TRANSLATE_NOOP("Measures", "Exit loop"),
    QT_TRANSLATE_NOOP("Measures", "Expected depth"),
    QT_TRANSLATE_NOOP("Measures", "Entropy of depth"),
    QT_TRANSLATE_NOOP("Measures", "Gate \u03bb at the exit loop"),
    QT_TRANSLATE_NOOP("Measures", "Exit probability p at the exit loop"),
    QT_TRANSLATE_NOOP("Measures", "Cumulative exit probability at the exit loop"),
    QT_TRANSLATE_NOOP("Measures", "Words ranked above the next token"),
    QT_TRANSLATE_NOOP("Measures", "Flips of the best word"),
    QT_TRANSLATE_NOOP("Measures", "First commit"),
    QT_TRANSLATE_NOOP("Measures", "Last flip"),
    QT_TRANSLATE_NOOP("Measures", "Relative step"),
    QT_TRANSLATE_NOOP("Measures", "Cosine"),
    QT_TRANSLATE_NOOP("Measures", "Angle"),
    QT_TRANSLATE_NOOP("Measures", "Cosine of successive steps"),
    QT_TRANSLATE_NOOP("Measures", "Right, then lost"),
    QT_TRANSLATE_NOOP("Measures", "Better 0.1 nats or more at an earlier loop"),
    QT_TRANSLATE_NOOP("Measures", "Answer first at the last loop"),
    QT_TRANSLATE_NOOP("Measures", "Right at the last loop only"),
    QT_TRANSLATE_NOOP("Measures", "Never right"),
    QT_TRANSLATE_NOOP("Measures", "Two flips or more"),
    QT_TRANSLATE_NOOP("Measures", "Any flip"),
    QT_TRANSLATE_NOOP("Measures", "All tokens"),
    QT_TRANSLATE_NOOP("Measures", "Kind of token"),
    QT_TRANSLATE_NOOP("Measures", "Prompt or generated"),
    QT_TRANSLATE_NOOP("Measures", "Difficulty at loop 1"),
    QT_TRANSLATE_NOOP("Measures", "Difficulty at the last loop"),
    QT_TRANSLATE_NOOP("Measures", "nats"),
    QT_TRANSLATE_NOOP("Measures", "loops"),
};

[[maybe_unused]] constexpr const char* kStages[] = {
    QT_TRANSLATE_NOOP("Stages", "Hashing weights"),
    QT_TRANSLATE_NOOP("Stages", "Loading weights"),
    QT_TRANSLATE_NOOP("Stages", "Running"),
};

}  // namespace

QString stageName(const QString& stage) {
  return QCoreApplication::translate("Stages", stage.toUtf8().constData());
}

QString coreName(std::string_view name) {
  return name.empty() ? QString()
                      : QCoreApplication::translate("Measures", std::string(name).c_str());
}

QString measureName(Measure measure) {
  return coreName(measureInfo(measure).name);
}
QString measureName(TokenMeasure measure) {
  return coreName(tokenMeasureInfo(measure).name);
}

}  // namespace ouroscope
