"""One scorecard of Merge, with what the system behind it said (`remote_data`).

In: the object of the export. Out: a scorecard. Merge itself has a recommendation and nothing else; levels and
comments are in `remote_data` in the words of the system behind, of which a scorecard of Greenhouse is read.
Source: docs/formats.md.
"""

from typing import Any

from recruiter_kit.files.place import Where
from recruiter_kit.files.text import shorten
from recruiter_kit.intake.cards import Card, full_name, not_on_scale, time_in
from recruiter_kit.intake.greenhouse.scorecard import people_in, scorecard_value
from recruiter_kit.intake.greenhouse.shapes import greenhouse_part
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.merge.shapes import merge_recommendation
from recruiter_kit.intake.parts import Parts
from recruiter_kit.intake.records import named_items
from recruiter_kit.intake.scales import UNKNOWN
from recruiter_kit.intake.values import as_id, id_in, objects_in, text_in

_TAKEN = ("ratings", "note", "private_note")


def reference(value: dict[str, Any], key: str) -> str | None:
    """Return the id of a related object, which may be given as an id or expanded."""
    return as_id(value.get(key)) or id_in(value.get(key), "id")


def interviewer(card: dict[str, Any], parts: Parts) -> str | None:
    """Return the name of who filled in a scorecard, or None where the files do not have it."""
    return full_name(parts.value("user", reference(card, "interviewer")), "first_name", "last_name")


def merge_card(card: dict[str, Any], where: Where, parts: Parts, found: Found) -> Card:
    """Return one scorecard with the levels and comments of the system behind, where they can be read."""
    literal = card.get("overall_recommendation")
    recommendation = merge_recommendation(literal)
    if recommendation is UNKNOWN:
        found.notices.append(not_on_scale(literal, where.at("overall_recommendation")))
    interview = parts.value("interview", reference(card, "interview"))
    stage = parts.value("stage", reference(interview, "job_interview_stage"))
    behind, criteria = _behind(card, where, found)
    submitted = "submitted_at" if card.get("submitted_at") else "remote_created_at"
    value: dict[str, Any] = {
        "id": id_in(card, "id"),
        "interviewer": {"name": interviewer(card, parts) or reference(card, "interviewer")},
        "interview": text_in(stage, "name"),
        "submitted_at": time_in(card, submitted, where, found),
        "recommendation": None if recommendation is UNKNOWN else recommendation,
        "raw": None if literal in (None, "") else str(literal)[:200],
        **{key: behind.get(key) for key in _TAKEN},
    }
    return Card(
        value | {"ratings": behind.get("ratings") or []}, where, criteria, reference(card, "interview")
    )


def _behind(card: dict[str, Any], where: Where, found: Found) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the scorecard that the system behind Merge holds, and its criteria; report what is not read."""
    read: list[tuple[dict[str, Any], Where]] = []
    for index, remote in objects_in(card, "remote_data"):
        at = where.at(f"remote_data[{index}].data")
        held = [
            (item.value, at.at(item.place) if item.place else at) for item in named_items(remote.get("data"))
        ]
        known = [each for each in held if greenhouse_part(each[0]) == "scorecard"]
        read += known
        if len(known) < len(held):
            path = shorten(text_in(remote, "path") or "—")
            found.notices.append(at.notice("not_understood", "remote_data_unknown", path=path))
    if len(read) != 1:
        if read:
            found.notices.append(where.notice("not_understood", "remote_data_unknown", path="—"))
        return {}, {}
    value, at = read[0]
    # What the card as a whole recommends, Merge says in its own words.
    return scorecard_value(value | {"overall_recommendation": None}, at, found.notices, people_in([value]))
