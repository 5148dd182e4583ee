# SPDX-License-Identifier: GPL-3.0-or-later
"""Several texts side by side through a PyTorch model, drawn words, and what leaves the model's device."""
import numpy as np
import ouroscope
import pytest
from compare import assert_same_record
from conftest import PROMPT, ROOT, cli

torch = pytest.importorskip("torch")
from looped import demo  # noqa: E402

DEMO = ROOT / "resources/demo"
TEXTS = [PROMPT, "Ann's boss's friend is", "Take 9, get", "Take 1, add 2, double, add 4, subtract 3, get"]
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
BOUND = {torch.float32: 2e-5, torch.bfloat16: 3e-2}


@pytest.fixture(scope="module")
def prompts(tmp_path_factory):
    """ids of the texts, of different lengths"""
    path = tmp_path_factory.mktemp("prompts") / "t.trace.safetensors"
    ids = []
    for text in TEXTS:
        cli("trace", "--text", text, "--loops", 1, "--out", path)
        ids.append(ouroscope.open(path)["token_id"].copy())
    assert len({len(each) for each in ids}) == 4
    return ids


def parts_of(model):
    return {"loop": model.norm, "head": model.head, "gate": model.exit, "layers": model.layers, "residual": "input", "words": lambda id: f" w{id}"}


@pytest.mark.parametrize("dtype", BOUND)
def test_each_trace_is_that_of_the_text_alone(prompts, dtype):
    model = demo(DEMO, 5, dtype).to(DEVICE)
    options = {**parts_of(model), "capture": ["hidden", "logits", "layers", "similarity", "attention"], "state_layers": [1], "track": [8, 9]}
    together = ouroscope.record_batch(model, prompts, together=3, **options)
    assert [trace.sizes["T"] for trace in together] == [len(ids) for ids in prompts]
    for ids, trace in zip(prompts, together):
        alone = ouroscope.record(model, ids, **options)
        if dtype == torch.float32:
            assert_same_record(trace, alone, BOUND[dtype])
        else:  # ids of words that bf16 cannot tell apart differ
            for name in ("hidden", "logits", "gate_logit", "layer_state", "state_norm", "layer_norm", "attention_sink"):
                error = np.linalg.norm(trace[name] - alone[name]) / np.linalg.norm(alone[name])
                assert error < BOUND[dtype], f"{name}: {error:.1e}"
        assert trace.metadata["model"] == alone.metadata["model"] and trace.metadata["token_bytes"] == alone.metadata["token_bytes"]


def test_generated_tokens_are_those_of_the_text_alone(prompts):
    model = demo(DEMO, 4).to(DEVICE)
    options = {**parts_of(model), "generate": 6, "temperature": 1.5, "seed": 11}
    alone = [ouroscope.record(model, ids, **options) for ids in prompts]
    drawn = [trace["token_id"][trace.info.prompt_tokens :].tolist() for trace in alone]
    stop = drawn[0][2]  # ends the first text after its third word
    together = ouroscope.record_batch(model, prompts, together=4, stop=[stop], **options)
    for trace, own in zip(together, drawn):
        count = own.index(stop) + 1 if stop in own else len(own)
        assert trace["token_id"][trace.info.prompt_tokens :].tolist() == own[:count]
        assert trace.info.end.why == ("stop_token" if stop in own else "count")
    assert together[0].sizes["T"] < alone[0].sizes["T"]
    assert_same_record(together[1], alone[1]) if stop not in drawn[1] else None


@pytest.mark.parametrize("top_p", [1, 0.8])
def test_words_are_drawn_as_the_program_draws_them(top_p, tmp_path):
    path = tmp_path / "t.trace.safetensors"
    options = ["--temperature", 1.3, "--top-p", top_p, "--seed", 18446744073709551615, "--generate", 40, "--no-stop"]
    cli("trace", "--text", "Ann's boss is", "--dtype", "f32", "--loops", 4, *options, "--kv-policy", "full", "--exit-threshold", 1, "--out", path)
    theirs = ouroscope.open(path)
    model = demo(DEMO, 4).to(DEVICE)
    ids = theirs["token_id"][: theirs.info.prompt_tokens]
    ours = ouroscope.record(model, ids, **{**parts_of(model), "words": {}}, generate=40, temperature=1.3, top_p=top_p, seed=2**64 - 1)
    np.testing.assert_array_equal(ours["token_id"], theirs["token_id"])
    assert ours.metadata["sampling"] == theirs.metadata["sampling"]
    assert len(set(ours["token_id"][len(ids) :].tolist())) > 10  # they were drawn


def test_logits_stay_on_their_device(prompts, monkeypatch):
    """What comes to the processor grows with the candidates that are kept, not with the vocabulary, in bf16 too, whose logits
    are often equal."""
    from ouroscope import lens, recorder

    moved, read = [], lens.to_numpy

    def counted(x):
        if lens.is_tensor(x):
            moved.append(x.numel())
        return read(x)

    monkeypatch.setattr(lens, "to_numpy", counted)
    monkeypatch.setattr(recorder, "to_numpy", counted)
    model = demo(DEMO, 4, torch.bfloat16).to(DEVICE)
    trace = ouroscope.record(model, prompts[0], **parts_of(model), top_k=5)
    T, R, K, V = len(prompts[0]), 4, 5, trace.sizes["V"]
    tied = sum(len(set(row)) < K for row in trace["topk_logprob"].reshape(-1, K).tolist())
    assert tied > 3, "the rows of this text are not tied: choose another"
    assert max(moved) <= T * K and sum(moved) < T * R * (30 + 2 * K) < T * R * V / 10


def test_ties_are_broken_by_the_lower_id():
    from ouroscope.lens import read_rows

    z = torch.zeros(70, 500, dtype=torch.bfloat16)
    z[:, 400] = 2
    z[:, 33:36] = 1
    assert read_rows(z.to(DEVICE), np.full(70, -1), (), 6)["topk_id"].tolist() == [[400, 33, 34, 35, 0, 1]] * 70


def test_faults_are_said_in_a_sentence(prompts):
    model = demo(DEMO, 2)
    for options, match in (
        ({"temperature": -1}, "temperature must be"), ({"top_p": 0}, "top_p must be"), ({"seed": -1}, "64 bits"),
        ({"state_layers": [2]}, "layers of a loop are 0 to 1"), ({"capture": ["hiden"]}, "capture cannot hold hiden"),
    ):  # fmt: skip
        with pytest.raises(ouroscope.TraceError, match=match):
            ouroscope.record(model, prompts[0], **parts_of(model), **options)
    with pytest.raises(ouroscope.TraceError, match="together"):
        ouroscope.record_batch(model, prompts, together=0, **parts_of(model))
    with pytest.raises(ouroscope.TraceError, match="for 2 texts of"):
        ouroscope.record_batch(model, prompts[:2], loop=model.norm, head=model.head, words={}, run=lambda ids: model(ids[:1, :-1]))
    with torch.no_grad():
        model.head.weight[:] = float("nan")
    with pytest.raises(ouroscope.TraceError, match="no finite logit"):
        ouroscope.record(model, prompts[0], **parts_of(model), generate=1)
