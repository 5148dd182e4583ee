#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares `ouroscope-cli trace` on random folders of the plain families with the released code of transformers.

    python3 -m venv V; V/bin/pip install torch transformers
    V/bin/python tools/reference/released.py --cli build/release/app/ouroscope-cli [--only llama,qwen3]

Both run in f32; the error is relative in the 2-norm over all logits of prompt and generated tokens. docs/parity.md has results.
"""
import argparse
import os
import sys
import tempfile

import numpy as np
import torch
import transformers

from make_random_family import KINDS, make
from parity import relative, run

# What transformers' own classes read without code from elsewhere.
PLAIN = ("llama", "mistral", "qwen2", "qwen3", "olmo2", "smollm3", "gemma2")
BOUND = 1e-4


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--cli", required=True)
    ap.add_argument("--only", help="kinds, separated by commas")
    a = ap.parse_args()
    print(f"torch {torch.__version__}, transformers {transformers.__version__}")
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for kind in a.only.split(",") if a.only else [k for k, c in KINDS.items() if c["model_type"] in PLAIN and "_own" not in c]:
            model = os.path.join(folder, kind)
            make(model, kind, seed=len(kind), dtype="f32")
            prompt = np.random.Generator(np.random.PCG64(3)).integers(1, 300, 90)
            trace = run(a.cli, "cpu", "", model, "f32", 1, prompt, 20, folder)
            net = transformers.AutoModelForCausalLM.from_pretrained(model, torch_dtype=torch.float32, attn_implementation="eager")
            with torch.no_grad():
                logits = net(torch.tensor(trace["token_id"][None].astype(np.int64))).logits[0].numpy()
            error = relative(trace["logits"][:, 0], logits)
            same = (trace["logits"][:, 0].argmax(-1) == logits.argmax(-1)).mean()
            failed += not error <= BOUND
            print(f"{kind:20} relative error {error:.2e}, same best word {100 * same:.1f} %{'' if error <= BOUND else '  FAILED'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
