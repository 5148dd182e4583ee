#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs `ouroscope-cli trace` on random Ouro folders and compares hidden states, logits and gates with the float64 reference.

    parity.py --cli build/ci/app/ouroscope-cli [--quick]

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


def run(cli, model, dtype, loops, ids, generate, folder):
    out = os.path.join(folder, "t.trace.safetensors")
    subprocess.run([cli, "trace", "--model", model, "--tokens", ",".join(map(str, ids)), "--loops", str(loops), "--dtype", dtype, "--generate", str(generate),
                    "--exit-threshold", "1", "--capture", "hidden,logits", "--top-k", "3", "--out", out], check=True, stdout=subprocess.DEVNULL)
    return read_safetensors(out)[0]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--cli", required=True)
    ap.add_argument("--quick", action="store_true", help="fewer combinations of length and loops")
    a = ap.parse_args()
    worst, failed, cases = {}, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for name, options in MODELS.items():
            model = os.path.join(folder, name)
            subprocess.run([sys.executable, os.path.join(HERE, "make_random_model.py"), model] + options.split(), check=True)
            references = {"f32": Ouro(model), "bf16": Ouro(model, bf16=True)}
            rng = np.random.Generator(np.random.PCG64(len(name)))
            for length in (1, 7, 65, 300):
                for loops in (1, 2, 4, 8):
                    if a.quick and (length, loops) not in ((1, 8), (7, 2), (65, 4), (300, 1), (300, 8)):
                        continue
                    for dtype in ("f32", "bf16"):
                        generate = 9 if length < 300 else 3   # decode after prefill, recorded in the same trace
                        prompt = rng.integers(0, references[dtype].config["vocab_size"], length)
                        trace = run(a.cli, model, dtype, loops, prompt, generate, folder)
                        hidden, logits, gates = references[dtype].forward(trace["token_id"], loops)
                        for what, ours, ref in (("hidden", trace["hidden"], hidden), ("logits", trace["logits"], logits), ("gate", trace["gate_logit"], gates)):
                            for part, rows in (("prefill", slice(0, length)), ("decode", slice(length, None))):
                                if ours[rows].size == 0:
                                    continue  # generation ended at once on a stop token
                                error = relative(ours[rows], ref[rows])
                                key = (dtype, what, part)
                                worst[key] = max(worst.get(key, 0), error)
                                cases += 1
                                if not error <= BOUND[dtype]:
                                    failed += 1
                                    print(f"FAILED {name} T={length} loops={loops} {dtype} {what} {part}: {error:.2e} > {BOUND[dtype]:.0e}")
    for key, error in sorted(worst.items()):
        print(f"{key[0]:5} {key[1]:7} {key[2]:8} worst relative error {error:.2e}")
    print(f"{cases - failed} passed, {failed} failed")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
