# SPDX-License-Identifier: GPL-3.0-or-later
"""The recorder without a framework: fed by the NumPy forwards of tools/reference, against the program's own records."""
import json
import sys

import numpy as np
import ouroscope
import pytest
from compare import assert_same_record
from conftest import ROOT, cli
from test_figure import PROGRAM, drawn

sys.path.insert(0, str(ROOT / "tools/reference"))


def fed(recorder, states, logits, gates):
    for r in range(states.shape[1]):
        recorder.loop(states[:, r], logits=logits[:, r], gate=None if gates is None else gates[:, r])
    return recorder.trace()


def test_the_demo_model_as_the_program_records_it(recorded):
    from ouro_numpy import Ouro

    theirs = ouroscope.open(recorded("demo-f32"))
    ids = theirs["token_id"]
    states, logits, gates = Ouro(ROOT / "resources/demo").forward(ids, theirs.loops)
    recorder = ouroscope.Recorder(ids, words=lambda id: theirs.word(id).bytes, capture=["hidden"], layers=2)
    ours = fed(recorder, states, logits, gates)
    assert_same_record(ours, theirs, skip=("other_gate_logit", "residual_norm"))
    assert [t.bytes for t in ours.tokens][1:] == [theirs.word(t.id).bytes for t in ours.tokens][1:]


@pytest.mark.parametrize("name,kind,seed", [("huginn", "huginn", 5), ("nanbeige", "nanbeige", 0), ("plain", "llama", 0), ("window", "llama-window-anchored", 0)])
def test_families_as_the_program_records_them(recorded, name, kind, seed):
    from families_numpy import Model

    theirs = ouroscope.open(recorded(name))
    states, logits, gates = Model(str(recorded(name).parent / kind)).forward(theirs["token_id"], theirs.loops, seed)
    assert gates is None
    capture = ["hidden"] if "hidden" in theirs else []
    recorder = ouroscope.Recorder(theirs["token_id"], words=lambda id: theirs.word(id).bytes, capture=capture)
    layers = {c for c in theirs if c.startswith("layer_")}
    ours = fed(recorder, states, logits[:, :, : theirs.sizes["V"]], None)
    assert_same_record(ours, theirs, skip=("residual_norm", *layers))


def test_the_noise_is_the_programs():
    from families_numpy import start_noise as reference
    from ouroscope.noise import start_noise

    for seed in (0, 5, 2**64 - 1):
        np.testing.assert_allclose(start_noise(seed, 9, 12), reference(seed, 9, 12), rtol=1e-15)


def small(T=7, R=3, V=20, d=6, seed=1):
    rng = np.random.default_rng(seed)
    return rng.integers(0, V, T), rng.normal(size=(R, T, d)), rng.normal(size=(d, V)) * 3, rng.normal(size=(R, T))


def recorded_small(change=lambda **parts: parts, **options):
    ids, states, head, gates = small()
    parts = change(ids=ids, states=states, head=head, gates=gates)
    recorder = ouroscope.Recorder(parts["ids"], words=[f"w{i}" for i in range(20)], head=lambda h: h @ parts["head"], top_k=4, **options)
    for state, gate in zip(parts["states"], parts["gates"]):
        recorder.loop(state, gate=gate)
    return recorder.trace()


def test_definitions():
    ids, states, head, gates = small()
    trace = recorded_small(track=[3, 5], capture=["hidden", "logits"])
    z = np.einsum("rtd,dv->trv", states, head)
    p = np.exp(z) / np.exp(z).sum(-1, keepdims=True)
    np.testing.assert_allclose(trace["entropy"], -(p * np.log(p)).sum(-1), rtol=1e-5)
    np.testing.assert_allclose(trace["kl"], (p[:, -1:] * np.log(p[:, -1:] / p)).sum(-1), rtol=1e-4, atol=1e-6)
    np.testing.assert_allclose(trace["logprob"][:-1], np.log(p[np.arange(6)[:, None], np.arange(3), ids[1:, None]]), rtol=1e-5)
    np.testing.assert_array_equal(trace["topk_id"], np.argsort(-z, axis=-1)[..., :4])
    own = np.stack([z[t, :, ids[t + 1]] for t in range(6)])
    np.testing.assert_array_equal(trace["rank"][:-1], (z[:-1] > own[..., None]).sum(-1))
    np.testing.assert_allclose(trace["tracked_logprob"], np.log(p[:, :, [3, 5]]), rtol=1e-5)
    np.testing.assert_array_equal(trace["tracked_rank"], np.stack([(z > z[:, :, [i]]).sum(-1) for i in (3, 5)], -1))
    np.testing.assert_allclose(trace["step_norm"][:, 1:], np.linalg.norm(states[1:] - states[:-1], axis=-1).T, rtol=1e-5)
    assert np.isnan(trace["step_norm"][:, 0]).all() and np.isnan(trace["logprob"][-1]).all() and (trace["rank"][-1] == -1).all()
    np.testing.assert_allclose(trace["hidden"], states.transpose(1, 0, 2), rtol=1e-6)
    np.testing.assert_allclose(trace["logits"], z, rtol=1e-5)
    np.testing.assert_allclose(trace["gate_logit"], gates.T, rtol=1e-6)


