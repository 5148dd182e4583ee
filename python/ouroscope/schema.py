# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns that a trace can hold: `schema.json`, which is what `ouroscope-cli schema` prints."""
from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, Mapping, Tuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
MAX_LOOPS = 1024

AXES: Dict[str, str] = {}
"""Symbol of an axis -> what it counts, as in docs/columns.md."""

COLUMNS: Dict[str, "Column"] = {}
"""Every column by its name, in the order of the documents."""


@dataclass(frozen=True)
class Column:
    """One column: a tensor of the file, row-major over `axes`."""

    name: str
    type: str
    """F32 or I32; a column with `bf16_in_bf16_runs` may be BF16 in the file"""
    axes: Tuple[str, ...]
    group: str
    """when it is there: always, gate, other-gates, tracked, or what was captured: hidden, logits, layers, layer_numbers, similarity, attention or state_layers"""
    allowed: str
    """of whole numbers: "0 to V-1", "-1 to V-1" or "1 to R"; "any" of floats"""
    unit: str
    of_next_token: bool
    """absent at the last position"""
    of_step: bool
    """absent at the first state of a token"""
    bf16_in_bf16_runs: bool
    missing_in_old_files: bool
    sentence: str

    @property
    def is_float(self) -> bool:
        return self.type == "F32"

    @property
    def dtype(self) -> "np.dtype[Any]":
        return np.dtype("<f4" if self.is_float else "<i4")

    @property
    def absent(self) -> float:
        """What a cell holds that is not there."""
        return np.nan if self.is_float else -1

    def shape(self, sizes: Mapping[str, int]) -> Tuple[int, ...]:
        return tuple(sizes[axis] for axis in self.axes)

    def bounds(self, sizes: Mapping[str, int]) -> Tuple[int, int]:
        """Lowest and highest value of a column of whole numbers."""
        if self.allowed == "1 to R":
            return 1, sizes["R"]
        return (-1 if self.allowed.startswith("-1") else 0), sizes["V"] - 1


def _load() -> None:
    text = Path(__file__).with_name("schema.json").read_text(encoding="utf-8")
    schema = json.loads(text)
    AXES.update(schema["axes"])
    fields = Column.__dataclass_fields__
    for entry in schema["columns"]:
        entry["axes"] = tuple(entry["axes"])
        column = Column(**{key: value for key, value in entry.items() if key in fields})
        COLUMNS[column.name] = column


_load()
