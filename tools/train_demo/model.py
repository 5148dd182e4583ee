# SPDX-License-Identifier: GPL-3.0-or-later
"""Ouro in PyTorch, for training (arXiv 2510.25741 section 3): sandwich norms, final norm after every loop, exit gate.

q, k, v and gate, up are stacked while training (fewer, larger products); export.py splits them into the checkpoint's names.
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

CONFIG = dict(vocab=1024, hidden=256, heads=4, ffn=704, layers=2, loops=4, theta=10000.0, eps=1e-6)


class RMSNorm(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(d))

    def forward(self, x):
        return F.rms_norm(x, (x.shape[-1],), self.weight, CONFIG["eps"])


class Layer(nn.Module):
    def __init__(self, d, heads, ffn):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(d, 3 * d, bias=False)
        self.o = nn.Linear(d, d, bias=False)
        self.gate_up = nn.Linear(d, 2 * ffn, bias=False)
        self.down = nn.Linear(ffn, d, bias=False)
        self.input_norm, self.input_norm_2, self.post_norm, self.post_norm_2 = RMSNorm(d), RMSNorm(d), RMSNorm(d), RMSNorm(d)

    def forward(self, x, cos, sin, mask):
        b, t, d = x.shape
        q, k, v = self.qkv(self.input_norm(x)).view(b, t, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)

        def rotate(u):
            first, second = u.chunk(2, -1)
            return torch.cat((first * cos - second * sin, second * cos + first * sin), -1)

        # Written out: compiled, it is faster on short rows than the fused attention's backward pass.
        scores = (rotate(q) @ rotate(k).transpose(-1, -2)).float() * (d // self.heads) ** -0.5
        a = scores.masked_fill(~mask, -1e9).softmax(-1).to(v.dtype) @ v
        x = x + self.input_norm_2(self.o(a.transpose(1, 2).reshape(b, t, d)))
        gate, up = self.gate_up(self.post_norm(x)).chunk(2, -1)
        return x + self.post_norm_2(self.down(F.silu(gate) * up))


class LoopModel(nn.Module):
    def __init__(self, c=CONFIG):
        super().__init__()
        d = c["hidden"]
        self.head_dim = d // c["heads"]
        self.embed = nn.Embedding(c["vocab"], d)
        self.layers = nn.ModuleList(Layer(d, c["heads"], c["ffn"]) for _ in range(c["layers"]))
        self.norm = RMSNorm(d)
        self.head = nn.Linear(d, c["vocab"], bias=False)
        self.gate = nn.Linear(d, 1)
        self.state_head = nn.Linear(d, c["vocab"], bias=False)  # training only, never exported
        for p in self.layers.parameters():
            if p.dim() == 2:
                nn.init.normal_(p, 0, 0.6 * d ** -0.5)
        nn.init.normal_(self.embed.weight, 0, 1.0)
        nn.init.normal_(self.head.weight, 0, 0.02)
        nn.init.normal_(self.state_head.weight, 0, 0.02)
        nn.init.zeros_(self.gate.weight)
        nn.init.zeros_(self.gate.bias)
        self.loop = self.one_loop  # train.py may put a compiled one here
        self.inv_freq = c["theta"] ** (-torch.arange(0, self.head_dim, 2).double() / self.head_dim)

    def forward(self, ids, docs, loops):
        """ids, docs [B,T]; docs numbers the documents of a row, attention stays within one. -> [h of loop 1..loops], each [B,T,d]."""
        t = ids.shape[1]
        angles = torch.arange(t, dtype=torch.float32)[:, None] * self.inv_freq.float()
        cos, sin = angles.cos().to(ids.device), angles.sin().to(ids.device)
        mask = torch.ones(t, t, dtype=torch.bool, device=ids.device).tril()[None] & (docs[:, :, None] == docs[:, None, :])
        h, states = self.embed(ids), []
        for _ in range(loops):
            h = self.loop(h, cos, sin, mask[:, None])
            states.append(h)
        return states

    def one_loop(self, h, cos, sin, mask):
        for layer in self.layers:
            h = layer(h, cos, sin, mask)
        return self.norm(h)


def exit_distribution(gate_logits):
    """[R,N] gate logits -> p [R,N]; the last loop takes the remainder."""
    lam = torch.sigmoid(gate_logits)
    survival, p = torch.ones_like(lam[0]), []
    for r in range(len(lam) - 1):
        p.append(lam[r] * survival)
        survival = survival * (1 - lam[r])
    return torch.stack(p + [survival])
