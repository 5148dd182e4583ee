# SPDX-License-Identifier: GPL-3.0-or-later
"""Traces that the package wrote, in the program: every kind of figure draws them, and the window opens them."""
import os
import re
import subprocess

import numpy as np
import ouroscope
import pytest
from conftest import cli
from test_figure import PROGRAM

pytestmark = pytest.mark.skipif(not os.path.exists(PROGRAM), reason="the window is not built")
TWO = ("compare",)


def run(*words, check=True):
    ran = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, env={"QT_QPA_PLATFORM": "offscreen", **os.environ})
    assert ran.returncode == 0 or not check, ran.stderr
    return ran


def written(path, seed):
    """A trace of a looped model in NumPy, with all that the recorder can give and a causal map."""
    rng = np.random.default_rng(seed)
    V, d, L, T, R = 60, 24, 3, 14, 6
    embedding, gate = rng.normal(size=(V, d)), rng.normal(size=d) / 4
    mixes = [np.linalg.qr(rng.normal(size=(d, d)))[0] for _ in range(L)]

    def head(x):
        return x @ embedding.T

    ids = np.random.default_rng(7).integers(0, V, T)
    recorder = ouroscope.Recorder(
        ids, words=[f" w{i}" for i in range(V)], head=head, layer_head=head, layers=L, name="written", capture=["hidden", "logits", "similarity", "attention"],
        state_layers=[0, 2], track=[3, 4], prompt_tokens=8, loops_trained=4, info={"interventions": ["scale,loop=2,tokens=3,by=0.5"]},
    )  # fmt: skip
    h = embedding[ids]
    for r in range(R):
        layers = []
        for mix in mixes:
            layers.append((layers[-1] if layers else h) + 0.3 * np.tanh(np.roll(layers[-1] if layers else h, 1, 0) @ mix))
        h = 5 * layers[-1] / np.linalg.norm(layers[-1], axis=1, keepdims=True)
        scores = np.tril(np.exp(rng.normal(size=(L, 2, T, T))))
        recorder.loop(h, gate=h @ gate, residual=layers[-1], layers=layers, attention=scores / scores.sum(-1, keepdims=True))
    trace = recorder.trace()
    cells = R * L
    sweep = {
        "over": "layers", "intervention": "scale,by=0", "from": "", "token": T - 1, "word": 3, "logprob": -1.5, "loops": R, "places": [0, 1, 2],
        "change": rng.normal(size=cells).tolist(), "kl": rng.random(cells).tolist(), "best": rng.integers(0, V, cells).tolist(), "rows": 100, "rows_alone": 400,
    }  # fmt: skip
    ouroscope.Trace({**trace.metadata, "sweep": sweep}, trace).write(path)
    return path


@pytest.fixture(scope="module")
def traces(tmp_path_factory):
    folder = tmp_path_factory.mktemp("drawn")
    return [written(folder / f"{name}.trace.safetensors", seed) for name, seed in (("one", 1), ("other", 2))]


def kinds():
    if not os.path.exists(PROGRAM):
        return []
    named = re.search(r"neither a figure \((.*?)\)", run("figure", "none-such", __file__, "--out", "x.svg", check=False).stderr)
    return named[1].split(", ")


@pytest.mark.parametrize("kind", kinds())
def test_every_kind_of_figure_draws_it(traces, kind, tmp_path):
    out = tmp_path / f"{kind}.svg"
    run("figure", kind, *traces[: 2 if kind in TWO else 1], "--out", out, *(["--panels", "text,heatmap"] if kind == "page" else []))
    text = out.read_text()
    assert sum(text.count(f"<{shape}") for shape in ("path", "rect", "polyline", "circle", "text")) > 12, f"{kind} is empty"


def test_there_are_kinds_to_try():
    assert len(kinds()) >= 20 and {"heatmap", "lens", "causal-map", *TWO} <= set(kinds())


def test_the_window_opens_it(traces, tmp_path):
    """Its own picture of itself is that of the trace, not that of the example that it opens on."""
    pictures = []
    for name, words in (("trace", [traces[0]]), ("example", [])):
        picture = tmp_path / f"{name}.png"
        run("--no-session", "--do", "size:1200x800", "--do", f"picture:{picture}", "--do", "file.quit", *words)
        pictures.append(picture.read_bytes())
        assert pictures[-1].startswith(b"\x89PNG") and len(pictures[-1]) > 20000
    assert pictures[0] != pictures[1]


def test_the_command_line_reads_all_of_it(traces):
    assert "scale,loop=2,tokens=3,by=0.5" in cli("info", traces[0])
    assert "written" in cli("show", traces[0]) and cli("stats", traces[0], traces[1])
