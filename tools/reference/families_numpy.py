# SPDX-License-Identifier: GPL-3.0-or-later
"""The forward passes of every family in NumPy float64: the reference that the engine is measured against.

One pass for all of them, driven by data that is read here from config.json and the names of the tensors, independently of the C++ code.
`Model(folder).forward(ids, loops)` gives states [T,R,d], logits [T,R,V] and gate logits [T,R] (None without a gate). The logits of loop r
are those of a run with r loops.
"""
import json
import math
import os
import statistics

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


def gelu_tanh(z):
    return z / 2 * (1 + np.tanh(math.sqrt(2 / math.pi) * (z + 0.044715 * z**3)))


def capped(x, cap):
    return cap * np.tanh(x / cap) if cap else x


GOLDEN = np.uint64(0x9E3779B97F4A7C15)


def mix64(z):
    """SplitMix64's number of a state. Overflows are meant: call it under np.errstate(over="ignore")."""
    z = np.asarray(z, np.uint64)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def start_noise(seed, positions, width):
    """[T, d]: a normal variable cut off at three of its deviations, a function of (seed, position, channel)."""
    with np.errstate(over="ignore"):
        key = mix64(np.uint64(seed) + GOLDEN)
        key = mix64(key + GOLDEN * (np.arange(positions, dtype=np.uint64)[:, None] + np.uint64(1)))
        key = mix64(key + GOLDEN * (np.arange(width, dtype=np.uint64)[None, :] + np.uint64(1)))
    uniform = ((key >> np.uint64(11)).astype(np.float64) + 0.5) * 2.0**-53
    normal = statistics.NormalDist()
    below = normal.cdf(-3)
    return np.vectorize(normal.inv_cdf)(below + uniform * (1 - 2 * below))


