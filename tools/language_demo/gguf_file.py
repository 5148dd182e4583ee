# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a GGUF file: its fields, and its tensors as float32. The types that the language demo needs: F32, F16, Q4_1 and Q8_0. NumPy only.

A block of Q4_1 is 32 numbers in 20 bytes: scale and smallest value in half precision, then 16 bytes whose low halves are the first 16 numbers
and whose high halves are the last 16. A block of Q8_0 is 32 numbers in 34 bytes: a scale in half precision, then a signed byte each.
"""
import struct

import numpy as np

SCALARS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
STRING, ARRAY = 8, 9
# number -> name, numbers of a block, bytes of a block
TYPES = {0: ("F32", 1, 4), 1: ("F16", 1, 2), 3: ("Q4_1", 32, 20), 8: ("Q8_0", 32, 34)}


class BadGguf(Exception):
    """One sentence: what is wrong with the file."""


def dequantise(name, data):
    """data: uint8, whole blocks -> float32, one number after the other."""
    if name in ("F32", "F16"):
        return data.view(np.float32 if name == "F32" else np.float16).astype(np.float32)
    if name == "Q8_0":
        blocks = data.reshape(-1, 34)
        return (blocks[:, 2:].view(np.int8) * blocks[:, :2].copy().view(np.float16).astype(np.float32)).ravel()
    if name == "Q4_1":
        blocks = data.reshape(-1, 20)
        scale, smallest = (blocks[:, a:a + 2].copy().view(np.float16).astype(np.float32) for a in (0, 2))
        packed = blocks[:, 4:]
        return (np.concatenate([packed & 15, packed >> 4], 1) * scale + smallest).ravel()
    raise BadGguf(f"tensors of type {name} are not read.")


class Gguf:
    """fields: name -> value. tensors: name -> (type, shape with the slowest axis first, first byte)."""

    def __init__(self, path):
        self.path = path
        self.bytes = np.memmap(path, np.uint8, "r")
        self.at = 0
        if self.bytes[:4].tobytes() != b"GGUF":
            raise BadGguf(f"{path} is not a GGUF file.")
        self.at = 4
        version = self.scalar("I")
        if version not in (2, 3):
            raise BadGguf(f"{path} is GGUF version {version}; versions 2 and 3 are read.")
        tensors, fields = self.scalar("Q"), self.scalar("Q")
        self.fields = {self.text(): self.value(self.scalar("I")) for _ in range(fields)}
        self.tensors = {}
        for _ in range(tensors):
            name = self.text()
            shape = tuple(reversed([self.scalar("Q") for _ in range(self.scalar("I"))]))
            kind, offset = self.scalar("I"), self.scalar("Q")
            if kind not in TYPES:
                raise BadGguf(f"{path}: tensor {name} has type {kind}; " + ", ".join(t[0] for t in TYPES.values()) + " are read.")
            self.tensors[name] = (kind, shape, offset)
        align = self.fields.get("general.alignment", 32)
        start = (self.at + align - 1) // align * align
        self.tensors = {name: (kind, shape, start + offset) for name, (kind, shape, offset) in self.tensors.items()}

    def take(self, count):
        if self.at + count > len(self.bytes):
            raise BadGguf(f"{self.path} ends within its header: it is cut off.")
        self.at += count
        return self.bytes[self.at - count:self.at].tobytes()

    def scalar(self, code):
        return struct.unpack("<" + code, self.take(struct.calcsize("<" + code)))[0]

    def text(self):
        return self.take(self.scalar("Q")).decode("utf-8")

    def value(self, kind):
        if kind == STRING:
            return self.text()
        if kind == ARRAY:
            inner, count = self.scalar("I"), self.scalar("Q")
            return [self.value(inner) for _ in range(count)]
        if kind not in SCALARS:
            raise BadGguf(f"{self.path}: a field has the unknown type {kind}.")
        return self.scalar(SCALARS[kind])

    def field(self, name):
        if name not in self.fields:
            raise BadGguf(f"{self.path} has no field {name}.")
        return self.fields[name]

    def tensor(self, name):
        """float32, shaped."""
        kind, shape, first = self.tensors[name]
        title, numbers, size = TYPES[kind]
        count = int(np.prod(shape))
        if count % numbers or first + count // numbers * size > len(self.bytes):
            raise BadGguf(f"{self.path}: tensor {name} does not fit: the file is cut off or damaged.")
        return dequantise(title, np.array(self.bytes[first:first + count // numbers * size])).reshape(shape)
