# SPDX-License-Identifier: GPL-3.0-or-later
"""Records a run that somebody else makes: fed with the state of every loop, it computes the columns of a trace."""
from __future__ import annotations

from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence, Union

import numpy as np

from .attention import NAMES, HeadNumbers, HeadReader
from .errors import TraceError
from .lens import divergence, double, is_tensor, jensen_shannon, namespace, read_rows, to_numpy
from .schema import COLUMNS, MAX_LOOPS, Array
from .trace import Trace

Words = Union[Callable[[int], Union[bytes, str]], Sequence[Union[bytes, str]], Mapping[int, Union[bytes, str]]]
CAPTURES = ("hidden", "logits", "layers", "similarity", "attention")
_NUMBERS_AT_ONCE = 1 << 24


def captures(names: Union[str, Sequence[str]]) -> List[str]:
    """The names of a list, or of a text as `--capture` has it."""
    names = [name.strip() for name in names.split(",") if name.strip()] if isinstance(names, str) else list(names)
    unknown = set(names) - set(CAPTURES)
    if unknown:
        raise TraceError(f"capture cannot hold {', '.join(sorted(unknown))}: choose of {', '.join(CAPTURES)}.")
    return names


class _Loop:
    """One loop as it was given: states, residual and what the head reads [T,d], logits [T,V] or None, layers L x [T,d],
    what the first of them was given, and the numbers of the layers' heads."""

    def __init__(
        self, state: Any, logits: Any, gate: Any, residual: Any, layers: Sequence[Any], entered: Any, seen: Any, ran: Array,
        other_gates: List[Array], heads: Sequence[HeadNumbers],
    ) -> None:  # fmt: skip
        self.other_gates, self.heads = other_gates, heads
        self.state, self.logits, self.gate, self.residual, self.ran = state, logits, gate, residual, ran
        self.layers, self.entered, self.seen = layers, entered, state if seen is None else seen


