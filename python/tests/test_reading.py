# SPDX-License-Identifier: GPL-3.0-or-later
"""What the package reads and computes, against what the program says of the same files."""
import math
import os

import numpy as np
import ouroscope
import pytest
from conftest import PROMPT, RUNS, cli, cli_json
from ouroscope.measures import MEASURES

RULES = [{}, {"budget": 1}, {"budget": 2}, {"q": 0.0}, {"q": 0.5}, {"q": 0.9}, {"q": 0.6, "budget": 2}, {"q": 1.0}]


def options(rule):
    names = {"q": "--exit-threshold", "budget": "--budget", "gate": "--gate"}
    return [part for key, value in rule.items() for part in (names[key], value)]


def allowed(trace, rule):
    return rule.get("budget", 1) <= trace.loops and (trace.gated or rule.get("q", 1) >= 1)


def same(ours, theirs, what):
    """Within 1e-6; null is what is not a finite number."""
    if theirs is None:
        assert not math.isfinite(ours), what
    else:
        assert ours == pytest.approx(theirs, rel=1e-6, abs=1e-6), what


@pytest.mark.parametrize("name", RUNS)
def test_columns_are_the_readers_of_safetensors(recorded, name):
    from safetensors import safe_open

    trace = ouroscope.open(recorded(name))
    with safe_open(str(recorded(name)), "numpy") as file:
        assert set(file.keys()) == set(trace)
        for column in trace:
            axes = trace.columns[column].axes
            assert trace[column].shape == tuple(trace.sizes[a] for a in axes)
            if file.get_slice(column).get_dtype() != "BF16":
                np.testing.assert_array_equal(trace[column], file.get_tensor(column))
    assert not trace["kl"].flags.writeable


@pytest.mark.parametrize("rule", RULES, ids=str)
@pytest.mark.parametrize("name", RUNS)
def test_exits_and_measures_are_the_programs(recorded, name, rule):
    trace = ouroscope.open(recorded(name))
    if not allowed(trace, rule):
        assert cli("show", recorded(name), *options(rule), check=False).returncode == 1
        with pytest.raises(ouroscope.TraceError, match="no exit gate|does not fit"):
            trace.exits(**rule)
        return
    json = cli_json("show", recorded(name), *options(rule))
    read = trace.exits(**rule)
    assert json["rule"]["budget"] == read.rule.budget
    assert json["exit_histogram"] == read.histogram.tolist()
    same(read.mean_loops, json["mean_exit_loop"], "mean")
    status = {"exact": "exact replay", "branches": "would branch at token", "needs-rerun": "needs a re-run"}[read.replay]
    assert json["replay"].startswith(status)
    if read.replay == "branches":
        assert json["replay"].split()[-1] == str(read.replay_token + 1)
    values = {m: trace.measure(m, **rule) for m in trace.measures()}
    for t, row in enumerate(json["rows"]):
        assert row["id"] == trace.tokens[t].id and row["generated"] == trace.generated[t]
        keys = {key for key in row if key not in ("position", "id", "text", "bytes", "generated", "loops_run", "loops", "candidates")}
        assert keys == {MEASURES[m].column for m in values if MEASURES[m].per_token}
        for m in values:
            if MEASURES[m].per_token:
                same(values[m][t], row[MEASURES[m].column], (m, t))
        assert len(row["loops"]) == trace["loops_run"][t]
        for r, loop in enumerate(row["loops"]):
            keys = {key for key in loop if key not in ("loop", "gate_logit", "topk", "tracked")}
            assert keys == {MEASURES[m].column for m in values if not MEASURES[m].per_token}
            for m in values:
                if not MEASURES[m].per_token:
                    same(values[m][t, r], loop[MEASURES[m].column], (m, t, r))
            assert [word["id"] for word in loop["topk"]] == trace["topk_id"][t, r].tolist()


@pytest.mark.parametrize("rule", RULES, ids=str)
@pytest.mark.parametrize("name", RUNS)
def test_summaries_are_the_programs(recorded, name, rule):
    trace = ouroscope.open(recorded(name))
    if not allowed(trace, rule):
        return
    by = ("source", "word", "position", "all")[RULES.index(rule) % 4]
    json = cli_json("stats", recorded(name), "--by", by, *options(rule))
    summary = trace.summary(by, **rule)
    compare_tables(summary.classes, json["classes"])
    compare_tables(summary.ablation, json["ablation"])
    compare_curves(summary.curve, json["operating_curve"])


