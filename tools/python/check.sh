#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What tools/python/test.sh leaves out: the tests with PyTorch and transformers, the types, and the wheel in an environment of
# its own. Needs a network, and the program in build/ci; about 6 GB in build/python-check.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=build/python-check
python=$folder/venv/bin/python

[ -x $python ] || python3 -m venv $folder/venv
$folder/venv/bin/pip install -q -r tests/requirements.txt torch==2.8.0 transformers==4.57.6 mypy==2.4.1

(cd python && "../$python" -m mypy)
OUROSCOPE_PYTHON="$PWD/$python" tools/python/test.sh

# As somebody gets it: the wheel alone, without a framework.
rm -rf $folder/wheel $folder/fresh
$folder/venv/bin/pip wheel -q --no-deps -w $folder/wheel ./python
python3 -m venv $folder/fresh
$folder/fresh/bin/pip install -q $folder/wheel/ouroscope-*.whl
cd $folder
fresh/bin/python - <<'END'
import subprocess
import sys
import time

start = time.perf_counter()
import ouroscope

took = time.perf_counter() - start
assert "site-packages" in ouroscope.__file__, ouroscope.__file__
trace = ouroscope.open("../../resources/traces/six-steps.trace.safetensors")
assert trace.exits().mean_loops > 1 and "ouroscope" in trace._repr_html_()
print(f"wheel: {trace}, imported in {1000 * took:.0f} ms")
END
