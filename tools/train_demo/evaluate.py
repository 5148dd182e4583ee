# SPDX-License-Identifier: GPL-3.0-or-later
"""Held-out questions and texts, accuracy by loop, mean exit loop by gate; the bars of the recipe."""
import json, random
import torch
import torch.nn.functional as F
import tasks
from model import exit_distribution

ITEMS = 64          # per class and level in the shipped file
BAR_ITEMS = 512     # per class and level where a bar is checked
EVAL_LEVELS = dict(take=range(1, 11), cups=range(1, 7), facts=range(1, 5), where=range(1, 6), brackets=range(1, 5), days=range(1, 6), easy=range(1, 2))


def draw(r, task, level):
    if task == "facts-heldout":
        return tasks.facts(r, level, held=True)
    return tasks.GENERATORS[task](r, level)


def groups():
    for task, levels in EVAL_LEVELS.items():
        for level in levels:
            yield task, level
    yield "facts-heldout", 2
    yield "facts-heldout", 3


def heldout(encode, items, seed=12345):
    """One dict per question: the document up to its (last) answer, and the answer."""
    out = []
    for task, level in groups():
        r = random.Random(f"{seed}-{task}-{level}")  # a string seed: equal on every machine
        for _ in range(items):
            d = draw(r, task, level)
            last = max(i for i, u in enumerate(d.units) if u[1] == tasks.ANSWER)
            prompt = "".join(u[0] for u in d.units[:last]).lstrip(" ")
            out.append({"class": task, "level": level, "prompt": prompt, "answer": d.units[last][0],
                        "prompt_ids": [encode(u[0]) for u in d.units[:last]], "answer_ids": [encode(d.units[last][0])]})
    return out


def texts(encode, count, levels, seed=777):
    """Whole documents up to the levels that training reached, with the class of every token as a target: 0 template, 1 free choice, 2 answer, -1 none."""
    r, out = random.Random(seed), []
    names, weights = list(tasks.SHARES), list(tasks.SHARES.values())
    for _ in range(count):
        task = r.choices(names, weights)[0]
        level = r.randint(1, levels[task])
        d = tasks.GENERATORS[task](r, level)
        out.append({"class": task, "level": level, "text": d.text(), "ids": [encode(u[0]) for u in d.units],
                    "classes": [-1] + [u[1] for u in d.units[1:]]})
    return out


@torch.no_grad()
def states(model, sequences, loops, batch=128):
    """Hidden states [R][n][d] of every sequence, one by one (sequences of similar length run together)."""
    order = sorted(range(len(sequences)), key=lambda i: len(sequences[i]))
    result = [None] * len(sequences)
    for at in range(0, len(order), batch):
        part = order[at:at + batch]
        t = max(len(sequences[i]) for i in part)
        x = torch.zeros(len(part), t, dtype=torch.long)
        for row, i in enumerate(part):
            x[row, :len(sequences[i])] = torch.tensor(sequences[i])
        hs = torch.stack(model(x, torch.ones_like(x), loops))
        for row, i in enumerate(part):
            result[i] = hs[:, row, :len(sequences[i])]
    return result


def exit_loops(gate_logits, q):
    """[R,N] -> exit loop from 1: the first with CDF >= q."""
    p = exit_distribution(gate_logits.double())
    cdf = p.cumsum(0)
    cdf[-1] = 1
    return (cdf >= q).float().argmax(0) + 1


@torch.no_grad()
def accuracy_table(model, items, gates, q, loops=8, trained=4):
    """Per class and level: accuracy and cross-entropy of the answer at loop 1..loops; per gate the mean exit loop and the accuracy there."""
    hs = states(model, [i["prompt_ids"] for i in items], loops)
    last = torch.stack([h[:, -1] for h in hs], 1)                      # [R, N, d]
    y = torch.tensor([i["answer_ids"][0] for i in items])
    logits = model.head(last)
    ok = (logits.argmax(-1) == y).float()
    ce = torch.stack([F.cross_entropy(z, y, reduction="none") for z in logits])
    exits = {g: exit_loops(last[:trained] @ w.T.squeeze(-1) + b, q) for g, (w, b) in gates.items()}
    rows = {}
    for n, item in enumerate(items):
        rows.setdefault((item["class"], item["level"]), []).append(n)
    table = []
    for (task, level), ns in rows.items():
        n = torch.tensor(ns)
        table.append({"class": task, "level": level, "n": len(ns), "accuracy": [round(v, 4) for v in ok[:, n].mean(1).tolist()],
                      "cross_entropy": [round(v, 4) for v in ce[:, n].mean(1).tolist()],
                      "gates": {g: {"mean_exit_loop": round(e[n].float().mean().item(), 4), "accuracy_at_exit": round(ok[:, n].gather(0, (e[n] - 1)[None])[0].mean().item(), 4)}
                                for g, e in exits.items()}})
    return table


