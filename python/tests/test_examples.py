# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the cells of python/examples, without a notebook's server."""
import importlib.util
import json
import os

import pytest
from conftest import ROOT

NEEDS = {"read_and_plot": ("matplotlib", "pandas"), "record_your_own": ("torch",), "probe_by_loop": ()}


def test_all_are_here():
    assert {path.stem for path in (ROOT / "python/examples").glob("*.ipynb")} == set(NEEDS)


@pytest.mark.parametrize("name", NEEDS)
def test_cells_run(name, tmp_path, monkeypatch):
    for module in NEEDS[name]:
        if importlib.util.find_spec(module) is None:
            pytest.skip(f"{module} is not installed")
    monkeypatch.setenv("MPLBACKEND", "agg")
    os.symlink(ROOT / "resources", tmp_path / "resources")
    monkeypatch.chdir(tmp_path)
    notebook = json.loads((ROOT / f"python/examples/{name}.ipynb").read_text(encoding="utf-8"))
    names = {"__name__": "__main__"}
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    for number, cell in enumerate(cells):
        assert cell["outputs"] == [], "outputs are not kept in the repository"
        exec(compile("".join(cell["source"]), f"{name}, cell {number}", "exec"), names)
    if name == "probe_by_loop":
        assert [int(found.argmax()) for found in names["by_loop"].values()] == [0, 1, 2]
        of_layers = names["by_layer"]
        assert min(of_layers[1, 1], of_layers[2, 0]) > max(of_layers[1, 0], of_layers[2, 1]) + 0.1
    if name == "record_your_own":
        assert names["trace"].exits(q=0.3).mean_loops < names["trace"].exits(q=0.9).mean_loops
        assert (tmp_path / "own.trace.safetensors").exists()
        effect = names["effect"]
        assert len(effect) == 5 and effect["scale,loop=3,by=0"] > effect["untouched"] + 0.1
        assert effect["skip-loop,loop=1"] == pytest.approx(effect["skip-loop,loop=4"], abs=1e-5)
