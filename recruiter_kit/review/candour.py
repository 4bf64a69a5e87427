"""How much of the panel's judgement a drafted feedback tells, and what its sentences rest on.

In: a feedback. Out: a Candour for the organisation, never shown to a candidate, and findings where a
reader would be misled. Source: FEEDBACK, "Candour, measured on every draft".
"""

import re
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
from recruiter_kit.review.against_panel import LEAST_COVERAGE
from recruiter_kit.review.imagined_reader import inferred

MOST_INFLATION = 0.5
# On one criterion the words of a band alone may be a level off: "well below" begins at -1.25 and ends at -3.
MOST_ON_A_CRITERION = 1.25
LEAST_FUTURE = 0.4
# What a reader makes of a criterion that is said to have decided it, and no more: our assumption.
NAMED_ONLY = -1.5
NOT_NAMED = 0.0


def measure(feedback: Feedback, refused: frozenset[str] = frozenset()) -> Candour:
    """Return the measured candour of `feedback`: shares from 0 to 1, None where nothing is to be told.

    Reason coverage: Feedback.reason_coverage. Evidence share: sentences on gaps and strengths that
    name an observation which bears them out; a reason instead of a note counts for nothing here. `refused`
    are the statements that the notes they name do not bear out. Action share: gaps with what the role needs,
    what was seen and a next step. Future share: words of next steps, of all words on gaps but for what the
    role needs. Inflation: see review/imagined_reader.py.
    """
    gaps = feedback.gaps()
    helped = _criteria(feedback, Part.ADVICE)
    evaluative = feedback.said(Part.SEEN, Part.STRENGTH)
    future = feedback.said(Part.ADVICE)
    bare = tuple(
        statement.id
        for statement in evaluative
        if statement.id in refused or not (statement.observations or statement.sources)
    )
    not_whole = tuple(gap for gap in gaps if gap not in helped & _criteria(feedback, Part.NEEDS))
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
        without_step=tuple(gap for gap in gaps if gap not in helped),
        future=tuple(statement.id for statement in future),
    )


def out_of_bounds(candour: Candour) -> tuple[str, ...]:
    """Return the names of the figures that FEEDBACK's bounds do not let pass.

    A gap for which no next step fits is as candid as any: the shares that it lowers are not held against it.
    """
    low = {
        "reason_coverage": (candour.reason_coverage, LEAST_COVERAGE),
        "evidence_share": (candour.evidence_share, 1.0),
    }
    if not set(candour.not_whole) <= set(candour.without_step):
        low["action_share"] = (candour.action_share, 1.0)
    if not candour.without_step:
        low["future_share"] = (candour.future_share, LEAST_FUTURE)
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
            guess = NAMED_ONLY if _named(feedback, standing) else NOT_NAMED
        else:
            continue
        yield Inflation(
            criterion=standing.criterion,
            inferred=round(guess, 2),
            panel=(standing.mean - standing.required) * standing.stretch,
            statements=tuple(statement.id for statement in said),
        )


def _named(feedback: Feedback, standing: Standing) -> bool:
    """Whether the criterion is named as one that decided it, or as one on which nobody wrote an example."""
    parts = [Part.UNSEEN]
    if standing.criterion in feedback.decision.decisive:
        parts.append(Part.PROCESS)
    name = re.compile(rf"(?<!\w){re.escape(standing.name)}(?!\w)", re.IGNORECASE)
    return any(name.search(statement.text) for statement in feedback.said(*parts))


def _heading(feedback: Feedback, standing: Standing, said: Sequence[Statement]) -> str:
    """Return the heading under which the letter says it."""
    if said[0].part is Part.STRENGTH:
        return phrasing.say("letter.heading.strengths")
    return phrasing.say(f"letter.band.{standing.band.value}") if feedback.standard.bands_shown else ""


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


def _criteria(feedback: Feedback, part: Part) -> frozenset[str]:
    return frozenset(statement.criterion for statement in feedback.said(part) if statement.criterion)


def _words(statements: Sequence[Statement]) -> int:
    return sum(len(statement.text.split()) for statement in statements)


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None