def test_no_column_is_left_to_the_program(tmp_path):
    """Every column of the schema, with no framework; the program reads them all."""
    ids, states, head, gates = small()
    rng, options = np.random.default_rng(6), {"capture": "hidden,logits,similarity,attention", "state_layers": [1], "track": [3], "other_gates": ["paper"]}
    recorder = ouroscope.Recorder(ids, words={}, head=lambda h: h @ head, layer_head=lambda h: h @ head, layers=2, **options)
    for r in range(3):
        weights = np.tril(rng.random((2, 4, 7, 7)))
        recorder.loop(
            states[r], gate=gates[r], other_gates=[gates[2 - r]], residual=states[r] * 2, layers=[states[r - 1], states[r]],
            attention=weights / weights.sum(-1, keepdims=True),
        )  # fmt: skip
    trace = recorder.trace()
    assert set(trace) == set(ouroscope.COLUMNS)
    for name in trace:
        assert (np.isfinite(trace[name]) if ouroscope.COLUMNS[name].is_float else trace[name] >= 0).any(), name
    trace.write(tmp_path / "t.trace.safetensors")
    again = ouroscope.open(tmp_path / "t.trace.safetensors")
    assert set(again) == set(trace) and again.sizes == trace.sizes
    stats = json.loads(cli("stats", tmp_path / "t.trace.safetensors", "--format", "json"))
    assert len(stats["attention"]) and "not_numbers" not in json.loads(cli("show", tmp_path / "t.trace.safetensors", "--format", "json"))


def test_ties_go_to_the_lower_id():
    def flat(**parts):
        parts["head"] = np.round(parts["head"] * 0)
        return parts

    trace = recorded_small(flat)
    assert (trace["topk_id"] == [0, 1, 2, 3]).all() and (trace["rank"][:-1] == 0).all() and (trace["kl"] == 0).all()


def test_what_is_not_a_number_says_nothing(tmp_path):
    def broken(**parts):
        parts["states"][1, 2, 0] = np.inf
        parts["states"][2, 4, 3] = np.nan
        return parts

    trace = recorded_small(broken, track=[1])
    for name, absent in (("entropy", np.nan), ("topk_id", -1), ("rank", -1), ("tracked_rank", -1), ("gate_logit", np.nan), ("topk_logprob", np.nan)):
        assert np.array_equal(trace[name][2, 1].ravel(), np.full(trace[name][2, 1].size, absent), equal_nan=True), name
    assert np.isnan(trace["kl"][4]).all()  # the last loop's is broken
    assert np.isfinite(trace["kl"][2, [0, 2]]).all() and np.isfinite(trace["entropy"][4, :2]).all()
    trace.write(tmp_path / "t")
    shown = json.loads(cli("show", tmp_path / "t", "--format", "json"))
    assert shown["not_numbers"]["values"] > 0 and shown["not_numbers"]["first_position"] == 3


def test_tokens_that_leave_early(tmp_path):
    ids, states, head, gates = small()
    recorder = ouroscope.Recorder(ids, words=lambda id: "w", head=lambda h: h @ head)
    runs = np.array([1, 3, 2, 3, 1, 2, 3])
    for r in range(3):
        recorder.loop(states[r], gate=gates[r], ran=runs > r)
    trace = recorder.trace()
    np.testing.assert_array_equal(trace["loops_run"], runs)
    for name in ("entropy", "kl", "state_norm", "gate_logit"):
        np.testing.assert_array_equal(np.isnan(trace[name]), ~trace.ran, err_msg=name)
    assert (trace["kl"][np.arange(7), runs - 1] == 0).all() and (trace["topk_id"][0, 1:] == -1).all()
    trace.write(tmp_path / "t")
    read = trace.exits(q=0.5)
    assert json.loads(cli("show", tmp_path / "t", "--exit-threshold", 0.5, "--format", "json"))["exit_histogram"] == read.histogram.tolist()


