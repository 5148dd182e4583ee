# SPDX-License-Identifier: GPL-3.0-or-later
"""The forward passes of every family in NumPy float64: the reference that the engine is measured against.

One pass for all of them, driven by data that is read here from config.json and the names of the tensors, independently of the C++ code.
`Model(folder).forward(ids, loops)` gives states [T,R,d], logits [T,R,V] and gate logits [T,R] (None without a gate). The logits of loop r
are those of a run with r loops.
"""
import json
import math
import os

import numpy as np

from ouro_numpy import read_safetensors, round_bf16


def frequencies(config, width, theta):
    """-> inverse frequencies [width / 2] in fp32, factor on cosine and sine."""
    f = theta ** (-2.0 * np.arange(width // 2) / width)
    scaling = config.get("rope_parameters") or config.get("rope_scaling") or {}
    kind = scaling.get("rope_type", scaling.get("type", "default"))
    factor, strength = scaling.get("factor", 1.0), 1.0
    if kind == "linear":
        f = f / factor
    elif kind == "llama3":
        old, low, high = scaling["original_max_position_embeddings"], scaling["low_freq_factor"], scaling["high_freq_factor"]
        wave = 2 * np.pi / f
        smooth = (old / wave - low) / (high - low)
        f = np.where(wave > old / low, f / factor, np.where(wave < old / high, f, f * ((1 - smooth) / factor + smooth)))
    elif kind == "yarn":
        old = scaling.get("original_max_position_embeddings", config["max_position_embeddings"])
        turn = lambda n: width * math.log(old / (2 * math.pi * n)) / (2 * math.log(theta))
        low, high = turn(scaling.get("beta_fast", 32)), turn(scaling.get("beta_slow", 1))
        if scaling.get("truncate", True):
            low, high = math.floor(low), math.ceil(high)
        low, high = max(low, 0), min(high, width - 1)
        high += 0.001 if low == high else 0
        ramp = np.clip((np.arange(width // 2) - low) / (high - low), 0, 1)
        f = f * (1 - ramp) + f / factor * ramp
        m = lambda a: 0.1 * a * math.log(factor) + 1 if factor > 1 else 1.0
        strength = m(1)
        if scaling.get("mscale") and scaling.get("mscale_all_dim"):
            strength = m(scaling["mscale"]) / m(scaling["mscale_all_dim"])
        strength = scaling.get("attention_factor", strength)
    elif kind != "default":
        raise ValueError(kind)
    return f.astype(np.float32), strength


def silu(z):
    return z / (1 + np.exp(-z))


class Model:
    def __init__(self, folder, bf16=False):
        """`bf16` rounds the matrices as bf16 arithmetic does; norms, biases and gates stay as stored."""
        with open(os.path.join(folder, "config.json")) as f:
            self.config = json.load(f)
        self.w = {k: v.astype(np.float64) for k, v in read_safetensors(os.path.join(folder, "model.safetensors"))[0].items()}
        if bf16:
            self.w = {k: round_bf16(v) if v.ndim == 2 and len(v) > 1 else v for k, v in self.w.items()}
        self.read_llama()

    def read_llama(self):
        c, kind = self.config, self.config["model_type"]
        self.d, self.heads = c["hidden_size"], c["num_attention_heads"]
        self.kv = c.get("num_key_value_heads") or self.heads
        self.width = c.get("head_dim") or self.d // self.heads
        self.eps = c["rms_norm_eps"]
        theta = (c.get("rope_parameters") or c).get("rope_theta", 1e4)
        self.frequency, self.strength = frequencies(c, self.width, theta)
        self.trained_loops = {"ouro": c.get("total_ut_steps"), "nanbeige": len(c.get("loop_loss_weights") or []) + 1 if c.get("loop_loss_weights") else c.get("num_loops", 1)}.get(kind, 1)
        layers = range(c["num_hidden_layers"])
        self.rotary = [1] * len(layers)
        if kind == "smollm3":
            self.rotary = c.get("no_rope_layers") or [int((i + 1) % 4 != 0) for i in layers]
        self.layers = [self.llama_layer(f"model.layers.{i}.", kind) for i in layers]
        self.head = self.w["model.embed_tokens.weight" if c.get("tie_word_embeddings", kind == "smollm3") else "lm_head.weight"]
        self.embedding = self.w["model.embed_tokens.weight"]
        closes = kind == "ouro" or (kind == "nanbeige" and not c.get("skip_loop_final_norm"))
        self.loop_norm = self.w["model.norm.weight"] if closes else None
        self.head_norm = None if closes else self.w["model.norm.weight"]
        self.gate = (self.w["model.early_exit_gate.weight"][0], self.w["model.early_exit_gate.bias"][0]) if kind == "ouro" else None

    def llama_layer(self, prefix, kind):
        names = {"ouro": ("input_layernorm", "input_layernorm_2", "post_attention_layernorm", "post_attention_layernorm_2"),
                 "olmo2": (None, "post_attention_layernorm", None, "post_feedforward_layernorm")}.get(kind, ("input_layernorm", None, "post_attention_layernorm", None))
        layer = {k: self.w[f"{prefix}{n}.weight"] if n else None for k, n in zip(("before_a", "after_a", "before_m", "after_m"), names)}
        for k in ("q", "k", "v", "o"):
            layer[k] = self.w[f"{prefix}self_attn.{k}_proj.weight"], self.w.get(f"{prefix}self_attn.{k}_proj.bias", 0)
        for k in ("gate", "up", "down"):
            layer[k] = self.w[f"{prefix}mlp.{k}_proj.weight"], self.w.get(f"{prefix}mlp.{k}_proj.bias", 0)
        for k in ("q", "k"):
            for name in (f"{prefix}self_attn.{k}_norm.weight", f"{prefix}self_attn.{k}_layernorm.weight"):
                if name in self.w:
                    layer[k + "_norm"] = self.w[name]
        return layer

    def norm(self, x, weight):
        return x if weight is None else x / np.sqrt((x * x).mean(-1, keepdims=True) + self.eps) * weight

    def attention(self, x, layer, rotary):
        t, n = len(x), self.width
        angle = (np.arange(t, dtype=np.float32)[:, None] * self.frequency[None, :]).astype(np.float64)
        cos, sin = np.cos(angle) * self.strength, np.sin(angle) * self.strength

        def project(name, count):
            y = x @ layer[name][0].T + layer[name][1]
            weight = layer.get(name + "_norm")
            if weight is not None and len(weight) == count * n:  # over the whole width, before the heads are cut
                y = self.norm(y, weight)
            y = y.reshape(t, count, n)
            if weight is not None and len(weight) == n and count * n != n:
                y = self.norm(y, weight)
            return y.transpose(1, 0, 2)

        def rotate(u):
            a, b = u[..., : n // 2], u[..., n // 2:]
            return np.concatenate((a * cos - b * sin, b * cos + a * sin), -1) if rotary else u

        q, k, v = rotate(project("q", self.heads)), rotate(project("k", self.kv)), project("v", self.kv)
        causal = np.triu(np.full((t, t), -np.inf), 1)
        out = np.empty((t, self.heads, n))
        for h in range(self.heads):
            g = h * self.kv // self.heads
            s = q[h] @ k[g].T / np.sqrt(n) + causal
            p = np.exp(s - s.max(-1, keepdims=True))
            out[:, h] = p / p.sum(-1, keepdims=True) @ v[g]
        return out.reshape(t, -1) @ layer["o"][0].T + layer["o"][1]

    def block(self, x, i):
        layer = self.layers[i]
        x = x + self.norm(self.attention(self.norm(x, layer["before_a"]), layer, self.rotary[i]), layer["after_a"])
        u = self.norm(x, layer["before_m"])
        m = (silu(u @ layer["gate"][0].T + layer["gate"][1]) * (u @ layer["up"][0].T + layer["up"][1])) @ layer["down"][0].T + layer["down"][1]
        return x + self.norm(m, layer["after_m"])

    def forward(self, ids, loops):
        x = self.embedding[np.asarray(ids)]
        states, read = [], []
        for _ in range(loops):
            for i in range(len(self.layers)):
                x = self.block(x, i)
            x = self.norm(x, self.loop_norm)
            states.append(x)
            read.append(self.norm(x, self.head_norm))
        h = np.stack(states, 1)
        gates = h @ self.gate[0] + self.gate[1] if self.gate else None
        return h, np.stack(read, 1) @ self.head.T, gates
