# SPDX-License-Identifier: GPL-3.0-or-later
"""What heads attend to: the columns of attention, made of the weights of a layer while they are at hand.

Weights are [T,T] for every head, a row a token: what it gives to every token up to itself. Computed in float64 by the definitions of
docs/columns.md, where the weights lie. Of a layer's weights only those of one loop are kept, for the step to the next one.
"""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any, List, Optional

import numpy as np

from .errors import TraceError
from .lens import double, is_tensor, namespace, to_numpy
from .schema import Array

NAMES = ("attention_sink", "attention_concentration", "attention_entropy", "attention_step")
_NUMBERS_AT_ONCE = 1 << 22
_OFF = 1e-2  # of a row's sum, and of what lies behind its token: weights of bf16 are that far off


@dataclass(frozen=True)
class HeadNumbers:
    """The numbers of the heads of one layer in one loop."""

    values: Array
    """[4,T,H], in the order of NAMES; NaN where there is none"""


def head_numbers(weights: Any, before: Any = None, ran: Optional[Array] = None, where: str = "The attention") -> HeadNumbers:
    """Of weights [H,T,T]; `before`: those of the loop before. ran [T] bool: tokens that ran the loop, else all.

    Raises TraceError, which begins with `where`, for what are no weights of a causal model."""
    heads, tokens = weights.shape[0], weights.shape[-1]
    values = np.full((len(NAMES), tokens, heads), np.nan)
    most = max(1, _NUMBERS_AT_ONCE // tokens**2)
    for first in range(0, heads, most):
        part = slice(first, first + most)
        values[:3, :, part] = _of_one_loop(double(weights[part]), ran, where)
        if before is not None:
            step = double(weights[part]) - double(before[part])
            values[3, :, part] = (to_numpy((step * step).sum(-1)) ** 0.5).T
    if ran is not None:
        values[:, ~ran] = np.nan
    return HeadNumbers(values)


def _of_one_loop(w: Any, ran: Optional[Array], where: str) -> Array:
    """[3,T,H] sink, concentration and entropy of weights [H,T,T]."""
    xp = namespace(w)
    rows = np.ones(w.shape[-1], bool) if ran is None else ran
    behind, sums, least = to_numpy(abs(xp.triu(w, 1)).sum(-1)), to_numpy(w.sum(-1)), to_numpy(xp.amin(w, -1))
    if (behind[:, rows] > _OFF).any():
        raise TraceError(f"{where} reaches later tokens: these numbers are of models that look back alone.")
    if (np.abs(sums[:, rows] - 1) > _OFF).any() or (least[:, rows] < -_OFF).any():
        raise TraceError(f"{where} is no weights: those that a token gives are not negative and add up to 1.")
    n = np.arange(1, w.shape[-1] + 1)
    # The mean weight that tokens got so far; who did not run the loop gave none.
    given = w if ran is None else xp.where(_like(w, ran[:, None]), w, xp.zeros_like(w))
    shares = xp.cumsum(given, 1) / _like(w, n[:, None].astype(float))
    with np.errstate(divide="ignore", invalid="ignore"):
        concentration = 1 - _entropy(xp, shares) / np.log(n)
    concentration[:, 0] = np.where(np.isnan(sums[:, 0]), np.nan, 1)
    found: Array = np.stack([to_numpy(w[:, :, 0]), concentration, _entropy(xp, w)]).transpose(0, 2, 1)
    return found


def _entropy(xp: Any, p: Any) -> Array:
    """[...] -sum p log p over the last axis."""
    found: Array = 0 - to_numpy((p * xp.log(xp.where(p > 0, p, xp.ones_like(p)))).sum(-1))
    return found


def _like(w: Any, x: Array) -> Any:
    """x where w is."""
    if is_tensor(w):
        import torch

        return torch.as_tensor(x, device=w.device)
    return x


class HeadReader:
    """Makes the numbers of the layers of a recorder, loop by loop."""

    def __init__(self, tokens: int, layers: int) -> None:
        self._tokens, self._layers, self._before = tokens, layers, []  # type: int, int, List[Any]
        self.heads = 0
        """of every layer; 0 before the first loop"""

    def loop(self, r: int, attention: List[Any], ran: Array) -> List[HeadNumbers]:
        """Of the weights [H,T,T] of every layer of loop r, or of the numbers that were made of them."""
        if len(attention) != self._layers:
            raise TraceError(f"Loop {r}: the attention of {len(attention)} layers was given, the model has {self._layers} in a loop.")
        attention = [each if isinstance(each, HeadNumbers) else self._checked(each, r) for each in attention]
        heads = {each.values.shape[2] if isinstance(each, HeadNumbers) else int(each.shape[0]) for each in attention} | ({self.heads} if r else set())
        if len(heads) != 1:
            raise TraceError(f"Loop {r}: layers have {' and '.join(map(str, sorted(heads)))} heads: a trace holds one number of them.")
        found = []
        for i, each in enumerate(attention):
            before = self._before[i] if self._before else None
            found.append(each if isinstance(each, HeadNumbers) else head_numbers(each, before, ran, f"Loop {r}: the attention of layer {i}"))
        self.heads, self._before = heads.pop(), attention if not isinstance(attention[0], HeadNumbers) else []
        return found

    def _checked(self, weights: Any, r: int) -> Any:
        weights = weights.detach() if is_tensor(weights) else np.asarray(weights)
        if weights.ndim == 4 and weights.shape[0] == 1:
            weights = weights[0]
        if weights.ndim != 3 or tuple(weights.shape[1:]) != (self._tokens, self._tokens):
            raise TraceError(f"Loop {r}: attention has the shape {list(weights.shape)}, expected [heads, {self._tokens}, {self._tokens}] of every layer.")
        return weights
