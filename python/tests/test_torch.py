# SPDX-License-Identifier: GPL-3.0-or-later
"""Recording PyTorch models through hooks, against the program's own records of the same weights."""
import json
import subprocess
import sys
from types import SimpleNamespace

import numpy as np
import ouroscope
import pytest
from compare import assert_same_record
from conftest import PROMPT, ROOT, cli

torch = pytest.importorskip("torch")
from safetensors.torch import load_file  # noqa: E402
from looped import demo  # noqa: E402

DEMO = ROOT / "resources/demo"
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"


@pytest.fixture(scope="module")
def theirs(tmp_path_factory):
    path = tmp_path_factory.mktemp("theirs") / "t.trace.safetensors"
    options = ["--generate", "3", "--no-stop", "--track", "8,9", "--capture", "hidden,logits,layers", "--kv-policy", "full", "--exit-threshold", "1"]
    cli("trace", "--text", PROMPT, "--dtype", "f32", "--loops", "6", *options, "--out", path)
    return ouroscope.open(path)


def words(trace):
    return lambda id: trace.word(id).bytes


def test_ones_own_model_in_three_lines(theirs, tmp_path):
    """Every column, those of the demo's further gates and of generated tokens among them."""
    model = demo(DEMO, 6).to(DEVICE)
    held = {name: each.to(DEVICE) for name, each in load_file(DEMO / "gates.safetensors").items()}
    others = {name: lambda h, name=name: h @ held[f"{name}.weight"].T + held[f"{name}.bias"] for name in theirs.info.model.other_gates}
    assert len(others) == 2
    ids = theirs["token_id"][: theirs.info.prompt_tokens]
    ours = ouroscope.record(
        model, ids, loop=model.norm, head=model.head, gate=model.exit, residual="input", layers=model.layers, words=words(theirs),
        generate=3, track=theirs.info.tracked, capture=["hidden", "logits", "layers"], loops_trained=4,
        other_gates=others,
    )  # fmt: skip
    assert_same_record(ours, theirs, 2e-5 if DEVICE == "cpu" else 1e-3)
    assert ours.info.model.other_gates == theirs.info.model.other_gates
    np.testing.assert_array_equal(ours.exits(q=0.5, gate="paper").loop, theirs.exits(q=0.5, gate="paper").loop)
    assert ours.info.model.gate == "" and ours.gated and ours.info.dtype == "f32" and ours.info.end.why == "count"
    np.testing.assert_array_equal(ours.exits(q=0.7).loop, theirs.exits(q=0.7).loop)
    ours.write(tmp_path / "ours")
    show = [json.loads(cli("show", path, "--exit-threshold", 0.7, "--format", "json")) for path in (tmp_path / "ours", theirs.path)]
    assert show[0]["exit_histogram"] == show[1]["exit_histogram"] and show[0]["replay"] == show[1]["replay"]
    assert not model.norm._forward_hooks and not any(layer._forward_hooks for layer in model.layers)


def test_without_a_gate_or_anything_more(theirs):
    model = demo(DEMO, 4)
    model.train()
    model.norm.eval()
    trace = ouroscope.record(model, theirs["token_id"][:5], loop=model.norm, head=model.head, words=words(theirs), hash_weights=False)
    assert not trace.gated and trace.loops == 4 and "residual_norm" not in trace and trace.info.model.weights_sha256 == ""
    assert trace.info.format.major == 2 and model.training and model.head.training and not model.norm.training
    np.testing.assert_allclose(trace["entropy"][:5], theirs["entropy"][:5, :4], rtol=1e-3, atol=1e-4)


def test_bf16_is_stored_as_such(theirs, tmp_path):
    model = demo(DEMO, 4, torch.bfloat16)
    trace = ouroscope.record(model, theirs["token_id"][:9], loop=model.norm, head=model.head, gate=model.exit, words=words(theirs), capture=["hidden"])
    assert trace.info.dtype == "bf16"
    trace.write(tmp_path / "t")
    again = ouroscope.open(tmp_path / "t")
    np.testing.assert_array_equal(again["hidden"], trace["hidden"])
    assert again._container.tensors["hidden"].dtype == "BF16"
    exact = theirs["hidden"][:9, :4]
    assert np.linalg.norm(again["hidden"] - exact) / np.linalg.norm(exact) < 3e-2


