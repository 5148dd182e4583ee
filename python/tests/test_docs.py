# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs every block of docs/python.md, in order. What needs torch, pandas or the window is left out where it is missing."""
import ast
import importlib.util
import json
import os
import re

from conftest import ROOT, cli
from test_figure import PROGRAM

PAGE = (ROOT / "docs/python.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


def missing(block):
    if ".figure(" in block:
        return not os.path.exists(PROGRAM)
    wanted = [name for name, sign in (("torch", "import torch"), ("torch", "(model, "), ("torch", "model,"), ("pandas", "to_pandas")) if sign in block]
    return any(importlib.util.find_spec(name) is None for name in wanted)


def test_every_block_runs(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("OUROSCOPE_PROGRAM", PROGRAM)
    os.symlink(ROOT / "resources", tmp_path / "resources")
    monkeypatch.chdir(tmp_path)
    texts = [{"text": f"Take {i}, add {9 - i}, get 9.", "subject": "sums" if i % 2 else "others"} for i in range(10)]
    (tmp_path / "texts.jsonl").write_text("".join(json.dumps(text) + "\n" for text in texts))
    cli("corpus", "run", tmp_path / "texts.jsonl", "--out", tmp_path / "corpus")
    assert len(BLOCKS) >= 8
    names, ran = {}, 0
    for number, block in enumerate(BLOCKS):
        if missing(block):
            continue
        exec(compile(block, f"docs/python.md, block {number + 1}", "exec"), names)
        ran += 1
    assert ran >= 5
    accuracy = [float(line.split()[2]) for line in capsys.readouterr().out.splitlines() if line.endswith("are right")]
    assert len(accuracy) == 6 and accuracy.index(max(accuracy)) == 1 and accuracy[1] > 0.8
    assert (tmp_path / "toy.trace.safetensors").exists()


def test_names_of_the_page_exist():
    import ouroscope

    for name in re.findall(r"ouroscope\.(\w+)", "".join(BLOCKS)):
        assert hasattr(ouroscope, name), name
    assert all(name in PAGE for name in ("Recorder", "record", "record_batch", "intervene", "samples", "summarise", "TraceError", "open", "open_corpus"))


def test_every_module_says_what_it_is():
    modules = sorted((ROOT / "python/ouroscope").glob("*.py"))
    assert len(modules) > 30
    for module in modules:
        assert ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))), module.name
