"""What is proposed for the sentences of a document; nothing of it counts before a person has confirmed it.

In: what the reading of a document found. Out: immutable records.
"""

from enum import StrEnum

from recruiter_kit.model import Id, Record

OVERALL = "-"
"""Stands for the criterion of a sentence on the whole."""


class Sure(StrEnum):
    """How sure a proposal is: the document says it, it is guessed from what is near, or there is none."""

    SAID = "said"
    GUESSED = "guessed"
    NONE = "none"


class Meant(Record):
    """What is proposed (a name, or the id of a criterion), why, and how sure that is."""

    value: str | None = None
    why: str = ""
    sure: Sure = Sure.NONE


class Place(Record):
    """The characters [start, end) of a paragraph; lines around a mail have the paragraph -1."""

    paragraph: int
    start: int
    end: int
    text: str


class Sorted(Record):
    """One sentence, exactly as it is written, and whose it is proposed to be.

    `above` are the headings that it is under. `by_assistant` says that the document says that an assistant
    wrote it.
    """

    place: Place
    interviewer: Meant = Meant()
    interview: Meant = Meant()
    criterion: Meant = Meant()
    above: tuple[str, ...] = ()
    by_assistant: bool = False


class Level(Record):
    """A level as it is written beside a criterion: `raw` as written, `value` where that is on the scale."""

    place: Place
    interviewer: Meant = Meant()
    interview: Meant = Meant()
    criterion: Id
    raw: str
    value: float | None = None


class Heading(Record):
    """A heading or label, and what it was taken to say ("" when nothing)."""

    place: Place
    said: str = ""


class LeftOut(Record):
    """Words that are not proposed, and why."""

    place: Place
    reason: str


class Sorting(Record):
    """A document, sorted: every sentence is in it once, proposed or left out, verbatim."""

    sentences: tuple[Sorted, ...] = ()
    levels: tuple[Level, ...] = ()
    headings: tuple[Heading, ...] = ()
    left: tuple[LeftOut, ...] = ()
