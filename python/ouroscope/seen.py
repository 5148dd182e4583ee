# SPDX-License-Identifier: GPL-3.0-or-later
"""Sees the weights of attention while layers of a PyTorch model run, whoever wrote them.

What PyTorch is asked for within a layer is looked at: the weights are the softmax of scores [..,T,T], or they are computed once more
from the queries and keys of scaled_dot_product_attention, which keeps none. Attention that asks for neither (FlashAttention's package,
flex_attention, a softmax written out) is not seen; modules whose output is the weights can be named instead.
"""
from __future__ import annotations

from typing import Any, Dict, List, Optional, Sequence, Tuple

import torch
from torch.nn import functional as F
from torch.overrides import TorchFunctionMode

from .errors import TraceError

_SOFTMAX = (F.softmax, torch.softmax, torch.Tensor.softmax, torch.special.softmax)


class Seen(TorchFunctionMode):  # type: ignore[misc, unused-ignore]
    """Between begin() and weights() one layer runs."""

    def __init__(self, named: Sequence[Any] = ()) -> None:
        """named: for every layer the module that gives its weights; empty: they are looked for."""
        super().__init__()
        self._found: Optional[List[Any]] = None
        self._named, self._fast = bool(named), True
        self._handles = [module.register_forward_hook(self._after_module) for module in dict.fromkeys(named)]

    def __enter__(self) -> Any:
        # nn.MultiheadAttention and nn.TransformerEncoderLayer have a way past all functions.
        self._fast = torch.backends.mha.get_fastpath_enabled()
        torch.backends.mha.set_fastpath_enabled(False)
        enter: Any = super().__enter__
        return enter()

    def __exit__(self, *error: Any) -> Any:
        for handle in self._handles:
            handle.remove()
        torch.backends.mha.set_fastpath_enabled(self._fast)
        leave: Any = super().__exit__
        return leave(*error)

    def begin(self) -> None:
        self._found = []

    def weights(self, texts: int, tokens: int, layer: int) -> Any:
        """[B,H,T,T] of the layer that ran. Raises TraceError where not exactly one attention was seen."""
        found, self._found = self._found or [], None
        fitting = [x for x in (_by_head(x, texts, tokens) for x in found) if x is not None]
        if len(fitting) == 1:
            return fitting[0]
        shape = f"[{texts}, heads, {tokens}, {tokens}]"
        if self._named:
            raise TraceError(f"Layer {layer}: the modules named by attention= gave {len(fitting)} outputs of the shape {shape}, expected one.")
        raise TraceError(
            f"Layer {layer} has {len(fitting)} attentions that can be seen, expected one (a softmax over {shape}, or scaled_dot_product_attention): "
            'load the model with attn_implementation="eager", or name the modules whose output is the weights (attention=).'
        )

    def __torch_function__(self, func: Any, types: Any, args: Tuple[Any, ...] = (), kwargs: Optional[Dict[str, Any]] = None) -> Any:
        kwargs = kwargs or {}
        if self._found is None or self._named:
            return func(*args, **kwargs)
        if func is F.multi_head_attention_forward:
            wanted, averaged = kwargs.get("need_weights", True), kwargs.get("average_attn_weights", True)
            weights: Any
            output, weights = func(*args, **{**kwargs, "need_weights": True, "average_attn_weights": False})
            self._found.append(weights)
            return output, None if not wanted else weights.mean(-3) if averaged else weights
        output = func(*args, **kwargs)
        if func is F.scaled_dot_product_attention:
            self._found += _recomputed(*args, **kwargs)
        elif func in _SOFTMAX and kwargs.get("dim", args[1] if len(args) > 1 else None) in (-1, output.ndim - 1):
            self._found.append(output)
        return output

    def _after_module(self, module: Any, args: Any, output: Any) -> None:
        if self._found is not None:
            self._found += _tensors(output)


def _tensors(output: Any) -> List[Any]:
    if isinstance(output, (tuple, list)):
        return [x for each in output for x in _tensors(each)]
    return [output] if isinstance(output, torch.Tensor) else []


def _by_head(x: Any, texts: int, tokens: int) -> Any:
    """[B,H,T,T] of weights [B,H,T,T] or [B*H,T,T]; None where the shape is none of weights."""
    if x.ndim < 3 or tuple(x.shape[-2:]) != (tokens, tokens) or x.shape[:-2].numel() % texts:
        return None
    return x.detach().reshape(texts, -1, tokens, tokens)


def _recomputed(
    query: Any, key: Any, value: Any, attn_mask: Any = None, dropout_p: float = 0.0, is_causal: bool = False, scale: Optional[float] = None,
    enable_gqa: bool = False,
) -> List[Any]:  # fmt: skip
    """The weights that scaled_dot_product_attention mixes values by, in f32 at least; none where the mask is not made of numbers."""
    if attn_mask is not None and type(attn_mask) is not torch.Tensor:
        return []  # torch.nn.attention.bias keeps the rule of a mask in place of one
    q, k = (x.float() if x.element_size() < 4 else x for x in (query, key))
    if enable_gqa:
        k = k.repeat_interleave(q.shape[-3] // k.shape[-3], -3)
    scores = q @ k.transpose(-1, -2) * (q.shape[-1] ** -0.5 if scale is None else scale)
    if is_causal:
        scores = scores.masked_fill(torch.ones(scores.shape[-2:], dtype=torch.bool, device=scores.device).triu(1), float("-inf"))
    if attn_mask is not None:
        scores = scores.masked_fill(~attn_mask, float("-inf")) if attn_mask.dtype == torch.bool else scores + attn_mask
    return [torch.softmax(scores, -1)]