def test_what_reads_a_loop_may_see_the_whole_text(theirs):
    model = demo(DEMO, 3)
    whole = ouroscope.record(model, theirs["token_id"][:6], loop=model.norm, read=lambda h: model.head(h), words=words(theirs), generate=2)
    rows = ouroscope.record(model, theirs["token_id"][:6], loop=model.norm, head=model.head, words=words(theirs), generate=2)
    assert_same_record(whole, rows)


class Hub(torch.nn.Module):
    """The modules of Ouro's released code by their names there."""

    class Inner(torch.nn.Module):
        def __init__(self, own):
            super().__init__()
            self.own, self.layers, self.norm, self.early_exit_gate, self.total_ut_steps = own, own.layers, own.norm, own.exit, own.loops

        def forward(self, ids, use_cache):
            self.own.loops = self.total_ut_steps
            return self.own(ids)

    def __init__(self, own):
        super().__init__()
        self.config, self.model, self.lm_head = SimpleNamespace(model_type="ouro"), Hub.Inner(own), own.head


def test_ouros_released_code_is_known(theirs):
    model = Hub(demo(DEMO, 4))
    ids, capture = theirs["token_id"], ["hidden", "logits", "layers"]
    ours = ouroscope.record(model, ids, loops=6, words=words(theirs), capture=capture, track=theirs.info.tracked)
    assert_same_record(ours, theirs, skip=["other_gate_logit"])
    assert ours.info.model.loops_trained == 4 and ours.info.model.family == "ouro" and model.model.total_ut_steps == 4
    assert ouroscope.record(model, ids[:3], words={}).loops == 4
    for loops in (0, 1025):
        with pytest.raises(ouroscope.TraceError, match=f"loops is {loops}: a trace holds 1 to 1024"):
            ouroscope.record(model, ids[:3], words={}, loops=loops)
    with pytest.raises(ouroscope.TraceError, match="function is none: feed a Recorder"):
        ouroscope.record(lambda ids: ids, ids[:3], words={})
    with pytest.raises(ouroscope.TraceError, match="Hub is a model that is known, so gate= would be passed over"):
        ouroscope.record(model, ids[:3], words={}, gate=model.model.norm)


def test_generation_ends_at_a_stop(theirs):
    model = demo(DEMO, 4)
    ids = theirs["token_id"][:9]
    long = ouroscope.record(model, ids, loop=model.norm, head=model.head, words=words(theirs), generate=3)
    stop = int(long["token_id"][9])
    short = ouroscope.record(model, ids, loop=model.norm, head=model.head, words=words(theirs), generate=3, stop=[stop])
    assert short.sizes["T"] == 10 and short.info.end.why == "stop_token" and short.info.end.token == stop
    assert short.info.prompt_tokens == 9 and list(short.info.stop_ids) == [stop]


def test_a_text_that_was_generated_before_is_recorded_in_one_run(theirs):
    """What is generated elsewhere, with a cache, gives the same trace."""
    model = demo(DEMO, 4)
    parts = {"loop": model.norm, "head": model.head, "gate": model.exit, "words": words(theirs)}
    calls = model.register_forward_pre_hook(lambda module, args: lengths.append(args[0].shape[1]))
    lengths = []
    own = ouroscope.record(model, theirs["token_id"][:9], **parts, generate=3)
    assert lengths == [9, 10, 11, 12]
    lengths.clear()
    given = ouroscope.record(model, own["token_id"], **parts, prompt_tokens=9)
    assert lengths == [12]
    calls.remove()
    assert_same_record(given, own)
    with ouroscope.intervene("scale,loop=2,tokens=12,by=2"):
        assert ouroscope.record(model, own["token_id"], **parts, prompt_tokens=9).info.interventions
    assert given.generated.tolist() == own.generated.tolist() and given.info.end is None and given.exits(q=0.5).replay == own.exits(q=0.5).replay
    for match, options in (("leave generate out", {"prompt_tokens": 9, "generate": 1}), ("prompt_tokens is 13, the text has 12", {"prompt_tokens": 13})):
        with pytest.raises(ouroscope.TraceError, match=match):
            ouroscope.record(model, own["token_id"], **parts, **options)


