# SPDX-License-Identifier: GPL-3.0-or-later
"""Corpora, against `ouroscope-cli corpus report` on the same folders."""
import hashlib
import json
import os
import random

import numpy as np
import ouroscope
import pytest
from conftest import ROOT, cli

FIELDS = ("estimate", "low", "high")


def words(rng):
    numbers = ", ".join(rng.choice(["add", "subtract"]) + f" {rng.randrange(9)}" for _ in range(rng.randrange(1, 5)))
    return f"Take {rng.randrange(9)}, {numbers}, get {rng.randrange(9)}."


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    """texts, the same with more loops and with limiting classes, questions with choices, questions that are answered"""
    folder = tmp_path_factory.mktemp("corpora")
    rng = random.Random(5)
    texts = [{"text": words(rng), "subject": rng.choice(["odd", "even", ""]), "pair": i // 2, "level": i / 4, "hard": i % 2 == 0} for i in range(24)]
    asked = [{"question": f"Take {i % 10}, add {(i * 7) % 10}, get", "answer": str((i + i * 7) % 10), "subject": "sums"} for i in range(12)]
    chosen = [{**each, "choices": [each["answer"], "x", "Ann"], "answer": 0} for each in asked]
    for name, lines, options in (
        ("texts", texts, ["--skip-first", 1, "--max-tokens", 20, "--keep", 2]), ("deeper", texts, ["--loops", 6]),
        ("deepest", texts[:12], ["--loops", 16, "--capture", "hidden,layer-numbers,attention"]), ("choices", chosen, []),
        ("answers", asked, ["--answer-tokens", 3, "--until", "."]),
    ):  # fmt: skip
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
        cli("corpus", "run", folder / f"{name}.jsonl", "--out", folder / name, *options)
    return folder


@pytest.mark.parametrize("name, options", [
    ("texts", {}), ("texts", {"by": "subject", "classes": "word"}), ("texts", {"mean": "tokens", "classes": "position", "seed": 2**64 - 1}),
    ("texts", {"group_by": "pair", "by": "hard"}), ("texts", {"part": "selection", "by": "level", "resamples": 7}), ("texts", {"resamples": 0}),
    ("texts", {"against": "deeper"}), ("deeper", {"against": "texts", "by": "subject", "classes": "word", "mean": "tokens"}),
    ("deepest", {"by": "subject", "classes": "word"}), ("choices", {"by": "subject"}), ("answers", {}), ("answers", {"mean": "tokens", "group_by": "subject"}),
])  # fmt: skip
def test_the_report_is_the_programs(folders, name, options):
    asked = {"resamples": 200, **options}
    words = [word for key, value in asked.items() for word in (f"--{key.replace('_', '-')}", folders / value if key == "against" else value)]
    theirs = json.loads(cli("corpus", "report", folders / name, "--format", "json", *words))
    against = ouroscope.open_corpus(folders / options["against"]) if "against" in options else None
    corpus = ouroscope.open_corpus(folders / name)
    ours = corpus.report(**{**asked, "against": against})
    for member in ("documents", "documents_done", "tokens", "tokens_counted", "documents_cut"):
        assert getattr(ours, member) == theirs[member], member
    assert ours.documents_unmatched == theirs.get("documents_unmatched", 0)
    assert len(ours.rows) == len(theirs["rows"]) > 20
    for own, their in zip(ours.rows, theirs["rows"]):
        assert {k: v for k, v in own.items() if k not in FIELDS} == {k: v for k, v in their.items() if k not in FIELDS}
        for key in FIELDS:
            assert (own[key] is None) == (their[key] is None), (key, own, their)
            assert own[key] is None or own[key] == pytest.approx(their[key], abs=1e-6), (key, own, their)
    assert any(row["low"] is not None for row in theirs["rows"]) == (asked["resamples"] > 0 and options.get("group_by") != "subject")
    assert (ours.loop_gain is None) == ("loop_gain" not in theirs)
    for key, value in theirs.get("loop_gain", {}).items():
        assert ours.loop_gain[key] == pytest.approx(value, abs=1e-6) if isinstance(value, float) else ours.loop_gain[key] == value, key
    assert len(ours.pareto) == len(theirs.get("pareto", []))
    for own, their in zip(ours.pareto, theirs.get("pareto", [])):
        for key, value in their.items():
            assert own[key] == pytest.approx(value, abs=1e-6) if isinstance(value, float) else own[key] == value, (key, own, their)


def test_documents_and_sums_are_arrays(folders):
    corpus = ouroscope.open_corpus(folders / "texts")
    theirs = json.loads(cli("corpus", "report", folders / "texts", "--format", "json", "--resamples", 0, "--mean", "tokens"))
    assert len(corpus) == corpus.documents == 24 and corpus.loops == 4 and corpus.info.model.name == "demo"
    assert corpus.fields == ["hard", "level", "pair", "subject"]
    assert corpus.field("pair").tolist() == [i // 2 for i in range(24)] and corpus[4].fields["level"] == 1.0
    nll, scored = corpus.values("nll"), corpus.values("scored")
    assert nll.shape == (24, 4) and scored.shape == (24,)
    own = corpus.report(mean="tokens", resamples=0)
    for r in range(4):
        assert nll.sum(0)[r] / scored.sum() == pytest.approx(own.find("loss", at=r + 1)["estimate"], abs=1e-9)
    assert (corpus.values("nll").sum(0) * 2**40).round().tolist() == theirs["sums"]["all"]["nll"]
    digits = corpus.values("right", "word", "digit")
    assert digits.shape == (24, 4) and digits.sum(0).tolist() == theirs["sums"]["word"]["digit"]["right"]
    assert corpus.values("helped").shape == (24, 3) and corpus.values("exits").sum() == corpus.values("tokens").sum()
    assert np.abs(corpus.values("expected_depth") / corpus.values("with_depth") - 2).max() < 2
    pairs = corpus.values("pair_agree")
    assert pairs.shape == (24, 6) and own.find("pair_agreement", at=2, second=4)["estimate"] == pytest.approx(pairs.sum(0)[4] / corpus.values("compared").sum())
    deepest = ouroscope.open_corpus(folders / "deepest")
    assert (deepest.values("end_limits").sum(1) == deepest.values("tokens")).all() and deepest.values("layer_limits").shape == (12, 8)
    report = deepest.report(resamples=0)
    assert report.find("limit_slider", "layer", at=2)["n_tokens"] == deepest.values("tokens").sum()
    assert report.find("attention_sink", "layer", at=1, second=16)["n_tokens"] == len(report.find("effective_rank")) - 4 == 12
    trace = corpus.trace(1)
    assert trace.sizes["T"] == corpus[0].tokens and "subject" in repr(corpus[0])
    for ask, match in (
        (lambda: corpus.trace(9), "keeps no trace"), (lambda: corpus.field("sort"), "there are hard"), (lambda: corpus.values("loss"), "no sum"),
        (lambda: corpus.values("nll", "word", "verb"), "no document has|No document has"), (lambda: corpus.values("nll", "letters"), "choose"),
        (lambda: corpus.report(by="sort"), "has no field"), (lambda: corpus.report(mean="words"), "choose"), (lambda: corpus.report(resamples=-1), "resamples"),
        (lambda: own.find("loss", at=9), "no 'loss'"),
    ):  # fmt: skip
        with pytest.raises(ouroscope.TraceError, match=match):
            ask()


def test_draws_are_not_kept(folders, monkeypatch):
    """In small pieces, which are drawn again for every few rows, the report is the same, and no piece is larger."""
    from ouroscope import corpusreport

    corpus = ouroscope.open_corpus(folders / "texts")
    whole = corpus.report(resamples=50, by="subject")
    sizes, drawn = [], corpusreport._Weights._drawn
    monkeypatch.setattr(corpusreport, "_NUMBERS_AT_ONCE", 24 * 7)
    monkeypatch.setattr(corpusreport, "_ROWS_AT_ONCE", 5)
    monkeypatch.setattr(corpusreport._Weights, "_drawn", lambda self, first, last: sizes.append(last - first) or drawn(self, first, last))
    pieces = corpus.report(resamples=50, by="subject")
    assert len(sizes) > 50 and max(sizes[:8]) == 7
    for own, their in zip(pieces.rows, whole.rows):
        assert {k: v for k, v in own.items() if k not in FIELDS} == {k: v for k, v in their.items() if k not in FIELDS}
        for key in FIELDS:
            assert own[key] == (None if their[key] is None else pytest.approx(their[key], abs=1e-12))


def test_thresholds_are_the_programs(folders):
    from ouroscope.corpusreport import GRIDS

    theirs = json.loads((folders / "texts/manifest.json").read_text())["thresholds"]
    assert {name: list(at) for name, at in GRIDS.items()} == {name: entry["at"] for name, entry in theirs.items()}


def test_tables(folders):
    pytest.importorskip("pandas")
    corpus = ouroscope.open_corpus(folders / "texts")
    table = corpus.to_pandas()
    assert len(table) == 24 and table["subject"].tolist() == corpus.field("subject").tolist()
    assert table["n_scored"].sum() == corpus.values("scored").sum()
    report = corpus.report(resamples=20).to_pandas()
    assert report[(report.measure == "loss") & (report.setting == "loop")]["at"].tolist() == [1, 2, 3, 4]


def test_a_figure_of_a_corpus(folders, monkeypatch):
    program = os.environ.get("OUROSCOPE_WINDOW") or str(ROOT / "build/ci/app/ouroscope")
    if not os.path.exists(program):
        pytest.skip("the window is not built")
    monkeypatch.setenv("OUROSCOPE_PROGRAM", program)
    corpus = ouroscope.open_corpus(folders / "texts")
    assert "</svg>" in corpus.figure("loss", width_mm=84)._repr_svg_()
    drawn = json.loads(corpus.figure("loss", format="json", resamples=50).data)
    own = corpus.report(resamples=50).find("loss", at=2)
    rows = next(value for value in drawn.values() if isinstance(value, list) and value and isinstance(value[0], list))
    row = next(row for row in rows if row[1:4] == ["loss", "loop", 2])
    assert [own[key] for key in FIELDS] == pytest.approx(row[10:13], abs=1e-6)
    with pytest.raises(ouroscope.TraceError):
        corpus.figure("heatmap")


def line_of(document):
    text = json.dumps(document, separators=(",", ":"))
    return '{"check":"' + hashlib.sha256(text.encode()).hexdigest()[:16] + '",' + text[1:] + "\n"


VALUES = [None, True, -1, 0, 3, 1.5, 2**63, "", "x", "5", "-7", "9" * 39, [], {}, [1], [[1]], {"a": 1}]


def places(value, path=()):
    children = value.items() if isinstance(value, dict) else list(enumerate(value))[:2] if isinstance(value, list) else ()
    for key, each in children:
        yield (*path, key)
        yield from places(each, (*path, key))


def test_damaged_folders_are_judged_alike(folders, tmp_path):
    """Manifest and log with one thing wrong: the program and the package answer alike, each with a sentence."""
    rng = random.Random(18)
    (tmp_path / "c").mkdir()
    manifest, log = tmp_path / "c/manifest.json", tmp_path / "c/documents.jsonl"
    refused = 0
    for case in range(100):
        source = folders / rng.choice(["texts", "answers", "deepest"])
        meta = json.loads((source / "manifest.json").read_text())
        lines = [json.loads(line) for line in (source / "documents.jsonl").read_text().splitlines()]
        for line in lines:
            del line["check"]
        kind = rng.choice(["manifest", "line", "line", "line", "half", "byte", "twice", "other"])
        what = kind
        if kind in ("manifest", "line"):
            root = meta if kind == "manifest" else rng.choice(lines)
            path = rng.choice(list(places(root)))
            parent = root
            for key in path[:-1]:
                parent = parent[key]
            if isinstance(parent, dict) and rng.random() < 0.25:
                del parent[path[-1]]
                what = f"{kind} without {path}"
            else:
                parent[path[-1]] = rng.choice(VALUES)
                what = f"{kind} {path} = {parent[path[-1]]!r}"
        texts = [line_of(line) for line in lines]
        if kind == "twice":
            texts.append(texts[rng.randrange(len(texts))])
        text = "".join(texts)
        at = rng.randrange(len(text) - 1)
        if kind == "half":
            text = text[: rng.choice([at, len(text) - 1, len(text) - 30])]
        if kind == "byte":
            text = text[:at] + chr(ord(text[at]) ^ 1) + text[at + 1 :]
        if kind == "other":
            text = rng.choice(["", "\n", text + "\n", text + "{}\n", text.replace("\n", "\r\n"), "x" + text])
        manifest.write_text(json.dumps(meta))
        log.write_bytes(text.encode())
        ran = cli("corpus", "report", tmp_path / "c", "--format", "json", "--resamples", 0, check=False)
        try:
            ouroscope.open_corpus(tmp_path / "c").report(resamples=0)
            ours = ""
        except ouroscope.TraceError as error:
            ours = str(error)
        assert ran.returncode in (0, 1) and bool(ours) == (ran.returncode == 1), f"case {case}, {what}: ours {ours!r}, the program's {ran.stderr!r}"
        assert not ours or (ours.endswith(".") and len(ours) < 700)
        refused += bool(ours)
    assert 40 < refused < 97
    with pytest.raises(ouroscope.TraceError, match="holds no corpus"):
        ouroscope.open_corpus(tmp_path)
