"""The agreed feedback as it is said on the telephone.

In: a Feedback. Out: the parts of the call with seconds and words, a one-minute version, a voicemail, and
what the caller reads beside them. Keeps R5 (the call draws on the same statements as the letter), R10
(the decision within 45 spoken words), R22 and the budget of FEEDBACK, "Order and budget".
"""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Literal

from recruiter_kit.call import frame
from recruiter_kit.call.before import before_call
from recruiter_kit.call.cards import Card, cards, do_not_say
from recruiter_kit.call.questions import Question, likely_questions
from recruiter_kit.call.reasons import reasons
from recruiter_kit.call.short import one_minute, voicemail
from recruiter_kit.call.spoken import Line, spoken, stage, words
from recruiter_kit.composing import phrasing
from recruiter_kit.composing.voice import Voice
from recruiter_kit.feedback import Feedback
from recruiter_kit.model import Record
from recruiter_kit.standard import Policy

WORDS_PER_MINUTE = 125
PAUSES = {"silence": 8, "breath": 2}


class CallPart(Record):
    """One part of the call.

    `words` counts what is said; `seconds` is that at 125 words per minute, plus pauses.
    """

    name: str
    seconds: int
    words: int
    lines: tuple[Line, ...]

    @property
    def runs(self) -> tuple[tuple[str, tuple[Line, ...]], ...]:
        """Return the lines, those of one kind in a row together: points are laid out as a list."""
        return tuple((kind, tuple(lines)) for kind, lines in groupby(self.lines, lambda line: line.kind))


class CallScript(Record):
    """A call from greeting to goodbye, and what goes with it.

    `before` is read before dialling, `short` is the same call in a minute (when the candidate has no
    time), `voicemail` says nothing of the outcome, `questions` are what this candidate may well ask.
    `other_closes` end the call where the reasons are wanted in writing, or not at all; only what the policy
    offers is in it (R22).
    """

    parts: tuple[CallPart, ...]
    cards: tuple[Card, ...]
    do_not_say: tuple[str, ...]
    before: tuple[str, ...]
    short: CallPart
    voicemail: CallPart
    questions: tuple[Question, ...]
    other_closes: Mapping[Literal["writing", "none"], CallPart]

    @property
    def words(self) -> int:
        return sum(part.words for part in self.parts)

    @property
    def seconds(self) -> int:
        return sum(part.seconds for part in self.parts)


def call_script(feedback: Feedback) -> CallScript:
    """Return the call script of a feedback: spoken parts with seconds, cards, and what not to say."""
    voice = Voice(standard=feedback.standard)
    explained = feedback.policy is not Policy.OUTCOME_ONLY
    parts = [
        _part("Opening", frame.opening(feedback, voice)),
        _part("Decision", frame.decision(feedback, voice)),
        _part("Feeling", frame.feeling(feedback, voice)),
        _part("Choice", frame.choice(feedback, voice)),
        _part("Reasons", reasons(feedback, voice) if explained else ()),
        _part("Questions", [*spoken(voice.say("call.questions.ask")), stage("cards")]),
        _part("Close", frame.close(feedback, voice)),
    ]
    return CallScript(
        parts=tuple(part for part in parts if part.lines),
        cards=cards(feedback),
        do_not_say=do_not_say(feedback),
        before=before_call(feedback),
        short=_part("In one minute", one_minute(feedback, voice)),
        voicemail=_part("Voicemail", voicemail(feedback, voice)),
        questions=likely_questions(feedback) if explained else (),
        other_closes={
            wanted: _part("Close", lines(voice))
            for wanted, lines in (("writing", frame.close_in_writing), ("none", frame.close_without))
            if wanted in frame.offered(feedback)
        },
    )


def _part(title: str, lines: Sequence[Line]) -> CallPart:
    said = sum(words(line.text) for line in lines if line.spoken)
    pauses = {phrasing.say(f"call.stage.{name}"): seconds for name, seconds in PAUSES.items()}
    waiting = sum(pauses.get(line.text, 0) for line in lines if line.kind == "stage")
    seconds = round(said * 60 / WORDS_PER_MINUTE) + waiting
    return CallPart(name=title, seconds=seconds, words=said, lines=tuple(lines))
