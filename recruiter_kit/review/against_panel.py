"""What a feedback says against what the panel recorded.

In: a feedback. Out: findings where the two differ, or where a gap is not told whole. Keeps R2
(sources), R4 (agreement with the panel) and "close if and only if computed" (FEEDBACK).
"""

from collections.abc import Iterator

from recruiter_kit.feedback import (
    BELOW_BAR,
    CLOSE_VERDICTS,
    Feedback,
    Finding,
    Part,
    Statement,
    criterion_name,
)
from recruiter_kit.language.checking.engine.running import run
from recruiter_kit.language.checking.packs.loading import packs
from recruiter_kit.messages import say

LEAST_COVERAGE = 0.7
SHARE = "FEEDBACK, reason coverage"
TRIPLE = 'FEEDBACK, "A gap is a triple"'


def findings(feedback: Feedback) -> Iterator[Finding]:
    """Return what in `feedback` the scorecards do not bear."""
    yield from _without_source(feedback)
    yield from _incomplete(feedback)
    yield from _contradicting(feedback)
    yield from _close_not_computed(feedback)
    yield from _coverage(feedback)


def _without_source(feedback: Feedback) -> Iterator[Finding]:
    for statement in feedback.statements:
        if statement.lacks_source:
            yield _error("unsupported", "checked_no_source", "PRODUCT, R2", on=statement)


def _incomplete(feedback: Feedback) -> Iterator[Finding]:
    """Yield the gaps that say nothing of what was seen, and the blanks that wait for a person."""
    told = {statement.criterion for statement in feedback.said(Part.SEEN) if statement.text.strip()}
    for statement in feedback.said(Part.WAITING):
        yield _error("incomplete-gap", "checked_waiting", TRIPLE, on=statement)
    waiting = {statement.criterion for statement in feedback.said(Part.WAITING)}
    for criterion in dict.fromkeys(
        statement.criterion for statement in feedback.said(Part.NEEDS, Part.ADVICE, Part.DIFFERING)
    ):
        if criterion not in told | waiting:
            yield _error(
                "incomplete-gap",
                "checked_no_seen",
                TRIPLE,
                criterion=criterion_name(feedback, criterion or ""),
            )


def _contradicting(feedback: Feedback) -> Iterator[Finding]:
    for statement in feedback.said(Part.SEEN, Part.STRENGTH):
        standing = feedback.standing(statement.criterion or "")
        if standing is None:
            continue
        low = standing.band in BELOW_BAR
        if low is not (statement.part is Part.SEEN):
            key = "checked_praise_below" if low else "checked_gap_at_bar"
            yield _error("contradicts-scorecard", key, "PRODUCT, R4", on=statement, criterion=standing.name)


def _close_not_computed(feedback: Feedback) -> Iterator[Finding]:
    if feedback.closeness is not None and feedback.closeness.verdict in CLOSE_VERDICTS:
        return
    for statement in feedback.statements:
        for finding in run(statement.text, packs().of("feedback")):
            yield finding.model_copy(update={"statement": statement.id})


def _coverage(feedback: Feedback) -> Iterator[Finding]:
    """Yield a finding where too little of the shortfall is told, or its heaviest part is not."""
    share = feedback.reason_coverage()
    if share is None:
        return
    if share < LEAST_COVERAGE:
        low = _error("reason-coverage", "checked_coverage", SHARE, share=f"{share:.0%}")
        yield low.model_copy(update={"severity": "warning"})
    decisive = [
        standing for standing in feedback.standings if standing.criterion in feedback.decision.decisive
    ]
    most = max((standing.to_tell for standing in decisive), default=0.0)
    heaviest = [standing for standing in decisive if most and standing.to_tell >= most - 1e-9]
    if heaviest and not {standing.criterion for standing in heaviest} & set(feedback.gaps()):
        names = ", ".join(standing.name for standing in heaviest)
        yield _error("reason-coverage", "checked_heaviest", SHARE, criterion=names)


def _error(label: str, key: str, source: str, on: Statement | None = None, **fields: object) -> Finding:
    """Make a finding on the whole, or on all of the statement `on`."""
    return Finding(
        label=label,
        severity="error",
        start=0,
        end=len(on.text) if on else 0,
        rule=f"{label}.{key.removeprefix('checked_').replace('_', '-')}",
        message=say(key, **fields),
        source=source,
        statement=on.id if on else None,
    )
