"""What a hiring panel recorded: roles, applications, scorecards, decisions.

In: values from a reader. Out: immutable, validated records, and the JSON Schema of the
interchange format `recruiter-kit/1`. Keeps R1 (a decision names who and when) in its types.
Nothing here is computed: what a panel's levels can bear is panel/, what their words say language/.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from recruiter_kit.dates import iso_day, iso_time
from recruiter_kit.messages import say

FORMAT = "recruiter-kit/1"
_LEVEL = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]{1,3})?")

Id = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True)]
Text = Annotated[str, StringConstraints(max_length=100_000)]


def _country(code: str) -> str:
    if not re.fullmatch("[A-Z]{2}", code):
        raise ValueError(say("country_code", code=code))
    return code


Country = Annotated[str, AfterValidator(_country), Field(json_schema_extra={"pattern": "^[A-Z]{2}$"})]


def _day(value: object) -> object:
    found = value if isinstance(value, date) else iso_day(value)
    if found is None:
        raise PydanticCustomError("date_type", "not a day in ISO 8601")
    return found


def _moment(value: object) -> object:
    if isinstance(value, datetime):
        return value
    found = iso_time(value)
    if found is None:
        raise PydanticCustomError("datetime_type", "not a time in ISO 8601")
    return found


# The validator by itself would take 46335 and "20261109" for seconds since 1970.
Day = Annotated[date, BeforeValidator(_day)]
Moment = Annotated[datetime, BeforeValidator(_moment)]


class Record(BaseModel):
    """An immutable record; an unknown field is an error with its place."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, hide_input_in_errors=True)


class CriterionKind(StrEnum):
    """The three kinds of criteria (PRODUCT, "Three kinds of criteria")."""

    INTERVIEW_PERFORMANCE = "interview_performance"
    EXPERIENCE_AND_SKILLS = "experience_and_skills"
    PREPARATION = "preparation"


class Reason(StrEnum):
    """Why the candidate is not offered the role, as the panel recorded it."""

    BELOW_BAR = "below_bar"
    CLOSE_CALL = "close_call"
    MISSING_REQUIREMENT = "missing_requirement"
    ROLE_CLOSED = "role_closed"
    INTERNAL_CANDIDATE = "internal_candidate"
    WITHDREW = "withdrew"
    OTHER = "other"


class Recommendation(StrEnum):
    """One interviewer's overall view; never leaves the organisation (R9)."""

    STRONG_NO = "strong_no"
    NO = "no"
    MIXED = "mixed"
    YES = "yes"
    STRONG_YES = "strong_yes"


class Scale(Record):
    """The levels that a rating may take, both ends included."""

    lowest: int = 1
    highest: int = 5

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.lowest >= self.highest:
            raise ValueError(say("scale_upside_down", lowest=self.lowest, highest=self.highest))
        return self

    def holds(self, level: float) -> bool:
        """Whether `level` lies on the scale."""
        return self.lowest <= level <= self.highest


class Criterion(Record):
    """One published criterion of a role.

    `required` is the level asked for, in points of the role's scale; `levels` gives the text of
    a level by its number ("3", "3.5"); `advice` holds pieces of advice, each starting with a verb.
    `kind` and `required` may be absent in an export: a role file then supplies them.
    """

    id: Id
    name: Name
    kind: CriterionKind | None = None
    required: float | None = None
    weight: float = Field(default=1, gt=0)
    levels: Mapping[str, Text] = Field(default_factory=dict)
    advice: tuple[Text, ...] = ()


class Role(Record):
    """A job with its published criteria; `country` is where it is, as two letters of ISO 3166."""

    id: Id
    title: Name
    organisation: Name | None = None
    country: Country | None = None
    scale: Scale = Scale()
    criteria: tuple[Criterion, ...] = ()

    @model_validator(mode="after")
    def _levels_on_scale(self) -> Self:
        ends = {"lowest": self.scale.lowest, "highest": self.scale.highest}
        seen: set[str] = set()
        for criterion in self.criteria:
            if criterion.id in seen:
                raise ValueError(say("duplicate_id", id=criterion.id))
            seen.add(criterion.id)
            if criterion.required is not None and not self.scale.holds(criterion.required):
                raise ValueError(say("required_outside_scale", level=criterion.required, **ends))
            for level in criterion.levels:
                if not _LEVEL.fullmatch(level) or not self.scale.holds(float(level)):
                    raise ValueError(say("level_text_outside_scale", level=level, **ends))
        return self

    def criterion(self, criterion_id: str) -> Criterion | None:
        """Return the criterion with this id, or None when the role does not have it (R3)."""
        return next((criterion for criterion in self.criteria if criterion.id == criterion_id), None)


