"""What all forms of the app share: they read what a form sent, and nothing else."""

from typing import Any

from flask import request
from flask_wtf import FlaskForm
from wtforms import PasswordField
from wtforms.validators import DataRequired, Length, Regexp

from recruiter_kit.messages import say
from recruiter_kit.people.accounts import LONGEST_PASSWORD, SHORTEST_PASSWORD
from recruiter_kit.people.users import ADDRESS as ADDRESSES
from recruiter_kit.web.filters import sentence

LONGEST_NUMBER = 9
NAME = Length(max=300)
LONG_ENOUGH = Length(
    SHORTEST_PASSWORD,
    LONGEST_PASSWORD,
    sentence(say("password_length", fewest=SHORTEST_PASSWORD, most=LONGEST_PASSWORD)),
)
ADDRESS = Regexp(f"^{ADDRESSES.pattern}$", message=sentence(say("form_address")))


def number(text: str) -> int:
    """Return the number that a form sent; -1 for what is none, or longer than any that means something."""
    return int(text) if text.isdecimal() and text.isascii() and len(text) <= LONGEST_NUMBER else -1


def trimmed(text: str | None) -> str | None:
    """Return a text without blanks around it, None for one that is nothing else (a filter of fields)."""
    return (text or "").strip() or None


class Form(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """A form with its token."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc]
        def wrap_formdata(self, form: Any, formdata: Any) -> Any:
            """Leave JSON alone, which may be no object at all."""
            return None if request.is_json else super().wrap_formdata(form, formdata)


class PasswordForm(Form):
    """A new password."""

    password = PasswordField(
        "Password", [DataRequired(), LONG_ENOUGH], render_kw={"autocomplete": "new-password"}
    )
