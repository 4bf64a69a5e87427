"""The house's standard: who signs, which deadlines hold, how the letter looks.

In: what a lead types. Out: instance/standard.yaml, with every setting that has no field here left as it was.
Feedback that is drafted keeps the standard it was drafted with.
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from flask import Blueprint, g, redirect, render_template, url_for
from werkzeug.wrappers import Response as Answer
from wtforms import BooleanField, DateField, IntegerField, SelectField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, NumberRange, Optional

from recruiter_kit.errors import InputError
from recruiter_kit.files.whole import write_whole
from recruiter_kit.installation import here
from recruiter_kit.intake import read_standard
from recruiter_kit.standard import Standard
from recruiter_kit.store import audit
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
    """What most houses set; docs/standards.md has the rest."""

    sender_name = StringField("Who signs and answers", [DataRequired(), NAME])
    sender_title = StringField("Title", [NAME])
    sender_email = StringField("E-mail address", [DataRequired(), ADDRESS])
    organisation = StringField("Organisation", [NAME])
    criteria_document = StringField("Where the criteria are published", [DataRequired(), NAME])
    spelling = SelectField(
        "Spelling", choices=[SelectChoice("en-GB", "British"), SelectChoice("en-US", "American")]
    )
    page = SelectField("Paper", choices=[SelectChoice("A4"), SelectChoice("Letter")])
    dispute_days = IntegerField("Days to dispute a fact", [DAYS])
    answer_days = IntegerField("Days until the answer", [DAYS])
    retention_months = IntegerField("Months that data are kept", [NumberRange(1, 120)])
    reapply_from = DateField("May apply again from", [Optional()])
    second_approver = BooleanField("Two people approve")
    attach_letter = BooleanField("The e-mail has the letter attached")


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
        text = yaml.safe_dump(_written(form), allow_unicode=True, sort_keys=False).encode()
        try:
            after = _read(text)
        except InputError as error:
            wrong = str(error)
        else:
            changed = ", ".join(_differing(before, after))
            audit.record(store(), g.user.email, "standard changed", settings=changed)
            write_whole(here().standard, text)
            flash("The standard is kept. Feedback drafted from now on follows it.", "good")
            return redirect(url_for("standard.show"))
    return render_template("web/standard.html", form=form, wrong=wrong)


def _read(text: bytes) -> Standard:
    """Return the standard as it will be read from now on; raises InputError."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / here().standard.name
        file.write_bytes(text)
        return read_standard(file)


def _differing(before: Standard, after: Standard) -> list[str]:
    """Return the names of the settings that differ; the audit log holds no values, for some name people."""
    return [name for name in Standard.model_fields if getattr(before, name) != getattr(after, name)]


def _written(form: StandardForm) -> dict[str, Any]:
    """Return the settings of the file with those of the form put in."""
    file = here().standard
    found = yaml.safe_load(file.read_text("utf-8")) if file.is_file() else {}
    settings: dict[str, Any] = found if isinstance(found, dict) else {}
    sender = {"name": form.sender_name.data, "title": form.sender_title.data, "email": form.sender_email.data}
    settings["sender"] = {name: value for name, value in sender.items() if value}
    for name in PLAIN:
        value = form[name].data
        if value in ("", None):
            settings.pop(name, None)
        else:
            settings[name] = value
    return settings
