# SPDX-License-Identifier: GPL-3.0-or-later
"""Interventions: texts that are read and written as the program does, and what each does to a run, against the program's run."""
import json
import subprocess
import sys

import numpy as np
import ouroscope
import pytest
from compare import assert_same_record
from conftest import PROMPT, ROOT, cli
from ouroscope.intervention import intervention_of
from safetensors.numpy import save_file

CASES = (
    ("scale,loop=2,layer=1,tokens=3-5,by=0.5",),
    ("scale,loop=1-2,by=1.5",),
    ("add,loop=2,layer=2,tokens=4-,by=3,file={file},tensor=v",),
    ("remove,loop=all,layer=all,file={file},tensor=v",),
    ("remove,loop=2,tokens=2+5-6,by=2,file={file},tensor=w",),
    ("noise,loop=3,layer=1,by=0.3,seed=18446744073709551615",),
    ("noise,loop=2,tokens=2-7,by=0.2",),
    ("replace,loop=2,layer=1,tokens=5-,from=3",),
    ("replace,loop=3,tokens=4,from-loop=1",),
    ("replace,loop=2-3,tokens=6-,from=6,from-loop=2",),
    ("replace,loop=2,tokens=3,trace={trace}",),
    ("replace,loop=2,tokens=7-8,trace={trace},from=2,from-loop=1",),
    ("replace,loop=1,layer=2,tokens=1-4,file={file},tensor=v",),
    ("skip-loop,loop=2",),
    ("skip-loop,loop=1,tokens=4-6",),
    ("repeat-loop,loop=2,tokens=3-8,times=2",),
    ("repeat-loop,loop=all",),
    ("skip-layer,loop=all,layer=1",),
    ("skip-layer,loop=2,layer=1-2,tokens=3-6",),
    ("scale,loop=2,layer=2,by=2", "replace,loop=2,layer=2,tokens=4-,from=4", "skip-layer,loop=1,layer=2,tokens=2-3",
     "repeat-loop,loop=2,tokens=5-", "noise,loop=2,layer=1,by=0.1", "add,loop=3,file={file},tensor=w", "skip-loop,loop=3,tokens=1"),
)  # fmt: skip
KINDS = {spec.split(",")[0] for case in CASES for spec in case}


def files(folder, width):
    """A file of two vectors and a trace of another run of the demo model."""
    rng = np.random.default_rng(4)
    save_file({name: rng.normal(size=width).astype(np.float32) for name in "vw"}, folder / "vectors, two.safetensors")
    return {"file": folder / "vectors, two.safetensors", "trace": folder / "other.trace.safetensors"}


def changed(specs, folder, *options):
    path = folder / "theirs.trace.safetensors"
    cli("trace", *options, *(word for spec in specs for word in ("--intervene", spec)), "--out", path)
    return ouroscope.open(path)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    folder = tmp_path_factory.mktemp("interventions")
    made = files(folder, json.loads((ROOT / "resources/demo/config.json").read_text())["hidden_size"])
    cli("trace", "--text", "Ann's boss's friend is Bob's", "--dtype", "f32", "--loops", 3, "--capture", "hidden", "--out", made["trace"])
    return folder, made


RUN = ["--dtype", "f32", "--loops", 3, "--generate", 2, "--no-stop", "--capture", "hidden,layers", "--kv-policy", "full", "--exit-threshold", 1]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0].split(",file")[0] if len(case) == 1 else "several")
def test_what_each_does_is_what_it_does_in_the_program(place, case):
    torch = pytest.importorskip("torch")
    from looped import demo

    folder, made = place
    specs = [spec.format(**made) for spec in case]
    theirs = changed(specs, folder, "--text", PROMPT, *RUN)
    model = demo(ROOT / "resources/demo", 3).to("cuda" if torch.cuda.is_available() else "cpu")
    ids = theirs["token_id"][: theirs.info.prompt_tokens]
    options = {
        "loop": model.norm, "head": model.head, "gate": model.exit, "residual": "input", "layers": model.layers, "words": {},
        "keys_values": [module for layer in model.layers for module in (layer.k, layer.v)], "generate": 2, "capture": ["hidden", "layers"],
    }  # fmt: skip
    with ouroscope.intervene(*specs):
        ours = ouroscope.record(model, ids, **options)
        beside = ouroscope.record_batch(model, [ids[:5], ids], **options)[1] if case == CASES[-1] else ours
    assert_same_record(ours, theirs, 5e-5, skip=["other_gate_logit"])
    assert_same_record(beside, theirs, 5e-5, skip=["other_gate_logit"])
    assert list(ours.info.interventions) == list(theirs.info.interventions)
    untouched = ouroscope.record(model, ids, **options)
    assert not untouched.info.interventions and untouched.info.format.major == 2
    T = min(untouched.sizes["T"], ours.sizes["T"])
    assert np.abs(untouched["hidden"][:T] - ours["hidden"][:T]).max() > 1e-3, "nothing was changed"
    ours.write(folder / "ours.trace.safetensors")
    shown = cli("info", folder / "ours.trace.safetensors")
    assert case[0].split(",")[0] in shown


