"""What a call says around the reasons: who rings, the decision, the choice, the end.

In: a feedback and a voice. Out: lines. Keeps R10 (the decision within 45 spoken words) and R22: the
choice and the end promise no more in writing than the policy of the stage allows.
"""

from recruiter_kit.call.reasons import decisive, gaps_on_call, name_inside
from recruiter_kit.call.spoken import Line, spoken, stage, whole
from recruiter_kit.composing import phrasing
from recruiter_kit.composing.promises import sender_name
from recruiter_kit.composing.voice import Voice
from recruiter_kit.feedback import Feedback, Part
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
    return [*whole(hello), *spoken(voice.say("call.opening.about", role=feedback.role))]


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


def offered(feedback: Feedback) -> tuple[str, ...]:
    """Return what the candidate may choose beside the reasons now: "writing", "none" (R22)."""
    if feedback.policy is Policy.OUTCOME_ONLY:
        return ()
    return ("none",) if feedback.policy is Policy.CALL_ONLY else ("writing", "none")


def close_in_writing(voice: Voice) -> list[Line]:
    """Return the end of a call whose reasons come in writing."""
    return [*spoken(voice.say("call.close.reasons_later")), *_farewell(voice)]


def close_without(voice: Voice) -> list[Line]:
    """Return the end of a call with a candidate who wants no reasons."""
    return [*spoken(voice.say("call.close.no_reasons")), *_farewell(voice)]


def _farewell(voice: Voice) -> list[Line]:
    return spoken(voice.say("call.close.thanks")) if voice.standard.tone.thanks else []


def close(feedback: Feedback, voice: Voice) -> list[Line]:
    """Return the summary, what is sent in writing, and thanks for one thing."""
    explained = feedback.policy is not Policy.OUTCOME_ONLY
    why = _why(feedback, voice) if explained else []
    answer = spoken(voice.say("call.close.answer"))
    return [*answer, *why, *in_writing(feedback, voice), *_thanks(feedback, voice)]


def _why(feedback: Feedback, voice: Voice) -> list[Line]:
    """Return the reasons that were told; where one could not be told, none is called the main one."""
    names = [name_inside(feedback, gap) for gap in gaps_on_call(feedback)]
    if not names or not decisive(feedback):
        return []
    unseen = bool(feedback.said(Part.UNSEEN))
    if len(names) > 1:
        key = "decided_two_of" if unseen else "decided_two"
        return spoken(voice.say(f"call.close.{key}", criterion=names[0], other=names[1]))
    key = "decided" if len(decisive(feedback)) == 1 else "decided_one_of" if unseen else "decided_most"
    return spoken(voice.say(f"call.close.{key}", criterion=names[0]))


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
