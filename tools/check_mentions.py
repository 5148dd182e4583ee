#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that every file named in a comment or a document exists, and every test function named in a document as
tst_program.function. Prints each that does not and exits with 1.

A name is what ends in one of SUFFIXES, or begins with one of TOPS and a slash (a folder too). It may be a path from the
root of the repository, from the file that names it, or the last parts of a path ("families/Ouro.cpp", "Columns.h").
Links of Markdown are relative to their page.

Usage: tools/check_mentions.py [SOURCE_FOLDER]
"""
import io
import os
import pathlib
import re
import sys
import tokenize

SUFFIXES = {".md", ".h", ".cpp", ".cu", ".cuh", ".py", ".sh", ".cmake", ".ts", ".qrc"}
TOPS = {"app", "core", "docs", "kernels", "python", "resources", "tests", "tools", "translations", "ui"}
SKIPPED_FOLDERS = {".git", "build", "__pycache__"}

# Names of files that are somebody else's, and why they are named.
FOREIGN = {
    "qcustomplot.h": "a library's header",
    "llama.cpp": "a program",
    "chatllm.cpp": "a program",
}

# -------------------------------------------------------------------------------------------------

WORD = re.compile(r"[^\s`'\"()\[\],;|]+")
TEST = re.compile(r"`(tst_\w+)\.(?!cpp`)(\w+)`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
CPP_TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.DOTALL)
HASH_COMMENT = re.compile(r"(?m)(?:^|(?<=\s))#[^\n]*")


def cpp_comments(text):
    for token in CPP_TOKEN.finditer(text):
        if token[0][0] == "/":
            yield token.start(), token[0]


def python_comments(text):
    """Comments and texts that stand alone, as documentation does."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    before = tokenize.NEWLINE
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        alone = before in (tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT)
        if token.type == tokenize.COMMENT or (token.type == tokenize.STRING and alone):
            yield starts[token.start[0] - 1] + token.start[1], token.string
        if token.type not in (tokenize.COMMENT, tokenize.NL):
            before = token.type


def hash_comments(text):
    for comment in HASH_COMMENT.finditer(text):
        yield comment.start(), comment[0]


def prose_of(path, text):
    if path.suffix in {".h", ".cpp", ".cu", ".cuh"}:
        return cpp_comments(text)
    if path.suffix == ".py":
        return python_comments(text)
    if path.suffix in {".sh", ".cmake"} or path.name == "CMakeLists.txt":
        return hash_comments(text)
    return [(0, text)] if path.suffix == ".md" else []


def named_files(text):
    """(offset, name) of the words that name a file."""
    for word in WORD.finditer(text):
        name = re.sub(r"[.:]+$", "", word[0]).split(":")[0].split("#")[0]
        if not re.fullmatch(r"[\w./+-]+", name) or name.startswith(("/", ".")):
            continue
        if os.path.splitext(name)[1] in SUFFIXES or ("/" in name and name.split("/")[0] in TOPS):
            yield word.start(), name.rstrip("/")


def named_tests(text, functions):
    """(offset, name) of the named test functions that do not exist. functions: program -> its text."""
    for test in TEST.finditer(text):
        if not re.search(rf"\bvoid (?:\w+::)?{test[2]}\(\)", functions.get(test[1], "")):
            yield test.start(1), f"{test[1]}.{test[2]}"


def check(root):
    files = []
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(f for f in folders if f not in SKIPPED_FOLDERS)
        files += [pathlib.Path(folder, name) for name in sorted(names)]
    known = {f.relative_to(root).as_posix() for f in files}
    known |= {parent for f in known for parent in map(str, pathlib.PurePosixPath(f).parents)}
    endings = {"/".join(f.split("/")[i:]) for f in known for i in range(f.count("/") + 1)}
    functions = {f.stem: f.read_text(encoding="utf-8")
                 for f in files if f.name.startswith("tst_") and f.suffix == ".cpp"}
    read = 0
    problems = []
    for path in files:
        if path.suffix not in SUFFIXES and path.name != "CMakeLists.txt":
            continue
        text = path.read_text(encoding="utf-8")
        here = path.relative_to(root)
        read += 1
        for start, prose in prose_of(path, text):
            found = [(at, name) for at, name in named_files(prose)
                     if name not in endings and not (path.parent / name).exists()
                     and name not in FOREIGN and name.split("/")[0] not in SKIPPED_FOLDERS]
            if path.suffix == ".md":
                found += [(m.start(1), m[1]) for m in LINK.finditer(prose)
                          if not re.match(r"[a-z]+:|#", m[1])
                          and not (path.parent / m[1].split("#")[0]).exists()]
                found += named_tests(prose, functions)
            for at, name in dict((name, (at, name)) for at, name in found).values():
                line = text.count("\n", 0, start + at) + 1
                problems.append(f"{here.as_posix()}:{line}: names {name}, which is not in the repository")
    return read, problems


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent).resolve()
    read, problems = check(root)
    if not read:
        sys.exit(f"check_mentions: no sources under {root}: give the folder of the repository")
    for problem in problems:
        print(problem)
    print(f"check_mentions: {read} files, {len(problems)} problem(s)")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
