"""An organisation's standard: who signs, which deadlines hold, how much is said.

In: values from a standard file (docs/standards.md). Out: one immutable record. No setting
changes severity: a standard decides how much is said, never how bad it was.
"""

import re
from collections.abc import Mapping
from datetime import time
from enum import StrEnum
from string import Formatter
from typing import Annotated, Literal, Self
from zoneinfo import available_timezones

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    model_validator,
)

from recruiter_kit.messages import say
from recruiter_kit.model import Country, Day, Name, Record


def _known_zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError(say("time_zone", name=name))
    return name


TimeZone = Annotated[str, StringConstraints(max_length=60), AfterValidator(_known_zone)]
"""A time zone by its IANA name, such as Europe/London: the organisation's days begin and end in it."""


def _clock_time(value: object) -> object:
    if isinstance(value, time):
        return value
    if not isinstance(value, str) or not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value):
        raise ValueError(say("clock_time", value=value))
    return time.fromisoformat(value)


def _hour_and_minute(value: time) -> str:
    return f"{value:%H:%M}"


ClockTime = Annotated[time, BeforeValidator(_clock_time), PlainSerializer(_hour_and_minute)]
"""A time of day as a clock shows it, to the minute, such as 09:00."""


def _first(value: object) -> object:
    """Kept feedback and older files may have several wordings in a list: the first one holds."""
    return value[0] if isinstance(value, list | tuple) and value else value


OwnSentence = Annotated[str, StringConstraints(min_length=1, max_length=500), BeforeValidator(_first)]


CAN_BE_WORDED: Mapping[str, frozenset[str]] = {
    "letter.closing.dispute": frozenset({"sender", "dispute_date", "answer_date"}),
    "letter.closing.retention": frozenset({"retention_date"}),
    "letter.closing.reapply": frozenset({"reapply_date"}),
    "call.opening.hello": frozenset({"candidate", "sender", "organisation"}),
    "call.opening.about": frozenset({"role"}),
    "call.opening.now": frozenset(),
    "call.feeling.name_it": frozenset(),
    "call.questions.ask": frozenset(),
    "call.close.thanks": frozenset(),
    "call.voicemail.message": frozenset({"candidate", "sender", "organisation"}),
    "dispute.answer.stands": frozenset({"candidate", "sentence", "sign_off", "sender"}),
    "dispute.answer.corrected": frozenset({"candidate", "sentence", "sign_off", "sender"}),
}
"""Which sentences an organisation may word itself, and the names in braces that each must have. What says how
bad it was (decision, bands, levels, gaps) is not among them: wording never changes severity."""
NO_LONGER_WORDED = frozenset({"letter.process.separate", "letter.process.panel", "letter.process.single"})
"""Sentences that an organisation could word once: who decided comes from the decision now (R1)."""


class Sender(Record):
    """The person who tells the candidate and answers a dispute (R14)."""

    name: Name
    title: Name | None = None
    email: Annotated[str, StringConstraints(max_length=320, pattern=r"^[!-?A-~]+@[A-Za-z0-9.-]+$")] | None = (
        None
    )


class Policy(StrEnum):
    """How much may be told, and in which form (R22).

    outcome_only: the decision and nothing else, spoken or written. call_only: reasons on the
    telephone, nothing in writing but the decision. call_and_written: reasons in both.
    """

    OUTCOME_ONLY = "outcome_only"
    CALL_ONLY = "call_only"
    CALL_AND_WRITTEN = "call_and_written"


class PolicyStep(Record):
    """A policy for a stage, a country (ISO 3166, two letters), both, or neither: then for all."""

    stage: Name | None = None
    country: Country | None = None
    policy: Policy


class Tone(Record):
    """How it sounds. No choice here touches what was seen, the level, the decision or the advice."""

    contractions: bool = True
    thanks: bool = True

    @model_validator(mode="before")
    @classmethod
    def _without_varied(cls, values: object) -> object:
        """Leave out `varied`, which kept feedback and older files have: it no longer means anything."""
        if isinstance(values, dict):
            return {name: value for name, value in values.items() if name != "varied"}
        return values


