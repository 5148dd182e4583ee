# SPDX-License-Identifier: GPL-3.0-or-later
"""Models that record() knows without being told: released code of looped models, and plain models of transformers."""
from __future__ import annotations

from contextlib import contextmanager
from typing import Any, Dict, Iterator, List, Optional, Sequence, Tuple

from .errors import TraceError
from .noise import GENERATOR, start_noise
from .parts import Function, Parts, Window, keys_and_values
from .schema import MAX_LOOPS

_PLAIN = ("llama", "mistral", "qwen2", "qwen3", "olmo2", "smollm3", "gemma2")
_RULES = ("naive", "euler", "anchored", "ema")


def parts_of(
    model: Any, loops: Optional[int] = None, seed: int = 0, loop_layers: Optional[Tuple[int, int]] = None, step: str = "anchored",
    weight: float = 0.5,
) -> Parts:  # fmt: skip
    """The parts of a model of the Hub that is known. loops: others than the model's own. seed: of the noise that some start
    from. loop_layers: first and last layer, from 1, of a window of a plain model that is looped, by a rule `step`."""
    kind = str(getattr(getattr(model, "config", None), "model_type", ""))
    if loops is not None and not 1 <= loops <= MAX_LOOPS:
        raise TraceError(f"loops is {loops}: a trace holds 1 to {MAX_LOOPS}.")
    if loop_layers is not None and kind not in _PLAIN:
        raise TraceError(f"loop_layers is for plain models ({', '.join(_PLAIN)}): {type(model).__name__} is none.")
    if kind == "ouro":
        return _ouro(model, loops)
    if kind == "huginn_raven":
        return _raven(model, loops, seed)
    if kind == "nanbeige":
        return _nanbeige(model, loops)
    if kind in _PLAIN:
        return _plain(model, kind, loops, loop_layers, step, weight)
    raise TraceError(f"{type(model).__name__} is not a model that is known: say which module is a loop and where the head is (loop=, head=).")


def _plain(model: Any, kind: str, loops: Optional[int], loop_layers: Optional[Tuple[int, int]], step: str, weight: float) -> Parts:
    layers, norm, lm_head = list(model.model.layers), model.model.norm, model.lm_head
    head = _capped(lambda x: lm_head(norm(x)), getattr(model.config, "final_logit_softcapping", None))

    def run(ids: Any) -> Any:
        return model.model(ids, use_cache=False)

    shared: Dict[str, Any] = {"head": head, "layer_head": head, "residual": "state", "run": run}
    if loop_layers is None:
        if loops not in (None, 1):
            raise TraceError(f"A {kind} model runs its layers once: say which of them are looped (loop_layers=).")
        return Parts(loop=layers[-1], layers=layers, keys_values=keys_and_values(layers), loops=1, **shared)
    first, last = loop_layers
    if not 1 <= first <= last <= len(layers):
        raise TraceError(f"loop_layers is {first} to {last}: the model has the layers 1 to {len(layers)}.")
    if step not in _RULES:
        raise TraceError(f"There is no step rule {step!r}: choose {', '.join(_RULES)}.")
    if not 0 <= weight <= 1:
        raise TraceError("The weight of a step rule is from 0 to 1.")
    looped, after = layers[first - 1 : last], layers[last:]
    times = loops or 6  # of the paper's recipe
    info = {
        "model": {"prelude": first - 1, "coda": len(after), "loops_trained": 1}, "lens": "coda" if after else "direct",
        "step_rule": {"name": "replace" if step == "naive" else step, "weight": 0 if step == "naive" else weight},
    }  # fmt: skip
    return Parts(
        loop=looped[-1], layers=looped, coda=after, window=Window(times, step, weight), keys_values=keys_and_values(looped), loops=times,
        info=info, **shared,
    )  # fmt: skip


def _capped(head: Function, cap: Optional[float]) -> Function:
    """The head with Gemma-2's cap of logits behind it."""
    if cap is None:
        return head
    limit = cap
    return lambda x: limit * (head(x) / limit).tanh()


def _ouro(model: Any, loops: Optional[int]) -> Parts:
    """The norm closes every loop: what comes out of it is the state, what goes in the residual stream."""
    inner, lm_head = model.model, model.lm_head

    def run(ids: Any) -> None:
        with _changed(inner, "total_ut_steps", loops):
            inner(ids, use_cache=False)

    layers = list(inner.layers)
    return Parts(
        loop=inner.norm, head=lm_head, layer_head=lambda x: lm_head(inner.norm(x)), gate=inner.early_exit_gate,
        layers=layers, residual="input", run=run, keys_values=keys_and_values(layers), loops=loops or int(inner.total_ut_steps),
        info={"model": {"loops_trained": int(inner.total_ut_steps)}},
    )  # fmt: skip


