"""The call when there is little time: in one minute, or to a voicemail.

In: a feedback and a voice. Out: lines. The minute holds the decision, what decided it, one point and
one next step; the voicemail holds nothing of the outcome, because others may hear it.
"""

from recruiter_kit.call import frame
from recruiter_kit.call.reasons import advice, came_of_it, gaps_on_call, own_words, seen_on, what_decided
from recruiter_kit.call.spoken import Line, spoken, whole
from recruiter_kit.composing.promises import sender_name
from recruiter_kit.composing.voice import Voice
from recruiter_kit.feedback import REASONS_WITH_GAPS, Feedback, Part
from recruiter_kit.standard import Policy


def one_minute(feedback: Feedback, voice: Voice) -> list[Line]:
    """Return the call in a minute: decision, what decided it, one point, one next step."""
    return [
        *frame.greeting(feedback, voice),
        *frame.decision(feedback, voice),
        *_main_reason(feedback, voice),
        *frame.in_writing(feedback, voice),
    ]


def voicemail(feedback: Feedback, voice: Voice) -> list[Line]:
    """Return who rang and the request to call back; never the outcome, never the role."""
    message = voice.say(
        "call.voicemail.message",
        candidate=feedback.candidate.address_name,
        sender=sender_name(feedback.standard),
        organisation=feedback.organisation,
    )
    return whole(message)


def _main_reason(feedback: Feedback, voice: Voice) -> list[Line]:
    if feedback.policy is Policy.OUTCOME_ONLY:
        return spoken(voice.say("call.choice.outcome_only"))
    gaps = gaps_on_call(feedback)
    if not gaps or feedback.decision.reason not in REASONS_WITH_GAPS:
        return [*came_of_it(feedback, 1), *own_words(feedback, Part.UNSEEN)]
    return [
        *what_decided(feedback, voice, gaps[:1]),
        *seen_on(feedback, voice, gaps[0], 1),
        *advice(feedback, voice, most_words=0),
    ]
