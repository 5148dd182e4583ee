# SPDX-License-Identifier: GPL-3.0-or-later
"""The measures: quantities per token and loop [T,R], or per token [T], by the names that the program's figures use."""
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Callable, Dict

import numpy as np

from .errors import TraceError
from .schema import Array
from .exits import Exits

if TYPE_CHECKING:
    from .trace import Trace


@dataclass(frozen=True)
class Measure:
    id: str
    name: str
    values: "Callable[[Trace, Exits], Array]"
    unit: str = ""
    key: str = ""
    """in tables and JSON, where it is not the id"""
    per_token: bool = False
    whole: bool = False
    needs_gate: bool = False
    needs_hidden: bool = False

    @property
    def column(self) -> str:
        return (self.key or self.id).replace("-", "_")


def _column(name: str) -> "Callable[[Trace, Exits], Array]":
    return lambda trace, read: trace[name]


def _younger(name: str) -> "Callable[[Trace, Exits], Array]":
    """A column that older traces do not have: NaN everywhere there."""
    return lambda trace, read: trace[name] if name in trace else np.full(trace["kl"].shape, np.nan)


def _rank(trace: "Trace", read: Exits) -> Array:
    rank = trace["rank"]
    return np.where(rank < 0, np.nan, rank)


def _best(trace: "Trace") -> "tuple[Array, Array]":
    """[T,R] best candidates, and [T] that of the last loop run."""
    best = trace["topk_id"][:, :, 0]
    return best, best[np.arange(len(best)), trace["loops_run"] - 1]


def _agreement(trace: "Trace", read: Exits) -> Array:
    best, last = _best(trace)
    known = trace.ran & (best >= 0) & (last >= 0)[:, None]
    return np.where(known, best == last[:, None], np.nan)


def _relative_step(trace: "Trace", read: Exits) -> Array:
    state, step = (trace[name].astype(np.float64) for name in ("state_norm", "step_norm"))
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(state > 0, step / state, np.nan)


def _drift_ratio(trace: "Trace", read: Exits) -> Array:
    step = trace["step_norm"].astype(np.float64)
    steps = step[np.isfinite(step)]
    return np.asarray(step * len(steps) / steps.sum() if steps.sum() > 0 else np.full(step.shape, np.nan))


def _angle(trace: "Trace", read: Exits) -> Array:
    # Rounding may leave a cosine a hair above 1.
    degrees: Array = np.degrees(np.arccos(np.clip(trace["step_cosine"].astype(np.float64), -1, 1)))
    return degrees


def _turn(trace: "Trace", read: Exits) -> Array:
    """cos(h_r - h_{r-1}, h_{r-1} - h_{r-2}); the first loop starts on another scale and has no step."""
    states = trace["hidden"]
    out = np.full(states.shape[:2], np.nan)
    for r in range(2, states.shape[1]):
        before, middle, now = (states[:, i].astype(np.float64) for i in (r - 2, r - 1, r))
        a, b = now - middle, middle - before
        with np.errstate(divide="ignore", invalid="ignore"):
            size = np.sqrt((a * a).sum(1) * (b * b).sum(1))
            out[:, r] = np.where(size > 0, np.clip((a * b).sum(1) / size, -1, 1), np.nan)
    out[~trace.ran] = np.nan
    return out


def _from_one(loops: Array) -> Array:
    return np.where(loops < 0, np.nan, loops + 1.0)


def first_commit(trace: "Trace") -> Array:
    """[T] the first loop, from 0, whose best candidate is the last loop's; -1 where it has none."""
    best, last = _best(trace)
    hit = trace.ran & (best >= 0) & (best == last[:, None])
    return np.where(hit.any(1), hit.argmax(1), -1)


def flips(trace: "Trace") -> Array:
    """[T,R] whether the best candidate differs from that of the loop before."""
    best, _ = _best(trace)
    changed = np.zeros(best.shape, bool)
    changed[:, 1:] = (best[:, 1:] >= 0) & (best[:, :-1] >= 0) & (best[:, 1:] != best[:, :-1])
    return changed & trace.ran


def _last_flip(trace: "Trace", read: Exits) -> Array:
    changed = flips(trace)
    R = changed.shape[1]
    return np.where(changed.any(1), R - changed[:, ::-1].argmax(1), np.nan)


MEASURES: Dict[str, Measure] = {
    m.id: m
    for m in (
        Measure("exit-loop", "Exit loop", lambda t, e: e.loop + 1.0, "loops", per_token=True, whole=True),
        Measure("expected-depth", "Expected depth", lambda t, e: e.expected_depth, "loops", per_token=True, needs_gate=True),
        Measure("depth-entropy", "Entropy of depth", lambda t, e: e.depth_entropy, "nats", per_token=True, needs_gate=True),
        Measure("lambda", "Gate \u03bb", lambda t, e: e.gate_lambda, needs_gate=True),
        Measure("exit-probability", "Exit probability p", lambda t, e: e.p, key="p", needs_gate=True),
        Measure("cdf", "Cumulative exit probability", lambda t, e: e.cdf, needs_gate=True),
        Measure("entropy", "Entropy of the next word", _column("entropy"), "nats"),
        Measure("logprob", "Log-probability of the next token", _column("logprob"), "nats"),
        Measure("rank", "Words ranked above the next token", _rank, whole=True),
        Measure("kl", "KL from the last loop", _column("kl"), "nats"),
        Measure("kl-step", "KL from the loop before", _younger("kl_step"), "nats"),
        Measure("js-step", "Jensen\u2013Shannon to the loop before", _younger("js_step"), "nats"),
        Measure("residual-norm", "Norm before the final norm", _younger("residual_norm")),
        Measure("state-norm", "State norm", _column("state_norm")),
        Measure("step-norm", "Step size", _column("step_norm")),
        Measure("step-cosine", "Cosine to the loop before", _column("step_cosine")),
        Measure("top-agreement", "Best word equals the last loop's", _agreement, whole=True),
        Measure("relative-step", "Relative step", _relative_step),
        Measure("drift-ratio", "Drift ratio", _drift_ratio),
        Measure("angle", "Angle", _angle, "\u00b0"),
        Measure("turn", "Cosine of successive steps", _turn, needs_hidden=True),
        Measure("first-commit", "First commit", lambda t, e: _from_one(first_commit(t)), "loops", per_token=True, whole=True),
        Measure("last-flip", "Last flip", _last_flip, "loops", per_token=True, whole=True),
        Measure("flips", "Flips of the best word", lambda t, e: flips(t).sum(1).astype(float), per_token=True, whole=True),
    )
}
"""By id, in the program's order."""


def measure_for(trace: "Trace", name: str) -> Measure:
    """Raises TraceError where there is no such measure, or the trace does not hold what it is made of."""
    found = MEASURES.get(name.replace("_", "-")) or next((m for m in MEASURES.values() if m.column == name), None)
    if not found:
        raise TraceError(f"There is no measure {name!r}: choose {', '.join(MEASURES)}.")
    if found.needs_hidden and "hidden" not in trace:
        raise TraceError(f"{found.id} needs hidden states: record the trace again with them (--capture hidden).")
    return found


def known_measures(trace: "Trace", gate: int = 0) -> "list[Measure]":
    """Those that the trace has what they are made of, in the order of the table."""
    gated = trace.gated or gate != 0
    return [m for m in MEASURES.values() if (gated or not m.needs_gate) and (not m.needs_hidden or "hidden" in trace)]
