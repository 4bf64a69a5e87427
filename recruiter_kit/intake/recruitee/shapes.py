"""How the JSON of Recruitee looks, recognised by its keys, and its scale.

In: any value, with the name of its list. Out: what each object is, and the recommendation of a thumb.
Source: docs/formats.md.
"""

from collections.abc import Callable
from typing import Any

from recruiter_kit.intake.records import named_items
from recruiter_kit.intake.scales import UNKNOWN, Unknown
from recruiter_kit.intake.values import has, text_in
from recruiter_kit.model import Recommendation

KINDS = {
    "result": "evaluations",
    "hidden": "hidden evaluations",
    "candidate": "candidates",
    "placement": "placements",
    "offer": "jobs",
    "admin": "names of users",
    "named_candidate": "names of candidates",
    "stage": "stages",
    "disqualify_reason": "disqualify reasons",
    "reference": "references",
}
_REFERENCES = {"Admin": "admin", "Candidate": "named_candidate", "Offer": "offer", "Stage": "stage"}
_LISTS = {"hidden_results_preview": "hidden", "disqualify_reasons": "disqualify_reason"}
_ANSWERED = ("rating_note", "interview_template_name", "interview_result_answers")
_PARTS: tuple[tuple[str, Callable[[Any], bool]], ...] = (
    ("result", lambda value: has(value, "id", "rating") and any(key in value for key in _ANSWERED)),
    ("candidate", lambda value: has(value, "id", "name", "emails", "placements")),
    ("placement", lambda value: has(value, "id", "candidate_id", "offer_id", "stage_id")),
    ("stage", lambda value: has(value, "id", "name", "placements")),
    ("offer", lambda value: has(value, "id", "title", "slug") and ("kind" in value or "status" in value)),
)
# A scale of four thumbs has no neutral one.
_THUMBS = {
    "strong_no": Recommendation.STRONG_NO,
    "no": Recommendation.NO,
    "neutral": Recommendation.MIXED,
    "yes": Recommendation.YES,
    "strong_yes": Recommendation.STRONG_YES,
}


def is_recruitee(value: Any) -> bool:
    """Whether this holds objects of Recruitee."""
    return any(recruitee_part(item.value, item.name) for item in named_items(value))


def recruitee_part(value: Any, name: str) -> str | None:
    """Return what an object is: result, candidate, offer, …; `name` is that of its list."""
    if name in _LISTS:
        return _LISTS[name]
    found = next((part for part, fits in _PARTS if fits(value)), None)
    if found is None and name == "references" and has(value, "id", "type"):
        return _REFERENCES.get(text_in(value, "type") or "", "reference")
    return found


def recruitee_recommendation(literal: object) -> Recommendation | Unknown | None:
    """Return the recommendation of a thumb, None where there is none."""
    if literal in (None, ""):
        return None
    return _THUMBS.get(literal, UNKNOWN) if isinstance(literal, str) else UNKNOWN
