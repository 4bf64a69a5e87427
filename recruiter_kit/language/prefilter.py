"""One fast search that most clean sentences do not pass.

In: many patterns. Out: one pattern for small-lettered text that matches at least wherever one of
them does. Alternatives that start at a word's edge share the test for it, so that the search
only looks closely at the beginnings of words.
"""

import re
from collections.abc import Iterable, Iterator

_EDGE = r"\b"
_CAPITALS = ("(?-i:[A-Z])", "[a-z]")


def prefilter(patterns: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern; it expects text in small letters."""
    at_edge: list[str] = []
    anywhere: list[str] = []
    for pattern in patterns:
        for each in alternatives(pattern.replace(*_CAPITALS)):
            if each.startswith(_EDGE) and not each.startswith((_EDGE + "?", _EDGE + "*")):
                at_edge.append(each[len(_EDGE) :])
            else:
                anywhere.append(each)
    parts = [f"{_EDGE}(?:{'|'.join(at_edge)})"] if at_edge else []
    return re.compile("|".join([*parts, *anywhere]) or "(?!)")


def alternatives(pattern: str) -> Iterator[str]:
    """Yield what stands between the bars of `pattern` that are in no group."""
    depth, start, in_set, place = 0, 0, False, 0
    while place < len(pattern):
        sign = pattern[place]
        if sign == "\\":
            place += 1
        elif in_set:
            in_set = sign != "]"
        elif sign == "[":
            in_set = True
        elif sign in "()":
            depth += 1 if sign == "(" else -1
        elif sign == "|" and not depth:
            yield pattern[start:place]
            start = place + 1
        place += 1
    yield pattern[start:]
