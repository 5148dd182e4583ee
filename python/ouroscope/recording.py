# SPDX-License-Identifier: GPL-3.0-or-later
"""Records PyTorch models while their own code runs, one text or several side by side."""
from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple, Union

from .attention import HeadNumbers
from .edits import Edits, check_reach, texts_of
from .errors import TraceError
from .hooks import Keep, Watch, run_watched, tensor_in
from .interventions import Applied, active, with_sources
from .known import parts_of
from .parts import Function, Parts
from .recorder import Recorder, Words, captures, over
from .sampling import Sampling
from .trace import Trace
from .words import words_of

_NAMES = {"torch.bfloat16": "bf16", "torch.float32": "f32", "torch.float16": "f16", "torch.float64": "f64"}


def record(
    model: Any,
    text: Any,
    *,
    tokenizer: Any = None,
    loop: Any = None,
    head: Optional[Function] = None,
    gate: Optional[Function] = None,
    other_gates: Optional[Mapping[str, Function]] = None,
    layers: Sequence[Any] = (),
    residual: str = "",
    norm: Optional[Function] = None,
    read: Optional[Function] = None,
    keys_values: Sequence[Any] = (),
    attention: Sequence[Any] = (),
    run: Optional[Function] = None,
    words: Optional[Words] = None,
    loops: Optional[int] = None,
    seed_start: int = 0,
    loop_layers: Optional[Tuple[int, int]] = None,
    step: str = "anchored",
    weight: float = 0.5,
    generate: int = 0,
    prompt_tokens: Optional[int] = None,
    temperature: float = 0.0,
    top_p: float = 1.0,
    seed: int = 0,
    stop: Sequence[int] = (),
    top_k: int = 10,
    track: Sequence[Union[int, str]] = (),
    capture: Union[str, Sequence[str]] = (),
    state_layers: Sequence[int] = (),
    name: Optional[str] = None,
    loops_trained: Optional[int] = None,
    hash_weights: bool = True,
    info: Optional[Mapping[str, Any]] = None,
) -> Trace:
    """Runs a model on a text, or on token ids, and records what every loop did.

    Of one's own class three things are named:
      loop   the module whose output is the state at the end of a loop; every call of it is one loop
      head   the module or function from that state to logits
      gate   the module or function from the state to the logit of the exit gate; None: there is none
    Without `loop` the model must be one that is known (known.py): Ouro, Huginn and its retrofits, Nanbeige, or a plain model
    of transformers. Their number of loops is `loops`, and `seed_start` that of the noise that some start from. loop_layers:
    first and last layer, from 1, of a window of a plain model that is looped, by the rule `step` with its `weight`.

    other_gates: further gates by name, read beside the model's own: trace.exits(gate="name") reads by them.
    residual: where the residual stream at the end of a loop is: the "input" of the module `loop`, which is then a norm,
    or the "state" itself. layers: the physical layers of a loop, for capture=["layers"]; they are read through `norm`
    (with residual="input": `loop`) and the head. keys_values: modules of the layers that give keys and values, for the
    intervention repeat-loop. attention: modules of the layers whose output is the weights of their heads [B,H,T,T], for
    capture=["attention"], where they cannot be seen in what the layers ask PyTorch for (seen.py).
    read: states [B,T,d] of whole texts -> logits, where what reads a loop attends to other positions (layers after the
    loop); the logits of all loops are then held until the end. It takes the place of head.
    run: ids [B,T] -> anything, where model(ids) is not the call. words: bytes of an id, where there is no tokenizer.
    generate: tokens to add by the last loop, as the program draws them (temperature 0: the best; seed); the whole text is
    run again for each. stop: ids that end it. prompt_tokens: of a text that has been generated before (by the model's own
    generate(), which keeps keys and values), how many tokens were its prompt; temperature, top_p and seed say how it was drawn.
    capture, state_layers: as of Recorder.
    hash_weights: SHA-256 of the weights in the trace, so that traces of one model are known as such."""
    given = {key: value for key, value in locals().items() if key not in ("model", "text")}
    return _Order(model, **given).record([text])[0]


