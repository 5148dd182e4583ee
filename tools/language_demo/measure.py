# SPDX-License-Identifier: GPL-3.0-or-later
"""What the looped model loses and keeps, loop by loop, in PyTorch: cross entropy and how often the best word is the unlooped model's.

    measure.py FOLDER TEXT... [--plain PLAIN] [--sequences 8]

FOLDER is the looped folder, PLAIN the one whose unlooped words are the measure (FOLDER itself where it is left out). A TEXT is a .jsonl of
texts.py, of which the first sequences are kept out of training, or a text file.
"""
import argparse
import json
import os

import torch
import torch.nn.functional as F
from tokenizers import Tokenizer

import recipe
from model import Llama

LENGTH = 256       # tokens of a sequence
KEPT_OUT = 8       # sequences of a .jsonl that training does not see
END_OF_TEXT = 0


def read_text(path):
    """The paragraphs of a text file as one line each; of a POD file those of prose."""
    with open(path, encoding="utf-8", errors="replace") as f:
        paragraphs = [p for p in f.read().split("\n\n") if p.strip()]
    return "\n".join(" ".join(p.split()) for p in paragraphs if not p.startswith(("=", " ", "\t", "#")))


def sequences(path, tokenizer):
    """[N, LENGTH]: documents one after the other, each closed by an end of text."""
    if path.endswith(".jsonl"):
        with open(path, encoding="utf-8") as f:
            texts = [json.loads(line)["text"] for line in f]
    else:
        texts = [read_text(path)]
    ids = []
    for text in texts:
        ids += tokenizer.encode(text).ids + [END_OF_TEXT]
    return torch.tensor(ids[:len(ids) // LENGTH * LENGTH]).view(-1, LENGTH)


def losses(logits, ids):
    """[T-1] nats of the words that follow."""
    return F.cross_entropy(logits[0, :-1], ids[0, 1:], reduction="none")


@torch.no_grad()
def by_loop(model, plain, rows, loops=recipe.LOOPS):
    """cross entropy [loops, N], best words [loops, N], and the same of the unlooped model."""
    found, said, whole, words = [], [], [], []
    for ids in rows.split(1):
        read = [model.coda(x) for x in model.states(ids, loops)]
        found.append(torch.stack([losses(z, ids) for z in read]))
        said.append(torch.stack([z[0, :-1].argmax(-1) for z in read]))
        z = plain.unlooped(ids)
        whole.append(losses(z, ids))
        words.append(z[0, :-1].argmax(-1))
    return torch.cat(found, 1), torch.cat(said, 1), torch.cat(whole), torch.cat(words)


def summary(found, said, whole, words):
    steps = found[:-1] - found[1:]
    return {"tokens": found.shape[1], "unlooped": round(whole.mean().item(), 3), "loss": [round(v, 3) for v in found.mean(1).tolist()],
            "same_as_unlooped": [round(v, 2) for v in (said == words).float().mean(1).tolist()],
            "helped": [round(v, 2) for v in (steps > 0.1).float().mean(1).tolist()], "hurt": [round(v, 2) for v in (steps < -0.1).float().mean(1).tolist()]}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("folder")
    ap.add_argument("texts", nargs="+")
    ap.add_argument("--plain")
    ap.add_argument("--sequences", type=int, default=KEPT_OUT)
    a = ap.parse_args()
    torch.set_num_threads(1)
    tokenizer = Tokenizer.from_file(os.path.join(a.folder, "tokenizer.json"))
    model = Llama(a.folder)
    plain = Llama(a.plain) if a.plain else model
    for path in a.texts:
        rows = sequences(path, tokenizer)[:a.sequences]
        print(json.dumps({"text": os.path.basename(path), **summary(*by_loop(model, plain, rows))}), flush=True)


if __name__ == "__main__":
    main()
