"""What Workable says became of a candidate.

In: every copy of the candidate, and the activities. Out: what is said, remembered with its place. A stage
counts only while the candidate is not disqualified. Source: ats-formats, section 5.
"""

from collections.abc import Sequence
from typing import Any

from recruiter_kit.files.place import Where
from recruiter_kit.intake.export import Placed
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.joining.statuses import Status, status_of
from recruiter_kit.intake.scorecards import report_rejection
from recruiter_kit.intake.values import day_in, id_in, text_in


def hear_status(copies: Sequence[Placed], activities: Sequence[Placed], found: Found) -> None:
    """Remember what every copy of a candidate says, and that the activities disqualify."""
    for value, where in copies:
        candidate, on = id_in(value, "id") or "", day_in(value, "updated_at")
        closed = value.get("disqualified") is True
        if value.get("withdrew") is True:
            found.hear(candidate, "withdrew", where.at("withdrew"), on)
        if closed:
            found.hear(candidate, "disqualified", where.at("disqualified"), on)
        elif text_in(value, "hired_at"):
            found.hear(candidate, "hired", where.at("hired_at"), on)
        elif status_of(text_in(value, "stage_kind")) in (Status.HIRED, Status.OFFERED):
            found.hear(candidate, text_in(value, "stage_kind"), where.at("stage_kind"), on)
        elif value.get("disqualified") is False and on is not None:
            found.hear(candidate, "active", where.at("disqualified"), on)
    for activity, where in activities:
        if text_in(activity, "action") == "disqualified":
            on = day_in(activity, "created_at")
            found.hear(where.application or "", "disqualified", where.at("action"), on)


def report_reason(
    candidate: dict[str, Any], activities: Sequence[Placed], where: Where, found: Found
) -> None:
    """Report why a candidate was disqualified: no named person and criteria, so no decision."""
    texts = [
        (text_in(activity, "created_at") or "", text_in(activity, "body") or "")
        for activity, _ in activities
        if text_in(activity, "action") == "disqualified"
    ]
    if candidate.get("disqualified") is True or texts:
        last = max(texts, default=("", ""))[1]
        reason = text_in(candidate, "disqualification_reason") or last
        report_rejection(reason, where, found)
