"""A next step for a gap: one that fits, or none.

In: a criterion and its role. Out: a piece of advice and what it rests on, or None. Keeps R12: verb first,
in the candidate's control, can be checked. The role's own advice comes first, then the library, and that
only where the criterion names one of its families: a wrong step does more harm than silence.
"""

import re
from collections.abc import Sequence

from recruiter_kit.composing.families import closeness, families, family_of, is_requirement
from recruiter_kit.feedback import Basis, Part, Statement
from recruiter_kit.language.sentences import split
from recruiter_kit.model import Criterion, Role

_TEST = re.compile(
    r"you(?: will|['’]ll) know\b(?:(?: that)? (?:it|this) works\b|[^.]{1,30} when\b)", re.IGNORECASE
)


def next_step(criterion: Criterion, role: Role) -> tuple[str, Basis] | None:
    """Return the role's own advice, else the piece of the library whose family is named, else None."""
    if criterion.advice:
        return criterion.advice[0], Basis.ROLE
    piece = _of_library(criterion, role.title)
    return (piece, Basis.LIBRARY) if piece else None


def nearest(criterion: Criterion, role: Role, most: int = 3) -> tuple[str, ...]:
    """Return the pieces of the library that share most words with the criterion, for a recruiter to
    choose from: the nearest first, fewer where fewer share any, none for a requirement."""
    if is_requirement(criterion.name):
        return ()
    levels = " ".join(criterion.levels.values())
    scores = {each: closeness(each, criterion.name, levels, role.title) for each in families()}
    closest = sorted((each for each in scores if scores[each]), key=lambda each: -scores[each])
    return tuple(families()[each].piece(criterion.kind) for each in closest[:most])


def without_test(text: str) -> str:
    """Return a next step without its "You will know it works when …"; as it is where it says nothing else."""
    told = [sentence.text for sentence in split(text) if not _TEST.match(sentence.text)]
    return " ".join(told) if told else text


def tested_once(statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements of a letter with "You will know it works when …" in the first next step that has
    it, and in no later one (FEEDBACK, "A gap is a triple")."""
    once: list[Statement] = []
    tested = False
    for statement in statements:
        bare = without_test(statement.text) if statement.part is Part.ADVICE else statement.text
        tests = bare != statement.text
        once.append(statement.model_copy(update={"text": bare}) if tests and tested else statement)
        tested = tested or tests
    return once


def _of_library(criterion: Criterion, title: str) -> str | None:
    named = family_of(criterion.name, title)
    return families()[named].piece(criterion.kind) if named else None
