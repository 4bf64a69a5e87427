"""An export that contradicts a decision: it says hired, offered, withdrawn, or still open.

In: what was found, with decisions joined, and what the exports say of each application. Out: an error for
each application of which the two cannot both be true, so that nobody is told anything (R1).
"""

from collections.abc import Iterable
from datetime import date

from recruiter_kit.files.text import shorten
from recruiter_kit.intake.joining.found import Found, Said
from recruiter_kit.intake.joining.statuses import Status
from recruiter_kit.model import Decision, Notice, Reason

_CONTRADICTS = {
    Status.HIRED: "says_hired",
    Status.OFFERED: "says_offered",
    Status.WITHDRAWN: "says_withdrawn",
    Status.ACTIVE: "says_active",
}


def contradictions(found: Found) -> None:
    """Report every application whose export contradicts its decision, and keep it from being worked on."""
    for found_application in found.applications:
        application = found_application.application
        said = decisive(found.said.get(application.id, ()))
        if said is None:
            continue
        notice = _undecided(said) if application.decision is None else _against(said, application.decision)
        if notice is not None:
            found.notices.append(notice)
            if notice.kind == "error":
                found.broken_applications.add(application.id)


def decisive(listed: Iterable[Said]) -> Said | None:
    """Return what counts of all that is said of one application: what weighs most, the latest of it."""
    order = list(Status)
    return min(
        listed, key=lambda said: (order.index(said.status), -(said.on or date.min).toordinal()), default=None
    )


def _against(said: Said, decision: Decision) -> Notice | None:
    if said.status is Status.CLOSED:
        return None
    if said.status is Status.WITHDRAWN and decision.reason is Reason.WITHDREW:
        return None
    if said.status is Status.ACTIVE and said.on is not None and said.on <= decision.decided_on:
        return None  # the export is older than the decision, or of the same day
    return said.where.notice(
        "error", _CONTRADICTS[said.status], said=shorten(said.literal), date=decision.decided_on
    )


def _undecided(said: Said) -> Notice | None:
    if said.status in (Status.ACTIVE, Status.CLOSED):
        return None
    return said.where.notice("left_out", "status_left_out", said=shorten(said.literal))
