#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs `ouroscope-cli trace` on random folders of every family and compares states, logits and gates with the float64 reference.

    parity_families.py --cli build/ci/app/ouroscope-cli [--device cpu] [--only llama,qwen2] [--quick]

Errors and bounds as in parity.py: relative in the 2-norm over all positions and loops of a run, 1e-5 in f32 and 3e-2 in bf16. Prompts of
300 tokens are run in two batches; every run generates after its prompt. Exit status 1 where a bound is exceeded.
"""
import argparse
import os
import sys
import tempfile

import numpy as np

from families_numpy import Model
from make_random_family import KINDS, make
from parity import relative, run

BOUND = {"f32": 1e-5, "bf16": 3e-2}


def compare(trace, reference, length, folder, worst, key):
    """-> number of comparisons, number of failures"""
    cases = failed = 0
    for what, ref in zip(("hidden", "logits", "gate_logit"), reference):
        if (ref is None) != (what not in trace):
            print(f"FAILED {key}: {what} is there and should not be, or the other way round")
            failed += 1
        if ref is None or what not in trace:
            continue
        for part, rows in (("prefill", slice(0, length)), ("decode", slice(length, None))):
            if trace[what][rows].size == 0:
                continue  # generation ended at once on a stop token
            error = relative(trace[what][rows], ref[rows])
            worst[key[0], key[1], what] = max(worst.get((key[0], key[1], what), 0), error)
            cases += 1
            if not error <= BOUND[key[1]]:
                failed += 1
                print(f"FAILED {key} {what} {part}: {error:.2e} > {BOUND[key[1]]:.0e}")
    return cases, failed


def steps(logits):
    """KL(p_r || p_{r-1}) and Jensen-Shannon [T,R] of logits [T,R,V]; NaN at the first loop."""
    p = logits - logits.max(-1, keepdims=True)
    p = p - np.log(np.exp(p).sum(-1, keepdims=True))
    now, before = p[:, 1:], p[:, :-1]
    middle = np.log((np.exp(now) + np.exp(before)) / 2)
    first = np.full((len(p), 1), np.nan)
    kl = (np.exp(now) * (now - before)).sum(-1)
    js = (np.exp(now) * (now - middle) + np.exp(before) * (before - middle)).sum(-1) / 2
    return np.concatenate((first, kl), 1), np.concatenate((first, js), 1)


def compare_steps(trace, logits, worst, key):
    """In nats, absolute: the larger, the more the logits themselves differ."""
    cases = failed = 0
    for name, ref in zip(("kl_step", "js_step"), steps(logits)):
        error = np.nanmax(np.abs(trace[name] - ref), initial=0)
        worst[key[0], key[1], name] = max(worst.get((key[0], key[1], name), 0), error)
        cases += 1
        if not error <= 100 * BOUND[key[1]] or not np.array_equal(np.isnan(trace[name]), np.isnan(ref)):
            failed += 1
            print(f"FAILED {key} {name}: {error:.2e} > {100 * BOUND[key[1]]:.0e}")
    return cases, failed


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--cli", required=True)
    ap.add_argument("--device", default="cpu", help="as of ouroscope-cli; f32 mode is held to 1e-4 elsewhere than on the CPU")
    ap.add_argument("--only", help="kinds, separated by commas")
    ap.add_argument("--quick", action="store_true", help="fewer combinations of length and loops")
    a = ap.parse_args()
    if a.device != "cpu":
        BOUND["f32"] = 1e-4
    worst, failed, cases = {}, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for kind in a.only.split(",") if a.only else KINDS:
            model = os.path.join(folder, kind)
            make(model, kind, seed=len(kind), dtype="f32")
            references = {"f32": Model(model), "bf16": Model(model, bf16=True)}
            trained = references["f32"].trained_loops
            rng = np.random.Generator(np.random.PCG64(len(kind)))
            for length, loops in ((7, trained), (300, 1), (65, 2)) if a.quick else [(t, r) for t in (1, 7, 65, 300) for r in (1, 2, 4, 8)]:
                prompt = rng.integers(1, references["f32"].config["vocab_size"], length)
                for dtype in ("f32", "bf16"):
                    trace = run(a.cli, a.device, "", model, dtype, loops, prompt, 9 if length < 300 else 3, folder)
                    reference = references[dtype].forward(trace["token_id"], loops)
                    n, bad = compare(trace, reference, length, folder, worst, (kind, dtype, length, loops))
                    cases, failed = cases + n, failed + bad
                    if dtype == "f32" and loops > 1:
                        n, bad = compare_steps(trace, reference[1], worst, (kind, dtype, length, loops))
                        cases, failed = cases + n, failed + bad
    for (kind, dtype, what), error in worst.items():
        print(f"{kind:20} {dtype:5} {what:10} worst relative error {error:.2e}")
    print(f"{cases - failed} passed, {failed} failed")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
