// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <QStringList>
#include <span>
#include <string_view>

#include "core/analysis/Measures.h"
#include "core/record/Note.h"

class QComboBox;

namespace ouroscope {

class Trace;

/// Names of core's measures in the window's language: core knows no Qt, so its English names are
/// the keys of one catalogue context. Within a PaperLanguage they are the English ones.
QString measureName(const Measure& measure);
QString tokenMeasureName(const Measure& measure);  ///< of its value at the exit loop
QString curveName(const Measure& measure);         ///< in geometry
QString measureId(const Measure& measure);         ///< as recipes and sessions write it
QString curveId(const Measure& measure);           ///< the same in geometry
/// Any name or unit out of core's tables; what has no translation comes back as it is.
QString coreName(std::string_view name);
/// One that is not a word of a language: an id, a formula.
inline QString coreText(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
/// The ids of one of core's tables, in its order.
template <class Info>
QStringList idsOf(std::span<const Info> infos) {
  QStringList ids;
  for (const Info& info : infos) ids << coreText(info.id);
  return ids;
}
QStringList idsOf(const std::vector<const Measure*>& measures);
/// The measure with this id among some, or null.
const Measure* measureOf(const std::vector<const Measure*>& measures, const QString& id);
/// A sentence of core on a model folder or a run. What stands in it out of a file is text.
QString noteText(const Note& note);
/// What core's progress calls the part of a job that is under way ("Loading weights").
QString stageName(const QString& stage);

/// Greys what a record cannot say in a box of measures, whose items hold measureId(): what needs an
/// exit gate, where it has none. Null enables all.
void offerMeasures(QComboBox& box, const Trace* trace, int gate);

}  // namespace ouroscope
