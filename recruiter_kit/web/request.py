"""A request as the app reads it: what a form sends is cleaned as what a file holds, and a script sends an
object or nothing."""

from functools import cached_property
from typing import Any

from flask import Request, request
from werkzeug.datastructures import ImmutableMultiDict

from recruiter_kit.files.text import clean


class Asked(Request):
    """A request whose form holds no control characters."""

    @cached_property
    def form(self) -> ImmutableMultiDict[str, str]:
        """Return the fields of the form."""
        return ImmutableMultiDict((name, clean(text)[0]) for name, text in super().form.items(multi=True))


def said() -> dict[str, Any]:
    """Return the object that a script sent, an empty one for anything else."""
    try:
        found = request.get_json(silent=True)
    except RecursionError:
        found = None
    return found if isinstance(found, dict) else {}
