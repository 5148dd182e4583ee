# SPDX-License-Identifier: GPL-3.0-or-later
"""A corpus: the folder that `ouroscope-cli corpus run` writes, its documents and the sums over their tokens (docs/corpus.md)."""
from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, Iterator, List, Optional, Sequence, Tuple

import numpy as np

from .errors import TraceError
from .metadata import Section
from .schema import MAX_LOOPS, Array
from .strictjson import Reader, parse

if TYPE_CHECKING:
    from .corpusreport import CorpusReport
    from .figure import Figure
    from .trace import Trace

STEP = 2.0**-40
"""what a step of a sum of values is worth"""
_MOST = 2**53
_LINE = 1 << 30
_BEGIN, _DIGITS, _AFTER = b'{"check":"', 16, b'",'


@dataclass(frozen=True)
class Document:
    """A document that was run."""

    number: int
    """from 1, in the order of the input"""
    sha256: str
    part: str
    """selection or confirmation"""
    tokens: int
    cut: bool
    fields: Dict[str, Any]
    """of its line of the input: short texts, numbers, true and false"""
    sums: Dict[str, Any]
    """as in documents.jsonl: counts, and values in steps of 2^-40"""


class Corpus(Sequence[Document]):
    """The documents of a corpus, in the order of its log. Sums are read when they are asked for.

    `corpus[0].fields`, `corpus.field("subject")`, `corpus.values("nll")`, `corpus.report()`."""

    def __init__(self, folder: "os.PathLike[str] | str") -> None:
        """Raises TraceError where `ouroscope-cli corpus report` would refuse the folder."""
        self.path = Path(folder)
        file = self.path / "manifest.json"
        if not file.is_file():
            raise TraceError(f"{self.path} holds no corpus (it has no manifest.json): give the folder that corpus run or merge wrote.")
        if file.stat().st_size > 1 << 24:
            raise TraceError(f"{file} has {file.stat().st_size} bytes, more than the {1 << 24} allowed.")
        try:
            text = file.read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            raise TraceError(f"{file} is not valid JSON: byte {error.start} is not valid UTF-8.") from None
        self._manifest = parse(text, str(file), 1 << 24)
        self._check(Reader(self._manifest, str(file)))

    def _check(self, root: Reader) -> None:
        if root.string("format") != "ouroscope.corpus":
            root.fail("format", "is not that of a corpus")
        version = root.integer("version", 1, _MOST)
        if version > 1:
            raise TraceError(f"{root.what} has version {version} and this package reads up to 1: update it.")
        self.loops = root.integer("loops", 1, MAX_LOOPS)
        """R of every document"""
        self.documents = root.integer("documents", 0, _MOST)
        """how many there are to be, in all shards together"""
        for key in ("input", "model", "settings", "split", "thresholds"):
            root.child(key)
        root.array("devices")

    @property
    def info(self) -> Section:
        """The manifest, as attributes: `corpus.info.model.name`, `corpus.info.settings.skip_first`."""
        return Section(self._manifest)

    @cached_property
    def _index(self) -> List[Document]:
        return list(self.read())

    def __len__(self) -> int:
        return len(self._index)

    def __getitem__(self, at: Any) -> Any:
        return self._index[at]

    def __repr__(self) -> str:
        return f"Corpus({self.info.model.name!r}, {len(self)} of {self.documents} documents, {self.loops} loops)"

    def read(self) -> Iterator[Document]:
        """The documents one by one, each checked by its check sum. Half a line at the end, of a run under way, is passed over."""
        path = self.path / "documents.jsonl"
        seen = set()
        damaged: Optional[str] = None
        try:
            file = open(path, "rb")
        except OSError as error:
            raise TraceError(f"{path} cannot be opened: {error.strerror}.") from None
        with file:
            for number, line in enumerate(file, 1):
                what = f"{path} line {number}"
                if damaged:
                    raise TraceError(damaged)  # only the last line may be half written
                text = _checked(line)
                if text is None:
                    damaged = f"{what} is damaged: its check sum is not that of its text; delete the line, and the run will do its document again."
                    continue
                document = self._document(Reader(parse(text, what, _LINE), what))
                if document.number in seen:
                    raise TraceError(f"{what} has document {document.number} a second time: delete one of the lines.")
                seen.add(document.number)
                yield document

    def _document(self, line: Reader) -> Document:
        fields, sums = line.require("fields"), line.require("sums")
        if not isinstance(fields, dict):
            line.fail("fields", "must be an object")
        _check_sums(Reader(sums, line.what), self.loops)
        return Document(
            line.integer("document", 1, 2**63 - 1), line.string("sha256"), line.string("part"), line.integer("tokens", 1, 2**31 - 1),
            line.boolean("cut"), fields, sums,
        )  # fmt: skip

    # As arrays

    @property
    def fields(self) -> List[str]:
        """Names of the fields that documents have."""
        return list(dict.fromkeys(name for document in self for name in document.fields))

    def field(self, name: str) -> Array:
        """[D] values of a field; None where a document has none."""
        values = np.empty(len(self), object)
        values[:] = [document.fields.get(name) for document in self]
        if not any(name in document.fields for document in self):
            raise TraceError(f"No document has a field {name!r}: there are {', '.join(self.fields) or 'none'}.")
        return values

    def values(self, name: str, classes: str = "all", of: str = "") -> Array:
        """Sums of a document's tokens: [D] of what there is once ("tokens", "exit_loops", "expected_depth", "nll_at_exit"), [D,R]
        of what there is at every loop ("nll", "kl", "entropy", "state_norm", "right", "agree", "exits"), [D,R-1] of changes since
        the loop before ("helped", "hurt", "helped_nats", "hurt_nats", "made_right", "made_wrong", "step_norm", "step_cosine", "kl_step", "js_step"),
        [D,R(R-1)/2] of every two loops ("pair_agree": 1 and 2, 1 and 3 ...), and tokens by limiting class [D,4] ("end_limits") or after every
        layer [D,4L] ("layer_limits"). Values in nats and loops, counts as they are.

        classes, of: "word" and "digit": of the tokens of that class alone; 0 where a document has none."""
        if classes not in ("all", "word", "position"):
            raise TraceError(f'classes is {classes!r}: choose "all", "word" or "position".')
        width, rows = None, []
        for document in self:
            held = document.sums["all"] if classes == "all" else document.sums[classes].get(of)
            if held is not None and name not in held:
                raise TraceError(f"There is no sum {name!r}: there are {', '.join(held)}.")
            row = None if held is None else steps_of(held[name]) * (STEP if name in _IN_STEPS else 1)
            width = row.shape if row is not None else width
            rows.append(row)
        if width is None:
            raise TraceError(f"No document has tokens of the class {of!r}.")
        return np.stack([np.zeros(width) if row is None else row for row in rows])

    def to_pandas(self) -> Any:
        """A row per document: number, sha256, part, tokens, cut, the counts of tokens, and its fields."""
        import pandas

        rows = []
        for document in self:
            own = {"document": document.number, "sha256": document.sha256, "part": document.part, "tokens": document.tokens, "cut": document.cut}
            own.update({f"n_{name}": document.sums["all"][name] for name in ("tokens", "scored", "compared", "with_kl", "with_entropy")})
            rows.append({**document.fields, **own})
        return pandas.DataFrame(rows)

    def trace(self, number: int) -> "Trace":
        """The trace of a document, where the run kept it (--keep)."""
        from .trace import Trace

        path = self.path / "traces" / f"document-{number:06}.trace.safetensors"
        if not path.exists():
            raise TraceError(f"The corpus keeps no trace of document {number}: run it with --keep.")
        return Trace.open(path)

    # As the program reports it

    def report(
        self, by: str = "", group_by: str = "", classes: str = "all", part: str = "all", mean: str = "documents", resamples: int = 2000,
        seed: int = 1, against: "Optional[Corpus]" = None,
    ) -> "CorpusReport":  # fmt: skip
        """Means with intervals over documents: what `ouroscope-cli corpus report` says, with the options of that name.

        by: also by the values of this field. group_by: documents with one value of this field are drawn together. classes: "word"
        or "position" too. part: "selection" or "confirmation". mean: over "documents" or "tokens". against: the differences to
        another corpus of the same documents."""
        from .corpusreport import report

        return report(self, by, group_by, classes, part, mean, resamples, seed, against)

    def figure(self, kind: str, *, out: "os.PathLike[str] | str | None" = None, format: str = "svg", **options: Any) -> "Figure":
        """Drawn by the program, with the options of `ouroscope figure`: "accuracy", "loss", "operating-curve" ... (docs/corpus.md)."""
        from .figure import draw_files

        return draw_files([self.path], kind, out, format, options)


