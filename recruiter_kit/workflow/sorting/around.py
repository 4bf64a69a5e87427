"""Who and what a document may name: the role, the candidate, other candidates, known interviewers.

In: names and a role. Out: an Around, in which a person is found by the whole name or by a part of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from recruiter_kit.model import Role
from recruiter_kit.store.folding import folded

Kind = Literal["candidate", "other", "interviewer", "interview", "criterion", "level", "private", "assistant",
               "neutral", "fact", "unknown"]  # fmt: skip
Person = tuple[Kind, str]


@dataclass(frozen=True)
class Around:
    """What is known around one application, for a document about it."""

    role: Role
    candidate: str
    others: tuple[str, ...] = ()
    interviewers: tuple[str, ...] = ()

    @cached_property
    def people(self) -> Mapping[str, Sequence[Person]]:
        """Everybody by the whole name, folded, as it is written in either order."""
        found: dict[str, list[Person]] = {}
        for kind, name in self._everybody():
            parts = folded(name).split()
            orders = {" ".join(parts), " ".join([f"{parts[-1]},", *parts[:-1]])} if parts else set()
            for order in orders:
                found.setdefault(order, []).append((kind, name))
        return found

    @cached_property
    def parts(self) -> Mapping[str, Sequence[Person]]:
        """Everybody by each part of the name, folded."""
        found: dict[str, list[Person]] = {}
        for kind, name in self._everybody():
            for part in set(folded(name).split()):
                found.setdefault(part, []).append((kind, name))
        return found

    def _everybody(self) -> list[Person]:
        people: list[Person] = [("candidate", self.candidate)]
        people += [("interviewer", name) for name in dict.fromkeys(self.interviewers)]
        people += [("other", name) for name in dict.fromkeys(self.others) if name != self.candidate]
        return people
