# SPDX-License-Identifier: GPL-3.0-or-later
"""How a trace came about: the JSON text `ouroscope.trace` of the file, checked and read as attributes.

`trace.info.exit.threshold` is the member `threshold` of `exit` in docs/trace-format.md. Members that older formats do
not have hold what those files mean: the family ouro, no layers before or after the loop, an embedding to start from.
"""
from __future__ import annotations

import json
import re
from typing import Any, Dict, Iterator, List, Mapping, Optional, Tuple

from .causalmap import check_causal_map
from .errors import TraceError
from .intervention import intervention_of
from .schema import MAX_LOOPS
from .strictjson import Reader, parse

KEY = "ouroscope.trace"
KV_POLICIES = ("full", "last-exited-copy", "latest-available")
EXIT_RULES = (
    "gate", "entropy", "top-probability", "margin", "kl-step", "state-change", "latent-diff", "state-cosine", "cosine",
    "second-difference", "entropy-change", "entropy-diff", "kl-before", "kl", "min-p-kl", "minp-kl", "stable", "argmax-stability",
)  # fmt: skip
"""What can stop a token in place of the gate, with the names of Huginn's released code."""
_MAX_BYTES = 100_000_000
_MAX_COUNT = 2**31 - 1
_NEWEST = 2


class Section(Mapping[str, Any]):
    """An object of the metadata: members as attributes and as items. Cannot be changed."""

    def __init__(self, members: Mapping[str, Any]) -> None:
        self._members = {key: _wrapped(value) for key, value in members.items()}

    def __getattr__(self, name: str) -> Any:
        try:
            return self.__dict__["_members"][name]
        except KeyError:
            raise AttributeError(f"the metadata have no {name!r} here: there are {', '.join(self.__dict__.get('_members', ()))}") from None

    def __getitem__(self, key: str) -> Any:
        return self._members[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._members)

    def __len__(self) -> int:
        return len(self._members)

    def __dir__(self) -> List[str]:
        return [*super().__dir__(), *self._members]

    def __repr__(self) -> str:
        shown = {key: value for key, value in self._members.items() if key not in ("token_bytes", "word_bytes")}
        return f"Section({', '.join(f'{key}={value!r}' for key, value in shown.items())})"


def _wrapped(value: Any) -> Any:
    if isinstance(value, Mapping):
        return Section(value)
    return tuple(_wrapped(each) for each in value) if isinstance(value, list) else value


def from_latin1(text: Any, where: str) -> bytes:
    """Bytes of a token: character U+00bb of the text stands for byte bb."""
    if not isinstance(text, str):
        raise TraceError(f"{where} must be a string.")
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        raise TraceError(f"{where} holds a character above U+00FF: every character stands for one byte.") from None


