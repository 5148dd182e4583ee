#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the commands of documents; tools/claims.sh calls it.

    claims.py CLONE OUT PAGE...          each page in a folder of its own, from top to bottom

What is a command:
- every line of an indented block, or of a fenced one marked sh, whose first word is one of PROGRAMS; a line that ends with a
  backslash goes on;
- `[OPTIONS]` in a line asks for the help of what stands before it, and the help has to say the same;
- in a paragraph "As a command: `...`" every piece of code that begins with one of PROGRAMS;
- fenced blocks marked python, as one program; those of docs/python.md by python/tests/test_docs.py.

TRACE, A, B, MODEL, FILE.pdf and ... stand for something of the reader's: a record of the demo model, recorded examples, the demo model itself and a
prompt are put there.
A window that a command opens is closed again. A block is not run where an HTML comment stands before it, with the reason:

    <!-- not run: needs a cluster -->

A page in which a block is neither run nor marked fails, so that no claim is passed over.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

PROGRAMS = ("ouroscope", "ouroscope-cli", "./ouroscope", "./ouroscope-cli", "cd", "printf", "cat", "head", "mkdir", "cp", "cmp", "for", "tools/")
OTHERS = ("python",)  # languages of fenced blocks that are run otherwise
SECONDS = 900  # a benchmark of a large shape, on a machine that is busy
NOT_RUN = re.compile(r"<!-- not run: (.+?) -->")
PROMPT = '"Take 3, add 4, double, subtract 5, triple, add 1, get"'


class Block:
    def __init__(self, line, language, reason):
        self.line, self.language, self.reason, self.lines = line, language, reason, []


def blocks(text):
    """Indented and fenced blocks, and the commands in sentences, in the order of the page."""
    found, block, fence, reason, blank, paragraph = [], None, None, None, True, []

    def close_paragraph():
        nonlocal paragraph
        joined = " ".join(line for _, line in paragraph)
        if "As a command:" in joined:
            inline = Block(paragraph[0][0], "inline", None)
            codes = re.findall(r"`([^`]+)`", joined[joined.index("As a command:"):])
            inline.lines = [code for code in codes if code.split()[0] in ("ouroscope", "ouroscope-cli")]
            if inline.lines:
                found.append(inline)
        paragraph = []

    for number, line in enumerate(text.splitlines(), 1):
        if fence is not None:
            if line.strip() == "```":
                fence = None
            else:
                block.lines.append(line)
            continue
        mark = NOT_RUN.search(line)
        if line.startswith("```"):
            close_paragraph()
            fence, block = line, Block(number, line[3:].strip(), reason)
            found.append(block)
            block, reason, blank = found[-1], None, False
            continue
        if line.startswith("    ") and (blank or (block and block.language == "indented")):
            if not block or block.language != "indented":
                close_paragraph()
                block = Block(number, "indented", reason)
                found.append(block)
                reason = None
            block.lines.append(line[4:])
            continue
        if not line.strip():
            close_paragraph()
            blank = True
            continue
        block, blank = None, False
        if mark:
            reason, blank = mark[1], True
        else:
            reason = None
            paragraph.append((number, line))
    close_paragraph()
    return found


def is_command(line):
    word = line.split(maxsplit=1)[0] if line.split() else ""
    return any(word == program or (program.endswith("/") and word.startswith(program)) for program in PROGRAMS)


def without_comment(line):
    """A comment is parted by two spaces at least: one # inside a word is text."""
    return re.sub(r"\s{2,}#.*$", "", line)


def commands(block):
    out = ""
    for line in block.lines:
        line = without_comment(line)
        out += line[:-1] + " " if line.endswith("\\") else line + "\n"
    return [line.strip() for line in out.splitlines() if line.strip()]


def filled(command, clone):
    """The reader's own things."""
    traces = clone / "resources/traces"
    things = {"TRACE": "reader.trace.safetensors", "A": traces / "six-steps.trace.safetensors", "B": traces / "one-step.trace.safetensors",
              "MODEL": clone / "resources/demo"}
    words = [str(things.get(word, word)) for word in command.split(" ")]
    command = " ".join(words).replace("--text ...", f"--text {PROMPT}")
    first = words[0].rsplit("/", 1)[-1]
    if first == "ouroscope" and (len(words) == 1 or words[1] != "figure") and not {"--help", "--version", "--manual", "--completion"} & set(words):
        command += " --no-session --do file.quit"
    if first == "ouroscope-cli" and len(words) > 1 and words[1] == "trace" and "--out" not in words:
        command += " --out claimed.trace.safetensors"
    return command


