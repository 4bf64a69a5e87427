"""What the letter says about itself that its own statements contradict, and a reason that nobody worded.

In: a feedback. Out: findings, which nobody can dismiss. Keeps R4 and R5.
"""

from recruiter_kit.composing import phrasing
from recruiter_kit.composing.plan import trouble
from recruiter_kit.feedback import Feedback, Finding, Part, criterion_name
from recruiter_kit.model import Reason
from recruiter_kit.review.last_look import LABEL


def unseen_but_told(feedback: Feedback) -> tuple[Finding, ...]:
    """Return where the text says that nobody wrote anything on a criterion which it then tells of (R4)."""
    names = {gap: phrasing.inside_sentence(criterion_name(feedback, gap)) for gap in feedback.gaps()}
    found = []
    for said in feedback.said(Part.UNSEEN):
        for name in names.values():
            start = said.text.find(name)
            if start >= 0:
                problem = trouble(LABEL, "unseen_told", criterion=name)
                place = {"statement": said.id, "start": start, "end": start + len(name)}
                found.append(problem.model_copy(update=place))
    return tuple(found)


def reason_untold(feedback: Feedback) -> tuple[Finding, ...]:
    """Return that no reason is told, because it is not one of those that are known and nobody worded it."""
    decision = feedback.decision
    worded = any(statement.by for statement in feedback.statements)
    if decision.reason is not Reason.OTHER or decision.decisive or worded:
        return ()
    return (trouble(LABEL, "reason_untold"),)
