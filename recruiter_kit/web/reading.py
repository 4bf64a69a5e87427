"""The feedback: scorecards beside the statements, edited in place, read and approved."""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from flask import Blueprint, Response, abort, flash, g, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from recruiter_kit.composing.draft import compose
from recruiter_kit.documents.kept import kept_letter
from recruiter_kit.documents.pictures import pictures
from recruiter_kit.feedback import Feedback, Finding, Statement, Suppression
from recruiter_kit.language.checking import check, check_feedback
from recruiter_kit.language.checking.suppressing import suppress, suppression_of
from recruiter_kit.language.checking.written import NEVER_OFF
from recruiter_kit.model import Application
from recruiter_kit.store import applications, audit, feedbacks, requests, status, tellings
from recruiter_kit.store.database import now
from recruiter_kit.team.rights import may
from recruiter_kit.web.people import needs
from recruiter_kit.web.stored import instance, standard, store

place = Blueprint("reading", __name__)
KEPT = "kept"


class Told(NamedTuple):
    """A finding with its place in the list, the words it marks and who lets it stand, if anybody does."""

    place: int
    finding: Finding
    words: str
    stands: Suppression | None


class Shown(NamedTuple):
    """One statement with what the check says of it."""

    statement: Statement
    findings: tuple[Told, ...]


@place.get("/applications/<application>")
@needs("see_applications")
def show(application: str) -> str:
    """Show the scorecards and the newest version."""
    found = applications.application(store(), application)
    version = feedbacks.latest(store(), application)
    role = applications.role(store(), found.role)
    return render_template(
        "web/feedback.html",
        application=found,
        role=role,
        criteria={each.id: each.name for each in role.criteria},
        version=version,
        shown=_shown(version.feedback) if version else (),
        whole=_told(version.feedback).get(None, []) if version else (),
        never_off=NEVER_OFF,
        history=feedbacks.history(store(), application),
        approvals=feedbacks.approvals(store(), application),
        tellings=tellings.tellings(store(), application),
        requests=requests.of(store(), application),
        held=status.refresh(store(), application) is status.Status.HELD,
        may=lambda right: may(g.user, right, found.role),
    )


@place.post("/applications/<application>/draft")
@needs("draft")
def draft(application: str) -> Answer:
    """Draft anew from the scorecards and the decision."""
    found = applications.application(store(), application)
    feedback = compose(
        found,
        applications.role(store(), found.role),
        standard(),
        people=applications.people(store(), found.role),
    )
    based_on = request.form.get("version", 0, type=int)
    feedbacks.save_draft(store(), feedback, g.user.email, based_on)
    return redirect(url_for(".show", application=application))


@place.post("/applications/<application>/statements")
@needs("draft")
def save(application: str) -> Answer | tuple[str, int]:
    """Keep the texts as they were changed; a text that is emptied is dropped."""
    version = feedbacks.latest(store(), application)
    based_on = request.form.get("version", 0, type=int)
    if version is None or version.version != based_on:
        return _overtaken(application, request.form), 409
    found = applications.application(store(), application)
    statements = _reworded(version.feedback.statements, request.form)
    changed = version.feedback.model_copy(update={"statements": statements, "findings": ()})
    people = applications.people(store(), found.role)
    changed = changed.model_copy(update={"findings": check_feedback(changed, people)})
    feedbacks.save_draft(store(), changed, g.user.email, based_on, request.form.get("note", ""))
    flash("Saved as a new version; it needs a new approval.", "good")
    return redirect(url_for(".show", application=application))


@place.post("/applications/<application>/suppression")
@needs("draft")
def let_stand(application: str) -> Answer:
    """Let one finding stand, with a reason and under the name of the person who does."""
    version = feedbacks.latest(store(), application)
    place_in_list = request.form.get("finding", -1, type=int)
    if version is None or not 0 <= place_in_list < len(version.feedback.findings):
        abort(404)
    finding = version.feedback.findings[place_in_list]
    changed = suppress(version.feedback, finding, request.form.get("note", ""), g.user.email, now().date())
    based_on = request.form.get("version", 0, type=int)
    feedbacks.save_draft(store(), changed, g.user.email, based_on)
    audit.record(store(), g.user.email, "finding suppressed", application, rule=finding.rule)
    return redirect(url_for(".show", application=application))


@place.post("/applications/<application>/approval")
@needs("approve")
def answer(application: str) -> Answer:
    """Approve the newest version, or ask for changes."""
    version = request.form.get("version", 0, type=int)
    note = request.form.get("note", "")
    if request.form.get("verdict") == "approve":
        state = feedbacks.approve(store(), application, version, g.user.email, note)
        flash(
            "Approved." if state == "approved" else "Approved by you; a second person is asked for.", "good"
        )
    else:
        feedbacks.ask_for_changes(store(), application, version, g.user.email, note)
        flash("Sent back with your note.", "good")
    return redirect(url_for(".show", application=application))


@place.get("/applications/<application>/letter.pdf")
@needs("see_applications")
def letter(application: str) -> Response:
    """Return the letter of the newest version."""
    version = feedbacks.latest(store(), application)
    pdf = kept_letter(version.feedback, instance() / KEPT) if version else b""
    return Response(pdf, mimetype="application/pdf", status=200 if version else 404)


@place.get("/applications/<application>/letter-<int:number>.png")
@needs("see_applications")
def letter_page(application: str, number: int) -> Response:
    """Return one page of the letter as a picture."""
    version = feedbacks.latest(store(), application)
    pdf = kept_letter(version.feedback, instance() / KEPT) if version else None
    page = next(islice(pictures(pdf), number - 1, None), None) if pdf and number > 0 else None
    return Response(page, mimetype="image/png") if page else Response(status=404)


@place.post("/check")
def look() -> Response:
    """Say what is wrong in a text while it is typed."""
    found = check(str((request.get_json(silent=True) or {}).get("text", ""))[:5000])
    return jsonify(
        [
            each.model_dump(include={"label", "severity", "start", "end", "message", "better"})
            for each in found
        ]
    )


def _shown(feedback: Feedback) -> list[Shown]:
    told = _told(feedback)
    return [Shown(each, tuple(told.get(each.id, ()))) for each in feedback.statements]


def _told(feedback: Feedback) -> dict[str | None, list[Told]]:
    texts = {each.id: each.text for each in feedback.statements}
    found: dict[str | None, list[Told]] = {}
    for number, each in enumerate(feedback.findings):
        words = texts.get(each.statement or "", "")[each.start : each.end]
        found.setdefault(each.statement, []).append(Told(number, each, words, suppression_of(feedback, each)))
    return found


def _reworded(statements: Sequence[Statement], typed: Mapping[str, str]) -> tuple[Statement, ...]:
    changed = []
    for each in statements:
        text = " ".join(typed.get(f"text-{each.id}", each.text).split())
        if text:
            changed.append(each.model_copy(update={"text": text}))
    return tuple(changed)


def _overtaken(application: str, typed: Mapping[str, str]) -> str:
    """Tell the second of two that another was first, and give back every word that was typed."""
    texts = [value for name, value in typed.items() if name.startswith("text-")]
    found: Application = applications.application(store(), application)
    return render_template("web/overtaken.html", application=found, texts=texts)
