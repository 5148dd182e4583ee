# SPDX-License-Identifier: GPL-3.0-or-later
"""Traces that the program records for the tests. OUROSCOPE_CLI names the program; else the build of preset ci is taken."""
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

os.environ.setdefault("OMP_NUM_THREADS", "1")  # small models: threads would wait for each other more than they compute
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "python"))

CLI = os.environ.get("OUROSCOPE_CLI") or str(ROOT / "build/ci/app/ouroscope-cli")
PROMPT = "Take 3, add 4, double, get"
# name -> kind of make_random_family.py (None: the demo model), options of `trace`; or a trace of the repository
RUNS = {
    "demo": (None, ["--text", PROMPT, "--generate", "3", "--capture", "hidden,logits,layers", "--track", "8,9"]),
    "demo-f32": (None, ["--text", PROMPT, "--dtype", "f32", "--loops", "6", "--capture", "hidden", "--exit-threshold", "1"]),
    "demo-skips": (None, ["--text", PROMPT, "--generate", "6", "--kv-policy", "last-exited-copy", "--exit-threshold", "0.5"]),
    "demo-rule": (None, ["--text", PROMPT, "--generate", "6", "--exit-rule", "entropy", "--exit-threshold", "0.5"]),
    "demo-sampled": (None, ["--text", "Ann's boss is", "--generate", "8", "--temperature", "1.5", "--seed", "3", "--budget", "2"]),
    "plain": ("llama", ["--text", "a plain model", "--dtype", "f32", "--generate", "4"]),
    "window": ("llama-window-anchored", ["--text", "a window of layers", "--dtype", "f32", "--loops", "5", "--generate", "2"]),
    "huginn": ("huginn", ["--text", "noise to begin with", "--dtype", "f32", "--loops", "6", "--seed-start", "5", "--capture", "hidden,layers"]),
    "of-1.0": ("resources/traces/longer-than-trained.trace.safetensors", None),
    "demo-inside": (None, ["--text", "Take 3, get", "--capture", "similarity,attention", "--state-layers", "2"]),
    "demo-inside-too": (None, ["--text", "Ann's boss is", "--capture", "similarity,attention,hidden"]),
    "demo-skips-inside": (None, ["--text", PROMPT, "--generate", "5", "--kv-policy", "last-exited-copy", "--exit-threshold", "0.5", "--capture", "hidden,similarity,attention"]),
    "demo-changed": (None, ["--text", "Take 3, get", "--dtype", "f32", "--intervene", "noise,loop=2,layer=1,by=0.3,seed=4", "--intervene", "skip-loop,loop=3,tokens=2-3"]),
    "demo-swept": (None, ["sweep", "--text", "3 + 4 =", "--intervene", "scale,by=0,tokens=3"]),
    "demo-swept-tokens": (None, ["sweep", "--text", "3 + 4 =", "--over", "tokens", "--intervene", "replace", "--from-text", "3 + 5 ="]),
    "nanbeige": ("nanbeige", ["--text", "no gate", "--dtype", "f32", "--loops", "3", "--generate", "2", "--capture", "hidden"]),
}


def cli(*args, check=True):
    """Runs ouroscope-cli; its standard output, or with check=False the finished process."""
    env = {"OUROSCOPE_DEMO_DIR": str(ROOT / "resources/demo"), **os.environ}
    ran = subprocess.run([CLI, *map(str, args)], capture_output=True, text=True, env=env)
    if not check:
        return ran
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def cli_json(*args):
    return json.loads(cli(*args, "--format", "json"))


@pytest.fixture(scope="session")
def recorded(tmp_path_factory):
    """name -> path of the program's own record of it; made once, when it is asked for."""
    folder = tmp_path_factory.mktemp("recorded")

    def path(name):
        """RUNS has the name."""
        out = folder / f"{name}.trace.safetensors"
        kind, options = RUNS[name]
        if options is None:
            return ROOT / kind
        if not out.exists():
            model = []
            if kind:
                script = ROOT / "tools/reference/make_random_family.py"
                subprocess.run([sys.executable, str(script), str(folder / kind), kind], check=True, capture_output=True)
                model = ["--model", folder / kind]
            command, options = (options[0], options[1:]) if options[0] == "sweep" else ("trace", options)
            cli(command, *model, *options, "--out", out)
        return out

    return path
