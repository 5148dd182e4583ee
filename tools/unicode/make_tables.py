#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes core/text/UnicodeTables.cpp by asking the PyPI package `tokenizers` about every code point.

The classes must be those of that library, not of the Unicode version that a system has: its regular expressions know
Unicode 16, its Digits step and single_word test what its Rust compiler knew. Asking it is shorter and surer than naming
versions. Run: python3 tools/unicode/make_tables.py [core/text/UnicodeTables.cpp]
"""
import pathlib
import sys

import tokenizers
from tokenizers import AddedToken, Regex, Tokenizer, models, normalizers, pre_tokenizers

CHARS = [chr(c) for c in range(0x110000) if not 0xD800 <= c < 0xE000]
BLOCK = 4096


def matched_by(pattern):
    """Code points that the library's regular expression engine puts into the class `pattern`."""
    split = pre_tokenizers.Split(Regex(pattern), "removed")
    found = set()
    for start in range(0, len(CHARS), BLOCK):
        block = CHARS[start : start + BLOCK]
        kept = set("".join(piece for piece, _ in split.pre_tokenize_str("".join(block))))
        found.update(ord(c) for c in block if c not in kept)
    return found


def digits():
    """Code points that the Digits pre-tokenizer isolates."""
    step = pre_tokenizers.Digits(individual_digits=True)
    return {ord(c) for c in CHARS if len(step.pre_tokenize_str("a" + c)) == 2}


def word_characters():
    """Code points next to which a single_word token is not found."""
    tokenizer = Tokenizer(models.BPE(vocab={"x": 0}, merges=[]))
    tokenizer.add_tokens([AddedToken("<t>", single_word=True, normalized=False)])
    token = tokenizer.token_to_id("<t>")
    found = set()
    for start in range(0, len(CHARS), BLOCK):
        block = CHARS[start : start + BLOCK]
        encoding = tokenizer.encode("".join(c + "<t> " for c in block))
        starts = {b for i, (b, _) in zip(encoding.ids, encoding.offsets) if i == token}
        found.update(ord(c) for k, c in enumerate(block) if 5 * k + 1 not in starts)
    return found


def lowercase():
    """(first, last, step, delta) runs of one-to-one lower-casing, and the code points with longer images."""
    step = normalizers.Lowercase()
    runs, longer = [], []
    for c in CHARS:
        image = step.normalize_str(c)
        if image == c:
            continue
        if len(image) != 1:
            longer.append((ord(c), image))
            continue
        code, delta = ord(c), ord(image) - ord(c)
        if runs and runs[-1][3] == delta:
            first, last, stride, _ = runs[-1]
            gap = code - last
            if gap <= 2 and (first == last or gap == stride):
                runs[-1] = (first, code, gap, delta)
                continue
        runs.append((code, code, 1, delta))
    if longer != [(0x130, "i\u0307")]:
        raise SystemExit(f"lower-casing has other long images than expected: {longer}")
    return runs


def ranges(points):
    out = []
    for point in sorted(points):
        if out and out[-1][1] == point - 1:
            out[-1][1] = point
        else:
            out.append([point, point])
    return out


def block(name, kind, rows, per_line):
    lines = [f"constexpr {kind} {name}[] = {{"]
    for start in range(0, len(rows), per_line):
        lines.append("  " + " ".join("{" + ",".join(row) + "}," for row in rows[start : start + per_line]))
    lines.append("};")
    return "\n".join(lines)


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    target = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else root / "core/text/UnicodeTables.cpp"
    letters, numbers, spaces = matched_by(r"\p{L}"), matched_by(r"\p{N}"), matched_by(r"\s")
    classes = {
        "kLetters": letters,
        "kNumbers": numbers,
        "kDigits": digits(),
        "kSpaces": spaces,
        "kWordOnly": word_characters() - letters - numbers,
        "kNotWord": (letters | numbers) - word_characters(),
        "kSymbols": matched_by(r"[\p{P}\p{S}]"),
    }
    parts = [
        "// SPDX-License-Identifier: GPL-3.0-or-later",
        "// Made by tools/unicode/make_tables.py from the Python package tokenizers",
        f"// {tokenizers.__version__}; do not edit.",
        "// clang-format off",
        '#include "core/text/UnicodeTables.h"',
        "",
        "namespace ouroscope::unicode {",
        "namespace {",
    ]
    for name, points in classes.items():
        rows = [(f"0x{a:X}", f"0x{b:X}") for a, b in ranges(points)]
        parts += ["", f"// {len(points)} code points", block(name, "Range", rows, 6)]
    rows = [(f"0x{a:X}", f"0x{b:X}", str(s), str(d)) for a, b, s, d in lowercase()]
    parts += ["", block("kLowercase", "CaseRun", rows, 5), "", "}  // namespace", ""]
    for name in classes:
        function = name[1].lower() + name[2:]
        parts.append(f"std::span<const Range> {function}() {{ return {name}; }}")
    parts.append("std::span<const CaseRun> lowercaseRuns() { return kLowercase; }")
    parts += ["", "}  // namespace ouroscope::unicode", ""]
    target.write_text("\n".join(parts), encoding="utf-8")
    for name, points in classes.items():
        print(f"{name}: {len(points)} code points, {len(ranges(points))} ranges")


if __name__ == "__main__":
    main()
