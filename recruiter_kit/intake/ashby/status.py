"""What Ashby says became of an application.

In: every copy of the application. Out: what is said, remembered with its place. A stage counts only while the
application is not archived. Source: ats-formats, section 4.
"""

from recruiter_kit.intake.gathering import Gathered
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.joining.statuses import Status, status_of
from recruiter_kit.intake.values import day_in, object_in, text_in


def hear_status(application: str, gathered: Gathered, found: Found) -> None:
    """Remember what every copy of an application says."""
    for value, where in gathered.of("application")[application]:
        on = day_in(value, "updatedAt")
        status = text_in(value, "status")
        found.hear(application, status, where.at("status"), on)
        if status == "Archived" or text_in(value, "archivedAt"):
            reason = object_in(value, "archiveReason")
            for key in ("reasonType", "text"):
                found.hear(application, text_in(reason, key), where.at("archiveReason"), on)
            continue
        stage = object_in(value, "currentInterviewStage")
        for literal in (text_in(stage, "type"), text_in(stage, "title")):
            if status_of(literal) in (Status.HIRED, Status.OFFERED, Status.WITHDRAWN):
                found.hear(application, literal, where.at("currentInterviewStage"), on)
