#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Records the released code of a looped model through the package and through the program, and compares every column.

    released.py ouro FOLDER     FOLDER holds modeling_ouro and configuration_ouro of a model on the Hub
    released.py huginn FOLDER   raven_modeling_minimal and raven_config_minimal

The weights are those of the demo model, or random ones of make_random_family. Needs torch and transformers 4.57.
"""
import argparse
import importlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "python"))
import ouroscope  # noqa: E402

KINDS = {
    "ouro": ("configuration_ouro", "OuroConfig", "modeling_ouro", "OuroForCausalLM"),
    "huginn": ("raven_config_minimal", "RavenConfig", "raven_modeling_minimal", "RavenForCausalLM"),
}


def released(kind, code, folder):
    """The model of the released code with the weights of a folder, in f32."""
    sys.path.insert(0, str(code.parent))
    config_file, config_class, model_file, model_class = KINDS[kind]
    config = json.loads((folder / "config.json").read_text())
    config = {key: value for key, value in config.items() if key not in ("architectures", "model_type")}
    config = getattr(importlib.import_module(f"{code.name}.{config_file}"), config_class)(**config)
    model = getattr(importlib.import_module(f"{code.name}.{model_file}"), model_class)(config).float()
    lost = model.load_state_dict({name: w.float() for name, w in load_file(folder / "model.safetensors").items()}, strict=False)
    assert not lost.unexpected_keys and set(lost.missing_keys) <= {"freqs_cis", "lm_head.weight"}, lost
    if hasattr(model, "_precompute_freqs_cis"):
        model.freqs_cis = model._precompute_freqs_cis()
    return model


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("code", type=Path)
    parser.add_argument("--cli", default=str(ROOT / "build/ci/app/ouroscope-cli"))
    parser.add_argument("--loops", type=int, default=6)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = ROOT / "resources/demo"
        if options.kind == "huginn":
            folder = Path(made, "huginn")
            subprocess.run([sys.executable, ROOT / "tools/reference/make_random_family.py", folder, "huginn"], check=True)
        path = Path(made, "t.trace.safetensors")
        run = ["--text", "Take 3, add 4, double, get", "--generate", "3", "--no-stop", "--exit-threshold", "1", "--seed-start", "5"]
        run += ["--dtype", "f32", "--loops", options.loops, "--capture", "hidden,logits,layers", "--out", path]
        if options.kind == "ouro":  # which does not start from noise
            run = [part for part in run if part not in ("--seed-start", "5")]
        env = {**os.environ, "OUROSCOPE_DEMO_DIR": str(ROOT / "resources/demo")}
        subprocess.run([options.cli, "trace", "--model", folder, *map(str, run)], check=True, env=env)
        theirs = ouroscope.open(path)
        ours = ouroscope.record(
            released(options.kind, options.code.resolve(), folder), theirs["token_id"][: theirs.info.prompt_tokens], generate=3,
            loops=options.loops, seed_start=5, capture=["hidden", "logits", "layers"], words=lambda id: theirs.word(id).bytes,
        )  # fmt: skip
    worst = 0.0
    for name, column in ours.columns.items():
        a, b = ours[name].astype(float), theirs[name].astype(float)
        if column.is_float:
            assert np.array_equal(np.isnan(a), np.isnan(b)), name
            error = float(np.sqrt(np.nansum((a - b) ** 2) / np.nansum(b * b)))
            worst = max(worst, error)
            print(f"{name:20} relative error {error:.1e}")
        else:
            print(f"{name:20} {int((a != b).sum())} of {a.size} differ")
            worst = max(worst, float((a != b).mean()))
    return 0 if worst < 1e-4 else 1


if __name__ == "__main__":
    with torch.no_grad():
        sys.exit(main())
