# SPDX-License-Identifier: GPL-3.0-or-later
"""The report of a corpus: means with bootstrap intervals over documents, equal to `ouroscope-cli corpus report`."""
from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Dict, Iterator, List, Optional, Tuple

import numpy as np

from .corpus import BINS, LIMITS, STEP, TEXTS, Document, steps_of
from .errors import TraceError
from .loops import TOLERANCE, useful_band
from .schema import Array

if TYPE_CHECKING:
    from .corpus import Corpus

FEWEST = 10
"""clusters that an interval needs"""
_LEVEL = 0.95
_ANSWERS = (("choice_accuracy", "choice_loops"), ("choice_accuracy_norm", "choice_loops"), ("exact_match", "answer_loops"), ("number_match", "answer_loops"))
_UNITS = {
    **dict.fromkeys(("loss", "gain", "kl", "entropy", "kl_step", "js_step", "helped_nats", "hurt_nats"), "nats"),
    **{name: unit for name, (_, _, unit) in TEXTS.items()},
    **dict.fromkeys(("exit_loop", "expected_depth", "mean_loops", "choice_loops", "answer_loops"), "loops"),
}  # fmt: skip
_NUMBERS_AT_ONCE = 1 << 24
_ROWS_AT_ONCE = 32
_SHARES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)
_CHANGES = (0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0)
_NATS = (1e-5, 1e-4, 5e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 1.0)
GRIDS: Dict[str, Tuple[float, ...]] = {
    "gate": tuple(i / 20 for i in range(21)), "entropy": (0.01, 0.03, 0.1, 0.3, 0.5, 1.0, 1.5, 2.0, 3.0, 5.0), "top-probability": _SHARES,
    "margin": _SHARES, "kl-step": _NATS, "state-change": _CHANGES, "state-cosine": (0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999),
    "second-difference": _CHANGES, "entropy-change": (1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 1.0), "kl-before": _NATS, "stable": (1.0, 2.0, 3.0, 4.0, 5.0, 7.0),
}  # fmt: skip
"""Thresholds of the exit rules in corpora of version 1: those of core/corpus/ExitGrid.cpp."""


_Name = Tuple[str, str, float, int]
"""measure, setting, at, and the second loop of a pair or 0"""


@dataclass
class _Block:
    """Quantities of one document that stand together: a measure at several loops or thresholds."""

    measure: str
    setting: str
    at: Tuple[float, ...]
    sums: Array
    """[P], or [P,parts] where absolute values of parts are added up"""
    tokens: Array
    """[P]"""
    second: Tuple[int, ...] = ()
    """[P] of pairs of loops: the other one"""

    def names(self) -> "Iterator[_Name]":
        for i, at in enumerate(self.at):
            yield self.measure, self.setting, at, self.second[i] if self.second else 0


@dataclass
class CorpusReport:
    """A report: `rows` as in the program's JSON, and the same as a table."""

    rows: List[Dict[str, Any]]
    """value, tokens (the class), measure, setting, at, with, unit, estimate, low, high, n_documents, n_clusters, n_tokens"""
    pareto: List[Dict[str, Any]]
    """accuracies of answers against mean loops"""
    loop_gain: Optional[Dict[str, Any]] = None
    """the loop of the least loss and what it gains over loop 1, as in the program's JSON; of a difference and without losses None"""
    documents: int = 0
    documents_done: int = 0
    documents_unmatched: int = 0
    tokens: int = 0
    tokens_counted: int = 0
    documents_cut: int = 0
    options: Dict[str, Any] = field(default_factory=dict)

    def find(
        self, measure: str, setting: str = "loop", at: Optional[float] = None, value: str = "", tokens: str = "all", second: Optional[int] = None,
    ) -> Any:  # fmt: skip
        """The rows of a measure, in their order; with `at`, the one there: report.find("loss", at=2)["estimate"]. Pairs of loops have a
        `second` one: report.find("pair_agreement", at=1, second=4)."""
        found = [
            row for row in self.rows
            if (row["measure"], row["setting"], row["value"], row["tokens"]) == (measure, setting, value, tokens) and ("field" in row) == bool(value)
        ]  # fmt: skip
        if at is not None:
            found = [row for row in found if row["at"] == at and (second is None or row["with"] == second)]
        if not found:
            raise TraceError(f"The report has no {measure!r} with setting {setting!r}" + (f" at {at:g}" if at is not None else "") + f" for tokens {tokens!r}.")
        return found if at is None else found[0]

    def to_pandas(self) -> Any:
        """A row per number."""
        import pandas

        return pandas.DataFrame(self.rows)

    def __repr__(self) -> str:
        return f"CorpusReport({self.documents} documents, {self.tokens_counted} tokens counted, {len(self.rows)} rows)"