def test_what_modules_give_may_stand_in_tuples():
    """Plain and named ones, changed by an intervention too; a dict is refused with a sentence."""
    import collections

    pair = collections.namedtuple("Pair", "state rest")

    class Given(torch.nn.Module):
        def __init__(self, kind):
            super().__init__()
            self.kind, self.inner = kind, torch.nn.Linear(4, 4)

        def forward(self, x):
            y = self.inner(x).tanh()
            return {"plain": y, "tuple": (y, 1), "named": pair(y, 1), "dict": {"state": y}}[self.kind]

    class Own(torch.nn.Module):
        def __init__(self, kind):
            super().__init__()
            self.embed, self.layer, self.head = torch.nn.Embedding(9, 4), Given(kind), torch.nn.Linear(4, 9)

        def forward(self, ids):
            x = self.embed(ids)
            for _ in range(3):
                x = self.layer(x)
                x = x["state"] if isinstance(x, dict) else x[0] if isinstance(x, tuple) else x
            return self.head(x)

    traces = []
    for kind in ("plain", "tuple", "named"):
        torch.manual_seed(1)
        model = Own(kind)
        with ouroscope.intervene("scale,loop=2,by=3"):
            traces.append(ouroscope.record(model, [1, 2], loop=model.layer, head=model.head, words={}, capture="hidden"))
        np.testing.assert_array_equal(traces[-1]["hidden"], traces[0]["hidden"])
    model = Own("dict")
    with pytest.raises(ouroscope.TraceError, match="gives or takes a dict first"):
        ouroscope.record(model, [1, 2], loop=model.layer, head=model.head, words={})


def test_weights_are_known_again(theirs):
    def weights(model):
        return ouroscope.record(model, [1, 2], loop=model.norm, head=model.head, words={}).info.model.weights_sha256

    model = demo(DEMO, 2)
    first = weights(model)
    assert len(first) == 64 and first == weights(demo(DEMO, 3))
    with torch.no_grad():
        model.head.weight[3, 4] += 1e-3
    assert weights(model) != first


def test_faults_are_said_in_a_sentence():
    model = demo(DEMO, 2)

    def refused(match, ids=(1, 2), **options):
        with pytest.raises(ouroscope.TraceError, match=match):
            ouroscope.record(model, ids, **{"loop": model.norm, "head": model.head, "words": {}, **options})
        assert not any(module._forward_hooks for module in model.modules())

    refused("not a model that is known", loop=None)
    refused("choose", residual="norm")
    refused("generate is -1", generate=-1)
    refused("loop= takes modules", loop=lambda ids: ids)
    refused("layers= takes modules", layers=[lambda x: x])
    refused("words gives 3 for the id 1", words=lambda id: 3)
    refused("loops and loop_layers are for models that are known", loops=3)
    refused("loops and loop_layers are for models that are known", loop_layers=(1, 2))
    refused("no head", head=None)
    refused("was not called", loop=torch.nn.Identity())
    refused("needs a tokenizer", ids="text")
    refused("no tokens", ids=[])
    refused("needs the layers", capture=["layers"])
    refused("ran 0 of the 1 layers", capture=["layers"], layers=[torch.nn.Identity()])
    refused("not in the vocabulary", track=[5000])


def test_numpy_and_torch_read_logits_alike():
    from ouroscope.lens import divergence, read_rows

    rng = np.random.default_rng(3)
    z = np.round(rng.normal(size=(40, 50)) * 3, 1).astype(np.float32)  # many ties
    z[7, 3], z[9, 1] = np.nan, np.inf
    follow = rng.integers(-1, 50, 40)
    ours, theirs = read_rows(z, follow, [4, 5], 6), read_rows(torch.tensor(z), follow, [4, 5], 6)
    for name in ours:
        np.testing.assert_allclose(theirs[name], ours[name], rtol=1e-12, atol=1e-12, err_msg=name)
    np.testing.assert_allclose(divergence(torch.tensor(z[:5]), torch.tensor(z[10:15])), divergence(z[:5], z[10:15]), rtol=1e-12)