def compare_tables(ours, theirs):
    assert len(ours) == len(theirs)
    for mine, row in zip(ours, theirs):
        assert set(mine) == set(row)
        for key, value in row.items():
            if isinstance(value, str):
                assert mine[key] == value
            else:
                for a, b in zip(np.atleast_1d(mine[key]), np.atleast_1d(np.array(value, dtype=object))):
                    same(a, b, key)


def compare_curves(curve, json):
    assert json["budget"] == curve.budget
    for name in ("gate", "uniform", "random", "oracle"):
        points = getattr(curve, name)
        assert (points is None) == (json[name] is None)
        for i, point in enumerate(json[name] or []):
            for key in ("setting", "mean_loops", "agreement", "nll", "kl"):
                same(getattr(points, key)[i], point[key], (name, i, key))
                assert key == "setting" or curve.n[key] == point[f"{key}_n"]
            for key in ("agreement", "nll", "kl"):
                for end in (f"{key}_low", f"{key}_high"):
                    same(getattr(points, end)[i], point.get(end), (name, i, end))
        assert points is None or len(points.setting) == len(json[name])


@pytest.mark.parametrize("name", RUNS)
def test_loop_statistics_are_the_programs(recorded, name):
    trace = ouroscope.open(recorded(name))
    json = cli_json("stats", recorded(name))
    share, counted = ouroscope.agreement_matrix(trace)
    assert counted.tolist() == json["agreement_matrix"]["n"]
    for ours, theirs in zip(share.ravel(), np.array(json["agreement_matrix"]["share"], object).ravel()):
        same(ours, theirs, "agreement")
    gain = ouroscope.loop_gain(trace)
    for key in ("n", "best_loop"):
        assert gain[key] == json["loop_gain"][key]
    assert (list(gain["band"]) if gain["band"] else None) == json["loop_gain"]["band"]
    same(gain["gain"], json["loop_gain"]["gain"], "gain")
    for ours, theirs in zip(gain["nll"], json["loop_gain"]["nll"]):
        same(ours, theirs, "nll")
    ours = ouroscope.calibration(trace)
    assert len(ours) == len(json["calibration"])
    for mine, row in zip(ours, json["calibration"]):
        assert set(mine) == set(row)
        for key, value in row.items():
            same(mine[key], value, key)


INSIDE = (("layer_similarity", "similarity"), ("state_rank", "hidden"), ("attention_statistics", "attention"))


def compare_inside(traces, json):
    """What is in the states, layers and heads; -> the tables that there are."""
    found = set()
    for name, captured in INSIDE:
        theirs = json[name.removesuffix("_statistics")]
        if theirs is None:
            with pytest.raises(ouroscope.TraceError, match=f"--capture {captured}"):
                getattr(ouroscope, name)(traces)
            continue
        ours = getattr(ouroscope, name)(traces)
        found.add(name)
        if name == "state_rank":
            assert [set(row) for row in ours] == [set(row) for row in theirs]
            ours, theirs = ({key: [row[key] for row in rows] for key in rows[0]} for rows in (ours, theirs))
        for key in theirs if isinstance(theirs, dict) else [None]:
            mine, them = (x if key is None else x[key] for x in (ours, theirs))
            assert np.shape(mine) == np.shape(them), (name, key)
            for a, b in zip(np.ravel(mine), np.array(them, object).ravel()):
                same(a, b, (name, key))
    return found


@pytest.mark.parametrize("names", [("demo",), ("plain",), ("huginn",), ("demo-inside",), ("demo-inside", "demo-inside-too"), ("demo-skips-inside",)])
def test_what_is_inside_is_the_programs(recorded, names):
    traces = [ouroscope.open(recorded(name)) for name in names]
    found = compare_inside(traces, cli_json("stats", *(recorded(name) for name in names)))
    assert found == {name for name, captured in INSIDE if all(trace.info.captured[captured] for trace in traces)}


def test_limits_are_the_programs(recorded, tmp_path):
    """Where states go in 18 loops, at their ends and after every layer."""
    path = tmp_path / "t.trace.safetensors"
    cli("trace", "--text", "Take 3, get", "--loops", 18, "--capture", "hidden,layers", "--out", path)
    trace, theirs = ouroscope.open(path), cli_json("stats", path)["limits"]
    ours = [ouroscope.loop_limits(trace), *ouroscope.layer_limits(trace)]
    assert [{key.replace(" ", "_"): count for key, count in row.items()} for row in ours] == [theirs["loops"], *theirs["layers"]]
    assert ours[0]["fixed point"]
    with pytest.raises(ouroscope.TraceError, match="--capture hidden"):
        ouroscope.loop_limits(ouroscope.open(recorded("plain")))


