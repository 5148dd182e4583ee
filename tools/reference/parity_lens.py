#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fits Jacobian lenses with `ouroscope-cli lens fit` and compares them with float64 ones; and what `trace --lens-file` reads through random
affine maps with NumPy.

    parity_lens.py --cli build/ci/app/ouroscope-cli [--quick]

Jacobians have to agree within 1 %, numbers of the lens within 1e-4. Exit status 1 where a bound is exceeded.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile

import numpy as np

from families_numpy import Model, capped
from interventions_numpy import Edits
from make_random_family import make
from make_random_model import write_shard
from ouro_numpy import read_safetensors
from parity import HERE, run


class Pushed(Edits):
    """Adds a vector to the state of one token after one layer."""

    def __init__(self, place, token, delta, loops, layers, tokens):
        super().__init__([], {}, loops, layers, tokens)
        self.place, self.token, self.delta = place, token, delta

    def at(self, loop, place, x, before):
        x = super().at(loop, place, x, before)
        if (loop, place) == self.place:
            x[self.token] += self.delta
            self.kept[loop, place] = x
        return x


def jacobian(reference, ids, loops, place, target):
    layers, d, step = reference.segments[1], reference.d, 1e-5
    mean = np.zeros((d, d))
    for t in range(len(ids)):
        for i in range(d):
            ends = []
            for sign in (1, -1):
                edits = Pushed(place, t, sign * step * np.eye(d)[i], loops, layers, t + 1)
                reference.forward(ids[: t + 1], loops, edits=edits)
                ends.append(edits.kept[target, layers - 1][t])
            mean[:, i] += (ends[0] - ends[1]) / (2 * step) / len(ids)
    return mean


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--cli", required=True)
    ap.add_argument("--quick", action="store_true", help="fewer places")
    a = ap.parse_args()
    passed = failed = 0

    def check(error, bound, what):
        nonlocal passed, failed
        passed, failed = passed + bool(error <= bound), failed + (not error <= bound)
        if not error <= bound:
            print(f"FAILED {what}: {error:.2e} > {bound}")

    with tempfile.TemporaryDirectory() as folder:
        for kind in ("ouro", "huginn"):
            model = os.path.join(folder, kind)
            if kind == "ouro":
                subprocess.run([sys.executable, os.path.join(HERE, "make_random_model.py"), model, "--dtype", "f32"], check=True)
            else:
                make(model, kind, seed=len(kind), dtype="f32")
            reference, loops = Model(model), 2
            layers, d = reference.segments[1], reference.d
            rng = np.random.Generator(np.random.PCG64(len(kind)))
            # What a file of random maps makes of the states; one place has none, some have no bias.
            file, ids = os.path.join(folder, "maps.safetensors"), rng.integers(1, reference.config["vocab_size"], 12)
            shapes = {}
            for r in range(loops):
                for i in range(layers):
                    if (r, i) != (0, 0):
                        shapes[f"loop{r + 1}.layer{i + 1}.weight"] = (d, d)
                        if r:
                            shapes[f"loop{r + 1}.layer{i + 1}.bias"] = (d,)
            write_shard(file, {name: (shape, 0, 1) for name, shape in shapes.items()}, "F32", rng)
            maps = {name: x.astype(np.float64) for name, x in read_safetensors(file)[0].items()}
            got = run(a.cli, "cpu", "", model, "f32", loops, ids, 0, folder, ("--lens-file", file), capture="hidden,layers")
            seen = Edits([], {}, loops, layers, len(ids))
            reference.forward(ids, loops, edits=seen)
            last = reference.head_norm if reference.head_norm is not None else reference.loop_norm
            for r in range(loops):
                for i in range(layers):
                    weight = maps.get(f"loop{r + 1}.layer{i + 1}.weight")
                    entropy = got["layer_entropy"][:, r, i]
                    if weight is None:
                        check(0 if np.isnan(entropy).all() and (got["layer_topk_id"][:, r, i] < 0).all() else 1, 0, f"{kind}: a lens where there is no map")
                        continue
                    x = seen.kept[r, i] @ weight.T + maps.get(f"loop{r + 1}.layer{i + 1}.bias", 0)
                    z = capped(reference.norm(x, last) @ reference.head.T, reference.caps[1])
                    p = z - z.max(-1, keepdims=True)
                    p -= np.log(np.exp(p).sum(-1, keepdims=True))
                    check(np.abs(entropy + (np.exp(p) * p).sum(-1)).max(), 1e-4, f"{kind} loop {r + 1} layer {i + 1} entropy")
                    check(np.abs(got["layer_topk_logprob"][:, r, i, 0] - p.max(-1)).max(), 1e-4, f"{kind} loop {r + 1} layer {i + 1} best word")
            # Jacobians of a text; tokens are named by their ids through the model's own tokenizer only, so the fit takes what it reads.
            if kind != "ouro" or not os.path.exists(os.path.join(model, "tokenizer.json")):
                continue
            texts, out = os.path.join(folder, "texts.jsonl"), os.path.join(folder, "lens.safetensors")
            with open(texts, "w") as f:
                f.write(json.dumps({"text": "abcd"}) + "\n")
            subprocess.run([a.cli, "trace", "--model", model, "--dtype", "f32", "--device", "cpu", "--loops", str(loops), "--text", "abcd", "--out", os.path.join(folder, "t.trace.safetensors")],
                           check=True, stdout=subprocess.DEVNULL)
            ids = read_safetensors(os.path.join(folder, "t.trace.safetensors"))[0]["token_id"][:3]
            for target in ("final", "own"):
                fit = [a.cli, "lens", "fit", texts, "--model", model, "--dtype", "f32", "--device", "cpu", "--loops", str(loops), "--max-tokens", "3"]
                subprocess.run([*fit, "--target", target, "--out", out], check=True, stdout=subprocess.DEVNULL)
                lens = read_safetensors(out)[0]
                check(0 if len(lens) == loops * layers else 1, 0, f"{kind}: {len(lens)} maps")
                for r, i in [(0, 0), (0, layers - 1), (loops - 1, 0), (loops - 1, layers - 1)]:
                    expected = jacobian(reference, ids, loops, (r, i), r if target == "own" else loops - 1)
                    error = np.linalg.norm(lens[f"loop{r + 1}.layer{i + 1}.weight"] - expected) / np.linalg.norm(expected)
                    check(error, 1e-2, f"{kind} Jacobian to the {target} target of loop {r + 1}, layer {i + 1}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
