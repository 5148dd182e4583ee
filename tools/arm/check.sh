#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds for 64-bit Arm and runs the engine's tests under QEMU. For a machine of its own: it adds Debian's arm64 packages.
# The NumPy of build/venv comes from tools/test.sh.
set -euo pipefail
cd "$(dirname "$0")/../.."

dpkg --print-foreign-architectures | grep -qx arm64 || { dpkg --add-architecture arm64; apt-get update -qq; }
tools/setup.sh checks
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends crossbuild-essential-arm64 qemu-user-static binfmt-support \
  libicu-dev:arm64 libssl-dev:arm64 libsentencepiece-dev:arm64 libcpp-httplib-dev:arm64 qt6-base-dev:arm64 libgl-dev:arm64 >/dev/null

cmake -S . -B build/arm64 -G Ninja -DCMAKE_TOOLCHAIN_FILE=tools/arm/toolchain.cmake -DCMAKE_BUILD_TYPE=Release -DOUROSCOPE_GUI=OFF -DOUROSCOPE_WERROR=ON
cmake --build build/arm64
# QEMU cannot start programs as QProcess does: tests that call the command line are left out, and the NumPy reference is asked directly.
ctest --test-dir build/arm64 -R 'tst_(cpu_products|engine|int8|tokenizers|trace)$' --output-on-failure
build/venv/bin/python tools/reference/parity.py --cli build/arm64/app/ouroscope-cli --quick
