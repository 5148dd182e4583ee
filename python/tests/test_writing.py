# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that the package writes, and files that it must refuse, against the program's reader."""
import json
import random

import numpy as np
import ouroscope
import pytest
from conftest import RUNS, cli
from ouroscope.container import Container


def take_apart(path):
    """-> header (with the metadata's JSON text parsed), data"""
    data = path.read_bytes()
    size = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + size])
    meta = json.loads(header.pop("__metadata__")["ouroscope.trace"])
    return header, meta, data[8 + size :]


def put_together(path, header, meta, data):
    text = json.dumps({"__metadata__": {"ouroscope.trace": json.dumps(meta)}, **header}).encode()
    path.write_bytes(len(text).to_bytes(8, "little") + text + data)


def refusal(path):
    try:
        ouroscope.open(path)
    except ouroscope.TraceError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("name", RUNS)
def test_round_trips_keep_every_byte(recorded, name, tmp_path):
    trace = ouroscope.open(recorded(name))
    shown = cli("show", recorded(name), "--format", "json")
    made = ouroscope.Trace(trace.metadata, trace)  # every column through an array
    for copy in (trace, made):
        path = tmp_path / "copy.trace.safetensors"
        copy.write(path)
        theirs, ours = Container(recorded(name)), Container(path)
        assert ours.tensors.keys() == theirs.tensors.keys()
        for column, tensor in theirs.tensors.items():
            assert (ours.tensors[column].dtype, ours.tensors[column].shape) == (tensor.dtype, tensor.shape)
            assert ours.raw(column) == theirs.raw(column), column
        assert json.loads(ours.metadata["ouroscope.trace"]) == json.loads(theirs.metadata["ouroscope.trace"])
        assert cli("show", path, "--format", "json") == shown
    assert not list(tmp_path.glob(".*"))


def test_what_the_program_refuses_is_not_written(recorded):
    trace = ouroscope.open(recorded("demo"))
    good, meta = dict(trace), trace.metadata

    def refused(match, columns=None, **members):
        with pytest.raises(ouroscope.TraceError, match=match):
            ouroscope.Trace({**meta, **members}, {**good, **(columns or {})})

    ouroscope.Trace(meta, good)
    refused("entropy has shape", {"entropy": good["entropy"][:, :2]})
    refused("rank holds 1024, allowed are -1 to 1023", {"rank": np.full_like(good["rank"], 1024)})
    refused("loops_run holds 0", {"loops_run": good["loops_run"] * 0})
    refused("token_id holds float", {"token_id": good["token_id"].astype(float)})
    refused("beyond 32 bits", {"token_id": good["token_id"].astype(np.int64) + 2**40})
    refused("no column 'depth'", {"depth": good["kl"]})
    refused("hidden is there, but", captured={"hidden": False, "logits": True, "layers": True})
    refused("loops_recorded", loops_recorded=1025)
    refused("prompt tokens", prompt_tokens=99)
    refused("not a KV policy", exit={**meta["exit"], "kv_policy": "magic"})
    refused("loop budget", exit={**meta["exit"], "budget": 5})
    refused("above U\\+00FF", token_bytes=["\u4e2d"] * 12)
    with pytest.raises(ouroscope.TraceError, match="topk_id is missing"):
        ouroscope.Trace(meta, {name: values for name, values in good.items() if name != "topk_id"})
    with pytest.raises(ouroscope.TraceError, match="Cannot write"):
        trace.write("/nowhere/a.trace.safetensors")


def test_what_is_no_trace_is_refused_in_a_sentence(tmp_path, recorded):
    for path, phrase in ((tmp_path, "not a file"), (tmp_path / "none", "cannot be opened")):
        assert phrase in refusal(path)
    for data, phrase in ((b"", "too short"), (b"\xff" * 8, "header claims"), (b"\x02" + b"\0" * 7 + b"{}", "not an Ouroscope trace")):
        (tmp_path / "bad").write_bytes(data)
        assert phrase in refusal(tmp_path / "bad")
        assert cli("info", tmp_path / "bad", check=False).returncode == 1
    (tmp_path / "bad").write_bytes(recorded("demo").read_bytes()[:-1])
    assert "its tensors need" in refusal(tmp_path / "bad")


VALUES = [
    None, True, False, -1, 0, 1, 2, 5, 1.5, 1025, 2**31, 2**64, 1e18, "", "x", "4", "-3", "9" * 30, "\u4e2d", "\ud800",
    [], {}, [1], [-1], ["x"], [[1]], [[1, "x"]], {"value": 1}, float("nan"), float("inf"),
]  # fmt: skip


