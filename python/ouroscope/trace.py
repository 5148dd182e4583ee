# SPDX-License-Identifier: GPL-3.0-or-later
"""A trace: what every loop of a run did, as arrays by column name, with the analyses that the program has."""
from __future__ import annotations

import copy
import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, Iterator, List, Mapping, Optional, Tuple, Union

import numpy as np

from .container import Container, Tensor, write_container
from .curve import OperatingCurve, operating_curve
from .errors import TraceError
from .exits import Exits, exits, gate_number, rule_for
from .measures import known_measures, measure_for
from .metadata import KEY, Metadata, Section
from .schema import COLUMNS, Array, Column
from .summary import Summary, summarise
from .tokens import Token

if TYPE_CHECKING:
    from .figure import Figure

Gate = Union[None, str, int]


class Trace(Mapping[str, Array]):
    """A mapping from the names of columns to arrays, with axes as in docs/columns.md.

    `trace["kl"]` is float32 [T,R]. Loops count from 0 in arrays; cells that are not there hold NaN or -1, never zero.
    Arrays of an opened file are read when they are asked for, and cannot be changed: copy them.
    """

    def __init__(self, info: Mapping[str, Any], columns: Mapping[str, Any]) -> None:
        """A trace from its metadata (the JSON object of docs/trace-format.md) and its columns.

        Raises TraceError where the program would refuse the file."""
        self._metadata = Metadata(copy.deepcopy(_plain(info)), "The trace")
        self._container: Optional[Container] = None
        self._arrays: Dict[str, Array] = {}
        self.path: Optional[Path] = None
        """the file that was opened or written; None: there is none"""
        self.sizes = self._metadata.sizes()
        """length of every axis, by its symbol in docs/columns.md: T tokens, R loops ..."""
        for name, values in columns.items():
            if name not in COLUMNS:
                raise TraceError(f"The trace: there is no column {name!r}; docs/columns.md lists them.")
            self._arrays[name] = _array(COLUMNS[name], values)
        for column in COLUMNS.values():
            shape = self._arrays[column.name].shape if column.name in self._arrays else None
            self._check_column(column, None if shape is None else column.type, shape, "The trace: column")
        self._check_values("The trace")

    @classmethod
    def open(cls, path: "os.PathLike[str] | str") -> "Trace":
        """Opens a file and checks it by the program's rules; float columns are read when they are asked for."""
        container = Container(path)
        text = container.metadata.get(KEY)
        if text is None:
            raise TraceError(f'{path} is a safetensors file but not an Ouroscope trace: its metadata has no "{KEY}".')
        trace = cls.__new__(cls)
        trace._metadata = Metadata.parse(text, str(path))
        trace._container, trace._arrays, trace.path = container, {}, Path(path)
        trace.sizes = trace._metadata.sizes()
        for column in COLUMNS.values():
            tensor: Optional[Tensor] = container.tensors.get(column.name)
            trace._check_column(column, tensor.dtype if tensor else None, tensor.shape if tensor else None, f"{path}: tensor")
        trace._check_values(str(path))
        return trace

    # Columns

    def __getitem__(self, name: str) -> Array:
        if name not in self._arrays:
            if name not in COLUMNS:
                raise KeyError(f"{name}: docs/columns.md lists the columns")
            if not self._container or name not in self._container.tensors:
                raise KeyError(f"{name}: the trace does not hold it ({COLUMNS[name].group})")
            self._arrays[name] = self._container.read(name)
        return self._arrays[name]

    def __iter__(self) -> Iterator[str]:
        held = self._container.tensors if self._container else self._arrays
        return (name for name in COLUMNS if name in held)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, name: object) -> bool:
        return name in (self._container.tensors if self._container else self._arrays) and name in COLUMNS

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other

    @property
    def columns(self) -> Dict[str, Column]:
        """What is there: name -> axes, unit, and a sentence that says what it holds."""
        return {name: COLUMNS[name] for name in self}

    # What the run was

    @property
    def info(self) -> Section:
        """The metadata, as attributes: `trace.info.model.name`, `trace.info.exit.threshold`."""
        return self._metadata.info

    @property
    def metadata(self) -> Dict[str, Any]:
        """The metadata as in the file, a copy: change it and make a Trace(metadata, trace) of it."""
        return copy.deepcopy(self._metadata.json)

    @property
    def gated(self) -> bool:
        """The run had an exit gate."""
        return self._metadata.gated

    @property
    def loops(self) -> int:
        """Recorded loops, R."""
        return self.sizes["R"]

    @cached_property
    def tokens(self) -> List[Token]:
        """The sequence: ids and bytes."""
        return [Token(int(id), data) for id, data in zip(self["token_id"], self._metadata.token_bytes)]

    @property
    def text(self) -> str:
        """All of it; a byte that is no character becomes U+FFFD."""
        return b"".join(self._metadata.token_bytes).decode("utf-8", "replace")

    def word(self, id: int) -> Token:
        """A word of the vocabulary that the file mentions."""
        return Token(int(id), self._metadata.words.get(int(id), b""))

    @cached_property
    def generated(self) -> Array:
        """[T] bool: not of the prompt."""
        return np.arange(self.sizes["T"]) >= int(self.info.prompt_tokens)

    @cached_property
    def ran(self) -> Array:
        """[T,R] bool: the loop was run for the token."""
        return np.arange(self.loops) < self["loops_run"][:, None]

    def gate_logits(self, gate: Gate = None) -> Array:
        """[T,R] of the model's own gate or of another one by name or number; NaN where the model has no gate."""
        number = gate_number(self, gate)
        if number > 0:
            return self["other_gate_logit"][:, :, number - 1]
        return self["gate_logit"] if self.gated else np.full((self.sizes["T"], self.loops), np.nan, np.float32)

    # Analyses

    def exits(self, q: Optional[float] = None, budget: Optional[int] = None, gate: Gate = None) -> Exits:
        """Where every token is read, as `ouroscope-cli show` has it: by the run's own rule, at threshold q, or at loop
        `budget`; with both, at q but not beyond the budget (loops from 1)."""
        return exits(self, rule_for(self, q, budget, gate))

    def measure(self, name: str, q: Optional[float] = None, budget: Optional[int] = None, gate: Gate = None, at_exit: bool = False) -> Array:
        """A measure of the program's figures ("kl", "expected-depth", "exit-probability" ...): [T,R], or [T] of those
        that a token has once. at_exit: [T], the value at the loop where the token is read."""
        read = self.exits(q, budget, gate)
        measure = measure_for(self, name)
        values = np.asarray(measure.values(self, read), dtype=np.float64)
        return values[np.arange(len(values)), read.loop] if at_exit and not measure.per_token else values

    def measures(self) -> List[str]:
        """Names for measure(), of those that the trace has what they are made of."""
        return [m.id for m in known_measures(self)]

    def operating_curve(self, points: int = 101, budget: Optional[int] = None, gate: Gate = None) -> OperatingCurve:
        """Depth against agreement, loss and KL: over thresholds, at equal depth, at random, and the best possible."""
        number = gate_number(self, gate)
        return operating_curve([self], self.loops if budget is None else rule_for(self, None, budget, gate).budget, number, points)

    def summary(self, by: str = "source", q: Optional[float] = None, budget: Optional[int] = None, gate: Gate = None) -> Summary:
        """The tables of `ouroscope-cli stats`, by "all", "source", "word" or "position"."""
        return summarise([self], by, q=q, budget=budget, gate=gate)

    def to_pandas(self, q: Optional[float] = None, budget: Optional[int] = None, gate: Gate = None) -> Any:
        """A row per token and loop: the table of `ouroscope-cli show --format csv`. Positions and loops count from 1."""
        from .frame import frame

        return frame(self, rule_for(self, q, budget, gate))

    # Out again

    def figure(self, kind: str, *, out: "os.PathLike[str] | str | None" = None, format: str = "svg", **options: Any) -> "Figure":
        """Drawn by the program: "heatmap", "lens", "text", "operating-curve" ... with the options of `ouroscope figure`
        (budget=2, exit_threshold=0.5, measure="kl", width_mm=84). It shows itself in a notebook; out: written there."""
        from .figure import draw

        return draw(self, kind, out, format, options)

    def write(self, path: "os.PathLike[str] | str") -> None:
        """Writes the file whole or not at all. Columns that came from a file keep every byte."""
        self._write(path)
        if self.path is None:
            self.path = Path(path)

    def _write(self, path: "os.PathLike[str] | str") -> None:
        tensors: Dict[str, Tuple[str, Tuple[int, ...], bytes]] = {}
        half = str(self.info.dtype).startswith("bf16")
        for name in self:
            column = COLUMNS[name]
            if self._container:
                tensor = self._container.tensors[name]
                tensors[name] = (tensor.dtype, tensor.shape, self._container.raw(name))
            elif column.bf16_in_bf16_runs and half:
                tensors[name] = ("BF16", self[name].shape, _bf16(self[name]))
            else:
                tensors[name] = (column.type, self[name].shape, self[name].tobytes())
        write_container(path, tensors, {KEY: self._metadata.dump()})

    def _repr_html_(self) -> str:
        from .view import html

        return html(self)

    def __repr__(self) -> str:
        s = self.sizes
        return f"Trace({self.info.model.name!r}, {s['T']} tokens, {s['R']} loops, columns {', '.join(self)})"

    # Checks

    def _check_column(self, column: Column, dtype: Optional[str], shape: Optional[Tuple[int, ...]], where: str) -> None:
        what = f"{where} {column.name}"
        if not self._metadata.present(column.group):
            if dtype:
                raise TraceError(f"{what} is there, but the metadata say it was not captured.")
            return
        if not dtype:
            if column.missing_in_old_files:
                return
            raise TraceError(f"{what} is missing, the metadata say it was captured.")
        if dtype != column.type and not (column.bf16_in_bf16_runs and dtype == "BF16"):
            raise TraceError(f"{what} is {dtype}, expected {column.type}.")
        if shape != column.shape(self.sizes):
            axes = ",".join(column.axes)
            raise TraceError(f"{what} has shape {list(shape or ())}, expected {list(column.shape(self.sizes))}, which is [{axes}].")

    def _check_values(self, where: str) -> None:
        for name in self:
            column = COLUMNS[name]
            if column.is_float or not self[name].size:
                continue
            low, high = column.bounds(self.sizes)
            least, most = int(self[name].min()), int(self[name].max())
            if least < low or most > high:
                raise TraceError(f"{where}: {name} holds {least if least < low else most}, allowed are {low} to {high}.")


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, (list, tuple)) else value


def _array(column: Column, values: Any) -> Array:
    """A copy in the type of the file, that cannot be changed."""
    array = np.asarray(values)
    if not column.is_float and array.dtype.kind not in "iu":
        raise TraceError(f"The trace: column {column.name} holds {array.dtype}, expected whole numbers.")
    if not column.is_float and array.size and (array.min() < -(2**31) or array.max() >= 2**31):
        raise TraceError(f"The trace: column {column.name} holds numbers beyond 32 bits.")
    array = np.array(array, dtype=column.dtype, order="C")
    array.setflags(write=False)
    return array


def _bf16(values: Array) -> bytes:
    """To the nearest bf16, ties to even; a NaN stays one."""
    bits = values.view("<u4").astype(np.uint64)
    rounded = (bits + 0x7FFF + ((bits >> 16) & 1)) >> 16
    return np.where(np.isnan(values), (bits >> 16) | 0x40, rounded).astype("<u2").tobytes()
