#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What tools/python/test.sh leaves out: the tests with PyTorch and transformers, the types, and the wheel (wheel.sh). Needs a
# network, and the program in build/ci; about 6 GB in build/python-check.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=build/python-check
python=$folder/venv/bin/python

[ -x $python ] || python3 -m venv $folder/venv
$folder/venv/bin/pip install -q -r tests/requirements.txt torch==2.8.0 transformers==4.57.6 mypy==2.4.1

(cd python && "../$python" -m mypy)
OUROSCOPE_PYTHON="$PWD/$python" tools/python/test.sh

OUROSCOPE_PYTHON="$PWD/$python" tools/python/wheel.sh
