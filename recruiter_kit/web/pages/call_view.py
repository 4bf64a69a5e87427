"""The call as a page shows it: the script cut into what fits a screen, and the cards with their keys.

In: a script and, for a rehearsal, a candidate. Out: steps and cards. Writes nothing.
"""

import re
from collections.abc import Iterator, Sequence
from string import ascii_lowercase
from typing import NamedTuple

from recruiter_kit.call.cards import Card
from recruiter_kit.call.moods import Answer, Mood
from recruiter_kit.call.reasons import decisive
from recruiter_kit.call.script import CallPart, CallScript
from recruiter_kit.call.spoken import Line, words
from recruiter_kit.feedback import Feedback, criterion_name
from recruiter_kit.model import Application

MOST_LINES = 8
"""More would not fit a screen with the cards, the notes and the outcomes."""
MOST_WORDS = 45
"""Said and to be read beside it; points of more are on a screen of their own."""
MOST_TO_READ = 2
A_TURN = 15
"""Seconds that the candidate speaks after each step, as a call is planned; static/call.js has the same."""
KEYS = "123456789" + ascii_lowercase


class Pause(NamedTuple):
    """How long to say nothing, in seconds."""

    least: int
    most: int


class Step(NamedTuple):
    """What is said in one go, with its pauses, and what the candidate of a rehearsal says after it.

    `path` is the choice after which it is said ("now", "writing", "none"), "" for one that is always said;
    `choices` are what the candidate is asked to choose from here.
    """

    name: str
    part: str
    seconds: int
    lines: tuple[tuple[Line, Pause | None], ...]
    answer: Answer | None
    path: str = ""
    choices: tuple[str, ...] = ()


class ToRead(NamedTuple):
    """What an interviewer wrote on a criterion that decided it."""

    criterion: str
    interview: str
    interviewer: str
    note: str


def minutes(script: CallScript) -> int:
    """Return how long the call takes with the candidate's answers, as the call itself counts it."""
    return max(
        1,
        round((script.seconds + A_TURN * sum(step.path in ("", "now") for step in steps(script, None))) / 60),
    )


def steps(script: CallScript, mood: Mood | None) -> tuple[Step, ...]:
    """Return what is said, one screen each, with the ends for every choice that the candidate has."""
    answers = mood.answers if mood else {}
    choices = ("now", *script.other_closes) if script.other_closes else ()
    made: list[Step] = []
    chosen = ""
    for part in script.parts:
        pieces = [each._replace(path=chosen) for each in _of_part(part, answers.get(part.name))]  # type: ignore[call-overload]
        if part.name == "Choice" and choices:
            pieces[-1] = pieces[-1]._replace(choices=choices)
            chosen = "now"
        made += pieces
    for wanted, part in script.other_closes.items():
        ends = _of_part(part, answers.get("Close"))
        made += [each._replace(path=wanted) for each in ends]
    return tuple(made)


def keyed(script: CallScript) -> list[tuple[str, Card]]:
    """Return the cards, each with the key that opens it."""
    return list(zip(KEYS, script.cards, strict=False))


def to_read(feedback: Feedback, application: Application) -> list[ToRead]:
    """Return the notes on the two criteria that decided it most, as `application` shows them."""
    return [
        ToRead(
            criterion_name(feedback, criterion),
            card.interview or "",
            card.interviewer.name or "",
            rating.note,
        )
        for criterion in decisive(feedback)[:MOST_TO_READ]
        for card in application.scorecards
        for rating in card.ratings
        if rating.criterion == criterion and rating.note
    ]


def _of_part(part: CallPart, answer: Answer | None) -> Iterator[Step]:
    """Yield the part in pieces that fit a screen: a long one is cut at its pauses, and before its points."""
    pieces = list(_pieces(part.lines)) if len(part.lines) > MOST_LINES else [list(part.lines)]
    length = sum(len(line.text) for line in part.lines)
    for turn, lines in enumerate(pieces, start=1):
        name = part.name if len(pieces) == 1 else f"{part.name} {turn} of {len(pieces)}"
        seconds = round(part.seconds * sum(len(line.text) for line in lines) / length)
        timed = tuple((line, _pause(line)) for line in lines)
        yield Step(name, part.name, seconds, timed, answer if turn == len(pieces) else None)


def _pieces(lines: Sequence[Line]) -> Iterator[list[Line]]:
    piece: list[Line] = []
    for line in lines:
        piece.append(line)
        if _pause(line) or line is lines[-1]:
            yield from _before_points(piece)
            piece = []


def _before_points(piece: list[Line]) -> Iterator[list[Line]]:
    """Yield a piece whole, or in two where it is long; what leads to the points stays with them."""
    first = next((place for place, line in enumerate(piece) if line.kind == "point"), 0)
    if first > 1 and sum(words(f"{line.text} {line.beside or ''}") for line in piece) > MOST_WORDS:
        yield piece[: first - 1]
        yield piece[first - 1 :]
    else:
        yield piece


def _pause(line: Line) -> Pause | None:
    """Return how long a pause is, None for a line that is not a pause."""
    found = re.findall(r"\d+", line.text) if line.kind == "stage" else ()
    return Pause(int(found[0]), int(found[-1])) if found else None
