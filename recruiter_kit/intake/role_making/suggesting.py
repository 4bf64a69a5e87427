"""What other roles of an organisation say of a criterion that is the same, or near one.

In: a criterion and the roles that are known. Out: suggestions that say where they come from. What is only
near is a suggestion that is asked, never applied.
"""

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from recruiter_kit.intake.criteria.names import NEAR, closeness, same
from recruiter_kit.model import Criterion, Record, Role

MOST_SUGGESTIONS = 3
SAME_FAMILY = 0.85
FamilyOf = Callable[[str, str], str | None]
"""From a criterion's name and the role's title to a family of competencies, None where it is of none."""


class Part(StrEnum):
    """What may be missing from a criterion; `text` is the one of the required level."""

    KIND = "kind"
    REQUIRED = "required"
    TEXT = "text"
    ADVICE = "advice"


class Suggestion(Record):
    """A value as it would be answered, and the role and criterion that it comes from.

    `same` says that the criterion there has the same name; all others are only near.
    """

    value: str
    role: str
    criterion: str
    same: bool


class Similar(NamedTuple):
    """A criterion of another role, and how near its name is, 1 where it is the same."""

    role: Role
    criterion: Criterion
    near: float


def no_family(name: str, title: str) -> str | None:  # noqa: ARG001
    """Say of every criterion that it is of no family."""
    return None


def similar_criteria(
    criterion: Criterion, role: Role, known: Sequence[Role], family_of: FamilyOf = no_family
) -> tuple[Similar, ...]:
    """Return the criteria of other roles that may be this one, nearest first, then by the role's title."""
    family = family_of(criterion.name, role.title)
    found = []
    for other in known:
        for theirs in other.criteria:
            near = closeness(criterion.name, theirs.name)
            if near < SAME_FAMILY and family and family == family_of(theirs.name, other.title):
                near = SAME_FAMILY
            if near >= NEAR:
                found.append(Similar(other, theirs, near))
    return tuple(
        sorted(found, key=lambda each: (-each.near, -_alike(role.title, each.role.title), each.role.title))
    )


def suggestions(
    part: Part, criterion: Criterion, role: Role, alike: Sequence[Similar]
) -> tuple[Suggestion, ...]:
    """Return what `alike` suggests for one part of a criterion, each value once."""
    found: dict[str, Suggestion] = {}
    for each in alike:
        value = _value(part, criterion, role, each)
        if value:
            made = Suggestion(
                value=value,
                role=each.role.title,
                criterion=each.criterion.name,
                same=same(criterion.name, each.criterion.name),
            )
            found.setdefault(value, made)
    return tuple(found.values())[:MOST_SUGGESTIONS]


def _value(part: Part, criterion: Criterion, role: Role, each: Similar) -> str | None:
    """Return a value as it would be answered; levels are of no use on another scale."""
    theirs = each.criterion
    if part is Part.KIND:
        return theirs.kind
    if part is Part.ADVICE:
        return "\n".join(theirs.advice)
    if each.role.scale != role.scale:
        return None
    if part is Part.REQUIRED:
        return None if theirs.required is None else f"{theirs.required:g}"
    level = theirs.required if criterion.required is None else criterion.required
    texts = {float(number): text for number, text in theirs.levels.items()}
    return None if level is None else texts.get(level)


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio()
