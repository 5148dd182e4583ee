# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the next token as the program does: the n-th generated token takes the n-th number of the seed."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .errors import TraceError
from .noise import mixed


@dataclass(frozen=True)
class Sampling:
    """temperature 0: the best word. top_p: the fewest words that together reach it are drawn from."""

    temperature: float = 0.0
    top_p: float = 1.0
    seed: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.temperature < float("inf"):
            raise TraceError("The temperature must be 0 (greedy) or more.")
        if not 0 < self.top_p <= 1:
            raise TraceError("top_p must be above 0 and at most 1.")
        if not 0 <= self.seed < 2**64:
            raise TraceError("The seed must be a whole number of 64 bits.")

    def next_id(self, logits: Any, drawn: int) -> int:
        """The token after logits [V], a tensor that stays where it lies; `drawn` tokens were drawn before it."""
        import torch

        z = logits.detach().float().double() if logits.device.type != "mps" else logits.detach().float().cpu().double()
        z = torch.where(z.isnan(), torch.full_like(z, -torch.inf), z)
        best = int(z.argmax())
        top = float(z[best])
        if not abs(top) < float("inf"):
            raise TraceError("The model gave no finite logit to draw the next token from: its weights are damaged or too large.")
        if self.temperature == 0:
            return best
        p = torch.exp((z - top) / self.temperature)
        order = None
        if self.top_p < 1:
            p, order = torch.sort(p, descending=True, stable=True)
        sums = torch.cumsum(p, 0)
        enough = torch.nonzero(sums >= self.top_p * sums[-1])
        count = int(enough[0]) + 1 if len(enough) else len(p)
        reached = torch.nonzero(sums[:count] > _uniform(self.seed, drawn) * sums[count - 1])
        place = int(reached[0]) if len(reached) else 0
        return place if order is None else int(order[place])


def _uniform(seed: int, drawn: int) -> float:
    """The number in [0, 1) that the program draws after `drawn` others."""
    return float(mixed(seed, drawn + 1) >> 11) * 2.0**-53