class Metadata:
    """The metadata of one trace.

    json: as in the file. info: the same as attributes, with the defaults of older formats.
    token_bytes: T texts. words: bytes of every id that the file mentions.
    """

    def __init__(self, document: Any, where: str) -> None:
        self.json: Dict[str, Any] = document
        root = Reader(document, where)
        self.token_bytes = [from_latin1(each, f"{where}.token_bytes") for each in root.array("token_bytes")]
        self._check(root, where)
        self.words = self._words(root, where)
        if root.find("sweep") is not None:
            check_causal_map(root.child("sweep"), self.sizes())
        self.info = Section(self._filled())

    @classmethod
    def parse(cls, text: str, file: str) -> "Metadata":
        where = f"{file}: {KEY}"
        return cls(parse(text, where, _MAX_BYTES), where)

    def dump(self) -> str:
        """The JSON text for a file."""
        return json.dumps(self.json, ensure_ascii=False, separators=(",", ":"), sort_keys=True)

    @property
    def gated(self) -> bool:
        return bool(self.json["format"]["major"] == 1 or self.json["model"].get("gate") is not None)

    def sizes(self) -> Dict[str, int]:
        """Length of every axis, by its symbol."""
        model = self.json["model"]
        return {
            "T": len(self.token_bytes), "R": self.json["loops_recorded"], "K": self.json["top_k"],
            "M": len(self.json["tracked"]), "G": len(model["other_gates"]), "L": model["layers"],
            "d": model["hidden_size"], "V": model["vocab_size"], "RL": self.json["loops_recorded"] * model["layers"],
            "H": model.get("heads", 0), "S": len(self.json["captured"].get("state_layers", [])),
        }  # fmt: skip

    def present(self, group: str) -> bool:
        """Whether the columns of a group are in the file."""
        if group == "gate":
            return self.gated
        if group == "other-gates":
            return bool(self.json["model"]["other_gates"])
        if group == "tracked":
            return bool(self.json["tracked"])
        captured = self.json["captured"]
        if group == "layer_numbers":
            return bool(captured.get("layers") or captured.get(group))
        return group == "always" or bool(captured.get(group))

    def _check(self, root: Reader, where: str) -> None:
        version = root.child("format")
        major, minor = version.integer("major", 0, _MAX_COUNT), version.integer("minor", 0, _MAX_COUNT)
        if not 1 <= major <= _NEWEST:
            raise TraceError(f"{where} is of format {major}.{minor}, this package reads formats up to {_NEWEST}: update it.")
        for key in ("tool_version", "tokenizer_kind", "dtype", "device"):
            root.string(key)
        model = root.child("model")
        for key in ("name", "config_sha256", "weights_sha256"):
            model.string(key)
        vocab = model.integer("vocab_size", 1, _MAX_COUNT)
        model.integer("hidden_size", 1, _MAX_COUNT)
        layers = model.integer("layers", 1, 4096)
        model.integer("loops_trained", 1, MAX_LOOPS)
        if major > 1:
            self._check_second(root, model)
        if major == 1 or model.find("gate") is not None:
            model.string("gate")
        if not all(isinstance(name, str) for name in model.array("other_gates")):
            model.fail("other_gates", "must be a list of names")
        loops = root.integer("loops_recorded", 1, MAX_LOOPS)
        root.integer("top_k", 1, _MAX_COUNT)
        prompt = root.integer("prompt_tokens", 0, _MAX_COUNT)
        root.boolean("chat")
        sampling = root.child("sampling")
        sampling.number("temperature", 0, 1e9)
        sampling.number("top_p", 0, 1)
        _seed(sampling, "seed")
        leave = root.child("exit")
        leave.number("threshold", 0, 1e9)
        _policy(leave, "kv_policy")
        if leave.find("rule") is not None:
            rule = leave.child("rule")
            name = rule.string("name")
            if name not in EXIT_RULES:
                raise TraceError(f"{rule.what}: there is no exit rule {name[:80]!r}: the rules are {', '.join(EXIT_RULES)}.")
            rule.number("threshold", -1e9, 1e9)
        budget = leave.optional_integer("budget", 1, MAX_LOOPS)
        self._check_events(root, loops, vocab)
        self._check_later(root, vocab, prompt)
        for id in root.array("tracked"):
            root.integer_in(id, "tracked", 0, vocab - 1)
        captured = root.child("captured")
        for key in ("hidden", "logits", "layers"):
            captured.boolean(key)
        for key in ("similarity", "layer_numbers"):
            if captured.find(key) is not None:
                captured.boolean(key)
        if captured.find("attention") is not None and captured.boolean("attention"):
            model.integer("heads", 1, 65536)
        if root.find("layer_lens") is not None:
            lens = root.child("layer_lens")
            lens.string("file")
            lens.string("sha256")
        if captured.find("state_layers") is not None:
            kept = [captured.integer_in(layer, "state_layers", 0, layers - 1) for layer in captured.array("state_layers")]
            if kept != sorted(set(kept)):
                raise TraceError(f"{captured.what}: state_layers must rise.")
        if not self.token_bytes:
            raise TraceError(f"{where}: token_bytes is empty: a trace has at least one token.")
        if prompt > len(self.token_bytes):
            raise TraceError(f"{where}: the number of prompt tokens, {prompt}, is more than the {len(self.token_bytes)} tokens.")
        if budget is not None and budget > loops:
            raise TraceError(f"{where}: the loop budget is {budget}, allowed are 1 to {loops}.")

    def _check_second(self, root: Reader, model: Reader) -> None:
        """What came with format 2."""
        model.string("family")
        model.integer("prelude", 0, 4096)
        model.integer("coda", 0, 4096)
        start, step = root.child("start_state"), root.child("step_rule")
        if start.string("kind") == "noise":
            start.number("spread", 0, 1e9)
            _seed(start, "seed")
        root.string("lens")
        if root.find("interventions") is not None:
            for each in root.array("interventions"):
                if not isinstance(each, str):
                    root.fail("interventions", "must be a list of texts")
                try:
                    intervention_of(each)
                except TraceError as error:
                    raise TraceError(f"{root.what}.interventions: {error}") from None
        step.string("name")
        step.number("weight", 0, 1)

    def _check_later(self, root: Reader, vocab: int, prompt: int) -> None:
        """What came with the minor versions of format 1."""
        if root.find("speculation") is not None:
            drafts = root.child("speculation")
            for key in ("draft_loops", "draft_tokens", "rounds", "drafted", "accepted"):
                drafts.integer(key, 0, _MAX_COUNT)
        if root.find("stagger") is not None:
            stagger = root.child("stagger")
            for key in ("tokens", "readings"):
                stagger.integer(key, 0, _MAX_COUNT)
            for key in ("rows", "dropped"):
                stagger.integer(key, 0, _MAX_COUNT * MAX_LOOPS)
        if root.find("conversation") is not None:
            talk = root.child("conversation")
            for key in ("marks", "system", "opening"):
                talk.string(key)
            talk.boolean("think")
            for entry in talk.array("turns"):
                turn = Reader(entry, f"{talk.what}.turns")
                turn.string("role")
                turn.string("content")
        root.optional_integer("prefix_tokens", 0, prompt)
        if root.find("dropped") is not None:
            for entry in root.array("dropped"):
                gap = Reader(entry, f"{root.what}.dropped")
                gap.integer("token", 0, prompt)
                gap.string("text")
        if root.find("stop_ids") is not None:
            for id in root.array("stop_ids"):
                root.integer_in(id, "stop_ids", 0, _MAX_COUNT)
        if root.find("end") is not None:
            end = root.child("end")
            end.string("why")
            end.optional_integer("token", 0, vocab - 1)
            end.optional_integer("wanted", 0, _MAX_COUNT)

    def _check_events(self, root: Reader, loops: int, vocab: int) -> None:
        if root.find("events") is None:
            return
        before = 0
        for entry in root.array("events"):
            event = Reader(entry, f"{root.what}.events")
            token = event.integer("token", 0, _MAX_COUNT)
            what = event.string("what")
            if what == "exit_threshold":
                event.number("value", 0, 1e9)
            elif what == "budget":
                event.integer("value", 1, loops)
            elif what == "branch":
                event.integer("value", -1, vocab - 1)
            elif what == "kv_policy":
                _policy(event, "value")
            elif what == "seed":
                _seed(event, "value")
            elif what == "stop":
                event.optional_integer("value", 0, _MAX_COUNT)
            else:
                continue  # of a newer minor version
            if token < before or token > len(self.token_bytes):
                raise TraceError(f"{root.what}: events are not in the order of the tokens, or beyond them.")
            before = token

    def _words(self, root: Reader, where: str) -> Dict[int, bytes]:
        vocab = self.json["model"]["vocab_size"]
        words: Dict[int, bytes] = {}
        last = 0
        for pair in root.array("word_bytes"):
            if not isinstance(pair, list) or len(pair) != 2:
                root.fail("word_bytes", "must be a list of [id, text] pairs")
            id = root.integer_in(pair[0], "word_bytes", 0, vocab - 1)
            if id < last:
                raise TraceError(f"{where}: the word list is not sorted by id.")
            last = id
            words.setdefault(id, from_latin1(pair[1], f"{where}.word_bytes"))
        return words

    def _filled(self) -> Dict[str, Any]:
        shown = {key: value for key, value in self.json.items() if key not in ("token_bytes", "word_bytes")}
        shown.setdefault("start_state", {"kind": "embedding"})
        shown.setdefault("lens", "direct")
        shown.setdefault("step_rule", {"name": "replace", "weight": 0})
        shown.setdefault("events", [])
        shown.setdefault("chat", False)
        shown.setdefault("prefix_tokens", 0)
        shown.setdefault("dropped", [])
        shown.setdefault("interventions", [])
        for key in ("conversation", "stop_ids", "end", "speculation", "stagger"):
            shown.setdefault(key, None)
        end = shown["end"] or {}
        if end.get("why") == "unfinished" and all(e["what"] != "stop" for e in shown["events"]):
            # The run that was going on when this was written is over.
            stop = {"token": len(self.token_bytes), "what": "stop", "value": end.get("wanted", 0)}
            shown["events"] = [*shown["events"], stop]
        shown["model"] = {"family": "ouro", "prelude": 0, "coda": 0, **shown["model"]}
        captured = shown["captured"]
        shown["captured"] = {name: bool(captured.get(name)) for name in ("hidden", "logits", "layers", "similarity", "attention", "layer_numbers")}
        shown["captured"]["state_layers"] = captured.get("state_layers", [])
        if shown["exit"].get("budget") is None:
            shown["exit"] = {**shown["exit"], "budget": shown["loops_recorded"]}
        return shown


def _seed(object: Reader, key: str) -> None:
    digits = object.string(key)
    if not re.fullmatch("[0-9]+", digits) or int(digits[:40]) >= 2**64 or len(digits.lstrip("0")) > 20:
        object.fail(key, "must be a number of 64 bits written as a string")


def _policy(object: Reader, key: str) -> None:
    name = object.string(key)
    if name not in KV_POLICIES:
        raise TraceError(f"{object.what}: {name[:80]!r} is not a KV policy: choose full, last-exited-copy or latest-available.")