@pytest.mark.parametrize("kind", ["llama", "mistral", "qwen2", "qwen3", "olmo2", "smollm3", "gemma2"])
def test_transformers_models_are_known(kind, tmp_path):
    """Plain models of the released library, with a tokenizer, against the program's run of the same folder."""
    transformers = pytest.importorskip("transformers")
    folder, path = tmp_path / kind, tmp_path / "t.trace.safetensors"
    subprocess.run([sys.executable, ROOT / "tools/reference/make_random_family.py", folder, kind], check=True, capture_output=True)
    cli("trace", "--model", folder, "--text", "a plain model", "--dtype", "f32", "--generate", 4, "--no-stop", "--capture", "hidden,logits,layers", "--out", path)
    theirs = ouroscope.open(path)
    model = transformers.AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32, attn_implementation="eager")
    tokenizer = transformers.PreTrainedTokenizerFast(tokenizer_file=str(folder / "tokenizer.json"))
    for text in ("a plain model", theirs["token_id"][: theirs.info.prompt_tokens]):
        ours = ouroscope.record(model, text, tokenizer=tokenizer, generate=4, capture=["hidden", "logits", "layers"])
        assert_same_record(ours, theirs)
    if kind == "llama":  # the model's own generation, which keeps keys and values
        ids = torch.tensor(theirs["token_id"][None, : theirs.info.prompt_tokens])
        whole = model.generate(ids, attention_mask=torch.ones_like(ids), max_new_tokens=4, min_new_tokens=4, do_sample=False, pad_token_id=0)[0]
        assert_same_record(ouroscope.record(model, whole, tokenizer=tokenizer, prompt_tokens=ids.shape[1], capture="hidden,logits,layers"), theirs)
    assert not ours.gated and ours.info.model.family == kind
    assert [t.bytes for t in ours.tokens] == [t.bytes for t in theirs.tokens]
    assert all(ours.word(id) == theirs.word(id) for id in np.unique(theirs["topk_id"]))


def test_words_of_tokenizers_are_bytes():
    tokenizers, transformers = pytest.importorskip("tokenizers"), pytest.importorskip("transformers")
    from ouroscope.words import words_of

    texts = ["caf\u00e9 \u4e2d\u6587 \U0001f600\n  tab\there", "the fox ran home " * 3]
    level = tokenizers.Tokenizer(tokenizers.models.BPE())
    level.pre_tokenizer = tokenizers.pre_tokenizers.ByteLevel(add_prefix_space=False)
    level.decoder = tokenizers.decoders.ByteLevel()
    level.train_from_iterator(texts, tokenizers.trainers.BpeTrainer(vocab_size=300, special_tokens=["<|end|>"], initial_alphabet=tokenizers.pre_tokenizers.ByteLevel.alphabet()))
    pieces = tokenizers.Tokenizer(tokenizers.models.BPE(byte_fallback=True, unk_token="<unk>"))
    pieces.normalizer = tokenizers.normalizers.Replace(" ", "\u2581")
    pieces.decoder = tokenizers.decoders.Sequence([tokenizers.decoders.Replace("\u2581", " "), tokenizers.decoders.ByteFallback(), tokenizers.decoders.Fuse()])
    bytes_of = [f"<0x{b:02X}>" for b in range(256)]
    pieces.train_from_iterator(texts[1:], tokenizers.trainers.BpeTrainer(vocab_size=330, special_tokens=["<unk>", *bytes_of]))
    for backend in (level, pieces):
        tokenizer = transformers.PreTrainedTokenizerFast(tokenizer_object=backend)
        word = words_of(tokenizer)
        for text in texts:
            assert b"".join(word(id) for id in tokenizer.encode(text)) == text.encode(), text
