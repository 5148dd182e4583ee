# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures by the program `ouroscope`, where it is installed."""
from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Sequence

from .errors import TraceError
from .files import write_whole

if TYPE_CHECKING:
    from .trace import Trace

FORMATS = ("svg", "png", "pdf", "csv", "json")


@dataclass(frozen=True)
class Figure:
    """A finished figure: its bytes, and what the program warned of."""

    data: bytes
    format: str
    warnings: str

    def save(self, path: "os.PathLike[str] | str") -> None:
        """Writes the file whole or not at all, in the format that the figure has."""
        write_whole(path, [self.data])

    def _repr_svg_(self) -> Optional[str]:
        return self.data.decode("utf-8") if self.format == "svg" else None

    def _repr_png_(self) -> Optional[bytes]:
        return self.data if self.format == "png" else None

    def __repr__(self) -> str:
        return f"Figure({self.format}, {len(self.data)} bytes)"


def program() -> str:
    """The program: OUROSCOPE_PROGRAM, else `ouroscope` on the path."""
    found = os.environ.get("OUROSCOPE_PROGRAM") or shutil.which("ouroscope")
    if not found:
        raise TraceError("Figures are drawn by the program ouroscope, which is not on the path: install it, or name it in OUROSCOPE_PROGRAM.")
    return found


def draw(trace: "Trace", kind: str, out: "os.PathLike[str] | str | None", format: str, options: Dict[str, Any]) -> Figure:
    """A figure of a trace, which is written for the program where it has no file."""
    source = trace.path
    if source is not None and source.exists():
        return draw_files([source], kind, out, format, options)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "trace.trace.safetensors")
        trace._write(source)
        return draw_files([source], kind, out, format, options)


def draw_files(sources: Sequence[Path], kind: str, out: "os.PathLike[str] | str | None", format: str, options: Dict[str, Any]) -> Figure:
    """A figure of files that the program opens."""
    if out is not None:
        format = Path(out).suffix[1:].lower()
    if format not in FORMATS:
        raise TraceError(f"A figure cannot be {format!r}: choose {', '.join(FORMATS)}.")
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, f"figure.{format}")
        command: List[str] = [program(), "figure", kind, *(str(source.resolve()) for source in sources), "--out", str(target)]
        for name, value in options.items():
            if value is None or value is False:
                continue
            command.append("--" + name.replace("_", "-"))
            if value is not True:
                command.append(",".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value))
        try:
            ran = subprocess.run(command, capture_output=True, text=True, env={"QT_QPA_PLATFORM": "offscreen", **os.environ})
        except OSError as error:
            raise TraceError(f"{command[0]} could not be started: {error.strerror}.") from None
        if ran.returncode != 0:
            raise TraceError(ran.stderr.strip() or f"{command[0]} ended with status {ran.returncode}.")
        figure = Figure(target.read_bytes(), format, ran.stderr.strip())
    if out is not None:
        figure.save(out)
    return figure
