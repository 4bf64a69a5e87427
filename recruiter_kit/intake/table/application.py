"""The rows of one application, put together in the shape of recruiter-kit/1.

In: rows, one after the other. Out: the value of an application, the places of its parts, and
notices for rows that contradict each other.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from recruiter_kit.files.place import Where
from recruiter_kit.files.plain_errors import describe
from recruiter_kit.files.text import shorten
from recruiter_kit.intake.assistants import marked_note, report_left_out
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.joining.statuses import Status, allowed, status_of
from recruiter_kit.intake.plain_note import cleaned
from recruiter_kit.intake.scales import UNKNOWN, criterion_id
from recruiter_kit.intake.table.cell_values import level_of, recommendation_of, time_of
from recruiter_kit.intake.table.columns import APPLICATION_COLUMNS, SCORECARD_COLUMNS
from recruiter_kit.intake.table.said import Said
from recruiter_kit.intake.table.sheet import Row
from recruiter_kit.messages import say
from recruiter_kit.model import Notice, Recommendation, Scale

_CANDIDATE = ("given_name", "family_name", "email")
# How what no feedback needs is read: what is not understood is left out.
_NOT_NEEDED: Mapping[str, Callable[[str, Said | None], object]] = {
    "submitted_at": lambda text, said: time_of(text, said.days if said else None),
    "recommendation": recommendation_of,
}


@dataclass(frozen=True)
class TableRow:
    """A row, its place, what was said of its table, and whether its note's heading names an assistant."""

    row: Row
    where: Where
    said: Said | None = None
    by_assistant: bool = False


