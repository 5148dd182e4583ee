# SPDX-License-Identifier: GPL-3.0-or-later
"""One change of states while a run goes on, in the texts of docs/interventions.md: read, checked and written as the program does."""
from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Dict, NoReturn, Optional, Tuple

import numpy as np

from .errors import TraceError
from .schema import MAX_LOOPS, Array

_KEYS: Dict[str, str] = {
    "scale": "loop! layer tokens by!",
    "add": "loop! layer tokens by file! tensor sha256",
    "remove": "loop! layer tokens by file! tensor sha256",
    "noise": "loop! layer tokens by! seed",
    "replace": "loop! layer tokens from from-loop trace file tensor sha256",
    "skip-loop": "loop! tokens",
    "repeat-loop": "loop! tokens times",
    "skip-layer": "loop! layer! tokens",
}
"""kind -> its keys, those that must be there with a "!" """
_OPEN = 2**31 - 1
_MOST, _MOST_LAYERS, _MOST_TIMES = 1_000_000_000, 4096, 64

Span = Tuple[int, int]
"""first and last, from 0; _OPEN: to the end"""


@dataclass(frozen=True)
class Intervention:
    """One change. Loops, layers and tokens count from 0 here and from 1 in the text."""

    kind: str
    loops: Span = (0, _OPEN)
    layers: Optional[Span] = None
    """None: the end of the loop"""
    tokens: Tuple[Span, ...] = ()
    """empty: all"""
    by: float = 1.0
    seed: int = 0
    times: int = 1
    from_token: Optional[int] = None
    from_loop: Optional[int] = None
    trace: str = ""
    file: str = ""
    tensor: str = ""
    sha256: str = ""

    def has_loop(self, r: int) -> bool:
        return self.loops[0] <= r <= self.loops[1]

    def has_layer(self, layer: int) -> bool:
        return self.layers is not None and self.layers[0] <= layer <= self.layers[1]

    def mask(self, tokens: int) -> Array:
        """[T] bool: the tokens that it changes."""
        at = np.arange(tokens)
        chosen = np.zeros(tokens, bool) if self.tokens else np.ones(tokens, bool)
        for first, last in self.tokens:
            chosen |= (at >= first) & (at <= last)
        return chosen

    def text(self) -> str:
        """The shortest text that reads as this, as it stands in traces."""
        words = [self.kind, "loop=" + _span_text(self.loops)]
        if self.layers is not None:
            words.append("layer=" + _span_text(self.layers))
        if self.tokens:
            words.append("tokens=" + "+".join("1-" if span == (0, _OPEN) else _span_text(span) for span in self.tokens))
        if self.by != 1 or "by!" in _KEYS[self.kind]:
            words.append("by=" + _number_text(self.by))
        for key, value, usual in (("seed", self.seed, 0), ("times", self.times, 1)):
            if value != usual:
                words.append(f"{key}={value}")
        for key, place in (("from", self.from_token), ("from-loop", self.from_loop)):
            if place is not None:
                words.append(f"{key}={place + 1}")
        words += [f"{key}={value}" for key, value in (("trace", self.trace), ("file", self.file), ("tensor", self.tensor), ("sha256", self.sha256)) if value]
        return ",".join(words)


def intervention_of(text: str) -> Intervention:
    """Reads "KIND,KEY=VALUE,...". Raises TraceError that says what is wrong with it and what there is."""
    return _Spec(text).read()


