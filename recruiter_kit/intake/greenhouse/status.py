"""What Greenhouse says became of an application, and whether its candidate may be e-mailed.

In: the objects of the export, every copy of them. Out: what is said, remembered with its place. A stage
counts only while the application is open: many are closed in the stage in which an offer is prepared.
Source: ats-formats, section 1.
"""

from recruiter_kit.files.place import Where
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
            found.hear(application, literal, where.at("rejection_reason"), on)
        if status_of(status) is not Status.CLOSED and text_in(value, "rejected_at") is None:
            stage = text_in(object_in(value, "current_stage"), "name")
            if status_of(stage) in (Status.HIRED, Status.OFFERED, Status.WITHDRAWN):
                found.hear(application, stage, where.at("current_stage"), on)


def not_to_be_emailed(candidate: str, export: Export) -> Where | None:
    """Return where it says that the candidate may not be e-mailed, or None where nothing does."""
    for value, where in export.copies.get(f"candidate {candidate}", ()):
        if value.get("can_email") is False:
            return where.at("can_email")
    return None
