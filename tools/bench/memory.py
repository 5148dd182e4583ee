#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Peak resident memory of recording a prompt, above what the weights, the keys and values, and the trace take themselves.

    memory.py [--cli build/release/app/ouroscope-cli] [--shape 1.4b] [--tokens 256] [--loops 4] [--model FOLDER]

Writes a random model of the shape to FOLDER (default /tmp/ouroscope-random-SHAPE) where there is none; needs NumPy for that only. Exit status 1
where it takes 4 GiB and more."""
import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile

GIB = 2**30
HERE = os.path.dirname(os.path.abspath(__file__))

parser = argparse.ArgumentParser()
parser.add_argument("--cli", default="build/release/app/ouroscope-cli")
parser.add_argument("--shape", default="1.4b")
parser.add_argument("--tokens", type=int, default=256)
parser.add_argument("--loops", type=int, default=4)
parser.add_argument("--model")
args = parser.parse_args()
model = args.model or f"/tmp/ouroscope-random-{args.shape}"
if not os.path.exists(os.path.join(model, "config.json")):
    subprocess.run([sys.executable, os.path.join(HERE, "../reference/make_random_model.py"), model, "--shape", args.shape], check=True)

with open(os.path.join(model, "config.json"), encoding="utf-8") as f:
    config = json.load(f)
ids = ",".join(str(1 + i * 37 % 200) for i in range(args.tokens))
with tempfile.TemporaryDirectory() as folder:
    out = os.path.join(folder, "t.trace.safetensors")
    subprocess.run([args.cli, "trace", "--model", model, "--tokens", ids, "--loops", str(args.loops), "--capture", "hidden", "--out", out], check=True)
    trace = os.path.getsize(out)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
weights = sum(os.path.getsize(os.path.join(model, f)) for f in os.listdir(model) if f.endswith(".safetensors"))
head_dim = config.get("head_dim") or config["hidden_size"] // config["num_attention_heads"]
cache = 2 * 2 * args.tokens * args.loops * config["num_hidden_layers"] * config["num_key_value_heads"] * head_dim
above = peak - weights - cache - trace
print(f"peak {peak / GIB:.2f} GiB = weights {weights / GIB:.2f} + keys and values {cache / GIB:.2f} + trace {trace / GIB:.3f} + {above / GIB:.2f} GiB")
sys.exit(above >= 4 * GIB)
