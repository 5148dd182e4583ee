#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-format, catalogues and cppcheck over the product; a finding is a failure. With --tidy clang-tidy too (eight minutes of
# processor), with --deep it also follows paths through functions (clang-analyzer, four times that):  tools/lint.sh [--tidy|--deep]
set -euo pipefail
cd "$(dirname "$0")/.."
jobs=$(nproc)

git ls-files '*.h' '*.cpp' '*.cu' '*.cuh' | xargs clang-format --dry-run -Werror

# The catalogues have the strings of the sources, each under its own class.
catalogues=$(mktemp -d)
trap 'rm -rf "$catalogues"' EXIT
cp translations/*.ts "$catalogues"
/usr/lib/qt6/bin/lupdate ui app core/analysis core/record -I . -no-obsolete -locations none -silent -ts "$catalogues"/*.ts >/dev/null 2>&1
diff -r -x '*.qrc' translations "$catalogues" || { echo "Catalogues differ from the sources: build the target update_translations." >&2; exit 1; }

# Not findings: a factor of a product (ignoredReturnValue); products that are written as templates over vector types, which cppcheck
# does not follow; a plot that is built without cells, so that there is nothing to colour yet. Others are explained beside the code.
suppressions=(missingIncludeSystem ignoredReturnValue {constStatement,uninitvar,legacyUninitvar}:'kernels/cpu/*'
  virtualCallInConstructor:ui/figures/plots/TokenLoopPlot.h)
cppcheck --enable=warning,performance,portability --inline-suppr "${suppressions[@]/#/--suppress=}" \
  --std=c++20 --library=qt -I . -j "$jobs" -q --error-exitcode=1 app core kernels/cpu kernels/*.cpp ui

[[ "${1:-}" = --tidy || "${1:-}" = --deep ]] || exit 0
tools/setup.sh tidy
checks=(-checks=-clang-analyzer-*)
[ "${1:-}" != --deep ] || checks=()
# It works on the several files that a release build compiles at a time: parsing headers is most of its time.
# clang cannot read GCC's precompiled headers.
cmake --preset release -B build/lint -DOUROSCOPE_CUDA=OFF -DOUROSCOPE_TESTS=OFF -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON >/dev/null
cmake --build build/lint --target ouroscope_version >/dev/null
run-clang-tidy -p build/lint -j "$jobs" -quiet "${checks[@]}" -header-filter="^$PWD/(app|core|kernels|ui)/" '^((?!/kernels/cpu/Kernels|autogen|qrc_).)*$' 2>/dev/null
