#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-format and cppcheck over the product, with --tidy clang-tidy too; a finding is a failure:  tools/lint.sh [--tidy]
set -euo pipefail
cd "$(dirname "$0")/.."
jobs=$(nproc)

git ls-files '*.h' '*.cpp' '*.cu' '*.cuh' | xargs clang-format --dry-run -Werror

# ignoredReturnValue is taken for a factor of a product; the suppressions beside the code say why.
cppcheck --enable=warning,performance,portability --inline-suppr --suppress=ignoredReturnValue --suppress=missingIncludeSystem \
  --std=c++20 --library=qt -I . -j "$jobs" -q --error-exitcode=1 app core kernels/cpu kernels/*.cpp ui

[ "${1:-}" = --tidy ] || exit 0
# It works on the several files that a release build compiles at a time: parsing headers is most of its time.
# clang cannot read GCC's precompiled headers; moc's files have to be there.
cmake --preset release -B build/lint -DOUROSCOPE_CUDA=OFF -DOUROSCOPE_TESTS=OFF -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON >/dev/null
cmake --build build/lint --target ouroscope_version ouroscope_ui_autogen ouroscope_ui_autogen_timestamp_deps >/dev/null
run-clang-tidy -p build/lint -j "$jobs" -quiet -header-filter="^$PWD/(app|core|kernels|ui)/" '^((?!/kernels/cpu/Kernels|autogen).)*$' 2>/dev/null
