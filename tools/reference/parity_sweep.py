#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs `ouroscope-cli sweep` on random folders and compares every cell with a float64 run of its own.

    parity_sweep.py --cli build/ci/app/ouroscope-cli [--device cpu] [--only ouro,huginn] [--quick]

Changes of the word's log-probability and KL have to agree within 1e-4 nats, and best words where they are not a near tie. An intervention
that changes nothing, and states of the same prompt, have to give exact zeros. Exit status 1 where a bound is exceeded.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile

import numpy as np

from families_numpy import Model
from interventions_numpy import Edits
from make_random_family import KINDS, make
from make_random_model import write_shard
from ouro_numpy import read_safetensors
from parity import HERE

LAYERS = ("noise,by=0.5,seed=3", "scale,by=0,tokens=4-", "skip-layer", "add,by=2,file={file},tensor=v", "replace,from=3,tokens=5-")
TOKENS = ("scale,by=0.5", "noise,by=1,layer=2", "skip-loop", "repeat-loop,times=2", "skip-layer,layer=1", "replace,from=2")


def log_softmax(z):
    z = z - z.max(-1, keepdims=True)
    return z - np.log(np.exp(z).sum(-1, keepdims=True))


def sweep(a, model, prompt, loops, over, spec, more=()):
    out = subprocess.run([a.cli, "sweep", "--model", model, "--device", a.device, "--dtype", "f32", "--tokens", ",".join(map(str, prompt)), "--loops", str(loops),
                          "--over", over, "--intervene", spec, "--format", "json", *more], check=True, text=True, stdout=subprocess.PIPE)
    return json.loads(out.stdout)


class Check:
    def __init__(self):
        self.passed = self.failed = 0
        self.worst = 0.0

    def __call__(self, good, what):
        self.passed, self.failed = self.passed + bool(good), self.failed + (not good)
        if not good:
            print("FAILED", what)

    def cells(self, found, expected, token, what):
        """expected(loop, place) -> logits [V] of the last loop at the token asked."""
        plain = log_softmax(expected(None, None))
        word = found["word"]["id"]
        self(abs(found["logprob"] - plain[word]) < 1e-4, f"{what}: log p {found['logprob']} of {plain[word]}")
        for cell in found["cells"]:
            place = cell.get("layer", cell.get("token"))
            changed = log_softmax(expected(cell["loop"], place))
            change, kl = changed[word] - plain[word], (np.exp(plain) * (plain - changed)).sum()
            error = max(abs(cell["change"] - change), abs(cell["kl"] - kl)) / (1 + abs(change))
            self.worst = max(self.worst, error)
            near = changed.max() - changed[cell["best"]["id"]] < 1e-4
            self(error < 1e-4 and near, f"{what} loop {cell['loop']} {place}: {cell['change']:.6f} {cell['kl']:.6f}, not {change:.6f} {kl:.6f}")


def layer_states(reference, ids, loops, start):
    """States after every layer and at the ends of loops, {layer or "end": [T,R,d]}."""
    seen = Edits([], {}, loops, reference.segments[1], len(ids))
    reference.forward(ids, loops, edits=seen)
    return {place: np.stack([seen.kept[r, place] for r in range(loops)], 1) for place in [*range(reference.segments[1]), "end"]}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--cli", required=True)
    ap.add_argument("--device", default="cpu")
    ap.add_argument("--only", help="kinds, separated by commas")
    ap.add_argument("--quick", action="store_true", help="fewer families")
    a = ap.parse_args()
    kinds = a.only.split(",") if a.only else ["ouro", "huginn", "nanbeige-split-shared", "llama-window-ema"] if a.quick else ["ouro", *KINDS]
    check = Check()
    with tempfile.TemporaryDirectory() as folder:
        for kind in kinds:
            model = os.path.join(folder, kind)
            if kind == "ouro":
                subprocess.run([sys.executable, os.path.join(HERE, "make_random_model.py"), model, "--dtype", "f32"], check=True)
            else:
                make(model, kind, seed=len(kind), dtype="f32")
            reference = Model(model)
            rng = np.random.Generator(np.random.PCG64(len(kind)))
            vocabulary, loops = reference.config["vocab_size"], 3
            prompt, other = rng.integers(1, vocabulary, 9), rng.integers(1, vocabulary, 7)
            layers, token = reference.segments[1], 7  # the word after token 8 of 9
            file = os.path.join(folder, "vectors.safetensors")
            write_shard(file, {"v": ((reference.d,), 0, 1)}, "F32", rng)
            sources = {(file, "v"): read_safetensors(file)[0]["v"].astype(np.float64)}
            more = ("--token", str(token + 1))

            def logits(spec, sources=sources):
                edits = Edits([spec] if spec else [], sources, loops, layers, len(prompt))
                return reference.forward(prompt, loops, edits=edits)[1][token, -1]

            for spec in LAYERS:
                spec = spec.format(file=file)
                found = sweep(a, model, prompt, loops, "layers", spec, more)
                check(len(found["cells"]) == loops * layers, f"{kind} {spec}: {len(found['cells'])} cells")
                check.cells(found, lambda r, i: logits(r and f"{spec},loop={r},layer={i}"), token, f"{kind} {spec}")
            for spec in TOKENS:
                found = sweep(a, model, prompt, loops, "tokens", spec, more)
                check.cells(found, lambda r, t: logits(r and f"{spec},loop={r},tokens={t}"), token, f"{kind} tokens {spec}")
                check(found["rows"] < found["rows_alone"], f"{kind} {spec}: nothing is shared")
            # States of another prompt, which is two tokens shorter, counted from the end.
            states = {place: np.concatenate((np.full((2, *x.shape[1:]), np.nan), x)) for place, x in layer_states(reference, other, loops, 0).items()}
            ids = ("--from-tokens", ",".join(map(str, other)))
            found = sweep(a, model, prompt, loops, "layers", "replace,tokens=3-", (*more, *ids))
            check.cells(found, lambda r, i: logits(r and f"replace,loop={r},layer={i},tokens=3-,trace=x", {"x": states[i - 1]} if r else {}), token, f"{kind} from layers")
            for spec, place in (("replace", "end"), ("replace,layer=1", 0)):
                found = sweep(a, model, prompt, loops, "tokens", spec, (*more, *ids))
                check([cell["token"] for cell in found["cells"][:6]] == [3, 4, 5, 6, 7, 8], f"{kind} from: tokens")
                check.cells(found, lambda r, t: logits(r and f"{spec},loop={r},tokens={t},trace=x", {"x": states[place]}), token, f"{kind} from {spec}")
            # What changes nothing gives exact zeros.
            same = ("--from-tokens", ",".join(map(str, prompt)))
            for over, spec, extra in (("layers", "scale,by=1", ()), ("tokens", "scale,by=1", ()), ("layers", "replace", same), ("tokens", "replace", same),
                                      ("tokens", "replace,layer=2", same)):
                found = sweep(a, model, prompt, loops, over, spec, extra)
                check(all(cell["change"] == 0 and cell["kl"] == 0 for cell in found["cells"]), f"{kind} {over} {spec}: not the same run")
    print(f"worst error {check.worst:.2e} nats")
    print(f"{check.passed} passed, {check.failed} failed")
    return 1 if check.failed or not check.passed else 0


if __name__ == "__main__":
    sys.exit(main())
