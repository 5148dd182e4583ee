#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""PyTorch doing on a GPU what `ouroscope-cli bench --device cuda` does with recording: the same shapes, bf16, scaled-dot-product attention,
a key/value cache per loop and layer, and by hand the lens of every loop (log-sum-exp, entropy, KL against the last loop, top 10, log-probability
and rank of the next token) with hidden states copied to the host. Eager, and with torch.compile.

    torch_peer_gpu.py --shape 1.4b --loops 4 --prefill 2048 --decode 128 --repeat 7 [--device cuda:0]

Prints one JSON object with tokens per second. The forward was checked against nothing but its shapes: it is a peer for speed, not a reference.
"""
import argparse
import json
import statistics
import time

import torch
import torch.nn.functional as F

SHAPES = {"1.4b": (24, 2048, 16, 5632, 49152), "2.6b": (48, 2048, 16, 5632, 49152), "demo": (2, 256, 4, 704, 1024)}
EPS = 1e-6


def rms(x, weight):
    y = x.float()
    return (y * torch.rsqrt(y.pow(2).mean(-1, keepdim=True) + EPS)).to(x.dtype) * weight


def turn(x, cos, sin):
    low, high = x.chunk(2, -1)
    return x * cos + torch.cat((-high, low), -1) * sin


class Layer(torch.nn.Module):
    def __init__(self, d, heads, f):
        super().__init__()
        p = lambda *shape, scale: torch.nn.Parameter(torch.randn(*shape) * scale, requires_grad=False)
        self.heads = heads
        self.qkv, self.o = p(3 * d, d, scale=0.6 * d ** -0.5), p(d, d, scale=0.6 * d ** -0.5)
        self.gate_up, self.down = p(2 * f, d, scale=0.6 * d ** -0.5), p(d, f, scale=0.6 * f ** -0.5)
        for name in ("n1", "n2", "n3", "n4"):
            setattr(self, name, torch.nn.Parameter(torch.ones(d), requires_grad=False))

    def forward(self, x, cos, sin, keys, values, past, mask):
        t, d = x.shape
        q, k, v = F.linear(rms(x, self.n1), self.qkv).view(t, 3, self.heads, d // self.heads).permute(1, 2, 0, 3)
        keys.index_copy_(1, past, turn(k, cos, sin))
        values.index_copy_(1, past, v)
        a = F.scaled_dot_product_attention(turn(q, cos, sin)[None], keys[None], values[None], attn_mask=mask)[0] if mask is not None else \
            F.scaled_dot_product_attention(turn(q, cos, sin)[None], keys[None, :, :t], values[None, :, :t], is_causal=True)[0]
        x = x + rms(F.linear(a.transpose(0, 1).reshape(t, d), self.o), self.n2)
        g, u = F.linear(rms(x, self.n3), self.gate_up).chunk(2, -1)
        return x + rms(F.linear(F.silu(g) * u, self.down), self.n4)


class Model(torch.nn.Module):
    def __init__(self, shape):
        super().__init__()
        layers, d, heads, f, vocab = SHAPES[shape]
        p = lambda *s, scale: torch.nn.Parameter(torch.randn(*s) * scale, requires_grad=False)
        self.embed, self.head = p(vocab, d, scale=1.0), p(vocab, d, scale=2 * d ** -0.5)
        self.norm, self.exit_gate = torch.nn.Parameter(torch.ones(d), requires_grad=False), p(1, d, scale=d ** -0.5)
        self.layers = torch.nn.ModuleList(Layer(d, heads, f) for _ in range(layers))

    def loop(self, x, cos, sin, keys, values, past, mask):
        for i, layer in enumerate(self.layers):
            x = layer(x, cos, sin, keys[i], values[i], past, mask)
        x = rms(x, self.norm)
        return x, F.linear(x, self.exit_gate)[:, 0]


def lens(head, states, following):
    """states [R, n, d]; everything a trace keeps of every loop, in chunks of positions so that logits stay small."""
    out = []
    for at in range(0, states.shape[1], 256):
        z = F.linear(states[:, at:at + 256], head).float()
        logp = z - z.logsumexp(-1, keepdim=True)
        p = logp.exp()
        target = following[at:at + 256][None, :, None].expand(z.shape[0], -1, 1)
        own = logp.gather(-1, target)
        out.append((-(p * logp).sum(-1), (p[-1:] * (logp[-1:] - logp)).sum(-1), own[..., 0], (logp > own).sum(-1), *logp.topk(10)))
    return out


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--shape", choices=SHAPES, default="1.4b")
    ap.add_argument("--device", default="cuda:0")
    for name, value in (("loops", 4), ("prefill", 2048), ("decode", 128), ("repeat", 7)):
        ap.add_argument("--" + name, type=int, default=value)
    a = ap.parse_args()
    torch.manual_seed(1)
    device = torch.device(a.device)
    sync = (lambda: torch.cuda.synchronize(device)) if device.type == "cuda" else (lambda: None)
    layers, d, heads, _, vocab = SHAPES[a.shape]
    with torch.device(device):
        torch.set_default_dtype(torch.bfloat16)
        model = Model(a.shape).eval()
        torch.set_default_dtype(torch.float32)
        capacity, head_dim = a.prefill + a.decode, d // heads
        keys = torch.zeros(a.loops, layers, heads, capacity, head_dim, dtype=torch.bfloat16)
        values = torch.zeros_like(keys)
        angle = torch.arange(capacity)[:, None] * 1e6 ** (-torch.arange(0, head_dim, 2) / head_dim)
        cos, sin = (torch.cat((t, t), -1).to(torch.bfloat16) for t in (angle.cos(), angle.sin()))
        ids = torch.randint(vocab, (capacity + 1,))
        positions = torch.arange(capacity)

    def measure(loop, what):
        def tokens(first, count, mask):
            past = positions[first:first + count]
            x, states, gates = F.embedding(ids[first:first + count], model.embed), [], []
            for r in range(a.loops):
                x, gate = loop(x, cos[first:first + count], sin[first:first + count], keys[r], values[r], past, mask)
                states.append(x)
                gates.append(gate)
                if what == "decode":
                    gate.item()  # an exit rule looks at every loop's gate
            states = torch.stack(states)
            return [t.cpu() for piece in lens(model.head, states, ids[first + 1:first + count + 1]) for t in piece], states.cpu(), torch.stack(gates).cpu()

        def once():
            sync()
            begun = time.perf_counter()
            if what == "prefill":
                tokens(0, a.prefill, None)
            else:
                for i in range(a.decode):
                    tokens(a.prefill + i, 1, (positions <= a.prefill + i)[None, None, None])
            sync()
            return time.perf_counter() - begun

        once()
        once()
        return (a.prefill if what == "prefill" else a.decode) / statistics.median(once() for _ in range(a.repeat))

    runs = {}
    with torch.inference_mode():
        for name, loop in (("torch eager", model.loop), ("torch.compile", torch.compile(model.loop, dynamic=False))):
            runs[name] = {what: measure(loop, what) for what in ("prefill", "decode")}
    print(json.dumps({"shape": a.shape, "loops": a.loops, "torch": torch.__version__, "device": str(device),
                      "name": torch.cuda.get_device_name(device) if device.type == "cuda" else "cpu", "runs": runs}, indent=1))


if __name__ == "__main__":
    main()
