"""What Ashby says became of an application.

In: every copy of the application. Out: what is said, remembered with its place.
Source: ats-formats, section 4.
"""

from recruiter_kit.intake.export import Export
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.values import day_in, object_in, text_in


def hear_status(application: str, export: Export, found: Found) -> None:
    """Remember what every copy of an application says."""
    for value, where in export.copies("application", application):
        on = day_in(value, "updatedAt")
        status = text_in(value, "status")
        found.hear(application, status, where.at("status"), on)
        closed = status == "Archived" or text_in(value, "archivedAt") is not None
        if closed:
            reason = object_in(value, "archiveReason")
            for key in ("reasonType", "text"):
                found.hear_reason(application, text_in(reason, key), where.at("archiveReason"), on)
        stage = object_in(value, "currentInterviewStage")
        for literal in (text_in(stage, "type"), text_in(stage, "title")):
            found.hear_stage(application, literal, where.at("currentInterviewStage"), on, closed=closed)