def record_batch(model: Any, texts: Sequence[Any], *, together: int = 8, **options: Any) -> List[Trace]:
    """record() for several texts, `together` of them side by side in one call of the model; options as there. -> a trace each

    Shorter texts are filled up behind their last token. A model that looks at later positions would see that: each trace is
    that of the text alone only where the model is causal, as language models are."""
    if together < 1:
        raise TraceError("together is how many texts one call takes: at least 1.")
    order = _Order(model, **options)
    traces: List[Trace] = []
    for at in range(0, len(texts), together):
        traces += order.record(texts[at : at + together])
    return traces


@dataclass
class _Text:
    """One of the texts that lie side by side."""

    ids: List[int]
    prompt: int


@dataclass
class _Order:
    """What is to be recorded; members as of record()."""

    model: Any
    tokenizer: Any = None
    loop: Any = None
    head: Optional[Function] = None
    gate: Optional[Function] = None
    other_gates: Optional[Mapping[str, Function]] = None
    layers: Sequence[Any] = ()
    residual: str = ""
    norm: Optional[Function] = None
    read: Optional[Function] = None
    keys_values: Sequence[Any] = ()
    attention: Sequence[Any] = ()
    run: Optional[Function] = None
    words: Optional[Words] = None
    loops: Optional[int] = None
    seed_start: int = 0
    loop_layers: Optional[Tuple[int, int]] = None
    step: str = "anchored"
    weight: float = 0.5
    generate: int = 0
    prompt_tokens: Optional[int] = None
    temperature: float = 0.0
    top_p: float = 1.0
    seed: int = 0
    stop: Sequence[int] = ()
    top_k: int = 10
    track: Sequence[Union[int, str]] = ()
    capture: Union[str, Sequence[str]] = ()
    state_layers: Sequence[int] = ()
    name: Optional[str] = None
    loops_trained: Optional[int] = None
    hash_weights: bool = True
    info: Optional[Mapping[str, Any]] = None
    parts: Parts = field(init=False)

    def __post_init__(self) -> None:
        if not hasattr(self.model, "register_forward_hook"):
            raise TraceError(f"record() watches a torch.nn.Module, and {type(self.model).__name__} is none: feed a Recorder with its arrays.")
        if self.generate < 0:
            raise TraceError(f"generate is {self.generate}: it is how many tokens to add, 0 or more.")
        self.capture = captures(self.capture)
        self.parts = self._parts()
        self.sampling = Sampling(self.temperature, self.top_p, self.seed)
        self.tracked = [_id_of(word, self.tokenizer) for word in self.track]
        self.word: Words = self.words if self.words is not None else words_of(self.tokenizer) if self.tokenizer is not None else {}
        self.changes: List[Applied] = []
        self.hash = _weights_hash(self.model) if self.hash_weights else ""

    def _parts(self) -> Parts:
        if self.loop is None:
            parts = parts_of(self.model, self.loops, self.seed_start, self.loop_layers, self.step, self.weight)
            given = [name for name in ("head", "gate", "layers", "residual", "norm", "read", "keys_values", "run") if _is_given(getattr(self, name))]
            if given:
                raise TraceError(f"{type(self.model).__name__} is a model that is known, so {given[0]}= would be passed over: leave it out, or name all parts (loop=).")
        elif self.loops is not None or self.loop_layers is not None:
            raise TraceError("loops and loop_layers are for models that are known: of one's own class the model says it, or the call (run=).")
        else:
            closing = self.norm or (self.loop if self.residual == "input" else None)
            parts = Parts(
                self.loop, self.head, self.gate, list(self.layers), self.residual, _after(closing, self.head), self.read,
                keys_values=[(module, 0) for module in self.keys_values], run=self.run,
            )  # fmt: skip
        if parts.residual not in ("", "input", "state"):
            raise TraceError(f'residual is {parts.residual!r}: choose "input" or "state".')
        if parts.head is None and parts.read is None:
            raise TraceError("There is no head: name the module or function from a state to logits (head=).")
        if (self.keep.states or self.keep.attention) and not parts.layers:
            what = next((f'capture=["{name}"]' for name in ("layers", "similarity", "attention") if name in self.capture), "state_layers")
            raise TraceError(f"{what} needs the layers of a loop, in order (layers=).")
        for name, modules in (("loop", [parts.loop]), ("layers", parts.layers), ("attention", self.attention)):
            if any(not hasattr(module, "register_forward_hook") for module in modules):
                raise TraceError(f"{name}= takes modules of the model, whose calls are watched.")
        parts.attention = list(self.attention)
        return parts

    @property
    def keep(self) -> Keep:
        return Keep("layers" in self.capture or "similarity" in self.capture or bool(self.state_layers), "attention" in self.capture)

    def record(self, texts: Sequence[Any]) -> List[Trace]:
        """The texts side by side, a trace each."""
        import torch

        rows = [_Text(ids, self._prompt_of(ids)) for ids in (_ids_of(text, self.tokenizer) for text in texts)]
        training = [(module, module.training) for module in self.model.modules()]
        self.model.eval()
        try:
            with torch.no_grad():
                watch = self._next(rows)
                while self._grow(rows, watch):
                    watch = self._next(rows)
                return self._traces(rows, watch)
        finally:
            for module, was in training:  # train() would wake those that were told to stay still
                module.training = was

    def _prompt_of(self, ids: List[int]) -> int:
        """How many of the tokens were given."""
        if self.prompt_tokens is None:
            return len(ids)
        if self.generate:
            raise TraceError("prompt_tokens is for a text that has been generated before: leave generate out.")
        if not 0 <= self.prompt_tokens <= len(ids):
            raise TraceError(f"prompt_tokens is {self.prompt_tokens}, the text has {len(ids)} tokens.")
        return self.prompt_tokens

    def _next(self, rows: List[_Text]) -> Watch:
        """Of runs on the way only the last loop is looked at."""
        return self._run(rows, Keep() if any(map(self._goes_on, rows)) else self.keep)

    def _run(self, rows: List[_Text], keep: Keep) -> Watch:
        """One call of the model on all texts, the shorter ones filled up at their ends, where no causal model looks."""
        import torch

        device = next((x.device for x in self.model.parameters()), None)
        longest = max(len(row.ids) for row in rows)
        ids = torch.tensor([row.ids + [row.ids[-1]] * (longest - len(row.ids)) for row in rows], device=device)
        list_of = active()
        if list_of and not self.changes:
            self.changes = with_sources(list_of, self._width(list_of, ids))
        if list_of:
            for row in rows:
                check_reach(self.changes, self.parts.loops, len(self.parts.layers), max(len(row.ids), row.prompt + self.generate))
        watch = run_watched(self.model, self.parts, Edits(self.changes), ids, keep)
        check_reach(self.changes, len(watch.loops), len(self.parts.layers), longest + self.generate)
        return watch

    def _width(self, list_of: List[Any], ids: Any) -> int:
        """Channels of a state, where a vector is to fit them: one token is run for it."""
        if not any(what.file or what.trace for what in list_of):
            return 0
        return int(run_watched(self.model, self.parts, Edits(()), ids[:1, :1], Keep()).loops[0].state.shape[-1])

    def _grow(self, rows: List[_Text], watch: Watch) -> bool:
        """Adds a token to every text that goes on; false where none does."""
        growing = [self._goes_on(row) for row in rows]
        if not any(growing):
            return False
        states = self._batched(watch.loops[-1].state, rows)
        if self.parts.read is not None:
            logits = tensor_in(self.parts.read(states))
        else:
            seen = watch.seen(states)
        for b, row in enumerate(rows):
            if growing[b]:
                at = len(row.ids) - 1
                z = logits[b, at] if self.parts.read is not None else tensor_in(self._head(seen[b, at : at + 1]))
                row.ids.append(self.sampling.next_id(z.reshape(-1), at + 1 - row.prompt))
        return True

    def _goes_on(self, row: _Text) -> bool:
        drawn = len(row.ids) - row.prompt
        return drawn < self.generate and not (drawn > 0 and row.ids[-1] in self.stop)

    def _head(self, states: Any) -> Any:
        assert self.parts.head is not None
        return self.parts.head(states)

    def _traces(self, rows: List[_Text], watch: Watch) -> List[Trace]:
        import torch

        state = watch.loops[0].state
        recorders = []
        for row in rows:
            recorders.append(
                Recorder(
                    row.ids, words=self.word, head=self.parts.head, layer_head=self.parts.layer_head, top_k=self.top_k, track=self.tracked,
                    capture=self.capture, state_layers=self.state_layers, other_gates=list(self.other_gates or ()), prompt_tokens=row.prompt, name=self.name or type(self.model).__name__,
                    layers=len(self.parts.layers) or 1, loops_trained=self.loops_trained, dtype=_NAMES.get(str(state.dtype), str(state.dtype)),
                    device=str(state.device), info=over(over(self._info(row), self.parts.info), self.info or {}),
                )
            )  # fmt: skip
        through = bool(self.parts.coda) or self.parts.before_coda is not None
        for loop in watch.loops:
            states = self._batched(loop.state, rows)
            logits = None if self.parts.read is None else tensor_in(self.parts.read(states))
            seen = watch.seen(states) if through and logits is None else None
            for b, (row, recorder) in enumerate(zip(rows, recorders)):
                def own(x: Any) -> Any:
                    return None if x is None else self._batched(x, rows)[b, : len(row.ids)]

                recorder.loop(
                    own(states), logits=own(logits), seen=own(seen), residual=own(loop.residual), layers=[own(x) for x in loop.layers] if self.keep.states else (),
                    gate=None if self.parts.gate is None else tensor_in(self.parts.gate(own(states))).reshape(-1),
                    other_gates=[tensor_in(other(own(states))).reshape(-1) for other in (self.other_gates or {}).values()],
                    entered=own(loop.entered) if self.keep.states else None,
                    attention=[HeadNumbers(layer.values[:, : len(row.ids)]) for layer in loop.heads[b]] if self.keep.attention else (),
                )  # fmt: skip
        return [recorder.trace() for recorder in recorders]

    def _batched(self, x: Any, rows: List[_Text]) -> Any:
        """[B,T,*] of what a module gave, which may lack the axis of texts where there is one."""
        longest = max(len(row.ids) for row in rows)
        if x.numel() % (len(rows) * longest):
            raise TraceError(f"A module gave the shape {list(x.shape)} for {len(rows)} texts of {longest} tokens: name one whose output has a row for every token.")
        return x.reshape(len(rows), longest, -1)

    def _info(self, row: _Text) -> Dict[str, Any]:
        config: Any = getattr(self.model, "config", None)
        text = config.to_json_string() if hasattr(config, "to_json_string") else ""
        made: Dict[str, Any] = {
            "model": {
                "config_sha256": hashlib.sha256(text.encode()).hexdigest() if text else "",
                "weights_sha256": self.hash,
                "family": str(getattr(config, "model_type", "") or "custom"),
            },
            "tokenizer_kind": type(self.tokenizer).__name__ if self.tokenizer is not None else "",
            "sampling": {"temperature": self.temperature, "top_p": self.top_p, "seed": str(self.seed)},
        }
        if self.changes:
            made["interventions"] = texts_of(self.changes)
        if self.stop:
            made["stop_ids"] = [int(id) for id in self.stop]
        if len(row.ids) > row.prompt and self.prompt_tokens is None:
            made["end"] = {"why": "stop_token", "token": row.ids[-1]} if row.ids[-1] in self.stop else {"why": "count"}
        return made


