"""How the JSON:API of Teamtailor looks, recognised by the types of its resources.

In: any value. Out: the type of each resource. Source: docs/formats.md.
"""

from typing import Any

from recruiter_kit.intake.records import items
from recruiter_kit.intake.values import has, id_in, object_in, text_in

KINDS = {
    "scorecard-scores": "scorecard scores",
    "scorecard-criteria": "scorecard criteria",
    "scorecard-picks": "scorecard picks",
    "interviews": "interviews",
    "notes": "notes",
    "candidates": "candidates",
    "job-applications": "job applications",
    "jobs": "jobs",
    "users": "users",
    "stages": "stages",
    "reject-reasons": "reject reasons",
}


def is_teamtailor(value: Any) -> bool:
    """Whether this holds resources of Teamtailor."""
    return any(teamtailor_part(item) for _, item in items(value))


def teamtailor_part(value: Any, _name: str = "") -> str | None:
    """Return the type of a resource, None for what is not a resource of this source."""
    kind = text_in(value, "type")
    return kind if kind in KINDS and has(value, "id") and isinstance(value.get("attributes"), dict) else None


def related(value: dict[str, Any], name: str) -> str | None:
    """Return the id of the one resource that a resource is related to by `name`, where the file says it."""
    return id_in(object_in(object_in(object_in(value, "relationships"), name), "data"), "id")
