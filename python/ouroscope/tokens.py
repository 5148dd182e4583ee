# SPDX-License-Identifier: GPL-3.0-or-later
"""Tokens and words: an id, its bytes, and a text that differs wherever the bytes differ."""
from __future__ import annotations

from dataclasses import dataclass


def _unsafe(c: int) -> bool:
    """Control, invisible and direction-changing characters: the program's list."""
    return (
        c < 0x20 or 0x7F <= c <= 0x9F or c in (0xAD, 0x61C, 0x180E, 0xFEFF) or 0x200B <= c <= 0x200F or 0x2028 <= c <= 0x202E
        or 0x2060 <= c <= 0x206F or 0xFFF0 <= c <= 0xFFFB or (c & 0xFFFE) == 0xFFFE or 0xE0000 <= c <= 0xE0FFF
    )  # fmt: skip


def escaped(data: bytes) -> str:
    r"""Any bytes as one line: \n \t \r, \xNN for other bytes, \u{NNNN} for invisible characters, a backslash doubled.

    Different bytes give different texts; the tables of the program are written like this.
    """
    out = []
    for c in data.decode("utf-8", "surrogateescape"):
        code = ord(c)
        if 0xDC80 <= code <= 0xDCFF:
            out.append(f"\\x{code - 0xDC00:02x}")
        elif c in "\n\t\r\\":
            out.append({"\n": "\\n", "\t": "\\t", "\r": "\\r", "\\": "\\\\"}[c])
        elif not _unsafe(code):
            out.append(c)
        else:
            out.append(f"\\x{code:02x}" if code < 0x80 else f"\\u{{{code:04x}}}")
    return "".join(out)


@dataclass(frozen=True)
class Token:
    """A token or a word of the vocabulary. Two of them are equal where id and bytes are."""

    id: int
    bytes: bytes
    """its part of the text; may be half a character"""

    @property
    def text(self) -> str:
        """Escaped, so that no two tokens with different bytes look alike; #474 where the file has no bytes of an id."""
        return f"#{self.id}" if not self.bytes and self.id >= 0 else escaped(self.bytes)

    def __str__(self) -> str:
        return self.text
