"""What the readers have gathered before it is put together, and where each part stood.

In: records as readers make them. Out: the same, with their places, for merging and checking.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from recruiter_kit.files.place import Where
from recruiter_kit.files.text import shorten
from recruiter_kit.intake.joining.statuses import Status, allowed, said_by, status_of
from recruiter_kit.model import Application, Decision, Notice, Role, UnclearName


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
    unclear: list[UnclearName] = field(default_factory=list)
    seen: int = 0
    criteria: Mapping[str, str] = field(default_factory=dict)

    def refuse(self, *problems: Notice) -> None:
        """Remember why an application cannot be put together; it is not worked on."""
        self.notices += problems
        self.broken_applications |= {problem.application for problem in problems if problem.application}

    def hear(self, application: str, literal: str | None, where: Where, on: date | None = None) -> None:
        """Remember what an export says became of an application, where it is understood."""
        self._remember(application, status_of(literal), literal, where, on)

    def hear_stage(
        self, application: str, stage: str | None, where: Where, on: date | None = None, *, closed: bool
    ) -> None:
        """Remember what a stage says: hired, withdrawn or, unless the application is `closed`, an offer.

        Many are closed in the stage in which an offer is prepared; nobody is closed as hired by chance.
        """
        status = status_of(stage)
        if status in (Status.HIRED, Status.WITHDRAWN) or (status is Status.OFFERED and not closed):
            self._remember(application, status, stage, where, on)

    def hear_reason(self, application: str, reason: str | None, where: Where, on: date | None = None) -> None:
        """Remember what the reason says for which an application was closed; it is not open any more."""
        status = said_by(reason)
        if status is not Status.ACTIVE:
            self._remember(application, status, reason, where, on)

    def may_be_emailed(self, value: object, where: Where) -> bool:
        """Return whether an export lets the candidate be e-mailed; a no, or what is neither, is told."""
        said = allowed(value)
        if said is False:
            self.notices.append(where.notice("left_out", "not_to_be_emailed"))
        elif said is None and value not in (None, ""):
            self.notices.append(where.notice("not_understood", "not_yes_or_no", literal=shorten(value)))
        return said is not False

    def _remember(
        self, application: str, status: Status | None, literal: str | None, where: Where, on: date | None
    ) -> None:
        if status is not None:
            self.said.setdefault(application, []).append(
                Said(status, literal or "", where.of(application), on)
            )
