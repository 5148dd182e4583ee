# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures by the program, where it is built (OUROSCOPE_WINDOW names it in ctest)."""
import os

import ouroscope
import pytest
from conftest import ROOT

PROGRAM = os.environ.get("OUROSCOPE_WINDOW") or str(ROOT / "build/ci/app/ouroscope")
drawn = pytest.mark.skipif(not os.path.exists(PROGRAM), reason="the window is not built")


@drawn
@pytest.mark.parametrize("kind", ["heatmap", "text", "lens", "operating-curve", "answer-map", "geometry"])
def test_a_figure_shows_itself(recorded, monkeypatch, kind):
    monkeypatch.setenv("OUROSCOPE_PROGRAM", PROGRAM)
    figure = ouroscope.open(recorded("demo")).figure(kind, width_mm=84)
    assert figure._repr_svg_().lstrip().startswith("<?xml") and "</svg>" in figure._repr_svg_()
    assert figure._repr_png_() is None


@drawn
def test_options_reach_the_program(recorded, monkeypatch, tmp_path):
    monkeypatch.setenv("OUROSCOPE_PROGRAM", PROGRAM)
    trace = ouroscope.open(recorded("demo"))
    entropy = trace.figure("heatmap", format="csv", measure="entropy").data
    assert entropy != trace.figure("heatmap", format="csv", measure="kl").data
    png = trace.figure("heatmap", out=tmp_path / "a.png", budget=2, dpi=100)
    assert (tmp_path / "a.png").read_bytes() == png._repr_png_() and png.data.startswith(b"\x89PNG")
    made = ouroscope.Trace(trace.metadata, trace)  # one that has no file
    assert made.figure("heatmap", format="csv", measure="entropy").data == entropy and made.path is None
    for wrong in ({"kind": "pie"}, {"kind": "heatmap", "measure": "charm"}, {"kind": "heatmap", "format": "gif"}):
        with pytest.raises(ouroscope.TraceError):
            trace.figure(**wrong)


def test_without_the_program_it_is_said(recorded, monkeypatch):
    monkeypatch.delenv("OUROSCOPE_PROGRAM", raising=False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ouroscope.TraceError, match="not on the path"):
        ouroscope.open(recorded("demo")).figure("heatmap")
