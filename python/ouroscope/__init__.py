# SPDX-License-Identifier: GPL-3.0-or-later
"""Ouroscope in Python: traces of looped language models, read, written and recorded.

    trace = ouroscope.open("t.trace.safetensors")
    trace["kl"]                  # [T,R] float32
    trace.exits(q=0.7).loop      # [T] where every token is read
    trace.to_pandas()
"""
from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from .errors import TraceError
from .loops import agreement_matrix, attention_statistics, calibration, layer_limits, layer_similarity, limit_class, loop_gain, loop_limits, state_rank
from .probes import samples
from .schema import AXES, COLUMNS, Column
from .summary import Summary, summarise
from .tokens import Token
from .trace import Trace

if TYPE_CHECKING:
    from .corpus import Corpus

__version__ = "0.2.0"
__all__ = ["AXES", "COLUMNS", "Column", "Corpus", "Document", "Recorder", "Summary", "Token", "Trace", "TraceError", "agreement_matrix",
           "attention_statistics", "calibration", "intervene", "layer_limits", "layer_similarity", "limit_class", "loop_gain", "loop_limits", "open",
           "open_corpus", "record", "record_batch", "samples", "state_rank", "summarise"]  # fmt: skip


def open(path: "os.PathLike[str] | str") -> Trace:
    """Opens a trace file. Raises TraceError where the program would refuse it."""
    return Trace.open(path)


def open_corpus(folder: "os.PathLike[str] | str") -> "Corpus":
    """Opens a folder that `ouroscope-cli corpus run` or `corpus merge` wrote. Raises TraceError where the program would refuse it."""
    from .corpus import Corpus

    return Corpus(folder)


def __getattr__(name: str) -> Any:
    if name in ("Corpus", "Document"):
        from . import corpus

        return getattr(corpus, name)
    if name == "Recorder":
        from .recorder import Recorder

        return Recorder
    if name in ("record", "record_batch"):
        from . import recording

        return getattr(recording, name)
    if name == "intervene":
        from .interventions import intervene

        return intervene
    raise AttributeError(f"module 'ouroscope' has no attribute {name!r}")
