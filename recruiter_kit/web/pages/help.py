"""Help: what each place is for, the keys, and the words; the text is in help.yaml.

Each page of the app leads to its own section by the "?" in the header.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from flask import Blueprint, g, render_template, request, url_for

from recruiter_kit.files.data_file import read_record
from recruiter_kit.model import Record
from recruiter_kit.people.rights import may

place = Blueprint("help", __name__)
FILE = "help.yaml"


class Section(Record):
    """One place: its name, the pages that it is about, sentences, and its keys with what they do."""

    id: str
    name: str
    pages: tuple[str, ...]
    says: tuple[str, ...]
    keys: Mapping[str, str] = {}


class Help(Record):
    """The whole of the help."""

    places: tuple[Section, ...]
    words: Mapping[str, str]


@place.get("/help")
def show() -> str:
    """Show it."""
    return render_template("web/help.html", help=the_help(), first_steps_allowed=may(g.user, "import"))


@place.app_template_global()
def help_here() -> str:
    """Return the address of the help on the page that is shown."""
    ids = {page: section.id for section in the_help().places for page in section.pages}
    return url_for("help.show", _anchor=ids.get(request.blueprint or ""))


@cache
def the_help() -> Help:
    """Return the help; raises DataFileError when the file is broken."""
    return read_record(files("recruiter_kit.web") / FILE, Help)
