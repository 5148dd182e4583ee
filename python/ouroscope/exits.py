# SPDX-License-Identifier: GPL-3.0-or-later
"""Exit analysis: where tokens stop under a rule, and the exit distribution (docs/trace-format.md, "Exit analysis").

All of it is computed in float64 from the gate logits, in the order of the program.
"""
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Optional, Union

import numpy as np

from .errors import TraceError
from .schema import Array

if TYPE_CHECKING:
    from .trace import Trace


@dataclass(frozen=True)
class Rule:
    """How a record is read: every token at loop `budget`, or where the gate says, but never deeper than the budget."""

    q: float
    """threshold; 1 reads loop `budget` everywhere"""
    budget: int
    """loops allowed, 1 to R"""
    gate: int
    """0 is the model's own, others follow in the order of info.model.other_gates"""


@dataclass(frozen=True)
class Exits:
    """Where every token is read under a rule, and its exit distribution. Loops count from 0; depths from 1."""

    rule: Rule
    loop: Array
    """[T] int: the loop that is read"""
    expected_depth: Array
    """[T] of the distribution cut at the budget; NaN without a gate and where a gate that counts is NaN"""
    depth_entropy: Array
    """[T] nats; NaN likewise"""
    top_id: Array
    """[T] best candidate at the loop that is read; -1 where it has none"""
    gate_lambda: Array
    """[T,R] sigmoid of the gate logit; NaN where a loop was not run or is above the budget"""
    p: Array
    """[T,R] exit probability; loop `budget` takes the remainder"""
    cdf: Array
    """[T,R] cumulative exit probability"""
    histogram: Array
    """[R] tokens that are read at each loop"""
    mean_loops: float
    """mean of loop + 1"""
    first_branch: int
    """first generated position whose greedy continuation would differ from the recorded token; -1: none"""
    replay: str
    """what a run with this rule would do: "exact", "branches" or "needs-rerun" """
    replay_token: int
    """the first token that differs or misses loops, from 0; -1: none"""

    def __repr__(self) -> str:
        return f"Exits(mean_loops={self.mean_loops:.3f}, {self.rule}, replay={self.replay!r})"


def sigmoid(x: Array) -> Array:
    with np.errstate(over="ignore"):
        return 1.0 / (1.0 + np.exp(-x.astype(np.float64)))


def gate_number(trace: "Trace", gate: Union[None, str, int]) -> int:
    own = trace.info.model.get("gate") or ""
    others = trace.info.model.other_gates
    if gate is None or gate == 0 or (isinstance(gate, str) and trace.gated and gate == own):
        return 0
    if isinstance(gate, str) and gate in others:
        return int(others.index(gate)) + 1
    if isinstance(gate, int) and 0 < gate <= len(others):
        return gate
    known = ", ".join(name for name in (own, *others) if name)
    raise TraceError(f"The trace has no gate {gate!r}: it has {known or 'one gate without a name' if trace.gated else known or 'no exit gate'}.")


def rule_for(trace: "Trace", q: Optional[float], budget: Optional[int], gate: Union[None, str, int]) -> Rule:
    """The rule of the run where nothing is given; a budget alone reads every token at that loop."""
    loops = trace.sizes["R"]
    if budget is not None and not 1 <= budget <= loops:
        raise TraceError(f"A budget of {budget} loops does not fit the {loops} recorded ones: choose 1 to {loops}.")
    if q is not None and not 0 <= q <= 1:
        raise TraceError(f"The threshold q is {q}, allowed are 0 to 1.")
    if q is not None and q < 1 and not trace.gated:
        raise TraceError("The trace has no exit gate, so no threshold stops a token: leave q out, or read every token at one loop with budget.")
    threshold = trace.info.exit.threshold if q is None and budget is None else 1.0 if q is None else q
    return Rule(float(threshold), budget or trace.info.exit.budget, gate_number(trace, gate))


def first_reaching(q: float, loops: Array, survival: Array) -> Array:
    """[T] the first loop whose CDF reaches q among the first `loops` [T]: the last of them where none does."""
    last = loops - 1
    if not q < 1:
        return last
    reached = (1.0 - survival >= q) & (np.arange(survival.shape[1]) < last[:, None])
    return np.where(reached.any(1), reached.argmax(1), last)


def survivals(gates: Array) -> Array:
    """[T,R] probability of going on after each loop; NaN from the first NaN gate on."""
    return np.cumprod(1.0 - sigmoid(gates), axis=1)


