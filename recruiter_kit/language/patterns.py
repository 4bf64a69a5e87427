"""One fast search that most clean sentences do not pass.

In: many patterns. Out: one pattern for small-lettered text that matches at least wherever one of
them does. Alternatives that start at a word's edge share the test for it, so that the search
only looks closely at the beginnings of words.
"""

import re
from collections.abc import Iterable, Iterator

_EDGE = r"\b"
# A name in front is no sign to go by: whatever word it is, what follows tells.
_ANY_NAME = "[a-z][a-z]+ "
_CAPITALS = ("(?-i:[A-Z])", "[a-z]")


def prefilter(patterns: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern; it expects text in small letters."""
    at_edge: list[str] = []
    anywhere: list[str] = []
    for pattern in patterns:
        for each in alternatives(pattern.replace(*_CAPITALS)):
            if each.startswith(_EDGE) and not each.startswith((_EDGE + "?", _EDGE + "*")):
                at_edge += _spread(each[len(_EDGE) :].removeprefix(_ANY_NAME))
            else:
                anywhere.append(each)
    parts = [f"{_EDGE}(?:{'|'.join(_by_first_letter(at_edge))})"] if at_edge else []
    return re.compile("|".join([*parts, *anywhere]) or "(?!)")


def _spread(pattern: str) -> Iterator[str]:
    """Yield "ab" and "cb" for "(?:a|c)b", so that each has a first letter of its own."""
    if not pattern.startswith("(?:"):
        yield pattern
        return
    end = next(place for place, sign, depth in _signs(pattern) if sign == ")" and not depth)
    inner, rest = pattern[3:end], pattern[end + 1 :]
    if rest[:1] in {"?", "*", "+", "{"}:
        yield pattern
        return
    for each in alternatives(inner):
        yield from _spread(each + rest)


def _by_first_letter(starts: Iterable[str]) -> Iterator[str]:
    """Yield the alternatives, those with the same plain first letter as one, so that few are tried."""
    grouped: dict[str, list[str]] = {}
    for each in starts:
        plain = each[:1].isalpha() and each[1:2] not in {"?", "*", "+", "{"}
        grouped.setdefault(each[0] if plain else "", []).append(each)
    yield from grouped.pop("", [])
    for letter, group in grouped.items():
        yield f"{letter}(?:{'|'.join(each[1:] for each in group)})"


def alternatives(pattern: str) -> Iterator[str]:
    """Yield what stands between the bars of `pattern` that are in no group."""
    start = 0
    for place, sign, depth in _signs(pattern):
        if sign == "|" and not depth:
            yield pattern[start:place]
            start = place + 1
    yield pattern[start:]


def _signs(pattern: str) -> Iterator[tuple[int, str, int]]:
    """Yield each bracket and bar of `pattern` that is meant as one, and how many groups are open after it."""
    depth, in_set, place = 0, False, 0
    while place < len(pattern):
        sign = pattern[place]
        if sign == "\\":
            place += 1
        elif in_set:
            in_set = sign != "]"
        elif sign == "[":
            in_set = True
        elif sign in "()|":
            depth += {"(": 1, ")": -1, "|": 0}[sign]
            yield place, sign, depth
        place += 1
