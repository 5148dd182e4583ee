# SPDX-License-Identifier: GPL-3.0-or-later
"""Records a PyTorch model while its own code runs: hooks on the modules of a loop feed a Recorder."""
from __future__ import annotations

import hashlib
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence, Union

from .errors import TraceError
from .recorder import Recorder, Words
from .trace import Trace
from .words import words_of

_PLAIN = ("llama", "mistral", "qwen2", "qwen3", "olmo2", "smollm3")
_NAMES = {"torch.bfloat16": "bf16", "torch.float32": "f32", "torch.float16": "f16", "torch.float64": "f64"}


class _Watch:
    """Hooks while a run lasts: states, residuals and layers of every loop, as they come."""

    def __init__(self, loop: Any, residual: str, layers: Sequence[Any]) -> None:
        self.loops: List[Dict[str, Any]] = []
        self._passed: List[Any] = []
        self._layers, self._residual = layers, residual
        self._handles = [layer.register_forward_hook(self._after_layer) for layer in layers]
        # After those of the layers: the last layer may be what ends a loop.
        self._handles.append(loop.register_forward_hook(self._after_loop))

    def __enter__(self) -> "_Watch":
        return self

    def __exit__(self, *_: Any) -> None:
        for handle in self._handles:
            handle.remove()

    def _after_layer(self, module: Any, inputs: Any, output: Any) -> None:
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
            end["layers"] = self._passed
            self._passed = []
        self.loops.append(end)


def _tensor(output: Any) -> Any:
    """The states among what a module gives or takes: a tensor, or the first of a tuple."""
    while isinstance(output, (tuple, list)):
        if not output:
            raise TraceError("A module that was named gives no tensor: name one whose first output is the state.")
        output = output[0]
    return output


def parts_of(model: Any) -> Dict[str, Any]:
    """loop, head, gate, layers and residual of a model of the Hub that is known: Ouro's released code, whose norm closes
    every loop, and the plain models of transformers, which run once."""
    kind = str(getattr(getattr(model, "config", None), "model_type", ""))
    if kind not in ("ouro", *_PLAIN):
        raise TraceError(f"{type(model).__name__} is not a model that is known: say which module is a loop and where the head is (loop=, head=).")
    inner, lm_head = model.model, model.lm_head
    layers, norm = list(inner.layers), inner.norm
    if kind == "ouro":
        return {"loop": norm, "head": lm_head, "gate": inner.early_exit_gate, "layers": layers, "residual": "input"}
    return {"loop": layers[-1], "head": lambda x: lm_head(norm(x)), "gate": None, "layers": layers, "residual": "state"}


def record(
    model: Any,
    text: Any,
    *,
    tokenizer: Any = None,
    loop: Any = None,
    head: Optional[Callable[[Any], Any]] = None,
    gate: Optional[Callable[[Any], Any]] = None,
    layers: Sequence[Any] = (),
    residual: str = "",
    norm: Optional[Callable[[Any], Any]] = None,
    read: Optional[Callable[[Any], Any]] = None,
    words: Optional[Words] = None,
    run: Optional[Callable[[Any], Any]] = None,
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
    Without them the model must be one that is known (parts_of).

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
        found = parts_of(model)
        loop, gate, residual = found["loop"], found["gate"] if gate is None else gate, found["residual"]
        head = head or found["head"]
        layers = layers or found["layers"]
    if residual not in ("", "input", "state"):
        raise TraceError(f'residual is {residual!r}: choose "input" or "state".')
    if head is None and read is None:
        raise TraceError("There is no head: name the module or function from a state to logits (head=).")
    if "layers" not in capture:
        wanted: Sequence[Any] = ()
    elif not layers:
        raise TraceError('capture=["layers"] needs the layers of a loop, in order (layers=).')
    else:
        wanted = layers
    device = next(iter(model.parameters())).device
    ids = _ids_of(text, tokenizer)
    prompt = len(ids)
    lookup = words if words is not None else words_of(tokenizer) if tokenizer is not None else {}
    training = model.training
    model.eval()
    try:
        with torch.no_grad():
            while True:
                with _Watch(loop, residual, wanted) as watch:
                    batch = torch.tensor([ids], device=device)
                    (run or model)(batch)
                if not watch.loops:
                    raise TraceError("The module that was named as loop was not called: name one that runs at the end of every loop.")
                if len(ids) == prompt + generate or ids[-1] in stop and len(ids) > prompt:
                    break
                ids.append(_next(watch.loops[-1]["state"].reshape(1, len(ids), -1), head, read))
            recorder = Recorder(
                ids, words=lookup, head=head, layer_head=_layer_head(head, norm or (loop if residual == "input" else None)),
                top_k=top_k, track=[_id_of(word, tokenizer) for word in track], capture=capture, prompt_tokens=prompt,
                name=name or type(model).__name__, layers=len(layers) or 1, loops_trained=loops_trained,
                dtype=_NAMES.get(str(watch.loops[0]["state"].dtype), str(watch.loops[0]["state"].dtype)),
                device=str(device), info=_info(model, tokenizer, prompt, ids, generate, stop, hash_weights, info),
            )  # fmt: skip
            for end in watch.loops:
                state = end["state"].reshape(len(ids), -1)
                end["gate"] = None if gate is None else _tensor(gate(state)).reshape(-1)
                end["logits"] = None if read is None else _tensor(read(state[None]))
                recorder.loop(**{**end, "state": state})
            return recorder.trace()
    finally:
        model.train(training)


def _next(states: Any, head: Optional[Callable[[Any], Any]], read: Optional[Callable[[Any], Any]]) -> int:
    """The best word after the last position; states [1,T,d] of the last loop."""
    logits: Any = _tensor(read(states)) if read else head(states[:, -1]) if head else None
    return int(logits.reshape(-1, logits.shape[-1])[-1].argmax())


def _layer_head(head: Optional[Callable[[Any], Any]], norm: Optional[Callable[[Any], Any]]) -> Optional[Callable[[Any], Any]]:
    if head is None or norm is None:
        return head
    return lambda x: head(_tensor(norm(x)))


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
    ids = [word] if isinstance(word, int) else _ids_of(word, tokenizer)
    if len(ids) != 1:
        raise TraceError(f"{word!r} is {len(ids)} tokens, so it cannot be tracked: give one token, or its id.")
    return int(ids[0])


def _info(
    model: Any, tokenizer: Any, prompt: int, ids: List[int], generate: int, stop: Sequence[int], hash_weights: bool, given: Optional[Mapping[str, Any]]
) -> Dict[str, Any]:
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
    for key, value in (given or {}).items():
        made[key] = {**made[key], **value} if isinstance(value, Mapping) and key in made else value
    return made


def _weights_hash(model: Any) -> str:
    """Of names, shapes and bytes of the state, in the order of the names."""
    import torch

    digest = hashlib.sha256()
    for name, tensor in sorted(model.state_dict().items()):
        digest.update(f"{name} {tensor.dtype} {tuple(tensor.shape)}\n".encode())
        digest.update(tensor.detach().cpu().contiguous().reshape(-1).view(torch.uint8).numpy().tobytes())
    return digest.hexdigest()
