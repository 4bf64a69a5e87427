"""What changed between two versions of a feedback, word by word.

In: two feedbacks on one application. Out: the statements that differ, each as runs of words that stayed,
were removed or were added.
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
    """One statement that differs; `moved` when it is in another place than before."""

    statement: Statement
    runs: tuple[Run, ...]
    moved: bool = False


def differences(before: Feedback, after: Feedback) -> tuple[Difference, ...]:
    """Return what differs, in the order of the newer version; what was dropped comes last."""
    old = {statement.id: statement.text for statement in before.statements}
    now = {statement.id for statement in after.statements}
    moved = _moved(
        [statement.id for statement in before.statements if statement.id in now],
        [statement.id for statement in after.statements if statement.id in old],
    )
    changed = [
        Difference(statement, runs(old.get(statement.id, ""), statement.text), statement.id in moved)
        for statement in after.statements
        if statement.id in moved or old.get(statement.id) != statement.text
    ]
    gone = [statement for statement in before.statements if statement.id not in now]
    return (*changed, *(Difference(statement, (Run("gone", statement.text),)) for statement in gone))


def runs(before: str, after: str) -> tuple[Run, ...]:
    """Return the words of both texts in reading order, each with what became of it."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    result: list[Run] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            result.append(Run("same", "".join(old[a:b])))
            continue
        result += [Run("gone", "".join(old[a:b]))] if b > a else []
        result += [Run("new", "".join(new[c:d]))] if d > c else []
    return tuple(result)


def _moved(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """Return the ids that changed places: the fewest whose moving explains the new order."""
    stayed = {
        old[start + step]
        for start, _, length in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
        for step in range(length)
    }
    return set(old) - stayed