def _raven(model: Any, loops: Optional[int], seed: int) -> Parts:
    """Huginn and its retrofits start from noise and are read through the layers after the loop. Huginn has its last norm
    before these layers, too; its blocks are known by a norm after each branch."""
    import torch

    config, body = model.config, model.transformer
    layers = list(body.core_block)
    huginn = hasattr(layers[0], "norm_3") and hasattr(layers[0].attn, "qk_bias")
    family = "huginn" if huginn else "huginn-gemma2" if hasattr(layers[0], "norm_3") else "huginn-olmo2" if hasattr(layers[0].attn, "q_norm") else "huginn-llama"
    spread = float(config.init_values["std"]) * float(model.emb_scale if huginn else config.init_values["embed_scale"])
    steps = loops or int(config.mean_recurrence)

    def start(ids: Any) -> Any:
        noise = torch.tensor(spread * start_noise(seed, ids.shape[1], config.n_embd), dtype=torch.float32)
        return noise[None].to(body.wte.weight.device, body.wte.weight.dtype).expand(len(ids), -1, -1).contiguous()

    noisy = getattr(config, "initial_state_mode", "random") == "random"

    def run(ids: Any) -> None:
        # The number of steps as the code takes it: so many without gradients, none with.
        begin = {"input_states": start(ids)} if noisy else {}
        model(ids, num_steps=torch.tensor([steps, 0]), use_cache=False, **begin)

    info = {
        "model": {
            "family": family, "prelude": len(body.prelude), "coda": len(body.coda), "loops_trained": int(config.mean_recurrence),
        },
        "lens": "coda",
        "start_state": {"kind": "noise", "spread": spread, "seed": str(seed), "generator": GENERATOR} if noisy else {"kind": "embedding"},
    }  # fmt: skip

    # Of a Gemma-2 made recurrent, as core/model/families/Raven.cpp reads it.
    head = _capped(lambda x: model.lm_head(body.ln_f(x)), (getattr(config, "final_logit_softcapping", None) or 30.0) if family == "huginn-gemma2" else None)
    return Parts(
        loop=layers[-1], head=head, layer_head=head, layers=layers, residual="state", coda=list(body.coda),
        before_coda=body.ln_f if huginn else None, adapter=body.adapter, keys_values=keys_and_values(layers),
        start=start if noisy else None, run=run, loops=steps, info=info,
    )  # fmt: skip


def _nanbeige(model: Any, loops: Optional[int]) -> Parts:
    """Ouro's shape without a gate; or (LoopSplit) layers in the middle that are looped, with layers before and after them."""
    config, inner, lm_head = model.config, model.model, model.lm_head
    for name in ("enable_hyper_connection", "enable_mhc", "enable_depth_attention"):
        if getattr(config, name, False):
            raise TraceError(f"The model has {name}: what a loop's state is there is not known.")
    layers = list(inner.layers)

    def head(x: Any) -> Any:
        return lm_head(inner.norm(x))

    if getattr(config, "enable_double_loop_split", False):
        order: Sequence[int] = inner._get_layer_order()
        looped = sorted({i for i in order if list(order).count(i) > 1})
        times = list(order).count(looped[0]) if looped else 1
        if loops not in (None, times):
            raise TraceError(f"The layers of this model are looped {times} times, by its config: it has no other number of loops.")
        looped = looped or list(range(len(layers)))
        middle: List[Any] = [layers[i] for i in looped]
        coda = layers[looped[-1] + 1 :]
        info = {"model": {"prelude": looped[0], "coda": len(coda), "loops_trained": times}, "lens": "coda" if coda else "direct"}
        return Parts(
            loop=middle[-1], head=head, layer_head=head, layers=middle, residual="state", coda=coda, fresh=("loop_share_kv_cache",),
            keys_values=keys_and_values(middle), run=lambda ids: inner(ids, use_cache=False), loops=times, info=info,
        )  # fmt: skip

    trained = inner._get_num_loops()

    def run(ids: Any) -> None:
        with _changed(config, "num_loops", loops), _changed(config, "loop_loss_weights", None if loops is None else []):
            inner(ids, use_cache=False)

    skips = getattr(config, "skip_loop_final_norm", False)
    return Parts(
        loop=layers[-1] if skips else inner.norm, head=head if skips else lm_head, layer_head=head, layers=layers,
        residual="state" if skips else "input", run=run, keys_values=keys_and_values(layers), loops=loops or trained,
        info={"model": {"loops_trained": trained}},
    )  # fmt: skip


@contextmanager
def _changed(holder: Any, name: str, value: Any) -> Iterator[None]:
    before = getattr(holder, name, None)
    setattr(holder, name, before if value is None else value)
    try:
        yield
    finally:
        setattr(holder, name, before)
