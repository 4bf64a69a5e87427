"""A next step for a gap: one that fits, or none.

In: a criterion and its role. Out: a piece of advice and what it rests on, or None. Keeps R12: verb first,
in the candidate's control, can be checked. The role's own advice comes first, then the library, and that
only where the criterion names one of its families: a wrong step does more harm than silence.
"""

import re
from collections.abc import Sequence

from recruiter_kit.composing.families import closeness, families, family_of, is_requirement
from recruiter_kit.feedback import Basis, Observation
from recruiter_kit.model import Criterion, Role

_SUGGESTION = re.compile(
    r"^You (?:should|need to|ought to|would do well to) (?:(?:also|really|definitely|probably|first) )?"
    r"(?P<do>(?!(?:also|at|be|do|expect|feel|first|get|go|have|hear|in|know|never|always|not|receive|see|seem|still"
    r"|then|understand|[a-z]+ly)\b)[a-z]+ (?!(?:it|so|that|this)\b)[^.]{4,})\.?$"
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


def suggestion(text: str) -> str | None:
    """Return what an interviewer suggests as advice, verb first: "You should practise joins." gives
    "Practise joins."; None for every other sentence."""
    match = _SUGGESTION.match(text)
    if match is None:
        return None
    action = match["do"]
    return f"{action[:1].upper()}{action[1:]}."


def for_criterion(criterion: Criterion, seed: str) -> str | None:  # noqa: ARG001 - until plan.py calls next_step
    """Return a next step without a role to hold it against. `seed` is not used."""
    return criterion.advice[0] if criterion.advice else _of_library(criterion, "")


def apart(observations: Sequence[Observation]) -> tuple[list[Observation], list[Observation]]:
    """Return interviewers' suggestions, worded as advice, and the other observations."""
    suggested, others = [], []
    for observation in observations:
        advised = suggestion(observation.text)
        if advised is None:
            others.append(observation)
        else:
            suggested.append(observation.model_copy(update={"text": advised}))
    return suggested, others


def _of_library(criterion: Criterion, title: str) -> str | None:
    named = family_of(criterion.name, title)
    return families()[named].piece(criterion.kind) if named else None
