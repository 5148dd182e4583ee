#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A stranger's five minutes with the window, by mouse and keys on a screen of its own, with a picture of every step:
#   tools/stranger.sh [build folder] [folder for the pictures]
# Start; see the answer change under the dragged line; ask an own prompt; compare two runs; take a figure of 84 mm with its words to
# paper. Needs Xvfb, xdotool, ImageMagick and poppler's pdftotext. Fails where a step does not show what it should.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
build=$(realpath "${1:-$root/build/release}")
out=${2:-$root/build/stranger}
for tool in Xvfb xdotool import pdftotext pdfinfo; do
  command -v "$tool" >/dev/null || { echo "stranger.sh: $tool is missing: install xvfb, xdotool, imagemagick and poppler-utils." >&2; exit 1; }
done
mkdir -p "$out"
out=$(realpath "$out")
work=$(mktemp -d)
display=:$((90 + RANDOM % 400))
Xvfb "$display" -screen 0 1280x800x24 >/dev/null 2>&1 & xvfb=$!
program=
trap '[ -z "$program" ] || kill "$program" 2>/dev/null || true; kill "$xvfb" 2>/dev/null || true; rm -rf "$work"' EXIT
export DISPLAY=$display QT_QPA_PLATFORM=xcb XDG_CONFIG_HOME=$work XDG_RUNTIME_DIR=$work XDG_DATA_HOME=$work LC_ALL=C.UTF-8
sleep 1
cd "$work"

fail() { echo "stranger.sh: $*" >&2; exit 1; }
picture() { sleep 1; import -window root "$out/$1.png"; echo "$1.png"; }
click() { xdotool mousemove "$1" "$2" sleep 0.2 click 1 sleep 0.4; }
key() { xdotool key "$@"; sleep 0.5; }
# drag X1 Y1 X2 Y2: slowly, as a hand does.
drag() {
  xdotool mousemove "$1" "$2" sleep 0.2 mousedown 1
  for step in 1 2 3 4 5 6 7 8; do
    xdotool mousemove $(($1 + ($3 - $1) * step / 8)) $(($2 + ($4 - $2) * step / 8)) sleep 0.05
  done
  xdotool sleep 0.8 mouseup 1 sleep 0.8
}
differ() { [ "$(compare -metric AE "$out/$1.png" "$out/$2.png" null: 2>&1 | cut -d' ' -f1)" != 0 ] || fail "$1 and $2 show the same"; }
window() { xdotool search --onlyvisible --name Ouroscope | head -1; }

# A first start: no session, no settings, no argument.
"$build/app/ouroscope" --session-dir "$work/session" & program=$!
for _ in $(seq 60); do [ -n "$(window 2>/dev/null)" ] && break; sleep 0.5; done
[ -n "$(window)" ] || fail "the window does not come"
xdotool windowfocus "$(window)"
sleep 5
picture 1-start

# The line of the loops allowed, from its grip at the end down to loop 2: another answer.
drag 986 156 986 224
picture 2-two-loops
differ 1-start 2-two-loops
drag 986 224 986 156

# An own prompt, for the model that is open; another one that differs in a word.
ask() {
  key ctrl+l
  key ctrl+a
  xdotool type --delay 25 "$1"
  key ctrl+Return
  sleep 4
}
ask "Take 3, add 4, double, get"
picture 3-own-prompt
ask "Take 3, add 4, triple, get"

# The first of them dropped on the other in the list of runs.
drag 100 115 100 160
picture 4-compared
differ 3-own-prompt 4-compared

# The heatmap to the page; 84 mm; a PDF whose words can be read.
key ctrl+2
click 1126 449
key alt+3
sleep 2
xdotool mousemove 130 362 click --repeat 3 --delay 60 1 sleep 0.3 type 84
key Tab
picture 5-paper
click 262 698
sleep 1
xdotool type --delay 15 "$out/figure.pdf"
rm -f "$out/figure.pdf"
key Return
sleep 4
picture 6-exported
[ -f "$out/figure.pdf" ] || fail "the figure was not written"
words=$(pdftotext "$out/figure.pdf" -)
for word in Take add double get; do
  grep -q "$word" <<<"$words" || fail "the figure of 84 mm lacks the word $word"
done
points=$(pdfinfo "$out/figure.pdf" | awk '/Page size/ { print int($3 + 0.5) }')
[ "$points" = 238 ] || fail "the figure is $points points wide, 84 mm are 238"
echo "figure.pdf: 84 mm, with its words"

# And it ends as it should: a key, no question, nothing left.
xdotool windowfocus "$(window)"  # there is no window manager to give the focus back
key ctrl+q
for _ in $(seq 20); do kill -0 "$program" 2>/dev/null || break; sleep 0.5; done
kill -0 "$program" 2>/dev/null && fail "it does not quit"
program=
echo "done: $out"
