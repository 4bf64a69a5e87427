"""The feedback: scorecards beside the statements, what the check says of them, and how it came about.

In: an application. Out: its page, its letter as PDF and as pictures, what changed from version to version.
"""

from collections.abc import Callable

from flask import Blueprint, Response, abort, g, render_template, request

from recruiter_kit import clock
from recruiter_kit.composing.comparing import differences
from recruiter_kit.composing.own_words import is_alone
from recruiter_kit.composing.promises import over, sender_name
from recruiter_kit.composing.revising import CAN_BE_ADDED
from recruiter_kit.documents.preview import page_count, picture
from recruiter_kit.people.rights import Right, may
from recruiter_kit.review.suppressions import can_be_suppressed
from recruiter_kit.web.context import letter_of, standard, store
from recruiter_kit.web.pages import note_pieces
from recruiter_kit.web.pages.approval import requests_for_changes
from recruiter_kit.web.pages.comments import shown
from recruiter_kit.web.pages.feedback_candour import picture as picture_of
from recruiter_kit.web.pages.feedback_view import form_of, view
from recruiter_kit.web.pages.panel_view import panel
from recruiter_kit.web.pages.resting import pick
from recruiter_kit.web.pages.reviewing import run, run_query, turn
from recruiter_kit.web.pages.wording_view import worded_by
from recruiter_kit.web.signed_in import as_seen, contacts, needs, own_roles
from recruiter_kit.workflow import (
    applications,
    approval,
    claims,
    disputes,
    holds,
    requests,
    status,
    tellings,
    undoing,
    versions,
)
from recruiter_kit.workflow.permitted import permitted
from recruiter_kit.workflow.status import Status

place = Blueprint("feedback", __name__, url_prefix="/applications/<application>")


@place.get("")
@needs("see_applications")
def show(application: str) -> str:
    """Show the scorecards and the newest version."""
    about = applications.application(store(), application)
    seen = as_seen(about)
    role = applications.role(store(), about.role)
    people = applications.people(store(), about.role)
    version = versions.latest(store(), application)
    warnings = _warnings(application, version)
    allowed = permitted(store(), application, g.user)
    return render_template(
        "web/feedback.html",
        application=seen,
        version=version,
        standing=status.of(store(), application),
        allowed=allowed,
        editable=bool(allowed.may_draft) and not warnings["outdated"],
        edit=request.args.get("edit", ""),
        interviewers={card.id: card.interviewer.name or "" for card in seen.scorecards},
        sender=sender_name(version.feedback.standard) if version else "",
        steps=undoing.steps(store(), application, version.version, version.step) if version else None,
        picture=picture_of(version.feedback if version else None, role),
        run=run(),
        run_query=run_query(),
        turn=turn(application),
        may=_may(about.role),
        **_role(about.role),
        **view(version.feedback if version else None, seen, role, people)._asdict(),
        form_of=form_of,
        is_alone=is_alone,
        pick_from=pick,
        by_model=worded_by(version.feedback if version else None, seen, people),
        **warnings,
        **_beside(version),
        **_so_far(application),
        word=request.args.get("word", -1, type=int),
        can_be_added=CAN_BE_ADDED,
        panel=panel(seen, role),
        comments=shown(application, version.feedback.statements if version else ()),
        can_be_dismissed=can_be_suppressed,
    )


@place.get("/versions/<int:number>")
@needs("see_applications")
def version(application: str, number: int) -> str:
    """Show what one version changed in the one before."""
    after = versions.version(store(), application, number)
    before = versions.version(store(), application, number - 1) if number > 1 else None
    about = applications.application(store(), application)
    return render_template(
        "web/feedback-version.html",
        application=about,
        version=after,
        differences=differences(before.feedback, after.feedback) if before else (),
        newest=versions.latest(store(), application),
        allowed=permitted(store(), application, g.user),
        **_role(about.role),
    )


@place.get("/letter.pdf")
@needs("see_applications")
def letter(application: str) -> Response:
    """Return the letter of the newest version."""
    version = versions.latest(store(), application)
    if version is None:
        abort(404)
    return Response(letter_of(version.feedback), mimetype="application/pdf")


@place.get("/letter-<int(min=1, max=99):number>.png")
@needs("see_applications")
def letter_page(application: str, number: int) -> Response:
    """Return one page of the letter as a picture."""
    version = versions.latest(store(), application)
    pdf = letter_of(version.feedback) if version else None
    page = picture(pdf, number) if pdf else None
    if page is None:
        abort(404)
    return Response(page, mimetype="image/png")


def _may(role: str) -> Callable[[Right], bool]:
    """Return what this person may see on applications of the role."""
    return lambda right: may(g.user, right, role)


def _role(id: str) -> dict[str, object]:
    """Return the role, the names of its criteria by id, and who ends a hold on its applications."""
    role = applications.role(store(), id)
    criteria = {criterion.id: criterion.name for criterion in role.criteria}
    return {"role": role, "criteria": criteria, "contacts": contacts(id)}


def _warnings(application: str, version: versions.Version | None) -> dict[str, object]:
    """Return what somebody should know before anything is done."""
    seen = own_roles()
    told = status.of(store(), application) in (Status.HELD, Status.TOLD, Status.DISPUTED)
    return {
        "over": over(version.feedback, clock.today(version.feedback.standard.time_zone))
        if version and not told
        else None,
        "outdated": version and not told and versions.outdated(store(), version),
        "other_decision": version and versions.other_decision(store(), version),
        "mine": version and approval.approved_by(store(), version, g.user.email),
        "elsewhere": [
            other for other in claims.elsewhere(store(), application) if seen is None or other.role_id in seen
        ],
        "reapply": standard().reapply_from,
    }


def _beside(version: versions.Version | None) -> dict[str, object]:
    """Return what is shown beside the words: the scorecards, or the pages of the letter."""
    beside = request.args.get("beside", "scorecards")
    pages = page_count(letter_of(version.feedback)) if version and beside == "letter" else 0
    return {"beside": beside, "pages": pages, "pieces": note_pieces.pieces, "key": note_pieces.key}


def _so_far(application: str) -> dict[str, object]:
    """Return what happened to the application so far."""
    approvals = approval.approvals(store(), application)
    return {
        "history": versions.history(store(), application),
        "approvals": approvals,
        "requests_for_changes": requests_for_changes(application, approvals),
        "tellings": tellings.tellings(store(), application),
        "requests": requests.of(store(), application),
        "disputes": disputes.of(store(), application),
        "holds": holds.holds(store(), application),
        "teller": claims.who_tells(store(), application),
    }
