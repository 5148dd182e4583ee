#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a random Ouro folder (weights, config, a byte-level tokenizer) for tests and benchmarks. NumPy only.

Weights are written tensor by tensor, so the 1.4B shape needs no more memory than its largest matrix:
    make_random_model.py OUT --shape 1.4b
"""
import argparse
import json
import os

import numpy as np

SHAPES = {"1.4b": (24, 2048, 16, 16, 5632, 49152), "2.6b": (48, 2048, 16, 16, 5632, 49152), "demo": (2, 256, 4, 4, 704, 1024)}


def to_bytes(x, dtype):
    if dtype == "BF16":  # round to nearest even
        bits = np.ascontiguousarray(x, np.float32).view(np.uint32)
        return ((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16).astype(np.uint16).tobytes()
    return x.astype(np.float16 if dtype == "F16" else np.float32).tobytes()


def tensors(c, head_dim):
    """name -> (shape, centre, spread) of the normal distribution. The norms on the branch outputs are small, as in trained models: with
    weights near 1 every loop would replace the state, and rounding errors would grow as in a chaotic system."""
    d, f, a, kv = c["hidden_size"], c["intermediate_size"], c["num_attention_heads"] * head_dim, c["num_key_value_heads"] * head_dim
    out = {"model.embed_tokens.weight": ((c["vocab_size"], d), 0, 1.0), "lm_head.weight": ((c["vocab_size"], d), 0, 2.0 / np.sqrt(d)),
           "model.norm.weight": ((d,), 1.0, 0.2), "model.early_exit_gate.weight": ((1, d), 0, 1.0 / np.sqrt(d)), "model.early_exit_gate.bias": ((1,), -1.0, 0.1)}
    for i in range(c["num_hidden_layers"]):
        p = f"model.layers.{i}."
        for name, rows, cols in (("q", a, d), ("k", kv, d), ("v", kv, d), ("o", d, a)):
            out[f"{p}self_attn.{name}_proj.weight"] = ((rows, cols), 0, 1.0 / np.sqrt(cols))
        for name, rows, cols in (("gate", f, d), ("up", f, d), ("down", d, f)):
            out[f"{p}mlp.{name}_proj.weight"] = ((rows, cols), 0, 1.0 / np.sqrt(cols))
        for name in ("input_layernorm", "post_attention_layernorm"):
            out[f"{p}{name}.weight"] = ((d,), 1.0, 0.2)
            out[f"{p}{name}_2.weight"] = ((d,), 0.3, 0.1)
    return out


def write_shard(path, entries, dtype, rng):
    size = {"BF16": 2, "F16": 2, "F32": 4}[dtype]
    header, at = {"__metadata__": {"format": "pt"}}, 0
    for name, (shape, _, _) in entries.items():
        n = int(np.prod(shape)) * size
        header[name] = {"dtype": dtype, "shape": list(shape), "data_offsets": [at, at + n]}
        at += n
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as f:
        f.write(len(text).to_bytes(8, "little") + text)
        for shape, centre, spread in entries.values():
            rows = shape[0] if len(shape) > 1 else 1
            for first in range(0, rows, 4096):
                block = (min(4096, rows - first),) + tuple(shape[1:]) if len(shape) > 1 else shape
                z = rng.standard_normal(block, np.float32)
                f.write(to_bytes(centre + spread * z, dtype))
    return at


def byte_alphabet():
    """GPT-2's printable stand-ins for the 256 bytes."""
    keep = list(range(33, 127)) + list(range(161, 173)) + list(range(174, 256))
    rest = [b for b in range(256) if b not in keep]
    return {**{b: chr(b) for b in keep}, **{b: chr(256 + i) for i, b in enumerate(rest)}}


def tokenizer(vocab):
    tokens = ["<|endoftext|>"] + list(byte_alphabet().values())
    return {"version": "1.0", "truncation": None, "padding": None,
            "added_tokens": [{"id": 0, "content": "<|endoftext|>", "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}],
            "normalizer": None, "post_processor": None, "decoder": {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": True},
            "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": True},
            "model": {"type": "BPE", "dropout": None, "unk_token": None, "continuing_subword_prefix": None, "end_of_word_suffix": None, "fuse_unk": False,
                      "byte_fallback": False, "ignore_merges": False, "vocab": {t: i for i, t in enumerate(tokens[:vocab])}, "merges": []}}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("out")
    ap.add_argument("--shape", choices=SHAPES, help="a named shape; the options below are then ignored")
    for name, default in (("layers", 2), ("hidden", 64), ("heads", 4), ("kv-heads", 0), ("head-dim", 0), ("ffn", 96), ("vocab", 300), ("loops", 4), ("seed", 0), ("shards", 1)):
        ap.add_argument("--" + name, type=int, default=default)
    ap.add_argument("--theta", type=float, default=10000.0)
    ap.add_argument("--dtype", choices=("bf16", "f16", "f32"), default="bf16")
    a = ap.parse_args()
    layers, hidden, heads, kv, ffn, vocab = SHAPES[a.shape] if a.shape else (a.layers, a.hidden, a.heads, a.kv_heads or a.heads, a.ffn, a.vocab)
    head_dim = a.head_dim or hidden // heads
    config = {"architectures": ["OuroForCausalLM"], "model_type": "ouro", "vocab_size": vocab, "hidden_size": hidden, "intermediate_size": ffn,
              "num_hidden_layers": layers, "num_attention_heads": heads, "num_key_value_heads": kv, "head_dim": head_dim, "hidden_act": "silu",
              "max_position_embeddings": 65536, "rms_norm_eps": 1e-6, "rope_theta": a.theta, "rope_scaling": None, "tie_word_embeddings": False,
              "use_sliding_window": False, "sliding_window": None, "total_ut_steps": a.loops, "early_exit_threshold": 1.0, "bos_token_id": 0,
              "eos_token_id": 0, "torch_dtype": {"bf16": "bfloat16", "f16": "float16", "f32": "float32"}[a.dtype]}
    os.makedirs(a.out, exist_ok=True)
    rng = np.random.Generator(np.random.PCG64(a.seed))
    entries = list(tensors(config, head_dim).items())
    if a.shards == 1:
        write_shard(os.path.join(a.out, "model.safetensors"), dict(entries), a.dtype.upper(), rng)
    else:
        weight_map, total = {}, 0
        for s in range(a.shards):
            name = f"model-{s + 1:05d}-of-{a.shards:05d}.safetensors"
            part = dict(entries[s::a.shards])
            total += write_shard(os.path.join(a.out, name), part, a.dtype.upper(), rng)
            weight_map.update({k: name for k in part})
        with open(os.path.join(a.out, "model.safetensors.index.json"), "w") as f:
            json.dump({"metadata": {"total_size": total}, "weight_map": weight_map}, f)
    for name, content in (("config.json", config), ("tokenizer.json", tokenizer(vocab))):
        with open(os.path.join(a.out, name), "w") as f:
            json.dump(content, f)


if __name__ == "__main__":
    main()
