# SPDX-License-Identifier: GPL-3.0-or-later
"""What record() has to know of a model: where a loop ends, what reads it, and how it is run."""
from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, Iterator, Optional, Sequence

from .errors import TraceError
from .noise import GENERATOR, start_noise

Function = Callable[[Any], Any]
_PLAIN = ("llama", "mistral", "qwen2", "qwen3", "olmo2", "smollm3", "gemma2")


@dataclass
class Parts:
    """The parts of a model that a record is made of; docs/python.md explains them."""

    loop: Any
    """the module whose output is the state at the end of a loop; every call of it is one loop"""
    head: Optional[Function] = None
    """states [n,d] -> logits [n,V]"""
    gate: Optional[Function] = None
    """states -> logits of the exit gate"""
    layers: Sequence[Any] = ()
    """physical layers of a loop, in order"""
    residual: str = ""
    """where the residual stream is: the "input" of `loop`, which is then a norm, or the "state" itself; "": nowhere"""
    layer_head: Optional[Function] = None
    """residual stream after a layer -> logits"""
    read: Optional[Function] = None
    """states [1,T,d] of a whole text -> logits, where what reads a loop attends to other positions"""
    run: Optional[Function] = None
    """ids [1,T] -> anything"""
    info: Dict[str, Any] = field(default_factory=dict)
    """metadata of the trace"""


def parts_of(model: Any, loops: Optional[int] = None, seed: int = 0) -> Parts:
    """The parts of a model of the Hub that is known: Ouro's and Huginn's released code, and the plain models of
    transformers. loops: others than the model's own. seed: of the noise that Huginn starts from."""
    kind = str(getattr(getattr(model, "config", None), "model_type", ""))
    if kind == "ouro":
        return _ouro(model, loops)
    if kind == "huginn_raven" and hasattr(model, "predict_from_latents"):
        return _huginn(model, loops, seed)
    if kind not in _PLAIN:
        raise TraceError(f"{type(model).__name__} is not a model that is known: say which module is a loop and where the head is (loop=, head=).")
    if loops not in (None, 1):
        raise TraceError(f"A {kind} model runs its layers once: the program can loop a window of them (ouroscope-cli trace --loop-layers).")
    layers, norm, lm_head = list(model.model.layers), model.model.norm, model.lm_head

    cap = getattr(model.config, "final_logit_softcapping", None)

    def head(x: Any) -> Any:
        logits = lm_head(norm(x))
        return logits if cap is None else cap * (logits / cap).tanh()

    return Parts(loop=layers[-1], head=head, layer_head=head, layers=layers, residual="state")


def _ouro(model: Any, loops: Optional[int]) -> Parts:
    """The norm closes every loop: what comes out of it is the state, what goes in the residual stream."""
    inner, lm_head = model.model, model.lm_head

    def run(ids: Any) -> None:
        with _changed(inner, "total_ut_steps", loops):
            inner(ids, use_cache=False)

    return Parts(
        loop=inner.norm, head=lm_head, layer_head=lambda x: lm_head(inner.norm(x)), gate=inner.early_exit_gate,
        layers=list(inner.layers), residual="input", run=run, info={"model": {"loops_trained": int(inner.total_ut_steps)}},
    )  # fmt: skip


def _huginn(model: Any, loops: Optional[int], seed: int) -> Parts:
    """Loops start from noise and are read through the layers after them."""
    import torch

    config, body = model.config, model.transformer
    spread = float(config.init_values["std"]) * float(model.emb_scale)

    def run(ids: Any) -> None:
        noise = torch.tensor(spread * start_noise(seed, ids.shape[1], config.n_embd), dtype=torch.float32)
        start = noise[None].to(body.wte.weight.device, body.wte.weight.dtype)
        model(ids, input_states=start, num_steps=loops or int(config.mean_recurrence), use_cache=False)

    info = {
        "model": {
            "family": "huginn", "prelude": len(body.prelude), "coda": len(body.coda), "loops_trained": int(config.mean_recurrence),
        },
        "lens": "coda",
        "start_state": {"kind": "noise", "spread": spread, "seed": str(seed), "generator": GENERATOR},
    }  # fmt: skip
    return Parts(
        loop=body.core_block[-1], layer_head=lambda x: model.lm_head(body.ln_f(x)), layers=list(body.core_block), residual="state",
        read=lambda states: model.predict_from_latents(states).logits, run=run, info=info,
    )  # fmt: skip


@contextmanager
def _changed(holder: Any, name: str, value: Optional[int]) -> Iterator[None]:
    before = getattr(holder, name)
    setattr(holder, name, before if value is None else value)
    try:
        yield
    finally:
        setattr(holder, name, before)
