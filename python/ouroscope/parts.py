# SPDX-License-Identifier: GPL-3.0-or-later
"""What record() has to know of a model: where a loop ends, what reads it, and how it is run."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Callable, Dict, Optional, Sequence, Tuple

Function = Callable[[Any], Any]


@dataclass
class Window:
    """Layers of a plain model that are looped while it runs: `layers` run `loops` times, by a rule of docs/model.md."""

    loops: int
    rule: str = "naive"
    """naive, euler, anchored or ema"""
    weight: float = 0.5

    def closed(self, r: int, x: Any, g: Any, first: Any) -> Any:
        """The state after sub-step r, which got x and whose layers made g of it; `first` is what those of the first made."""
        if self.rule == "naive":
            return g
        if self.rule == "ema":
            return self.weight * g + (1 - self.weight) * x
        y = x + (g - x) / self.loops
        return self.weight * first + (1 - self.weight) * y if self.rule == "anchored" and r + 1 == self.loops else y


@dataclass
class Parts:
    """The parts of a model that a record is made of; docs/python.md explains them."""

    loop: Any
    """the module whose output is the state at the end of a loop; every call of it is one loop"""
    head: Optional[Function] = None
    """states [n,d], or what the coda makes of them -> logits [n,V]"""
    gate: Optional[Function] = None
    """states -> logits of the exit gate"""
    layers: Sequence[Any] = ()
    """physical layers of a loop, in order"""
    residual: str = ""
    """where the residual stream is: the "input" of `loop`, which is then a norm, or the "state" itself; "": nowhere"""
    layer_head: Optional[Function] = None
    """residual stream after a layer -> logits"""
    read: Optional[Function] = None
    """states [B,T,d] of whole texts -> logits, where what reads a loop attends to other positions"""
    coda: Sequence[Any] = ()
    """layers that run once, after the loops: every loop is read through them, as the model called them"""
    before_coda: Optional[Function] = None
    """what stands between a state and the coda"""
    fresh: Sequence[str] = ()
    """arguments of the coda that hold what layers keep while a text runs: empty ones take their place for every loop"""
    adapter: Any = None
    """a module before the layers of a loop: Linear([state; what is joined to it])"""
    keys_values: Sequence[Tuple[Any, int]] = ()
    """modules of the looped layers that give keys and values, in their channels from a number on; for repeat-loop"""
    attention: Sequence[Any] = ()
    """modules of the layers that give the weights of their heads [B,H,T,T]; empty: they are seen in what layers ask PyTorch for"""
    start: Optional[Function] = None
    """ids [B,T] -> what the first loop gets; without it, what its first layer gets"""
    window: Optional[Window] = None
    run: Optional[Function] = None
    """ids [B,T] -> anything"""
    loops: Optional[int] = None
    """how many loops a run has, where that is known before"""
    info: Dict[str, Any] = field(default_factory=dict)
    """metadata of the trace"""


def keys_and_values(layers: Sequence[Any]) -> "list[Tuple[Any, int]]":
    """The modules of layers that are called as in transformers: k_proj and v_proj, or Wqkv with the queries first."""
    found = []
    for layer in layers:
        for name, module in layer.named_modules():
            own = name.rpartition(".")[2]
            if own in ("k_proj", "v_proj"):
                found.append((module, 0))
            elif own == "Wqkv":
                around = layer.get_submodule(name.rpartition(".")[0])
                found.append((module, int(around.proj.in_features)))  # as many queries as the heads together give
    return found
