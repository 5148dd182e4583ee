# SPDX-License-Identifier: GPL-3.0-or-later
"""The safetensors file under a trace: its header checked by the program's rules, its tensors read when they are asked for."""
from __future__ import annotations

import json
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, Mapping, Tuple

import numpy as np
from safetensors import SafetensorError, safe_open  # type: ignore[attr-defined]

from .errors import TraceError
from .files import write_whole
from .schema import Array
from .strictjson import Pairs, parse_pairs

MAX_HEADER = 100_000_000
_MAX_TENSORS, _MAX_NAME, _MAX_RANK = 200_000, 4096, 8
_BITS = {
    "BOOL": 8, "F4": 4, "F6_E2M3": 6, "F6_E3M2": 6, "U8": 8, "I8": 8, "F8_E5M2": 8, "F8_E4M3": 8, "F8_E8M0": 8,
    "F8_E4M3FNUZ": 8, "F8_E5M2FNUZ": 8, "I16": 16, "U16": 16, "F16": 16, "BF16": 16, "I32": 32, "U32": 32, "F32": 32,
    "C64": 64, "F64": 64, "I64": 64, "U64": 64,
}  # fmt: skip


@dataclass(frozen=True)
class Tensor:
    """Where a tensor lies: its bytes are [begin, end) of the data."""

    dtype: str
    shape: Tuple[int, ...]
    begin: int
    end: int


class Container:
    """An open file. It stays open, so that a file that is replaced meanwhile still gives its own values."""

    def __init__(self, path: "os.PathLike[str] | str") -> None:
        self.path = Path(path)
        try:
            if not stat.S_ISREG(os.stat(self.path).st_mode):
                raise TraceError(f"{self.path} is not a file: name a trace, NAME.trace.safetensors.")
            self._file = open(self.path, "rb")
        except OSError as error:
            raise TraceError(f"{self.path} cannot be opened: {error.strerror}.") from None
        self._stamp = self._now()
        size = self._stamp[0]
        self.tensors: Dict[str, Tensor] = {}
        self.metadata: Dict[str, str] = {}
        if size < 8:
            self._refuse(f"the file has {size} bytes, too short for a safetensors file; copy it again")
        length = int.from_bytes(self._file.read(8), "little")
        if length > MAX_HEADER:
            self._refuse(f"the header claims {length} bytes, more than the {MAX_HEADER} allowed: this is not a safetensors file")
        if length > size - 8:
            self._refuse(f"the header claims {length} bytes, the file has {size - 8} after the size; copy it again")
        self._data = 8 + length
        try:
            header = parse_pairs(self._file.read(length), MAX_HEADER)
            self._read_header(header)
        except ValueError as error:
            self._refuse(str(error))
        self._check_layout(size - self._data)

    def _refuse(self, reason: str) -> None:
        raise TraceError(f"{self.path}: {reason}.")

    def _now(self) -> Tuple[int, int]:
        status = os.fstat(self._file.fileno())
        return status.st_size, status.st_mtime_ns

    def _read_header(self, header: Any) -> None:
        if not isinstance(header, Pairs):
            raise ValueError("the header must be an object")
        seen_metadata = False
        for name, entry in header:
            if name == "__metadata__" and entry is None:
                entry = Pairs()
            if not isinstance(entry, Pairs):
                raise ValueError(f"{name[:80]!r} in the header must be an object")
            if name == "__metadata__":
                if seen_metadata:
                    raise ValueError("__metadata__ appears twice")
                seen_metadata = True
                for key, value in entry:
                    if not isinstance(value, str):
                        raise ValueError(f"__metadata__ must have a text for {key[:80]!r}")
                    self.metadata[key] = value
                continue
            if name in self.tensors:
                raise ValueError(f"the tensor {name[:80]!r} appears twice in the header; readers would disagree on which one counts")
            if len(name.encode("utf-8")) > _MAX_NAME or len(self.tensors) == _MAX_TENSORS:
                raise ValueError(f"too long a name or too many tensors at {name[:40]!r}")
            self.tensors[name] = _tensor(name, entry)

    def _check_layout(self, data: int) -> None:
        """Sorted by place, every tensor must begin where the one before it ended: no hole, no overlap."""
        expected = 0
        for name, t in sorted(self.tensors.items(), key=lambda item: (item[1].begin, item[1].end)):
            if t.begin != expected or t.end < t.begin:
                self._refuse(f"tensor {name!r} lies at bytes {t.begin} to {t.end} of the data, expected to begin at {expected}")
            bits = _BITS[t.dtype]
            for extent in t.shape:
                bits *= extent
            if bits != 8 * (t.end - t.begin):
                self._refuse(f"tensor {name!r} of dtype {t.dtype} and shape {list(t.shape)} does not fill its {t.end - t.begin} bytes")
            expected = t.end
        if expected != data:
            self._refuse(f"its tensors need {expected} bytes of data, found {data}; copy it again")

    def raw(self, name: str) -> bytes:
        """The bytes of a tensor."""
        t = self.tensors[name]
        if self._now() != self._stamp:
            self._refuse("the file changed after it was opened; open it again when nothing writes to it")
        self._file.seek(self._data + t.begin)
        return self._file.read(t.end - t.begin)

    def read(self, name: str) -> Array:
        """A tensor of F32, I32 or BF16; BF16 comes as float32, which holds it exactly. Not writeable."""
        t = self.tensors[name]
        raw = self.raw(name)
        if t.dtype == "BF16":
            values = (np.frombuffer(raw, "<u2").astype("<u4") << 16).view("<f4")
            values.setflags(write=False)
        else:
            values = np.frombuffer(raw, {"F32": "<f4", "I32": "<i4"}[t.dtype])
        return values.reshape(t.shape)