def _of_tokens(sums: Dict[str, Any]) -> Iterator[_Block]:
    """Of the tokens of a class."""
    R = len(sums["nll"])
    loops = tuple(float(r + 1) for r in range(R))

    def block(measure: str, setting: str, name: str, n: str, in_steps: bool, at: Tuple[float, ...] = (0.0,)) -> _Block:
        values = np.atleast_1d(steps_of(sums[name])) * (STEP if in_steps else 1)
        return _Block(measure, setting, at, values, np.full(len(values), sums[n]))

    yield block("exit_loop", "", "exit_loops", "tokens", False)
    yield block("expected_depth", "", "expected_depth", "with_depth", True)
    yield block("loss", "exit", "nll_at_exit", "scored", True)
    yield block("accuracy", "exit", "right_at_exit", "scored", False)
    yield block("agreement", "exit", "agree_at_exit", "compared", False)
    for measure, name, n, in_steps in (
        ("exit_share", "exits", "tokens", False), ("loss", "nll", "scored", True), ("accuracy", "right", "scored", False),
        ("agreement", "agree", "compared", False), ("kl", "kl", "with_kl", True), ("entropy", "entropy", "with_entropy", True),
    ):  # fmt: skip
        yield block(measure, "loop", name, n, in_steps, loops)
    nll = steps_of(sums["nll"]) * STEP
    yield _Block("gain", "loop", loops[1:], nll[:-1] - nll[1:], np.full(R - 1, sums["scored"]))
    for name in ("helped", "hurt"):
        yield block(name, "loop", name, "scored", False, loops[1:])
    unchanged = sums["scored"] - steps_of(sums["helped"]) - steps_of(sums["hurt"])
    yield _Block("unchanged", "loop", loops[1:], unchanged, np.full(R - 1, sums["scored"]))
    for name, in_steps in (("helped_nats", True), ("hurt_nats", True), ("made_right", False), ("made_wrong", False)):
        if name in sums:
            yield block(name, "loop", name, "scored", in_steps, loops[1:])
    for name, n in (("state_norm", "with_states"), ("step_norm", "with_states"), ("step_cosine", "with_states"), ("kl_step", "with_steps"), ("js_step", "with_steps")):
        if name in sums:
            yield block(name, "loop", name, n, True, loops[-len(sums[name]) :] if sums[name] else ())
    for setting, name in (("", "end_limits"), ("layer", "layer_limits")):
        if sums.get(name):
            counts = steps_of(sums[name]).reshape(-1, len(LIMITS))
            rows = tuple(i + 1.0 for i in range(len(counts))) if setting else (0.0,)
            for c, kind in enumerate(LIMITS):
                yield _Block(f"limit_{kind}", setting, rows, counts[:, c], counts.sum(1))
    if sums.get("pair_agree"):
        pairs = [(i, j) for i in range(1, R) for j in range(i + 1, R + 1)]
        first, second = tuple(float(i) for i, _ in pairs), tuple(j for _, j in pairs)
        yield _Block("pair_agreement", "loop", first, steps_of(sums["pair_agree"]), np.full(len(pairs), sums["compared"]), second)


