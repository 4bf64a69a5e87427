"""One scorecard of Breezy HR in the shape of recruiter-kit/1.

In: a scorecard of a candidate's `meta`, or the body that is sent to make one. Out: the value of a scorecard,
the names of its criteria, and notices. Source: ats-formats, section 10.
"""

from dataclasses import dataclass, field
from typing import Any

from recruiter_kit.files.place import Where
from recruiter_kit.files.text import one_line, shorten
from recruiter_kit.intake.breezy.scale import breezy_level, breezy_recommendation
from recruiter_kit.intake.moments import moment_in
from recruiter_kit.intake.scales import UNKNOWN, criterion_id
from recruiter_kit.intake.values import blank, id_in, object_in, objects_in, text_in
from recruiter_kit.model import Notice


@dataclass
class Reading:
    """What is gathered while the scorecards of one candidate are read; `broken` says what cannot be read."""

    criteria: dict[str, str] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)
    broken: list[Notice] = field(default_factory=list)


def card_value(card: dict[str, Any], where: Where, reading: Reading) -> dict[str, Any] | None:
    """Return a scorecard in the shape of recruiter-kit/1, or None when nobody filled it in."""
    # A body has neither an id nor an interviewer.
    said = object_in(card, "scorecard") or card
    person = object_in(card, "acting_user") or object_in(card, "actingUser")
    literal, note = said.get("score"), text_in(said, "note")
    ratings = _ratings(said, where.at("scorecard") if said is not card else where, reading)
    if literal in (None, "") and not note and not any(rating["raw"] or rating["note"] for rating in ratings):
        reading.notices.append(where.notice("left_out", "form_empty"))
        return None
    recommendation = breezy_recommendation(literal)
    if recommendation is UNKNOWN:
        fields = {"literal": shorten(literal)}
        reading.notices.append(where.notice("not_understood", "unknown_recommendation", **fields))
    changed = "updatedDate" if blank(said, "updated_date") else "updated_date"
    return {
        "id": id_in(card, "_id") or "scorecard",
        "interviewer": {"name": text_in(person, "name")},
        "submitted_at": moment_in(said, changed, where, reading.notices),
        "recommendation": None if recommendation is UNKNOWN else recommendation,
        "raw": None if literal is None else str(literal)[:200],
        "ratings": ratings,
        "note": note,
    }


def _ratings(said: dict[str, Any], where: Where, reading: Reading) -> list[dict[str, Any]]:
    ratings: list[dict[str, Any]] = []
    for index, section in objects_in(said, "sections"):
        for number, criterion in objects_in(section, "criteria"):
            at = where.at(f"sections[{index}].criteria[{number}]")
            name, literal = one_line(text_in(criterion, "text") or ""), criterion.get("score")
            if not name:
                if literal not in (None, ""):
                    reading.broken.append(at.notice("error", "trait_without_name"))
                continue
            level = breezy_level(literal)
            if level is UNKNOWN:
                fields = {"literal": shorten(literal), "criterion": shorten(name)}
                reading.notices.append(at.notice("not_understood", "unknown_level", **fields))
            reading.criteria.setdefault(criterion_id(name), name)
            ratings.append(
                {
                    "criterion": criterion_id(name),
                    "level": None if level is UNKNOWN else level,
                    "note": text_in(criterion, "note"),
                    "raw": None if literal in (None, "") else str(literal)[:200],
                }
            )
    return ratings
