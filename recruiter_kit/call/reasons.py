"""The reasons as they are said on a call: one strength, at most two gaps, one thing to do.

In: a feedback and a voice. Out: lines. Keeps R5: every sentence here is a statement of the feedback or
one of our own.
"""

import re
from collections.abc import Sequence

from recruiter_kit.call.spoken import MOST_WORDS, Line, sentences, spoken, stage, words
from recruiter_kit.composing import evidence, phrasing
from recruiter_kit.composing.voice import Voice
from recruiter_kit.feedback import Direction, Feedback, Part, Statement, criterion_name

MOST_SEEN_PER_GAP = 2
MOST_SENTENCES_OF_ADVICE = 2
CLAUSE_END = re.compile(r"[,;:]\s")
# "A schema that survives a change" can follow "The role needs"; "A complaint settled calmly" cannot.
NOUN_PHRASE = re.compile(r"(?:an?|the) (?:[\w-]+ ){1,3}(?:that|which|who) ", re.IGNORECASE)


def reasons(feedback: Feedback, voice: Voice) -> list[Line]:
    """Return what is said once the candidate has asked for the reasons."""
    gaps = gaps_on_call(feedback)
    if not gaps:
        return [
            *own_words(feedback, Part.OUTCOME),
            *own_words(feedback, Part.UNSEEN),
            *strength(feedback, voice, "only"),
        ]
    lines = strength(feedback, voice, "first")
    if lines:
        lines.append(stage("breath"))
    lines += _count(feedback, voice, len(gaps))
    for index, criterion in enumerate(gaps):
        key = _position(index, len(gaps), len(feedback.decision.decisive))
        lines += spoken(
            voice.say(f"call.gap.{key}", choice="call.gap.order", criterion=name_inside(feedback, criterion))
        )
        lines += gap(feedback, voice, criterion)
        lines.append(stage("breath"))
    return [*lines, *own_words(feedback, Part.UNSEEN), *advice(feedback, voice, gaps[0])]


def gaps_on_call(feedback: Feedback) -> tuple[str, ...]:
    """Return the criteria that are named as gaps on the call, heaviest first."""
    return feedback.gaps()[: feedback.standard.most_gaps_on_call]


def name_inside(feedback: Feedback, criterion: str) -> str:
    """Return a criterion's name as it is written inside a sentence."""
    return phrasing.inside_sentence(criterion_name(feedback, criterion))


def on(feedback: Feedback, criterion: str, *parts: Part) -> list[Statement]:
    """Return the statements of these parts on one criterion, in reading order."""
    return [statement for statement in feedback.said(*parts) if statement.criterion == criterion]


def strength(feedback: Feedback, voice: Voice, key: str) -> list[Line]:
    """Return one strength, the most detailed that can be said in one breath; nothing where none was seen."""
    strengths = feedback.said(Part.STRENGTH)
    if not strengths:
        return []
    return [*spoken(voice.say(f"call.strength.{key}")), *spoken(sayable(strengths, 1)[0].text)]


def own_words(feedback: Feedback, part: Part) -> list[Line]:
    """Return the statements of a part, unchanged."""
    return [line for statement in feedback.said(part) for line in spoken(statement.text)]


def gap(feedback: Feedback, voice: Voice, criterion: str) -> list[Line]:
    """Return what the role needs and what was seen."""
    lines = []
    for needs in on(feedback, criterion, Part.NEEDS):
        lines += _needs(voice, criterion, needs.text)
    for differing in on(feedback, criterion, Part.DIFFERING):
        lines += spoken(differing.text)
    for seen in seen_on(feedback, criterion, MOST_SEEN_PER_GAP):
        lines += spoken(seen.text)
    return lines


def seen_on(feedback: Feedback, criterion: str, most: int) -> list[Statement]:
    """Return up to `most` of what was seen on a gap, plain failures first; what was done well there is
    left to the letter."""
    good = {seen.id for seen in feedback.observations if seen.direction is Direction.STRENGTH}
    seen = on(feedback, criterion, Part.SEEN)
    plain = [said for said in seen if not (said.observations and good.issuperset(said.observations))]
    failures = [said for said in plain if evidence.is_failure(said.text)]
    return sayable(failures if len(failures) >= most else plain or seen, most)


def advice(
    feedback: Feedback, voice: Voice, criterion: str, most: int = MOST_SENTENCES_OF_ADVICE
) -> list[Line]:
    """Return one thing to do on a criterion, in at most `most` sentences."""
    statements = on(feedback, criterion, Part.ADVICE)
    advised = [sentence for statement in statements for sentence in sentences(statement.text)]
    if not advised:
        return []
    return [*spoken(voice.say("call.advice.one")), *spoken(" ".join(advised[:most]))]


def sayable(statements: Sequence[Statement], most: int) -> list[Statement]:
    """Return up to `most` statements in reading order: those that need no break inside a sentence, the
    most detailed first (length is a measure of detail, evidence/language.md, section 0)."""
    broken = {said.id for said in statements if any("…" in line.text for line in spoken(said.text))}
    ranked = sorted(statements, key=lambda said: (said.id in broken, -words(said.text)))
    return [said for said in statements if said in ranked[:most]]


def _count(feedback: Feedback, voice: Voice, gaps: int) -> list[Line]:
    if gaps < 2:
        return []
    number = phrasing.number(gaps)
    key = "count" if gaps == len(feedback.decision.decisive) else "count_of"
    return spoken(voice.say(f"call.gap.{key}", count=number[:1].upper() + number[1:], number=number))


def _position(index: int, gaps: int, decisive: int) -> str:
    if gaps == 1:
        return "one" if decisive == 1 else "one_of"
    return "first" if index == 0 else "next"


def _needs(voice: Voice, criterion: str, text: str) -> list[Line]:
    """Return the first sentence, cut at a comma only when it is too long to be said in one breath."""
    first = sentences(text)[0]
    choice = f"call.gap.needs.{criterion}"
    if NOUN_PHRASE.match(first):
        needs = _in_one_breath(first, MOST_WORDS - 3)
        return spoken(voice.say("call.gap.needs", choice=choice, needs=needs[:1].lower() + needs[1:]))
    whole = voice.say("call.gap.needs_whole", choice=choice)
    return [*spoken(whole), *spoken(_in_one_breath(first, MOST_WORDS))]


def _in_one_breath(sentence: str, most: int) -> str:
    cut = CLAUSE_END.search(sentence)
    if cut and words(sentence) > most and cut.start() > len(sentence) // 3:
        return sentence[: cut.start()] + "."
    return sentence
