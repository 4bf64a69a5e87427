"""The decision: recorded by a named person; nothing can be drafted before (R1)."""

from datetime import date

from flask import Blueprint, flash, g, redirect, render_template, url_for
from werkzeug.wrappers import Response as Answer
from wtforms import DateField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired
from wtforms.widgets import CheckboxInput, ListWidget

from recruiter_kit.composing.draft import NEED_A_DECISIVE_CRITERION
from recruiter_kit.messages import say
from recruiter_kit.model import Decision, Reason
from recruiter_kit.store import applications
from recruiter_kit.web.forms import Form
from recruiter_kit.web.people import needs
from recruiter_kit.web.stored import store
from recruiter_kit.web.words import word

place = Blueprint("deciding", __name__, url_prefix="/applications/<application>")


class DecisionForm(Form):
    """What was decided, why, by whom and when."""

    reason = SelectField("Why", choices=[SelectChoice(each.value, word(each, "reason")) for each in Reason])
    decisive = SelectMultipleField(
        "What decided it", widget=ListWidget(prefix_label=False), option_widget=CheckboxInput()
    )
    decided_by = StringField("Who decided", [DataRequired()])
    decided_on = DateField("When", [DataRequired()], default=date.today)
    note = TextAreaField("Note")


@place.get("/decision")
@needs("decide")
def show(application: str) -> str:
    """Show the form, filled in with what is on record."""
    return _page(application, _form(application))


@place.post("/decision")
@needs("decide")
def take(application: str) -> Answer | str:
    """Record it; the software never decides."""
    form = _form(application)
    if form.validate() and form.reason.data in NEED_A_DECISIVE_CRITERION and not form.decisive.data:
        form.decisive.errors = [say("decision_needs_decisive")]
    if form.errors:
        return _page(application, form)
    decision = Decision(
        outcome="not_offered",
        reason=Reason(form.reason.data),
        decisive=tuple(form.decisive.data or ()),
        note=form.note.data or None,
        decided_by=form.decided_by.data,
        decided_on=form.decided_on.data,
    )
    applications.record_decision(store(), application, decision, g.user.email, form.note.data or "")
    flash("The decision is on record.", "good")
    return redirect(url_for("reading.show", application=application))


def _form(application: str) -> DecisionForm:
    found = applications.application(store(), application)
    form = DecisionForm(obj=found.decision, decided_by=g.user.name if not found.decision else None)
    role = applications.role(store(), found.role)
    form.decisive.choices = [SelectChoice(each.id, each.name) for each in role.criteria]
    return form


def _page(application: str, form: DecisionForm) -> str:
    found = applications.application(store(), application)
    return render_template("web/decision.html", form=form, application=found)