def test_what_it_writes_opens_in_the_program(tmp_path):
    info = {"model": {"prelude": 1, "coda": 2, "family": "mine"}, "lens": "coda", "start_state": {"kind": "noise", "spread": 0.5, "seed": "7"}, "dtype": "bf16"}
    trace = recorded_small(name="mine", capture=["hidden"], info=info, prompt_tokens=4)
    trace.write(tmp_path / "t.trace.safetensors")
    facts = json.loads(cli("info", tmp_path / "t.trace.safetensors", "--format", "json"))
    assert facts["format"] == "2.0" and facts["family"] == "mine" and facts["segments"] == "1 + 1 + 2" and facts["start_state"] == "noise, seed 7"
    again = ouroscope.open(tmp_path / "t.trace.safetensors")
    assert again.info.model.prelude == 1 and [t.text for t in again.tokens] == [f"w{t.id}" for t in trace.tokens]
    np.testing.assert_allclose(again["hidden"], trace["hidden"], rtol=2**-8)


def test_faults_are_said_in_a_sentence():
    ids, states, head, gates = small()

    def refused(match, use, **options):
        with pytest.raises(ouroscope.TraceError, match=match):
            recorder = ouroscope.Recorder(**{"tokens": ids, "words": {}, "head": lambda h: h @ head, **options})
            use(recorder)
            recorder.trace()

    refused("No loop was recorded", lambda rec: None)
    refused("no tokens", lambda rec: None, tokens=[])
    refused("one row for each of 7 tokens", lambda rec: rec.loop(states[0][:3]))
    refused("no head", lambda rec: rec.loop(states[0]), head=None)
    refused("gate has 2 values", lambda rec: rec.loop(states[0], gate=[1, 2]))
    refused("1 other gates were given, 0 have a name", lambda rec: rec.loop(states[0], other_gates=[gates[0]]))
    refused("an other gate has not one value", lambda rec: rec.loop(states[0], other_gates=[[1, 2]]), other_gates=["paper"])
    refused("cannot hold heads: choose of hidden, logits", lambda rec: None, capture=["heads"])
    refused("0 layers were given, the model has 1", lambda rec: rec.loop(states[0]), capture=["layers"])
    refused("give layer_head", lambda rec: rec.loop(states[0], layers=[states[0]]), capture=["layers"])
    refused("not in the vocabulary", lambda rec: rec.loop(states[0]), track=[99])
    refused("Logits have 20 words, the vocabulary has 21", lambda rec: rec.loop(states[0]), vocab_size=21)
    refused("all run the first", lambda rec: rec.loop(states[0], ran=np.zeros(7, bool)))
    refused("channels", lambda rec: (rec.loop(states[0]), rec.loop(states[0][:, :2], logits=states[0])))


@drawn
def test_every_kind_of_figure_draws_it(tmp_path, monkeypatch):
    """What the package records, the program draws: with a gate and without one."""
    monkeypatch.setenv("OUROSCOPE_PROGRAM", PROGRAM)
    kinds = ["text", "lens", "ribbon", "answer-map", "ablation", "geometry", "orbits", "operating-curve", "exit-rules"]
    ids, states, head, gates = small(T=12, R=4)
    for gate in (gates, [None] * 4):
        recorder = ouroscope.Recorder(ids, words=lambda id: f" w{id}", head=lambda h: h @ head, capture=["hidden", "layers"], layer_head=lambda h: h @ head, track=[3])
        for r in range(4):
            recorder.loop(states[r], gate=gate[r], layers=[states[r]])
        trace = recorder.trace()
        trace.write(tmp_path / "t.trace.safetensors")
        for kind in (*kinds, *(["gate"] if trace.gated else [])):
            assert "</svg>" in trace.figure(kind)._repr_svg_(), kind
        assert "</svg>" in trace.figure("heatmap", measure="exit-probability" if trace.gated else "entropy")._repr_svg_()
