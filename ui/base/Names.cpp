// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/Names.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QStandardItemModel>

#include "core/trace/Trace.h"
#include "ui/base/Glossary.h"

namespace ouroscope {
namespace {

/// What lupdate finds; tst_languages fails for a name of core's tables that is not here.
[[maybe_unused]] constexpr const char* kTranslated[] = {
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
};

[[maybe_unused]] constexpr const char* kStages[] = {
    QT_TRANSLATE_NOOP("Stages", "Hashing weights"),
    QT_TRANSLATE_NOOP("Stages", "Loading weights"),
    QT_TRANSLATE_NOOP("Stages", "Running"),
    QT_TRANSLATE_NOOP("Stages", "Sweeping"),
};

}  // namespace

QString stageName(const QString& stage) {
  return QCoreApplication::translate("Stages", stage.toUtf8().constData());
}

QString noteText(const Note& note) {
  const QString sentence = QCoreApplication::translate("Notes", noteForm(note.kind).text);
  return QString::fromStdString(filledNote(sentence.toStdString(), note.args));
}

QString coreName(std::string_view name) {
  return name.empty() ? QString()
                      : QCoreApplication::translate("Measures", std::string(name).c_str());
}

QString measureName(const Measure& measure) {
  return coreName(measure.name);
}
QString tokenMeasureName(const Measure& measure) {
  return coreName(measure.exitName.empty() ? measure.name : measure.exitName);
}
QString curveName(const Measure& measure) {
  return coreName(measure.curveName.empty() ? measure.name : measure.curveName);
}
QStringList idsOf(const std::vector<const Measure*>& measures) {
  QStringList ids;
  for (const Measure* m : measures) ids << measureId(*m);
  return ids;
}
const Measure* measureOf(const std::vector<const Measure*>& measures, const QString& id) {
  for (const Measure* m : measures)
    if (measureId(*m) == id) return m;
  return nullptr;
}
QString measureId(const Measure& measure) {
  return coreText(measure.id);
}
QString curveId(const Measure& measure) {
  return coreText(measure.curveId.empty() ? measure.id : measure.curveId);
}

void offerMeasures(QComboBox& box, const Trace* trace, int gate) {
  auto* items = qobject_cast<QStandardItemModel*>(box.model());
  for (int i = 0; items && i < box.count(); ++i) {
    const Measure& each = measure(box.itemData(i).toString().toStdString());
    const bool absent = trace && !each.knownTo(*trace, gate);
    items->item(i)->setEnabled(!absent);
    items->item(i)->setToolTip(
        absent ? QCoreApplication::translate("Names", "The model of this trace has no exit gate.")
               : measureMeaning(each));
  }
}

}  // namespace ouroscope
