"""The organisation's standard: who signs, which deadlines hold, how the letter looks.

In: what a lead types. Out: instance/standard.yaml, with every setting that has no field here left as it was.
Feedback that is drafted keeps the standard it was drafted with.
"""

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from flask import Blueprint, g, redirect, render_template, url_for
from werkzeug.wrappers import Response as Answer
from wtforms import BooleanField, DateField, IntegerField, SelectField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, NumberRange, Optional

from recruiter_kit.errors import InputError
from recruiter_kit.files.yaml_round_trip import change_yaml
from recruiter_kit.installation import here
from recruiter_kit.intake import read_standard
from recruiter_kit.messages import say
from recruiter_kit.standard import Standard
from recruiter_kit.store import audit
from recruiter_kit.store.events import Event
from recruiter_kit.web.context import standard, store
from recruiter_kit.web.flashes import flash
from recruiter_kit.web.forms import ADDRESS, NAME, Form
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


@place.get("/standard")
@needs("change_standard")
def show() -> str:
    """Show the form with what holds now."""
    current = standard()
    values = {name: getattr(current, name) for name in PLAIN}
    sender = current.sender.model_dump() if current.sender else {"name": g.user.name, "email": g.user.email}
    values |= {f"sender_{name}": value for name, value in sender.items()}
    return render_template("web/standard.html", form=StandardForm(data=values))


@place.post("/standard")
@needs("change_standard")
def change() -> Answer | str:
    """Write the file; a value that cannot be used changes nothing."""
    form = StandardForm()
    wrong = ""
    if form.validate():
        before = standard()
        try:
            change_yaml(here().standard, _settings(form), partial(_accept, before))
        except InputError as error:
            wrong = str(error)
        else:
            flash(say("standard_saved"), "good")
            return redirect(url_for("standard.show"))
    return render_template("web/standard.html", form=form, wrong=wrong)


def _accept(before: Standard, content: bytes) -> None:
    """Record which settings change; raises InputError for a standard that cannot be used."""
    changed = ", ".join(_differing(before, _read(content)))
    audit.record(store(), g.user.email, Event.STANDARD_CHANGED, settings=changed)


def _read(text: bytes) -> Standard:
    """Return the standard as it will be read from now on; raises InputError."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / here().standard.name
        file.write_bytes(text)
        return read_standard(file)


def _differing(before: Standard, after: Standard) -> list[str]:
    """Return the names of the settings that differ; the audit log holds no values, for some name people."""
    return [name for name in Standard.model_fields if getattr(before, name) != getattr(after, name)]


def _settings(form: StandardForm) -> dict[str, Any]:
    """Return the settings as typed; None is one that was left empty."""
    sender = {"name": form.sender_name.data, "title": form.sender_title.data, "email": form.sender_email.data}
    plain = {name: form[name].data for name in PLAIN}
    return {
        "sender": {name: value or None for name, value in sender.items()},
        **{name: None if value == "" else value for name, value in plain.items()},
    }
