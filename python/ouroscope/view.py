# SPDX-License-Identifier: GPL-3.0-or-later
"""A trace in a notebook: its text shaded by the loop at which every token is read, with the words of every loop beside
the pointer and a slider for the loop budget. One piece of HTML that loads nothing; without JavaScript the shading stays.

Words of a trace are other people's texts: they go through html.escape or, in data, through _script_safe, and the
script writes them as text only.
"""
from __future__ import annotations

import json
import uuid
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, List

import numpy as np

from .exits import Rule, exits

if TYPE_CHECKING:
    from .trace import Trace

MOST_TOKENS = 1000
_ALL_LOOPS = 12  # up to here every loop is listed, above only those that change the word


def _script_safe(value: Any) -> str:
    """JSON that cannot end the element that it stands in."""
    text = json.dumps(value, separators=(",", ":"))  # ASCII: other characters are \\uNNNN
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _loops_of(trace: "Trace", tokens: int) -> "tuple[List[List[Any]], List[str]]":
    """For every token rows (loop, index of its best word, probability), and the words."""
    best = trace["topk_id"][:tokens, :, 0]
    with np.errstate(over="ignore"):
        probability = np.exp(trace["topk_logprob"][:tokens, :, 0].astype(float))
    places: Dict[int, int] = {}
    rows: List[List[Any]] = []
    for t in range(tokens):
        run = int(trace["loops_run"][t])
        listed = [r for r in range(run) if run <= _ALL_LOOPS or r in (0, run - 1) or best[t, r] != best[t, r - 1]]
        row = []
        for r in listed:
            id = int(best[t, r])
            place = places.setdefault(id, len(places)) if id >= 0 else -1
            row.append((r, place, round(float(probability[t, r]), 4) if id >= 0 else 0))
        rows.append(row)
    return rows, [trace.word(id).text for id in places]


def html(trace: "Trace") -> str:
    """The piece of HTML. Tokens are read by the threshold of the run."""
    T, R = trace.sizes["T"], trace.loops
    shown = min(T, MOST_TOKENS)
    info = trace.info
    read = exits(trace, Rule(info.exit.threshold, R, 0))
    budget = info.exit.budget
    loops, words = _loops_of(trace, shown)
    data = {
        "R": R, "exit": read.loop[:shown].tolist(), "run": trace["loops_run"][:shown].tolist(), "loops": loops, "words": words,
    }  # fmt: skip
    spans = []
    for t in range(shown):
        loop = min(int(read.loop[t]), budget - 1) + 1
        kind = "" if trace.generated[t] else ' class="prompt"'
        line = "<br>" if b"\n" in trace.tokens[t].bytes else ""
        spans.append(f'<span{kind} style="--d:{loop / R:.3f}" title="read at loop {loop} of {R}">{escape(trace.tokens[t].text)}</span>{line}')
    rule = f"read at threshold q = {info.exit.threshold:g}" if trace.gated and info.exit.threshold < 1 else "read at the last loop allowed"
    head = f"{escape(info.model.name)}: {T} tokens, {R} loops, {rule}"
    if info.interventions:
        head += f"; states were changed: {escape(' and '.join(info.interventions))}"
    if shown < T:
        head += f"; the first {shown} tokens are shown"
    files = {name: Path(__file__).with_name(name).read_text(encoding="utf-8").strip() for name in ("view.css", "view.js")}
    id = f"ouroscope-{uuid.uuid4().hex}"
    return (
        f'<div class="ouroscope" id="{id}"><style>{files["view.css"]}</style>'
        f"<p>{head}</p>"
        f'<p><label>Loop budget <input type="range" min="1" max="{R}" value="{budget}"></label> <output>{budget} of {R}</output></p>'
        f'<p class="words">{"".join(spans)}</p>'
        '<p class="quiet">Darker is deeper; underlined tokens are the prompt. Point at a token to see what each loop would say next.</p>'
        '<div class="loops"></div>'
        f'<script type="application/json" class="data">{_script_safe(data)}</script>'
        f'<script>{files["view.js"]}("{id}", 40);</script></div>'
    )
