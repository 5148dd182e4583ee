# SPDX-License-Identifier: GPL-3.0-or-later
"""Interventions that hold while record() runs, and the files that they take vectors and states from."""
from __future__ import annotations

import hashlib
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Iterator, List, Optional, Tuple

import numpy as np

from .container import Container
from .errors import TraceError
from .intervention import Intervention, intervention_of
from .schema import Array


@dataclass(frozen=True)
class Applied:
    """One change with what it takes from a file: v [d], or states of a recorded run [T,R,d]."""

    what: Intervention
    source: Optional[Array] = None


def with_sources(list_of: List[Intervention], width: int) -> List[Applied]:
    """Opens the files, and names each without its folders and with its hash, as traces do."""
    out = []
    for what in list_of:
        if not (what.trace or what.file):
            out.append(Applied(what))
            continue
        path = Path(what.trace or what.file)
        source = _states(what, path, width) if what.trace else _vector(what, path, width)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if what.sha256 and what.sha256 != digest:
            raise TraceError(f"{path} has the sha256 {digest}: it is another file than the intervention names.")
        named = replace(what, trace=path.name, sha256=digest) if what.trace else replace(what, file=path.name, sha256=digest)
        out.append(Applied(named, source))
    return out


def _states(what: Intervention, path: Path, width: int) -> Array:
    from .trace import Trace

    trace = Trace.open(path)
    if "hidden" not in trace:
        raise TraceError(f"{path} holds no states: record it with them (--capture hidden).")
    states = trace["hidden"]
    if states.shape[2] != width:
        raise TraceError(f"{path} holds states of width {states.shape[2]}: those of this model have {width}.")
    return states


def _vector(what: Intervention, path: Path, width: int) -> Array:
    held = Container(path)
    if not what.tensor and len(held.tensors) != 1:
        raise TraceError(f"{path} holds {len(held.tensors)} tensors: say which one with tensor=.")
    name = what.tensor or next(iter(held.tensors))
    if name not in held.tensors:
        raise TraceError(f"{path} holds no tensor {name!r}.")
    tensor = held.tensors[name]
    if tensor.dtype not in ("F32", "F16", "BF16"):
        raise TraceError(f"{path}: tensor {name!r} is {tensor.dtype}: a vector is F32, F16 or BF16.")
    if not tensor.shape or tensor.shape[-1] != width or int(np.prod(tensor.shape)) != width:
        raise TraceError(f"{path}: tensor {name!r} has the shape {list(tensor.shape)}: a state of this model is [{width}].")
    vector: Array = np.frombuffer(held.raw(name), "<f2").astype(np.float32) if tensor.dtype == "F16" else held.read(name)
    vector = vector.reshape(width)
    if not np.isfinite(vector).all():
        raise TraceError(f"{path}: tensor {name!r} holds a NaN or an infinity.")
    if what.kind == "remove" and not vector.any():
        raise TraceError(f"{path}: tensor {name!r} is zero, which is no direction.")
    return vector


_ACTIVE: "ContextVar[Tuple[Intervention, ...]]" = ContextVar("ouroscope_interventions", default=())


@contextmanager
def intervene(*specs: str) -> Iterator[None]:
    """While this lasts, record() changes states as the texts say (docs/interventions.md), and its traces name them:

        with ouroscope.intervene("skip-loop,loop=2", "scale,loop=3,tokens=5,by=0.5"):
            changed = ouroscope.record(model, text, tokenizer=tokenizer)

    One within another adds to it. A text that is not right is refused here."""
    token = _ACTIVE.set(_ACTIVE.get() + tuple(intervention_of(spec) for spec in specs))
    try:
        yield
    finally:
        _ACTIVE.reset(token)


def active() -> List[Intervention]:
    """The interventions that hold now, in their order."""
    return list(_ACTIVE.get())