def test_every_kind_is_tried():
    from ouroscope.intervention import _KEYS

    assert KINDS == set(_KEYS)


SPECS = [
    "scale,loop=1,by=0.1", "scale,loop=all,by=1e5", "scale,loop=2-,by=100000", "scale,loop=1-3,by=1e-7", "scale,loop=1,by=-0.00012", "scale,loop=1,by=123456.5",
    "scale,loop=1,by=1e+09", "scale,loop=1,by=.5", "scale,loop=1,by=5.", "scale,tokens=all,loop=1,by=2", "noise,loop=1,by=1,tokens=1-", "noise,loop=3-3,by=0,seed=007",
    "skip-loop,loop=1,tokens=1+2+7-9", "skip-layer,layer=2-,loop=all", "skip-layer,layer=all,loop=1", "repeat-loop,loop=1,times=1", "repeat-loop,loop=1,times=64",
    "replace,loop=2,from=1", "replace,loop=2,from-loop=1,layer=end", "replace,loop=2,trace=a, b.safetensors,from=3", "add,loop=1,file=a=b.safetensors",
    "scale", "scale,loop=1", "scale,loop=0,by=1", "scale,loop=3-2,by=1", "scale,loop=1025,by=1", "scale,loop=-,by=1", "scale,loop=1,by=x", "scale,loop=1,by=nan",
    "scale,loop=1,by=1e10", "scale,loop=1,by=", "scale,loop=1,by=1,by=2", "scale,loop=1,by=+1", "scale,loop= 1,by=1", "scale,loop=1,by=1,times=2", "scale,,loop=1,by=1",
    "scale,loop=1,by=1,tokens=", "scale,loop=1,by=1,tokens=1++2", "skip-layer,loop=1", "skip-layer,loop=1,layer=end", "skip-layer,loop=1,layer=4097",
    "replace,loop=1", "replace,loop=1,file=a,trace=b", "replace,loop=1,file=a,from=1", "replace,loop=1,layer=1,trace=a", "replace,loop=1,sha256=ab,from=1",
    "add,loop=1,tensor=v", "add,loop=1,file=", "repeat-loop,loop=1,times=0", "repeat-loop,loop=1,times=65", "noise,loop=1,by=1,seed=18446744073709551616",
    "noise,loop=1,by=1,seed=-1", "jump,loop=1", "", "scale,loop=1,by=0x10", "scale,loop=1,by=1e", "scale,loop=1,by=-", "scale,loop=1,by=12345678.9", "scale,loop=1,by=0.001",
]  # fmt: skip


