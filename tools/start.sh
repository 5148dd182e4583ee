#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sets up, builds and opens the window on the bundled demo model. Arguments go to the program.
# With --language as the first one: fetches the language demo where it is not there yet, and opens that.
set -euo pipefail
cd "$(dirname "$0")/.."

tools/setup.sh
cmake --preset release -DOUROSCOPE_TESTS=OFF >/dev/null
cmake --build --preset release
if [ "${1-}" = --language ]; then
  shift
  folder=${XDG_DATA_HOME:-$HOME/.local/share}/ouroscope/SmolLM2-135M-looped  # language_demo.sh's own choice
  [ -e "$folder/ouroscope.json" ] || tools/language_demo.sh --out "$folder"
  set -- "$folder" "$@"
fi
exec build/release/app/ouroscope "$@"
