"""Regular expressions cut and rearranged as text.

In: the source of regular expressions. Out: their alternatives; the same pattern with its alternatives
sorted by their first letters; a prefilter, which is a cheap search that rules out most clean sentences
before the patterns run.
"""

import re
from collections.abc import Iterable, Iterator

_EDGE = r"\b"
# A name in front is nothing to go by: whatever word it is, what follows decides.
_ANY_NAME = "[a-z][a-z]+ "
_CAPITALS = ("(?-i:[A-Z])", "[a-z]")
_PART = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?(?:P<\w+>|[-a-z]*:|<?[=!]))?|\)|.", re.DOTALL)
_REPEATS = frozenset("?*+{")
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz ")
_FEWEST = 3


def alternatives(pattern: str) -> Iterator[str]:
    """Yield what is between the bars of `pattern` that are in no group."""
    start = 0
    for part, end, depth in _parts(pattern):
        if part == "|" and not depth:
            yield pattern[start : end - 1]
            start = end
    yield pattern[start:]


def _parts(pattern: str) -> Iterator[tuple[str, int, int]]:
    """Yield each part of `pattern`, where it ends, and how many groups are open after it."""
    depth = 0
    for match in _PART.finditer(pattern):
        part = match.group()
        depth += part.startswith("(") - (part == ")")
        yield part, match.end(), depth


def prefilter(patterns: Iterable[str]) -> re.Pattern[str]:
    """Return one pattern that matches at least wherever one of `patterns` does, in lower-case text.

    Alternatives that begin at a word boundary share the test for it, so that the search only looks
    closely at the beginnings of words.
    """
    at_edge: list[str] = []
    anywhere: list[str] = []
    for pattern in patterns:
        for choice in alternatives(pattern.replace(*_CAPITALS)):
            if choice.startswith(_EDGE) and choice[len(_EDGE)] not in "?*":
                at_edge += _spread(choice[len(_EDGE) :].removeprefix(_ANY_NAME))
            else:
                anywhere.append(choice)
    # Order does not matter to a prefilter, and alternatives next to each other can share their beginning.
    at_edge.sort(key=_begins_plainly)
    choices = [f"{_EDGE}(?:{'|'.join(_by_first_letter(at_edge))})"] if at_edge else []
    return re.compile("|".join([*choices, *anywhere]) or "(?!)")


def _spread(pattern: str) -> Iterator[str]:
    """Yield "ab" and "cb" for "(?:a|c)b", so that each has a first letter of its own."""
    if not pattern.startswith("(?:"):
        yield pattern
        return
    end = next(end for _, end, depth in _parts(pattern) if not depth)
    inner, rest = pattern[3 : end - 1], pattern[end:]
    if rest[:1] in _REPEATS:
        yield pattern
        return
    for choice in alternatives(inner):
        yield from _spread(choice + rest)


def factored(pattern: str) -> str:
    """Return `pattern` with its alternatives sorted by their first letters, group by group.

    "good|great|bad" becomes "g(?:ood|reat)|bad". The result matches exactly the same at the same
    places: order is kept wherever two alternatives could both fit.
    """
    stack: list[list[str]] = [[""]]
    openings: list[str] = []
    for part, _, _ in _parts(pattern):
        if part == "|":
            stack[-1].append("")
        elif part.startswith("("):
            openings.append(part)
            stack.append([""])
        elif part == ")":
            inner = "|".join(_by_first_letter(stack.pop()))
            stack[-1][-1] += f"{openings.pop()}{inner})"
        else:
            stack[-1][-1] += part
    return "|".join(_by_first_letter(stack[0]))


def _by_first_letter(choices: list[str]) -> list[str]:
    """Put alternatives with the same first letter together; one that begins otherwise divides the list."""
    if len(choices) < _FEWEST:
        return choices
    done: list[str] = []
    groups: dict[str, list[str]] = {}
    for choice in choices:
        if _begins_plainly(choice):
            groups.setdefault(choice[0], []).append(choice)
        else:
            done += [*_joined(groups), choice]
            groups = {}
    return [*done, *_joined(groups)]


def _joined(groups: dict[str, list[str]]) -> list[str]:
    joined = []
    for members in groups.values():
        if len(members) == 1:
            joined += members
        else:
            same = _same_beginning(members)
            rest = _by_first_letter([member[len(same) :] for member in members])
            joined.append(f"{same}(?:{'|'.join(rest)})")
    return joined


def _same_beginning(members: list[str]) -> str:
    """Return the lower-case letters and spaces that all members begin with, none of them repeated."""
    first, last = min(members), max(members)
    ends = (end for end, letter in enumerate(first) if letter not in _PLAIN or last[end : end + 1] != letter)
    same = first[: next(ends, len(first))]
    repeated = any(member[len(same) : len(same) + 1] in _REPEATS for member in members)
    return same[:-1] if repeated else same


def _begins_plainly(choice: str) -> bool:
    """Whether it begins with a lower-case letter that is not repeated; capitals may be read separately."""
    return "a" <= choice[:1] <= "z" and choice[1:2] not in _REPEATS