def _tensor(name: str, entry: Pairs) -> Tensor:
    fields: Dict[str, Any] = {}
    for key, value in entry:
        if key in fields:
            raise ValueError(f"tensor {name[:80]!r} has the field {key[:80]!r} twice")
        fields[key] = value
    for key in ("dtype", "shape", "data_offsets"):
        if key not in fields:
            raise ValueError(f"tensor {name[:80]!r} has no {key}")
    dtype, shape, place = fields["dtype"], fields["shape"], fields["data_offsets"]
    if not isinstance(dtype, str) or dtype not in _BITS:
        raise ValueError(f"tensor {name[:80]!r} has the unknown dtype {dtype!r:.80}")
    for what, value in (("shape", shape), ("data_offsets", place)):
        if not isinstance(value, list) or isinstance(value, Pairs):
            raise ValueError(f"tensor {name[:80]!r} must have a list as {what}")
        if not all(type(n) is int and 0 <= n < 2**64 for n in value):
            raise ValueError(f"tensor {name[:80]!r} must have whole numbers of at least 0 in {what}")
    if len(place) != 2 or len(shape) > _MAX_RANK:
        raise ValueError(f"tensor {name[:80]!r} needs two data_offsets and at most {_MAX_RANK} dimensions")
    return Tensor(dtype, tuple(shape), place[0], place[1])


def write_container(path: "os.PathLike[str] | str", tensors: Mapping[str, Tuple[str, Tuple[int, ...], bytes]], metadata: Dict[str, str]) -> None:
    """Writes a file whole or not at all. tensors: name -> (dtype as in the file, shape, bytes)."""
    path = Path(path)
    # As the reference writer has it: by falling size of the type, then by name; the data begin aligned.
    order = sorted(tensors, key=lambda name: (-_BITS[tensors[name][0]], name))
    header: Dict[str, Any] = {"__metadata__": metadata}
    at = 0
    for name in order:
        dtype, shape, data = tensors[name]
        header[name] = {"dtype": dtype, "shape": list(shape), "data_offsets": [at, at + len(data)]}
        at += len(data)
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    text += b" " * (-len(text) % 8)
    if len(text) > MAX_HEADER:
        raise TraceError(f"Cannot write {path}: its names and texts take {len(text)} bytes, more than the {MAX_HEADER} that a header may have.")

    def check(temporary: str) -> None:
        reader: Any = safe_open
        try:
            with reader(temporary, "numpy") as written:  # what the disk gives back, read by another
                whole = set(written.keys()) == set(tensors)
        except SafetensorError:
            whole = False
        if not whole:
            raise TraceError(f"Cannot write {path}: what the disk gave back is not what was written; check the disk.")

    write_whole(path, (len(text).to_bytes(8, "little"), text, *(tensors[name][2] for name in order)), check)
