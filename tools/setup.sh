#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what building needs on Debian 12 or 13, with "checks" also what tests and linters need, with "fuzz" what the
# fuzz targets need, with "package" what makes and tries packages; does nothing where all of it is there:
#   tools/setup.sh [checks|fuzz|package]
set -euo pipefail

packages=(
  build-essential cmake ninja-build pkg-config ccache git ca-certificates
  qt6-base-dev qt6-tools-dev qt6-l10n-tools qt6-svg-dev qt6-translations-l10n libqcustomplot-dev
  libsentencepiece-dev sentencepiece nlohmann-json3-dev libicu-dev libssl-dev libcli11-dev libeigen3-dev libcpp-httplib-dev
  fonts-dejavu-core fonts-noto-cjk
)
[ "${1:-}" = checks ] && packages+=(
  python3 python3-venv poppler-utils qpdf librsvg2-bin libxml2-utils
  clang-format clang-tidy cppcheck
)
[ "${1:-}" = fuzz ] && packages+=(clang libclang-rt-dev)
[ "${1:-}" = package ] && packages+=(
  dpkg-dev patchelf xz-utils file
  lintian desktop-file-utils appstream libxml2-utils debootstrap
)

missing=()
# Of this machine's own kind: tools/arm/check.sh brings Arm's, some of which push these out.
here="^($(dpkg --print-architecture)|all) install ok installed"
for package in "${packages[@]}"; do
  dpkg-query -W -f='${Architecture} ${Status}\n' "$package" 2>/dev/null | grep -Eq "$here" || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

run=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "Ouroscope needs these Debian packages; install them as root: ${missing[*]}" >&2; exit 1; }
  run=(sudo)
fi
echo "Installing: ${missing[*]}" >&2
"${run[@]}" apt-get update -qq
"${run[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
