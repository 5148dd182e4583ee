#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs `ouroscope-cli trace --capture attention` on random folders and compares the numbers of every head with the float64 reference.

    parity_attention.py --cli build/ci/app/ouroscope-cli [--only ouro,huginn] [--quick]

The text is longer than a batch of the prompt, and tokens are generated after it. Exit status 1 where a number is off by more than 2e-5.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile

import numpy as np

from families_numpy import Model
from make_random_family import KINDS, make
from parity import HERE, run


def numbers(patterns):
    """patterns [R,L,H,T,T] -> {column: [T,R,L,H]}"""
    R, L, H, T, _ = patterns.shape
    share = np.cumsum(patterns, 3)  # over the tokens so far
    n = np.arange(1, T + 1)
    c = share / n[:, None]
    with np.errstate(divide="ignore", invalid="ignore"):
        concentration = 1 + np.where(c > 0, c * np.log(c), 0).sum(-1) / np.log(n)
        entropy = -np.where(patterns > 0, patterns * np.log(patterns), 0).sum(-1)
    concentration[..., 0] = 1
    step = np.full((R, L, H, T), np.nan)
    step[1:] = np.linalg.norm(patterns[1:] - patterns[:-1], axis=-1)
    found = {"sink": patterns[..., 0], "concentration": concentration, "entropy": entropy, "step": step}
    return {f"attention_{name}": x.transpose(3, 0, 1, 2) for name, x in found.items()}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--cli", required=True)
    ap.add_argument("--only", help="kinds, separated by commas")
    ap.add_argument("--quick", action="store_true", help="fewer families")
    a = ap.parse_args()
    kinds = a.only.split(",") if a.only else ["ouro", "huginn", "nanbeige-split-shared", "llama-window-ema"] if a.quick else ["ouro", *KINDS]
    passed, failed, worst = 0, 0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        for kind in kinds:
            model = os.path.join(folder, kind)
            if kind == "ouro":
                subprocess.run([sys.executable, os.path.join(HERE, "make_random_model.py"), model, "--dtype", "f32"], check=True)
            else:
                make(model, kind, seed=len(kind), dtype="f32")
            reference = Model(model)
            rng = np.random.Generator(np.random.PCG64(len(kind)))
            prompt, loops = rng.integers(1, reference.config["vocab_size"], 37), 3
            got = run(a.cli, "cpu", "", model, "f32", loops, prompt, 2, folder, capture="hidden,attention")
            ids = got["token_id"]
            reference.watch = {}
            reference.forward(ids, loops)
            prelude, core, _ = reference.segments
            patterns = np.stack([np.stack(reference.watch[prelude + i]).reshape(loops, reference.heads, len(ids), len(ids)) for i in range(core)], 1)
            for name, expected in numbers(patterns).items():
                same = got[name].shape == expected.shape and np.array_equal(np.isnan(got[name]), np.isnan(expected))
                error = np.nanmax(np.abs(got[name] - expected)) if same else np.inf
                worst = max(worst, error)
                passed, failed = passed + (error < 2e-5), failed + (error >= 2e-5)
                if error >= 2e-5:
                    print(f"FAILED {kind} {name}: {error:.2e}")
            # One whole map, of the last token.
            shown = subprocess.run([a.cli, "attention", "--model", model, "--dtype", "f32", "--tokens", ",".join(map(str, ids)), "--loops", str(loops), "--token", str(len(ids)),
                                    "--layer", str(core), "--loop", "2", "--format", "json"], check=True, text=True, stdout=subprocess.PIPE)
            weights = np.array([head["weights"] for head in json.loads(shown.stdout)["heads"]])
            error = np.abs(weights - patterns[1, -1, :, -1]).max()
            passed, failed = passed + (error < 2e-5), failed + (error >= 2e-5)
            if error >= 2e-5:
                print(f"FAILED {kind} map: {error:.2e}")
    print(f"worst error {worst:.2e}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
