# SPDX-License-Identifier: GPL-3.0-or-later
"""What logits say: the columns of the next-token distribution, on NumPy arrays or, where they lie, on torch tensors.

Computed in float64 by the definitions of docs/columns.md. Rows whose logits hold a NaN or an infinity say nothing.
"""
from __future__ import annotations

from typing import Any, Dict, Sequence

import numpy as np

from .schema import Array

_SORTED_AT_ONCE = 64


def is_tensor(x: Any) -> bool:
    """A torch tensor; the package does not import torch to find out."""
    return hasattr(x, "detach") and hasattr(x, "device")


def to_numpy(x: Any) -> Array:
    if is_tensor(x):
        x = x.detach()
        x = (x.float() if x.is_floating_point() and x.element_size() < 4 else x).cpu().numpy()
    return np.asarray(x)


def double(x: Any) -> Any:
    """float64 where the numbers lie; what has no float64 (MPS) comes to the processor."""
    if is_tensor(x):
        x = x.detach()
        return (x.cpu() if x.device.type == "mps" else x).double()
    return np.asarray(x, dtype=np.float64)


def namespace(x: Any) -> Any:
    """numpy or torch, whichever x is of."""
    if is_tensor(x):
        import torch

        return torch
    return np


def _best(z: Any, k: int) -> "tuple[Array, Array]":
    """ids and logits [n,k] of the best, best first, ties by lower id."""
    if is_tensor(z):
        import torch

        values, ids = torch.topk(z, k, dim=-1)
        # topk takes any of equal ones. Logits of bf16 are often equal: such rows are sorted where they lie.
        tied = ((z >= values[:, -1:]).sum(-1) != k) | (values[:, 1:] == values[:, :-1]).any(-1)
        for rows in torch.split(torch.nonzero(tied)[:, 0], _SORTED_AT_ONCE):
            ordered, places = torch.sort(z[rows], dim=-1, descending=True, stable=True)
            values[rows], ids[rows] = ordered[:, :k], places[:, :k]
        return to_numpy(ids), to_numpy(values)
    pairs = [_best_of(row, k) for row in z]
    return np.array([ids for ids, _ in pairs]).reshape(len(z), k), np.array([values for _, values in pairs]).reshape(len(z), k)


def _best_of(row: Array, k: int) -> "tuple[Array, Array]":
    least = np.partition(row, len(row) - k)[len(row) - k]
    ids = np.flatnonzero(row >= least)
    ids = ids[np.argsort(-row[ids], kind="stable")][:k]
    return ids, row[ids]


def read_rows(z: Any, next_ids: Array, tracked: Sequence[int], k: int, sound: Any = None) -> Dict[str, Array]:
    """Columns of logits z [n,V]: entropy, logprob, rank [n], topk_id, topk_logprob [n,k], tracked_* [n,M]; lse [n].

    next_ids [n]: the token that follows, -1 where none does. sound [n]: rows that say something."""
    xp = namespace(z)
    z = double(z)
    rows = np.arange(len(z))
    good = to_numpy(xp.isfinite(z).all(-1))
    if sound is not None:
        good = good & sound
    z = xp.where(xp.isfinite(z), z, 0 * xp.ones_like(z))
    top = xp.amax(z, -1)
    e = xp.exp(z - top[:, None])
    lse = top + xp.log(e.sum(-1))
    p = xp.exp(z - lse[:, None])
    entropy = to_numpy(lse - (p * z).sum(-1))
    n_lse = to_numpy(lse)

    def of(ids: Array) -> "tuple[Array, Array]":
        own = z[rows, ids]
        return to_numpy(own) - n_lse, to_numpy((z > own[:, None]).sum(-1))

    logprob, rank = of(np.maximum(next_ids, 0))
    follows = good & (next_ids >= 0)
    ids, values = _best(z, k)
    out = {
        "entropy": np.where(good, np.maximum(entropy, 0), np.nan),
        "logprob": np.where(follows, logprob, np.nan),
        "rank": np.where(follows, rank, -1),
        "topk_id": np.where(good[:, None], ids, -1),
        "topk_logprob": np.where(good[:, None], values - n_lse[:, None], np.nan),
    }
    if tracked:
        pairs = [of(np.full(len(rows), id)) for id in tracked]
        out["tracked_logprob"] = np.where(good[:, None], np.stack([p for p, _ in pairs], 1), np.nan)
        out["tracked_rank"] = np.where(good[:, None], np.stack([r for _, r in pairs], 1), -1)
    out["good"] = good
    return out


def _log_probabilities(x: Any) -> Any:
    xp = namespace(x)
    x = double(x)
    x = x - xp.amax(x, -1)[:, None]
    return x - xp.log(xp.exp(x).sum(-1))[:, None]


def jensen_shannon(one: Any, other: Any) -> Array:
    """[n] of the distributions of logits [n,V], nats."""
    xp = namespace(one)
    with np.errstate(invalid="ignore"):
        p, q = _log_probabilities(one), _log_probabilities(other)
        middle = xp.log((xp.exp(p) + xp.exp(q)) / 2)
        return np.maximum(to_numpy((xp.exp(p) * (p - middle) + xp.exp(q) * (q - middle)).sum(-1) / 2), 0)


def divergence(last: Any, z: Any) -> Array:
    """[n] KL(p of `last` ‖ p of z) of logits [n,V], nats."""
    xp = namespace(z)
    with np.errstate(invalid="ignore"):
        ours, theirs = _log_probabilities(z), _log_probabilities(last)
        return np.maximum(to_numpy((xp.exp(theirs) * (theirs - ours)).sum(-1)), 0)
