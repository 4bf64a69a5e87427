"""Addresses inside the app: ids of any kind in a path, and where a person may be sent on to.

In: an app. Out: a converter for every <id> of its rules. An id comes from somebody's files and may hold a
slash, or be a dot.
"""

import re

from flask import Flask
from werkzeug.routing import BaseConverter

_INSIDE = re.compile(r"/(?![/\\])[^\x00-\x20\\]*")
_CHARACTERS = {"~": "~0", "/": "~1", ".": "~2"}
"""As in a JSON pointer; a dot only at the beginning, where "." and ".." would lead elsewhere."""


class Id(BaseConverter):
    """One part of a path that is an id."""

    def to_python(self, value: str) -> str:
        """Return the id that is meant."""
        return re.sub("~[0-2]", lambda found: next(k for k, v in _CHARACTERS.items() if v == found[0]), value)

    def to_url(self, value: str) -> str:
        """Return the id as it is written in an address."""
        written = "".join(_CHARACTERS[character] if character in "~/" else character for character in value)
        return super().to_url(_CHARACTERS["."] + written[1:] if written.startswith(".") else written)


def add_ids(app: Flask) -> None:
    """Let every `<id>` in the rules of `app` be an id of any kind."""
    app.url_map.converters["default"] = Id


def inside(path: str | None) -> str | None:
    """Return a path of this app, and None for everything that might lead elsewhere."""
    return path if path and _INSIDE.fullmatch(path) else None
