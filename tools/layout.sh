#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Looks for cut, elided, overprinted and faint words in every question, language, theme, size and trace of
# tests/ui/tst_layout.cpp, and in every state of tests/ui/tst_states.cpp (nothing open, busy, failed); the tests themselves take a
# part. Pictures of what is wrong, and of all states, go to a folder:  tools/layout.sh [build folder] [picture folder]
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
build=${1:-$root/build/ci}
export OUROSCOPE_LAYOUT=all QT_QPA_PLATFORM=offscreen OUROSCOPE_SOURCE_DIR=$root OUROSCOPE_DEMO_DIR=$root/resources/demo
if [ $# -ge 2 ]; then
  mkdir -p "$2/states"
  export OUROSCOPE_LAYOUT_PICTURES=$(cd "$2" && pwd)
  export OUROSCOPE_STATE_PICTURES=$OUROSCOPE_LAYOUT_PICTURES/states
fi
failed=0
for name in tst_layout tst_states; do "$build/tests/$name" -maxwarnings 0 || failed=1; done
exit $failed
