"""In what order a feedback tells the bad and the good.

In: a feedback. Out: findings where praise stands before the decision, or on both sides of the gaps: then the
praise is remembered and the verdict is not (feedback-science, 2.6).
"""

from collections.abc import Iterator

from recruiter_kit.feedback import Feedback, Finding, Part, Statement
from recruiter_kit.messages import say

_GAPS = frozenset({Part.NEEDS, Part.SEEN, Part.ADVICE})


def findings(feedback: Feedback) -> Iterator[Finding]:
    """Return the strengths that stand where they hide the verdict."""
    told = feedback.statements
    strengths = [place for place, statement in enumerate(told) if statement.part is Part.STRENGTH]
    decision = next((place for place, statement in enumerate(told) if statement.part is Part.DECISION), None)
    gaps = [place for place, statement in enumerate(told) if statement.part in _GAPS]
    for place in strengths:
        if decision is not None and place < decision:
            yield _finding("checked_praise_first", told[place])
    if gaps and any(place < gaps[0] for place in strengths) and any(place > gaps[-1] for place in strengths):
        yield _finding("checked_praise_around", told[strengths[-1]])


def _finding(key: str, on: Statement) -> Finding:
    return Finding(
        label="praise-sandwich",
        severity="warning",
        start=0,
        end=len(on.text),
        rule=f"praise-sandwich.{key.removeprefix('checked_').replace('_', '-')}",
        message=say(key),
        better=say("checked_praise_better"),
        source="feedback-science 2.6",
        statement=on.id,
    )
