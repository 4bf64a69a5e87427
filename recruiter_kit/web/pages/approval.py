"""Approval: a person reads the newest version and says yes, or what to change, which is answered first."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, g, redirect, request, url_for
from werkzeug.wrappers import Response as Answer

from recruiter_kit.messages import say
from recruiter_kit.web.context import store
from recruiter_kit.web.filters import sentence
from recruiter_kit.web.flashes import flash
from recruiter_kit.web.pages import reviewing
from recruiter_kit.web.signed_in import needs
from recruiter_kit.workflow import applications, approval, changes_asked
from recruiter_kit.workflow.approval import Approval

place = Blueprint("approval", __name__, url_prefix="/applications/<application>/approval")


@place.post("")
@needs("approve")
def answer(application: str) -> Answer:
    """Approve the newest version, and open the next letter of those read in a row; or ask for changes."""
    version, seen = request.form.get("version", 0, type=int), request.form.get("seen")
    note = request.form.get("note", "")
    if request.form.get("verdict") == "approve":
        in_a_row = request.form.get("then") == "next"
        following = reviewing.after(application) if in_a_row else None
        state = approval.approve(store(), application, version, g.user.email, note, seen)
        if in_a_row:
            return _on(application, following, complete=state == "approved")
        done = say("approval_done" if state == "approved" else "approval_first")
        flash(done, "good")
    else:
        if not note.strip():
            flash(sentence(say("store_changes_note")), "error")
            return redirect(url_for("feedback.show", application=application, _anchor="approve"))
        approval.ask_for_changes(store(), application, version, g.user.email, note, seen)
        flash(say("approval_changes"), "good")
    return redirect(url_for("feedback.show", application=application, **reviewing.run()))


def _on(application: str, following: dict[str, Any] | None, *, complete: bool) -> Answer:
    """Go on to the next letter, or to the queue after the last."""
    candidate = applications.application(store(), application).candidate.full_name
    flash(say("reviewing_approved" if complete else "reviewing_first", candidate=candidate), "good")
    if following:
        return redirect(url_for("feedback.show", **following))
    flash(say("reviewing_last"), "good")
    filters = {name: value for name, value in reviewing.run().items() if name != "done"}
    return redirect(url_for("queue.show", **filters))


@place.post("/changes/<int:number>/answer")
@needs("draft")
def answer_changes(application: str, number: int) -> Answer:
    """Say what was changed for a request, or why not."""
    words = request.form.get("note", "")
    if not words.strip():
        flash(sentence(say("changes_answer_words")), "error")
        return redirect(url_for("feedback.show", application=application, _anchor=f"changes-{number}"))
    changed = request.form.get("verdict") == "changed"
    changes_asked.answer(store(), application, number, words, g.user.email, changed=changed)
    more = changes_asked.waiting(store(), application)
    flash(say("changes_answered_more" if more else "changes_answered"), "good")
    return redirect(url_for("feedback.show", application=application))


@place.post("/changes/<int:number>/taken-back")
@needs("approve")
def take_changes_back(application: str, number: int) -> Answer:
    """Take one's own request for changes back."""
    changes_asked.take_back(store(), application, number, g.user.email)
    flash(say("changes_taken_back"), "good")
    return redirect(url_for("feedback.show", application=application))


def requests_for_changes(application: str, said: Sequence[Approval]) -> list[tuple[Approval, bool]]:
    """Return the requests that were not taken back, each with whether words have changed since."""
    return [
        (each, each.waits and changes_asked.changed_since(store(), each, application))
        for each in said
        if each.verdict == "changes_asked" and not each.withdrawn
    ]
