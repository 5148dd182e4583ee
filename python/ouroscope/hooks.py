# SPDX-License-Identifier: GPL-3.0-or-later
"""Hooks on the modules of a loop while the model's own code runs: they keep what passes, and carry out interventions."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, List, Optional, Tuple

from .attention import HeadNumbers, head_numbers
from .edits import END, Edits
from .errors import TraceError
from .lens import is_tensor
from .parts import Parts


def tensor_in(output: Any) -> Any:
    """The states among what a module gives or takes: a tensor, or the first of a tuple."""
    while isinstance(output, (tuple, list)):
        if not output:
            raise TraceError("A module that was named gives no tensor: name one whose first output is the state.")
        output = output[0]
    if not is_tensor(output):
        raise TraceError(f"A module that was named gives or takes a {type(output).__name__} first: name one whose first output is the state.")
    return output


def _with_tensor(output: Any, x: Any) -> Any:
    """The output with other states in it."""
    if isinstance(output, (tuple, list)):
        changed = [_with_tensor(output[0], x), *output[1:]]
        make = getattr(output, "_make", type(output))  # of a named tuple
        return make(changed)
    return x


class Loop:
    """One loop as it passed: states, residual stream and layers, all [B,T,d], and the numbers of the layers' heads by text."""

    def __init__(self) -> None:
        self.state: Any = None
        self.residual: Any = None
        self.entered: Any = None
        self.layers: List[Any] = []
        self.weights: List[Any] = []
        """of attention, L x [B,H,T,T], until the loop has ended"""
        self.heads: List[List[HeadNumbers]] = []
        """B x L"""


@dataclass(frozen=True)
class Keep:
    """What is kept of the layers of a loop."""

    states: bool = False
    attention: bool = False


