# SPDX-License-Identifier: GPL-3.0-or-later
"""Interventions of docs/interventions.md in NumPy float64, for the forward pass of families_numpy.py. Reads the texts on its own."""
import numpy as np

from families_numpy import GOLDEN, mix64, start_noise

END = -1


def span(text, count):
    """Indices from 0 of "all", "N", "A-B" or "A-"."""
    if text == "all":
        return range(count)
    first, dash, last = text.partition("-")
    return range(int(first) - 1, int(last) if last else count if dash else int(first))


class Edits:
    def __init__(self, specs, vectors, loops, layers, tokens):
        """vectors: {(file, tensor): [d]} and {trace: [T,R,d]}."""
        self.list, self.vectors, self.kept, self.active, self.staged = [], vectors, {}, np.ones(tokens, bool), {}
        for spec in specs:
            kind, *pairs = spec.split(",")
            one = {"kind": kind, **dict(pair.split("=", 1) for pair in pairs)}
            one["loops"] = span(one["loop"], loops)
            one["layers"] = ["end"] if one.get("layer", "end") == "end" else span(one["layer"], layers)
            if "tokens" in one:
                one["tokens"] = sorted({t for part in one["tokens"].split("+") for t in span(part, tokens)})
            else:
                one["tokens"] = list(range(tokens))
            self.list.append(one)

    def repeats(self, loop, tokens):
        counts = np.zeros(tokens, int)
        for one in self.list:
            if one["kind"] == "repeat-loop" and loop in one["loops"]:
                counts[one["tokens"]] += int(one.get("times", 1))
        return counts

    def at(self, loop, place, x, before):
        x = x.copy()
        for one in self.list:
            if one["kind"] != "repeat-loop" and loop in one["loops"] and place in one["layers"]:
                x[one["tokens"]] = self.changed(one, loop, place, x, before)[one["tokens"]]
        self.kept[loop, place] = x
        return x

    def changed(self, one, loop, place, x, before):
        kind, by = one["kind"], float(one.get("by", 1))
        if kind in ("skip-loop", "skip-layer"):
            return before
        if kind == "scale":
            return by * x
        if kind == "noise":
            layer = END if place == "end" else place
            with np.errstate(over="ignore"):
                seed = mix64(np.uint64(int(one.get("seed", 0))) + GOLDEN * np.uint64(1 + loop))
                seed = mix64(seed + GOLDEN * np.uint64(2 + layer))
            size = by * np.sqrt((x * x).mean(-1, keepdims=True))
            return x + size * start_noise(seed, len(x), x.shape[1])
        if kind == "replace":
            source = int(one["from-loop"]) - 1 if "from-loop" in one else loop
            if "trace" in one:
                states = self.vectors[one["trace"]][:, source]
            elif "file" in one:
                states = np.broadcast_to(self.vectors[one["file"], one["tensor"]], x.shape)
            else:
                # What a token does not repeat is as its first pass left it.
                key = id(one), loop, place
                self.staged[key] = np.where(self.active[:, None], x, self.staged.get(key, x))
                states = self.staged[key] if source == loop else self.kept[source, place]
            if "from" in one:
                return np.broadcast_to(states[int(one["from"]) - 1], x.shape)
            return states[: len(x)]
        v = self.vectors[one["file"], one["tensor"]]
        if kind == "add":
            return x + by * v
        return x - by * (x @ v / (v @ v))[:, None] * v
