#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Everything that a machine with an NVIDIA GPU can show, out of the folder that tools/gpu/pack.sh made, without a network:
#   run_packed.sh [OUT-FOLDER] [--seconds N] [--pretend]
# The most important first: is there a device, does it compute what the processor computes, how fast is it; then NumPy's float64,
# compute-sanitizer on small cases, the larger shape, PyTorch. Goes on after a failure, ends within N seconds (540), and prints a table last.
# What a machine lacks (Python with NumPy, PyTorch, compute-sanitizer) is left out by name. Exits 1 where anything failed.
# --pretend: the tests on the pretended GPU in place of a real one, which shows that the folder is whole where there is no GPU.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out= seconds=540 pretend=
while [ $# -gt 0 ]; do
  case $1 in
    --seconds) seconds=${2:-}; shift ;;
    --pretend) pretend=1 ;;
    -*) sed -n '3,10s/^# //p' "$0" >&2; exit 2 ;;
    *) out=$1 ;;
  esac
  shift
done
[[ $seconds =~ ^[0-9]+$ ]] || { echo "run_packed: --seconds takes a whole number." >&2; exit 2; }
out=${out:-${TMPDIR:-/tmp}/ouroscope-gpu}
mkdir -p "$out" || exit 1
out=$(cd "$out" && pwd)
version=$(cat "$here/VERSION")
mkdir -p "$out/content" && tar -xzf "$here/content.tar.gz" -C "$out/content" || { echo "run_packed: $out has no room for 100 MB." >&2; exit 1; }
here=$out/content
cd "$here" || exit 1

cli=$here/bin/ouroscope-cli device=cuda
export LD_LIBRARY_PATH=$here/lib:${LD_LIBRARY_PATH:-}:/usr/local/cuda/lib64 PYTHONDONTWRITEBYTECODE=1
export OUROSCOPE_CUDA_MODULE=$here/bin/libouroscope_cuda.so OUROSCOPE_FAMILY_FOLDER=$here/families QT_QPA_PLATFORM=offscreen
[ -z "$pretend" ] || export OUROSCOPE_CUDA_MODULE=$here/tests/libouroscope_cuda_host.so
python=${OUROSCOPE_PYTHON:-python3}
PATH=$PATH:/usr/local/cuda/bin

begun=$SECONDS failed=0 names=() states=() times=() words=()
left() { echo $((seconds - (SECONDS - begun))); }
row() { names+=("$1"); states+=("$2"); times+=("$3"); words+=("$4"); }
# step NAME SECONDS FILTER COMMAND...: at most so long, and never beyond the end. FILTER picks the words of the table out of what it said.
step() {
  local name=$1 most=$2 filter=$3 status start=$SECONDS said; shift 3
  [ "$(left)" -ge 5 ] || { row "$name" "not run" 0 "no time was left"; return; }
  [ "$most" -le "$(left)" ] || most=$(left)
  echo "== $name (at most $most s)"
  timeout -k 5 "$most" "$@" >"$out/$name.txt" 2>&1
  status=$?
  said=$(grep -E "$filter" "$out/$name.txt" | tail -n 1 | sed 's/^ *//' | cut -c1-110)
  if [ $status -eq 124 ] || [ $status -eq 137 ]; then failed=1; row "$name" STOPPED $((SECONDS - start)) "after $most s: $said"
  elif [ $status -ne 0 ]; then failed=1; row "$name" FAILED $((SECONDS - start)) "${said:-$(tail -n 1 "$out/$name.txt" | cut -c1-110)}"
  elif grep -q '^SKIP' "$out/$name.txt"; then failed=1; row "$name" SKIPPED $((SECONDS - start)) "$(grep '^SKIP' "$out/$name.txt" | head -n 1 | cut -c1-110)"
  else row "$name" ok $((SECONDS - start)) "$said"; fi
}
skip() { row "$1" "left out" 0 "$2"; }
has() { command -v "$1" >/dev/null; }
python_has() { has "$python" && "$python" -c "$1" 2>/dev/null; }
bench=("$cli" bench --device $device --dtype bf16 --loops 4)

step devices 30 . "$cli" info --devices
[ -n "$pretend" ] || grep -q '^cuda:0' "$out/devices.txt" || { failed=1; states[0]="NO GPU"; }
totals='^(Totals|FAIL!|SKIP)'
if [ -n "$pretend" ]; then step parity 240 "$totals" tests/tst_cuda_gpu 'runsAgree:0: one token, then decoding, bf16'
else step parity 120 "$totals" tests/tst_cuda_gpu; fi
step families 60 "$totals" tests/tst_cuda_families
if [ -n "$pretend" ]; then
  skip bench-1.4b "the pretended GPU has no speed"
else
  step bench-1.4b 120 'decode|tok' "${bench[@]}" --shape 1.4b --prefill 256,2048 --decode 128 --repeat 5
fi
if python_has 'import numpy'; then
  step numpy 60 'worst|passed|FAIL|error' "$python" reference/parity.py --cli "$cli" --device $device --quick
  step numpy-families 60 'worst|passed|FAIL|error' "$python" reference/parity_families.py --cli "$cli" --device $device --quick
else
  skip numpy "$python has no NumPy"
fi
small=('runsAgree:0: one token, then decoding, bf16' 'runsAgree:1: odd shapes, odd chunks, bf16' policiesAgree layersAgree forksAndTruncationsContinueExactly)
for tool in memcheck racecheck synccheck initcheck; do
  if [ -n "$pretend" ]; then skip $tool "compute-sanitizer watches real GPUs"
  elif has compute-sanitizer; then step $tool 60 'ERROR SUMMARY|RACECHECK SUMMARY|Totals' compute-sanitizer --tool $tool --error-exitcode 9 tests/tst_cuda_gpu "${small[@]}"
  else skip $tool "compute-sanitizer is not on this machine"; fi
done
if [ -z "$pretend" ]; then
  step bench-2.6b 90 'decode|tok' "${bench[@]}" --shape 2.6b --prefill 256,2048 --decode 64 --repeat 3
  if python_has 'import sys, torch; sys.exit(not torch.cuda.is_available())'; then
    step torch-1.4b 60 . "$python" reference/torch_peer_gpu.py --device cuda:0 --shape 1.4b --loops 4 --prefill 2048 --decode 128 --repeat 3
  else
    skip torch-1.4b "$python has no PyTorch with CUDA"
  fi
fi

{
  echo "$version, $(date -u '+%Y-%m-%d %H:%M') UTC${pretend:+, on the pretended GPU}"
  has nvidia-smi && nvidia-smi --query-gpu=name,driver_version,memory.total,clocks.sm,clocks.mem,power.limit --format=csv,noheader
  for name in bench-1.4b bench-2.6b torch-1.4b; do [ ! -s "$out/$name.txt" ] || { echo; echo "-- $name"; cat "$out/$name.txt"; }; done
  echo
  printf '%-16s %-9s %5s  %s\n' step result s "what it said"
  for i in "${!names[@]}"; do printf '%-16s %-9s %5s  %s\n' "${names[i]}" "${states[i]}" "${times[i]}" "${words[i]}"; done
  echo "$((SECONDS - begun)) of $seconds s; all that was said is in $out"
} | tee "$out/summary.txt"
exit $failed
