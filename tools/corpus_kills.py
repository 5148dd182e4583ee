#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills a corpus run N times at random with SIGKILL, lets it go on each time, and compares its folder and report with
those of an undisturbed run, byte for byte. tools/bench/corpus.py times a corpus against one process a document.

Usage: tools/corpus_kills.py [--cli PROGRAM] [--kills N] [--documents N] [--tokens N] [--seed N] [--cut FOLDER ...]
                             [INPUT.jsonl [option of corpus run ...]]

Without INPUT the documents are puzzles of the demo model, or with --cut stretches of the files of folders whose names
end with .md or .txt or have no dot (then INPUT is -). Exit status 0: equal; 1: not; the folders are then kept.
"""
import argparse
import filecmp
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent


def puzzles(path, documents, tokens, seed):
    """Texts of held-out puzzles of the demo model, each a little longer than `tokens`."""
    draw = random.Random(seed)
    items = [json.loads(line) for line in open(ROOT / "resources/demo/heldout.jsonl", encoding="utf-8")]
    with open(path, "w", encoding="utf-8") as out:
        for _ in range(documents):
            parts, length = [], 0
            while length <= tokens:
                item = draw.choice(items)
                parts.append(item["prompt"] + item["answer"] + ".")
                length += len(item["prompt_ids"]) + len(item["answer_ids"]) + 1
            out.write(json.dumps({"text": " ".join(parts), "subject": item["class"], "level": item["level"]}) + "\n")


def stretches(path, folders, documents, tokens):
    """Documents of whole paragraphs, longer than `tokens`, out of the files of folders and those below, in the order of
    their names, each file once."""
    least = 5 * tokens  # characters; English takes between four and five a token
    found = []
    files = [f for folder in folders for f in sorted(pathlib.Path(folder).rglob("*"))]
    for file in dict.fromkeys(f.resolve() for f in files if f.is_file() and f.suffix in (".md", ".txt", "")):
        text = ""
        for paragraph in file.read_text(encoding="utf-8").split("\n\n"):
            text += paragraph + "\n\n"
            if len(text) >= least:
                found.append({"text": text.strip(), "file": file.name})
                text = ""
    if len(found) < documents:
        sys.exit(f"corpus_kills: {', '.join(folders)} give {len(found)} documents of {least} characters, not {documents}")
    with open(path, "w", encoding="utf-8") as out:
        out.writelines(json.dumps(each) + "\n" for each in found[:documents])


def memory_of(process):
    """Peak resident memory of a child that has ended, in MiB."""
    return process.ru_maxrss / 1024


def run_once(command):
    """Runs to the end. Returns (seconds, peak MiB)."""
    begin = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"corpus_kills: {' '.join(command)} ended with {child.returncode}: {said.decode(errors='replace')}")
    return time.monotonic() - begin, memory_of(usage)


def documents_in(folder):
    log = folder / "documents.jsonl"
    return log.read_bytes().count(b"\n") if log.exists() else 0


def disturbed(command, folder, kills, seconds, draw):
    """Starts the run again after every kill. Returns how many documents were done at each kill."""
    done = []
    while len(done) < kills:
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            # The first second is the model's loading; then anywhere in the share that is left for this kill.
            child.wait(timeout=draw.uniform(0.1, max(0.3, 1.6 * seconds / (kills + 1))))
            if child.returncode != 0:
                sys.exit(f"corpus_kills: the run ended by itself with {child.returncode}")
            sys.exit(f"corpus_kills: the run was over after {len(done)} kills: give more documents or fewer kills")
        except subprocess.TimeoutExpired:
            child.send_signal(signal.SIGKILL)
            child.wait()
            done.append(documents_in(folder))
    run_once(command)
    return done


def same_folders(a, b):
    """The first difference in names or bytes, or None."""
    names = [sorted(p.relative_to(f).as_posix() for p in f.rglob("*") if p.is_file()) for f in (a, b)]
    if names[0] != names[1]:
        return "other files: " + ", ".join(sorted(set(names[0]) ^ set(names[1])))
    for name in names[0]:
        if not filecmp.cmp(a / name, b / name, shallow=False):
            return name + " differs"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cli", default=str(ROOT / "build/release/app/ouroscope-cli"))
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--tokens", type=int, default=128)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cut", metavar="FOLDER", action="append")
    parser.add_argument("input", nargs="?")
    parser.add_argument("options", nargs=argparse.REMAINDER)
    given = parser.parse_args()
    draw = random.Random(given.seed)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="corpus-kills-"))
    made = str(folder / "input.jsonl")
    source = made if given.cut or not given.input else given.input
    if given.cut:
        stretches(source, given.cut, given.documents, given.tokens)
    elif not given.input:
        puzzles(source, given.documents, given.tokens, given.seed)
    command = [given.cli, "corpus", "run", source, "--max-tokens", str(given.tokens), "--keep", "20", *given.options]
    whole, killed = folder / "whole", folder / "killed"
    seconds, memory = run_once(command + ["--out", str(whole)])
    documents = documents_in(whole)
    print(f"undisturbed: {documents} documents in {seconds:.1f} s, peak memory {memory:.0f} MiB")
    done = disturbed(command + ["--out", str(killed)], killed, given.kills, seconds, draw)
    print(f"killed {len(done)} times, with {', '.join(map(str, done))} documents done")
    difference = same_folders(whole, killed)
    reports = [subprocess.run([given.cli, "corpus", "report", str(f), "--format", "json", "--resamples", "200"],
                              capture_output=True, check=True).stdout for f in (whole, killed)]
    if difference or reports[0] != reports[1]:
        sys.exit(f"corpus_kills: not equal: {difference or 'the reports differ'}; see {folder}")
    print("folder and report are the same bytes")
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
