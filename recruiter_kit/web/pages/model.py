"""Which language model words drafts, if any: set, tried on a sample note, switched off.

In: what a lead types. Out: instance/model.yaml. An address of another machine is asked about twice, and both
the audit log and every feedback that it touches say so.
"""

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from flask import Blueprint, g, redirect, render_template, request, url_for
from pydantic import ValidationError
from werkzeug.wrappers import Response as Answer
from wtforms import BooleanField, IntegerField, StringField
from wtforms.validators import DataRequired, NumberRange

from recruiter_kit.errors import InputError, ModelError
from recruiter_kit.files.yaml_round_trip import change_yaml
from recruiter_kit.installation import Installation, here
from recruiter_kit.jobs.wording import the_model
from recruiter_kit.messages import say
from recruiter_kit.store import audit
from recruiter_kit.store.events import Event
from recruiter_kit.web.context import store
from recruiter_kit.web.flashes import flash
from recruiter_kit.web.forms import NAME, Form
from recruiter_kit.web.signed_in import needs
from recruiter_kit.writing.settings import Model, model_settings
from recruiter_kit.writing.trying import Tried, try_it

place = Blueprint("model", __name__, url_prefix="/model")
SURE = "sure"


class ModelForm(Form):
    """The settings of model.yaml; docs/model.md explains them."""

    address = StringField("Address", [DataRequired(), NAME])
    model = StringField("Model", [DataRequired(), NAME])
    key_from = StringField("Environment variable with the key", [NAME])
    timeout = IntegerField("Seconds to wait for an answer", [NumberRange(1, 600)])
    at_once = IntegerField("Requests at once", [NumberRange(1, 8)])
    elsewhere = BooleanField("The address may be another machine's")


@place.get("")
@needs("change_standard")
def show() -> str:
    """Show the form with what holds now."""
    wrong = ""
    settings = None
    try:
        settings = model_settings(here())
    except InputError as error:
        wrong = str(error)
    defaults = {"address": "http://127.0.0.1:11434/v1", "timeout": 60, "at_once": 1}
    return _page(ModelForm(data=settings.model_dump() if settings else defaults), settings, wrong=wrong)


@place.post("")
@needs("change_standard")
def change() -> Answer | str:
    """Write the file; one that may not be used changes nothing. Another machine is asked about again."""
    form = ModelForm()
    wrong = ""
    if form.validate():
        try:
            settings = _as_typed(form)
            if settings.leaves and request.form.get(SURE) != "yes":
                return render_template("web/model-elsewhere.html", form=form, host=settings.host)
            change_yaml(here().model, _values(form), partial(_accept, settings))
        except (InputError, ValidationError) as error:
            wrong = _why(error)
        else:
            flash(say("model_saved"), "good")
            return redirect(url_for("model.show"))
    return _page(form, None, wrong=wrong)


@place.post("/try")
@needs("change_standard")
def attempt() -> str:
    """Ask the model that is set for one proposal on a sample note."""
    settings = the_model(here())
    tried, wrong = None, ""
    try:
        tried = try_it(settings)
    except ModelError as error:
        wrong = str(error)
    return _page(ModelForm(formdata=None, data=settings.model_dump()), settings, wrong=wrong, tried=tried)


@place.post("/off")
@needs("change_standard")
def off() -> Answer:
    """Switch the model off: its file is removed, and nothing is asked any more."""
    if here().model.exists():
        audit.record(store(), g.user.email, Event.MODEL_CHANGED, settings="removed")
        here().model.unlink()
    flash(say("model_off"), "good")
    return redirect(url_for("model.show"))


def _page(form: ModelForm, settings: Model | None, *, wrong: str = "", tried: Tried | None = None) -> str:
    return render_template("web/model.html", form=form, settings=settings, wrong=wrong, tried=tried)


def _values(form: ModelForm) -> dict[str, Any]:
    plain = {name: form[name].data for name in Model.model_fields}
    return {name: None if value == "" else value for name, value in plain.items()} | {
        "elsewhere": True if form.elsewhere.data else None
    }


def _as_typed(form: ModelForm) -> Model:
    return Model.model_validate({name: value for name, value in _values(form).items() if value is not None})


def _accept(settings: Model, content: bytes) -> None:
    """Record what changes, without values but the host of another machine; raises InputError."""
    with TemporaryDirectory() as folder:
        trial = Installation(Path(folder))
        trial.model.write_bytes(content)
        the_model(trial)
    changed = ", ".join(sorted(settings.model_fields_set))
    audit.record(store(), g.user.email, Event.MODEL_CHANGED, settings=changed)
    if settings.leaves:
        audit.record(store(), g.user.email, Event.MODEL_ELSEWHERE, host=settings.host)


def _why(error: InputError | ValidationError) -> str:
    if isinstance(error, InputError):
        return str(error)
    first = error.errors(include_input=False, include_url=False, include_context=False)[0]
    return str(first["msg"]).removeprefix("Value error, ")
