"""The reasons as they are said on a call: one strength, at most two gaps, one thing that would help.

In: a feedback and a voice. Out: lines. Keeps R5: every sentence here is a statement of the feedback or
one of our own, every point a part of a statement.
"""

import re
from collections.abc import Sequence
from functools import cache

from recruiter_kit.call import points
from recruiter_kit.call.spoken import Line, inside, sentences, spoken, stage, words
from recruiter_kit.composing import phrasing
from recruiter_kit.composing.voice import Voice
from recruiter_kit.feedback import REASONS_WITH_GAPS, Feedback, Part, Statement, criterion_name

MOST_POINTS = 3
MOST_WORDS_OF_ADVICE = 60
MOST_WORDS_OF_NEEDS = 25
CLAUSE_END = re.compile(r"[,;]\s")
WHOLE = re.compile(r"the (?:level (?:this|the) )?(?:role|job) needs\b", re.IGNORECASE)
FORMS = ("thing", "somebody", "level", "more", "between")
"""The forms in which the letter says what the role needs (letter.yaml, needs)."""


def reasons(feedback: Feedback, voice: Voice) -> list[Line]:
    """Return what is said once the candidate has asked for the reasons."""
    gaps = gaps_on_call(feedback)
    if not gaps or feedback.decision.reason not in REASONS_WITH_GAPS:
        return [
            *came_of_it(feedback),
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
    """Return the criteria that decided it, those that are told first; none in a close call."""
    if feedback.decision.reason not in REASONS_WITH_GAPS:
        return ()
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


def came_of_it(feedback: Feedback, most: int = MOST_POINTS) -> list[Line]:
    """Return what came of it where gaps did not decide it, with what was below in a close call."""
    below = [on(feedback, criterion, Part.SEEN) for criterion in gaps_on_call(feedback)]
    return [
        *own_words(feedback, Part.OUTCOME),
        *(line for seen in below for line in points.failures(seen, most)),
    ]


def gap(feedback: Feedback, voice: Voice, criterion: str) -> list[Line]:
    """Return what the role needs, and what was seen as points."""
    needs = [line for needed in on(feedback, criterion, Part.NEEDS) for line in _needs(voice, needed.text)]
    return [*needs, *seen_on(feedback, voice, criterion, MOST_POINTS)]


def seen_on(feedback: Feedback, voice: Voice, criterion: str, most: int) -> list[Line]:
    """Return up to `most` points on a gap, or what the draft waits for; both views where the interviewers
    disagreed."""
    seen, differing = on(feedback, criterion, Part.SEEN), on(feedback, criterion, Part.DIFFERING)
    if not seen:
        waiting = on(feedback, criterion, Part.WAITING)
        return [Line(kind="stage", text=blank.text.strip("[]")) for blank in waiting]
    if not differing or len(seen) == 1:
        noted = spoken(voice.say("call.gap.noted"))
        return [*noted, *points.failures(seen, most)]
    said = (
        differing[0].text if differing[0].by else voice.say(f"call.gap.{differing_key(feedback, criterion)}")
    )
    return [*spoken(said), *points.best(seen[:1]), *points.failures(seen[1:], max(1, most - 1))]


def differing_key(feedback: Feedback, criterion: str) -> str:
    """Return which of our sentences fits two views: those of several people, or of one who noted both."""
    ours = Voice(standard=feedback.standard).say("letter.outcome.differing_one")
    told = (each.text for each in on(feedback, criterion, Part.DIFFERING))
    return "differing_one" if ours in told else "differing"


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


def _needs(voice: Voice, text: str) -> list[Line]:
    """Return what the role needs as the letter says it, or the first sentence of what a person wrote; a long
    one ends where one of its clauses does."""
    ours = _of_letter().fullmatch(text)
    first = text if ours else sentences(text)[0]
    if not (ours or WHOLE.match(first)):
        first = voice.say("letter.needs.level", needs=first.rstrip("."))
    ends = [end.start() for end in CLAUSE_END.finditer(first) if not inside(first, end.start())]
    fitting = [end for end in ends if words(first[:end]) <= MOST_WORDS_OF_NEEDS]
    if words(first) > MOST_WORDS_OF_NEEDS and fitting:
        first = f"{first[: fitting[-1]]}."
    return spoken(first)


@cache
def _of_letter() -> re.Pattern[str]:
    forms = (re.escape(phrasing.wording(f"letter.needs.{form}")) for form in FORMS)
    return re.compile("|".join(re.sub(r"\\\{\w+\\\}", ".+", form) for form in forms))
