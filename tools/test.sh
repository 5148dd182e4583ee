#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sets up, builds with warnings as errors and runs all tests, the hostile inputs also under ASan and UBSan; then the linters.
set -euo pipefail
cd "$(dirname "$0")/.."

tools/setup.sh checks
# The product needs no Python. The tests do: the NumPy reference forward, and the safetensors package as an independent reader.
if ! build/venv/bin/python -c 'import numpy, safetensors' 2>/dev/null; then
  python3 -m venv build/venv
  build/venv/bin/pip install -q -r tests/requirements.txt
fi
export OUROSCOPE_PYTHON="$PWD/build/venv/bin/python"

# The CUDA module is built where there is an nvcc; its tests need no GPU.
cmake --preset ci -DOUROSCOPE_CUDA=AUTO
cmake --build --preset ci

cmake --preset asan -DOUROSCOPE_GUI=OFF
cmake --build --preset asan --target hostile_tests
ctest --test-dir build/asan -R hostile --output-on-failure

ctest --preset ci

tools/lint.sh
