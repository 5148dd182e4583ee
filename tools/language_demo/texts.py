# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes text by the unlooped model itself, to train and to measure on: one JSON object a line, {"prompt", "text"}.

    texts.py FOLDER OUT.jsonl --batches 8

FOLDER is made by `tools/language_demo.sh --plain`. Every batch is drawn from its own seed and appended whole: a run that was stopped goes on.
"""
import argparse
import json
import os
import random

import torch
from tokenizers import Tokenizer

from model import Cache, Llama

END_OF_TEXT, END = 0, 2
THINGS = """fox dog girl boy teacher doctor farmer sailor baker king robot cat river mountain village city ship train garden storm winter school
hospital library market bridge island forest moon sun rain ocean volcano computer telescope engine clock painter musician writer soldier judge nurse
engineer scientist grandmother brother bird horse whale bee apple bread coffee gold iron money war law music football chess""".split()
KINDS = "brave tired clever lonely old young curious angry kind lost lucky rich poor quiet famous".split()
REQUESTS = ["Write a short story about a {kind} {thing} and a {other}.", "Explain to a child how a {thing} and a {other} are related.",
            "Write three plain facts about the {thing}.", "Tell me about the history of the {thing}.",
            "Write a conversation between a {thing} and a {kind} {other}.", "Why is the {thing} important? Answer in one paragraph."]
OPENINGS = ["Once upon a time, there was a {kind} {thing} who", "The {thing} is", "In the {thing}, the {kind} {other}", "It was a {kind} morning when the {thing}",
            "Most people think that the {thing}", "The {kind} {thing} and the {other}", "When water", "The capital of", "In 19", "She opened the door and",
            "Scientists have found that the {thing}"]


def prompt(draw):
    words = {"kind": draw.choice(KINDS), "thing": draw.choice(THINGS), "other": draw.choice(THINGS)}
    if draw.random() < 0.6:
        return "<|im_start|>user\n" + draw.choice(REQUESTS).format(**words) + "<|im_end|>\n<|im_start|>assistant\n"
    return "<|endoftext|>" + draw.choice(OPENINGS).format(**words)


def choose(logits, generator):
    """Temperature 0.8, the best 50 words, of these as many as make 0.95."""
    logits[:, [END_OF_TEXT, 1]] = float("-inf")
    values, words = (logits / 0.8).topk(50)
    p = values.softmax(-1)
    p = p * (p.cumsum(-1) - p < 0.95)
    return words.gather(1, torch.multinomial(p, 1, generator=generator))[:, 0].tolist()


@torch.no_grad()
def batch(model, tokenizer, seed, rows, length):
    draw, generator = random.Random(seed), torch.Generator().manual_seed(seed)
    prompts = [prompt(draw) for _ in range(rows)]
    ids = [tokenizer.encode(p).ids for p in prompts]
    given = [len(i) for i in ids]
    shortest = min(given)
    cache = Cache(model, rows, length)
    x = torch.tensor([i[:shortest] for i in ids])
    done = [False] * rows
    for at in range(shortest, length):  # a longer prompt is fed token by token while the shorter ones are being answered
        state = model.run(model.embed(x), range(model.layers), cache)
        words = choose(model.head(state[:, -1]), generator)
        for r in range(rows):
            if at < given[r]:
                words[r] = ids[r][at]
            elif done[r] or words[r] == END:
                words[r], done[r] = END, True
            else:
                ids[r].append(words[r])
        if all(done):
            break
        x = torch.tensor(words)[:, None]
    return [{"prompt": p, "text": tokenizer.decode(i[n if p.startswith("<|im") else 1:])} for p, i, n in zip(prompts, ids, given)]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("folder")
    ap.add_argument("out")
    ap.add_argument("--batches", type=int, default=8)
    ap.add_argument("--rows", type=int, default=64)
    ap.add_argument("--length", type=int, default=192, help="tokens of a text with its prompt")
    ap.add_argument("--seed", type=int, default=1)
    a = ap.parse_args()
    torch.set_num_threads(1)
    model, tokenizer = Llama(a.folder), Tokenizer.from_file(os.path.join(a.folder, "tokenizer.json"))
    have = 0
    if os.path.exists(a.out):
        with open(a.out, encoding="utf-8") as f:
            have = sum(1 for _ in f) // a.rows
    for i in range(have, a.batches):
        lines = batch(model, tokenizer, a.seed * 1000 + i, a.rows, a.length)
        with open(a.out, "a", encoding="utf-8") as f:
            f.write("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))
        print(f"batch {i + 1} of {a.batches}: {sum(len(tokenizer.encode(line['text']).ids) for line in lines)} tokens", flush=True)


if __name__ == "__main__":
    main()
