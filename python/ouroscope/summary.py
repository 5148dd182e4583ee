# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the loops of one or many traces go and what each of them changes: the tables of `ouroscope-cli stats`."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Optional, Sequence, Union

import numpy as np

from .curve import OperatingCurve, operating_curve
from .errors import TraceError
from .schema import Array
from .exits import exits, gate_number, rule_for

if TYPE_CHECKING:
    from .trace import Trace

GROUPINGS = ("all", "source", "word", "position")
_TOLERANCE = 0.01  # nats: less is unchanged


class Table(List[Dict[str, Any]]):
    """Rows of equal keys; values may be lists with one entry a loop."""

    def to_pandas(self) -> Any:
        import pandas

        return pandas.DataFrame(list(self))


class Summary:
    """classes: a row per class of tokens, "all" first. ablation: what loop r changed against the loop before.
    curve: depth against quality."""

    def __init__(self, classes: Table, ablation: Table, curve: OperatingCurve) -> None:
        self.classes, self.ablation, self.curve = classes, ablation, curve


def _word_class(data: bytes) -> str:
    if len(data) > 3 and data.startswith(b"<|") and data.endswith(b">"):
        return "special"
    rest = data.lstrip(b" \t\r\n")
    if not rest:
        return "space"
    if all(0x30 <= b <= 0x39 for b in rest):
        return "digit"
    if all(0x21 <= b <= 0x2F or 0x3A <= b <= 0x40 or 0x5B <= b <= 0x60 or 0x7B <= b <= 0x7E for b in rest):
        return "punctuation"
    return "word-initial" if len(rest) < len(data) else "continuation"


def token_class(trace: "Trace", token: int, by: str) -> str:
    """The class of one token: "all", or by source, word or position."""
    if by == "source":
        return "generated" if trace.generated[token] else "prompt"
    if by == "word":
        # The first token of a text starts a word although no space comes before it.
        found = _word_class(trace.tokens[token].bytes)
        return "word-initial" if token == 0 and found == "continuation" else found
    if by == "position":
        low = 0
        for high in (1, 4, 16, 64, 256, 1024, 4096):
            if token < high:
                return f"{low + 1}-{high}"
            low = high
        return f"from {low + 1}"
    return "all"


class _Group:
    """Sums over tokens of one class, so that several traces add up."""

    def __init__(self, loops: int) -> None:
        self.traces = self.tokens = self.with_depth = 0
        self.exit_loops = self.depth = 0.0
        self.histogram = np.zeros(loops, int)
        self.sums = {name: np.zeros(loops) for name in ("nll", "accuracy", "agreement", "entropy")}
        self.n = {name: np.zeros(loops, int) for name in self.sums}

    def add(self, parts: Dict[str, Any], loop: Array, depth: Array, which: Array) -> None:
        self.traces += 1
        self.tokens += len(which)
        self.exit_loops += float((loop[which] + 1).sum())
        known = np.isfinite(depth[which])
        self.depth += float(depth[which][known].sum())
        self.with_depth += int(known.sum())
        self.histogram += np.bincount(loop[which], minlength=len(self.histogram))
        for name, (values, counted) in parts.items():
            self.sums[name] += np.where(counted, values, 0.0)[which].sum(0)
            self.n[name] += counted[which].sum(0)

    def row(self, name: str) -> Dict[str, Any]:
        row: Dict[str, Any] = {
            "class": name, "traces": self.traces, "tokens": self.tokens,
            "mean_exit_loop": self.exit_loops / self.tokens, "mean_exit_loop_n": self.tokens,
            "mean_expected_depth": self.depth / self.with_depth if self.with_depth else float("nan"),
            "mean_expected_depth_n": self.with_depth, "exit_histogram": self.histogram.tolist(),
        }  # fmt: skip
        for key, sums in self.sums.items():
            with np.errstate(divide="ignore", invalid="ignore"):
                row[key] = np.where(self.n[key] > 0, sums / self.n[key], np.nan).tolist()
        for key, counts in self.n.items():
            row[f"{key}_n"] = counts.tolist()
        return row


