"""What Greenhouse says became of an application, and whether its candidate may be e-mailed.

In: the objects of the export, every copy of them. Out: what is said, remembered with its place.
Source: ats-formats, section 1.
"""

from typing import Any

from recruiter_kit.intake.greenhouse.export import Export
from recruiter_kit.intake.joining.found import Found, Said
from recruiter_kit.intake.joining.statuses import Status, status_of
from recruiter_kit.intake.values import day_in, object_in, text_in


def hear_status(application: str, export: Export, found: Found) -> None:
    """Remember what every copy of an application says."""
    for value, where in export.copies.get(f"application {application}", ()):
        on = day_in(value, "last_activity_at")
        status = text_in(value, "status")
        found.hear(application, status, where.at("status"), on)
        if status == "converted":
            found.notices.append(where.of(application).notice("left_out", "converted"))
            said = Said(Status.ACTIVE, status, where.at("status").of(application), on)
            found.said.setdefault(application, []).append(said)
        reason = object_in(value, "rejection_reason")
        kind = object_in(reason, "type")
        for literal in (text_in(kind, "key"), text_in(kind, "name"), text_in(reason, "name")):
            found.hear_reason(application, literal, where.at("rejection_reason"), on)
        closed = status_of(status) is Status.CLOSED or text_in(value, "rejected_at") is not None
        stage = text_in(object_in(value, "current_stage"), "name")
        found.hear_stage(application, stage, where.at("current_stage"), on, closed=closed)


def may_be_emailed(application: str, candidate: str, export: Export, found: Found) -> bool:
    """Return whether no copy of the candidate says that nobody may e-mail; what is said is told once."""
    listed = export.copies.get(f"candidate {candidate}", ())
    said = {value.get("can_email"): where for value, where in reversed(listed) if _is_said(value)}
    told = [
        found.may_be_emailed(value, where.at("can_email").of(application)) for value, where in said.items()
    ]
    return all(told)


def _is_said(candidate: dict[str, Any]) -> bool:
    return isinstance(candidate.get("can_email"), bool | int | str)
