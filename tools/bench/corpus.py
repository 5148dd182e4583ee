#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much faster a corpus runs than one process a document. In every round one corpus run of all documents, then some
documents in a process of their own each: `corpus run` on a file of one line, and `trace` of the same tokens, in turns, so that
both see the machine as it is. It says the load of the machine, the time of a document by each way and its multiples, round by
round, and the medians.

Usage: tools/bench/corpus.py [--cli PROGRAM] [--documents N] [--tokens N] [--rounds N] [--single N] [--model FOLDER]
                             [--cut FOLDER ...] [INPUT.jsonl]

Without INPUT the documents are puzzles of the demo model, or with --cut stretches of the files of folders (both are made by
tools/corpus_kills.py). INPUT has lines with "text" or "messages": questions are several runs each, and are refused.
"""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tools"))
from corpus_kills import documents_in, puzzles, stretches  # noqa: E402


def seconds(command):
    begin = time.monotonic()
    done = subprocess.run([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if done.returncode != 0:
        sys.exit(f"corpus.py: {' '.join(map(str, command))}: {done.stderr.decode(errors='replace')}")
    return time.monotonic() - begin


def lines_of(source):
    """The lines of an input that can be measured."""
    try:
        lines = [line for line in source.read_text(encoding="utf-8").split("\n") if line.strip()]
        read = [json.loads(line) for line in lines]
    except OSError as problem:
        sys.exit(f"corpus.py: {source} cannot be read: {problem.strerror}.")
    except ValueError as problem:
        sys.exit(f"corpus.py: {source} is not a JSONL file: {problem}.")
    for number, line in enumerate(read, 1):
        if not isinstance(line, dict) or not ("text" in line or "messages" in line):
            sys.exit(f"corpus.py: document {number} of {source} has neither \"text\" nor \"messages\": only these are one run, which both ways can do.")
    if not lines:
        sys.exit(f"corpus.py: {source} has no documents.")
    return lines


def tokens_of(trace):
    """The token ids of a trace."""
    data = trace.read_bytes()
    size = struct.unpack("<Q", data[:8])[0]
    begin, end = json.loads(data[8:8 + size])["token_id"]["data_offsets"]
    return struct.unpack(f"<{(end - begin) // 4}i", data[8 + size + begin:8 + size + end])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cli", default=str(ROOT / "build/release/app/ouroscope-cli"))
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--tokens", type=int, default=128)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--single", type=int, default=20, help="documents of a round in a process of their own")
    parser.add_argument("--model")
    parser.add_argument("--cut", metavar="FOLDER", action="append")
    parser.add_argument("input", nargs="?")
    given = parser.parse_args()
    model = ["--model", given.model] if given.model else []
    with tempfile.TemporaryDirectory(prefix="corpus-bench-") as made:
        folder = pathlib.Path(made)
        source = pathlib.Path(given.input) if given.input else folder / "input.jsonl"
        if given.cut and not given.input:
            stretches(source, given.cut, given.documents, given.tokens)
        elif not given.input:
            puzzles(source, given.documents, given.tokens, 1)
        lines = lines_of(source)

        def corpus(of, out, *options):
            return seconds([given.cli, "corpus", "run", of, "--max-tokens", given.tokens, "--out", out, *options, *model])

        times = {"corpus": [], "corpus run": [], "trace": []}
        print(f"load {os.getloadavg()[0]:.2f} at the beginning, {os.cpu_count()} processors")
        for number in range(given.rounds):
            whole = corpus(source, folder / "whole")
            times["corpus"].append(whole / documents_in(folder / "whole"))
            shutil.rmtree(folder / "whole")
            chosen = [lines[(number * given.single + i) % len(lines)] for i in range(given.single)]
            # Their tokens, so that a trace runs what the corpus runs: it has no --max-tokens.
            (folder / "some.jsonl").write_text("".join(line + "\n" for line in chosen), encoding="utf-8")
            corpus(folder / "some.jsonl", folder / "some", "--keep", "all")
            alone = {"corpus run": 0.0, "trace": 0.0}
            for i, line in enumerate(chosen):
                one = folder / "one.jsonl"
                one.write_text(line + "\n", encoding="utf-8")
                ids = ",".join(map(str, tokens_of(folder / f"some/traces/document-{i + 1:06}.trace.safetensors")))
                alone["corpus run"] += corpus(one, folder / "one")
                alone["trace"] += seconds([given.cli, "trace", "--tokens", ids, "--out", folder / "one.trace.safetensors", *model])
                shutil.rmtree(folder / "one")
            shutil.rmtree(folder / "some")
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
