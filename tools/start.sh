#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sets up, builds and opens the window on the bundled demo model. Arguments go to the program.
# With --language as the first one: fetches the language demo where it is not there yet, and opens that.
set -euo pipefail
cd "$(dirname "$0")/.."

# Everything is said on standard error, with the time so far.
say() { printf '%d:%02d  %s\n' $((SECONDS / 60)) $((SECONDS % 60)) "$*" >&2; }

say "1 of 3: Debian packages"
tools/setup.sh
say "2 of 3: building; five to ten minutes on two cores the first time"
cmake --preset release -DOUROSCOPE_TESTS=OFF >/dev/null
NINJA_STATUS='%p  %f of %t  %e s  ' cmake --build --preset release >&2
if [ "${1-}" = --language ]; then
  shift
  folder=${XDG_DATA_HOME:-$HOME/.local/share}/ouroscope/SmolLM2-135M-looped  # language_demo.sh's own choice
  say "the language demo, in $folder"
  [ -e "$folder/ouroscope.json" ] || tools/language_demo.sh --out "$folder" >&2
  set -- "$folder" "$@"
fi
say "3 of 3: the window"
exec build/release/app/ouroscope "$@"
