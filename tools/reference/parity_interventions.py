#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs `ouroscope-cli trace --intervene` on random folders and compares states, logits and gates with the float64 reference.

    parity_interventions.py --cli build/ci/app/ouroscope-cli [--device cpu] [--only ouro,huginn] [--quick]

Every kind of intervention, at layers and at the ends of loops, alone and several at once; f32, bounds as in parity_families.py. A case also
has to differ from the run without it. Exit status 1 where a bound is exceeded.
"""
import argparse
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
from parity import HERE, relative, run

CASES = (
    ("scale,loop=2,layer=1,tokens=3-5,by=0.5",),
    ("scale,loop=1-2,by=1.5",),
    ("add,loop=2,layer=2,tokens=4-,by=3,file={file},tensor=v",),
    ("remove,loop=all,layer=all,file={file},tensor=v",),
    ("remove,loop=2,tokens=2+5-6,by=2,file={file},tensor=w",),
    ("noise,loop=3,layer=1,by=0.3,seed=18446744073709551615",),
    ("noise,loop=2,tokens=2-7,by=0.2",),
    ("replace,loop=2,layer=1,tokens=5-,from=3",),
    ("replace,loop=3,tokens=4,from-loop=1",),
    ("replace,loop=2-3,tokens=6-,from=6,from-loop=2",),
    ("replace,loop=2,tokens=3,trace={trace}",),
    ("replace,loop=2,tokens=7-8,trace={trace},from=2,from-loop=1",),
    ("replace,loop=1,layer=2,tokens=1-4,file={file},tensor=v",),
    ("skip-loop,loop=2",),
    ("skip-loop,loop=1,tokens=4-6",),
    ("repeat-loop,loop=2,tokens=3-8,times=2",),
    ("repeat-loop,loop=all",),
    ("skip-layer,loop=all,layer=1",),
    ("skip-layer,loop=2,layer=1-2,tokens=3-6",),
    ("scale,loop=2,layer=2,by=2", "replace,loop=2,layer=2,tokens=4-,from=4", "skip-layer,loop=1,layer=2,tokens=2-3",
     "repeat-loop,loop=2,tokens=5-", "noise,loop=2,layer=1,by=0.1", "add,loop=3,file={file},tensor=w", "skip-loop,loop=3,tokens=1"),
)  # fmt: skip


def compare_layers(cli, device, model, reference, loops, prompt, folder, kind, bound):
    """Norms, steps and cosines of the states after every layer. -> numbers compared, failed"""
    got = run(cli, device, "", model, "f32", loops, prompt, 0, folder, capture="hidden,logits,layers")
    seen, layers = Edits([], {}, loops, reference.segments[1], len(prompt)), reference.segments[1]
    reference.forward(prompt, loops, edits=seen)
    x = np.stack([np.stack([seen.kept[r, i] for i in range(layers)], 1) for r in range(loops)], 1)  # [T,R,L,d]
    start = np.stack([seen.kept[r, "start"] for r in range(loops)], 1)
    below = np.concatenate((start[:, :, None], x[:, :, :-1]), 2)
    before = np.concatenate((np.full_like(x[:, :1], np.nan), x[:, :-1]), 1)
    below[:, 0, 0] = np.nan  # what the first loop starts from is not recorded
    norm = lambda v: np.linalg.norm(v, axis=-1)
    cosine = lambda a, b: (a * b).sum(-1) / (norm(a) * norm(b))
    expected = {"layer_norm": norm(x), "layer_update_norm": norm(x - below), "layer_cosine": cosine(x, below), "layer_step_norm": norm(x - before),
                "layer_step_cosine": cosine(x, before), "layer_last_cosine": cosine(x, x[:, -1:])}
    bad = 0
    for name, ref in expected.items():
        known = ~np.isnan(ref)
        if not np.array_equal(np.isnan(got[name]), ~known) or not relative(got[name][known], ref[known]) <= 10 * bound:
            bad += 1
            print(f"FAILED {kind} {name}: {relative(got[name][known], ref[known]):.2e}")
    return len(expected), bad


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--cli", required=True)
    ap.add_argument("--device", default="cpu", help="as of ouroscope-cli; held to 1e-4 elsewhere than on the CPU")
    ap.add_argument("--only", help="kinds, separated by commas")
    ap.add_argument("--quick", action="store_true", help="fewer families")
    a = ap.parse_args()
    bound = 1e-5 if a.device == "cpu" else 1e-4
    kinds = a.only.split(",") if a.only else ["ouro", "huginn", "nanbeige-split-shared", "llama-window-ema"] if a.quick else ["ouro", *KINDS]
    passed, failed, worst = 0, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for kind in kinds:
            model = os.path.join(folder, kind)
            if kind == "ouro":
                subprocess.run([sys.executable, os.path.join(HERE, "make_random_model.py"), model, "--dtype", "f32"], check=True)
            else:
                make(model, kind, seed=len(kind), dtype="f32")
            reference = Model(model)
            rng = np.random.Generator(np.random.PCG64(len(kind)))
            prompt, loops, generate = rng.integers(1, reference.config["vocab_size"], 9), 3, 2
            file = os.path.join(folder, "vectors.safetensors")
            write_shard(file, {name: ((reference.d,), 0, 1) for name in "vw"}, "F32", rng)
            vectors = read_safetensors(file)[0]
            plain = run(a.cli, a.device, "", model, "f32", loops, prompt, generate, folder)
            trace = os.path.join(folder, "other.trace.safetensors")
            other = run(a.cli, a.device, "", model, "f32", loops, prompt[::-1], 4, folder)
            os.replace(os.path.join(folder, "t.trace.safetensors"), trace)
            sources = {trace: other["hidden"].astype(np.float64), **{(file, name): v.astype(np.float64) for name, v in vectors.items()}}
            layers = reference.segments[1]
            n, bad = compare_layers(a.cli, a.device, model, reference, loops, prompt, folder, kind, bound)
            passed, failed = passed + n - bad, failed + bad
            for case in CASES:
                specs = [spec.format(file=file, trace=trace) for spec in case]
                more = [word for spec in specs for word in ("--intervene", spec)]
                got = run(a.cli, a.device, "", model, "f32", loops, prompt, generate, folder, more)
                ids = got["token_id"]
                expected = reference.forward(ids, loops, edits=Edits(specs, sources, loops, layers, len(ids)))
                for what, ref in zip(("hidden", "logits", "gate_logit"), expected):
                    if ref is None:
                        continue
                    error = relative(got[what], ref)
                    worst = max(worst, error)
                    if error <= bound:
                        passed += 1
                    else:
                        failed += 1
                        print(f"FAILED {kind} {' '.join(case)} {what}: {error:.2e} > {bound:.0e}")
                if np.array_equal(got["hidden"], plain["hidden"]):
                    failed += 1
                    print(f"FAILED {kind} {' '.join(case)}: nothing has changed")
    print(f"worst relative error {worst:.2e}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