def _of_calibration(sums: Optional[Dict[str, Any]], loops: int) -> Iterator[_Block]:
    if sums is None:
        return
    confidence = steps_of(sums["bin_confidence"]).reshape(loops, BINS) * STEP
    right, brier = steps_of(sums["bin_right"]).reshape(loops, BINS), steps_of(sums["brier"]) * STEP
    n = np.full(1, sums["tokens"])
    for r in range(loops):
        at = (r + 1.0,)
        yield _Block("confidence", "loop", at, confidence[r].sum(keepdims=True), n)
        yield _Block("ece", "loop", at, (right[r] - confidence[r])[None], n)
        yield _Block("brier", "loop", at, brier[r : r + 1], n)


def _of_texts(sums: Optional[Dict[str, Any]], loops: int) -> Iterator[_Block]:
    for name in sums or ():
        if name not in TEXTS:
            raise TraceError(f"There is no number {name!r} of texts in a corpus of this version: read it with the version that wrote it.")
    for name, (of_layers, first, _) in TEXTS.items():
        if sums is None or name not in sums:
            continue
        values, rows = steps_of(sums[name]["values"]) * STEP, max(0, loops - first + 1)
        if rows == 0 or len(values) % rows or not of_layers and len(values) != rows:
            raise TraceError(f"The sums of {name} do not have {rows} loops.")
        layers, n = len(values) // rows, np.full(len(values), sums[name]["documents"])
        by_loop = tuple(first + r for r in range(rows) for _ in range(layers))
        if of_layers:
            yield _Block(name, "layer", tuple(float(i + 1) for i in range(layers)) * rows, values, n, by_loop)
        else:
            yield _Block(name, "loop", tuple(float(r) for r in by_loop), values, n)


def _of_curves(sums: Dict[str, Any]) -> Iterator[_Block]:
    for name in sums["curves"]:
        if name not in GRIDS:
            raise TraceError(f"There is no exit rule {name!r} in a corpus of this version: read it with the version that wrote it.")
    for rule, at in GRIDS.items():
        curve = sums["curves"].get(rule)
        if curve is None:
            continue
        for measure, key, n, in_steps in (("mean_loops", "loops", "tokens", False), ("agreement", "agree", "compared", False),
                                          ("loss", "nll", "scored", True), ("kl", "kl", "with_kl", True)):  # fmt: skip
            if len(curve[key]) != len(at):
                raise TraceError(f"The curve of the exit rule {rule!r} does not have its {len(at)} points.")
            yield _Block(measure, rule, at, steps_of(curve[key]) * (STEP if in_steps else 1), np.full(len(at), sums["all"][n]))


def _of_tasks(sums: Dict[str, Any], loops: int) -> Iterator[_Block]:
    for kind in sorted(sums.get("tasks") or {}):
        task, choices = sums["tasks"][kind], kind == "choices"
        ways: List[Tuple[str, Tuple[float, ...]]] = [("exit", (0.0,)), ("loop", tuple(float(r + 1) for r in range(loops))), *GRIDS.items()]
        for way, at in ways:
            read = task["readings"].get(way)
            if read is None:
                continue
            for key, values in read.items():
                if len(values) != len(at):
                    raise TraceError(f"Answers read by {way!r} do not have their {len(at)} points of {key}.")
            for p, point in enumerate(at):

                def one(measure: str, key: str, n: int) -> _Block:
                    return _Block(measure, way, (point,), steps_of(read[key][p : p + 1]), np.full(1, n))

                yield one("choice_accuracy" if choices else "exact_match", "right", task["scored"])
                yield one("choice_accuracy_norm" if choices else "number_match", "right_2", task["scored_2"])
                yield one("choice_loops" if choices else "answer_loops", "loops", read["tokens"][p])
                if not choices:
                    yield one("answer_cut", "cut", task["questions"])
                    yield one("answer_again", "again", task["questions"])


class _Row:
    """One number over the clusters: what each has above and below the line, and what the other corpus has."""

    def __init__(self, name: _Name) -> None:
        self.name, self.documents, self.tokens = name, 0, 0
        self.clusters: List[int] = []
        self.above: List[Array] = []
        self.below: List[float] = []
        self.minus_above: List[Array] = []
        self.minus_below: List[float] = []


