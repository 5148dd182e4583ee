# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the gains of the looped layers: scales that fold into their weights, distilled from the unlooped model.

    gains.py PLAIN OWN.jsonl OUT.safetensors

PLAIN is a folder of `tools/language_demo.sh --plain`, OWN.jsonl the model's own text (texts.py). Nothing else is trained. After every loop the state is drawn
to the unlooped model's state before the coda, and one loop of every sequence is read through the coda, whose words are drawn to the unlooped
model's. OUT.safetensors.checkpoint is written every ten steps, and a run that was stopped goes on from it.
"""
import argparse
import os
import time

import torch
import torch.nn.functional as F
from tokenizers import Tokenizer

import safetensors_file
from measure import KEPT_OUT, by_loop, sequences, summary
from model import Llama, new_gains

LOOPS = 4
ROWS, READ = 4, 96                      # sequences of a step; positions of each whose words are compared
WEIGHTS = torch.tensor([0.5, 0.75, 1.0, 1.75])  # of the words read at loop 1 .. 4
BETAS, EPSILON, CLIP = (0.9, 0.95), 1e-8, 1.0


def rate(step, steps, highest):
    return highest * min(1.0, (step + 1) / 8) * min(1.0, max(0.02, (steps - step) / (steps / 2)))


def loss_of(model, ids, generator, step):
    """Distance of the states, mean over loops, and divergence of the words, by loop (not a number where no sequence was read there)."""
    with torch.no_grad():
        begin = model.prelude(ids)
        gains, model.gains = model.gains, {}  # the goal is the unlooped model's
        goal = model.run(begin, model.core)
        model.gains = gains
        length = goal.pow(2).sum(-1)
        chosen = torch.stack([torch.randperm(ids.shape[1], generator=generator)[:READ] for _ in ids])

        def pick(x):
            return x.gather(1, chosen[..., None].expand(-1, -1, x.shape[-1]))

        coda = range(model.core.stop, model.layers)
        wanted = F.log_softmax(model.head(pick(model.run(goal, coda))), -1)
    x, states, distance = begin, [], []
    for _ in range(LOOPS):
        x = model.loop(x)
        states.append(x)
        distance.append(((x - goal).pow(2).sum(-1) / length).clamp(max=4).mean())
    read_at = [(step + i) % LOOPS for i in range(len(ids))]
    read = torch.stack([states[r][i] for i, r in enumerate(read_at)])
    got = F.log_softmax(model.head(pick(model.run(read, coda))), -1)
    divergence = (wanted.exp() * (wanted - got)).sum(-1).mean(-1)
    return torch.stack(distance), divergence, WEIGHTS[read_at]


def save(path, gains):
    safetensors_file.write(path, {name: g.detach().numpy() for name, g in gains.items()}, "BF16", {"format": "pt", "loops": str(LOOPS)})


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("plain")
    ap.add_argument("own")
    ap.add_argument("out")
    ap.add_argument("--steps", type=int, default=26)
    ap.add_argument("--rate", type=float, default=4e-3)
    ap.add_argument("--seed", type=int, default=0)
    a = ap.parse_args()
    torch.set_num_threads(1)
    model = Llama(a.plain)
    rows = sequences(a.own, Tokenizer.from_file(os.path.join(a.plain, "tokenizer.json")))
    train = rows[KEPT_OUT:]
    order = torch.randperm(len(train), generator=torch.Generator().manual_seed(a.seed))
    gains = new_gains(model)
    model.gains = gains
    moments = {name: [torch.zeros_like(g), torch.zeros_like(g)] for name, g in gains.items()}
    checkpoint, first = a.out + ".checkpoint", 0
    if os.path.exists(checkpoint):
        saved = torch.load(checkpoint)
        first, moments = saved["step"], saved["moments"]
        for name, g in gains.items():
            g.data.copy_(saved["gains"][name])
    print(f"{sum(g.numel() for g in gains.values())} gains, {len(train)} sequences, from step {first}", flush=True)
    for step in range(first, a.steps):
        began = time.time()
        ids = train[[int(order[(step * ROWS + i) % len(train)]) for i in range(ROWS)]]
        distance, divergence, weight = loss_of(model, ids, torch.Generator().manual_seed(a.seed * 100003 + step), step)
        (distance.mean() + (weight * divergence).mean()).backward()
        norm = torch.sqrt(sum(g.grad.pow(2).sum() for g in gains.values())).item()
        with torch.no_grad():
            for name, g in gains.items():
                gradient = g.grad * min(1.0, CLIP / norm)
                mean, square = moments[name]
                mean.lerp_(gradient, 1 - BETAS[0])
                square.lerp_(gradient.square(), 1 - BETAS[1])
                g -= rate(step, a.steps, a.rate) * (mean / (1 - BETAS[0] ** (step + 1))) / ((square / (1 - BETAS[1] ** (step + 1))).sqrt() + EPSILON)
                g.grad = None
        print(f"step {step + 1} of {a.steps}: distance " + " ".join(f"{v:.3f}" for v in distance.tolist()) + " divergence at loops "
              + " ".join(f"{(step + i) % LOOPS + 1}: {v:.3f}" for i, v in enumerate(divergence.tolist())) + f" norm {norm:.2f}, {time.time() - began:.0f} s", flush=True)
        if (step + 1) % 10 == 0:
            torch.save({"step": step + 1, "moments": moments, "gains": {name: g.detach() for name, g in gains.items()}}, checkpoint)
            save(a.out, gains)
    save(a.out, gains)
    model.gains = {name: g.detach() for name, g in gains.items()}
    print(summary(*by_loop(model, Llama(a.plain), rows[:KEPT_OUT])))


if __name__ == "__main__":
    main()
