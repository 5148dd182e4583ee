// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>

#include "app/cli/Interrupt.h"
#include "app/cli/Reference.h"

namespace ouroscope {

/// `ouroscope figure RECIPE|KIND TRACE [TRACE] ...` and `ouroscope figure all FOLDER ...`.
/// @return exit status
int runFigureCommand(const QStringList& arguments, cli::Interrupt& interrupt);

/// Its options, for the manual page and completions of `ouroscope`.
cli::ReferenceCommand figureReference();

}  // namespace ouroscope
