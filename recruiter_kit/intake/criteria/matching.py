"""The criteria of a newer file matched to the published ones: the same, to be asked, or new.

In: criteria as a file names them, the published ones, and what a person has said of a name. Out: three parts
that hold each criterion once. What is only near is never taken for the same (R3).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from recruiter_kit.intake.criteria.names import folded, near
from recruiter_kit.model import Criterion


class Matching(NamedTuple):
    """`matched` holds the published id by the file's id, `unclear` what a name may mean, nearest first."""

    matched: Mapping[str, str]
    unclear: Mapping[str, tuple[Criterion, ...]]
    unknown: tuple[Criterion, ...]


def match(
    theirs: Sequence[Criterion], published: Sequence[Criterion], said: Mapping[str, str] | None = None
) -> Matching:
    """Return which published criterion each of `theirs` is.

    `said` holds what a person has said, from a name (or id) in a file to a published name (or id); "" says
    that it means no criterion. What was said goes before what is alike, and counts only where the role
    publishes such a criterion. Two of `theirs` that are alike one published criterion are asked about, unless
    one of them is written exactly so.
    """
    answers = {folded(name): answer for name, answer in (said or {}).items()}
    matched: dict[str, str] = {}
    unclear: dict[str, tuple[Criterion, ...]] = {}
    unknown: list[Criterion] = []
    named = {criterion.id: found(criterion.id, criterion.name, published) for criterion in theirs}
    times = Counter(each.id for each in named.values() if each)
    for criterion in theirs:
        answer = answers.get(folded(criterion.name), answers.get(folded(criterion.id)))
        meant = found(answer, answer, published) if answer else None
        own = named[criterion.id]
        if meant:
            matched[criterion.id] = meant.id
        elif answer == "":
            unknown.append(criterion)
        elif own and (times[own.id] == 1 or _written_so(criterion, own)):
            matched[criterion.id] = own.id
        elif candidates := (own,) if own else may_mean(criterion.name, published):
            unclear[criterion.id] = candidates
        else:
            unknown.append(criterion)
    return Matching(matched, unclear, tuple(unknown))


def found(criterion_id: str, name: str, published: Iterable[Criterion]) -> Criterion | None:
    """Return the one criterion with this id, this name, or this name differently written; None for two."""
    listed = tuple(published)
    for alike in (
        lambda each: each.id == criterion_id,
        lambda each: each.name.casefold() == name.casefold(),
        lambda each: folded(each.name) == folded(name),
    ):
        there = [each for each in listed if alike(each)]
        if there:
            return there[0] if len(there) == 1 else None
    return None


def may_mean(name: str, published: Iterable[Criterion]) -> tuple[Criterion, ...]:
    """Return the published criteria that a name is near, nearest first."""
    listed = tuple(published)
    names = near(name, [each.name for each in listed])
    return tuple(next(each for each in listed if each.name == one) for one in names)


def _written_so(criterion: Criterion, published: Criterion) -> bool:
    return criterion.id == published.id or criterion.name.casefold() == published.name.casefold()
