"""How the JSON of SmartRecruiters looks, recognised by its keys, and its scale.

In: any value. Out: what each object is, and the recommendation of an overall rating. Source: docs/formats.md.
"""

from collections.abc import Callable
from typing import Any

from recruiter_kit.intake.records import items
from recruiter_kit.intake.scales import UNKNOWN, Unknown
from recruiter_kit.intake.values import has
from recruiter_kit.model import Recommendation

KINDS = {
    "review": "reviews",
    "candidate": "candidates",
    "interview": "interviews",
    "job": "jobs",
    "user": "users",
    "assignment": "the status of applications",
}
_PARTS: tuple[tuple[str, Callable[[Any], bool]], ...] = (
    ("review", lambda value: has(value, "candidateId", "jobId", "reviewerId")),
    (
        "candidate",
        lambda value: (
            has(value, "id", "firstName", "lastName")
            and any(key in value for key in ("primaryAssignment", "secondaryAssignments", "averageRating"))
        ),
    ),
    ("interview", lambda value: has(value, "candidate", "jobId", "timeslots")),
    (
        "job",
        lambda value: has(value, "id", "title") and ("refNumber" in value or "postingStatus" in value),
    ),
    (
        "user",
        lambda value: (
            has(value, "id", "firstName", "lastName") and ("systemRole" in value or "ssoLoginMode" in value)
        ),
    ),
    (
        "assignment",
        lambda value: has(value, "status", "subStatus") and ("startsOn" in value or "changedOn" in value),
    ),
)
_STARS: dict[float, Recommendation] = dict(zip((1, 2, 3, 4, 5), Recommendation, strict=True))


def is_smartrecruiters(value: Any) -> bool:
    """Whether this holds objects of SmartRecruiters."""
    return any(smartrecruiters_part(item) for _, item in items(value))


def smartrecruiters_part(value: Any, _name: str = "") -> str | None:
    """Return what an object is: review, candidate, job, …"""
    return next((name for name, fits in _PARTS if fits(value)), None)


def smartrecruiters_recommendation(rating: object) -> Recommendation | Unknown | None:
    """Return the recommendation of an overall rating of 1 to 5 stars, None where there is no rating."""
    if rating is None:
        return None
    if isinstance(rating, bool) or not isinstance(rating, int | float):
        return UNKNOWN
    return _STARS.get(rating, UNKNOWN)
