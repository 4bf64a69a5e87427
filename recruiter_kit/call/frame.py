"""What a call says around the reasons: who rings, the decision, the choice, the end.

In: a feedback and a voice. Out: lines. Keeps R10 (the decision within 45 spoken words) and R22: the
choice and the end promise no more in writing than the policy of the stage allows.
"""

from recruiter_kit.call.reasons import gaps_on_call
from recruiter_kit.call.spoken import Line, spoken, stage
from recruiter_kit.composing import phrasing
from recruiter_kit.composing.promises import sender_name
from recruiter_kit.composing.voice import Voice
from recruiter_kit.feedback import Feedback, Part, criterion_name
from recruiter_kit.model import Reason
from recruiter_kit.standard import Policy

_SPECIAL = {Reason.ROLE_CLOSED: "role_closed", Reason.WITHDREW: "withdrew"}


def greeting(feedback: Feedback, voice: Voice) -> list[Line]:
    """Return who rings, and what about."""
    hello = voice.say(
        "call.opening.hello",
        candidate=feedback.candidate.address_name,
        sender=sender_name(feedback.standard),
        organisation=feedback.organisation,
    )
    return [*spoken(hello), *spoken(voice.say("call.opening.about", role=feedback.role))]


def opening(feedback: Feedback, voice: Voice) -> list[Line]:
    """Return the greeting and the question whether now is all right."""
    return [*greeting(feedback, voice), *spoken(voice.say("call.opening.now")), stage("greeting")]


def decision(feedback: Feedback, voice: Voice) -> list[Line]:
    """Return one warning sentence and the decision; a candidate who withdrew needs no warning."""
    reason = feedback.decision.reason
    warning = [] if reason is Reason.WITHDREW else spoken(voice.say("call.decision.warning"))
    news = voice.say(f"call.decision.{_SPECIAL.get(reason, 'not_offered')}")
    return [*warning, *spoken(news), stage("silence")]


def feeling(feedback: Feedback, voice: Voice) -> list[Line]:
    """Return one line that names the feeling; nothing for a candidate who withdrew."""
    if feedback.decision.reason is Reason.WITHDREW:
        return []
    return spoken(voice.say("call.feeling.name_it"))


def choice(feedback: Feedback, voice: Voice) -> list[Line]:
    """Return the question whether the reasons are wanted, as far as they may be told (R22)."""
    if feedback.policy is Policy.OUTCOME_ONLY:
        return spoken(voice.say("call.choice.outcome_only"))
    key = "ask_call_only" if feedback.policy is Policy.CALL_ONLY else "ask"
    return [*spoken(voice.say(f"call.choice.{key}")), stage("if_now")]


def close(feedback: Feedback, voice: Voice) -> list[Line]:
    """Return the summary, what is sent in writing, and thanks for one thing."""
    explained = feedback.policy is not Policy.OUTCOME_ONLY
    names = [criterion_name(feedback, gap) for gap in gaps_on_call(feedback)] if explained else []
    lines = spoken(voice.say("call.close.answer"))
    if len(names) == 1:
        lines += spoken(voice.say("call.close.decided", criterion=names[0]))
    elif names:
        other = phrasing.inside_sentence(names[1])
        lines += spoken(voice.say("call.close.decided_two", criterion=names[0], other=other))
    return [*lines, *in_writing(feedback, voice), *_thanks(feedback, voice)]


def in_writing(feedback: Feedback, voice: Voice) -> list[Line]:
    """Return what is sent in writing."""
    whole = feedback.policy is Policy.CALL_AND_WRITTEN
    return spoken(voice.say(f"call.close.{'writing' if whole else 'writing_outcome'}"))


def _thanks(feedback: Feedback, voice: Voice) -> list[Line]:
    if not voice.standard.tone.thanks:
        return []
    explained = feedback.policy is not Policy.OUTCOME_ONLY
    interviews = [statement.interview for statement in feedback.said(Part.SEEN) if statement.interview]
    if explained and interviews and "call.close.thanks" not in voice.standard.wording:
        interview = phrasing.inside_sentence(interviews[0])
        return spoken(voice.say("call.close.thanks_for", interview=interview))
    return spoken(voice.say("call.close.thanks"))