class Watch:
    """Hooks while a run lasts."""

    def __init__(self, parts: Parts, edits: Edits, start: Any, keep: Keep, shape: Tuple[int, int]) -> None:
        """start [B,T,d]: what the first loop gets; None: what its first layer gets. shape: B texts of T tokens."""
        self.loops: List[Loop] = []
        self._parts, self._edits, self._start, self._keep = parts, edits, start, keep
        self._loop, self._given = Loop(), {}  # type: Loop, Dict[int, Tuple[Any, Any]]
        self._joined: Any = None
        self._adapted = -1  # the last loop that began with the adapter
        self._first_made: Any = None
        self._values: Dict[Tuple[int, int], Any] = {}
        self._busy = False
        self._handles: List[Any] = []
        self._shape, self._seen = shape, None  # type: Tuple[int, int], Any
        self._weights: List[Any] = []
        """of the loop before"""
        watched = keep.states or keep.attention or bool(edits) or parts.window is not None
        if edits.repeating and not (parts.layers and parts.keys_values):
            raise TraceError("repeat-loop needs the layers of a loop and the modules that give its keys and values: name them (layers=, keys_values=).")
        if keep.attention:
            from .seen import Seen

            self._seen = Seen(parts.attention)
        for i, layer in enumerate(parts.layers if watched else ()):
            self._handles.append(layer.register_forward_pre_hook(self._before_layer(i), with_kwargs=True))
            self._handles.append(layer.register_forward_hook(self._after_layer(i)))
        if parts.adapter is not None:
            self._handles.append(parts.adapter.register_forward_pre_hook(self._before_adapter))
        for n, (module, _) in enumerate(parts.keys_values if edits.repeating else ()):
            self._handles.append(module.register_forward_hook(self._after_values(n)))
        for i, layer in enumerate(parts.coda):
            self._handles.append(layer.register_forward_pre_hook(self._before_layer(-1 - i), with_kwargs=True))
        # After those of the layers: the last layer may be what ends a loop.
        self._handles.append(parts.loop.register_forward_hook(self._after_loop))

    def __enter__(self) -> "Watch":
        if self._seen is not None:
            self._seen.__enter__()
        return self

    def __exit__(self, *error: Any) -> None:
        if self._seen is not None:
            self._seen.__exit__(*error)
        for handle in self._handles:
            handle.remove()

    def seen(self, state: Any) -> Any:
        """What the coda makes of a state [B,T,d], called as the model called it; the state itself where there is none."""
        x = state if self._parts.before_coda is None else self._parts.before_coda(state)
        for i, layer in enumerate(self._parts.coda):
            args, kwargs = self._given[-1 - i]
            x = tensor_in(layer(x, *args, **{key: {} if key in self._parts.fresh and value is not None else value for key, value in kwargs.items()}))
        return x

    # Hooks

    def _before_layer(self, i: int) -> Any:
        def hook(module: Any, args: Any, kwargs: Any) -> None:
            if self._busy:
                return
            rest = {key: value for key, value in kwargs.items() if key != "hidden_states"}
            self._given[i] = (tuple(args[1:]), rest)
            if i == 0:
                if not args and "hidden_states" not in kwargs:
                    raise TraceError("A layer that was named is not given its state first, or as hidden_states: name modules that are.")
                self._loop.entered = tensor_in(args if args else kwargs["hidden_states"]).detach()
            if i >= 0 and self._seen is not None:
                self._seen.begin()

        return hook

    def _before_adapter(self, module: Any, args: Any) -> None:
        if not self._busy:
            joined = tensor_in(args).detach()
            self._joined = joined[..., joined.shape[-1] // 2 :]
            self._adapted = len(self.loops)

    def _after_values(self, n: int) -> Any:
        first = self._parts.keys_values[n][1]

        def hook(module: Any, args: Any, output: Any) -> Any:
            key = (len(self.loops), n)
            if self._edits.again is None:
                self._values[key] = output[..., first:]
                return None
            if not first:
                return self._values[key]
            changed = output.clone()
            changed[..., first:] = self._values[key]
            return changed

        return hook

    def _after_layer(self, i: int) -> Any:
        def hook(module: Any, args: Any, output: Any) -> Any:
            if self._busy:
                return None
            x = self._layer_end(i, tensor_in(output).detach(), self._loop.entered if i == 0 else self._loop.layers[-1])
            return _with_tensor(output, x) if self._edits else None

        return hook

    def _layer_end(self, i: int, x: Any, below: Any) -> Any:
        if len(self._loop.layers) != i:
            raise TraceError(f"Loop {len(self.loops)} ran its layers in another order than they were named: name those that every loop runs, in order.")
        if self._edits:
            x = self._edits.edit(len(self.loops), i, x, below)
        self._loop.layers.append(x)
        if self._seen is not None:
            self._loop.weights.append(self._seen.weights(*self._shape, i))
        return x

    def _after_loop(self, module: Any, args: Any, output: Any) -> Any:
        if self._busy:
            return None
        self._busy = True  # what is called from here is no loop of the model's own
        try:
            window = self._parts.window
            if window is None:
                residual = tensor_in(args).detach() if self._parts.residual == "input" else None
                x = self._loop_end(tensor_in(output).detach(), residual)
                return _with_tensor(output, x) if self._edits else None
            x = self._loop.entered
            for r in range(window.loops):
                if r:
                    self._loop.entered = x
                    self._run_layers(x)
                x = self._loop_end(self._closed(x, self._loop.layers[-1]), None)
            return _with_tensor(output, x)
        finally:
            self._busy = False

    # What the hooks share

    def _run_layers(self, x: Any) -> Any:
        """Calls the layers of a loop as the model called them."""
        for i, layer in enumerate(self._parts.layers):
            args, kwargs = self._given[i]
            if self._seen is not None:
                self._seen.begin()
            x = self._layer_end(i, tensor_in(layer(x, *args, **kwargs)).detach(), x)
        return x

    def _closed(self, x: Any, g: Any) -> Any:
        """The state that a loop ends with: it got x, and its layers made g of it."""
        if self._parts.window is not None:
            if not self.loops and self._edits.again is None:
                self._first_made = g
            return self._parts.window.closed(len(self.loops), x, g, self._first_made)
        return tensor_in(self._parts.loop(g)) if self._parts.residual == "input" else g

    def _loop_end(self, state: Any, residual: Any) -> Any:
        r, parts = len(self.loops), self._parts
        if (self._keep.states or self._keep.attention) and len(self._loop.layers) != len(parts.layers):
            raise TraceError(
                f"Loop {r} ran {len(self._loop.layers)} of the {len(parts.layers)} layers that were named: name those that every loop runs, in order."
            )
        if self._edits:
            entering = self.loops[-1].state if r else self._start
            if entering is None:  # an adapter joins what the first loop starts from, where it is nothing else
                entering = self._joined if self._joined is not None else self._loop.entered
            state, residual = self._repeated(state, residual)
        if residual is None and parts.residual == "state":
            residual = state  # as the layers left it
        if self._edits:
            state = self._edits.edit(r, END, state, entering)
        self._loop.state, self._loop.residual = state, residual
        if self._seen is not None:
            self._loop.heads, self._weights, self._loop.weights = self._heads(r), self._loop.weights, []
        if not self._keep.states:
            self._loop.layers = []
        self.loops.append(self._loop)
        self._loop = Loop()
        return state

    def _heads(self, r: int) -> List[List[HeadNumbers]]:
        """The numbers of every text's heads, by layer."""
        now, before = self._loop.weights, self._weights or [None] * len(self._loop.weights)
        texts = range(len(now[0]))
        return [
            [head_numbers(w[b], None if old is None else old[b], None, f"Loop {r}: the attention of layer {i}") for i, (w, old) in enumerate(zip(now, before))] for b in texts
        ]

    def _repeated(self, state: Any, residual: Any) -> Any:
        """Further passes over a loop for the tokens that repeat it, with the keys and values of the first one."""
        import torch

        counts = self._edits.repeats(len(self.loops), state.shape[1])
        for again in range(1, int(counts.max()) + 1):
            mask = torch.as_tensor(counts >= again, device=state.device)[:, None]
            before, weights, entered = self._loop.layers, self._loop.weights, self._loop.entered
            self._edits.again, self._loop.layers, self._loop.weights = mask[:, 0], [], []
            start = state
            if self._adapted == len(self.loops):
                start = self._parts.adapter(torch.cat((state, self._joined), -1))
            g = self._run_layers(start)
            made = self._closed(start, g)
            state = torch.where(mask, made, state)
            if residual is not None:
                residual = torch.where(mask, g, residual)
            self._loop.layers = [torch.where(mask, new, old) for new, old in zip(self._loop.layers, before)]
            self._loop.weights = [torch.where(mask, new, old) for new, old in zip(self._loop.weights, weights)]
            self._loop.entered = entered  # a layer's step is counted from what the first pass began with
            self._edits.again = None
        return state, residual


def run_watched(model: Any, parts: Parts, edits: Edits, ids: Any, keep: Keep) -> Watch:
    """Runs the model on ids [B,T]; the hooks are gone when this returns."""
    edits.begin()
    start: Optional[Any] = parts.start(ids) if parts.start is not None and edits.skips_first else None
    with Watch(parts, edits, start, keep, tuple(ids.shape)) as watch:
        (parts.run or model)(ids)
    if not watch.loops:
        raise TraceError("The module that was named as loop was not called: name one that runs at the end of every loop.")
    return watch
