// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "app/cli/Reference.h"

namespace ouroscope {

/// What `ouroscope --help` prints.
std::string windowHelp();

/// Both uses of the program, the window and `ouroscope figure`, for manual page and completions.
cli::ProgramReference windowReference();

}  // namespace ouroscope
