# SPDX-License-Identifier: GPL-3.0-or-later
"""What papers print of all loops together, of one or several traces: docs/measures.md has the formulas."""
from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any, Dict, List, Sequence, Tuple, Union

import numpy as np

from .errors import TraceError
from .schema import Array

if TYPE_CHECKING:
    from .trace import Trace

Traces = Union["Trace", Sequence["Trace"]]
LIMIT_CLASSES = ("fixed point", "orbit", "slider", "unknown")
TOLERANCE = 0.02  # nats around the least loss that the useful band allows
_BINS = 15
_LEAST_LOOPS = 16


def _listed(traces: Traces) -> "List[Trace]":
    from .trace import Trace

    listed = [traces] if isinstance(traces, Trace) else list(traces)
    if len({trace["kl"].shape[1] for trace in listed}) != 1:
        raise TraceError("The traces must have the same number of loops, at least one trace.")
    return listed


def agreement_matrix(traces: Traces) -> "Tuple[Array, Array]":
    """[R,R] share of tokens whose best words are the same at two loops, and [R,R] how many tokens have both."""
    same: Any = 0
    counted: Any = 0
    for trace in _listed(traces):
        best = np.where(trace.ran, trace["topk_id"][:, :, 0], -1)
        both = (best[:, :, None] >= 0) & (best[:, None, :] >= 0)
        counted = counted + both.sum(0)
        same = same + (both & (best[:, :, None] == best[:, None, :])).sum(0)
    with np.errstate(invalid="ignore"):
        return np.where(counted > 0, same / np.maximum(counted, 1), np.nan), counted


def loop_gain(traces: Traces, tolerance: float = TOLERANCE) -> Dict[str, Any]:
    """nll [R] over the tokens that have it at every loop, best_loop and band from 1, gain, n. None where nothing is scored."""
    rows = np.concatenate([trace["logprob"].astype(np.float64) for trace in _listed(traces)])
    rows = rows[np.isfinite(rows).all(1)]
    if not len(rows):
        return {"n": 0, "nll": np.full(rows.shape[1], np.nan), "best_loop": None, "gain": np.nan, "band": None, "tolerance": tolerance}
    nll = -rows.mean(0)
    best, band = useful_band(nll, tolerance)
    return {"n": len(rows), "nll": nll, "best_loop": best, "gain": nll[0] - nll[best - 1], "band": band, "tolerance": tolerance}


def useful_band(nll: Array, tolerance: float) -> "Tuple[int, Tuple[int, int]]":
    """The loop of the least loss and the stretch around it within `tolerance` nats of that, from 1."""
    best = first = last = int(nll.argmin())
    within = nll <= nll[best] + tolerance
    while first > 0 and within[first - 1]:
        first -= 1
    while last + 1 < len(nll) and within[last + 1]:
        last += 1
    return best + 1, (first + 1, last + 1)


def _temperature(logits: Array, following: Array) -> "Tuple[float, float]":
    """The temperature of least -log p, by golden section on its logarithm, and that -log p."""
    z = logits.astype(np.float64)
    z -= z.max(1, keepdims=True)
    own = z[np.arange(len(z)), following]

    def nll(logarithm: float) -> float:
        t = np.exp(logarithm)
        return float((np.log(np.exp(z / t).sum(1)) - own / t).mean())

    share = 0.6180339887498949
    low, high = np.log(0.05), np.log(20.0)
    a, b = high - share * (high - low), low + share * (high - low)
    at_a, at_b = nll(a), nll(b)
    while high - low > 1e-4:
        if at_a < at_b:
            high, b, at_b = b, a, at_a
            a = high - share * (high - low)
            at_a = nll(a)
        else:
            low, a, at_a = a, b, at_b
            b = low + share * (high - low)
            at_b = nll(b)
    middle = (low + high) / 2
    return float(np.exp(middle)), nll(middle)


