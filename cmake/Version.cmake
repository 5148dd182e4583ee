# SPDX-License-Identifier: GPL-3.0-or-later
# Writes OUTPUT, the one source file that knows the version. It is run by every build, because a commit changes it:
#   cmake -DSOURCE=... -DVERSION=... -DOUTPUT=... -P cmake/Version.cmake
# Without Git, as in a packed release, the version stands alone.
execute_process(COMMAND git -C ${SOURCE} describe --always --dirty --exclude * OUTPUT_VARIABLE COMMIT
  OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(COMMIT)
  string(APPEND VERSION "+${COMMIT}")
endif()
file(CONFIGURE OUTPUT ${OUTPUT} CONTENT [[// Written by cmake/Version.cmake.
#include "core/support/Version.h"

const char* ouroscope::version() { return "@VERSION@"; }
]] @ONLY)
