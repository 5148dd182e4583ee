#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Looks for cut, elided and overprinted words in every question, language, theme, size and trace of tests/ui/tst_layout.cpp;
# the test itself takes a part. Pictures of what is wrong go to a folder:  tools/layout.sh [build folder] [picture folder]
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
build=${1:-$root/build/ci}
export OUROSCOPE_LAYOUT=all QT_QPA_PLATFORM=offscreen OUROSCOPE_SOURCE_DIR=$root OUROSCOPE_DEMO_DIR=$root/resources/demo
[ $# -lt 2 ] || { mkdir -p "$2"; export OUROSCOPE_LAYOUT_PICTURES=$(cd "$2" && pwd); }
exec "$build/tests/tst_layout" -maxwarnings 0
