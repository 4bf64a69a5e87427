"""The rows of saved Greenhouse Harvest v3 lists, sorted by what they are.

In: documents in any order. Out: rows by what they are and their id, every copy of each, in an order that does
not depend on that of the files. A row of an id and a name is what other rows point at: the interviewer of a
scorecard is a user. Source: ats-formats, Greenhouse Harvest v3.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from recruiter_kit.files.document import Document
from recruiter_kit.files.place import Where
from recruiter_kit.files.plain_errors import choices
from recruiter_kit.intake.export import Placed, more_pages, no_feedback
from recruiter_kit.intake.greenhouse.unread import unread_notices
from recruiter_kit.intake.greenhouse_v3.shapes import PARTS, part_of, possible_parts
from recruiter_kit.intake.records import Item, named_items
from recruiter_kit.intake.values import as_id, id_in
from recruiter_kit.model import Notice

# What is used of each row: two copies of a row that differ in it contradict each other.
_USED = {
    "scorecard": "application_id interview_kit_id interviewer_id submitter_id candidate_rating status "
    "interviewed_at submitted_at notes notes_with_tags public_notes public_notes_with_tags private_notes "
    "private_notes_with_tags",
    "rating": "scorecard_id job_candidate_attribute_id candidate_attribute_rating note",
    "attribute": "name",
    "question": "question answer_type",
    "answer": "scorecard_id scorecard_question_id answer boolean_value",
    "choice": "scorecard_question_answer_id scorecard_question_option_id",
    "application": "candidate_id job_id",
    "candidate": "first_name last_name",
    "job": "name",
    "user": "name first_name last_name",
    "interview": "name",
}
# Which rows point at which, and how.
_POINTING = (
    ("application", "job_id", "job"),
    ("application", "candidate_id", "candidate"),
    ("scorecard", "interviewer_id", "user"),
    ("scorecard", "submitter_id", "user"),
    ("rating", "job_candidate_attribute_id", "attribute"),
    ("kit", "job_interview_id", "interview"),
    ("rejection", "rejection_reason_id", "reason"),
)


@dataclass
class Lists:
    """Rows by what they are and by id, each with all its copies; `notices` on what could not be sorted."""

    rows: dict[str, dict[str, list[Placed]]] = field(default_factory=lambda: defaultdict(dict))
    notices: list[Notice] = field(default_factory=list)

    def of(self, part: str) -> list[Placed]:
        """Return the first copy of each row of a part, in the order of their ids."""
        return [self.rows[part][its_id][0] for its_id in sorted(self.rows[part], key=_order)]

    def get(self, part: str, its_id: str | None) -> Placed | None:
        """Return the row of a part with this id, or None where no list has it."""
        copies = self.rows[part].get(its_id or "")
        return copies[0] if copies else None

    def differing(self, part: str, its_id: str | None) -> Where | None:
        """Return where a second copy of a row differs from the first, or None."""
        copies = self.rows[part].get(its_id or "", [])
        keys = _USED.get(part, "").split()
        used = [[as_id(row.get(key)) or row.get(key) for key in keys] for row, _ in copies]
        return next((copies[at][1] for at, values in enumerate(used) if values != used[0]), None)

    def under(self, part: str, key: str) -> dict[str, list[Placed]]:
        """Return the rows of a part by the id under `key`, in the order of their own ids."""
        grouped: dict[str, list[Placed]] = defaultdict(list)
        for row, where in self.of(part):
            if (its_id := id_in(row, key)) is not None:
                grouped[its_id].append((row, where))
        return grouped


def list_name(part: str) -> str:
    """Return the name of the list that holds these rows."""
    return next(name for name, each in PARTS.items() if each == part)


def sort_lists(documents: Sequence[Document]) -> Lists:
    """Return the rows of all files."""
    lists = Lists()
    bare: dict[tuple[str, str, tuple[str, ...]], list[Placed]] = defaultdict(list)
    unread: list[tuple[str, Item]] = []
    for document in documents:
        lists.notices += more_pages(document)
        for item in named_items(document.value):
            where = Where(document.file, item.place)
            part = part_of(item)
            if part is not None:
                _put(part, item.value, where, lists)
            elif possible := possible_parts(item.value):
                bare[(document.file, _list_of(item), possible)].append((item.value, where))
            else:
                unread.append((document.file, item))
    lists.notices += unread_notices(unread, PARTS)
    _settle(bare, lists)
    if not lists.rows["scorecard"]:
        held: dict[str, set[str]] = defaultdict(set)
        for part, rows in lists.rows.items():
            for copies in rows.values():
                held[copies[0][1].file].add(list_name(part))
        lists.notices += no_feedback(held, "Greenhouse", "scorecards")
    return lists


def _put(part: str, row: dict[str, Any], where: Where, lists: Lists) -> None:
    if row.get("_fivetran_deleted") is True or row.get("_sdc_deleted_at"):
        if part == "scorecard":
            lists.notices.append(where.of(id_in(row, "application_id")).notice("left_out", "deleted"))
        return
    its_id = id_in(row, "id") or f"{where}"
    lists.rows[part].setdefault(its_id, []).append((row, where))
    # The same copy first whatever the order of the files.
    lists.rows[part][its_id].sort(key=lambda placed: repr(sorted(placed[0].items(), key=repr)))


def _list_of(item: Item) -> str:
    """Return what is the same for rows of one list."""
    return f"{item.name} {item.place.rpartition('[')[0]}"


def _settle(bare: dict[tuple[str, str, tuple[str, ...]], list[Placed]], lists: Lists) -> None:
    """Sort lists of ids and names by what points at them, the certain ones first."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for part, key, pointed in _POINTING:
        wanted[pointed] |= {its_id for row, _ in lists.of(part) if (its_id := id_in(row, key))}
    for part, ids in wanted.items():
        ids.difference_update(lists.rows[part])
    waiting = dict(bare)
    while waiting:
        readings = {at: _readings(at[2], rows, wanted) for at, rows in waiting.items()}
        settled = {at: found[0] for at, found in readings.items() if len(found) == 1}
        for at, part in settled.items():
            for row, where in waiting.pop(at):
                _put(part, row, where, lists)
        for part in settled.values():
            wanted[part].difference_update(lists.rows[part])
        if not settled:
            break
    for at, rows in waiting.items():
        if found := _readings(at[2], rows, wanted):
            named = [list_name(part) for part in found]
            fields = {"lists": choices(named), "first": named[0]}
            lists.notices.append(rows[0][1].notice("error", "lists_alike", **fields))


def _readings(possible: Iterable[str], rows: list[Placed], wanted: dict[str, set[str]]) -> list[str]:
    """Return as what the rows of one list are pointed at."""
    ids = {id_in(row, "id") for row, _ in rows}
    return [part for part in possible if wanted[part] & ids]


def _order(its_id: str) -> tuple[bool, int, str]:
    """Return what sorts numbers by what they are worth, and before other ids."""
    return (not its_id.isdecimal(), len(its_id) if its_id.isdecimal() else 0, its_id)
