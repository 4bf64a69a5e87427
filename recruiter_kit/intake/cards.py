"""Scorecards of an application as a reader has made them, kept in an order that no file decides.

In: the values of scorecards in the shape of recruiter-kit/1, with their places. Out: an application with its
role. What readers report in the same words is reported here.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from recruiter_kit.files.place import Where
from recruiter_kit.files.plain_errors import choices
from recruiter_kit.files.text import one_line, shorten
from recruiter_kit.intake.export_roles import ExportRoles
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.joining.private import is_private
from recruiter_kit.intake.moments import moment_in
from recruiter_kit.intake.plain_note import cleaned, plain_note, without_heading
from recruiter_kit.intake.values import objects_in, text_in
from recruiter_kit.messages import say
from recruiter_kit.model import Notice


@dataclass(frozen=True)
class Card:
    """One scorecard; `criteria` holds names by ids, `room` is equal for scorecards of one interview."""

    value: dict[str, Any]
    where: Where
    criteria: Mapping[str, str] = field(default_factory=dict)
    room: str | None = None

    @property
    def empty(self) -> bool:
        """Whether nobody filled in anything that can be used."""
        rated = any(rating.get("raw") or rating.get("note") for rating in self.value.get("ratings", ()))
        return not rated and not any(self.value.get(key) for key in ("raw", "note", "private_note"))


@dataclass
class Answers:
    """The answers of one form: what is shared, what is private, and what is not free text."""

    where: Where
    shared: list[str] = field(default_factory=list)
    private: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    signed: bool = False

    def write(self, text: str | None, heading: str = "", *, private: bool = False) -> None:
        """Add a free text; a heading may say that it is private."""
        heading = one_line(plain_note(heading))
        words, signed = cleaned(text or "")
        self.signed = self.signed or signed
        words = without_heading(words, heading)
        if words:
            (self.private if private or is_private(heading) else self.shared).append(words)

    def leave_out(self, heading: str) -> None:
        """Remember the question of an answer that is not free text."""
        self.left_out.append(f"“{shorten(plain_note(heading), 60)}”")

    @property
    def notes(self) -> dict[str, str | None]:
        """The notes of the scorecard."""
        return {
            "note": "\n".join(self.shared) or None,
            "private_note": "\n".join(self.private) or None,
        }

    def report(self, found: Found) -> None:
        """Report what was left out of the notes."""
        if self.signed:
            found.notices.append(self.where.notice("left_out", "around_note"))
        if self.left_out:
            named = choices(self.left_out, length=62)
            found.notices.append(self.where.notice("left_out", "answers_left_out", questions=named))


def keep_application(
    application: Mapping[str, Any],
    title: str,
    cards: Iterable[Card],
    roles: ExportRoles,
    found: Found,
    where: Where,
    candidate_where: Where | None = None,
    organisation: str = "",
) -> None:
    """Add an application with its scorecards; those that nobody filled in are left out and reported."""
    given = sorted(cards, key=lambda card: (card.value.get("submitted_at") or "", card.value.get("id") or ""))
    kept = [card for card in given if not card.empty]
    found.notices += [card.where.notice("left_out", "form_empty") for card in given if card.empty]
    once = {card.value.get("id"): card.room for card in kept}
    rooms = Counter(room for room in once.values() if room)
    places = {"candidate": candidate_where or where}
    criteria: dict[str, str] = {}
    for index, card in enumerate(kept):
        card.value["occasion"] = card.room if card.room and rooms[card.room] > 1 else None
        places[f"scorecards[{index}]"] = card.where
        for criterion, name in card.criteria.items():
            criteria.setdefault(criterion, name)
    value = {**application, "scorecards": [card.value for card in kept]}
    roles.keep(value, title, criteria, replace(where, places=places), organisation)


def entries(value: dict[str, Any], key: str, where: Where, found: Found) -> list[tuple[int, dict[str, Any]]]:
    """Return position and object of each entry of a list that holds levels or notes.

    What is not an object may have been a level or a note: then the application is not worked on.
    """
    listed = value.get(key)
    good = list(objects_in(value, key))
    if listed not in (None, "", False) and not (isinstance(listed, list) and len(good) == len(listed)):
        found.notices.append(where.at(key).notice("error", "entry_broken"))
        found.broken_applications.add(where.application or "")
    return good


def time_in(value: dict[str, Any], key: str, where: Where, found: Found) -> str | None:
    """Return the date and time under `key`, or None, and report what is neither."""
    return moment_in(value, key, where, found.notices)


def full_name(person: dict[str, Any], *keys: str) -> str | None:
    """Return the texts under these keys as one name, or None."""
    return " ".join(part for key in keys if (part := text_in(person, key))) or None


def not_on_scale(literal: object, where: Where) -> Notice:
    """Return the notice about a recommendation that is not on the scale."""
    return where.notice("not_understood", "unknown_recommendation", literal=shorten(literal))


def report_rejection(reason: str | None, where: Where, found: Found) -> None:
    """Report why the source closed an application: no named person and criteria, so not a decision (R1)."""
    words = shorten(reason or say("found_blank"), 80)
    found.notices.append(where.notice("left_out", "rejection_left_out", reason=words))


def report_nameless(count: int, where: Where, found: Found) -> None:
    """Report interviewers of whom only an id is known: their names cannot be kept out (R9)."""
    if count:
        found.notices.append(where.notice("lacking", "users_absent", count=count))


def report_without_cards(ids: Iterable[str], where: Where, found: Found) -> None:
    """Report applications of which the files hold no feedback, in one line."""
    without = sorted(ids)
    if without:
        fields = {"count": len(without), "ids": choices(without, 5)}
        found.notices.append(Where(where.file).notice("left_out", "without_scorecards", **fields))
