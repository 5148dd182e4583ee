#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sets up, builds and opens the window on the bundled demo model. Arguments go to the program.
set -euo pipefail
cd "$(dirname "$0")/.."

tools/setup.sh
cmake --preset release -DOUROSCOPE_TESTS=OFF >/dev/null
cmake --build --preset release
exec build/release/app/ouroscope "$@"
