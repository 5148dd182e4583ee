# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers of what heads attend to: by their definitions, against the program's, and as they are seen in PyTorch models."""
import shutil
import subprocess
import sys

import numpy as np
import ouroscope
import pytest
from compare import assert_same_record
from conftest import PROMPT, ROOT, cli
from ouroscope.attention import NAMES

sys.path.insert(0, str(ROOT / "tools/reference"))
DEMO = ROOT / "resources/demo"


def causal(rng, *shape):
    """Weights [*shape,T,T] of random scores; the last of `shape` is T."""
    z = rng.normal(size=(*shape, shape[-1])) * 2
    p = np.tril(np.exp(z))
    return p / p.sum(-1, keepdims=True)


def recorder(T, layers=2, V=11, **options):
    return ouroscope.Recorder(np.arange(T) % V, words={}, head=lambda h: h, layers=layers, capture="attention", **options)


def test_definitions():
    T, R, L, H, V = 9, 3, 2, 4, 11
    rng = np.random.default_rng(2)
    a, states = causal(rng, R, L, H, T), rng.normal(size=(R, T, V))
    rec = recorder(T)
    for r in range(R):
        rec.loop(states[r], attention=a[r])
    trace = rec.trace()
    assert trace.info.model.heads == H and trace.sizes["H"] == H and trace.info.captured.attention and "layer_norm" not in trace
    for t in range(T):
        for r in range(R):
            own = a[r, :, :, t, : t + 1]  # [L,H,t+1]
            np.testing.assert_allclose(trace["attention_sink"][t, r], own[..., 0], rtol=1e-6)
            np.testing.assert_allclose(trace["attention_entropy"][t, r], -(own * np.log(own)).sum(-1), rtol=1e-5, atol=1e-7)
            c = a[r, :, :, : t + 1, : t + 1].mean(-2)
            np.testing.assert_allclose(trace["attention_concentration"][t, r], 1 + (c * np.log(c)).sum(-1) / np.log(t + 1) if t else np.ones((L, H)), atol=1e-6)
            step = np.linalg.norm(a[r, :, :, t] - a[r - 1, :, :, t], axis=-1) if r else np.full((L, H), np.nan)
            np.testing.assert_allclose(trace["attention_step"][t, r], step, rtol=1e-6)


def test_a_token_that_leaves_gives_nothing_any_more():
    T, H = 6, 2
    rng = np.random.default_rng(3)
    a, states, runs = causal(rng, 2, 1, H, T), rng.normal(size=(2, T, 11)), np.array([2, 1, 2, 1, 2, 2])
    rec = recorder(T, layers=1)
    for r in range(2):
        rec.loop(states[r], attention=np.where((runs > r)[:, None], a[r], np.nan), ran=runs > r)
    trace = rec.trace()
    for name in NAMES:
        assert np.isnan(trace[name][1, 1]).all() and (name == "attention_step" or np.isfinite(trace[name][[0, 2], 1]).all())
    c = (a[1, 0, :, [0, 2, 4, 5]].sum(0)) / 6  # of six tokens four gave weights
    np.testing.assert_allclose(trace["attention_concentration"][5, 1, 0], 1 + (c * np.log(c)).sum(-1) / np.log(6), rtol=1e-5)


def test_the_longest_text_goes_by_heads(monkeypatch):
    """Whatever is computed at once, the numbers are the same."""
    from ouroscope import attention

    rng = np.random.default_rng(5)
    a, before = causal(rng, 5, 8), causal(rng, 5, 8)
    whole = attention.head_numbers(a, before).values
    monkeypatch.setattr(attention, "_NUMBERS_AT_ONCE", 1)
    np.testing.assert_array_equal(attention.head_numbers(a, before).values, whole)


def test_faults_are_said_in_a_sentence():
    T, rng = 5, np.random.default_rng(4)
    a, h = causal(rng, 2, 3, T), rng.normal(size=(T, 11))

    def refused(match, *attention, **options):
        rec = recorder(T, **options)
        with pytest.raises(ouroscope.TraceError, match=match):
            for each in attention:
                rec.loop(h, attention=each)

    refused("Loop 0: the attention of 0 layers was given, the model has 2", ())
    refused(r"Loop 0: attention has the shape \[3, 5\], expected \[heads, 5, 5\]", a[:, :, 0])
    refused("Loop 0: layers have 2 and 3 heads", [a[0], a[1][:2]])
    refused("Loop 1: layers have 2 and 3 heads", a, a[:, :2])
    refused("layer 1 reaches later tokens", [a[0], a[1].transpose(0, 2, 1)])
    refused("layer 0 is no weights: those that a token gives", a * 2)
    refused("add up to 1", np.log(a + 1e-9) * np.tril(np.ones((T, T))))
    with pytest.raises(ouroscope.TraceError, match="capture cannot hold heads"):
        ouroscope.Recorder([1], words={}, capture="attention,heads")


