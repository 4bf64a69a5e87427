"""What changed between two versions of a feedback, word by word.

In: two feedbacks on one application. Out: the statements that differ, each as runs of words that stayed,
went or came.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from recruiter_kit.feedback import Feedback, Statement

Kind = Literal["same", "gone", "new"]
_WORDS = re.compile(r"\s*\S+")


class Run(NamedTuple):
    """Some words that stayed ("same"), were taken out ("gone") or put in ("new")."""

    kind: Kind
    text: str


class Difference(NamedTuple):
    """One statement that differs; `moved` when its words are the same and its place is another."""

    statement: Statement
    runs: tuple[Run, ...]
    moved: bool = False


def differences(before: Feedback, after: Feedback) -> tuple[Difference, ...]:
    """Return what differs, in the order of the newer version; what was dropped comes last."""
    old = {each.id: each for each in before.statements}
    now = {each.id: each for each in after.statements}
    moved = _moved([each for each in old if each in now], [each for each in now if each in old])
    found = [
        Difference(each, runs(old[each.id].text if each.id in old else "", each.text), each.id in moved)
        for each in after.statements
        if each.id in moved or each.id not in old or old[each.id].text != each.text
    ]
    gone = [each for each in before.statements if each.id not in now]
    return (*found, *(Difference(each, (Run("gone", each.text),)) for each in gone))


def runs(before: str, after: str) -> tuple[Run, ...]:
    """Return the words of both texts in reading order, each with what became of it."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    found: list[Run] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Run("same", "".join(old[a:b])))
            continue
        found += [Run("gone", "".join(old[a:b]))] if b > a else []
        found += [Run("new", "".join(new[c:d]))] if d > c else []
    return tuple(found)


def _moved(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """Return the ids that changed places: the fewest whose moving explains the new order."""
    stayed = {
        old[place + step]
        for place, _, length in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
        for step in range(length)
    }
    return set(old) - stayed
