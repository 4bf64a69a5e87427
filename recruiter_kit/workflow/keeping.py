"""What a person changed in one draft, kept in the next.

In: a version with a person's changes, the draft that they were made in, and a new draft. Out: the statements
of the new draft with the same changes. A statement is the same where its part, its criterion and its sources
are; it keeps its id, so that what changed can be shown and what was dismissed stays dismissed.
"""

from collections.abc import Iterable, Iterator, Sequence

from recruiter_kit.composing.revising import GAP
from recruiter_kit.feedback import Basis, Feedback, Observation, Part, Source, Statement

_ORDER = list(Part)
_Key = tuple[Part, str | None, tuple[Source, ...]]


def kept(
    changed: Feedback, unchanged: Feedback, new: Feedback, ever: Iterable[Statement]
) -> tuple[Statement, ...]:
    """Return the statements of `new` with what a person changed in `changed`, or a proposal words better.

    `unchanged` is what the software makes of the same answers, `ever` the statements of all versions so far:
    what both have and `changed` does not was dropped. What a person reworded or added takes the place
    of its counterpart, and has a place of its own where there is none.
    """
    here = {_key(statement) for statement in changed.statements}
    shown = {_key(statement) for statement in ever}
    dropped = {_key(statement) for statement in unchanged.statements} & shown - here
    untouched = {_key(statement): statement for statement in changed.statements if not _reworded(statement)}
    mine = [statement for statement in changed.statements if _reworded(statement)]
    ids = _free_ids((*changed.statements, *new.statements))
    told: list[Statement] = []
    for statement in new.statements:
        key = _key(statement)
        if key in dropped and statement.part is not Part.WAITING:
            continue
        if key in untouched:
            told.append(statement.model_copy(update={"id": untouched[key].id}))
        elif own := _counterpart(statement, mine, known=key in here):
            mine.remove(own)
            told.append(_renewed(own, new.observations))
        else:
            told.append(statement.model_copy(update={"id": next(ids)}))
    for statement in mine:
        place = _place(statement, told, changed.statements)
        told.insert(place, _renewed(statement, new.observations))
    return without_blanks(_in_order(told, changed.statements, unchanged.statements))


def without_blanks(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return the statements with each blank filled for which a person has worded what was seen."""
    filled: list[Statement] = []
    for statement in statements:
        if statement.part is not Part.WAITING:
            filled += [statement] if statement not in filled else []
            continue
        worded = [each for each in statements if _worded(each, statement.criterion)]
        filled += [each for each in worded if each not in filled] or ([] if worded else [statement])
    return tuple(filled)


def _reworded(statement: Statement) -> bool:
    """Whether a person, or a proposal that was proved or taken, stands behind the words."""
    return statement.by is not None or statement.proposal is not None


def _worded(statement: Statement, criterion: str | None) -> bool:
    return statement.part is Part.SEEN and statement.criterion == criterion and statement.by is not None


def _key(statement: Statement) -> _Key:
    return statement.part, statement.criterion, statement.sources


def _counterpart(statement: Statement, mine: Sequence[Statement], *, known: bool) -> Statement | None:
    """Return a person's statement that stands for this one: the same, or one that rests on words of it."""
    alike = [own for own in mine if (own.part, own.criterion) == (statement.part, statement.criterion)]
    same = [own for own in alike if own.sources == statement.sources]
    if not same and not known:
        same = [own for own in alike if set(own.sources) & set(statement.sources)]
    return min(same, key=lambda own: own.basis is not statement.basis, default=None)


def _renewed(own: Statement, observations: Sequence[Observation]) -> Statement:
    """Return a person's statement with the ids that its observations have in the new draft."""
    if own.basis is not Basis.OBSERVATION:
        return own
    behind = tuple(seen.id for seen in observations if seen.source in own.sources)
    return own.model_copy(update={"observations": behind})


def _place(own: Statement, told: Sequence[Statement], before: Sequence[Statement]) -> int:
    """Return where a statement goes: in its criterion, in reading order, else after what was before it."""
    if own.criterion:
        inside = [
            place
            for place, each in enumerate(told, start=1)
            if each.criterion == own.criterion
            and (each.part in GAP) == (own.part in GAP)
            and _ORDER.index(each.part) <= _ORDER.index(own.part)
        ]
        if inside:
            return inside[-1]
    ids = [each.id for each in before]
    earlier = set(ids[: ids.index(own.id)])
    return max((place for place, each in enumerate(told, start=1) if each.id in earlier), default=0)


def _in_order(
    told: Sequence[Statement], changed: Sequence[Statement], unchanged: Sequence[Statement]
) -> list[Statement]:
    """Return the statements with their criteria in the order that a person gave them, where one did."""
    ordered = list(told)
    for parts in (GAP, frozenset({Part.STRENGTH})):
        order = _criteria(changed, parts)
        if order == [criterion for criterion in _criteria(unchanged, parts) if criterion in order]:
            continue
        places = {
            place: order.index(each.criterion)
            for place, each in enumerate(ordered)
            if each.part in parts and each.criterion in order
        }
        moved = [ordered[place] for place in sorted(places, key=places.__getitem__)]
        for place, each in zip(places, moved, strict=True):
            ordered[place] = each
    return ordered


def _criteria(statements: Sequence[Statement], parts: frozenset[Part]) -> list[str]:
    found = (each.criterion for each in statements if each.part in parts and each.criterion)
    return list(dict.fromkeys(found))


def _free_ids(statements: Iterable[Statement]) -> Iterator[str]:
    taken = {statement.id for statement in statements}
    number = 1
    while True:
        if f"t{number}" not in taken:
            yield f"t{number}"
        number += 1
