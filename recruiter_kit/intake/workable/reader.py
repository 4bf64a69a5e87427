"""Reader of saved Workable activities: the ratings and comments of candidates.

In: documents in any order. Out: roles whose criteria are the traits of score cards, where there are any, and
applications; a candidate of Workable has one job, so each is one application. Joined by ids only. A reason to
disqualify is not a decision (R1): it is reported, never used. Source: ats-formats, section 5.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from recruiter_kit.files.document import Document
from recruiter_kit.files.place import Where
from recruiter_kit.files.text import shorten
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
from recruiter_kit.intake.values import id_in, object_in, text_in
from recruiter_kit.intake.whose import Owned, owned_items
from recruiter_kit.intake.workable.card import Reading, addresses_colleague, card_value, restricted, traits_of
from recruiter_kit.intake.workable.scale import WORKABLE_SCALE
from recruiter_kit.intake.workable.shapes import workable_part
from recruiter_kit.intake.workable.status import hear_status, report_rejection
from recruiter_kit.messages import say

_WANTED = Wanted(
    "Workable",
    frozenset({"activity", "rating"}),
    "add_workable",
    {
        "request": "part_request",
        "candidate": "part_candidate",
        "reason": "part_reason",
        "stage": "part_stage",
        "user": "part_user",
        "job": "part_job",
    },
    frozenset({"request"}),
)


@dataclass
class _Export:
    """Activities by candidate and id with every copy, bodies that rate by candidate, and names by member."""

    gathered: Gathered = field(default_factory=Gathered)
    activities: dict[str, dict[str, list[Placed]]] = field(default_factory=dict)
    bodies: dict[str, list[Placed]] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)


def read_workable(documents: Sequence[Document], found: Found) -> None:
    """Add the roles and applications of all Workable files to what was found."""
    report_more_pages(documents, found)
    export = _sorted_export(documents, found)
    export.gathered.name_parts(_WANTED, found)
    spoken_of = sorted({*export.activities, *export.bodies})
    found.seen += len(spoken_of)
    report_without_cards(export.gathered.of("candidate"), spoken_of, found)
    roles = ExportRoles(found, WORKABLE_SCALE)
    for candidate in spoken_of:
        if not _read_application(candidate, export, roles, found):
            found.broken_applications.add(candidate)
    roles.finish()


def _sorted_export(documents: Sequence[Document], found: Found) -> _Export:
    export = _Export()
    waiting: list[tuple[str, Owned, Where]] = []
    for document in documents:
        for owned in owned_items(document.value):
            where = Where(document.file, owned.place)
            part = workable_part(owned.value)
            if part is None:
                if any(value not in ([], {}, None) for value in _values(owned.value)):
                    found.notices.append(where.notice("not_understood", "unknown_object"))
                continue
            its_id = id_in(owned.value, "id") if part != "activity" else None
            export.gathered.add(part, its_id, owned.value, where)
            if part in ("activity", "rating"):
                waiting.append((part, owned, where))
            for person in (object_in(owned.value, "member"), owned.value if part == "user" else {}):
                if id_in(person, "id") and text_in(person, "name"):
                    export.people.setdefault(id_in(person, "id") or "", text_in(person, "name") or "")
    homeless: dict[str, Where] = {}
    for part, owned, where in waiting:
        holds_feedback = part == "rating" or text_in(owned.value, "action") in ("rating", "comment")
        if not _place(part, owned, where, export) and holds_feedback:
            homeless.setdefault(where.file, where)
    found.notices += [where.notice("error", "candidate_unknown") for where in homeless.values()]
    found.seen += bool(homeless)
    return export


def _values(value: Any) -> list[Any]:
    return list(value.values()) if isinstance(value, dict) else [value]


def _place(part: str, owned: Owned, where: Where, export: _Export) -> bool:
    """Put an activity or a body beside its candidate; False when nothing says whose it is."""
    own = id_in(object_in(owned.value, "candidate"), "id")
    candidate = own or owned.owners.get("candidate") or export.gathered.only("candidate")
    if candidate is None:
        return False
    placed = (owned.value, where.of(candidate))
    if part == "rating":
        export.bodies.setdefault(candidate, []).append(placed)
    else:
        its_id = id_in(owned.value, "id") or ""
        export.activities.setdefault(candidate, {}).setdefault(its_id, []).append(placed)
    return True


def _read_application(candidate: str, export: _Export, roles: ExportRoles, found: Found) -> bool:
    merged: list[Placed] = []
    for copies in export.activities.get(candidate, {}).values():
        one = _merged(copies)
        if one is None:
            found.notices.append(copies[0][1].notice("error", "object_twice_differs"))
            return False
        merged.append(one)
    known = export.gathered.newest("candidate", candidate)
    if known is None:
        first = min((where for _, where in (*merged, *export.bodies.get(candidate, ()))), key=str)
        found.notices.append(first.notice("error", "candidate_absent", candidate=candidate))
        return False
    value, where = known[0], known[1].of(candidate)
    differing = export.gathered.differing("candidate", candidate, _name_and_job)
    if differing is not None:
        found.notices.append(differing.model_copy(update={"application": candidate}))
        return False
    hear_status(export.gathered.of("candidate")[candidate], merged, found)
    report_rejection(value, merged, where, found)
    reading = Reading()
    bodies = in_order(export.bodies.get(candidate, []))
    cards = in_order(_cards(in_order(merged), bodies, export.people, reading))
    _report(cards, merged, reading, where, found)
    if reading.broken:
        return False
    places = {"candidate": where, **{f"scorecards[{index}]": at for index, (_, at) in enumerate(cards)}}
    title = text_in(object_in(value, "job"), "title") or ""
    read = _application(value, [card for card, _ in cards])
    return roles.keep(read, title, reading.criteria, replace(where, places=places))


def _application(candidate: dict[str, Any], cards: list[dict[str, Any]]) -> dict[str, Any]:
    """Return a candidate in the shape of an application of recruiter-kit/1."""
    given, family = text_in(candidate, "firstname"), text_in(candidate, "lastname")
    return {
        "id": id_in(candidate, "id"),
        "role": id_in(object_in(candidate, "job"), "shortcode"),
        "stage": text_in(candidate, "stage"),
        "candidate": {
            # Where there is only the whole name, where it divides is not guessed.
            "given_name": given if given or family else text_in(candidate, "name"),
            "family_name": family,
            "email": text_in(candidate, "email"),
        },
        "scorecards": cards,
    }


def _cards(
    merged: Sequence[Placed], bodies: Sequence[Placed], people: Mapping[str, str], reading: Reading
) -> list[Placed]:
    """Return a scorecard for each rating and comment; a body is of the rating that says the same."""
    made: list[Placed] = []
    by_content: dict[object, Placed] = {}
    for activity, where in merged:
        action = text_in(activity, "action")
        comment = text_in(activity, "body") or ""
        if action == "rating" or (action == "comment" and comment and not addresses_colleague(comment)):
            card = (card_value(id_in(activity, "id"), activity, people, where, reading), where)
            made.append(card)
            if action == "rating":
                by_content[_content(activity, object_in(activity, "rating"), comment)] = card
    for body, where in bodies:
        rated = by_content.get(_content(body, body, text_in(body, "comment") or ""))
        if rated is None:
            made.append((card_value(id_in(body, "member_id"), body, people, where, reading), where))
        elif not rated[0]["ratings"]:
            rated[0]["ratings"] = traits_of(body, where, reading)
    return made


def _content(said: dict[str, Any], rating: dict[str, Any], comment: str) -> object:
    """Return what is equal for a rating in the activities and the body that was sent to make it."""
    member = id_in(object_in(said, "member"), "id") or id_in(said, "member_id")
    return member, str(rating.get("scale")), str(rating.get("grade")), comment


def _merged(copies: Sequence[Placed]) -> Placed | None:
    """Return one activity of its copies, None when they contradict each other.

    The activities of a job say less than those of the candidate: neither scale and grade, nor who may see it.
    """
    if len({str(_said(activity)) for activity, _ in copies}) > 1:
        return None
    ordered = sorted(copies, key=lambda copy: (len(copy[0]), str(sorted(copy[0].items(), key=str))))
    whole: dict[str, Any] = {}
    for activity, _ in ordered:
        rating = {**object_in(whole, "rating"), **object_in(activity, "rating")}
        whole |= activity | ({"rating": rating} if rating else {})
    return whole, ordered[-1][1]


def _said(activity: dict[str, Any]) -> object:
    rating = object_in(activity, "rating")
    member = id_in(object_in(activity, "member"), "id")
    return text_in(activity, "action"), member, text_in(activity, "body"), rating.get("score")


def _name_and_job(candidate: dict[str, Any]) -> object:
    return text_in(candidate, "name"), id_in(object_in(candidate, "job"), "shortcode")


def _report(
    cards: Sequence[Placed], merged: Sequence[Placed], reading: Reading, where: Where, found: Found
) -> None:
    found.notices += [*reading.notices, *reading.broken]
    comments = [activity for activity, _ in merged if text_in(activity, "action") == "comment"]
    actions = Counter(
        text_in(activity, "action") or say("found_blank")
        for activity, _ in merged
        if text_in(activity, "action") not in ("rating", "comment", "disqualified")
    )
    if to_colleagues := sum(addresses_colleague(text_in(each, "body") or "") for each in comments):
        found.notices.append(where.notice("left_out", "comments_to_colleagues", count=to_colleagues))
    if actions:
        listed = ", ".join(f"{action} ({count})" for action, count in sorted(actions.items()))
        found.notices.append(where.notice("left_out", "activities_left_out", actions=shorten(listed, 120)))
    if any("visibility_roles" not in each and restricted(each) for each in comments):
        found.notices.append(where.notice("lacking", "comments_kept_private"))
    if nameless := sum(card["interviewer"]["name"] is None for card, _ in cards):
        found.notices.append(where.notice("lacking", "users_absent", count=nameless))
