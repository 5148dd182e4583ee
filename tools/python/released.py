#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Records released code of looped models through the package and through the program, and compares every column.

    released.py ouro FOLDER         FOLDER holds modeling_ouro of a model on the Hub; random weights, and the demo model's
    released.py huginn FOLDER       raven_modeling_minimal and raven_config_minimal
    released.py nanbeige FOLDER     modeling_nanbeige
    released.py retrofit FOLDER     raven_modeling_minimal_llama, raven_modeling_minimal_olmo and raven_config_minimal; also
                                    the first of them around transformers' Gemma-2 layers
    released.py plain               llama, and windows of its layers looped, through transformers

The weights are random ones, for ouro also the demo model's. Every kind is recorded alone, beside a shorter text,
and with interventions. A configuration_ouro or configuration_nanbeige that FOLDER lacks is made of config.json. Needs torch and
transformers 4.57.
"""
import argparse
import importlib
import json
import os
import subprocess
import sys
import tempfile
import types
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "python"), str(ROOT / "python/tests")]
import ouroscope  # noqa: E402
import raven_shape  # noqa: E402

OURO = ("configuration_ouro", "OuroConfig", "modeling_ouro", "OuroForCausalLM")
NANBEIGE = ("configuration_nanbeige", "NanbeigeConfig", "modeling_nanbeige", "NanbeigeForCausalLM")
RAVEN = ("raven_config_minimal", "RavenConfig", "raven_modeling_minimal", "RavenForCausalLM")
GEMMA = (*RAVEN[:2], "raven_modeling_minimal_llama", RAVEN[3], "around Gemma-2's layers")
LLAMA, OLMO = (*RAVEN[:2], "raven_modeling_minimal_llama", RAVEN[3]), (*RAVEN[:2], "raven_modeling_minimal_olmo", RAVEN[3])
# What is compared: (kind of make_random_family, its config's changes, modules, loops, options of trace, options of record)
CASES = {
    "ouro": [("demo", {}, OURO, 6, [], {}), ("ouro", {}, OURO, 6, [], {})],
    "huginn": [("huginn", {}, RAVEN, 6, ["--seed-start", "5"], {"seed_start": 5})],
    "nanbeige": [
        ("nanbeige", {}, NANBEIGE, 3, [], {}), ("nanbeige-skipped", {}, NANBEIGE, 3, [], {}), ("nanbeige-split", {}, NANBEIGE, 4, [], {}),
        ("nanbeige-split-shared", {}, NANBEIGE, 4, [], {}),
    ],
    "retrofit": [
        ("huginn-llama", {}, LLAMA, 6, ["--seed-start", "5"], {"seed_start": 5}), ("huginn-olmo2", {}, OLMO, 6, ["--seed-start", "5"], {"seed_start": 5}),
        ("huginn-olmo2", {"initial_state_mode": "skip-adapter"}, OLMO, 6, [], {}),
        ("huginn-gemma2", {"sliding_window": 9}, GEMMA, 6, ["--seed-start", "5"], {"seed_start": 5}),
    ],
    "plain": [("llama", {}, None, None, [], {})]
    + [("llama", {}, None, 4, ["--loop-layers", "2-3", "--step", step], {"loop_layers": (2, 3), "step": step, "weight": 0.5}) for step in ("naive", "euler", "anchored", "ema")],
}  # fmt: skip
# Keys that released configuration classes have and config.json need not name.
FILLED = {
    "nanbeige": {
        "attention_bias": False, "mlp_bias": False, "qk_layernorm": False, "attention_dropout": 0.0, "pretraining_tp": 1, "rope_scaling": None,
        "enable_hyper_connection": False, "enable_mhc": False, "emb_neighbor_num": None, "emb_split_num": None, "ngram_vocab_size_ratio": None,
        "num_residual_streams": 1, "initializer_range": 0.02, "use_cache": True, "insert_ngram_layer_idx": [], "num_loops": 1,
    },
    "ouro": {"attention_dropout": 0.0, "rope_scaling": None, "sliding_window": None, "use_cache": True, "initializer_range": 0.02},
}  # fmt: skip
CHANGES = (
    ("scale,loop=2,layer=1,tokens=3-5,by=0.5", "noise,loop=1,by=0.2"),
    ("replace,loop=2,tokens=6-,from=4", "skip-layer,loop=2,layer=2,tokens=2-"),
    ("skip-loop,loop=1,tokens=4-6", "skip-loop,loop=2,tokens=2"),
    ("repeat-loop,loop=2,tokens=3-8,times=2", "repeat-loop,loop=1,tokens=7"),
)


def configuration(name, class_name, kind, config):
    """The module of a configuration class, made of what a config.json holds."""
    from transformers import PretrainedConfig

    def init(self, **values):
        PretrainedConfig.__init__(self, **{**FILLED[kind], **values})

    module = types.ModuleType(name)
    setattr(module, class_name, type(class_name, (PretrainedConfig,), {"model_type": kind, "__init__": init}))
    sys.modules[name] = module


def released(modules, code, folder):
    """The model of the released code with the weights of a folder, in f32."""
    sys.path.insert(0, str(code.parent))
    config_file, config_class, model_file, model_class, *around = modules
    config = json.loads((folder / "config.json").read_text())
    kind = config.pop("model_type")
    config.pop("architectures", None)
    config.pop("torch_dtype", None)
    if kind == "huginn_raven":
        config["n_heads"] = config["num_attention_heads"]  # else the class takes Huginn's 55 for the width of a head
    if kind == "ouro":  # as its own configuration class fills it
        config.setdefault("layer_types", ["full_attention"] * config["num_hidden_layers"])
    if not (code / f"{config_file}.py").exists():
        configuration(f"{code.name}.{config_file}", config_class, kind, config)
    config = getattr(importlib.import_module(f"{code.name}.{config_file}"), config_class)(**config)
    if getattr(config, "rope_parameters", 0) is None:
        del config.rope_parameters
    config._attn_implementation = "eager" if kind == "nanbeige" else "sdpa"
    module = importlib.import_module(f"{code.name}.{model_file}")
    if around:
        return around_gemma(module, config, folder)
    model = getattr(module, model_class)(config).float()
    lost = model.load_state_dict({name: w.float() for name, w in load_file(folder / "model.safetensors").items()}, strict=False)
    assert not lost.unexpected_keys and set(lost.missing_keys) <= {"freqs_cis", "lm_head.weight"}, lost
    if hasattr(model, "_precompute_freqs_cis"):
        model.freqs_cis = model._precompute_freqs_cis()
    return model


def around_gemma(module, config, folder):
    """The released code of a retrofit, which loops and reads as it does, with transformers' Gemma-2 layers in place of its own."""
    own, blocks = raven_shape.layers_config(json.loads((folder / "config.json").read_text())), module.SandwichBlock
    looped = config.n_layers_in_recurrent_block
    coda = config.n_layers_in_prelude + looped * config.mean_recurrence  # where the code counts on from behind all loops
    module.SandwichBlock = lambda _, layer_id: raven_shape.Block(own, layer_id if layer_id < coda else layer_id - looped * (config.mean_recurrence - 1), True)
    try:
        model = module.RavenForCausalLM(config).float()
    finally:
        module.SandwichBlock = blocks
    model.transformer.ln_f = raven_shape.gemma2.Gemma2RMSNorm(config.n_embd, eps=config.norm_eps)
    model.emb_scale = config.n_embd**0.5
    model.load_state_dict(raven_shape.weights(folder))
    return model


