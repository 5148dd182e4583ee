// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <QStringList>

#include "ui/jobs/JobRunner.h"

namespace ouroscope {

/// Runs tools/language_demo.sh, which fetches a model and makes its folder.
/// Gives nothing; a cancel ends the script with what it started, and nothing is left behind.
/// @param command the script and its arguments
JobRunner::Work languageDemoJob(const QStringList& command);

}  // namespace ouroscope
