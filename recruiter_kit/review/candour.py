"""How much of the panel's judgement a drafted feedback tells, and what its sentences rest on.

In: a feedback. Out: a Candour for the organisation, never shown to a candidate, and findings where a
reader would be misled. Source: FEEDBACK, "Candour, measured on every draft".
"""

from collections.abc import Iterator, Sequence

from recruiter_kit.composing import phrasing
from recruiter_kit.feedback import (
    REASONS_WITH_GAPS,
    Agreement,
    Candour,
    Feedback,
    Finding,
    Inflation,
    Part,
    Standing,
    Statement,
)
from recruiter_kit.messages import say
from recruiter_kit.review.imagined_reader import inferred

MOST_INFLATION = 0.5
# On one criterion the words of a band alone may be a level off: "well below" begins at -1.25 and ends at -3.
MOST_ON_A_CRITERION = 1.25
LEAST_FUTURE = 0.4
# What a reader makes of a criterion that is said to have decided it, and no more: our assumption.
NAMED_ONLY = -1.5
NOT_NAMED = 0.0


def measure(feedback: Feedback) -> Candour:
    """Return the measured candour of `feedback`: shares from 0 to 1, None where nothing is to be told.

    Reason coverage: Feedback.reason_coverage. Evidence share: sentences on gaps and strengths that
    name an observation. Action share: gaps with what the role needs, what was seen and a next
    step. Future share: words of next steps, of all words on gaps but for what the role needs.
    Inflation: see review/imagined_reader.py.
    """
    gaps = feedback.gaps()
    evaluative = feedback.said(Part.SEEN, Part.STRENGTH)
    future = feedback.said(Part.ADVICE)
    bare = tuple(
        statement.id for statement in evaluative if not (statement.observations or statement.sources)
    )
    not_whole = tuple(gap for gap in gaps if not _whole(feedback, gap))
    read = tuple(_read(feedback))
    return Candour(
        reason_coverage=feedback.reason_coverage(),
        evidence_share=_share(len(evaluative) - len(bare), len(evaluative)),
        action_share=_share(len(gaps) - len(not_whole), len(gaps)),
        future_share=_share(_words(future), _words((*future, *feedback.said(Part.SEEN)))) if gaps else None,
        inflation=_overall(feedback, read),
        by_criterion=read,
        untold=_untold(feedback),
        without_source=bare,
        not_whole=not_whole,
        future=tuple(statement.id for statement in future),
    )


def out_of_bounds(candour: Candour) -> tuple[str, ...]:
    """Return the names of the figures that FEEDBACK's bounds do not let pass."""
    low = {
        "reason_coverage": (candour.reason_coverage, 0.7),
        "evidence_share": (candour.evidence_share, 1.0),
        "action_share": (candour.action_share, 1.0),
        "future_share": (candour.future_share, LEAST_FUTURE),
    }
    found = [name for name, (value, least) in low.items() if value is not None and value < least]
    if candour.inflation is not None and abs(candour.inflation) > MOST_INFLATION:
        found.append("inflation")
    return tuple(found)


def findings(feedback: Feedback, candour: Candour) -> Iterator[Finding]:
    """Yield warnings where a reader would take the candidate for better or worse than the panel did."""
    if candour.inflation is not None and abs(candour.inflation) > MOST_INFLATION:
        yield _misleading(candour.inflation, say("candour_whole"))
    for inflation in candour.by_criterion:
        standing = feedback.standing(inflation.criterion)
        if standing is not None and inflation.statements and abs(inflation.inflation) > MOST_ON_A_CRITERION:
            yield _misleading(inflation.inflation, standing.name)


def _misleading(inflation: float, where: str) -> Finding:
    sweet = inflation > 0
    label, key = ("sugar-coating", "candour_sweet") if sweet else ("needlessly-harsh", "candour_harsh")
    return Finding(
        label=label,
        severity="warning",
        start=0,
        end=0,
        rule=f"candour.{'sugar-coated' if sweet else 'needlessly-harsh'}",
        message=say(key, where=where, levels=f"{abs(inflation):.1f}"),
        source="FEEDBACK, inflation estimate",
    )


def _read(feedback: Feedback) -> Iterator[Inflation]:
    """Yield what a reader takes from each criterion; a split panel gave no level to compare with."""
    named = bool(feedback.said(Part.UNSEEN))
    for standing in feedback.standings:
        if standing.agreement is Agreement.SPLIT:
            continue
        said = [
            statement
            for statement in feedback.said(Part.SEEN, Part.STRENGTH)
            if statement.criterion == standing.criterion
        ]
        if said:
            guess = inferred(_heading(feedback, standing, said), [statement.text for statement in said])
        elif standing.to_tell and feedback.decision.reason in REASONS_WITH_GAPS:
            guess = NAMED_ONLY if named and standing.criterion in feedback.decision.decisive else NOT_NAMED
        else:
            continue
        yield Inflation(
            criterion=standing.criterion,
            inferred=round(guess, 2),
            panel=standing.mean - standing.required,
            statements=tuple(statement.id for statement in said),
        )


def _heading(feedback: Feedback, standing: Standing, said: Sequence[Statement]) -> str:
    """Return the heading under which the letter says it."""
    if said[0].part is Part.STRENGTH:
        return "What you did well"
    differing = any(statement.criterion == standing.criterion for statement in feedback.said(Part.DIFFERING))
    if differing or not feedback.standard.bands_shown:
        return ""
    return phrasing.say(f"letter.band.{standing.band.value}")


def _overall(feedback: Feedback, read: Sequence[Inflation]) -> float | None:
    weights = {standing.criterion: standing.weight for standing in feedback.standings}
    whole = sum(weights[inflation.criterion] for inflation in read)
    share = _share(sum(weights[inflation.criterion] * inflation.inflation for inflation in read), whole)
    return None if share is None else round(share, 2)


def _untold(feedback: Feedback) -> tuple[str, ...]:
    if feedback.reason_coverage() is None:
        return ()
    gaps = feedback.gaps()
    return tuple(
        standing.criterion
        for standing in feedback.standings
        if standing.to_tell and standing.criterion not in gaps
    )


def _whole(feedback: Feedback, gap: str) -> bool:
    parts = {
        statement.part for statement in feedback.said(Part.NEEDS, Part.ADVICE) if statement.criterion == gap
    }
    return len(parts) == len((Part.NEEDS, Part.ADVICE))


def _words(statements: Sequence[Statement]) -> int:
    return sum(len(statement.text.split()) for statement in statements)


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None
