# SPDX-License-Identifier: GPL-3.0-or-later
"""The map that `ouroscope-cli sweep` writes into the metadata of a trace, checked by the program's rules."""
from __future__ import annotations

from typing import Mapping

from .strictjson import Reader


def check_causal_map(sweep: Reader, sizes: Mapping[str, int]) -> None:
    """sizes: of the axes of the trace. Raises TraceError that names the field."""
    over = sweep.string("over")
    if over not in ("tokens", "layers"):
        sweep.fail("over", "must be tokens or layers")
    sweep.string("intervention")
    if sweep.find("from") is not None:
        sweep.string("from")
    sweep.integer("token", 0, sizes["T"] - 1)
    sweep.integer("word", 0, sizes["V"] - 1)
    if sweep.find("logprob") is not None:
        sweep.number("logprob", -1e9, 1e9)
    sweep.integer("loops", sizes["R"], sizes["R"])
    for key in ("rows", "rows_alone"):
        sweep.integer(key, 0, 2**63 - 1)
    last = -1
    for place in sweep.array("places"):
        if sweep.integer_in(place, "places", 0, sizes["T" if over == "tokens" else "L"] - 1) <= last:
            sweep.fail("places", "must ascend")
        last = place
    cells = sizes["R"] * len(sweep.array("places"))
    for key in ("change", "kl", "best"):
        values = sweep.array(key)
        if len(values) != cells:
            sweep.fail(key, "must have a value for every loop and place")
        for value in values:
            if key == "best":
                sweep.integer_in(value, key, -1, sizes["V"] - 1)
            elif value is not None and type(value) not in (int, float):
                sweep.fail(key, "must be a list of numbers")
