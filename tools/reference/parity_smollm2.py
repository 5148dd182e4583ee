#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares `ouroscope-cli trace` with transformers on trained weights: a folder of `language_demo.sh --plain`.

    parity_smollm2.py FOLDER --cli build/ci/app/ouroscope-cli

Needs torch and transformers. Per prompt: the token ids, the logits of every position in f32 (relative in the 2-norm, and the largest
difference), and a greedy continuation, which must be the same token for token in f32. The same in bf16 against the f32 logits, beside what
transformers' own bf16 gives. Exit status 1 where f32 differs by more than 1e-4, or where a continuation differs.
"""
import argparse
import os
import subprocess
import sys
import tempfile

import numpy as np
import torch
import transformers
from transformers import AutoModelForCausalLM, PreTrainedTokenizerFast

from parity import read_safetensors, relative

PROMPTS = ["The capital of France is", "Once upon a time there was a little fox who", "Monday, Tuesday, Wednesday,", "def add(a, b):\n    return",
           "Water boils when its temperature reaches 100 degrees", "The United States of"]


def trace(cli, folder, text, dtype, generate, out):
    subprocess.run([cli, "trace", "--model", folder, "--text", text, "--dtype", dtype, "--device", "cpu", "--generate", str(generate), "--capture", "logits",
                    "--top-k", "3", "--out", out], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    return read_safetensors(out)[0]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("folder")
    ap.add_argument("--cli", required=True)
    ap.add_argument("--generate", type=int, default=40)
    a = ap.parse_args()
    torch.manual_seed(0)
    tokenizer = PreTrainedTokenizerFast.from_pretrained(a.folder)
    models = {d: AutoModelForCausalLM.from_pretrained(a.folder, torch_dtype=t).eval() for d, t in (("f32", torch.float32), ("bf16", torch.bfloat16))}
    worst = {"f32": 0.0, "bf16": 0.0, "bf16 of transformers": 0.0}
    failed = 0
    with tempfile.TemporaryDirectory() as work, torch.no_grad():
        for text in PROMPTS:
            ids = tokenizer(text).input_ids
            made = models["f32"].generate(torch.tensor([ids]), max_new_tokens=a.generate, do_sample=False, pad_token_id=2, eos_token_id=2)[0].tolist()
            ours = {d: trace(a.cli, a.folder, text, d, a.generate, os.path.join(work, "t.trace.safetensors")) for d in ("f32", "bf16")}
            got = ours["f32"]["token_id"].tolist()
            end = made[:-1] if made[-1] == 2 and len(got) == len(made) - 1 else made  # an end that ends a run is not recorded
            same = got == end
            failed += not same
            want = {d: m(torch.tensor([got])).logits[0].float().numpy() for d, m in models.items()}
            error = relative(ours["f32"]["logits"][:, 0], want["f32"])
            worst["f32"] = max(worst["f32"], error)
            failed += not error <= 1e-4
            n = len(ids)  # beyond the prompt another rounding may write another text
            worst["bf16"] = max(worst["bf16"], relative(ours["bf16"]["logits"][:n, 0], want["f32"][:n]))
            worst["bf16 of transformers"] = max(worst["bf16 of transformers"], relative(want["bf16"][:n], want["f32"][:n]))
            print(f"{'same' if same else 'OTHER'} {len(got) - n} tokens, logits {error:.1e}, largest difference "
                  f"{np.abs(ours['f32']['logits'][:, 0] - want['f32']).max():.1e}: {tokenizer.decode(got)!r}")
    print(f"transformers {transformers.__version__}, torch {torch.__version__}; worst relative error of logits: " + ", ".join(f"{k} {v:.1e}" for k, v in worst.items()))
    print(f"{failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
