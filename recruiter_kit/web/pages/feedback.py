"""The feedback: scorecards beside the statements, what the check says of them, and how it came about.

In: an application. Out: its page, its letter as PDF and as pictures, what changed from version to version.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from flask import Blueprint, Response, abort, g, render_template, request

from recruiter_kit.composing.comparing import differences
from recruiter_kit.composing.promises import over
from recruiter_kit.composing.revising import CAN_BE_ADDED
from recruiter_kit.documents.preview import page_count, picture
from recruiter_kit.errors import StoreError
from recruiter_kit.feedback import (
    Feedback,
    Finding,
    LeftToRecruiter,
    Observation,
    Source,
    Standing,
    Statement,
    Suppression,
)
from recruiter_kit.language.checking.packs.rule_file import NEVER_OFF
from recruiter_kit.language.checking.remedies import remedied
from recruiter_kit.people.rights import Right, may
from recruiter_kit.review.candour import out_of_bounds
from recruiter_kit.review.suppressions import suppression_of
from recruiter_kit.store.database import now
from recruiter_kit.web.context import letter_of, standard, store
from recruiter_kit.web.pages import note_pieces
from recruiter_kit.web.signed_in import as_seen, contacts, needs, own_roles
from recruiter_kit.workflow import (
    applications,
    claims,
    disputes,
    holds,
    requests,
    status,
    tellings,
    versions,
)
from recruiter_kit.workflow.status import Status

place = Blueprint("feedback", __name__, url_prefix="/applications/<application>")
CHANGING = ("draft", "approve", "decide", "write_scorecard")
"""Rights that nobody uses on an application that is on hold (R23) or done."""
FIXED = ("decide", "write_scorecard")
"""Rights that nobody uses once the candidate has heard the decision: what it rests on stands."""
DONE = (Status.HELD, Status.TOLD, Status.DISPUTED)


class Marked(NamedTuple):
    """A finding with its place in the list, the words it marks, the text put right, and who lets it stand."""

    place: int
    finding: Finding
    words: str
    remedy: str | None
    stands: Suppression | None


class Shown(NamedTuple):
    """One statement with what the check says of it."""

    statement: Statement
    findings: tuple[Marked, ...]


class Group(NamedTuple):
    """Statements that belong together: a gap, a strength, or what stands before and after them."""

    heading: str
    standing: Standing | None
    shown: list[Shown]


@place.get("")
@needs("see_applications")
def show(application: str) -> str:
    """Show the scorecards and the newest version."""
    found = applications.application(store(), application)
    role = applications.role(store(), found.role)
    version = versions.latest(store(), application)
    feedback = version.feedback if version else None
    beside = request.args.get("beside", "scorecards")
    standing = status.of(store(), application)
    found = as_seen(found)
    seen = own_roles()
    return render_template(
        "web/feedback.html",
        application=found,
        role=role,
        criteria={each.id: each.name for each in role.criteria},
        version=version,
        groups=_groups(feedback) if feedback else (),
        whole=_marked(feedback).get(None, []) if feedback else (),
        sources=note_pieces.by_note(feedback.statements) if feedback else {},
        pieces=note_pieces.pieces,
        key=note_pieces.key,
        left=_left(feedback) if feedback else (),
        unused=_unused(feedback) if feedback else (),
        word=request.args.get("word", -1, type=int),
        can_be_added=CAN_BE_ADDED,
        amiss=out_of_bounds(feedback.candour) if feedback and feedback.candour else (),
        never_off=NEVER_OFF,
        pages=page_count(letter_of(version.feedback)) if version and beside == "letter" else 0,
        beside=beside,
        over=over(feedback, now().date()) if feedback and standing not in DONE else None,
        standing=standing,
        may_call=standing in tellings.READY and standing is not Status.WRITING,
        may_send=standing in (*tellings.READY, Status.MAIL_WAITING, Status.MAIL_SENDING),
        outdated=version and standing not in DONE and versions.outdated(store(), version),
        other_decision=version and versions.other_decision(store(), version),
        in_the_way=_in_the_way(version) if version and version.state != "approved" else "",
        mine=version and versions.approved_by(store(), version, g.user.email),
        may=_rights(application, found.role, standing),
        reapply=standard().reapply_from,
        elsewhere=[
            each
            for each in claims.live_elsewhere(store(), application)
            if seen is None or each.role_id in seen
        ],
        contacts=contacts(found.role) if standing is Status.HELD else (),
        **_so_far(application),
    )


@place.get("/versions/<int:number>")
@needs("see_applications")
def version(application: str, number: int) -> str:
    """Show what one version changed in the one before."""
    after = versions.version(store(), application, number)
    before = versions.version(store(), application, number - 1) if number > 1 else None
    found = applications.application(store(), application)
    role = applications.role(store(), found.role)
    return render_template(
        "web/feedback-version.html",
        application=found,
        criteria={each.id: each.name for each in role.criteria},
        version=after,
        differences=differences(before.feedback, after.feedback) if before else (),
        newest=versions.latest(store(), application),
        may=_rights(application, found.role, status.of(store(), application)),
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


def _rights(application: str, role: str, standing: Status) -> Callable[[Right], bool]:
    """Return what this person may do here: nothing that the store would refuse."""
    refused = CHANGING if standing in DONE else FIXED if status.knows(store(), application) else ()
    return lambda right: may(g.user, right, role) and right not in refused


def _in_the_way(version: versions.Version) -> str:
    """Return why the words cannot be approved as they are, "" when they can."""
    try:
        versions.refuse_unfit(store(), version)
    except StoreError as error:
        return str(error)
    return ""


def _so_far(application: str) -> dict[str, object]:
    """Return what happened to the application so far."""
    return {
        "history": versions.history(store(), application),
        "approvals": versions.approvals(store(), application),
        "tellings": tellings.tellings(store(), application),
        "requests": requests.of(store(), application),
        "disputes": disputes.of(store(), application),
        "holds": holds.holds(store(), application),
        "teller": claims.who_tells(store(), application),
    }


def _groups(feedback: Feedback) -> list[Group]:
    marked = _marked(feedback)
    found: list[Group] = []
    for each in feedback.statements:
        heading = each.part.value if each.part.value == "strength" else "gap" if each.criterion else ""
        standing = feedback.standing(each.criterion) if each.criterion else None
        last = found[-1] if found else None
        if last is None or (last.heading, last.standing) != (heading, standing):
            found.append(Group(heading, standing, []))
        found[-1].shown.append(Shown(each, tuple(marked.get(each.id, ()))))
    return found


def _marked(feedback: Feedback) -> dict[str | None, list[Marked]]:
    texts = {each.id: each.text for each in feedback.statements}
    found: dict[str | None, list[Marked]] = {}
    for number, each in enumerate(feedback.findings):
        text = texts.get(each.statement or "", "")
        remedy = remedied(text, each) if text else None
        marked = Marked(number, each, text[each.start : each.end], remedy, suppression_of(feedback, each))
        found.setdefault(each.statement, []).append(marked)
    return found


def _left(feedback: Feedback) -> list[tuple[LeftToRecruiter, bool]]:
    """Return what was left to the recruiter, each with whether a statement rests on it by now."""
    used: set[Source] = {source for each in feedback.statements for source in each.sources}
    return [(each, each.source in used) for each in feedback.left_to_recruiter]


def _unused(feedback: Feedback) -> list[Observation]:
    """Return the observations that are neither told nor left to a person."""
    told = {source for each in feedback.statements for source in each.sources}
    told |= {each.source for each in feedback.left_to_recruiter}
    return [each for each in feedback.observations if each.source not in told]


def pick(feedback: Feedback) -> Sequence[Source]:
    """Return the sentences that an addition may rest on: what was observed and what was left to a person."""
    observed = [each.source for each in feedback.observations]
    return [*observed, *(each.source for each in feedback.left_to_recruiter)]
