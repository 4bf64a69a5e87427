"""One scorecard of Merge, with what the system behind it said (`remote_data`).

In: the object of the export. Out: a scorecard. Merge itself has a recommendation and nothing else; levels and
comments are in `remote_data` in the words of the system behind, of which a scorecard of Greenhouse is read.
Source: docs/formats.md.
"""

from typing import Any

from recruiter_kit.files.place import Where
from recruiter_kit.files.text import shorten
from recruiter_kit.intake.export import Export
from recruiter_kit.intake.greenhouse.scorecard import people_in, scorecard_value
from recruiter_kit.intake.greenhouse.shapes import greenhouse_part
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.merge.shapes import merge_recommendation
from recruiter_kit.intake.moments import moment_in
from recruiter_kit.intake.records import named_items
from recruiter_kit.intake.scorecards import Card, full_name, recommended
from recruiter_kit.intake.values import as_id, id_in, objects_in, text_in

_TAKEN = ("ratings", "note", "private_note")


def reference(value: dict[str, Any], key: str) -> str | None:
    """Return the id of a related object, which may be given as an id or expanded."""
    return as_id(value.get(key)) or id_in(value.get(key), "id")


def merge_card(card: dict[str, Any], where: Where, export: Export, found: Found) -> Card:
    """Return one scorecard with the levels and comments of the system behind, where they can be read."""
    literal = card.get("overall_recommendation")
    interview = export.value("interview", reference(card, "interview"))
    stage = export.value("stage", reference(interview, "job_interview_stage"))
    behind, criteria = _behind(card, where, found)
    submitted = "submitted_at" if card.get("submitted_at") else "remote_created_at"
    name = full_name(export.value("user", reference(card, "interviewer")), "first_name", "last_name")
    value: dict[str, Any] = {
        "id": id_in(card, "id"),
        "interviewer": {"name": name or reference(card, "interviewer")},
        "interview": text_in(stage, "name"),
        "submitted_at": moment_in(card, submitted, where, found.notices),
        **recommended(merge_recommendation(literal), literal, where.at("overall_recommendation"), found),
        **{key: behind.get(key) for key in _TAKEN},
    }
    value["ratings"] = behind.get("ratings") or []
    return Card(value, where, criteria, reference(card, "interview"), name is not None)


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