@pytest.mark.parametrize("kind", ["huginn", "nanbeige-split-shared", "llama-window-ema", "mistral-sliding"])
def test_families_as_the_program_records_them(kind, tmp_path):
    """The weights of the NumPy forwards of tools/reference, to the recorder."""
    from families_numpy import Model

    folder, path = tmp_path / kind, tmp_path / "t.trace.safetensors"
    subprocess.run([sys.executable, ROOT / "tools/reference/make_random_family.py", folder, kind], check=True, capture_output=True)
    cli("trace", "--model", folder, "--text", "what do heads look at, and when?", "--dtype", "f32", "--generate", 2, "--no-stop", "--capture", "hidden,attention", "--out", path)
    theirs = ouroscope.open(path)
    model, R, T = Model(str(folder)), theirs.loops, theirs.sizes["T"]
    model.watch = {}
    states, logits, _ = model.forward(theirs["token_id"], R)
    before, L, _ = model.segments
    rec = ouroscope.Recorder(theirs["token_id"], words={}, capture=["hidden", "attention"], layers=L)
    for r in range(R):
        weights = [np.stack(model.watch[before + i]).reshape(R, model.heads, T, T)[r] for i in range(L)]
        rec.loop(states[:, r], logits=logits[:, r, : theirs.sizes["V"]], attention=weights)
    ours = rec.trace()
    assert_same_record(ours, theirs, skip=["residual_norm"])
    assert {"attention_step", "attention_concentration"} < set(ours) and ours.info.model.heads == theirs.info.model.heads


# PyTorch


@pytest.fixture(scope="module")
def parts():
    torch = pytest.importorskip("torch")
    from looped import demo

    model = demo(DEMO, 3).to("cuda" if torch.cuda.is_available() else "cpu")
    return model, {"loop": model.norm, "head": model.head, "gate": model.exit, "residual": "input", "layers": model.layers, "words": {}}


SETS = (
    (), ("skip-loop,loop=2,tokens=3-5", "scale,loop=1,layer=1,by=2"), ("repeat-loop,loop=2,tokens=3-8,times=2", "skip-layer,loop=3,layer=1,tokens=2-4"),
    ("replace,loop=2,tokens=5-,from=3", "noise,loop=1,by=0.3"),
)  # fmt: skip


@pytest.mark.parametrize("specs", SETS, ids=lambda specs: "+".join(spec.split(",")[0] for spec in specs) or "as it is")
def test_a_torch_model_as_the_program_records_it(parts, specs, tmp_path):
    """Every group of columns at once, with tokens that are generated, alone and beside another text."""
    model, named = parts
    capture, path = "hidden,logits,similarity,attention", tmp_path / "t.trace.safetensors"
    options = ["--generate", 2, "--no-stop", "--track", "8,9", "--capture", capture, "--state-layers", "1-2", "--kv-policy", "full", "--exit-threshold", 1]
    cli("trace", "--text", PROMPT, "--dtype", "f32", "--loops", 3, *options, *(word for spec in specs for word in ("--intervene", spec)), "--out", path)
    theirs = ouroscope.open(path)
    ids = theirs["token_id"][: theirs.info.prompt_tokens]
    own = {"generate": 2, "track": theirs.info.tracked, "capture": capture, "state_layers": [0, 1]}
    own["keys_values"] = [module for layer in model.layers for module in (layer.k, layer.v)]
    with ouroscope.intervene(*specs):
        ours = ouroscope.record(model, ids, **named, **own)
        beside = ouroscope.record_batch(model, [ids[:8], ids], **named, **own)[1] if not specs else ours
    for each in (ours, beside):
        assert_same_record(each, theirs, 5e-5, skip=["other_gate_logit"])
    assert set(ours) == set(ouroscope.COLUMNS) - {"other_gate_logit"}
    assert not any(module._forward_hooks or module._forward_pre_hooks for module in model.modules())


