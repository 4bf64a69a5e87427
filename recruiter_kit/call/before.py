"""What the caller settles before dialling.

In: a feedback. Out: lines to read, never to say. A caller who cannot defend the decision with the
scorecards does not ring (feedback-science, 1.11); keeps R14 and R17 in mind.
"""

from recruiter_kit.call.reasons import differing_key, gaps_on_call
from recruiter_kit.composing import phrasing
from recruiter_kit.feedback import Feedback, Part, Verdict, criterion_name
from recruiter_kit.standard import Policy


def before_call(feedback: Feedback) -> tuple[str, ...]:
    """Return what must be settled before the call, the gravest first."""
    say = phrasing.say
    lines = [say("call.before.defend")]
    errors = sum(finding.severity == "error" for finding in feedback.findings)
    if errors:
        lines.append(say("call.before.findings", count=errors))
    if feedback.closeness and feedback.closeness.verdict is Verdict.TOO_CLOSE:
        lines.append(say("call.before.too_close"))
    if feedback.policy is not Policy.CALL_AND_WRITTEN:
        lines.append(say(f"call.before.{feedback.policy.value}"))
    differing = {statement.criterion for statement in feedback.said(Part.DIFFERING)}
    for criterion in gaps_on_call(feedback):
        key = differing_key(feedback, criterion) if criterion in differing else "gap"
        lines.append(say(f"call.before.{key}", criterion=criterion_name(feedback, criterion)))
    if feedback.left_to_recruiter:
        lines.append(say("call.before.left", count=len(feedback.left_to_recruiter)))
    return (*lines, say("call.before.right_person"), say("call.before.other_live"))
