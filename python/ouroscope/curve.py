# SPDX-License-Identifier: GPL-3.0-or-later
"""Depth against quality: the operating curve of one or many traces, with its baselines and the best possible."""
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Sequence, Tuple

import numpy as np

from .errors import TraceError
from .schema import Array
from .exits import first_reaching, survivals

if TYPE_CHECKING:
    from .trace import Trace

_ORACLE_STEPS = 20
_Z = 1.959963984540054
_FEWEST = 10
_NO_ENDS = (float("nan"),) * 6


@dataclass(frozen=True)
class Points:
    """Points of one curve, sorted by `setting`: q, a budget, or mean loops. Means over tokens."""

    setting: Array
    mean_loops: Array
    """theoretical: reading a record earlier saves nothing"""
    agreement: Array
    """share of tokens whose best candidate equals the deepest loop's"""
    nll: Array
    """mean -log p of the token that follows, nats"""
    kl: Array
    """mean KL(last loop ‖ the loop that is read), nats"""
    need_rerun: Array
    """tokens that would have gone on past the loops that they ran"""
    agreement_low: Array
    """95 % interval over tokens, as if they were independent: Wilson's. NaN below 10 tokens, and for `random` and `oracle`"""
    agreement_high: Array
    nll_low: Array
    """of its difference to the deepest loop's on the same tokens, set around the mean; by the normal approximation"""
    nll_high: Array
    kl_low: Array
    kl_high: Array

    def to_pandas(self) -> Any:
        import pandas

        return pandas.DataFrame(vars(self))


@dataclass(frozen=True)
class OperatingCurve:
    """Loops saved on it are theoretical until a run has measured them."""

    budget: int
    gate: Optional[Points]
    """over q from 0 to 1; None without a gate"""
    uniform: Points
    """every token at the same loop: budgets 1 to R"""
    random: Optional[Points]
    """the gate's exit loops dealt to tokens at random, expected value"""
    oracle: Points
    """the best that any choice of loops can reach, each quality for itself"""
    n: Dict[str, int]
    """tokens behind each mean: mean_loops, agreement, nll, kl"""


class Quality:
    """What reading every token at every loop would give; T tokens of one or more traces."""

    def __init__(self, traces: Sequence["Trace"]) -> None:
        loops = {trace.sizes["R"] for trace in traces}
        if len(loops) != 1:
            raise TraceError(f"The traces have {' and '.join(map(str, sorted(loops)))} loops: a curve needs the same number in all of them.")
        self.loops = loops.pop()
        nll, kl, agrees, deepest, known = [], [], [], [], []
        for trace in traces:
            last = trace["loops_run"] - 1
            rows = np.arange(len(last))[:, None]
            cell = np.minimum(np.arange(self.loops), last[:, None])
            best = trace["topk_id"][:, :, 0][rows, cell]
            nll.append(-trace["logprob"][rows, cell].astype(np.float64))
            kl.append(trace["kl"][rows, cell].astype(np.float64))
            agrees.append(best == best[rows[:, 0], last][:, None])
            known.append((best >= 0).all(1))
            deepest.append(last)
        self.deepest, self.compared = np.concatenate(deepest), np.concatenate(known)
        self.nll, self.kl, self.agrees = np.concatenate(nll), np.concatenate(kl), np.concatenate(agrees)
        self.scored, self.kl_known = np.isfinite(self.nll).all(1), np.isfinite(self.kl).all(1)
        self.tokens = len(self.deepest)
        self.n = {
            "mean_loops": self.tokens, "agreement": int(self.compared.sum()),
            "nll": int(self.scored.sum()), "kl": int(self.kl_known.sum()),
        }  # fmt: skip

    def point(self, loop: Array) -> "tuple[tuple[float, float, float, float], tuple[float, ...]]":
        """Mean loops, agreement, nll and KL of every token read at `loop` [T], cut to what it ran; their intervals."""
        rows = np.arange(self.tokens)
        parts = ((self.agrees, self.compared), (self.nll, self.scored), (self.kl, self.kl_known))
        read = [values[rows, loop][known] for values, known in parts]
        means = [_mean(values) for values in read]
        full = self.nll[:, -1][self.scored]
        agreement = (1.0, 1.0) if (loop >= self.deepest).all() and len(read[0]) else _share_interval(read[0])
        change, kl = _mean_interval(read[1] - full), _mean_interval(read[2])
        ends = (*agreement, *(_mean(full) + end for end in change), float(np.maximum(kl[0], 0.0)), kl[1])
        return (float((np.minimum(loop, self.deepest) + 1).mean()), means[0], means[1], means[2]), ends