_INSIDE = ("step_norm", "step_cosine", "kl_step", "js_step")
_NATS = ("helped_nats", "hurt_nats")
_IN_STEPS = {"expected_depth", "nll", "nll_at_exit", "kl", "entropy", "state_norm", *_INSIDE, *_NATS}
_COUNTS = ("documents", "tokens", "exit_loops", "with_depth", "scored", "right_at_exit", "compared", "agree_at_exit", "with_kl", "with_entropy")
_LISTS = ("exits", "nll", "right", "agree", "kl", "entropy")
_CHANGES = ("helped", "hurt", "made_right", "made_wrong")
_CURVE = ("loops", "agree", "nll", "kl")
_CALIBRATION = ("bin_tokens", "bin_right", "bin_confidence", "brier")
_ANSWERS = ("right", "right_2", "tokens", "loops", "cut", "again")
BINS = 15
TEXTS: Dict[str, Tuple[bool, int, str]] = {
    "state_energy": (False, 1, ""), "effective_rank": (False, 1, ""), "matrix_entropy": (False, 1, "nats"), "stable_rank": (False, 1, ""),
    "rank_90": (False, 1, ""), "attention_sink": (True, 1, ""), "attention_sink_rate": (True, 1, ""), "attention_concentration": (True, 1, ""),
    "attention_entropy": (True, 1, "nats"), "attention_step": (True, 2, ""),
}  # fmt: skip
"""numbers of whole texts: whether of every layer, the first loop, the unit"""
LIMITS = ("fixed_point", "orbit", "slider", "unknown")
"""limiting classes, in the order of the sums"""