class _Table:
    """Means of one class of tokens over one set of documents."""

    def __init__(self) -> None:
        self.rows: Dict[_Name, _Row] = {}

    def add(self, cluster: int, blocks: Iterator[_Block], against: Optional[Iterator[_Block]], over_tokens: bool) -> None:
        others = None if against is None else {name: (b.sums[i], b.tokens[i]) for b in against for i, name in enumerate(b.names())}
        for block in blocks:
            for i, name in enumerate(block.names()):
                n = int(block.tokens[i])
                other = None if others is None else others.get(name)
                if n == 0 or (others is not None and (other is None or other[1] == 0)):
                    continue
                row = self.rows.setdefault(name, _Row(name))
                row.documents += 1
                row.tokens += n
                row.clusters.append(cluster)
                row.above.append(block.sums[i] if over_tokens else block.sums[i] / n)
                row.below.append(n if over_tokens else 1)
                if other is not None:
                    row.minus_above.append(other[0] if over_tokens else other[0] / other[1])
                    row.minus_below.append(other[1] if over_tokens else 1)


@dataclass
class _Subset:
    """Documents that share a value of a field."""

    groups: Dict[str, int] = field(default_factory=dict)
    clusters: int = 0
    tables: Dict[str, _Table] = field(default_factory=dict)
    calibration: _Table = field(default_factory=_Table)
    curves: _Table = field(default_factory=_Table)
    tasks: _Table = field(default_factory=_Table)
    texts: _Table = field(default_factory=_Table)


def _field_of(document: Document, name: str) -> str:
    if name not in document.fields:
        has = ", ".join(document.fields)
        raise TraceError(f"Document {document.number} has no field {name!r} (a short text, a number, true or false)" + (f": it has {has}." if has else "."))
    value = document.fields[name]
    return value if isinstance(value, str) else json.dumps(value)


def report(
    corpus: "Corpus", by: str, group_by: str, classes: str, part: str, mean: str, resamples: int, seed: int, against: "Optional[Corpus]"
) -> CorpusReport:  # fmt: skip
    for name, chosen, known in (
        ("classes", classes, ("all", "word", "position")), ("part", part, ("all", "selection", "confirmation")), ("mean", mean, ("documents", "tokens")),
    ):  # fmt: skip
        if chosen not in known:
            raise TraceError(f"{name} is {chosen!r}: choose {', '.join(known)}.")
    if not 0 <= resamples <= 1_000_000 or not 0 <= seed < 2**64:
        raise TraceError("resamples is from 0 to 1000000, and seed a whole number of 64 bits.")
    out = CorpusReport([], [], options={"by": by, "group_by": group_by, "classes": classes, "part": part, "mean": mean, "resamples": resamples, "seed": seed})
    others = None if against is None else {document.number: document for document in against.read()}
    over_tokens, other_loops = mean == "tokens", 0 if against is None else against.loops
    subsets: Dict[Optional[str], _Subset] = {}
    matched = 0
    for document in corpus.read():
        out.documents_done += 1
        if part not in ("all", document.part):
            continue
        other = None
        if others is not None:
            other = others.get(document.number)
            if other is None:
                out.documents_unmatched += 1
                continue
            if other.sha256 != document.sha256:
                raise TraceError(f"Document {document.number} is another text in the other corpus: only runs of the same documents are compared.")
            matched += 1
        out.documents += 1
        out.tokens += document.tokens
        out.tokens_counted += document.sums["all"]["tokens"]
        out.documents_cut += document.cut
        own_values: List[Optional[str]] = [None, _field_of(document, by)] if by else [None]
        for value_of in own_values:
            subset = subsets.setdefault(value_of, _Subset())
            if group_by:
                cluster = subset.groups.setdefault(_field_of(document, group_by), len(subset.groups))
                subset.clusters = len(subset.groups)
            else:
                cluster, subset.clusters = subset.clusters, subset.clusters + 1
            of = document.sums
            theirs = None if other is None else other.sums
            named = [("all", of["all"], None if theirs is None else theirs["all"])]
            if classes != "all":
                named += [(name, of[classes][name], None if theirs is None else theirs[classes].get(name)) for name in sorted(of[classes], key=str.encode)]
            for name, own, their in named:
                if other is None or their is not None:
                    subset.tables.setdefault(name, _Table()).add(cluster, _of_tokens(own), None if their is None else _of_tokens(their), over_tokens)
            subset.calibration.add(
                cluster, _of_calibration(of.get("calibration"), corpus.loops), None if theirs is None else _of_calibration(theirs.get("calibration"), other_loops), over_tokens
            )  # fmt: skip
            subset.texts.add(
                cluster, _of_texts(of.get("texts"), corpus.loops), None if theirs is None else _of_texts(theirs.get("texts"), other_loops), over_tokens
            )  # fmt: skip
            subset.tasks.add(cluster, _of_tasks(of, corpus.loops), None if theirs is None else _of_tasks(theirs, other_loops), over_tokens)
            if value_of is None:
                subset.curves.add(cluster, _of_curves(of), None if theirs is None else _of_curves(theirs), over_tokens)
    if others is not None:
        out.documents_unmatched += len(others) - matched
    for shown in sorted(subsets, key=lambda each: (each is not None, (each or "").encode())):
        subset = subsets[shown]
        weights = _Weights(seed, resamples, subset.clusters)
        names = sorted(subset.tables, key=str.encode)
        ordered = [(name, subset.tables[name]) for name in names if name == "all"] + [("all", subset.calibration)]
        ordered += [(name, subset.tables[name]) for name in names if name != "all"]
        ordered += [("all", subset.texts), ("all", subset.tasks), ("all", subset.curves)]
        for name, table in ordered:
            rows = list(table.rows.values())
            for first in range(0, len(rows), _ROWS_AT_ONCE):
                for written in _written(rows[first : first + _ROWS_AT_ONCE], weights, subset.clusters, against is not None):
                    out.rows.append({**({} if shown is None else {"field": by}), "value": shown or "", "tokens": name, **written})
    if against is None:
        out.pareto = _pareto(out.rows)
        out.loop_gain = _loop_gain(out.rows)
    return out


