"""What the readers have gathered before it is put together, and where each part stood.

In: records as readers make them. Out: the same, with their places, for merging and checking.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from recruiter_kit.messages import say
from recruiter_kit.model import Application, Decision, Notice, Role

NoticeKind = Literal["error", "left_out", "not_understood", "lacking"]


@dataclass(frozen=True)
class Where:
    """A place in a file, told to the person who imports.

    `places` translates paths of a record into what that person sees, for sources that are not
    shaped like the record: "scorecards[0].ratings[2].level" may stand at row 14, column level, or in
    another file.
    """

    file: str
    place: str = ""
    application: str | None = None
    places: Mapping[str, "Where"] = field(default_factory=dict)

    def at(self, path: str) -> "Where":
        """Return the place of `path` inside this one."""
        if self.places:
            return self._seen(path)
        joined = f"{self.place}{path}" if path.startswith("[") else f"{self.place}.{path}".strip(".")
        return replace(self, place=joined)

    def of(self, application: str | None) -> "Where":
        """Return the same place, said to concern one application."""
        return replace(self, application=application)

    def notice(self, kind: NoticeKind, key: str, **fields: object) -> Notice:
        """Return a notice about this place, with a sentence of messages.py."""
        return self.note(kind, say(key, **fields))

    def note(self, kind: NoticeKind, message: str) -> Notice:
        """Return a notice about this place."""
        return Notice(
            kind=kind, file=self.file, place=self.place, application=self.application, message=message
        )

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.place) if part)

    def _seen(self, path: str) -> "Where":
        """Return the place of the longest part of `path` that is known, and inside it that of the rest."""
        known = path
        while known and known not in self.places:
            known = known[: max(known.rfind("."), known.rfind("["), 0)]
        if not known:
            return self
        seen, rest = self.places[known], path[len(known) :].strip(".")
        if rest and seen.places:
            seen = seen.at(rest)
        return replace(self, file=seen.file, place=seen.place)


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