def _parts(trace: "Trace") -> Dict[str, Any]:
    """name -> (values [T,R], whether they count [T,R])."""
    ran, best, ids = trace.ran, trace["topk_id"][:, :, 0], trace["token_id"]
    last = best[np.arange(len(best)), trace["loops_run"] - 1][:, None]
    follows = np.zeros((len(ids), 1), bool)
    follows[:-1] = True
    after = np.append(ids[1:], -2)[:, None]
    nll, entropy = -trace["logprob"].astype(np.float64), trace["entropy"].astype(np.float64)
    return {
        "nll": (nll, ran & follows & np.isfinite(nll)),
        "accuracy": ((best == after).astype(float), ran & follows & (best >= 0)),
        "agreement": (((best == last) & (best >= 0)).astype(float), ran & (best >= 0) & (last >= 0)),
        "entropy": (entropy, ran & np.isfinite(entropy)),
    }


def ablation(traces: Sequence["Trace"]) -> Table:
    """Rows for loops 2 to R: tokens whose -log p of the next token falls or rises by more than 0.01 nats, over tokens
    that ran all loops with numbers at each."""
    R = traces[0].sizes["R"]
    rows = Table()
    for r in range(1, R):
        row: Dict[str, Any] = dict(loop=r + 1, helped=0, hurt=0, unchanged=0, helped_nats=0.0, hurt_nats=0.0)
        gain, right, wrong = 0.0, 0, 0
        for trace in traces:
            logprob = trace["logprob"].astype(np.float64)
            counts = (trace["loops_run"] == R) & ~np.isnan(logprob).any(1)
            counts[-1] = False
            with np.errstate(invalid="ignore"):
                fall = (logprob[:, r] - logprob[:, r - 1])[counts]
            up, down = fall > _TOLERANCE, fall < -_TOLERANCE
            row["helped"] += int(up.sum())
            row["hurt"] += int(down.sum())
            row["unchanged"] += int(len(fall) - up.sum() - down.sum())
            row["helped_nats"] += float(fall[up].sum())
            row["hurt_nats"] -= float(fall[down].sum())
            gain += float(fall.sum())
            hit = trace["topk_id"][:, :, 0] == np.append(trace["token_id"][1:], -2)[:, None]
            right += int((~hit[:, r - 1] & hit[:, r] & counts).sum())
            wrong += int((hit[:, r - 1] & ~hit[:, r] & counts).sum())
        n = row["helped"] + row["hurt"] + row["unchanged"]
        row.update(mean_gain_nats=gain / n if n else float("nan"), mean_gain_nats_n=n, made_right=right, made_wrong=wrong)
        rows.append(row)
    return rows


def summarise(
    traces: Sequence["Trace"],
    by: str = "source",
    *,
    q: Optional[float] = None,
    budget: Optional[int] = None,
    gate: Union[None, str, int] = None,
    points: int = 21,
) -> Summary:
    """What `ouroscope-cli stats` says of traces that are read by one rule, that of the first one's run where nothing is
    given. by: all, source, word or position."""
    if not traces:
        raise TraceError("There are no traces to sum up.")
    if by not in GROUPINGS:
        raise TraceError(f"Unknown class {by!r}: choose {', '.join(GROUPINGS)}.")
    first = traces[0]
    rule = rule_for(first, q, budget, gate)
    for trace in traces:
        name = _gate_name(first, rule.gate)
        if trace.gated != first.gated or gate_number(trace, name or None) != rule.gate:
            raise TraceError("The traces were recorded with different gates: name one with gate.")
    curve = operating_curve(traces, rule.budget, rule.gate, points)
    groups: Dict[str, _Group] = {"all": _Group(first.sizes["R"])}
    for trace in traces:
        read, parts = exits(trace, rule), _parts(trace)
        T = trace.sizes["T"]
        groups["all"].add(parts, read.loop, read.expected_depth, np.arange(T))
        members: Dict[str, List[int]] = {}
        for t in range(T if by != "all" else 0):
            members.setdefault(token_class(trace, t, by), []).append(t)
        for name, which in members.items():
            groups.setdefault(name, _Group(first.sizes["R"])).add(parts, read.loop, read.expected_depth, np.array(which))
    return Summary(Table(group.row(name) for name, group in groups.items()), ablation(traces), curve)


def _gate_name(trace: "Trace", gate: int) -> str:
    return (trace.info.model.get("gate") or "") if gate == 0 else trace.info.model.other_gates[gate - 1]
