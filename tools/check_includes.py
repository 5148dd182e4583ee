#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks who may include whom. Prints every include that breaks a rule and exits with 1.

Usage: tools/check_includes.py [SOURCE_FOLDER]
"""
import pathlib
import re
import sys

# ---- the rules ----------------------------------------------------------------------------------

# Each folder of a list includes only itself and the folders before it in the list.
LAYERS = [
    ["core", "kernels", "ui", "app"],
    ["ui/base", "ui/state", "ui/figures", "ui/jobs", "ui/session", "ui/views", "ui/window"],
    ["ui/figures/base", "ui/figures/plots", "ui/figures/kinds", "ui/figures/files"],
]

# (folder, pattern of what its files do not include, not even through other headers, why). The whole name must match.
FORBIDDEN = [
    ("core", r"Q[A-Z].*|Qt.*|qcustomplot\.h", "core/ includes no Qt"),
    ("core", r"cuda.*|cublas.*|.*\.cuh", "core/ includes no CUDA"),
    ("kernels", r"Q[A-Z].*|Qt.*|qcustomplot\.h", "kernels/ includes no Qt"),
    ("ui/views", r"kernels/.*|core/model/.*|core/engine/Engine\.h", "views show records, not models"),
    ("ui/figures", r"kernels/.*|core/model/.*|core/engine/Engine\.h",
     "figures show records, not models"),
]

# Folders between which no cycle may be. A file belongs to the longest that it is under.
FOLDERS = ["core/*", "kernels/*", "kernels", "ui/*", "ui/figures/*", "app/*"]

# -------------------------------------------------------------------------------------------------

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)
SUFFIXES = {".h", ".cpp", ".cu", ".cuh"}


def read_includes(root):
    """{file: [(line, included name)]} of all sources of the program."""
    found = {}
    for top in LAYERS[0]:
        for path in sorted((root / top).rglob("*")):
            if path.suffix in SUFFIXES:
                text = path.read_text(encoding="utf-8")
                found[path.relative_to(root).as_posix()] = [
                    (text.count("\n", 0, m.start(1)) + 1, m[1]) for m in INCLUDE.finditer(text)]
    return found


def under(name, folder):
    return name.startswith(folder + "/")


def check_layers(includes):
    for layers in LAYERS:
        rank = lambda name: next((i for i, f in enumerate(layers) if under(name, f)), None)
        for file, names in includes.items():
            for line, name in names:
                mine, theirs = rank(file), rank(name)
                if mine is not None and theirs is not None and theirs > mine:
                    yield f"{file}:{line}: includes {name}, but {layers[mine]} comes before {layers[theirs]}"


def check_forbidden(includes):
    for folder, pattern, why in FORBIDDEN:
        for file in includes:
            if not under(file, folder):
                continue
            ways = [(file,)]  # to every header that the file sees, the shortest first
            seen = {file}
            for way in ways:
                for line, name in includes.get(way[-1], []):
                    if re.fullmatch(pattern, name):
                        yield f"{' > '.join(way)}:{line}: includes {name}, but {why}"
                    elif name not in seen:
                        seen.add(name)
                        ways.append(way + (name,))


def folder_of(name, root):
    best = None
    for pattern in FOLDERS:
        for depth in range(1, name.count("/") + 1):
            folder = "/".join(name.split("/")[:depth])
            if re.fullmatch(pattern.replace("*", "[^/]+"), folder) and (root / folder).is_dir():
                if best is None or len(folder) > len(best):
                    best = folder
    return best


def check_cycles(includes, root):
    edges = {}  # folder -> {included folder: the first include that needs it}
    for file, names in includes.items():
        for line, name in names:
            if name in includes:
                a, b = folder_of(file, root), folder_of(name, root)
                if a and b and a != b:
                    edges.setdefault(a, {}).setdefault(b, f"{file}:{line}: includes {name}")

    def way(start, goal):
        """The shortest way from one folder to another, both included; at least one step."""
        ways = [[start]]
        seen = set()
        for path in ways:
            for other in sorted(edges.get(path[-1], {})):
                if other == goal:
                    return path + [other]
                if other not in seen:
                    seen.add(other)
                    ways.append(path + [other])
        return None

    told = set()  # folders of cycles that were printed: one cycle for each knot of them
    for folder in sorted(edges):
        cycle = None if folder in told else way(folder, folder)
        if cycle:
            told |= {other for other in edges if way(folder, other) and way(other, folder)}
            yield ("folders in a cycle: " + " -> ".join(cycle) + "\n" +
                   "\n".join("    " + edges[a][b] for a, b in zip(cycle, cycle[1:])))


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent)
    includes = read_includes(root)
    if not includes:
        sys.exit(f"check_includes: no sources under {root}: give the folder of the repository")
    problems = [*check_layers(includes), *check_forbidden(includes), *check_cycles(includes, root)]
    for problem in problems:
        print(problem)
    print(f"check_includes: {len(includes)} files, {len(problems)} problem(s)")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
