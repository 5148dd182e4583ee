#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Families at the widths of their released models: does a folder load within its memory plan and record a text, and does it run as fast as Ouro
per byte (decode) and per flop (prefill)?

    full_size.py record nanbeige|huginn|retrofit [--layers N] [--loops R] [--tokens 256] [--cli ouroscope-cli] [--folder DIR]
    full_size.py speed [nanbeige|huginn|retrofit] [--layers 2] [--rounds 3] [--cli ouroscope-cli] [--folder DIR]

`record` writes a folder of random bf16 weights (Nanbeige4.2-3B: 8.3 GB, Huginn-0125: 7.1 GB, a Llama-3.2-1B made recurrent: 2.8 GB), records and
compares the peak of resident memory with what weights, keys and values, and trace take. --layers: that many in all, where memory does not hold
them. `speed` cuts each shape to a few layers of full width (the rates do not depend on their number) and runs it between two runs of Ouro's 1.4B
shape, with its own layers cut too: the ratio is against the mean of these two, medians over the rounds. It counts processor time of one thread, which
other work on the machine disturbs least. Folders are removed afterwards. Needs NumPy."""
import argparse
import json
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../reference"))
from make_random_family import BASE, RAVEN, llama_tensors, raven_tensors  # noqa: E402
from make_random_model import to_bytes, tokenizer  # noqa: E402

GIB = 2**30
RAVEN_LLAMA3 = {"rope_type": "llama3", "factor": 32.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0, "original_max_position_embeddings": 8192}
SHAPES = {  # the kind of make_random_family.py, config.json
    "nanbeige": ("nanbeige", {**BASE, "model_type": "nanbeige", "architectures": ["NanbeigeForCausalLM"], "vocab_size": 166144, "hidden_size": 3072,
                              "intermediate_size": 10752, "num_hidden_layers": 22, "num_attention_heads": 48, "num_key_value_heads": 8, "head_dim": 128,
                              "rope_theta": 7e7, "max_position_embeddings": 262144, "num_loops": 2, "skip_loop_final_norm": False, "loop_loss_weights": []}),
    "huginn": ("huginn", {**RAVEN, "vocab_size": 65536, "padding_multiple": 4096, "n_embd": 5280, "intermediate_size": 17920, "num_attention_heads": 55,
                          "n_heads": 55, "num_key_value_heads": 55, "n_layers_in_prelude": 2, "n_layers_in_recurrent_block": 4, "n_layers_in_coda": 2,
                          "n_layers": 8, "mean_recurrence": 32, "norm_eps": 1e-6, "rope_base": 50000, "qk_bias": True, "tie_embeddings": True}),
    "retrofit": ("huginn-llama", {**RAVEN, "vocab_size": 128256, "padding_multiple": 64, "n_embd": 2048, "intermediate_size": 8192,
                                  "num_attention_heads": 32, "num_key_value_heads": 8, "n_layers_in_prelude": 4, "n_layers_in_recurrent_block": 6,
                                  "n_layers_in_coda": 4, "n_layers": 14, "mean_recurrence": 4, "norm_eps": 1e-5, "rope_theta": 5e5,
                                  "rope_scaling": RAVEN_LLAMA3, "max_position_embeddings": 131072, "qk_bias": False, "tie_embeddings": False,
                                  "init_values": {"std": 0.0087039, "embed_scale": 1.0}}),
}


def cut(config, layers):
    """The same widths with fewer layers, in the shares of the whole."""
    if not layers:
        return config
    if "num_hidden_layers" in config:
        return {**config, "num_hidden_layers": layers}
    prelude = max(1, layers * config["n_layers_in_prelude"] // config["n_layers"])
    return {**config, "n_layers": layers, "n_layers_in_prelude": prelude, "n_layers_in_coda": prelude, "n_layers_in_recurrent_block": layers - 2 * prelude}


def write(folder, name, layers):
    """-> config. Random weights repeat a table of 4 Mi numbers: nothing here depends on their values."""
    kind, config = SHAPES[name]
    config = {**cut(config, layers), "torch_dtype": "bfloat16"}
    entries = raven_tensors(config, kind) if "n_embd" in config else llama_tensors(config)
    normal = np.random.Generator(np.random.PCG64(1)).standard_normal(1 << 22, np.float32)
    header, at, tables = {"__metadata__": {"format": "pt"}}, 0, {}
    for tensor, (shape, _, _) in entries.items():
        header[tensor] = {"dtype": "BF16", "shape": list(shape), "data_offsets": [at, at + 2 * math.prod(shape)]}
        at += 2 * math.prod(shape)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "model.safetensors"), "wb") as f:
        f.write(len(text).to_bytes(8, "little") + text)
        for shape, centre, spread in entries.values():
            table = tables.setdefault((centre, spread), to_bytes(centre + spread * normal, "BF16"))
            left = 2 * math.prod(shape)
            while left > 0:
                f.write(table[:left])
                left -= len(table)
    for file, content in (("config.json", config), ("tokenizer.json", tokenizer(config["vocab_size"]))):
        with open(os.path.join(folder, file), "w") as f:
            json.dump(content, f)
    return config


def slots(config, loops):
    if "num_hidden_layers" in config:
        return config["num_hidden_layers"] * loops
    return config["n_layers_in_prelude"] + loops * (config["n_layers_in_recurrent_block"] + config["n_layers_in_coda"])


def record(a, folder):
    config = write(folder, a.shape, a.layers)
    loops = a.loops or config.get("num_loops") or config["mean_recurrence"]
    d, heads = config.get("hidden_size") or config["n_embd"], config["num_attention_heads"]
    cache = 2 * 2 * a.tokens * slots(config, loops) * config["num_key_value_heads"] * (config.get("head_dim") or d // heads)
    weights = os.path.getsize(os.path.join(folder, "model.safetensors"))
    if config.get("tie_embeddings"):
        weights += 2 * config["vocab_size"] * d  # as a table of rows and as the head
    out = os.path.join(folder, "t.trace.safetensors")
    ids = ",".join(str(1 + i * 37 % 200) for i in range(a.tokens))
    done = subprocess.Popen([a.cli, "trace", "--model", folder, "--device", "cpu", "--tokens", ids, "--loops", str(loops), "--out", out])
    _, status, usage = os.wait4(done.pid, 0)
    if status:
        return 1
    trace, peak = os.path.getsize(out), usage.ru_maxrss * 1024
    above = peak - weights - cache - trace
    print(f"{a.shape}: {config.get('num_hidden_layers') or config['n_layers']} layers, {loops} loops, {a.tokens} tokens recorded, {usage.ru_utime:.0f} s of processor time; "
          f"peak {peak / GIB:.2f} GiB = weights {weights / GIB:.2f} + keys and values {cache / GIB:.2f} + trace {trace / GIB:.3f} + {above / GIB:.2f} GiB")
    return int(above >= 4 * GIB)


def rates(cli, model, prefill):
    """-> GFLOP of a prompt and GB of decoding, per second of processor time"""
    command = [cli, "bench", "--device", "cpu", "--threads", "1", "--prefill", str(prefill), "--decode", "8", "--rates", "--repeat", "2", "--format", "json", *model]
    rows = {row["run"]: row for row in json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["runs"]}
    per = lambda row, rate: row[rate] * row["tokens"] / row["tokens_per_s"] / row["processor_s"]
    return per(rows["prefill"], "gflop_per_s"), per(rows["decode"], "gb_per_s")


def speed(a, folder):
    ouro = ["--shape", "1.4b", "--layers", "4", "--loops", "2"]
    for name in [a.shape] if a.shape else SHAPES:
        model = os.path.join(folder, name)
        write(model, name, a.layers or (2 if name == "nanbeige" else 3))
        prefill, decode = [], []
        for _ in range(a.rounds):
            before, own, after = (rates(a.cli, m, a.tokens) for m in (ouro, ["--model", model, "--loops", "2"], ouro))
            prefill.append(2 * own[0] / (before[0] + after[0]))
            decode.append(2 * own[1] / (before[1] + after[1]))
            print(f"{name}: GFLOP {own[0]:.1f} (Ouro {before[0]:.1f}, {after[0]:.1f}), GB {own[1]:.1f} (Ouro {before[1]:.1f}, {after[1]:.1f}) a second", flush=True)
        spread = lambda x: f"{statistics.median(x):.2f} ({min(x):.2f} to {max(x):.2f})"
        print(f"{name}: prefill per flop {spread(prefill)}, decode per byte {spread(decode)} of Ouro's")
        shutil.rmtree(model)
    return 0


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("what", choices=("record", "speed"))
    ap.add_argument("shape", nargs="?", choices=SHAPES)
    ap.add_argument("--cli", default="build/release/app/ouroscope-cli")
    ap.add_argument("--folder", help="where the random folders are written")
    for option, default in (("layers", 0), ("loops", 0), ("tokens", 256), ("rounds", 3)):
        ap.add_argument("--" + option, type=int, default=default)
    a = ap.parse_args()
    if a.what == "record" and not a.shape:
        ap.error("record needs a shape")
    with tempfile.TemporaryDirectory(dir=a.folder) as folder:
        return record(a, folder) if a.what == "record" else speed(a, folder)


if __name__ == "__main__":
    sys.exit(main())
