"""How letters look: logo, colour, letterhead, with a sample letter beside the form that follows it.

In: what a lead types, and a picture. Out: instance/standard.yaml and the logo in instance/brand/; and while
the form is filled in, a picture of the sample letter as it would look.
"""

import io
from http import HTTPStatus
from typing import Any

from flask import Blueprint, Response, jsonify, redirect, render_template, url_for
from flask_wtf.file import FileField
from PIL import Image
from pydantic import ValidationError
from werkzeug.wrappers import Response as Answer
from wtforms import BooleanField, ColorField, StringField, TextAreaField
from wtforms.validators import Regexp

from recruiter_kit.documents.logo import MOST_KILOBYTES, as_uri, kind_of
from recruiter_kit.errors import InputError, RenderError, StoreError
from recruiter_kit.files.whole import make_folder, write_whole
from recruiter_kit.installation import here
from recruiter_kit.jobs.sample_letter import sample_letter
from recruiter_kit.messages import say
from recruiter_kit.standard import Look, Standard
from recruiter_kit.store.events import Event
from recruiter_kit.web.context import standard, standard_of
from recruiter_kit.web.filters import sentence
from recruiter_kit.web.flashes import flash
from recruiter_kit.web.forms import NAME, Form, trimmed
from recruiter_kit.web.settings_file import locked, save, why_not
from recruiter_kit.web.signed_in import needs

place = Blueprint("look", __name__)
MOST_LINES = 4
MOST_PIXELS = 16_000_000
"""A small file may unpack to a picture that fills the memory."""


class LookForm(Form):
    """What an organisation's own paper would have printed on it."""

    logo = FileField("Logo", render_kw={"accept": "image/png,image/jpeg"})
    without_logo = BooleanField("Remove the logo")
    accent = ColorField("Colour of lines and marks", [Regexp("^#[0-9a-fA-F]{6}$")])
    letterhead = TextAreaField("Letterhead", render_kw={"rows": MOST_LINES})
    footer = StringField("Line at the foot of each page", [NAME], [trimmed])
    chart = BooleanField("Show a small bar beside each criterion, with the level seen and the level needed")


@place.get("/look")
@needs("change_standard")
def show() -> str:
    """Show the form with what holds now, and the sample letter beside it."""
    look = standard().look
    values = look.model_dump() | {"letterhead": "\n".join(look.letterhead), "logo": None}
    return _page(LookForm(data=values))


@place.post("/look")
@needs("change_standard")
def change() -> Answer | str:
    """Save the logo and the settings; what no letter could be laid out with changes nothing."""
    form = LookForm()
    wrong = ""
    if form.validate():
        try:
            _save(form)
        except ValidationError:
            wrong = say("look_unusable", lines=MOST_LINES)
        except (InputError, RenderError, StoreError) as error:
            wrong = why_not(error)
        else:
            flash(say("standard_saved"), "good")
            return redirect(url_for(".show"))
    return _page(form, wrong)


@place.get("/look/picture")
@needs("change_standard")
def picture() -> Response:
    """Return the sample letter as it looks now."""
    return _png(sample_letter(standard()))


@place.post("/look/picture")
@needs("change_standard")
def follow() -> Response | tuple[Response, int]:
    """Return the sample letter as it would look with what is typed; nothing is saved."""
    try:
        tried, logo = _typed(LookForm())
        return _png(sample_letter(tried, as_uri(*logo) if logo else None))
    except ValidationError:
        why = say("look_unusable", lines=MOST_LINES)
    except RenderError as error:
        why = str(error)
    return jsonify(why=sentence(why)), HTTPStatus.UNPROCESSABLE_ENTITY


def _save(form: LookForm) -> None:
    """Write the logo first: settings that name one that is not there would stop every letter."""
    tried, logo = _typed(form)
    sample_letter(tried, as_uri(*logo) if logo else None)
    look = _values(form)
    if logo:
        content, kind = logo
        name = f"logo.{'jpg' if kind == 'jpeg' else kind}"
        if locked(here().brand / name) and here().brand.exists():
            raise StoreError.of("settings_locked")
        make_folder(here().brand)
        write_whole(here().brand / name, content)
        look["logo"] = name
    elif form.without_logo.data:
        look["logo"] = None
    save(here().standard, {"look": look}, standard_of, Event.STANDARD_CHANGED)


def _typed(form: LookForm) -> tuple[Standard, tuple[bytes, str] | None]:
    """Return the standard as it would be, and a logo that was chosen with its kind.

    Raises RenderError for a logo that cannot be used, ValidationError for values that cannot.
    """
    now = standard()
    values = {name: value for name, value in _values(form).items() if value is not None}
    kept = None if form.without_logo.data else now.look.logo
    look = Look.model_validate({"logo": kept, **values})
    return now.model_copy(update={"look": look}), _logo(form)


def _values(form: LookForm) -> dict[str, Any]:
    lines = [line.strip() for line in (form.letterhead.data or "").splitlines() if line.strip()]
    return {
        "accent": (form.accent.data or "").lower() or None,
        "letterhead": lines or None,
        "footer": form.footer.data,
        "chart": form.chart.data,
    }


def _logo(form: LookForm) -> tuple[bytes, str] | None:
    if not form.logo.data:
        return None
    with form.logo.data.stream as file:
        content: bytes = file.read(MOST_KILOBYTES * 1000 + 1)
    kind = kind_of(content)
    try:
        if kind is None or (size := Image.open(io.BytesIO(content)).size)[0] * size[1] > MOST_PIXELS:
            raise RenderError(say("look_logo", limit=MOST_KILOBYTES))
    except OSError as error:
        raise RenderError(say("look_logo", limit=MOST_KILOBYTES)) from error
    return content, kind


def _page(form: LookForm, wrong: str = "") -> str:
    look = standard().look
    return render_template(
        "web/look.html",
        form=form,
        wrong=wrong and sentence(wrong),
        has_logo=look.logo is not None,
        lines=MOST_LINES,
        kilobytes=MOST_KILOBYTES,
        locked=locked(here().standard),
    )


def _png(content: bytes) -> Response:
    return Response(content, mimetype="image/png")
