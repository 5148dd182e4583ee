# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads and writes safetensors files with NumPy alone: F32, and BF16 by bits."""
import json

import numpy as np

SIZES = {"BF16": 2, "F32": 4}


def to_bits(values):
    """float32 -> bf16 as uint16, rounded to nearest even."""
    bits = np.ascontiguousarray(values, np.float32).view(np.uint32)
    return ((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16).astype(np.uint16)


def rounded(values):
    """float32 -> float32 with the values that bf16 can hold."""
    return (to_bits(values).astype(np.uint32) << 16).view(np.float32)


def write(path, tensors, dtype, metadata=None):
    """tensors: name -> float32. dtype: BF16 or F32."""
    header, at = {"__metadata__": metadata or {"format": "pt"}}, 0
    for name, values in tensors.items():
        end = at + values.size * SIZES[dtype]
        header[name] = {"dtype": dtype, "shape": list(values.shape), "data_offsets": [at, end]}
        at = end
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as f:
        f.write(len(text).to_bytes(8, "little") + text)
        for values in tensors.values():
            f.write((to_bits(values) if dtype == "BF16" else np.ascontiguousarray(values, np.float32)).tobytes())


def read(path):
    """-> (name -> array; BF16 and F32 as float32, others as they are), metadata"""
    others = {"F64": np.float64, "F16": np.float16, "I64": np.int64, "I32": np.int32, "U32": np.uint32, "I16": np.int16, "U16": np.uint16, "U8": np.uint8, "I8": np.int8, "BOOL": bool}
    with open(path, "rb") as f:
        header = json.loads(f.read(int.from_bytes(f.read(8), "little")))
        data = f.read()
    out = {}
    for name, entry in header.items():
        if name == "__metadata__":
            continue
        first, end = entry["data_offsets"]
        part = data[first:end]
        if entry["dtype"] == "BF16":
            values = (np.frombuffer(part, np.uint16).astype(np.uint32) << 16).view(np.float32)
        else:
            values = np.frombuffer(part, np.float32 if entry["dtype"] == "F32" else others[entry["dtype"]])
        out[name] = values.reshape(entry["shape"])
    return out, header.get("__metadata__", {})