class _Weights:
    """How often each resample draws each cluster, in pieces [b, n] of all resamples. Where they are more than one, they
    are drawn again whenever they are asked for: all of them would take 4 bytes a resample and document."""

    def __init__(self, seed: int, resamples: int, clusters: int) -> None:
        self._seed, self.resamples, self._clusters = seed, resamples, clusters
        self._only: Optional[Array] = None

    def pieces(self) -> Iterator[Array]:
        most = max(1, _NUMBERS_AT_ONCE // self._clusters)
        if most >= self.resamples:
            if self._only is None:
                self._only = self._drawn(0, self.resamples)
            yield self._only
            return
        for b in range(0, self.resamples, most):
            yield self._drawn(b, min(b + most, self.resamples))

    def _drawn(self, first: int, last: int) -> Array:
        from .noise import mix64

        n = self._clusters
        step, one = np.uint64(0x9E3779B97F4A7C15), np.uint64(1)
        with np.errstate(over="ignore"):
            count = np.arange(first * n, last * n, dtype=np.uint64) + one
            u = mix64(mix64(np.array([self._seed], np.uint64)) + step * count)
        # floor(u n / 2^64) in halves of 32 bits
        low, high, N, half = u & np.uint64(0xFFFFFFFF), u >> np.uint64(32), np.uint64(n), np.uint64(32)
        drawn = ((high * N + ((low * N) >> half)) >> half).astype(np.int64).reshape(last - first, n)
        places = drawn + n * np.arange(last - first)[:, None]
        return np.bincount(places.ravel(), minlength=n * (last - first)).reshape(last - first, n).astype(np.int32)


def _ratio(above: Array, below: Array) -> Array:
    total = np.abs(above).sum(-1) if above.shape[-1] > 1 else above[..., 0]
    with np.errstate(divide="ignore", invalid="ignore"):
        shares: Array = np.where(below > 0, total / below, np.nan)
    return shares


def _sides(row: _Row, clusters: int, difference: bool) -> List[Tuple[Array, Array]]:
    """What stands above [clusters, parts] and below [clusters] the line, and the same of the other corpus."""
    place = np.array(row.clusters)

    def over(above: List[Array], below: List[float]) -> Tuple[Array, Array]:
        sums = np.zeros((clusters, max(1, np.asarray(above[0]).size)))
        np.add.at(sums, place, np.asarray(above, float).reshape(len(place), -1))
        return sums, np.bincount(place, np.asarray(below, float), clusters)

    return [over(row.above, row.below)] + ([over(row.minus_above, row.minus_below)] if difference else [])


def _written(rows: List[_Row], weights: _Weights, clusters: int, difference: bool) -> Iterator[Dict[str, Any]]:
    sides = [_sides(row, clusters, difference) for row in rows]
    counts = [int(np.logical_and.reduce([below > 0 for _, below in of]).sum()) for of in sides]
    drawn: List[List[Array]] = [[] for _ in rows]
    if weights.resamples and any(count >= FEWEST for count in counts):
        for w in weights.pieces():
            for of, count, values in zip(sides, counts, drawn):
                if count >= FEWEST:
                    each = [_ratio(w @ above, w @ below) for above, below in of]
                    values.append(each[0] - each[1] if difference else each[0])
    for row, of, count, values in zip(rows, sides, counts, drawn):
        measure, setting, at, second = row.name
        whole = [float(_ratio(above.sum(0), below.sum())) for above, below in of]
        low = high = None
        known = np.concatenate(values) if values else np.empty(0)
        known = known[~np.isnan(known)]
        if len(known):
            outside = (1 - _LEVEL) / 2
            low, high = (float(each) for each in np.quantile(known, [outside, 1 - outside]))
        has_at = at > 0 or setting not in ("", "loop", "exit")
        yield {
            "measure": measure, "setting": setting, "at": at if has_at else None, "with": second or None, "unit": _UNITS.get(measure, ""),
            "estimate": whole[0] - whole[1] if difference else whole[0], "low": low, "high": high,
            "n_documents": row.documents, "n_clusters": count, "n_tokens": row.tokens,
        }  # fmt: skip


def _loop_gain(rows: List[Dict[str, Any]]) -> Optional[Dict[str, Any]]:
    losses = [row for row in rows if "field" not in row and (row["measure"], row["setting"], row["tokens"]) == ("loss", "loop", "all")]
    if not losses:
        return None
    nll = np.array([row["estimate"] for row in losses])
    best, (first, last) = useful_band(nll, TOLERANCE)
    return {
        "best_loop": best, "gain": float(nll[0] - nll[best - 1]), "unit": "nats", "tolerance": TOLERANCE, "from_loop": first, "to_loop": last,
        "n_documents": losses[0]["n_documents"], "n_tokens": losses[0]["n_tokens"],
    }  # fmt: skip


def _pareto(rows: List[Dict[str, Any]]) -> List[Dict[str, Any]]:
    """Accuracies of all documents against mean loops, and which of them none beats."""
    own = [row for row in rows if "field" not in row]
    out: List[Dict[str, Any]] = []
    for accuracy, loops in _ANSWERS:
        points = []
        for row in own:
            if row["measure"] != accuracy:
                continue
            for other in own:
                if (other["measure"], other["setting"], other["at"]) == (loops, row["setting"], row["at"]):
                    points.append({
                        "measure": accuracy, "setting": row["setting"], "at": row["at"], "mean_loops": other["estimate"], "mean_loops_low": other["low"],
                        "mean_loops_high": other["high"], "accuracy": row["estimate"], "low": row["low"], "high": row["high"], "n_documents": row["n_documents"],
                    })  # fmt: skip
        points.sort(key=lambda point: point["mean_loops"])
        for point in points:
            point["front"] = not any(
                point["mean_loops"] - other["mean_loops"] >= 0 and other["accuracy"] - point["accuracy"] >= 0
                and (point["mean_loops"] > other["mean_loops"] or other["accuracy"] > point["accuracy"]) for other in points
            )  # fmt: skip
        out += points
    return out
