"""What the notes hold: what is observed, what must not be told, and what waits for a person.

In: what language/ found. Out: immutable records.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from recruiter_kit.model import Id, Name, Record, Text


class Direction(StrEnum):
    """What an observation says for or against the candidate."""

    STRENGTH = "strength"
    GAP = "gap"
    NEUTRAL = "neutral"


class Form(StrEnum):
    """How a sentence is told (FEEDBACK, "Forms, best first").

    addressed: the note says who acts, and that is "you". noted: the note's own words, tidied, nothing put in.
    asked: an answer of the recruiter settled whose pronoun it is. yours: a person's own words.
    """

    ADDRESSED = "addressed"
    NOTED = "noted"
    ASKED = "asked"
    YOURS = "yours"


def weakest(forms: Iterable[Form]) -> Form:
    """Return the form of sentences that are told together: the one that says least of who acts."""
    found = set(forms)
    return next(form for form in (Form.YOURS, Form.ASKED, Form.NOTED, Form.ADDRESSED) if form in found)


class Source(Record):
    """Where words were taken from: a place in a scorecard and the characters [start, end) there.

    `text` is the note's own wording between start and end.
    """

    scorecard: Id
    place: str
    start: int
    end: int
    text: Text


class Observation(Record):
    """One sentence of a note, tied to a criterion and worded for the candidate."""

    id: Id
    criterion: Id | None
    direction: Direction
    source: Source
    text: Text
    form: Form


class Withheld(Record):
    """A sentence that must not reach the candidate, with the rule that held it back.

    `quarantined` marks the kinds that only those with that right may see (R13). One with an `id` may be
    released by somebody with that right, for a reason.
    """

    source: Source
    rule: str
    label: str
    reason: str
    quarantined: bool = False
    id: Id | None = None


class Release(Record):
    """A withheld sentence that a named person lets go: `id` is that of the sentence, `text` what it says."""

    id: Id
    text: Text
    reason: Text
    by: Name
    on: date


class Choice(Record):
    """One answer to a question: `answer` is what stands for the pronoun, `label` what the button says."""

    answer: Text
    label: Text


class Question(Record):
    """What one answer settles, such as whose pronoun it is; `id` is the same for the same words."""

    id: Id
    text: Text
    choices: tuple[Choice, ...]


class LeftToRecruiter(Record):
    """A sentence that may be shared but that the software does not word: a person decides.

    `observed` says whether it holds something that was seen, or an opinion or a mark only; where one answer
    would settle it, `question` asks for it. Nothing may rest on an `unconfirmed` one: an assistant wrote
    it, and nobody has confirmed it.
    """

    source: Source
    criterion: Id | None
    direction: Direction
    reason: str
    observed: bool = True
    question: Question | None = None
    unconfirmed: bool = False
