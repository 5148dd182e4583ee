#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what tools/package.sh made in bare systems (debootstrap, no compiler) and uses it there:
#   tools/package_check.sh [FOLDER]        default: build/packages. Needs root and a network.
#   tools/package_check.sh --validate [FOLDER]      lintian and the validators alone, for which anybody will do
# Packages: lintian and the validators, then Debian 12: install, use (tools/package_use.sh), remove, and nothing is left.
# Archive: unpacked and used on Debian 13. Bare systems stay in $OUROSCOPE_BARE (build/bare) for the next time; pictures of the
# window are kept in $OUROSCOPE_PICTURES, where that is set.
set -euo pipefail
cd "$(dirname "$0")/.."
validate=
[ "${1-}" != --validate ] || { validate=1; shift; }
packages=$(realpath "${1:-build/packages}")
bare=$(realpath -m "${OUROSCOPE_BARE:-build/bare}")
mirror=${OUROSCOPE_MIRROR:-http://deb.debian.org/debian}
[ -n "$validate" ] || [ "$(id -u)" = 0 ] || { echo "package_check: bare systems can be made by root only." >&2; exit 1; }
tools/setup.sh package

root=$(mktemp -d /var/tmp/ouroscope-package.XXXXXX)
clean() {
  for place in proc opt/cuda; do mountpoint -q "$root/$place" && umount "$root/$place"; done
  rm -rf --one-file-system "$root"
}
trap clean EXIT

# system SUITE PACKAGE...: a fresh copy of the bare system in $root, with what trying needs, and a user.
system() {
  local suite=$1; shift
  [ -e "$bare/$suite/.whole" ] || { rm -rf "${bare:?}/$suite"; mkdir -p "$bare"; debootstrap --variant=minbase "$suite" "$bare/$suite" "$mirror" >"$bare/$suite.log"; touch "$bare/$suite/.whole"; }
  echo "== $suite"
  clean
  mkdir "$root"
  cp -a "$bare/$suite/." "$root"
  cp /etc/resolv.conf "$root/etc/resolv.conf"
  mount -t proc proc "$root/proc"
  [ -e "$root/dev/null" ] || { echo "package_check: the bare system has no /dev/null." >&2; exit 1; }
  quiet inside apt-get update -qq
  quiet inside apt-get install -y -qq --no-install-recommends xvfb xauth "$@"
  quiet inside useradd -m person
  mkdir "$root/check"
  cp tools/package_use.sh "$root/check"
}
# What apt says is shown where it fails.
quiet() { "$@" >"$root/check.log" 2>&1 || { cat "$root/check.log" >&2; return 1; }; }
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; }
use() {
  mkdir -p -m 777 "$root/check/pictures"
  inside runuser -u person -- env PATH="$path" HOME=/home/person LD_LIBRARY_PATH="$cuda_path" PICTURES=/check/pictures bash /check/package_use.sh "$@"
  [ -z "${OUROSCOPE_PICTURES-}" ] || { mkdir -p "$OUROSCOPE_PICTURES" && cp "$root"/check/pictures/*.png "$OUROSCOPE_PICTURES"; }
}
# Every path that a package or a run may have left; what apt and dpkg keep of themselves is not one.
paths() { (cd "$root" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./check -o -path ./check.log -o -path ./tmp -o -path ./var/cache -o -path ./var/lib/apt -o -path ./var/lib/dpkg -o -path ./var/log \) -prune -o -print | sort); }
no_module="The CUDA module is not installed" no_cublas="libcublas.so.13" no_driver="No NVIDIA driver is installed."
path=/usr/bin:/bin cuda_path=

debs=("$packages"/*.deb)
if [ -e "${debs[0]}" ]; then
  echo "== lintian and validators"
  lintian --fail-on error --allow-root --tag-display-limit 0 "${debs[@]}"
  unpacked=$(mktemp -d)
  dpkg-deb -x "$packages"/ouroscope_*.deb "$unpacked"
  desktop-file-validate "$unpacked/usr/share/applications/ouroscope.desktop"
  appstreamcli validate --no-net "$unpacked/usr/share/metainfo/ouroscope.metainfo.xml"
  xmllint --noout "$unpacked/usr/share/mime/packages/ouroscope.xml"
  for file in man/man1/ouroscope{,-cli}.1.gz bash-completion/completions/ouroscope{,-cli} zsh/vendor-completions/_ouroscope{,-cli} \
    fish/vendor_completions.d/ouroscope{,-cli}.fish; do
    [ -s "$unpacked/usr/share/$file" ] || { echo "FAIL  the package lacks /usr/share/$file" >&2; exit 1; }
  done
  echo "ok    manual pages and completions are in the package"
  rm -rf "$unpacked"
  [ -z "$validate" ] || exit 0

  system bookworm libglib2.0-bin shared-mime-info desktop-file-utils
  mkdir "$root/check/debs"
  cp "${debs[@]}" "$root/check/debs"
  for deb in "$packages"/ouroscope_*.deb; do quiet inside apt-get satisfy -y -qq --no-install-recommends "$(dpkg-deb -f "$deb" Depends)"; done
  paths >"$packages/.before"
  quiet inside bash -c 'apt-get install -y -qq --no-install-recommends /check/debs/ouroscope_*.deb'
  echo "installed: $(inside dpkg-query -W -f '${Package} ${Version}, ${Installed-Size} kB' ouroscope)"
  use "$no_module" desktop
  if compgen -G "$packages/ouroscope-cuda_*.deb" >/dev/null; then
    quiet inside bash -c 'apt-get install -y -qq --no-install-recommends /check/debs/ouroscope-cuda_*.deb'
    use "$no_cublas"
    # The libraries of CUDA lent by this machine: the module then loads, and finds no driver.
    cublas=$(ldconfig -p | sed -n 's/.*libcublas\.so\.13 .*=> //p' | head -n 1)
    [ -n "$cublas" ] || cublas=$(compgen -G '/usr/local/cuda/lib64/libcublas.so.13' || true)
    if [ -n "$cublas" ]; then
      mkdir -p "$root/opt/cuda"
      mount --bind "$(dirname "$(realpath "$cublas")")" "$root/opt/cuda"
      cuda_path=/opt/cuda
      use "$no_driver"
      cuda_path=
      umount "$root/opt/cuda"
      rmdir "$root/opt/cuda"
    fi
    quiet inside apt-get purge -y -qq ouroscope-cuda
  fi
  quiet inside apt-get purge -y -qq ouroscope
  paths >"$packages/.after"
  diff "$packages/.before" "$packages/.after" || { echo "FAIL  removal left the paths above" >&2; exit 1; }
  rm "$packages/.before" "$packages/.after"
  echo "ok    removal leaves nothing"
fi

archives=("$packages"/*.tar.xz)
if [ -e "${archives[0]}" ]; then
  # What every desktop has: X11, OpenGL's dispatcher, fonts.
  system trixie xz-utils libx11-6 libx11-xcb1 libxcb1 libegl1 libopengl0 libglx0 libfontconfig1 fonts-dejavu-core libstdc++6
  tar -C "$root/opt" -xf "${archives[0]}"
  path=/opt/$(cd "$root/opt" && echo ouroscope-*/bin):/usr/bin:/bin
  if ls "$root"/opt/ouroscope-*/lib/ouroscope/libouroscope_cuda.so >/dev/null 2>&1; then use "$no_cublas"; else use "$no_module"; fi
fi
echo "package_check: all good"
