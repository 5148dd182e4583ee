#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The work of `ouroscope-cli bench` in PyTorch, as someone would write it by hand: an Ouro-shaped model with random bf16 weights on the
CPU, a preallocated key/value cache per (loop, layer), and the lens of every loop (entropy, top-k, log-probability and rank of the next
token, KL against the last loop).

    torch_peer.py [--shape 1.4b|2.6b|demo] [--prefill 256] [--decode 16] [--loops 4] [--repeat 3] [--threads N]

Prints one JSON object: tokens per second alone (prefill: the model only; decode: with the last loop's head) and recorded. The blocks are
those of the reference implementation: RMSNorm in fp32, everything else in bf16, torch's own attention kernel.
"""
import argparse
import json
import os
import statistics
import time

os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # active waiting collapses where another program has a core

import torch
import torch.nn.functional as F

SHAPES = {"1.4b": (24, 2048, 16, 5632, 49152), "2.6b": (48, 2048, 16, 5632, 49152), "demo": (2, 256, 4, 704, 1024)}


class Model:
    def __init__(self, shape, loops, capacity):
        self.layers, self.d, self.heads, self.f, self.vocab = SHAPES[shape]
        self.head_dim, self.loops = self.d // self.heads, loops
        noise = torch.randn(1 << 24)

        def matrix(rows, columns):
            n = rows * columns
            flat = noise.repeat((n + noise.numel() - 1) // noise.numel())[:n]
            return (flat.view(rows, columns) * (0.6 / columns ** 0.5)).to(torch.bfloat16)

        d, f = self.d, self.f
        self.embedding, self.head = matrix(self.vocab, d), matrix(self.vocab, d)
        self.blocks = [dict(qkv=matrix(3 * d, d), o=matrix(d, d), gate=matrix(f, d), up=matrix(f, d), down=matrix(d, f),
                            norms=[torch.ones(d) for _ in range(4)]) for _ in range(self.layers)]
        self.norm = torch.ones(d)
        shape = (loops, self.layers, self.heads, capacity, self.head_dim)
        self.keys, self.values = torch.zeros(shape, dtype=torch.bfloat16), torch.zeros(shape, dtype=torch.bfloat16)
        angle = torch.outer(torch.arange(capacity).float(), 10000.0 ** (-torch.arange(0, self.head_dim, 2).float() / self.head_dim))
        self.cos, self.sin = angle.cos().repeat(1, 2).bfloat16(), angle.sin().repeat(1, 2).bfloat16()

    @staticmethod
    def rms(x, weight):
        y = x.float()
        return (weight * (y * torch.rsqrt(y.pow(2).mean(-1, keepdim=True) + 1e-6))).to(torch.bfloat16)

    def rotate(self, x, start, n):
        half = self.head_dim // 2
        turned = torch.cat((-x[..., half:], x[..., :half]), -1)
        return x * self.cos[start:start + n] + turned * self.sin[start:start + n]

    def block(self, x, b, loop, layer, start):
        n = x.shape[0]
        q, k, v = F.linear(self.rms(x, b["norms"][0]), b["qkv"]).view(n, 3, self.heads, self.head_dim).permute(1, 2, 0, 3)
        q, k = self.rotate(q, start, n), self.rotate(k, start, n)
        keys, values = self.keys[loop, layer], self.values[loop, layer]
        keys[:, start:start + n], values[:, start:start + n] = k, v
        end = start + n
        a = F.scaled_dot_product_attention(q[None], keys[None, :, :end], values[None, :, :end], is_causal=n > 1)[0]
        x = x + self.rms(F.linear(a.transpose(0, 1).reshape(n, self.d), b["o"]), b["norms"][1])
        u = self.rms(x, b["norms"][2])
        return x + self.rms(F.linear(F.silu(F.linear(u, b["gate"])) * F.linear(u, b["up"]), b["down"]), b["norms"][3])

    def run(self, ids, start):
        """-> the normed state of every loop, [R][n, d]. A prompt starts at 0; later calls take one token."""
        x, states = self.embedding[ids], []
        for loop in range(self.loops):
            for layer, b in enumerate(self.blocks):
                x = self.block(x, b, loop, layer, start)
            x = self.rms(x, self.norm)
            states.append(x)
        return states

    def lens(self, states, following):
        out = []
        for first in range(0, states[0].shape[0], 32):
            rows = torch.stack([s[first:first + 32] for s in states], 1)                     # [n, R, d]
            logits = F.linear(rows, self.head).float()
            logp = torch.log_softmax(logits, -1)
            p = logp.exp()
            entropy = -(p * logp).sum(-1)
            kl = (p[:, -1:] * (logp[:, -1:] - logp)).sum(-1)
            top = logp.topk(10, -1)
            target = logits.gather(-1, following[first:first + 32, None, None].expand(-1, self.loops, 1))
            rank = (logits > target).sum(-1)
            out.append((entropy, kl, top, rank))
        return out


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--shape", choices=SHAPES, default="1.4b")
    for name, default in (("prefill", 256), ("decode", 16), ("loops", 4), ("repeat", 3), ("threads", os.cpu_count())):
        ap.add_argument("--" + name, type=int, default=default)
    a = ap.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(1)
    with torch.inference_mode():
        model = Model(a.shape, a.loops, a.prefill + a.decode)
        ids = torch.randint(0, model.vocab, (a.prefill,))
        times = {"prefill": [], "prefill_recorded": [], "decode": [], "decode_recorded": []}

        def timed(name, work):
            begun = time.perf_counter()
            result = work()
            times[name].append(time.perf_counter() - begun)
            return result

        def decode(recorded):
            token = ids[:1]
            for i in range(a.decode):
                states = model.run(token, a.prefill + i)
                if recorded:
                    model.lens(states, token)
                token = F.linear(states[-1], model.head).argmax(-1)

        for _ in range(a.repeat):
            timed("prefill", lambda: model.run(ids, 0))
            timed("prefill_recorded", lambda: model.lens(model.run(ids, 0), ids))
            timed("decode", lambda: decode(False))
            timed("decode_recorded", lambda: decode(True))
    count = {"prefill": a.prefill, "decode": a.decode}
    print(json.dumps({"torch": torch.__version__, "threads": a.threads, "shape": a.shape, "loops": a.loops,
                      **{name + "_tokens_per_s": round(count[name.split("_")[0]] / statistics.median(t), 3) for name, t in times.items()}}))


if __name__ == "__main__":
    main()