class WorkingHours(Record):
    """When people work: mail that is put off leaves in these hours, never at night.

    In a file they are `from` and `to`; the second is the later one of the same day.
    """

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True, serialize_by_alias=True)

    starts: ClockTime = Field(default=time(9), alias="from")
    ends: ClockTime = Field(default=time(17, 30), alias="to")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.starts >= self.ends:
            raise ValueError(
                say("working_hours_order", starts=f"{self.starts:%H:%M}", ends=f"{self.ends:%H:%M}")
            )
        return self


class Look(Record):
    """How letters look: what an organisation's own paper would have printed on it.

    `logo` is a PNG or JPEG in instance/brand/, `accent` the colour of lines and marks; `chart` draws the
    level that was seen beside the level that is needed, without numbers.
    """

    logo: Annotated[str, StringConstraints(pattern=r"^[\w-]+\.(?:png|jpe?g)$", max_length=80)] | None = None
    accent: Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")] = "#14507a"
    letterhead: Annotated[tuple[Name, ...], Field(max_length=4)] = ()
    footer: Name | None = None
    chart: bool = False


class Standard(Record):
    """Settings of an organisation, each with its default.

    Counts are the most that is said, not the least; days count from the date of the decision.
    `wording` holds the organisation's own sentences by key, with the names in braces of CAN_BE_WORDED.
    Sources of the defaults: FEEDBACK, "Order and budget".
    """

    sender: Sender | None = None
    organisation: Name | None = None
    country: Country | None = None
    spelling: Literal["en-GB", "en-US"] = "en-GB"
    page: Literal["A4", "Letter"] = "A4"
    time_zone: TimeZone | None = None
    working_hours: WorkingHours = WorkingHours()
    bands_shown: bool = True
    criteria_document: Name = "the job brief"
    most_gaps: int = Field(default=3, ge=1, le=3)
    most_gaps_on_call: int = Field(default=2, ge=1, le=2)
    most_strengths: int = Field(default=2, ge=0, le=2)
    dispute_days: int = Field(default=14, ge=1, le=365)
    answer_days: int = Field(default=21, ge=1, le=365)
    retention_months: int = Field(default=12, ge=1, le=120)
    retention_shown: bool = True
    reapply_from: Day | None = None
    sign_off: Name | None = "Yours sincerely"
    second_approver: bool = False
    policies: tuple[PolicyStep, ...] = ()
    tone: Tone = Tone()
    look: Look = Look()
    attach_letter: bool = True
    wording: Mapping[str, OwnSentence] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.answer_days < self.dispute_days:
            raise ValueError(say("answer_before_dispute", answer=self.answer_days, dispute=self.dispute_days))
        steps = [(policy.stage and policy.stage.casefold(), policy.country) for policy in self.policies]
        if len(set(steps)) < len(steps):
            raise ValueError(say("policy_twice"))
        for key, sentence in self.wording.items():
            refuse_unfit_wording(key, sentence)
        return self


def refuse_unfit_wording(key: str, text: str) -> None:
    """Raise ValueError, with the reason, when an organisation cannot word this sentence so."""
    if key in NO_LONGER_WORDED:
        raise ValueError(say("wording_no_longer", sentence=key))
    if key not in CAN_BE_WORDED:
        raise ValueError(say("wording_key", sentence=key, expected=", ".join(CAN_BE_WORDED)))
    expected = ", ".join(f"{{{field}}}" for field in sorted(CAN_BE_WORDED[key])) or say("wording_no_field")
    try:
        fits = fields_of(text) == CAN_BE_WORDED[key]
    except ValueError:
        fits = False
    if not fits:
        raise ValueError(say("wording_fields", sentence=key, expected=expected))


def fields_of(text: str) -> frozenset[str]:
    """Return the names in braces. Raises ValueError for a brace that is never closed."""
    return frozenset(field for _, field, _, _ in Formatter().parse(text) if field is not None)
