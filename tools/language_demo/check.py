# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares `ouroscope-cli trace` with PyTorch on the looped folder, and measures the table of its model card through the program.

    check.py FOLDER [TEXT... --plain PLAIN] --cli build/ci/app/ouroscope-cli

Without texts: the logits of every loop and the gate logits of some prompts, in f32 (at most 1e-4, relative in the 2-norm; exit status 1 beyond) and in
bf16, and a greedy continuation, the same token for token in f32. With texts instead (as measure.py) and PLAIN (a folder of --plain): cross entropy by loop and
agreement with the unlooped model, in bf16, as measure.py has them from PyTorch.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile

import numpy as np
import torch
from tokenizers import Tokenizer

import measure
import safetensors_file
from model import Llama
from recipe import LOOPS

PROMPTS = ["The capital of Japan is the city of", "The United States of", "She put the key in the lock and opened the", "Monday, Tuesday, Wednesday,",
           "Once upon a time, there was a little fox who had", "Two plus two equals"]
BOUND = 1e-4


def trace(cli, folder, ids, out, *more):
    subprocess.run([cli, "trace", "--model", folder, "--tokens", ",".join(map(str, ids)), "--device", "cpu", "--top-k", "1", "--out", out, *more],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    return safetensors_file.read(out)[0]


def relative(ours, theirs):
    return float(np.linalg.norm(ours - theirs) / np.linalg.norm(theirs))


def gate_of(folder):
    tensors, metadata = safetensors_file.read(os.path.join(folder, "gates.safetensors"))
    name = metadata["default"]
    return torch.from_numpy(tensors[f"{name}.weight"][0].copy()), float(tensors[f"{name}.bias"][0])


@torch.no_grad()
def prompts(a, model, tokenizer, out):
    weight, bias = gate_of(a.folder)
    failed, worst = 0, {"f32": 0.0, "bf16": 0.0, "gate, f32": 0.0}
    for text in PROMPTS:
        ids = tokenizer.encode(text).ids
        states = model.states(torch.tensor([ids]))
        logits = torch.stack([model.coda(x)[0] for x in states], 1).numpy()
        gates = torch.stack([x[0] @ weight + bias for x in states], 1).numpy()
        errors = {}
        for dtype in ("f32", "bf16"):
            got = trace(a.cli, a.folder, ids, out, "--dtype", dtype, "--capture", "logits")
            errors[dtype] = relative(got["logits"], logits)
            if dtype == "f32":
                errors["gate, f32"] = relative(got["gate_logit"], gates)
        made = list(ids)
        for _ in range(a.generate):
            made.append(int(model.coda(model.states(torch.tensor([made]))[-1])[0, -1].argmax()))
            if made[-1] == model.config["eos_token_id"]:
                made.pop()
                break
        got = trace(a.cli, a.folder, ids, out, "--dtype", "f32", "--exit-threshold", "1", "--generate", str(a.generate))["token_id"].tolist()
        same = got == made
        failed += not same or not errors["f32"] <= BOUND or not errors["gate, f32"] <= BOUND
        worst = {k: max(v, errors[k]) for k, v in worst.items()}
        print(("same" if same else "OTHER") + f" {len(made) - len(ids)} tokens, " + ", ".join(f"{k} {v:.1e}" for k, v in errors.items()) + f": {tokenizer.decode(made)!r}", flush=True)
    print("worst relative error of the logits of all loops: " + ", ".join(f"{k} {v:.1e}" for k, v in worst.items()))
    return failed


def table(a, tokenizer, out):
    for path in a.texts:
        found, said, whole, words, gates = [], [], [], [], []
        for ids in measure.sequences(path, tokenizer)[:a.sequences].tolist():
            looped, plain = (trace(a.cli, folder, ids, out, "--dtype", "bf16", "--loops", str(loops)) for folder, loops in ((a.folder, LOOPS), (a.plain, 1)))
            found.append(-looped["logprob"][:-1].T)
            said.append(looped["topk_id"][:-1, :, 0].T)
            whole.append(-plain["logprob"][:-1, 0])
            words.append(plain["topk_id"][:-1, 0, 0])
            if "gate_logit" in looped:
                gates.append(looped["gate_logit"][:-1].T)
        parts = (np.concatenate(found, 1), np.concatenate(said, 1), np.concatenate(whole), np.concatenate(words))
        print(json.dumps({"text": os.path.basename(path), **measure.summary(*(torch.from_numpy(p.copy()) for p in parts))}), flush=True)
        for q in (0.5, 0.7, 0.8, 0.9) if gates else ():
            # The last loop takes what is left.
            left = np.cumprod(1 / (1 + np.exp(np.concatenate(gates, 1)[:-1])), 0)
            exits = np.argmax(np.concatenate([1 - left, np.ones_like(left[:1])]) >= q, 0)
            loss = np.take_along_axis(parts[0], exits[None], 0).mean()
            print(json.dumps({"gate": "the default", "q": q, "loops": round(float(exits.mean()) + 1, 2), "loss": round(float(loss), 3)}), flush=True)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("folder")
    ap.add_argument("texts", nargs="*")
    ap.add_argument("--cli", required=True)
    ap.add_argument("--plain")
    ap.add_argument("--generate", type=int, default=12)
    ap.add_argument("--sequences", type=int, default=measure.KEPT_OUT)
    a = ap.parse_intermixed_args()
    torch.set_num_threads(1)
    tokenizer = Tokenizer.from_file(os.path.join(a.folder, "tokenizer.json"))
    with tempfile.TemporaryDirectory() as work:
        out = os.path.join(work, "t.trace.safetensors")
        if a.texts:
            if not a.plain:
                ap.error("texts are measured beside --plain")
            table(a, tokenizer, out)
            return 0
        failed = prompts(a, Llama(a.folder), tokenizer, out)
    print(f"{failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
