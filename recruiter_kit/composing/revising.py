"""What a person changes in a draft: reworded, dropped, moved, added; then looked at again as a whole.

In: the statements as they are and what the person wants. Out: other statements, and a feedback whose findings
and candour are those of the new words. Keeps R2: what a person adds is marked as theirs and names its source,
or why it may stand without one.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from recruiter_kit.composing import phrasing
from recruiter_kit.composing.plan import trouble
from recruiter_kit.errors import InputError
from recruiter_kit.feedback import Basis, Feedback, Finding, Part, Source, Statement, criterion_name
from recruiter_kit.model import Reason
from recruiter_kit.review import candour
from recruiter_kit.review.statements import check_feedback

LASTING = frozenset(
    f"composing.{each}"
    for each in ("decisive_at_bar", "decisive_not_assessed", "below_in_close_call", "too_close", "no_sender")
)
"""Findings of composing that no other words put right."""
CAN_BE_ADDED = (Part.SEEN, Part.ADVICE, Part.NEEDS, Part.STRENGTH)
GAP = frozenset({Part.NEEDS, Part.DIFFERING, Part.SEEN, Part.ADVICE})
ADDED = "p"
"""What the ids of statements begin with that a person added."""


LONGEST = 5000
"""Characters of a statement. A letter is a page."""


def unseen_but_told(feedback: Feedback) -> tuple[Finding, ...]:
    """Return where the text says that nobody wrote anything on a criterion which it then tells of (R4)."""
    names = {each: phrasing.inside_sentence(criterion_name(feedback, each)) for each in feedback.gaps()}
    found = []
    for said in feedback.said(Part.UNSEEN):
        for name in names.values():
            start = said.text.find(name)
            if start >= 0:
                problem = trouble("contradicts-scorecard", "unseen_told", criterion=name)
                place = {"statement": said.id, "start": start, "end": start + len(name)}
                found.append(problem.model_copy(update=place))
    return tuple(found)


def reason_untold(feedback: Feedback) -> tuple[Finding, ...]:
    """Return that no reason is told, because it is none of those that are known and nobody worded it."""
    decision = feedback.decision
    worded = any(each.by for each in feedback.statements)
    if decision.reason is not Reason.OTHER or decision.decisive or worded:
        return ()
    return (trouble("no-reason", "reason_untold"),)


def revised(feedback: Feedback, statements: Sequence[Statement], people: Sequence[str] = ()) -> Feedback:
    """Return the feedback with these statements, checked and measured anew; `people` as in check_feedback."""
    changed = feedback.model_copy(update={"statements": tuple(statements), "findings": (), "candour": None})
    measured = candour.measure(changed)
    lasting = (each for each in feedback.findings if each.rule in LASTING)
    found = (
        *lasting,
        *unseen_but_told(changed),
        *reason_untold(changed),
        *check_feedback(changed, people),
        *candour.findings(changed, measured),
    )
    return changed.model_copy(update={"findings": found, "candour": measured})


def reworded(statements: Sequence[Statement], texts: Mapping[str, str], by: str) -> tuple[Statement, ...]:
    """Return the statements with the texts by id; one whose text is empty is dropped.

    Raises InputError when a text has more than LONGEST characters.
    """
    changed = []
    for each in statements:
        text = _words(texts.get(each.id, each.text))
        if text == each.text:
            changed.append(each)
        elif text:
            changed.append(each.model_copy(update={"text": text, "by": by}))
    return tuple(changed)


def dropped(statements: Sequence[Statement], id: str) -> tuple[Statement, ...]:
    """Return the statements without this one."""
    return tuple(each for each in statements if each.id != id)


def moved(statements: Sequence[Statement], id: str, where: Literal["up", "down"]) -> tuple[Statement, ...]:
    """Return the statements with this one before or after its neighbour.

    Inside its criterion it changes place with the next of its part; at the edge the whole criterion changes
    place with the next gap, or the next strength. Where there is no neighbour, nothing changes.
    """
    step = -1 if where == "up" else 1
    told = list(statements)
    here = next((place for place, each in enumerate(told) if each.id == id), None)
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
            each.interview
            for each in statements
            for known in each.sources
            if source and each.interview and known.scorecard == source.scorecard
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
    first = next(place for place, each in enumerate(told) if _block(each) in (block, order[other]))
    pair = [order[other], block] if step > 0 else [block, order[other]]
    in_pair = [[each for each in told if _block(each) == one] for one in pair]
    rest = [each for each in told[first:] if _block(each) not in pair]
    return (*told[:first], *in_pair[0], *in_pair[1], *rest)


def _place(statements: Sequence[Statement], part: Part, criterion: str) -> int:
    """Return where a new statement goes: after its like, else after its criterion, else after its kind."""
    kind = GAP if part in GAP else frozenset({Part.STRENGTH})
    fits = (
        lambda each: each.part is part and each.criterion == criterion,
        lambda each: each.part in kind and each.criterion == criterion,
        lambda each: each.part in kind,
        lambda each: each.part in GAP or each.part in (Part.DECISION, Part.PROCESS, Part.OUTCOME),
    )
    for fit in fits:
        places = [place for place, each in enumerate(statements, start=1) if fit(each)]
        if places:
            return places[-1]
    return len(statements)


def _free_id(statements: Sequence[Statement]) -> str:
    taken = {each.id for each in statements}
    return next(f"{ADDED}{number}" for number in range(1, len(taken) + 2) if f"{ADDED}{number}" not in taken)
