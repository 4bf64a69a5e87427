"""The objects of an export by what they are and their ids, out of files in any order.

In: the documents of one source, and what each of its objects is. Out: every copy of every object. Two copies
that say something different about what is used are not one object; what one copy leaves open another may say.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from recruiter_kit.files.document import Document
from recruiter_kit.files.place import Where
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.records import Item, goes_on, named_items
from recruiter_kit.intake.values import id_in
from recruiter_kit.model import Notice

Placed = tuple[dict[str, Any], Where]
Says = Callable[[dict[str, Any]], Sequence[object]]


class Need(NamedTuple):
    """An object that has to be there, and the message for where it is not."""

    kind: str
    its_id: str | None
    key: str


class Parts:
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

    def copies(self, kind: str, its_id: str | None) -> list[Placed]:
        """Return every copy of an object."""
        return self._by_id[kind].get(its_id or "", [])

    def find(self, kind: str, its_id: str | None) -> Placed | None:
        """Return an object with all that its copies say, at the place of the first, or None."""
        copies = self.copies(kind, its_id)
        if not copies:
            return None
        whole: dict[str, Any] = {}
        for value, _ in copies:
            whole |= {key: item for key, item in value.items() if whole.get(key) in (None, "", [], {})}
        return whole, copies[0][1]

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
            if self.find(kind, its_id) is None:
                its_id = its_id or "—"
                fields = {"application": its_id, "candidate": its_id, "job": its_id}
                return where.notice("error", key, **fields)
        return None

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


def placed_items(
    documents: Iterable[Document],
    found: Found,
    items: Callable[[Any], Iterator[Item]] = named_items,
) -> Iterator[tuple[Item, Where]]:
    """Yield each object of all files with its place, files in the order of their names; report cut lists."""
    for document in sorted(documents, key=lambda each: each.file):
        if goes_on(document.value):
            found.notices.append(Where(document.file).notice("lacking", "more_pages"))
        for item in items(document.value):
            yield item, Where(document.file, item.place)


def gather(
    documents: Sequence[Document],
    part_of: Callable[[Any, str], str | None],
    says: Mapping[str, Says],
    found: Found,
    items: Callable[[Any], Iterator[Item]] = named_items,
    id_key: str = "id",
) -> Parts:
    """Return the objects of all files by what `part_of` says that each is, given its list's name."""
    parts = Parts(says, id_key)
    for item, where in placed_items(documents, found, items):
        part = part_of(item.value, item.name)
        if part is None:
            found.notices.append(where.notice("not_understood", "unknown_object"))
        else:
            parts.add(part, item.value, where)
    return parts


def report_without_feedback(
    parts: Parts, source: str, feedback: str, expected: str, kinds: Mapping[str, str], found: Found
) -> None:
    """Name what the files of a source hold where none of them holds its feedback."""
    if parts.listed[feedback]:
        return
    for file, names in held_by_file(parts, kinds).items():
        fields = {"held": ", ".join(names), "source": source, "expected": expected}
        found.notices.append(Where(file).notice("lacking", "no_feedback_in_export", **fields))


def held_by_file(parts: Parts, kinds: Mapping[str, str]) -> dict[str, list[str]]:
    """Return for each file the names of the kinds of objects in it."""
    files: dict[str, set[str]] = defaultdict(set)
    for kind, listed in parts.listed.items():
        for _, where in listed:
            files[where.file].add(kinds.get(kind, kind))
    return {file: sorted(files[file]) for file in sorted(files)}
