#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what building needs on Debian 12 or 13, with "checks" also what tests and linters need, with "fuzz" what the
# fuzz targets need, with "tidy" clang-tidy, with "package" what makes and tries packages; does nothing where all of it is there:
#   tools/setup.sh [checks|fuzz|tidy|package]
set -euo pipefail

packages=(
  build-essential cmake ninja-build pkg-config ccache git ca-certificates
  qt6-base-dev qt6-tools-dev qt6-l10n-tools qt6-svg-dev qt6-translations-l10n libqcustomplot-dev
  libsentencepiece-dev sentencepiece nlohmann-json3-dev libicu-dev libssl-dev libcli11-dev libeigen3-dev libcpp-httplib-dev
  fonts-dejavu-core fonts-noto-cjk
)
[ "${1:-}" = checks ] && packages+=(
  python3 python3-venv poppler-utils qpdf librsvg2-bin libxml2-utils
  clang-format cppcheck
)
[ "${1:-}" = fuzz ] && packages+=(clang libclang-rt-dev)
[ "${1:-}" = tidy ] && packages+=(clang-tidy)
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
echo "Installing ${#missing[@]} Debian packages and what they need: ${missing[*]}" >&2
# apt's own account of how far it is: on a terminal one line that changes, else a line for every quarter.
progress() {
  local kind percent what shown=0
  while IFS=: read -r kind _ percent what; do
    [[ $kind == dlstatus || $kind == pmstatus ]] || continue
    percent=${percent%%.*}
    [ "$kind" = dlstatus ] && kind=fetched || kind=installed
    if [ -t 2 ]; then printf '\r  %3d %% %-9s %-50.50s' "$percent" "$kind" "$what" >&2
    elif [ $((percent / 25)) -gt $shown ] && [ "$kind" = installed ]; then shown=$((percent / 25)); echo "  $percent % installed" >&2; fi
  done
  [ ! -t 2 ] || printf '\r%-70s\r' "" >&2
}
"${run[@]}" apt-get update -qq
# The third stream is opened behind sudo, which would close it.
"${run[@]}" env DEBIAN_FRONTEND=noninteractive bash -c 'exec apt-get install -y -qq --no-install-recommends -o APT::Status-Fd=3 "$@" 3>&1 >/dev/null' \
  install "${missing[@]}" | progress
