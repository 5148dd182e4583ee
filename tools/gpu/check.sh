#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Everything that a machine with an NVIDIA GPU can show, in one command: build, all CUDA tests, compute-sanitizer, benchmarks.
#   tools/gpu/check.sh [OUT-FOLDER]       default: build/gpu-check. Copy its summary into docs/gpu.md and docs/benchmarks.md.
# Needs the CUDA 13 toolkit (nvcc, cuBLAS, compute-sanitizer); PyTorch with CUDA in $OUROSCOPE_PYTHON for the comparison, else it is left out.
# Goes on after a failure, so that one run shows all of them; exits 1 where anything failed.
set -uo pipefail
cd "$(dirname "$0")/../.."
out=${1:-build/gpu-check}
mkdir -p "$out"
failed=0
step() { # name, command...
  local name=$1; shift
  echo "== $name"
  if "$@" >"$out/$name.txt" 2>&1; then echo "ok      $name" | tee -a "$out/summary.txt"
  else echo "FAILED  $name (exit $?): $out/$name.txt" | tee -a "$out/summary.txt"; failed=1; fi
}
{ date -u; git rev-parse HEAD; } >"$out/summary.txt"
command -v nvidia-smi >/dev/null && nvidia-smi --query-gpu=name,driver_version,memory.total --format=csv,noheader | tee -a "$out/summary.txt"

step configure cmake --preset cuda -DOUROSCOPE_GUI=OFF -DOUROSCOPE_WERROR=ON
step build cmake --build --preset cuda
cli=build/cuda/app/ouroscope-cli
step devices "$cli" info --devices
if ! grep -q '^cuda:0' "$out/devices.txt"; then cat "$out/devices.txt"; echo "There is no GPU to check."; exit 1; fi

export QT_QPA_PLATFORM=offscreen
step tests ctest --test-dir build/cuda -R 'cuda' --output-on-failure
step gpu_parity build/cuda/tests/tst_cuda_gpu
if grep -q '^SKIP' "$out/gpu_parity.txt"; then echo "FAILED  gpu_parity was skipped" | tee -a "$out/summary.txt"; failed=1; fi
step family_tests env OUROSCOPE_CUDA_MODULE="$PWD/build/cuda/kernels/cuda/libouroscope_cuda.so" build/cuda/tests/tst_cuda_families
# NumPy in float64, through the command line and on the GPU.
step numpy_parity "${OUROSCOPE_PYTHON:-python3}" tools/reference/parity.py --cli "$cli" --device cuda
step family_parity "${OUROSCOPE_PYTHON:-python3}" tools/reference/parity_families.py --cli "$cli" --device cuda
for tool in memcheck racecheck synccheck initcheck; do
  # Small cases: a sanitizer costs a factor of ten to a hundred.
  step "$tool" compute-sanitizer --tool "$tool" --error-exitcode 9 build/cuda/tests/tst_cuda_gpu \
    'runsAgree:0: one token, then decoding, bf16' 'runsAgree:1: odd shapes, odd chunks, bf16' 'runsAgree:1: odd shapes, odd chunks, f32' \
    policiesAgree layersAgree forksAndTruncationsContinueExactly
done
step bench tools/bench/gpu.sh "$out"
cat "$out/summary.txt"
exit $failed
