"""Reader of saved Workable activities: the ratings and comments of candidates.

In: documents in any order. Out: roles whose criteria are the traits of score cards, where there are any, and
applications; a candidate of Workable has one job, so each is one application. Joined by ids only. A reason to
disqualify is not a decision (R1): it is reported, never used. Source: ats-formats, section 5.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from recruiter_kit.files.document import Document
from recruiter_kit.files.place import Where
from recruiter_kit.files.text import shorten
from recruiter_kit.intake.export import Export, Need, Placed, placed_items, report_held, whole
from recruiter_kit.intake.export_roles import ExportRoles
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.scorecards import Card, keep_application, read_applications, report_homeless
from recruiter_kit.intake.values import id_in, object_in, text_in
from recruiter_kit.intake.whose import Owned, owned_items
from recruiter_kit.intake.workable.card import addresses_colleague, restricted, traits_of, workable_card
from recruiter_kit.intake.workable.scale import WORKABLE_SCALE
from recruiter_kit.intake.workable.shapes import KINDS, workable_part
from recruiter_kit.intake.workable.status import hear_status, report_reason
from recruiter_kit.messages import say

_SAYS = {
    "candidate": lambda value: (text_in(value, "name"), id_in(object_in(value, "job"), "shortcode")),
}
_ACTIONS = ("rating", "comment")


def read_workable(documents: Sequence[Document], found: Found) -> None:
    """Add the roles and applications of all Workable files to what was found."""
    export = Export(_SAYS)
    waiting: list[tuple[Owned, Where]] = []
    for owned, where in placed_items(documents, found, owned_items):
        part = workable_part(owned.value)
        if part is None:
            if any(value not in ([], {}, None) for value in _values(owned.value)):
                found.notices.append(where.notice("not_understood", "unknown_object"))
            continue
        export.add(part, owned.value, where)
        if part in ("activity", "rating"):
            waiting.append((owned, where))
    report_held(export, "Workable", ("activity", "rating"), "activities", KINDS, found, ("request",))
    for owned, where in waiting:
        if text_in(object_in(owned.value, "member"), "name"):
            export.add("user", object_in(owned.value, "member"), where.at("member"))
    cards = _by_candidate(waiting, export, found)
    read_applications(cards, "candidate", export, found, _read_application, WORKABLE_SCALE)


def _values(value: Any) -> list[Any]:
    return list(value.values()) if isinstance(value, dict) else [value]


def _by_candidate(
    waiting: Sequence[tuple[Owned, Where]], export: Export, found: Found
) -> dict[str, list[Placed]]:
    """Return activities, and bodies that rate, by candidate; report the feedback of nobody."""
    cards: dict[str, list[Placed]] = defaultdict(list)
    homeless: dict[str, Where] = {}
    for owned, where in waiting:
        own = id_in(object_in(owned.value, "candidate"), "id")
        candidate = own or owned.owners.get("candidate") or export.only("candidate")
        if candidate is not None:
            cards[candidate].append((owned.value, where.of(candidate)))
        elif not _is_activity(owned.value) or text_in(owned.value, "action") in _ACTIONS:
            homeless.setdefault(where.file, where)
    report_homeless(homeless.values(), found)
    return cards


def _is_activity(value: dict[str, Any]) -> bool:
    return workable_part(value) == "activity"


def _read_application(
    candidate: str, placed: Sequence[Placed], export: Export, roles: ExportRoles, found: Found
) -> None:
    activities = _activities(placed, found)
    problem = export.problem(placed[0][1], Need("candidate", candidate, "candidate_absent"))
    if activities is None or problem is not None:
        found.refuse(*([problem] if activities is not None and problem else []))
        return
    value, where = export.find("candidate", candidate) or placed[0]
    where = where.of(candidate)
    hear_status(export.copies("candidate", candidate), activities, found)
    report_reason(value, activities, where, found)
    bodies = [each for each in placed if not _is_activity(each[0])]
    cards = _cards(activities, bodies, export, found)
    _report_left_out(activities, where, found)
    title = text_in(object_in(value, "job"), "title") or ""
    keep_application(_application(value), title, cards, roles, found, where)


def _application(candidate: dict[str, Any]) -> dict[str, Any]:
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
    }


def _cards(
    activities: Sequence[Placed], bodies: Sequence[Placed], export: Export, found: Found
) -> list[Card]:
    """Return a scorecard for each rating and comment; a body is of the rating that says the same."""
    cards: list[Card] = []
    by_content: dict[object, int] = {}
    for activity, where in activities:
        action = text_in(activity, "action")
        comment = text_in(activity, "body") or ""
        if action == "rating" or (action == "comment" and comment and not addresses_colleague(comment)):
            if action == "rating":
                by_content[_content(activity, object_in(activity, "rating"), comment)] = len(cards)
            cards.append(workable_card(id_in(activity, "id"), activity, export, where, found))
    for body, where in bodies:
        at = by_content.get(_content(body, body, text_in(body, "comment") or ""))
        if at is None:
            cards.append(workable_card(id_in(body, "member_id"), body, export, where, found))
        elif not cards[at].value["ratings"]:
            ratings, criteria = traits_of(body, where, found)
            cards[at] = replace(cards[at], value=cards[at].value | {"ratings": ratings}, criteria=criteria)
    return cards


def _content(said: dict[str, Any], rating: dict[str, Any], comment: str) -> object:
    """Return what is equal for a rating in the activities and the body that was sent to make it."""
    member = id_in(object_in(said, "member"), "id") or id_in(said, "member_id")
    return member, str(rating.get("scale")), str(rating.get("grade")), comment


def _activities(placed: Sequence[Placed], found: Found) -> list[Placed] | None:
    """Return each activity once, None when copies of one contradict each other.

    The activities of a job say less than those of the candidate: neither scale and grade, nor who may see it.
    """
    by_id: dict[str, list[Placed]] = defaultdict(list)
    for value, where in placed:
        if _is_activity(value):
            by_id[id_in(value, "id") or ""].append((value, where))
    for copies in by_id.values():
        if len({str(_said(activity)) for activity, _ in copies}) > 1:
            found.refuse(copies[0][1].notice("error", "object_twice_differs"))
            return None
    activities = [_merged(copies) for copies in by_id.values()]
    return sorted(
        activities, key=lambda each: (text_in(each[0], "created_at") or "", id_in(each[0], "id") or "")
    )


def _merged(copies: Sequence[Placed]) -> Placed:
    """Return one activity of its copies, with all that they say of its rating."""
    value, where = whole(copies)
    rating, _ = whole([(object_in(activity, "rating"), at) for activity, at in copies])
    return value | ({"rating": rating} if rating else {}), where


def _said(activity: dict[str, Any]) -> object:
    rating = object_in(activity, "rating")
    member = id_in(object_in(activity, "member"), "id")
    return text_in(activity, "action"), member, text_in(activity, "body"), rating.get("score")


def _report_left_out(activities: Sequence[Placed], where: Where, found: Found) -> None:
    comments = [activity for activity, _ in activities if text_in(activity, "action") == "comment"]
    actions = Counter(
        text_in(activity, "action") or say("found_blank")
        for activity, _ in activities
        if text_in(activity, "action") not in ("rating", "comment", "disqualified")
    )
    if to_colleagues := sum(addresses_colleague(text_in(each, "body") or "") for each in comments):
        found.notices.append(where.notice("left_out", "comments_to_colleagues", count=to_colleagues))
    if actions:
        listed = ", ".join(f"{action} ({count})" for action, count in sorted(actions.items()))
        found.notices.append(where.notice("left_out", "activities_left_out", actions=shorten(listed, 120)))
    if any("visibility_roles" not in each and restricted(each) for each in comments):
        found.notices.append(where.notice("lacking", "comments_kept_private"))
