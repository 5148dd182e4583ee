#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes docs/images/ again, without a display:  tools/pictures.sh [build folder]
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
build=${1:-$root/build/release}
out=$root/docs/images
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export QT_QPA_PLATFORM=offscreen XDG_CONFIG_HOME=$work XDG_RUNTIME_DIR=$work LC_ALL=C.UTF-8
mkdir -p "$out"

# window NAME COMMAND...: the window after these commands. Its own settings folder each: no picture depends on another.
window() {
  local name=$1; shift
  local arguments=()
  for command in size:1280x800 example:2 "$@"; do arguments+=(--do "$command"); done
  XDG_CONFIG_HOME=$(mktemp -d -p "$work") timeout 120 "$build/app/ouroscope" --no-session "${arguments[@]}" \
    --do "picture:$work/settling.png" --do "picture:$work/settling.png" --do "picture:$work/settling.png" --do "picture:$out/$name.png" --do file.quit 2>/dev/null
  echo "$name.png"
}

long=$root/resources/traces/cups.trace.safetensors
window window-light theme.light
window window-dark theme.dark
QT_SCALE_FACTOR=2 window window-2x theme.light
window window-long theme.light "open:$long" goto:30
window view-summary theme.light view.summary
window view-operating theme.light view.operating
window view-gate-audit theme.light view.gate-audit
window view-dynamics theme.light view.dynamics
"$build/app/ouroscope-cli" trace --text "Take 3, add 4, double, subtract 5, triple, add 1, get" --intervene skip-loop,loop=3 --out "$work/skipped.trace.safetensors" >/dev/null 2>&1
window view-what-if theme.light "open:$work/skipped.trace.safetensors" view.what-if
"$build/app/ouroscope-cli" sweep --text "3 + 4 =" --over tokens --intervene replace --from-text "3 + 5 =" --out "$work/map.trace.safetensors" >/dev/null 2>&1
window view-sweep theme.light "open:$work/map.trace.safetensors" view.sweep
window view-compare theme.light view.compare
window view-geometry theme.light view.geometry
window view-live theme.dark view.live
python3 -c 'import json, sys
for d in map(json.loads, list(open(sys.argv[1]))[:60]): print(json.dumps({k: d[k] for k in ("text", "class", "level")}))' \
  "$root/resources/demo/texts.jsonl" > "$work/texts.jsonl"
"$build/app/ouroscope-cli" corpus run "$work/texts.jsonl" --out "$work/corpus" --loops 8 >/dev/null 2>&1
window view-corpus theme.light "open:$work/corpus"
window preset-teach theme.light preset.teach
window preset-figure theme.light preset.figure

# Figures: as a paper would have them, shown as pictures.
cli=$build/app/ouroscope-cli
"$cli" trace --text "Take 5, add 3, double, subtract 1, triple, add 6, double, add 2, triple, get" --loops 8 --capture hidden --out "$work/t.trace.safetensors" >/dev/null 2>&1
for kind in heatmap lens strip text ribbon answer-map ablation geometry orbits operating-curve gate exit-rules; do
  "$build/app/ouroscope" figure "$kind" "$work/t.trace.safetensors" --width-mm 140 --dpi 150 --exit-threshold 0.7 --out "$out/figure-$kind.png" >/dev/null
  echo "figure-$kind.png"
done
"$build/app/ouroscope" figure compare "$root/resources/traces/six-steps.trace.safetensors" "$root/resources/traces/one-step.trace.safetensors" \
  --width-mm 140 --dpi 150 --out "$out/figure-compare.png" >/dev/null
"$build/app/ouroscope" figure compare-rules "$work/t.trace.safetensors" --width-mm 140 --dpi 150 --out "$out/figure-compare-rules.png" >/dev/null
cat > "$work/page.json" <<'JSON'
{"kind": "page", "width_mm": 140, "q": 0.7, "options": {"columns": 2, "letters": "a", "panels": [
  {"kind": "heatmap", "q": 0.7}, {"kind": "lens", "q": 0.7}, {"kind": "gate", "q": 0.7}, {"kind": "heatmap", "measure": "kl", "q": 0.7}]}}
JSON
"$build/app/ouroscope" figure "$work/page.json" "$root/resources/traces/six-steps.trace.safetensors" --dpi 150 --out "$out/figure-page.png" >/dev/null