def test_several_traces_add_up(recorded):
    names = ("demo", "demo-skips", "demo-sampled")
    json = cli_json("stats", *(recorded(n) for n in names), "--by", "word", "--exit-threshold", "0.6")
    summary = ouroscope.summarise([ouroscope.open(recorded(n)) for n in names], "word", q=0.6)
    compare_tables(summary.classes, json["classes"])
    compare_tables(summary.ablation, json["ablation"])
    compare_curves(summary.curve, json["operating_curve"])
    with pytest.raises(ouroscope.TraceError, match="same number"):
        ouroscope.summarise([ouroscope.open(recorded(n)) for n in ("demo", "demo-f32")])


def test_other_gates_are_read_by_name(recorded):
    trace = ouroscope.open(recorded("demo"))
    others = trace.info.model.other_gates
    assert others
    for gate in others:
        json = cli_json("show", recorded("demo"), "--gate", gate, "--exit-threshold", "0.5")
        read = trace.exits(q=0.5, gate=gate)
        assert json["exit_histogram"] == read.histogram.tolist()
    with pytest.raises(ouroscope.TraceError, match="no gate 'x'"):
        trace.exits(gate="x")
    for wrong in ({"budget": 0}, {"budget": 99}, {"q": 1.5}, {"q": float("nan")}):
        with pytest.raises(ouroscope.TraceError):
            trace.exits(**wrong)


@pytest.mark.parametrize("name", RUNS)
def test_the_frame_is_the_programs_table(recorded, name, tmp_path):
    pandas = pytest.importorskip("pandas")
    (tmp_path / "t.csv").write_text(cli("show", recorded(name), "--format", "csv"), newline="")
    texts = {"token": str, "top_word": str}
    columns = pandas.read_csv(tmp_path / "t.csv", nrows=0).columns
    theirs = pandas.read_csv(tmp_path / "t.csv", dtype=texts, keep_default_na=False, na_values={c: [""] for c in columns if c not in texts})
    ours = ouroscope.open(recorded(name)).to_pandas()
    assert list(ours.columns) == list(theirs.columns) and len(ours) == len(theirs)
    for column in theirs:
        if column in texts:
            assert ours[column].tolist() == theirs[column].tolist()
        else:
            np.testing.assert_allclose(ours[column].astype(float), theirs[column].astype(float), rtol=1e-6, atol=1e-6, err_msg=column)


def test_tokens_never_lose_their_identity(recorded):
    trace = ouroscope.open(recorded("demo"))
    assert trace.text.startswith(" " + PROMPT) and b"".join(t.bytes for t in trace.tokens).decode() == trace.text
    texts = {ouroscope.Token(1, bytes(b)).text for b in ([10], [92, 110], [0xF0, 0x9F], [92, 120, 102, 48], [0xC2, 0xAD], [0xAD], [32], [9])}
    assert len(texts) == 8
    assert ouroscope.Token(474, b"").text == "#474"
    for id in np.unique(trace["topk_id"]):
        assert trace.word(id).bytes


def test_metadata_are_attributes(recorded):
    trace = ouroscope.open(recorded("huginn"))
    assert trace.info.start_state.kind == "noise" and trace.info.start_state.seed == "5"
    assert trace.info.model.family == "huginn" and not trace.gated
    assert (trace.info.model.prelude, trace.info.model.layers, trace.info.model.coda) == (1, 2, 2)
    plain = ouroscope.open(recorded("demo"))
    assert plain.info.model.family == "ouro" and plain.info.lens == "direct" and plain.info.format.major == 1
    with pytest.raises(AttributeError, match="loops_recorded"):
        plain.info.loop_count
    with pytest.raises(KeyError, match="logits"):
        ouroscope.open(recorded("plain"))["logits"]


def test_a_file_that_is_replaced_still_gives_its_own_values(recorded, tmp_path):
    path = tmp_path / "a.trace.safetensors"
    path.write_bytes(recorded("demo").read_bytes())
    trace = ouroscope.open(path)
    other = tmp_path / "b"
    other.write_bytes(recorded("plain").read_bytes())
    os.replace(other, path)
    np.testing.assert_array_equal(trace["kl"], ouroscope.open(recorded("demo"))["kl"])


def test_importing_is_quick_and_brings_no_framework():
    import subprocess
    import sys

    code = "import sys, ouroscope; print([m for m in ('torch', 'pandas', 'matplotlib') if m in sys.modules])"
    env = {**os.environ, "PYTHONPATH": os.path.dirname(os.path.dirname(ouroscope.__file__))}
    assert subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True).stdout.strip() == "[]"
