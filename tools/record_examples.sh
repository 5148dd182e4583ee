#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Records resources/traces/ again, after the demo model has changed:
#   tools/record_examples.sh [ouroscope-cli [model folder]]
# What is recorded is listed in resources/traces/examples.json. Arithmetic in f32 on one thread count
# alone: the same model gives the same bytes.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cli=${1:-$root/build/ci/app/ouroscope-cli}
model=${2:-$root/resources/demo}
[ -x "$cli" ] || { echo "record_examples: no program $cli: build ouroscope-cli first, or name it" >&2; exit 1; }
traces=$root/resources/traces
python3 - "$traces/examples.json" <<'PY' | while IFS=$'\t' read -r file loops generate text; do
import json, sys
for e in json.load(open(sys.argv[1])):
    print(e["file"], e["loops"], e.get("generate", 0), e["text"], sep="\t")
PY
  "$cli" trace --model "$model" --text "$text" --loops "$loops" --generate "$generate" \
    --top-k 6 --dtype f32 --device cpu --out "$traces/$file" < /dev/null
  echo "$file"
done