class Recorder:
    """Feed it one loop after the other and take the trace:

        rec = Recorder(ids, words=vocabulary, head=lambda h: h @ W.T)
        for r in range(R):
            h = block(h)
            rec.loop(h, gate=h @ w + b)
        rec.trace().write("run.trace.safetensors")

    Arrays are NumPy's or torch tensors; tensors are read where they lie, and only the columns come to the processor.
    """

    def __init__(
        self,
        tokens: Any,
        *,
        words: Words,
        vocab_size: Optional[int] = None,
        head: Optional[Callable[[Any], Any]] = None,
        layer_head: Optional[Callable[[Any], Any]] = None,
        top_k: int = 10,
        track: Sequence[int] = (),
        capture: Union[str, Sequence[str]] = (),
        state_layers: Sequence[int] = (),
        prompt_tokens: Optional[int] = None,
        name: str = "model",
        family: str = "custom",
        gate_name: str = "",
        other_gates: Sequence[str] = (),
        layers: int = 1,
        loops_trained: Optional[int] = None,
        dtype: str = "f32",
        device: str = "",
        info: Optional[Mapping[str, Any]] = None,
    ) -> None:
        """tokens: T ids. words: bytes or text of an id, as a function, a list or a dict.
        head: states [n,d] -> logits [n,V], where loop() is not given logits. layer_head: the same from the residual
        stream after a layer, through the last norm, for layers. capture: of "hidden", "logits", "layers", "similarity"
        (with layers) and "attention". state_layers: layers, from 0, whose states are kept at every loop.
        layers: physical layers of a loop. other_gates: names of gates that stand beside the model's own. dtype: the arithmetic; states of "bf16" are stored as such.
        info: members of the metadata (docs/trace-format.md) that are laid over those made here."""
        self._ids = to_numpy(tokens).astype(np.int64).reshape(-1)
        if not len(self._ids):
            raise TraceError("There are no tokens to record.")
        self._state_layers = sorted(set(map(int, state_layers)))
        if self._state_layers and not 0 <= self._state_layers[0] <= self._state_layers[-1] < layers:
            raise TraceError(f"state_layers are {self._state_layers}: the layers of a loop are 0 to {layers - 1}.")
        self._words, self._vocab, self._head, self._layer_head = words, vocab_size, head, layer_head
        self._top_k, self._track, self._capture = top_k, list(map(int, track)), set(captures(capture))
        if "similarity" in self._capture:
            self._capture.add("layers")
        self._keeps_layers = "layers" in self._capture or bool(self._state_layers)
        self._prompt = len(self._ids) if prompt_tokens is None else prompt_tokens
        self._model = {"name": name, "family": family, "layers": layers}
        self._other_gates = list(other_gates)
        self._gate_name, self._loops_trained, self._dtype, self._device = gate_name, loops_trained, dtype, device
        self._info = info or {}
        self._heads = HeadReader(len(self._ids), layers)
        self._loops: List[_Loop] = []

    def loop(
        self,
        state: Any,
        *,
        logits: Any = None,
        gate: Any = None,
        other_gates: Sequence[Any] = (),
        residual: Any = None,
        layers: Sequence[Any] = (),
        entered: Any = None,
        seen: Any = None,
        attention: Sequence[Any] = (),
        ran: Any = None,
    ) -> None:
        """The next loop. state [T,d]: what the loop after it starts from. logits [T,V]: else head(seen).
        seen [T,d]: what the head reads, where that is not the state (layers stand between).
        gate [T]: exit gate logits; other_gates: those of the other gates, in the order of their names. residual [T,d]: the residual stream before the norm that closes the loop.
        layers: the residual stream [T,d] after every physical layer; entered [T,d]: what the first of them was given,
        where that is not the state of the loop before (an adapter stands between). attention: for every physical layer the weights
        [H,T,T] of its heads, a row a token, for capture=["attention"]: their numbers are made at once, and one loop of weights is kept.
        ran [T] bool: tokens that ran it, else all."""
        T, r = len(self._ids), len(self._loops)
        if r == MAX_LOOPS:
            raise TraceError(f"A trace holds at most {MAX_LOOPS} loops.")
        state = _rows(state, T, "state", r)
        width = self._loops[0].state.shape[1] if r else state.shape[1]
        if state.shape[1] != width:
            raise TraceError(f"Loop {r}: state has {state.shape[1]} channels, the first loop's has {width}.")
        if logits is None and self._head is None:
            raise TraceError(f"Loop {r}: there are no logits, and the recorder has no head: give one of them.")
        if logits is not None:
            logits = _rows(logits, T, "logits", r)
        if gate is not None:
            gate = to_numpy(gate).astype(np.float64).reshape(-1)
            if len(gate) != T:
                raise TraceError(f"Loop {r}: gate has {len(gate)} values, expected one for each of {T} tokens.")
        if len(other_gates) != len(self._other_gates):
            raise TraceError(f"Loop {r}: {len(other_gates)} other gates were given, {len(self._other_gates)} have a name.")
        others = [to_numpy(each).astype(np.float64).reshape(-1) for each in other_gates]
        if any(len(each) != T for each in others):
            raise TraceError(f"Loop {r}: an other gate has not one value for each of {T} tokens.")
        if residual is not None:
            residual = _rows(residual, T, "residual", r)
        layers = [_rows(each, T, "a layer", r) for each in layers]
        if self._keeps_layers and len(layers) != self._model["layers"]:
            raise TraceError(f"Loop {r}: {len(layers)} layers were given, the model has {self._model['layers']} in a loop.")
        entered = None if entered is None else _rows(entered, T, "entered", r)
        seen = None if seen is None else _rows(seen, T, "seen", r)
        mask = np.ones(T, bool) if ran is None else to_numpy(ran).astype(bool).reshape(-1)
        if len(mask) != T or (r == 0 and not mask.all()) or (r and (mask & ~self._loops[-1].ran).any()):
            raise TraceError(f"Loop {r}: ran must say for each of {T} tokens whether it ran the loop; all run the first, and none comes back.")
        heads = self._heads.loop(r, list(attention), mask) if "attention" in self._capture else ()
        self._loops.append(_Loop(state, logits, gate, residual, layers if self._keeps_layers else (), entered, seen, mask, others, heads))

    def trace(self) -> Trace:
        """The trace of the loops so far; it may be taken again after more of them."""
        if not self._loops:
            raise TraceError("No loop was recorded: call loop() once for every loop.")
        columns: Dict[str, Array] = {"token_id": self._ids, "loops_run": np.sum([loop.ran for loop in self._loops], axis=0)}
        self._gates(columns)
        self._states(columns)
        self._lenses(columns)
        if "attention" in self._capture:
            of_loops = [np.stack([layer.values for layer in loop.heads], 2) for loop in self._loops]  # R x [4,T,L,H]
            columns.update(zip(NAMES, np.stack(of_loops, 2)))
        ran = np.stack([loop.ran for loop in self._loops], 1)
        for name, values in columns.items():
            if COLUMNS[name].axes[:2] == ("T", "R"):
                values[~ran] = COLUMNS[name].absent
        return Trace(self._metadata(columns), columns)

    def _gates(self, columns: Dict[str, Array]) -> None:
        if self._other_gates:
            columns["other_gate_logit"] = np.stack([np.stack(loop.other_gates, 1) for loop in self._loops], 1)
        if all(loop.gate is None for loop in self._loops):
            return
        absent = np.full(len(self._ids), np.nan)
        columns["gate_logit"] = np.stack([absent if loop.gate is None else loop.gate for loop in self._loops], 1)

    def _states(self, columns: Dict[str, Array]) -> None:
        """Norms and steps, and what a broken state takes with it."""
        T, R = len(self._ids), len(self._loops)
        for name in ("state_norm", "step_norm", "step_cosine", "residual_norm"):
            columns[name] = np.full((T, R), np.nan)
        if "hidden" in self._capture:
            columns["hidden"] = np.empty((T, R, self._loops[0].state.shape[1]), np.float32)
        before = None
        with np.errstate(divide="ignore", invalid="ignore"):
            for r, loop in enumerate(self._loops):
                now = double(loop.state)
                norm = to_numpy((now * now).sum(-1)) ** 0.5
                columns["state_norm"][:, r] = norm
                if before is not None:
                    step = now - before
                    columns["step_norm"][:, r] = to_numpy((step * step).sum(-1)) ** 0.5
                    size = norm * to_numpy((before * before).sum(-1)) ** 0.5
                    columns["step_cosine"][:, r] = to_numpy((now * before).sum(-1)) / size
                if loop.residual is not None:
                    x = double(loop.residual)
                    columns["residual_norm"][:, r] = to_numpy((x * x).sum(-1)) ** 0.5
                if "hidden" in self._capture:
                    columns["hidden"][:, r] = to_numpy(loop.state)
                before = now
        if all(loop.residual is None for loop in self._loops):
            del columns["residual_norm"]
        for name in ("gate_logit", "other_gate_logit"):
            if name in columns:
                columns[name][~np.isfinite(columns["state_norm"])] = np.nan

    def _lenses(self, columns: Dict[str, Array]) -> None:
        T, R = len(self._ids), len(self._loops)
        follows = np.append(self._ids[1:], -1)
        first = self._logits(0, slice(0, 1))
        if self._vocab is None:
            self._vocab = int(first.shape[-1])
        V = self._vocab
        if first.shape[-1] != V:
            raise TraceError(f"Logits have {first.shape[-1]} words, the vocabulary has {V}.")
        if self._ids.min() < 0 or max(self._ids.max(), *self._track, 0) >= V or min(self._track, default=0) < 0:
            raise TraceError(f"A token id is not in the vocabulary of {V} words.")
        k = min(self._top_k, V)
        last = columns["loops_run"] - 1
        deep = "layers" in self._capture
        if deep and self._layer_head is None:
            raise TraceError("Layers are read through the last norm and the head: give layer_head.")
        pieces: Dict[str, List[Array]] = {}
        most = max(1, _NUMBERS_AT_ONCE // (V * R))
        for start in range(0, T, most):
            part = slice(start, min(T, start + most))
            logits = [self._logits(r, part) for r in range(R)]
            read = [read_rows(z, follows[part], self._track, k, np.isfinite(columns["state_norm"][part, r])) for r, z in enumerate(logits)]
            found = {name: [each[name] for each in read] for name in read[0] if name != "good"}
            found["kl"] = self._divergences(logits, [each["good"] for each in read], last[part])
            found.update(self._steps(logits, [each["good"] for each in read], last[part]))
            if "logits" in self._capture:
                found["logits"] = [to_numpy(z) for z in logits]
            for name, values in found.items():
                pieces.setdefault(name, []).append(np.stack(values, 1))
            if deep:
                for name, values_of in {**self._layers(part, follows[part], k), **self._layer_states(part, last[part])}.items():
                    pieces.setdefault(name, []).append(values_of)
            if self._state_layers:
                kept = [[to_numpy(loop.layers[i][part]) for i in self._state_layers] for loop in self._loops]
                pieces.setdefault("layer_state", []).append(np.stack([np.stack(of_loop, 1) for of_loop in kept], 1))
        columns.update({name: np.concatenate(values) for name, values in pieces.items()})

    def _divergences(self, logits: List[Any], good: List[Array], last: Array) -> List[Array]:
        """KL of every loop from the last one that a token ran; R x [n]."""
        out = []
        for r, z in enumerate(logits):
            kl = np.where(last == r, 0.0, np.nan)
            for end in np.unique(last[last > r]):
                rows = np.flatnonzero(last == end)
                kl[rows] = np.where(good[end][rows], divergence(logits[end][rows], z[rows]), np.nan)
            out.append(np.where(good[r], kl, np.nan))
        return out

    def _steps(self, logits: List[Any], good: List[Array], last: Array) -> Dict[str, List[Array]]:
        """KL of every loop from the one before, and Jensen-Shannon of the two; R x [n]."""
        none = np.full(len(last), np.nan)
        found: Dict[str, List[Array]] = {"kl_step": [none], "js_step": [none]}
        for r in range(1, len(logits)):
            known = good[r] & good[r - 1] & (last >= r)
            for name, measure in (("kl_step", divergence), ("js_step", jensen_shannon)):
                found[name].append(np.where(known, measure(logits[r], logits[r - 1]), np.nan))
        return found

    def _layers(self, part: slice, follows: Array, k: int) -> Dict[str, Array]:
        """The lens after every layer: columns [n,R,L] and [n,R,L,K]."""
        assert self._layer_head is not None
        found: Dict[str, List[List[Array]]] = {}
        for loop in self._loops:
            rows: Dict[str, List[Array]] = {}
            end = self._layer_head(loop.layers[-1][part])
            last = read_rows(end, follows, (), k)
            for x in loop.layers:
                z = end if x is loop.layers[-1] else self._layer_head(x[part])
                read = last if z is end else read_rows(z, follows, (), k)
                for name in ("topk_id", "topk_logprob", "entropy", "logprob", "rank"):
                    rows.setdefault(f"layer_{name}", []).append(read[name])
                kl = np.zeros(len(follows)) if z is end else divergence(end, z)
                rows.setdefault("layer_kl", []).append(np.where(last["good"] & read["good"], kl, np.nan))
            for name, values in rows.items():
                found.setdefault(name, []).append(values)
        return {name: np.stack([np.stack(values, 1) for values in loops], 1) for name, loops in found.items()}

    def _layer_states(self, part: slice, last: Array) -> Dict[str, Array]:
        """Norms, steps and cosines [n,R,L] of the states after every layer, and the cosines of all pairs [n,RL,RL]."""
        R, L, n = len(self._loops), len(self._loops[0].layers), len(last)
        found = {f"layer_{name}": np.full((n, R, L), np.nan) for name in ("update_norm", "norm", "cosine", "step_norm", "step_cosine", "last_cosine")}
        states = [[double(x[part]) for x in loop.layers] for loop in self._loops]
        norms = [[_length(x) for x in of_loop] for of_loop in states]

        def cosine(x: Any, own: Array, y: Any, other: Array) -> Array:
            return to_numpy((x * y).sum(-1)) / (own * other)

        with np.errstate(divide="ignore", invalid="ignore"):
            for r, loop in enumerate(self._loops):
                # What the first loop starts from is no recorded state.
                start = loop.entered if loop.entered is not None else self._loops[r - 1].state
                below = double(start[part]) if r else None
                for i, x in enumerate(states[r]):
                    own = found["layer_norm"][:, r, i] = norms[r][i]
                    if below is not None:
                        found["layer_update_norm"][:, r, i] = _length(x - below)
                        found["layer_cosine"][:, r, i] = cosine(x, own, below, _length(below))
                    if r:
                        found["layer_step_norm"][:, r, i] = _length(x - states[r - 1][i])
                        found["layer_step_cosine"][:, r, i] = cosine(x, own, states[r - 1][i], norms[r - 1][i])
                    for end in np.unique(last[last >= r]):
                        rows = np.flatnonzero(last == end)
                        found["layer_last_cosine"][rows, r, i] = cosine(x, own, states[end][i], norms[end][i])[rows]
                    below = x
            if "similarity" in self._capture:
                found["similarity"] = self._similarity(states, norms, last)
        return found

    def _similarity(self, states: List[List[Any]], norms: List[List[Array]], last: Array) -> Array:
        flat = [x for of_loop in states for x in of_loop]
        size = np.stack([norm for of_loop in norms for norm in of_loop], 1)  # [n,RL]
        x = namespace(flat[0]).stack(flat, 1)
        cosines: Array = to_numpy(x @ x.swapaxes(1, 2)) / (size[:, :, None] * size[:, None, :])
        run = (np.arange(len(flat)) // len(states[0])) <= last[:, None]
        cosines[~(run[:, :, None] & run[:, None, :])] = np.nan
        return cosines

    def _logits(self, r: int, part: slice) -> Any:
        loop = self._loops[r]
        if loop.logits is not None:
            return loop.logits[part]
        assert self._head is not None
        return _rows(self._head(loop.seen[part]), part.stop - part.start, "head(state)", r)

    def _word(self, id: int) -> bytes:
        try:
            word = self._words(id) if callable(self._words) else self._words[id]
        except (KeyError, IndexError):
            return b""
        if not isinstance(word, (str, bytes)):
            raise TraceError(f"words gives {word!r:.40} for the id {id}: it takes bytes or a text.")
        return word.encode("utf-8") if isinstance(word, str) else word

    def _metadata(self, columns: Dict[str, Array]) -> Dict[str, Any]:
        from . import __version__

        R = len(self._loops)
        ids = [columns["topk_id"].ravel(), self._ids, np.array(self._track, int)]
        if "layers" in self._capture:
            ids.append(columns["layer_topk_id"].ravel())
        mentioned = [int(id) for id in np.unique(np.concatenate(ids)) if id >= 0]
        made: Dict[str, Any] = {
            "format": {"major": 2, "minor": 0},
            "tool_version": f"python {__version__}",
            "model": {
                **self._model, "config_sha256": "", "weights_sha256": "", "vocab_size": self._vocab,
                "hidden_size": int(self._loops[0].state.shape[1]), **({"heads": self._heads.heads} if "attention" in self._capture else {}), "loops_trained": self._loops_trained or R,
                "gate": self._gate_name if "gate_logit" in columns else None, "other_gates": self._other_gates, "prelude": 0, "coda": 0,
            },
            "start_state": {"kind": "embedding"},
            "lens": "direct",
            "step_rule": {"name": "replace", "weight": 0},
            "tokenizer_kind": "",
            "dtype": self._dtype,
            "device": self._device,
            "loops_recorded": R,
            "top_k": int(columns["topk_id"].shape[2]),
            "prompt_tokens": self._prompt,
            "chat": False,
            "sampling": {"temperature": 0, "top_p": 1, "seed": "0"},
            "exit": {"threshold": 1.0, "budget": R, "kv_policy": "full"},
            "events": [],
            "tracked": self._track,
            "captured": {
                **{name: name in self._capture for name in CAPTURES if name in self._capture or name not in ("similarity", "attention")},
                **({"state_layers": self._state_layers} if self._state_layers else {}),
            },
            "token_bytes": [self._word(int(id)).decode("latin-1") for id in self._ids],
            "word_bytes": [[id, self._word(id).decode("latin-1")] for id in mentioned],
        }  # fmt: skip
        return over(made, self._info)


def over(made: Dict[str, Any], given: Mapping[str, Any]) -> Dict[str, Any]:
    """`given` laid over `made`, member by member."""
    for key, value in given.items():
        made[key] = over(dict(made[key]), value) if isinstance(value, Mapping) and isinstance(made.get(key), dict) else value
    return made


def _length(x: Any) -> Array:
    """[n] norms of double states [n,d]."""
    norms: Array = to_numpy((x * x).sum(-1)) ** 0.5
    return norms


def _rows(x: Any, tokens: int, what: str, loop: int) -> Any:
    """[T,*], without a batch axis of one."""
    x = x.detach() if is_tensor(x) else np.asarray(x)
    if x.ndim == 3 and x.shape[0] == 1:
        x = x[0]
    if x.ndim != 2 or x.shape[0] != tokens:
        raise TraceError(f"Loop {loop}: {what} has the shape {list(x.shape)}, expected one row for each of {tokens} tokens.")
    return x
