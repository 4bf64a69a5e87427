"""The agreed feedback as it is said on the telephone.

In: a Feedback. Out: the parts of the call with seconds and words, the cards, and what not to say.
Keeps R5 (the call draws on the same statements as the letter), R10 (the decision within 45 spoken
words) and the budget of FEEDBACK, "Order and budget".
"""

import re
from collections.abc import Sequence
from typing import Literal

from recruiter_kit.composing import phrasing
from recruiter_kit.composing.cards import Card, cards, criterion_name, do_not_say
from recruiter_kit.composing.promises import sender_name
from recruiter_kit.feedback import Feedback, Part, Statement
from recruiter_kit.model import Reason, Record

WORDS_PER_MINUTE = 125
SILENCE_SECONDS = 8
SHORT_SENTENCE = 15
MOST_SEEN_PER_GAP = 2
MOST_SENTENCES_OF_ADVICE = 2
CLAUSE_END = re.compile(r"[,;:]\s")
# "A schema that survives a change" can follow "The role needs"; "A complaint settled calmly" cannot.
NOUN_PHRASE = re.compile(r"(?:an?|the) (?:[\w-]+ ){1,3}(?:that|which|who) ", re.IGNORECASE)


class Line(Record):
    """One line of the script: a sentence to say, or a stage direction in brackets."""

    kind: Literal["say", "stage"]
    text: str


class CallPart(Record):
    """One part of the call.

    `words` counts what is said; `seconds` is that at 125 words a minute, plus silence.
    """

    name: str
    seconds: int
    words: int
    lines: tuple[Line, ...]


class CallScript(Record):
    """A call from greeting to goodbye."""

    parts: tuple[CallPart, ...]
    cards: tuple[Card, ...]
    do_not_say: tuple[str, ...]

    @property
    def words(self) -> int:
        return sum(part.words for part in self.parts)

    @property
    def seconds(self) -> int:
        return sum(part.seconds for part in self.parts)


def call_script(feedback: Feedback) -> CallScript:
    """Return the call script of a feedback: spoken parts with seconds, cards, and what not to say."""
    parts = [
        _part("Opening", [*_opening(feedback), _stage("greeting")]),
        _part("Decision", [_say("call.decision.warning"), _say(_decision_key(feedback)), _stage("silence")]),
        _part("Feeling", [_say("call.feeling.name_it")]),
        _part("Choice", [_say("call.choice.ask"), _stage("if_now")]),
        _part("Reasons", _reasons(feedback)),
        _part("Questions", [_say("call.questions.ask"), _stage("cards")]),
        _part("Close", _close(feedback)),
    ]
    return CallScript(
        parts=tuple(part for part in parts if part.lines),
        cards=cards(feedback),
        do_not_say=do_not_say(feedback),
    )


def sentences(text: str) -> list[str]:
    """Cut a statement into its sentences; statements are whole sentences with closing stops."""
    return [each for each in re.split(r"(?<=[.!?])\s+(?=[\"“‘A-Z])", text.strip()) if each]


def _say(key: str, **fields: object) -> Line:
    return Line(kind="say", text=phrasing.say(key, **fields))


def _spoken(text: str) -> list[Line]:
    return [Line(kind="say", text=each) for each in sentences(text)]


def _stage(name: str) -> Line:
    return Line(kind="stage", text=phrasing.say(f"call.stage.{name}"))


def _part(name: str, lines: Sequence[Line]) -> CallPart:
    words = sum(len(line.text.split()) for line in lines if line.kind == "say")
    silence = phrasing.say("call.stage.silence")
    pauses = sum(line.text == silence for line in lines)
    seconds = round(words * 60 / WORDS_PER_MINUTE) + pauses * SILENCE_SECONDS
    return CallPart(name=name, seconds=seconds, words=words, lines=tuple(lines))


def _opening(feedback: Feedback) -> list[Line]:
    return [
        _say(
            "call.opening.hello",
            candidate=feedback.candidate.address_name,
            sender=sender_name(feedback.standard),
            organisation=feedback.organisation,
        ),
        _say("call.opening.about", role=feedback.role),
        _say("call.opening.now"),
    ]


