# SPDX-License-Identifier: GPL-3.0-or-later
"""Records a PyTorch model while its own code runs: hooks on the modules of a loop feed a Recorder."""
from __future__ import annotations

import hashlib
from typing import Any, Dict, List, Mapping, Optional, Sequence, Union

from .errors import TraceError
from .parts import Function, Parts, parts_of
from .recorder import Recorder, Words, over
from .trace import Trace
from .words import words_of

_NAMES = {"torch.bfloat16": "bf16", "torch.float32": "f32", "torch.float16": "f16", "torch.float64": "f64"}


class _Watch:
    """Hooks while a run lasts: state, residual stream and layers of every loop, as they come."""

    def __init__(self, parts: Parts, layers: Sequence[Any]) -> None:
        self.loops: List[Dict[str, Any]] = []
        self._passed: List[Any] = []
        self._entered: Any = None
        self._layers, self._residual = layers, parts.residual
        self._handles = [layer.register_forward_hook(self._after_layer) for layer in layers]
        # After those of the layers: the last layer may be what ends a loop.
        self._handles.append(parts.loop.register_forward_hook(self._after_loop))

    def __enter__(self) -> "_Watch":
        return self

    def __exit__(self, *_: Any) -> None:
        for handle in self._handles:
            handle.remove()

    def _after_layer(self, module: Any, inputs: Any, output: Any) -> None:
        if not self._passed:
            self._entered = _tensor(inputs).detach() if inputs else None
        self._passed.append(_tensor(output).detach())

    def _after_loop(self, module: Any, inputs: Any, output: Any) -> None:
        end: Dict[str, Any] = {"state": _tensor(output).detach()}
        if self._residual:
            end["residual"] = _tensor(inputs).detach() if self._residual == "input" else end["state"]
        if self._layers:
            if len(self._passed) != len(self._layers):
                raise TraceError(
                    f"Loop {len(self.loops)} ran {len(self._passed)} of the {len(self._layers)} layers that were named: name those that every loop runs, in order."
                )
            end["layers"], end["entered"], self._passed = self._passed, self._entered, []
        self.loops.append(end)


def _tensor(output: Any) -> Any:
    """The states among what a module gives or takes: a tensor, or the first of a tuple."""
    while isinstance(output, (tuple, list)):
        if not output:
            raise TraceError("A module that was named gives no tensor: name one whose first output is the state.")
        output = output[0]
    return output


