#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the tests of python/ with $OUROSCOPE_PYTHON (python3), which needs numpy, safetensors and pytest: status 77 where it has
# not. Tests that need torch, pandas or the window are left out where those are missing. Arguments go to pytest.
set -euo pipefail
cd "$(dirname "$0")/../../python"
python=${OUROSCOPE_PYTHON:-python3}
"$python" -c 'import numpy, pytest, safetensors' 2>/dev/null || { echo "$python has no numpy, safetensors and pytest (tests/requirements.txt)"; exit 77; }
exec "$python" -m pytest -q -p no:cacheprovider "$@"
