# SPDX-License-Identifier: GPL-3.0-or-later
"""The Ouro forward pass in NumPy float64: the reference that every backend is measured against.

Reads a Hugging Face folder with nothing but NumPy. Follows arXiv 2510.25741 section 3 line by line: sandwich norms on the branch
outputs, split-half RoPE with fp32 angles, the final norm after every loop feeding gate, head and the next loop.
"""
import json
import os

import numpy as np

DTYPES = {"F32": np.float32, "F16": np.float16, "F64": np.float64, "I32": np.int32, "I64": np.int64, "U8": np.uint8}


def read_safetensors(path):
    """-> ({name: array}, metadata); BF16 becomes float32, which holds it exactly."""
    with open(path, "rb") as f:
        header = json.loads(f.read(int.from_bytes(f.read(8), "little")))
        data = np.frombuffer(f.read(), np.uint8)
    metadata = header.pop("__metadata__", {})
    tensors = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        raw = data[begin:end].tobytes()
        if entry["dtype"] == "BF16":
            array = (np.frombuffer(raw, np.uint16).astype(np.uint32) << 16).view(np.float32)
        else:
            array = np.frombuffer(raw, DTYPES[entry["dtype"]])
        tensors[name] = array.reshape(entry["shape"])
    return tensors, metadata


def round_bf16(x):
    """To the nearest bf16, ties to even."""
    bits = np.ascontiguousarray(x, np.float32).view(np.uint32)
    return ((bits + 0x7FFF + ((bits >> 16) & 1)) & np.uint32(0xFFFF0000)).view(np.float32).astype(np.float64)


class Ouro:
    def __init__(self, folder, bf16=False):
        """`bf16` rounds the matrices as bf16 arithmetic does; norms and the gate stay as stored."""
        with open(os.path.join(folder, "config.json")) as f:
            self.config = json.load(f)
        index = os.path.join(folder, "model.safetensors.index.json")
        if os.path.exists(os.path.join(folder, "model.safetensors")):
            files = ["model.safetensors"]
        else:
            with open(index) as f:
                files = sorted(set(json.load(f)["weight_map"].values()))
        self.w = {}
        for name in files:
            self.w.update({k: v.astype(np.float64) for k, v in read_safetensors(os.path.join(folder, name))[0].items()})
        if bf16:
            self.w = {k: round_bf16(v) if v.ndim == 2 and len(v) > 1 else v for k, v in self.w.items()}

    def norm(self, x, name):
        return x / np.sqrt((x * x).mean(-1, keepdims=True) + self.config["rms_norm_eps"]) * self.w[name]

    def rope(self, t):
        """cos, sin [T, headDim / 2]. Frequencies and angles are fp32 (as trained), everything after them float64."""
        n = self.head_dim
        frequency = (float(self.config["rope_theta"]) ** (-2.0 * np.arange(n // 2) / n)).astype(np.float32)
        angle = (np.arange(t, dtype=np.float32)[:, None] * frequency[None, :]).astype(np.float64)
        return np.cos(angle), np.sin(angle)

    @property
    def head_dim(self):
        return self.config.get("head_dim") or self.config["hidden_size"] // self.config["num_attention_heads"]

    def attention(self, x, prefix, cos, sin):
        t, heads = len(x), self.config["num_attention_heads"]
        kv_heads, n = self.config.get("num_key_value_heads") or heads, self.head_dim

        def project(name, count):
            return (x @ self.w[f"{prefix}self_attn.{name}_proj.weight"].T).reshape(t, count, n).transpose(1, 0, 2)

        def rotate(u):
            a, b = u[..., : n // 2], u[..., n // 2:]
            return np.concatenate((a * cos - b * sin, b * cos + a * sin), -1)

        q, k, v = rotate(project("q", heads)), rotate(project("k", kv_heads)), project("v", kv_heads)
        out = np.empty((t, heads, n))
        causal = np.triu(np.full((t, t), -np.inf), 1)
        for h in range(heads):
            group = h * kv_heads // heads
            s = q[h] @ k[group].T / np.sqrt(n) + causal
            p = np.exp(s - s.max(-1, keepdims=True))
            out[:, h] = p / p.sum(-1, keepdims=True) @ v[group]
        return out.reshape(t, heads * n) @ self.w[f"{prefix}self_attn.o_proj.weight"].T

    def mlp(self, x, prefix):
        gate = x @ self.w[f"{prefix}mlp.gate_proj.weight"].T
        return (gate / (1 + np.exp(-gate)) * (x @ self.w[f"{prefix}mlp.up_proj.weight"].T)) @ self.w[f"{prefix}mlp.down_proj.weight"].T

    def forward(self, ids, loops):
        """-> hidden [T,R,d], logits [T,R,V], gate logits [T,R], float64."""
        x = self.w["model.embed_tokens.weight"][np.asarray(ids)]
        cos, sin = self.rope(len(ids))
        states = []
        for _ in range(loops):
            for i in range(self.config["num_hidden_layers"]):
                p = f"model.layers.{i}."
                a = self.attention(self.norm(x, p + "input_layernorm.weight"), p, cos, sin)
                x = x + self.norm(a, p + "input_layernorm_2.weight")
                m = self.mlp(self.norm(x, p + "post_attention_layernorm.weight"), p)
                x = x + self.norm(m, p + "post_attention_layernorm_2.weight")
            x = self.norm(x, "model.norm.weight")
            states.append(x)
        h = np.stack(states, 1)
        gates = h @ self.w["model.early_exit_gate.weight"][0] + self.w["model.early_exit_gate.bias"][0]
        return h, h @ self.w["lm_head.weight"].T, gates
