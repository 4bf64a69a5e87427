"""The decision: recorded by a named person; nothing can be drafted before (R1)."""

from flask import Blueprint, g, redirect, render_template, url_for
from werkzeug.wrappers import Response as Answer
from wtforms import DateField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, Length, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from recruiter_kit.case import NEED_A_DECISIVE_CRITERION
from recruiter_kit.errors import StoreError
from recruiter_kit.messages import say
from recruiter_kit.model import Application, Decision, Reason
from recruiter_kit.web.context import store, today
from recruiter_kit.web.filters import sentence, word
from recruiter_kit.web.flashes import flash
from recruiter_kit.web.forms import Form, trimmed
from recruiter_kit.web.pages.panel_view import panel
from recruiter_kit.web.signed_in import as_seen, needs
from recruiter_kit.workflow import applications, decisions, versions

place = Blueprint("decision", __name__, url_prefix="/applications/<application>")


class DecisionForm(Form):
    """What was decided, why, by whom and when."""

    reason = SelectField(
        "Why", choices=[SelectChoice(reason.value, word(reason, "reason")) for reason in Reason]
    )
    decisive = SelectMultipleField(
        "What decided it", widget=ListWidget(prefix_label=False), option_widget=CheckboxInput()
    )
    decided_by = StringField("Who decided", [DataRequired(), Length(max=300)], [trimmed])
    decided_on = DateField("When", [DataRequired()], default=today)
    note = TextAreaField("Internal note (never shared)", [Length(max=20_000)])
    note_change = TextAreaField("Why the decision changes", [Length(max=20_000)])

    def validate_decided_on(self, field: DateField) -> None:
        """Refuse a day on which nobody can have decided."""
        try:
            if field.data:
                decisions.refuse_impossible_day(field.data)
        except StoreError as error:
            raise ValidationError(sentence(str(error))) from error


@place.get("/decision")
@needs("decide")
def show(application: str) -> str:
    """Show the form, filled in with what is on record."""
    decisions.may_change(store(), application)
    return _page(application, _form(application))


@place.post("/decision")
@needs("decide")
def take(application: str) -> Answer | str:
    """Record it; the software never decides."""
    form = _form(application)
    if form.validate() and form.reason.data in NEED_A_DECISIVE_CRITERION and not form.decisive.data:
        form.decisive.errors = [sentence(say("decision_needs_decisive"))]
    if form.errors:
        return _page(application, form)
    decision = Decision(
        outcome="not_offered",
        reason=Reason(form.reason.data),
        decisive=tuple(form.decisive.data or ()),
        note=_note(application, form.note.data),
        decided_by=form.decided_by.data,
        decided_on=form.decided_on.data,
    )
    why = form.note_change.data or ""
    if not why.strip() and _drafted(application) and decision != _on_record(application):
        form.note_change.errors = [sentence(say("store_decision_note"))]
        return _page(application, form)
    decisions.record_decision(store(), application, decision, g.user.email, why)
    flash(say("decision_saved"), "good")
    return redirect(url_for("feedback.show", application=application))


def _seen(application: str) -> Application:
    """Return the application as this person may see it (R13)."""
    return as_seen(applications.application(store(), application))


def _note(application: str, typed: str) -> str | None:
    """Return the note as typed; where what is set apart was left unchanged, the one that is on record."""
    here, seen = _on_record(application), _seen(application).decision
    return here.note if here and seen and typed == seen.note else typed or None


def _form(application: str) -> DecisionForm:
    found = _seen(application)
    form = DecisionForm(obj=found.decision, decided_by=g.user.name if not found.decision else None)
    role = applications.role(store(), found.role)
    form.decisive.choices = [SelectChoice(criterion.id, criterion.name) for criterion in role.criteria]
    return form


def _page(application: str, form: DecisionForm) -> str:
    found = _seen(application)
    role = applications.role(store(), found.role)
    return render_template(
        "web/decision.html",
        form=form,
        application=found,
        drafted=_drafted(application),
        panel=panel(found, role),
        choices={choice.data: choice for choice in form.decisive},
    )


def _drafted(application: str) -> bool:
    return versions.latest(store(), application) is not None


def _on_record(application: str) -> Decision | None:
    return applications.application(store(), application).decision
