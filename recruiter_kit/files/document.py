"""Makes parsed JSON or YAML safe for everything that comes after.

In: a value as a parser gave it. Out: a Document whose texts hold no control characters, whose
depth and numbers are bounded, and which knows the places of keys that stood twice.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import isfinite
from typing import Any

from recruiter_kit.errors import InputError
from recruiter_kit.files.text import clean, shorten

DEEPEST = 100

Place = tuple["Place", str | int] | None


class Repeating(dict[str, Any]):
    """An object in which a key stood more than once; `repeated` is the first such key."""

    def __init__(self, pairs: Iterable[tuple[str, Any]], repeated: str) -> None:
        super().__init__(pairs)
        self.repeated = repeated


@dataclass(frozen=True)
class Document:
    """The contents of a JSON or YAML file.

    `repeated` gives place and key of every key that appeared twice; `cleaned` the places of texts
    from which control characters were taken.
    """

    file: str
    value: Any
    repeated: tuple[tuple[str, str], ...] = ()
    cleaned: tuple[str, ...] = ()


def first_repeated(keys: Iterable[str]) -> str | None:
    """Return the first key that appears a second time, or None."""
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            return key
        seen.add(key)
    return None


def tidy(value: Any, file: str) -> Document:
    """Return the document that holds `value`, which is changed in place.

    Raises InputError when the values are nested too deep, hold an infinite number or something
    that JSON has no word for.
    """
    tidier = _Tidier(file)
    value = tidier.tidied(value, None, 0)
    return Document(file, value, tuple(tidier.repeated), tuple(tidier.cleaned))


def written(place: Place) -> str:
    """Return a place as people read it: applications[3].candidate."""
    parts: list[str | int] = []
    while place is not None:
        place, part = place
        parts.append(part)
    return path(reversed(parts))


def path(parts: Iterable[str | int]) -> str:
    """Return the parts of a place as people read it: applications[3].candidate."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{shorten(part)}" for part in parts)
    return text.removeprefix(".")


class _Tidier:
    def __init__(self, file: str) -> None:
        self.file = file
        self.repeated: list[tuple[str, str]] = []
        self.cleaned: list[str] = []

    def tidied(self, value: Any, place: Place, depth: int) -> Any:
        if depth > DEEPEST:
            raise InputError.of("json_too_deep", file=self.file, limit=DEEPEST)
        if isinstance(value, str):
            return self._text(value, place)
        if isinstance(value, dict):
            return self._object(value, place, depth)
        if isinstance(value, list):
            for index, item in enumerate(value):
                value[index] = self.tidied(item, (place, index), depth + 1)
            return value
        self._check_plain(value, place)
        return value

    def _object(self, value: dict[Any, Any], place: Place, depth: int) -> dict[str, Any]:
        if isinstance(value, Repeating):
            self.repeated.append((written(place), shorten(value.repeated)))
        tidied: dict[str, Any] = {}
        for key, item in value.items():
            name = clean(str(key))[0]
            if name in tidied:
                self.repeated.append((written(place), shorten(name)))
            tidied[name] = self.tidied(item, (place, name), depth + 1)
        return tidied

    def _text(self, value: str, place: Place) -> str:
        cleaned, changed = clean(value)
        if changed:
            self.cleaned.append(written(place))
        return cleaned

    def _check_plain(self, value: Any, place: Place) -> None:
        if value is None or isinstance(value, bool | int):
            return
        if not isinstance(value, float):
            kind = type(value).__name__
            raise InputError.of("not_plain", file=self.file, place=written(place), found=kind)
        if not isfinite(value):
            raise InputError.of("not_finite", file=self.file, place=written(place))