def plain(folder):
    from transformers import AutoModelForCausalLM

    return AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32, attn_implementation="eager")


def differences(ours, theirs):
    """Prints how far each column is; -> the worst"""
    worst = 0.0
    missing = set(theirs) - set(ours) - {"other_gate_logit"}
    assert not missing and set(ours) <= set(theirs), (missing, set(ours) - set(theirs))
    groups = {}
    for name, column in ours.columns.items():
        a, b = ours[name].astype(float), theirs[name].astype(float)
        if not column.is_float:
            differ = int((a != b).sum())
            found = groups.setdefault("ids and ranks that differ", [0, 0])
            found[0], found[1] = found[0] + differ, found[1] + a.size
            worst = max(worst, differ / a.size if differ > 1 else 0)
            continue
        assert np.array_equal(np.isnan(a), np.isnan(b)), name
        least = 0.1 if column.unit == "nats" else 1e-3
        error = float(np.sqrt(np.nansum((a - b) ** 2) / max(np.nansum(b * b), least**2 * b.size)))
        worst = max(worst, error)
        groups[name] = error
    print("  " + ", ".join(f"{name} {value:.1e}" if isinstance(value, float) else f"{value[0]} of {value[1]} {name}" for name, value in groups.items()))
    return worst


def compare(options, case, made):
    """The worst difference of all runs of a case."""
    kind, changes, modules, loops, cli, own = case
    folder = ROOT / "resources/demo"
    if kind != "demo":
        folder = Path(made, f"{kind}-{len(changes)}")
        pairs = [f"--set={key}={json.dumps(value)}" for key, value in changes.items()]
        script, words = ("make_random_model.py", ["--dtype", "f32"]) if kind == "ouro" else ("make_random_family.py", [kind, *pairs])
        subprocess.run([sys.executable, ROOT / "tools/reference" / script, folder, *words], check=True)
    model = released(modules, options.code.resolve(), folder) if modules else plain(folder)
    path = Path(made, "t.trace.safetensors")
    env = {**os.environ, "OUROSCOPE_DEMO_DIR": str(ROOT / "resources/demo")}
    worst = 0.0
    for specs in ((), *(CHANGES if loops else ())):
        run = ["--text", "Take 3, add 4, double, get", "--generate", "3", "--no-stop", "--kv-policy", "full", "--dtype", "f32", *cli, "--out", path]
        run += ["--exit-threshold", "1"] if modules is OURO else []
        run += ["--loops", loops] if loops and "split" not in kind else []
        run += ["--capture", "hidden,logits,layers,similarity,attention"] + [word for spec in specs for word in ("--intervene", spec)]
        subprocess.run([options.cli, "trace", "--model", folder, *map(str, run)], check=True, env=env)
        theirs = ouroscope.open(path)
        ids = theirs["token_id"][: theirs.info.prompt_tokens]
        record = {
            "generate": 3, "loops": None if "split" in kind else loops, "capture": "hidden,logits,similarity,attention",
            "words": lambda id: theirs.word(id).bytes, **own,
        }  # fmt: skip
        with ouroscope.intervene(*specs):
            alone = ouroscope.record(model, ids, **record)
            beside = ouroscope.record_batch(model, [ids[:5], ids], **record)[1] if not any("from=" in spec or "=7" in spec or "3-8" in spec or "4-6" in spec for spec in specs) else alone
        print(f"{kind} {changes or ''} {own} {' '.join(specs)}")
        worst = max(worst, differences(alone, theirs), differences(beside, theirs) if beside is not alone else 0)
        for key in ("interventions", "lens", "start_state", "step_rule", "loops_recorded"):
            a, b = alone.metadata.get(key), theirs.metadata.get(key)
            assert a == b or theirs.metadata["format"]["major"] == 1 or key == "step_rule" and (a["name"], theirs.info.loops_recorded) == (b["name"], 1), (key, a, b)
        for key in ("layers", "prelude", "coda", "vocab_size", "hidden_size", "loops_trained", "family"):
            assert getattr(alone.info.model, key) == getattr(theirs.info.model, key), (key, alone.info.model, theirs.info.model)
    return worst


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=CASES)
    parser.add_argument("code", type=Path, nargs="?")
    parser.add_argument("--cli", default=str(ROOT / "build/ci/app/ouroscope-cli"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        worst = max(compare(options, case, made) for case in CASES[options.kind])
    print(f"worst {worst:.1e}")
    return 0 if worst < 1e-4 else 1


if __name__ == "__main__":
    with torch.no_grad():
        sys.exit(main())
