# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON that somebody else wrote: refused where readers would disagree about it, and read with its types checked.

The rules are those of the program: UTF-8 without byte-order mark, no key twice in an object, no lone surrogates, no
numbers that are infinite, at most 32 levels.
"""
from __future__ import annotations

import json
from typing import Any, List, NoReturn, Optional, Tuple

from .errors import TraceError

MAX_DEPTH = 32


class Pairs(List[Tuple[str, Any]]):
    """The members of an object as they stand in the file, with keys that may be there twice."""


def _float(text: str) -> float:
    value = float(text)
    if value in (float("inf"), float("-inf")):
        raise ValueError(f"the number {text[:40]} is too large")
    return value


def _constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def parse_pairs(data: bytes, limit: int) -> Any:
    """The document with its objects as Pairs. Raises ValueError with the reason."""
    if len(data) > limit:
        raise ValueError(f"it has {len(data)} bytes, more than the {limit} allowed")
    if data.startswith(b"\xef\xbb\xbf"):
        raise ValueError("it begins with a byte-order mark; save it as plain UTF-8")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"byte {error.start} is not valid UTF-8") from None
    try:
        tree = json.loads(text, object_pairs_hook=Pairs, parse_float=_float, parse_constant=_constant)
    except RecursionError:
        raise ValueError(f"objects and lists are nested more than {MAX_DEPTH} deep") from None
    except ValueError as error:
        raise ValueError(str(error)) from None
    _check(tree, 1)
    return tree


def _check(value: Any, depth: int) -> None:
    if isinstance(value, str):
        if any("\ud800" <= c <= "\udfff" for c in value):
            raise ValueError("a text holds half of a surrogate pair")
    elif isinstance(value, list):
        if depth > MAX_DEPTH:
            raise ValueError(f"objects and lists are nested more than {MAX_DEPTH} deep")
        for each in value:
            if isinstance(each, tuple):
                _check(each[0], depth)
                each = each[1]
            _check(each, depth + 1)


def _unique(value: Any) -> Any:
    if isinstance(value, Pairs):
        members = {}
        for key, each in value:
            if key in members:
                raise ValueError(f"the key {key[:80]!r} appears twice in one object")
            members[key] = _unique(each)
        return members
    return [_unique(each) for each in value] if isinstance(value, list) else value


def parse(text: str, what: str, limit: int) -> Any:
    """The document, whose keys appear once in every object."""
    try:
        return _unique(parse_pairs(text.encode("utf-8", "surrogatepass"), limit))
    except ValueError as error:
        raise TraceError(f"{what} is not valid JSON: {error}.") from None


def shown(value: Any) -> str:
    """A value as it is shown in an error."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    if isinstance(value, str):
        return f"the text {value[:80]!r}"
    return json.dumps(value)


class Reader:
    """Typed reading of an object. A member that is null counts as absent."""

    def __init__(self, value: Any, what: str) -> None:
        if not isinstance(value, dict):
            raise TraceError(f"{what} must be a JSON object, found {shown(value)}.")
        self._members = value
        self.what = what

    def fail(self, key: str, problem: str) -> NoReturn:
        raise TraceError(f'{self.what}: field "{key}" {problem}.')

    def find(self, key: str) -> Any:
        return self._members.get(key)

    def keys(self) -> List[str]:
        return list(self._members)

    def require(self, key: str) -> Any:
        value = self.find(key)
        if value is None:
            self.fail(key, f"is {'null' if key in self._members else 'missing'}; it has no safe default")
        return value

    def child(self, key: str) -> "Reader":
        return Reader(self.require(key), f"{self.what}.{key}")

    def array(self, key: str) -> List[Any]:
        value = self.require(key)
        if not isinstance(value, list):
            self.fail(key, "must be a list")
        return value

    def integer_in(self, value: Any, key: str, low: int, high: int) -> int:
        if type(value) is not int or not low <= value <= high:
            self.fail(key, f"must be a whole number from {low} to {high}, found {shown(value)}")
        return value

    def integer(self, key: str, low: int, high: int) -> int:
        return self.integer_in(self.require(key), key, low, high)

    def optional_integer(self, key: str, low: int, high: int) -> Optional[int]:
        value = self.find(key)
        return None if value is None else self.integer_in(value, key, low, high)

    def number(self, key: str, low: float, high: float) -> float:
        value = self.require(key)
        if type(value) not in (int, float) or not low <= value <= high:
            self.fail(key, f"must be a number between {low} and {high}, found {shown(value)}")
        return float(value)

    def string(self, key: str) -> str:
        value = self.require(key)
        if not isinstance(value, str):
            self.fail(key, f"must be a text, found {shown(value)}")
        return value

    def boolean(self, key: str) -> bool:
        value = self.find(key)
        if value is not None and type(value) is not bool:
            self.fail(key, f"must be true or false, found {shown(value)}")
        return bool(value)