@torch.no_grad()
def text_table(model, docs, gates, q, trained=4):
    """Mean exit loop, accuracy and cross-entropy of template, free and answer tokens over whole documents."""
    hs = states(model, [d["ids"] for d in docs], trained)
    h = torch.cat([x[:, :-1] for x in hs], 1)
    y = torch.cat([torch.tensor(d["ids"][1:]) for d in docs])
    cls = torch.cat([torch.tensor(d["classes"][1:]) for d in docs])
    logits = model.head(h)
    ce = torch.stack([F.cross_entropy(z, y, reduction="none") for z in logits])
    ok = (logits.argmax(-1) == y).float()
    exits = {g: exit_loops(h @ w.T.squeeze(-1) + b, q) for g, (w, b) in gates.items()}
    out = {"all": {"n": len(y), "cross_entropy": [round(v, 4) for v in ce.mean(1).tolist()], "gates": {g: round(e.float().mean().item(), 4) for g, e in exits.items()}}}
    for k, name in enumerate(("template", "free", "answer")):
        s = cls == k
        out[name] = {"n": int(s.sum()), "cross_entropy": [round(v, 4) for v in ce[:, s].mean(1).tolist()], "accuracy": [round(v, 4) for v in ok[:, s].mean(1).tolist()],
                     "gates": {g: {"mean_exit_loop": round(e[s].float().mean().item(), 4), "accuracy_at_exit": round(ok[:, s].gather(0, (e[s] - 1)[None])[0].mean().item(), 4)} for g, e in exits.items()}}
    return out


def spearman(xs, ys):
    rank = lambda v: [sorted(v).index(x) for x in v]
    a, b = torch.tensor(rank(xs)).double(), torch.tensor(rank(ys)).double()
    return torch.corrcoef(torch.stack((a, b)))[0, 1].item()


def bars(table, text, levels):
    """The recipe's bars: (what, found, bar, met). `levels`: the highest that training reached, by task."""
    acc = {(r["class"], r["level"]): [100 * a for a in r["accuracy"]] for r in table}
    ex = {(r["class"], r["level"]): r["gates"]["lookahead"]["mean_exit_loop"] for r in table}
    out = []

    def bar(what, found, low=None, high=None):
        met = (low is None or found >= low) and (high is None or found <= high)
        out.append({"bar": what, "found": round(found, 2), "wanted": f">= {low}" if low is not None else f"<= {high}", "met": met})

    for level, loop, low in ((1, 1, 97), (3, 2, 95), (5, 3, 95), (6, 4, 97)):
        bar(f"take {level} ops at loop {loop}", acc["take", level][loop - 1], low)
    bar("take 6 ops at loop 1", acc["take", 6][0], high=25)
    for level, low in ((1, 99), (2, 99), (3, 97)):
        bar(f"facts {level} hops at loop 4", acc["facts", level][3], low)
    bar("facts 3 hops held out at loop 4", acc["facts-heldout", 3][3], 90)
    bar("facts 3 hops held out at loop 1", acc["facts-heldout", 3][0], high=25)
    bar("cups 3 swaps at loop 1", acc["cups", 3][0], high=45)
    bar("cups 3 swaps at loop 3", acc["cups", 3][2], 95)
    bar("cups 4 swaps at loop 4", acc["cups", 4][3], 95)
    bar("where 3 hops at loop 4", acc["where", 3][3], 90)
    bar("where 3 hops, loop 4 over loop 1", acc["where", 3][3] - acc["where", 3][0], 25)
    bar("brackets depth 2 at loop 4", acc["brackets", 2][3], 90)
    bar("take 8 ops (never trained) at loop 6", acc["take", 8][5], 85)
    bar("take 8 ops, loop 6 over loop 4", acc["take", 8][5] - acc["take", 8][3], 15)
    trained = [acc[t, l][7] for t, top in levels.items() if t != "story" for l in range(1, top + 1)]
    bar("worst trained level at loop 8", min(trained), 85)
    bar("template tokens, top-1 at loop 4", 100 * text["template"]["accuracy"][3], 99.5)
    bar("template tokens, cross-entropy at loop 4", text["template"]["cross_entropy"][3], high=0.03)
    ce = text["all"]["cross_entropy"]
    bar("cross-entropy of all tokens falls with every loop (smallest fall)", min(a - b for a, b in zip(ce, ce[1:])), 0)
    bar("mean exit, template", text["template"]["gates"]["lookahead"]["mean_exit_loop"], high=1.25)
    bar("mean exit, free choice", text["free"]["gates"]["lookahead"]["mean_exit_loop"], high=1.7)
    bar("mean exit, easy answers (take 1, facts 1, easy)", (ex["take", 1] + ex["facts", 1] + ex["easy", 1]) / 3, high=1.7)
    bar("mean exit, hardest trained (take 6)", ex["take", 6], 3.0)
    for t, top in (("take", 6), ("facts", 3)):
        bar(f"Spearman(level, mean exit), {t}", spearman(list(range(1, top + 1)), [ex[t, l] for l in range(1, top + 1)]), 0.9)
    a = text["answer"]
    bar("answer accuracy lost by the exit, points", 100 * (a["accuracy"][3] - a["gates"]["lookahead"]["accuracy_at_exit"]), high=2)
    bar("loops per token at the exit", text["all"]["gates"]["lookahead"], high=1.7)
    return out
