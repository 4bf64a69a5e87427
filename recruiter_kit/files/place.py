"""A place in a file, as the person who imports it sees it.

In: a file's name and a path inside it. Out: notices that name both.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from recruiter_kit.messages import say
from recruiter_kit.model import Notice

NoticeKind = Literal["error", "left_out", "not_understood", "lacking"]


@dataclass(frozen=True)
class Where:
    """A place in a file, shown to the person who imports.

    `places` translates paths of a record into what that person sees, for sources that are not
    shaped like the record: "scorecards[0].ratings[2].level" may be at row 14, column level, or in
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