def test_tokens_that_leave_early_as_the_program_records_them(parts, tmp_path):
    """A model whose tokens stop at some loop, and leave behind the keys and values that they had there."""
    torch = pytest.importorskip("torch")
    from ouroscope.seen import Seen

    model, path = parts[0], tmp_path / "t.trace.safetensors"
    options = ["--loops", 3, "--generate", 8, "--no-stop", "--kv-policy", "last-exited-copy", "--exit-threshold", 0.5]
    cli("trace", "--text", PROMPT, "--dtype", "f32", *options, "--capture", "hidden,attention", "--out", path)
    theirs = ouroscope.open(path)
    runs, ids, T = theirs["loops_run"], theirs["token_id"], theirs.sizes["T"]
    assert len(set(runs.tolist())) > 1
    states, weights, kept, seen = [], [], {}, Seen()

    def left(module, args, output):
        stays = torch.as_tensor(runs > len(states), device=output.device)[:, None]
        kept[module] = torch.where(stays, output, kept[module]) if module in kept else output
        return kept[module]

    handles = [module.register_forward_hook(left) for layer in model.layers for module in (layer.k, layer.v)]
    for layer in model.layers:
        handles.append(layer.register_forward_pre_hook(lambda module, args: seen.begin()))
        handles.append(layer.register_forward_hook(lambda module, args, output: weights.append(seen.weights(1, T, 0))))
    handles.append(model.norm.register_forward_hook(lambda module, args, output: states.append(output[0])))
    with torch.no_grad(), seen:
        model(torch.tensor(ids[None], device=model.head.weight.device))
    for handle in handles:
        handle.remove()
    rec = ouroscope.Recorder(ids, words={}, head=model.head, capture=["hidden", "attention"], layers=2)
    with torch.no_grad():
        for r, state in enumerate(states):
            rec.loop(state, gate=model.exit(state), attention=weights[2 * r : 2 * r + 2], ran=runs > r)
        assert_same_record(rec.trace(), theirs, skip=["other_gate_logit", "residual_norm"])


def test_what_is_not_a_number_says_nothing_of_heads(tmp_path):
    """A norm that is broken closes the first loop: after it no head has weights, in the package and in the program."""
    pytest.importorskip("torch")
    from looped import demo
    from safetensors.torch import load_file, save_file

    folder, path = tmp_path / "demo", tmp_path / "t.trace.safetensors"
    shutil.copytree(DEMO, folder)
    weights = load_file(DEMO / "model.safetensors")
    broken = weights["model.norm.weight"].clone()
    broken[3] = float("nan")
    save_file({**weights, "model.norm.weight": broken}, folder / "model.safetensors")
    cli("trace", "--model", folder, "--text", "Take 3, get", "--dtype", "f32", "--loops", 3, "--capture", "hidden,attention", "--kv-policy", "full", "--out", path)
    theirs, model = ouroscope.open(path), demo(folder, 3)
    ours = ouroscope.record(
        model, theirs["token_id"], loop=model.norm, head=model.head, gate=model.exit, residual="input", layers=model.layers, words={}, capture="hidden,attention"
    )
    assert_same_record(ours, theirs, skip=["other_gate_logit"])
    for name in NAMES[:3]:
        assert np.isfinite(ours[name][:, 0]).all() and np.isnan(ours[name][:, 1:]).all(), name


@pytest.mark.parametrize("kind, implementation", [("llama", "sdpa"), ("qwen3", "eager"), ("gemma2", "eager"), ("mistral-sliding", "sdpa")])
def test_transformers_models(kind, implementation, tmp_path):
    transformers, torch = pytest.importorskip("transformers"), pytest.importorskip("torch")
    folder, path = tmp_path / kind, tmp_path / "t.trace.safetensors"
    subprocess.run([sys.executable, ROOT / "tools/reference/make_random_family.py", folder, kind], check=True, capture_output=True)
    window = ["--loop-layers", "2-3", "--loops", 3] if kind == "llama" else []
    cli("trace", "--model", folder, "--text", "a plain model, and what it looks at", "--dtype", "f32", *window, "--capture", "hidden,attention", "--out", path)
    theirs = ouroscope.open(path)
    model = transformers.AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32, attn_implementation=implementation)
    ours = ouroscope.record(model, theirs["token_id"], words={}, capture="hidden,attention", **({"loop_layers": (2, 3), "loops": 3} if window else {}))
    assert_same_record(ours, theirs)