def record(
    model: Any,
    text: Any,
    *,
    tokenizer: Any = None,
    loop: Any = None,
    head: Optional[Function] = None,
    gate: Optional[Function] = None,
    layers: Sequence[Any] = (),
    residual: str = "",
    norm: Optional[Function] = None,
    read: Optional[Function] = None,
    run: Optional[Function] = None,
    words: Optional[Words] = None,
    loops: Optional[int] = None,
    seed_start: int = 0,
    generate: int = 0,
    stop: Sequence[int] = (),
    top_k: int = 10,
    track: Sequence[Union[int, str]] = (),
    capture: Sequence[str] = (),
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
    Without `loop` the model must be one that is known (parts.py): Ouro, Huginn, or a plain model of transformers. Their
    number of loops is `loops`, and `seed_start` that of the noise that Huginn starts from.

    residual: where the residual stream at the end of a loop is: the "input" of the module `loop`, which is then a norm,
    or the "state" itself. layers: the physical layers of a loop, for capture=["layers"]; they are read through `norm`
    (with residual="input": `loop`) and the head.
    read: states [1,T,d] of a whole text -> logits, where what reads a loop attends to other positions (layers after the
    loop); the logits of all loops are then held until the end. It takes the place of head.
    run: ids [1,T] -> anything, where model(ids) is not the call. words: bytes of an id, where there is no tokenizer.
    generate: tokens to add greedily by the last loop; the whole text is run again for each. stop: ids that end it.
    hash_weights: SHA-256 of the weights in the trace, so that traces of one model are known as such."""
    import torch

    if loop is None:
        parts = parts_of(model, loops, seed_start)
    elif loops is not None:
        raise TraceError("loops is for models that are known: of one's own class the model says it, or the call (run=).")
    else:
        closing = norm or (loop if residual == "input" else None)
        parts = Parts(loop, head, gate, list(layers), residual, _after(closing, head), read, run)
    _check(parts, capture)
    ids = _ids_of(text, tokenizer)
    prompt = len(ids)
    device = next(iter(model.parameters())).device
    training = model.training
    model.eval()
    try:
        with torch.no_grad():
            while True:
                with _Watch(parts, parts.layers if "layers" in capture else ()) as watch:
                    (parts.run or model)(torch.tensor([ids], device=device))
                if not watch.loops:
                    raise TraceError("The module that was named as loop was not called: name one that runs at the end of every loop.")
                if len(ids) == prompt + generate or (len(ids) > prompt and ids[-1] in stop):
                    break
                ids.append(_next(watch.loops[-1]["state"].reshape(1, len(ids), -1), parts))
            state_type = str(watch.loops[0]["state"].dtype)
            recorder = Recorder(
                ids, words=words if words is not None else words_of(tokenizer) if tokenizer is not None else {},
                head=parts.head, layer_head=parts.layer_head, top_k=top_k, track=[_id_of(word, tokenizer) for word in track],
                capture=capture, prompt_tokens=prompt, name=name or type(model).__name__, layers=len(parts.layers) or 1,
                loops_trained=loops_trained, dtype=_NAMES.get(state_type, state_type), device=str(device),
                info=over(over(_info(model, tokenizer, prompt, ids, stop, hash_weights), parts.info), info or {}),
            )  # fmt: skip
            for end in watch.loops:
                state = end["state"].reshape(len(ids), -1)
                end["gate"] = None if parts.gate is None else _tensor(parts.gate(state)).reshape(-1)
                end["logits"] = None if parts.read is None else _tensor(parts.read(state[None]))
                recorder.loop(**{**end, "state": state})
            return recorder.trace()
    finally:
        model.train(training)


def _check(parts: Parts, capture: Sequence[str]) -> None:
    if parts.residual not in ("", "input", "state"):
        raise TraceError(f'residual is {parts.residual!r}: choose "input" or "state".')
    if parts.head is None and parts.read is None:
        raise TraceError("There is no head: name the module or function from a state to logits (head=).")
    if "layers" in capture and not parts.layers:
        raise TraceError('capture=["layers"] needs the layers of a loop, in order (layers=).')


def _after(norm: Optional[Function], head: Optional[Function]) -> Optional[Function]:
    """The head after a norm."""
    if head is None or norm is None:
        return head
    return lambda x: head(_tensor(norm(x)))


def _next(states: Any, parts: Parts) -> int:
    """The best word after the last position; states [1,T,d] of the last loop."""
    logits: Any = _tensor(parts.read(states)) if parts.read else parts.head(states[:, -1]) if parts.head else None
    return int(logits.reshape(-1, logits.shape[-1])[-1].argmax())


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


def _info(model: Any, tokenizer: Any, prompt: int, ids: List[int], stop: Sequence[int], hash_weights: bool) -> Dict[str, Any]:
    config: Any = getattr(model, "config", None)
    text = config.to_json_string() if hasattr(config, "to_json_string") else ""
    made: Dict[str, Any] = {
        "model": {
            "config_sha256": hashlib.sha256(text.encode()).hexdigest() if text else "",
            "weights_sha256": _weights_hash(model) if hash_weights else "",
            "family": str(getattr(config, "model_type", "") or "custom"),
        },
        "tokenizer_kind": type(tokenizer).__name__ if tokenizer is not None else "",
    }
    if stop:
        made["stop_ids"] = [int(id) for id in stop]
    if len(ids) > prompt:
        made["end"] = {"why": "stop_token", "token": ids[-1]} if ids[-1] in stop else {"why": "count"}
    return made


def _weights_hash(model: Any) -> str:
    """Of names, types, shapes and bytes of the state, in the order of the names."""
    import torch

    digest = hashlib.sha256()
    for name, tensor in sorted(model.state_dict().items()):
        digest.update(f"{name} {tensor.dtype} {tuple(tensor.shape)}\n".encode())
        digest.update(tensor.detach().cpu().contiguous().reshape(-1).view(torch.uint8).numpy().tobytes())
    return digest.hexdigest()