def places(value, path=()):
    """Paths to every member of a JSON value, a few of long lists."""
    if isinstance(value, dict):
        children = list(value.items())
    elif isinstance(value, list):
        children = list(enumerate(value))[:3]
    else:
        return
    for key, each in children:
        yield (*path, key)
        yield from places(each, (*path, key))


def spoil(rng, header, meta, data):
    """Changes one thing in place; -> what, new data"""
    kind = rng.choice(["metadata", "metadata", "metadata", "event", "header", "number", "drop", "type"])
    tensor = rng.choice(sorted(header))
    if kind in ("metadata", "header"):
        root = meta if kind == "metadata" else header
        paths = list(places(root))
        if kind == "metadata" and rng.random() < 0.4:  # what texts of tokens would hide by their number
            paths = [path for path in paths if path[0] in SPOILT] or paths
        path = rng.choice(paths)
        parent = root
        for key in path[:-1]:
            parent = parent[key]
        if isinstance(parent, dict) and rng.random() < 0.25:
            del parent[path[-1]]
            return f"without {path}", data
        parent[path[-1]] = value = rng.choice(VALUES)
        return f"{path} = {value!r}", data
    if kind == "event":
        what = rng.choice(["exit_threshold", "budget", "kv_policy", "branch", "seed", "stop", "news"])
        event = {"token": rng.choice([-1, 0, 3, 12, 13, 99]), "what": what, "value": rng.choice(VALUES)}
        meta["events"] = [event, {"token": 2, "what": "stop"}][: rng.randint(1, 2)]
        return f"events {meta['events']}", data
    if kind == "number":
        begin, end = header[tensor]["data_offsets"]
        at = begin + 4 * rng.randrange((end - begin) // 4)
        number = rng.choice([-(2**31), -2, -1, 0, 5, 1023, 1024, 2**31 - 1])
        return f"{number} in {tensor}", data[:at] + number.to_bytes(4, "little", signed=True) + data[at + 4 :]
    if kind == "drop":
        del header[tensor]
        return f"without tensor {tensor}", data
    header[tensor]["dtype"] = rng.choice(["F16", "BF16", "I32", "F32", "U32", "I64", "Q7"])
    return f"{tensor} of {header[tensor]['dtype']}", data


HOSTILE = ["demo", "demo-rule", "huginn", "plain", "demo-inside", "demo-changed", "demo-swept", "demo-swept-tokens", "demo-sampled", "of-1.0"]
SPOILT = ["sweep", "interventions", "captured", "layer_lens", "exit", "model", "events"]


def test_500_hostile_files_are_refused_by_both_alike(recorded, tmp_path):
    """Files with one thing wrong, until 500 of them are refused: the program and the package answer alike to every one, those
    that both take among them, each with a sentence."""
    rng = random.Random(16)
    path = tmp_path / "bad.trace.safetensors"
    refused = taken = 0
    while refused < 500:
        header, meta, data = take_apart(recorded(rng.choice(HOSTILE)))
        what, data = spoil(rng, header, meta, data)
        put_together(path, header, meta, data)
        ran = cli("info", path, check=False)
        ours = refusal(path)
        assert ran.returncode in (0, 1), (what, ran)
        assert bool(ours) == (ran.returncode == 1), f"case {refused + taken}, {what}: ours {ours!r}, the program's {ran.stderr!r}"
        assert not ours or (len(ours) < 700 and ours.endswith(".") and "bad" in ours), ours
        assert not ran.returncode or (ran.stderr.count("\n") == 1 and "bad" in ran.stderr), ran.stderr
        refused, taken = refused + bool(ours), taken + (not ours)
    assert taken > 100


def test_flipped_bytes_of_the_header_are_judged_alike(recorded, tmp_path):
    good = recorded("plain").read_bytes()
    size = int.from_bytes(good[:8], "little")
    rng = random.Random(17)
    path = tmp_path / "bad.trace.safetensors"
    for _ in range(100):
        bad = bytearray(good)
        at = rng.randrange(8 + size)
        bad[at] ^= 1 << rng.randrange(8)
        path.write_bytes(bad)
        ran, ours = cli("info", path, check=False), refusal(path)
        assert bool(ours) == (ran.returncode == 1), f"byte {at}, ours {ours!r}, the program's {ran.stderr!r}"
