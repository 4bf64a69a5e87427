"""Scorecards of an application as a reader has made them, kept in an order that no file decides.

In: the objects of an export that are scorecards, and their values in the shape of recruiter-kit/1. Out:
applications with their roles. What readers report in the same words is reported here.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from recruiter_kit.files.place import Where
from recruiter_kit.files.plain_errors import choices
from recruiter_kit.files.text import one_line, shorten
from recruiter_kit.intake.assistants import is_by_assistant, marked_note, report_left_out
from recruiter_kit.intake.export import Export, Placed
from recruiter_kit.intake.export_roles import ExportRoles
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.joining.private import is_private
from recruiter_kit.intake.plain_note import cleaned, plain_note, without_heading
from recruiter_kit.intake.scales import UNKNOWN, Unknown, criterion_id
from recruiter_kit.intake.values import objects_in, text_in
from recruiter_kit.messages import say
from recruiter_kit.model import Notice, Recommendation

ReadApplication = Callable[[str, Sequence[Placed], Export, ExportRoles, Found], None]


@dataclass(frozen=True)
class Card:
    """One scorecard; `criteria` holds names by ids, `room` is equal for scorecards of one interview.

    `named` says whether the files have the interviewer's name.
    """

    value: dict[str, Any]
    where: Where
    criteria: Mapping[str, str] = field(default_factory=dict)
    room: str | None = None
    named: bool = True

    @property
    def empty(self) -> bool:
        """Whether nobody filled in anything that can be used."""
        rated = any(rating.get("raw") or rating.get("note") for rating in self.value.get("ratings", ()))
        return not rated and not any(self.value.get(key) for key in ("raw", "note", "private_note"))


@dataclass
class Answers:
    """The answers of one form: what is shared, private or by an assistant, and what is not free text."""

    where: Where
    shared: list[str] = field(default_factory=list)
    private: list[str] = field(default_factory=list)
    by_assistant: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    signed: bool = False

    def words(self, text: str | None, heading: str = "") -> str:
        """Return the words of a free text without its heading; remember whether lines were left out."""
        words, signed = cleaned(text or "")
        self.signed = self.signed or signed
        return without_heading(words, heading)

    def write(self, text: str | None, heading: str = "", *, private: bool = False) -> None:
        """Add a free text; a heading may say that it is private, or that an assistant wrote it."""
        heading = one_line(plain_note(heading))
        words = self.words(text, heading)
        if words and (private or is_private(heading)):
            self.private.append(words)
        elif words:
            (self.by_assistant if is_by_assistant(heading) else self.shared).append(words)

    def leave_out(self, heading: str, answer: str = "") -> None:
        """Remember the question of an answer that is not free text, and what was answered."""
        question = f"“{shorten(plain_note(heading), 60)}”"
        self.left_out.append(f"{question}: {shorten(answer)}" if answer else question)

    @property
    def notes(self) -> dict[str, object]:
        """The notes of the scorecard."""
        private = "\n".join(self.private) or None
        return {**marked_note(self.shared, self.by_assistant), "private_note": private}

    def report(self, notices: list[Notice]) -> None:
        """Report what was left out of the notes."""
        if self.signed:
            notices.append(self.where.notice("left_out", "around_note"))
        report_left_out(self.shared, self.by_assistant, self.where, notices)
        if self.left_out:
            named = choices(self.left_out, length=110)
            notices.append(self.where.notice("left_out", "answers_left_out", questions=named))


def by_application(
    export: Export,
    kind: str,
    key: str,
    application_of: Callable[[dict[str, Any]], str | None],
    found: Found,
    is_read: Callable[[dict[str, Any], Where], bool] = lambda *_: True,
) -> dict[str, list[Placed]]:
    """Return the scorecards, objects of a kind, by their applications; report those that say none."""
    cards: dict[str, list[Placed]] = defaultdict(list)
    for card, where in export.listed[kind]:
        application = application_of(card)
        if not is_read(card, where.of(application)):
            continue
        if application is None:
            expected = say("expected_for_application")
            found.notices.append(where.at(key).notice("error", "missing_field", expected=expected))
            found.seen += 1
        else:
            cards[application].append((card, where.of(application)))
    return cards


def read_applications(
    cards: Mapping[str, list[Placed]],
    kind: str,
    export: Export,
    found: Found,
    read: ReadApplication,
    scale: Mapping[str, int] | None = None,
) -> None:
    """Add the roles and applications of all scorecards; report the objects of a kind that have none."""
    found.seen += len(cards)
    roles = ExportRoles(found, scale)
    for application, placed in sorted(cards.items()):
        read(application, placed, export, roles, found)
    if cards:
        export.report_without_scorecards(kind, cards, found)
    roles.finish()


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
    """Add an application with its scorecards, unless one cannot be read.

    Those that nobody filled in are left out and reported. Interviewers of whom only an id is known are
    reported, too: their names cannot be kept out (R9).
    """
    given = sorted(cards, key=_order)
    if application["id"] in found.broken_applications:
        return
    kept = [card for card in given if not card.empty]
    found.notices += [card.where.notice("left_out", "form_empty") for card in given if card.empty]
    nameless = [card for card in kept if not card.named]
    if nameless:
        found.notices.append(nameless[0].where.notice("lacking", "users_absent", count=len(nameless)))
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


def _order(card: Card) -> tuple[str, str, str]:
    """Return what sorts scorecards by their time and their id, whatever the order of files and rows."""
    return card.value.get("submitted_at") or "", card.value.get("id") or "", repr(card.value)


def recommended(
    understood: Recommendation | Unknown | None, literal: object, where: Where, found: Found
) -> dict[str, Any]:
    """Return a recommendation and the literal beside it; report one that is not on the scale."""
    if understood is UNKNOWN:
        fields = {"literal": shorten(literal)}
        found.notices.append(where.notice("not_understood", "unknown_recommendation", **fields))
    return {"recommendation": None if understood is UNKNOWN else understood, "raw": _raw(literal)}


def rating_of(
    name: str,
    level: float | Unknown | None,
    literal: object,
    where: Where,
    found: Found,
    note: str | None = None,
) -> dict[str, Any]:
    """Return the rating of a criterion with its literal; report a level that is not on the scale."""
    if level is UNKNOWN:
        fields = {"literal": shorten(literal), "criterion": shorten(name)}
        found.notices.append(where.notice("not_understood", "unknown_level", **fields))
    return {
        "criterion": criterion_id(name),
        "level": None if level is UNKNOWN else level,
        "note": note,
        "raw": _raw(literal),
    }


def _raw(literal: object) -> str | None:
    return None if literal in (None, "") else str(literal)[:200]


def entries(value: dict[str, Any], key: str, where: Where, found: Found) -> list[tuple[int, dict[str, Any]]]:
    """Return position and object of each entry of a list that holds levels or notes.

    What is not an object may have been a level or a note: then the application is not worked on.
    """
    listed = value.get(key)
    good = list(objects_in(value, key))
    if listed not in (None, "", False) and not (isinstance(listed, list) and len(good) == len(listed)):
        found.refuse(where.at(key).notice("error", "entry_broken"))
    return good


def full_name(person: dict[str, Any], *keys: str) -> str | None:
    """Return the texts under these keys as one name, or None."""
    return " ".join(part for key in keys if (part := text_in(person, key))) or None


def report_rejection(reason: str | None, where: Where, found: Found) -> None:
    """Report why the source closed an application: no named person and criteria, so not a decision (R1)."""
    words = shorten(reason or say("found_blank"), 80)
    found.notices.append(where.notice("left_out", "rejection_left_out", reason=words))


def report_homeless(places: Iterable[Where], found: Found) -> None:
    """Report feedback of which nothing says whose it is, once for each file."""
    homeless = [where.notice("error", "candidate_unknown") for where in places]
    found.notices += homeless
    found.seen += bool(homeless)
