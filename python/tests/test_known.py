# SPDX-License-Identifier: GPL-3.0-or-later
"""Models that record() knows: windows of plain models that are looped, and the shapes of released code, against the program's runs.

Released code itself is run by tools/python/released.py; here stand-ins of transformers' layers have its shape and names."""
import json
import subprocess
import sys
from types import SimpleNamespace

import ouroscope
import pytest
from compare import assert_same_record
from conftest import ROOT, cli

torch, transformers = pytest.importorskip("torch"), pytest.importorskip("transformers")
CAPTURE = ["hidden", "logits", "layers", "attention"]
TEXT = "a text for models that are known"


def made(kind, folder):
    subprocess.run([sys.executable, ROOT / "tools/reference/make_random_family.py", folder, kind], check=True, capture_output=True)
    return folder


def theirs_of(folder, *options):
    path = folder / "t.trace.safetensors"
    cli("trace", "--model", folder, "--text", TEXT, "--dtype", "f32", "--generate", 3, "--no-stop", "--capture", ",".join(CAPTURE), *options, "--out", path)
    return ouroscope.open(path)


def assert_alike(model, theirs, bound=2e-5, **options):
    ids = theirs["token_id"][: theirs.info.prompt_tokens]
    ours, other = ouroscope.record_batch(model, [ids, ids[:4]], words=lambda id: theirs.word(id).bytes, generate=3, capture=CAPTURE, **options)
    assert_same_record(ours, theirs, bound)
    assert other.sizes["T"] == 7
    for name in ("lens", "start_state", "step_rule", "loops_recorded", "token_bytes"):
        assert ours.metadata[name] == theirs.metadata[name], name
    for name in ("family", "prelude", "coda", "layers", "loops_trained", "gate"):
        assert ours.metadata["model"][name] == theirs.metadata["model"][name], name


@pytest.fixture(scope="module")
def llama(tmp_path_factory):
    folder = made("llama", tmp_path_factory.mktemp("known") / "llama")
    return folder, transformers.AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32, attn_implementation="eager")


@pytest.mark.parametrize("step", ["naive", "euler", "anchored", "ema"])
def test_a_window_of_layers_is_looped(llama, step):
    folder, model = llama
    theirs = theirs_of(folder, "--loop-layers", "2-3", "--step", step, "--loops", 5)
    assert_alike(model, theirs, loop_layers=(2, 3), step=step, loops=5)
    assert not any(module._forward_hooks or module._forward_pre_hooks for module in model.modules())


def test_a_window_up_to_the_last_layer_has_nothing_behind_it(llama):
    folder, model = llama
    assert_alike(model, theirs_of(folder, "--loop-layers", "1-4", "--loops", 3), loop_layers=(1, 4), loops=3)


def test_windows_with_attention_windows(tmp_path):
    folder = made("mistral-sliding", tmp_path / "m")
    model = transformers.AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32, attn_implementation="eager")
    assert_alike(model, theirs_of(folder, "--loop-layers", "2-3", "--step", "ema", "--loops", 3), loop_layers=(2, 3), step="ema", loops=3)


def test_faults_are_said_in_a_sentence(llama):
    _, model = llama
    for options, match in (
        ({"loop_layers": (2, 5)}, "layers 1 to 4"), ({"loop_layers": (3, 2)}, "layers 1 to 4"), ({"loop_layers": (2, 3), "step": "rk4"}, "no step rule"),
        ({"loop_layers": (2, 3), "weight": 2}, "from 0 to 1"), ({"loops": 4}, "runs its layers once"),
    ):  # fmt: skip
        with pytest.raises(ouroscope.TraceError, match=match):
            ouroscope.record(model, [1, 2], words={}, **options)
    other = torch.nn.Linear(2, 2)
    other.config = SimpleNamespace(model_type="bert")
    with pytest.raises(ouroscope.TraceError, match="is none"):
        ouroscope.record(other, [1, 2], words={}, loop_layers=(1, 2))


class Beige(torch.nn.Module):
    """Llama's layers in the order and with the names of Nanbeige's released code."""

    def __init__(self, folder):
        super().__init__()
        config = {key: value for key, value in json.loads((folder / "config.json").read_text()).items() if key not in ("model_type", "torch_dtype")}
        plain = transformers.LlamaForCausalLM.from_pretrained(folder, config=transformers.LlamaConfig(**config), dtype=torch.float32, attn_implementation="eager")
        self.config, self.model, self.lm_head = SimpleNamespace(model_type="nanbeige", **config), Beige.Inner(plain.model, config), plain.lm_head
        self.model.config = self.config

    class Inner(torch.nn.Module):
        def __init__(self, own, config):
            super().__init__()
            self.layers, self.norm, self.embed_tokens, self.rotary_emb = own.layers, own.norm, own.embed_tokens, own.rotary_emb

        def _get_num_loops(self):
            return 1 if getattr(self.config, "enable_double_loop_split", False) else self.config.num_loops

        def _get_layer_order(self):
            count, middle = len(self.layers), getattr(self.config, "loop_middle_layers", None)
            if not getattr(self.config, "enable_double_loop_split", False):
                return list(range(count))
            first = (count - middle) // 2
            return [*range(first), *list(range(first, first + middle)) * ((count + middle) // middle), *range(first + middle, count)]

        def forward(self, ids, use_cache):
            x = self.embed_tokens(ids)
            at = torch.arange(ids.shape[1])[None]
            turned = self.rotary_emb(x, at)
            mask = torch.full((ids.shape[1],) * 2, float("-inf")).triu(1)[None, None]
            for _ in range(self._get_num_loops()):
                for i in self._get_layer_order():
                    x = self.layers[i](x, attention_mask=mask, position_ids=at, position_embeddings=turned)
                    x = x[0] if isinstance(x, tuple) else x
                x = self.norm(x) if not getattr(self.config, "skip_loop_final_norm", False) else x
            return self.norm(x) if getattr(self.config, "skip_loop_final_norm", False) else x


@pytest.mark.parametrize("kind, changes, loops", [("nanbeige", [], 3), ("nanbeige", ["--set", "skip_loop_final_norm=true"], 3), ("nanbeige-split", [], None)])
def test_nanbeiges_shape_is_known(kind, changes, loops, tmp_path):
    folder = tmp_path / "beige"
    subprocess.run([sys.executable, ROOT / "tools/reference/make_random_family.py", folder, kind, *changes], check=True, capture_output=True)
    model = Beige(folder)
    theirs = theirs_of(folder, *(["--loops", loops] if loops else []))
    assert_alike(model, theirs, loops=loops)
    assert model.config.num_loops == 2 if loops else True
    if not loops:
        with pytest.raises(ouroscope.TraceError, match="by its config"):
            ouroscope.record(model, [1, 2], words={}, loops=7)
    model.config.enable_mhc = True
    with pytest.raises(ouroscope.TraceError, match="enable_mhc"):
        ouroscope.record(model, [1, 2], words={})


@pytest.mark.parametrize("kind", ["huginn-llama", "huginn-gemma2"])
def test_the_retrofits_shape_is_known(kind, tmp_path):
    from raven_shape import Raven

    folder = tmp_path / kind
    window = ["--set", "sliding_window=9"] if kind == "huginn-gemma2" else []
    subprocess.run([sys.executable, ROOT / "tools/reference/make_random_family.py", folder, kind, *window], check=True, capture_output=True)
    theirs = theirs_of(folder, "--loops", 4, "--seed-start", 5)
    assert theirs.sizes["T"] > 20
    assert_alike(Raven(folder), theirs, loops=4, seed_start=5)
