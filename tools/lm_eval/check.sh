#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Tries `ouroscope-cli serve` with lm-evaluation-harness: installs it from PyPI into a folder of its own, serves a model, runs a multiple-choice
# and a free-answer task from local files at two numbers of loops, compares what it says with `corpus run` on the same questions, and stops
# the server by SIGTERM.
#
#   tools/lm_eval/check.sh [ouroscope-cli [FOLDER-FOR-THE-HARNESS]]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cli=$(readlink -f "${1:-$here/../../build/release/app/ouroscope-cli}")
[ -x "$cli" ] || { echo "There is no program $cli: build it, or name it." >&2; exit 1; }
venv=${2:-$here/../../build/lm_eval}
if [ ! -x "$venv/bin/lm_eval" ]; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet "lm_eval[api]"
fi

work=$(mktemp -d /tmp/ouroscope-lm-eval.XXXXXX)
server=
stop() {
  [ -z "$server" ] || kill "$server" 2> /dev/null || true
  rm -rf "$work"
}
trap stop EXIT
fail() {
  echo "FAILED: $*" >&2
  tail -n 5 "$work"/*.log | tr "\r" "\n" | tail -n 40 >&2 || true
  exit 1
}

python3 "$here/tasks.py" "$here/../../resources/demo/heldout.jsonl" "$work" 100
"$cli" serve --port 0 --record "$work/runs" > "$work/serve.txt" 2> "$work/serve.log" &
server=$!
for ((i = 0; i < 300; ++i)); do
  [ -s "$work/serve.txt" ] && break
  kill -0 "$server" 2> /dev/null || fail "the server ended"
  sleep 0.2
done
url=$(cut -d' ' -f1 "$work/serve.txt")
echo "$url"
for loops in 2 4; do
  # The harness sends no field of ours, so each number of loops is a task of its own through gen_kwargs where answers are generated; choices
  # are scored at the model's own number.
  HF_HOME="$work/hf" HF_DATASETS_OFFLINE=1 "$venv/bin/lm_eval" --model local-completions \
    --model_args "model=demo,base_url=$url,tokenizer_backend=remote,num_concurrent=1,max_retries=1" --batch_size 8 \
    --include_path "$work" --tasks "demo_choices,demo_answers_$loops" --output_path "$work/out-$loops" > "$work/lm_eval-$loops.log" 2>&1 ||
    fail "lm_eval ended with $?"
done
kill -TERM "$server"
status=0
wait "$server" || status=$?
server=
[ "$status" = 0 ] || fail "the server ended with status $status after SIGTERM"
runs=$(find "$work/runs" -name '*.trace.safetensors' | wc -l)

"$cli" corpus run "$work/choices.corpus.jsonl" --out "$work/choices" --no-bos > /dev/null
"$cli" corpus run "$work/answers.corpus.jsonl" --out "$work/answers" --no-bos --answer-tokens 4 --until . > /dev/null
for kind in choices answers; do "$cli" corpus report "$work/$kind" --format json --resamples 0 > "$work/$kind.json"; done
python3 "$here/compare.py" "$work" || fail "the harness and corpus run do not agree"
echo "$runs runs were recorded; the server ended with status 0 after SIGTERM"
