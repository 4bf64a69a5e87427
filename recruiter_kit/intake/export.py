"""The objects of an export by what they are and their ids, out of files in any order.

In: the documents of one source, and what each of its objects is. Out: every copy of every object. Two copies
that say something different about what is used are not one object; what the newest leaves open an older one
may say. What the files hold where none of them holds feedback is named, with the export to add.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from recruiter_kit.files.document import Document
from recruiter_kit.files.place import Where
from recruiter_kit.files.plain_errors import choices
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.records import Item, goes_on, named_items
from recruiter_kit.intake.values import id_in, object_in, text_in
from recruiter_kit.intake.whose import Owned
from recruiter_kit.model import Notice

Placed = tuple[dict[str, Any], Where]
Says = Callable[[dict[str, Any]], Sequence[object]]
Each = TypeVar("Each", Item, Owned)
_NOTHING: tuple[object, ...] = (None, "", [], {})
_CHANGED = ("updatedAt", "updated_at", "updated_date", "updatedOn", "modified_at", "modified", "write_date")


class Need(NamedTuple):
    """An object that has to be there, and the message for where it is not."""

    kind: str
    its_id: str | None
    key: str


class Export:
    """The objects of all files; `says` gives for a kind what two copies of one object must agree on.

    `id_key` is the key under which objects of this source have their ids.
    """

    def __init__(self, says: Mapping[str, Says], id_key: str = "id") -> None:
        self._says = says
        self._id_key = id_key
        self._by_id: dict[str, dict[str, list[Placed]]] = defaultdict(dict)
        self._by_reference: dict[tuple[str, str], dict[str, list[Placed]]] = {}
        self.listed: dict[str, list[Placed]] = defaultdict(list)

    def add(self, kind: str, value: dict[str, Any], where: Where) -> None:
        """Remember an object."""
        self.listed[kind].append((value, where))
        its_id = id_in(value, self._id_key)
        if its_id is not None:
            self._by_id[kind].setdefault(its_id, []).append((value, where))

    def pointing(self, kind: str, key: str, its_id: str) -> list[Placed]:
        """Return the objects of a kind that have an id under `key`; to be asked when all have been added."""
        if (kind, key) not in self._by_reference:
            index: dict[str, list[Placed]] = defaultdict(list)
            for value, where in self.listed[kind]:
                index[id_in(value, key) or ""].append((value, where))
            self._by_reference[kind, key] = index
        return self._by_reference[kind, key].get(its_id, [])

    def ids(self, kind: str) -> list[str]:
        """Return the ids of all objects of a kind, sorted."""
        return sorted(self._by_id[kind])

    def only(self, kind: str) -> str | None:
        """Return the id of the only object of a kind, None where there are none or several."""
        ids = list(self._by_id[kind])
        return ids[0] if len(ids) == 1 else None

    def copies(self, kind: str, its_id: str | None) -> list[Placed]:
        """Return every copy of an object."""
        return self._by_id[kind].get(its_id or "", [])

    def find(self, kind: str, its_id: str | None) -> Placed | None:
        """Return an object with all that its copies say, the newest first and at its place, or None."""
        copies = self.copies(kind, its_id)
        return whole(copies) if copies else None

    def value(self, kind: str, its_id: str | None) -> dict[str, Any]:
        """Return an object with all that its copies say, or an empty one."""
        found = self.find(kind, its_id)
        return found[0] if found else {}

    def problem(self, where: Where, *needs: Need) -> Notice | None:
        """Return why an application cannot be put together, or None where all that it needs is there."""
        for kind, its_id, key in needs:
            differing = self._differing(kind, its_id)
            if differing is not None:
                return differing.of(where.application).notice("error", "object_twice_differs")
            if not self.copies(kind, its_id):
                its_id = its_id or "—"
                fields = dict.fromkeys(("application", "candidate", "job", "position"), its_id)
                return where.notice("error", key, **fields)
        return None

    def report_without_scorecards(self, kind: str, used: Iterable[str], found: Found) -> None:
        """Report the applications, which are objects of a kind, of which the files hold no scorecard."""
        without = sorted(self._by_id[kind].keys() - set(used))
        if without:
            file = min(where.file for _, where in self.copies(kind, without[0]))
            report_without_scorecards(without, Where(file), found)

    def _differing(self, kind: str, its_id: str | None) -> Where | None:
        known: list[object] = []
        for value, where in self.copies(kind, its_id):
            said = list(self._says[kind](value)) if kind in self._says else []
            known = known or [None] * len(said)
            for index, item in enumerate(said):
                if item is not None and known[index] not in (None, item):
                    return where
                known[index] = known[index] if known[index] is not None else item
        return None


def whole(copies: Sequence[Placed]) -> Placed:
    """Return all that the copies of an object say, the newest first and at its place."""
    ordered = sorted(copies, key=_age, reverse=True) if len(copies) > 1 else copies
    said: dict[str, Any] = {}
    for value, _ in ordered:
        more = {key: item for key, item in value.items() if said.get(key) in _NOTHING}
        said |= {key: item for key, item in more.items() if key not in said or item not in _NOTHING}
    return said, ordered[0][1]


def placed_items(
    documents: Iterable[Document], found: Found, items: Callable[[Any], Iterator[Each]]
) -> Iterator[tuple[Each, Where]]:
    """Yield each object of all files with its place, files in the order of their names; report cut lists."""
    for document in sorted(documents, key=lambda each: each.file):
        found.notices += more_pages(document)
        for item in items(document.value):
            yield item, Where(document.file, item.place)


def gather(
    documents: Sequence[Document],
    part_of: Callable[[Any, str], str | None],
    says: Mapping[str, Says],
    found: Found,
    items: Callable[[Any], Iterator[Item]] = named_items,
    id_key: str = "id",
) -> Export:
    """Return the objects of all files by what `part_of` says that each is, given its list's name."""
    export = Export(says, id_key)
    for item, where in placed_items(documents, found, items):
        part = part_of(item.value, item.name)
        if part is None:
            found.notices.append(where.notice("not_understood", "unknown_object"))
        else:
            export.add(part, item.value, where)
    return export


