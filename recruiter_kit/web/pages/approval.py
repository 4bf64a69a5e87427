"""Approval: a person reads the newest version and says yes, or what to change."""

from flask import Blueprint, g, redirect, request, url_for
from werkzeug.wrappers import Response as Answer

from recruiter_kit.messages import say
from recruiter_kit.web.context import store
from recruiter_kit.web.filters import sentence
from recruiter_kit.web.flashes import flash
from recruiter_kit.web.signed_in import needs
from recruiter_kit.workflow import approval

place = Blueprint("approval", __name__, url_prefix="/applications/<application>")


@place.post("/approval")
@needs("approve")
def answer(application: str) -> Answer:
    """Approve the newest version, or ask for changes."""
    version = request.form.get("version", 0, type=int)
    note = request.form.get("note", "")
    if request.form.get("verdict") == "approve":
        state = approval.approve(store(), application, version, g.user.email, note)
        done = say("approval_done" if state == "approved" else "approval_first")
        flash(done, "good")
    else:
        if not note.strip():
            flash(sentence(say("store_changes_note")), "error")
            return redirect(url_for("feedback.show", application=application, _anchor="approve"))
        approval.ask_for_changes(store(), application, version, g.user.email, note)
        flash(say("approval_changes"), "good")
    return redirect(url_for("feedback.show", application=application))
