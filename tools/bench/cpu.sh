#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The measurements of docs/benchmarks.md, part "CPU", in one run of at most ten minutes. Wants a quiet machine: the load is printed.
#   tools/bench/cpu.sh [ouroscope-cli] [python with torch] [model folder, for the time of loading]
set -euo pipefail
cd "$(dirname "$0")/../.."
cli=${1:-build/ci/app/ouroscope-cli}
python=${2:-}
folder=${3:-}

say() { printf '\n## %s\n' "$*"; }
date; grep -m1 'model name' /proc/cpuinfo; nproc; uptime

say "1.4B, 4 loops, bf16: limits, prefill, decode, exits"
"$cli" bench --shape 1.4b --prefill 256 --decode 8 --exits --repeat 5
if [ -n "$python" ]; then
  say "the same work in PyTorch"
  "$python" tools/bench/torch_peer.py --shape 1.4b --prefill 256 --decode 4 --repeat 3
fi
say "1.4B, 4 loops, int8 weights"
"$cli" bench --shape 1.4b --weights int8 --prefill 256 --decode 8 --repeat 3
say "time per token against the context (up to 8,192: 7 GiB of keys and values)"
"$cli" bench --shape 1.4b --prefill 16 --decode 0 --curve "${CURVE:-4096}" --repeat 3
for path in amx avx512bf16 avx512 avx2 portable; do
  for dtype in bf16 f32; do
    say "path $path, $dtype, against its own registers: one thread, two layers of the 1.4B shape, one loop"
    OUROSCOPE_CPU=$path "$cli" bench --shape 1.4b --layers 2 --loops 1 --dtype $dtype --threads 1 --prefill 256 --decode 0 --repeat 5 || true
  done
done
if [ -n "$folder" ]; then
  say "loading $folder: thrice warm, then twice after the cache of its files was dropped"
  cat "$folder"/*.safetensors > /dev/null
  for run in warm warm warm cold cold; do
    [ $run = warm ] || for file in "$folder"/*.safetensors; do dd of="$file" oflag=nocache conv=notrunc,fdatasync count=0 status=none; done
    printf '%s: ' $run
    "$cli" bench --model "$folder" --prefill 1 --decode 0 --repeat 1 | grep Loaded
  done
fi
uptime
