# SPDX-License-Identifier: GPL-3.0-or-later
"""A looped model as somebody might write it: Ouro in sixty lines of PyTorch, with the weights of the demo model."""
import json
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn


class Norm(nn.Module):
    def __init__(self, d, eps):
        super().__init__()
        self.weight, self.eps = nn.Parameter(torch.ones(d)), eps

    def forward(self, x):
        return F.rms_norm(x, (x.shape[-1],), self.weight, self.eps)


class Layer(nn.Module):
    def __init__(self, c):
        super().__init__()
        d, f, self.heads = c["hidden_size"], c["intermediate_size"], c["num_attention_heads"]
        self.q, self.k, self.v, self.o = (nn.Linear(d, d, bias=False) for _ in range(4))
        self.gate, self.up, self.down = nn.Linear(d, f, bias=False), nn.Linear(d, f, bias=False), nn.Linear(f, d, bias=False)
        self.norms = nn.ModuleList(Norm(d, c["rms_norm_eps"]) for _ in range(4))

    def forward(self, x, cos, sin):
        def heads(u):
            return u.unflatten(-1, (self.heads, -1)).transpose(-2, -3)

        def turned(u):
            a, b = u.chunk(2, -1)
            return torch.cat((a * cos - b * sin, b * cos + a * sin), -1)

        y = self.norms[0](x)
        a = F.scaled_dot_product_attention(turned(heads(self.q(y))), turned(heads(self.k(y))), heads(self.v(y)), is_causal=True)
        x = x + self.norms[1](self.o(a.transpose(-2, -3).flatten(-2)))
        y = self.norms[2](x)
        return x + self.norms[3](self.down(F.silu(self.gate(y)) * self.up(y)))


class Looped(nn.Module):
    """Runs its layers `loops` times; the norm closes every loop."""

    def __init__(self, c, loops):
        super().__init__()
        d, self.loops, n = c["hidden_size"], loops, c["head_dim"]
        self.embed, self.head = nn.Embedding(c["vocab_size"], d), nn.Linear(d, c["vocab_size"], bias=False)
        self.layers = nn.ModuleList(Layer(c) for _ in range(c["num_hidden_layers"]))
        self.norm, self.exit = Norm(d, c["rms_norm_eps"]), nn.Linear(d, 1)
        self.register_buffer("frequency", c["rope_theta"] ** (-torch.arange(0, n, 2) / n), persistent=False)

    def forward(self, ids):
        angle = torch.arange(ids.shape[1], device=ids.device)[:, None] * self.frequency
        x = self.embed(ids)
        for _ in range(self.loops):
            for layer in self.layers:
                x = layer(x, angle.cos().to(x.dtype), angle.sin().to(x.dtype))
            x = self.norm(x)
        return self.head(x)


def demo(folder, loops, dtype=torch.float32):
    c = json.loads(Path(folder, "config.json").read_text())
    model, w = Looped(c, loops), load_file(Path(folder, "model.safetensors"))
    names = {"embed": "model.embed_tokens", "head": "lm_head", "norm": "model.norm", "exit": "model.early_exit_gate"}
    for i in range(c["num_hidden_layers"]):
        for part in "qkvo":
            names[f"layers.{i}.{part}"] = f"model.layers.{i}.self_attn.{part}_proj"
        for part in ("gate", "up", "down"):
            names[f"layers.{i}.{part}"] = f"model.layers.{i}.mlp.{part}_proj"
        for n, norm in enumerate(("input_layernorm", "input_layernorm_2", "post_attention_layernorm", "post_attention_layernorm_2")):
            names[f"layers.{i}.norms.{n}"] = f"model.layers.{i}.{norm}"
    state = {key: w[names[key.rpartition(".")[0]] + "." + key.rpartition(".")[2]].float() for key in model.state_dict()}
    model.load_state_dict(state)
    return model.to(dtype)