def calibration(traces: Traces) -> "List[Dict[str, Any]]":
    """A row per loop: n, accuracy, confidence, ece, brier, nll of the best word; temperature and nll at it with captured logits."""
    listed = _listed(traces)
    rows = []
    for r in range(listed[0]["kl"].shape[1]):
        p, right, nll, logits, following = [], [], [], [], []
        for trace in listed:
            ids = trace["token_id"]
            known = trace.ran[:-1, r] & (trace["rank"][:-1, r] >= 0)
            known &= np.isfinite(trace["topk_logprob"][:-1, r, 0]) & np.isfinite(trace["logprob"][:-1, r])
            at = np.flatnonzero(known)
            p.append(np.exp(trace["topk_logprob"][at, r, 0].astype(np.float64)))
            right.append((trace["topk_id"][at, r, 0] == ids[at + 1]).astype(np.float64))
            nll.append(-trace["logprob"][at, r].astype(np.float64))
            following.append(ids[at + 1])
            if "logits" in trace:
                logits.append(trace["logits"][at, r])
        q, correct = np.concatenate(p), np.concatenate(right)
        row: Dict[str, Any] = {"loop": r + 1, "n": len(q), "temperature": np.nan, "nll_at_temperature": np.nan}
        if not len(q):
            rows.append({**row, **dict.fromkeys(("accuracy", "confidence", "ece", "brier", "nll"), np.nan)})
            continue
        bins = np.clip((q * _BINS).astype(int), 0, _BINS - 1)
        gaps = np.bincount(bins, correct - q, _BINS)
        row.update(accuracy=correct.mean(), confidence=q.mean(), ece=np.abs(gaps).sum() / len(q), brier=((q - correct) ** 2).mean())
        row["nll"] = np.concatenate(nll).mean()
        if len(logits) == len(listed):
            row["temperature"], row["nll_at_temperature"] = _temperature(np.concatenate(logits), np.concatenate(following))
        rows.append(row)
    return rows


