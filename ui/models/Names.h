// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include "core/analysis/Measures.h"

namespace ouroscope {

/// Names of core's measures in the window's language: core knows no Qt, so its English names are
/// the keys of one catalogue context. Figures keep the English ones, as papers do.
QString measureName(Measure measure);
QString measureName(TokenMeasure measure);
/// Any name or unit out of core's tables; what has no translation comes back as it is.
QString coreName(std::string_view name);
/// What core's progress calls the part of a job that is under way ("Loading weights").
QString stageName(const QString& stage);

}  // namespace ouroscope
