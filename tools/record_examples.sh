#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Records resources/traces/ again, after the demo model or the language demo has changed:
#   tools/record_examples.sh [ouroscope-cli [demo folder [language demo's folder]]]
# What is recorded is listed in resources/traces/examples.json. The traces of a model whose folder is "" or not named
# (the language demo: tools/language_demo.sh) stay. Arithmetic in f32 on one thread count alone: the same model gives
# the same bytes.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cli=${1:-$root/build/ci/app/ouroscope-cli}
demo=${2-$root/resources/demo}
language=${3:-}
[ -x "$cli" ] || { echo "record_examples: no program $cli: build ouroscope-cli first, or name it" >&2; exit 1; }
traces=$root/resources/traces
python3 - "$traces/examples.json" <<'PY' | while IFS=$'\t' read -r model file loops generate options text; do
import json, sys
for e in json.load(open(sys.argv[1], encoding="utf-8")):
    print(e.get("model", "demo"), e["file"], e["loops"], e.get("generate", 0), e.get("options", "--top-k 6"), e["text"], sep="\t")
PY
  [ "$model" = demo ] && folder=$demo || folder=$language
  [ -n "$folder" ] || continue
  # shellcheck disable=SC2086  # options are several words
  "$cli" trace --model "$folder" --text "$text" --loops "$loops" --generate "$generate" $options \
    --dtype f32 --device cpu --out "$traces/$file" < /dev/null
  echo "$file"
done