def test_texts_are_read_and_written_as_the_program_does(recorded, tmp_path):
    """Each in the metadata of a trace: refused by both, or shown by the program as the package writes it."""
    trace = ouroscope.open(recorded("plain"))
    path = tmp_path / "t.trace.safetensors"
    taken = 0
    for spec in SPECS:
        meta = {**trace.metadata, "interventions": [spec]}
        try:
            ours = intervention_of(spec).text()
        except ouroscope.TraceError as error:
            ours = None
            assert str(error).endswith(".") and len(str(error)) < 400
        from ouroscope.container import write_container
        from ouroscope.metadata import KEY

        held = trace._container
        write_container(path, {name: (t.dtype, t.shape, held.raw(name)) for name, t in held.tensors.items()}, {KEY: json.dumps(meta)})
        ran = cli("show", path, "--format", "json", check=False)
        assert (ran.returncode == 0) == (ours is not None), f"{spec!r}: {ours!r}, the program {ran.stderr!r}"
        if ours is not None:
            taken += 1
            assert json.loads(ran.stdout)["trace"]["interventions"] == [ours], spec
            assert intervention_of(ours).text() == ours and ouroscope.open(path).info.interventions == (spec,)
        else:
            with pytest.raises(ouroscope.TraceError):
                ouroscope.open(path)
    assert 20 < taken < len(SPECS) - 20


def test_they_hold_as_long_as_the_block(place):
    pytest.importorskip("torch")
    from looped import demo

    model = demo(ROOT / "resources/demo", 3)
    parts = {"loop": model.norm, "head": model.head, "words": {}, "layers": model.layers}

    def told(*specs, **options):
        with ouroscope.intervene(*specs):
            return ouroscope.record(model, [1, 2, 3, 4], **{**parts, **options}).info.interventions

    with ouroscope.intervene("scale,loop=1,by=2"):
        assert told("skip-loop,loop=2") == ("scale,loop=1,by=2", "skip-loop,loop=2")
        assert told() == ("scale,loop=1,by=2",)
    assert told() == ()
    for spec, match, options in (
        ("skip-loop,loop=4", "loop 4, of which there are 3", {}), ("scale,loop=1,layer=3,by=1", "layer 3, of which there are 2", {}),
        ("scale,loop=1,tokens=6,by=1", "token 6, of which there are 5", {"generate": 1}), ("replace,loop=1,from-loop=2", "comes before it", {}),
        ("replace,loop=1,tokens=2,from=3", "comes before it", {}), ("repeat-loop,loop=1", "keys and values", {}),
        ("skip-loop,loop=1", "layers of a loop", {"layers": ()}), ("add,loop=1,file=/none", "cannot be opened", {}), ("jump,loop=1", "begins with no kind", {}),
    ):  # fmt: skip
        with pytest.raises(ouroscope.TraceError, match=match):
            told(spec, **options)
        assert not any(module._forward_hooks or module._forward_pre_hooks for module in model.modules())
    folder, made = place
    save_file({"v": np.zeros(256, np.float32), "short": np.zeros(3, np.float32)}, folder / "zero.safetensors")
    for spec, match in (
        ("remove,loop=1,file={0}/zero.safetensors,tensor=v", "no direction"), ("add,loop=1,file={0}/zero.safetensors", "say which one"),
        ("add,loop=1,file={0}/zero.safetensors,tensor=short", "a state of this model is"), ("add,loop=1,file={0}/zero.safetensors,tensor=u", "no tensor"),
        (f"replace,loop=1,trace={made['trace']},sha256=00", "another file"), (f"replace,loop=1,tokens=1,trace={made['trace']},from=99", "does not have"),
    ):
        with pytest.raises(ouroscope.TraceError, match=match):
            told(spec.format(folder))


def test_a_plain_model_with_a_window_too(tmp_path):
    transformers, torch = pytest.importorskip("transformers"), pytest.importorskip("torch")
    folder = tmp_path / "llama"
    subprocess.run([sys.executable, ROOT / "tools/reference/make_random_family.py", folder, "llama"], check=True, capture_output=True)
    specs = ["repeat-loop,loop=2,tokens=3-", "noise,loop=1,layer=1,by=0.2", "skip-loop,loop=1,tokens=2-4", "scale,loop=3,tokens=5,by=2"]
    window = ["--loop-layers", "2-3", "--step", "ema"]
    theirs = changed(specs, tmp_path, "--model", folder, "--text", "a window of layers", *window, *RUN)
    model = transformers.AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32, attn_implementation="eager")
    with ouroscope.intervene(*specs):
        ours = ouroscope.record(
            model, theirs["token_id"][: theirs.info.prompt_tokens], words={}, loop_layers=(2, 3), loops=3, step="ema", generate=2, capture=["hidden", "layers"]
        )
    assert_same_record(ours, theirs, 5e-5)
