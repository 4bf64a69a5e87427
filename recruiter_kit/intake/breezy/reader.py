"""Reader of saved Breezy HR scorecards, with the candidates and positions that they belong to.

In: documents in any order. Out: roles whose criteria are those of the scorecards, and applications; a
candidate of Breezy is in one position, so each is one application. A response does not say which candidate or
position it is of: a wrapping, the address of a recorded call or the only one there is does. A stage is
not a decision (R1). Source: ats-formats, section 10.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from recruiter_kit.files.document import Document
from recruiter_kit.files.place import Where
from recruiter_kit.files.text import shorten
from recruiter_kit.intake.breezy.card import Reading, card_value
from recruiter_kit.intake.breezy.scale import BREEZY_SCALE
from recruiter_kit.intake.breezy.shapes import breezy_items, breezy_part
from recruiter_kit.intake.export_roles import ExportRoles
from recruiter_kit.intake.gathering import (
    Gathered,
    Placed,
    Wanted,
    in_order,
    report_more_pages,
    report_without_cards,
)
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.joining.statuses import Status, status_of
from recruiter_kit.intake.values import day_in, id_in, object_in, text_in
from recruiter_kit.intake.whose import Owned
from recruiter_kit.model import Notice

_WANTED = Wanted(
    "Breezy",
    frozenset({"scorecard", "body"}),
    "add_breezy",
    {
        "candidate": "part_candidate",
        "position": "part_job",
        "stream": "part_stream",
        "webhook": "part_webhook",
    },
    frozenset({"stream", "webhook"}),
)


@dataclass
class _Export:
    """Scorecards by candidate, and the positions in which each candidate was found."""

    gathered: Gathered = field(default_factory=Gathered)
    cards: dict[str, list[Placed]] = field(default_factory=dict)
    positions: dict[str, set[str]] = field(default_factory=dict)

    def positions_of(self, candidate: str) -> set[str]:
        """Return the positions of a candidate: those that are said, or else the only one there is."""
        only = self.gathered.only("position")
        return self.positions.get(candidate) or ({only} if only else set())


def read_breezy(documents: Sequence[Document], found: Found) -> None:
    """Add the roles and applications of all Breezy files to what was found."""
    report_more_pages(documents, found)
    export = _sorted_export(documents, found)
    export.gathered.name_parts(_WANTED, found)
    report_without_cards(export.gathered.of("candidate"), export.cards, found)
    found.seen += len(export.cards)
    roles = ExportRoles(found, BREEZY_SCALE)
    for candidate in sorted(export.cards):
        if not _read_application(candidate, export, roles, found):
            found.broken_applications.add(candidate)
    roles.finish()


def _sorted_export(documents: Sequence[Document], found: Found) -> _Export:
    export = _Export()
    waiting: list[tuple[Owned, Where]] = []
    for document in documents:
        for owned in breezy_items(document.value):
            where, part = Where(document.file, owned.place), breezy_part(owned.value)
            if part is None:
                found.notices.append(where.notice("not_understood", "unknown_object"))
                continue
            its_id = id_in(owned.value, "_id")
            export.gathered.add(part, its_id, owned.value, where)
            if part in ("scorecard", "body"):
                waiting.append((owned, where))
            elif part == "candidate" and its_id and "position" in owned.owners:
                export.positions.setdefault(its_id, set()).add(owned.owners["position"])
    by_meta = {
        id_in(copies[0][0], "meta_id"): candidate
        for candidate, copies in export.gathered.of("candidate").items()
    }
    homeless: dict[str, Where] = {}
    for owned, where in waiting:
        candidate = owned.owners.get("candidate") or by_meta.get(owned.owners.get("meta"))
        candidate = candidate or export.gathered.only("candidate")
        if candidate is None:
            homeless.setdefault(where.file, where)
            continue
        export.cards.setdefault(candidate, []).append((owned.value, where.of(candidate)))
        if "position" in owned.owners:
            export.positions.setdefault(candidate, set()).add(owned.owners["position"])
    found.notices += [where.notice("error", "candidate_unknown") for where in homeless.values()]
    found.seen += bool(homeless)
    return export


def _read_application(candidate: str, export: _Export, roles: ExportRoles, found: Found) -> bool:
    problem = _problem(candidate, export)
    if problem is not None:
        found.notices.append(problem)
        return False
    copies = export.gathered.of("candidate")[candidate]
    value, where = export.gathered.newest("candidate", candidate) or copies[0]
    where = where.of(candidate)
    _hear_stage(candidate, copies, where, found)
    reading = Reading()
    cards = in_order(_cards(export.cards[candidate], reading))
    found.notices += [*reading.notices, *reading.broken]
    if nameless := sum(card["interviewer"]["name"] is None for card, _ in cards):
        found.notices.append(where.notice("lacking", "interviewers_unknown", count=nameless))
    if reading.broken:
        return False
    (position,) = export.positions_of(candidate)
    role, _ = export.gathered.newest("position", position) or ({}, where)
    places = {"candidate": where, **{f"scorecards[{index}]": at for index, (_, at) in enumerate(cards)}}
    read = {
        "id": candidate,
        "role": position,
        "stage": text_in(object_in(value, "stage"), "name"),
        # One field holds the whole name; where it divides is not guessed.
        "candidate": {"given_name": text_in(value, "name"), "email": text_in(value, "email_address")},
        "scorecards": [card for card, _ in cards],
    }
    return roles.keep(read, text_in(role, "name") or "", reading.criteria, replace(where, places=places))


def _problem(candidate: str, export: _Export) -> Notice | None:
    """Return why the objects of a candidate cannot be put together, or None when they can."""
    first = min((where for _, where in export.cards[candidate]), key=str)
    if candidate not in export.gathered.of("candidate"):
        return first.notice("error", "candidate_absent", candidate=candidate)
    positions = sorted(export.positions_of(candidate))
    if len(positions) > 1:
        return first.notice("error", "postings_several", postings=", ".join(positions))
    if not positions:
        return first.notice("error", "position_unknown", candidate=candidate)
    if positions[0] not in export.gathered.of("position"):
        return first.notice("error", "position_absent", position=positions[0])
    differing = export.gathered.differing("candidate", candidate, lambda value: text_in(value, "name"))
    differing = differing or export.gathered.differing(
        "position", positions[0], lambda value: text_in(value, "name")
    )
    return differing.model_copy(update={"application": candidate}) if differing else None


def _cards(placed: Sequence[Placed], reading: Reading) -> list[Placed]:
    """Return the scorecards of a candidate; a body is left out where it is of one that is there."""
    known = {
        (str(said.get("score")), text_in(said, "note"))
        for card, _ in placed
        if (said := object_in(card, "scorecard"))
    }
    made: list[Placed] = []
    for card, where in in_order(placed):
        if breezy_part(card) == "body" and (card["score"], text_in(card, "note")) in known:
            reading.notices.append(where.notice("left_out", "body_twice"))
            continue
        value = card_value(card, where, reading)
        if value is not None:
            made.append((value, where))
    return made


def _hear_stage(candidate: str, copies: Sequence[Placed], where: Where, found: Found) -> None:
    """Remember what the stage says, and report a closed one: no named person and criteria, so no decision."""
    closed: set[str] = set()
    for value, at in copies:
        stage = object_in(value, "stage")
        for literal in (text_in(object_in(stage, "type"), "name"), text_in(stage, "name")):
            found.hear(candidate, literal, at.at("stage"), day_in(value, "updated_date"))
            closed |= {literal} if literal and status_of(literal) is Status.CLOSED else set()
    if closed:
        reason = shorten("; ".join(sorted(closed)), 80)
        found.notices.append(where.notice("left_out", "rejection_left_out", reason=reason))
