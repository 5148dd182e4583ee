#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sets up, builds with warnings as errors and runs all tests, the hostile inputs also under ASan and UBSan; some kills and
# failed system calls; then the linters. With --all, as CI: a minute of every fuzz target, clang-tidy, and the packages.
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

# A few of the kills and failed calls of a full run.
tools/kill_test.py --kills 16 --failures 60

if [ "${1:-}" != --all ]; then
  # Linters of another version have other opinions. Those of Debian 12 count, which CI runs without asking.
  if clang-format --version | grep -q 'version 14\.'; then tools/lint.sh
  else echo "All tests passed. The linters are left out: this is not the clang-format 14 of Debian 12." >&2; fi
  exit
fi
tools/fuzz.sh 60
tools/lint.sh --tidy
# With the compiler's cache little is compiled again.
tools/package.sh
tools/package_check.sh --validate
