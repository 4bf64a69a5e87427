"""One line of what recruiter-kit prove reads.

In: a JSON object. Out: a record. Fields that it does not know are left alone, so that labelled lines can be
given to it as they are.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict

from recruiter_kit.language.proving import Note, Person


class _Line(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class GivenSource(_Line):
    """A note, and what it was written on; `interview` is another word for `exercise`."""

    text: str
    exercise: str | None = None
    interview: str | None = None
    criterion: str | None = None
    interviewer: str | None = None


class GivenPerson(_Line):
    """Somebody around the application."""

    name: str
    part: Literal["candidate", "interviewer", "other"] = "other"
    pronouns: str | None = None


def _in_full(field: str) -> BeforeValidator:
    """A text alone stands for an object with only this field."""

    def whole(value: Any) -> Any:
        return {field: value} if isinstance(value, str) else value

    return BeforeValidator(whole)


class Asked(_Line):
    """A text and what it rests on; `criterion` is that of all sources which name none."""

    text: str
    sources: tuple[Annotated[GivenSource, _in_full("text")], ...]
    people: tuple[Annotated[GivenPerson, _in_full("name")], ...] = ()
    withheld: tuple[str, ...] = ()
    criterion: str | None = None

    def notes(self) -> list[Note]:
        """Return the sources as the prover reads them."""
        return [
            Note(
                one.text,
                exercise=one.exercise or one.interview or "",
                criterion=one.criterion or self.criterion or "",
                interviewer=one.interviewer or "",
            )
            for one in self.sources
        ]

    def around(self) -> list[Person]:
        """Return the people as the prover knows them."""
        return [Person(one.name, one.part, one.pronouns) for one in self.people]
