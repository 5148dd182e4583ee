#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much faster a corpus runs than one process a document. In every round one corpus run of all documents, then some
documents in a process of their own each: `corpus run` on a file of one line, and `trace`, in turns, so that both see the
machine as it is. It says the load of the machine, the time of a document by each way and its multiples, round by round, and
the medians.

Usage: tools/bench/corpus.py [--cli PROGRAM] [--documents N] [--tokens N] [--rounds N] [--single N] [--model FOLDER]
                             [INPUT.jsonl]

Without INPUT the documents are puzzles of the demo model (tools/corpus_kills.py).
"""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tools"))
from corpus_kills import documents_in, puzzles  # noqa: E402


def seconds(command):
    begin = time.monotonic()
    done = subprocess.run([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if done.returncode != 0:
        sys.exit(f"corpus.py: {' '.join(map(str, command))}: {done.stderr.decode(errors='replace')}")
    return time.monotonic() - begin


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cli", default=str(ROOT / "build/release/app/ouroscope-cli"))
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--tokens", type=int, default=128)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--single", type=int, default=20, help="documents of a round in a process of their own")
    parser.add_argument("--model")
    parser.add_argument("input", nargs="?")
    given = parser.parse_args()
    model = ["--model", given.model] if given.model else []
    with tempfile.TemporaryDirectory(prefix="corpus-bench-") as made:
        folder = pathlib.Path(made)
        source = pathlib.Path(given.input) if given.input else folder / "input.jsonl"
        if not given.input:
            puzzles(source, given.documents, given.tokens, 1)
        lines = source.read_text(encoding="utf-8").splitlines()
        times = {"corpus": [], "corpus run": [], "trace": []}
        print(f"load {os.getloadavg()[0]:.2f} at the beginning, {os.cpu_count()} processors")
        for number in range(given.rounds):
            whole = seconds([given.cli, "corpus", "run", source, "--max-tokens", given.tokens, "--out", folder / "whole", *model])
            times["corpus"].append(whole / documents_in(folder / "whole"))
            shutil.rmtree(folder / "whole")
            alone = {"corpus run": 0.0, "trace": 0.0}
            chosen = [lines[(number * given.single + i) % len(lines)] for i in range(given.single)]
            for i, line in enumerate(chosen):
                one, text = folder / "one.jsonl", folder / "one.txt"
                one.write_text(line + "\n", encoding="utf-8")
                text.write_text(json.loads(line)["text"], encoding="utf-8")
                alone["corpus run"] += seconds([given.cli, "corpus", "run", one, "--max-tokens", given.tokens, "--out", folder / f"one-{i}", *model])
                alone["trace"] += seconds([given.cli, "trace", "--text-file", text, "--out", folder / "one.trace.safetensors", *model])
                shutil.rmtree(folder / f"one-{i}")
            for way, spent in alone.items():
                times[way].append(spent / given.single)
            print(f"round {number + 1}: " + ", ".join(
                f"{way} {1000 * spent[-1]:.1f} ms" + ("" if way == "corpus" else f" ({spent[-1] / times['corpus'][-1]:.1f} times)")
                for way, spent in times.items()))
        middle = {way: statistics.median(spent) for way, spent in times.items()}
        print(f"medians, a document: {1000 * middle['corpus']:.1f} ms in the corpus; in a process of its own each "
              + ", ".join(f"{1000 * middle[way]:.1f} ms by {way} ({middle[way] / middle['corpus']:.1f} times the throughput)"
                          for way in ("corpus run", "trace")))
        print(f"load {os.getloadavg()[0]:.2f} at the end")


if __name__ == "__main__":
    main()
