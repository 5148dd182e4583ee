#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs `ouroscope-cli stability` on random folders and compares the growth of every push with a float64 run that is pushed the same way; and
the ranks of states in `ouroscope-cli stats` with NumPy's singular values.

    parity_stability.py --cli build/ci/app/ouroscope-cli [--only ouro,huginn] [--quick]

Growth has to agree within 1 %, ranks within 1e-4. Exit status 1 where a bound is exceeded.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile

import numpy as np

from families_numpy import GOLDEN, Model, mix64, start_noise
from interventions_numpy import Edits
from make_random_family import KINDS, make
from parity import HERE, run

PUSH, DIRECTIONS, TURNS, SEED = 1e-3, 2, 6, 5


class Pushed(Edits):
    """Adds a vector to what one loop gets, at one token."""

    def __init__(self, loop, token, delta, loops, layers, tokens):
        super().__init__([], {}, loops, layers, tokens)
        self.place, self.token, self.delta = (loop, "input"), token, delta

    def at(self, loop, place, x, before):
        x = super().at(loop, place, x, before)
        if (loop, place) == self.place:
            x[self.token] += self.delta
        return x


def growth(reference, ids, loops):
    """-> growth, radius [T,R]"""
    layers, d, norm = reference.segments[1], reference.d, np.linalg.norm
    seen = Edits([], {}, loops, layers, len(ids))
    ends = reference.forward(ids, loops, edits=seen)[0]
    first, radius = np.zeros((2, len(ids), loops))
    for r in range(loops):
        for t in range(len(ids)):
            squares, most = 0.0, 0.0
            for direction in range(DIRECTIONS):
                with np.errstate(over="ignore"):
                    seed = mix64(np.uint64(SEED) + GOLDEN * np.uint64(r + 1)) + np.uint64(direction)
                along, logs = start_noise(seed, t + 1, d)[t], []
                for turn in range(TURNS):
                    delta = along * PUSH * norm(seen.kept[r, "input"][t]) / norm(along)
                    end = reference.forward(ids[: t + 1], loops, edits=Pushed(r, t, delta, loops, layers, t + 1))[0]
                    along = end[t, r] - ends[t, r]
                    logs.append(np.log(norm(along) / norm(delta)))
                squares += np.exp(2 * logs[0])
                most = max(most, np.exp(np.mean([v for turn, v in enumerate(logs) if 2 * turn >= TURNS - 1])))
            first[t, r], radius[t, r] = np.sqrt(squares / DIRECTIONS), most
    return first, radius


def ranks(states):
    """states [T,d] -> the numbers of one loop."""
    s = np.linalg.svd(states, compute_uv=False)
    s = s[s**2 > 1e-12 * s[0] ** 2]
    p, q = s**2 / (s**2).sum(), s / s.sum()
    return {"energy": (s**2).sum() / len(states), "effective_rank": np.exp(-(q * np.log(q)).sum()), "matrix_entropy": -(p * np.log(p)).sum(),
            "stable_rank": (s**2).sum() / s[0] ** 2, "rank_90": int(np.searchsorted(np.cumsum(p), 0.9) + 1)}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--cli", required=True)
    ap.add_argument("--only", help="kinds, separated by commas")
    ap.add_argument("--quick", action="store_true", help="fewer families")
    a = ap.parse_args()
    kinds = a.only.split(",") if a.only else ["ouro", "huginn", "llama-window-ema"] if a.quick else ["ouro", *KINDS]
    passed, failed, worst = 0, 0, 0.0

    def check(error, bound, what):
        nonlocal passed, failed
        passed, failed = passed + (error <= bound), failed + (not error <= bound)
        if not error <= bound:
            print(f"FAILED {what}: {error:.2e} > {bound}")

    with tempfile.TemporaryDirectory() as folder:
        for kind in kinds:
            model = os.path.join(folder, kind)
            if kind == "ouro":
                subprocess.run([sys.executable, os.path.join(HERE, "make_random_model.py"), model, "--dtype", "f32"], check=True)
            else:
                make(model, kind, seed=len(kind), dtype="f32")
            reference = Model(model)
            rng = np.random.Generator(np.random.PCG64(len(kind)))
            ids, loops = rng.integers(1, reference.config["vocab_size"], 5), 3
            out = subprocess.run([a.cli, "stability", "--model", model, "--dtype", "f32", "--device", "cpu", "--tokens", ",".join(map(str, ids)), "--loops", str(loops), "--push", str(PUSH),
                                  "--directions", str(DIRECTIONS), "--turns", str(TURNS), "--seed", str(SEED), "--format", "json"], check=True, text=True, stdout=subprocess.PIPE)
            found = json.loads(out.stdout)["tokens"]
            for name, expected in zip(("growth", "radius"), growth(reference, ids, loops)):
                error = np.abs(np.array([token[name] for token in found]) / expected - 1).max()
                worst = max(worst, error)
                check(error, 1e-2, f"{kind} {name}")
            # Ranks, of states as the file holds them.
            for length in (11, 70):
                trace = run(a.cli, "cpu", "", model, "f32", loops, rng.integers(1, reference.config["vocab_size"], length), 0, folder, capture="hidden")
                stats = subprocess.run([a.cli, "stats", os.path.join(folder, "t.trace.safetensors"), "--format", "json"], check=True, text=True, stdout=subprocess.PIPE)
                for r, row in enumerate(json.loads(stats.stdout)["state_rank"]):
                    for name, expected in ranks(trace["hidden"][:, r].astype(np.float64)).items():
                        check(abs(row[name] / expected - 1), 1e-4, f"{kind} {length} tokens, loop {r + 1} {name}")
            # Ranks of states, keys and values inside the loops.
            ids = rng.integers(1, reference.config["vocab_size"], 11)
            out = subprocess.run([a.cli, "ranks", "--model", model, "--dtype", "f32", "--device", "cpu", "--tokens", ",".join(map(str, ids)), "--loops", str(loops), "--format", "json"],
                                 check=True, text=True, stdout=subprocess.PIPE)
            found, seen = json.loads(out.stdout), Edits([], {}, loops, reference.segments[1], len(ids))
            reference.stored = {}
            reference.forward(ids, loops, edits=seen)
            stored, reference.stored = reference.stored, None
            for i in range(reference.segments[1]):
                for r in range(loops):
                    passes = stored[reference.segments[0] + i]
                    k, v = (x.transpose(1, 0, 2).reshape(len(ids), -1) for x in passes[r])
                    for name, rows in (("states", seen.kept[r, i]), ("keys", k), ("values", v)):
                        row = found[name][r * reference.segments[1] + i]
                        check(0 if (row["loop"], row["layer"]) == (r + 1, i + 1) else 1, 0, f"{kind} order of {name}")
                        for what, expected in ranks(rows).items():
                            check(abs(row[what] / expected - 1), 1e-3, f"{kind} loop {r + 1}, layer {i + 1}: {what} of {name}")
    print(f"worst error of a growth {worst:.2e}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
