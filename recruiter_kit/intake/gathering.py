"""The objects of all files of one source, sorted by what they are and known by their ids.

In: objects with their places, in any order. Out: each object once, and where two copies differ. What is of
the source and holds no feedback is named, with the export to add, so that a person knows what is missing.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from recruiter_kit.files.document import Document
from recruiter_kit.files.place import Where
from recruiter_kit.files.plain_errors import choices
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.records import goes_on
from recruiter_kit.intake.values import object_in, text_in
from recruiter_kit.messages import say
from recruiter_kit.model import Notice

Placed = tuple[dict[str, Any], Where]
_SUBMITTED = ("submitted_at", "submittedAt", "created_at")
_CHANGED = ("updatedAt", "updated_at", "updated_date")


@dataclass(frozen=True)
class Wanted:
    """What a source has to give: its `system`, the parts that hold feedback, and the export to `add`.

    `words` says what each other part is; those in `always` are named even where there is feedback.
    """

    system: str
    parts: frozenset[str]
    add: str
    words: Mapping[str, str]
    always: frozenset[str] = frozenset()


@dataclass
class Gathered:
    """Every copy of each object by what it is and its id, and what was seen by file and part."""

    copies: dict[str, dict[str, list[Placed]]] = field(default_factory=dict)
    seen: dict[tuple[str, str], Where] = field(default_factory=dict)

    def add(self, part: str, its_id: str | None, value: dict[str, Any], where: Where) -> None:
        """Remember an object; one without an id is only seen."""
        self.seen.setdefault((where.file, part), where)
        if its_id is not None:
            self.copies.setdefault(part, {}).setdefault(its_id, []).append((value, where))

    def of(self, part: str) -> dict[str, list[Placed]]:
        """Return every copy of the objects of a part by their ids."""
        return self.copies.get(part, {})

    def newest(self, part: str, its_id: str | None) -> Placed | None:
        """Return the copy that was changed last, whatever the order of the files; None when there is none."""
        return max(self.of(part).get(its_id or "", ()), key=_age, default=None)

    def only(self, part: str) -> str | None:
        """Return the id of the only object of a part, None where there are none or several."""
        ids = list(self.of(part))
        return ids[0] if len(ids) == 1 else None

    def differing(
        self, part: str, its_id: str | None, same: Callable[[dict[str, Any]], object]
    ) -> Notice | None:
        """Return an error when the copies of an object do not say the same about what is used."""
        copies = self.of(part).get(its_id or "", [])
        other = next((where for value, where in copies if same(value) != same(copies[0][0])), None)
        return other.notice("error", "object_twice_differs") if other else None

    def name_parts(self, wanted: Wanted, found: Found) -> None:
        """Name what holds no feedback: the odd parts always, the others where no file has feedback."""
        missing = not any(part in wanted.parts for _, part in self.seen)
        for (_, part), where in self.seen.items():
            if part in wanted.words and (missing or part in wanted.always):
                fields = {"what": say(wanted.words[part]), "system": wanted.system, "add": say(wanted.add)}
                found.notices.append(
                    where.notice("lacking" if missing else "left_out", "other_part", **fields)
                )


def report_more_pages(documents: Sequence[Document], found: Found) -> None:
    """Report every response that says that its list goes on."""
    found.notices += [
        Where(document.file).notice("lacking", "more_pages")
        for document in documents
        if any(goes_on(page) for page in _pages(document.value))
    ]


def report_without_cards(applications: Mapping[str, list[Placed]], used: Iterable[str], found: Found) -> None:
    """Report the applications of which no file has a scorecard."""
    without = sorted(applications.keys() - set(used))
    if without:
        file = min(where.file for _, where in applications[without[0]])
        fields = {"count": len(without), "ids": choices(without, 5)}
        found.notices.append(Where(file).notice("left_out", "without_scorecards", **fields))


def in_order(placed: Iterable[Placed]) -> list[Placed]:
    """Return objects by the time they were submitted or made, whatever the order of files and rows."""
    return sorted(placed, key=lambda each: (_first(each[0], _SUBMITTED), *_age(each)))


def _pages(value: Any) -> Iterator[Any]:
    """Yield what may say that a list goes on: the value, and each response or wrapping in it."""
    for page in value if isinstance(value, list) else [value]:
        yield page
        yield object_in(page, "response")


def _age(placed: Placed) -> tuple[str, str]:
    value, _ = placed
    return _first(value, _CHANGED), json.dumps(value, sort_keys=True, default=str)


def _first(value: dict[str, Any], keys: Iterable[str]) -> str:
    return next((text for key in keys if (text := text_in(value, key))), "")
