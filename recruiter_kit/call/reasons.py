"""The reasons as they are said on a call: one strength, at most two gaps, one thing that would help.

In: a feedback and a voice. Out: lines. Keeps R5: every sentence here is a statement of the feedback or
one of our own, every point a part of a statement.
"""

import re
from collections.abc import Sequence

from recruiter_kit.call import points
from recruiter_kit.call.spoken import MOST_WORDS, Line, inside, sentences, spoken, stage, words
from recruiter_kit.composing import phrasing
from recruiter_kit.composing.voice import Voice
from recruiter_kit.feedback import Direction, Feedback, Part, Statement, criterion_name

MOST_POINTS = 3
MOST_WORDS_OF_ADVICE = 60
CLAUSE_END = re.compile(r"[,;:]\s")
# These can follow "The role needs"; "Stated clearly" cannot.
NEEDED = re.compile(r"(?:an?|the|more than)\s", re.IGNORECASE)


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
    lines += what_decided(feedback, voice, gaps)
    for criterion, key in zip(gaps, ("first", "next"), strict=False):
        if len(gaps) > 1:
            lines += spoken(voice.say(f"call.gap.{key}", criterion=name_inside(feedback, criterion)))
        lines += gap(feedback, voice, criterion)
        lines.append(stage("breath"))
    return [*lines, *own_words(feedback, Part.UNSEEN), *advice(feedback, voice)]


def gaps_on_call(feedback: Feedback) -> tuple[str, ...]:
    """Return the criteria that are told as gaps on the call, heaviest first."""
    return feedback.gaps()[: feedback.standard.most_gaps_on_call]


def decisive(feedback: Feedback) -> tuple[str, ...]:
    """Return the criteria that decided it, those that are told first."""
    return tuple(dict.fromkeys([*feedback.gaps(), *feedback.decision.decisive]))


def name_inside(feedback: Feedback, criterion: str) -> str:
    """Return a criterion's name as it is written inside a sentence."""
    return phrasing.inside_sentence(criterion_name(feedback, criterion))


def on(feedback: Feedback, criterion: str, *parts: Part) -> list[Statement]:
    """Return the statements of these parts on one criterion, in reading order."""
    return [statement for statement in feedback.said(*parts) if statement.criterion == criterion]


def what_decided(feedback: Feedback, voice: Voice, told: Sequence[str]) -> list[Line]:
    """Return how many criteria decided it; each is named, here or where it is told."""
    names = [name_inside(feedback, criterion) for criterion in decisive(feedback)]
    if len(names) == 1:
        return spoken(voice.say("call.gap.one", criterion=names[0]))
    count = phrasing.number(len(names)).capitalize()
    if len(names) == len(told):
        return spoken(voice.say("call.gap.count", count=count))
    lines = spoken(voice.say("call.gap.count_of", count=count, criteria=phrasing.joined(names)))
    if len(told) == 1:
        return [*lines, *spoken(voice.say("call.gap.take_one", criterion=names[0]))]
    return [*lines, *spoken(voice.say("call.gap.take_two"))]


def strength(feedback: Feedback, voice: Voice, key: str) -> list[Line]:
    """Return one strength as one point; nothing where none was seen."""
    strengths = feedback.said(Part.STRENGTH)
    if not strengths:
        return []
    return [*spoken(voice.say(f"call.strength.{key}")), *points.best(strengths)]


def own_words(feedback: Feedback, part: Part) -> list[Line]:
    """Return the statements of a part, unchanged."""
    return [line for statement in feedback.said(part) for line in spoken(statement.text)]


def gap(feedback: Feedback, voice: Voice, criterion: str) -> list[Line]:
    """Return what the role needs, and what was seen as points."""
    needs = [line for needed in on(feedback, criterion, Part.NEEDS) for line in _needs(voice, needed.text)]
    return [*needs, *spoken(voice.say("call.gap.noted")), *seen_on(feedback, criterion, MOST_POINTS)]


def seen_on(feedback: Feedback, criterion: str, most: int) -> list[Line]:
    """Return up to `most` points on a gap. Where the interviewers disagreed, the other view comes first,
    as in the letter; else what was only done well there is left to the letter."""
    said = on(feedback, criterion, Part.SEEN, Part.DIFFERING)
    turn = next((place for place, each in enumerate(said) if each.part is Part.DIFFERING), None)
    if turn is None:
        return points.failures(_not_only_good(feedback, said), most)
    other, lines = said[:turn], spoken(said[turn].text)
    seen = [each for each in said[turn:] if each.part is Part.SEEN]
    if most > 1 and other:
        lines = [*points.best(other), *lines]
        most -= 1
    return [*lines, *points.failures(seen, most)]


def advice(feedback: Feedback, voice: Voice, most_words: int = MOST_WORDS_OF_ADVICE) -> list[Line]:
    """Return the one next step, on the first gap that has one: as the letter has it, or as many of its
    sentences as have `most_words` together."""
    for criterion in gaps_on_call(feedback):
        for advised in on(feedback, criterion, Part.ADVICE):
            said: list[str] = []
            for sentence in sentences(advised.text):
                if said and words(" ".join([*said, sentence])) > most_words:
                    break
                said.append(sentence)
            return [*spoken(voice.say("call.advice.one")), *spoken(" ".join(said))]
    return []


def _not_only_good(feedback: Feedback, seen: Sequence[Statement]) -> list[Statement]:
    good = {each.id for each in feedback.observations if each.direction is Direction.STRENGTH}
    plain = [each for each in seen if not (each.observations and good.issuperset(each.observations))]
    return plain or list(seen)


def _needs(voice: Voice, text: str) -> list[Line]:
    """Return the first sentence, cut at a comma only when it is too long to be said in one breath."""
    first = sentences(text)[0]
    key, frame = ("needs", 3) if NEEDED.match(first) else ("needs_this", 4)
    needs = _in_one_breath(first, MOST_WORDS - frame)
    if key == "needs":
        needs = phrasing.inside_sentence(needs)
    return spoken(voice.say(f"call.gap.{key}", needs=needs))


def _in_one_breath(sentence: str, most: int) -> str:
    cut = CLAUSE_END.search(sentence)
    if (
        cut is None
        or words(sentence) <= most
        or cut.start() <= len(sentence) // 3
        or inside(sentence, cut.start())
    ):
        return sentence
    return sentence[: cut.start()] + "."
