"""How much of the panel's judgement a drafted feedback tells, and what its sentences rest on.

In: a feedback. Out: a Candour for the house, never shown to a candidate. Source: FEEDBACK,
"Candour, measured on every draft".
"""

from recruiter_kit.feedback import Candour, Feedback, Part


def measure(feedback: Feedback) -> Candour:
    """Return the measured candour of `feedback`: shares from 0 to 1, None where nothing is to be told.

    Reason coverage: Feedback.reason_coverage. Evidence share: sentences on gaps and strengths that
    name an observation. Action share: gaps with what the role needs, what was seen and what would help.
    """
    gaps = set(feedback.gaps())
    evaluative = feedback.said(Part.SEEN, Part.STRENGTH)
    whole = [
        gap
        for gap in gaps
        if all(
            any(each.criterion == gap for each in feedback.said(part)) for part in (Part.NEEDS, Part.ADVICE)
        )
    ]
    return Candour(
        reason_coverage=feedback.reason_coverage(),
        evidence_share=_share(sum(bool(each.observations) for each in evaluative), len(evaluative)),
        action_share=_share(len(whole), len(gaps)),
    )


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None