def _decision_key(feedback: Feedback) -> str:
    special = {Reason.ROLE_CLOSED: "role_closed", Reason.WITHDREW: "withdrew"}
    return f"call.decision.{special.get(feedback.decision.reason, 'not_offered')}"


def _reasons(feedback: Feedback) -> list[Line]:
    gaps = feedback.gaps()[: feedback.standard.most_gaps_on_call]
    if not gaps:
        return [
            *_own_words(feedback, Part.OUTCOME),
            *_own_words(feedback, Part.UNSEEN),
            *_strength(feedback, "only"),
        ]
    lines = _strength(feedback, "first")
    if len(gaps) > 1:
        count = phrasing.number(len(gaps))
        lines.append(_say("call.gap.count", count=count[:1].upper() + count[1:]))
    for place, criterion in enumerate(gaps):
        key = _place(place, len(gaps), len(feedback.decision.decisive))
        name = phrasing.inside_sentence(criterion_name(feedback, criterion))
        lines.append(_say(f"call.gap.{key}", criterion=name))
        lines += _gap(feedback, criterion)
    return [*lines, *_own_words(feedback, Part.UNSEEN), *_advice(feedback, gaps[0])]


def _place(place: int, gaps: int, decisive: int) -> str:
    if gaps == 1:
        return "one" if decisive == 1 else "one_of"
    return "first" if place == 0 else "next"


def _strength(feedback: Feedback, key: str) -> list[Line]:
    strengths = feedback.said(Part.STRENGTH)
    if not strengths:
        return []
    return [_say(f"call.strength.{key}"), *_spoken(_shortest(strengths, 1)[0].text)]


def _own_words(feedback: Feedback, part: Part) -> list[Line]:
    return [line for statement in feedback.said(part) for line in _spoken(statement.text)]


def _gap(feedback: Feedback, criterion: str) -> list[Line]:
    lines = []
    for needs in _on(feedback, criterion, Part.NEEDS):
        lines += _needs(needs.text)
    if _on(feedback, criterion, Part.DIFFERING):
        lines += _spoken(phrasing.say("letter.outcome.differing"))
    for seen in _shortest(_on(feedback, criterion, Part.SEEN), MOST_SEEN_PER_GAP):
        lines += _spoken(seen.text)
    return lines


def _needs(text: str) -> list[Line]:
    """Say the first sentence, cut at a comma when it is too long to be said in one breath."""
    first = sentences(text)[0]
    cut = CLAUSE_END.search(first)
    if cut and len(first.split()) > SHORT_SENTENCE - 3 and cut.start() > len(first) // 3:
        first = first[: cut.start()] + "."
    if NOUN_PHRASE.match(first):
        return [_say("call.gap.needs", needs=first[:1].lower() + first[1:])]
    return [_say("call.gap.needs_whole"), Line(kind="say", text=first)]


def _advice(feedback: Feedback, criterion: str) -> list[Line]:
    told = [each for advice in _on(feedback, criterion, Part.ADVICE) for each in sentences(advice.text)]
    if not told:
        return []
    return [
        _say("call.advice.one"),
        *(Line(kind="say", text=each) for each in told[:MOST_SENTENCES_OF_ADVICE]),
    ]


def _close(feedback: Feedback) -> list[Line]:
    names = [
        criterion_name(feedback, each) for each in feedback.gaps()[: feedback.standard.most_gaps_on_call]
    ]
    lines = [_say("call.close.answer")]
    if len(names) == 1:
        lines.append(_say("call.close.decided", criterion=names[0]))
    elif names:
        lines.append(
            _say("call.close.decided_two", criterion=names[0], other=phrasing.inside_sentence(names[1]))
        )
    return [*lines, _say("call.close.writing"), _say("call.close.thanks")]


def _on(feedback: Feedback, criterion: str, part: Part) -> list[Statement]:
    return [each for each in feedback.said(part) if each.criterion == criterion]


def _shortest(statements: Sequence[Statement], most: int) -> list[Statement]:
    """Return up to `most` statements, those easy to say first, in reading order."""
    ranked = sorted(statements, key=lambda each: max(len(one.split()) for one in sentences(each.text)))
    return [each for each in statements if each in ranked[:most]]
