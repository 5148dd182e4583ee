# SPDX-License-Identifier: GPL-3.0-or-later
"""States with labels, as probes are trained on."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Optional, Sequence, Union

import numpy as np

from .errors import TraceError
from .schema import Array

if TYPE_CHECKING:
    from .trace import Trace

Labels = Union[Callable[["Trace", int], Any], Sequence[Sequence[Any]]]


def samples(traces: Sequence["Trace"], labels: Labels, loops: Optional[int] = None, *, layers: bool = False) -> "tuple[Array, Array, Array]":
    """-> states [N,R,d], labels [N], and the number of the trace that each came from [N], for splits by document.

    labels: a function of (trace, token) or, for every trace, a list with one a token; None leaves a token out.
    loops: the first so many alone. Tokens that did not run all of these are left out. layers: states [N,R,S,d] after the layers
    that were kept, in place of those at the ends of loops. X[:, r] or X[:, r, i] and y go to scikit-learn."""
    column, option = ("layer_state", "--state-layers") if layers else ("hidden", "--capture hidden")
    states, ys, groups = [], [], []
    for number, trace in enumerate(traces):
        if column not in trace:
            raise TraceError(f"Trace {number} has no states{' of layers' if layers else ''}: record it again with them ({option}).")
        R = loops or trace.loops
        if R > trace.loops:
            raise TraceError(f"Trace {number} has {trace.loops} loops, {R} were asked for.")
        T = trace.sizes["T"]
        own = [labels(trace, t) for t in range(T)] if callable(labels) else list(labels[number])
        if len(own) != T:
            raise TraceError(f"Trace {number} has {T} tokens and {len(own)} labels.")
        kept = [t for t in range(T) if own[t] is not None and trace["loops_run"][t] >= R]
        states.append(trace[column][kept, :R])
        ys += [own[t] for t in kept]
        groups += [number] * len(kept)
    if not ys:
        raise TraceError("No token has a label.")
    if len({each.shape[1:] for each in states}) > 1:
        raise TraceError("The traces have states of different widths, or at different loops or layers: probe those of one model together.")
    return np.concatenate(states), np.array(ys), np.array(groups)
