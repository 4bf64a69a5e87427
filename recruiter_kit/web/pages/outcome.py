"""How a call went, put right: for ten minutes by whoever recorded it, later with a reason on record.

In: the last call on an application. Out: another outcome in its place, both on record.
"""

from flask import Blueprint, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer
from wtforms import StringField

from recruiter_kit.errors import StoreError
from recruiter_kit.messages import say
from recruiter_kit.web.context import store
from recruiter_kit.web.filters import sentence
from recruiter_kit.web.flashes import flash
from recruiter_kit.web.forms import Form
from recruiter_kit.web.pages.call import local_moment
from recruiter_kit.web.signed_in import needs
from recruiter_kit.workflow import applications, outcomes

place = Blueprint("outcome", __name__, url_prefix="/applications/<application>")

CHOICES = {
    "reached": "Told, with the reasons",
    "in_writing": "Told; wants the reasons in writing",
    "declined": "Didn't want feedback",
    "voicemail": "Voicemail",
    "no_answer": "No answer",
    "ring_back": "Ring back",
    "undone": "There was no call",
}


class ChangeForm(Form):
    """Another outcome, and why."""

    result = StringField("How it went")
    ring_at = StringField("Ring back at", render_kw={"type": "datetime-local"})
    reason = StringField("Why it is changed", render_kw={"maxlength": 1000})


@place.get("/outcome")
@needs("tell")
def show(application: str) -> Answer | str:
    """Show what is recorded, and what it can be changed to."""
    return _page(application, ChangeForm())


@place.post("/outcome")
@needs("tell")
def change(application: str) -> Answer | tuple[str, int]:
    """Put another outcome in its place; "There was no call" undoes it."""
    form = ChangeForm()
    result = "undone" if request.form.get("undo") else form.result.data or ""
    try:
        outcomes.put_right(
            store(),
            application,
            result,  # type: ignore[arg-type]
            g.user.email,
            form.reason.data or "",
            local_moment(form.ring_at.data),
        )
    except StoreError as error:
        return _page(application, form, sentence(str(error))), 422
    flash(say("outcome_undone" if result == "undone" else "outcome_changed"), "good")
    return redirect(url_for("feedback.show", application=application))


def _page(application: str, form: ChangeForm, wrong: str = "") -> str:
    """Return the page; `why_not` is said where the call's outcome cannot be changed."""
    call, why_not = None, ""
    try:
        call = outcomes.to_put_right(store(), application)
    except StoreError as error:
        why_not = sentence(str(error))
    if call and not form.result.data:
        form.result.data = call.result
    return render_template(
        "web/outcome.html",
        application=application,
        candidate=applications.application(store(), application).candidate.full_name,
        call=call,
        recorded=CHOICES.get(call.result, "Told") if call else "",
        reasoned=bool(call and outcomes.needs_reason(call, g.user.email)),
        choices=CHOICES,
        form=form,
        why_not=why_not,
        wrong=wrong if call else "",
    )