def _mean_interval(values: Array) -> "tuple[float, float]":
    if len(values) < _FEWEST:
        return float("nan"), float("nan")
    half = _Z * float(values.std(ddof=1)) / len(values) ** 0.5
    return float(values.mean()) - half, float(values.mean()) + half


def _share_interval(cases: Array) -> "tuple[float, float]":
    n = len(cases)
    if n < _FEWEST:
        return float("nan"), float("nan")
    share, z2 = float(cases.mean()), _Z * _Z / n
    centre = (share + z2 / 2) / (1 + z2)
    half = _Z * (share * (1 - share) / n + z2 / (4 * n)) ** 0.5 / (1 + z2)
    return max(0.0, centre - half), min(1.0, centre + half)


def _mean(values: Array) -> float:
    return float(values.mean()) if len(values) else float("nan")


def _points(rows: "Sequence[Tuple[float, ...]]") -> Points:
    return Points(*(np.array(column, dtype=float) for column in zip(*rows)))


def _frontier(q: Quality, cost: Array, known: Array) -> "tuple[Array, Array]":
    """Corners (mean loops, mean cost) of the best choice of loops, falling and convex; empty where nothing is known."""
    n = int(known.sum())
    if n == 0:
        return np.empty(0), np.empty(0)
    steps = []
    for t in np.flatnonzero(known):
        start, last = 0, q.deepest[t]
        while start < last:
            change = cost[t, start + 1 : last + 1] - cost[t, start]
            slope = change / np.arange(1, len(change) + 1)
            best = int(slope.argmin())
            if not slope[best] < 0:
                break
            steps.append((slope[best], change[best], best + 1))
            start += best + 1
    steps.sort(key=lambda step: step[0])
    loops, value = [1.0], [cost[known, 0].sum() / n]
    bought, total = 0, cost[known, 0].sum()
    for i, (slope, change, count) in enumerate(steps):
        bought += count
        total += change
        if i + 1 == len(steps) or steps[i + 1][0] != slope:
            loops.append(1 + bought / q.tokens)
            value.append(total / n)
    return np.array(loops), np.array(value)


def operating_curve(traces: Sequence["Trace"], budget: int, gate: int, points: int) -> OperatingCurve:
    q = Quality(traces)
    R = q.loops
    levels = [q.point(np.full(q.tokens, b)) for b in range(R)]
    uniform = _points([(b + 1, *levels[b][0], (q.deepest < b).sum(), *levels[b][1]) for b in range(R)])

    by_gate = by_chance = None
    if gate != 0 or all(trace.gated for trace in traces):
        survival = survivals(np.concatenate([trace.gate_logits(gate) for trace in traces]))
        run = q.deepest + 1
        limit = np.minimum(budget, run)
        at_end = 1.0 - survival[np.arange(q.tokens), run - 1]
        gate_rows, random_rows = [], []
        for i in range(points):
            setting = i / (points - 1) if points > 1 else 1.0
            loop = first_reaching(setting, limit, survival)
            rerun = int(((run < budget) & (loop == run - 1) & ~((at_end >= setting) & (setting < 1))).sum())
            means, ends = q.point(loop)
            gate_rows.append((setting, *means, rerun, *ends))
            share = np.bincount(loop, minlength=R) / q.tokens
            used = np.flatnonzero(share)
            chance = (float(sum(share[r] * levels[r][0][i] for r in used)) for i in range(4))
            random_rows.append((setting, *chance, rerun, *_NO_ENDS))
        by_gate, by_chance = _points(gate_rows), _points(random_rows)

    x = 1 + np.arange((R - 1) * _ORACLE_STEPS + 1) / _ORACLE_STEPS
    best = []
    for cost, known in ((1.0 - q.agrees, q.compared), (q.nll, q.scored), (q.kl, q.kl_known)):
        loops, value = _frontier(q, cost, known)
        best.append(np.interp(x, loops, value) if len(loops) else np.full(len(x), np.nan))
    no_ends = [np.full(len(x), np.nan) for _ in _NO_ENDS]
    oracle = Points(x, x, 1 - best[0], best[1], best[2], np.zeros(len(x)), *no_ends)
    return OperatingCurve(budget, by_gate, uniform, by_chance, oracle, q.n)
