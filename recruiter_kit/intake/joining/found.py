"""What the readers have gathered before it is put together, and where each part stood.

In: records as readers make them. Out: the same, with their places, for merging and checking.
"""

from dataclasses import dataclass, field

from recruiter_kit.files.place import Where
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


@dataclass
class Found:
    """Everything gathered so far. `published` holds the roles of role files.

    `broken_roles` and `broken_applications` hold the ids of what was seen but cannot be used;
    `seen` counts the applications that the files speak of, usable or not.
    """

    roles: list[FoundRole] = field(default_factory=list)
    published: list[FoundRole] = field(default_factory=list)
    applications: list[FoundApplication] = field(default_factory=list)
    decisions: list[FoundDecision] = field(default_factory=list)
    broken_roles: set[str] = field(default_factory=set)
    broken_applications: set[str] = field(default_factory=set)
    notices: list[Notice] = field(default_factory=list)
    seen: int = 0
