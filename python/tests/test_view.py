# SPDX-License-Identifier: GPL-3.0-or-later
"""What a trace shows of itself in a notebook."""
import json
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import ouroscope
import pytest
from conftest import RUNS

HOSTILE = [
    b"</script><script>alert(1)</script>", b"<img src=x onerror=alert(1)>", b'"><svg onload=alert(1)>', b"<!--", b"]]>", b"&lt;b&gt;",
    b"\xe2\x80\xae\xe2\x80\xa8", b"\x00\x1b[2J", b"' onmouseover='x", b"\xf0\x9f", b"</style><b>", b"{{7*7}}",
]  # fmt: skip


class Page(HTMLParser):
    """Tags, attributes, and the text by the element that it stands in."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes, self.texts, self.open = set(), [], {}, []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += attrs
        if tag not in ("input", "br"):
            self.open.append(tag + "".join(f".{v}" for k, v in attrs if k == "class" and tag == "script"))

    def handle_endtag(self, tag):
        assert self.open.pop().split(".")[0] == tag

    def handle_data(self, text):
        self.texts.setdefault(self.open[-1] if self.open else "", []).append(text)


def page_of(trace):
    html = trace._repr_html_()
    page = Page(html)
    assert not page.open
    assert page.tags <= {"div", "style", "p", "label", "input", "output", "span", "br", "script"}
    assert not [name for name, _ in page.attributes if name.startswith("on") or name in ("src", "href")]
    assert not re.search(r"https?:|url\(|@import|//[a-z]", html)
    return html, page


def hostile(trace):
    meta = trace.metadata
    T = trace.sizes["T"]
    meta["token_bytes"] = [HOSTILE[t % len(HOSTILE)].decode("latin-1") for t in range(T)]
    meta["word_bytes"] = [[id, HOSTILE[i % len(HOSTILE)].decode("latin-1")] for i, (id, _) in enumerate(meta["word_bytes"])]
    meta["model"]["name"] = HOSTILE[0].decode()
    return ouroscope.Trace(meta, trace)


@pytest.mark.parametrize("name", RUNS)
def test_text_is_shaded_and_words_are_held(recorded, name):
    trace = ouroscope.open(recorded(name))
    html, page = page_of(trace)
    assert page.texts["span"] == [t.text for t in trace.tokens]
    data = json.loads("".join(page.texts["script.data"]))
    for t, rows in enumerate(data["loops"]):
        assert rows[-1][0] == trace["loops_run"][t] - 1
        for r, word, probability in rows:
            assert data["words"][word] == trace.word(trace["topk_id"][t, r, 0]).text
            assert probability == pytest.approx(np.exp(trace["topk_logprob"][t, r, 0]), abs=1e-4)
    read = trace.exits()
    assert [min(e, trace.info.exit.budget - 1, run - 1) for e, run in zip(data["exit"], data["run"])] == read.loop.tolist()
    assert f'value="{trace.info.exit.budget}"' in html and len(html) < 60000


def test_hostile_words_stay_words(recorded):
    trace = hostile(ouroscope.open(recorded("demo")))
    _, page = page_of(trace)
    assert page.texts["span"] == [t.text for t in trace.tokens]
    words = json.loads("".join(page.texts["script.data"]))["words"]
    assert "</script><script>alert(1)</script>" in words
    assert "\u202e" not in "".join(words) and "\\u{202e}" in "".join(words)
    assert len(page.texts["script"]) == 1


def test_changed_states_are_said(recorded):
    html, page = page_of(ouroscope.open(recorded("demo-changed")))
    assert "states were changed: noise,loop=2,layer=1,by=0.3,seed=4 and skip-loop,loop=3,tokens=2-3" in "".join(page.texts["p"])
    assert "states were changed" not in page_of(ouroscope.open(recorded("plain")))[0]


def test_a_long_trace_shows_its_beginning(recorded):
    trace = ouroscope.open(recorded("demo-f32"))
    meta, times = trace.metadata, 200
    meta["token_bytes"] *= times
    long = ouroscope.Trace(meta, {name: np.concatenate([values] * times) for name, values in trace.items()})
    html, page = page_of(long)
    assert len(page.texts["span"]) == 1000 and "the first 1000 tokens are shown" in html


@pytest.mark.skipif(not shutil.which("node"), reason="node is not installed")
def test_the_slider_and_the_pointer(recorded):
    """The script at work: every budget shades and counts as exits() does; a token lists the words of its loops."""
    trace = hostile(ouroscope.open(recorded("demo-skips")))
    _, page = page_of(trace)
    asked = {"script": "".join(page.texts["script"]), "data": "".join(page.texts["script.data"]), "spans": page.texts["span"], "budget": 4}
    script = str(Path(__file__).with_name("run_view.js"))
    ran = subprocess.run(["node", script], input=json.dumps(asked), capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    result = json.loads(ran.stdout)
    for budget, shown in enumerate(result["budgets"], 1):
        read = trace.exits(q=trace.info.exit.threshold, budget=budget)
        assert shown["depth"] == pytest.approx((read.loop + 1).tolist())
        assert shown["output"] == f"{budget} of 4; {read.mean_loops:.2f} loops a token"
    for t, lines in enumerate(result["panels"]):
        assert [line[2] for line in lines] == [trace.word(id).text for id in trace["topk_id"][t, : trace["loops_run"][t], 0]]
        assert [line[0] for line in lines].index(True) == trace.exits(q=trace.info.exit.threshold).loop[t]
