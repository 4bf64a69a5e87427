"""What the caller settles before dialling.

In: a feedback. Out: lines to read, never to say. Who cannot defend the decision with the scorecards does
not ring (feedback-science, 1.11); keeps R14 and R17 in mind.
"""

from recruiter_kit.call.reasons import told_gaps
from recruiter_kit.composing import phrasing
from recruiter_kit.feedback import Feedback, Part, Verdict, criterion_name
from recruiter_kit.standard import Policy


def before_call(feedback: Feedback) -> tuple[str, ...]:
    """Return what must be settled before the call, the gravest first."""
    say = phrasing.say
    found = [say("call.before.defend")]
    errors = sum(each.severity == "error" for each in feedback.findings)
    if errors:
        found.append(say("call.before.findings", count=errors))
    if feedback.closeness and feedback.closeness.verdict is Verdict.TOO_CLOSE:
        found.append(say("call.before.too_close"))
    if feedback.policy is not Policy.CALL_AND_WRITTEN:
        found.append(say(f"call.before.{feedback.policy.value}"))
    differing = {each.criterion for each in feedback.said(Part.DIFFERING)}
    for criterion in told_gaps(feedback):
        key = "differing" if criterion in differing else "gap"
        found.append(say(f"call.before.{key}", criterion=criterion_name(feedback, criterion)))
    if feedback.left_to_recruiter:
        found.append(say("call.before.left", count=len(feedback.left_to_recruiter)))
    return (*found, say("call.before.right_person"), say("call.before.other_live"))
