# SPDX-License-Identifier: GPL-3.0-or-later
# Compiles through ccache where it is installed, so that presets and checkouts share their objects.
# - pch_defines,time_macros: without them ccache caches no file that is compiled with a precompiled header.
# - The inode cache: a precompiled header of hundreds of megabytes is hashed once.
# - The base folder makes paths relative: build/release and build/ci ask for the same object.
# - -Werror would be another option, hence another object, in preset ci alone. ccache keeps the warnings of what it has
#   compiled and shows them again, so there a launcher fails where the compiler or the cache warns.
find_program(CCACHE ccache)
if(CCACHE)
  set(LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_INODECACHE=1 CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} ${CCACHE})
  if(OUROSCOPE_WERROR)
    list(PREPEND LAUNCHER ${CMAKE_SOURCE_DIR}/tools/no_warnings.sh)
  endif()
  set(CMAKE_CXX_COMPILER_LAUNCHER ${LAUNCHER})
endif()