def run(command, folder, here):
    """(status, output, folder afterwards)"""
    state = folder / ".here"
    script = f'cd "$1" || exit 1\nset -o pipefail\n{command}\nstatus=$?\npwd >"$2"\nexit $status\n'
    try:
        done = subprocess.run(["bash", "-c", script, "claims", str(here), str(state)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, timeout=SECONDS)
        status, said = done.returncode, done.stdout.decode(errors="replace")
    except subprocess.TimeoutExpired as late:
        status, said = 124, (late.stdout or b"").decode(errors="replace") + f"\nstopped after {SECONDS} s"
    return status, said, pathlib.Path(state.read_text().strip()) if state.exists() else here


def prepare(folder, clone):
    """What a reader of any page has: a clone, and a few files of their own."""
    folder.mkdir(parents=True)
    for entry in clone.iterdir():
        if entry.name != "build":
            (folder / entry.name).symlink_to(entry)
    shutil.copytree(clone / "build", folder / "build")
    (folder / "page.txt").write_text("The cat sat on the mat. It was a sunny day, and the cat was happy.\n")
    shutil.copy(folder / "page.txt", folder / "build/release/app")
    shutil.copy(clone / "resources/traces/six-steps.trace.safetensors", folder / "t.trace.safetensors")


def check_page(page, clone, out):
    text = (clone / page).read_text()
    folder = out / page.replace("/", "-")
    prepare(folder, clone)
    run(f"ouroscope-cli trace --text {PROMPT} --capture hidden --out reader.trace.safetensors", folder, folder)
    subprocess.run(["ouroscope", "figure", "heatmap", "t.trace.safetensors", "--out", "FILE.pdf"], cwd=folder, stdout=subprocess.DEVNULL, check=True)
    here, ran, left, failed = folder, 0, 0, 0

    def fail(line, what, said=""):
        nonlocal failed
        failed += 1
        print(f"FAIL  {page}:{line}  {what}")
        for line in said.strip().splitlines()[-8:]:
            print(f"        {line}")

    for block in blocks(text):
        if block.reason:
            left += 1
            print(f"      {page}:{block.line} not run: {block.reason}")
            continue
        if block.language == "python":
            if page == "docs/python.md":
                if not ran:  # all blocks at once
                    status, said, _ = run("tools/python/test.sh -k test_docs", folder, folder)
                    if status:
                        fail(block.line, "tools/python/test.sh -k test_docs", said)
                ran += 1
                continue
            status, said, _ = run(f"\"$OUROSCOPE_PYTHON\" - <<'END'\n" + "\n".join(block.lines) + "\nEND", folder, here)
            ran += 1
            if status:
                fail(block.line, "the block of Python", said)
            continue
        if block.language not in ("indented", "inline", "sh"):
            continue
        for command in commands(block):
            if "[OPTIONS]" in command:
                asked = command.split("[")[0].replace(" COMMAND", "").strip()
                status, said, _ = run(f"{asked} --help", folder, here)
                ran += 1
                if status or f"Usage: {asked}" not in said:
                    fail(block.line, command, said)
                continue
            if not is_command(command):
                fail(block.line, f"neither run nor marked: {command}")
                continue
            begun = time.monotonic()
            status, said, here = run(filled(command, clone), folder, here)
            ran += 1
            if status:
                fail(block.line, f"{command}  (exit {status})", said)
            elif time.monotonic() - begun > 30:
                print(f"      {page}: {time.monotonic() - begun:.0f} s for {command}")
    print(f"{'FAIL' if failed else 'ok  '}  {page}: {ran} run, {left} blocks not run, {failed} failed", flush=True)
    return failed


def add_chat_marks(folder):
    """A conversation needs its marks in the tokenizer: the last ids of a random model's."""
    import json
    path = pathlib.Path(folder, "tokenizer.json")
    tokenizer = json.loads(path.read_text())
    vocab = tokenizer["model"]["vocab"]
    known = {token["content"] for token in tokenizer["added_tokens"]}
    names = [name for name, _ in sorted(vocab.items(), key=lambda item: -item[1])[:4]]
    for name, mark in zip(names, ("<|im_start|>", "<|im_end|>", "<think>", "</think>")):
        if mark in known:
            continue
        number = vocab.pop(name)
        vocab[mark] = number
        tokenizer["added_tokens"].append({"id": number, "content": mark, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True})
    path.write_text(json.dumps(tokenizer))


def main(arguments):
    if arguments[:1] == ["--chat-marks"]:
        return add_chat_marks(arguments[1])
    clone, out = pathlib.Path(arguments[0]), pathlib.Path(arguments[1])
    failed = sum(check_page(page, clone, out) for page in arguments[2:])
    if failed:
        sys.exit(f"claims: {failed} of the documents' commands failed.")


if __name__ == "__main__":
    main(sys.argv[1:])
