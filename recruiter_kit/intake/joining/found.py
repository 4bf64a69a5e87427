"""What the readers have gathered before it is put together, and where each part stood.

In: records as readers make them. Out: the same, with their places, for merging and checking.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from recruiter_kit.files.place import Where
from recruiter_kit.intake.joining.statuses import Status, status_of
from recruiter_kit.model import Application, Decision, Notice, Role


@dataclass(frozen=True)
class FoundRole:
    """A role as one source gives it."""

    role: Role
    where: Where


@dataclass(frozen=True)
class FoundApplication:
    """An application as one source gives it."""

    application: Application
    where: Where


@dataclass(frozen=True)
class FoundDecision:
    """A decision of a decisions file; `decision.decisive` holds names or ids of criteria."""

    application: str
    decision: Decision
    where: Where


@dataclass(frozen=True)
class Said:
    """What an export says became of an application, in its own words, and on which day, if it says so."""

    status: Status
    literal: str
    where: Where
    on: date | None = None


@dataclass
class Found:
    """Everything gathered so far. `published` holds the roles of role files.

    `broken_roles` and `broken_applications` hold the ids of what was seen but cannot be used;
    `seen` counts the applications that the files speak of, usable or not; `said` holds what exports say
    became of them, by id; `criteria` what a person has said a criterion's name in a file means.
    """

    roles: list[FoundRole] = field(default_factory=list)
    published: list[FoundRole] = field(default_factory=list)
    applications: list[FoundApplication] = field(default_factory=list)
    decisions: list[FoundDecision] = field(default_factory=list)
    broken_roles: set[str] = field(default_factory=set)
    broken_applications: set[str] = field(default_factory=set)
    notices: list[Notice] = field(default_factory=list)
    said: dict[str, list[Said]] = field(default_factory=dict)
    seen: int = 0
    criteria: Mapping[str, str] = field(default_factory=dict)

    def hear(self, application: str, literal: str | None, where: Where, on: date | None = None) -> None:
        """Remember what an export says became of an application, where it is understood."""
        status = status_of(literal)
        if status is not None:
            self.said.setdefault(application, []).append(
                Said(status, literal or "", where.of(application), on)
            )