class Model:
    def __init__(self, folder, bf16=False):
        """`bf16` rounds the matrices as bf16 arithmetic does; norms, biases and gates stay as stored."""
        with open(os.path.join(folder, "config.json")) as f:
            self.config = json.load(f)
        self.w = {k: v.astype(np.float64) for k, v in read_safetensors(os.path.join(folder, "model.safetensors"))[0].items()}
        if bf16:
            self.w = {k: round_bf16(v) if v.ndim == 2 and len(v) > 1 else v for k, v in self.w.items()}
        self.inject = self.coda_norm = None
        self.scale, self.start, self.pairs = 1.0, ("embedding", 0.0), False
        self.share, self.skip, self.kept = self.config.get("loop_share_kv"), False, None
        self.watch = None  # a dict: takes the attention of every head, by layer
        self.stored = None  # a dict: takes keys and values, by layer
        self.activation, self.unit, self.caps, self.score_scale, self.windows = silu, 0.0, (None, None), None, None
        self.step, self.weight = "replace", 0.5
        if self.config["model_type"] == "huginn_raven":
            self.read_raven()
        else:
            self.read_llama()
        own = os.path.join(folder, "ouroscope.json")
        if os.path.exists(own):  # a window of a plain model's layers, looped without training
            with open(own) as f:
                window = json.load(f)
            first, last = window["loop_layers"]
            self.segments = first - 1, last - first + 1, len(self.layers) - last
            self.step, self.weight = window.get("step", "anchored"), window.get("weight", 0.5)

    def read_raven(self):
        """Huginn and the retrofits: three segments, an adapter on [state; prelude's result], a start from noise."""
        c, w = self.config, self.w
        self.d, self.heads = c["n_embd"], c.get("n_heads") or c["num_attention_heads"]
        self.kv = c.get("num_key_value_heads") or self.heads
        self.width = c.get("head_dim") or self.d // self.heads
        self.eps, self.trained_loops = c["norm_eps"], c["mean_recurrence"]
        core = "transformer.core_block.0."
        block = "olmo2" if core + "attn.q_norm.weight" in w else "llama" if core + "norm_3.weight" not in w else "huginn" if core + "attn.qk_bias" in w else "gemma2"
        if block == "gemma2":
            self.read_gemma2()
        self.frequency, self.strength = frequencies(c, self.width, c.get("rope_theta") or c.get("rope_base", 50000.0))
        self.pairs = block == "huginn"
        self.segments = c["n_layers_in_prelude"], c["n_layers_in_recurrent_block"], c["n_layers_in_coda"]
        names = [f"{part}.{i}." for part, n in zip(("prelude", "core_block", "coda"), self.segments) for i in range(n)]
        self.layers = [self.raven_layer("transformer." + n, block) for n in names]
        self.rotary = [1] * len(self.layers)
        self.embedding = w["transformer.wte.weight"]
        self.head = self.embedding if c["tie_embeddings"] else w["lm_head.weight"]
        init = c.get("init_values", {})
        self.scale = init.get("embed_scale", math.sqrt(self.d) if block in ("huginn", "gemma2") else 1.0)
        self.start = ("noise", init.get("std", math.sqrt(2 / (5 * self.d))) * self.scale)
        mode = c.get("initial_state_mode", "random")
        if mode != "random":
            self.start, self.skip = ("embedding", 0.0), mode == "skip-adapter"
        if block == "gemma2":  # its own code scales the embedding, whatever init_values says of the start
            self.scale = math.sqrt(self.d)
        self.inject = w["transformer.adapter.weight"]
        self.loop_norm, self.head_norm, self.gate = None, self.unit + w["transformer.ln_f.weight"], None
        self.coda_norm = self.head_norm if block == "huginn" else None

    def raven_layer(self, prefix, block):
        w, q, kv = self.w, self.heads * self.width, self.kv * self.width
        qkv, fc = w[prefix + "attn.Wqkv.weight"], w[prefix + "mlp.fc.weight"]
        half = len(fc) // 2
        layer = {"q": (qkv[:q], 0), "k": (qkv[q: q + kv], 0), "v": (qkv[q + kv:], 0), "o": (w[prefix + "attn.proj.weight"], 0),
                 "gate": (fc[:half], 0), "up": (fc[half:], 0), "down": (w[prefix + "mlp.proj.weight"], 0)}
        if block == "huginn":
            bias = w[prefix + "attn.qk_bias"].reshape(2, -1)
            layer["q"], layer["k"] = (layer["q"][0], bias[0]), (layer["k"][0], bias[1])
        names = {"huginn": ("before_a", "sum_a", "before_m", "sum_m"), "llama": ("before_a", "before_m"), "olmo2": ("after_a", "after_m"),
                 "gemma2": ("before_a", "after_a", "before_m", "after_m")}[block]
        layer.update({k: None for k in ("before_a", "after_a", "sum_a", "before_m", "after_m", "sum_m")})
        layer.update({k: self.unit + w[f"{prefix}norm_{i + 1}.weight"] for i, k in enumerate(names)})
        if block == "olmo2":
            layer["q_norm"], layer["k_norm"] = w[prefix + "attn.q_norm.weight"], w[prefix + "attn.k_norm.weight"]
        return layer

    def read_gemma2(self):
        """Norms scale by 1 + weight; scores and logits are capped; some layers see the last positions only."""
        c = self.config
        self.activation, self.unit = gelu_tanh, 1.0
        self.caps = c.get("attn_logit_softcapping", 50.0), c.get("final_logit_softcapping", 30.0)
        self.score_scale = c.get("query_pre_attn_scalar", 256) ** -0.5
        self.windows = [c["sliding_window"] if t == "sliding_attention" else 0 for t in c["layer_types"]]

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
        if kind == "gemma2":
            self.read_gemma2()
            self.scale = math.sqrt(self.d)
        self.rotary = [1] * len(layers)
        if kind == "smollm3":
            self.rotary = c.get("no_rope_layers") or [int((i + 1) % 4 != 0) for i in layers]
        window = c.get("sliding_window") or 0
        if kind == "mistral":
            self.windows = [window for _ in layers]
        elif kind in ("qwen2", "qwen3", "smollm3") and c.get("use_sliding_window") and window:
            types = c.get("layer_types") or []
            self.windows = [window if (types[i] == "sliding_attention" if types else not self.rotary[i] if kind == "smollm3" else i >= c["max_window_layers"]) else 0 for i in layers]
        self.layers = [self.llama_layer(f"model.layers.{i}.", kind) for i in layers]
        self.head = self.w["model.embed_tokens.weight" if c.get("tie_word_embeddings", kind in ("smollm3", "gemma2")) else "lm_head.weight"]
        self.embedding = self.w["model.embed_tokens.weight"]
        closes = kind == "ouro" or (kind == "nanbeige" and not c.get("skip_loop_final_norm") and not c.get("enable_double_loop_split"))
        self.loop_norm = self.w["model.norm.weight"] if closes else None
        self.head_norm = None if closes else self.unit + self.w["model.norm.weight"]
        self.gate = (self.w["model.early_exit_gate.weight"][0], self.w["model.early_exit_gate.bias"][0]) if kind == "ouro" else None
        self.segments = 0, len(layers), 0
        if c.get("enable_double_loop_split"):
            middle = c["loop_middle_layers"]
            edge = (len(layers) - middle) // 2
            self.segments, self.trained_loops = (edge, middle, edge), (len(layers) + middle) // middle

    def llama_layer(self, prefix, kind):
        names = {"ouro": ("input_layernorm", "input_layernorm_2", "post_attention_layernorm", "post_attention_layernorm_2"),
                 "gemma2": ("input_layernorm", "post_attention_layernorm", "pre_feedforward_layernorm", "post_feedforward_layernorm"),
                 "olmo2": (None, "post_attention_layernorm", None, "post_feedforward_layernorm")}.get(kind, ("input_layernorm", None, "post_attention_layernorm", None))
        layer = {k: self.unit + self.w[f"{prefix}{n}.weight"] if n else None for k, n in zip(("before_a", "after_a", "before_m", "after_m"), names)}
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

    def attention(self, x, layer, rotary, window, name):
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
            if self.pairs:  # (2k, 2k + 1)
                a, b = u[..., 0::2], u[..., 1::2]
                return np.stack((a * cos - b * sin, b * cos + a * sin), -1).reshape(u.shape)
            a, b = u[..., : n // 2], u[..., n // 2:]
            return np.concatenate((a * cos - b * sin, b * cos + a * sin), -1) if rotary else u

        q, k, v = rotate(project("q", self.heads)), rotate(project("k", self.kv)), project("v", self.kv)
        if self.kept is not None:  # later loops attend to the keys and values of the first
            k, v = self.kept.setdefault(name, (k, v))
        if self.stored is not None:
            self.stored.setdefault(name, []).append((k, v))  # [heads, tokens, width], pass by pass
        back = np.arange(t)[:, None] - np.arange(t)[None, :]
        mask = np.where((back < 0) | ((window > 0) & (back >= window)), -np.inf, 0)
        out = np.empty((t, self.heads, n))
        for h in range(self.heads):
            g = h * self.kv // self.heads
            s = capped(q[h] @ k[g].T * (self.score_scale or n**-0.5), self.caps[0]) + mask
            p = np.exp(s - s.max(-1, keepdims=True))
            p /= p.sum(-1, keepdims=True)
            if self.watch is not None:
                self.watch.setdefault(name, []).append(p)  # head by head, pass by pass
            out[:, h] = p @ v[g]
        return out.reshape(t, -1) @ layer["o"][0].T + layer["o"][1]

    def block(self, x, i):
        layer = self.layers[i]
        x = x + self.norm(self.attention(self.norm(x, layer["before_a"]), layer, self.rotary[i], self.windows[i] if self.windows else 0, i), layer["after_a"])
        x = self.norm(x, layer.get("sum_a"))
        u = self.norm(x, layer["before_m"])
        m = (self.activation(u @ layer["gate"][0].T + layer["gate"][1]) * (u @ layer["up"][0].T + layer["up"][1])) @ layer["down"][0].T + layer["down"][1]
        return self.norm(x + self.norm(m, layer["after_m"]), layer.get("sum_m"))

    def segment(self, x, first, count):
        for i in range(first, first + count):
            x = self.block(x, i)
        return x

    def forward(self, ids, loops, seed=0, edits=None):
        """`edits` changes states on the way, as `Edits` of interventions_numpy.py does."""
        step, weight = self.step, self.weight
        edit = edits.at if edits else lambda loop, place, x, before: x
        prelude, core, coda = self.segments
        x = entered = self.segment(self.embedding[np.asarray(ids)] * self.scale, 0, prelude)
        if self.start[0] == "noise":
            # As fp32, which is what the engine's first loop starts from.
            x = (self.start[1] * start_noise(seed, len(ids), self.d)).astype(np.float32).astype(np.float64)
        states, read, first, kept = [], [], None, {}
        for r in range(loops):
            entering = x = edit(r, "input", x, None)
            repeats = edits.repeats(r, len(ids)) if edits else np.zeros(1, int)
            ofLoop = kept if self.share else {}  # a repeated pass attends to what the first one kept
            for again in range(1 + repeats.max()):
                y = x
                if edits:
                    edits.active = repeats >= again  # rows that take part in this pass
                if self.inject is not None and not (self.skip and r == 0):
                    y = np.concatenate((y, entered), -1) @ self.inject.T
                g = y = edit(r, "start", y, None)
                self.kept = ofLoop
                for i in range(core):
                    g = edit(r, i, self.block(g, prelude + i), g)
                self.kept = None
                first = g if first is None else first
                y = {"replace": g, "naive": g, "ema": weight * g + (1 - weight) * y}.get(step, y + (g - y) / loops)
                if step == "anchored" and r + 1 == loops:
                    y = weight * first + (1 - weight) * y
                y = self.norm(y, self.loop_norm)
                x = y if again == 0 else np.where((repeats >= again)[:, None], y, x)
            x = edit(r, "end", x, entering)
            states.append(x)
            y = self.segment(self.norm(x, self.coda_norm), prelude + core, coda)
            read.append(self.norm(y, self.head_norm))
        h = np.stack(states, 1)
        gates = h @ self.gate[0] + self.gate[1] if self.gate else None
        return h, capped(np.stack(read, 1) @ self.head.T, self.caps[1]), gates
