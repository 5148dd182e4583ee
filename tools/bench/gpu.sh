#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# In one run: random weights at the 1.4B and 2.6B shapes on the GPU, beside what the card can do and beside PyTorch doing the
# same work. Needs an idle GPU.
#   tools/bench/gpu.sh [OUT-FOLDER]      OUROSCOPE_CLI, OUROSCOPE_PYTHON and OUROSCOPE_DEVICE (cuda:0) may be set
set -euo pipefail
cd "$(dirname "$0")/../.."
out=${1:-build/gpu-bench}
cli=${OUROSCOPE_CLI:-build/cuda/app/ouroscope-cli}
python=${OUROSCOPE_PYTHON:-python3}
device=${OUROSCOPE_DEVICE:-cuda:0}
mkdir -p "$out"
nvidia-smi --query-gpu=name,driver_version,clocks.sm,clocks.mem,power.limit,utilization.gpu --format=csv
for shape in 1.4b 2.6b; do
  "$cli" bench --device "$device" --shape "$shape" --dtype bf16 --loops 4 --prefill 2048 --decode 128 --repeat 7 --format json >"$out/bench-$shape.json"
  if "$python" -c 'import sys, torch; sys.exit(not torch.cuda.is_available())' 2>/dev/null; then
    "$python" tools/bench/torch_peer_gpu.py --device "$device" --shape "$shape" --loops 4 --prefill 2048 --decode 128 --repeat 7 >"$out/torch-$shape.json"
  else
    echo "PyTorch with CUDA is not in $python: no comparison" >&2
  fi
done
"$python" - "$out" <<'PY'
import json, os, sys
out = sys.argv[1]
for shape in ("1.4b", "2.6b"):
    ours = json.load(open(f"{out}/bench-{shape}.json"))
    print(f"{shape}: {ours['device']}, {ours['fma_gflop_per_s'] / 1e3:.0f} TFLOP/s of bf16 products, {ours['gb_per_s' if 'gb_per_s' in ours else 'read_gb_per_s']:.0f} GB/s of copying")
    peer_path = f"{out}/torch-{shape}.json"
    peer = json.load(open(peer_path)) if os.path.exists(peer_path) else {}
    for run in ours["runs"]:
        share = run["share_of_read"] if run["run"] == "decode" else run["share_of_fma"]
        goal = 0.85 if run["run"] == "decode" else 0.60
        recorded = run["recorded_tokens_per_s"]
        print(f"  {run['run']:8} {run['tokens_per_s']:9.1f} tok/s alone, {100 * share:.0f} % of the card (goal {100 * goal:.0f} %, to be met with recording: "
              f"{100 * share / run['recorded_ratio']:.0f} %); {recorded:9.1f} tok/s recorded, {100 * (run['recorded_ratio'] - 1):+.1f} % time (goal +10 %)")
        for name, figures in peer.get("runs", {}).items():
            if run["run"] in figures:
                print(f"           {name:22} {figures[run['run']]:9.1f} tok/s recorded: ours is {recorded / figures[run['run']]:.2f} x (goal 2 x)")
PY
