# SPDX-License-Identifier: GPL-3.0-or-later
"""The language demo's model in PyTorch: a Llama whose layers FIRST to LAST are looped in small steps. Read it beside docs/model.md, section 3.

    x = embedding, then the prelude (layers before FIRST)
    loop: x = x + STEP (F(x) - x), F the layers FIRST to LAST
    lens: the coda (layers after LAST), norm and head on x

Everything is computed in float32 on weights that bf16 can hold. Shapes: tokens [B, T], states [B, T, d].
"""
import json
import os

import torch
import torch.nn.functional as F

import recipe
import safetensors_file
from folder import GAINS


class Cache:
    """Keys and values of the positions so far, of every layer that was run."""

    def __init__(self, model, rows, length):
        self.kept = [torch.empty(2, rows, model.kv_heads, length, model.head_dim) for _ in range(model.layers)]
        self.count = 0


class Llama:
    """A folder's weights. gains: name -> tensor; where they are given they are multiplied in while computing, so that they can be trained."""

    def __init__(self, folder, gains=None):
        with open(os.path.join(folder, "config.json"), encoding="utf-8") as f:
            self.config = json.load(f)
        c = self.config
        self.d, self.heads, self.kv_heads, self.head_dim = c["hidden_size"], c["num_attention_heads"], c["num_key_value_heads"], c["head_dim"]
        self.eps, self.layers = c["rms_norm_eps"], c["num_hidden_layers"]
        tensors, _ = safetensors_file.read(os.path.join(folder, "model.safetensors"))
        self.w = {name.removesuffix(".weight"): torch.from_numpy(values.copy()) for name, values in tensors.items()}
        self.gains = gains or {}
        self.core = range(recipe.FIRST - 1, recipe.LAST)
        frequency = 1.0 / c["rope_theta"] ** (torch.arange(0, self.head_dim, 2, dtype=torch.float64) / self.head_dim)
        angle = torch.outer(torch.arange(1024, dtype=torch.float64), frequency)
        self.cos, self.sin = (torch.cat([f(angle), f(angle)], -1).float() for f in (torch.cos, torch.sin))

    def norm(self, x, weight):
        return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + self.eps) * weight

    def gain(self, layer, part):
        return self.gains.get(f"{layer}.{part}", 1.0)

    def turned(self, x, first):
        cos, sin = self.cos[first:first + x.shape[2]], self.sin[first:first + x.shape[2]]
        a, b = x.chunk(2, -1)
        return x * cos + torch.cat([-b, a], -1) * sin

    def attend(self, q, k, v, index, cache):
        """Query head h reads key/value head h / (heads / kv_heads): the heads of one group are asked as further positions."""
        batch, _, count, _ = q.shape
        group = self.heads // self.kv_heads
        if cache is None or cache.count == 0:
            if cache is not None:
                cache.kept[index][0, :, :, :count], cache.kept[index][1, :, :, :count] = k, v
            return F.scaled_dot_product_attention(q, k.repeat_interleave(group, 1), v.repeat_interleave(group, 1), is_causal=count > 1)
        end = cache.count + 1  # one position at a time, which sees all that are kept
        kept = cache.kept[index]
        kept[0, :, :, cache.count:end], kept[1, :, :, cache.count:end] = k, v
        asked = q.reshape(batch, self.kv_heads, group, self.head_dim)
        return F.scaled_dot_product_attention(asked, kept[0, :, :, :end], kept[1, :, :, :end]).view(batch, self.heads, 1, self.head_dim)

    def layer(self, x, index, cache=None):
        w, name = self.w, f"model.layers.{index}"
        batch, count, _ = x.shape
        u = self.norm(x, w[f"{name}.input_layernorm"] * self.gain(name, "attention_norm"))
        q, k, v = (F.linear(u, w[f"{name}.self_attn.{p}_proj"]).view(batch, count, -1, self.head_dim).transpose(1, 2) for p in "qkv")
        first = 0 if cache is None else cache.count
        a = self.attend(self.turned(q, first), self.turned(k, first), v, index, cache)
        a = F.linear(a.transpose(1, 2).reshape(batch, count, -1), w[f"{name}.self_attn.o_proj"])
        x = x + self.gain(name, "attention_out") * a
        u = self.norm(x, w[f"{name}.post_attention_layernorm"] * self.gain(name, "mlp_norm"))
        m = F.silu(F.linear(u, w[f"{name}.mlp.gate_proj"])) * F.linear(u, w[f"{name}.mlp.up_proj"]) * self.gain(name, "mlp_inner")
        return x + self.gain(name, "mlp_out") * F.linear(m, w[f"{name}.mlp.down_proj"])

    def run(self, x, layers, cache=None):
        for i in layers:
            x = self.layer(x, i, cache)
        if cache is not None:
            cache.count += x.shape[1]
        return x

    def embed(self, ids):
        return F.embedding(ids, self.w["model.embed_tokens"])

    def head(self, x):
        return F.linear(self.norm(x, self.w["model.norm"]), self.w.get("lm_head", self.w["model.embed_tokens"]))

    def prelude(self, ids):
        return self.run(self.embed(ids), range(self.core.start))

    def loop(self, x):
        return x + recipe.STEP * (self.run(x, self.core) - x)

    def coda(self, x):
        return self.head(self.run(x, range(self.core.stop, self.layers)))

    def unlooped(self, ids):
        return self.head(self.run(self.embed(ids), range(self.layers)))

    def states(self, ids, loops=recipe.LOOPS):
        """The state after every loop."""
        x, out = self.prelude(ids), []
        for _ in range(loops):
            x = self.loop(x)
            out.append(x)
        return out


def new_gains(model):
    """Gains of one for every looped layer, to be trained."""
    out = {}
    for i in model.core:
        for part, (tensor, axis) in GAINS.items():
            size = model.w[f"model.layers.{i}.{tensor}"].shape[axis]
            out[f"model.layers.{i}.{part}"] = torch.ones(size, requires_grad=True)
    return out