class Candidate(Record):
    """The person who applied. A source with one name field gives it whole, never split."""

    given_name: Name | None = None
    family_name: Name | None = None
    email: Annotated[str, StringConstraints(max_length=320)] | None = None
    pronouns: Annotated[str, StringConstraints(max_length=40)] | None = None

    @model_validator(mode="after")
    def _named(self) -> Self:
        if not self.given_name and not self.family_name:
            raise ValueError(say("no_name"))
        return self

    @property
    def full_name(self) -> str:
        return " ".join(part for part in (self.given_name, self.family_name) if part)

    @property
    def address_name(self) -> str:
        """The name a letter or a call begins with."""
        return self.given_name or self.family_name or ""


class Decision(Record):
    """What a named person decided, and when (R1)."""

    outcome: Literal["not_offered"]
    reason: Reason
    decisive: tuple[Id, ...] = ()
    note: Text | None = None
    decided_by: Name
    decided_on: Day


class Interviewer(Record):
    """Who filled in a scorecard; the name never leaves the organisation (R9)."""

    name: Name | None = None
    role: Name | None = None


class Rating(Record):
    """A level for one criterion, with a note. A level of None means: not assessed.

    `raw` keeps the source's own literal beside ours. `by_assistant` says that an assistant wrote the note,
    and `confirmed_by` who has confirmed it since: before that, it is not evidence.
    """

    criterion: Id
    level: float | None = None
    note: Text | None = None
    raw: Text | None = None
    by_assistant: bool = False
    confirmed_by: Name | None = None

    @property
    def is_unconfirmed(self) -> bool:
        """Whether an assistant wrote the note and nobody has confirmed it."""
        return self.by_assistant and self.confirmed_by is None


class Scorecard(Record):
    """One interviewer, one interview.

    `occasion` is shared by scorecards from the same room at the same time; separate interviews
    have different ones. `private_note` never becomes an observation (R9). `by_assistant` and `confirmed_by`
    speak of `note`, as those of a rating do of its own. `adds_to` is the scorecard whose interviewer was
    asked again and answers here: a level given here counts instead of the one there.
    """

    id: Id
    interviewer: Interviewer = Interviewer()
    interview: Name | None = None
    occasion: Id | None = None
    adds_to: Id | None = None
    submitted_at: Moment | None = None
    recommendation: Recommendation | None = None
    ratings: tuple[Rating, ...] = ()
    note: Text | None = None
    private_note: Text | None = None
    raw: Text | None = None
    by_assistant: bool = False
    confirmed_by: Name | None = None

    @property
    def is_unconfirmed(self) -> bool:
        """Whether an assistant wrote the note on the whole and nobody has confirmed it."""
        return self.by_assistant and self.confirmed_by is None


class Application(Record):
    """One candidate for one role: scorecards and, once recorded, the decision."""

    id: Id
    role: Id
    stage: Name | None = None
    candidate: Candidate
    decision: Decision | None = None
    scorecards: tuple[Scorecard, ...] = ()


class Notice(Record):
    """One thing a reader left out, could not read or is still missing, told to the person who imports.

    `application` is set when the notice concerns a single application; an `error` keeps that
    application from being worked on, the other kinds do not.
    """

    kind: Literal["error", "left_out", "not_understood", "lacking"]
    file: str
    place: str = ""
    application: str | None = None
    message: str


class UnclearName(Record):
    """A criterion's name that is near some of a role's, so that a person is asked which of them it means."""

    name: str
    role: str
    meant: tuple[str, ...]


class Bundle(Record):
    """Everything that was read from one or several files together."""

    roles: tuple[Role, ...] = ()
    applications: tuple[Application, ...] = ()
    notices: tuple[Notice, ...] = ()
    unclear: tuple[UnclearName, ...] = ()

    def role(self, role_id: str) -> Role | None:
        """Return the role with this id, or None."""
        return next((role for role in self.roles if role.id == role_id), None)

    def people(self) -> tuple[str, ...]:
        """Return the full names of all candidates and interviewers, each once, sorted (R7, R9)."""
        names = {application.candidate.full_name for application in self.applications}
        for application in self.applications:
            names |= {card.interviewer.name for card in application.scorecards if card.interviewer.name}
        return tuple(sorted(names))


class BundleFile(Record):
    """The interchange file `recruiter-kit/1` as a whole; its JSON Schema is published under docs/."""

    format: Literal["recruiter-kit/1"]
    roles: tuple[Role, ...] = ()
    applications: tuple[Application, ...] = ()
