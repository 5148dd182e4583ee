# SPDX-License-Identifier: GPL-3.0-or-later
"""Carries out interventions on the states of a PyTorch model, as core/engine/Intervene.cpp does on the program's."""
from __future__ import annotations

from typing import Any, Dict, List, Optional, Sequence, Tuple

import numpy as np

from .errors import TraceError
from .intervention import Intervention
from .interventions import Applied
from .noise import mixed, start_noise
from .schema import Array

END = -1
"""in place of a layer: the end of a loop"""


class Edits:
    """The changes of one run over texts that lie side by side [B,T,d]."""

    def __init__(self, list_of: Sequence[Applied]) -> None:
        self._list = list(list_of)
        self._kept: Dict[Tuple[int, int], Any] = {}
        self._staged: Dict[Tuple[int, int, int], Any] = {}
        self._noise: Dict[Tuple[int, int, int, int], Array] = {}
        self.again: Any = None
        """[T] bool of the tokens that take part in this pass; None: all, it is the first one"""

    def __bool__(self) -> bool:
        return bool(self._list)

    @property
    def skips_first(self) -> bool:
        """A token skips the first loop."""
        return any(one.what.kind == "skip-loop" and one.what.has_loop(0) for one in self._list)

    @property
    def repeating(self) -> bool:
        return any(one.what.kind == "repeat-loop" for one in self._list)

    def begin(self) -> None:
        """Another run of the texts, with a token more."""
        self._kept.clear()
        self._staged.clear()

    def repeats(self, loop: int, tokens: int) -> Array:
        """[T] how often the loop runs again for a token."""
        counts = np.zeros(tokens, int)
        for one in self._list:
            if one.what.kind == "repeat-loop" and one.what.has_loop(loop):
                counts += one.what.times * one.what.mask(tokens)
        return counts

    def edit(self, loop: int, place: int, x: Any, before: Any) -> Any:
        """The states [B,T,d] at a place; `before`: what the layer, or at the end the loop, was given. Keeps what later ones read."""
        import torch

        for i, one in enumerate(self._list):
            what = one.what
            if what.kind == "repeat-loop" or not what.has_loop(loop):
                continue
            if not (place == END if what.layers is None else place != END and what.has_layer(place)):
                continue
            chosen = torch.as_tensor(what.mask(x.shape[1]), device=x.device)
            if bool(chosen.any()):
                y = self._changed(i, one, loop, place, x, before)
                x = torch.where(chosen[:, None], y.to(x.dtype), x)
        if any(one.what.from_loop is not None for one in self._list):
            self._kept[loop, place] = x
        return x

    def _changed(self, i: int, one: Applied, loop: int, place: int, x: Any, before: Any) -> Any:
        import torch

        what = one.what
        if what.kind in ("skip-loop", "skip-layer"):
            if before is None:
                raise TraceError(f"The intervention {what.text()} needs what the first loop gets: name the layers of a loop, in order (layers=).")
            return before
        if what.kind == "replace":
            return self._other(i, one, loop, place, x)
        wide = x.double() if x.device.type != "mps" else x.float()
        if what.kind == "scale":
            return what.by * wide
        if what.by == 0:
            return x
        if what.kind == "noise":
            size = what.by * wide.square().mean(-1, keepdim=True).sqrt()
            return wide + size * torch.as_tensor(self._noise_at(what, loop, place, x.shape[1], x.shape[2]), device=x.device).to(wide.dtype)
        v = torch.as_tensor(np.array(one.source), device=x.device).to(wide.dtype)
        if what.kind == "add":
            return wide + what.by * v
        return wide - what.by * ((wide * v).sum(-1, keepdim=True) / (v * v).sum()) * v

    def _other(self, i: int, one: Applied, loop: int, place: int, x: Any) -> Any:
        """The states that take the place of x."""
        import torch

        what, T = one.what, x.shape[1]
        source = loop if what.from_loop is None else what.from_loop
        if what.file:
            return torch.as_tensor(np.array(one.source), device=x.device).expand_as(x)
        if what.trace:
            assert one.source is not None
            held = one.source
            token = np.arange(T) if what.from_token is None else np.full(T, what.from_token)
            wanted = np.flatnonzero(what.mask(T))
            for t in wanted:
                if token[t] >= held.shape[0] or source >= held.shape[1] or np.isnan(held[token[t], source]).any():
                    raise TraceError(f"The intervention {what.text()} asks for the state of token {token[t] + 1} in loop {source + 1}, which the trace does not have.")
            rows = np.zeros((T, held.shape[2]), np.float32)
            rows[wanted] = held[token[wanted], source]
            return torch.as_tensor(rows, device=x.device).expand_as(x)
        if source == loop:
            # What a token does not repeat is as its first pass left it.
            key = (i, loop, place)
            states = x if self.again is None else torch.where(self.again[:, None], x, self._staged[key])
            self._staged[key] = states
        else:
            states = self._kept[source, place]
        return states if what.from_token is None else states[:, what.from_token : what.from_token + 1].expand_as(x)

    def _noise_at(self, what: Intervention, loop: int, place: int, tokens: int, width: int) -> Array:
        key = (what.seed, loop, place, tokens)
        if key not in self._noise:
            of_loop = mixed(what.seed, 1 + loop)
            self._noise[key] = start_noise(mixed(of_loop, 2 + place), tokens, width)
        return self._noise[key]


def check_reach(list_of: Sequence[Applied], loops: Optional[int], layers: int, tokens: int) -> None:
    """Refuses what names a loop, a layer or a token that the run does not have."""

    def within(what: Intervention, span: Tuple[int, int], count: int, of: str) -> None:
        last = span[0] if span[1] >= 2**31 - 1 else span[1]
        if last >= count:
            raise TraceError(f"The intervention {what.text()} is of {of} {last + 1}, of which there are {count}.")

    for one in list_of:
        if loops is not None:
            within(one.what, one.what.loops, loops, "loop")
        if one.what.layers is not None:
            within(one.what, one.what.layers, layers, "layer")
        for span in one.what.tokens:
            within(one.what, span, tokens, "token")
        _comes_before(one.what)


def _comes_before(what: Intervention) -> None:
    """What is copied within a run is there when it is asked for."""
    if what.trace or what.file:
        return
    if what.from_loop is not None and what.from_loop > what.loops[0]:
        raise TraceError(f"The intervention {what.text()} takes a state of loop {what.from_loop + 1} in loop {what.loops[0] + 1}, which comes before it.")
    first = min((span[0] for span in what.tokens), default=0)
    if what.from_token is not None and what.from_token > first:
        raise TraceError(f"The intervention {what.text()} takes a state of token {what.from_token + 1} for token {first + 1}, which comes before it: name later tokens.")


def texts_of(list_of: Sequence[Applied]) -> List[str]:
    """As they stand in a trace."""
    return [one.what.text() for one in list_of]
