"""One scorecard of Breezy HR in the shape of recruiter-kit/1.

In: a scorecard of a candidate's `meta`, or the body that is sent to make one. Out: the value of a scorecard,
the names of its criteria, and notices. Source: ats-formats, section 10.
"""

from typing import Any

from recruiter_kit.files.place import Where
from recruiter_kit.files.text import one_line
from recruiter_kit.intake.breezy.scale import breezy_level, breezy_recommendation
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.moments import moment_in
from recruiter_kit.intake.scales import criterion_id
from recruiter_kit.intake.scorecards import Card, rating_of, recommended
from recruiter_kit.intake.values import blank, id_in, object_in, objects_in, text_in


def breezy_card(card: dict[str, Any], where: Where, found: Found) -> Card:
    """Return a scorecard; a level without its criterion costs the application."""
    # A body has neither an id nor an interviewer.
    said = object_in(card, "scorecard") or card
    person = object_in(card, "acting_user") or object_in(card, "actingUser")
    literal = said.get("score")
    criteria: dict[str, str] = {}
    ratings = _ratings(said, where.at("scorecard") if said is not card else where, criteria, found)
    changed = "updatedDate" if blank(said, "updated_date") else "updated_date"
    value = {
        "id": id_in(card, "_id") or "scorecard",
        "interviewer": {"name": text_in(person, "name")},
        "submitted_at": moment_in(said, changed, where, found.notices),
        **recommended(breezy_recommendation(literal), literal, where, found),
        "ratings": ratings,
        "note": text_in(said, "note"),
    }
    return Card(value, where, criteria)


def _ratings(
    said: dict[str, Any], where: Where, criteria: dict[str, str], found: Found
) -> list[dict[str, Any]]:
    ratings: list[dict[str, Any]] = []
    for index, section in objects_in(said, "sections"):
        for number, criterion in objects_in(section, "criteria"):
            at = where.at(f"sections[{index}].criteria[{number}]")
            name, literal = one_line(text_in(criterion, "text") or ""), criterion.get("score")
            if not name:
                if literal not in (None, ""):
                    found.refuse(at.notice("error", "trait_without_name"))
                continue
            criteria.setdefault(criterion_id(name), name)
            note = text_in(criterion, "note")
            ratings.append(rating_of(name, breezy_level(literal), literal, at, found, note))
    return ratings
