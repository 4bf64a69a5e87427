"""Reader of saved Breezy HR scorecards, with the candidates and positions that they belong to.

In: documents in any order. Out: roles whose criteria are those of the scorecards, and applications; a
candidate of Breezy is in one position, so each is one application. A response does not say which candidate or
position it is of: a wrapping, the address of a recorded call or the only one there is does. A stage is
not a decision (R1). Source: ats-formats, section 10.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial

from recruiter_kit.files.document import Document
from recruiter_kit.files.place import Where
from recruiter_kit.intake.breezy.card import breezy_card
from recruiter_kit.intake.breezy.scale import BREEZY_SCALE
from recruiter_kit.intake.breezy.shapes import KINDS, breezy_items, breezy_part
from recruiter_kit.intake.export import Export, Need, Placed, placed_items, report_held
from recruiter_kit.intake.export_roles import ExportRoles
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.joining.statuses import Status, status_of
from recruiter_kit.intake.scorecards import (
    Card,
    keep_application,
    read_applications,
    report_homeless,
    report_rejection,
)
from recruiter_kit.intake.values import day_in, id_in, object_in, text_in
from recruiter_kit.intake.whose import Owned
from recruiter_kit.model import Notice

_UNREAD = ("stream", "webhook")
_SAYS = {
    "candidate": lambda value: (text_in(value, "name"),),
    "position": lambda value: (text_in(value, "name"),),
}


def read_breezy(documents: Sequence[Document], found: Found) -> None:
    """Add the roles and applications of all Breezy files to what was found."""
    export, positions = Export(_SAYS, "_id"), defaultdict[str, set[str]](set)
    waiting: list[tuple[Owned, Where]] = []
    for owned, where in placed_items(documents, found, breezy_items):
        part = breezy_part(owned.value)
        if part is None:
            found.notices.append(where.notice("not_understood", "unknown_object"))
            continue
        export.add(part, owned.value, where)
        if part in ("scorecard", "body"):
            waiting.append((owned, where))
        elif part == "candidate" and "position" in owned.owners:
            positions[id_in(owned.value, "_id") or ""].add(owned.owners["position"])
    expected = "meta of candidates"
    report_held(export, "Breezy", ("scorecard", "body"), expected, KINDS, found, _UNREAD)
    cards = _by_candidate(waiting, export, positions, found)
    read = partial(_read_application, positions=positions)
    read_applications(cards, "candidate", export, found, read, BREEZY_SCALE)


def _by_candidate(
    waiting: Sequence[tuple[Owned, Where]], export: Export, positions: dict[str, set[str]], found: Found
) -> dict[str, list[Placed]]:
    """Return the scorecards by candidate, and add to the positions of each; report those of nobody."""
    by_meta = {
        id_in(value, "meta_id"): candidate
        for candidate in export.ids("candidate")
        for value, _ in export.copies("candidate", candidate)
    }
    cards: dict[str, list[Placed]] = defaultdict(list)
    homeless: dict[str, Where] = {}
    for owned, where in waiting:
        candidate = owned.owners.get("candidate") or by_meta.get(owned.owners.get("meta"))
        candidate = candidate or export.only("candidate")
        if candidate is None:
            homeless.setdefault(where.file, where)
            continue
        cards[candidate].append((owned.value, where.of(candidate)))
        if "position" in owned.owners:
            positions[candidate].add(owned.owners["position"])
    report_homeless(homeless.values(), found)
    return cards


def _read_application(
    candidate: str,
    placed: Sequence[Placed],
    export: Export,
    roles: ExportRoles,
    found: Found,
    *,
    positions: Mapping[str, set[str]],
) -> None:
    # A candidate whose position nothing says is in the only one there is.
    only = export.only("position")
    said = sorted(positions.get(candidate) or ({only} if only else ()))
    problem = _problem(candidate, said, placed[0][1], export)
    if problem is not None:
        found.refuse(problem)
        return
    value, where = export.find("candidate", candidate) or placed[0]
    where = where.of(candidate)
    _hear_stage(candidate, export.copies("candidate", candidate), where, found)
    cards = _cards(placed, found)
    nameless = sum(card.value["interviewer"]["name"] is None and not card.empty for card in cards)
    if nameless:
        found.notices.append(where.notice("lacking", "interviewers_unknown", count=nameless))
    read = {
        "id": candidate,
        "role": said[0],
        "stage": text_in(object_in(value, "stage"), "name"),
        # One field holds the whole name; where it divides is not guessed.
        "candidate": {"given_name": text_in(value, "name"), "email": text_in(value, "email_address")},
    }
    title = text_in(export.value("position", said[0]), "name") or ""
    keep_application(read, title, cards, roles, found, where)


def _problem(candidate: str, positions: Sequence[str], where: Where, export: Export) -> Notice | None:
    """Return why the objects of a candidate cannot be put together, or None when they can."""
    problem = export.problem(where, Need("candidate", candidate, "candidate_absent"))
    if problem is not None:
        return problem
    if len(positions) > 1:
        return where.notice("error", "postings_several", postings=", ".join(positions))
    if not positions:
        return where.notice("error", "position_unknown", candidate=candidate)
    return export.problem(where, Need("position", positions[0], "position_absent"))


def _cards(placed: Sequence[Placed], found: Found) -> list[Card]:
    """Return the scorecards of a candidate; a body is left out where it is of one that is there."""
    known = {
        (str(said.get("score")), text_in(said, "note"))
        for card, _ in placed
        if (said := object_in(card, "scorecard"))
    }
    cards: list[Card] = []
    for card, where in placed:
        if breezy_part(card) == "body" and (card["score"], text_in(card, "note")) in known:
            found.notices.append(where.notice("left_out", "body_twice"))
        else:
            cards.append(breezy_card(card, where, found))
    return cards


def _hear_stage(candidate: str, copies: Sequence[Placed], where: Where, found: Found) -> None:
    """Remember what the stage says, and report a closed one: no named person and criteria, so no decision."""
    closed: set[str] = set()
    for value, at in copies:
        stage = object_in(value, "stage")
        for literal in (text_in(object_in(stage, "type"), "name"), text_in(stage, "name")):
            found.hear(candidate, literal, at.at("stage"), day_in(value, "updated_date"))
            closed |= {literal} if literal and status_of(literal) is Status.CLOSED else set()
    if closed:
        report_rejection("; ".join(sorted(closed)), where, found)