def _is_given(value: Any) -> bool:
    return value is not None and not (isinstance(value, (str, tuple, list)) and not value)


def _after(norm: Optional[Function], head: Optional[Function]) -> Optional[Function]:
    """The head after a norm."""
    if head is None or norm is None:
        return head
    return lambda x: head(tensor_in(norm(x)))


def _ids_of(text: Any, tokenizer: Any) -> List[int]:
    if isinstance(text, str):
        if tokenizer is None:
            raise TraceError("A text needs a tokenizer; without one give token ids.")
        text = tokenizer.encode(text)
        text = getattr(text, "ids", text)  # of the tokenizers library
    ids = text.reshape(-1).tolist() if hasattr(text, "reshape") else list(text)
    if not ids:
        raise TraceError("The text has no tokens.")
    return [int(id) for id in ids]


def _id_of(word: Union[int, str], tokenizer: Any) -> int:
    ids = _ids_of(word, tokenizer) if isinstance(word, str) else [int(word)]
    if len(ids) != 1:
        raise TraceError(f"{word!r} is {len(ids)} tokens, so it cannot be tracked: give one token, or its id.")
    return ids[0]


def _weights_hash(model: Any) -> str:
    """Of names, types, shapes and bytes of the state, in the order of the names."""
    import torch

    digest = hashlib.sha256()
    for name, tensor in sorted(model.state_dict().items()):
        digest.update(f"{name} {tensor.dtype} {tuple(tensor.shape)}\n".encode())
        digest.update(tensor.detach().cpu().contiguous().reshape(-1).view(torch.uint8).numpy().tobytes())
    return digest.hexdigest()