def steps_of(value: Any) -> Array:
    """Sums as float64, in whole steps; texts are those of more than 64 bits."""
    if isinstance(value, list):
        return np.array([float(int(each)) for each in value])
    return np.array(float(int(value)))


def _checked(line: bytes) -> Optional[str]:
    """The JSON of a line; None where it is damaged."""
    body = len(_BEGIN) + _DIGITS + len(_AFTER)
    if not line.endswith(b"\n") or not line.startswith(_BEGIN) or line[body - len(_AFTER) : body] != _AFTER:
        return None
    text = b"{" + line[body:-1]
    if hashlib.sha256(text).hexdigest()[:_DIGITS].encode() != line[len(_BEGIN) : len(_BEGIN) + _DIGITS]:
        return None
    return text.decode("utf-8", "surrogateescape")


def _sum(owner: Reader, key: str, value: Any, in_steps: bool) -> None:
    """One number: a count, or a sum in steps that may be a text."""
    if in_steps:
        digits = value[1:] if isinstance(value, str) and value.startswith("-") else value
        whole = type(value) is int and -(2**63) <= value < 2**63
        if not whole and not (isinstance(digits, str) and 0 < len(digits) <= 38 and digits.isascii() and digits.isdigit()):
            owner.fail(key, "must be a sum in whole steps")
    elif type(value) is not int or not 0 <= value < 2**63:
        owner.fail(key, "must be a count")


def _check_list(owner: Reader, key: str, length: Optional[int], in_steps: bool) -> None:
    values = owner.array(key)
    if length is not None and len(values) != length:
        owner.fail(key, f"must be a list of {length} entries")
    for value in values:
        _sum(owner, key, value, in_steps)


def _check_tokens(owner: Reader, loops: int) -> None:
    for key in _COUNTS:
        _sum(owner, key, owner.require(key), False)
    for key in ("expected_depth", "nll_at_exit"):
        _sum(owner, key, owner.require(key), True)
    for key in _LISTS:
        _check_list(owner, key, loops, key in _IN_STEPS)
    for key in _CHANGES:
        _check_list(owner, key, loops - 1 or None, False)
    # Folders of older versions do not have these.
    for key in ("with_states", "with_steps"):
        if owner.find(key) is not None:
            _sum(owner, key, owner.require(key), False)
    for key in ("state_norm", *_INSIDE, *_NATS):
        if owner.find(key) is not None:
            _check_list(owner, key, loops if key == "state_norm" else loops - 1 or None, True)
    if owner.find("pair_agree") is not None:
        _check_list(owner, "pair_agree", loops * (loops - 1) // 2 or None, False)
    for key, most in (("end_limits", len(LIMITS)), ("layer_limits", None)):
        if owner.find(key) is not None:
            _check_list(owner, key, None, False)
            if len(owner.array(key)) % len(LIMITS) or most is not None and len(owner.array(key)) > most:
                owner.fail(key, f"must be a list of {len(LIMITS)} entries" + ("" if most else " for every layer"))


def _check_sums(sums: Reader, loops: int) -> None:
    """Lengths and types of the sums of a document: what the program reads before it adds them up."""
    _check_tokens(sums.child("all"), loops)
    for key in ("word", "position"):
        for name in sums.child(key).keys():
            _check_tokens(sums.child(key).child(name), loops)
    for name in sums.child("curves").keys():
        for key in _CURVE:
            _check_list(sums.child("curves").child(name), key, None, key in ("nll", "kl"))
    if sums.find("calibration") is not None:
        own = sums.child("calibration")
        _sum(own, "tokens", own.require("tokens"), False)
        for key in _CALIBRATION:
            _check_list(own, key, loops if key == "brier" else loops * BINS, key in ("bin_confidence", "brier"))
    if sums.find("texts") is not None:
        for name in sums.child("texts").keys():
            own = sums.child("texts").child(name)
            _sum(own, "documents", own.require("documents"), False)
            _check_list(own, "values", None, True)
    if sums.find("tasks") is not None:
        for name in sums.child("tasks").keys():
            task = sums.child("tasks").child(name)
            for key in ("questions", "scored", "scored_2"):
                _sum(task, key, task.require(key), False)
            for way in task.child("readings").keys():
                for key in _ANSWERS:
                    _check_list(task.child("readings").child(way), key, None, False)