class Builder:
    """Gathers the rows of one application; `sound` is lost with the first row that cannot be used."""

    def __init__(self, application: str, notices: list[Notice]) -> None:
        self.sound = True
        self.places: dict[str, Where] = {}
        self.criteria: dict[str, str] = {}
        self._notices = notices
        self._application = application
        self._cards: dict[tuple[str, ...], int] = {}
        self._scorecards: list[dict[str, Any]] = []
        self._seen: dict[str, tuple[str, Where]] = {}
        self._not_understood: set[tuple[int, str, str]] = set()
        self.scale: Scale | None = None
        self._by_assistant: dict[int, list[str]] = {}

    @property
    def role(self) -> str:
        return self._text("role")

    @property
    def organisation(self) -> str:
        return self._text("organisation")

    def value(self) -> dict[str, Any]:
        """Return the application in the shape of recruiter-kit/1."""
        given = {name: seen[0] for name, seen in self._seen.items() if name in APPLICATION_COLUMNS}
        if "email" in given and allowed(given.get("can_email")) is False:
            self._notices.append(self._place("can_email").notice("left_out", "not_to_be_emailed"))
            del given["email"]
        value: dict[str, Any] = {"id": self._application, "stage": given.get("stage")}
        value["candidate"] = {name: given[name] for name in _CANDIDATE if name in given}
        if self.role:
            value["role"] = criterion_id(self.role)
        for index, texts in self._by_assistant.items():
            card = self._scorecards[index]
            by_people = [card["note"]] if card.get("note") else []
            card |= marked_note(by_people, texts)
            report_left_out(by_people, texts, self.places[f"scorecards[{index}]"], self._notices)
        return value | {"scorecards": self._scorecards}

    def hear(self, found: Found) -> None:
        """Remember what the columns say became of the application."""
        status, stage = (self._text(column) for column in ("status", "stage"))
        found.hear(self._application, status, self._place("status"))
        if status and status_of(status) is None:
            at = self._place("status")
            self._notices.append(at.notice("not_understood", "status_unknown", literal=shorten(status)))
        closed = status_of(status) is Status.CLOSED
        found.hear_stage(self._application, stage, self._place("stage"), closed=closed)
        email = self._text("can_email")
        if email and allowed(email) is None:
            at = self._place("can_email")
            self._notices.append(at.notice("not_understood", "not_yes_or_no", literal=shorten(email)))

    def _text(self, column: str) -> str:
        return self._seen[column][0] if column in self._seen else ""

    def _place(self, column: str) -> Where:
        return self.places.get(column, Where("")).of(self._application)

    def add(self, row: TableRow) -> None:
        """Add one row, or say why it cannot be used."""
        cells = row.row.cells
        for column in APPLICATION_COLUMNS:
            # Of what no row has, the first row is the place.
            if cells.get(column) or not self._cards:
                path = f"candidate.{column}" if column in _CANDIDATE else column
                self._once(column, path, row)
        index = self._card_of(row)
        if index is None:
            return
        for column in SCORECARD_COLUMNS:
            if cells.get(column):
                self._put_on_card(column, index, row)
        self._put_rating(index, row)

    def _once(self, key: str, path: str, row: TableRow, column: str = "") -> str | None:
        """Remember what an application or scorecard has once; return it when it can be used."""
        column = column or key
        text = row.row.get(column)
        if key not in self._seen and (text or path not in self.places):
            self.places[path] = row.where.at(column)
        if not text:
            return None
        known, at = self._seen.setdefault(key, (text, row.where))
        if known != text:
            first = at.place if at.file == row.where.file else f"{at.file}, {at.place}"
            self._refuse(row, column, "rows_differ", text=shorten(text), other=shorten(known), first=first)
            return None
        return text

    def _card_of(self, row: TableRow) -> int | None:
        get = row.row.get
        key = ("id", get("scorecard")) if get("scorecard") else ("by", get("interviewer"), get("interview"))
        if not any(key[1:]):
            self._refuse(row, "interviewer", "missing_field", expected=say("expected_for_interviewer"))
            return None
        if key not in self._cards:
            index = self._cards[key] = len(self._scorecards)
            # Not by position: the same rows in another order are the same scorecards.
            made = f"{len(self._application)}|{get('interviewer')}|{get('interview')}"
            card_id = get("scorecard") or f"card-{sha256(made.encode()).hexdigest()[:8]}"
            self._scorecards.append({"id": card_id, "interviewer": {}, "ratings": []})
            self.places[f"scorecards[{index}]"] = row.where
        return self._cards[key]

    def _put_on_card(self, column: str, index: int, row: TableRow) -> None:
        card, path = self._scorecards[index], f"scorecards[{index}].{column}"
        if column == "private_note":
            self._append(index, column, row.row.get(column))
        elif not self._understood(column, index, row):
            return
        elif text := self._once(path, path, row, column):
            if column in {"interviewer", "interviewer_role"}:
                part = "name" if column == "interviewer" else "role"
                card["interviewer"][part] = text
                self.places[f"scorecards[{index}].interviewer.{part}"] = row.where.at(column)
            elif column == "submitted_at":
                card[column] = time_of(text, row.said.days if row.said else None)
            elif column == "recommendation":
                card |= {"raw": text} if row.said else {}
                card[column] = recommendation_of(text, row.said)
            else:
                card[column] = text

    def _understood(self, column: str, index: int, row: TableRow) -> bool:
        """Whether a cell that no feedback needs can be read; what cannot is told once and left out."""
        text = row.row.get(column)
        if not text or column not in _NOT_NEEDED or _NOT_NEEDED[column](text, row.said) is not UNKNOWN:
            return True
        if (index, column, text) not in self._not_understood:
            self._not_understood.add((index, column, text))
            fields = {"found": describe(text), "expected": _expected(column)}
            self._notices.append(row.where.at(column).notice("not_understood", "kept_without", **fields))
        return False

    def _put_rating(self, index: int, row: TableRow) -> None:
        name, level, note = (row.row.get(column) for column in ("criterion", "level", "note"))
        if not name:
            if level:
                self._refuse(row, "criterion", "missing_field", expected=say("expected_for_criterion"))
            if row.by_assistant and note:
                self._by_assistant.setdefault(index, []).append(cleaned(note).text)
            else:
                self._append(index, "note", note)
            return
        read = level_of(level, row.said)
        if read is UNKNOWN:
            expected = say("expected_number")
            self._refuse(row, "level", "wrong_type", found=describe(level), expected=expected)
            return
        if row.said is not None and row.said.scale is not None:
            self.scale = row.said.scale
        criterion = criterion_id(name)
        self.criteria.setdefault(criterion, name)
        ratings = self._scorecards[index]["ratings"]
        path = f"scorecards[{index}].ratings[{len(ratings)}]"
        self.places[path] = row.where
        raw = level if level and row.said else None
        mark = {"by_assistant": True} if note and row.by_assistant else {}
        ratings.append({"criterion": criterion, "level": read, "note": note or None, "raw": raw, **mark})

    def _refuse(self, row: TableRow, column: str, key: str, **fields: object) -> None:
        self.sound = False
        self._notices.append(row.where.at(column).notice("error", key, **fields))

    def _append(self, index: int, key: str, text: str) -> None:
        """Add a row's words to a note of the scorecard; each row may have a signature of its own."""
        value = self._scorecards[index]
        text, signed = cleaned(text)
        if signed:
            self._notices.append(self.places[f"scorecards[{index}]"].notice("left_out", "around_note"))
        if text and text not in value.get(key, "").split("\n"):
            value[key] = f"{value[key]}\n{text}" if value.get(key) else text


def _expected(column: str) -> str:
    if column == "submitted_at":
        return say("expected_time")
    return say("expected_one_of", words=", ".join(Recommendation))