def limit_class(cosines: Array, tau: float = 0.05, rho: float = 0.9) -> str:
    """The class of a state by its cosines [R] with the last one, looked at in the second half of the loops."""
    cosines = np.asarray(cosines, np.float32)
    loops = len(cosines)
    half = cosines[loops // 2 :].astype(np.float64)
    if loops < _LEAST_LOOPS or np.isnan(half).any():
        return "unknown"
    near = half >= 1 - tau
    if near.all():
        return "fixed point"
    back = np.arange(len(half))[::-1]
    for period in range(2, loops // 4 + 1):
        if ((back % period == 0) == near)[:-1].all():
            return "orbit"
    ranks = np.array([(half < each).sum() + ((half == each).sum() - 1) / 2 for each in half])
    if ranks.std() > 0 and np.corrcoef(ranks, np.arange(len(half)))[0, 1] >= rho:
        return "slider"
    return "unknown"


def loop_limits(trace: "Trace") -> "Dict[str, int]":
    """How many tokens are of which class by the states at the ends of their loops; needs --capture hidden."""
    if "hidden" not in trace:
        raise TraceError("The trace has no states: record it again with --capture hidden.")
    found = []
    for states, run in zip(trace["hidden"], trace["loops_run"]):
        h = states[:run].astype(np.float64)
        squares = (h * h).sum(1)
        with np.errstate(divide="ignore", invalid="ignore"):
            found.append(limit_class(h @ h[-1] / np.sqrt(squares * squares[-1])))
    return {name: found.count(name) for name in LIMIT_CLASSES}


def layer_limits(trace: "Trace") -> "List[Dict[str, int]]":
    """How many tokens are of which class, by physical layer; needs --capture layers or layer-numbers."""
    if "layer_last_cosine" not in trace:
        raise TraceError("The trace has no states after layers: record it again with --capture layers or layer-numbers.")
    cosines = trace["layer_last_cosine"]
    rows = []
    for layer in range(cosines.shape[2]):
        found = [limit_class(cosines[t, : trace["loops_run"][t], layer]) for t in range(len(cosines))]
        rows.append({name: found.count(name) for name in LIMIT_CLASSES})
    return rows


def layer_similarity(traces: Traces) -> Array:
    """[RL,RL] mean over tokens of the cosines of the states after all pairs of virtual layers; needs --capture similarity."""
    listed = _listed(traces)
    _same(listed, "layers", "layers")
    total: Any = 0
    counted: Any = 0
    for trace in listed:
        if "similarity" not in trace:
            raise TraceError("The traces do not all have the similarity of layers: record them again with --capture similarity.")
        values = trace["similarity"].astype(np.float64)
        known = ~np.isnan(values)
        total, counted = total + np.where(known, values, 0).sum(0), counted + known.sum(0)
    with np.errstate(invalid="ignore"):
        return np.where(counted > 0, total / np.maximum(counted, 1), np.nan)


def state_rank(traces: Traces) -> "List[Dict[str, Any]]":
    """A row per loop: n tokens, energy, effective_rank, matrix_entropy, stable_rank and rank_90 of their states; needs --capture hidden."""
    listed = _listed(traces)
    _same(listed, "hidden_size", "channels of a state")
    if any("hidden" not in trace for trace in listed):
        raise TraceError("The traces do not all have states: record them again with --capture hidden.")
    rows = []
    for r in range(listed[0].loops):
        x = np.concatenate([trace["hidden"][:, r] for trace in listed]).astype(np.float64)
        x = x[np.isfinite(x).all(1)]
        row: Dict[str, Any] = {"loop": r + 1, "n": len(x), **dict.fromkeys(("energy", "effective_rank", "matrix_entropy", "stable_rank"), np.nan), "rank_90": 0}
        if len(x):
            squares = np.linalg.eigvalsh(x @ x.T if len(x) < x.shape[1] else x.T @ x)[::-1]
            squares = squares[squares > 1e-12 * squares[0]]  # below that it is rounding of the product
            row["energy"] = squares.sum() / len(x)
        if len(x) and len(squares):
            row.update(effective_rank=np.exp(_entropy(np.sqrt(squares))), matrix_entropy=_entropy(squares), stable_rank=squares.sum() / squares[0])
            row["rank_90"] = int(np.searchsorted(np.cumsum(squares), 0.9 * squares.sum())) + 1
        rows.append(row)
    return rows


def _entropy(values: Array) -> float:
    p = values / values.sum()
    return float(-(p * np.log(p)).sum())


def attention_statistics(traces: Traces, sink_share: float = 0.3) -> Dict[str, Any]:
    """[R,L] means over heads, then tokens, then traces: sink, sink_rate (the share of heads whose mean weight on the first token is
    sink_share or more), concentration of whole texts, entropy, and step: the distance of the map from that of the loop before, over
    the root of its tokens. n tokens. Needs --capture attention."""
    listed = _listed(traces)
    if any("attention_sink" not in trace for trace in listed):
        raise TraceError("The traces do not all have numbers of attention: record them again with --capture attention.")
    for size, what in (("layers", "layers"), ("heads", "heads")):
        _same(listed, size, what)
    found: Dict[str, List[Array]] = {name: [] for name in ("sink", "sink_rate", "concentration", "entropy", "step")}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # of a mean of nothing, which is NaN
        for trace in listed:
            sink, entropy, step, columns = (trace[f"attention_{name}"].astype(np.float64) for name in ("sink", "entropy", "step", "concentration"))
            by_head = np.nanmean(sink, 0)
            last = trace.sizes["T"] - 1 - np.isfinite(columns[::-1]).argmax(0)
            found["sink"].append(np.nanmean(by_head, -1))
            found["sink_rate"].append(np.nanmean(np.where(np.isnan(by_head), np.nan, by_head >= sink_share), -1))
            found["concentration"].append(np.nanmean(np.take_along_axis(columns, last[None], 0)[0], -1))
            found["entropy"].append(np.nanmean(np.nanmean(entropy, 0), -1))
            found["step"].append(np.nanmean(np.sqrt(np.nanmean(step**2, 0)), -1))
        means = {name: np.nanmean(np.stack(values), 0) for name, values in found.items()}
    return {"n": sum(trace.sizes["T"] for trace in listed), "sink_share": sink_share, **means}


def _same(traces: "Sequence[Trace]", size: str, what: str) -> None:
    found = {int(trace.info.model[size]) for trace in traces}
    if len(found) != 1:
        raise TraceError(f"The traces have {' and '.join(map(str, sorted(found)))} {what}: they cannot be averaged.")
