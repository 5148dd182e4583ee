# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains exit gates on the frozen, looped model: one linear unit each on the state after a loop.

    gates.py FOLDER OWN.jsonl OUT.safetensors

FOLDER is what `tools/language_demo.sh` makes, gains folded in; OWN.jsonl the model's own text (texts.py). Two gates:

lookahead  stops where no later loop has more than MARGIN nats to give
paper      stops where the last loop gave less than 0.005 nats more than the one before; says nothing about loop 1 (arXiv 2510.25741, stage II)

The state has channels of very different sizes, so a gate is trained on each channel in its own spread, which is then folded into its weights.
"""
import argparse
import json
import os

import torch
import torch.nn.functional as F
from tokenizers import Tokenizer

import recipe
import safetensors_file
from measure import KEPT_OUT, losses, sequences
from model import Llama

MARGIN, PAPER_MARGIN, SHARPNESS = 0.2, 0.005, 50.0
DECAY = 1e-3


@torch.no_grad()
def collect(model, rows):
    """States [loops, N, d] of the tokens that have a next word, and its loss [loops, N]."""
    states, found = [], []
    for ids in rows.split(1):
        made = model.states(ids)
        states.append(torch.stack([x[0, :-1] for x in made]))
        found.append(torch.stack([losses(model.coda(x), ids) for x in made]))
    return torch.cat(states, 1), torch.cat(found, 1)


def labels(loss, kind):
    """1: stop here. -> the loops that have a label, [these loops, N]"""
    if kind == "lookahead":
        gain, loops = torch.stack([loss[t] - loss[t + 1:].min(0).values for t in range(len(loss) - 1)]), range(len(loss) - 1)
        margin = MARGIN
    else:
        gain, loops = (loss[:-1] - loss[1:])[:-1], range(1, len(loss) - 1)
        margin = PAPER_MARGIN
    return loops, torch.sigmoid(-SHARPNESS * (gain - margin))


def train(states, loss, kind, steps=400):
    """weight [d] and bias of the state as it is."""
    loops, wanted = labels(loss, kind)
    middle, spread = states.mean((0, 1)), states.std((0, 1)) + 1e-6
    x = (states[list(loops)] - middle) / spread
    w = torch.zeros(states.shape[-1] + 1, requires_grad=True)
    optimiser = torch.optim.Adam([w], 1e-2)
    for step in range(steps):
        for group in optimiser.param_groups:
            group["lr"] = 1e-2 * (1 - step / steps)
        value = F.binary_cross_entropy_with_logits(x @ w[:-1] + w[-1], wanted) + DECAY * w[:-1].square().sum()
        optimiser.zero_grad()
        value.backward()
        optimiser.step()
    weight = (w[:-1] / spread).detach()
    return weight, (w[-1] - (w[:-1] * middle / spread).sum()).detach()


def exits(states, gate, q):
    """The loop, from 0, at which every token is read."""
    gated = torch.sigmoid(states @ gate[0] + gate[1])
    survival = torch.cumprod(1 - gated[:-1], 0)
    reached = torch.cat([1 - survival, torch.ones_like(survival[:1])]) >= q
    return reached.float().argmax(0)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("folder")
    ap.add_argument("own")
    ap.add_argument("out")
    ap.add_argument("--sequences", type=int, default=32)
    a = ap.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(0)
    model = Llama(a.folder)
    rows = sequences(a.own, Tokenizer.from_file(os.path.join(a.folder, "tokenizer.json")))
    states, loss = collect(model, rows[KEPT_OUT:KEPT_OUT + a.sequences])
    gates = {kind: train(states, loss, kind) for kind in ("lookahead", "paper")}
    tensors = {}
    for kind, (weight, bias) in gates.items():
        tensors[f"{kind}.weight"], tensors[f"{kind}.bias"] = weight.view(1, -1).numpy(), bias.view(1).numpy()
    safetensors_file.write(a.out, tensors, "F32", {"default": "lookahead"})
    states, loss = collect(model, rows[:KEPT_OUT])
    print(json.dumps({"fixed": [round(v, 3) for v in loss.mean(1).tolist()], "best loop of every token": round(loss.min(0).values.mean().item(), 3)}))
    for kind, gate in gates.items():
        for q in (0.5, 0.7, 0.8, 0.9):
            e = exits(states, gate, q)
            print(json.dumps({"gate": kind, "q": q, "loops": round(e.float().mean().item() + 1, 2), "loss": round(loss.gather(0, e[None])[0].mean().item(), 3),
                              "read at loop": [round(v, 2) for v in (torch.bincount(e, minlength=recipe.LOOPS) / len(e)).tolist()]}), flush=True)


if __name__ == "__main__":
    main()
