# SPDX-License-Identifier: GPL-3.0-or-later
"""Bytes of the words of a Hugging Face tokenizer: what a trace keeps of a token, half characters included."""
from __future__ import annotations

import json
import re
from typing import Any, Callable, Dict


def _byte_letters() -> Dict[str, int]:
    """The letters by which byte-level BPE writes bytes."""
    plain = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    letters = {chr(byte): byte for byte in plain}
    others = [byte for byte in range(256) if byte not in plain]
    letters.update({chr(256 + n): byte for n, byte in enumerate(others)})
    return letters


def words_of(tokenizer: Any) -> Callable[[int], bytes]:
    """id -> bytes. Byte-level and sentencepiece vocabularies are known; of others, what decode() gives for one id."""
    backend = getattr(tokenizer, "backend_tokenizer", None)
    decoder = json.dumps(json.loads(backend.to_str()).get("decoder")) if backend is not None else ""
    letters = _byte_letters() if "ByteLevel" in decoder else {}
    pieces = "ByteFallback" in decoder or "\u2581" in decoder
    added = set(getattr(tokenizer, "added_tokens_decoder", None) or ())

    def word(id: int) -> bytes:
        piece = tokenizer.convert_ids_to_tokens(id) if hasattr(tokenizer, "convert_ids_to_tokens") else None
        byte = re.fullmatch("<0x([0-9A-Fa-f]{2})>", piece) if pieces and isinstance(piece, str) else None
        if byte:
            return bytes([int(byte[1], 16)])
        if isinstance(piece, str) and id in added:
            return piece.encode("utf-8")
        if isinstance(piece, str) and letters and all(c in letters for c in piece):
            return bytes(letters[c] for c in piece)
        if isinstance(piece, str) and pieces:
            return piece.replace("\u2581", " ").encode("utf-8")
        text = tokenizer.decode([id])
        return text.encode("utf-8") if isinstance(text, str) else b""

    return word
