"""What all forms of the app share: they read what a form sent, and nothing else."""

from typing import Any

from flask import request
from flask_wtf import FlaskForm


class Form(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """A form with its token."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc]
        def wrap_formdata(self, form: Any, formdata: Any) -> Any:
            """Leave JSON alone, which may be no object at all."""
            return None if request.is_json else super().wrap_formdata(form, formdata)
