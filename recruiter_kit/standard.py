"""A house's standard: who signs, which deadlines hold, how much is said.

In: values from a standard file (docs/standards.md). Out: one immutable record. No setting
changes severity: a standard decides how much is said, never how bad it was.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from recruiter_kit.model import Name, Record


class Sender(Record):
    """The person who tells the candidate and answers a dispute (R14)."""

    name: Name
    title: Name | None = None
    email: Annotated[str, StringConstraints(max_length=320, pattern=r"^[^@\s]+@[^@\s]+$")] | None = None


class Standard(Record):
    """Settings of a house, each with its default.

    Counts are the most that is said, not the least; days count from the date of the decision.
    Sources of the defaults: FEEDBACK, "Order and budget".
    """

    sender: Sender | None = None
    organisation: Name | None = None
    spelling: Literal["en-GB", "en-US"] = "en-GB"
    page: Literal["A4", "Letter"] = "A4"
    bands_shown: bool = True
    criteria_document: Name = "the job brief"
    most_gaps: int = Field(default=3, ge=1, le=3)
    most_gaps_on_call: int = Field(default=2, ge=1, le=2)
    most_strengths: int = Field(default=2, ge=0, le=2)
    dispute_days: int = Field(default=14, ge=1, le=365)
    answer_days: int = Field(default=21, ge=1, le=365)
    retention_months: int = Field(default=12, ge=1, le=120)
    reapply_from: date | None = None
