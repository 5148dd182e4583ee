#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs `ouroscope-cli trace` on random Ouro folders and compares hidden states, logits and gates with the float64 reference.

    parity.py --cli build/ci/app/ouroscope-cli [--quick] [--paths portable,avx2]

Each path is a value of OUROSCOPE_CPU; those that this processor does not have are left out by name. Without --paths the program chooses.

The error is relative in the 2-norm over all positions and loops of a run: ||ours - reference|| / ||reference||. In bf16 mode the
reference has the weights that the mode has, rounded to bf16; what is measured is the arithmetic. Bounds: 1e-5 in f32 mode, 1e-2 in
bf16. Exit status 1 where one is exceeded.
"""
import argparse
import os
import subprocess
import sys
import tempfile

import numpy as np

from ouro_numpy import Ouro, read_safetensors

HERE = os.path.dirname(os.path.abspath(__file__))
MODELS = {  # name: options of make_random_model.py
    "mha-bf16": "--seed 1 --hidden 64 --heads 4 --ffn 96 --vocab 300",
    "gqa-f32-sharded": "--seed 2 --hidden 48 --heads 4 --kv-heads 2 --head-dim 10 --ffn 70 --vocab 331 --dtype f32 --shards 3 --layers 3",
    "odd-f16": "--seed 3 --hidden 51 --heads 3 --head-dim 18 --ffn 77 --vocab 517 --dtype f16 --theta 1000000",
}
BOUND = {"f32": 1e-5, "bf16": 1e-2}


def relative(ours, reference):
    return np.linalg.norm(ours - reference) / np.linalg.norm(reference)


def available(cli, path, model, folder):
    try:
        run(cli, "cpu", path, model, "f32", 1, [1], 0, folder)
    except subprocess.CalledProcessError as error:
        if "which this processor does not have" in error.stderr:
            return False
        sys.exit(error.stderr)
    return True


def run(cli, device, path, model, dtype, loops, ids, generate, folder, more=(), capture="hidden,logits"):
    out = os.path.join(folder, "t.trace.safetensors")
    subprocess.run([cli, "trace", "--device", device, "--model", model, "--tokens", ",".join(map(str, ids)), "--loops", str(loops), "--dtype", dtype, "--generate", str(generate),
                    "--exit-threshold", "1", "--capture", capture, "--top-k", "3", "--out", out, *more], check=True, text=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                   env={**os.environ, **({"OUROSCOPE_CPU": path} if path else {})})
    return read_safetensors(out)[0]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--cli", required=True)
    ap.add_argument("--paths", help="values of OUROSCOPE_CPU to compare, separated by commas")
    ap.add_argument("--device", default="cpu", help="as of ouroscope-cli; f32 mode is held to 1e-4 elsewhere than on the CPU")
    ap.add_argument("--quick", action="store_true", help="fewer combinations of length and loops")
    a = ap.parse_args()
    if a.device != "cpu":
        BOUND["f32"] = 1e-4
    worst, failed, cases, paths = {}, 0, 0, None
    with tempfile.TemporaryDirectory() as folder:
        for name, options in MODELS.items():
            model = os.path.join(folder, name)
            subprocess.run([sys.executable, os.path.join(HERE, "make_random_model.py"), model] + options.split(), check=True)
            references = {"f32": Ouro(model), "bf16": Ouro(model, bf16=True)}
            rng = np.random.Generator(np.random.PCG64(len(name)))
            if paths is None:
                paths = [p for p in a.paths.split(",") if available(a.cli, p, model, folder)] if a.paths else [""]
                print("paths:", ", ".join(p or "chosen by the program" for p in paths))
            for length in (1, 7, 65, 300):
                for loops in (1, 2, 4, 8):
                    if a.quick and (length, loops) not in ((1, 8), (7, 2), (65, 4), (300, 1), (300, 8)):
                        continue
                    prompt = rng.integers(0, references["f32"].config["vocab_size"], length)
                    for dtype in ("f32", "bf16"):
                        known = {}  # the reference of a sequence of tokens: paths mostly generate the same
                        for path in paths:
                            generate = 9 if length < 300 else 3   # decode after prefill, recorded in the same trace
                            trace = run(a.cli, a.device, path, model, dtype, loops, prompt, generate, folder)
                            tokens = trace["token_id"].tobytes()
                            if tokens not in known:
                                known[tokens] = references[dtype].forward(trace["token_id"], loops)
                            for what, ref in zip(("hidden", "logits", "gate_logit"), known[tokens]):
                                for part, rows in (("prefill", slice(0, length)), ("decode", slice(length, None))):
                                    if trace[what][rows].size == 0:
                                        continue  # generation ended at once on a stop token
                                    error = relative(trace[what][rows], ref[rows])
                                    key = (path, dtype, what, part)
                                    worst[key] = max(worst.get(key, 0), error)
                                    cases += 1
                                    if not error <= BOUND[dtype]:
                                        failed += 1
                                        print(f"FAILED {name} {path} T={length} loops={loops} {dtype} {what} {part}: {error:.2e} > {BOUND[dtype]:.0e}")
    for key, error in sorted(worst.items()):
        print(f"{key[0]:10} {key[1]:5} {key[2]:10} {key[3]:8} worst relative error {error:.2e}")
    print(f"{cases - failed} passed, {failed} failed")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
