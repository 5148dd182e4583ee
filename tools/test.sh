#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sets up, builds with warnings as errors and runs all tests, the hostile inputs also under ASan and UBSan; some kills and
# failed system calls; then the linters. With --fuzz also short runs of the fuzz targets.
set -euo pipefail
cd "$(dirname "$0")/.."

tools/setup.sh checks
# The program needs no Python. The tests do: the NumPy reference forward, the safetensors package as an independent reader,
# and the package of python/.
if ! cmp -s tests/requirements.txt build/venv/requirements.txt; then
  python3 -m venv build/venv
  build/venv/bin/pip install -q -r tests/requirements.txt
  cp tests/requirements.txt build/venv/
fi
export OUROSCOPE_PYTHON="$PWD/build/venv/bin/python"

# The CUDA module is built where there is an nvcc; its tests need no GPU.
cmake --preset ci -DOUROSCOPE_CUDA=AUTO
cmake --build --preset ci

cmake --preset asan -DOUROSCOPE_GUI=OFF
cmake --build --preset asan --target hostile_tests
ctest --test-dir build/asan -R hostile --output-on-failure

ctest --preset ci
# The Python package as a wheel, in an environment of its own.
tools/python/wheel.sh

# Every fuzz target builds and answers, from the same seed every time. On request (CI asks): it takes five minutes of two
# cores. Long runs are tools/fuzz.sh SECONDS.
[ "${1:-}" != --fuzz ] || tools/fuzz.sh --runs 1000
# A few of the kills and failed calls of a full run.
tools/kill_test.py --kills 16 --failures 60

tools/lint.sh