def report_held(
    export: Export,
    source: str,
    feedback: Collection[str],
    expected: str,
    kinds: Mapping[str, str],
    found: Found,
    unread: Collection[str] = (),
) -> None:
    """Name what the files of a source hold where none of them holds its feedback, else what is not read."""
    if not any(export.listed[kind] for kind in feedback):
        found.notices += no_feedback(held_by_file(export, kinds), source, expected)
        return
    for file, names in held_by_file(export, {kind: kinds[kind] for kind in unread}).items():
        found.notices.append(Where(file).notice("left_out", "lists_left_out", lists=choices(names)))


def no_feedback(held: Mapping[str, Iterable[str]], source: str, expected: str) -> list[Notice]:
    """Return what each file holds, and what to add; for a source without any feedback."""
    fields = {"source": source, "expected": expected}
    return [
        Where(file).notice("lacking", "no_feedback_in_export", held=", ".join(sorted(names)), **fields)
        for file, names in held.items()
    ]


def held_by_file(export: Export, kinds: Mapping[str, str]) -> dict[str, list[str]]:
    """Return for each file the names of the kinds of objects in it."""
    files: dict[str, set[str]] = defaultdict(set)
    for kind, name in kinds.items():
        for _, where in export.listed[kind]:
            files[where.file].add(name)
    return {file: sorted(files[file]) for file in sorted(files)}


def report_without_scorecards(ids: Iterable[str], where: Where, found: Found) -> None:
    """Report applications of which the files hold no scorecard, in one line."""
    without = sorted(ids)
    fields = {"count": len(without), "ids": choices(without, 5)}
    found.notices.append(Where(where.file).notice("left_out", "without_scorecards", **fields))


def more_pages(document: Document, place: str = "") -> list[Notice]:
    """Return what is to be said of a file that says, at a place, that its list goes on."""
    return [Where(document.file, place).notice("lacking", "more_pages")] if is_cut(document) else []


def is_cut(document: Document) -> bool:
    """Whether a file says that its list goes on in another one."""
    return any(goes_on(page) for page in _pages(document.value))


def _pages(value: Any) -> Iterator[Any]:
    """Yield what may say that a list goes on: the value, and each response or wrapping in it."""
    for page in value if isinstance(value, list) else [value]:
        yield page
        yield object_in(page, "response")


def _age(placed: Placed) -> tuple[str, str]:
    """Return what is greater for a newer copy, and differs for different ones, whatever the files."""
    value, _ = placed
    changed = next((text for key in _CHANGED if (text := text_in(value, key))), "")
    return changed, json.dumps(value, sort_keys=True, default=str)
