"""The organisation's standard: who signs, which deadlines hold, how the letter looks.

In: what a lead types. Out: instance/standard.yaml, with every setting that has no field here left as it was.
Feedback that is drafted keeps the standard it was drafted with.
"""

from typing import Any
from zoneinfo import available_timezones

from flask import Blueprint, g, redirect, render_template, url_for
from werkzeug.wrappers import Response as Answer
from wtforms import BooleanField, DateField, IntegerField, SelectField, StringField, TimeField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, NumberRange, Optional

from recruiter_kit.errors import InputError, StoreError
from recruiter_kit.installation import here
from recruiter_kit.messages import say
from recruiter_kit.store.events import Event
from recruiter_kit.web.context import standard, standard_of
from recruiter_kit.web.flashes import flash
from recruiter_kit.web.forms import ADDRESS, NAME, Form
from recruiter_kit.web.settings_file import locked, save, why_not
from recruiter_kit.web.signed_in import needs

place = Blueprint("standard", __name__)
DAYS = NumberRange(1, 365)
PLAIN = (
    "organisation",
    "criteria_document",
    "spelling",
    "page",
    "dispute_days",
    "answer_days",
    "retention_months",
    "reapply_from",
    "second_approver",
    "attach_letter",
)
"""Fields that are called as the setting is."""
ZONES = sorted(
    zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "SystemV/", "US/"))
)


class StandardForm(Form):
    """What most organisations set; docs/standards.md has the rest."""

    sender_name = StringField("Who signs the letters", [DataRequired(), NAME])
    sender_title = StringField("Title", [NAME])
    sender_email = StringField("E-mail address", [DataRequired(), ADDRESS])
    organisation = StringField("Organisation", [NAME])
    criteria_document = StringField("Where the criteria are published", [DataRequired(), NAME])
    spelling = SelectField(
        "Spelling", choices=[SelectChoice("en-GB", "British"), SelectChoice("en-US", "American")]
    )
    page = SelectField("Paper", choices=[SelectChoice("A4"), SelectChoice("Letter")])
    dispute_days = IntegerField("Days to dispute a fact", [DAYS])
    answer_days = IntegerField("Days to answer a dispute", [DAYS])
    retention_months = IntegerField("Months that records are kept", [NumberRange(1, 120)])
    reapply_from = DateField("Candidates may apply again from", [Optional()])
    second_approver = BooleanField("Two people approve each letter")
    attach_letter = BooleanField("Attach the letter to the e-mail")
    time_zone = SelectField(
        "Time zone",
        choices=[
            SelectChoice("", "That of the server"),
            *(SelectChoice(zone, zone.replace("_", " ")) for zone in ZONES),
        ],
        # A zone that somebody wrote into the file by an older name is as good.
        validate_choice=False,
    )
    starts = TimeField("Work begins", [DataRequired()])
    ends = TimeField("Work ends", [DataRequired()])


@place.get("/standard")
@needs("change_standard")
def show() -> str:
    """Show the form with what holds now."""
    current = standard()
    values = {name: getattr(current, name) for name in PLAIN}
    sender = current.sender.model_dump() if current.sender else {"name": g.user.name, "email": g.user.email}
    values |= {f"sender_{name}": value for name, value in sender.items()}
    values |= {"starts": current.working_hours.starts, "ends": current.working_hours.ends}
    values["time_zone"] = current.time_zone or ""
    return _page(StandardForm(data=values))


@place.post("/standard")
@needs("change_standard")
def change() -> Answer | str:
    """Write the file; a value that cannot be used changes nothing."""
    form = StandardForm()
    wrong = ""
    if form.validate():
        standard()
        try:
            save(here().standard, _settings(form), standard_of, Event.STANDARD_CHANGED)
        except (InputError, StoreError) as error:
            wrong = why_not(error)
        else:
            flash(say("standard_saved"), "good")
            return redirect(url_for("standard.show"))
    return _page(form, wrong)


def _page(form: StandardForm, wrong: str = "") -> str:
    if form.time_zone.data and form.time_zone.data not in ZONES:
        form.time_zone.choices = [*form.time_zone.choices, SelectChoice(form.time_zone.data)]
    return render_template("web/standard.html", form=form, wrong=wrong, locked=locked(here().standard))


def _settings(form: StandardForm) -> dict[str, Any]:
    """Return the settings as typed; None is one that was left empty."""
    sender = {"name": form.sender_name.data, "title": form.sender_title.data, "email": form.sender_email.data}
    plain = {name: form[name].data for name in PLAIN}
    return {
        "sender": {name: value or None for name, value in sender.items()},
        "time_zone": form.time_zone.data or None,
        "working_hours": {"from": f"{form.starts.data:%H:%M}", "to": f"{form.ends.data:%H:%M}"},
        **{name: None if value == "" else value for name, value in plain.items()},
    }
