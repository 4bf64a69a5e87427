"""What a person changes in a draft: reworded, dropped, moved, added.

In: the statements as they are and what the person wants. Out: other statements, which review/ then judges.
Keeps R2: what a person adds is marked as theirs and names its source, or why it needs none.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from recruiter_kit.errors import InputError
from recruiter_kit.feedback import Basis, Form, Part, Source, Statement

CAN_BE_ADDED = (Part.SEEN, Part.ADVICE, Part.NEEDS, Part.STRENGTH)
GAP = frozenset({Part.NEEDS, Part.DIFFERING, Part.SEEN, Part.WAITING, Part.ADVICE})
ADDED = "p"
"""What the ids of statements begin with that a person added."""


LONGEST = 5000
"""Characters of a statement. A letter is a page."""


def reworded(statements: Sequence[Statement], texts: Mapping[str, str], by: str) -> tuple[Statement, ...]:
    """Return the statements with the texts by id; one whose text is empty is dropped.

    Raises InputError when a text has more than LONGEST characters.
    """
    changed = []
    for statement in statements:
        text = _words(texts.get(statement.id, statement.text))
        if text == statement.text:
            changed.append(statement)
        elif text:
            changed.append(statement.model_copy(update={"text": text, "by": by, "form": Form.YOURS}))
    return tuple(changed)


def dropped(statements: Sequence[Statement], id: str) -> tuple[Statement, ...]:
    """Return the statements without this one."""
    return tuple(statement for statement in statements if statement.id != id)


def moved(statements: Sequence[Statement], id: str, where: Literal["up", "down"]) -> tuple[Statement, ...]:
    """Return the statements with this one before or after its neighbour.

    Inside its criterion it changes place with the next of its part; at the edge the whole criterion changes
    place with the next gap, or the next strength. Where there is no neighbour, nothing changes.
    """
    step = -1 if where == "up" else 1
    told = list(statements)
    here = next((place for place, statement in enumerate(told) if statement.id == id), None)
    if here is None:
        return tuple(told)
    other = here + step
    if 0 <= other < len(told) and _alike(told[here], told[other]):
        told[here], told[other] = told[other], told[here]
        return tuple(told)
    return _criterion_moved(told, told[here], step)


def added(
    statements: Sequence[Statement],
    part: Part,
    criterion: str,
    text: str,
    by: str,
    source: Source | None = None,
    waiver: str = "",
) -> tuple[Statement, ...]:
    """Return the statements with one more, after the last of its part and criterion.

    Raises InputError without words or with more than LONGEST characters, and without both a source and a
    waiver (R2).
    """
    words = _words(text)
    if not words:
        raise InputError.of("adding_words")
    if source is None and not waiver.strip():
        raise InputError.of("adding_source")
    interview = next(
        (
            statement.interview
            for statement in statements
            for known in statement.sources
            if source and statement.interview and known.scorecard == source.scorecard
        ),
        None,
    )
    new = Statement(
        id=_free_id(statements),
        part=part,
        text=words,
        basis=Basis.PERSON,
        criterion=criterion,
        interview=interview if part is Part.SEEN else None,
        form=Form.YOURS if part in (Part.SEEN, Part.STRENGTH) else None,
        sources=(source,) if source else (),
        by=by,
        waiver=waiver.strip() or None,
    )
    place = _place(statements, part, criterion)
    return (*statements[:place], new, *statements[place:])


def _words(text: str) -> str:
    words = " ".join(text.split())
    if len(words) > LONGEST:
        raise InputError.of("adding_long", most=LONGEST)
    return words


def _alike(one: Statement, other: Statement) -> bool:
    return (one.part, one.criterion) == (other.part, other.criterion)


def _block(statement: Statement) -> tuple[str, str] | None:
    """Return what a statement belongs to: a gap or a strength and its criterion, None for all others."""
    if statement.criterion is None:
        return None
    if statement.part in GAP:
        return "gap", statement.criterion
    return ("strength", statement.criterion) if statement.part is Part.STRENGTH else None


def _criterion_moved(told: list[Statement], statement: Statement, step: int) -> tuple[Statement, ...]:
    block = _block(statement)
    order = list(dict.fromkeys(filter(None, map(_block, told))))
    if block is None:
        return tuple(told)
    other = order.index(block) + step
    if not 0 <= other < len(order) or order[other][0] != block[0]:
        return tuple(told)
    first = next(place for place, neighbour in enumerate(told) if _block(neighbour) in (block, order[other]))
    pair = [order[other], block] if step > 0 else [block, order[other]]
    in_pair = [[neighbour for neighbour in told if _block(neighbour) == one] for one in pair]
    rest = [neighbour for neighbour in told[first:] if _block(neighbour) not in pair]
    return (*told[:first], *in_pair[0], *in_pair[1], *rest)


def _place(statements: Sequence[Statement], part: Part, criterion: str) -> int:
    """Return where a new statement goes: after its like, else after its criterion, else after its kind."""
    kind = GAP if part in GAP else frozenset({Part.STRENGTH})
    fits = (
        lambda statement: statement.part is part and statement.criterion == criterion,
        lambda statement: statement.part in kind and statement.criterion == criterion,
        lambda statement: statement.part in kind,
        lambda statement: (
            statement.part in GAP or statement.part in (Part.DECISION, Part.PROCESS, Part.OUTCOME)
        ),
    )
    for fit in fits:
        places = [place for place, statement in enumerate(statements, start=1) if fit(statement)]
        if places:
            return places[-1]
    return len(statements)


def _free_id(statements: Sequence[Statement]) -> str:
    taken = {statement.id for statement in statements}
    return next(f"{ADDED}{number}" for number in range(1, len(taken) + 2) if f"{ADDED}{number}" not in taken)
