#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the fuzz targets of tests/fuzz (clang) and runs them:
#   tools/fuzz.sh SECONDS [TARGET ...]       each target for so many seconds, from a fixed seed (SEED=1)
#   tools/fuzz.sh --runs COUNT [TARGET ...]  each target for so many executions
# Inputs that cover something new stay in build/fuzz/corpus/, findings in build/fuzz/findings/; a finding is a failure.
set -euo pipefail
cd "$(dirname "$0")/.."

usage() { sed -n '3,6s/^# //p' "$0" >&2; exit 2; }
case "${1:-}" in
  --runs) runs=${2:-}; [[ $runs =~ ^[0-9]+$ ]] || usage; limit=(-runs="$runs"); shift 2 ;;
  *) [[ ${1:-} =~ ^[0-9]+$ ]] || usage; limit=(-max_total_time="$1"); shift ;;
esac

tools/setup.sh fuzz
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz
programs=build/fuzz/tests/fuzz
corpus=build/fuzz/corpus findings=build/fuzz/findings seeds=build/fuzz/seeds
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=($(cd "$programs" && ls -d fuzz_* | grep -vx fuzz_seeds | sed 's/^fuzz_//'))

# ---- seeds: the bundled demo, examples and fixtures, and what make_seeds.cpp writes --------------------------------
rm -rf "$seeds"
for target in json config index tokenizer_json tokenizer_model safetensors gates lens trace recipe; do
  mkdir -p "$seeds/$target" "$corpus/$target" "$findings"
done
"$programs/fuzz_seeds" "$seeds"
cp resources/demo/config.json "$seeds/config/demo.json"
cp resources/demo/tokenizer.model tests/text/fixtures/spm_bpe.model "$seeds/tokenizer_model"
cp tests/text/fixtures/{fallback,gpt2_nfc,llama3,qwen2}.json "$seeds/tokenizer_json"
cp resources/demo/gates.safetensors "$seeds/gates/demo.safetensors"
cp resources/traces/*.trace.safetensors "$seeds/trace"
cp "$seeds"/{trace/synthetic*,gates/*,lens/*} "$seeds/safetensors"
cp resources/recipes/*.json "$seeds/recipe"
cp "$seeds"/{config,index,recipe}/*.json "$seeds/json"

# ---- runs ----------------------------------------------------------------------------------------------------------
# Small inputs find as much as large ones, in less time. A finding is a crash, an exception other than Error, memory
# out of proportion, or 20 seconds for one input.
export ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=0:detect_stack_use_after_return=0
failures=$(mktemp -d)
trap 'rm -rf "$failures"' EXIT
fuzz() {
  local target=$1 most=8192 log=build/fuzz/$1.log
  case $target in tokenizer_json|tokenizer_model|trace) most=32768 ;; esac
  "$programs/fuzz_$target" "${limit[@]}" -seed="${SEED:-1}" -max_len=$most -timeout=20 -rss_limit_mb=1500 \
    -malloc_limit_mb=256 -print_final_stats=1 -artifact_prefix="$findings/$target-" \
    "$corpus/$target" "$seeds/$target" >"$log" 2>&1 || touch "$failures/$target"
  printf '== %s\n%s\n%s\n' "$target" "$(grep -E '^#[0-9]+.*(DONE|pulse|REDUCE|NEW)' "$log" | tail -n 1)" \
    "$(grep -E 'ERROR|SUMMARY|runtime error|number_of_executed_units|peak_rss' "$log")"
}
for target in "${targets[@]}"; do
  while (($(jobs -rp | wc -l) >= $(nproc))); do wait -n; done
  fuzz "$target" &
done
wait
failed=($(ls "$failures"))
if [ ${#failed[@]} -gt 0 ]; then
  echo "Findings in: ${failed[*]}. The inputs are in $findings/, the reports in build/fuzz/TARGET.log." >&2
  exit 1
fi
