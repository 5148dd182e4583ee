#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What an installed Ouroscope must do, on a machine that has nothing else of it; tools/package_check.sh runs this in a bare system:
#   tools/package_use.sh "SENTENCE ABOUT CUDA" [desktop]       desktop: the file association is asked for too
# Needs ouroscope and ouroscope-cli in PATH, and xvfb-run.
set -euo pipefail
cuda=$1 desktop=${2-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data XDG_CACHE_HOME=$work/cache XDG_RUNTIME_DIR=$work LC_ALL=C.UTF-8
say() { echo "ok    $*"; }
fail() { echo "FAIL  $*" >&2; exit 1; }

for compiler in cc gcc g++ clang; do ! command -v $compiler >/dev/null || fail "there is a compiler here: $compiler"; done
version=$(ouroscope-cli --version)
[ "${version#ouroscope-cli }" = "$(ouroscope --version | sed 's/^ouroscope //')" ] || fail "the programs have two versions"
say "$version, and no compiler here"

devices=$(ouroscope-cli info --devices)
grep -qF -- "$cuda" <<<"$devices" || fail "info --devices does not say \"$cuda\": $devices"
say "info --devices: $cuda"

prompt="Take 3, add 4, double, subtract 5, triple, add 1, get"
ouroscope-cli trace --text "$prompt" --out t.trace.safetensors >/dev/null 2>&1
ouroscope-cli show t.trace.safetensors >shown.txt
grep -q 'get' shown.txt || fail "show says nothing of the record"
say "the demo model runs and its record is read"

ouroscope figure heatmap t.trace.safetensors --out f.pdf >/dev/null 2>&1
ouroscope figure strip t.trace.safetensors --out f.svg >/dev/null 2>&1
[ "$(head -c 5 f.pdf)" = %PDF- ] && grep -q '<svg' f.svg || fail "the figures are no PDF and SVG"
say "figures: PDF of $(stat -c %s f.pdf) bytes, SVG of $(stat -c %s f.svg)"

# window NAME COMMAND...: the window under Xvfb after these commands, as NAME.png.
window() {
  local name=$1 arguments=(); shift
  for command in size:1280x800 "$@"; do arguments+=(--do "$command"); done
  XDG_CONFIG_HOME=$work/config-$name timeout 120 xvfb-run -a -s "-screen 0 1400x1000x24" ouroscope --no-session "${arguments[@]}" \
    --do "picture:$work/settling.png" --do "picture:$work/settling.png" --do "picture:$work/$name.png" --do file.quit >"$name.log" 2>&1 ||
    { cat "$name.log"; fail "the window ended with a failure ($name)"; }
  [ "$(head -c 8 "$name.png" | od -An -tx1 | tr -d ' ')" = 89504e470d0a1a0a ] || fail "no picture of the window ($name)"
  [ ! -s "$name.log" ] || { cat "$name.log"; fail "the window complained ($name)"; }
}
for language in en de es fr ja zh_CN; do window "demo-$language" "language.$language"; done
[ "$(sha256sum demo-*.png | cut -d' ' -f1 | sort -u | wc -l)" = 6 ] || fail "two languages look the same: translations are missing"
say "the window opens the demo model, in six languages"
for n in 1 2; do window "example-$n" "example:$n"; done
! cmp -s example-1.png example-2.png || fail "two recorded examples look the same"
say "the window opens recorded examples"
window file "open:$work/t.trace.safetensors"
say "the window opens a trace file"
[ -z "${PICTURES-}" ] || cp ./*.png "$PICTURES"

[ "$desktop" = desktop ] || exit 0
type=$(gio info -a standard::content-type t.trace.safetensors | sed -n 's/.*standard::content-type: //p')
[ "$type" = application/x-ouroscope-trace ] || fail "a trace has the type $type"
gio mime "$type" | grep 'ouroscope\.desktop' >/dev/null || fail "no program is registered for $type"  # -q would stop gio
say "a .trace.safetensors file belongs to Ouroscope"
