"""What is said to the candidate, and what a language model proposed to say instead.

In: what composing/, writing/ or a person said. Out: immutable records. A statement carries its sources (R2).
"""

from enum import StrEnum
from typing import Literal

from recruiter_kit.feedback.observed import Form, Source
from recruiter_kit.model import Id, Name, Record, Text


class Part(StrEnum):
    """The place of a statement in the feedback, in reading order."""

    DECISION = "decision"
    PROCESS = "process"
    NEEDS = "needs"
    DIFFERING = "differing"
    SEEN = "seen"
    WAITING = "waiting"
    ADVICE = "advice"
    OUTCOME = "outcome"
    UNSEEN = "unseen"
    STRENGTH = "strength"
    DISPUTE = "dispute"
    RETENTION = "retention"
    REAPPLY = "reapply"


class Basis(StrEnum):
    """What a statement rests on.

    library: advice of our own, where nobody else gave any; model: a language model proposed the next step;
    person: somebody added it, or reworded it so that no note bears it out.
    """

    OBSERVATION = "observation"
    LEVELS = "levels"
    ROLE = "role"
    DECISION = "decision"
    STANDARD = "standard"
    LIBRARY = "library"
    MODEL = "model"
    PERSON = "person"


class Statement(Record):
    """One thing that is said to the candidate, with what it rests on (R2).

    `text` is one or more whole sentences; `criterion` is set for gaps and strengths;
    `interview` names where it was seen; `form` says how an interviewer's words are told;
    `observations` holds the ids of the observations behind it and `sources` the places of its whole unit.
    `by` is who added or reworded it; one that no note bears out carries a `waiver`, the reason
    why it may stand (R2). `proposal` is the id of the language model's proposal whose words it has.
    """

    id: Id
    part: Part
    text: Text
    basis: Basis
    criterion: Id | None = None
    interview: Name | None = None
    form: Form | None = None
    observations: tuple[Id, ...] = ()
    sources: tuple[Source, ...] = ()
    by: Name | None = None
    waiver: Text | None = None
    proposal: Id | None = None

    @property
    def lacks_source(self) -> bool:
        """Whether it says something of the candidate that nobody is known to have seen (R2)."""
        if self.basis is Basis.PERSON:
            return not (self.sources or (self.waiver or "").strip())
        return self.basis is Basis.OBSERVATION and not (self.sources and self.observations)


class Proposal(Record):
    """What a language model proposed to say instead of the statements that it `replaces`, from `sources`.

    `verdict` is the prover's: "proved" is told unattended, "look" waits for a person. `model` and `version`
    are what answered, `prompt` the hash of what it was asked with; `elsewhere` says that the address was not
    of this machine.
    """

    id: Id
    part: Part
    criterion: Id
    text: Text
    verdict: Literal["proved", "look"]
    replaces: tuple[Statement, ...]
    sources: tuple[Source, ...] = ()
    model: Name
    version: str = ""
    prompt: str
    elsewhere: bool = False
