# SPDX-License-Identifier: GPL-3.0-or-later
"""The noise that loops start from, as the program makes it ("splitmix64-as241-cut3", core/engine/StartNoise.cpp)."""
from __future__ import annotations

from statistics import NormalDist

import numpy as np

from .schema import Array

GENERATOR = "splitmix64-as241-cut3"


def mix64(z: Array) -> Array:
    """The mixing function of SplitMix64 over uint64."""
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: Array = z ^ (z >> np.uint64(31))
    return mixed


def mixed(seed: int, steps: int) -> int:
    """The number of SplitMix64 that lies so many steps behind a seed."""
    with np.errstate(over="ignore"):
        return int(mix64(np.array([(seed + 0x9E3779B97F4A7C15 * steps) % 2**64], np.uint64))[0])


def start_noise(seed: int, positions: int, width: int) -> Array:
    """[T,d] float64 of a normal variable cut off at three of its deviations: a function of (seed, position, channel)."""
    step = np.uint64(0x9E3779B97F4A7C15)
    one = np.uint64(1)
    with np.errstate(over="ignore"):
        key = mix64(np.array([seed], np.uint64) + step)
        key = mix64(key + step * (np.arange(positions, dtype=np.uint64)[:, None] + one))
        key = mix64(key + step * (np.arange(width, dtype=np.uint64)[None, :] + one))
    uniform = ((key >> np.uint64(11)).astype(np.float64) + 0.5) * 2.0**-53
    normal = NormalDist()
    below = normal.cdf(-3)
    share = below + uniform * (1 - 2 * below)
    return np.array([normal.inv_cdf(value) for value in share.ravel().tolist()]).reshape(share.shape)