def exits(trace: "Trace", rule: Rule) -> Exits:
    T, R = trace.sizes["T"], trace.sizes["R"]
    run = trace["loops_run"]
    gates = trace.gate_logits(rule.gate)
    known = trace.gated or rule.gate != 0
    rows = np.arange(T)
    lam, survival = sigmoid(gates), survivals(gates)
    before = np.concatenate([np.ones((T, 1)), survival[:, :-1]], axis=1)
    p = lam * before
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = np.where(p > 0, -p * np.log(p), 0.0)
        loops = np.minimum(rule.budget, run)
        rest = before[rows, loops - 1]
        # Sums over the loops before the last one that is allowed, which takes the remainder.
        zero = np.zeros((T, 1))
        depth = np.concatenate([zero, np.cumsum(np.arange(1, R + 1) * p, axis=1)], axis=1)[rows, loops - 1] + loops * rest
        entropy = np.concatenate([zero, np.cumsum(terms, axis=1)], axis=1)[rows, loops - 1]
        entropy = entropy - np.where((rest > 0) | np.isnan(rest), rest * np.log(rest), 0.0)
    loop = first_reaching(rule.q, loops, survival)
    top = trace["topk_id"][rows, loop, 0]
    first_branch = _first_branch(trace, top)
    status, token = _replay(trace, rule, loop, gates, first_branch)
    lam, p, cdf = _distribution(lam, p, before, run, rule.budget, known)
    nothing = np.full(T, np.nan)
    return Exits(
        rule, loop, depth if known else nothing, entropy if known else nothing, top, lam, p, cdf,
        np.bincount(loop, minlength=R), float((loop + 1).sum() / T), first_branch, status, token,
    )  # fmt: skip


def _distribution(lam: Array, p: Array, before: Array, run: Array, budget: int, known: bool) -> "tuple[Array, Array, Array]":
    """lambda, p and CDF [T,R] of the loops that were run and are allowed."""
    R = lam.shape[1]
    at = np.arange(R)
    if not known:
        nothing = np.full(lam.shape, np.nan)
        return nothing, nothing, nothing
    last = at == (run - 1)[:, None]
    ran = at < run[:, None]
    share = np.where(ran, np.where(last, before, p), np.nan)
    cdf = np.cumsum(np.where(ran, share, 0.0), axis=1)
    cdf = np.where(ran, np.where(last & ~np.isnan(share), 1.0, cdf), np.nan)
    lam = np.where(ran, lam, np.nan)
    if budget < R:
        here = ~np.isnan(share[:, budget - 1])
        rest = np.nansum(share[:, budget - 1 :], axis=1)
        broken = (np.isnan(share) & ran)[:, budget - 1 :].any(1)
        share[:, budget - 1] = np.where(here, np.where(broken, np.nan, rest), share[:, budget - 1])
        cdf[:, budget - 1] = np.where(~np.isnan(cdf[:, budget - 1]), 1.0, cdf[:, budget - 1])
        for values in (lam, share, cdf):
            values[:, budget:] = np.nan
    return lam, share, cdf


def _first_branch(trace: "Trace", top: Array) -> int:
    """Only a greedy run tells what another depth would have drawn; a token that a person gave tells nothing."""
    info, ids = trace.info, trace["token_id"]
    if info.sampling.temperature != 0:
        return -1
    given = {event.token for event in info.events if event.what == "branch"}
    for t in range(max(0, info.prompt_tokens - 1), len(ids) - 1):
        if top[t] >= 0 and top[t] != ids[t + 1] and t + 1 not in given:
            return t + 1
    return -1


def _replay(trace: "Trace", rule: Rule, loop: Array, gates: Array, first_branch: int) -> "tuple[str, int]":
    run = trace["loops_run"]
    if trace.info.step_rule.name in ("euler", "anchored"):
        # Fewer loops would have taken other steps.
        fewer = np.flatnonzero(loop + 1 < run)
        if len(fewer):
            return "needs-rerun", int(fewer[0])
    skipped = np.flatnonzero((run < rule.budget) & (loop == run - 1))
    if len(skipped):
        reached = 1.0 - survivals(gates)[skipped, run[skipped] - 1] >= rule.q if rule.q < 1 else np.zeros(len(skipped), bool)
        if not reached.all():
            return "needs-rerun", int(skipped[~reached][0])
    return ("branches", first_branch) if first_branch >= 0 else ("exact", -1)
