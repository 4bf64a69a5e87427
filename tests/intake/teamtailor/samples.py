"""Invented responses of Teamtailor; the attributes of scorecard scores are not published and left open."""

from typing import Any


def resource(
    kind: str, its_id: str, attributes: dict[str, Any], **related: tuple[str, str] | None
) -> dict[str, Any]:
    relationships = {
        name.replace("_", "-"): {"links": {}, "data": {"type": to[0], "id": to[1]}}
        for name, to in related.items()
        if to
    }
    return {"id": its_id, "type": kind, "links": {}, "attributes": attributes, "relationships": relationships}


CANDIDATE = resource(
    "candidates", "410", {"first-name": "Marta", "last-name": "Silva", "unsubscribed": False}
)
JOB = resource("jobs", "26", {"title": "Data Engineer", "status": "open"})
STAGE = resource("stages", "9", {"name": "On-site"})
REASON = resource("reject-reasons", "3", {"reason": "Salary", "rejected-by-company": False})
OUR_REASON = resource("reject-reasons", "4", {"reason": "Lacking skills", "rejected-by-company": True})


def job_application(
    rejected: str | None = "2026-11-11T09:00:00+01:00", stage: str = "9", reason: str | None = "4"
) -> dict[str, Any]:
    return resource(
        "job-applications",
        "634",
        {"rejected-at": rejected, "updated-at": "2026-11-11T09:00:00+01:00", "cover-letter": None},
        candidate=("candidates", "410"),
        job=("jobs", "26"),
        stage=("stages", stage),
        reject_reason=("reject-reasons", reason) if reason else None,
    )


SAMPLES: dict[str, Any] = {
    "job-application": {"data": job_application(), "included": [CANDIDATE, JOB]},
    "interviews": {
        "data": [resource("interviews", "51", {}, candidate=("candidates", "410"), job=("jobs", "26"))],
        "included": [],
        "meta": {"record-count": 1, "page-count": 1},
        "links": {"first": "https://example.org/v1/interviews"},
    },
    "scorecard-scores": {"data": [resource("scorecard-scores", "71", {}, interview=("interviews", "51"))]},
    "scorecard-criteria": {"data": [resource("scorecard-criteria", "81", {})]},
    "scorecard-picks": {"data": [resource("scorecard-picks", "91", {})]},
    "users": {"data": [resource("users", "2", {"name": "Ana Reyes", "email": "ana@example.org"})]},
    "stages": {"data": [STAGE]},
    "reject-reasons": {"data": [REASON, OUR_REASON]},
    "notes": {"data": [resource("notes", "1", {"note": "Slow to ask.", "private-note": False})]},
}