def stack(kind):
    """A looped model of one's own, whose only layer attends in a way of its own."""
    import torch
    import torch.nn.functional as F
    from torch import nn

    class Mixing(nn.Module):
        def __init__(self):
            super().__init__()
            self.inner = nn.TransformerEncoderLayer(8, 2, 16, batch_first=True) if kind == "encoder" else nn.MultiheadAttention(8, 2, batch_first=True)
            self.drop = nn.Dropout(0.1)

        def forward(self, x):
            T = x.shape[1]
            later = torch.ones(T, T, dtype=torch.bool).triu(1)
            if kind == "encoder":
                return self.inner(x, src_mask=later)
            if kind == "multihead":
                return x + self.inner(x, x, x, attn_mask=later, need_weights=False)[0]
            if kind == "ruled":
                from torch.nn.attention.bias import causal_lower_right

                return x + F.scaled_dot_product_attention(x[:, None], x[:, None], x[:, None], causal_lower_right(T, T))[:, 0]
            e = (x @ x.transpose(1, 2)).masked_fill(later, -torch.inf)
            if kind == "twice":
                return x + e.softmax(-1) @ x + (2 * e).softmax(-1) @ x
            e = e.exp() if kind != "forward" else (x @ x.transpose(1, 2)).softmax(-1)
            a = self.drop((e / e.sum(-1, keepdim=True))[:, None])
            return x + (a @ x[:, None])[:, 0]

    class Own(nn.Module):
        def __init__(self):
            super().__init__()
            self.embed, self.layer, self.norm, self.head = nn.Embedding(20, 8), Mixing(), nn.LayerNorm(8), nn.Linear(8, 20)

        def forward(self, ids):
            x = self.embed(ids)
            for _ in range(3):
                x = self.norm(self.layer(x))
            return self.head(x)

    torch.manual_seed(1)
    return Own().eval()


@pytest.mark.parametrize("kind, heads", [("multihead", 2), ("encoder", 2), ("written out", 1)])
def test_ones_own_attention_is_seen(kind, heads):
    torch = pytest.importorskip("torch")
    model, ids = stack(kind), [3, 1, 4, 1, 5]
    options = {"loop": model.norm, "head": model.head, "layers": [model.layer], "words": {}, "capture": "attention,hidden"}
    named = {"attention": [model.layer.drop]} if kind == "written out" else {}
    with torch.no_grad():
        expected = model(torch.tensor([ids]))
    fast = torch.backends.mha.get_fastpath_enabled()
    alone = ouroscope.record(model, ids, **options, **named)
    beside = ouroscope.record_batch(model, [ids, ids[:2]], **options, **named)
    assert torch.backends.mha.get_fastpath_enabled() == fast
    assert alone.sizes["H"] == heads and np.isfinite(alone["attention_entropy"]).all()
    assert_same_record(beside[0], alone)
    np.testing.assert_allclose(beside[1]["attention_sink"], alone["attention_sink"][:2], rtol=1e-5)
    # Weights of the first loop by hand.
    x, module = model.embed(torch.tensor(ids)).detach(), model.layer
    if kind == "written out":
        e = np.tril(np.exp((x @ x.T).numpy()))
        weights = (e / e.sum(-1, keepdims=True))[None]
    else:
        inner = module.inner.self_attn if kind == "encoder" else module.inner
        later = torch.ones(5, 5, dtype=torch.bool).triu(1)
        weights = inner(x, x, x, attn_mask=later, average_attn_weights=False)[1].detach().numpy()
    np.testing.assert_allclose(alone["attention_sink"][:, 0, 0].T, weights[:, :, 0], atol=1e-6)
    np.testing.assert_allclose(model.head(torch.tensor(alone["hidden"][:, -1])).detach(), expected[0].detach(), atol=1e-5)


def test_what_cannot_be_seen_is_refused():
    pytest.importorskip("torch")
    for kind, match, named in (
        ("written out", "Layer 0 has 0 attentions that can be seen, expected one", ()), ("twice", "Layer 0 has 2 attentions", ()),
        ("ruled", "Layer 0 has 0 attentions", ()),
        ("written out", "named by attention= gave 0 outputs", ("head",)), ("forward", "reaches later tokens", ("drop",)),
    ):  # fmt: skip
        model = stack(kind)
        modules = [model.head if name == "head" else model.layer.drop for name in named]
        with pytest.raises(ouroscope.TraceError, match=match):
            ouroscope.record(model, [3, 1, 4], loop=model.norm, head=model.head, layers=[model.layer], words={}, capture="attention", attention=modules)
        assert not any(module._forward_hooks or module._forward_pre_hooks for module in model.modules())
    model = stack("multihead")
    with pytest.raises(ouroscope.TraceError, match=r'capture=\["attention"\] needs the layers'):
        ouroscope.record(model, [3], loop=model.norm, head=model.head, words={}, capture="attention")
    with pytest.raises(ouroscope.TraceError, match="attention= takes modules"):
        ouroscope.record(model, [3], loop=model.norm, head=model.head, layers=[model.layer], words={}, capture="attention", attention=[lambda x: x])
