"""What came of working on many applications: report.json, a line an application.

In: what was made. Out: immutable records. Nothing of it goes to a candidate.
"""

from typing import Literal

from recruiter_kit.feedback import Candour, Feedback
from recruiter_kit.jobs.same_people import PossiblySame
from recruiter_kit.model import Notice, Record
from recruiter_kit.writing.proposing import Account


class Asked(Record):
    """A question that one answer settles, with the sentence it is about; an answers file names its `id`."""

    id: str
    criterion: str | None
    sentence: str
    question: str
    answers: tuple[str, ...]


class Made(Record):
    """One application whose documents were written.

    `letter_waits` says why the letter as a PDF was not among them, None where it was, or was not asked for;
    `model` what came of asking a language model, None where none was asked.
    """

    application: str
    role: str
    reason: str
    folder: str
    files: tuple[str, ...]
    gaps: tuple[str, ...]
    strengths: tuple[str, ...]
    withheld: int
    left_to_recruiter: int
    findings: int
    candour: Candour | None
    out_of_bounds: tuple[str, ...]
    questions: tuple[Asked, ...] = ()
    letter_waits: str | None = None
    model: Account | None = None


class Failed(Record):
    """One application that could not be worked on, with the reason; no id where none could be read."""

    application: str
    why: str


class Report(Record):
    """What was made, what was not and why, what the readers left out, and who is possibly one person."""

    format: Literal["recruiter-kit-report/1"] = "recruiter-kit-report/1"
    made: tuple[Made, ...]
    failed: tuple[Failed, ...]
    notices: tuple[Notice, ...]
    possibly_same: tuple[PossiblySame, ...] = ()


def asked_in(feedback: Feedback) -> tuple[Asked, ...]:
    """Return the questions of a draft that one answer each would settle."""
    return tuple(
        Asked(
            id=left.question.id,
            criterion=left.criterion,
            sentence=left.source.text,
            question=left.question.text,
            answers=tuple(choice.answer for choice in left.question.choices),
        )
        for left in feedback.left_to_recruiter
        if left.question
    )