class _Spec:
    def __init__(self, text: str) -> None:
        self._text, self._values = text, {}  # type: str, Dict[str, str]

    def _fail(self, why: str) -> NoReturn:
        raise TraceError(f"The intervention {self._text[:200]!r} {why}")

    def read(self) -> Intervention:
        kind, *parts = self._text.split(",")
        if kind not in _KEYS:
            self._fail(f"begins with no kind: it takes {', '.join(_KEYS)}.")
        keys = {key.rstrip("!"): key.endswith("!") for key in _KEYS[kind].split()}
        last = ""
        for part in parts:
            key, equals, value = part.partition("=")
            if not equals:
                if not last:
                    self._fail(f"has {part!r} where KEY=VALUE belongs.")
                self._values[last] += "," + part  # a comma within a file's name
                continue
            if key not in keys:
                self._fail(f"has the key {key!r}; {kind} takes {', '.join(sorted(keys))}.")
            if key in self._values:
                self._fail(f"has the key {key} twice.")
            self._values[key], last = value, key
        for key, needed in keys.items():
            if needed and key not in self._values:
                self._fail(f"needs {key}=.")
        at_end = self._values.get("layer", "end") == "end"
        if kind == "skip-layer" and at_end:
            self._fail("skips a layer: the end of a loop is none.")
        spans = self._values.get("tokens", "all")
        out = Intervention(
            kind, loops=self._range("loop", MAX_LOOPS), layers=None if at_end else self._range("layer", _MOST_LAYERS),
            tokens=() if spans == "all" else tuple(self._span("tokens", part, _MOST) for part in spans.split("+")),
            by=self._number("by"), seed=self._whole("seed", 0, 2**64 - 1) or 0, times=self._whole("times", 1, _MOST_TIMES) or 1,
            from_token=self._place("from", _MOST), from_loop=self._place("from-loop", MAX_LOOPS), trace=self._name("trace"),
            file=self._name("file"), tensor=self._name("tensor"), sha256=self._name("sha256"),
        )  # fmt: skip
        self._check(out)
        return out

    def _check(self, out: Intervention) -> None:
        if out.trace and out.file:
            self._fail("has a trace and a file: give one of them.")
        if out.tensor and not out.file:
            self._fail("names a tensor of no file: give file=.")
        if out.sha256 and not (out.trace or out.file):
            self._fail("has a sha256 of no file.")
        if out.kind != "replace":
            return
        own = out.from_token is not None or out.from_loop is not None
        if not (out.trace or out.file or own):
            self._fail("replaces a state by nothing: give from=, from-loop=, trace= or file=.")
        if out.file and own:
            self._fail("takes a vector of a file: from= and from-loop= name a state of a run.")
        if out.trace and out.layers is not None:
            self._fail("takes a state of a trace, which holds those of the ends of loops: leave layer= out.")

    def _name(self, key: str) -> str:
        value = self._values.get(key)
        if value == "":
            self._fail(f"names nothing: {key}= needs a value.")
        return value or ""

    def _whole(self, key: str, low: int, high: int) -> Optional[int]:
        if key not in self._values:
            return None
        digits = self._values[key]
        if not re.fullmatch("[0-9]{1,20}", digits) or not low <= int(digits) <= high:
            self._fail(f"has {key}={digits!r}: it takes a whole number from {low} to {high}.")
        return int(digits)

    def _place(self, key: str, most: int) -> Optional[int]:
        value = self._whole(key, 1, most)
        return None if value is None else value - 1

    def _number(self, key: str) -> float:
        text = self._values.get(key, "1")
        if not re.fullmatch(r"-?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?", text) or abs(float(text)) > 1e9:
            self._fail(f"has {key}={text!r}: it takes a number.")
        return float(text)

    def _range(self, key: str, most: int) -> Span:
        text = self._values.get(key, "all")
        return (0, _OPEN) if text == "all" else self._span(key, text, most)

    def _span(self, key: str, text: str, most: int) -> Span:
        found = re.fullmatch("([0-9]{1,10})(-([0-9]{1,10})?)?", text)
        first = int(found[1]) if found else 0
        last = first if not found or not found[2] else int(found[3]) if found[3] else most
        if not 1 <= first <= last <= most:
            self._fail(f"has {key}={text!r}: it takes all, N, A-B or A-, counted from 1.")
        return first - 1, _OPEN if found and found[2] and not found[3] else last - 1


def _span_text(span: Span) -> str:
    first, last = span
    if span == (0, _OPEN):
        return "all"
    return f"{first + 1}-" if last == _OPEN else str(first + 1) if last == first else f"{first + 1}-{last + 1}"


def _number_text(value: float) -> str:
    """The shorter of plain and scientific, as the program writes it."""
    digits = repr(value)
    plain = format(Decimal(digits), "f")
    plain = plain[:-2] if plain.endswith(".0") else plain
    sign, numbers, exponent = Decimal(digits).normalize().as_tuple()
    assert isinstance(exponent, int)
    whole = "".join(map(str, numbers))
    power = exponent + len(whole) - 1
    short = f"{'-' if sign else ''}{whole[0]}{'.' + whole[1:] if whole[1:] else ''}e{'-' if power < 0 else '+'}{abs(power):02}"
    return plain if len(plain) <= len(short) else short
