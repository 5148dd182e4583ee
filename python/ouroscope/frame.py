# SPDX-License-Identifier: GPL-3.0-or-later
"""A trace as a pandas DataFrame."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict

import numpy as np

from .exits import Rule, exits
from .measures import known_measures

if TYPE_CHECKING:
    from .trace import Trace


def frame(trace: "Trace", rule: Rule) -> Any:
    """A row per token and loop that was run, with the columns of `ouroscope-cli show --format csv`."""
    import pandas

    read = exits(trace, rule)
    token, loop = np.nonzero(trace.ran)
    measures = known_measures(trace, rule.gate)
    data: Dict[str, Any] = {
        "position": token + 1,
        "id": trace["token_id"][token],
        "token": [trace.tokens[t].text for t in token],
        "generated": trace.generated[token],
    }
    for measure in (m for m in measures if m.per_token):
        data[measure.column] = np.asarray(measure.values(trace, read))[token]
    data["loop"] = loop + 1
    if trace.gated or rule.gate:
        data["gate_logit"] = trace.gate_logits(rule.gate)[token, loop]
    for measure in (m for m in measures if not m.per_token):
        data[measure.column] = np.asarray(measure.values(trace, read))[token, loop]
    best = trace["topk_id"][token, loop, 0]
    data["top_id"] = pandas.array(np.where(best < 0, 0, best), dtype="Int64")
    data["top_id"][best < 0] = pandas.NA
    words = {id: trace.word(id).text if id >= 0 else "" for id in np.unique(best).tolist()}
    data["top_word"] = [words[id] for id in best.tolist()]
    data["top_logprob"] = trace["topk_logprob"][token, loop, 0]
    return pandas.DataFrame(data)
